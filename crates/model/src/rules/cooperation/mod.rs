//! Mutual help, learning and belief; imitation; collaborations; common works.

mod behaviour;
mod collaborations;
mod help;
mod imitation;
pub mod works;

pub use behaviour::{Behaviour, HelpRule, Minds, help_probability};
pub use collaborations::{Collaboration, Collaborations};
pub use help::{Helped, Seen, Sight, belief_about, complementarity, help, helps, remember, update_belief};
pub use imitation::{donation_payoffs, imitate, imitation_probability, share_of_cooperators};
