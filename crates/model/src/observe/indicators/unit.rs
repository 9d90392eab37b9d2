//! The units in which indicators count.

/// The unit of an indicator. Its suffix ends the id of every indicator that bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Something that is so (1) or not (0).
    Event,
    /// A count of things.
    Count,
    /// Persons.
    Persons,
    /// Persons a year.
    PersonsPerYear,
    /// Jobs.
    Jobs,
    /// A part of a whole, 0 to 1.
    Share,
    /// A difference of two shares, -1 to 1.
    ShareGap,
    /// A measure of segregation, -1 to 1.
    Index,
    /// Standard deviations away from what chance alone gives.
    ZScore,
    /// Things for a thousand pairs of residents.
    PerThousandPairs,
    /// Ties for one person.
    TiesPerPerson,
    /// Months.
    Months,
    /// Hours a month.
    HoursPerMonth,
    /// Percent of the inhabitants, a year.
    PercentPerYear,
    /// Euros.
    Eur,
    /// Euros a year.
    EurPerYear,
    /// Euros a year for one inhabitant.
    EurPerInhabitantPerYear,
    /// Euros for one job.
    EurPerJob,
}

impl Measure {
    /// Every unit.
    pub const ALL: [Self; 18] = [
        Self::Event,
        Self::Count,
        Self::Persons,
        Self::PersonsPerYear,
        Self::Jobs,
        Self::Share,
        Self::ShareGap,
        Self::Index,
        Self::ZScore,
        Self::PerThousandPairs,
        Self::TiesPerPerson,
        Self::Months,
        Self::HoursPerMonth,
        Self::PercentPerYear,
        Self::Eur,
        Self::EurPerYear,
        Self::EurPerInhabitantPerYear,
        Self::EurPerJob,
    ];

    /// How an id in this unit ends.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Event => "_event",
            Self::Count => "_count",
            Self::Persons => "_persons",
            Self::PersonsPerYear => "_persons_per_year",
            Self::Jobs => "_jobs",
            Self::Share => "_share",
            Self::ShareGap => "_share_gap",
            Self::Index => "_index",
            Self::ZScore => "_z",
            Self::PerThousandPairs => "_per_thousand_pairs",
            Self::TiesPerPerson => "_ties_per_person",
            Self::Months => "_months",
            Self::HoursPerMonth => "_hours_per_month",
            Self::PercentPerYear => "_percent_per_year",
            Self::Eur => "_eur",
            Self::EurPerYear => "_eur_per_year",
            Self::EurPerInhabitantPerYear => "_eur_per_inhabitant_per_year",
            Self::EurPerJob => "_eur_per_job",
        }
    }

    /// The unit in words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Event => ("0 or 1", "0 ou 1"),
            Self::Count => ("count", "nombre"),
            Self::Persons => ("persons", "personnes"),
            Self::PersonsPerYear => ("persons per year", "personnes par an"),
            Self::Jobs => ("jobs", "emplois"),
            Self::Share => ("share", "part"),
            Self::ShareGap => ("difference of shares", "écart de parts"),
            Self::Index => ("index, −1 to 1", "indice, de −1 à 1"),
            Self::ZScore => ("standard deviations", "écarts-types"),
            Self::PerThousandPairs => ("per 1,000 pairs", "pour 1 000 paires"),
            Self::TiesPerPerson => ("ties per person", "liens par personne"),
            Self::Months => ("months", "mois"),
            Self::HoursPerMonth => ("hours per month", "heures par mois"),
            Self::PercentPerYear => ("% per year", "% par an"),
            Self::Eur => ("EUR", "EUR"),
            Self::EurPerYear => ("EUR per year", "EUR par an"),
            Self::EurPerInhabitantPerYear => ("EUR per inhabitant and year", "EUR par habitant et par an"),
            Self::EurPerJob => ("EUR per job", "EUR par emploi"),
        }
    }

    /// The unit after a single one, in English and in French: the same words where they have no plural.
    #[must_use]
    pub const fn words_of_one(self) -> (&'static str, &'static str) {
        match self {
            Self::Persons => ("person", "personne"),
            Self::PersonsPerYear => ("person per year", "personne par an"),
            Self::Jobs => ("job", "emploi"),
            Self::ZScore => ("standard deviation", "écart-type"),
            Self::TiesPerPerson => ("tie per person", "lien par personne"),
            Self::Months => ("month", "mois"),
            Self::HoursPerMonth => ("hour per month", "heure par mois"),
            _ => self.words(),
        }
    }

    /// Decimals worth printing, unless the row says otherwise.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        match self {
            Self::Event
            | Self::Share
            | Self::ShareGap
            | Self::Index
            | Self::TiesPerPerson
            | Self::PercentPerYear => 2,
            Self::ZScore | Self::Months | Self::HoursPerMonth | Self::PerThousandPairs => 1,
            Self::Count
            | Self::Persons
            | Self::PersonsPerYear
            | Self::Jobs
            | Self::Eur
            | Self::EurPerYear
            | Self::EurPerInhabitantPerYear
            | Self::EurPerJob => 0,
        }
    }
}
