//! A text in both languages.

use hameau_words::Language;
use serde::Serialize;

/// A text of the tables in English and in French.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Words {
    pub en: &'static str,
    pub fr: &'static str,
}

impl From<(&'static str, &'static str)> for Words {
    fn from((en, fr): (&'static str, &'static str)) -> Self {
        Self { en, fr }
    }
}

/// A text that is made, in English and in French.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct OwnedWords {
    pub en: String,
    pub fr: String,
}

impl OwnedWords {
    /// What is said in each language.
    pub fn of(say: impl Fn(Language) -> String) -> Self {
        Self { en: say(Language::English), fr: say(Language::French) }
    }
}
