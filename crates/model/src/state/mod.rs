//! The columns that a world consists of, with what always holds of them; no rule.

pub mod accounts;
pub mod collaborations;
pub mod enterprises;
pub mod minds;
pub mod moment;
pub mod places;
pub mod population;
pub mod seen;
pub mod ties;
pub mod works;
