//! Enterprises, occupations and the regional accounts.

mod accounts;
mod enterprises;
mod occupations;

pub use accounts::{Accounts, Jobs, Productive, circulate, close_month};
pub use enterprises::{Enterprise, Enterprises, Exemption, Start, month as run_enterprises, survival};
pub use occupations::{ProximityJobs, month as change_occupations};
