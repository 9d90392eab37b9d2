//! Encounters in the village and in associations: with present ties, friends of friends, people at hand.

use super::Neighbourhood;
use super::weights::Weights;
use crate::inputs::parameters::Key;
use crate::kernel::parallel::{self, CHUNK};
use crate::kernel::random::{Draw, Source, Uniform, Who};
use crate::kernel::units::Month;
use crate::state::moment::Moment;
use crate::state::population::{Group, Residents, Row, Slots};
use crate::state::ties::{Encounters, Meeting, Started};
use crate::state::ties::{SLOTS, Ties, units};
use std::hint::select_unpredictable;

/// Draws of an encounter after which nobody was found.
const TRIES: u32 = 24;

/// What every encounter of the month needs to know.
struct Search<'a> {
    source: Source,
    month: Month,
    residents: &'a Residents,
    ties: &'a Ties,
    communes: &'a Slots,
    associations: &'a Slots,
    neighbourhood: &'a Neighbourhood,
    repeat: f64,
    friends_of_friends: f64,
    elsewhere: f64,
    /// Chance of taking up with someone of the other origin, when one of the own would be taken up with for sure.
    other_origin: f64,
    saturation: u16,
}

/// The encounters that residents start in the village and in associations this month, chosen from the ties as they stand,
/// in the order of residents. `association[row]` is the group of the association of a member.
///
/// # Panics
/// Never: every encounter in the village was drawn before.
#[expect(clippy::too_many_arguments, reason = "an encounter depends on who is where and knows whom")]
pub fn meet_in_village(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    communes: &Slots,
    associations: &Slots,
    association: &[Option<Group>],
    neighbourhood: &Neighbourhood,
    out: &mut Encounters,
) {
    let search = Search {
        source: moment.source(Draw::VillageEncounter),
        month: moment.month,
        residents,
        ties,
        communes,
        associations,
        neighbourhood,
        repeat: moment.value(Key::RepeatShare),
        friends_of_friends: moment.value(Key::FriendsOfFriends),
        elsewhere: moment.value(Key::ElsewhereShare),
        other_origin: 1.0 / moment.value(Key::SameOriginPreference),
        saturation: units(moment.value(Key::StrongHours)),
    };
    let means = [Key::VillageEncounters, Key::AssociationEncounters].map(|key| moment.value(key));
    out.contact = units(moment.value(Key::VillageEncounterHours));
    let order = residents.order();
    out.village.resize_with(order.len().div_ceil(CHUNK), Started::default);
    parallel::columns(1, &mut out.village[..], |first, lists| {
        let (mut sweep, mut sociable, mut met) = (Sweep::default(), Vec::new(), Vec::new());
        for (chunk, started) in order.chunks(CHUNK).skip(first).zip(lists) {
            started.clear();
            sociable.clear();
            sociable.extend(chunk.iter().copied().filter(|row| !residents.secluded[*row as usize]));
            for rows in sociable.chunks(SWEEP) {
                met.clear();
                sweep.count(&search, rows, association, means);
                sweep.start(&search, rows, association, &mut met);
                sweep.introduce(&search, &mut met);
                sweep.seek(&search, &mut met);
                sweep.recognise(&search, &mut met);
                started.add(chunk, &met);
            }
        }
    });
}

/// Residents whose draws are made in one sweep.
const SWEEP: usize = 256;

/// The encounters of some residents. Whatever needs one more draw waits until all these draws are made in one sweep. What
/// happens by chance is chosen, not branched to: a processor cannot foresee it.
#[derive(Default)]
struct Sweep {
    /// Where the first draws of each encounter in the village are.
    at: Vec<(Who, u32)>,
    draws: Vec<[Uniform; 4]>,
    /// Encounters in the village and in an association, by resident.
    counts: Vec<[u16; 2]>,
    /// Encounters in the village with a new partner.
    fresh: Sieve<Fresh>,
    /// Through whom each of them may find somebody, and whether that is someone of the other origin.
    friends: Vec<(Row, bool)>,
    /// Encounters in associations.
    in_association: Vec<Seeker>,
    seekers: Sieve<Seeker>,
}

/// What is left of a list, filled without a branch: what is not kept is overwritten by what comes next.
#[derive(Default)]
struct Sieve<T> {
    items: Vec<T>,
    kept: usize,
}

