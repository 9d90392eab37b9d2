//! Common works from idea to end: who has an idea, who joins, what a work lives through (model 4.7).

mod choice;
mod gain;
mod ideas;
mod life;

pub use choice::decide;
pub use gain::{Offer, gain, gain_given, join_probability, tail};
pub use ideas::{Idea, Sources, ideas};
pub use life::{encounters, live, skill_mix, venture_sales};
