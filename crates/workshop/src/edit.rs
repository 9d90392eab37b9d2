//! A scenario changed: what the page edits, exports and puts into a link is one text, which `check` accepts.

use super::answer::{Answer, told};
use super::place::Text;
use super::refusal::Refusal;
use super::request::{Edit, Entry};
use hameau_model::inputs::mistakes::{Help, Phrase};
use hameau_model::inputs::parameters::InstrumentKind;
use hameau_model::inputs::scenario::{Scenario, Title, did_you_mean, listed};
use hameau_words::documents::{quoted, scenario_text};
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt::Write as _;

#[derive(Serialize)]
struct Edited {
    toml: String,
}

pub(super) fn edit(asked: &Edit) -> Answer {
    let mut scenario = Text::new(&asked.toml, None).scenario(&[])?;
    for name in &asked.drop {
        let before = scenario.programme.len();
        scenario.programme.retain(|entry| entry.name != *name);
        if scenario.programme.len() == before {
            let names = || scenario.programme.iter().map(|entry| entry.name.as_str());
            let help = did_you_mean(name, names()).or_else(|| listed(Phrase::Entries, names()));
            let help = help.as_ref().map_or_else(String::new, Help::to_string);
            return Err(Refusal::one(&format!("there is no entry {} to drop; {help}", quoted(name))));
        }
    }
    if let Some(title) = &asked.title {
        scenario.title = Some(Title { en: title.en.clone(), fr: title.fr.clone() });
    }
    if let Some(name) = &asked.name {
        scenario.name.clone_from(name);
    }
    let mut text = scenario_text(&scenario);
    let mut names: Vec<String> = scenario.programme.iter().map(|entry| entry.name.clone()).collect();
    for entry in &asked.add {
        text.push_str(&block(entry, &scenario, &mut names)?);
    }
    let changed = Text::new(&text, None).scenario(&asked.set)?;
    told(&Edited { toml: scenario_text(&changed) })
}

/// A new entry as TOML. Its name, first month and place are those that come to mind, where it says none.
fn block(entry: &Entry, scenario: &Scenario, names: &mut Vec<String>) -> Result<String, Refusal> {
    let kind = InstrumentKind::named(&entry.instrument).ok_or_else(|| {
        let help = did_you_mean(&entry.instrument, InstrumentKind::names())
            .or_else(|| listed(Phrase::Known, InstrumentKind::names()));
        let help = help.as_ref().map_or_else(String::new, Help::to_string);
        Refusal::one(&format!("{} is no instrument; {help}", quoted(&entry.instrument)))
    })?;
    let name = entry.name.clone().unwrap_or_else(|| unused(&kind.name().replace('_', "-"), names));
    let mut text = format!("\n[[programme]]\ninstrument = \"{}\"\nname = {}\n", kind.name(), quoted(&name));
    names.push(name);
    let first = scenario.start().to_string();
    let needed = kind.record().site.needs_place().then(|| place(scenario)).flatten();
    for (key, value) in [
        ("from", Some(entry.from.as_deref().unwrap_or(&first))),
        ("until", entry.until.as_deref()),
        ("place", entry.place.as_deref().or(needed)),
        ("commune", entry.commune.as_deref()),
    ] {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {}", quoted(value));
        }
    }
    for (table, values) in [("params", &entry.levers), ("funding", &entry.funding)] {
        text.push_str(&self::table(table, values)?);
    }
    Ok(text)
}

fn table(name: &str, values: &Map<String, Value>) -> Result<String, Refusal> {
    if values.is_empty() {
        return Ok(String::new());
    }
    let mut text = format!("[programme.{name}]\n");
    for (key, value) in values {
        let value = match value {
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::String(word) => quoted(word),
            _ => {
                return Err(Refusal::one(&format!(
                    "{} in `{name}` is neither number, word, true nor false",
                    quoted(key)
                )));
            }
        };
        let _ = writeln!(text, "{} = {value}", quoted(key));
    }
    Ok(text)
}

/// The first shared place of the scenario.
fn place(scenario: &Scenario) -> Option<&str> {
    scenario.programme.iter().find(|entry| entry.kind.opens_place()).and_then(|entry| entry.place.as_deref())
}

/// `name`, or the first of `name-2`, `name-3`, ... that no entry bears.
fn unused(name: &str, names: &[String]) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1;
    while names.contains(&candidate) {
        number += 1;
        candidate = format!("{name}-{number}");
    }
    candidate
}
