//! `check --explain KEY`: the value in force, and who wrote it.

use hameau_model::inputs::mistakes::{Help, Mistake, Phrase, Spot, Wrong};
use hameau_model::inputs::parameters::{InstrumentKind, Key, Role, SECTIONS, Section, Status};
use hameau_model::inputs::scenario::{Instrument, Layer, Scenario, Written, did_you_mean, listed};
use hameau_model::kernel::units::Month;
use hameau_words::{Language, follows};
use serde::Serialize;

/// One parameter in force.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    /// What was asked: `section.key`, or `programme.NAME.key`.
    pub key: String,
    /// The value as a scenario writes it.
    pub value: String,
    /// Its unit, in words.
    pub unit: String,
    /// Who wrote it; `levers` for a cost that nobody wrote and that follows from them.
    pub layer: String,
    /// The same, to be told in the reader's language; nothing for a cost that follows.
    #[serde(skip)]
    pub by: Option<Layer>,
    /// How a cost that follows comes about, in English and French.
    pub follows: Option<(String, String)>,
    /// Where: file and line; nothing for a default.
    pub written: Option<String>,
    /// The source that the writer gives, else that of the table.
    pub source: String,
    /// The default.
    pub default: String,
    /// The range.
    pub range: String,
    /// What it may be used for.
    pub role: String,
    /// How the default is known.
    pub status: String,
    /// What it means, in English and French.
    pub meaning: (String, String),
    /// The month asked (for a lever, else the first), and in words whether the value is in force then.
    pub in_force: Option<(String, String)>,
    /// The same in French.
    #[serde(skip)]
    pub in_force_fr: Option<String>,
    /// The parameter itself.
    #[serde(skip)]
    pub parameter: Key,
}

/// What `key` is in `scenario`; for a lever, in `at` (the first simulated month when nothing is said). A section, an
/// instrument or an entry (`programme.NAME`) stands for all its keys.
///
/// # Errors
/// When there is no such key.
pub fn explain(scenario: &Scenario, key: &str, at: Option<Month>) -> Result<Vec<Explained>, Box<Mistake>> {
    if let Some(rest) = key.strip_prefix("programme.") {
        return of_entry(scenario, key, rest, at);
    }
    if let Some(section) = Section::named(key) {
        let all = section.rows.iter().map(|(_, row)| explain(scenario, row.name, at));
        return all.collect::<Result<Vec<_>, _>>().map(|several| several.concat());
    }
    let Some(parameter) = Key::named(key) else {
        return Err(unknown(key, Wrong::UnknownParameter { name: key.to_owned() }, suggest(key)));
    };
    let row = parameter.row();
    let levers = InstrumentKind::named(row.section()).is_some();
    if !levers {
        let value = scenario.values[parameter];
        let in_force = at.map(|month| force(scenario, month, None));
        return Ok(vec![explained(
            key.to_owned(),
            parameter,
            value,
            scenario.origins.get(&parameter),
            in_force,
        )]);
    }
    let entries = scenario.programme.iter().filter(|entry| entry.kind.name() == row.section());
    Ok(entries.map(|entry| lever(scenario, entry, parameter, at)).collect())
}

fn of_entry(
    scenario: &Scenario,
    key: &str,
    rest: &str,
    at: Option<Month>,
) -> Result<Vec<Explained>, Box<Mistake>> {
    let (name, lever_key) = rest.split_once('.').map_or((rest, None), |(name, key)| (name, Some(key)));
    let Some(entry) = scenario.programme.iter().find(|entry| entry.name == name) else {
        let names = || scenario.programme.iter().map(|entry| entry.name.as_str());
        let help = did_you_mean(name, names()).or_else(|| listed(Phrase::Entries, names()));
        return Err(unknown(key, Wrong::UnknownEntry { name: name.to_owned() }, help));
    };
    let Some(lever_key) = lever_key.map(|key| key.strip_prefix("params.").unwrap_or(key)) else {
        let levers =
            entry.kind.record().levers.iter().map(|(parameter, _)| lever(scenario, entry, *parameter, at));
        return Ok(levers.collect());
    };
    let Some(parameter) = entry.kind.key(lever_key) else {
        let keys = || entry.kind.record().levers.iter().map(|(_, row)| row.key());
        let help = if matches!(lever_key, "from" | "until" | "place" | "commune" | "funding") {
            Some(Help::CheckShows)
        } else {
            did_you_mean(lever_key, keys()).or_else(|| listed(Phrase::Levers, keys()))
        };
        let place = Phrase::InParams { instrument: entry.kind.name() };
        return Err(unknown(key, Wrong::UnknownKey { key: lever_key.to_owned(), place }, help));
    };
    Ok(vec![lever(scenario, entry, parameter, at)])
}

