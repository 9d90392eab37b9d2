//! Multiple comparisons with the best (Hsu 1984).

use super::Interval;
use serde::Serialize;

/// Where one of several stands against the best of the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// Its mean less the best mean of the others; all these intervals hold together. It holds 0 in every case: at its
    /// upper end for what cannot be the best, at its lower end for what surely is.
    pub against_best: Interval,
    /// Whether it may be the best.
    pub may_be_best: bool,
    /// Whether it surely is the best, alone: better than each of the others.
    pub is_best: bool,
}

/// The confidence that each two-sided pair interval given to [`standings`] needs, for `several` systems.
///
/// Only the differences between the best and the `several - 1` others need hold, one side each, so Bonferroni's share of
/// the risk is `1 - confidence` over `several - 1` for one side, twice that for both.
///
/// # Panics
/// When fewer than two are compared, or the confidence is not above one half and below 1.
#[must_use]
pub fn best_pairs_confidence(several: usize, confidence: f64) -> f64 {
    assert!(several >= 2, "the best of at least two, not of {several}");
    assert!(confidence > 0.5 && confidence < 1.0, "a confidence is above one half, not {confidence}");
    1.0 - 2.0 * (1.0 - confidence) / (several - 1) as f64
}

/// Simultaneous intervals of each system's mean less the best mean of the others, where more is better.
///
/// `pair(i, j)` is the interval of the mean of `i` less that of `j` from the same worlds, at [`best_pairs_confidence`],
/// with `pair(j, i)` its [`Interval::negated`]. Systems that meet the same luck have differences of unequal variance that
/// depend on each other, which Hsu's own constants (equal variances, independence) do not allow; Bonferroni's inequality
/// over pairs holds whatever the dependence (Nelson, Matejcik 1995) and errs on the side of too wide.
///
/// # Panics
/// When fewer than two are compared.
#[must_use]
pub fn standings(several: usize, pair: impl Fn(usize, usize) -> Interval) -> Vec<Standing> {
    assert!(several >= 2, "the best of at least two, not of {several}");
    let others = |i: usize| (0..several).filter(move |j| *j != i);
    let upper = |i: usize| others(i).map(|j| pair(i, j).high).fold(f64::INFINITY, f64::min);
    let uppers: Vec<f64> = (0..several).map(upper).collect();
    // What may be the best: the true best is among them whenever its pairs hold.
    let may_be_best = |i: usize| uppers[i] >= 0.0;
    let standing = |i: usize| {
        let lowest =
            others(i).filter(|j| may_be_best(*j)).map(|j| pair(i, j).low).fold(f64::INFINITY, f64::min);
        // Alone among those that may be the best, it is the best.
        let low = if lowest.is_finite() { lowest.min(0.0) } else { 0.0 };
        let against_best = Interval { low, high: uppers[i].max(0.0) };
        let is_best = others(i).all(|j| pair(i, j).low > 0.0);
        Standing { against_best, may_be_best: may_be_best(i), is_best }
    };
    (0..several).map(standing).collect()
}
