//! A sheet before it is one of a workbook.

use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, amounts, number};

/// Rows of a sheet at most, its head among them.
pub(super) const MOST_ROWS: usize = 1_048_576;

/// A table with a name.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Its name: 31 signs at most, none of `[]:*?/\`.
    pub name: &'static str,
    /// Heads of the columns.
    pub heads: Vec<&'static str>,
    /// The rows, a value for each column.
    pub rows: Vec<Vec<Value>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing: undefined, or not said.
    Empty,
    /// Words; a month too.
    Text(String),
    /// A number.
    Number(f64, Shown),
}

/// How a number is shown; what it is stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Shown {
    /// Whether a hundredth is shown as one percent.
    pub percent: bool,
    /// Whether a gain has its sign.
    pub signed: bool,
    /// Decimals.
    pub decimals: u8,
}

impl Shown {
    /// A whole number.
    pub const WHOLE: Self = Self { percent: false, signed: false, decimals: 0 };

    /// A value of an indicator, as the page shows it.
    pub fn value(of: Indicator) -> Self {
        Self { percent: amounts::in_percent(of), signed: false, decimals: amounts::decimals(of) }
    }

    /// The size of a change of an indicator.
    pub fn size(of: Indicator) -> Self {
        Self { decimals: amounts::change_decimals(of), ..Self::value(of) }
    }

    /// A change of an indicator.
    pub fn change(of: Indicator) -> Self {
        Self { signed: true, ..Self::size(of) }
    }
}

impl Value {
    /// A number, or nothing.
    pub fn of(value: Option<f64>, shown: Shown) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value, shown))
    }

    /// A whole number.
    pub fn count(value: usize) -> Self {
        Self::Number(value as f64, Shown::WHOLE)
    }

    /// Yes or no.
    pub fn yes(so: bool, language: Language) -> Self {
        Self::from(language.of(if so { ("yes", "oui") } else { ("no", "non") }))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::from(&text[..])
    }
}

impl Sheet {
    /// The rows that fit below a head where a sheet has `most` rows at most; where some do not, the last says how many.
    pub fn fitting(&self, most: usize, language: Language) -> (&[Vec<Value>], Option<String>) {
        let room = most - 1;
        if self.rows.len() <= room {
            return (&self.rows, None);
        }
        let kept = room - 1;
        let left = number((self.rows.len() - kept) as f64, 0, language);
        let note = language.of((
            format!("{left} more rows do not fit in a sheet: the tables beside this file hold all."),
            format!("{left} lignes de plus ne tiennent pas dans une feuille : les tables à côté de ce fichier les ont toutes."),
        ));
        (&self.rows[..kept], Some(note))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_do_not_fit_are_counted() {
        let rows = (0..10).map(|at| vec![Value::count(at)]).collect();
        let sheet = Sheet { name: "x", heads: vec!["n"], rows };
        assert_eq!(sheet.fitting(11, Language::English), (&sheet.rows[..], None));
        let (kept, note) = sheet.fitting(10, Language::French);
        assert_eq!(kept.len(), 8, "a head, eight rows and the note");
        assert!(note.is_some_and(|note| note.starts_with("2 lignes")));
    }

    #[test]
    fn an_indicator_is_shown_as_the_page_shows_it() {
        let percent = Shown { percent: true, signed: true, decimals: 2 };
        assert_eq!(Shown::change(Indicator::AdultsInWork), percent);
        assert_eq!(Shown::value(Indicator::Inhabitants), Shown::WHOLE);
        assert_eq!(Value::of(None, percent), Value::Empty);
        assert_eq!(Value::from(""), Value::Empty);
    }
}