fn lever(scenario: &Scenario, entry: &Instrument, parameter: Key, at: Option<Month>) -> Explained {
    let row = parameter.row();
    let month = at.unwrap_or_else(|| scenario.start());
    let key = format!("programme.{}.{}", entry.name, row.key());
    let in_force = Some(force(scenario, month, Some(entry)));
    let levers = &entry.levers;
    let explained = explained(key, parameter, levers[parameter], levers.origins.get(&parameter), in_force);
    match levers.following().find(|total| total.key == parameter) {
        None => explained,
        Some(total) => {
            let [en, fr] = [Language::English, Language::French].map(|one| follows(total, levers, one));
            Explained { layer: "levers".to_owned(), by: None, follows: Some((en, fr)), ..explained }
        }
    }
}

/// Whether a value is in force in `month`: a lever while its entry acts, any other always.
fn force(scenario: &Scenario, month: Month, entry: Option<&Instrument>) -> (String, [String; 2]) {
    if month < scenario.start() || month > scenario.last() {
        let (first, last) = (scenario.start(), scenario.last());
        let words = [
            format!("nothing is simulated: only {first} to {last}"),
            format!("rien n'est simulé : seulement de {first} à {last}"),
        ];
        return (month.to_string(), words);
    }
    let words = match entry {
        None => ["in force, as in every month", "en vigueur, comme chaque mois"],
        Some(entry) if entry.acts_in(month) => ["in force", "en vigueur"],
        Some(_) => ["not in force", "pas en vigueur"],
    };
    (month.to_string(), words.map(str::to_owned))
}

fn explained(
    key: String,
    parameter: Key,
    value: f64,
    origin: Option<&Written<f64>>,
    in_force: Option<(String, [String; 2])>,
) -> Explained {
    let row = parameter.row();
    let role = match row.role {
        Role::Constant => "constant",
        Role::Assumption => "assumption",
        Role::Lever => "lever",
    };
    let status = match row.status {
        Status::Sourced => "sourced",
        Status::Assumed => "assumed",
        Status::Calibrated => "calibrated",
    };
    let source = match origin {
        Some(written) => written.source.clone().unwrap_or_else(|| "none given".to_owned()),
        None => row.source.to_owned(),
    };
    Explained {
        key,
        value: row.shown(value),
        unit: row.unit.words().0.to_owned(),
        layer: origin.map_or(Layer::Default, |written| written.layer).to_string(),
        by: Some(origin.map_or(Layer::Default, |written| written.layer)),
        follows: None,
        written: origin.map(|written| format!("{}:{}", written.spot.file, written.spot.line)),
        source,
        default: row.shown(row.default),
        range: row.range().to_string(),
        role: role.to_owned(),
        status: status.to_owned(),
        meaning: (row.en.to_owned(), row.fr.to_owned()),
        in_force: in_force.as_ref().map(|(month, [en, _])| (month.clone(), en.clone())),
        in_force_fr: in_force.map(|(_, [_, fr])| fr),
        parameter,
    }
}

fn unknown(key: &str, what: Wrong, help: Option<Help>) -> Box<Mistake> {
    let spot = Spot { span: 0..key.len(), ..Spot::whole("--explain") };
    Box::new(Mistake { spot, what, help })
}

/// The full name nearest to `key`, or the keys of its section.
fn suggest(key: &str) -> Option<Help> {
    let (section, last) = key.split_once('.').unwrap_or((key, key));
    let full = |section: &Section| Help::DidYouMean { near: format!("{}.{last}", section.name) };
    let holding = Section::holding(last).next().map(full);
    let names = || SECTIONS.iter().flat_map(|section| section.rows.iter().map(|(_, row)| row.name));
    holding.or_else(|| did_you_mean(key, names())).or_else(|| match Section::named(section) {
        Some(section) => listed(Phrase::ItsKeys, section.rows.iter().map(|(_, row)| row.name)),
        None => listed(Phrase::Sections, SECTIONS.iter().map(|section| section.name)),
    })
}
