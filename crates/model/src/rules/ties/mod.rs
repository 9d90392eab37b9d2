//! How ties come and go: each present tie is a chain of its own, new partners are met in the village and in associations, and
//! all of it fades.
//!
//! Whether two people meet again follows from a draw about that pair and from what that pair has done, never from the other
//! ties that either has: one tie more changes nobody else's.

mod again;
mod displacement;
mod fading;
mod law;
mod neighbourhood;
mod preference;
mod sieve;
mod village;

pub use again::meet_again;
pub use displacement::displace;
pub use fading::Fading;
pub use law::{MeetingLaw, eagerness, meeting_probability};
pub use neighbourhood::Neighbourhood;
pub use preference::Preference;
pub use village::meet_in_village;

use crate::kernel::units::Month;
use crate::state::population::{ADULT_YEARS, Group, Residents, Row, Slots};
use crate::state::ties::Ties;

/// What contact reads: who is where, and knows whom.
#[derive(Clone, Copy)]
pub struct Village<'a> {
    /// Everybody.
    pub residents: &'a Residents,
    /// Ties as they stand at the start of the month.
    pub ties: &'a Ties,
    /// Residents who can be met, by commune.
    pub communes: &'a Slots,
    /// Members of associations.
    pub associations: &'a Slots,
    /// Association of which a resident is member, by row.
    pub association: &'a [Option<Group>],
    /// Whom the residents of each commune meet elsewhere.
    pub neighbourhood: &'a Neighbourhood,
    /// With whom people take up.
    pub preference: &'a Preference,
    /// Help received from the other origin, fading, by row; nothing where it is not known yet.
    pub helped_across: &'a [f64],
    /// Since when residents are here, by row, where a month before the first is looked at; who came later is not met.
    pub since: Option<&'a [Month]>,
}

impl Village<'_> {
    /// Whether somebody is here in a month.
    fn present(&self, row: Row, month: Month) -> bool {
        self.since.is_none_or(|since| since[row as usize] <= month)
    }
}

/// Since when a resident is here as an adult: since they came, or turned 18.
#[must_use]
pub fn here_since(residents: &Residents, row: Row) -> Month {
    let at = row as usize;
    residents.arrived[at].max(residents.birth[at].plus(ADULT_YEARS * 12))
}
