//! The TOML file of a territory: who it is, and where its communes come from.

use super::sheet::MOST_BYTES as MOST_FACTS;
use super::{Commune, Territory, Totals, facts, synthetic};
use crate::inputs::mistakes::nearness::nearest;
use crate::inputs::mistakes::{
    Facts, Help, LONGEST_NAME, LONGEST_TEXT, Mistake, Mistakes, Phrase, Spot, Wrong, unfit,
};
use crate::inputs::parameters::{InstrumentKind, SECTIONS};
use crate::kernel::decimal;
use crate::kernel::{letters, order};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Largest TOML file read, in bytes.
pub const MOST_BYTES: usize = 1 << 20;

const KEYS: [&str; 8] =
    ["name", "title", "communes", "synthetic", "source", "census_year", "period_years", "history"];
/// Where communes come from.
const SOURCES: [&str; 2] = ["communes", "synthetic"];
/// Keys by which a file is known as a scenario.
const SCENARIO_KEYS: [&str; 5] = ["territory", "base", "programme", "question", "without"];
/// Gives the bytes of a file that a territory names, or says why not.
pub(super) type Open<'a> = dyn FnMut(&str) -> Result<Vec<u8>, Phrase> + 'a;

const TITLE_KEYS: [&str; 2] = ["en", "fr"];
const SYNTHETIC_KEYS: [&str; 2] = ["communes", "adults"];

/// The keys of a territory, or of a table of it, in words; sections of parameters are not among them.
fn known_keys(known: &[&str], prefix: &str) -> Help {
    let keys = known.iter().take(KEYS.len()).map(|key| format!("`{prefix}{key}`"));
    Help::Listed { what: Phrase::Known, names: keys.collect::<Vec<_>>().join(", ").into() }
}

/// See [`Territory::read`].
pub(super) fn read(file: &str, text: &str, open: &mut Open<'_>) -> Result<Territory, Mistakes> {
    let mut mistakes = Mistakes::default();
    if text.len() > MOST_BYTES {
        mistakes.push(Spot::whole(file), Facts::TooLarge { bytes: text.len(), most: MOST_BYTES }, None);
        return Err(mistakes);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let has = |keys: &[&str]| keys.iter().any(|key| table.get_ref().contains_key(*key));
    if has(&SCENARIO_KEYS) && !has(&SOURCES) {
        mistakes.push(Spot::whole(file), Facts::Scenario, Help::OwnTerritory);
        return Err(mistakes);
    }
    for error in errors {
        let spot = Spot::new(file, text, error.span().unwrap_or(0..0));
        let message = Phrase::Parser { message: error.message().to_owned() };
        mistakes.push(spot, Facts::Syntax { message }, None);
    }
    let mut draft = Draft { file, text, mistakes, suggested: Vec::new() };
    let root = Table { keys: table.get_ref(), prefix: "", span: 0..0 };
    let sections = SECTIONS.iter().filter(|section| section.instrument.is_none()).map(|section| section.name);
    let known: Vec<&str> = KEYS.into_iter().chain(sections).collect();
    for (key, _) in root.keys {
        // The parser has said its word on a key without a name.
        if !known.contains(&key.get_ref().as_ref()) && !key.get_ref().is_empty() {
            draft.unknown(key, "", &known);
        }
    }
    let name = draft.text(&root, "name").unwrap_or_default();
    let source = draft.text(&root, "source").unwrap_or_default();
    let title = draft.title(&root, &name);
    let communes = draft.communes(&root, &name, open);
    let history = draft.history(&root, &communes, open);
    let (census_year, period_years) = if root.value("communes").is_none() {
        (2022, 6.0)
    } else {
        let year = draft.number(&root, "census_year", [1900.0, 2200.0]).map_or(2022, |year| year as u32);
        (year, draft.number(&root, "period_years", [0.5, 50.0]).unwrap_or(6.0))
    };
    let place =
        |Mistake { spot, .. }: &Mistake| (spot.file != file, spot.file.clone(), spot.line, spot.column);
    order::by_key(&mut draft.mistakes.0, place);
    draft.mistakes.0.dedup();
    draft.mistakes.or(Territory { name, title, source, census_year, period_years, communes, history })
}

pub(super) struct Table<'a> {
    pub(super) keys: &'a DeTable<'a>,
    pub(super) prefix: &'static str,
    pub(super) span: Range<usize>,
}

impl<'a> Table<'a> {
    pub(super) fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.keys.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }
}

pub(super) struct Draft<'a> {
    file: &'a str,
    text: &'a str,
    pub(super) mistakes: Mistakes,
    /// Keys that an unknown one was surely meant to be: not missing, only misspelt.
    suggested: Vec<String>,
}

