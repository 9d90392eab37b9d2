//! The values in force: one number for each parameter.

use super::{Key, Row, SECTIONS};
use std::ops::Index;

const COUNT: usize = Key::Count as usize;

/// The table in the order of [`Key`]; a row out of place does not compile.
static TABLE: [Row; COUNT] = {
    let mut table = [SECTIONS[0].rows[0].1; COUNT];
    let mut next = 0;
    let mut section = 0;
    while section < SECTIONS.len() {
        let rows = SECTIONS[section].rows;
        let mut row = 0;
        while row < rows.len() {
            assert!(rows[row].0 as usize == next, "rows stand in the order of their keys");
            table[next] = rows[row].1;
            next += 1;
            row += 1;
        }
        section += 1;
    }
    assert!(next == COUNT, "every key has its row");
    table
};

impl Key {
    /// The row of this parameter.
    #[must_use]
    pub fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Every parameter, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        SECTIONS.iter().flat_map(|section| section.rows.iter().map(|(key, _)| *key))
    }
}

/// A value for every parameter; the defaults to begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Values([f64; COUNT]);

impl Default for Values {
    fn default() -> Self {
        Self(std::array::from_fn(|at| TABLE[at].default))
    }
}

impl Index<Key> for Values {
    type Output = f64;
    fn index(&self, key: Key) -> &f64 {
        &self.0[key as usize]
    }
}

impl Values {
    /// Puts a value; whoever calls has checked its range.
    pub fn set(&mut self, key: Key, value: f64) {
        debug_assert!(key.row().low <= value && value <= key.row().high, "{key:?} = {value}");
        self.0[key as usize] = value;
    }
}
