//! Stable addresses: who draws, in 64 bits that depend on nothing but where that person comes from.
//!
//! The month of entry leads, so that sorting by address is sorting by entry, founders first and by commune.

use super::Uniform;
use crate::kernel::units::Month;

/// A commune's code as a number of 27 bits: up to five letters or digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct CommuneCode(u32);

impl CommuneCode {
    /// Reads one to five of `0-9`, `A-Z`; `None` for anything else.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if code.is_empty() || code.len() > 5 {
            return None;
        }
        // Digits start at 1, not 0, so that "1" and "01" stay apart.
        code.bytes()
            .try_fold(0_u32, |number, byte| match byte {
                b'0'..=b'9' => Some(number * 37 + u32::from(byte - b'0') + 1),
                b'A'..=b'Z' => Some(number * 37 + u32::from(byte - b'A') + 11),
                _ => None,
            })
            .map(Self)
    }

    const fn bits(self) -> u64 {
        self.0 as u64
    }

    pub(super) const fn from_bits(bits: u64) -> Self {
        Self(bits as u32)
    }

    /// The code as it was written.
    #[must_use]
    pub fn text(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.0;
        while rest > 0 {
            let digit = (rest % 37) as u8;
            letters.push(char::from(if digit > 10 { b'A' + digit - 11 } else { b'0' + digit.max(1) - 1 }));
            rest /= 37;
        }
        letters.iter().rev().collect()
    }
}

/// The stable address of a person, a pair, a place or the whole territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who(u64);

// 15 bits of month, which reach the year 2730, 3 of kind, 46 of payload: a commune's code takes 27 of these and leaves 19 for
// an index, 524,288 founders. A pair is both addresses mixed to 64 bits: among three million pairs two share their draws with
// chance 2e-7.
/// Bits of the payload below month of entry and kind.
pub(super) const PAYLOAD: u32 = 46;
/// Bits of the index below a commune's code.
pub(super) const INDEX: u32 = 19;
/// Bits of the slot below the number of a pool.
pub(super) const POOL: u32 = 40;

impl Who {
    /// Founders of one commune that can be told apart; more is refused when a territory is read.
    pub const MAX_PER_COMMUNE: u32 = 1 << INDEX;

    /// The territory as a whole.
    pub const TERRITORY: Self = Self::compose(0, 6, 0);

    /// A resident who is there at the start: the `index`-th adult of a commune.
    ///
    /// # Panics
    /// When the index reaches [`Who::MAX_PER_COMMUNE`].
    #[must_use]
    pub const fn founder(commune: CommuneCode, index: u32) -> Self {
        assert!(index < Self::MAX_PER_COMMUNE, "more founders in a commune than addresses");
        Self::compose(0, 0, (commune.bits() << INDEX) | index as u64)
    }

    /// A child of `commune` who turns 18 in `month`: the `slot`-th of that month.
    ///
    /// # Panics
    /// When the slot reaches [`Who::MAX_PER_COMMUNE`].
    #[must_use]
    pub const fn come_of_age(commune: CommuneCode, month: Month, slot: u32) -> Self {
        assert!(slot < Self::MAX_PER_COMMUNE, "more children of age in a commune than addresses");
        Self::compose(month.index(), 1, (commune.bits() << INDEX) | slot as u64)
    }

    /// The `slot`-th candidate of a pool who could arrive in `month`.
    #[must_use]
    pub const fn candidate(pool: Pool, month: Month, slot: u32) -> Self {
        Self::compose(month.index(), 2, ((pool as u64) << POOL) | slot as u64)
    }

    /// A commune.
    #[must_use]
    pub const fn commune(commune: CommuneCode) -> Self {
        Self::compose(0, 4, commune.bits())
    }

    /// A shared place or an instrument, by the name it bears in the scenario.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::hashed(0x6861_6d65_6175, name)
    }

    /// A facilitator's circle without a place, by the name that its instrument bears: a place may bear the same.
    #[must_use]
    pub fn circle(name: &str) -> Self {
        Self::hashed(0x6365_7263_6c65, name)
    }

    fn hashed(start: u64, name: &str) -> Self {
        let hash = name.bytes().fold(start, |hash, byte| mix(hash ^ u64::from(byte)));
        Self::compose(0, 5, hash >> (64 - PAYLOAD))
    }

    /// A plain number, to tell apart the draws of one address by pairing.
    #[must_use]
    pub const fn number(number: u32) -> Self {
        Self::compose(0, 7, number as u64)
    }

    /// The pair of two of these, in either order: both addresses mixed to 64 bits.
    #[must_use]
    pub const fn pair(self, other: Self) -> Self {
        let (low, high) = if self.0 < other.0 { (self.0, other.0) } else { (other.0, self.0) };
        Self(mix(mix(low).wrapping_add(high)))
    }

    /// [`Who::pair`] with somebody whose address is known not to be lower.
    #[inline]
    #[must_use]
    pub const fn pair_with_higher(self, higher: Self) -> Self {
        debug_assert!(self.0 <= higher.0, "the lower address first");
        Self(mix(mix(self.0).wrapping_add(higher.0)))
    }

    /// The 64 bits of the address.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The address scattered over 64 bits, to place a person among slots.
    #[must_use]
    pub const fn scattered(self) -> u64 {
        mix(self.0)
    }

    /// 32 bits of this address that stay what they are for a world, `salt` being its own: cheaper than a draw, for what is asked
    /// of every pair in every month.
    #[inline]
    #[must_use]
    pub const fn fixed(self, salt: u64) -> u32 {
        (mix(self.0 ^ salt) >> 32) as u32
    }

    /// The one of several candidates of equal chances whose clock rings first, when all clocks are made from one draw: for
    /// choices of every resident in every month, where a draw for each candidate would cost too much. Elsewhere a choice is a
    /// [`super::Source::race`].
    #[inline]
    pub fn first<T>(
        draw: Uniform,
        candidates: impl Iterator<Item = T>,
        who: impl Fn(&T) -> Self,
    ) -> Option<T> {
        let salt = mix(draw.bits() as u64);
        candidates.min_by_key(|candidate| {
            // Two of the three rounds of `mix`: the first lets the high bits of an address reach every bit of its clock, without
            // the second the clocks of neighbours would lie on a lattice.
            let once = (who(candidate).0 ^ salt).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            (once ^ (once >> 32)).wrapping_mul(0x94D0_49BB_1331_11EB)
        })
    }

    const fn compose(month: u32, kind: u64, payload: u64) -> Self {
        Self(((month as u64) << (PAYLOAD + 3)) | (kind << PAYLOAD) | payload)
    }
}

/// The separate pools of candidates to arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Pool {
    /// People who come on their own.
    Ordinary = 0,
    /// People aged 75 and more who move into a care home.
    CareHome = 1,
    /// People whom the welcome programme brings.
    Programme = 2,
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection of 64 bits in which every bit of the input moves
/// every bit of the output.
const fn mix(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}
