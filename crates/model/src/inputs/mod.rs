//! Numbers and facts: the table of parameters, territories, scenarios as written and as meant, and every mistake in them.

pub mod library;
pub mod mistakes;
pub mod parameters;
pub mod printer;
pub mod scenario;
pub mod territory;
