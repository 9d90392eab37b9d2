//! The records of a plain table: fields separated by commas, between quotes where they hold one, and where each stands.
//!
//! Tables of other forms are made plain before they come here, by whoever opens files; this much travels in the page.

use crate::inputs::mistakes::Spot;
use std::ops::Range;

/// A text and the starts of its lines, so that a spot costs no walk through the file.
pub(super) struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { file, text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The spot of some bytes.
    pub(super) fn spot(&self, span: Range<usize>) -> Spot {
        let line = self.starts.partition_point(|start| *start <= span.start);
        let start = self.starts[line - 1];
        let column = self.text.get(start..span.start).map_or(1, |before| before.chars().count() + 1);
        Spot { file: self.file.to_owned(), line, column, span }
    }

    /// The records, each with the byte where it starts and its fields; empty lines are none.
    pub(super) fn records(&self) -> impl Iterator<Item = (usize, Vec<String>)> {
        let mut at = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        std::iter::from_fn(move || {
            while self.breaks(at) {
                at += 1;
            }
            let (start, mut fields) = (at, Vec::new());
            while at < self.text.len() {
                let end = self.end_of_field(at);
                fields.push(unquoted(&self.text[at..end]));
                at = end + usize::from(self.text.as_bytes().get(end) == Some(&b','));
                if at == end {
                    break;
                }
                if at == self.text.len() || self.breaks(at) {
                    fields.push(String::new());
                    break;
                }
            }
            (!fields.is_empty()).then_some((start, fields))
        })
    }

    /// The bytes of field number `field` of the record that starts at `record`; the end of the record when it has fewer
    /// fields.
    pub(super) fn field(&self, record: usize, field: usize) -> Range<usize> {
        let mut start = record.min(self.text.len());
        if start == 0 && self.text.starts_with('\u{feff}') {
            start = '\u{feff}'.len_utf8();
        }
        while self.breaks(start) {
            start += 1;
        }
        for _ in 0..field {
            let end = self.end_of_field(start);
            if self.text.as_bytes().get(end) != Some(&b',') {
                return start..end;
            }
            start = end + 1;
        }
        start..self.end_of_field(start)
    }

    fn breaks(&self, at: usize) -> bool {
        matches!(self.text.as_bytes().get(at), Some(b'\n' | b'\r'))
    }

    /// Where the field that starts at `start` ends: at a comma or the end of a line, unless between quotes.
    fn end_of_field(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let (opened, mut quoted, mut at) = (bytes.get(start) == Some(&b'"'), false, start);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' if opened => quoted = !quoted,
                b',' | b'\n' | b'\r' if !quoted => break,
                _ => {}
            }
            at += 1;
        }
        at
    }
}

/// The text of a field, without its quotes.
fn unquoted(field: &str) -> String {
    match field.strip_prefix('"') {
        Some(inner) => inner.strip_suffix('"').unwrap_or(inner).replace("\"\"", "\""),
        None => field.to_owned(),
    }
}
