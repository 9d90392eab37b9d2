//! One row of the table: what an indicator is called, counts in, how it is computed and read.

use super::Measure;

/// What an indicator tells about, in the order in which results are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// From helping each other to joint projects.
    Cooperation,
    /// Passing through the place.
    Passage,
    /// In-group closure, in three layers: attendance, ties among attendees, ties in the territory.
    Closure,
    /// Income, jobs and enterprises.
    Economy,
    /// Inhabitants and their moves.
    Population,
    /// Public money.
    Money,
}

impl Theme {
    /// Every theme, in the order in which results are shown.
    pub const ALL: [Self; 6] =
        [Self::Cooperation, Self::Passage, Self::Closure, Self::Economy, Self::Population, Self::Money];

    /// The theme's word in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cooperation => "cooperation",
            Self::Passage => "passage",
            Self::Closure => "closure",
            Self::Economy => "economy",
            Self::Population => "population",
            Self::Money => "money",
        }
    }

    /// Its title, in English and in French.
    #[must_use]
    pub const fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Cooperation => ("Cooperation", "Coopération"),
            Self::Passage => ("Passage", "Passage"),
            Self::Closure => ("Closure", "Entre-soi"),
            Self::Economy => ("Economy", "Économie"),
            Self::Population => ("Population", "Population"),
            Self::Money => ("Public money", "Argent public"),
        }
    }
}

/// How the value shown for a month is made from the months so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// The value of the month.
    Last,
    /// The sum over the last 12 months.
    Flow12,
    /// Numerator and denominator summed over the last 12 months, then divided.
    Mean12,
    /// The sum since the first month.
    Cumulative,
    /// Months from the first month to the first time it is so; undefined if never.
    FirstTime,
    /// 1 when it is so this month, 0 otherwise: its mean over worlds is a probability.
    Event,
}

impl Aggregation {
    /// Every way.
    pub const ALL: [Self; 6] =
        [Self::Last, Self::Flow12, Self::Mean12, Self::Cumulative, Self::FirstTime, Self::Event];

    /// Its word in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::Flow12 => "flow_12",
            Self::Mean12 => "mean_12",
            Self::Cumulative => "cumulative",
            Self::FirstTime => "first_time",
            Self::Event => "event",
        }
    }

    /// What it does, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Last => ("value of the month", "valeur du mois"),
            Self::Flow12 => ("sum over the last 12 months", "somme des 12 derniers mois"),
            Self::Mean12 => ("mean over the last 12 months", "moyenne des 12 derniers mois"),
            Self::Cumulative => ("sum since the first month", "cumul depuis le premier mois"),
            Self::FirstTime => ("months to the first time", "mois jusqu'à la première fois"),
            Self::Event => ("1 when it is so this month", "1 si c'est le cas ce mois"),
        }
    }
}

/// Which way a council would call better. Most descriptive indicators are neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither, or it depends on who judges.
    Neither,
}

impl Better {
    /// Its word in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Neither => "neither",
        }
    }
}

/// What a yearly table may break an indicator down by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Commune of residence.
    Commune,
    /// Historical local or newcomer.
    Origin,
    /// Year of arrival.
    Cohort,
    /// Instrument of the programme.
    Instrument,
}

impl Group {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Commune, Self::Origin, Self::Cohort, Self::Instrument];

    /// Its word in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Origin => "origin",
            Self::Cohort => "cohort",
            Self::Instrument => "instrument",
        }
    }
}

