//! What a user got wrong, said so that it can be mended: file, line, column, key, value, allowed range, suggestion.
//!
//! What is said stands in four tables of sentences, in English and in French: what is wrong in a scenario ([`Wrong`]) and in
//! a territory ([`Facts`]), how it is mended ([`Help`]), and the parts of all these ([`Phrase`]).
//!
//! Reading never stops at the first mistake: every reader pushes into one [`Mistakes`] and the caller stops afterwards.

mod facts;
mod help;
mod labels;
pub mod nearness;
mod phrase;
mod sentences;
mod wrong;

pub use facts::Facts;
pub use help::Help;
pub use phrase::Phrase;
pub(crate) use sentences::visible;
pub use sentences::{Sentence, Shown};
pub use wrong::Wrong;

use crate::kernel::letters;
use std::fmt;
use std::ops::Range;

/// Mistakes shown at most; the rest is counted.
pub const MOST_SHOWN: usize = 50;
/// Characters of a name at most: names of files are made of them.
pub const LONGEST_NAME: usize = 80;
/// Characters of any other text at most.
pub const LONGEST_TEXT: usize = 2_000;

/// Where a mistake stands: a file (or `--set`) and the bytes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file as the user named it, or `--set`.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The bytes at fault.
    pub span: Range<usize>,
}

impl Spot {
    /// The spot of `span` in `text`, the content of `file`.
    #[must_use]
    pub fn new(file: &str, text: &str, span: Range<usize>) -> Self {
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            span,
        }
    }

    /// A file as a whole.
    #[must_use]
    pub fn whole(file: &str) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1, span: 0..0 }
    }
}

/// One mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Where it stands.
    pub spot: Spot,
    /// What is wrong, naming key and value, without a full stop.
    pub what: Wrong,
    /// How to mend it, when we can tell.
    pub help: Option<Help>,
}

/// What is wrong with a text that anybody may read, at most so many characters long.
pub(crate) fn unfit(key: &str, text: &str, most: usize) -> Option<(Wrong, Help)> {
    // What people read may have several lines; a path or a name has one.
    let lines = matches!(key, "title" | "en" | "fr" | "source");
    let key = || key.to_owned();
    if let Some(sign) = text.chars().find(|sign| letters::hidden(*sign) && !(lines && *sign == '\n')) {
        let sign = format!("U+{:04X}", u32::from(sign));
        return Some((Wrong::HiddenSign { key: key(), sign }, Help::TakeSignAway));
    }
    let count = text.chars().count();
    (count > most).then(|| (Wrong::TooLong { key: key(), count, most }, Help::Shorten { most }))
}

/// All mistakes found so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// Adds one.
    pub fn push(&mut self, spot: Spot, what: impl Into<Wrong>, help: impl Into<Option<Help>>) {
        self.0.push(Mistake { spot, what: what.into(), help: help.into() });
    }

    /// `Ok(value)` when nothing is wrong, all mistakes otherwise.
    ///
    /// # Errors
    /// When there is at least one mistake.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Mistake { spot, what, help } in self.0.iter().take(MOST_SHOWN) {
            let mut file = String::new();
            visible(&spot.file, &mut file);
            writeln!(f, "{file}:{}:{}: {what}", spot.line, spot.column)?;
            if let Some(help) = help {
                writeln!(f, "  {help}")?;
            }
        }
        if self.0.len() > MOST_SHOWN {
            writeln!(f, "... and {} more", self.0.len() - MOST_SHOWN)?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}
