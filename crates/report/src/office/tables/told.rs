//! What the other sheets tell of: the scenarios, and the indicators with their definitions.

use super::super::sheet::{Sheet, Shown, Value};
use super::{indicator, scenario};
use crate::page::Facts;
use hameau_model::observe::indicators::{Better, Indicator};
use hameau_words::Language;

/// A row for each scenario.
pub(super) fn scenarios(facts: &Facts<'_>, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Scenarios",
            [
                "Title",
                "Scenario",
                "File",
                "Worlds",
                "First month",
                "Last month",
                "Months",
                "Digest of its content",
            ],
        ),
        (
            "Scénarios",
            [
                "Titre",
                "Scénario",
                "Fichier",
                "Mondes",
                "Premier mois",
                "Dernier mois",
                "Mois",
                "Empreinte de son contenu",
            ],
        ),
    ));
    let mut rows = Vec::new();
    for (at, told) in facts.scenarios.iter().enumerate() {
        let (start, last) = (told.scenario.start(), told.scenario.last());
        let digest = facts.study.point(&told.scenario.name).map(|point| point.content.to_string());
        let mut row = scenario(facts, at, language).to_vec();
        row.extend([
            Value::from(&told.scenario.file[..]),
            Value::count(told.worlds),
            Value::from(start.to_string()),
            Value::from(last.to_string()),
            Value::count(last.months_after(start) as usize + 1),
            Value::from(digest.unwrap_or_default()),
        ]);
        rows.push(row);
    }
    Sheet { name, heads: heads.to_vec(), rows }
}

/// A row for each indicator.
pub(super) fn indicators(language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Indicators",
            [
                "Indicator",
                "Id",
                "Unit",
                "Theme",
                "Better",
                "Smallest effect",
                "Value shown",
                "Meaning",
                "Formula",
                "Source",
            ],
        ),
        (
            "Indicateurs",
            [
                "Indicateur",
                "Identifiant",
                "Unité",
                "Thème",
                "Mieux",
                "Plus petit effet qui compte",
                "Valeur montrée",
                "Sens",
                "Formule (en anglais)",
                "Source (en anglais)",
            ],
        ),
    ));
    let row = |of: Indicator| {
        let (row, definition) = (of.row(), of.definition());
        let better = match row.better {
            Better::Higher => ("more", "plus"),
            Better::Lower => ("less", "moins"),
            Better::Neither => ("neither", "ni l'un ni l'autre"),
        };
        let mut cells = indicator(of, language).to_vec();
        cells.extend([
            Value::from(language.of(row.theme.title())),
            Value::from(language.of(better)),
            Value::Number(row.smallest_effect, Shown::size(of)),
            Value::from(language.of(row.aggregation.words())),
            Value::from(language.of((row.meaning_en, row.meaning_fr))),
            Value::from(definition.formula),
            Value::from(definition.source),
        ]);
        cells
    };
    Sheet { name, heads: heads.to_vec(), rows: Indicator::all().map(row).collect() }
}
