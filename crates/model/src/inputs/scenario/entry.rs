//! `[[programme]]` entries as written.

use super::document::Known;
use super::nearness::{did_you_mean, mean_or_list};
use super::number::plain;
use super::reader::{Name, Reader, Value, in_order};
use super::source::shorten;
use super::written::{Draft, EntryDraft, Field, Funder, Funding};
use crate::inputs::mistakes::{Spot, Wrong};
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
            self.wrong(
                value.span(),
                Wrong::SeveralEntries,
                Some("with two brackets on each side".to_owned()),
            );
            return;
        };
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else {
                self.other_type("programme", entry, "a `[[programme]]` entry", None);
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
            let what = Wrong::Missing { key: "name".to_owned(), owner: "this entry".to_owned() };
            let help = "write for instance `name = \"telecentre\"`".to_owned();
            self.wrong(header.clone(), what, Some(help));
            None
        };
        let mut unique = true;
        if let Some(name) = &name {
            if let Some(line) = first.get(&name.value) {
                let what = Wrong::DuplicateName { name: shorten(&name.value), line: *line };
                let help = "give each entry a name of its own".to_owned();
                self.wrong(name.spot.span.clone(), what, Some(help));
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
                let owner = name.map_or("this entry".to_owned(), |name| format!("entry `{}`", shorten(name)));
                let at = table.get("name").map_or(header.clone(), toml::Spanned::span);
                let list =
                    InstrumentKind::names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
                let help = format!("one of {list}");
                self.wrong(at, Wrong::Missing { key: "instrument".to_owned(), owner }, Some(help));
            }
            return inherited.map(|(kind, _)| *kind);
        };
        let written = self.text("instrument", value)?.value;
        let Some(kind) = InstrumentKind::named(&written) else {
            let help = if Section::named(&written).is_some() {
                Some(format!("`[{written}]` is a section of its own, not an instrument"))
            } else {
                mean_or_list(&written, InstrumentKind::names().collect::<Vec<_>>())
            };
            self.wrong(value.span(), Wrong::UnknownInstrument { name: shorten(&written) }, help);
            return None;
        };
        if let Some((before, file)) = inherited.filter(|(before, _)| *before != kind) {
            let name = name.cloned().unwrap_or_default();
            let help = format!("give this entry another name, and drop the other: `without = [\"{name}\"]`");
            let what = Wrong::ChangedInstrument {
                name,
                inherited: before.name().to_owned(),
                file: file.clone(),
                instrument: kind.name().to_owned(),
            };
            self.wrong(value.span(), what, Some(help));
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
                    let help = Some("write `params = { ... }` or `[programme.params]`".to_owned());
                    let before = self.mistakes.0.len();
                    if let Some(table) = self.table("params", value, help) {
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
                    place: "in `params`".to_owned(),
                    right: "in the `[[programme]]` entry itself".to_owned(),
                };
                self.wrong(key.span(), what, Some("write it above `params`".to_owned()));
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
            self.wrong(key.span(), what, Some(format!("write `params = {{ {name} = ... }}`")));
            return;
        }
        let levers = instrument.map_or(&[][..], |kind| kind.record().levers);
        let help = did_you_mean(name, ENTRY)
            .or_else(|| {
                let near = super::nearness::nearest(name, levers.iter().map(|(_, row)| row.key()))?;
                Some(format!("did you mean `params = {{ {near} = ... }}`?"))
            })
            .or_else(|| super::nearness::listed("known", ENTRY));
        let what = Wrong::UnknownKey { key: shorten(name), place: "in a `[[programme]]` entry".to_owned() };
        self.wrong(key.span(), what, help);
    }

    fn funding(&mut self, value: &Value<'_>) -> Field<Funding> {
        let row = Row::share_of_funding();
        let keys = Funder::ALL.map(Funder::key);
        let help = Some("for instance `funding = { council = 0.2, state = 0.8 }`".to_owned());
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
            self.wrong(value.span(), what, Some("leave it out when the council pays all".to_owned()));
            return Field::Wrong;
        }
        let sum: f64 = shares.values().sum();
        if (sum - 1.0).abs() > TOLERANCE {
            let help = shares.values().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
            let help = (shares.len() > 1).then(|| format!("{help} = {}", plain(sum)));
            let help = help.or_else(|| Some("say who pays the rest, or `other`".to_owned()));
            self.wrong(value.span(), Wrong::FundingSum { sum: plain(sum).to_string() }, help);
            return Field::Wrong;
        }
        Field::Given(self.written(shares, value.span()))
    }
}

impl Row {
    /// A share of the cost of an entry: no parameter of the model, but read like one.
    const fn share_of_funding() -> Self {
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
