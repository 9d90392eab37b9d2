//! Counts by exact inversion: the smallest `k` whose cumulative probability reaches the uniform.
//!
//! A small expected count is summed from 0. A large one starts where the normal approximation with its first correction
//! for skewness (Cornish, Fisher 1938) points, takes the probability of that count in the saddle-point form of
//! Loader (2000), sums the thinner tail from there and walks the few steps that are left. The tail on the uniform's own
//! side is summed, never 1 minus the other, so the relative error stays near 1e-13 in both tails; the cost of a large
//! count grows with the square root of its variance.

use super::Uniform;
use super::quantile::{not_negative, standard_normal_quantile};
use crate::kernel::portable::{exp, ln, ln_1p, pow};

/// Expected counts below this are summed from 0.
const SMALL: f64 = 16.0;
/// Largest mean of a Poisson draw.
const LARGEST_MEAN: f64 = 1e9;
/// A tail is summed until a term adds less than this share.
const NEGLIGIBLE: f64 = 1e-17;

impl Uniform {
    /// The number of independent events of this expected number (Poisson); rises with the mean.
    ///
    /// # Panics
    /// When the mean is negative, above 1e9 or not a number.
    #[must_use]
    pub fn poisson(self, mean: f64) -> u32 {
        let mean = not_negative("the mean of a Poisson draw", mean);
        assert!(mean <= LARGEST_MEAN, "the mean of a Poisson draw is at most {LARGEST_MEAN}, not {mean}");
        if mean < SMALL {
            return from_zero(self.value(), exp(-mean), u32::MAX, |k| mean / k);
        }
        let guess = cornish_fisher(self.value(), mean, mean.sqrt(), 1.0);
        let start = (guess.max(0.0)) as u32;
        let inverse = 1.0 / mean;
        let distribution = Distribution {
            last: u32::MAX,
            probability: |k| poisson_probability(k, mean),
            up: |k| mean / (k + 1.0),
            down: |k| k * inverse,
        };
        distribution.invert(self.value(), start)
    }

    /// The number of successes among `n` independent trials of this probability; rises with both.
    ///
    /// # Panics
    /// When the probability is not within 0 to 1.
    #[must_use]
    pub fn binomial(self, n: u32, probability: f64) -> u32 {
        assert!((0.0..=1.0).contains(&probability), "a probability is within 0 to 1, not {probability}");
        let (p, q) = (probability, 1.0 - probability);
        if p == 0.0 || q == 0.0 || n == 0 {
            return if q == 0.0 { n } else { 0 };
        }
        let trials = f64::from(n);
        let odds = p / q;
        if trials * p < SMALL {
            let none = exp(trials * ln_1p(-p));
            return from_zero(self.value(), none, n, |k| (trials - k + 1.0) / k * odds);
        }
        let guess = cornish_fisher(self.value(), trials * p, (trials * p * q).sqrt(), 1.0 - 2.0 * p);
        let distribution = Distribution {
            last: n,
            probability: |k| binomial_probability(k, n, p),
            up: |k| (trials - k) / (k + 1.0) * odds,
            down: |k| k / ((trials - k + 1.0) * odds),
        };
        distribution.invert(self.value(), guess.clamp(0.0, trials) as u32)
    }

    /// The number of failures before the first success of this probability per trial; falls as the probability rises,
    /// and stops at the largest `u32`.
    ///
    /// # Panics
    /// When the probability is not above 0 and at most 1.
    #[must_use]
    pub fn geometric(self, probability: f64) -> u32 {
        assert!(
            probability > 0.0 && probability <= 1.0,
            "the probability of a geometric draw is above 0 and at most 1, not {probability}"
        );
        ((ln(1.0 - self.value()) / ln_1p(-probability)).ceil() - 1.0).max(0.0) as u32
    }
}

/// Sums from 0 upwards: `up(k)` is the probability of `k` over that of `k - 1`.
fn from_zero(uniform: f64, none: f64, last: u32, up: impl Fn(f64) -> f64) -> u32 {
    let (mut k, mut probability, mut cumulative) = (0, none, none);
    while cumulative < uniform && k < last {
        k += 1;
        probability *= up(f64::from(k));
        cumulative += probability;
    }
    k
}

/// About the quantile of a count of this mean and standard deviation; `skew` is its third central moment over its
/// variance.
fn cornish_fisher(uniform: f64, mean: f64, sd: f64, skew: f64) -> f64 {
    let z = standard_normal_quantile(uniform);
    mean + sd * z + skew * (z * z - 1.0) / 6.0
}

