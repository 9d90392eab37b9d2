//! What the policies of a comparison change, and their ranks.

use super::super::sheet::{Sheet, Shown, Value};
use super::{indicator, last_month, scenario};
use crate::page::{Compared, Facts};
use hameau_analysis::effects::{Cost, Effect};
use hameau_words::{Language, amounts};

/// A row for each month, policy and indicator.
pub(super) fn effects(facts: &Facts<'_>, compared: &Compared, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Effects",
            [
                "Month",
                "Policy",
                "Scenario",
                "Indicator",
                "Id",
                "Unit",
                "Base level",
                "Policy level",
                "Difference (points of %)",
                "Low end, 95 %",
                "High end, 95 %",
                "Rough interval",
                "Verdict",
                "Assumed effect",
                "Worlds used",
                "Worlds undefined",
                "Worlds above 0",
                "Worlds below 0",
                "Smallest effect",
                "Cost, EUR",
                "Cost, low end",
                "Cost, high end",
                "Cost for",
            ],
        ),
        (
            "Effets",
            [
                "Mois",
                "Politique",
                "Scénario",
                "Indicateur",
                "Identifiant",
                "Unité",
                "Niveau de la base",
                "Niveau de la politique",
                "Écart (en points pour les %)",
                "Bas de l'intervalle à 95 %",
                "Haut de l'intervalle à 95 %",
                "Intervalle approximatif",
                "Verdict",
                "Effet supposé",
                "Mondes utilisés",
                "Mondes non définis",
                "Mondes au-dessus de 0",
                "Mondes au-dessous de 0",
                "Plus petit effet qui compte",
                "Coût, €",
                "Coût, bas",
                "Coût, haut",
                "Coût pour",
            ],
        ),
    ));
    let mut rows = Vec::new();
    let policies = compared.horizons.iter().flat_map(|horizon| {
        horizon.comparison.policies.iter().enumerate().map(move |of| (horizon.month, of))
    });
    for (month, (at, policy)) in policies {
        for effect in &policy.effects {
            let mut row = vec![Value::from(month.to_string())];
            row.extend(scenario(facts, at + 1, language));
            row.extend(indicator(effect.indicator, language));
            row.extend(change(effect, language));
            row.extend(cost(effect, language));
            rows.push(row);
        }
    }
    Sheet { name, heads: heads.to_vec(), rows }
}

fn change(effect: &Effect, language: Language) -> [Value; 13] {
    let (level, change) = (Shown::value(effect.indicator), Shown::change(effect.indicator));
    let signs = effect.signs();
    let interval = effect.interval;
    [
        Value::of(effect.base_mean, level),
        Value::of(effect.policy_mean, level),
        Value::of(effect.difference, change),
        Value::of(interval.map(|interval| interval.low), change),
        Value::of(interval.map(|interval| interval.high), change),
        interval.map_or(Value::Empty, |_| Value::yes(effect.rough, language)),
        Value::from(language.of(effect.verdict.words())),
        Value::yes(effect.assumed.is_some(), language),
        Value::count(effect.worlds_used),
        Value::count(effect.worlds_undefined),
        Value::count(signs.above as usize),
        Value::count(signs.below as usize),
        Value::Number(effect.smallest_effect, Shown::size(effect.indicator)),
    ]
}

/// What a unit of an effect costs, and what that unit is; where there is no cost, why.
fn cost(effect: &Effect, language: Language) -> [Value; 4] {
    match effect.cost {
        Cost::Known { eur_per_unit, interval, .. } => {
            let (amount, unit) = amounts::priced(effect.indicator, language);
            let [each, low, high] = [eur_per_unit, interval.low, interval.high]
                .map(|eur| Value::Number(eur * amount, Shown::WHOLE));
            [each, low, high, Value::from(unit)]
        }
        Cost::Unknown { reason } => {
            [Value::Empty, Value::Empty, Value::Empty, Value::from(language.of(reason.words()))]
        }
    }
}

/// A row for each month, indicator and scenario, the best mean first.
pub(super) fn ranks(facts: &Facts<'_>, compared: &Compared, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Ranks",
            [
                "Month",
                "Indicator",
                "Id",
                "Unit",
                "Rank",
                "Policy",
                "Scenario",
                "Mean",
                "Against the best, low",
                "Against the best, high",
                "May be the best",
                "Is the best",
                "Worlds used",
            ],
        ),
        (
            "Rangs",
            [
                "Mois",
                "Indicateur",
                "Identifiant",
                "Unité",
                "Rang",
                "Politique",
                "Scénario",
                "Moyenne",
                "Face à la meilleure, bas",
                "Face à la meilleure, haut",
                "Peut être la meilleure",
                "Est la meilleure",
                "Mondes utilisés",
            ],
        ),
    ));
    let mut rows = Vec::new();
    for ranking in &compared.comparison.rankings {
        for place in &ranking.places {
            let told = facts.scenarios.iter().position(|told| told.scenario.name == place.name);
            let Some(at) = told else { continue };
            let mut row = vec![last_month(facts, at)];
            row.extend(indicator(ranking.indicator, language));
            row.push(Value::count(place.rank as usize));
            row.extend(scenario(facts, at, language));
            row.push(Value::Number(place.mean, Shown::value(ranking.indicator)));
            let change = Shown::change(ranking.indicator);
            row.extend(place.standing.map_or([const { Value::Empty }; 4], |standing| {
                [
                    Value::Number(standing.against_best.low, change),
                    Value::Number(standing.against_best.high, change),
                    Value::yes(standing.may_be_best, language),
                    Value::yes(standing.is_best, language),
                ]
            }));
            row.push(Value::count(ranking.worlds_used));
            rows.push(row);
        }
    }
    Sheet { name, heads: heads.to_vec(), rows }
}
