//! One number that moves when any bit of any distribution moves.

use super::{Categorical, Draw, Pool, Source, Uniform, Who, World};
use crate::kernel::units::Month;

/// Draws taken of each distribution.
const ROUNDS: u32 = 1_000;

/// A digest of draws from every distribution, over seeds, people, months and parameters of every size.
///
/// Two builds that print the same digest draw the same worlds: native and WebAssembly are compared by it.
#[must_use]
pub fn self_digest(seed: u64) -> u64 {
    let mut hash = Fnv::default();
    let source = World { seed, replicate: 1 }.source(Draw::SelfDigest);
    let whos: Vec<Who> =
        (0..ROUNDS).map(|index| Who::candidate(Pool::Programme, Month::LAST, index)).collect();
    let mut sweep = vec![[Uniform::default(); 4]; whos.len()];
    source.fill(&whos, Month::FIRST, 0, &mut sweep);
    for draw in sweep.as_flattened() {
        hash.add(u64::from(draw.bits()));
    }
    for round in 0..ROUNDS {
        digest_one(&mut hash, source, round);
    }
    hash.finish()
}

fn digest_one(hash: &mut Fnv, source: Source, round: u32) {
    let month = Month::FIRST.plus(round);
    let who = Who::candidate(Pool::Ordinary, month, round).pair(Who::named("atelier"));
    let draw = |k| source.draw(who, month, k);
    let size = f64::from(round) / f64::from(ROUNDS);
    let weights = [size, 0.0, 1.0, 1.0 - size];
    let counts = [
        u32::from(draw(0).bernoulli(size)),
        draw(1).index(round + 1),
        draw(2).categorical(&Categorical::new(&weights)) as u32,
        draw(3).choose(&weights) as u32,
        draw(4).poisson(20.0 * size),
        draw(5).poisson(f64::from(round * round)),
        draw(6).binomial(round, size),
        draw(7).binomial(100 * round, 1.0 - size),
        draw(8).geometric(1.0 - size),
    ];
    let values = [
        draw(9).value(),
        draw(10).exponential(size),
        draw(11).standard_normal(),
        draw(12).normal(size, 1.0 - size),
        draw(13).lognormal(1.0 + size, 2.0 * size),
        draw(14).kumaraswamy(0.1 + size, 2.0 - size),
        draw(15).logit_normal(size - 0.5, 3.0 * size),
    ];
    for count in counts {
        hash.add(u64::from(count));
    }
    for value in values {
        hash.add(value.to_bits());
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo 1991), byte by byte: the same on every machine, and in a page.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds a word, its lowest byte first.
    pub fn add(&mut self, word: u64) {
        for byte in word.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The digest of all that was added.
    #[must_use]
    pub fn finish(self) -> u64 {
        self.0
    }
}
