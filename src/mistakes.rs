//! What a user got wrong, said so that it can be mended: file, line, column, key, value, allowed range, suggestion.
//!
//! Reading never stops at the first mistake: every reader pushes into one [`Mistakes`] and the caller stops afterwards.

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

/// The kinds of mistakes. The text of each is its only wording.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Wrong {
    /// The file cannot be read.
    #[error("cannot read `{path}`: {why}")]
    Unreadable {
        /// Path as the user named it.
        path: String,
        /// What the system says.
        why: String,
    },
    /// Bytes that are not text.
    #[error("the file is not UTF-8 text: its byte {byte} cannot be read")]
    FactsNotUtf8 {
        /// Position of the first unreadable byte, from 0.
        byte: usize,
    },
    /// A file too large to be what it says.
    #[error("the file has {bytes} bytes, more than the {most} allowed")]
    FactsTooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// A table of facts separated by something else than commas.
    #[error("columns are separated by `{separator}`, not by commas")]
    FactsSeparator {
        /// What separates them.
        separator: char,
    },
    /// A column of facts that is not there.
    #[error("column `{column}` is missing")]
    FactsColumnMissing {
        /// The column.
        column: String,
    },
    /// A column of facts that nobody knows.
    #[error("column `{column}` is unknown")]
    FactsColumnUnknown {
        /// The column.
        column: String,
    },
    /// A column of facts that is there twice.
    #[error("column `{column}` is there twice")]
    FactsColumnTwice {
        /// The column.
        column: String,
    },
    /// A row of another length than the header.
    #[error("the row has {found} fields, the header {expected}")]
    FactsRowLength {
        /// Fields of the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// A fact that is not a finite number.
    #[error("`{column}` is `{value}`, not a finite number")]
    FactsNotNumber {
        /// The column.
        column: String,
        /// What is written.
        value: String,
    },
    /// A fact outside its range.
    #[error("`{column}` is {value}, outside {low} to {high}")]
    FactsOutOfRange {
        /// The column.
        column: String,
        /// What is written.
        value: f64,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// A code of a commune that cannot be one.
    #[error("`{value}` is not a commune's code")]
    FactsCode {
        /// What is written.
        value: String,
    },
    /// A commune that is there twice.
    #[error("commune `{code}` is already on line {line}")]
    FactsCodeTwice {
        /// Its code.
        code: String,
        /// Line of the first.
        line: usize,
    },
    /// A commune without a name.
    #[error("commune `{code}` has no name")]
    FactsNoName {
        /// Its code.
        code: String,
    },
    /// A part larger than its whole.
    #[error("`{part}` is {part_value}, more than `{whole}`, {whole_value}")]
    FactsPartExceeds {
        /// The part.
        part: &'static str,
        /// Its value.
        part_value: f64,
        /// The whole.
        whole: &'static str,
        /// Its value.
        whole_value: f64,
    },
    /// Parts that do not add up to their whole.
    #[error("{parts} make {sum:.2}, but `{whole}` is {whole_value}")]
    FactsSum {
        /// The parts.
        parts: &'static str,
        /// Their sum.
        sum: f64,
        /// The whole.
        whole: &'static str,
        /// Its value.
        whole_value: f64,
    },
    /// More adults than addresses.
    #[error("`{column}` is {value}, more than the {most} people of one age class that can be told apart")]
    FactsTooMany {
        /// The age class.
        column: &'static str,
        /// Its value.
        value: f64,
        /// The limit.
        most: u32,
    },
    /// More communes than can be told apart.
    #[error("there are {found} communes, more than the {most} that can be told apart")]
    FactsTooManyCommunes {
        /// Rows found.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// A territory without a commune.
    #[error("no commune: the table has a header and no row")]
    FactsEmpty,
    /// What the TOML parser says.
    #[error("{message}")]
    TerritorySyntax {
        /// Its message.
        message: String,
    },
    /// A key of a territory that nobody knows.
    #[error("key `{key}` is unknown in a territory")]
    TerritoryKeyUnknown {
        /// The key.
        key: String,
    },
    /// A key of a territory that is not there.
    #[error("key `{key}` is missing")]
    TerritoryKeyMissing {
        /// The key.
        key: String,
    },
    /// A key of a territory with a value of another kind.
    #[error("`{key}` is {found}, not {expected}")]
    TerritoryKind {
        /// The key.
        key: String,
        /// What is written.
        found: String,
        /// What is expected.
        expected: &'static str,
    },
    /// A number of a territory outside its range.
    #[error("`{key}` is {value}, outside {low} to {high}")]
    TerritoryOutOfRange {
        /// The key.
        key: String,
        /// What is written.
        value: f64,
        /// Smallest allowed value.
        low: f64,
        /// Largest allowed value.
        high: f64,
    },
    /// A territory that names a file and is also made up, or neither.
    #[error("a territory has either `communes`, a file, or a section `[synthetic]`")]
    TerritoryTwofold,
    /// Totals that no territory can have.
    #[error("no territory has these totals: {why}")]
    TerritoryTotals {
        /// Why not.
        why: String,
    },
}

/// All mistakes found so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// Adds one.
    pub fn push(&mut self, spot: Spot, what: Wrong, help: Option<String>) {
        self.0.push(Mistake { spot, what, help });
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
