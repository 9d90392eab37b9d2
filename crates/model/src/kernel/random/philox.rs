//! Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011): a counter hashed by ten rounds of multiplication and xor.

use super::{Uniform, uniform};

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

/// The 128 bits at `counter` under `key`.
#[cfg_attr(
    target_arch = "wasm32",
    expect(
        clippy::inline_always,
        reason = "code is kept small there, and this is a tenth of the time of a month"
    )
)]
#[cfg_attr(target_arch = "wasm32", inline(always))]
#[cfg_attr(not(target_arch = "wasm32"), inline)]
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

/// Many blocks in one sweep: the same bits as [`block`], several counters at a time in vector registers. The counter of
/// `out[i]` is made of the 64 bits and the last word that `at(i)` gives, and of the third word, which all share.
pub(super) fn blocks(key: [u32; 2], third: u32, out: &mut [[Uniform; 4]], at: impl Fn(usize) -> (u64, u32)) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx512f") {
        // SAFETY: the processor was asked just now.
        #[allow(
            unsafe_code,
            reason = "a processor must be asked before its widest vectors are used: 2.5 times as fast"
        )]
        return unsafe { sweep_avx512(key, third, out, at) };
    }
    sweep(key, third, out, at);
}

/// [`sweep`] as the compiler writes it for vectors of 512 bits.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
fn sweep_avx512(key: [u32; 2], third: u32, out: &mut [[Uniform; 4]], at: impl Fn(usize) -> (u64, u32)) {
    sweep(key, third, out, at);
}

/// One block after the other: the lanes of the page's engine are too narrow to be worth filling.
#[cfg(target_arch = "wasm32")]
fn sweep(key: [u32; 2], third: u32, out: &mut [[Uniform; 4]], at: impl Fn(usize) -> (u64, u32)) {
    for (number, row) in out.iter_mut().enumerate() {
        let (first, last) = at(number);
        *row = uniform(block([first as u32, (first >> 32) as u32, third, last], key));
    }
}

/// Counters that are written down first and hashed afterwards.
#[cfg(not(target_arch = "wasm32"))]
const BATCH: usize = 32;
/// Counters hashed side by side where no whole batch is left.
#[cfg(not(target_arch = "wasm32"))]
const FEW: usize = 8;

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::inline_always, reason = "only what is inlined is compiled for the vectors of its caller")]
#[inline(always)]
fn sweep(key: [u32; 2], third: u32, out: &mut [[Uniform; 4]], at: impl Fn(usize) -> (u64, u32)) {
    let (mut first, mut last) = ([0; BATCH], [0; BATCH]);
    for (batch, rows) in out.chunks_mut(BATCH).enumerate() {
        for (lane, (first, last)) in first.iter_mut().zip(&mut last).enumerate().take(rows.len()) {
            let (bits, word) = at(batch * BATCH + lane);
            (*first, *last) = (bits, u64::from(word));
        }
        if rows.len() == BATCH {
            hash(key, third, &mut first, &mut last);
        } else {
            // Lanes without a counter are hashed too: what they hold is read by nobody.
            let few = first.as_chunks_mut::<FEW>().0.iter_mut().zip(last.as_chunks_mut::<FEW>().0);
            for (first, last) in few.take(rows.len().div_ceil(FEW)) {
                hash(key, third, first, last);
            }
        }
        for (row, (first, last)) in rows.iter_mut().zip(first.iter().zip(&last)) {
            *row = uniform([*first as u32, (*first >> 32) as u32, *last as u32, (*last >> 32) as u32]);
        }
    }
}

/// [`block`] for some counters, of which `first` holds two words and `last` the fourth; of what comes out the first two
/// words and the last two.
///
/// Every word lies in the low half of 64 bits, whose high half is arbitrary between rounds: that is the form in which a
/// vector multiplies 32 bits by 32 into 64. All rounds of a counter are written out one after the other, so that the
/// compiler takes the counters, and not the rounds, for the loop that it spreads over a vector, and keeps the words of each in
/// registers.
#[cfg(not(target_arch = "wasm32"))]
#[inline(always)]
fn hash<const LANES: usize>(key: [u32; 2], third: u32, first: &mut [u64; LANES], last: &mut [u64; LANES]) {
    const LOW: u64 = 0xFFFF_FFFF;
    macro_rules! rounds {
        ($words:ident, $($round:literal)*) => {$(
            let even = u64::from(MULTIPLIERS[0]) * ($words[0] & LOW);
            let odd = u64::from(MULTIPLIERS[1]) * ($words[2] & LOW);
            let $words = [
                (odd >> 32) ^ $words[1] ^ u64::from(key[0].wrapping_add(WEYL[0].wrapping_mul($round))),
                odd,
                (even >> 32) ^ $words[3] ^ u64::from(key[1].wrapping_add(WEYL[1].wrapping_mul($round))),
                even,
            ];
        )*};
    }
    for (first, last) in first.iter_mut().zip(last) {
        let words = [*first, *first >> 32, u64::from(third), *last];
        rounds!(words, 0 1 2 3 4 5 6 7 8 9);
        *first = (words[0] & LOW) | (words[1] << 32);
        *last = (words[2] & LOW) | (words[3] << 32);
    }
}

#[cfg(test)]
mod tests {
    use super::{Uniform, block, sweep};

    /// The known answers that the authors publish with Random123 (`kat_vectors`, philox4x32 10).
    #[test]
    fn published_answers() {
        let published = [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 4], [u32::MAX; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (counter, key, answer) in published {
            assert_eq!(block(counter, key), answer, "counter {counter:x?}, key {key:x?}");
        }
    }

    /// Without the vectors that only some processors have, and in every way to fill the last batch.
    #[test]
    fn a_sweep_gives_single_blocks() {
        let (key, third) = ([0xa409_3822, 0x299f_31d0], 0x1319_8a2e);
        let at = |number: usize| (0x85a3_08d3_243f_6a88_u64.wrapping_mul(number as u64 + 1), number as u32);
        for size in 0..70 {
            let mut out = vec![[Uniform(0); 4]; size];
            sweep(key, third, &mut out, at);
            for (number, row) in out.into_iter().enumerate() {
                let (first, last) = at(number);
                let counter = [first as u32, (first >> 32) as u32, third, last];
                assert_eq!(row, block(counter, key).map(Uniform), "number {number} of {size}");
            }
        }
    }
}
