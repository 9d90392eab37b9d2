//! Part 9: every parameter with value, unit, source and status.

use super::{Block, Cell, Facts, shortest};
use crate::parameters::{Key, Kind, Row, SECTIONS, Status};
use crate::report::Language;
use crate::report::page::blocks::Table;
use crate::units::Month;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(language.of((
        "Values in force in the first scenario; where another differs, its value stands below in the same cell. Levers come after, for each scenario. Sourced: read in a source. Assumed: no source, a range to be tried. Calibrated: fitted to patterns. Sources are in English.",
        "Valeurs en vigueur dans le premier scénario ; quand un autre diffère, sa valeur est dessous dans la même case. Les leviers viennent ensuite, scénario par scénario. Sourcé : lu dans une source. Supposé : sans source, une fourchette à essayer. Calé : ajusté sur des régularités. Les sources sont en anglais.",
    )))];
    let words = language.of((
        ["Meaning", "Key", "Value", "Unit", "Status", "Source"],
        ["Sens", "Clé", "Valeur", "Unité", "Statut", "Source"],
    ));
    for section in SECTIONS.iter().filter(|section| !section.instrument) {
        let mut table = Table::new(language.of(section.title), &words, &[]);
        table.rows = section.rows.iter().map(|(key, row)| parameter(facts, *key, row, language)).collect();
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::heading(language.of(("What each scenario does", "Ce que fait chaque scénario"))));
    for (at, told) in facts.scenarios.iter().enumerate() {
        let title = facts.title(at, language);
        if told.scenario.programme.is_empty() {
            blocks.push(Block::paragraph(
                language.of((format!("{title}: no instrument."), format!("{title} : aucun instrument."))),
            ));
            continue;
        }
        let words = language.of((
            ["Lever", "Key", "Value", "Unit", "Status", "Source"],
            ["Levier", "Clé", "Valeur", "Unité", "Statut", "Source"],
        ));
        let mut table = Table::new(title, &words, &[]);
        for entry in &told.scenario.programme {
            for (key, value) in &entry.levers.values {
                let row = key.row();
                let written = entry.levers.origins.get(key);
                let source = written.and_then(|written| written.source.as_deref()).unwrap_or(row.source);
                table.rows.push(vec![
                    Cell::words(language.of((row.en, row.fr))),
                    Cell::code(format!("{}.{}", entry.name, row.key())),
                    value_cell(row, *value, language),
                    Cell::words(language.of(row.unit.words())),
                    Cell::words(language.of(status(if written.is_some() { None } else { Some(row.status) }))),
                    Cell::english(source),
                ]);
            }
        }
        blocks.push(Block::Table(table));
    }
    blocks
}

fn parameter(facts: &Facts<'_>, key: Key, row: &Row, language: Language) -> Vec<Cell> {
    let first = facts.scenarios.first().map_or(row.default, |told| told.scenario.values[key]);
    let mut value = value_cell(row, first, language);
    let others: Vec<String> = (1..facts.scenarios.len())
        .filter(|at| facts.scenarios[*at].scenario.values[key] != first)
        .map(|at| {
            let (title, value) =
                (facts.title(at, language), shown(row, facts.scenarios[at].scenario.values[key], language));
            language.of((format!("{title}: {value}"), format!("{title} : {value}")))
        })
        .collect();
    if !others.is_empty() {
        value.more = Some(others.join(language.of(("; ", " ; "))));
    }
    let origin = facts.scenarios.first().and_then(|told| told.scenario.origins.get(&key));
    let source = origin.and_then(|origin| origin.source.as_deref()).unwrap_or(row.source);
    vec![
        Cell::words(language.of((row.en, row.fr))),
        Cell::code(row.name),
        value,
        Cell::words(language.of(row.unit.words())),
        Cell::words(language.of(status(if origin.is_some() { None } else { Some(row.status) }))),
        Cell::english(source),
    ]
}

fn value_cell(row: &Row, value: f64, language: Language) -> Cell {
    let words = matches!(row.kind, Kind::Choice(_));
    Cell { english: words, code: words, number: !words, ..Cell::words(shown(row, value, language)) }
}

fn shown(row: &Row, value: f64, language: Language) -> String {
    match row.kind {
        Kind::Real | Kind::Integer => shortest(value, language),
        Kind::Switch => language.of(if value == 0.0 { ("no", "non") } else { ("yes", "oui") }).to_owned(),
        Kind::Choice(words) => words.get(value as usize).copied().unwrap_or_default().to_owned(),
        Kind::Date => Month::from_index(value as u32).to_string(),
    }
}

/// How a value is known; one that a scenario wrote is its own.
const fn status(of: Option<Status>) -> (&'static str, &'static str) {
    match of {
        None => ("written by the scenario", "écrit par le scénario"),
        Some(Status::Sourced) => ("sourced", "sourcé"),
        Some(Status::Assumed) => ("assumed", "supposé"),
        Some(Status::Calibrated) => ("calibrated", "calé"),
    }
}
