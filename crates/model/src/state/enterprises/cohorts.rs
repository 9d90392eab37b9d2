//! Cohorts of enterprises: how many of those that began in a month are still alive some years later, whatever ended them.

use crate::kernel::units::Month;

/// After how many months survival is asked: three years and five.
pub const HORIZONS: [u32; 2] = [36, 60];

/// Months over whose starts survival is averaged: one month alone has few starts.
const POOLED: usize = 12;

/// The enterprises that began in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cohort {
    /// Enterprises that began.
    pub started: u32,
    /// Of them, those that had ended at each of [`HORIZONS`], by failure, departure, death or retirement of the owner.
    pub ended: [u32; HORIZONS.len()],
}

/// The enterprises that began since the start of a simulation, by month. Older ones are in no cohort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohorts(Vec<Cohort>);

impl Cohorts {
    /// Takes note of what began and what ended in a month. `start` is the first month of the simulation, `ended` holds the
    /// month in which each enterprise that ended had begun.
    pub fn month(&mut self, start: Month, month: Month, started: u32, ended: &[Month]) {
        self.of(start, month).started += started;
        for since in ended {
            let age = month.months_after(*since);
            let cohort = self.of(start, *since);
            for (count, horizon) in cohort.ended.iter_mut().zip(HORIZONS) {
                *count += u32::from(age <= horizon);
            }
        }
    }

    /// Share alive at a horizon (its position in [`HORIZONS`]) of the enterprises that began that many months ago, or up to
    /// eleven months more. `months` were simulated; `None` before there are twelve such months, or when none began.
    #[must_use]
    pub fn alive(&self, horizon: usize, months: usize) -> Option<f64> {
        let from = months.checked_sub(HORIZONS[horizon] as usize + POOLED)?;
        let (mut started, mut ended) = (0, 0);
        for cohort in self.0.iter().skip(from).take(POOLED) {
            started += cohort.started;
            ended += cohort.ended[horizon];
        }
        (started > 0).then(|| f64::from(started - ended) / f64::from(started))
    }

    /// Every cohort, by month since the start of the simulation.
    #[must_use]
    pub fn all(&self) -> &[Cohort] {
        &self.0
    }

    fn of(&mut self, start: Month, month: Month) -> &mut Cohort {
        let at = month.months_after(start) as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, Cohort::default());
        }
        &mut self.0[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten begin in each month; of those of every month one ends after 36 months and one after 37.
    #[test]
    fn an_end_counts_up_to_its_horizon() {
        let start = Month::new(2022, 1);
        let mut cohorts = Cohorts::default();
        for months in 0..120 {
            let ended: Vec<Month> = [36, 37]
                .into_iter()
                .filter(|age| *age <= months)
                .map(|age| start.plus(months - age))
                .collect();
            cohorts.month(start, start.plus(months), 10, &ended);
            let simulated = months as usize + 1;
            for (horizon, expected) in [(0, 0.9), (1, 0.8)] {
                let defined = simulated >= HORIZONS[horizon] as usize + 12;
                assert_eq!(cohorts.alive(horizon, simulated), defined.then_some(expected), "{simulated}");
            }
        }
    }

    #[test]
    fn nothing_is_alive_of_none() {
        let (start, mut cohorts) = (Month::new(2022, 1), Cohorts::default());
        cohorts.month(start, start.plus(80), 0, &[]);
        assert_eq!(cohorts.alive(1, 81), None);
    }
}
