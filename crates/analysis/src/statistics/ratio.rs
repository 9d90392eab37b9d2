//! The ratio of two means of the same worlds.

use super::interval::checked_confidence;
use super::{Interval, mean, variance};
use hameau_model::kernel::random::student_t_quantile;

/// The interval of the mean of `above` over the mean of `below`, pair by pair (Fieller 1954), in the unit of their ratio.
///
/// `None` where the mean of `below` could be 0 at this confidence: the ratio is then not bounded; and of fewer than two
/// pairs.
///
/// # Panics
/// When the lists differ in length, or the confidence is not between 0 and 1.
#[must_use]
pub fn fieller_interval(above: &[f64], below: &[f64], confidence: f64) -> Option<Interval> {
    checked_confidence(confidence);
    assert_eq!(above.len(), below.len(), "pairs of values");
    let (a, b) = (mean(above)?, mean(below)?);
    let n = above.len() as f64;
    let (spread_above, spread_below) = (variance(above)? / n, variance(below)? / n);
    let products = above.iter().zip(below).fold(0.0, |sum, (x, y)| sum + (x - a) * (y - b));
    let shared = products / (n - 1.0) / n;
    let t = student_t_quantile(0.5 + confidence / 2.0, above.len() as u32 - 1);
    let square = t * t;
    // The ratios r for which the mean of `above - r below` is within t standard errors of 0.
    let (quadratic, linear, constant) =
        (b * b - square * spread_below, a * b - square * shared, a * a - square * spread_above);
    if quadratic <= 0.0 {
        return None;
    }
    let root = (linear * linear - quadratic * constant).max(0.0).sqrt();
    Some(Interval { low: (linear - root) / quadratic, high: (linear + root) / quadratic })
}
