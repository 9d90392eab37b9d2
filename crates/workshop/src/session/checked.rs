//! What a scenario says, in short.

use super::sight::CommuneFacts;
use crate::answer::{Answer, told};
use crate::place::Text;
use crate::words::{OwnedWords, Words};
use hameau_model::inputs::parameters::{Key, Role};
use hameau_model::inputs::scenario::{Instrument, Layer, Scenario};
use hameau_model::kernel::units::Month;
use hameau_words::documents::json_value;
use serde::Serialize;
use serde_json::{Map, Value};

/// A scenario without a mistake.
#[derive(Serialize)]
pub(super) struct Sketch {
    name: String,
    title: Option<OwnedWords>,
    /// First month, as `2022-01`.
    start: String,
    /// Months simulated.
    months: u32,
    /// Where the communes lie, for a world that is founded.
    #[serde(skip_serializing_if = "Option::is_none")]
    communes: Option<Vec<CommuneFacts>>,
    programme: Vec<Entry>,
    /// Every parameter in force that is no lever, by full name.
    values: Map<String, Value>,
    /// Those that the scenario or its bases wrote.
    written: Vec<&'static str>,
}

/// An entry of the programme.
#[derive(Serialize)]
struct Entry {
    name: String,
    instrument: &'static str,
    label: Words,
    /// First month, as `2022-06`.
    from: String,
    /// Last month; nothing when it lasts to the end.
    until: Option<String>,
    /// Months done when it begins, 0 at least.
    month_from: u32,
    /// Months done when it has ended, the last month at most.
    month_until: u32,
    place: Option<String>,
    commune: Option<String>,
    funding: Map<String, Value>,
    /// Every lever in force, by key.
    levers: Map<String, Value>,
}

pub(crate) fn check(toml: &str, file: Option<&str>) -> Answer {
    told(&Sketch::of(&Text::new(toml, file).scenario(&[])?, None))
}

impl Sketch {
    pub fn of(scenario: &Scenario, communes: Option<Vec<CommuneFacts>>) -> Self {
        let named = |key: Key| (key.row().name.to_owned(), json_value(key.row(), scenario.values[key]));
        let written = scenario.origins.iter().filter(|(_, written)| written.layer != Layer::Territory);
        Self {
            name: scenario.name.clone(),
            title: scenario.title.clone().map(|title| OwnedWords { en: title.en, fr: title.fr }),
            start: scenario.start().to_string(),
            months: scenario.values[Key::Months] as u32,
            communes,
            programme: scenario.programme.iter().map(|entry| Entry::of(entry, scenario)).collect(),
            values: Key::all().filter(|key| key.row().role != Role::Lever).map(named).collect(),
            written: written.map(|(key, _)| key.row().name).collect(),
        }
    }
}

impl Entry {
    fn of(entry: &Instrument, scenario: &Scenario) -> Self {
        let months = scenario.values[Key::Months] as u32;
        let done = |month: Month| month.months_after(scenario.start());
        Self {
            name: entry.name.clone(),
            instrument: entry.kind.name(),
            label: entry.kind.record().title.into(),
            from: entry.from.to_string(),
            until: entry.until.map(|until| until.to_string()),
            month_from: done(entry.from),
            month_until: entry.until.map_or(months, |until| (done(until) + 1).min(months)),
            place: entry.place.clone(),
            commune: entry.commune.as_ref().map(|commune| commune.name.clone()),
            funding: entry
                .funding
                .iter()
                .map(|(funder, share)| (funder.key().to_owned(), (*share).into()))
                .collect(),
            levers: entry
                .levers
                .values
                .iter()
                .map(|(key, value)| (key.row().key().to_owned(), json_value(key.row(), *value)))
                .collect(),
        }
    }
}
