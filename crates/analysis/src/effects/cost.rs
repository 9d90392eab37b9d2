//! What a unit of an effect costs.

use super::{Outcomes, Question, Verdict};
use crate::statistics::{Interval, fieller_interval, mean};
use hameau_model::observe::indicators::{Better, Indicator, Theme};
use serde::Serialize;

/// Public money spent for each unit of an effect, or why that cannot be said.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cost {
    /// A cost with its interval.
    Known {
        /// Public spending since the start, policy less base, mean over the worlds used, in EUR.
        extra_spending_eur: f64,
        /// That over the mean effect, in EUR for one unit of the indicator towards its good side (towards where it moved,
        /// where neither side is good). Below 0 the policy improves the indicator and saves money.
        eur_per_unit: f64,
        /// Interval of the ratio over pairs of worlds (Fieller 1954).
        interval: Interval,
    },
    /// None, and why.
    Unknown {
        /// Why.
        reason: NoCost,
    },
}

/// Why an effect has no cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoCost {
    /// The indicator is itself public money.
    IsMoney,
    /// The interval of the effect, or its t interval over the worlds whose spending is known, holds 0.
    EffectMayBeNone,
    /// The effect is too small to matter.
    EffectDoesNotMatter,
    /// The effect is on the bad side: nothing was bought.
    EffectIsWorse,
}

impl NoCost {
    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::IsMoney => ("this is money itself", "c'est déjà de l'argent"),
            Self::EffectMayBeNone => ("there may be no effect", "il n'y a peut-être pas d'effet"),
            Self::EffectDoesNotMatter => {
                ("the effect is too small to matter", "l'effet est trop petit pour compter")
            }
            Self::EffectIsWorse => ("the effect is for the worse", "l'effet va dans le mauvais sens"),
        }
    }
}

/// The cost of one effect. `verdict` is what was said of it.
pub(super) fn cost(
    question: Question,
    indicator: Indicator,
    base: &Outcomes,
    policy: &Outcomes,
    verdict: Verdict,
) -> Cost {
    let row = indicator.row();
    let unknown = |reason| Cost::Unknown { reason };
    if row.theme == Theme::Money || indicator == Indicator::CostPerAnchoredJob {
        return unknown(NoCost::IsMoney);
    }
    let towards = match verdict {
        Verdict::Identical | Verdict::Undecided => return unknown(NoCost::EffectMayBeNone),
        Verdict::NoDifferenceThatMatters => return unknown(NoCost::EffectDoesNotMatter),
        Verdict::Worse | Verdict::PerhapsWorse => return unknown(NoCost::EffectIsWorse),
        Verdict::Better | Verdict::PerhapsBetter if row.better == Better::Lower => -1.0,
        Verdict::Lower | Verdict::PerhapsLower => -1.0,
        Verdict::Better | Verdict::PerhapsBetter | Verdict::Higher | Verdict::PerhapsHigher => 1.0,
    };
    let difference = |indicator: Indicator| {
        policy.of(indicator).zip(base.of(indicator)).map(|(policy, base)| Some(policy? - base?))
    };
    let (spending, effect): (Vec<f64>, Vec<f64>) = difference(Indicator::SpendingCumulated)
        .zip(difference(indicator))
        .filter_map(|(spending, effect)| Some((spending?, towards * effect?)))
        .unzip();
    let known = || {
        let interval = fieller_interval(&spending, &effect, question.confidence())?;
        let extra_spending_eur = mean(&spending)?;
        Some(Cost::Known { extra_spending_eur, eur_per_unit: extra_spending_eur / mean(&effect)?, interval })
    };
    known().unwrap_or(unknown(NoCost::EffectMayBeNone))
}
