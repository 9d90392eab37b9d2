//! What an interval allows to say.

use crate::statistics::{Interval, Method, SURE_OF_CONSTANT, Signs};
use hameau_model::observe::indicators::Better;
use serde::{Deserialize, Serialize};

/// What may be said of an effect. The rules, in this order:
///
/// 1. [`Verdict::Identical`]: every indicator ended the same, to the bit, in every world simulated.
/// 2. Equal differences have no interval, since few worlds cannot tell whether they always are equal. Within the smallest
///    effect of interest they are [`Verdict::NoDifferenceThatMatters`] from [`SURE_OF_CONSTANT`] worlds on; beyond it their
///    sign is sure from as many worlds as a sign test asks for (six at 95 %), their size from [`SURE_OF_CONSTANT`] on.
/// 3. [`Verdict::Undecided`]: there is no interval (one world, or too few define the indicator).
/// 4. [`Verdict::NoDifferenceThatMatters`]: the whole interval lies within the smallest effect of interest on both sides of
///    0, ends included.
/// 5. [`Verdict::Better`], [`Verdict::Worse`], or [`Verdict::Higher`], [`Verdict::Lower`] where no direction is better: the
///    whole interval lies beyond the smallest effect of interest, on one side.
/// 6. [`Verdict::PerhapsBetter`] and its like: the whole interval lies on one side of 0 and holds the smallest effect of
///    interest: the sign is sure, the size may be too small to matter.
/// 7. [`Verdict::Undecided`] otherwise.
///
/// Rules 5 and 6 also need a sure sign by a sign test ([`Signs::sure`]) where more than half of the differences are exactly
/// 0: few worlds then make the mean.
///
/// With the same mean, a narrower interval never says less: undecided becomes a sign, a sign becomes a size, and a sign of
/// a mean below the smallest effect becomes no difference that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The policy changed nothing in the worlds simulated.
    Identical,
    /// Surely on the good side, by enough to matter.
    Better,
    /// Surely on the bad side, by enough to matter.
    Worse,
    /// Surely higher, by enough to matter, which is neither good nor bad.
    Higher,
    /// Surely lower, by enough to matter, which is neither good nor bad.
    Lower,
    /// Surely on the good side, perhaps by too little to matter.
    PerhapsBetter,
    /// Surely on the bad side, perhaps by too little to matter.
    PerhapsWorse,
    /// Surely higher, perhaps by too little to matter.
    PerhapsHigher,
    /// Surely lower, perhaps by too little to matter.
    PerhapsLower,
    /// Surely smaller than the smallest effect of interest.
    NoDifferenceThatMatters,
    /// The worlds allow none of these to be said.
    Undecided,
}

/// On which side of no effect something surely is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Good.
    Good,
    /// Bad.
    Bad,
    /// Neither: it only moved.
    Moved,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 11] = [
        Self::Identical,
        Self::Better,
        Self::Worse,
        Self::Higher,
        Self::Lower,
        Self::PerhapsBetter,
        Self::PerhapsWorse,
        Self::PerhapsHigher,
        Self::PerhapsLower,
        Self::NoDifferenceThatMatters,
        Self::Undecided,
    ];

    /// On which side the effect surely is; `None` where its sign is not sure or does not matter.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Better | Self::PerhapsBetter => Some(Side::Good),
            Self::Worse | Self::PerhapsWorse => Some(Side::Bad),
            Self::Higher | Self::Lower | Self::PerhapsHigher | Self::PerhapsLower => Some(Side::Moved),
            Self::Identical | Self::NoDifferenceThatMatters | Self::Undecided => None,
        }
    }

    /// Whether the sign is sure and the size may be too small to matter.
    #[must_use]
    pub const fn perhaps_too_small(self) -> bool {
        matches!(self, Self::PerhapsBetter | Self::PerhapsWorse | Self::PerhapsHigher | Self::PerhapsLower)
    }

    /// Its mark: full where sign and size are sure, half where the size may be too small, open where nothing differs that
    /// matters; round on the good side or where no side is better, square on the bad.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Better | Self::Higher | Self::Lower => "●",
            Self::PerhapsBetter | Self::PerhapsHigher | Self::PerhapsLower => "◐",
            Self::Worse => "■",
            Self::PerhapsWorse => "◧",
            Self::NoDifferenceThatMatters => "○",
            Self::Identical => "=",
            Self::Undecided => "?",
        }
    }

    /// Its words where there is little room, in English and in French.
    #[must_use]
    pub const fn short(self) -> (&'static str, &'static str) {
        match self {
            Self::NoDifferenceThatMatters => ("negligible", "négligeable"),
            Self::PerhapsBetter => ("better, perhaps little", "mieux, peut-être peu"),
            Self::PerhapsWorse => ("worse, perhaps little", "moins bien, peut-être peu"),
            Self::PerhapsHigher => ("higher, perhaps little", "plus haut, peut-être peu"),
            Self::PerhapsLower => ("lower, perhaps little", "plus bas, peut-être peu"),
            other => other.words(),
        }
    }

    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Identical => ("identical", "identique"),
            Self::Better => ("better", "mieux"),
            Self::Worse => ("worse", "moins bien"),
            Self::Higher => ("higher", "plus haut"),
            Self::Lower => ("lower", "plus bas"),
            Self::PerhapsBetter => {
                ("better, perhaps too little to matter", "mieux, peut-être trop peu pour compter")
            }
            Self::PerhapsWorse => {
                ("worse, perhaps too little to matter", "moins bien, peut-être trop peu pour compter")
            }
            Self::PerhapsHigher => {
                ("higher, perhaps too little to matter", "plus haut, peut-être trop peu pour compter")
            }
            Self::PerhapsLower => {
                ("lower, perhaps too little to matter", "plus bas, peut-être trop peu pour compter")
            }
            Self::NoDifferenceThatMatters => ("no difference that matters", "pas de différence qui compte"),
            Self::Undecided => ("undecided", "indécis"),
        }
    }
}

