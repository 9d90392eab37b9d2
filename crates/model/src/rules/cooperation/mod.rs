//! Mutual help, learning and belief; imitation; collaborations; common works.

mod behaviour;
mod collaborations;
mod help;
mod imitation;

pub use behaviour::{HelpRule, help_probability};
pub use help::{Helped, belief_about, complementarity, help, helps, remember, remembered, update_belief};
pub use imitation::{donation_payoffs, imitate, imitation_probability, share_of_cooperators};
