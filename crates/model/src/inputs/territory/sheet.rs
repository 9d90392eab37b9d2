//! A table of facts as CSV text: its size, its encoding, its header and its numbers, with every mistake told in place.

use super::csv_text::Lines;
use crate::inputs::mistakes::nearness;
use crate::inputs::mistakes::{Facts, Help, Mistakes, Spot, Wrong};
use crate::kernel::decimal;

/// Largest file read, in bytes: about 40,000 communes.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// Mistakes after which rows are no longer read: nobody mends more in one go.
const ENOUGH: usize = 1000;
/// Columns beyond this are not even named.
const MOST_COLUMNS: usize = 200;

/// A readable table, and where its mistakes go.
pub(super) struct Sheet<'a> {
    lines: Lines<'a>,
    pub(super) mistakes: &'a mut Mistakes,
}

impl<'a> Sheet<'a> {
    /// The text of a file; `None`, with a mistake told, when it is too large or no text.
    pub(super) fn open(file: &'a str, bytes: &'a [u8], mistakes: &'a mut Mistakes) -> Option<Self> {
        if bytes.len() > MOST_BYTES {
            mistakes.push(Spot::whole(file), Facts::TooLarge { bytes: bytes.len(), most: MOST_BYTES }, None);
            return None;
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(Self { lines: Lines::new(file, text), mistakes }),
            Err(error) => {
                let byte = error.valid_up_to();
                let sound = std::str::from_utf8(&bytes[..byte]).unwrap_or_default();
                let spot = Spot::new(file, sound, byte..byte + 1);
                mistakes.push(spot, Facts::NotUtf8 { byte }, Help::SaveUtf8);
                None
            }
        }
    }

    /// The rows below the header that have its length, each with the byte where it starts, and how many there are in all.
    pub(super) fn rows(&mut self) -> (Vec<(usize, Vec<String>)>, usize) {
        let expected = self.header().len();
        let (mut rows, mut count) = (Vec::new(), 0);
        let records: Vec<_> = self.lines.records().skip(1).collect();
        for (start, record) in records {
            count += 1;
            if self.enough() {
                break;
            }
            if record.len() == expected {
                rows.push((start, record));
            } else {
                let found = record.len();
                self.push(start, found.min(expected), Facts::RowLength { found, expected }, None);
            }
        }
        (rows, count)
    }

    /// The names of the columns.
    pub(super) fn header(&self) -> Vec<String> {
        self.lines.records().next().map_or_else(Vec::new, |(_, header)| header)
    }

