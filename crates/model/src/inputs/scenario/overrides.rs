//! `--set KEY=VALUE` and the points of a sweep: one key at a time, read with the same rules as a file.

use super::document::{Known, TOP};
use super::entry::ENTRY;
use super::reader::{Reader, Value};
use super::source::{Source, shorten};
use super::unknown::as_entry;
use super::written::{Draft, EntryDraft, Layer};
use crate::inputs::mistakes::nearness::{did_you_mean, listed};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Wrong};
use crate::inputs::parameters::{Kind, Row, SECTIONS, Section};
use crate::kernel::decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Overrides in the order given, each `KEY=VALUE`.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Of a point of a design.
    pub sweep: Vec<String>,
    /// Of the command line.
    pub set: Vec<String>,
}

/// How mistakes in overrides name their file.
pub const SET: &str = "--set";
/// See [`SET`].
pub const SWEEP: &str = "sweep";

/// The text in which spots of overrides stand: one on each line.
#[must_use]
pub fn as_text(overrides: &[String]) -> String {
    overrides.iter().map(|text| text.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n")
}

/// One layer of overrides. `known` are the entries that may be named; `torn` that there may be others.
pub(super) fn read(
    layer: Layer,
    overrides: &[String],
    known: &Known,
    torn: bool,
    mistakes: &mut Mistakes,
) -> Option<Draft> {
    if overrides.is_empty() {
        return None;
    }
    let name = if layer == Layer::Set { SET } else { SWEEP };
    let source = Source::new(name, as_text(overrides));
    let mut draft = Draft::new(layer, 0);
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    let mut start = 0;
    for line in source.text().split('\n') {
        let reader = Reader { source: &source, layer, mistakes };
        let one = One { start, line, reader, known, torn };
        one.read(&mut draft, &mut given);
        start += line.len() + 1;
    }
    Some(draft)
}

/// What stands after the `=` of an override, and at which byte; when it is a table, also moved there.
#[derive(Clone, Copy)]
struct Given<'v> {
    text: &'v str,
    at: usize,
    moved: &'v str,
}

/// One override.
struct One<'o> {
    start: usize,
    line: &'o str,
    reader: Reader<'o>,
    known: &'o Known,
    torn: bool,
}

