//! What happens in shared places: who enters, who is present, whom they meet there, who leaves, who gives.

mod attendance;
mod common_hours;
mod contact;
mod engagement;
mod entry;

pub use attendance::attend;
pub use common_hours::common_hours;
pub use contact::encounters;
pub use engagement::{Ladder, giving_per_year, leaving_per_year, month as engage};
pub use entry::{Demand, entry_log_odds, invitation_log_odds};
