//! The mechanisms of the model, and the month in which they follow each other ([`step`]).

pub mod cooperation;
pub mod economy;
pub mod places;
pub mod population;
pub mod step;
pub mod ties;
pub mod works;
