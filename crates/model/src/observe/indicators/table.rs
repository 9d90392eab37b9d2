//! The rows of every theme, and each indicator's own.

use super::row::{Definition, Entry, IndicatorRow, Theme};
use super::{Indicator, closure, cooperation, economy, money, passage, population};

const COUNT: usize = Indicator::Count as usize;

/// The entries of every theme, in the order of [`Theme::ALL`].
const THEMES: [&[(Indicator, Entry)]; Theme::ALL.len()] =
    [cooperation::ROWS, passage::ROWS, closure::ROWS, economy::ROWS, population::ROWS, money::ROWS];

/// All entries in the order of [`Indicator`]; one out of place, or in another theme's file, does not compile.
static ENTRIES: [(Indicator, Entry); COUNT] = {
    let mut entries = [cooperation::ROWS[0]; COUNT];
    let mut next = 0;
    let mut theme = 0;
    while theme < THEMES.len() {
        let rows = THEMES[theme];
        let mut row = 0;
        while row < rows.len() {
            assert!(rows[row].0 as usize == next, "rows stand in the order of their indicators");
            let stands = rows[row].1.row.theme as usize == Theme::ALL[theme] as usize;
            assert!(stands, "rows stand in their theme");
            entries[next] = rows[row];
            next += 1;
            row += 1;
        }
        theme += 1;
    }
    assert!(next == COUNT, "every indicator has its row");
    entries
};

/// One field of all entries, in their order.
macro_rules! each {
    ($entry:ident => $field:expr) => {{
        let of = {
            let $entry = ENTRIES[0];
            $field
        };
        let mut all = [of; COUNT];
        let mut next = 0;
        while next < COUNT {
            let $entry = ENTRIES[next];
            all[next] = $field;
            next += 1;
        }
        all
    }};
}

static INDICATORS: [Indicator; COUNT] = each!(entry => entry.0);
static ROWS: [IndicatorRow; COUNT] = each!(entry => entry.1.row);
static DEFINITIONS: [Definition; COUNT] = each!(entry => entry.1.definition);

impl Indicator {
    /// How many there are.
    pub const COUNT: usize = COUNT;

    /// The row of this indicator.
    #[must_use]
    pub fn row(self) -> &'static IndicatorRow {
        &ROWS[self as usize]
    }

    /// How it is computed, and where that comes from.
    #[must_use]
    pub fn definition(self) -> &'static Definition {
        &DEFINITIONS[self as usize]
    }

    /// Every indicator, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        INDICATORS.iter().copied()
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
