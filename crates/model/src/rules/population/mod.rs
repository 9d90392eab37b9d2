//! How a population comes to be and changes: founders, lives, arrivals.

mod activity;
mod ages;
mod arrivals;
mod care;
mod founders;
mod life;
mod selection;

pub use arrivals::{Arrival, Pools, Pull, Settled};
pub use life::{
    Attachment, LifeEvents, LifeTable, Lives, Young, birthdays, death_per_year, departure_per_year, live,
};
