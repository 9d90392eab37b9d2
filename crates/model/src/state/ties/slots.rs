//! Questions to all slots of a row at once; an answer has one bit for each slot.
//!
//! Several slots lie in a vector register and nothing branches: which slot it is cannot be foreseen.

use super::{End, SLOTS};
use crate::state::population::Row;
use wide::{u16x16, u32x4};

/// Slots with at least this stock.
#[expect(
    clippy::inline_always,
    reason = "where code is kept small, as in the page, a call costs more than this"
)]
#[inline(always)]
pub(super) fn at_least(stocks: &[u16; SLOTS], least: u16) -> u32 {
    let least = sixteen(least);
    bits_of_stocks(stocks, |stocks| least.saturating_sub(stocks).simd_eq(u16x16::ZERO))
}

/// Slots that hold a tie with someone.
#[inline]
pub(super) fn with(ends: &[End; SLOTS], other: Row) -> u32 {
    let other = u32x4::new([other, other, other, other]);
    bits_of_ends(ends, |ends| (ends >> End::ROW).simd_eq(other))
}

/// Slots whose tie joins two origins; those without a tie may be among them.
#[inline]
pub(super) fn across(ends: &[End; SLOTS]) -> u32 {
    // What is asked of a vector is its highest bit.
    bits_of_ends(ends, |ends| ends << (u32::BITS - 1 - End::ACROSS))
}

/// Written out, as every list here that is no longer than this: where code is kept small, as in the page, a shorter way to say
/// it is a loop over memory.
#[inline]
fn sixteen(x: u16) -> u16x16 {
    u16x16::new([x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x])
}

#[inline]
fn vectors(stocks: &[u16; SLOTS]) -> [u16x16; 2] {
    let (halves, _) = stocks.as_chunks::<{ SLOTS / 2 }>();
    [u16x16::new(halves[0]), u16x16::new(halves[1])]
}

#[expect(
    clippy::inline_always,
    reason = "where code is kept small, as in the page, a call costs more than this"
)]
#[inline(always)]
fn bits_of_stocks(stocks: &[u16; SLOTS], ask: impl Fn(u16x16) -> u16x16) -> u32 {
    let [low, high] = vectors(stocks);
    ask(low).to_bitmask() | (ask(high).to_bitmask() << 16)
}

#[inline]
fn bits_of_ends(ends: &[End; SLOTS], ask: impl Fn(u32x4) -> u32x4) -> u32 {
    let (fours, _) = ends.as_chunks::<4>();
    fours.iter().enumerate().fold(0, |bits, (at, four)| {
        let [a, b, c, d] = four;
        bits | (ask(u32x4::new([a.0, b.0, c.0, d.0])).to_bitmask() << (4 * at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_answers_for_itself() {
        let mut stocks = [0_u16; SLOTS];
        let mut ends = [End::NONE; SLOTS];
        for slot in 0..SLOTS {
            stocks[slot] = (slot as u16 * 7_919) ^ 0x8001;
            ends[slot] = End::new(slot as Row * 3, slot, slot % 3 == 0, slot % 2 == 0);
        }
        let where_true = |holds: &dyn Fn(usize) -> bool| {
            (0..SLOTS).fold(0, |bits, slot| bits | (u32::from(holds(slot)) << slot))
        };
        for least in [0, 1, 16, 0x7fff, 0x8000, 0x8001, u16::MAX] {
            assert_eq!(at_least(&stocks, least), where_true(&|slot| stocks[slot] >= least), "{least}");
        }
        for other in 0..100 {
            assert_eq!(with(&ends, other), where_true(&|slot| slot as Row * 3 == other), "{other}");
        }
        assert_eq!(across(&ends), where_true(&|slot| slot % 3 == 0));
    }
}
