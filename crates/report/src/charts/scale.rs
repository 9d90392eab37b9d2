//! From values to places on the sheet.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    pub from: f64,
    pub to: f64,
}

impl Scale {
    /// A scale that ends at round numbers and holds all these values; 0 too where it lies close.
    pub fn round(values: impl Iterator<Item = f64>, (from, to): (f64, f64), about: usize) -> Self {
        let (mut low, mut high) = values
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        if !low.is_finite() {
            (low, high) = (0.0, 1.0);
        }
        // A third of the height is little to pay for an axis that begins at 0.
        if low > 0.0 && low < 0.5 * high {
            low = 0.0;
        } else if high < 0.0 && high > 0.5 * low {
            high = 0.0;
        }
        if high - low <= f64::EPSILON * high.abs().max(low.abs()) {
            let around = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
            (low, high) = (low - around, high + around);
        }
        let step = step(high - low, about);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, from, to }
    }

    /// Where a value stands.
    pub fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// Whether 0 is on it.
    pub fn shows_zero(&self) -> bool {
        self.low <= 0.0 && 0.0 <= self.high
    }

    /// Round values on it, and the decimals that tell them apart.
    pub fn ticks(&self, about: usize) -> (Vec<f64>, u8) {
        let step = step(self.high - self.low, about);
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        let mut decimals = 0;
        let mut scaled = step;
        while (scaled - scaled.round()).abs() > 1e-6 * scaled && decimals < 6 {
            scaled *= 10.0;
            decimals += 1;
        }
        ((first..=last).map(|at| at as f64 * step).collect(), decimals)
    }
}

/// One, two or five times a power of ten, so that about so many fit into a length.
fn step(length: f64, about: usize) -> f64 {
    // A hair less than wanted, so that rounding does not skip a step.
    let wanted = length / about.max(1) as f64 * (1.0 - 1e-9);
    let mut power = 1.0;
    while power * 10.0 <= wanted {
        power *= 10.0;
    }
    while power > wanted {
        power /= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= wanted).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_ends_are_round() {
        let scale = Scale::round([3.0, 47.0].into_iter(), (0.0, 100.0), 5);
        assert_eq!((scale.low, scale.high), (0.0, 50.0));
        assert_eq!(scale.ticks(5), (vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0], 0));
        assert_eq!(scale.at(25.0), 50.0);
        let far = Scale::round([11_900.0, 12_610.0].into_iter(), (0.0, 100.0), 4);
        assert!(!far.shows_zero() && far.low <= 11_900.0 && far.high >= 12_610.0);
        let small = Scale::round([-0.004, 0.011].into_iter(), (0.0, 100.0), 4);
        assert!(small.shows_zero());
        assert_eq!(small.ticks(4).1, 3);
    }

    #[test]
    fn one_value_and_none_have_a_scale() {
        for values in [vec![], vec![0.0], vec![7.0], vec![-3.0, -3.0]] {
            let scale = Scale::round(values.iter().copied(), (0.0, 100.0), 4);
            assert!(scale.high > scale.low && scale.ticks(4).0.len() >= 2, "{scale:?}");
        }
    }
}
