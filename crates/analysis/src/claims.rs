//! What is expected of a scenario, held against its worlds.

use crate::effects::{Outcomes, Question, Verdict, effect_on, resampling};
use crate::statistics::{Interval, Summary, paired_interval, wilson_interval};
use hameau_model::inputs::scenario::{Bounds, Claim};
use hameau_model::observe::indicators::{Aggregation, Indicator};
use serde::Serialize;

/// A claim of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Claimed<'c> {
    /// What is claimed.
    pub claim: &'c Claim,
    /// Of what.
    pub indicator: Indicator,
    /// The verdicts that are allowed, where the claim is one of a verdict.
    pub verdicts: &'c [Verdict],
}

/// What the worlds say of a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Judged {
    /// Whether it holds.
    pub holds: bool,
    /// The statistic claimed, in the unit of the indicator: mean, median, mean difference; of a claim about worlds, the share
    /// of those that meet it. None where no world defines the indicator.
    pub found: Option<f64>,
    /// How sure that is: the interval of a mean, a difference or a share; of a median the values that nine worlds in ten keep
    /// to, of every world the lowest and the highest value.
    pub interval: Option<Interval>,
    /// Of a claim that compares, what the worlds allow to say.
    pub verdict: Option<Verdict>,
    /// Worlds that define the indicator, in both scenarios where two are compared.
    pub worlds_used: usize,
    /// Worlds simulated.
    pub worlds: usize,
}

/// Holds a claim against the worlds of the scenario and, where it compares, those of another.
///
/// # Panics
/// When a claim that compares has nothing to be compared with.
#[must_use]
pub fn judge(
    claimed: Claimed<'_>,
    question: Question,
    outcomes: &Outcomes,
    versus: Option<&Outcomes>,
) -> Judged {
    let values: Vec<Option<f64>> = outcomes.of(claimed.indicator).collect();
    let defined: Vec<f64> = values.iter().copied().flatten().collect();
    let summary = Summary::new(&values);
    let one = |found: Option<f64>, interval, holds: bool| Judged {
        holds,
        found,
        interval,
        verdict: None,
        worlds_used: defined.len(),
        worlds: values.len(),
    };
    let within = |bounds: Bounds, found: Option<f64>| found.is_some_and(|found| bounds.hold(found));
    match claimed.claim {
        Claim::Mean(bounds) => {
            let interval = mean_interval(claimed.indicator, &defined, question);
            one(summary.mean, interval, within(*bounds, summary.mean))
        }
        Claim::Median(bounds) => {
            let band = summary.q05.zip(summary.q95).map(|(low, high)| Interval { low, high });
            one(summary.q50, band, within(*bounds, summary.q50))
        }
        Claim::EveryWorld(bounds) => {
            let low = defined.iter().copied().reduce(f64::min);
            let ends = low.zip(defined.iter().copied().reduce(f64::max));
            let meeting = meeting(*bounds, &defined);
            let share = (!values.is_empty()).then(|| meeting as f64 / values.len() as f64);
            let interval = ends.map(|(low, high)| Interval { low, high });
            one(share, interval, !values.is_empty() && meeting == values.len())
        }
        Claim::ShareOfWorlds { share, of } => {
            let meeting = meeting(*of, &defined);
            let found = (!values.is_empty()).then(|| meeting as f64 / values.len() as f64);
            let interval = wilson_interval(meeting as u64, values.len() as u64, question.confidence);
            one(found, Some(interval), within(*share, found))
        }
        Claim::Difference(_) | Claim::Verdict(_) => {
            let base = versus.expect("what compares has a base");
            let effect = effect_on(question, claimed.indicator, base, outcomes);
            let holds = match claimed.claim {
                Claim::Difference(bounds) => within(*bounds, effect.difference),
                _ => claimed.verdicts.contains(&effect.verdict),
            };
            Judged {
                holds,
                found: effect.difference,
                interval: effect.ends(),
                verdict: Some(effect.verdict),
                worlds_used: effect.worlds_used,
                worlds: values.len(),
            }
        }
    }
}

