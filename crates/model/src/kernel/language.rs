//! The language in which results are read.

/// A language of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    /// The language of a locale such as `fr_FR.UTF-8`: French when it says so, English for any other.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }

    /// The one of two texts, English and French, that is in this language.
    #[must_use]
    pub fn of<T>(self, (english, french): (T, T)) -> T {
        match self {
            Self::English => english,
            Self::French => french,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_is_french_or_else_english() {
        for locale in ["fr", "fr_FR", "fr_CA.UTF-8", "FR", "fr@euro", "fr-FR"] {
            assert_eq!(Language::of_locale(locale), Language::French, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en_GB.UTF-8", "de_DE", "frr_DE", "fry"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