impl<T: Clone + Default> Sieve<T> {
    /// Empties it; as many as `most` may come.
    fn begin(&mut self, most: usize) {
        self.items.resize(self.items.len().max(most + 1), T::default());
        self.kept = 0;
    }

    fn put(&mut self, item: T, keep: bool) {
        self.items[self.kept] = item;
        self.kept += usize::from(keep);
    }

    fn kept(&self) -> &[T] {
        &self.items[..self.kept]
    }
}

/// An encounter in the village with a new partner: its position, and the draws of it that are left.
#[derive(Clone, Copy, Default)]
struct Fresh {
    met: usize,
    which: Uniform,
    new: Uniform,
    further: Uniform,
}

/// An encounter for which someone is drawn from the slots of a group until somebody is found.
#[derive(Clone, Copy, Default)]
struct Seeker {
    /// Position of the encounter.
    met: usize,
    in_association: bool,
    group: u32,
}

impl Seeker {
    /// Number of its try in the `round`-th sweep; two were spent on friends of friends in the village.
    fn try_number(&self, round: u32) -> u32 {
        round + if self.in_association { 0 } else { 2 }
    }
}

/// Makes the draws of `count` addresses.
fn draw(search: &Search, draws: &mut Vec<[Uniform; 4]>, count: usize, at: impl Fn(usize) -> (Who, u32)) {
    draws.resize(count, [Uniform::default(); 4]);
    search.source.fill_at(search.month, draws, at);
}

impl Sweep {
    /// How many encounters each resident starts; draws first for every one in the village.
    fn count(&mut self, search: &Search, rows: &[Row], association: &[Option<Group>], means: [f64; 2]) {
        let who = |row: &Row| search.residents.address[*row as usize];
        draw(search, &mut self.draws, rows.len(), |at| (who(&rows[at]), 0));
        self.counts.clear();
        self.counts.extend(rows.iter().zip(&self.draws).map(|(row, [a, b, ..])| {
            let member = association[*row as usize].is_some();
            [(means[0] + a.value()) as u16, if member { (means[1] + b.value()) as u16 } else { 0 }]
        }));
        self.at.clear();
        for (row, [in_village, _]) in rows.iter().zip(&self.counts) {
            self.at.extend((0..*in_village).map(|ordinal| (who(row), block(ordinal, 0))));
        }
        draw(search, &mut self.draws, self.at.len(), |at| self.at[at]);
    }

    /// Encounters with present ties; the others are noted, and are with oneself while nobody is found.
    fn start(
        &mut self,
        search: &Search,
        rows: &[Row],
        association: &[Option<Group>],
        met: &mut Vec<Meeting>,
    ) {
        self.fresh.begin(self.draws.len());
        self.in_association.clear();
        let mut draws = self.draws.iter();
        for (row, [in_village, in_association]) in rows.iter().zip(&self.counts) {
            let weights = Weights::new(search.ties, *row, search.saturation);
            let (ends, stocks) = search.ties.row(*row);
            for (ordinal, [how, which, new, further]) in (0..*in_village).zip(draws.by_ref()) {
                let again = (weights.total > 0) & (how.value() < search.repeat);
                let slot = weights.slot(which.index(weights.total.max(1))).min(SLOTS - 1);
                let with = select_unpredictable(again, ends[slot].other(), *row);
                let before = select_unpredictable(again, stocks[slot], 0);
                let known = select_unpredictable(again, slot as u8, 0);
                let fresh = Fresh { met: met.len(), which: *which, new: *new, further: *further };
                self.fresh.put(fresh, !again);
                met.push(Meeting::new(*row, ordinal, with, before, known));
            }
            if let Some(group) = association[*row as usize] {
                for ordinal in *in_village..in_village + in_association {
                    let group = group.position() as u32;
                    self.in_association.push(Seeker { met: met.len(), in_association: true, group });
                    met.push(Meeting::new(*row, ordinal, *row, 0, 0));
                }
            }
        }
    }