/// Worlds whose value is within these.
fn meeting(bounds: Bounds, defined: &[f64]) -> usize {
    defined.iter().filter(|value| bounds.hold(**value)).count()
}

/// The interval of a mean over worlds; of an event, that of a share of them.
fn mean_interval(indicator: Indicator, values: &[f64], question: Question) -> Option<Interval> {
    if indicator.row().aggregation == Aggregation::Event {
        let came = values.iter().filter(|value| **value > 0.5).count() as u64;
        return (!values.is_empty()).then(|| wilson_interval(came, values.len() as u64, question.confidence));
    }
    let (interval, _) = paired_interval(values, question.confidence, resampling(question.seed))?;
    Some(interval)
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUESTION: Question = Question { confidence: 0.95, precision: 1.0, several_looks: false, seed: 1 };
    const OF: Indicator = Indicator::Inhabitants;

    /// Worlds of the values 1 to 20, moved; undefined where `gap` says so.
    fn worlds(moved: f64, gap: impl Fn(u32) -> bool) -> Outcomes {
        let world = |world: u32| {
            let value = (!gap(world)).then(|| f64::from(world) + moved);
            Indicator::all().map(|indicator| value.filter(|_| indicator == OF)).collect()
        };
        Outcomes::new("p", (1..=20).map(world).collect())
    }

    fn judged(claim: &Claim, outcomes: &Outcomes) -> Judged {
        judge(
            Claimed { claim, indicator: OF, verdicts: &[Verdict::Better] },
            QUESTION,
            outcomes,
            Some(&worlds(0.0, |_| false)),
        )
    }

    const fn between(low: f64, high: f64) -> Bounds {
        Bounds { at_least: Some(low), at_most: Some(high) }
    }

    #[test]
    fn claims_hold_at_both_ends_and_no_further() {
        let plain = worlds(0.0, |_| false);
        for (claim, found, holds) in [
            (Claim::Mean(between(10.5, 11.0)), 10.5, true),
            (Claim::Mean(between(10.6, 11.0)), 10.5, false),
            (Claim::Median(between(10.0, 10.5)), 10.5, true),
            (Claim::EveryWorld(between(1.0, 20.0)), 1.0, true),
            (Claim::EveryWorld(between(2.0, 20.0)), 0.95, false),
            (Claim::ShareOfWorlds { share: between(0.5, 1.0), of: between(11.0, 99.0) }, 0.5, true),
            (Claim::ShareOfWorlds { share: between(0.6, 1.0), of: between(11.0, 99.0) }, 0.5, false),
        ] {
            let judged = judged(&claim, &plain);
            assert_eq!((judged.found, judged.holds), (Some(found), holds), "{claim:?}");
            assert!(judged.interval.is_some(), "{claim:?}");
        }
    }

    #[test]
    fn a_world_without_a_value_meets_nothing() {
        let torn = worlds(0.0, |world| world == 1);
        let every = judged(&Claim::EveryWorld(between(0.0, 99.0)), &torn);
        assert_eq!((every.holds, every.worlds_used, every.worlds), (false, 19, 20));
        let nowhere = worlds(0.0, |_| true);
        for claim in [Claim::Mean(between(-99.0, 99.0)), Claim::Difference(between(-99.0, 99.0))] {
            let judged = judged(&claim, &nowhere);
            assert_eq!((judged.holds, judged.found), (false, None));
        }
    }

    #[test]
    fn a_comparison_is_judged_world_by_world() {
        let more = worlds(500.0, |_| false);
        let judged = |claim: &Claim| judged(claim, &more);
        let difference = judged(&Claim::Difference(between(499.0, 501.0)));
        assert_eq!((difference.holds, difference.found), (true, Some(500.0)));
        assert!(!judged(&Claim::Difference(between(501.0, 502.0))).holds);
        // Twenty equal differences are sure in their sign, not in their size.
        assert_eq!(judged(&Claim::Verdict(Vec::new())).verdict, Some(Verdict::PerhapsBetter));
        assert!(!judged(&Claim::Verdict(Vec::new())).holds, "only better was allowed");
    }
}