impl One<'_> {
    fn read(mut self, draft: &mut Draft, given: &mut BTreeMap<String, usize>) {
        let (key, value) = match self.line.split_once('=') {
            Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => (key.trim(), value),
            _ => {
                let what = Wrong::SetForm { text: shorten(self.line) };
                let all = self.start..self.start + self.line.len();
                self.reader.wrong(all, what, Help::SetExample);
                return;
            }
        };
        let at = self.start + self.line.len() - self.line.trim_start().len();
        let span = at..at + key.len();
        let value_at = self.start + self.line.len() - value.len();
        // A lever has two spellings, with and without `params`.
        let lever = key.strip_prefix("programme.").map(|_| key.replacen(".params.", ".", 1));
        if given.insert(lever.unwrap_or_else(|| key.to_owned()), at).is_some() {
            let what = Wrong::SetTwice { key: shorten(key) };
            self.reader.wrong(span, what, Help::KeepOne);
            return;
        }
        let moved = if value.trim().starts_with('{') { moved(value, value_at) } else { String::new() };
        let value = Given { text: value, at: value_at, moved: &moved };
        match key.split_once('.') {
            Some(("programme", rest)) => self.entry(rest, span, value, draft),
            Some((section, rest)) => self.parameter(section, rest, span, value, draft),
            None if key == "without" => {
                if let Some(value) = self.value(value, false) {
                    let mut known = self.known.clone();
                    draft.without.extend(self.reader.without(&value, &mut known));
                }
            }
            None => {
                let help = one_named(key).or(Some(Help::KeyShape));
                self.reader.wrong(span, Wrong::UnknownParameter { name: shorten(key) }, help);
            }
        }
    }

    fn parameter(
        &mut self,
        section: &str,
        key: &str,
        span: Range<usize>,
        value: Given<'_>,
        draft: &mut Draft,
    ) {
        let Some(section) = Section::named(section) else {
            let name = format!("{section}.{key}");
            let help = nearest_parameter(&name);
            self.reader.wrong(span, Wrong::UnknownParameter { name: shorten(&name) }, help);
            return;
        };
        if let Some(kind) = section.instrument {
            let entries: Vec<&str> = self
                .known
                .iter()
                .filter(|(_, (instrument, _))| *instrument == kind)
                .map(|(name, _)| name.as_str())
                .collect();
            let help = entries.first().map_or_else(
                || as_entry(section, key),
                |entry| Help::NameTheEntry { entry: (*entry).to_owned(), key: key.to_owned() },
            );
            let what = Wrong::InstrumentAsSection { name: section.name.to_owned() };
            self.reader.wrong(span, what, help);
            return;
        }
        let key_span = span.end - key.len()..span.end;
        let before = self.reader.mistakes.0.len();
        match section.key(key) {
            Some(parameter) => {
                let row = parameter.row();
                let value = self.value(value, worded(row));
                if let Some(number) = value.and_then(|value| self.reader.parameter(row, &value)) {
                    draft.values.insert(parameter, number);
                }
            }
            None => self.unknown(section, key, key_span, value),
        }
        if self.reader.mistakes.0.len() > before {
            draft.unsure.insert(section.name);
        }
    }

    fn entry(&mut self, rest: &str, span: Range<usize>, value: Given<'_>, draft: &mut Draft) {
        let (name, key) = rest.split_once('.').unwrap_or((rest, ""));
        let Some(&(instrument, _)) = self.known.get(name) else {
            if !self.torn {
                let help = did_you_mean(name, self.known.keys().map(String::as_str))
                    .or_else(|| listed(Phrase::Entries, self.known.keys().map(String::as_str)));
                let what = Wrong::UnknownEntry { name: shorten(name) };
                let from = (span.start + "programme.".len()).min(span.end);
                self.reader.wrong(from..(from + name.len()).min(span.end), what, help);
            }
            return;
        };
        let mut entry = EntryDraft::new(name.to_owned(), self.reader.source.spot(span.clone()), instrument);
        let lever = key.strip_prefix("params.").unwrap_or(key);
        let key_span = span.end - lever.len()..span.end;
        if let Some(parameter) = instrument.key(lever) {
            let row = parameter.row();
            let Some(value) = self.value(value, worded(row)) else { return };
            if let Some(number) = self.reader.parameter(row, &value) {
                entry.params.insert(parameter, number);
            }
        } else if matches!(key, "from" | "until" | "place" | "commune" | "funding") {
            let Some(value) = self.value(value, key != "funding") else { return };
            self.reader.field(key, &value, &mut entry);
        } else if matches!(key, "name" | "instrument" | "params" | "") {
            let what = Wrong::UnknownKey { key: shorten(key), place: Phrase::InOverride };
            self.reader.wrong(if key.is_empty() { span } else { key_span }, what, Help::CanBeSet);
            return;
        } else if let Some(near) = did_you_mean(key, ENTRY) {
            let place = Phrase::In { what: "[[programme]]".to_owned() };
            let what = Wrong::UnknownKey { key: shorten(key), place };
            self.reader.wrong(key_span, what, Some(near));
            return;
        } else {
            self.unknown(instrument.section(), lever, key_span, value);
            return;
        }
        match draft.programme.iter_mut().find(|other| other.name == entry.name) {
            Some(other) => {
                other.params.extend(entry.params);
                other.from.overlay(entry.from);
                other.until.overlay(entry.until);
                other.place.overlay(entry.place);
                other.commune.overlay(entry.commune);
                other.funding.overlay(entry.funding);
            }
            None => draft.programme.push(entry),
        }
    }

    /// A key that the section does not have, told as in a file.
    fn unknown(&mut self, section: &'static Section, key: &str, span: Range<usize>, value: Given<'_>) {
        let name = Spanned::new(span, Cow::from(key.to_owned()));
        let absent = || Spanned::new(value.at..value.at, DeValue::Boolean(false));
        let value = DeValue::parse(value.text.trim()).unwrap_or_else(|_| absent());
        self.reader.unknown_key(section, &name, &value);
    }

    /// The value after the `=`; bare words are text where text is wanted.
    fn value<'v>(&mut self, value: Given<'v>, words: bool) -> Option<Value<'v>> {
        let start = value.at + value.text.len() - value.text.trim_start().len();
        let bare = value.text.trim();
        let span = start..start + bare.len();
        if words && !bare.starts_with(['"', '\'', '{']) {
            return Some(Spanned::new(span, DeValue::String(Cow::from(bare))));
        }
        let parsed = if value.moved.is_empty() {
            DeValue::parse(bare).map(|value| Spanned::new(span.clone(), value.into_inner()))
        } else {
            DeTable::parse(value.moved).map(|table| {
                let value = table.into_inner().into_iter().next().map(|(_, value)| value);
                value.unwrap_or_else(|| Spanned::new(span.clone(), DeValue::Boolean(false)))
            })
        };
        match parsed {
            Ok(value) => Some(value),
            Err(_) if !bare.starts_with(['"', '\'', '{', '[']) && read_whole(bare).is_none() => {
                Some(Spanned::new(span, DeValue::String(Cow::from(bare))))
            }
            Err(error) => {
                let what = Wrong::Syntax { message: Phrase::Parser { message: error.message().to_owned() } };
                self.reader.wrong(span, what, None);
                None
            }
        }
    }
}

