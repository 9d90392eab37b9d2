//! Whether two records of one run hold the same values, where both can tell.

use super::Study;
use crate::store::{Columns, RowOf, RunRecord};
use hameau_model::observe::indicators::Group;

/// The columns of a folder of which this program, and the one that wrote a part, can both tell.
pub(super) struct Known<'a> {
    columns: &'a Columns,
    /// The ids that the writer of the part did not know.
    unknown: &'a [String],
}

impl<'a> Known<'a> {
    /// Those of a study, and of a part whose writer did not know `unknown`.
    pub fn of(study: &'a Study, unknown: &'a [String]) -> Self {
        Self { columns: study.columns(), unknown }
    }

    /// Which columns can be compared in a row of the whole territory, or of this kind of group.
    fn in_row(&self, by: Option<Group>) -> Vec<bool> {
        let filled = self.columns.filled(by).into_iter().zip(self.columns.list());
        filled.map(|(filled, column)| filled.is_some() && !self.unknown.contains(&column.id)).collect()
    }

    /// The first value that differs between what is kept of a row and what it is now.
    pub fn final_difference(
        &self,
        by: Option<Group>,
        kept: &[Option<f64>],
        now: &[Option<f64>],
    ) -> Option<String> {
        let shown = |value: Option<f64>| value.map_or("undefined".to_owned(), |value| value.to_string());
        let values = self.columns.list().iter().zip(kept.iter().zip(now)).zip(self.in_row(by));
        let mut known = values.filter(|(_, known)| *known).map(|(value, _)| value);
        known.find_map(|(column, (kept, now))| {
            (kept != now).then(|| format!("{}: {} kept, {} now", column.id, shown(*kept), shown(*now)))
        })
    }

    /// The first value that differs between what is kept of a run and what it gives now.
    pub fn difference(&self, kept: &RunRecord, now: &RunRecord) -> Option<String> {
        let (kept, now) = match (&kept.outcome, &now.outcome) {
            (Ok(kept), Ok(now)) => (kept, now),
            (Err(kept), Err(now)) if kept == now => return None,
            (Err(kept), Err(now)) => return Some(format!("it failed with `{kept}`, and now with `{now}`")),
            (Err(kept), Ok(_)) => return Some(format!("it failed with `{kept}`, and does not now")),
            (Ok(_), Err(now)) => return Some(format!("it did not fail, and now fails with `{now}`")),
        };
        // Of a kind of group of which one of the two knows nothing, only the other has rows.
        let told = Group::ALL.map(|by| self.in_row(Some(by)).contains(&true));
        let known = |of: &RowOf| group(of).is_none_or(|by| told[by as usize]);
        let [kept, now] =
            [kept, now].map(|rows| rows.iter().filter(|row| known(&row.of)).collect::<Vec<_>>());
        if kept.len() != now.len() {
            return Some(format!("{} rows are kept, it now gives {}", kept.len(), now.len()));
        }
        kept.iter().zip(&now).find_map(|(kept, now)| {
            let why = if kept.of == now.of {
                self.final_difference(group(&kept.of), &kept.values, &now.values)?
            } else {
                "another row".to_owned()
            };
            Some(format!("{}, {why}", kept.of.words().join(" ").trim_end()))
        })
    }
}

fn group(of: &RowOf) -> Option<Group> {
    match of {
        RowOf::Month(_) => None,
        RowOf::Group { by, .. } => Some(*by),
    }
}
