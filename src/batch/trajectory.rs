//! The course of a few indicators over all worlds: the median, and the band that nine worlds in ten keep to.

use super::Run;
use crate::indicators::Indicator;
use crate::scenario::Scenario;
use crate::statistics::Summary;
use crate::units::Month;

/// The course of one indicator over all worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// Which one.
    pub indicator: Indicator,
    /// Months in order.
    pub points: Vec<Point>,
}

/// One month of a course. A number is `None` where no world defines the indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Month, at its end.
    pub month: Month,
    /// The value that one world in twenty lies below.
    pub q05: Option<f64>,
    /// The median.
    pub q50: Option<f64>,
    /// The value that one world in twenty lies above.
    pub q95: Option<f64>,
}

/// Collects the courses of a few indicators, at few enough months to be drawn.
#[derive(Clone, Debug)]
pub struct Course {
    months: Vec<Month>,
    indicators: Vec<Indicator>,
    /// By indicator, month and world.
    values: Vec<Vec<Vec<Option<f64>>>>,
}

impl Course {
    /// The courses of `indicators` under a scenario, at `most` months evenly spread from the first to the last.
    #[must_use]
    pub fn new(scenario: &Scenario, indicators: &[Indicator], most: usize) -> Self {
        let (first, last) = (scenario.start(), scenario.last());
        let span = last.index() - first.index();
        let points = (span + 1).min(most.max(1) as u32);
        let place = |point: u32| if points == 1 { span } else { point * span / (points - 1) };
        let months: Vec<Month> = (0..points).map(|point| first.plus(place(point))).collect();
        let values = vec![vec![Vec::new(); months.len()]; indicators.len()];
        Self { months, indicators: indicators.to_vec(), values }
    }

    /// Adds a world.
    pub fn add(&mut self, run: &Run) {
        for (at, month) in self.months.iter().enumerate() {
            let observed = &run.months[month.since(self.months[0]).unsigned_abs() as usize];
            debug_assert!(self.months.len() == 1 || observed.month == *month);
            for (values, indicator) in self.values.iter_mut().zip(&self.indicators) {
                values[at].push(observed.of(*indicator));
            }
        }
    }

    /// What was collected, over all worlds.
    #[must_use]
    pub fn trajectories(&self) -> Vec<Trajectory> {
        let point = |month: &Month, values: &Vec<Option<f64>>| {
            let Summary { q05, q50, q95, .. } = Summary::new(values);
            Point { month: *month, q05, q50, q95 }
        };
        let one = |(indicator, values): (&Indicator, &Vec<Vec<Option<f64>>>)| Trajectory {
            indicator: *indicator,
            points: self.months.iter().zip(values).map(|(month, values)| point(month, values)).collect(),
        };
        self.indicators.iter().zip(&self.values).map(one).collect()
    }
}
