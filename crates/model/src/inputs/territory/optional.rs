//! Columns that a table of communes may leave out: gross flows and care homes.
//!
//! A column is known of every commune or of none: left out, or empty in every row, it is unknown, and a rate or a share of
//! the whole territory serves. Written for some communes only, it is a mistake, since nobody could tell a commune where
//! nobody came from one that was not counted.

use super::{Commune, Territory};

/// A column that may be left out.
#[derive(Clone, Copy, Debug)]
pub struct Optional {
    /// Name in the header.
    pub name: &'static str,
    /// Meaning, in English and in French.
    pub means: (&'static str, &'static str),
    /// Reads the field.
    pub get: fn(&Commune) -> Option<f64>,
    /// Fills the field.
    pub put: fn(&mut Commune, Option<f64>),
    /// The column or columns of whom it is a part, in words, and how many they are.
    pub whole: (&'static str, fn(&Commune) -> f64),
}

/// Place of `arrivals` in [`OPTIONAL`].
pub(super) const ARRIVALS: usize = 0;

/// The columns that may be left out.
pub const OPTIONAL: [Optional; 3] = [
    Optional {
        name: "arrivals",
        means: (
            "People who lived outside the territory one year before, persons a year.",
            "Personnes qui habitaient hors du territoire un an avant, par an.",
        ),
        get: |c| c.arrivals,
        put: |c, x| c.arrivals = x,
        whole: ("population", |c| c.population),
    },
    Optional {
        name: "departures",
        means: (
            "People who left the territory, persons a year; a check, which no rule reads.",
            "Personnes parties du territoire, par an ; un contrôle, qu'aucune règle ne lit.",
        ),
        get: |c| c.departures,
        put: |c, x| c.departures = x,
        whole: ("population", |c| c.population),
    },
    Optional {
        name: "in_care",
        means: (
            "Residents of care homes: people aged 75 and more who live outside households.",
            "Résidents de maisons de retraite : personnes de 75 ans et plus vivant hors ménage.",
        ),
        get: |c| c.in_care,
        put: |c, x| c.in_care = x,
        whole: ("age_75_89 and age_90_plus", Commune::aged_75_and_more),
    },
];

impl Territory {
    /// A fact of every commune, in their order; `None` when it is unknown.
    #[must_use]
    pub fn known(&self, fact: impl Fn(&Commune) -> Option<f64>) -> Option<Vec<f64>> {
        self.communes.iter().map(fact).collect()
    }

    /// Gross arrivals for a thousand inhabitants and year, from the column `arrivals`; `None` where it is left out.
    #[must_use]
    pub fn arrivals_per_thousand(&self) -> Option<f64> {
        let arrivals: f64 = self.known(|commune| commune.arrivals)?.iter().sum();
        let inhabitants = self.total(|commune| commune.population);
        (inhabitants > 0.0).then(|| 1000.0 * arrivals / inhabitants)
    }
}
