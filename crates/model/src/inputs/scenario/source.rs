//! A file as text, with the lines it is made of.

use crate::inputs::mistakes::Spot;
use std::ops::Range;

/// Characters of a value shown in a message at most.
const SHOWN: usize = 48;

/// The text of one file.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// Whether a byte is a character: then columns need no counting, which long lines with many mistakes would feel.
    ascii: bool,
}

impl Source {
    /// The text of the file that the user calls `name`.
    #[must_use]
    pub fn new(name: &str, text: String) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let ascii = text.is_ascii();
        Self { name: name.to_owned(), text, lines, ascii }
    }

    /// The file as the user named it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All of the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line, from 1, on which a byte stands.
    #[must_use]
    pub fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    /// The byte at which a line, from 1, begins.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        self.lines[line - 1]
    }

    /// The text of a line, from 1, without its end.
    #[must_use]
    pub fn line_text(&self, line: usize) -> &str {
        let start = self.lines[line - 1];
        let end = self.lines.get(line).map_or(self.text.len(), |next| next - 1);
        self.text[start..end].trim_end_matches('\r')
    }

    /// The spot of these bytes.
    #[must_use]
    pub fn spot(&self, span: Range<usize>) -> Spot {
        let mut start = span.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let line = self.line(start);
        let before = &self.text[self.lines[line - 1]..start];
        let column = if self.ascii { before.len() } else { before.chars().count() } + 1;
        Spot { file: self.name.clone(), line, column, span: start..span.end.clamp(start, self.text.len()) }
    }

    /// These bytes as a message shows them: on one line, and cut when long.
    #[must_use]
    pub fn shown(&self, span: Range<usize>) -> String {
        shorten(self.text.get(span).unwrap_or_default())
    }
}

/// Text as a message shows it: on one line, and cut when long.
#[must_use]
pub fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push_str("...");
    }
    shown
}
