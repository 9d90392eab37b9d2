//! "Did you mean": the nearest known word.

use super::{Help, Phrase};
use crate::kernel::letters;

/// Words longer than this are compared with nothing.
const LONGEST: usize = 64;
/// Lists longer than this are not searched.
const MOST: usize = 2_000;

/// Text in lower case, without accents, ligatures and typographic apostrophes.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().map(letters::small) {
        match c {
            'à' | 'â' | 'ä' | 'á' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'î' | 'ï' | 'í' => plain.push('i'),
            'ô' | 'ö' | 'ó' => plain.push('o'),
            'û' | 'ü' | 'ù' | 'ú' => plain.push('u'),
            'ç' => plain.push('c'),
            'ÿ' => plain.push('y'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '’' => plain.push('\''),
            // The mark of a decomposed accent.
            '\u{300}'..='\u{36f}' => {}
            c => plain.push(c),
        }
    }
    plain
}

/// The candidate nearest to `word`, when one is near enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let flat = |text: &str| {
        let folded = folded(text);
        if folded.bytes().any(|b| b == b'_' || b == b' ') { folded.replace(['_', ' '], "-") } else { folded }
    };
    let word = flat(word);
    let length = word.chars().count();
    let ascii = word.is_ascii();
    let mut letters = [0; 128];
    word.bytes().for_each(|letter| letters[usize::from(letter & 0x7F)] += 1);
    candidates
        .into_iter()
        .take(MOST)
        .filter_map(|candidate| {
            let near = flat(candidate);
            let other = near.chars().count();
            let most = length.max(other) / 3;
            let begins =
                length >= 4 && (near.starts_with(&word) || word.starts_with(&near) && near.len() >= 4);
            let quick = ascii && near.is_ascii();
            let bound = if quick { at_least(letters, length, &near) } else { length.abs_diff(other) };
            if !begins && bound > most {
                return None;
            }
            let distance = strsim::osa_distance(&word, &near);
            (distance <= most || begins).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A distance that a word of these letters and another have at least, by the letters that only one of them has: quick,
/// where a file of thousands of unknown keys is compared with the whole table.
fn at_least(mut letters: [u8; 128], length: usize, other: &str) -> usize {
    let mut shared = 0;
    for letter in other.bytes() {
        let left = &mut letters[usize::from(letter & 0x7F)];
        if *left > 0 {
            *left -= 1;
            shared += 1;
        }
    }
    length.max(other.len()) - shared
}

/// "did you mean `x`?", when something is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Help> {
    nearest(word, candidates).map(|near| Help::DidYouMean { near: near.to_owned() })
}

/// "did you mean `x`?", or else the list.
pub fn mean_or_list<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str> + Clone) -> Option<Help> {
    did_you_mean(word, candidates.clone()).or_else(|| listed(Phrase::Known, candidates))
}

/// "`what`: a, b, c", unless there is nothing to list.
pub fn listed<'a>(what: Phrase, candidates: impl IntoIterator<Item = &'a str>) -> Option<Help> {
    /// Names in a list at most.
    const SHOWN: usize = 20;
    let mut names = candidates.into_iter();
    let shown: Vec<String> = names.by_ref().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let rest = names.count();
    let list = shown.join(", ");
    (!shown.is_empty()).then(|| {
        let names = if rest == 0 { Phrase::AsIs { text: list } } else { Phrase::More { list, rest } };
        Help::Listed { what, names }
    })
}