impl Draft<'_> {
    pub(super) fn push(&mut self, span: Range<usize>, what: impl Into<Wrong>, help: impl Into<Option<Help>>) {
        self.mistakes.push(Spot::new(self.file, self.text, span), what, help);
    }

    pub(super) fn unknown(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, prefix: &str, known: &[&str]) {
        let name: String = key.get_ref().chars().take(60).collect();
        let near = nearest(&name, known.iter().copied()).map(|near| format!("{prefix}{near}"));
        let instrument = InstrumentKind::named(&name).is_some();
        let help = match &near {
            Some(near) => Help::DidYouMean { near: near.clone() },
            None if instrument => Help::InProgramme,
            None => known_keys(known, prefix),
        };
        self.suggested.extend(near);
        self.push(key.span(), Facts::KeyUnknown { key: format!("{prefix}{name}") }, help);
    }

    pub(super) fn missing(&mut self, table: &Table<'_>, key: &str) {
        let key = format!("{}{key}", table.prefix);
        if !self.suggested.contains(&key) {
            self.push(table.span.clone(), Facts::KeyMissing { key }, None);
        }
    }

    pub(super) fn kind(
        &mut self,
        table: &Table<'_>,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        expected: Phrase,
    ) {
        let found = match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => Phrase::Nothing,
            value => Phrase::of(value),
        };
        let key = format!("{}{key}", table.prefix);
        self.push(value.span(), Facts::Kind { key, found, expected }, None);
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, table: &Table<'_>, key: &'static str) -> Option<String> {
        let Some(value) = table.value(key) else {
            self.missing(table, key);
            return None;
        };
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => {
                let most = if key == "name" { LONGEST_NAME } else { LONGEST_TEXT };
                if let Some((what, help)) = unfit(&format!("{}{key}", table.prefix), text, most) {
                    self.push(value.span(), what, help);
                    return None;
                }
                Some(letters::composed(text))
            }
            _ => {
                self.kind(table, key, value, Phrase::Text);
                None
            }
        }
    }

    /// A number of a range; whole where it is written so.
    fn number(&mut self, table: &Table<'_>, key: &'static str, [low, high]: [f64; 2]) -> Option<f64> {
        let Some(value) = table.value(key) else {
            self.missing(table, key);
            return None;
        };
        let whole = value.get_ref().as_integer().map(|integer| {
            i128::from_str_radix(integer.as_str(), integer.radix())
                .map_or(f64::INFINITY, |whole| whole as f64)
        });
        let real = value.get_ref().as_float().and_then(|float| decimal::parse(float.as_str()));
        // Communes, adults and years are counted, so that only the period may have decimals.
        let number = if key == "period_years" { whole.or(real) } else { whole };
        match number {
            Some(number) if (low..=high).contains(&number) => Some(number),
            Some(number) => {
                let key = format!("{}{key}", table.prefix);
                self.push(value.span(), Facts::KeyOutOfRange { key, value: number, low, high }, None);
                None
            }
            None => {
                let expected = if key == "period_years" { Phrase::Number } else { Phrase::Whole };
                self.kind(table, key, value, expected);
                None
            }
        }
    }

    /// Titles in both languages; the name serves when there is none.
    fn title(&mut self, root: &Table<'_>, name: &str) -> (String, String) {
        let Some(value) = root.value("title") else { return (name.to_owned(), name.to_owned()) };
        let Some(table) = value.get_ref().as_table() else {
            self.kind(root, "title", value, Phrase::Titles);
            return Default::default();
        };
        for (key, _) in table {
            if !TITLE_KEYS.contains(&key.get_ref().as_ref()) {
                self.unknown(key, "title.", &TITLE_KEYS);
            }
        }
        let table = Table { keys: table, prefix: "title.", span: value.span() };
        let [en, fr] = TITLE_KEYS.map(|key| self.text(&table, key).unwrap_or_default());
        (en, fr)
    }

    /// The bytes of a file named in `value`, and how mistakes name it; `None`, told, when it cannot be read.
    pub(super) fn open(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        named: &str,
        open: &mut Open<'_>,
    ) -> Option<(String, Vec<u8>)> {
        match open(named) {
            Ok(bytes) => Some((beside(self.file, named), bytes)),
            Err(why) => {
                self.push(value.span(), Wrong::Unreadable { path: named.to_owned(), why }, None);
                None
            }
        }
    }

    fn communes(&mut self, root: &Table<'_>, name: &str, open: &mut Open<'_>) -> Vec<Commune> {
        match (root.value("communes"), root.value("synthetic")) {
            (Some(value), None) => {
                let Some(facts) = self.text(root, "communes") else { return Vec::new() };
                let Some((path, bytes)) = self.open(value, &facts, open) else { return Vec::new() };
                facts::read(&path, &bytes, &mut self.mistakes)
            }
            (None, Some(value)) => self.synthetic(root, name, value),
            (Some(value), Some(_)) => {
                self.push(value.span(), Facts::Twofold, Help::RemoveOne);
                Vec::new()
            }
            (None, None) => {
                self.push(0..0, Facts::Twofold, Help::TableNeeded { most: MOST_FACTS >> 20 });
                Vec::new()
            }
        }
    }

    fn synthetic(&mut self, root: &Table<'_>, name: &str, value: &Spanned<DeValue<'_>>) -> Vec<Commune> {
        let Some(table) = value.get_ref().as_table() else {
            self.kind(root, "synthetic", value, Phrase::SectionOf { keys: "`communes`, `adults`" });
            return Vec::new();
        };
        for (key, _) in table {
            if !SYNTHETIC_KEYS.contains(&key.get_ref().as_ref()) {
                self.unknown(key, "synthetic.", &SYNTHETIC_KEYS);
            }
        }
        let table = Table { keys: table, prefix: "synthetic.", span: value.span() };
        let [communes, adults] = SYNTHETIC_KEYS.map(|key| self.number(&table, key, [1.0, 1e9]));
        let (Some(communes), Some(adults)) = (communes, adults) else { return Vec::new() };
        let totals = Totals { communes: communes as u32, adults: adults as u32 };
        match synthetic::communes(name, totals) {
            Ok(communes) => communes,
            Err(why) => {
                self.push(value.span(), Facts::Totals { why }, None);
                Vec::new()
            }
        }
    }
}

/// How mistakes name a file that stands beside another.
fn beside(file: &str, facts: &str) -> String {
    match file.rsplit_once('/') {
        Some((folder, _)) if !facts.starts_with('/') => format!("{folder}/{facts}"),
        _ => facts.to_owned(),
    }
}
