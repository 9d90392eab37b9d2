//! What a user got wrong, said so that it can be mended: file, line, column, key, value, allowed range, suggestion.
//!
//! Reading never stops at the first mistake: every reader pushes into one [`Mistakes`] and the caller stops afterwards.

mod facts;
mod wrong;

pub use facts::Facts;
pub use wrong::Wrong;

use std::fmt;
use std::ops::Range;

/// Mistakes shown at most; the rest is counted.
pub const MOST_SHOWN: usize = 50;

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
    pub help: Option<String>,
}

/// All mistakes found so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// Adds one.
    pub fn push(&mut self, spot: Spot, what: impl Into<Wrong>, help: Option<String>) {
        self.0.push(Mistake { spot, what: what.into(), help });
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
            writeln!(f, "{}:{}:{}: {what}", spot.file, spot.line, spot.column)?;
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
