//! Names that nobody can guess.

use std::fmt::Write as _;
use std::io;

/// 128 bits of the system's chance, in hexadecimal digits.
///
/// # Errors
/// When the system gives none.
pub(super) fn hexadecimal() -> io::Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// Whether a text is the secret, in a time that does not tell how much of it was right.
pub(super) fn is(secret: &str, text: &str) -> bool {
    let differing = secret.bytes().zip(text.bytes()).fold(0, |all, (one, other)| all | (one ^ other));
    secret.len() == text.len() && differing == 0
}
