//! The effect of one policy on one indicator.

use super::verdict::{Evidence, verdict};
use super::{Cost, Outcomes, Question, Verdict, cost};
use crate::statistics::{
    Interval, Method, Paired2x2, Signs, mean, newcombe_paired_interval, paired_interval, skewness,
    two_humped, variance, worlds_needed,
};
use hameau_model::kernel::random::Source;
use hameau_model::observe::indicators::{Aggregation, Indicator};
use serde::Serialize;

/// Fewer worlds, or a skewness beyond this, and an interval is only rough (`tests/evidence/coverage.rs` measures both).
const FEW_WORLDS: usize = 10;
const STRONG_SKEWNESS: f64 = 3.0;
/// A ratio of variances beyond this is rounding, not pairing.
const LARGEST_GAIN: f64 = 1e12;

/// The effect of one policy on one indicator: policy less base, over the worlds in which both define it, in the unit of
/// the indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Indicator.
    pub indicator: Indicator,
    /// Mean of the base; of an event, the share of worlds.
    pub base_mean: Option<f64>,
    /// Mean of the policy.
    pub policy_mean: Option<f64>,
    /// Mean of the paired differences.
    pub difference: Option<f64>,
    /// Interval of it; `None` of fewer than two worlds, and where all differences are equal: it would have no width.
    pub interval: Option<Interval>,
    /// How the interval was made.
    pub method: Option<Method>,
    /// Whether the interval is only rough: fewer than ten worlds, or differences with a long tail.
    pub rough: bool,
    /// Worlds in which both define the indicator.
    pub worlds_used: usize,
    /// Worlds left out. Where a policy moves whether an indicator is defined, what is left tells of other worlds than all.
    pub worlds_undefined: usize,
    /// Worlds in which the base does not define it.
    pub undefined_in_base: usize,
    /// Worlds in which the policy does not.
    pub undefined_in_policy: usize,
    /// Share of the worlds used in which the difference is above 0.
    pub share_positive: Option<f64>,
    /// Share of them in which it is below 0; in the rest it is exactly 0.
    pub share_negative: Option<f64>,
    /// How many times the worlds that independent worlds would need for the same precision: the variance of a difference
    /// of independent worlds over that of pairs. `None` where pairs do not scatter, or of fewer than two.
    pub pairing_gain: Option<f64>,
    /// Whether the differences visibly form two humps, so that their mean describes few worlds.
    pub two_humped: bool,
    /// The smallest effect of interest.
    pub smallest_effect: f64,
    /// Worlds that the precision asked for would need if pairs go on to scatter as they do; `None` where they do not
    /// scatter, or of fewer than two.
    pub worlds_needed: Option<u32>,
    /// Where more than half of the differences are exactly 0, the chance of such signs without an effect (sign test).
    pub sign_test: Option<f64>,
    /// Whether an event came in every world of the policy, and in fewer of the base, or in none and in more: a stronger effect
    /// could not be seen.
    pub saturated: bool,
    /// The lever of the policy that multiplies a factor of the indicator, where one does: the sign of the effect was assumed.
    pub assumed: Option<&'static str>,
    /// What the interval allows to say.
    pub verdict: Verdict,
    /// What a unit of it costs.
    pub cost: Cost,
}

impl Effect {
    /// In how many of the worlds used the difference is above 0, below it, and exactly 0.
    #[must_use]
    pub fn signs(&self) -> Signs {
        let worlds =
            |share: Option<f64>| (share.unwrap_or_default() * self.worlds_used as f64).round() as u64;
        let (above, below) = (worlds(self.share_positive), worlds(self.share_negative));
        Signs { above, below, equal: self.worlds_used as u64 - above - below }
    }

    /// What the effect may be: its interval, or the one value that it has in every world.
    #[must_use]
    pub fn ends(&self) -> Option<Interval> {
        let equal = self.difference.filter(|_| self.method == Some(Method::Constant));
        self.interval.or(equal.map(|low| Interval { low, high: low }))
    }
}

