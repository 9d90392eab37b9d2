//! The facts of a territory in another year than that of the census: back-cast, never fitted.
//!
//! - **Inhabitants.** The territory has its inhabitants of the census, times what its series has at the start over what
//!   it has at the census. A commune with a series of its own follows that; the others share the rest in proportion to
//!   the census, so that the territory's total holds.
//! - **Ages.** Each class of a commune is multiplied by its share at the start over its share at the census, in the one
//!   series of ages that a history has; all classes of a commune are then multiplied alike, so that its inhabitants hold.
//!   The class of 75 and more moves those aged 75 to 89 and those aged 90 and more. Shares of a year before or after the
//!   series are those of its nearest year: a trend of shares would leave the range of shares.
//! - **Work.** Active, unemployed and jobs of a commune go with its people of an age to work (15 to 59, and a third of 60
//!   to 74): activity, unemployment and the part of the self-employed stay those of the census.
//! - **Care homes**: where their residents are known, they go with the commune's people aged 75 and more.
//! - **The rest** (homes, households, establishments, movements) goes with the inhabitants.

use super::column::COLUMNS;
use super::facts::MOST_OF_A_CLASS;
use super::optional::OPTIONAL;
use super::synthetic::workable;
use super::{Commune, History, Territory};
use crate::kernel::units::Month;
use std::borrow::Cow;

/// Years from the census, before and after, over which facts are back-cast.
pub const MOST_YEARS: u32 = 25;
/// How far inhabitants of a commune may be from those of the census, as a ratio.
const RATIOS: [f64; 2] = [0.2, 5.0];
/// Columns that are no counts: two of the point, one of the area.
const NO_COUNTS: usize = 3;

/// How a territory is described at the start of a simulation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Backcast {
    /// The start is in the year of the census: the facts as they are.
    Exact,
    /// The facts are moved to the year of the start.
    Scaled {
        /// Inhabitants at the start over those of the census.
        factor: f64,
    },
    /// The facts of the census serve in another year, since the territory has no history.
    WithoutHistory,
    /// The facts of the census serve in another year, since it is more than [`MOST_YEARS`] away.
    TooFar,
    /// The facts of the census serve in another year, since the history would make a commune beyond a fifth or five times
    /// the census, or one with more people of a class than can be told apart.
    TooDifferent,
}

impl Backcast {
    /// What it is, in English and in French.
    #[must_use]
    pub fn words(&self) -> (String, String) {
        let away = |en: &str, fr: &str| {
            (
                format!("facts of the census, in another year: {en}"),
                format!("faits du recensement, d'une autre année : {fr}"),
            )
        };
        match self {
            Self::Exact => ("facts of the census".to_owned(), "faits du recensement".to_owned()),
            Self::Scaled { factor } => (
                format!("facts of the census moved to the start, {factor:.3} times the inhabitants"),
                format!("faits du recensement ramenés au départ, {factor:.3} fois les habitants"),
            ),
            Self::WithoutHistory => {
                away("the territory has no `[history]`", "le territoire n'a pas de `[history]`")
            }
            Self::TooFar => away("it is more than 25 years away", "elle est à plus de 25 ans"),
            Self::TooDifferent => away(
                "its history changes a commune beyond a fifth or five times",
                "son histoire change une commune au-delà d'un cinquième ou de cinq fois",
            ),
        }
    }
}

const _: () = assert!(MOST_YEARS == 25, "as `Backcast::words` says");

impl Territory {
    /// Which facts describe the territory in a simulation that starts in this month.
    #[must_use]
    pub fn described_for(&self, start: Month) -> Backcast {
        self.at(start).1
    }

