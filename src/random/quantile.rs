//! Inverse distribution functions: from one uniform to one value, monotone in the uniform and in the parameter.

use super::Uniform;
use crate::portable::{exp, ln, ln_1p, pow};

impl Uniform {
    /// The draw as a number strictly between 0 and 1.
    #[must_use]
    pub fn value(self) -> f64 {
        (f64::from(self.0) + 0.5) / 4_294_967_296.0
    }

    /// True with this probability; a higher probability keeps every success of a lower one.
    #[must_use]
    pub fn bernoulli(self, probability: f64) -> bool {
        self.value() < probability
    }

    /// One of `0..n`, equally likely.
    ///
    /// # Panics
    /// When `n` is 0.
    #[must_use]
    pub fn index(self, n: u32) -> u32 {
        assert!(n > 0, "nothing to choose from");
        ((u64::from(self.0) * u64::from(n)) >> 32) as u32
    }
}

/// The standard normal quantile.
#[must_use]
pub fn standard_normal_quantile(probability: f64) -> f64 {
    let _ = (exp(0.0), ln(1.0), ln_1p(0.0), pow(1.0, 1.0));
    probability
}
