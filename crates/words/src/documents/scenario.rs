//! A scenario as a file of its own, without a base: everything that somebody wrote, and nothing else.

use super::values::written;
use hameau_model::inputs::parameters::{Key, SECTIONS};
use hameau_model::inputs::scenario::{Funder, Funding, Instrument, Layer, Scenario, Written};
use std::fmt::Write as _;

/// The scenario as TOML that gives the same worlds, bit for bit, wherever its territory can be read.
#[must_use]
pub fn scenario_text(scenario: &Scenario) -> String {
    let mut text = format!("name = {}\n", quoted(&scenario.name));
    if let Some(title) = &scenario.title {
        let _ = writeln!(text, "title = {{ en = {}, fr = {} }}", quoted(&title.en), quoted(&title.fr));
    }
    if !scenario.questions.is_empty() {
        let questions: Vec<String> =
            scenario.questions.iter().map(|number| format!("\"Q{number}\"")).collect();
        let _ = writeln!(text, "question = [{}]", questions.join(", "));
    }
    let _ = writeln!(text, "territory = {}", quoted(&scenario.territory_file));
    for section in SECTIONS.iter().filter(|section| section.instrument.is_none()) {
        let keys = section.rows.iter().map(|(key, _)| *key);
        // What the territory's own file says is said there.
        let own: Vec<(Key, &Written<f64>)> = keys
            .filter_map(|key| Some((key, scenario.origins.get(&key)?)))
            .filter(|(_, written)| written.layer != Layer::Territory)
            .collect();
        if !own.is_empty() {
            let _ = writeln!(text, "\n[{}]", section.name);
            for (key, value) in own {
                assigned(&mut text, key, value);
            }
        }
    }
    scenario.programme.iter().for_each(|entry| block(&mut text, entry));
    text
}

fn block(text: &mut String, entry: &Instrument) {
    let _ = writeln!(text, "\n[[programme]]\ninstrument = \"{}\"", entry.kind.name());
    let _ = writeln!(text, "name = {}", quoted(&entry.name));
    for (key, value) in
        [("place", entry.place.as_ref()), ("commune", entry.commune.as_ref().map(|of| &of.code))]
    {
        if let Some(value) = value {
            let _ = writeln!(text, "{key} = {}", quoted(value));
        }
    }
    let _ = writeln!(text, "from = \"{}\"", entry.from);
    if let Some(until) = entry.until {
        let _ = writeln!(text, "until = \"{until}\"");
    }
    if !entry.levers.origins.is_empty() {
        text.push_str("[programme.params]\n");
        entry.levers.origins.iter().for_each(|(key, value)| assigned(text, *key, value));
    }
    if entry.funding != Funding::from([(Funder::Council, 1.0)]) {
        text.push_str("[programme.funding]\n");
        for (funder, share) in &entry.funding {
            let _ = writeln!(text, "{} = {share}", funder.key());
        }
    }
}

fn assigned(text: &mut String, key: Key, value: &Written<f64>) {
    let row = key.row();
    let number = written(row, value.value);
    let _ = match &value.source {
        Some(source) => writeln!(text, "{} = {{ value = {number}, source = {} }}", row.key(), quoted(source)),
        None => writeln!(text, "{} = {number}", row.key()),
    };
}

/// Text between the quotation marks of TOML.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            // The only signs of its basic strings that TOML wants written otherwise.
            sign if sign.is_control() && sign != '\t' => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
