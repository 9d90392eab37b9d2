//! Every policy against the base in the same worlds: from what each world ended with to effects, verdicts and ranks.
//!
//! Pure: the values of the worlds in, a [`Comparison`] out. Worlds are paired by their place in the lists, so that each
//! list holds the same worlds in the same order.
//!
//! Every verdict stands alone at its confidence: of a hundred indicators that a policy does not touch but disturbs, about
//! five are called better or worse by luck. Only a [`Ranking`] holds over all policies at once.

mod assumed;
mod cost;
mod effect;
mod outcomes;
mod ranking;
mod verdict;

pub use assumed::assumed;
pub use cost::{Cost, NoCost};
pub use effect::Effect;
pub use outcomes::Outcomes;
pub use ranking::{Place, Ranking};
pub use verdict::{Side, Verdict};

use crate::statistics::{Look, confidence_of_a_look, look};
use hameau_model::kernel::random::{Draw, Source, World};
use hameau_model::observe::indicators::Indicator;
use serde::Serialize;

/// What a comparison is to tell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Confidence of every interval, for instance .95.
    pub confidence: f64,
    /// The half-width wanted, in units of each indicator's smallest effect of interest.
    pub precision: f64,
    /// Whether the number of worlds is chosen by looking at the intervals: they then keep some of their risk back
    /// ([`crate::statistics::StoppingPlan`]).
    pub several_looks: bool,
    /// Seed of the study; resamples are drawn from it.
    pub seed: u64,
}

impl Question {
    /// The confidence at which intervals are made.
    fn confidence(self) -> f64 {
        if self.several_looks { confidence_of_a_look(self.confidence) } else { self.confidence }
    }

    fn resampling(self) -> Source {
        resampling(self.seed)
    }
}

/// The draws of the resamples of a study with this seed.
#[must_use]
pub fn resampling(seed: u64) -> Source {
    World { seed, replicate: 0 }.source(Draw::Resampling)
}

/// Every policy against the base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// What was asked.
    pub question: Question,
    /// Name of the base.
    pub base: String,
    /// Worlds, the same for all.
    pub worlds: usize,
    /// Effects of each policy, in the order given.
    pub policies: Vec<PolicyEffects>,
    /// The base and the policies ranked, for each indicator that has a better direction.
    pub rankings: Vec<Ranking>,
}

/// What one policy does against the base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PolicyEffects {
    /// Name of the policy.
    pub policy: String,
    /// Whether every indicator ended the same, to the bit, in every world.
    pub identical: bool,
    /// One effect for each indicator, in the order of the table.
    pub effects: Vec<Effect>,
}

impl PolicyEffects {
    /// The effect on one indicator.
    #[must_use]
    pub fn on(&self, indicator: Indicator) -> &Effect {
        &self.effects[indicator as usize]
    }
}

/// An effect that needs more worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotYet {
    /// Place of the policy among the policies.
    pub policy: usize,
    /// Indicator.
    pub indicator: Indicator,
    /// Why; `None` where too few worlds define it for an interval.
    pub look: Option<Look>,
}

impl Comparison {
    /// The effects on these indicators that are not known to the precision asked for yet: a study may stop when there are
    /// none.
    #[must_use]
    pub fn not_yet(&self, indicators: &[Indicator]) -> Vec<NotYet> {
        let mut open = Vec::new();
        for (policy, effects) in self.policies.iter().enumerate() {
            for indicator in indicators {
                let effect = effects.on(*indicator);
                let half_width = self.question.precision * effect.smallest_effect;
                let look = effect.ends().map(|ends| look(effect.worlds_used, ends, half_width));
                if look != Some(Look::Enough) {
                    open.push(NotYet { policy, indicator: *indicator, look });
                }
            }
        }
        open
    }
}

/// Compares policies with the base, world by world.
///
/// # Panics
/// When the lists hold different numbers of worlds, a value is not finite, the confidence is not above one half and below
/// 1, or the precision not above 0.
#[must_use]
pub fn compare(question: Question, base: &Outcomes, policies: &[Outcomes]) -> Comparison {
    assert!(question.precision > 0.0, "a precision is above 0, not {}", question.precision);
    for policy in policies {
        assert_eq!(policy.worlds(), base.worlds(), "`{}` has other worlds than the base", policy.name());
    }
    Comparison {
        question,
        base: base.name().to_owned(),
        worlds: base.worlds(),
        policies: policies.iter().map(|policy| against_base(question, base, policy)).collect(),
        rankings: ranking::rankings(question, base, policies),
    }
}

/// The effect of one policy on one indicator, against any scenario of the same worlds.
///
/// # Panics
/// As [`compare`].
#[must_use]
pub fn effect_on(question: Question, indicator: Indicator, base: &Outcomes, policy: &Outcomes) -> Effect {
    assert_eq!(policy.worlds(), base.worlds(), "`{}` has other worlds than the base", policy.name());
    effect::effect(question, indicator, base, policy, base.same_values(policy))
}

fn against_base(question: Question, base: &Outcomes, policy: &Outcomes) -> PolicyEffects {
    let identical = base.same_values(policy);
    let effects = Indicator::all()
        .map(|indicator| effect::effect(question, indicator, base, policy, identical))
        .collect();
    PolicyEffects { policy: policy.name().to_owned(), identical, effects }
}