/// A distribution on `0..=last`, by the probability of one count and the ratios to its neighbours.
struct Distribution<Probability, Up, Down> {
    last: u32,
    probability: Probability,
    /// Probability of `k + 1` over that of `k`.
    up: Up,
    /// Probability of `k - 1` over that of `k`.
    down: Down,
}

impl<Probability, Up, Down> Distribution<Probability, Up, Down>
where
    Probability: Fn(u32) -> f64,
    Up: Fn(f64) -> f64,
    Down: Fn(f64) -> f64,
{
    /// The smallest count whose cumulative probability reaches `uniform`, looked for from `start`.
    fn invert(&self, uniform: f64, start: u32) -> u32 {
        let here = (self.probability)(start);
        if uniform <= 0.5 {
            self.by_lower_tail(uniform, start, here)
        } else {
            self.by_upper_tail(1.0 - uniform, start, here)
        }
    }

    fn by_lower_tail(&self, uniform: f64, start: u32, here: f64) -> u32 {
        let (mut k, mut probability) = (start, here);
        let mut at_most = here;
        let (mut term, mut at) = (here, f64::from(start));
        while term > NEGLIGIBLE * at_most && at > 0.0 {
            term *= (self.down)(at);
            at_most += term;
            at -= 1.0;
        }
        while at_most < uniform && k < self.last {
            probability *= (self.up)(f64::from(k));
            at_most += probability;
            k += 1;
        }
        while k > 0 && at_most - probability >= uniform {
            at_most -= probability;
            probability *= (self.down)(f64::from(k));
            k -= 1;
        }
        k
    }

    fn by_upper_tail(&self, tail: f64, start: u32, here: f64) -> u32 {
        let (mut k, mut probability) = (start, here);
        let mut above = 0.0;
        let (mut term, mut at) = (here, f64::from(start));
        while term > NEGLIGIBLE * above && at < f64::from(self.last) {
            term *= (self.up)(at);
            above += term;
            at += 1.0;
        }
        while k > 0 && above + probability <= tail {
            above += probability;
            probability *= (self.down)(f64::from(k));
            k -= 1;
        }
        while above > tail && k < self.last {
            probability *= (self.up)(f64::from(k));
            above -= probability;
            k += 1;
        }
        k
    }
}

fn poisson_probability(k: u32, mean: f64) -> f64 {
    let count = f64::from(k);
    if let Some(factorial) = FACTORIALS.get(k as usize) {
        return exp(-mean) * pow(mean, count) / factorial;
    }
    exp(-stirling_error(k) - deviance(count, mean)) / (std::f64::consts::TAU * count).sqrt()
}

fn binomial_probability(k: u32, n: u32, p: f64) -> f64 {
    let (count, trials) = (f64::from(k), f64::from(n));
    if k == 0 {
        return exp(trials * ln_1p(-p));
    }
    if k == n {
        return exp(trials * ln(p));
    }
    let others = trials - count;
    let exponent = stirling_error(n)
        - stirling_error(k)
        - stirling_error(n - k)
        - deviance(count, trials * p)
        - deviance(others, trials * (1.0 - p));
    exp(exponent) * (trials / (std::f64::consts::TAU * count * others)).sqrt()
}

/// `0!` to `15!`, exact.
const FACTORIALS: [f64; 16] = {
    let mut factorials = [1.0; 16];
    let mut k = 1;
    while k < 16 {
        factorials[k] = factorials[k - 1] * k as f64;
        k += 1;
    }
    factorials
};

/// `ln k!` minus Stirling's formula for it, for `k` from 1.
fn stirling_error(k: u32) -> f64 {
    let count = f64::from(k);
    if let Some(factorial) = FACTORIALS.get(k as usize) {
        let half_ln_tau = 0.5 * ln(std::f64::consts::TAU);
        return ln(*factorial) - ((count + 0.5) * ln(count) - count + half_ln_tau);
    }
    let square = count * count;
    let series = 1.0 / 1680.0 - 1.0 / 1188.0 / square;
    let series = 1.0 / 1260.0 - series / square;
    let series = 1.0 / 360.0 - series / square;
    (1.0 / 12.0 - series / square) / count
}

/// `x ln(x / mean) + mean - x`, without cancellation when `x` is near `mean` (Loader 2000, `bd0`).
fn deviance(x: f64, mean: f64) -> f64 {
    let difference = x - mean;
    if difference.abs() >= 0.1 * (x + mean) {
        return x * ln(x / mean) - difference;
    }
    let ratio = difference / (x + mean);
    let (mut sum, mut power) = (difference * ratio, 2.0 * x * ratio);
    let mut odd = 3.0;
    loop {
        power *= ratio * ratio;
        let longer = sum + power / odd;
        if longer == sum {
            return sum;
        }
        sum = longer;
        odd += 2.0;
    }
}
