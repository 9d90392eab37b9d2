//! What an interval allows to say.

use crate::statistics::{Interval, Method, SURE_OF_CONSTANT};
use hameau_model::observe::indicators::Better;
use serde::{Deserialize, Serialize};

/// What may be said of an effect. The rules, in this order:
///
/// 1. [`Verdict::Identical`]: every indicator ended the same, to the bit, in every world simulated.
/// 2. [`Verdict::Undecided`]: there is no interval (one world, or too few define the indicator).
/// 3. [`Verdict::NoDifferenceThatMatters`]: the whole interval lies within the smallest effect of interest on both sides of
///    0, ends included.
/// 4. [`Verdict::Better`], [`Verdict::Worse`], or [`Verdict::Higher`], [`Verdict::Lower`] where no direction is better: the
///    whole interval lies on one side of 0. It may begin below the smallest effect of interest, so that the sign is sure and
///    the size is not.
/// 5. [`Verdict::Undecided`] otherwise.
///
/// Where all differences are equal the interval has no width, and few worlds cannot tell whether they always are: rule 3
/// then asks for [`SURE_OF_CONSTANT`] worlds, rule 4 for as many as a sign test does (six at 95 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The policy changed nothing in the worlds simulated.
    Identical,
    /// Surely on the good side.
    Better,
    /// Surely on the bad side.
    Worse,
    /// Surely higher, which is neither good nor bad.
    Higher,
    /// Surely lower, which is neither good nor bad.
    Lower,
    /// Surely smaller than the smallest effect of interest.
    NoDifferenceThatMatters,
    /// The worlds allow none of these to be said.
    Undecided,
}

impl Verdict {
    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Identical => ("identical", "identique"),
            Self::Better => ("better", "mieux"),
            Self::Worse => ("worse", "moins bien"),
            Self::Higher => ("higher", "plus haut"),
            Self::Lower => ("lower", "plus bas"),
            Self::NoDifferenceThatMatters => ("no difference that matters", "pas de différence qui compte"),
            Self::Undecided => ("undecided", "indécis"),
        }
    }
}

/// An effect as far as its verdict depends on it.
pub(super) struct Evidence {
    pub interval: Option<Interval>,
    pub method: Option<Method>,
    pub worlds: usize,
    pub smallest_effect: f64,
    pub better: Better,
    pub confidence: f64,
}

/// The verdict of rules 2 to 5.
pub(super) fn verdict(evidence: &Evidence) -> Verdict {
    let Some(interval) = evidence.interval else { return Verdict::Undecided };
    let constant = evidence.method == Some(Method::Constant);
    let smallest = evidence.smallest_effect;
    if -smallest <= interval.low && interval.high <= smallest {
        let sure = !constant || evidence.worlds >= SURE_OF_CONSTANT;
        return if sure { Verdict::NoDifferenceThatMatters } else { Verdict::Undecided };
    }
    if constant && chance_of_one_sign(evidence.worlds) > 1.0 - evidence.confidence {
        return Verdict::Undecided;
    }
    let higher = if interval.low > 0.0 {
        true
    } else if interval.high < 0.0 {
        false
    } else {
        return Verdict::Undecided;
    };
    match (evidence.better, higher) {
        (Better::Higher, true) | (Better::Lower, false) => Verdict::Better,
        (Better::Higher, false) | (Better::Lower, true) => Verdict::Worse,
        (Better::Neither, true) => Verdict::Higher,
        (Better::Neither, false) => Verdict::Lower,
    }
}

/// The chance that so many signs, each as likely plus as minus, are all the same.
fn chance_of_one_sign(worlds: usize) -> f64 {
    (1..worlds).fold(1.0, |chance, _| chance / 2.0)
}
