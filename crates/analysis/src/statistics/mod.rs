//! Estimators without domain words: what a list of numbers says, and how surely.
//!
//! Sums run in the order of the list, so that the same list gives the same bits.

mod best;
mod bootstrap;
mod factorial;
mod humps;
mod interval;
mod necessity;
mod paired;
mod paired_proportions;
mod proportion;
mod ratio;
mod signs;
mod stopping;
mod summary;

pub use best::{Standing, best_pairs_confidence, standings};
pub use bootstrap::{RESAMPLES, bca_interval};
pub use factorial::{Factorial, FactorialEffect, MOST_FACTORS, factorial_effects};
pub use humps::two_humped;
pub use interval::Interval;
pub use necessity::{Bounded, Causation, causation};
pub use paired::{
    Method, SURE_OF_CONSTANT, paired_interval, paired_mean_interval, skewness_corrected_interval,
    worlds_needed,
};
pub use paired_proportions::{Paired2x2, newcombe_paired_interval};
pub use proportion::wilson_interval;
pub use ratio::fieller_interval;
pub use signs::Signs;
pub use stopping::{Look, StoppingPlan, confidence_of_a_look, look};
pub use summary::Summary;

/// The arithmetic mean; `None` of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    let first = *values.first()?;
    // Distances from the first value keep the precision of values that are large and close together.
    let distances = values.iter().fold(0.0, |sum, value| sum + (value - first));
    Some(first + distances / values.len() as f64)
}

/// The variance of the population that a sample comes from (divisor `n - 1`); `None` of fewer than two values.
#[must_use]
pub fn variance(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let centre = mean(values)?;
    let squares = values.iter().fold(0.0, |sum, value| sum + (value - centre) * (value - centre));
    Some(squares / (values.len() - 1) as f64)
}

/// The standard error of the mean, in the unit of the values; `None` of fewer than two.
#[must_use]
pub fn standard_error(values: &[f64]) -> Option<f64> {
    Some((variance(values)? / values.len() as f64).sqrt())
}

/// The skewness of a sample: its third central moment over the 1.5th power of the second (divisors `n`); `None` of
/// nothing, or where all values are equal.
#[must_use]
pub fn skewness(values: &[f64]) -> Option<f64> {
    let centre = mean(values)?;
    let (squares, cubes) = values.iter().fold((0.0, 0.0), |(squares, cubes), value| {
        let away = value - centre;
        (squares + away * away, cubes + away * away * away)
    });
    (squares > 0.0).then(|| cubes * (values.len() as f64).sqrt() / (squares * squares.sqrt()))
}

/// The value below which this share of an ascending list lies, linear between two values: type 7 of Hyndman and Fan
/// (1996), the default of R and NumPy. `None` of nothing.
///
/// # Panics
/// When the share is not within 0 to 1.
#[must_use]
pub fn quantile(ascending: &[f64], share: f64) -> Option<f64> {
    assert!((0.0..=1.0).contains(&share), "a share is within 0 to 1, not {share}");
    debug_assert!(ascending.is_sorted(), "a quantile is taken of an ascending list");
    let last = ascending.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = place.floor() as usize;
    let (low, high) = (ascending[below], ascending[(below + 1).min(last)]);
    Some(low + (place - place.floor()) * (high - low))
}