    /// The territory as it is described in a simulation that starts in this month: its facts are those of the first of
    /// January of that year. The same communes in the same order.
    #[must_use]
    pub fn at(&self, start: Month) -> (Cow<'_, Self>, Backcast) {
        let year = start.year();
        let unchanged = |why| (Cow::Borrowed(self), why);
        if year == self.census_year {
            return unchanged(Backcast::Exact);
        }
        let Some(history) = &self.history else { return unchanged(Backcast::WithoutHistory) };
        if year.abs_diff(self.census_year) > MOST_YEARS {
            return unchanged(Backcast::TooFar);
        }
        let Some(communes) = self.communes_then(history, year) else {
            return unchanged(Backcast::TooDifferent);
        };
        let then = Self { communes, census_year: year, history: None, ..self.clone() };
        let before = self.total(|commune| commune.population);
        let factor = if before > 0.0 { then.total(|commune| commune.population) / before } else { 1.0 };
        (Cow::Owned(then), Backcast::Scaled { factor })
    }

    /// The communes in another year; `None` when one would be beyond bounds.
    fn communes_then(&self, history: &History, year: u32) -> Option<Vec<Commune>> {
        let ratios = history.class_ratios(self.census_year, year);
        let communes: Vec<Commune> = self
            .communes
            .iter()
            .zip(history.factors(self, year))
            .map(|(commune, factor)| {
                let bounded = (RATIOS[0]..=RATIOS[1]).contains(&factor);
                bounded.then(|| commune.then(factor, &ratios))
            })
            .collect::<Option<_>>()?;
        let told_apart = |people: &f64| *people <= f64::from(MOST_OF_A_CLASS);
        communes.iter().all(|commune| commune.ages[1..].iter().all(told_apart)).then_some(communes)
    }
}

impl History {
    /// Inhabitants of each commune in a year, over those of the census.
    fn factors(&self, territory: &Territory, year: u32) -> Vec<f64> {
        let ratio = |series: &super::Series| series.at(year) / series.at(territory.census_year);
        let own: Vec<Option<f64>> = territory
            .communes
            .iter()
            .map(|commune| {
                let at = self.communes.binary_search_by_key(&commune.code, |(code, _)| *code).ok()?;
                Some(ratio(&self.communes[at].1))
            })
            .collect();
        let (mut now, mut then) = (0.0, 0.0);
        for (commune, own) in territory.communes.iter().zip(&own) {
            now += if own.is_none() { commune.population } else { 0.0 };
            then += own.map_or(0.0, |ratio| commune.population * ratio);
        }
        let total = territory.total(|commune| commune.population) * ratio(&self.population);
        let rest = if now > 0.0 { (total - then) / now } else { 1.0 };
        own.into_iter().map(|own| own.unwrap_or(rest)).collect()
    }

    /// The share of each of the seven classes in a year, over that of the census.
    fn class_ratios(&self, census: u32, year: u32) -> [f64; 7] {
        let Some(shares) = &self.shares else { return [1.0; 7] };
        std::array::from_fn(|class| {
            let share = &shares[class.min(5)];
            let now = share.within(census);
            if now > 0.0 { share.within(year) / now } else { 1.0 }
        })
    }
}

impl Commune {
    /// The commune with so many times its inhabitants, its classes moved by ratios.
    fn then(&self, factor: f64, ratios: &[f64; 7]) -> Self {
        let mut then = self.clone();
        for column in COLUMNS.iter().skip(NO_COUNTS) {
            (column.put)(&mut then, (column.get)(self) * factor);
        }
        for column in &OPTIONAL {
            (column.put)(&mut then, (column.get)(self).map(|count| count * factor));
        }
        let moved: [f64; 7] = std::array::from_fn(|class| self.ages[class] * ratios[class]);
        let sum: f64 = moved.iter().sum();
        if sum > 0.0 {
            then.ages = moved.map(|people| people * then.population / sum);
        }
        let old = self.aged_75_and_more();
        then.in_care =
            self.in_care.map(|count| if old > 0.0 { count * then.aged_75_and_more() / old } else { 0.0 });
        let before = workable(&self.ages);
        let work = if before > 0.0 { workable(&then.ages) / before } else { factor };
        then.active_15_64 = (self.active_15_64 * work).min(then.ages[1..=4].iter().sum());
        then.unemployed_15_64 = (self.unemployed_15_64 * work).min(then.active_15_64);
        then.jobs = self.jobs * work;
        then.salaried_jobs = self.salaried_jobs * work;
        then
    }
}
