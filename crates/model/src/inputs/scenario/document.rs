//! The keys of a scenario's or territory's file, walked by the table of parameters.

use super::files;
use super::reader::{Name, Reader, Value, in_order};
use super::source::shorten;
use super::syntax::peek;
use super::unknown::{as_entry, place};
use super::written::{Draft, Field, Layer, Title};
use crate::inputs::mistakes::nearness::{did_you_mean, listed, nearest};
use crate::inputs::mistakes::{Help, Phrase, Wrong};
use crate::inputs::parameters::{InstrumentKind, Row, SECTIONS, Section};
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, DeValue};

/// Keys at the top of a scenario that are no sections.
pub(super) const TOP: [&str; 7] = ["name", "title", "question", "base", "territory", "without", "programme"];

/// The instrument of each entry known so far, and the file that wrote it.
pub(super) type Known = BTreeMap<String, (InstrumentKind, String)>;

impl Reader<'_> {
    /// The parameters in a territory's file; its other keys belong to the territory.
    pub fn territory(&mut self, table: &DeTable<'_>) -> Draft {
        let mut draft = Draft::new(Layer::Territory, 0);
        for (key, value) in in_order(table) {
            let named = |section: &Section| section.instrument.is_none() && section.name == key.get_ref();
            if SECTIONS.iter().any(named) {
                self.section(key, value, &[], &mut draft);
            }
        }
        draft
    }

    /// A scenario's own file or one of its bases. `known` holds the inherited entries and gains those of this file.
    pub fn scenario(&mut self, table: &DeTable<'_>, generation: usize, known: &mut Known) -> Draft {
        let mut draft = Draft::new(self.layer, generation);
        if let Some(without) = table.get("without") {
            draft.without = self.without(without, known);
        }
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "name" => draft.name = self.name("name", value).into(),
                "title" => draft.title = self.title(value).into(),
                "question" => draft.questions = self.questions(value),
                "territory" => {
                    draft.territory = self.text("territory", value).into();
                    if let Field::Given(path) = &mut draft.territory {
                        path.value = files::join(self.source.name(), &path.value);
                    }
                }
                "base" => {
                    self.text("base", value);
                }
                "without" => {}
                "programme" => self.programme(value, &mut draft, known),
                _ => self.section(key, value, &TOP, &mut draft),
            }
        }
        draft
    }

    /// A table that should be a section of parameters; `top` are the other keys of the file.
    fn section(&mut self, key: &Name<'_>, value: &Value<'_>, top: &[&str], draft: &mut Draft) {
        let name = key.get_ref().as_ref();
        let sections =
            || SECTIONS.iter().filter(|section| section.instrument.is_none()).map(|section| section.name);
        let Some(section) = Section::named(name) else {
            let (what, help) = if value.get_ref().is_table() || value.get_ref().is_array() {
                let what = Wrong::UnknownSection { name: shorten(name) };
                let all = SECTIONS.iter().map(|section| section.name).chain(top.iter().copied());
                let near = nearest(name, all);
                let help = match near.and_then(Section::named).filter(|section| section.instrument.is_some())
                {
                    Some(instrument) => Some(Help::MeanInstrument { near: instrument.name }),
                    None => near.map(|near| Help::DidYouMean { near: near.to_owned() }),
                };
                (what, help.or_else(|| listed(Phrase::Sections, sections())))
            } else {
                Self::stray_key(name, top)
            };
            draft.torn |= nearly_programme(name);
            self.wrong(key.span(), what, help);
            return;
        };
        if section.instrument.is_some() {
            let what = Wrong::InstrumentAsSection { name: section.name.to_owned() };
            let lever = section.rows.first().map_or("...", |(_, row)| row.key());
            self.wrong(key.span(), what, Some(as_entry(section, lever)));
            return;
        }
        let help = Help::KeysBelow { header: format!("[{name}]") };
        let Some(table) = self.table(name, value, help) else {
            draft.unsure.insert(section.name);
            return;
        };
        let before = self.mistakes.0.len();
        for (key, value) in in_order(table) {
            match section.key(key.get_ref()) {
                Some(parameter) => {
                    if let Some(number) = self.parameter(parameter.row(), value) {
                        draft.values.insert(parameter, number);
                    }
                }
                None => self.unknown_key(section, key, value),
            }
        }
        if self.mistakes.0.len() > before {
            draft.unsure.insert(section.name);
        }
    }

    /// A value at the top of the file that is no key of the top.
    fn stray_key(name: &str, top: &[&str]) -> (Wrong, Option<Help>) {
        let here = Phrase::AtTop;
        if let Some(section) = Section::holding(name).next() {
            let help = if section.instrument.is_some() {
                as_entry(section, name)
            } else {
                Help::WriteBelow { section: section.name }
            };
            let what = Wrong::WrongSection { key: shorten(name), place: here, right: place(section) };
            return (what, Some(help));
        }
        let near = did_you_mean(name, top.iter().copied());
        let near = near.or_else(|| {
            let rows = SECTIONS.iter().flat_map(|section| section.rows.iter().map(|(_, row)| row));
            let close = crate::inputs::mistakes::nearness::nearest(name, rows.clone().map(Row::key))?;
            let row = rows.into_iter().find(|row| row.key() == close)?;
            let section = Section::named(row.section())?;
            Some(Help::MeanThere { near: close.to_owned(), place: place(section) })
        });
        let help = near.or_else(|| listed(Phrase::Known, top.iter().copied()));
        (Wrong::UnknownKey { key: shorten(name), place: here }, help)
    }

    pub fn title(&mut self, value: &Value<'_>) -> Option<super::Written<Title>> {
        let DeValue::Table(table) = value.get_ref() else {
            if !value.get_ref().is_str() {
                let help = Help::ForInstance { text: "title = { en = \"...\", fr = \"...\" }".to_owned() };
                self.other_type("title", value, Phrase::TextOrTitles, help);
                return None;
            }
            let text = self.text("title", value)?;
            return Some(self.written(Title { en: text.value.clone(), fr: text.value }, value.span()));
        };
        let (mut en, mut fr, mut right) = (None, None, true);
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match name {
                "en" => en = self.text("en", value).map(|text| text.value),
                "fr" => fr = self.text("fr", value).map(|text| text.value),
                _ => {
                    let what = Wrong::UnknownKey {
                        key: shorten(name),
                        place: Phrase::In { what: "title".to_owned() },
                    };
                    self.wrong(key.span(), what, Help::TitleHas);
                    right = false;
                }
            }
            right &= name != "en" || en.is_some();
            right &= name != "fr" || fr.is_some();
        }
        if !right {
            return None;
        }
        let (Some(en), Some(fr)) = (en.clone().or(fr.clone()), fr.or(en)) else {
            let what = Wrong::Missing { key: "en".to_owned(), owner: "`title`".into() };
            let text = "title = { en = \"...\", fr = \"...\" }".to_owned();
            self.wrong(value.span(), what, Help::Write { text });
            return None;
        };
        Some(self.written(Title { en, fr }, value.span()))
    }

    fn questions(&mut self, value: &Value<'_>) -> Field<Vec<u8>> {
        let single = std::slice::from_ref(value);
        let list: &[Value<'_>] = match value.get_ref() {
            DeValue::Array(list) => list,
            _ => single,
        };
        if list.is_empty() {
            self.wrong(value.span(), Wrong::EmptyText { key: "question".to_owned() }, None);
            return Field::Wrong;
        }
        let mut numbers = BTreeSet::new();
        let mut right = true;
        for question in list {
            let number = question.get_ref().as_str().and_then(|text| match text.as_bytes() {
                [b'Q', digit @ b'1'..=b'7'] => Some(digit - b'0'),
                _ => None,
            });
            if let Some(number) = number {
                numbers.insert(number);
            } else {
                right = false;
                let what = Wrong::NotAChoice {
                    key: "question".to_owned(),
                    value: self.shown(question),
                    words: Phrase::Range { low: "\"Q1\"".to_owned(), high: "\"Q7\"".to_owned() },
                };
                let help = Help::ForInstance { text: "question = [\"Q2\", \"Q3\"]".to_owned() };
                self.wrong(question.span(), what, help);
            }
        }
        if right {
            Field::Given(self.written(numbers.into_iter().collect(), value.span()))
        } else {
            Field::Wrong
        }
    }

    /// Drops inherited entries out of `known`.
    pub fn without(&mut self, value: &Value<'_>, known: &mut Known) -> BTreeSet<String> {
        let mut dropped = BTreeSet::new();
        let DeValue::Array(list) = value.get_ref() else {
            let help = value
                .get_ref()
                .is_str()
                .then(|| Help::Write { text: format!("without = [{}]", self.shown(value)) });
            self.other_type("without", value, Phrase::EntryNames, help);
            return dropped;
        };
        for item in list {
            let Some(name) = self.text("without", item) else { continue };
            if known.remove(&name.value).is_some() {
                dropped.insert(name.value);
            } else if !dropped.contains(&name.value) {
                let help = did_you_mean(&name.value, known.keys().map(String::as_str))
                    .or_else(|| listed(Phrase::Inherited, known.keys().map(String::as_str)));
                self.wrong(item.span(), Wrong::NothingToDrop { name: shorten(&name.value) }, help);
            }
        }
        dropped
    }
}

/// Whether an unknown section was probably meant to hold entries.
fn nearly_programme(name: &str) -> bool {
    crate::inputs::mistakes::nearness::nearest(name, ["programme"]).is_some()
}

/// The path that `base` gives, joined to the folder of the file.
pub(super) fn base_of(file: &str, table: &DeTable<'_>) -> Option<(String, std::ops::Range<usize>)> {
    let value = peek(table, "base")?;
    let path = value.get_ref().as_str().filter(|path| !path.trim().is_empty())?;
    Some((files::join(file, path), value.span()))
}
