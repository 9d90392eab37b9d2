//! The course of a few columns over all worlds: the median, and the band that nine worlds in ten keep to.

use crate::statistics::Summary;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;

/// Values that are held at most, over all indicators, months and worlds: 16 bytes each.
const MOST_VALUES: usize = 4_000_000;

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

/// Collects the courses of a few columns, at few enough months to be drawn and to be held.
#[derive(Clone, Debug)]
pub struct Course {
    months: Vec<Month>,
    /// Their places among the values of a month.
    columns: Vec<usize>,
    /// By column, month and world.
    values: Vec<Vec<Vec<Option<f64>>>>,
}

impl Course {
    /// The courses of `columns` over `worlds` worlds, at `most` of the `kept` months, evenly spread from the first to
    /// the last; fewer where the worlds are many.
    #[must_use]
    pub fn new(kept: &[Month], columns: &[usize], worlds: usize, most: usize) -> Self {
        let held = MOST_VALUES / (worlds * columns.len()).max(1);
        let points = kept.len().min(most.min(held).max(2));
        let place = |point: usize| if points < 2 { 0 } else { point * (kept.len() - 1) / (points - 1) };
        let months: Vec<Month> = (0..points).map(|point| kept[place(point)]).collect();
        let values = vec![vec![Vec::new(); months.len()]; columns.len()];
        Self { months, columns: columns.to_vec(), values }
    }

    /// Adds the values of a world at the end of a month, if that month is one of the course.
    pub fn add(&mut self, month: Month, observed: &[Option<f64>]) {
        if let Ok(at) = self.months.binary_search(&month) {
            for (values, column) in self.values.iter_mut().zip(&self.columns) {
                values[at].push(observed[*column]);
            }
        }
    }

    /// What was collected, over all worlds: each column's place and its months in order.
    #[must_use]
    pub fn points(&self) -> Vec<(usize, Vec<Point>)> {
        let point = |month: &Month, values: &Vec<Option<f64>>| {
            let Summary { q05, q50, q95, .. } = Summary::new(values);
            Point { month: *month, q05, q50, q95 }
        };
        let one = |(column, values): (&usize, &Vec<Vec<Option<f64>>>)| {
            (*column, self.months.iter().zip(values).map(|(month, values)| point(month, values)).collect())
        };
        self.columns.iter().zip(&self.values).map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_has_few_points_and_fewer_where_worlds_are_many() {
        let months: Vec<Month> = (0..180).map(|at| Month::new(2007, 1).plus(at)).collect();
        let of = |worlds, most| Course::new(&months, &[0], worlds, most);
        let course = of(20, 60);
        assert_eq!(course.months.len(), 60);
        assert_eq!((course.months[0], course.months[59]), (months[0], months[179]));
        assert!(course.months.is_sorted());
        assert_eq!(of(1_000_000, 60).months.len(), 4);
        assert_eq!(of(1, 300).months, months);
        assert_eq!(Course::new(&months[..1], &[0], 1, 60).months.len(), 1);
    }

    #[test]
    fn a_course_says_what_the_worlds_showed() {
        let months = [Month::new(2024, 1), Month::new(2024, 2)];
        let mut course = Course::new(&months, &[1], 2, 60);
        for value in [Some(1.0), Some(3.0)] {
            course.add(months[0], &[Some(9.0), value]);
            course.add(Month::new(2030, 1), &[Some(9.0), value]);
        }
        let (column, points) = &course.points()[0];
        assert_eq!(*column, 1);
        assert_eq!(points[0].q50, Some(2.0));
        assert_eq!(points[1].q50, None);
    }
}
