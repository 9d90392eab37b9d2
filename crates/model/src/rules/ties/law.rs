//! The law by which a pair meets again: affinity, eagerness, hours so far.
//!
//! Lifetimes of ties are predictable from their first weeks (Vergara Hidd and others 2023), so what a pair is to each other is
//! drawn once; close alters change by 1 to 4 % a year (Roy and others 2022), so ties end at a constant hazard too.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::exp;
use crate::kernel::random::{Draw, Uniform, Who, World};
use crate::kernel::units::{Month, monthly_probability};
use crate::state::population::Residents;
use crate::state::ties::UNITS_PER_HOUR;

/// Occasions of a month on which a pair may meet again.
pub const OCCASIONS: usize = 2;

/// Stored units in a quarter hour: stocks are rounded down to it.
const QUARTER: u16 = 16;
/// Parts in which eagerness is counted.
const PARTS: f64 = 256.0;
/// Months after which nobody is more eager than anybody else.
const MOST_MONTHS: usize = 1 << 10;
/// A chance of 1, as a threshold of a draw of 32 bits.
const CERTAIN: u64 = 1 << u32::BITS;

/// Chance that a pair with affinity, both long here, takes one of its occasions: `q g^2 / (g^2 + g0^2)` at `g` hours.
#[must_use]
pub fn meeting_probability(values: &Values, hours: f64) -> f64 {
    let scale = values[Key::MeetingScale];
    values[Key::MeetingAgain] * hours * hours / (hours * hours + scale * scale)
}

/// By how much somebody here for so many months multiplies that chance: `1 + a exp(-months / m)`.
#[must_use]
pub fn eagerness(values: &Values, months: f64) -> f64 {
    1.0 + values[Key::Eagerness] * exp(-months / values[Key::EagernessMonths])
}

/// The law, tabulated for a world.
#[derive(Clone, Debug)]
pub struct MeetingLaw {
    /// Chance of an occasion by quarter hours, as a threshold of 32 bits.
    chance: Box<[u32]>,
    /// Eagerness by months since arrival, in 256ths.
    eager: Box<[u16]>,
    /// Pairs whose 32 bits lie below have affinity.
    affine_below: u64,
    /// What these bits are made of in this world.
    salt: u64,
    /// Chance that a tie ends in a month.
    end: f64,
}

impl MeetingLaw {
    /// Tabulates the law for one world.
    #[must_use]
    pub fn new(values: &Values, world: World) -> Self {
        let threshold = |chance: f64| (chance * CERTAIN as f64) as u32;
        let quarters = usize::from(u16::MAX / QUARTER) + 1;
        let hours = |quarter: usize| quarter as f64 * f64::from(QUARTER) / UNITS_PER_HOUR;
        let [low, high, ..] = world.source(Draw::Affinity).draws(Who::TERRITORY, Month::FIRST, 0);
        Self {
            chance: (0..quarters).map(|at| threshold(meeting_probability(values, hours(at)))).collect(),
            eager: (0..MOST_MONTHS)
                .map(|months| (PARTS * eagerness(values, months as f64)).round() as u16)
                .collect(),
            affine_below: (values[Key::AffinityShare] * CERTAIN as f64) as u64,
            salt: (u64::from(high.bits()) << u32::BITS) | u64::from(low.bits()),
            end: monthly_probability(values[Key::TieEnd]),
        }
    }

    /// Whether a pair, named by its address, meets again by itself: for ever the same in a world.
    #[inline]
    #[must_use]
    pub fn affine(&self, pair: Who) -> bool {
        u64::from(pair.fixed(self.salt)) < self.affine_below
    }

    /// Eagerness of everybody in a month, in 256ths, by row.
    pub fn eager(&self, residents: &Residents, month: Month, out: &mut Vec<u16>) {
        out.clear();
        out.extend(residents.arrived.iter().map(|arrived| {
            let months = month.months_after(*arrived) as usize;
            self.eager[months.min(MOST_MONTHS - 1)]
        }));
    }

    /// How many of its occasions a pair with affinity takes in a month, its tie having this stock.
    #[inline]
    #[must_use]
    pub fn times(&self, stock: u16, eager: [u16; 2], occasions: [Uniform; OCCASIONS]) -> u32 {
        let chance = u64::from(self.chance[usize::from(stock / QUARTER)]);
        let threshold = (chance * u64::from(eager[0]) * u64::from(eager[1])) >> 16;
        occasions.into_iter().map(|draw| u32::from(u64::from(draw.bits()) < threshold)).sum()
    }

    /// Whether a tie ends in a month, whatever its stock.
    #[inline]
    #[must_use]
    pub fn ends(&self, draw: Uniform) -> bool {
        draw.value() < self.end
    }
}
