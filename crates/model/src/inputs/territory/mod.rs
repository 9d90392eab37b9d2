//! Facts about a territory and its communes: read from a TOML file and CSV files, or made up from totals.
//!
//! The format is described in `scenarios/territories/README.md`. A [`Territory`] is valid by construction: its communes
//! stand in the order of their codes, whatever the order of the rows, and their facts do not contradict each other.
//! Facts are census estimates and keep their decimals; `population` turns them into people.

mod apportion;
mod column;
mod csv_text;
mod facts;
mod file;
mod history;
mod history_section;
mod optional;
mod sheet;
mod synthetic;
mod then;
mod travel;

pub use apportion::{allot, apportion, apportion_table};
pub use column::{COLUMNS, Column};
pub use file::MOST_BYTES;
pub use history::{History, Series};
pub use optional::{OPTIONAL, Optional};
pub use synthetic::Totals;
pub use then::{Backcast, MOST_YEARS};
pub use travel::Travel;

use crate::inputs::mistakes::{Mistakes, Phrase};
use crate::kernel::random::CommuneCode;
use serde::Serialize;

/// The seven age classes of the census: first age of each, in years. The last is open.
pub const CLASS_STARTS: [u32; 7] = [0, 15, 30, 45, 60, 75, 90];

/// Places of the sectors in [`Commune::establishments`].
pub const SECTORS: [&str; 5] = ["agriculture", "industry", "construction", "trade_services", "public_health"];

/// A territory: what a simulation knows of the world before it draws anybody.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Territory {
    /// Short name, used in file names and results.
    pub name: String,
    /// Title in English and in French.
    pub title: (String, String),
    /// Where its facts come from.
    pub source: String,
    /// Year of the census: the facts describe its first of January.
    pub census_year: u32,
    /// Years between the two populations, over which births, deaths and migration are counted.
    pub period_years: f64,
    /// Communes, by ascending code.
    pub communes: Vec<Commune>,
    /// What is known of other years, see [`Territory::described_for`].
    pub history: Option<History>,
}

/// One commune. Counts are persons, homes, jobs or establishments, with the decimals of census weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Commune {
    /// Code as a number, for addresses.
    pub code: CommuneCode,
    /// Code as written.
    pub code_text: String,
    /// Name.
    pub name: String,
    /// Latitude and longitude of the town, in degrees.
    pub point: (f64, f64),
    /// Area, in square kilometres.
    pub area_km2: f64,
    /// Inhabitants, census year.
    pub population: f64,
    /// Inhabitants, `period_years` earlier.
    pub population_before: f64,
    /// Births over the period.
    pub births: f64,
    /// Deaths over the period.
    pub deaths: f64,
    /// Apparent net migration over the period: a residual, with the errors of both censuses.
    pub net_migration: f64,
    /// Inhabitants by age class, see [`CLASS_STARTS`].
    pub ages: [f64; 7],
    /// Households.
    pub households: f64,
    /// Homes of every use.
    pub dwellings: f64,
    /// Homes lived in all year.
    pub main_homes: f64,
    /// Second and occasional homes.
    pub second_homes: f64,
    /// Vacant homes.
    pub vacant_homes: f64,
    /// Jobs at the workplace, self-employed included.
    pub jobs: f64,
    /// Salaried jobs at the workplace.
    pub salaried_jobs: f64,
    /// Residents aged 15 to 64 with a job or looking for one.
    pub active_15_64: f64,
    /// Residents aged 15 to 64 looking for a job.
    pub unemployed_15_64: f64,
    /// Establishments by sector, see [`SECTORS`].
    pub establishments: [f64; 5],
    /// Firms created in a year, mean of the last years known.
    pub firm_creations_per_year: f64,
    /// People who lived outside the territory one year before, persons a year; unknown of no commune or of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrivals: Option<f64>,
    /// People who left the territory, persons a year; likewise. A check that no rule reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub departures: Option<f64>,
    /// People aged 75 and more who live outside households; likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_care: Option<f64>,
}

impl Commune {
    /// A commune without any fact yet.
    fn blank(code: CommuneCode, code_text: &str, name: &str) -> Self {
        Self {
            code,
            code_text: code_text.to_owned(),
            name: name.to_owned(),
            point: (0.0, 0.0),
            area_km2: 0.0,
            population: 0.0,
            population_before: 0.0,
            births: 0.0,
            deaths: 0.0,
            net_migration: 0.0,
            ages: [0.0; 7],
            households: 0.0,
            dwellings: 0.0,
            main_homes: 0.0,
            second_homes: 0.0,
            vacant_homes: 0.0,
            jobs: 0.0,
            salaried_jobs: 0.0,
            active_15_64: 0.0,
            unemployed_15_64: 0.0,
            establishments: [0.0; 5],
            firm_creations_per_year: 0.0,
            arrivals: None,
            departures: None,
            in_care: None,
        }
    }

    /// Jobs at the workplace held by the self-employed.
    #[must_use]
    pub fn self_employed_jobs(&self) -> f64 {
        self.jobs - self.salaried_jobs
    }

    /// Inhabitants aged 75 and more.
    #[must_use]
    pub fn aged_75_and_more(&self) -> f64 {
        self.ages[5] + self.ages[6]
    }
}

impl Territory {
    /// Reads a territory: `text` is the TOML, known as `file`; `open` gives the bytes of a file that it names, or says
    /// why not. Sections of parameters are left to the reader of scenarios.
    ///
    /// # Errors
    /// With every mistake found in all files.
    pub fn read(
        file: &str,
        text: &str,
        mut open: impl FnMut(&str) -> Result<Vec<u8>, Phrase>,
    ) -> Result<Self, Mistakes> {
        file::read(file, text, &mut open)
    }

    /// The reference territory, whose files come with the program.
    ///
    /// # Panics
    /// Never: its files are tested.
    #[must_use]
    pub fn reference() -> Self {
        let toml = include_str!("../../../../../scenarios/territories/hautes-terres.toml");
        let open = |name: &str| {
            let bytes = crate::inputs::library::embedded(&format!("territories/{name}"));
            bytes.map(<[u8]>::to_vec).ok_or(Phrase::NoFile)
        };
        let read = Self::read("hautes-terres.toml", toml, open);
        read.unwrap_or_else(|mistakes| panic!("the reference territory is valid: {mistakes}"))
    }

    /// A made-up territory of these totals, in the proportions of [`Territory::reference`].
    ///
    /// # Errors
    /// When no territory has these totals; it is said why.
    pub fn synthetic(name: &str, totals: Totals) -> Result<Self, Phrase> {
        synthetic::territory(name, totals)
    }

    /// The position of a commune in [`Territory::communes`].
    #[must_use]
    pub fn position(&self, code: CommuneCode) -> Option<usize> {
        self.communes.binary_search_by_key(&code, |commune| commune.code).ok()
    }

    /// The sum of a fact over the communes.
    #[must_use]
    pub fn total(&self, fact: impl Fn(&Commune) -> f64) -> f64 {
        self.communes.iter().map(fact).sum()
    }
}
