//! One row of the table: what a number is called, counts in, means, and where it comes from.

/// What a value is made of. Every value is held as `f64`: a choice by its index, a date by its month index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A real number.
    Real,
    /// A whole number.
    Integer,
    /// `true` (1) or `false` (0).
    Switch,
    /// One of these words, by position.
    Choice(&'static [&'static str]),
    /// A month, written `"2017-03"`.
    Date,
}

/// What the number may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A fact or a convention, not to be varied without a reason.
    Constant,
    /// A belief about how people behave, to be varied over its range.
    Assumption,
    /// What a council decides.
    Lever,
}

/// How the default is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Read in a source.
    Sourced,
    /// Assumed; its range includes "no effect" where it is a mechanism's strength.
    Assumed,
    /// Fitted to the patterns named in docs/model.md.
    Calibrated,
}

/// The unit of a number. Its suffix ends the name of every parameter that bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// No unit: switches and choices.
    None,
    /// A calendar month.
    Date,
    /// A count of things.
    Count,
    /// Persons.
    Persons,
    /// Persons a year.
    PersonsPerYear,
    /// Persons a year for a thousand inhabitants.
    PerThousandPerYear,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Times a year (a hazard).
    PerYear,
    /// Times a month.
    PerMonth,
    /// Days a month.
    DaysPerMonth,
    /// Hours.
    Hours,
    /// Hours a month.
    HoursPerMonth,
    /// Minutes.
    Minutes,
    /// Kilometres an hour.
    KmPerHour,
    /// Euros.
    Eur,
    /// Euros a year.
    EurPerYear,
    /// Euros a month.
    EurPerMonth,
    /// Euros a day.
    EurPerDay,
    /// Full-time equivalents.
    Fte,
    /// A part of a whole, 0 to 1.
    Share,
    /// A probability, 0 to 1.
    Probability,
    /// A ratio of two like things; 1 is no effect.
    Ratio,
    /// Log-odds added to a choice.
    LogOdds,
    /// A dimensionless strength; 0 is no effect.
    Strength,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 25] = [
        Self::None,
        Self::Date,
        Self::Count,
        Self::Persons,
        Self::PersonsPerYear,
        Self::PerThousandPerYear,
        Self::Months,
        Self::Years,
        Self::PerYear,
        Self::PerMonth,
        Self::DaysPerMonth,
        Self::Hours,
        Self::HoursPerMonth,
        Self::Minutes,
        Self::KmPerHour,
        Self::Eur,
        Self::EurPerYear,
        Self::EurPerMonth,
        Self::EurPerDay,
        Self::Fte,
        Self::Share,
        Self::Probability,
        Self::Ratio,
        Self::LogOdds,
        Self::Strength,
    ];

    /// How a name in this unit ends; empty where the name says it all.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::None | Self::Date => "",
            Self::Count => "_count",
            Self::Persons => "_persons",
            Self::PersonsPerYear => "_persons_per_year",
            Self::PerThousandPerYear => "_per_thousand_per_year",
            Self::Months => "_months",
            Self::Years => "_years",
            Self::PerYear => "_per_year",
            Self::PerMonth => "_per_month",
            Self::DaysPerMonth => "_days_per_month",
            Self::Hours => "_hours",
            Self::HoursPerMonth => "_hours_per_month",
            Self::Minutes => "_minutes",
            Self::KmPerHour => "_km_per_hour",
            Self::Eur => "_eur",
            Self::EurPerYear => "_eur_per_year",
            Self::EurPerMonth => "_eur_per_month",
            Self::EurPerDay => "_eur_per_day",
            Self::Fte => "_fte",
            Self::Share => "_share",
            Self::Probability => "_probability",
            Self::Ratio => "_ratio",
            Self::LogOdds => "_log_odds",
            Self::Strength => "_strength",
        }
    }

    /// The unit in words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::None => ("", ""),
            Self::Date => ("month", "mois"),
            Self::Count => ("count", "nombre"),
            Self::Persons => ("persons", "personnes"),
            Self::PersonsPerYear => ("persons per year", "personnes par an"),
            Self::PerThousandPerYear => ("per 1,000 and year", "pour 1 000 et par an"),
            Self::Months => ("months", "mois"),
            Self::Years => ("years", "ans"),
            Self::PerYear => ("per year", "par an"),
            Self::PerMonth => ("per month", "par mois"),
            Self::DaysPerMonth => ("days per month", "jours par mois"),
            Self::Hours => ("hours", "heures"),
            Self::HoursPerMonth => ("hours per month", "heures par mois"),
            Self::Minutes => ("minutes", "minutes"),
            Self::KmPerHour => ("km/h", "km/h"),
            Self::Eur => ("EUR", "EUR"),
            Self::EurPerYear => ("EUR per year", "EUR par an"),
            Self::EurPerMonth => ("EUR per month", "EUR par mois"),
            Self::EurPerDay => ("EUR per day", "EUR par jour"),
            Self::Fte => ("full-time equivalents", "équivalents temps plein"),
            Self::Share => ("share", "part"),
            Self::Probability => ("probability", "probabilité"),
            Self::Ratio => ("ratio", "rapport"),
            Self::LogOdds => ("strength in log-odds", "intensité en logit"),
            Self::Strength => ("strength", "intensité"),
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Full name: section, dot, key that ends with its unit.
    pub name: &'static str,
    /// Unit.
    pub unit: Unit,
    /// What the value is made of.
    pub kind: Kind,
    /// Value in force when nobody says otherwise.
    pub default: f64,
    /// Smallest allowed value.
    pub low: f64,
    /// Largest allowed value.
    pub high: f64,
    /// The value that removes the mechanism, where the parameter is the strength of one.
    pub off: Option<f64>,
    /// What it may be used for.
    pub role: Role,
    /// How the default is known.
    pub status: Status,
    /// Meaning, in English.
    pub en: &'static str,
    /// Meaning, in French.
    pub fr: &'static str,
    /// Where default and range come from.
    pub source: &'static str,
}

