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

#[cfg(test)]
mod tests {
    use super::*;

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
