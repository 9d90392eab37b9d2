//! New partners: in the village through friends of friends and among people at hand, and in associations.

use super::Village;
use super::sieve::Sieve;
use crate::inputs::parameters::Key;
use crate::kernel::parallel::{self, CHUNK};
use crate::kernel::random::{Draw, Source, Uniform, Who};
use crate::kernel::units::Month;
use crate::state::moment::Moment;
use crate::state::population::Row;
use crate::state::ties::{Encounters, Meeting, Started, units};
use std::hint::select_unpredictable;

/// Draws of an encounter after which nobody was found.
const TRIES: u32 = 24;

/// What every encounter of the month needs to know.
struct Search<'a> {
    source: Source,
    month: Month,
    village: &'a Village<'a>,
    friends_of_friends: f64,
    elsewhere: f64,
}

/// The encounters that residents start in the village and in associations this month, chosen from the ties as they stand,
/// in the order of residents. Of what is found only what `wanted` says is kept, by the address of the pair.
pub fn meet_in_village(
    moment: &Moment,
    village: &Village,
    wanted: impl Fn(Who) -> bool + Sync,
    out: &mut Encounters,
) {
    let search = Search {
        source: moment.source(Draw::VillageEncounter),
        month: moment.month,
        village,
        friends_of_friends: moment.value(Key::FriendsOfFriends),
        elsewhere: moment.value(Key::ElsewhereShare),
    };
    let residents = village.residents;
    let means = [Key::NewPartners, Key::AssociationEncounters].map(|key| moment.value(key));
    out.contact = units(moment.value(Key::VillageEncounterHours));
    let order = residents.order();
    out.village.resize_with(order.len().div_ceil(CHUNK), Started::default);
    parallel::columns(1, &mut out.village[..], |first, lists| {
        let (mut sweep, mut sociable, mut met) = (Sweep::default(), Vec::new(), Vec::new());
        for (chunk, started) in order.chunks(CHUNK).skip(first).zip(lists) {
            started.clear();
            sociable.clear();
            let starts =
                |row: &Row| !residents.secluded[*row as usize] && village.present(*row, search.month);
            sociable.extend(chunk.iter().copied().filter(starts));
            for rows in sociable.chunks(SWEEP) {
                met.clear();
                sweep.count(&search, rows, means);
                sweep.start(&search, rows, &mut met);
                sweep.introduce(&search, &mut met);
                sweep.seek(&search, &mut met);
                let found = |meeting: &Meeting| {
                    let [from, with] = [meeting.from, meeting.with];
                    let pair = || residents.address[from as usize].pair(residents.address[with as usize]);
                    with != from && village.present(with, search.month) && wanted(pair())
                };
                met.retain(found);
                for meeting in &mut met {
                    meeting.recognises(village.ties.tie(meeting.from, meeting.with).unwrap_or_default());
                }
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
    /// Positions of those in the village.
    in_village: Vec<usize>,
    /// Encounters in associations.
    in_association: Vec<Seeker>,
    seekers: Sieve<Seeker>,
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
    fn count(&mut self, search: &Search, rows: &[Row], means: [f64; 2]) {
        let Village { residents, association, .. } = search.village;
        let who = |row: &Row| residents.address[*row as usize];
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

    /// Notes every encounter; each is with oneself while nobody is found.
    fn start(&mut self, search: &Search, rows: &[Row], met: &mut Vec<Meeting>) {
        self.in_village.clear();
        self.in_association.clear();
        for (row, [in_village, in_association]) in rows.iter().zip(&self.counts) {
            for ordinal in 0..*in_village {
                self.in_village.push(met.len());
                met.push(Meeting::new(*row, ordinal, *row));
            }
            if let Some(group) = search.village.association[*row as usize] {
                for ordinal in *in_village..in_village + in_association {
                    let group = group.position() as u32;
                    self.in_association.push(Seeker { met: met.len(), in_association: true, group });
                    met.push(Meeting::new(*row, ordinal, *row));
                }
            }
        }
    }

    /// In the village: friends of friends; who meets none seeks in a commune.
    fn introduce(&mut self, search: &Search, met: &mut [Meeting]) {
        let Village { residents, neighbourhood, .. } = search.village;
        let mut seeking = std::mem::take(&mut self.at);
        seeking.clear();
        self.seekers.begin(self.in_village.len() + self.in_association.len());
        for (at, [through, which, further, accept]) in self.in_village.iter().zip(&self.draws) {
            let meeting = &mut met[*at];
            let friend = if through.value() < search.friends_of_friends {
                search.friend_of_a_friend(meeting.from, [*which, *further], *accept)
            } else {
                None
            };
            meeting.with = friend.unwrap_or(meeting.from);
            let seeks = friend.is_none();
            // The number of its draws for now, then that of a commune.
            self.seekers.put(Seeker { met: *at, in_association: false, group: seeking.len() as u32 }, seeks);
            seeking.extend(seeks.then(|| search.address(meeting, 1)));
        }
        draw(search, &mut self.draws, seeking.len(), |at| seeking[at]);
        for seeker in self.seekers.kept_mut() {
            let [away, towards, ..] = self.draws[seeker.group as usize];
            let home = residents.commune[met[seeker.met].from as usize] as usize;
            let group = match neighbourhood.of(home) {
                Some(elsewhere) if away.bernoulli(search.elsewhere) => elsewhere.chosen_by(towards),
                _ => home,
            };
            seeker.group = group as u32;
        }
        for seeker in &self.in_association {
            self.seekers.put(*seeker, true);
        }
        self.at = seeking;
    }

    /// Draws from the slots of groups, for all seekers at once, until each has found somebody or has no tries left.
    fn seek(&mut self, search: &Search, met: &mut [Meeting]) {
        let Village { residents, communes, associations, .. } = search.village;
        let origin = &residents.origin;
        for round in 0.. {
            let seekers = self.seekers.kept();
            if seekers.is_empty() {
                return;
            }
            draw(search, &mut self.draws, seekers.len(), |at| {
                search.address(&met[seekers[at].met], seekers[at].try_number(round))
            });
            self.seekers.again();
            for (at, [a, accept_a, b, accept_b]) in self.draws.iter().enumerate() {
                let seeker = self.seekers.at(at);
                let meeting = &mut met[seeker.met];
                let row = meeting.from;
                let slots = if seeker.in_association { *associations } else { *communes };
                let other_origin = search.other_origin(row);
                let finds = |slot: &Uniform, accept: &Uniform| {
                    let other = slots.at_or(seeker.group as usize, *slot, row);
                    let same = origin[row as usize] == origin[other as usize];
                    ((other != row) & (same | (accept.value() < other_origin)), other)
                };
                let ((found_a, a), (found_b, b)) = (finds(a, accept_a), finds(b, accept_b));
                meeting.with = select_unpredictable(found_a, a, select_unpredictable(found_b, b, row));
                let left = seeker.try_number(round + 1) < TRIES;
                self.seekers.put(seeker, !(found_a | found_b) & left);
            }
        }
    }
}

/// Block of the draws of an encounter's try.
fn block(ordinal: u16, try_number: u32) -> u32 {
    1 + u32::from(ordinal) * (TRIES + 1) + try_number
}

impl Search<'_> {
    /// Where the draws of an encounter's try are.
    fn address(&self, meeting: &Meeting, try_number: u32) -> (Who, u32) {
        (self.village.residents.address[meeting.from as usize], block(meeting.ordinal(), try_number))
    }

    /// Chance of taking up with someone of the other origin, when one of the own would be taken up with for sure.
    fn other_origin(&self, row: Row) -> f64 {
        self.village.preference.other_origin(self.village.helped_across, row)
    }

    /// Somebody met through a friend. Each friend has a clock of their own: one tie more takes nobody else's chance.
    fn friend_of_a_friend(&self, row: Row, salts: [Uniform; 2], accept: Uniform) -> Option<Row> {
        let Village { residents, ties, .. } = self.village;
        let friend = |of: Row, salt: Uniform| {
            Who::first(salt, ties.ends(of), |end| residents.address[end.other() as usize])
        };
        let first = friend(row, salts[0])?;
        let second = friend(first.other(), salts[1])?;
        let across = first.across() ^ second.across();
        let found = second.other() != row && (!across || accept.value() < self.other_origin(row));
        found.then(|| second.other())
    }
}
