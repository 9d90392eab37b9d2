//! What each resident thinks and can: behavioural type (Fischbacher, Gächter, Fehr 2001), belief, know-how.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::random::Uniform;
use crate::state::population::{Row, lengthen};

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
    /// Help received from the other origin, fading; 0 on entry.
    pub helped_across: Vec<f64>,
}

impl Minds {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.behaviour, rows, Behaviour::default());
        lengthen(&mut self.belief, rows, 0.0);
        lengthen(&mut self.cooperator, rows, false);
        lengthen(&mut self.know_how, rows, 1.0);
        lengthen(&mut self.helped_across, rows, 0.0);
    }

    /// Begins the row of someone who enters.
    pub fn enter(&mut self, row: Row, behaviour: Behaviour, belief: f64, cooperator: bool) {
        let at = row as usize;
        self.behaviour[at] = behaviour;
        self.belief[at] = belief;
        self.cooperator[at] = cooperator;
        self.know_how[at] = 1.0;
        self.helped_across[at] = 0.0;
    }
}
