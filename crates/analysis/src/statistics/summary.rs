//! A list of values, some undefined, in six numbers.

use super::{mean, quantile, variance};

/// What a list of values says. A value may be undefined (a rate over nobody): it is counted apart and enters nothing
/// else. The numbers are `None` where too few values are defined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many values are defined.
    pub n: usize,
    /// How many are not.
    pub undefined: usize,
    /// Arithmetic mean, of one value or more.
    pub mean: Option<f64>,
    /// Standard deviation (divisor `n - 1`), of two or more.
    pub sd: Option<f64>,
    /// The value that one in twenty lies below ([`quantile`]).
    pub q05: Option<f64>,
    /// The median.
    pub q50: Option<f64>,
    /// The value that one in twenty lies above.
    pub q95: Option<f64>,
}

impl Summary {
    /// Summarises values in any order; sums run in the order of the list.
    ///
    /// # Panics
    /// When a value is `Some` of what is not a number: undefined is `None`.
    #[must_use]
    pub fn new(values: &[Option<f64>]) -> Self {
        let defined: Vec<f64> = values.iter().copied().flatten().collect();
        assert!(!defined.iter().any(|value| value.is_nan()), "a value that is not a number is None");
        let mut ascending = defined.clone();
        ascending.sort_by(f64::total_cmp);
        Self {
            n: defined.len(),
            undefined: values.len() - defined.len(),
            mean: mean(&defined),
            sd: variance(&defined).map(f64::sqrt),
            q05: quantile(&ascending, 0.05),
            q50: quantile(&ascending, 0.5),
            q95: quantile(&ascending, 0.95),
        }
    }

    /// Standard error of the mean; `None` of fewer than two values.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.sd.map(|sd| sd / (self.n as f64).sqrt())
    }
}
