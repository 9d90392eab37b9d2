//! The rows of every theme, and each indicator's own.

use super::row::{IndicatorRow, Theme};
use super::{Indicator, closure, cooperation, economy, money, passage, population};

const COUNT: usize = Indicator::Count as usize;

/// Every theme with its rows, in the order in which results are shown.
pub const THEMES: &[(Theme, &[(Indicator, IndicatorRow)])] = &[
    (Theme::Cooperation, cooperation::ROWS),
    (Theme::Passage, passage::ROWS),
    (Theme::Closure, closure::ROWS),
    (Theme::Economy, economy::ROWS),
    (Theme::Population, population::ROWS),
    (Theme::Money, money::ROWS),
];

/// The table in the order of [`Indicator`]; a row out of place, or in another theme's file, does not compile.
static TABLE: [IndicatorRow; COUNT] = {
    let mut table = [cooperation::ROWS[0].1; COUNT];
    let mut next = 0;
    let mut theme = 0;
    while theme < THEMES.len() {
        let rows = THEMES[theme].1;
        let mut row = 0;
        while row < rows.len() {
            assert!(rows[row].0 as usize == next, "rows stand in the order of their indicators");
            assert!(rows[row].1.theme as usize == THEMES[theme].0 as usize, "rows stand in their theme");
            table[next] = rows[row].1;
            next += 1;
            row += 1;
        }
        theme += 1;
    }
    assert!(next == COUNT, "every indicator has its row");
    table
};

impl Indicator {
    /// How many there are.
    pub const COUNT: usize = COUNT;

    /// The row of this indicator.
    #[must_use]
    pub fn row(self) -> &'static IndicatorRow {
        &TABLE[self as usize]
    }

    /// Every indicator, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        THEMES.iter().flat_map(|(_, rows)| rows.iter().map(|(indicator, _)| *indicator))
    }

    /// The indicator of this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|indicator| indicator.row().id == id)
    }
}

/// As its id.
impl serde::Serialize for Indicator {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.row().id)
    }
}
