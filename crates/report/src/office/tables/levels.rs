//! What each scenario comes to, and on which course.

use super::super::sheet::{Sheet, Shown, Value};
use super::{indicator, last_month, scenario};
use crate::page::Facts;
use hameau_analysis::statistics::Summary;
use hameau_model::observe::indicators::Indicator;
use hameau_words::Language;

/// A row for each scenario and indicator: the values at the end, over the worlds that the report tells of.
pub(super) fn levels(facts: &Facts<'_>, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Levels",
            [
                "Month",
                "Title",
                "Scenario",
                "Indicator",
                "Id",
                "Unit",
                "Worlds defined",
                "Worlds undefined",
                "Mean",
                "Standard deviation",
                "5 % of worlds below",
                "Median",
                "5 % of worlds above",
            ],
        ),
        (
            "Niveaux",
            [
                "Mois",
                "Titre",
                "Scénario",
                "Indicateur",
                "Identifiant",
                "Unité",
                "Mondes définis",
                "Mondes non définis",
                "Moyenne",
                "Écart-type",
                "5 % des mondes au-dessous",
                "Médiane",
                "5 % des mondes au-dessus",
            ],
        ),
    ));
    let mut rows = Vec::new();
    for (at, told) in facts.scenarios.iter().enumerate() {
        for of in Indicator::all() {
            let summary = Summary::new(&told.outcomes.of(of).collect::<Vec<_>>());
            let mut row = vec![last_month(facts, at)];
            row.extend(scenario(facts, at, language));
            row.extend(indicator(of, language));
            row.extend([summary.n, summary.undefined].map(Value::count));
            let (level, size) = (Shown::value(of), Shown::size(of));
            row.extend([Value::of(summary.mean, level), Value::of(summary.sd, size)]);
            row.extend([summary.q05, summary.q50, summary.q95].map(|value| Value::of(value, level)));
            rows.push(row);
        }
    }
    Sheet { name, heads: heads.to_vec(), rows }
}

/// A row for each scenario, followed indicator and year, at the last month that the course has of it, and for the first
/// month of all.
pub(super) fn courses(facts: &Facts<'_>, language: Language) -> Sheet {
    let (name, heads) = language.of((
        (
            "Courses",
            [
                "Month",
                "Title",
                "Scenario",
                "Indicator",
                "Id",
                "Unit",
                "5 % of worlds below",
                "Median",
                "5 % of worlds above",
            ],
        ),
        (
            "Trajectoires",
            [
                "Mois",
                "Titre",
                "Scénario",
                "Indicateur",
                "Identifiant",
                "Unité",
                "5 % des mondes au-dessous",
                "Médiane",
                "5 % des mondes au-dessus",
            ],
        ),
    ));
    let mut rows = Vec::new();
    for (at, told) in facts.scenarios.iter().enumerate() {
        for course in &told.courses {
            let level = Shown::value(course.indicator);
            for (nth, point) in course.points.iter().enumerate() {
                let next = course.points.get(nth + 1);
                if nth > 0 && next.is_some_and(|next| next.month.year() == point.month.year()) {
                    continue;
                }
                let mut row = vec![Value::from(point.month.to_string())];
                row.extend(scenario(facts, at, language));
                row.extend(indicator(course.indicator, language));
                row.extend([point.q05, point.q50, point.q95].map(|value| Value::of(value, level)));
                rows.push(row);
            }
        }
    }
    Sheet { name, heads: heads.to_vec(), rows }
}