/// The effect on one indicator; `identical` when the two agree in all of them.
pub(super) fn effect(
    question: Question,
    indicator: Indicator,
    base: &Outcomes,
    policy: &Outcomes,
    identical: bool,
) -> Effect {
    let row = indicator.row();
    let undefined = |outcomes: &Outcomes| outcomes.of(indicator).filter(Option::is_none).count();
    let (of_base, of_policy): (Vec<f64>, Vec<f64>) = base
        .of(indicator)
        .zip(policy.of(indicator))
        .filter_map(|(base, policy)| Some((base?, policy?)))
        .unzip();
    let differences: Vec<f64> = of_policy.iter().zip(&of_base).map(|(policy, base)| policy - base).collect();
    let worlds_used = differences.len();
    let made = mean_interval(indicator, &of_policy, &of_base, question.confidence(), question.resampling());
    let method = made.map(|made| made.1);
    let ends = made.map(|made| made.0);
    let signs = Signs::count(&differences);
    let share = |worlds: u64| (worlds_used > 0).then(|| worlds as f64 / worlds_used as f64);
    let scatter = variance(&differences).filter(|variance| *variance > 0.0);
    let pairing_gain = scatter.and_then(|scatter| {
        let gain = (variance(&of_base)? + variance(&of_policy)?) / scatter;
        (gain < LARGEST_GAIN).then_some(gain)
    });
    let verdict = if identical {
        Verdict::Identical
    } else {
        verdict(&Evidence {
            ends,
            method,
            signs,
            smallest_effect: row.smallest_effect,
            better: row.better,
            confidence: question.confidence(),
        })
    };
    let half_width = question.precision * row.smallest_effect;
    let long_tail = !is_event(indicator) && skewness(&differences).is_some_and(|g| g.abs() > STRONG_SKEWNESS);
    Effect {
        indicator,
        base_mean: mean(&of_base),
        policy_mean: mean(&of_policy),
        difference: mean(&differences),
        interval: ends.filter(|_| method != Some(Method::Constant)),
        method,
        rough: worlds_used < FEW_WORLDS || long_tail,
        worlds_used,
        worlds_undefined: base.worlds() - worlds_used,
        undefined_in_base: undefined(base),
        undefined_in_policy: undefined(policy),
        share_positive: share(signs.above),
        share_negative: share(signs.below),
        pairing_gain,
        two_humped: !is_event(indicator) && two_humped(&differences),
        smallest_effect: row.smallest_effect,
        worlds_needed: scatter.and_then(|_| worlds_needed(&differences, half_width, question.confidence())),
        sign_test: signs.mostly_equal().then(|| signs.chance()),
        saturated: is_event(indicator) && one_value(&of_policy) && !one_value(&of_base),
        assumed: None,
        verdict,
        cost: cost::cost(question, indicator, base, policy, verdict),
    }
}

/// Whether there are values and all are the same.
fn one_value(values: &[f64]) -> bool {
    values.first().is_some_and(|first| values.iter().all(|value| value == first))
}

fn is_event(indicator: Indicator) -> bool {
    indicator.row().aggregation == Aggregation::Event
}

/// The interval of the mean of one less the other, world by world, by the method that suits the indicator: Newcombe's for
/// an event, otherwise that of [`paired_interval`]; `None` of fewer than two worlds.
pub(super) fn mean_interval(
    indicator: Indicator,
    values: &[f64],
    others: &[f64],
    confidence: f64,
    resampling: Source,
) -> Option<(Interval, Method)> {
    if values.len() < 2 {
        return None;
    }
    if is_event(indicator) {
        let so = |value: f64| value > 0.5;
        let pairs = values.iter().zip(others).map(|(value, other)| (so(*value), so(*other)));
        return Some((newcombe_paired_interval(Paired2x2::count(pairs), confidence), Method::NewcombePaired));
    }
    let differences: Vec<f64> = values.iter().zip(others).map(|(value, other)| value - other).collect();
    paired_interval(&differences, confidence, resampling)
}
