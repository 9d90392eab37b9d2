//! Enterprises, occupations and the regional accounts.

mod accounts;
mod enterprises;
mod occupations;

pub use accounts::{circulate, close_month};
pub use enterprises::month as run_enterprises;
pub use occupations::{ProximityJobs, month as change_occupations};
