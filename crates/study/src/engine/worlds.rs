//! The worlds of one row: ranges that may begin anywhere.

use std::ops::Range;

/// Numbers of worlds, as ranges that ascend and do not meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worlds(Vec<Range<u32>>);

impl Worlds {
    /// How many.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.iter().map(|range| range.end - range.start).sum()
    }

    /// The ranges.
    #[must_use]
    pub fn ranges(&self) -> &[Range<u32>] {
        &self.0
    }

    /// The numbers.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(Range::clone)
    }

    /// Whether they are the first ones and no other: 0 to their count less one.
    #[must_use]
    pub fn are_first(&self) -> bool {
        self.0.is_empty() || (self.0.len() == 1 && self.0[0].start == 0)
    }

    /// Whether the first so many are among them.
    #[must_use]
    pub fn hold_first(&self, worlds: u32) -> bool {
        worlds == 0 || self.0.first().is_some_and(|range| range.start == 0 && range.end >= worlds)
    }

    /// The place of a world among them.
    #[must_use]
    pub fn place(&self, world: u32) -> Option<u32> {
        let mut before = 0;
        for range in &self.0 {
            if range.contains(&world) {
                return Some(before + world - range.start);
            }
            before += range.end - range.start;
        }
        None
    }

    /// What of a range is not among them.
    #[must_use]
    pub fn lacking(&self, wanted: Range<u32>) -> Vec<Range<u32>> {
        gaps(self.0.iter().cloned(), wanted)
    }

    /// Adds a range; `false` when one of it is among them already, and nothing is changed.
    pub(super) fn add(&mut self, added: Range<u32>) -> bool {
        let at = self.0.partition_point(|range| range.end <= added.start);
        if self.0.get(at).is_some_and(|next| next.start < added.end) {
            return false;
        }
        self.0.insert(at, added);
        // Ranges that now touch are one.
        let from = at.saturating_sub(1);
        for at in (from..(at + 1).min(self.0.len() - 1)).rev() {
            if self.0[at].end == self.0[at + 1].start {
                self.0[at].end = self.0.remove(at + 1).end;
            }
        }
        true
    }
}

/// What of a range none of some ranges holds, which ascend and do not overlap.
pub(super) fn gaps(held: impl Iterator<Item = Range<u32>>, wanted: Range<u32>) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut from = wanted.start;
    for range in held.skip_while(|range| range.end <= wanted.start) {
        if range.start >= wanted.end {
            break;
        }
        if range.start > from {
            found.push(from..range.start);
        }
        from = from.max(range.end);
    }
    if from < wanted.end {
        found.push(from..wanted.end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_added_in_any_order_and_none_twice() {
        let mut worlds = Worlds::default();
        assert!(worlds.are_first() && worlds.hold_first(0) && !worlds.hold_first(1));
        for (added, fits) in
            [(5..7, true), (0..2, true), (6..9, false), (1..2, false), (2..4, true), (9..12, true)]
        {
            assert_eq!(worlds.add(added.clone()), fits, "{added:?}");
        }
        assert_eq!(worlds.ranges(), [0..4, 5..7, 9..12]);
        assert!(worlds.add(4..5));
        assert_eq!(worlds.ranges(), [0..7, 9..12]);
        assert_eq!((worlds.count(), worlds.hold_first(7), worlds.hold_first(8)), (10, true, false));
        assert!(!worlds.are_first());
        assert_eq!(worlds.iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 9, 10, 11]);
        assert_eq!([6, 7, 10].map(|world| worlds.place(world)), [Some(6), None, Some(8)]);
        assert_eq!(worlds.lacking(0..14), [7..9, 12..14]);
        assert_eq!(worlds.lacking(2..6), []);
    }
}
