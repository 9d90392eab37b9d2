//! Measures taken from what is observed month by month; worlds of a scenario are run once for all rows that look at them.

use crate::common::{Estimate, Runs, differences, worlds};
use crate::predictions::rows::Row;
use crate::predictions::side::Side;
use hameau_model::inputs::parameters::Key;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;
use std::collections::HashMap;
use std::ops::Range;

/// A value of each world over some months.
pub type Of = Box<dyn Fn(&Runs, Range<usize>) -> Worlds>;

/// A value of each world.
type Worlds = Vec<Option<f64>>;

/// The mean of an indicator.
pub fn indicator(indicator: Indicator) -> Of {
    Box::new(move |runs, months| runs.over(indicator, months))
}

/// The mean of a flow of a year for 1,000 inhabitants.
pub fn per_thousand(flow: Indicator) -> Of {
    Box::new(move |runs, months| {
        let (flows, inhabitants) =
            (runs.over(flow, months.clone()), runs.over(Indicator::Inhabitants, months));
        let share = |(flow, inhabitants): (&Option<f64>, &Option<f64>)| {
            Some(1000.0 * (*flow)? / inhabitants.filter(|inhabitants| *inhabitants > 0.0)?)
        };
        flows.iter().zip(&inhabitants).map(share).collect()
    })
}

/// Scenario and overrides.
type Name = (String, Vec<String>);

/// Runs so far.
#[derive(Default)]
pub struct Observed(HashMap<Name, Runs>);

impl Observed {
    /// The estimate of a row that is read from observations.
    pub fn estimate(
        &mut self,
        row: &Row,
        (with, against): (&Side, Option<&Side>),
        count: u32,
        of: &Of,
    ) -> Result<Option<Estimate>, String> {
        let months = (row.month - row.over) as usize..row.month as usize;
        let values = self.values((&row.scenario, &row.set, with), count, months.clone(), of)?;
        let values = match (&row.against, against) {
            (Some(name), Some(side)) => {
                let without = self.values((name, &row.set_against, side), count, months, of)?;
                differences(&values, &without)
            }
            _ => values.into_iter().flatten().collect(),
        };
        Ok(Estimate::of_mean(&values))
    }

    fn values(
        &mut self,
        (name, set, side): (&str, &[String], &Side),
        count: u32,
        months: Range<usize>,
        of: &Of,
    ) -> Result<Worlds, String> {
        let last = side.scenario.values[Key::Months] as usize;
        if months.end > last {
            return Err(format!("{name} ends after {last} months"));
        }
        if !side.is_plain() {
            return Err(format!("{name} is not observed month by month"));
        }
        let runs = self.0.entry((name.to_owned(), set.to_vec())).or_insert_with(|| Runs(Vec::new()));
        if runs.0.len() < count as usize {
            runs.0 = worlds(count, |world| simulate(&side.scenario, world, |_| ()));
        }
        let mut values = of(runs, months);
        values.truncate(count as usize);
        Ok(values)
    }
}
