//! Main effects and interactions of factors that are on or off, every setting run in the same worlds (Yates 1937).

use super::{Interval, mean, paired_mean_interval};
use serde::Serialize;
use std::cmp::Reverse;

/// Factors at most: 64 settings of each world.
pub const MOST_FACTORS: u32 = 6;

/// The effect of one factor or of several together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorialEffect {
    /// Which factors, ascending: one is a main effect, several an interaction.
    pub factors: Vec<u32>,
    /// Mean over worlds. A main effect is the mean with the factor on less that with it off; an interaction of two is
    /// half of what one factor's effect gains by the other being on, and so on for more.
    pub effect: f64,
    /// Its interval over worlds; `None` of one world.
    pub interval: Option<Interval>,
}

/// What a factorial design says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Factorial {
    /// Worlds in which every setting has a value.
    pub worlds_used: usize,
    /// Worlds left out because some setting has none.
    pub worlds_undefined: usize,
    /// Effects by order: each factor, then each two, ...; none if no world can be used.
    pub effects: Vec<FactorialEffect>,
}

/// All effects of a full factorial design of factors that are on or off, as contrasts within each world, with t intervals
/// over worlds.
///
/// `responses` has a row for each world: a value for each setting, bit `i` of whose position tells whether factor `i`
/// is on.
///
/// # Panics
/// When there is no factor or more than [`MOST_FACTORS`], a row has another length than 2 to the power of `factors`, or
/// the confidence is not between 0 and 1.
#[must_use]
pub fn factorial_effects(responses: &[Vec<Option<f64>>], factors: u32, confidence: f64) -> Factorial {
    assert!((1..=MOST_FACTORS).contains(&factors), "1 to {MOST_FACTORS} factors, not {factors}");
    let settings = 1_usize << factors;
    let mut contrasts = Vec::new();
    for row in responses {
        assert_eq!(row.len(), settings, "a value for each setting of {factors} factors");
        if let Some(values) = row.iter().copied().collect::<Option<Vec<f64>>>() {
            contrasts.push(within_world(values));
        }
    }
    let mut sets: Vec<usize> = (1..settings).collect();
    sets.sort_by_key(|set| (set.count_ones(), Reverse(set.reverse_bits())));
    let effect = |set: usize| {
        let values: Vec<f64> = contrasts.iter().map(|contrast| contrast[set]).collect();
        Some(FactorialEffect {
            factors: (0..factors).filter(|factor| set >> factor & 1 == 1).collect(),
            effect: mean(&values)?,
            interval: paired_mean_interval(&values, confidence),
        })
    };
    Factorial {
        worlds_used: contrasts.len(),
        worlds_undefined: responses.len() - contrasts.len(),
        effects: sets.into_iter().filter_map(effect).collect(),
    }
}

/// The contrasts of one world, by set of factors: Yates's sums and differences, over half the settings.
fn within_world(mut values: Vec<f64>) -> Vec<f64> {
    let settings = values.len();
    let mut step = 1;
    while step < settings {
        for start in (0..settings).step_by(2 * step) {
            for off in start..start + step {
                let (a, b) = (values[off], values[off + step]);
                values[off] = a + b;
                values[off + step] = b - a;
            }
        }
        step *= 2;
    }
    let half = settings as f64 / 2.0;
    values.iter().map(|sum| sum / half).collect()
}
