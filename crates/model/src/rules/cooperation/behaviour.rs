//! What people do when someone could be helped: behavioural types (Fischbacher, Gächter, Fehr 2001) and belief.

use crate::parameters::{Key, Values};
use crate::population::{Row, lengthen};
use crate::random::Uniform;

/// Behavioural type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Behaviour {
    /// Helps as a straight function of what is expected of others.
    #[default]
    Conditional,
    /// Never helps.
    FreeRider,
    /// Conditional up to one half, then less.
    HumpShaped,
    /// Always helps.
    Unconditional,
    /// Follows the mean of the whole population.
    Untyped,
}

impl Behaviour {
    /// Every type.
    pub const ALL: [Self; 5] =
        [Self::Conditional, Self::FreeRider, Self::HumpShaped, Self::Unconditional, Self::Untyped];

    /// The type of someone who enters, from two draws.
    #[must_use]
    pub fn draw(values: &Values, typed: Uniform, which: Uniform) -> Self {
        if !typed.bernoulli(values[Key::Typed]) {
            return Self::Untyped;
        }
        let conditional = values[Key::TypeConditional];
        let free = conditional + values[Key::TypeFreeRider];
        match which.value() {
            u if u < conditional => Self::Conditional,
            u if u < free => Self::FreeRider,
            u if u < free + values[Key::TypeHump] => Self::HumpShaped,
            _ => Self::Unconditional,
        }
    }
}

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

/// What each resident thinks and can, as columns by row.
#[derive(Clone, Debug, Default)]
pub struct Minds {
    /// Behavioural type.
    pub behaviour: Vec<Behaviour>,
    /// Belief that another resident would help, 0 to 1.
    pub belief: Vec<f64>,
    /// Cooperates (second rule: imitation).
    pub cooperator: Vec<bool>,
    /// Know-how; 1 on entry.
    pub know_how: Vec<f64>,
}

impl Minds {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.behaviour, rows, Behaviour::default());
        lengthen(&mut self.belief, rows, 0.0);
        lengthen(&mut self.cooperator, rows, false);
        lengthen(&mut self.know_how, rows, 1.0);
    }

    /// Begins the row of someone who enters.
    pub fn enter(&mut self, row: Row, behaviour: Behaviour, belief: f64, cooperator: bool) {
        let at = row as usize;
        self.behaviour[at] = behaviour;
        self.belief[at] = belief;
        self.cooperator[at] = cooperator;
        self.know_how[at] = 1.0;
    }
}