    /// New partners in the village: friends of friends; who meets none seeks in a commune.
    fn introduce(&mut self, search: &Search, met: &mut [Meeting]) {
        let fresh = self.fresh.kept();
        self.friends.clear();
        self.friends.extend(fresh.iter().map(|fresh| {
            let row = met[fresh.met].from;
            if fresh.new.value() >= search.friends_of_friends {
                return (row, false);
            }
            // Each friend has a clock of their own: one tie more takes nobody else's chance.
            let friend = |of: Row, salt: Uniform| {
                Who::first(salt, search.ties.ends(of), |end| search.residents.address[end.other() as usize])
            };
            friend(row, fresh.which).map_or((row, false), |first| {
                let second = friend(first.other(), fresh.further);
                second.map_or((row, false), |end| (end.other(), first.across() ^ end.across()))
            })
        }));
        draw(search, &mut self.draws, fresh.len(), |at| search.address(&met[fresh[at].met], 1));
        self.seekers.begin(fresh.len() + self.in_association.len());
        for (at, ((friend, across), [accept, ..])) in self.friends.iter().zip(&self.draws).enumerate() {
            let met_at = self.fresh.items[at].met;
            let meeting = &mut met[met_at];
            let found = (*friend != meeting.from) & (!across | (accept.value() < search.other_origin));
            meeting.with = select_unpredictable(found, *friend, meeting.from);
            // The number of its draws for now, then that of a commune.
            self.seekers.put(Seeker { met: met_at, in_association: false, group: at as u32 }, !found);
        }
        for seeker in &mut self.seekers.items[..self.seekers.kept] {
            let [_, away, towards, _] = self.draws[seeker.group as usize];
            let home = search.residents.commune[met[seeker.met].from as usize] as usize;
            let group = match search.neighbourhood.of(home) {
                Some(elsewhere) if away.bernoulli(search.elsewhere) => elsewhere.chosen_by(towards),
                _ => home,
            };
            seeker.group = group as u32;
        }
        for seeker in &self.in_association {
            self.seekers.put(*seeker, true);
        }
    }

    /// Draws from the slots of groups, for all seekers at once, until each has found somebody or has no tries left.
    fn seek(&mut self, search: &Search, met: &mut [Meeting]) {
        let origin = &search.residents.origin;
        for round in 0.. {
            let seekers = self.seekers.kept();
            if seekers.is_empty() {
                return;
            }
            draw(search, &mut self.draws, seekers.len(), |at| {
                search.address(&met[seekers[at].met], seekers[at].try_number(round))
            });
            self.seekers.kept = 0;
            for (at, [a, accept_a, b, accept_b]) in self.draws.iter().enumerate() {
                let seeker = self.seekers.items[at];
                let meeting = &mut met[seeker.met];
                let row = meeting.from;
                let slots = if seeker.in_association { search.associations } else { search.communes };
                let finds = |slot: &Uniform, accept: &Uniform| {
                    let other = slots.at_or(seeker.group as usize, *slot, row);
                    let same = origin[row as usize] == origin[other as usize];
                    ((other != row) & (same | (accept.value() < search.other_origin)), other)
                };
                let ((found_a, a), (found_b, b)) = (finds(a, accept_a), finds(b, accept_b));
                meeting.with = select_unpredictable(found_a, a, select_unpredictable(found_b, b, row));
                let left = seeker.try_number(round + 1) < TRIES;
                self.seekers.put(seeker, !(found_a | found_b) & left);
            }
        }
    }

    /// The present ties with whom was found.
    fn recognise(&self, search: &Search, met: &mut [Meeting]) {
        let mut recognise = |at: usize| {
            let meeting = &mut met[at];
            meeting.recognises(search.ties.tie(meeting.from, meeting.with).unwrap_or_default());
        };
        self.fresh.kept().iter().for_each(|fresh| recognise(fresh.met));
        self.in_association.iter().for_each(|seeker| recognise(seeker.met));
    }
}

/// Block of the draws of an encounter's try.
fn block(ordinal: u16, try_number: u32) -> u32 {
    1 + u32::from(ordinal) * (TRIES + 1) + try_number
}

impl Search<'_> {
    /// Where the draws of an encounter's try are.
    fn address(&self, meeting: &Meeting, try_number: u32) -> (Who, u32) {
        (self.residents.address[meeting.from as usize], block(meeting.ordinal(), try_number))
    }
}
