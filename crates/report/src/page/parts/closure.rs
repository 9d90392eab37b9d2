//! Closure by its right layer, and the economy by five definitions: who sits in the place, who ties there, who ties in the
//! territory; three counts of jobs, all jobs, and all income.

use super::{Block, Cell, Facts, amounts, change, class, label};
use crate::page::blocks::Table;
use crate::page::facts::Compared;
use hameau_analysis::effects::{Cost, Effect};
use hameau_analysis::questions::Pair;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number};

/// Layers of closure; those of the place are held against the place alone.
const LAYERS: [(Indicator, bool); 3] = [
    (Indicator::AttendanceGap, true),
    (Indicator::AttendeesNewcomersIh, true),
    (Indicator::NewcomersIh, false),
];
const ECONOMY: [Indicator; 5] = [
    Indicator::TotalJobs,
    Indicator::ProductiveSectorJobs,
    Indicator::ProductiveOriginJobs,
    Indicator::ProductiveAnchoredJobs,
    Indicator::IncomeTotal,
];

/// That who sits in the place follows in part from a lever.
pub(super) const VISITS: (&str, &str) = (
    "Facilitators visit locals for a share of their hours that is a lever: that locals then come is in part assumed.",
    "L'animation rend visite aux habitants pour une part de ses heures, qui est un levier : que ceux-ci viennent ensuite est en partie supposé.",
);

pub(super) fn blocks(facts: &Facts<'_>, compared: &Compared, language: Language) -> Vec<Block> {
    let base = facts.title(0, language);
    let alone = facts.questions().place_alone();
    let against = alone.map_or(base, |at| facts.title(at, language));
    let closure = language.of((
        format!("Closure in three layers: who sits in the place and who ties there, rather than “{against}”; who ties in the territory, rather than “{base}”. Lower is more open"),
        format!("L'entre-soi en trois couches : qui fréquente le lieu et qui s'y lie, plutôt que « {against} » ; qui se lie dans le territoire, plutôt que « {base} ». Plus bas est plus ouvert"),
    ));
    let economy = language.of((
        format!("The economy, rather than “{base}”: all jobs, jobs by the three definitions of what is productive, all income. Below each effect that is sure, what a unit of it costs the public"),
        format!("L'économie, plutôt que « {base} » : tous les emplois, les emplois selon les trois définitions du productif, tout le revenu. Sous chaque effet sûr, ce qu'une unité coûte à la collectivité"),
    ));
    let mut layers = head(&closure, &LAYERS.map(|(indicator, _)| indicator), language);
    let mut rows = head(&economy, &ECONOMY, language);
    let Some(last) = compared.horizons.last() else { return Vec::new() };
    for policy in 1..facts.scenarios.len() {
        let title = Cell::words(facts.title(policy, language));
        let layer = |(indicator, in_place): &(Indicator, bool)| {
            let reference = alone.filter(|_| *in_place).unwrap_or(0);
            if reference == policy {
                return Cell::words(language.of(("held against", "sert de comparaison")));
            }
            judged(&facts.effect(last, Pair { policy, reference }, *indicator), false, language)
        };
        layers.rows.push(std::iter::once(title.clone()).chain(LAYERS.iter().map(layer)).collect());
        let effects = ECONOMY.iter().map(|indicator| {
            judged(&facts.effect(last, Pair { policy, reference: 0 }, *indicator), true, language)
        });
        rows.rows.push(std::iter::once(title).chain(effects).collect());
    }
    vec![Block::Table(layers), Block::paragraph(language.of(VISITS)), Block::Table(rows)]
}

fn head(caption: &str, indicators: &[Indicator], language: Language) -> Table {
    let heads: Vec<String> = indicators
        .iter()
        .map(|indicator| {
            let unit = amounts::unit_of_changes(*indicator, language);
            let label = label(*indicator, language);
            if unit.is_empty() { label.to_owned() } else { format!("{label}, {unit}") }
        })
        .collect();
    let words: Vec<&str> = std::iter::once(language.of(("Policy", "Politique")))
        .chain(heads.iter().map(String::as_str))
        .collect();
    Table::new(caption, &words, &[])
}

fn judged(effect: &Effect, priced: bool, language: Language) -> Cell {
    let star = if effect.assumed.is_some() { "*" } else { "" };
    let text = format!("{} {}{star}", effect.verdict.mark(), language.of(effect.verdict.short()));
    let mut more = change(effect, language).unwrap_or_else(|| "–".to_owned());
    if let Cost::Known { eur_per_unit, .. } = effect.cost
        && priced
    {
        let (amount, unit) = amounts::priced(effect.indicator, language);
        let eur = number(eur_per_unit * amount, 0, language);
        more.push_str(&language.of((format!("; {eur} EUR for {unit}"), format!(" ; {eur} € pour {unit}"))));
    }
    Cell { more: Some(more), class: Some(class(effect.verdict)), ..Cell::words(text) }
}
