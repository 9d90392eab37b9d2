//! What people do when someone could be helped: behavioural types (Fischbacher, Gächter, Fehr 2001) and belief.

use crate::inputs::parameters::{Key, Values};
use crate::state::minds::Behaviour;

/// The rule of helping, with its parameters taken out once: intercept, slope and peak by behaviour.
#[derive(Clone, Copy, Debug)]
pub struct HelpRule {
    lines: [(f64, f64, f64); 5],
}

impl HelpRule {
    /// Under these parameters.
    #[must_use]
    pub fn new(values: &Values) -> Self {
        let (alone, slope) = (values[Key::PhiA], values[Key::Slope]);
        let line = |behaviour| match behaviour {
            Behaviour::FreeRider => (0.0, 0.0, 1.0),
            Behaviour::Unconditional => (1.0, 0.0, 1.0),
            Behaviour::Conditional => (alone, slope, 1.0),
            Behaviour::HumpShaped => (alone, slope, 0.5),
            Behaviour::Untyped => (alone, values[Key::PhiC] * slope, 1.0),
        };
        Self { lines: Behaviour::ALL.map(line) }
    }

    /// Probability of helping someone of whom help is expected with probability `belief` (model 4.5).
    #[inline]
    #[must_use]
    pub fn probability(&self, behaviour: Behaviour, belief: f64) -> f64 {
        let (alone, slope, peak) = self.lines[behaviour as usize];
        let followed = if belief > peak { 1.0 - belief } else { belief };
        (alone + slope * followed).clamp(0.0, 1.0)
    }
}

/// [`HelpRule::probability`] for a single use.
#[must_use]
pub fn help_probability(values: &Values, behaviour: Behaviour, belief: f64) -> f64 {
    HelpRule::new(values).probability(behaviour, belief)
}
