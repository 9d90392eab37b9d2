//! How surely the mean of paired differences is known.

use super::interval::checked_confidence;
use super::{Interval, Signs, bca_interval, mean, skewness, standard_error, two_humped, variance};
use hameau_model::kernel::portable::cbrt;
use hameau_model::kernel::random::{Source, student_t_quantile};
use serde::Serialize;

/// Equal differences that make a mean without scatter believable: had one world in twenty another value, so many worlds
/// would all agree with a chance below 5 % (`.95^59 = .0485`).
pub const SURE_OF_CONSTANT: usize = 59;

/// Fewer values are not corrected for skewness: they hardly show it.
const FEWEST_FOR_SKEWNESS: usize = 10;

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Student's t of the paired differences (Student 1908).
    StudentT,
    /// Student's t of the paired differences, corrected for their skewness (Hall 1992).
    SkewnessCorrectedT,
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
            Self::SkewnessCorrectedT => (
                "Student's t of paired differences, corrected for skewness",
                "t de Student des différences appariées, corrigé de l'asymétrie",
            ),
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

/// The t interval of a mean, corrected for the skewness of the values by the cubic transformation of Hall (1992), in their
/// unit: it reaches further on the side of the long tail. Without skewness it is the t interval. `None` of fewer than ten
/// values, or where all are equal.
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn skewness_corrected_interval(values: &[f64], confidence: f64) -> Option<Interval> {
    checked_confidence(confidence);
    if values.len() < FEWEST_FOR_SKEWNESS {
        return None;
    }
    let n = values.len() as f64;
    let (centre, error) = (mean(values)?, standard_error(values)?);
    // The estimate without the bias of small samples of a normal distribution (Joanes, Gill 1998).
    let skewness = skewness(values)? * (n * (n - 1.0)).sqrt() / (n - 2.0);
    let t = student_t_quantile(0.5 + confidence / 2.0, values.len() as u32 - 1);
    let slope = skewness / (3.0 * n.sqrt());
    let straightened = |t: f64| {
        // Too little skewness to divide by.
        if slope.abs() < 1e-9 { t } else { (cbrt(1.0 + 3.0 * slope * (t - slope / 2.0)) - 1.0) / slope }
    };
    Some(Interval { low: centre - error * straightened(t), high: centre - error * straightened(-t) })
}

/// The interval of the mean of paired differences by the method that suits them, `None` of fewer than two:
///
/// - all equal: that one value, which says little of few worlds ([`SURE_OF_CONSTANT`]);
/// - fewer than ten, or more than half of them exactly 0: Student's t ([`paired_mean_interval`]);
/// - visibly two humps ([`two_humped`]): bootstrap ([`bca_interval`]);
/// - otherwise: t corrected for skewness ([`skewness_corrected_interval`]).
///
/// # Panics
/// When the confidence is not between 0 and 1.
#[must_use]
pub fn paired_interval(differences: &[f64], confidence: f64, source: Source) -> Option<(Interval, Method)> {
    if variance(differences)? == 0.0 {
        let value = differences[0];
        return Some((Interval { low: value, high: value }, Method::Constant));
    }
    // Where most differences are exactly 0 the few others make both mean and skewness: no correction is to be had of them.
    if Signs::count(differences).mostly_equal() {
        return Some((paired_mean_interval(differences, confidence)?, Method::StudentT));
    }
    if two_humped(differences)
        && let Some(interval) = bca_interval(differences, confidence, source)
    {
        return Some((interval, Method::BcaBootstrap));
    }
    match skewness_corrected_interval(differences, confidence) {
        Some(interval) => Some((interval, Method::SkewnessCorrectedT)),
        None => Some((paired_mean_interval(differences, confidence)?, Method::StudentT)),
    }
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
