//! Common works from need to end: who has an idea, who is asked, who joins, what a work lives through (model 4.7).

mod choice;
mod expectation;
mod founding;
mod gain;
mod ideas;
mod life;
mod meeting;
mod needs;
mod venture;

pub use choice::{Changed, World, decide, gather};
pub use expectation::{Joining, Sight, equilibrium};
pub use founding::found;
pub use gain::{Offer, excludability, gain, join_probability, tail};
pub use ideas::{Idea, Sources, ideas};
pub use life::{capacity, end_per_year, live, replacement};
pub use meeting::encounters;
pub use needs::{arise, has, known_through_tie, known_to_facilitator, open_at_start};
pub use venture::{skill_mix, venture_sales};
