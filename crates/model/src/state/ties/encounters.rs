//! The encounters of a month, those of the village in few bytes: there are several for each resident.

use super::{Channel, SLOTS};
use crate::kernel::parallel::CHUNK;
use crate::kernel::random::Who;
use crate::state::population::{Residents, Row};

/// Encounters that are looked at together, about: those of a resident are not parted.
const BATCH: usize = 256;

/// One encounter of two residents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Encounter {
    /// Address of the draws about it: of who started it, or of the pair where a place or a job brings it together.
    pub who: Who,
    /// Who started it.
    pub from: Row,
    /// With whom.
    pub with: Row,
    /// Contact in stored units.
    pub units: u16,
    /// Stock of the tie at the start of the month, in stored units.
    pub before: u16,
    /// Slot of the tie in the row of `from`, where it is known: a guess that spares a search, 0 otherwise.
    pub slot: u8,
    /// Number of the encounter among those with this address this month.
    pub ordinal: u16,
    /// Where.
    pub channel: Channel,
}

/// An encounter in the village or in an association: what is not the same for all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meeting {
    pub from: Row,
    /// Oneself, while nobody is found.
    pub with: Row,
    pub before: u16,
    /// Slot in the low bits, number of the encounter above.
    mark: u16,
}

/// A [`Meeting`] with somebody, in eight bytes: who started it is told by the list that holds it.
#[derive(Clone, Copy, Debug)]
struct Packed {
    /// Low and high bits of the row.
    with: [u16; 2],
    before: u16,
    mark: u16,
}

impl Packed {
    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    fn whole(self, from: Row) -> Meeting {
        let Self { with: [low, high], before, mark } = self;
        Meeting { from, with: (Row::from(high) << u16::BITS) | Row::from(low), before, mark }
    }
}

/// The encounters with somebody that the residents of a chunk started, in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Started {
    /// How many each resident of the chunk started.
    counts: Vec<u16>,
    met: Vec<Packed>,
    /// Position of the resident whose encounters were added last.
    next: usize,
}

impl Started {
    /// Empties it.
    pub fn clear(&mut self) {
        self.next = 0;
        self.counts.clear();
        self.met.clear();
    }

    /// Adds encounters that residents of the chunk started, in their order and after those added before.
    pub fn add(&mut self, chunk: &[Row], met: &[Meeting]) {
        // Exactly as many as there are: they are a sixth of all memory.
        self.met.reserve_exact(met.len());
        self.counts.resize(chunk.len(), 0);
        let mut at = self.next;
        for Meeting { from, with, before, mark } in met.iter().copied() {
            while chunk[at] != from {
                at += 1;
            }
            if with != from {
                self.counts[at] += 1;
                self.met.push(Packed { with: [with as u16, (with >> u16::BITS) as u16], before, mark });
            }
        }
        self.next = at;
    }

    /// For each resident of the chunk the encounters that he or she started.
    fn by_resident<'a>(&'a self, chunk: &'a [Row]) -> impl Iterator<Item = (Row, &'a [Packed])> {
        let mut left = &self.met[..];
        chunk.iter().zip(&self.counts).map(move |(row, count)| {
            let (own, others) = left.split_at(usize::from(*count));
            left = others;
            (*row, own)
        })
    }
}

impl Meeting {
    const SLOT_BITS: u32 = SLOTS.ilog2();

    /// An encounter that `from` starts. Nobody starts as many as 2,048, by the ranges of the parameters.
    #[inline]
    pub fn new(from: Row, ordinal: u16, with: Row, before: u16, slot: u8) -> Self {
        debug_assert!(ordinal < 1 << (u16::BITS - Self::SLOT_BITS), "more encounters than numbers");
        Self { from, with, before, mark: (ordinal << Self::SLOT_BITS) | u16::from(slot) }
    }

    #[inline]
    pub fn ordinal(self) -> u16 {
        self.mark >> Self::SLOT_BITS
    }

    #[inline]
    pub fn slot(self) -> u8 {
        (self.mark as usize % SLOTS) as u8
    }

    /// The tie with whom was found: its stock and its slot.
    #[inline]
    pub fn recognises(&mut self, (before, slot): (u16, u8)) {
        *self = Self::new(self.from, self.ordinal(), self.with, before, slot);
    }
}

/// All encounters of a month, in the order in which they count.
#[derive(Clone, Debug, Default)]
pub struct Encounters {
    /// In the village: a list for each chunk of residents, in their order.
    pub(crate) village: Vec<Started>,
    /// Contact of each of them, in stored units.
    pub(crate) contact: u16,
    /// All others.
    pub others: Vec<Encounter>,
}

impl Encounters {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.village.iter().map(|started| started.met.len()).sum::<usize>() + self.others.len()
    }

    /// Whether nobody meets anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Lists of encounters, in order; each is small enough for one thread.
    pub(crate) fn lists(&self) -> usize {
        self.village.len() + self.others.len().div_ceil(CHUNK)
    }

    /// Shows the encounters of a list, in order, a few at a time.
    pub(crate) fn show(&self, list: usize, residents: &Residents, mut to: impl FnMut(&[Encounter])) {
        let Some(village) = self.village.get(list) else {
            let others = self.others.chunks(CHUNK).nth(list - self.village.len()).unwrap_or_default();
            others.chunks(BATCH).for_each(to);
            return;
        };
        let mut batch = Vec::with_capacity(2 * BATCH);
        for (row, met) in village.by_resident(&residents.order()[list * CHUNK..]) {
            batch.extend(met.iter().map(|meeting| self.whole(residents, meeting.whole(row))));
            if batch.len() >= BATCH {
                to(&batch);
                batch.clear();
            }
        }
        to(&batch);
    }

    /// Shows every encounter, in order.
    pub fn each(&self, residents: &Residents, mut to: impl FnMut(&Encounter)) {
        for (chunk, started) in residents.order().chunks(CHUNK).zip(&self.village) {
            for (row, met) in started.by_resident(chunk) {
                for meeting in met {
                    to(&self.whole(residents, meeting.whole(row)));
                }
            }
        }
        self.others.iter().for_each(to);
    }

    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    fn whole(&self, residents: &Residents, meeting: Meeting) -> Encounter {
        Encounter {
            who: residents.address[meeting.from as usize],
            from: meeting.from,
            with: meeting.with,
            units: self.contact,
            before: meeting.before,
            slot: meeting.slot(),
            ordinal: meeting.ordinal(),
            channel: Channel::Village,
        }
    }
}

impl From<Vec<Encounter>> for Encounters {
    fn from(others: Vec<Encounter>) -> Self {
        Self { others, ..Self::default() }
    }
}
