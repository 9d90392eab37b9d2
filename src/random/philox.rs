//! Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011): a counter hashed by ten rounds of multiplication and xor.

use super::{Uniform, Who};

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

/// The 128 bits at `counter` under `key`.
#[inline]
pub(super) fn block(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    for _ in 0..ROUNDS {
        let even = u64::from(MULTIPLIERS[0]) * u64::from(counter[0]);
        let odd = u64::from(MULTIPLIERS[1]) * u64::from(counter[2]);
        counter = [
            (odd >> 32) as u32 ^ counter[1] ^ key[0],
            odd as u32,
            (even >> 32) as u32 ^ counter[3] ^ key[1],
            even as u32,
        ];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

/// Many blocks in one sweep, in an order of operations that the compiler turns into vector instructions.
pub(super) fn blocks(
    key: [u32; 2],
    whos: &[Who],
    out: &mut [[Uniform; 4]],
    counter: impl Fn(Who) -> [u32; 4],
) {
    for (who, draws) in whos.iter().zip(out) {
        *draws = block(counter(*who), key).map(Uniform);
    }
}
