//! Reading one value of one key, with a mistake when it is not what it should be.

use super::source::Source;
use super::written::{Layer, Written};
use crate::inputs::mistakes::{Mistakes, Wrong};
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
    pub fn wrong(&mut self, span: Range<usize>, what: Wrong, help: Option<String>) {
        self.mistakes.push(self.source.spot(span), what, help);
    }

    /// A value that was read, with where it stands.
    pub fn written<T>(&self, value: T, span: Range<usize>) -> Written<T> {
        Written { value, layer: self.layer, spot: self.source.spot(span), source: None }
    }

    /// Notes that a value is of another type than wanted.
    pub fn other_type(&mut self, key: &str, value: &Value<'_>, wanted: &str, help: Option<String>) {
        let what = Wrong::WrongType {
            key: key.to_owned(),
            value: self.shown(value),
            wanted: wanted.to_owned(),
            found: type_of(value.get_ref()).to_owned(),
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
            let help = scalar.then(|| format!("between quotes: `{key} = \"{}\"`", self.shown(value)));
            self.other_type(key, value, "text", help);
            return None;
        };
        if text.trim().is_empty() {
            self.wrong(value.span(), Wrong::EmptyText { key: key.to_owned() }, None);
            return None;
        }
        Some(self.written(text.to_owned(), value.span()))
    }

    /// A name of small letters, digits and hyphens.
    pub fn name(&mut self, key: &str, value: &Value<'_>) -> Option<Written<String>> {
        let name = self.text(key, value)?;
        if is_name(&name.value) {
            return Some(name);
        }
        let better = as_name(&name.value);
        let help =
            is_name(&better).then(|| format!("write `{key} = \"{}\"`", super::source::shorten(&better)));
        let what = Wrong::BadName { key: key.to_owned(), value: self.shown(value) };
        self.wrong(value.span(), what, help);
        None
    }

    /// A month, written `"2017-03"`.
    pub fn month(&mut self, key: &str, value: &Value<'_>) -> Option<Written<Month>> {
        let wanted = "a month such as \"2017-03\"";
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
                let help =
                    date.date.map(|date| format!("write `{key} = \"{:04}-{:02}\"`", date.year, date.month));
                self.other_type(key, value, wanted, help);
                None
            }
            DeValue::Integer(year) => {
                let year = year.as_str();
                let first = format!("{year}-01");
                let help = Month::parse(&first).map(|_| format!("write `{key} = \"{first}\"` for January"));
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
        help: Option<String>,
    ) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.other_type(key, value, "a table", help);
        }
        table
    }
}

/// What a value is, in the words of someone who is no programmer.
fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Whether text can name a scenario or an entry.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The nearest text that can be a name.
pub(super) fn as_name(text: &str) -> String {
    let dashed: String = super::nearness::folded(text)
        .chars()
        .map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' })
        .collect();
    dashed.trim_matches('-').to_owned()
}

/// Why text is not a month, and what was probably meant.
pub(super) fn why_no_month(key: &str, text: &str) -> (String, Option<String>) {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', ' ']).collect();
    let write = |year: u32, month: u32| {
        let written = format!("{year:04}-{month:02}");
        Month::parse(&written).map(|_| format!("write `{key} = \"{written}\"`"))
    };
    let numbers: Vec<Option<u32>> = parts
        .iter()
        .map(|part| if part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None })
        .collect();
    let form = "a month is a year, a hyphen and two digits".to_owned();
    match (numbers.as_slice(), parts.as_slice()) {
        ([Some(year), Some(month)], [_, digits]) if *year >= 1000 => {
            if !(1..=12).contains(month) {
                (format!("there is no month {digits}"), None)
            } else if Month::parse(&format!("{year:04}-{month:02}")).is_none() {
                (format!("the year is not between {} and {}", Month::FIRST.year(), Month::LAST.year()), None)
            } else {
                (form, write(*year, *month))
            }
        }
        ([Some(month), Some(year)], _) if *year >= 1000 => (form, write(*year, *month)),
        ([Some(year), Some(month), Some(_)], _) if *year >= 1000 => {
            ("it has a day, and programmes count in months".to_owned(), write(*year, *month))
        }
        ([Some(_), Some(month), Some(year)], _) if *year >= 1000 => {
            ("it has a day, and programmes count in months".to_owned(), write(*year, *month))
        }
        ([Some(year)], _) => (form, write(*year, 1).map(|help| help + " for January")),
        _ => (form, Some(format!("for instance `{key} = \"2017-03\"`"))),
    }
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'v, 't>(table: &'v DeTable<'t>) -> Vec<(&'v Name<'t>, &'v Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    order::by_key(&mut entries, |(key, _)| key.span().start);
    entries
}
