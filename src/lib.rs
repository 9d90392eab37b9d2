//! hameau simulates what attractiveness policies produce in a rural territory.

pub mod mistakes;
pub mod parameters;
pub mod population;
pub mod portable;
pub mod random;
pub mod territory;
pub mod units;