/// The tables of indicators that follow from counts over residents.
pub(super) const PEOPLE: &[Group] = &[Group::Commune, Group::Origin, Group::Cohort];

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorRow {
    /// Name in data files: lower snake case, ends with its unit.
    pub id: &'static str,
    /// What it tells about.
    pub theme: Theme,
    /// Unit.
    pub unit: Measure,
    /// How the value shown is made from the months so far.
    pub aggregation: Aggregation,
    /// Which way is better.
    pub better: Better,
    /// The smallest difference worth talking about, in the unit: below it a policy is called equivalent.
    pub smallest_effect: f64,
    /// Short label in English.
    pub en: &'static str,
    /// Short label in French.
    pub fr: &'static str,
    /// Label in full in English, for where there is room: it says what it is to somebody who was not told. Often the short one.
    pub full_en: &'static str,
    /// Label in full in French.
    pub full_fr: &'static str,
    /// What it means, one sentence in English.
    pub meaning_en: &'static str,
    /// What it means, one sentence in French.
    pub meaning_fr: &'static str,
    /// Decimals to print.
    pub decimals: u8,
    /// Shown first in tables.
    pub headline: bool,
    /// What yearly tables break it down by.
    pub groups: &'static [Group],
}

/// What documents say of an indicator beside its row: apart, because what only shows values need not carry it.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// How it is computed in a month, in plain words and signs, and when it is undefined.
    pub formula: &'static str,
    /// Why the smallest effect is that small and no smaller.
    pub smallest_effect_reason: &'static str,
    /// Where definition and formula come from.
    pub source: &'static str,
}

/// An indicator as a theme's file writes it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) row: IndicatorRow,
    pub(super) definition: Definition,
}

impl Entry {
    /// An entry to be completed by the calls below.
    pub(super) const fn new(theme: Theme, id: &'static str, unit: Measure, aggregation: Aggregation) -> Self {
        Self {
            row: IndicatorRow {
                id,
                theme,
                unit,
                aggregation,
                better: Better::Neither,
                smallest_effect: 0.0,
                en: "",
                fr: "",
                full_en: "",
                full_fr: "",
                meaning_en: "",
                meaning_fr: "",
                decimals: unit.decimals(),
                headline: false,
                groups: &[],
            },
            definition: Definition { formula: "", smallest_effect_reason: "", source: "" },
        }
    }

    /// Short labels, in English and in French; they are those in full too until others are given.
    pub(super) const fn label(mut self, en: &'static str, fr: &'static str) -> Self {
        (self.row.en, self.row.fr) = (en, fr);
        (self.row.full_en, self.row.full_fr) = (en, fr);
        self
    }

    /// Labels in full, where the short ones are too short to be understood by themselves.
    pub(super) const fn in_full(mut self, en: &'static str, fr: &'static str) -> Self {
        (self.row.full_en, self.row.full_fr) = (en, fr);
        self
    }

    /// One sentence each, in English and in French.
    pub(super) const fn means(mut self, meaning_en: &'static str, meaning_fr: &'static str) -> Self {
        (self.row.meaning_en, self.row.meaning_fr) = (meaning_en, meaning_fr);
        self
    }

    /// How it is computed.
    pub(super) const fn formula(mut self, formula: &'static str) -> Self {
        self.definition.formula = formula;
        self
    }

    /// Which way is better, and the smallest effect of interest with its reason.
    pub(super) const fn better(mut self, better: Better, smallest_effect: f64, reason: &'static str) -> Self {
        assert!(smallest_effect > 0.0, "an effect of interest is above zero");
        (self.row.better, self.row.smallest_effect) = (better, smallest_effect);
        self.definition.smallest_effect_reason = reason;
        self
    }

    /// Where definition and formula come from.
    pub(super) const fn source(mut self, source: &'static str) -> Self {
        self.definition.source = source;
        self
    }

    /// Other decimals than the unit's.
    pub(super) const fn decimals(mut self, decimals: u8) -> Self {
        self.row.decimals = decimals;
        self
    }

    /// Shown first in tables.
    pub(super) const fn headline(mut self) -> Self {
        self.row.headline = true;
        self
    }

    /// Broken down in yearly tables.
    pub(super) const fn by(mut self, groups: &'static [Group]) -> Self {
        self.row.groups = groups;
        self
    }
}
