//! Costs that follow from other levers: a fixed part, and a price for each unit of what is bought. A council that doubles its
//! meetings pays for them without having to think of a second number.

use super::{Key, Lever};

/// A cost that follows from other levers of its instrument as long as nobody writes it.
#[derive(Debug)]
pub struct Total {
    /// The cost itself.
    pub key: Key,
    /// The part that is the same whatever is bought.
    pub fixed: Option<Key>,
    /// What is paid on top.
    pub prices: &'static [Price],
}

/// A price, and what it is paid for.
#[derive(Debug)]
pub struct Price {
    /// The price of a unit.
    pub of: Key,
    /// Levers whose product is how many units there are: meetings, and pairs at each.
    pub by: &'static [Key],
}

impl Total {
    /// The cost at these levers.
    #[must_use]
    pub fn follows(&self, levers: Lever<'_>) -> f64 {
        let fixed = self.fixed.map_or(0.0, levers);
        self.prices.iter().fold(fixed, |sum, price| sum + price.units(levers) * levers(price.of))
    }

    /// The levers of which it is made: the fixed part, then the prices.
    pub fn parts(&self) -> impl Iterator<Item = Key> {
        self.fixed.into_iter().chain(self.prices.iter().map(|price| price.of))
    }

    /// The levers that it follows, each once.
    pub fn followed(&self) -> impl Iterator<Item = Key> {
        let all = || self.prices.iter().flat_map(|price| price.by);
        all()
            .enumerate()
            .filter(move |(at, key)| !all().take(*at).any(|other| other == *key))
            .map(|(_, key)| *key)
    }
}

impl Price {
    /// How many units are paid for.
    #[must_use]
    pub fn units(&self, levers: Lever<'_>) -> f64 {
        self.by.iter().map(|key| bought(*key, levers(*key))).product()
    }
}

/// How much of a lever is bought: all above the value at which it does nothing.
#[must_use]
pub fn bought(key: Key, value: f64) -> f64 {
    value - key.row().off.unwrap_or(0.0)
}
