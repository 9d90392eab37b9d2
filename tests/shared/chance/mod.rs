//! What counts as evidence against chance, on both sides.
//!
//! A verdict refuses what would happen by chance less than once in two million, above or below: with the few hundred
//! verdicts of these tests, one false alarm in ten thousand changes of a seed. Too good an agreement is refused like
//! too bad a one: it betrays draws that are dealt out rather than drawn.

use statrs::distribution::{ChiSquared, ContinuousCDF as _};

const ALARM: f64 = 2.5e-7;

/// Whether a chi-square statistic is neither too large nor too small for its degrees of freedom.
pub fn plausible(statistic: f64, freedom: usize) -> bool {
    let below = ChiSquared::new(freedom as f64).expect("some freedom").cdf(statistic);
    (ALARM..=1.0 - ALARM).contains(&below)
}

/// Whether counts agree with the probabilities of their cells, neither too badly nor too well.
pub fn agree(counts: &[u64], probabilities: &[f64]) -> bool {
    assert_eq!(counts.len(), probabilities.len());
    let total = counts.iter().sum::<u64>() as f64;
    let statistic = counts.iter().zip(probabilities).fold(0.0, |sum, (count, probability)| {
        let expected = total * probability;
        assert!(expected >= 5.0, "a cell too rare for a chi-square: {expected} expected");
        sum + (*count as f64 - expected) * (*count as f64 - expected) / expected
    });
    plausible(statistic, counts.len() - 1)
}

/// The correlation of two lists of the same length.
pub fn correlation(first: &[f64], second: &[f64]) -> f64 {
    let n = first.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let (mean_1, mean_2) = (mean(first), mean(second));
    let (mut square_1, mut square_2, mut product) = (0.0, 0.0, 0.0);
    for (a, b) in first.iter().zip(second) {
        square_1 += (a - mean_1) * (a - mean_1);
        square_2 += (b - mean_2) * (b - mean_2);
        product += (a - mean_1) * (b - mean_2);
    }
    product / (square_1 * square_2).sqrt()
}
