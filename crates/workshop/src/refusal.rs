//! Why a request is not answered.

use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Files, SET, as_text, text_of};
use hameau_model::kernel::language::Language;

/// Mistakes, as `hameau check` prints them, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// What is wrong, in English.
    pub text: String,
    /// The same in French, of the mistakes of a scenario: those of a request are for who writes the page.
    pub text_fr: Option<String>,
    /// How many mistakes there are.
    pub count: usize,
}

impl Refusal {
    /// One mistake in a request itself.
    pub fn one(what: &str) -> Self {
        Self { text: format!("error: {what}\n"), text_fr: None, count: 1 }
    }

    /// The mistakes of a scenario; `set` are the overrides that were read with it.
    pub fn new(mistakes: &Mistakes, files: &dyn Files, set: &[String]) -> Self {
        let text = |language| {
            printer::render(mistakes, false, language, &|file| {
                if file == SET { Some(as_text(set)) } else { text_of(files, file) }
            })
        };
        let text_fr = Some(text(Language::French));
        Self { text: text(Language::English), text_fr, count: mistakes.0.len() }
    }
}