    /// Where each of the columns `names` stands in the rows, and each of those that may be left out; `None` when one of
    /// `names` is missing.
    pub(super) fn columns<const N: usize, const M: usize>(
        &mut self,
        header: &[String],
        names: &[&str; N],
        optional: &[&str; M],
    ) -> Option<([usize; N], [Option<usize>; M])> {
        if let Some((start, line)) = self.header_below(header, names) {
            self.push(start, 0, Facts::AboveHeader { line }, Help::TakeLinesAway);
            return None;
        }
        if let [only] = header
            && let Some(separator) = [';', '\t', '|'].into_iter().find(|separator| only.contains(*separator))
        {
            self.push(0, 0, Facts::Separator { separator: separator.to_string() }, None);
            return None;
        }
        let (mut found, mut beside) = ([None; N], [None; M]);
        let mut unknown = Vec::new();
        for (at, name) in header.iter().enumerate().take(MOST_COLUMNS) {
            let name = name.trim();
            let place = match names.iter().position(|known| *known == name) {
                Some(which) => Some(&mut found[which]),
                None => optional.iter().position(|known| *known == name).map(|which| &mut beside[which]),
            };
            match place {
                Some(Some(_)) => {
                    self.push(0, at, Facts::ColumnTwice { column: name.to_owned() }, None);
                }
                Some(place) => *place = Some(at),
                None => unknown.push((at, name)),
            }
        }
        let missing: Vec<&str> =
            names.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(name, _)| *name).collect();
        let mut meant = Vec::new();
        for (at, name) in unknown {
            let absent = optional.iter().zip(&beside).filter(|(_, at)| at.is_none()).map(|(name, _)| *name);
            let near = nearness::nearest(name, missing.iter().copied().chain(absent)).or_else(|| {
                missing.iter().copied().find(|column| column.split('_').next() == name.split('_').next())
            });
            meant.extend(near);
            let help = near.map(|near| Help::DidYouMean { near: near.to_owned() });
            self.push(0, at, Facts::ColumnUnknown { column: name.to_owned() }, help);
        }
        for column in missing.iter().filter(|column| !meant.contains(column)) {
            let wrong = Facts::ColumnMissing { column: (*column).to_owned() };
            self.push(0, 0, wrong, None);
        }
        missing.is_empty().then(|| (found.map(Option::unwrap_or_default), beside))
    }

    /// Where the names of columns stand, when that is below the first line.
    fn header_below(&self, header: &[String], names: &[&str]) -> Option<(usize, usize)> {
        let known = |record: &[String]| record.iter().filter(|name| names.contains(&name.trim())).count();
        let below = self.lines.records().skip(1).take(MOST_COLUMNS).find(|(_, record)| known(record) > 1);
        let (start, _) = below.filter(|_| known(header) == 0)?;
        Some((start, self.line(start, 0)))
    }

    /// The number in `text`, the field `at` of the row that starts at `start`; `None`, told, when there is none of its
    /// range.
    pub(super) fn number(
        &mut self,
        (start, at): (usize, usize),
        column: &str,
        text: &str,
        [low, high]: [f64; 2],
        means: Option<(&'static str, &'static str)>,
    ) -> Option<f64> {
        match decimal::parse(text) {
            Some(value) if (low..=high).contains(&value) => return Some(value),
            Some(value) if value.is_finite() => {
                let wrong = Facts::OutOfRange { column: column.to_owned(), value, low, high };
                self.push(start, at, wrong, means.map(|means| Help::Means { means }));
            }
            _ => {
                let (wrong, help) = no_number(column.to_owned(), text);
                self.push(start, at, wrong, help);
            }
        }
        None
    }

    /// Whether to stop reading rows.
    pub(super) fn enough(&self) -> bool {
        self.mistakes.0.len() >= ENOUGH
    }

    /// The line on which a field stands.
    pub(super) fn line(&self, record: usize, field: usize) -> usize {
        self.lines.spot(self.lines.field(record, field)).line
    }

    /// A mistake in a field.
    pub(super) fn push(
        &mut self,
        record: usize,
        field: usize,
        what: impl Into<Wrong>,
        help: impl Into<Option<Help>>,
    ) {
        self.mistakes.push(self.lines.spot(self.lines.field(record, field)), what, help);
    }
}

/// What stands where a number should.
fn no_number(column: String, text: &str) -> (Facts, Option<Help>) {
    let (value, point) = (shown(text), text.replacen(',', ".", 1));
    if text.is_empty() {
        return (Facts::Missing { column }, Some(Help::Estimate));
    }
    if matches!(
        text.to_ascii_lowercase().as_str(),
        "s" | "c" | "nd" | "n.d." | "na" | "n/a" | "-" | "..." | "ns"
    ) {
        return (Facts::Secret { column, value }, Some(Help::Estimate));
    }
    if point == text || decimal::parse(&point).is_none() {
        return (Facts::NotNumber { column, value }, None);
    }
    match text.split_once(',') {
        Some((whole, rest)) if rest.len() == 3 && whole.len() <= 3 => {
            let whole = format!("{whole}{rest}");
            (Facts::Thousands { column, value }, Some(Help::ThousandsOrDecimals { whole, decimals: point }))
        }
        _ => (Facts::NotNumber { column, value }, Some(Help::WithPoint { text: point })),
    }
}

/// A value cut to what fits on a line.
pub(super) fn shown(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() { cut + "..." } else { cut }
}