/// An effect as far as its verdict depends on it.
pub(super) struct Evidence {
    /// What the effect may be: its interval, or the one value of equal differences.
    pub ends: Option<Interval>,
    pub method: Option<Method>,
    pub signs: Signs,
    pub smallest_effect: f64,
    pub better: Better,
    pub confidence: f64,
}

/// The verdict of rules 2 to 7.
pub(super) fn verdict(evidence: &Evidence) -> Verdict {
    let smallest = evidence.smallest_effect;
    let many = evidence.signs.worlds() >= SURE_OF_CONSTANT as u64;
    let constant = evidence.method == Some(Method::Constant);
    let tested = constant || evidence.signs.mostly_equal();
    let Some(ends) = evidence.ends else { return Verdict::Undecided };
    if -smallest <= ends.low && ends.high <= smallest {
        return if constant && !many { Verdict::Undecided } else { Verdict::NoDifferenceThatMatters };
    }
    let higher = ends.low > 0.0;
    let sure = !tested || evidence.signs.sure(higher, evidence.confidence);
    if !(higher || ends.high < 0.0) || !sure {
        return Verdict::Undecided;
    }
    let matters = ends.low.abs().min(ends.high.abs()) > smallest && (!constant || many);
    let good = match evidence.better {
        Better::Neither => None,
        Better::Higher => Some(higher),
        Better::Lower => Some(!higher),
    };
    match (good, higher, matters) {
        (Some(true), _, true) => Verdict::Better,
        (Some(true), _, false) => Verdict::PerhapsBetter,
        (Some(false), _, true) => Verdict::Worse,
        (Some(false), _, false) => Verdict::PerhapsWorse,
        (None, true, true) => Verdict::Higher,
        (None, true, false) => Verdict::PerhapsHigher,
        (None, false, true) => Verdict::Lower,
        (None, false, false) => Verdict::PerhapsLower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(low: f64, high: f64) -> Verdict {
        verdict(&Evidence {
            ends: Some(Interval { low, high }),
            method: Some(Method::StudentT),
            signs: Signs { above: 20, below: 0, equal: 0 },
            smallest_effect: 1.0,
            better: Better::Higher,
            confidence: 0.95,
        })
    }

    /// The two pairs that made the first rules indefensible: an imprecise interval was "better" where a precise one with the
    /// same mean was "no difference".
    #[test]
    fn a_narrower_interval_with_the_same_mean_never_says_less() {
        assert_eq!((of(0.1, 1.5), of(0.7, 0.9)), (Verdict::PerhapsBetter, Verdict::NoDifferenceThatMatters));
        assert_eq!((of(0.1, 4.5), of(1.2, 3.4)), (Verdict::PerhapsBetter, Verdict::Better));
        // What is said grows: nothing, the sign, the size.
        let grade = |verdict: Verdict| match verdict {
            Verdict::Undecided => 0,
            verdict if verdict.perhaps_too_small() => 1,
            _ => 2,
        };
        for step in -40..=40 {
            let mean = f64::from(step) / 10.0;
            let grades: Vec<i32> = (1..=100)
                .rev()
                .map(|half| f64::from(half) / 20.0)
                .map(|half| grade(of(mean - half, mean + half)))
                .collect();
            assert!(grades.is_sorted(), "{mean}: {grades:?}");
        }
    }
}
