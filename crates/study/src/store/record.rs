//! What is kept of one run: a wide row for each month kept, then for each group of each year; or why it failed.

use super::Head;
use super::digest::{Digest, Hasher};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Group, GroupValue, Indicator, Observation};

/// One run, as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRecord {
    /// Its replicate.
    pub replicate: u32,
    /// Its rows, or the words of its failure.
    pub outcome: Result<Vec<Row>, String>,
}

/// A value or none for every column of the folder, at one time, of the whole territory or of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Of what.
    pub of: RowOf,
    /// Values in the order of the folder's columns.
    pub values: Vec<Option<f64>>,
}

/// What a row describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOf {
    /// The territory at the end of a month.
    Month(Month),
    /// One group at the end of a year; only the indicators of its kind have a value.
    Group {
        /// Calendar year.
        year: u32,
        /// Kind of group.
        by: Group,
        /// Which one.
        group: String,
    },
}

impl RowOf {
    /// Period, kind of group and group, as written; the last two are empty for the territory.
    #[must_use]
    pub fn words(&self) -> [String; 3] {
        match self {
            Self::Month(month) => [month.to_string(), String::new(), String::new()],
            Self::Group { year, by, group } => [year.to_string(), by.id().to_owned(), group.clone()],
        }
    }

    /// The counterpart of [`RowOf::words`].
    #[must_use]
    pub fn parse([period, kind, group]: [&str; 3]) -> Option<Self> {
        if kind.is_empty() {
            return Some(Self::Month(Month::parse(period)?));
        }
        let by = Group::ALL.into_iter().find(|by| by.id() == kind)?;
        Some(Self::Group { year: period.parse().ok()?, by, group: group.to_owned() })
    }
}

impl RunRecord {
    /// What a folder with this head keeps of a run that ended well: its months, the last one always, and its columns.
    ///
    /// # Panics
    /// When the run has no month.
    #[must_use]
    pub fn new(replicate: u32, months: &[Observation], groups: &[GroupValue], head: &Head) -> Self {
        let last = months.last().expect("a run has a month").month;
        let filled = head.indicators.filled(None);
        let of_month = |observed: &Observation| Row {
            of: RowOf::Month(observed.month),
            values: filled.iter().map(|indicator| observed.of((*indicator)?)).collect(),
        };
        let kept_months = months.iter().filter(|one| one.month == last || head.series.keeps(one.month, last));
        let mut rows: Vec<Row> = kept_months.map(of_month).collect();
        let filled_of = Group::ALL.map(|by| head.indicators.filled(Some(by)));
        let same = |a: &GroupValue, b: &GroupValue| (a.year, a.by, &a.group) == (b.year, b.by, &b.group);
        for of_group in groups.chunk_by(same) {
            let GroupValue { year, by, group, .. } = &of_group[0];
            let filled = &filled_of[*by as usize];
            if filled.iter().all(Option::is_none) {
                continue;
            }
            let value = |indicator: Indicator| of_group.iter().find(|one| one.indicator == indicator)?.value;
            let values = filled.iter().map(|indicator| value((*indicator)?)).collect();
            rows.push(Row { of: RowOf::Group { year: *year, by: *by, group: group.clone() }, values });
        }
        Self { replicate, outcome: Ok(rows) }
    }

    /// A run that failed; `why` is never empty, which would read as a run that did not.
    #[must_use]
    pub fn failed(replicate: u32, why: String) -> Self {
        let why = if why.is_empty() { "without a word".to_owned() } else { why };
        Self { replicate, outcome: Err(why) }
    }

    /// The final value of every indicator; none when it failed.
    #[must_use]
    pub fn finals(&self) -> Option<&[Option<f64>]> {
        let rows = self.outcome.as_ref().ok()?;
        let month = |row: &&Row| matches!(row.of, RowOf::Month(_));
        rows.iter().take_while(month).last().map(|row| &row.values[..])
    }

    /// A digest of the run's id and the bits of every value, whatever file they are written in.
    #[must_use]
    pub fn digest(&self, id: &Digest) -> Digest {
        let mut hasher = Hasher::default();
        hasher.digest(id);
        match &self.outcome {
            Ok(rows) => {
                for row in rows {
                    row.of.words().iter().for_each(|word| hasher.text(word));
                    // No value is this NaN, so that an undefined one has bits of its own.
                    row.values.iter().for_each(|value| hasher.number(value.map_or(u64::MAX, f64::to_bits)));
                }
            }
            Err(why) => hasher.text(why),
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_named_and_read_back() {
        let commune = RowOf::Group { year: 2024, by: Group::Commune, group: "15138".to_owned() };
        for of in [RowOf::Month(Month::new(2024, 3)), commune] {
            let [period, kind, group] = of.words();
            assert_eq!(RowOf::parse([&period, &kind, &group]), Some(of));
        }
        assert_eq!(RowOf::parse(["2024-13", "", ""]), None);
        assert_eq!(RowOf::parse(["2024", "village", "x"]), None);
    }
}
