//! The columns of a folder of results: its own list of indicators, as they were known when the folder was begun.
//!
//! A program that knows one indicator more or fewer reads, verifies and grows the folder by this list: columns are found by
//! name, what the folder lacks is undefined, and what the program does not know stays where it is.

use hameau_model::observe::indicators::{Group, Indicator};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One column: an indicator, and all that making the tables needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The indicator's id, which is the name of the column.
    pub id: String,
    /// Its unit, in English.
    pub unit: String,
    /// Whether its course is told in `course.csv`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub headline: bool,
    /// The kinds of group of which it has a value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
}

impl From<Indicator> for Column {
    fn from(indicator: Indicator) -> Self {
        let row = indicator.row();
        Self {
            id: row.id.to_owned(),
            unit: row.unit.words().0.to_owned(),
            headline: row.headline,
            groups: row.groups.iter().map(|by| by.id().to_owned()).collect(),
        }
    }
}

/// The columns of a folder, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Column>", into = "Vec<Column>")]
pub struct Columns {
    list: Vec<Column>,
    /// The indicator of each column, where this program knows it.
    known: Vec<Option<Indicator>>,
}

impl TryFrom<Vec<Column>> for Columns {
    type Error = String;

    fn try_from(list: Vec<Column>) -> Result<Self, String> {
        let mut ids = BTreeSet::new();
        if let Some(twice) = list.iter().find(|column| !ids.insert(&column.id[..])) {
            return Err(format!("it lists `{}` twice", twice.id));
        }
        let known = list.iter().map(|column| Indicator::from_id(&column.id)).collect();
        Ok(Self { list, known })
    }
}

impl From<Columns> for Vec<Column> {
    fn from(columns: Columns) -> Self {
        columns.list
    }
}

impl Columns {
    /// Every indicator of this program, in the order of its table: the columns of a folder begun today.
    #[must_use]
    pub fn of_program() -> Self {
        let (list, known) = Indicator::all().map(|indicator| (indicator.into(), Some(indicator))).unzip();
        Self { list, known }
    }

    /// All of them, in order.
    #[must_use]
    pub fn list(&self) -> &[Column] {
        &self.list
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// The place of the column of this id.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|column| column.id == id)
    }

    /// The indicator of a column, where this program knows it.
    #[must_use]
    pub fn indicator(&self, at: usize) -> Option<Indicator> {
        self.known[at]
    }

    /// The place of an indicator's column.
    #[must_use]
    pub fn of(&self, indicator: Indicator) -> Option<usize> {
        self.known.iter().position(|known| *known == Some(indicator))
    }

    /// The places of the columns that have a value of this kind of group.
    #[must_use]
    pub fn of_groups(&self, by: Group) -> Vec<usize> {
        let has = |at: &usize| self.list[*at].groups.iter().any(|kind| kind == by.id());
        (0..self.list.len()).filter(has).collect()
    }

    /// What of a row the program can fill: the indicator of each column that it observes of the whole territory, or of this
    /// kind of group.
    #[must_use]
    pub fn filled(&self, by: Option<Group>) -> Vec<Option<Indicator>> {
        let Some(by) = by else { return self.known.clone() };
        let mut filled = vec![None; self.list.len()];
        for at in self.of_groups(by) {
            filled[at] = self.known[at].filter(|indicator| indicator.row().groups.contains(&by));
        }
        filled
    }

    /// Values in the order of these columns as values in the order of the table of indicators: what the folder lacks is
    /// undefined.
    #[must_use]
    pub fn in_order_of_table(&self, kept: &[Option<f64>]) -> Vec<Option<f64>> {
        let mut values = vec![None; Indicator::COUNT];
        for (indicator, value) in self.known.iter().zip(kept) {
            if let Some(indicator) = indicator {
                values[*indicator as usize] = *value;
            }
        }
        values
    }

    /// The ids of the indicators that this program knows and the folder lacks.
    #[must_use]
    pub fn lacking(&self) -> Vec<&'static str> {
        let lacks = |indicator: &Indicator| self.of(*indicator).is_none();
        Indicator::all().filter(lacks).map(|indicator| indicator.row().id).collect()
    }

    /// The ids of the indicators that the folder keeps and this program does not know.
    #[must_use]
    pub fn unknown(&self) -> Vec<&str> {
        let columns = self.list.iter().zip(&self.known);
        columns.filter(|(_, known)| known.is_none()).map(|(column, _)| &column.id[..]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(change: impl FnOnce(&mut Vec<Column>)) -> Columns {
        let mut list: Vec<Column> = Columns::of_program().into();
        change(&mut list);
        list.try_into().expect("each once")
    }

    #[test]
    fn a_folder_of_this_program_lacks_nothing_and_holds_nothing_unknown() {
        let own = Columns::of_program();
        assert_eq!(own.count(), Indicator::COUNT);
        assert!(own.lacking().is_empty() && own.unknown().is_empty());
        let text = serde_json::to_string(&own).expect("JSON");
        assert_eq!(serde_json::from_str::<Columns>(&text).expect("read back"), own);
    }

    #[test]
    fn an_indicator_more_or_fewer_is_named_and_moves_no_other() {
        let fewer = changed(|list| drop(list.remove(3)));
        let gone = Indicator::all().nth(3).expect("a fourth");
        assert_eq!((fewer.lacking(), fewer.of(gone)), (vec![gone.row().id], None));
        let kept: Vec<Option<f64>> = (0..fewer.count()).map(|at| Some(at as f64)).collect();
        let values = fewer.in_order_of_table(&kept);
        assert_eq!(values[2..5], [Some(2.0), None, Some(3.0)]);
        let strange = Column { id: "strange_count".to_owned(), ..Indicator::Adults.into() };
        let more = changed(|list| list.insert(3, strange));
        assert_eq!((more.unknown(), more.indicator(3)), (vec!["strange_count"], None));
        let kept: Vec<Option<f64>> = (0..more.count()).map(|at| Some(at as f64)).collect();
        assert_eq!(more.in_order_of_table(&kept)[2..5], [Some(2.0), Some(4.0), Some(5.0)]);
    }

    #[test]
    fn the_same_column_twice_is_refused() {
        let mut list: Vec<Column> = Columns::of_program().into();
        list.push(list[0].clone());
        assert!(Columns::try_from(list).expect_err("refused").contains("twice"));
    }

    #[test]
    fn of_a_group_only_what_both_know_of_it_is_filled() {
        let own = Columns::of_program();
        let filled = own.filled(Some(Group::Commune));
        for (at, indicator) in Indicator::all().enumerate() {
            let of_communes = indicator.row().groups.contains(&Group::Commune);
            assert_eq!(filled[at], of_communes.then_some(indicator), "{indicator:?}");
        }
        let none = changed(|list| list.iter_mut().for_each(|column| column.groups.clear()));
        assert!(none.filled(Some(Group::Commune)).iter().all(Option::is_none));
        assert_eq!(none.filled(None), own.filled(None));
    }
}
