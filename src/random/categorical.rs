//! One of several things by weight.

use super::Uniform;

/// Weights made ready for many choices: their cumulative sums.
#[derive(Clone, Debug, PartialEq)]
pub struct Categorical {
    cumulative: Vec<f64>,
}

impl Categorical {
    /// Weights in any unit; the chance of a thing is its weight over the sum of all.
    ///
    /// # Panics
    /// When a weight is negative or not finite, or no weight is above 0.
    #[must_use]
    pub fn new(weights: &[f64]) -> Self {
        let mut total = 0.0;
        let add = |weight: &f64| {
            total += checked(*weight);
            total
        };
        let cumulative = weights.iter().map(add).collect();
        checked_total(total);
        Self { cumulative }
    }

    /// How many things there are to choose from.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cumulative.len()
    }

    /// Never: there is always something to choose.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cumulative.is_empty()
    }

    fn total(&self) -> f64 {
        self.cumulative.last().copied().unwrap_or(0.0)
    }
}

impl Uniform {
    /// The index of one thing; one of weight 0 is never chosen. Rises as weight moves to later things.
    #[inline]
    #[must_use]
    pub fn categorical(self, weights: &Categorical) -> usize {
        let mark = self.value() * weights.total();
        weights.cumulative.partition_point(|sum| *sum <= mark)
    }

    /// [`Uniform::categorical`] for weights that serve once: the same choice, nothing stored.
    ///
    /// # Panics
    /// When a weight is negative or not finite, or no weight is above 0.
    #[must_use]
    pub fn choose(self, weights: &[f64]) -> usize {
        let total = checked_total(weights.iter().fold(0.0, |sum, weight| sum + checked(*weight)));
        let mark = self.value() * total;
        let mut sum = 0.0;
        weights
            .iter()
            .take_while(|weight| {
                sum += **weight;
                sum <= mark
            })
            .count()
    }
}

fn checked(weight: f64) -> f64 {
    assert!(weight >= 0.0 && weight.is_finite(), "a weight is finite and not below 0, not {weight}");
    weight
}

fn checked_total(total: f64) -> f64 {
    assert!(total > 0.0 && total.is_finite(), "weights have a finite sum above 0, not {total}");
    total
}
