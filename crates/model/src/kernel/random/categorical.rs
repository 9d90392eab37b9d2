//! One of several things by weight.

use super::Uniform;

/// Weights made ready for many choices: for each thing the first draw that chooses a later one.
///
/// A draw is one of 2^32, so that what is kept of a cumulative sum is the first of them that reaches it: half the bytes, and
/// the same choices to the bit.
#[derive(Clone, Debug, PartialEq)]
pub struct Categorical {
    /// Never below the one before. The things after these are beyond every draw, but for the first of them.
    passed_from: Vec<u32>,
}

impl Categorical {
    /// Weights in any unit; the chance of a thing is its weight over the sum of all.
    ///
    /// # Panics
    /// When a weight is negative or not finite, or no weight is above 0.
    #[must_use]
    pub fn new(weights: &[f64]) -> Self {
        let total = checked_total(weights.iter().fold(0.0, |sum, weight| sum + checked(*weight)));
        let reached = |sum: &mut f64, weight: &f64| {
            *sum += weight;
            first_to_reach(*sum, total)
        };
        let mut passed_from = Vec::with_capacity(weights.len());
        passed_from.extend(weights.iter().scan(0.0, reached));
        Self { passed_from }
    }
}

/// Weights made ready in few bytes, however many things there are: shares in steps of 1 in [`Steps::COUNT`].
///
/// Sums of shares, taken in the order of the things, are rounded to the nearest step. So the share of any run of things is
/// off by a step at most, and a thing far below a step is chosen with the chance of one, or never.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Things that some draw chooses, each with the first step that passes it.
    chosen: Vec<(u16, u16)>,
}

impl Steps {
    /// Steps of which one is drawn.
    pub const COUNT: u16 = 1 << Self::BITS;
    const BITS: u32 = 12;

    /// Weights in any unit, of at most 65,536 things.
    ///
    /// # Panics
    /// When a weight is negative or not finite, or no weight is above 0.
    #[must_use]
    pub fn new(weights: &[f64]) -> Self {
        let total = checked_total(weights.iter().fold(0.0, |sum, weight| sum + checked(*weight)));
        let (mut sum, mut passed) = (0.0, 0);
        let mut chosen: Vec<(u16, u16)> = weights
            .iter()
            .zip(0..)
            .filter_map(|(weight, thing)| {
                sum += weight;
                let before = passed;
                passed = (sum / total * f64::from(Self::COUNT)).round() as u16;
                (passed > before).then_some((passed, thing))
            })
            .collect();
        chosen.shrink_to_fit();
        Self { chosen }
    }
}

/// The first draw whose share of `total` is `sum` or more; none when every draw is below.
fn first_to_reach(sum: f64, total: f64) -> Option<u32> {
    const DRAWS: u64 = 1 << u32::BITS;
    let reaches = |draw: u64| Uniform(draw as u32).value() * total >= sum;
    // Within a draw or two of the quotient, unless the numbers are so small that they lose their precision.
    let near = (sum / total * DRAWS as f64) as u64;
    let (low, high) = (near.saturating_sub(2), (near + 2).min(DRAWS));
    let known = (low == 0 || !reaches(low - 1)) && (high == DRAWS || reaches(high));
    let (mut low, mut high) = if known { (low, high) } else { (0, DRAWS) };
    while low < high {
        let middle = u64::midpoint(low, high);
        if reaches(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    u32::try_from(low).ok()
}

impl Uniform {
    /// The index of one thing; one of weight 0 is never chosen. Rises as weight moves to later things.
    #[inline]
    #[must_use]
    pub fn categorical(self, weights: &Categorical) -> usize {
        weights.passed_from.partition_point(|first| *first <= self.0)
    }

    /// [`Uniform::categorical`] by steps.
    #[inline]
    #[must_use]
    pub fn step(self, weights: &Steps) -> usize {
        let step = (self.0 >> (u32::BITS - Steps::BITS)) as u16;
        let at = weights.chosen.partition_point(|(passed, _)| *passed <= step);
        usize::from(weights.chosen[at].1)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a choice changes, and what it is there.
    #[test]
    fn weights_made_ready_choose_as_sums_do() {
        let tiny = f64::from_bits(1);
        let spread: Vec<f64> = (0..200)
            .map(|at| crate::kernel::portable::exp(-f64::from(at) / 3.0) * f64::from(at % 7))
            .collect();
        for weights in [
            &[3.0, 0.0, 1.0, 2.5, 0.0, 0.5, 0.0][..],
            &[0.0, 0.0, 1.0],
            &[1.0, 1e-9, 1e-10, 1e-12, 1e-300, 1.0],
            &[1e300, 1.0, 1e300],
            &[tiny, 0.0, tiny, tiny],
            &[tiny * 1000.0, 0.0, tiny],
            &spread,
        ] {
            let ready = Categorical::new(weights);
            let edges = ready.passed_from.iter().flat_map(|first| [first.saturating_sub(1), *first]);
            let between = (0..1_000).map(|at: u32| at.wrapping_mul(0x9E37_79B9));
            for draw in edges.chain(between).chain([u32::MAX - 1, u32::MAX]).map(Uniform) {
                assert_eq!(draw.categorical(&ready), draw.choose(weights), "{draw:?} of {weights:?}");
            }
        }
    }

    #[test]
    fn steps_choose_by_weight_to_a_step() {
        let spread: Vec<f64> = (0..3_000)
            .map(|at| crate::kernel::portable::exp(-f64::from(at) / 200.0) * f64::from(at % 7))
            .collect();
        for weights in
            [&[3.0, 0.0, 1.0, 2.5, 0.0, 0.5, 0.0][..], &[0.0, 1.0], &[1e-300, 1.0, 1e-300], &spread]
        {
            let ready = Steps::new(weights);
            let draws = 1_u64 << u32::BITS;
            let mut times = vec![0_u32; weights.len()];
            for step in 0..u64::from(Steps::COUNT) {
                let first = step * draws / u64::from(Steps::COUNT);
                let last = (step + 1) * draws / u64::from(Steps::COUNT) - 1;
                let thing = Uniform(first as u32).step(&ready);
                assert_eq!(Uniform(last as u32).step(&ready), thing, "one step, one thing");
                assert!(weights[thing] > 0.0, "{thing} has no weight");
                times[thing] += 1;
            }
            let total: f64 = weights.iter().sum();
            let (mut sum, mut chosen) = (0.0, 0);
            for (weight, times) in weights.iter().zip(times) {
                sum += weight / total;
                chosen += times;
                let off = f64::from(chosen) / f64::from(Steps::COUNT) - sum;
                assert!(off.abs() <= 0.5 / f64::from(Steps::COUNT) + 1e-12, "{off}");
            }
            assert!(ready.chosen.capacity() <= usize::from(Steps::COUNT));
        }
    }
}
