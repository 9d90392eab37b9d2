//! Part 2: policies by cooperation, closure, anchored economy and cost.

use super::{Block, Cell, Facts, amounts, judged, label, needs_comparison};
use crate::page::blocks::Table;
use crate::page::sentences::count;
use hameau_analysis::effects::{Comparison, Place};
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number};

const COLUMNS: [(Indicator, (&str, &str)); 5] = [
    (Indicator::MixedWork, ("Cooperation", "Coopération")),
    (Indicator::AdultsInWork, ("Cooperation", "Coopération")),
    (Indicator::NewcomersIh, ("Closure", "Entre-soi")),
    (Indicator::ProductiveAnchored, ("Anchored economy", "Économie ancrée")),
    (Indicator::SpendingCumulated, ("Cost", "Coût")),
];

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return needs_comparison(facts, language) };
    let comparison = &compared.comparison;
    let base = facts.title(0, language);
    let worlds = count(comparison.worlds, language);
    let confidence = amounts::percent(comparison.question.confidence, language);
    let caption = language.of((
        format!("Each policy against “{base}” in {worlds} paired worlds, in the last month: verdict, mean difference and {confidence} interval"),
        format!("Chaque politique face à « {base} » dans {worlds} mondes appariés, au dernier mois : verdict, écart moyen et intervalle à {confidence}"),
    ));
    let heads: Vec<String> =
        COLUMNS.iter().map(|(indicator, theme)| head(*indicator, *theme, language)).collect();
    let mut words = vec![language.of(("Policy", "Politique"))];
    words.extend(heads.iter().map(String::as_str));
    let mut table = Table::new(&caption, &words, &[]);
    for (at, policy) in comparison.policies.iter().enumerate() {
        let mut row = vec![Cell::words(facts.title(at + 1, language))];
        row.extend(COLUMNS.iter().map(|(indicator, _)| judged(policy.on(*indicator), language)));
        table.rows.push(row);
    }
    let key = language.of((
        "The sign says which way the number moves (▲ up, ▼ down, ≈ by too little to matter, = not at all, ? undecided), the word what to think of it.",
        "Le signe dit dans quel sens le nombre bouge (▲ hausse, ▼ baisse, ≈ trop peu pour compter, = pas du tout, ? indécis), le mot ce qu'il faut en penser.",
    ));
    let chance = language.of((
        "Each verdict stands alone: among a hundred indicators that a policy only disturbs, about five are called better or worse by luck. The ranks below hold all together.",
        "Chaque verdict vaut seul : sur cent indicateurs qu'une politique ne fait que perturber, environ cinq sont dits meilleurs ou moins bons par hasard. Les rangs ci-dessous valent tous ensemble.",
    ));
    vec![
        Block::Table(table),
        Block::paragraph(key),
        Block::paragraph(chance),
        Block::Table(ranks(facts, comparison, language)),
    ]
}

fn head(indicator: Indicator, theme: (&str, &str), language: Language) -> String {
    let unit = amounts::unit_of_changes(indicator, language);
    let unit = if unit.is_empty() { String::new() } else { format!(", {unit}") };
    let (theme, label) = (language.of(theme), label(indicator, language));
    language.of((format!("{theme}: {label}{unit}"), format!("{theme} : {label}{unit}")))
}

/// Which may be the best, for each indicator.
fn ranks(facts: &Facts<'_>, comparison: &Comparison, language: Language) -> Table {
    let words = language.of((
        ["Indicator", "Best mean", "Surely the best", "May be the best"],
        ["Indicateur", "Meilleure moyenne", "Sûrement la meilleure", "Peut être la meilleure"],
    ));
    let caption = language.of((
        "Base and policies ranked: which may be the best, over all pairs at once",
        "Base et politiques classées : laquelle peut être la meilleure, toutes paires ensemble",
    ));
    let mut table = Table::new(caption, &words, &[]);
    let title = |name: &str| {
        let at = facts.scenarios.iter().position(|told| told.scenario.name == name);
        at.map_or(name, |at| facts.title(at, language)).to_owned()
    };
    for ranking in &comparison.rankings {
        if !COLUMNS.iter().any(|(indicator, _)| *indicator == ranking.indicator) {
            continue;
        }
        let standing = |sure: bool| {
            let names = ranking.places.iter().filter(|place| {
                place.standing.is_some_and(|of| if sure { of.is_best } else { of.may_be_best })
            });
            let names: Vec<String> = names.map(|place| title(&place.name)).collect();
            match names.len() {
                0 => language.of(("none can be told", "aucune ne peut être désignée")).to_owned(),
                some if some == ranking.places.len() && some > 3 => {
                    let all = number(some as f64, 0, language);
                    language.of((format!("any of the {all}"), format!("n'importe laquelle des {all}")))
                }
                _ => names.join(language.of(("; ", " ; "))),
            }
        };
        let first: Vec<&Place> = ranking.places.iter().filter(|place| place.rank == 1).collect();
        let best = first.first().map_or_else(
            || language.of(("undefined", "non défini")).to_owned(),
            |place| {
                let mean = amounts::value(ranking.indicator, place.mean, language);
                let names: Vec<String> = first.iter().map(|place| title(&place.name)).collect();
                let names = match names.as_slice() {
                    [one] => one.clone(),
                    several if several.len() == ranking.places.len() => {
                        language.of(("all the same", "toutes à égalité")).to_owned()
                    }
                    several => language.of((
                        format!("equal: {}", several.join("; ")),
                        format!("à égalité : {}", several.join(" ; ")),
                    )),
                };
                language.of((format!("{names}: {mean}"), format!("{names} : {mean}")))
            },
        );
        let row = [label(ranking.indicator, language).to_owned(), best, standing(true), standing(false)];
        table.rows.push(row.into_iter().map(Cell::words).collect());
    }
    table
}
