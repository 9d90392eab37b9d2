//! Randomness by address: a draw has no history, only a place.
//!
//! The key is made of seed, replicate and [`Draw`] (what is decided: one row of [`DRAWS`], the table of all draws); the
//! counter of [`Who`] (whom it is about), month and `k` (the how-manieth draw). The scenario is never in it, so that two policies meet the same world until they act. No state is
//! carried from one draw to the next: threads, order of residents and skipped draws cannot move a bit.
//!
//! One draw is one [`Uniform`]; every distribution is a monotone transform of it (`quantile`,
//! `counts`, `categorical`), so that a slightly
//! different parameter gives a slightly different value, not another value.

mod address;
mod categorical;
mod counts;
mod digest;
mod draws;
mod label;
mod philox;
mod quantile;
mod race;
mod student;

pub use address::{CommuneCode, Pool, Who};
pub use categorical::{Categorical, Steps};
pub use digest::{Fnv, self_digest};
pub use draws::{DRAWS, Draw, DrawRow, Occasion};
pub use quantile::{standard_normal_cdf, standard_normal_quantile};
pub use student::{student_t_cdf, student_t_quantile};

use crate::kernel::units::Month;

/// One simulated world: same seed and replicate, same world, whatever the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct World {
    /// Seed of the study.
    pub seed: u64,
    /// Which of its worlds.
    pub replicate: u32,
}

impl World {
    /// The source of the draws of one row of the table in this world.
    ///
    /// The key is the first half of one Philox block keyed by the seed, at the counter (replicate, row): 64 bits, so
    /// that among `n` sources two share a key with chance about `n^2 / 2^65`.
    #[must_use]
    pub fn source(self, draw: Draw) -> Source {
        /// "hame" and "au": keeps the derivation of keys apart from every draw.
        const TAG: [u32; 2] = [0x656d_6168, 0x0000_7561];
        let block = philox::block(
            [self.replicate, draw as u32, TAG[0], TAG[1]],
            [self.seed as u32, (self.seed >> 32) as u32],
        );
        Source { key: [block[0], block[1]] }
    }
}

/// A source of draws: one row of the table in one world. Copying it costs nothing and shares nothing.
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
