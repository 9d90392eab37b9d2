//! What a page is made of, before it is HTML.

use serde::Serialize;

/// One of the ten parts.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Its number.
    pub number: usize,
    /// Its title.
    pub title: &'static str,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// A heading below that of the part.
    Heading {
        /// Its text.
        text: String,
    },
    /// A heading below that.
    Minor {
        /// Its text.
        text: String,
    },
    /// Sentences.
    List {
        /// One each.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
    /// Charts beside each other, each with its table.
    Figures {
        /// The charts.
        figures: Vec<Figure>,
    },
    /// Lines to type.
    Command {
        /// The lines.
        text: String,
    },
    /// What stands beside.
    Aside {
        /// Its title.
        title: String,
        /// Its content.
        blocks: Vec<Block>,
    },
}

/// A table; the first cell of each row is its head.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Its words.
    pub text: String,
    /// Whether numbers stand under it.
    pub number: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// Its words.
    pub text: String,
    /// More words, on a line of their own.
    pub more: Option<String>,
    /// What is said in a sign and a word: the verdict's class.
    pub class: Option<&'static str>,
    /// Whether it is a number.
    pub number: bool,
    /// Whether it is code.
    pub code: bool,
    /// Whether it is English in any language.
    pub english: bool,
}

/// A chart and its numbers.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// The drawing.
    pub svg: String,
    /// What it shows and how to read it.
    pub caption: String,
    /// Its numbers.
    pub table: Table,
}

impl Table {
    /// An empty table: columns of words, then columns of numbers.
    #[must_use]
    pub fn new(caption: &str, words: &[&str], numbers: &[&str]) -> Self {
        let head = |number| move |text: &&str| Head { text: (*text).to_owned(), number };
        let heads = words.iter().map(head(false)).chain(numbers.iter().map(head(true)));
        Self { caption: caption.to_owned(), heads: heads.collect(), rows: Vec::new() }
    }
}

impl Cell {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A number as it is read; a dash where there is none.
    #[must_use]
    pub fn number(text: Option<String>) -> Self {
        Self { text: text.unwrap_or_else(|| "–".to_owned()), number: true, ..Self::default() }
    }

    /// Code.
    #[must_use]
    pub fn code(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: true, english: true, ..Self::default() }
    }

    /// English in any language.
    #[must_use]
    pub fn english(text: impl Into<String>) -> Self {
        Self { text: text.into(), english: true, ..Self::default() }
    }
}

impl Block {
    /// A paragraph.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// A heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { text: text.into() }
    }

    /// A heading below that.
    #[must_use]
    pub fn minor(text: impl Into<String>) -> Self {
        Self::Minor { text: text.into() }
    }
}