impl Row {
    const fn new(name: &'static str, unit: Unit, role: Role, status: Status, value: [f64; 3]) -> Self {
        let [default, low, high] = value;
        assert!(low <= default && default <= high, "a default stands within its range");
        Self {
            name,
            unit,
            kind: Kind::Real,
            default,
            low,
            high,
            off: None,
            role,
            status,
            en: "",
            fr: "",
            source: "",
        }
    }

    /// A fact or convention, `[default, low, high]`.
    pub(super) const fn constant(name: &'static str, unit: Unit, value: [f64; 3]) -> Self {
        Self::new(name, unit, Role::Constant, Status::Sourced, value)
    }

    /// A belief about behaviour, `[default, low, high]`.
    pub(super) const fn assumption(name: &'static str, unit: Unit, value: [f64; 3]) -> Self {
        Self::new(name, unit, Role::Assumption, Status::Assumed, value)
    }

    /// What a council decides, `[default, low, high]`.
    pub(super) const fn lever(name: &'static str, unit: Unit, value: [f64; 3]) -> Self {
        Self::new(name, unit, Role::Lever, Status::Assumed, value)
    }

    /// One of several words, the default first in `default`.
    pub(super) const fn choice(self, words: &'static [&'static str]) -> Self {
        Self { kind: Kind::Choice(words), low: 0.0, high: (words.len() - 1) as f64, ..self }
    }

    /// Made of something else than a real number.
    pub(super) const fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The value that removes the mechanism.
    pub(super) const fn off(self, value: f64) -> Self {
        assert!(self.low <= value && value <= self.high, "no effect stands within the range");
        Self { off: Some(value), ..self }
    }

    /// Meaning in English and French.
    pub(super) const fn means(self, en: &'static str, fr: &'static str) -> Self {
        Self { en, fr, ..self }
    }

    /// Read in a source.
    pub(super) const fn sourced(self, source: &'static str) -> Self {
        Self { source, status: Status::Sourced, ..self }
    }

    /// Assumed, with what supports it.
    pub(super) const fn assumed(self, source: &'static str) -> Self {
        Self { source, status: Status::Assumed, ..self }
    }

    /// Fitted, to which pattern.
    pub(super) const fn calibrated(self, source: &'static str) -> Self {
        Self { source, status: Status::Calibrated, ..self }
    }

    /// The section, before the dot.
    #[must_use]
    pub fn section(&self) -> &'static str {
        self.name.split_once('.').map_or("", |(section, _)| section)
    }

    /// The key within its section, after the dot.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(_, key)| key)
    }
}
