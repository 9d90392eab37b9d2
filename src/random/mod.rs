//! Randomness by address: a draw has no history, only a place.
//!
//! The key is made of seed, replicate and [`Stream`] (which mechanism draws); the counter of [`Who`], month and `k` (the
//! how-manieth draw). The scenario is never in it, so that two policies meet the same world until they act. No state is
//! carried from one draw to the next: threads, order of residents and skipped draws cannot move a bit.
//!
//! One draw is one [`Uniform`]; every distribution is a monotone transform of it (`quantile`,
//! `counts`, `categorical`), so that a slightly
//! different parameter gives a slightly different value, not another value.

mod address;
mod categorical;
mod counts;
mod digest;
mod label;
mod philox;
mod quantile;
mod student;

pub use address::{CommuneCode, Pool, Who};
pub use categorical::Categorical;
pub use digest::{Fnv, self_digest};
pub use quantile::{standard_normal_cdf, standard_normal_quantile};
pub use student::{student_t_cdf, student_t_quantile};

use crate::units::Month;

/// Which mechanism draws. A number, once given, is never given again: a new stream takes a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u32)]
pub enum Stream {
    /// Attributes of the people who are there at the start.
    Founders = 1,
    /// Ties at the start.
    FounderTies = 2,
    /// The life of a resident: death (k = 0), birth of a child (1), departure (2), change of occupation (3), details.
    Life = 3,
    /// Candidates to arrive: thresholds and attributes.
    Candidates = 6,
    /// Children who come of age.
    ComingOfAge = 7,
    /// Enterprises: start, survival, sales.
    Enterprises = 8,
    /// Entry into a place and days of presence.
    Attendance = 10,
    /// Encounters in places.
    PlaceContact = 11,
    /// Encounters in the village and in associations.
    VillageContact = 12,
    /// Mutual help.
    Help = 13,
    /// Imitation (the second cooperation rule).
    Imitation = 14,
    /// Engagement: rungs, leaving a place.
    Engagement = 15,
    /// Collaborations of a pair.
    Collaborations = 16,
    /// Ideas, conversion and life of common works.
    Works = 17,
    /// Facilitation: whom it introduces, visits, convenes.
    Facilitation = 18,
    /// The council's decisions.
    Council = 20,
    /// What kind of person enters: behavioural type, strategy, association.
    Character = 21,
    /// Which worlds a resample takes (bootstrap): no part of any world.
    Resampling = 22,
}

/// One simulated world: same seed and replicate, same world, whatever the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct World {
    /// Seed of the study.
    pub seed: u64,
    /// Which of its worlds.
    pub replicate: u32,
}

impl World {
    /// The source of draws of one mechanism in this world.
    ///
    /// The key is the first half of one Philox block keyed by the seed, at the counter (replicate, stream): 64 bits, so
    /// that among `n` sources two share a key with chance about `n^2 / 2^65`.
    #[must_use]
    pub fn stream(self, stream: Stream) -> Source {
        /// "hame" and "au": keeps the derivation of keys apart from every draw.
        const TAG: [u32; 2] = [0x656d_6168, 0x0000_7561];
        let block = philox::block(
            [self.replicate, stream as u32, TAG[0], TAG[1]],
            [self.seed as u32, (self.seed >> 32) as u32],
        );
        Source { key: [block[0], block[1]] }
    }
}

/// A source of draws: one mechanism in one world. Copying it costs nothing and shares nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    key: [u32; 2],
}

impl Source {
    /// The draw number `k` of `who` in `month`.
    #[inline]
    #[must_use]
    pub fn draw(self, who: Who, month: Month, k: u32) -> Uniform {
        self.draws(who, month, k / 4)[(k % 4) as usize]
    }

    /// The four draws numbered `4 * block` to `4 * block + 3` of `who` in `month`, for the price of one.
    #[inline]
    #[must_use]
    pub fn draws(self, who: Who, month: Month, block: u32) -> [Uniform; 4] {
        uniform(philox::block(counter(who, month, block), self.key))
    }

    /// [`Source::draws`] for many residents in one sweep: `out[i]` becomes the draws of `whos[i]`.
    ///
    /// # Panics
    /// When the slices differ in length.
    pub fn fill(self, whos: &[Who], month: Month, block: u32, out: &mut [[Uniform; 4]]) {
        assert_eq!(whos.len(), out.len(), "one row of draws for each resident");
        self.fill_at(month, out, |at| (whos[at], block));
    }

    /// [`Source::draws`] for many addresses in one sweep: `out[i]` becomes the draws of the address and of the block that
    /// `at(i)` names.
    #[inline]
    pub fn fill_at(self, month: Month, out: &mut [[Uniform; 4]], at: impl Fn(usize) -> (Who, u32)) {
        philox::blocks(self.key, month.index(), out, |number| {
            let (who, block) = at(number);
            (who.bits(), block)
        });
    }
}

/// Four words as draws, written out: mapping an array is a call for each of its words where code is kept small, as in the
/// page.
#[inline]
fn uniform([a, b, c, d]: [u32; 4]) -> [Uniform; 4] {
    [Uniform(a), Uniform(b), Uniform(c), Uniform(d)]
}

#[inline]
fn counter(who: Who, month: Month, block: u32) -> [u32; 4] {
    let who = who.bits();
    [who as u32, (who >> 32) as u32, month.index(), block]
}

/// A draw from the uniform distribution on (0, 1), with 32 bits: the middle of one of 2^32 equal cells, never 0 or 1.
///
/// The smallest hazard of the model (about 2e-5 a month) keeps a relative precision of 1e-5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uniform(u32);
