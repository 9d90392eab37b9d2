//! What happens in shared places: who enters, who is present, whom they meet there, who leaves, who gives.

mod attendance;
mod contact;
mod engagement;
mod entry;

pub use attendance::attend;
pub use contact::{common_hours, encounters};
pub use engagement::{Ladder, leaving_per_year, month as engage};
pub use entry::{Demand, entry_log_odds};
