//! Fixed-capacity slots in which the members of a group can be drawn.
//!
//! A draw names a slot; an empty slot redraws with the next number. One more member fills one slot that was empty and
//! disturbs nobody else's draw.

use super::Row;
use crate::kernel::random::{Uniform, Who};
use std::num::NonZeroU32;

const EMPTY: Row = Row::MAX;

/// A group, in as many bytes as none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group(NonZeroU32);

impl Group {
    /// The group at a position.
    #[must_use]
    pub fn new(position: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(position))
    }

    /// Its position.
    #[must_use]
    pub fn position(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Members of several groups (the communes, the associations), each in its own range of slots.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    groups: Vec<Vec<Row>>,
    members: Vec<u32>,
}

impl Slots {
    /// Empty groups; a group that expects `n` members gets the power of two at or above `2 n` slots, so that fewer than
    /// half are full and a draw needs about three tries.
    #[must_use]
    pub fn new(expected: &[u32]) -> Self {
        let capacity = |n: u32| (2 * n).max(8).next_power_of_two() as usize;
        Self {
            groups: expected.iter().map(|n| vec![EMPTY; capacity(*n)]).collect(),
            members: vec![0; expected.len()],
        }
    }

    /// Adds a member; the slot follows from the address, the next free one when it is taken. A group three quarters full
    /// doubles its slots.
    pub fn add(&mut self, group: usize, row: Row, who: Who, address: &[Who]) {
        self.members[group] += 1;
        if self.members[group] as usize * 4 > self.groups[group].len() * 3 {
            let doubled = vec![EMPTY; self.groups[group].len() * 2];
            let old = std::mem::replace(&mut self.groups[group], doubled);
            for member in old.into_iter().filter(|member| *member != EMPTY) {
                self.place(group, member, address[member as usize]);
            }
        }
        self.place(group, row, who);
    }

    /// Removes a member.
    ///
    /// # Panics
    /// When the row is not a member of the group.
    pub fn remove(&mut self, group: usize, row: Row, who: Who) {
        let slots = &mut self.groups[group];
        let slot = from_home(slots.len(), who).find(|slot| slots[*slot] == row);
        slots[slot.expect("only members are removed")] = EMPTY;
        self.members[group] -= 1;
    }

    /// The member in the slot that the draw names; `None` when it is empty.
    #[must_use]
    pub fn at(&self, group: usize, draw: Uniform) -> Option<Row> {
        let row = self.at_or(group, draw, EMPTY);
        (row != EMPTY).then_some(row)
    }

    /// The member in the slot that the draw names; `nobody` when it is empty.
    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    #[must_use]
    pub fn at_or(&self, group: usize, draw: Uniform, nobody: Row) -> Row {
        let slots = &self.groups[group];
        let row = slots[draw.index(slots.len() as u32) as usize];
        std::hint::select_unpredictable(row == EMPTY, nobody, row)
    }

    /// Members of a group.
    #[must_use]
    pub fn members(&self, group: usize) -> u32 {
        self.members[group]
    }

    /// Every group with the address of its clock and its members as weight, for a race in which a group is drawn by its
    /// members.
    pub fn clocks(&self, who: impl Fn(usize) -> Who) -> impl Iterator<Item = (usize, Who, f64)> {
        self.members.iter().enumerate().map(move |(group, members)| (group, who(group), f64::from(*members)))
    }

    /// Number of groups.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.groups.len()
    }

    /// The members of a group in the order of their slots.
    pub fn of(&self, group: usize) -> impl Iterator<Item = Row> {
        self.groups[group].iter().copied().filter(|row| *row != EMPTY)
    }

    fn place(&mut self, group: usize, row: Row, who: Who) {
        let slots = &mut self.groups[group];
        let slot = from_home(slots.len(), who).find(|slot| slots[*slot] == EMPTY);
        slots[slot.expect("a quarter of the slots is empty")] = row;
    }
}

/// All slots of a group of `count`, a power of two, from the one that follows from an address.
fn from_home(count: usize, who: Who) -> impl Iterator<Item = usize> {
    let home = who.scattered() as usize;
    (0..count).map(move |step| (home.wrapping_add(step)) & (count - 1))
}
