//! What worlds tell: from what each ended with to effects, verdicts, sensitivities; how many went; where two part, and why.
//! Pure, as the model is.

pub mod changes;
pub mod claims;
pub mod effects;
pub mod questions;
pub mod response;
pub mod sensitivity;
pub mod statistics;
pub mod trajectory;
pub mod why;
