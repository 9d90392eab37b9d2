//! Spaces as French printers set them.

use super::Language;

/// Columns of a terminal that everything fits.
pub const WIDTH: usize = 80;

/// A text with its spaces as the language sets them: in French, narrow no-break spaces before `;`, `:`, `?`, `!`, `%`, `€`
/// and within guillemets; in English, one before `%`.
#[must_use]
pub fn typeset(text: &str, language: Language) -> String {
    const NARROW: char = '\u{202f}';
    let before = language.of((&['%'][..], &[';', ':', '?', '!', '%', '€', '»'][..]));
    let mut set = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut last = ' ';
    while let Some(sign) = signs.next() {
        let bound = sign == ' ' && (signs.peek().is_some_and(|next| before.contains(next)) || last == '«');
        set.push(if bound { NARROW } else { sign });
        last = sign;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_signs_do_not_begin_a_line() {
        let told = "Avec « un lieu » : mieux ; vraiment ? Oui ! 12 % ou 3 €";
        let set = typeset(told, Language::French);
        let expected = "Avec «\u{202f}un lieu\u{202f}»\u{202f}: mieux\u{202f}; vraiment\u{202f}? Oui\u{202f}! 12\u{202f}% ou 3\u{202f}€";
        assert_eq!(set, expected);
        assert_eq!(typeset(&set, Language::French), expected);
        assert_eq!(typeset("12 %; 09:30", Language::English), "12\u{202f}%; 09:30");
        assert_eq!(typeset("09:30, a:b", Language::French), "09:30, a:b");
    }
}
