//! Of the annex: every parameter with value, unit, source and status.

use super::{Block, Cell, Facts, shortest};
use crate::page::blocks::Table;
use hameau_model::inputs::parameters::{Key, Kind, Row, SECTIONS, Status};
use hameau_model::inputs::scenario::Instrument;
use hameau_model::kernel::units::Month;
use hameau_words::{Language, follows, months};

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(language.of((
        "Values in force in the first scenario; where another differs, its value stands below in the same cell. Levers come after, for each entry of a programme. Sourced: read in a source. Assumed: no source, a range to be tried. Calibrated: fitted to patterns. Sources are in English.",
        "Valeurs en vigueur dans le premier scénario ; quand un autre diffère, sa valeur est dessous dans la même case. Les leviers viennent ensuite, pour chaque entrée d'un programme. Sourcé : lu dans une source. Supposé : sans source, une fourchette à essayer. Calé : ajusté sur des régularités. Les sources sont en anglais.",
    )))];
    let words = language.of((
        ["Meaning", "Key", "Value", "Unit", "Status", "Source"],
        ["Sens", "Clé", "Valeur", "Unité", "Statut", "Source"],
    ));
    for section in SECTIONS.iter().filter(|section| section.instrument.is_none()) {
        let mut table = Table::new(language.of(section.title), &words, &[]);
        table.rows = section.rows.iter().map(|(key, row)| parameter(facts, *key, row, language)).collect();
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::heading(language.of(("What the scenarios do", "Ce que font les scénarios"))));
    blocks.extend(entries(facts, language).into_iter().map(Block::Table));
    blocks
}

/// One table for each entry of a programme, however many scenarios share it.
fn entries(facts: &Facts<'_>, language: Language) -> Vec<Table> {
    let mut distinct: Vec<(&Instrument, Vec<&str>)> = Vec::new();
    for (at, told) in facts.scenarios.iter().enumerate() {
        for entry in &told.scenario.programme {
            let title = facts.title(at, language);
            match distinct.iter_mut().find(|(other, _)| same(other, entry)) {
                Some((_, titles)) => titles.push(title),
                None => distinct.push((entry, vec![title])),
            }
        }
    }
    let words = language.of((
        ["Lever", "Key", "Value", "Unit", "Status", "Source"],
        ["Levier", "Clé", "Valeur", "Unité", "Statut", "Source"],
    ));
    let of = |(entry, titles): (&Instrument, Vec<&str>)| {
        let kind = language.of(entry.kind.record().title);
        let when = months(entry.from, entry.until, language);
        let titles = titles.join(language.of(("; ", " ; ")));
        let caption = language
            .of((format!("{kind}, {when}. In: {titles}"), format!("{kind}, {when}. Dans : {titles}")));
        let mut table = Table::new(&caption, &words, &[]);
        table.rows =
            entry.levers.values.iter().map(|(key, value)| lever(entry, *key, *value, language)).collect();
        table
    };
    distinct.into_iter().map(of).collect()
}

/// Whether two entries do the same.
fn same(one: &Instrument, other: &Instrument) -> bool {
    let of = |entry: &Instrument| {
        (
            entry.kind.name(),
            entry.name.clone(),
            entry.from,
            entry.until,
            entry.place.clone(),
            entry.commune.clone(),
        )
    };
    of(one) == of(other) && one.levers.values == other.levers.values && one.funding == other.funding
}

fn lever(entry: &Instrument, key: Key, value: f64, language: Language) -> Vec<Cell> {
    let row = key.row();
    let written = entry.levers.origins.get(&key);
    let source = written.and_then(|written| written.source.as_deref()).unwrap_or(row.source);
    let following = entry.levers.following().find(|total| total.key == key && value != row.default);
    let [status, source] = if let Some(total) = following {
        let how = follows(total, &entry.levers, language);
        [Cell::words(language.of(("follows the levers", "suit les leviers"))), Cell::words(how)]
    } else {
        let status = status(if written.is_some() { None } else { Some(row.status) });
        [Cell::words(language.of(status)), Cell::english(source)]
    };
    vec![
        Cell::words(language.of((row.en, row.fr))),
        Cell::code(format!("{}.{}", entry.name, row.key())),
        value_cell(row, value, language),
        Cell::words(language.of(row.unit.words())),
        status,
        source,
    ]
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
