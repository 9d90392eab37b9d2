//! The encounters of a month, those of the village in few bytes: there are several for each resident.

use super::{Channel, SLOTS};
use crate::kernel::parallel::CHUNK;
use crate::kernel::random::{Occasion, Who};
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
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Meeting {
    pub from: Row,
    /// Oneself, while nobody is found.
    pub with: Row,
    pub before: u16,
    /// Slot in the low bits, number of the encounter above; how often a pair with a tie meets again, beyond every number.
    mark: u16,
}

/// What a number of an encounter says from here on: one less than how often a pair meets again.
const AGAIN: u16 = (1 << (u16::BITS - Meeting::SLOT_BITS)) - OFTEN;
/// A pair meets again fewer times than this in a month.
const OFTEN: u16 = 8;

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

    /// Keeps some of the encounters, in their order.
    fn keep(&mut self, chunk: &[Row], mut wanted: impl FnMut(Meeting) -> bool) {
        let (counts, met) = (std::mem::take(&mut self.counts), std::mem::take(&mut self.met));
        let mut left = &met[..];
        self.counts = counts;
        for (row, count) in chunk.iter().zip(&mut self.counts) {
            let (own, others) = left.split_at(usize::from(*count));
            left = others;
            let before = self.met.len();
            self.met.extend(own.iter().copied().filter(|packed| wanted(packed.whole(*row))));
            *count = (self.met.len() - before) as u16;
        }
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

    /// An encounter that `from` starts. Nobody starts as many as 2,040, by the ranges of the parameters.
    #[inline]
    pub fn new(from: Row, ordinal: u16, with: Row) -> Self {
        debug_assert!(ordinal < AGAIN, "more encounters than numbers");
        Self { from, with, before: 0, mark: ordinal << Self::SLOT_BITS }
    }

    /// A pair that meets again so many times in a month; the stock of its tie and the slot in the row of `from`.
    #[inline]
    pub fn again(from: Row, with: Row, times: u32, (before, slot): (u16, u8)) -> Self {
        debug_assert!((1..=u32::from(OFTEN)).contains(&times), "met again too often");
        let number = AGAIN + times as u16 - 1;
        Self { from, with, before, mark: (number << Self::SLOT_BITS) | u16::from(slot) }
    }

    /// How often a pair with a tie meets again; 0 for an encounter that somebody started.
    #[inline]
    fn times_again(self) -> u16 {
        (self.ordinal() + 1).saturating_sub(AGAIN)
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
        self.before = before;
        self.mark = (self.ordinal() << Self::SLOT_BITS) | u16::from(slot);
    }
}

/// All encounters of a month, and the ties that end in it. Contact is a sum, whatever the order; help is in this one.
#[derive(Clone, Debug, Default)]
pub struct Encounters {
    /// Pairs with a tie that meet again: a list for each chunk of residents, by the end with the lower address.
    pub(crate) again: Vec<Started>,
    /// In the village and in associations with whoever is at hand: a list for each chunk of residents, in their order.
    pub(crate) village: Vec<Started>,
    /// Ties that end: the row, and the slot in it; a list for each chunk of residents.
    pub(crate) ended: Vec<Vec<(Row, u8)>>,
    /// Contact of each encounter of these, in stored units.
    pub(crate) contact: u16,
    /// Eagerness of everybody this month, by row.
    pub(crate) eager: Vec<u16>,
    /// All others.
    pub others: Vec<Encounter>,
}

impl Encounters {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lists_of_chunks().map(|(_, started)| started.met.len()).sum::<usize>() + self.others.len()
    }

    /// Whether nobody meets anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lists of chunks, each with the number of its chunk.
    fn lists_of_chunks(&self) -> impl Iterator<Item = (usize, &Started)> {
        self.again.iter().enumerate().chain(self.village.iter().enumerate())
    }

    /// Lists of encounters, in order; each is small enough for one thread.
    pub(crate) fn lists(&self) -> usize {
        self.again.len() + self.village.len() + self.others.len().div_ceil(CHUNK)
    }

    /// Shows the encounters of a list, in order, a few at a time.
    pub(crate) fn show(&self, list: usize, residents: &Residents, mut to: impl FnMut(&[Encounter])) {
        let Some((chunk, started)) = self.lists_of_chunks().nth(list) else {
            let list = list - self.again.len() - self.village.len();
            let others = self.others.chunks(CHUNK).nth(list).unwrap_or_default();
            others.chunks(BATCH).for_each(to);
            return;
        };
        let mut batch = Vec::with_capacity(2 * BATCH);
        for (row, met) in started.by_resident(&residents.order()[chunk * CHUNK..]) {
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
        self.in_village(residents, &mut to);
        self.others.iter().for_each(to);
    }

    /// Shows who meets whom, with the contact in stored units and the slot of the tie in the row of the first, where it is
    /// known; the others are told with slot 0.
    pub(super) fn contacts(&self, residents: &Residents, mut to: impl FnMut([Row; 2], u16, u8)) {
        for (chunk, started) in self.lists_of_chunks() {
            for (row, met) in started.by_resident(&residents.order()[chunk * CHUNK..]) {
                for meeting in met.iter().map(|packed| packed.whole(row)) {
                    let units = self.contact.saturating_mul(meeting.times_again().max(1));
                    to([row, meeting.with], units, meeting.slot());
                }
            }
        }
        for meeting in &self.others {
            to([meeting.from, meeting.with], meeting.units, meeting.slot);
        }
    }

    /// Shows the encounters of the village and of associations, in order.
    pub(crate) fn in_village(&self, residents: &Residents, mut to: impl FnMut(&Encounter)) {
        for (chunk, started) in self.lists_of_chunks() {
            for (row, met) in started.by_resident(&residents.order()[chunk * CHUNK..]) {
                for meeting in met {
                    to(&self.whole(residents, meeting.whole(row)));
                }
            }
        }
    }

    /// Keeps some encounters of the village and of associations, in their order.
    pub(crate) fn keep_in_village(
        &mut self,
        residents: &Residents,
        mut wanted: impl FnMut(&Encounter) -> bool,
    ) {
        let contact = self.contact;
        for lists in [&mut self.again, &mut self.village] {
            for (started, chunk) in lists.iter_mut().zip(residents.order().chunks(CHUNK)) {
                started.keep(chunk, |meeting| wanted(&whole(contact, residents, meeting)));
            }
        }
    }

    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    fn whole(&self, residents: &Residents, meeting: Meeting) -> Encounter {
        whole(self.contact, residents, meeting)
    }
}

/// An encounter of the village with all that is known of it; a pair that meets again draws about itself.
#[expect(
    clippy::inline_always,
    reason = "where code is kept small, as in the page, a call costs more than this"
)]
#[inline(always)]
fn whole(contact: u16, residents: &Residents, meeting: Meeting) -> Encounter {
    let from = residents.address[meeting.from as usize];
    let (who, ordinal, times) = match meeting.times_again() {
        0 => (from, meeting.ordinal(), 1),
        times => {
            let pair = from.pair(residents.address[meeting.with as usize]);
            (pair, Occasion::Again as u16, times)
        }
    };
    Encounter {
        who,
        from: meeting.from,
        with: meeting.with,
        units: contact.saturating_mul(times),
        before: meeting.before,
        slot: meeting.slot(),
        ordinal,
        channel: Channel::Village,
    }
}

impl From<Vec<Encounter>> for Encounters {
    fn from(others: Vec<Encounter>) -> Self {
        Self { others, ..Self::default() }
    }
}
