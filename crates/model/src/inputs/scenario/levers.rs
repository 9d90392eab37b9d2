//! The levers of one instrument, with who wrote them, and what follows from them.

use super::written::Written;
use crate::inputs::parameters::{InstrumentKind, Key, Total};
use std::collections::BTreeMap;
use std::ops::Index;

/// The levers of one instrument, defaults included.
#[derive(Clone, Debug)]
pub struct Levers {
    /// What is in force.
    pub values: BTreeMap<Key, f64>,
    /// Who wrote what is no default.
    pub origins: BTreeMap<Key, Written<f64>>,
    kind: InstrumentKind,
}

impl Index<Key> for Levers {
    type Output = f64;

    /// # Panics
    /// When `key` is no lever of the instrument.
    fn index(&self, key: Key) -> &f64 {
        &self.values[&key]
    }
}

impl Levers {
    /// What was written over the defaults; a total that nobody wrote follows from the others.
    pub(super) fn new(kind: InstrumentKind, written: &BTreeMap<Key, Written<f64>>) -> Self {
        let record = kind.record();
        let value = |key: &Key| written.get(key).map_or(key.row().default, |written| written.value);
        let values = record.levers.iter().map(|(key, _)| (*key, value(key))).collect();
        let mut levers = Self { values, origins: written.clone(), kind };
        for total in record.totals.iter().filter(|total| !written.contains_key(&total.key)) {
            let follows = levers.sum(total);
            levers.values.insert(total.key, follows);
        }
        levers
    }

    /// What a total would be if it followed from the other levers.
    #[must_use]
    pub fn sum(&self, total: &Total) -> f64 {
        total.follows(&|key| self[key])
    }

    /// The totals that follow from other levers, as nobody wrote them.
    pub fn following(&self) -> impl Iterator<Item = &'static Total> {
        self.kind.record().totals.iter().filter(|total| !self.origins.contains_key(&total.key))
    }

    /// The totals that somebody wrote.
    pub fn stated(&self) -> impl Iterator<Item = (&'static Total, &Written<f64>)> {
        let written = |total: &'static Total| Some((total, self.origins.get(&total.key)?));
        self.kind.record().totals.iter().filter_map(written)
    }

    /// What a world depends on: of a total, the sum, not the prices that it is made of.
    pub(super) fn that_act(&self) -> impl Iterator<Item = (Key, f64)> {
        let only_priced =
            |key: Key| self.kind.record().totals.iter().any(|total| total.parts().any(|part| part == key));
        self.values.iter().map(|(key, value)| (*key, *value)).filter(move |(key, _)| !only_priced(*key))
    }
}
