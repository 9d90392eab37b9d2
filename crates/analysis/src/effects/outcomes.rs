//! What each world of one scenario ended with.

use hameau_model::observe::indicators::{Indicator, Observation};

/// The final values of every indicator in every world of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    name: String,
    /// By world, in the order of the table of indicators.
    values: Vec<Vec<Option<f64>>>,
}

impl Outcomes {
    /// The values of each world in the order of the table of indicators, `None` where undefined.
    ///
    /// # Panics
    /// When a world has another number of values than there are indicators, or a value is not finite.
    #[must_use]
    pub fn new(name: &str, values: Vec<Vec<Option<f64>>>) -> Self {
        for world in &values {
            assert_eq!(world.len(), Indicator::COUNT, "a value or none for each indicator");
            assert!(
                world.iter().flatten().all(|value| value.is_finite()),
                "a value that is not finite is None"
            );
        }
        Self { name: name.to_owned(), values }
    }

    /// What was observed at the end of each world.
    #[must_use]
    pub fn observed<'a>(name: &str, worlds: impl IntoIterator<Item = &'a Observation>) -> Self {
        Self::new(name, worlds.into_iter().map(|last| last.values.clone()).collect())
    }

    /// Name of the scenario.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many worlds there are.
    #[must_use]
    pub fn worlds(&self) -> usize {
        self.values.len()
    }

    /// One indicator, world by world.
    pub fn of(&self, indicator: Indicator) -> impl Iterator<Item = Option<f64>> {
        self.values.iter().map(move |world| world[indicator as usize])
    }

    /// Whether every value is the same to the bit, and the same ones are undefined; of no world, nothing is.
    pub(super) fn same_values(&self, other: &Self) -> bool {
        let bits = |value: &Option<f64>| value.map(f64::to_bits);
        let all = |outcomes: &Self| outcomes.values.iter().flatten().map(bits).collect::<Vec<_>>();
        !self.values.is_empty() && all(self) == all(other)
    }
}
