//! Encounters in the village and in associations: with present ties, friends of friends, people at hand.

use super::{Channel, Encounter, Ties, units};
use crate::moment::Moment;
use crate::parameters::{Key, Values};
use crate::population::{Residents, Row, Slots};
use crate::portable::exp;
use crate::random::{Categorical, Source, Stream, Uniform, Who};
use crate::territory::Travel;
use crate::units::Month;

/// Draws of an encounter after which nobody was found.
const TRIES: u32 = 24;

/// Which other communes the residents of each commune meet people from.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    elsewhere: Vec<Option<Categorical>>,
}

impl Neighbourhood {
    /// Weights the other communes by their residents at the start and by `exp(-minutes / decline)`.
    #[must_use]
    pub fn new(values: &Values, travel: &Travel, adults: &[u32]) -> Self {
        let decline = values[Key::ElsewhereMinutes];
        let weights = |from: usize| -> Vec<f64> {
            (0..adults.len())
                .map(|to| {
                    let minutes = f64::from(travel.minutes(from as u16, to as u16));
                    if to == from { 0.0 } else { f64::from(adults[to]) * exp(-minutes / decline) }
                })
                .collect()
        };
        let elsewhere = (0..adults.len())
            .map(|from| {
                let weights = weights(from);
                (weights.iter().sum::<f64>() > 0.0).then(|| Categorical::new(&weights))
            })
            .collect();
        Self { elsewhere }
    }
}

/// What every encounter of the month needs to know.
struct Search<'a> {
    source: Source,
    month: Month,
    residents: &'a Residents,
    ties: &'a Ties,
    communes: &'a Slots,
    neighbourhood: &'a Neighbourhood,
    repeat: f64,
    friends_of_friends: f64,
    elsewhere: f64,
    /// Chance of taking up with someone of the other origin, when one of the own would be taken up with for sure.
    other_origin: f64,
    saturation: u32,
}

/// The encounters that residents start in the village and in associations this month, chosen from the ties as they stand,
/// in the order of residents. `association[row]` is the group of the association of a member.
///
/// # Panics
/// Never: every encounter in the village was drawn before.
#[expect(clippy::too_many_arguments, reason = "an encounter depends on who is where and knows whom")]
pub fn encounters(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    communes: &Slots,
    associations: &Slots,
    association: &[Option<u32>],
    neighbourhood: &Neighbourhood,
    out: &mut Vec<Encounter>,
) {
    let search = Search {
        source: moment.stream(Stream::VillageContact),
        month: moment.month,
        residents,
        ties,
        communes,
        neighbourhood,
        repeat: moment.value(Key::RepeatShare),
        friends_of_friends: moment.value(Key::FriendsOfFriends),
        elsewhere: moment.value(Key::ElsewhereShare),
        other_origin: 1.0 / moment.value(Key::SameOriginPreference),
        saturation: u32::from(units(moment.value(Key::StrongHours))),
    };
    let village = moment.value(Key::VillageEncounters);
    let meetings = moment.value(Key::AssociationEncounters);
    let contact = units(moment.value(Key::VillageEncounterHours));
    let sociable: Vec<Row> =
        residents.order().iter().copied().filter(|row| !residents.secluded[*row as usize]).collect();
    let mut sweep = Sweep::default();
    for rows in sociable.chunks(SWEEP) {
        sweep.count(&search, rows, association, [village, meetings]);
        sweep.draw(&search);
        let mut first = sweep.draws.iter();
        for ((row, counts), (who, _)) in rows.iter().zip(&sweep.counts).zip(&sweep.residents) {
            let (row, [in_village, in_association]) = (*row, *counts);
            let weight: u32 = ties.of(row).map(|(_, stock)| u32::from(stock).min(search.saturation)).sum();
            let group = association[row as usize];
            for ordinal in 0..in_village + in_association {
                let met = if ordinal < in_village {
                    let draws = first.next().expect("drawn for each encounter in the village");
                    search.in_village(row, *who, weight, u32::from(ordinal), *draws)
                } else {
                    group.and_then(|group| {
                        let with =
                            search.among(row, *who, associations, group as usize, u32::from(ordinal), 0)?;
                        Some((with, ties.between(row, with), 0))
                    })
                };
                if let Some((with, before, slot)) = met {
                    out.push(Encounter {
                        who: *who,
                        from: row,
                        with,
                        units: contact,
                        before,
                        slot,
                        ordinal,
                        channel: Channel::Village,
                    });
                }
            }
        }
    }
}

/// Residents whose draws are made in one sweep.
const SWEEP: usize = 256;

