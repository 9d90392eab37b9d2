//! How surely the mean of paired differences is known.

use super::interval::checked_confidence;
use super::{Interval, bca_interval, mean, standard_error, two_humped, variance};
use crate::random::{Source, student_t_quantile};
use serde::Serialize;

/// Equal differences that make a mean without scatter believable: had one world in twenty another value, so many worlds
/// would all agree with a chance below 5 % (`.95^59 = .0485`).
pub const SURE_OF_CONSTANT: usize = 59;

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Student's t of the paired differences (Student 1908).
    StudentT,
    /// Bootstrap of the paired differences, corrected for bias and acceleration (Efron 1987).
    BcaBootstrap,
    /// Newcombe's interval of the difference of two paired proportions (1998, method 10).
    NewcombePaired,
    /// All differences are equal: the interval is that value.
    Constant,
}

impl Method {
    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::StudentT => ("Student's t of paired differences", "t de Student des différences appariées"),
            Self::BcaBootstrap => {
                ("BCa bootstrap of paired differences", "bootstrap BCa des différences appariées")
            }
            Self::NewcombePaired => ("Newcombe's paired interval", "intervalle apparié de Newcombe"),
            Self::Constant => ("all differences are equal", "toutes les différences sont égales"),
        }
    }
}

/// The t interval of the mean of paired differences (Student 1908), in their unit; `None` of fewer than two.
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn paired_mean_interval(differences: &[f64], confidence: f64) -> Option<Interval> {
    checked_confidence(confidence);
    let (centre, error) = (mean(differences)?, standard_error(differences)?);
    let half = error * student_t_quantile(0.5 + confidence / 2.0, differences.len() as u32 - 1);
    Some(Interval { low: centre - half, high: centre + half })
}

/// The interval of the mean of paired differences by the method that suits them: bootstrap where they visibly have two
/// humps ([`two_humped`]), Student's t otherwise. `None` of fewer than two.
///
/// Differences that are all equal give that one value, which says little of few worlds ([`SURE_OF_CONSTANT`]).
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn paired_interval(differences: &[f64], confidence: f64, source: Source) -> Option<(Interval, Method)> {
    if variance(differences)? == 0.0 {
        let value = differences[0];
        return Some((Interval { low: value, high: value }, Method::Constant));
    }
    if two_humped(differences)
        && let Some(interval) = bca_interval(differences, confidence, source)
    {
        return Some((interval, Method::BcaBootstrap));
    }
    Some((paired_mean_interval(differences, confidence)?, Method::StudentT))
}

/// How many worlds would bring the t interval of a mean to this half-width, if the variance is that of these
/// differences; never fewer than two. `None` of fewer than two differences, or where so many cannot be counted.
///
/// # Panics
/// When the half-width is not above 0, or the confidence not between 0 and 1.
#[must_use]
pub fn worlds_needed(differences: &[f64], half_width: f64, confidence: f64) -> Option<u32> {
    assert!(half_width > 0.0, "a half-width is above 0, not {half_width}");
    checked_confidence(confidence);
    let variance = variance(differences)?;
    let half = |n: u32| student_t_quantile(0.5 + confidence / 2.0, n - 1) * (variance / f64::from(n)).sqrt();
    let (mut low, mut high) = (1, 2);
    while half(high) > half_width {
        low = high;
        high = high.checked_mul(2)?;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if half(middle) > half_width { low = middle } else { high = middle }
    }
    Some(high)
}
