//! `[[programme]]` entries as written.

use super::called::called;
use super::document::Known;
use super::number::plain;
use super::reader::{Name, Reader, Value, in_order};
use super::source::shorten;
use super::written::{Draft, EntryDraft, Field, Funder, Funding};
use crate::inputs::mistakes::nearness::{did_you_mean, listed, mean_or_list};
use crate::inputs::mistakes::{Help, Phrase, Spot, Wrong};
use crate::inputs::parameters::{InstrumentKind, Row, Section, Unit};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Keys of an entry.
pub(super) const ENTRY: [&str; 8] =
    ["instrument", "name", "from", "until", "place", "commune", "params", "funding"];
/// How far shares may add up from 1.
const TOLERANCE: f64 = 1e-9;

impl Reader<'_> {
    /// All entries of a file.
    pub fn programme(&mut self, value: &Value<'_>, draft: &mut Draft, known: &mut Known) {
        let DeValue::Array(entries) = value.get_ref() else {
            draft.torn = true;
            self.wrong(value.span(), Wrong::SeveralEntries, Help::Write { text: "[[programme]]".to_owned() });
            return;
        };
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else {
                self.other_type("programme", entry, Phrase::AnEntry, None);
                draft.torn = true;
                continue;
            };
            match self.entry(entry.span(), table, known, &mut first) {
                Some(entry) => draft.programme.push(entry),
                None => draft.torn = true,
            }
        }
    }

    fn entry(
        &mut self,
        header: Range<usize>,
        table: &DeTable<'_>,
        known: &mut Known,
        first: &mut BTreeMap<String, usize>,
    ) -> Option<EntryDraft> {
        let name = if let Some(value) = table.get("name") {
            self.name("name", value)
        } else {
            let what = Wrong::Missing { key: "name".to_owned(), owner: Phrase::ThisEntry };
            let help = Help::ForInstance { text: "name = \"telecentre\"".to_owned() };
            self.wrong(header.clone(), what, help);
            None
        };
        let mut unique = true;
        if let Some(name) = &name {
            if let Some(line) = first.get(&name.value) {
                let what = Wrong::DuplicateName { name: shorten(&name.value), line: *line };
                self.wrong(name.spot.span.clone(), what, Help::OwnName);
                unique = false;
            } else {
                first.insert(name.value.clone(), name.spot.line);
            }
        }
        let inherited = name.as_ref().filter(|_| unique).and_then(|name| known.get(&name.value)).cloned();
        let instrument = self.instrument(&header, table, name.as_ref().map(|n| &n.value), inherited.as_ref());
        let spot: Spot = name.as_ref().map_or_else(|| self.source.spot(header), |name| name.spot.clone());
        let label = name.as_ref().map_or(String::new(), |name| name.value.clone());
        let mut entry = EntryDraft::new(label, spot, instrument.unwrap_or(InstrumentKind::ALL[0]));
        self.fields(table, instrument, &mut entry);
        let (name, instrument) = (name.filter(|_| unique)?.value, instrument?);
        known.entry(name).or_insert_with(|| (instrument, self.source.name().to_owned()));
        Some(entry)
    }

    /// The instrument, written or inherited.
    fn instrument(
        &mut self,
        header: &Range<usize>,
        table: &DeTable<'_>,
        name: Option<&String>,
        inherited: Option<&(InstrumentKind, String)>,
    ) -> Option<InstrumentKind> {
        let Some(value) = table.get("instrument") else {
            if inherited.is_none() {
                let owner = name.map_or(Phrase::ThisEntry, |name| Phrase::Entry { name: shorten(name) });
                let at = table.get("name").map_or(header.clone(), toml::Spanned::span);
                let help = listed(Phrase::Known, InstrumentKind::names());
                self.wrong(at, Wrong::Missing { key: "instrument".to_owned(), owner }, help);
            }
            return inherited.map(|(kind, _)| *kind);
        };
        let written = self.text("instrument", value)?.value;
        let Some(kind) = InstrumentKind::named(&written) else {
            let help = if Section::named(&written).is_some() {
                Some(Help::ASection { name: written.clone() })
            } else if let Some(kind) = called(&written) {
                Some(Help::DidYouMean { near: kind.name().to_owned() })
            } else {
                mean_or_list(&written, InstrumentKind::names().collect::<Vec<_>>())
            };
            self.wrong(value.span(), Wrong::UnknownInstrument { name: shorten(&written) }, help);
            return None;
        };
        if let Some((before, file)) = inherited.filter(|(before, _)| *before != kind) {
            let name = name.cloned().unwrap_or_default();
            let help = Help::AnotherName { name: name.clone() };
            let what = Wrong::ChangedInstrument {
                name,
                inherited: before.name().to_owned(),
                file: file.clone(),
                instrument: kind.name().to_owned(),
            };
            self.wrong(value.span(), what, help);
            return None;
        }
        Some(kind)
    }

    /// Everything of an entry but its name and instrument. Without an instrument, `params` cannot be read.
    fn fields(&mut self, table: &DeTable<'_>, instrument: Option<InstrumentKind>, entry: &mut EntryDraft) {
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match (name, instrument) {
                ("name" | "instrument", _) | ("params", None) => {}
                ("params", Some(kind)) => {
                    let before = self.mistakes.0.len();
                    if let Some(table) = self.table("params", value, Help::ParamsForm) {
                        for (key, value) in in_order(table) {
                            self.lever(kind.section(), key, value, entry);
                        }
                    }
                    entry.unsure |= self.mistakes.0.len() > before;
                }
                _ if self.field(name, value, entry) => {}
                _ => {
                    entry.unsure = true;
                    self.unknown_field(key, instrument);
                }
            }
        }
    }

    /// A lever in the `params` of an entry.
    fn lever(
        &mut self,
        section: &'static Section,
        key: &Name<'_>,
        value: &Value<'_>,
        entry: &mut EntryDraft,
    ) {
        match section.key(key.get_ref()) {
            Some(lever) => {
                if let Some(number) = self.parameter(lever.row(), value) {
                    entry.params.insert(lever, number);
                }
            }
            None if ENTRY.contains(&key.get_ref().as_ref()) => {
                let what = Wrong::WrongSection {
                    key: key.get_ref().to_string(),
                    place: Phrase::In { what: "params".to_owned() },
                    right: Phrase::InEntryItself,
                };
                self.wrong(key.span(), what, Help::AboveParams);
            }
            None => self.unknown_key(section, key, value),
        }
    }

    /// Reads one of the dated or placed keys; `false` when `key` is none of them.
    pub fn field(&mut self, key: &str, value: &Value<'_>, entry: &mut EntryDraft) -> bool {
        match key {
            "from" => entry.from = self.month(key, value).into(),
            "until" => entry.until = self.month(key, value).into(),
            "place" => entry.place = self.name(key, value).into(),
            "commune" => entry.commune = self.text(key, value).into(),
            "funding" => entry.funding = self.funding(value),
            _ => return false,
        }
        true
    }

    fn unknown_field(&mut self, key: &Name<'_>, instrument: Option<InstrumentKind>) {
        let name = key.get_ref().as_ref();
        if let Some(kind) = instrument.filter(|kind| kind.key(name).is_some()) {
            let what = Wrong::LeverOutsideParams { key: name.to_owned(), instrument: kind.name().to_owned() };
            self.wrong(key.span(), what, Help::Write { text: format!("params = {{ {name} = ... }}") });
            return;
        }
        let levers = instrument.map_or(&[][..], |kind| kind.record().levers);
        let help = did_you_mean(name, ENTRY)
            .or_else(|| {
                let near = crate::inputs::mistakes::nearness::nearest(
                    name,
                    levers.iter().map(|(_, row)| row.key()),
                )?;
                Some(Help::DidYouMean { near: format!("params = {{ {near} = ... }}") })
            })
            .or_else(|| listed(Phrase::Known, ENTRY));
        let what =
            Wrong::UnknownKey { key: shorten(name), place: Phrase::In { what: "[[programme]]".to_owned() } };
        self.wrong(key.span(), what, help);
    }

    fn funding(&mut self, value: &Value<'_>) -> Field<Funding> {
        let row = Row::share_of_funding();
        let keys = Funder::ALL.map(Funder::key);
        let help = Help::ForInstance { text: "funding = { council = 0.2, state = 0.8 }".to_owned() };
        let Some(table) = self.table("funding", value, help) else { return Field::Wrong };
        let mut shares = Funding::new();
        let mut right = true;
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            let Some(funder) = Funder::ALL.into_iter().find(|funder| funder.key() == name) else {
                right = false;
                let help = mean_or_list(name, keys);
                self.wrong(key.span(), Wrong::UnknownFunder { name: shorten(name) }, help);
                continue;
            };
            match self.parameter(&Row { name: funder.key(), ..row }, value) {
                Some(share) => {
                    shares.insert(funder, share.value);
                }
                None => right = false,
            }
        }
        if !right {
            return Field::Wrong;
        }
        if shares.is_empty() {
            let what = Wrong::EmptyText { key: "funding".to_owned() };
            self.wrong(value.span(), what, Help::CouncilPays);
            return Field::Wrong;
        }
        let sum: f64 = shares.values().sum();
        if (sum - 1.0).abs() > TOLERANCE {
            let help = shares.values().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
            let help = if shares.len() > 1 {
                Help::AddsUp { sum: format!("{help} = {}", plain(sum)) }
            } else {
                Help::PayRest
            };
            self.wrong(value.span(), Wrong::FundingSum { sum: plain(sum).to_string() }, help);
            return Field::Wrong;
        }
        Field::Given(self.written(shares, value.span()))
    }
}

impl Row {
    /// A share of the cost of an entry: no parameter of the model, but read like one.
    pub(super) const fn share_of_funding() -> Self {
        Self {
            name: "funding",
            unit: Unit::Share,
            kind: crate::inputs::parameters::Kind::Real,
            default: 1.0,
            low: 0.0,
            high: 1.0,
            off: None,
            role: crate::inputs::parameters::Role::Lever,
            status: crate::inputs::parameters::Status::Assumed,
            en: "Part of the cost that a funder pays.",
            fr: "Part du coût que paie un financeur.",
            source: "",
        }
    }
}
