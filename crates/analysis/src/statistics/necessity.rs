//! Necessity and sufficiency of a cause for an event (Pearl 1999), from worlds run with and without it.

use super::{Interval, Paired2x2, newcombe_paired_interval, wilson_interval};
use serde::Serialize;

/// A probability of causation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bounded {
    /// Worlds that it is counted in.
    pub worlds: u64,
    /// Its estimate from pairs that share their chance; `None` where it is undefined, in no world.
    pub share: Option<f64>,
    /// Wilson's interval of it (1927), in the coupling of chance by which the pairs were made.
    pub interval: Option<Interval>,
    /// The least and the most it could be however chance is coupled (Tian, Pearl 2000), at the shares observed.
    pub bounds: Option<Interval>,
    /// The same, widened by what the shares may be: holds both bounds at the confidence asked for, or more.
    pub sure_bounds: Option<Interval>,
}

/// The three probabilities of causation of one cause and one event.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Causation {
    /// What was counted.
    pub counts: Paired2x2,
    /// Necessity: where the event came with the cause, it would not have come without. Undefined if it never came.
    pub necessity: Bounded,
    /// Sufficiency: where the event did not come without the cause, it comes with it. Undefined if it always came.
    pub sufficiency: Bounded,
    /// Both: it comes with the cause and not without.
    pub both: Bounded,
}

/// The probabilities of necessity, of sufficiency and of both, with intervals and bounds.
///
/// The bounds rest on the two margins only, the cause being set and not chosen (exogenous, as in an experiment); those of
/// necessity and sufficiency are those of both divided by the share of worlds they are about (Tian, Pearl 2000, with no
/// assumption of monotony). Their widening gives each margin's interval half the risk.
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn causation(counts: Paired2x2, confidence: f64) -> Causation {
    let half_risk = f64::midpoint(1.0, confidence);
    let worlds = counts.worlds();
    let (with, without) = (counts.with(), counts.without());
    let margin = |count: u64| {
        let Interval { low, high } = wilson_interval(count, worlds, half_risk);
        let share = if worlds == 0 { 0.0 } else { count as f64 / worlds as f64 };
        Margin { share, low, high }
    };
    let (came, stayed_away) = (margin(with), margin(worlds - without));
    let gain = newcombe_paired_interval(counts, half_risk).low.max(0.0);
    let of = |about: u64, whole: Margin| {
        let interval = wilson_interval(counts.only_with, about, confidence);
        let bounds = Interval {
            low: (came.share + stayed_away.share - 1.0).max(0.0) / whole.share,
            high: (came.share.min(stayed_away.share) / whole.share).min(1.0),
        };
        let sure = Interval {
            low: (gain / whole.high).min(bounds.low),
            high: (came.high.min(stayed_away.high) / whole.low).clamp(bounds.high, 1.0),
        };
        let defined = about > 0;
        Bounded {
            worlds: about,
            share: defined.then(|| counts.only_with as f64 / about as f64),
            interval: defined.then_some(interval),
            bounds: defined.then_some(bounds),
            sure_bounds: defined.then_some(sure),
        }
    };
    Causation {
        counts,
        necessity: of(with, came),
        sufficiency: of(worlds - without, stayed_away),
        both: of(worlds, Margin { share: 1.0, low: 1.0, high: 1.0 }),
    }
}

/// A share of worlds and its interval.
#[derive(Clone, Copy)]
struct Margin {
    share: f64,
    low: f64,
    high: f64,
}
