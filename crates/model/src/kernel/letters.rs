//! Small and capital letters of the Latin alphabets of Western Europe, in which labels and keys are written.
//!
//! The standard library knows every alphabet, with tables that weigh more than the page's whole window of lives.

/// The small letter of a capital one; other signs as they are.
#[must_use]
pub const fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => (letter as u8 + 32) as char,
        'Œ' => 'œ',
        'Ÿ' => 'ÿ',
        _ => letter,
    }
}

/// The capital letter of a small one; other signs as they are.
#[must_use]
pub const fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => (letter as u8 - 32) as char,
        'œ' => 'Œ',
        'ÿ' => 'Ÿ',
        _ => letter,
    }
}

/// Whether a sign moves a cursor, turns the direction of reading or cannot be seen.
#[must_use]
pub const fn hidden(sign: char) -> bool {
    matches!(
        sign,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Marks that follow their letter where accents are decomposed, the letters that bear them, and the two as one.
const ACCENTS: [(char, &str, &str); 7] = [
    ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ('\u{301}', "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ('\u{303}', "anoANO", "ãñõÃÑÕ"),
    ('\u{308}', "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
    ('\u{30a}', "aA", "åÅ"),
    ('\u{327}', "cC", "çÇ"),
];

/// Text in which a letter and its accent are one sign, as most programs write them and those of macOS do not.
#[must_use]
pub fn composed(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for sign in text.chars() {
        let letter = ACCENTS.iter().find(|(mark, ..)| *mark == sign).and_then(|(_, plain, accented)| {
            let at = plain.chars().position(|plain| whole.ends_with(plain))?;
            accented.chars().nth(at)
        });
        if letter.is_some() {
            whole.pop();
        }
        whole.push(letter.unwrap_or(sign));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_accent_become_one() {
        assert_eq!(
            composed("Tre\u{301}mouille, Chalinargues, Lavigerie e\u{302}t\u{302}"),
            "Trémouille, Chalinargues, Lavigerie êt\u{302}"
        );
        for (mark, plain, accented) in ACCENTS {
            assert_eq!(plain.chars().count(), accented.chars().count(), "{mark:?}");
        }
    }

    #[test]
    fn letters_of_western_europe_change_as_the_standard_library_says() {
        for letter in ('\0'..'\u{180}').filter(|letter| *letter < '\u{100}' || "ŒœŸ".contains(*letter)) {
            let mut said = letter.to_lowercase();
            assert_eq!((said.next(), said.next()), (Some(small(letter)), None), "{letter}");
            let said: Vec<char> = letter.to_uppercase().collect();
            // The long s and the micro sign have capitals of other alphabets, or none of one letter.
            let same = "ßµ".contains(letter) || said == [capital(letter)];
            assert!(same, "{letter}: {said:?}");
        }
    }
}
