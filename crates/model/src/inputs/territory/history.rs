//! What is known of other years than the census: inhabitants, and the mix of ages, from tables of years.

use super::facts::AGE_CLASSES;
use super::sheet::{Sheet, shown};
use crate::inputs::mistakes::{Facts, Help, Mistakes};
use crate::kernel::order;
use crate::kernel::portable::pow;
use crate::kernel::random::CommuneCode;
use serde::Serialize;

/// Years that a history may tell of, as a scenario may name.
const YEARS: [u32; 2] = [1900, 2200];
/// Inhabitants of a year: rates need somebody.
const INHABITANTS: [f64; 2] = [1.0, 1e9];
/// Six classes, each rounded to a whole person.
const SUM_TOLERANCE: f64 = 3.05;

/// Columns of a table of years; the classes are optional, all or none.
pub(super) const COLUMNS: [&str; 8] =
    ["year", "population", "age_0_14", "age_15_29", "age_30_44", "age_45_59", "age_60_74", "age_75_plus"];

/// What is known of other years than the census.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct History {
    /// Inhabitants of the territory.
    pub population: Series,
    /// Inhabitants of communes that have a series of their own, by ascending code.
    pub communes: Vec<(CommuneCode, Series)>,
    /// Shares of the six classes up to 75 and more, each a series of as many years; none where nothing is known.
    pub shares: Option<[Series; 6]>,
}

/// A quantity by ascending year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Series(Vec<(u32, f64)>);

impl Series {
    /// A series of these years and values, in any order.
    #[must_use]
    pub fn new(mut years: Vec<(u32, f64)>) -> Self {
        order::by_key(&mut years, |(year, _)| *year);
        Self(years)
    }

    /// The value of a year: linear between two known years; beyond the first or the last, that one's.
    #[must_use]
    pub fn within(&self, year: u32) -> f64 {
        let after = self.0.partition_point(|(known, _)| *known < year);
        match (after.checked_sub(1).map(|before| self.0[before]), self.0.get(after).copied()) {
            (_, Some((known, value))) if known == year => value,
            (Some((from, value)), Some((to, next))) => {
                value + (next - value) * f64::from(year - from) / f64::from(to - from)
            }
            (Some((_, value)), None) | (None, Some((_, value))) => value,
            (None, None) => 0.0,
        }
    }

    /// The value of a year: linear between two known years; beyond the first or the last, the mean yearly rate of the
    /// first or the last interval goes on.
    #[must_use]
    pub fn at(&self, year: u32) -> f64 {
        let (first, last) = match self.0[..] {
            [first, .., last] => (first.0, last.0),
            _ => return self.within(year),
        };
        let (near, far) = match self.0[..] {
            [near, far, ..] if year < first => (near, far),
            [.., far, near] if year > last => (near, far),
            _ => return self.within(year),
        };
        let intervals = f64::from(year.abs_diff(near.0)) / f64::from(near.0.abs_diff(far.0));
        near.1 * pow(near.1 / far.1, intervals)
    }
}

/// The years of a table: inhabitants, and classes where it has them.
#[derive(Default)]
pub(super) struct Years {
    pub(super) population: Series,
    pub(super) shares: Option<[Series; 6]>,
}

/// Reads a table of years; `ages` are asked for. Mistakes go to `mistakes`; the years are sound when there is none.
pub(super) fn read(file: &str, bytes: &[u8], ages: bool, mistakes: &mut Mistakes) -> Years {
    let Some(mut sheet) = Sheet::open(file, bytes, mistakes) else { return Years::default() };
    let header = sheet.header();
    let [year, population, ..] = COLUMNS;
    if ages || header.iter().any(|name| COLUMNS[2..].contains(&name.trim())) {
        sheet.columns(&header, &COLUMNS, &[]).map(|(columns, [])| sheet.years(columns)).unwrap_or_default()
    } else {
        let columns = sheet.columns(&header, &[year, population], &[]);
        columns.map(|(columns, [])| sheet.years(columns)).unwrap_or_default()
    }
}

impl Sheet<'_> {
    /// The rows: year, inhabitants, and the six classes where there are so many columns.
    fn years<const N: usize>(&mut self, columns: [usize; N]) -> Years {
        let (rows, count) = self.rows();
        let mut lines: Vec<(u32, usize)> = Vec::new();
        let mut population = Vec::new();
        let mut shares: [Vec<(u32, f64)>; 6] = Default::default();
        for (start, record) in &rows {
            let field = |which: usize| record.get(columns[which]).map_or("", |text| text.trim());
            let year = self.year((*start, columns[0]), field(0), &mut lines);
            let mut values = [None; N];
            for which in 1..N {
                let low = if which == 1 { INHABITANTS[0] } else { 0.0 };
                let place = (*start, columns[which]);
                values[which] = self.number(place, COLUMNS[which], field(which), [low, INHABITANTS[1]], None);
            }
            let (Some(year), Some(people)) = (year, values[1]) else { continue };
            population.push((year, people));
            let classes: Vec<f64> = values[2..].iter().copied().flatten().collect();
            if classes.len() < 6 {
                continue;
            }
            let sum: f64 = classes.iter().sum();
            if (sum - people).abs() > SUM_TOLERANCE {
                let sum = format!("{sum:.2}");
                let wrong = Facts::Sum { parts: AGE_CLASSES, sum, whole: "population", whole_value: people };
                self.push(*start, columns[1], wrong, Help::Agree { tolerance: SUM_TOLERANCE });
            }
            for (share, class) in shares.iter_mut().zip(classes) {
                share.push((year, if sum > 0.0 { class / sum } else { 0.0 }));
            }
        }
        if count < 2 {
            self.push(0, 0, Facts::FewYears { found: count }, Help::OneRowAYear);
        }
        Years { population: Series::new(population), shares: (N > 2).then(|| shares.map(Series::new)) }
    }

    /// The year of a row; `None`, told, when it is none or known already.
    fn year(&mut self, place: (usize, usize), text: &str, lines: &mut Vec<(u32, usize)>) -> Option<u32> {
        let (start, at) = place;
        let [first, last] = YEARS;
        let Some(year) = text.parse::<u32>().ok().filter(|year| (first..=last).contains(year)) else {
            self.push(start, at, Facts::Year { value: shown(text), first, last }, None);
            return None;
        };
        if let Some((_, line)) = lines.iter().find(|(known, _)| *known == year) {
            let wrong = Facts::YearTwice { year, line: *line };
            self.push(start, at, wrong, None);
            return None;
        }
        lines.push((year, self.line(start, at)));
        Some(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_years_it_is_linear_and_beyond_them_the_rate_goes_on() {
        let series = Series::new(vec![(2020, 400.0), (2010, 200.0), (2012, 100.0)]);
        assert_eq!(series.at(2010), 200.0);
        assert_eq!(series.at(2011), 150.0);
        assert_eq!(series.at(2016), 250.0);
        assert_eq!(series.at(2020), 400.0);
        assert!((series.at(2008) - 400.0).abs() < 1e-9, "half in two years, so twice two years before");
        assert!((series.at(2028) - 1600.0).abs() < 1e-9);
        assert_eq!((series.within(2000), series.within(2016), series.within(2100)), (200.0, 250.0, 400.0));
    }

    #[test]
    fn a_series_of_one_year_or_none_never_panics() {
        assert_eq!(Series::new(vec![(2010, 5.0)]).at(1999), 5.0);
        assert_eq!(Series::default().at(1999), 0.0);
    }
}
