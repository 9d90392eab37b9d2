//! The bootstrap of a mean.

use super::interval::checked_confidence;
use super::{Interval, mean, quantile};
use hameau_model::kernel::random::{
    Source, Who, standard_normal_cdf, standard_normal_quantile, student_t_quantile,
};
use hameau_model::kernel::units::Month;

/// Resamples behind an interval: the ends of 95 % then move by about a twentieth of the half-width from one set of
/// resamples to another (Efron and Tibshirani 1993 ask for a thousand or more).
pub const RESAMPLES: u32 = 2_000;

/// Fewer values are not resampled: their resamples are few and repeat.
const FEWEST: usize = 10;

/// The bootstrap interval of a mean, corrected for bias and acceleration (BCa; Efron 1987), in the unit of the values.
///
/// A plain bootstrap of a mean is too short by `sqrt((n - 1) / n)` and knows no t; the normal quantiles in it are
/// therefore widened to `sqrt(n / (n - 1)) t` (the expanded interval of Hesterberg 2015). The resamples are draws of
/// `source`, so that the same values give the same bits. `None` of fewer than ten values, or where all are equal.
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn bca_interval(values: &[f64], confidence: f64, source: Source) -> Option<Interval> {
    checked_confidence(confidence);
    let centre = mean(values)?;
    let (squares, cubes) = values.iter().fold((0.0, 0.0), |(squares, cubes), value| {
        let away = value - centre;
        (squares + away * away, cubes + away * away * away)
    });
    if values.len() < FEWEST || squares == 0.0 {
        return None;
    }
    let means = resampled_means(values, source);
    let bias = bias(&means, centre);
    let acceleration = cubes / (6.0 * squares * squares.sqrt());
    let n = values.len() as f64;
    let t = student_t_quantile(0.5 + confidence / 2.0, values.len() as u32 - 1);
    let reach = (n / (n - 1.0)).sqrt() * t;
    let end = |z: f64| {
        let moved = bias + z;
        let share = standard_normal_cdf(bias + moved / (1.0 - acceleration * moved));
        quantile(&means, share)
    };
    Some(Interval { low: end(-reach)?, high: end(reach)? })
}

/// The means of all resamples, ascending.
fn resampled_means(values: &[f64], source: Source) -> Vec<f64> {
    let count = values.len() as u32;
    let one = |resample: u32| {
        let who = Who::number(resample);
        let mut sum = 0.0;
        for block in 0..count.div_ceil(4) {
            let taken = (count - 4 * block).min(4) as usize;
            for draw in &source.draws(who, Month::FIRST, block)[..taken] {
                sum += values[draw.index(count) as usize];
            }
        }
        sum / f64::from(count)
    };
    let mut means: Vec<f64> = (0..RESAMPLES).map(one).collect();
    means.sort_by(f64::total_cmp);
    means
}

/// How far, in normal deviates, the middle of the resamples stands from the mean; ties count half.
fn bias(ascending: &[f64], centre: f64) -> f64 {
    let below = ascending.partition_point(|mean| *mean < centre);
    let up_to = ascending.partition_point(|mean| *mean <= centre);
    let total = ascending.len() as f64;
    let share = (below + up_to) as f64 / 2.0 / total;
    standard_normal_quantile(share.clamp(0.5 / total, 1.0 - 0.5 / total))
}
