//! What is observed of a world: one value or none for each indicator, month by month, and yearly by group.

use super::{Group, Indicator};
use crate::kernel::units::Month;

/// The value of every indicator at one month, in the order of the table; `None` where it is undefined.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The month observed, at its end.
    pub month: Month,
    /// Values in the order of [`Indicator`].
    pub values: Vec<Option<f64>>,
}

impl Observation {
    /// The value of one indicator.
    #[must_use]
    pub fn of(&self, indicator: Indicator) -> Option<f64> {
        self.values[indicator as usize]
    }
}

/// One value of a yearly table.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupValue {
    /// Calendar year, observed at its end.
    pub year: u32,
    /// What the table breaks down by.
    pub by: Group,
    /// Which of them: a commune's code, `local`, `newcomer`, a year of arrival, an instrument's name.
    pub group: String,
    /// Indicator.
    pub indicator: Indicator,
    /// Value; `None` where it is undefined.
    pub value: Option<f64>,
}
