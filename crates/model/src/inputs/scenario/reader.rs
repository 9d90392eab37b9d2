//! Reading one value of one key, with a mistake when it is not what it should be.

use super::source::{Source, shorten};
use super::written::{Layer, Written};
use crate::inputs::mistakes::{Help, LONGEST_NAME, LONGEST_TEXT, Mistakes, Phrase, Wrong, unfit};
use crate::kernel::letters;
use crate::kernel::order;
use crate::kernel::units::Month;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a TOML file with its place.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;
/// A key of a TOML file with its place.
pub(super) type Name<'t> = Spanned<Cow<'t, str>>;

/// Reads one file of one layer and collects what is wrong in it.
pub(super) struct Reader<'r> {
    pub source: &'r Source,
    pub layer: Layer,
    pub mistakes: &'r mut Mistakes,
}

impl Reader<'_> {
    /// Notes a mistake.
    pub fn wrong(&mut self, span: Range<usize>, what: Wrong, help: impl Into<Option<Help>>) {
        self.mistakes.push(self.source.spot(span), what, help);
    }

    /// A value that was read, with where it stands.
    pub fn written<T>(&self, value: T, span: Range<usize>) -> Written<T> {
        Written { value, layer: self.layer, spot: self.source.spot(span), source: None }
    }

    /// Notes that a value is of another type than wanted.
    pub fn other_type(
        &mut self,
        key: &str,
        value: &Value<'_>,
        wanted: Phrase,
        help: impl Into<Option<Help>>,
    ) {
        let what = Wrong::WrongType {
            key: key.to_owned(),
            value: self.shown(value),
            wanted,
            found: Phrase::of(value.get_ref()),
        };
        self.wrong(value.span(), what, help);
    }

    /// The value as a message shows it.
    pub fn shown(&self, value: &Value<'_>) -> String {
        self.source.shown(value.span())
    }

    /// Text that is not empty.
    pub fn text(&mut self, key: &str, value: &Value<'_>) -> Option<Written<String>> {
        let Some(text) = value.get_ref().as_str() else {
            let scalar = matches!(
                value.get_ref(),
                DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_)
            );
            let help =
                scalar.then(|| Help::BetweenQuotes { text: format!("{key} = \"{}\"", self.shown(value)) });
            self.other_type(key, value, Phrase::Text, help);
            return None;
        };
        if text.trim().is_empty() {
            self.wrong(value.span(), Wrong::EmptyText { key: key.to_owned() }, None);
            return None;
        }
        if let Some((what, mut help)) = unfit(key, text, LONGEST_TEXT) {
            // An escape that nobody meant: a path with the separators of Windows.
            let raw = self.source.text().get(value.span()).unwrap_or_default();
            if raw.contains('\\') {
                help = Help::Write { text: format!("{key} = {}", shorten(&raw.replace('\\', "/"))) };
            }
            self.wrong(value.span(), what, help);
            return None;
        }
        Some(self.written(letters::composed(text), value.span()))
    }

    /// A name of small letters, digits and hyphens.
    pub fn name(&mut self, key: &str, value: &Value<'_>) -> Option<Written<String>> {
        let name = self.text(key, value)?;
        if let Some((what, help)) = unfit(key, &name.value, LONGEST_NAME) {
            self.wrong(value.span(), what, help);
            return None;
        }
        if is_name(&name.value) {
            return Some(name);
        }
        let better = as_name(&name.value);
        let help =
            is_name(&better).then(|| Help::Write { text: format!("{key} = \"{}\"", shorten(&better)) });
        let what = Wrong::BadName { key: key.to_owned(), value: self.shown(value) };
        self.wrong(value.span(), what, help);
        None
    }

    /// A month, written `"2017-03"`.
    pub fn month(&mut self, key: &str, value: &Value<'_>) -> Option<Written<Month>> {
        let wanted = Phrase::AMonth;
        match value.get_ref() {
            DeValue::String(text) => {
                if let Some(month) = Month::parse(text) {
                    return Some(self.written(month, value.span()));
                }
                let (why, help) = why_no_month(key, text);
                let what = Wrong::NotAMonth { key: key.to_owned(), value: self.shown(value), why };
                self.wrong(value.span(), what, help);
                None
            }
            DeValue::Datetime(date) => {
                let write = |date: toml::value::Date| Help::Write {
                    text: format!("{key} = \"{:04}-{:02}\"", date.year, date.month),
                };
                let help = date.date.map(write);
                self.other_type(key, value, wanted, help);
                None
            }
            DeValue::Integer(year) => {
                let year = year.as_str();
                let first = format!("{year}-01");
                let help =
                    Month::parse(&first).map(|_| Help::ForJanuary { text: format!("{key} = \"{first}\"") });
                self.other_type(key, value, wanted, help);
                None
            }
            _ => {
                self.other_type(key, value, wanted, None);
                None
            }
        }
    }

    /// A table.
    pub fn table<'v, 't>(
        &mut self,
        key: &str,
        value: &'v Value<'t>,
        help: impl Into<Option<Help>>,
    ) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.other_type(key, value, Phrase::Table, help);
        }
        table
    }
}

/// Whether text can name a scenario or an entry.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The nearest text that can be a name.
pub(super) fn as_name(text: &str) -> String {
    let dashed: String = crate::inputs::mistakes::nearness::folded(text)
        .chars()
        .take(LONGEST_NAME)
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' })
        .collect();
    dashed.trim_matches('-').to_owned()
}

/// Why text is not a month, and what was probably meant.
pub(super) fn why_no_month(key: &str, text: &str) -> (Phrase, Option<Help>) {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', ' ']).collect();
    let write = |year: u32, month: u32| {
        let written = format!("{year:04}-{month:02}");
        Month::parse(&written).map(|_| format!("{key} = \"{written}\""))
    };
    let numbers: Vec<Option<u32>> = parts
        .iter()
        .map(|part| if part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None })
        .collect();
    let written = |year, month| write(year, month).map(|text| Help::Write { text });
    let form = Phrase::MonthForm;
    match (numbers.as_slice(), parts.as_slice()) {
        ([Some(year), Some(month)], [_, digits]) if *year >= 1000 => {
            if !(1..=12).contains(month) {
                (Phrase::NoMonth { digits: (*digits).to_owned() }, None)
            } else if Month::parse(&format!("{year:04}-{month:02}")).is_none() {
                (Phrase::YearOutside { first: Month::FIRST.year(), last: Month::LAST.year() }, None)
            } else {
                (form, written(*year, *month))
            }
        }
        ([Some(month), Some(year)], _) if *year >= 1000 => (form, written(*year, *month)),
        ([Some(year), Some(month), Some(_)], _) if *year >= 1000 => (Phrase::HasDay, written(*year, *month)),
        ([Some(_), Some(month), Some(year)], _) if *year >= 1000 => (Phrase::HasDay, written(*year, *month)),
        ([Some(year)], _) => (form, write(*year, 1).map(|text| Help::ForJanuary { text })),
        _ => (form, Some(Help::ForInstance { text: format!("{key} = \"2017-03\"") })),
    }
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'v, 't>(table: &'v DeTable<'t>) -> Vec<(&'v Name<'t>, &'v Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    order::by_key(&mut entries, |(key, _)| key.span().start);
    entries
}
