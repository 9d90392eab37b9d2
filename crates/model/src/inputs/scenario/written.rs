//! What a scenario is made of before anything is checked across files.

use crate::inputs::mistakes::Spot;
use crate::inputs::parameters::{InstrumentKind, Key};
use crate::kernel::units::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Who says what; a later one wins over an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The table of parameters.
    Default,
    /// The territory's file.
    Territory,
    /// A file from which the scenario inherits.
    Base,
    /// The scenario's own file.
    Scenario,
    /// A point of a design.
    Sweep,
    /// The command line.
    Set,
}

impl Layer {
    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Default => ("default", "valeur par défaut"),
            Self::Territory => ("territory", "territoire"),
            Self::Base => ("base", "base"),
            Self::Scenario => ("scenario", "scénario"),
            Self::Sweep => ("sweep", "balayage"),
            Self::Set => ("--set", "--set"),
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().0)
    }
}

/// A value with where it was written and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Who wrote it.
    pub layer: Layer,
    /// Where.
    pub spot: Spot,
    /// The source that the writer gives.
    pub source: Option<String>,
}

/// A key that may be absent, wrong (and already reported), or given.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Field<T> {
    /// Nobody wrote it.
    #[default]
    Absent,
    /// Somebody wrote something wrong, which is reported.
    Wrong,
    /// Written.
    Given(Written<T>),
}

impl<T> Field<T> {
    /// The value, when there is a right one.
    pub const fn given(&self) -> Option<&Written<T>> {
        if let Self::Given(written) = self { Some(written) } else { None }
    }

    /// Takes what `later` says, when it says something.
    pub fn overlay(&mut self, later: Self) {
        if !matches!(later, Self::Absent) {
            *self = later;
        }
    }
}

impl<T> From<Option<Written<T>>> for Field<T> {
    /// What was written and read: nothing means that it was wrong.
    fn from(read: Option<Written<T>>) -> Self {
        read.map_or(Self::Wrong, Self::Given)
    }
}

/// A title in both languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Title {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Funder {
    /// The council of the commune.
    Council,
    /// The community of communes.
    Intercommunality,
    /// The department.
    Department,
    /// The region.
    Region,
    /// The state.
    State,
    /// The European Union.
    Europe,
    /// The users.
    Users,
    /// Anyone else.
    Other,
}

impl Funder {
    /// Every funder.
    pub const ALL: [Self; 8] = [
        Self::Council,
        Self::Intercommunality,
        Self::Department,
        Self::Region,
        Self::State,
        Self::Europe,
        Self::Users,
        Self::Other,
    ];

    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Council => ("commune", "commune"),
            Self::Intercommunality => ("inter-municipal council", "intercommunalité"),
            Self::Department => ("department", "département"),
            Self::Region => ("region", "région"),
            Self::State => ("state", "État"),
            Self::Europe => ("Europe", "Europe"),
            Self::Users => ("users", "usagers"),
            Self::Other => ("others", "autres"),
        }
    }

    /// Whether it is one of those who decide: what the others pay is not left to it.
    #[must_use]
    pub const fn decides(self) -> bool {
        matches!(self, Self::Council | Self::Intercommunality)
    }

    /// The key by which a scenario names it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Council => "council",
            Self::Intercommunality => "intercommunality",
            Self::Department => "department",
            Self::Region => "region",
            Self::State => "state",
            Self::Europe => "europe",
            Self::Users => "users",
            Self::Other => "other",
        }
    }
}

/// Shares of the cost by funder, which add up to 1.
pub type Funding = BTreeMap<Funder, f64>;

/// One `[[programme]]` entry of one file, or what one override says about it.
#[derive(Clone, Debug)]
pub struct EntryDraft {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub spot: Spot,
    /// Its instrument, its own or inherited.
    pub instrument: InstrumentKind,
    /// First month.
    pub from: Field<Month>,
    /// Last month, included.
    pub until: Field<Month>,
    /// The shared place that it opens or serves.
    pub place: Field<String>,
    /// Name or code of a commune.
    pub commune: Field<String>,
    /// Its levers.
    pub params: BTreeMap<Key, Written<f64>>,
    /// Whether something is wrong with its levers, so that they are not what was meant.
    pub unsure: bool,
    /// Who pays.
    pub funding: Field<Funding>,
}

impl EntryDraft {
    /// An entry that says nothing yet.
    pub(super) fn new(name: String, spot: Spot, instrument: InstrumentKind) -> Self {
        Self {
            name,
            spot,
            instrument,
            from: Field::Absent,
            until: Field::Absent,
            place: Field::Absent,
            commune: Field::Absent,
            params: BTreeMap::new(),
            unsure: false,
            funding: Field::Absent,
        }
    }
}

/// One layer as written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Who speaks.
    pub layer: Layer,
    /// How many files stand between it and the scenario; the farther is the weaker.
    pub generation: usize,
    /// Name of the scenario.
    pub name: Field<String>,
    /// Title.
    pub title: Field<Title>,
    /// The questions it answers, 1 to 7.
    pub questions: Field<Vec<u8>>,
    /// The territory's file, as a path from where the program runs.
    pub territory: Field<String>,
    /// Inherited entries that it drops.
    pub without: BTreeSet<String>,
    /// Parameters that are no levers.
    pub values: BTreeMap<Key, Written<f64>>,
    /// Its entries, in order.
    pub programme: Vec<EntryDraft>,
    /// Whether something could not be read, so that what is absent may only be unread.
    pub torn: bool,
    /// Sections in which something is wrong: their values are not what was meant, and nothing is said about what
    /// follows from them.
    pub unsure: BTreeSet<&'static str>,
}

impl Draft {
    /// A layer that says nothing yet.
    #[must_use]
    pub const fn new(layer: Layer, generation: usize) -> Self {
        Self {
            layer,
            generation,
            name: Field::Absent,
            title: Field::Absent,
            questions: Field::Absent,
            territory: Field::Absent,
            without: BTreeSet::new(),
            values: BTreeMap::new(),
            programme: Vec::new(),
            torn: false,
            unsure: BTreeSet::new(),
        }
    }
}
