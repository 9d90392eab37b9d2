//! Needs that several people of a commune have: what ideas of common works rise from (model 4.7).

use crate::kernel::random::Who;
use crate::kernel::units::Month;
use crate::state::works::Purpose;

/// One need, whoever has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Address: commune, purpose, month in which it arose, ordinal.
    pub who: Who,
    /// Commune whose residents have ideas for it, as index into the territory.
    pub commune: u16,
    /// What would meet it.
    pub purpose: Purpose,
    /// Month from which it has passed, met or not.
    pub until: Month,
}

/// Needs that nobody has met yet, and what became of the others.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// Open needs, by ascending address.
    pub open: Vec<Need>,
    /// Of those that are open no more since the start of the simulation: met by a common work, passed.
    pub gone: [u32; 2],
}

impl Needs {
    /// Adds a need where its address belongs.
    pub fn add(&mut self, need: Need) {
        let at = self.open.partition_point(|other| other.who < need.who);
        self.open.insert(at, need);
    }

    /// Takes an open need out, for people who pledged to meet it.
    pub fn take(&mut self, who: Who) -> Option<Need> {
        let at = self.open.binary_search_by_key(&who, |need| need.who).ok()?;
        Some(self.open.remove(at))
    }

    /// Lets go what has passed.
    pub fn pass(&mut self, now: Month) {
        let before = self.open.len();
        self.open.retain(|need| now < need.until);
        self.gone[1] += (before - self.open.len()) as u32;
    }

    /// Open needs of a commune.
    pub fn of(&self, commune: u16) -> impl Iterator<Item = &Need> + Clone {
        self.open.iter().filter(move |need| need.commune == commune)
    }
}
