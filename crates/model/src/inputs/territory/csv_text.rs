//! Where a field of a CSV text stands: the parser tells where a record starts, not where its fields do.

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

    /// The bytes of field number `field` of the record that starts at or after `record`; the end of the record when it
    /// has fewer fields.
    pub(super) fn field(&self, record: usize, field: usize) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let breaks = |at: usize| matches!(bytes.get(at), Some(b'\n' | b'\r'));
        let mut start = record.min(bytes.len());
        while breaks(start) || self.text[start..].starts_with('\u{feff}') {
            start += if breaks(start) { 1 } else { '\u{feff}'.len_utf8() };
        }
        let (mut left, mut at, mut quoted) = (field, start, false);
        loop {
            match bytes.get(at) {
                None => return start..at,
                Some(b'"') => quoted = !quoted,
                Some(b'\n' | b'\r') if !quoted => return start..at,
                Some(b',') if !quoted => {
                    if left == 0 {
                        return start..at;
                    }
                    left -= 1;
                    start = at + 1;
                }
                Some(_) => {}
            }
            at += 1;
        }
    }
}
