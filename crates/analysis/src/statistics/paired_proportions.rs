//! The same worlds twice: in how many of them an event came with, without, both or neither.

use super::interval::checked_confidence;
use super::{Interval, wilson_interval};
use serde::Serialize;

/// Paired worlds by whether an event came with a cause and without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paired2x2 {
    /// The event came both with and without.
    pub both: u64,
    /// Only with.
    pub only_with: u64,
    /// Only without.
    pub only_without: u64,
    /// In neither.
    pub neither: u64,
}

impl Paired2x2 {
    /// Counts pairs of (with, without).
    #[must_use]
    pub fn count(pairs: impl IntoIterator<Item = (bool, bool)>) -> Self {
        let mut counts = Self::default();
        for pair in pairs {
            let cell = match pair {
                (true, true) => &mut counts.both,
                (true, false) => &mut counts.only_with,
                (false, true) => &mut counts.only_without,
                (false, false) => &mut counts.neither,
            };
            *cell += 1;
        }
        counts
    }

    /// All worlds.
    #[must_use]
    pub const fn worlds(self) -> u64 {
        self.both + self.only_with + self.only_without + self.neither
    }

    /// Worlds in which the event came with the cause.
    #[must_use]
    pub const fn with(self) -> u64 {
        self.both + self.only_with
    }

    /// Worlds in which it came without.
    #[must_use]
    pub const fn without(self) -> u64 {
        self.both + self.only_without
    }

    /// The share of worlds with the event, with less without; `None` without a world.
    #[must_use]
    pub fn difference(self) -> Option<f64> {
        let worlds = self.worlds();
        (worlds > 0).then(|| (self.only_with as f64 - self.only_without as f64) / worlds as f64)
    }

    /// Pearson's correlation of the two, shrunk by half a world when it is above 0 (Newcombe 1998).
    fn shrunk_correlation(self) -> f64 {
        let [both, with, without] = [self.both, self.only_with, self.only_without].map(|count| count as f64);
        let neither = self.neither as f64;
        let margins = (both + with) * (without + neither) * (both + without) * (with + neither);
        if margins == 0.0 {
            return 0.0;
        }
        let product = both * neither - with * without;
        let shrunk = if product > 0.0 { (product - self.worlds() as f64 / 2.0).max(0.0) } else { product };
        shrunk / margins.sqrt()
    }
}

/// The interval of the difference of two paired proportions, with less without: method 10 of Newcombe (1998), which
/// joins the two Wilson intervals by the correlation of the pairs. Within -1 to 1; nothing tried says nothing.
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn newcombe_paired_interval(counts: Paired2x2, confidence: f64) -> Interval {
    checked_confidence(confidence);
    let Some(difference) = counts.difference() else { return Interval { low: -1.0, high: 1.0 } };
    let worlds = counts.worlds();
    let away = |successes: u64| {
        let share = successes as f64 / worlds as f64;
        let wilson = wilson_interval(successes, worlds, confidence);
        (share - wilson.low, wilson.high - share)
    };
    let correlation = counts.shrunk_correlation();
    let joined = |a: f64, b: f64| (a * a - 2.0 * correlation * a * b + b * b).max(0.0).sqrt();
    let (with_below, with_above) = away(counts.with());
    let (without_below, without_above) = away(counts.without());
    Interval {
        low: (difference - joined(with_below, without_above)).max(-1.0),
        high: (difference + joined(with_above, without_below)).min(1.0),
    }
}
