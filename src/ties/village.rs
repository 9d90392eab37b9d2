//! Encounters in the village and in associations: with present ties, friends of friends, people at hand.

use super::encounters::{Encounters, Meeting};
use super::weights::Weights;
use super::{Neighbourhood, Ties, units};
use crate::moment::Moment;
use crate::parallel::{self, CHUNK};
use crate::parameters::Key;
use crate::population::{Group, Residents, Row, Slots};
use crate::random::{Source, Stream, Uniform, Who};
use crate::units::Month;

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
        source: moment.stream(Stream::VillageContact),
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
    out.village.resize_with(order.len().div_ceil(CHUNK), Vec::new);
    parallel::columns(1, &mut out.village[..], |first, lists| {
        let mut sweep = Sweep::default();
        for (rows, met) in order.chunks(CHUNK).skip(first).zip(lists) {
            met.clear();
            sweep.sociable.clear();
            sweep.sociable.extend(rows.iter().copied().filter(|row| !residents.secluded[*row as usize]));
            let sociable = std::mem::take(&mut sweep.sociable);
            for rows in sociable.chunks(SWEEP) {
                sweep.count(&search, rows, association, means);
                sweep.start(&search, rows, association, met);
                sweep.introduce(&search, met);
                sweep.seek(&search, met);
            }
            sweep.sociable = sociable;
            met.retain(|meeting| meeting.with != meeting.from);
        }
    });
}

/// Residents whose draws are made in one sweep.
const SWEEP: usize = 256;

/// The encounters of some residents. Whatever needs one more draw waits until all these draws are made in one sweep.
#[derive(Default)]
struct Sweep {
    /// Who can meet anybody.
    sociable: Vec<Row>,
    /// Where the first draws of each encounter in the village are.
    at: Vec<(Who, u32)>,
    draws: Vec<[Uniform; 4]>,
    /// Encounters in the village and in an association, by resident.
    counts: Vec<[u16; 2]>,
    /// Position of each encounter in the village with a new partner, and its first draws.
    fresh: Vec<(usize, [Uniform; 4])>,
    seekers: Vec<Seeker>,
}

/// An encounter for which someone is drawn from the slots of a group until somebody is found.
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
        self.fresh.clear();
        self.seekers.clear();
        let mut first = self.draws.iter();
        for (row, [in_village, in_association]) in rows.iter().zip(&self.counts) {
            let weights = Weights::new(search.ties, *row, search.saturation);
            for (ordinal, draws) in (0..*in_village).zip(first.by_ref()) {
                let [how, which, ..] = draws;
                if weights.total > 0 && how.bernoulli(search.repeat) {
                    let slot = weights.slot(which.index(weights.total));
                    let (with, before) = search.ties.slot(*row, slot);
                    met.push(Meeting::new(*row, ordinal, with, before, slot as u8));
                } else {
                    self.fresh.push((met.len(), *draws));
                    met.push(Meeting::new(*row, ordinal, *row, 0, 0));
                }
            }
            if let Some(group) = association[*row as usize] {
                for ordinal in *in_village..in_village + in_association {
                    let group = group.position() as u32;
                    self.seekers.push(Seeker { met: met.len(), in_association: true, group });
                    met.push(Meeting::new(*row, ordinal, *row, 0, 0));
                }
            }
        }
    }

    /// New partners in the village: friends of friends; who meets none seeks in a commune.
    fn introduce(&mut self, search: &Search, met: &mut [Meeting]) {
        draw(search, &mut self.draws, self.fresh.len(), |at| search.address(&met[self.fresh[at].0], 1));
        for ((at, [_, which, new, further]), [accept, away, towards, _]) in self.fresh.iter().zip(&self.draws)
        {
            let meeting = &mut met[*at];
            let friend = new
                .bernoulli(search.friends_of_friends)
                .then(|| search.friend_of_friend(meeting.from, *which, *further))
                .flatten();
            if !search.takes_up(meeting, friend, *accept) {
                let home = search.residents.commune[meeting.from as usize] as usize;
                let group = match &search.neighbourhood.elsewhere[home] {
                    Some(elsewhere) if away.bernoulli(search.elsewhere) => towards.categorical(elsewhere),
                    _ => home,
                };
                self.seekers.push(Seeker { met: *at, in_association: false, group: group as u32 });
            }
        }
    }

    /// Draws from the slots of groups, for all seekers at once, until each has found somebody or has no tries left.
    fn seek(&mut self, search: &Search, met: &mut [Meeting]) {
        for round in 0.. {
            if self.seekers.is_empty() {
                return;
            }
            draw(search, &mut self.draws, self.seekers.len(), |at| {
                let seeker = &self.seekers[at];
                search.address(&met[seeker.met], seeker.try_number(round))
            });
            let mut draws = self.draws.iter();
            self.seekers.retain(|seeker| {
                let [a, accept_a, b, accept_b] = draws.next().expect("drawn for each seeker");
                let slots = if seeker.in_association { search.associations } else { search.communes };
                let meeting = &mut met[seeker.met];
                let mut finds = |slot: &Uniform, accept: &Uniform| {
                    search.takes_up(meeting, slots.at(seeker.group as usize, *slot), *accept)
                };
                let found = finds(a, accept_a) || finds(b, accept_b);
                !found && seeker.try_number(round + 1) < TRIES
            });
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
        (self.residents.address[meeting.from as usize], block(meeting.ordinal(), try_number))
    }

    fn friend_of_friend(&self, row: Row, which: Uniform, further: Uniform) -> Option<Row> {
        let friends = self.ties.degree(row) as u32;
        if friends == 0 {
            return None;
        }
        let (friend, _) = self.ties.slot(row, which.index(friends) as usize);
        let theirs = self.ties.degree(friend) as u32;
        let (other, _) = self.ties.slot(friend, further.index(theirs) as usize);
        Some(other)
    }

    /// Whether an encounter is with `other`: somebody, not oneself, and not refused for being of the other origin.
    fn takes_up(&self, meeting: &mut Meeting, other: Option<Row>, accept: Uniform) -> bool {
        let (row, origin) = (meeting.from, &self.residents.origin);
        let Some(other) = other.filter(|other| *other != row) else { return false };
        let accepted = origin[row as usize] == origin[other as usize] || accept.bernoulli(self.other_origin);
        if accepted {
            meeting.finds(other, self.ties.tie(row, other).unwrap_or_default());
        }
        accepted
    }
}