/// The text of a table, moved to where it stands, so that its spans are those of the override.
fn moved(bare: &str, start: usize) -> String {
    format!("{}v={bare}", " ".repeat(start.saturating_sub(2)))
}

/// A number that only Rust reads, `.5` or `5.`: text would hide what is wrong with it.
fn read_whole(text: &str) -> Option<f64> {
    decimal::parse(text)
}

/// Whether values of this row are words, for which the quotes can be left out.
const fn worded(row: &Row) -> bool {
    matches!(row.kind, Kind::Date | Kind::Choice(_))
}

/// The parameters that this name was probably meant to be: all that end so, or the nearest.
pub(super) fn nearest_parameter(name: &str) -> Option<Help> {
    let key = name.split_once('.').map_or(name, |(_, key)| key);
    let ending: Vec<String> = SECTIONS
        .iter()
        .flat_map(|section| section.rows.iter().map(move |(_, row)| (section, row)))
        .filter(|(_, row)| row.key() == key)
        .map(|(section, row)| if section.instrument.is_some() { lever(row) } else { row.name.to_owned() })
        .collect();
    match &ending[..] {
        [] => did_you_mean(name, SECTIONS.iter().flat_map(|s| s.rows.iter().map(|(_, row)| row.name))),
        [one] => Some(Help::DidYouMean { near: one.clone() }),
        all => Some(Help::MeanOneOf {
            list: all.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        }),
    }
}

/// How an override names the lever of an entry.
fn lever(row: &Row) -> String {
    format!("programme.NAME.{}", row.key())
}

/// The full name of the parameter with this key alone.
fn one_named(key: &str) -> Option<Help> {
    if let Some(section) = Section::named(key).filter(|section| section.instrument.is_none()) {
        return listed(Phrase::ItsKeys, section.rows.iter().map(|(_, row)| row.name));
    }
    if TOP.contains(&key) {
        return Some(Help::WrittenInFile { key: key.to_owned() });
    }
    nearest_parameter(key).or_else(|| {
        let keys = SECTIONS.iter().flat_map(|section| section.rows.iter().map(|(_, row)| row));
        let near = crate::inputs::mistakes::nearness::nearest(key, keys.clone().map(Row::key))?;
        nearest_parameter(near)
    })
}
