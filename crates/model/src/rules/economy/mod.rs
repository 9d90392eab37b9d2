//! Enterprises, occupations and the regional accounts.

mod accounts;
mod enterprises;
mod occupations;
mod supply;

pub use accounts::{circulate, close_month};
pub use enterprises::month as run_enterprises;
pub use occupations::{ProximityJobs, month as change_occupations};
pub use supply::{Relations, kept_unmaintained, month as run_supply};
