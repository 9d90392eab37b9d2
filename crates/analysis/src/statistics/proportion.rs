//! How surely a proportion is known.

use super::Interval;
use hameau_model::kernel::random::standard_normal_quantile;

/// The score interval of a proportion (Wilson 1927): what shares agree with `successes` of `trials` at this confidence.
///
/// It stays within 0 to 1 and keeps its meaning at 0 successes or none missed. Nothing tried says nothing: 0 to 1.
///
/// # Panics
/// When there are more successes than trials, or the confidence is not between 0 and 1.
#[must_use]
pub fn wilson_interval(successes: u64, trials: u64, confidence: f64) -> Interval {
    assert!(successes <= trials, "{successes} successes of {trials} trials");
    assert!(confidence > 0.0 && confidence < 1.0, "a confidence is between 0 and 1, not {confidence}");
    if trials == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let n = trials as f64;
    let share = successes as f64 / n;
    let z = standard_normal_quantile(0.5 + confidence / 2.0);
    let weight = z * z / n;
    let centre = (share + weight / 2.0) / (1.0 + weight);
    let half = z * (share * (1.0 - share) / n + weight / (4.0 * n)).sqrt() / (1.0 + weight);
    Interval {
        low: if successes == 0 { 0.0 } else { (centre - half).max(0.0) },
        high: if successes == trials { 1.0 } else { (centre + half).min(1.0) },
    }
}