/// The first draws of some residents and of their encounters in the village, made in two sweeps.
#[derive(Default)]
struct Sweep {
    residents: Vec<(Who, u32)>,
    /// Encounters in the village and in an association, by resident.
    counts: Vec<[u16; 2]>,
    encounters: Vec<(Who, u32)>,
    draws: Vec<[Uniform; 4]>,
}

impl Sweep {
    /// How many encounters each resident starts.
    fn count(&mut self, search: &Search, rows: &[Row], association: &[Option<u32>], means: [f64; 2]) {
        self.residents.clear();
        self.residents.extend(rows.iter().map(|row| (search.residents.address[*row as usize], 0)));
        self.draws.resize(rows.len(), [Uniform::default(); 4]);
        search.source.fill_at(&self.residents, search.month, &mut self.draws);
        self.counts.clear();
        self.counts.extend(rows.iter().zip(&self.draws).map(|(row, [a, b, ..])| {
            let member = association[*row as usize].is_some();
            [(means[0] + a.value()) as u16, if member { (means[1] + b.value()) as u16 } else { 0 }]
        }));
    }

    /// The first draws of every encounter in the village.
    fn draw(&mut self, search: &Search) {
        self.encounters.clear();
        for ((who, _), [in_village, _]) in self.residents.iter().zip(&self.counts) {
            self.encounters
                .extend((0..*in_village).map(|ordinal| (*who, Search::block(u32::from(ordinal), 0))));
        }
        self.draws.resize(self.encounters.len(), [Uniform::default(); 4]);
        search.source.fill_at(&self.encounters, search.month, &mut self.draws);
    }
}

impl Search<'_> {
    /// Block of the draws of an encounter's try.
    fn block(ordinal: u32, try_number: u32) -> u32 {
        1 + ordinal * (TRIES + 1) + try_number
    }

    fn draws(&self, who: Who, ordinal: u32, try_number: u32) -> [Uniform; 4] {
        self.source.draws(who, self.month, Self::block(ordinal, try_number))
    }

    fn in_village(
        &self,
        row: Row,
        who: Who,
        weight: u32,
        ordinal: u32,
        [how, which, new, further]: [Uniform; 4],
    ) -> Option<(Row, u16, u8)> {
        if weight > 0 && how.bernoulli(self.repeat) {
            return Some(self.present_tie(row, which.index(weight)));
        }
        let [accept, away, towards, _] = self.draws(who, ordinal, 1);
        if new.bernoulli(self.friends_of_friends)
            && let Some(friend) = self.friend_of_friend(row, which, further)
            && self.takes_up(row, friend, accept)
        {
            return Some((friend, self.ties.between(row, friend), 0));
        }
        let home = self.residents.commune[row as usize] as usize;
        let commune = match &self.neighbourhood.elsewhere[home] {
            Some(elsewhere) if away.bernoulli(self.elsewhere) => towards.categorical(elsewhere),
            _ => home,
        };
        let with = self.among(row, who, self.communes, commune, ordinal, 2)?;
        Some((with, self.ties.between(row, with), 0))
    }

    /// A present tie, its stock and its slot, with a weight that grows with the stock up to that of a friend.
    fn present_tie(&self, row: Row, mut at: u32) -> (Row, u16, u8) {
        for (slot, (other, stock)) in self.ties.of(row).enumerate() {
            let weight = u32::from(stock).min(self.saturation);
            if at < weight {
                return (other, stock, slot as u8);
            }
            at -= weight;
        }
        unreachable!("the draw stays below the sum of weights")
    }

    fn friend_of_friend(&self, row: Row, which: Uniform, further: Uniform) -> Option<Row> {
        let friends = self.ties.degree(row) as u32;
        if friends == 0 {
            return None;
        }
        let (friend, _) = self.ties.slot(row, which.index(friends) as usize);
        let theirs = self.ties.degree(friend) as u32;
        let (other, _) = self.ties.slot(friend, further.index(theirs) as usize);
        (other != row).then_some(other)
    }

    /// Someone drawn from the slots of a group; an empty slot, oneself or a refusal redraws.
    fn among(
        &self,
        row: Row,
        who: Who,
        slots: &Slots,
        group: usize,
        ordinal: u32,
        first: u32,
    ) -> Option<Row> {
        (first..TRIES).find_map(|number| {
            let [a, accept_a, b, accept_b] = self.draws(who, ordinal, number);
            [(a, accept_a), (b, accept_b)].into_iter().find_map(|(slot, accept)| {
                let other = slots.at(group, slot)?;
                (other != row && self.takes_up(row, other, accept)).then_some(other)
            })
        })
    }

    fn takes_up(&self, row: Row, other: Row, accept: Uniform) -> bool {
        let origin = &self.residents.origin;
        origin[row as usize] == origin[other as usize] || accept.bernoulli(self.other_origin)
    }
}
