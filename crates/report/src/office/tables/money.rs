//! Public money since the first month: by scenario, and by entry of a programme.

use super::super::sheet::{Sheet, Shown, Value};
use super::scenario;
use crate::page::Facts;
use hameau_words::{Language, payers};

/// A row for each scenario: who pays.
pub(super) fn by_scenario(facts: &Facts<'_>, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Money by scenario",
            ["Title", "Scenario", "Council, EUR", "Other public bodies, EUR", "In all, EUR"],
        ),
        (
            "Argent par scénario",
            ["Titre", "Scénario", "Conseil, €", "Autres financeurs publics, €", "En tout, €"],
        ),
    ));
    let row = |at: usize| {
        let [council, others] = facts.paid(at);
        let mut row = scenario(facts, at, language).to_vec();
        row.extend([council, others, council + others].map(|eur| Value::Number(eur, Shown::WHOLE)));
        row
    };
    Sheet { name, heads: heads.to_vec(), rows: (0..facts.scenarios.len()).map(row).collect() }
}

/// A row for each entry of each programme.
pub(super) fn by_entry(facts: &Facts<'_>, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Money by entry",
            ["Title", "Scenario", "Entry", "Instrument", "From", "Until", "Who pays", "EUR since the start"],
        ),
        (
            "Argent par entrée",
            ["Titre", "Scénario", "Entrée", "Instrument", "De", "À", "Qui paie", "€ depuis le début"],
        ),
    ));
    let mut rows = Vec::new();
    for (at, told) in facts.scenarios.iter().enumerate() {
        for entry in &told.scenario.programme {
            let mut row = scenario(facts, at, language).to_vec();
            row.extend([
                Value::from(&entry.name[..]),
                Value::from(language.of(entry.kind.record().title)),
                Value::from(entry.from.to_string()),
                entry.until.map_or(Value::Empty, |until| Value::from(until.to_string())),
                Value::from(payers(&entry.funding, language)),
                Value::of(facts.spent(at, &entry.name), Shown::WHOLE),
            ]);
            rows.push(row);
        }
    }
    Sheet { name, heads: heads.to_vec(), rows }
}
