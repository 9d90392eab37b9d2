//! One thing that happened in a world.

use super::kind::Kind;
use super::people::Id;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::rules::step::Phase;
use hameau_model::state::population::Occupation;

/// One thing that happened in a world. Equal events of two worlds are the same event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Month.
    pub month: Month,
    /// The phase in which it happened.
    pub call: Phase,
    /// What kind of thing.
    pub kind: Kind,
    /// To whom, if to anybody.
    pub resident: Option<Id>,
    /// With whom, if with anybody.
    pub other: Option<Id>,
    /// What it is about.
    pub what: What,
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing but its residents.
    Nothing,
    /// A shared place or circle.
    Place(Who),
    /// A common work.
    Work(Who),
    /// A commune, as index into the territory.
    Commune(u16),
    /// The occupation before and after.
    Occupation(Occupation, Occupation),
    /// How many, where the model only counts.
    Count(u32),
}

impl Event {
    /// How many happenings the event stands for.
    #[must_use]
    pub fn count(&self) -> u32 {
        if let What::Count(count) = self.what { count } else { 1 }
    }
}
