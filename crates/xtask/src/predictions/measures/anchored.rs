//! What is left of anchoring when supplier meetings have ended.

use crate::common::{Estimate, Runs, differences, worlds};
use crate::predictions::rows::Row;
use crate::predictions::side::Side;
use hameau_analysis::statistics::mean;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;

/// The last month of the meetings, as an override and counted from the first month of the run.
const ENDS: &str = "programme.anchoring.until=2027-05";
const LAST: usize = 65;

/// Effect on anchored jobs at the month of the row over that at the end of the meetings.
pub fn left(row: &Row, count: u32) -> Result<Option<Estimate>, String> {
    let months = format!("simulation.duration_months={}", row.month);
    let set = [&row.set[..], &[ENDS.to_owned(), months.clone()]].concat();
    let with = Side::named(&row.scenario, &set)?;
    let without = Side::named("baseline", &[months])?;
    let [with, without] =
        [with, without].map(|side| Runs(worlds(count, |world| simulate(&side.scenario, world, |_| ()))));
    let effect = |month| {
        let jobs = Indicator::ProductiveAnchoredJobs;
        differences(&with.at(jobs, month), &without.at(jobs, month))
    };
    Ok(ratio(&effect(row.month as usize), &effect(LAST)))
}

/// The ratio of two means with its interval to first order; undefined while the second could be 0.
fn ratio(part: &[f64], whole: &[f64]) -> Option<Estimate> {
    let (of_part, of_whole) = (mean(part)?, mean(whole)?);
    if Estimate::of_mean(whole)?.sign() == 0 {
        return None;
    }
    let ratio = of_part / of_whole;
    let linear = |(part, whole): (&f64, &f64)| ratio + (part - ratio * whole) / of_whole;
    Estimate::of_mean(&part.iter().zip(whole).map(linear).collect::<Vec<f64>>())
}
