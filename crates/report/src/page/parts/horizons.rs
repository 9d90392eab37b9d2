//! The same comparison after five, ten and fifteen years: levels and verdicts side by side.

use super::{Block, Cell, Facts, amounts, class, label, matrix};
use crate::page::blocks::Table;
use crate::page::sentences::levels;
use hameau_analysis::effects::Effect;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, month_name, number};

const TOLD: [Indicator; 3] =
    [Indicator::WorksOperating, Indicator::AdultsInWork, Indicator::ProductiveAnchoredJobs];

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = facts.compared.as_ref().filter(|compared| compared.horizons.len() > 1) else {
        return vec![Block::paragraph(language.of((
            "Policies were compared in the last month alone: the folder keeps no other month at which to compare them (see `--at` and `--series`).",
            "Les politiques n'ont été comparées qu'au dernier mois : le dossier ne garde aucun autre mois où les comparer (voir `--at` et `--series`).",
        )))];
    };
    let mut blocks = vec![Block::paragraph(late(facts, language))];
    for indicator in TOLD {
        let mut heads = vec![language.of(("Policy", "Politique")).to_owned()];
        heads.extend(compared.horizons.iter().map(|at| month_name(at.month, language)));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let base = facts.title(0, language);
        let unit = amounts::unit_of_values(indicator, language);
        let label = label(indicator, language);
        let caption = language.of((
            format!("{label}, {unit}: verdict rather than “{base}”, level with the policy, and without it"),
            format!(
                "{label}, {unit} : verdict plutôt que « {base} », niveau avec la politique, et sans elle"
            ),
        ));
        let mut table = Table::new(&caption, &heads, &[]);
        for policy in 1..facts.scenarios.len() {
            let cells = compared
                .horizons
                .iter()
                .map(|at| cell(at.comparison.policies[policy - 1].on(indicator), language));
            table
                .rows
                .push(std::iter::once(Cell::words(facts.title(policy, language))).chain(cells).collect());
        }
        blocks.push(Block::Table(table));
    }
    blocks
}

fn cell(effect: &Effect, language: Language) -> Cell {
    let [with, without] = levels(effect, language);
    let text = format!("{} {}", effect.verdict.mark(), language.of(effect.verdict.short()));
    let more = language.of((format!("{with}, without: {without}"), format!("{with}, sans : {without}")));
    Cell { more: Some(more), class: Some(class(effect.verdict)), ..Cell::words(text) }
}

/// How long each policy has acted by each month: a policy that begins late has had less time.
fn late(facts: &Facts<'_>, language: Language) -> String {
    let start = facts.scenarios[0].scenario.start();
    let told: Vec<String> = (1..facts.scenarios.len())
        .filter_map(|policy| Some((policy, matrix::acts(facts, policy)?)))
        .filter(|(_, (from, _))| from.since(start) >= 12)
        .map(|(policy, (from, months))| {
            let years = number(f64::from(months) / 12.0, 1, language);
            let (title, from) = (facts.title(policy, language), month_name(from, language));
            language.of((
                format!("“{title}” begins in {from} and acts for {years} years"),
                format!("« {title} » commence en {from} et agit {years} ans"),
            ))
        })
        .collect();
    let begins = if told.is_empty() {
        language.of((
            "All policies begin within a year of the start.".to_owned(),
            "Toutes les politiques commencent dans l'année qui suit le départ.".to_owned(),
        ))
    } else {
        format!("{}.", told.join(language.of(("; ", " ; "))))
    };
    let why = language.of((
        "An effect that is there after five years may be gone after fifteen, and the other way round.",
        "Un effet présent au bout de cinq ans peut avoir disparu au bout de quinze, et l'inverse.",
    ));
    format!("{why} {begins}")
}
