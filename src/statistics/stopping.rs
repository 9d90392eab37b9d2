//! When enough worlds have been simulated: looks at growing numbers of worlds.

use super::paired::SURE_OF_CONSTANT;
use super::{Interval, skewness};
use serde::Serialize;

/// Worlds for each unit of squared skewness, below which an interval of 95 % by normal theory is wrong more often than 6
/// times in a hundred (Cochran 1977, section 2.15).
const WORLDS_PER_SQUARED_SKEWNESS: f64 = 25.0;

/// The numbers of worlds at which a study looks whether it knows enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StoppingPlan {
    /// Worlds of the first look.
    pub first: u32,
    /// Worlds of the last look, enough or not.
    pub most: u32,
}

impl StoppingPlan {
    /// The number of worlds of the look after `worlds`, half as many again; `None` after the last.
    #[must_use]
    pub fn next(self, worlds: u32) -> Option<u32> {
        if worlds >= self.most {
            return None;
        }
        let next = if worlds == 0 { self.first } else { worlds.saturating_add(worlds.div_ceil(2)) };
        Some(next.min(self.most))
    }
}

/// What a look says of one mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Its interval is as narrow as asked for.
    Enough,
    /// Its interval is wider.
    TooWide,
    /// Its values are too skewed for so few of them: the interval would promise too much.
    TooSkewed,
    /// Its values are all equal, and too few to believe that they always are.
    TooUniform,
}

/// Whether these values and the interval of their mean are enough for a half-width.
#[must_use]
pub fn look(values: &[f64], interval: Interval, half_width: f64) -> Look {
    if interval.half_width() > half_width {
        return Look::TooWide;
    }
    let n = values.len();
    match skewness(values) {
        None if n < SURE_OF_CONSTANT => Look::TooUniform,
        Some(skewness) if (n as f64) < WORLDS_PER_SQUARED_SKEWNESS * skewness * skewness => Look::TooSkewed,
        _ => Look::Enough,
    }
}
