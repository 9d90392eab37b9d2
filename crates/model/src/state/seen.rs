//! What residents saw of help since belief and know-how were brought up to date.

use crate::state::minds::Behaviour;
use crate::state::population::{Row, lengthen};

/// What one resident saw since the last time belief and know-how were brought up to date; beside it what an encounter needs
/// to know of a resident this month. Both lie together in few bytes, since residents are met in no order of memory.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// Odds of the belief at the start of the month.
    pub(crate) odds: f64,
    /// Position on the circle of skills.
    pub(crate) skill: f64,
    /// Sum over the occasions of the belief that the other would help.
    pub(crate) predicted: f64,
    /// Know-how gained.
    pub(crate) learnt: f64,
    /// Occasions on which another could have helped; nobody has 65,535 in a month.
    pub(crate) occasions: u16,
    /// Of them, those on which the other did.
    pub(crate) helped: u16,
    /// Of these, those on which the other was of the other origin.
    pub(crate) helped_across: u16,
    /// Whether there was one of those at this month's encounters.
    pub(crate) helped_now: bool,
    /// Behaviour this month.
    pub(crate) behaviour: Behaviour,
}

/// What one resident saw of help since the last time belief and know-how were brought up to date, and learnt from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Sum over the occasions of the belief that the other would help.
    pub predicted: f64,
    /// Know-how gained.
    pub learnt: f64,
    /// Occasions on which another could have helped.
    pub occasions: u32,
    /// Of them, those on which the other did.
    pub helped: u32,
}

/// What residents saw, by row; and the month's help in the whole territory.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub(crate) rows: Vec<Glance>,
    /// Occasions of help at this month's encounters, whole territory.
    pub total_occasions: u64,
    /// Adults whom somebody helped at them.
    pub helped_adults: u64,
    /// Helps given at them.
    pub total_helps: u64,
}

impl Seen {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.rows, rows, Glance::default());
    }

    /// Begins the row of someone who enters, at this position on the circle of skills.
    pub fn enter(&mut self, row: Row, skill: f64) {
        self.rows[row as usize] = Glance { skill, ..Glance::default() };
    }

    /// Position of a resident on the circle of skills, 0 to 1.
    #[must_use]
    pub fn skill(&self, row: Row) -> f64 {
        self.rows[row as usize].skill
    }

    /// What a resident saw.
    #[must_use]
    pub fn of(&self, row: Row) -> Sight {
        let Glance { predicted, learnt, occasions, helped, .. } = self.rows[row as usize];
        Sight { predicted, learnt, occasions: u32::from(occasions), helped: u32::from(helped) }
    }

    /// One occasion for `row` to be helped, by someone of whom `row` expected it with probability `predicted`.
    pub fn occasion(&mut self, row: Row, predicted: f64, helped: bool) {
        self.rows[row as usize].note(predicted, helped);
    }
}

impl Glance {
    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    pub(crate) fn note(&mut self, predicted: f64, helped: bool) {
        self.occasions = self.occasions.saturating_add(1);
        self.helped = self.helped.saturating_add(u16::from(helped));
        self.predicted += predicted;
    }
}
