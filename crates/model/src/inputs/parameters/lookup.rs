//! Rows, sections and units by name.

use super::{InstrumentKind, Key, Kind, Row, SECTIONS, Section, Unit};
use crate::inputs::mistakes::Phrase;

impl Key {
    /// The parameter with this full name, `section.key`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (section, key) = name.split_once('.')?;
        Section::named(section)?.key(key)
    }
}

impl InstrumentKind {
    /// The instrument of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The names of all instruments, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.into_iter().map(Self::name)
    }

    /// Its section of the table.
    ///
    /// # Panics
    /// Never: a test holds that every instrument has one.
    #[must_use]
    pub fn section(self) -> &'static Section {
        let own = |section: &&Section| section.instrument == Some(self);
        SECTIONS.iter().find(own).expect("every instrument has a section")
    }

    /// The lever of this instrument with this key.
    #[must_use]
    pub fn key(self, key: &str) -> Option<Key> {
        find(self.record().levers, key)
    }
}

impl Section {
    /// The section of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SECTIONS.iter().find(|section| section.name == name)
    }

    /// The parameter of this section with this key.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<Key> {
        find(self.rows, key)
    }

    /// Sections that hold this key, in the order of the table.
    pub fn holding(key: &str) -> impl Iterator<Item = &'static Self> {
        SECTIONS.iter().filter(move |section| section.key(key).is_some())
    }
}

fn find(rows: &[(Key, Row)], key: &str) -> Option<Key> {
    rows.iter().find(|(_, row)| row.key() == key).map(|(key, _)| *key)
}

impl Row {
    /// The key without its unit.
    #[must_use]
    pub fn stem(&self) -> &'static str {
        self.key().strip_suffix(self.unit.suffix()).unwrap_or(self.key())
    }

    /// The range in words, with the unit.
    #[must_use]
    pub fn range(&self) -> Phrase {
        let (low, high) = (self.shown(self.low), self.shown(self.high));
        let numbers = |low, high| match self.unit.words() {
            _ if self.unit.is_bare() => Phrase::Range { low, high },
            unit => Phrase::RangeIn { low, high, unit },
        };
        match self.kind {
            Kind::Switch => Phrase::TrueOrFalse,
            Kind::Choice(words) => words.join(", ").into(),
            Kind::Real => numbers(low, high),
            Kind::Integer => Phrase::WholeIn { range: Box::new(numbers(low, high)) },
            Kind::Date => Phrase::Range { low, high },
        }
    }

    /// A value of this row as a scenario writes it.
    #[must_use]
    pub fn shown(&self, value: f64) -> String {
        match self.kind {
            Kind::Real | Kind::Integer => format!("{value}"),
            Kind::Switch => (value != 0.0).to_string(),
            Kind::Choice(words) => format!("\"{}\"", words.get(value as usize).unwrap_or(&"?")),
            Kind::Date => format!("\"{}\"", crate::kernel::units::Month::from_index(value as u32)),
        }
    }
}

impl Unit {
    /// Whether a number in this unit is said without it: "0 to 1", not "0 to 1 share".
    #[must_use]
    pub const fn is_bare(self) -> bool {
        matches!(
            self,
            Self::None
                | Self::Count
                | Self::Share
                | Self::Probability
                | Self::Ratio
                | Self::LogOdds
                | Self::Strength
        )
    }

    /// How a number in this unit is written: "in EUR per year", "as a share".
    #[must_use]
    pub const fn manner(self) -> Phrase {
        let unit = self.words();
        match self {
            Self::LogOdds => Phrase::InUnit { unit },
            _ if self.is_bare() => Phrase::AsUnit { unit },
            _ => Phrase::InUnit { unit },
        }
    }

    /// The unit that ends this key, the longest suffix first, and the key without it.
    #[must_use]
    pub fn ending(key: &str) -> Option<(Self, &str)> {
        Self::ALL
            .into_iter()
            .filter(|unit| !unit.suffix().is_empty())
            .filter_map(|unit| key.strip_suffix(unit.suffix()).map(|stem| (unit, stem)))
            .filter(|(_, stem)| !stem.is_empty())
            .min_by_key(|(_, stem)| stem.len())
    }
}
