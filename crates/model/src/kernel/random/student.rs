//! Student's t distribution (Student 1908) and its inverse.

use super::quantile::standard_normal_quantile;
use crate::kernel::portable::{exp, ln, ln_1p, ln_gamma};

/// From so many degrees of freedom on, the expansion around the normal distribution is the more accurate inverse.
const MANY: u32 = 1_000;
/// A continued fraction or a search for a root ends when a step changes less than this share.
const NEGLIGIBLE: f64 = 1e-15;
/// Steps after which either has long ended.
const MOST_STEPS: u32 = 500;

/// The probability that Student's t with these degrees of freedom stays at or below `t`.
///
/// By the incomplete beta function, as a continued fraction (Abramowitz, Stegun 1964, formula 26.5.8); relative error of
/// the smaller tail below 1e-8 up to a hundred thousand degrees, and about 1e-12 of few.
///
/// # Panics
/// Without a degree of freedom.
#[must_use]
pub fn student_t_cdf(t: f64, degrees: u32) -> f64 {
    let tail = upper_tail(t.abs(), degrees);
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The value below which Student's t with these degrees of freedom falls with this probability; infinite at 0 and 1.
///
/// Newton's steps on the tail; from a thousand degrees on, the expansion of Cornish and Fisher (1938), whose first term
/// left out is then below 1e-11.
///
/// # Panics
/// Without a degree of freedom, or when the probability is not within 0 to 1.
#[must_use]
pub fn student_t_quantile(probability: f64, degrees: u32) -> f64 {
    assert!(degrees > 0, "Student's t has a degree of freedom");
    let z = standard_normal_quantile(probability);
    if z == 0.0 || z.is_infinite() {
        return z;
    }
    let near = expansion(z.abs(), f64::from(degrees));
    let t = if degrees >= MANY {
        near
    } else {
        let tail = if probability < 0.5 { probability } else { 1.0 - probability };
        root(tail, near, degrees)
    };
    t.copysign(z)
}

/// The value above 0 that Student's t exceeds with probability `tail`, from a value near it.
fn root(tail: f64, near: f64, degrees: u32) -> f64 {
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut t = near;
    for _ in 0..MOST_STEPS {
        let excess = upper_tail(t, degrees) - tail;
        if excess > 0.0 {
            low = t;
        } else {
            high = t;
        }
        let step = excess / density(t, degrees);
        let mut next = t + step;
        if !(next > low && next < high) {
            next = if high.is_finite() { low + (high - low) / 2.0 } else { 2.0 * t };
        }
        if (next - t).abs() <= NEGLIGIBLE * t {
            return next;
        }
        t = next;
    }
    t
}

/// Four terms of the expansion around the normal value `z` in powers of 1 over the degrees of freedom.
fn expansion(z: f64, degrees: f64) -> f64 {
    let square = z * z;
    let first = z * (square + 1.0) / 4.0;
    let second = z * ((5.0 * square + 16.0) * square + 3.0) / 96.0;
    let third = z * (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
    let fourth =
        z * ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square - 945.0) / 92_160.0;
    z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees
}

fn density(t: f64, degrees: u32) -> f64 {
    let n = f64::from(degrees);
    let half = f64::midpoint(n, 1.0);
    let scale = ln_gamma(half) - ln_gamma(n / 2.0) - 0.5 * ln(n * std::f64::consts::PI);
    exp(scale - half * ln_1p(t * t / n))
}

/// The probability of more than `t`, which is not below 0.
fn upper_tail(t: f64, degrees: u32) -> f64 {
    assert!(degrees > 0, "Student's t has a degree of freedom");
    let n = f64::from(degrees);
    let square = t * t;
    if square == f64::INFINITY {
        return 0.0;
    }
    // Each of the two forms is used where its continued fraction converges fast.
    if square * (n + 2.0) > n * 3.0 {
        0.5 * incomplete_beta(n / 2.0, 0.5, n / (n + square), square / (n + square))
    } else {
        0.5 - 0.5 * incomplete_beta(0.5, n / 2.0, square / (n + square), n / (n + square))
    }
}

/// The regularised incomplete beta function at `x`, with `y = 1 - x`; its continued fraction from
/// the front (Lentz 1976).
fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    const TINY: f64 = 1e-300;
    if x <= 0.0 {
        return 0.0;
    }
    let front = exp(ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * ln(x) + b * ln(y)) / a;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        fraction *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let factor = d * c;
        fraction *= factor;
        if (factor - 1.0).abs() <= NEGLIGIBLE {
            break;
        }
    }
    front * fraction
}
