//! Files of JSON that say at their end what they hold: a digest of their own text, and of what they follow.
//!
//! Where a system on its way to another disk wrote lines that end in CR and LF, the text is read as it was written.

use super::digest::{Digest, Hasher};
use super::json::as_json;
use serde::Serialize;
use std::borrow::Cow;

/// What stands between the text and its seal.
const BEFORE: &str = ",\n  \"seal\": \"";
/// What stands after the seal.
const AFTER: &str = "\"\n}\n";
/// How an object ends that has no seal.
const END: &str = "\n}";

/// The text of a file with a seal, and the seal; `follows` is the seal of the file that it follows.
///
/// # Panics
/// When it is no JSON, or an object without a field.
#[must_use]
pub fn sealed(kept: &impl Serialize, follows: Option<&Digest>) -> (String, Digest) {
    let text = as_json(kept);
    let body = text.trim_end().strip_suffix(END).expect("an object with a field");
    let seal = seal(body, follows);
    (format!("{body}{BEFORE}{seal}{AFTER}"), seal)
}

/// The JSON of a file with a seal, and the seal.
///
/// # Errors
/// In words, when the text is not as it was written, or does not follow what it is said to.
pub fn unsealed(content: &[u8], follows: Option<&Digest>) -> Result<(String, Digest), String> {
    let content = with_plain_ends(content);
    let text = std::str::from_utf8(&content).map_err(|_| "it is no text".to_owned())?;
    let (body, rest) = text.rsplit_once(BEFORE).ok_or("it has no seal at its end")?;
    let seal = seal(body, follows);
    if rest != format!("{seal}{AFTER}") {
        return Err("its seal is not that of its text and of what it follows".to_owned());
    }
    Ok((format!("{body}{END}"), seal))
}

/// A digest of a text, whatever the ends of its lines.
#[must_use]
pub fn of_text(content: &[u8]) -> Digest {
    Digest::of(&with_plain_ends(content))
}

fn seal(body: &str, follows: Option<&Digest>) -> Digest {
    let mut hasher = Hasher::default();
    hasher.text("hameau seal");
    if let Some(follows) = follows {
        hasher.digest(follows);
    }
    hasher.text(body);
    hasher.finish()
}

/// The bytes with lines that end in LF alone.
pub(super) fn with_plain_ends(content: &[u8]) -> Cow<'_, [u8]> {
    if !content.windows(2).any(|pair| pair == b"\r\n") {
        return Cow::Borrowed(content);
    }
    let mut plain = Vec::with_capacity(content.len());
    for (at, byte) in content.iter().enumerate() {
        if *byte != b'\r' || content.get(at + 1) != Some(&b'\n') {
            plain.push(*byte);
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_is_sealed_is_read_back_with_other_ends_of_lines_too() {
        let (kept, first) = (json!({ "a": 1.5, "b": ["x"] }), Digest::of(b"first"));
        for follows in [None, Some(&first)] {
            let (text, seal) = sealed(&kept, follows);
            for text in [text.clone(), text.replace('\n', "\r\n")] {
                let (body, again) = unsealed(text.as_bytes(), follows).expect("whole");
                assert_eq!(
                    (serde_json::from_str::<Value>(&body).expect("JSON"), again),
                    (kept.clone(), seal)
                );
            }
            assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON")["seal"], seal.to_string());
        }
    }

    #[test]
    fn a_changed_letter_or_another_place_in_the_row_breaks_the_seal() {
        let (first, other) = (Digest::of(b"first"), Digest::of(b"other"));
        let (text, _) = sealed(&json!({ "a": 1.5, "b": ["x"] }), Some(&first));
        for follows in [None, Some(&other)] {
            assert!(unsealed(text.as_bytes(), follows).is_err());
        }
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            assert!(unsealed(&changed, Some(&first)).is_err(), "letter {at}");
            assert!(unsealed(&text.as_bytes()[..at], Some(&first)).is_err(), "cut at {at}");
        }
    }
}
