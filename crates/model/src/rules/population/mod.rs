//! How a population comes to be and changes: founders, lives, arrivals.

mod activity;
mod ages;
mod arrivals;
mod care;
mod departure;
mod founders;
mod life;
mod selection;

pub use arrivals::{Arrival, Pools, Pull, Settled};
pub use departure::{Attachment, departure_per_year};
pub use life::{LifeEvents, LifeTable, Lives, Young, birthdays, death_per_year, live};
