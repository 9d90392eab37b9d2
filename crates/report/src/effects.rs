//! The table of effects: every policy against the base, indicator by indicator, for a terminal.

use hameau_analysis::effects::{Comparison, Cost, Effect, Verdict};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::Horizon;
use hameau_words::{Language, amounts, number};
use std::fmt::Write as _;

/// Widest name of a policy that is written in full.
const NAME: usize = 22;

/// Effects on the indicators asked for, in the last of some months: level, difference, interval, worlds in which it is above
/// zero, the marks of all months, verdict. Two stars mark what surely is best, one what may be best, when all are ranked at once; none where all may be.
#[must_use]
pub fn effects_table(horizons: &[Horizon], indicators: &[Indicator], language: Language) -> String {
    let mut text = String::new();
    let Some(Horizon { comparison, .. }) = horizons.last() else { return text };
    let marks = |policy: usize, indicator: Indicator| -> String {
        horizons.iter().map(|at| at.comparison.policies[policy].on(indicator).verdict.mark()).collect()
    };
    for indicator in indicators {
        let row = indicator.row();
        let base = comparison.policies.first().and_then(|policy| policy.on(*indicator).base_mean);
        let base = base.map_or_else(|| "-".to_owned(), |base| amounts::value(*indicator, base, language));
        let smallest = amounts::threshold(*indicator, 1.0, language);
        let _ = writeln!(
            text,
            "{}",
            language.of((
                format!("{}: base {base}, an effect matters from {smallest}", row.en),
                format!("{} : base {base}, un effet compte à partir de {smallest}", row.fr),
            ))
        );
        let head = language.of((
            ["policy", "level", "effect", "95 %", "> 0", ""],
            ["politique", "niveau", "effet", "95 %", "> 0", ""],
        ));
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for (at, policy) in comparison.policies.iter().enumerate() {
            let mut cells = cells(&policy.policy, policy.on(*indicator), language);
            cells.push(marks(at, *indicator));
            rows.push(cells);
        }
        let verdicts = comparison.policies.iter().map(|policy| {
            let effect = policy.on(*indicator);
            format!("{}{}", verdict(effect, language), place(comparison, *indicator, &policy.policy))
        });
        let verdicts: Vec<String> = std::iter::once("verdict".to_owned()).chain(verdicts).collect();
        let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..6).map(width).collect();
        for (row, verdict) in rows.iter().zip(verdicts) {
            let _ = write!(text, "  {:<1$}", row[0], widths[0]);
            for (cell, width) in row.iter().zip(&widths).skip(1) {
                let _ = write!(text, "  {cell:>width$}");
            }
            let _ = writeln!(text, "  {verdict}");
        }
        text.push('\n');
    }
    text
}

fn cells(policy: &str, effect: &Effect, language: Language) -> Vec<String> {
    let signed = |change: f64| amounts::signed(effect.indicator, change, language);
    let above = if effect.worlds_used == 0 {
        "-".to_owned()
    } else {
        format!("{}/{}", effect.signs().above, effect.worlds_used)
    };
    vec![
        shortened(policy),
        effect
            .policy_mean
            .map_or_else(|| "-".to_owned(), |mean| amounts::plain_level(effect.indicator, mean, language)),
        effect.difference.map_or_else(|| "-".to_owned(), signed),
        effect.interval.map_or_else(
            || "-".to_owned(),
            |interval| {
                let mark = if effect.rough { "~" } else { "" };
                format!("{mark}{} – {}", signed(interval.low), signed(interval.high))
            },
        ),
        above,
    ]
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    name.chars().take(NAME - 1).chain(['…']).collect()
}

/// The verdict in a word or two; where it is undecided, in brackets the worlds that it would take, and those that are tied
/// where only the others' signs could decide.
fn verdict(effect: &Effect, language: Language) -> String {
    let star = if effect.assumed.is_some() { language.of((", assumed", ", supposé")) } else { "" };
    let words = format!("{}{star}", language.of(effect.verdict.short()));
    let needed = effect.worlds_needed.filter(|worlds| *worlds as usize > effect.worlds_used);
    let mut why: Vec<String> =
        needed.map(|worlds| number(f64::from(worlds), 0, language)).into_iter().collect();
    // An interval that leaves 0 out and a sign that is not sure: few worlds make the mean.
    if effect.sign_test.is_some() && effect.interval.is_some_and(|interval| !interval.contains(0.0)) {
        let tied = number(effect.signs().equal as f64, 0, language);
        why.push(language.of((format!("{tied} tied"), format!("{tied} à égalité"))));
    }
    if effect.verdict != Verdict::Undecided || why.is_empty() {
        return words;
    }
    format!("{words} ({})", why.join(language.of(("; ", " ; "))))
}

/// A mark for the policy that stays best, or may be best, when all are ranked at once.
fn place(comparison: &Comparison, indicator: Indicator, policy: &str) -> &'static str {
    let ranking = comparison.rankings.iter().find(|ranking| ranking.indicator == indicator);
    let place = ranking.and_then(|ranking| ranking.places.iter().find(|place| place.name == policy));
    let Some(standing) = place.and_then(|place| place.standing) else { return "" };
    let all = ranking.is_some_and(|ranking| {
        ranking.places.iter().all(|place| place.standing.is_some_and(|standing| standing.may_be_best))
    });
    // A mark that all bear tells nothing.
    if all {
        return "";
    }
    if standing.is_best {
        " **"
    } else if standing.may_be_best {
        " *"
    } else {
        ""
    }
}

/// What a unit of each effect costs, for the effects that have a cost.
#[must_use]
pub fn costs_table(comparison: &Comparison, indicators: &[Indicator], language: Language) -> String {
    let mut text = String::new();
    for policy in &comparison.policies {
        for indicator in indicators {
            let Cost::Known { eur_per_unit, interval, .. } = policy.on(*indicator).cost else { continue };
            let (amount, unit) = amounts::priced(*indicator, language);
            let [cost, low, high] =
                [eur_per_unit, interval.low, interval.high].map(|eur| number(eur * amount, 0, language));
            let (row, policy) = (indicator.row(), shortened(&policy.policy));
            let _ = writeln!(
                text,
                "{}",
                language.of((
                    format!("  {policy}, {}: {cost} EUR ({low} – {high}) for {unit}", row.en),
                    format!("  {policy}, {} : {cost} EUR ({low} – {high}) pour {unit}", row.fr),
                ))
            );
        }
    }
    text
}
