//! Common hours: a facilitator gathers the users of a place, and each talks with a few of them.

use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Draw, Occasion, Uniform, Who};
use crate::state::moment::Moment;
use crate::state::places::SharedPlace;
use crate::state::population::{Residents, Row};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// The month's common hours of a place (model 4.4); returns who came to one, by ascending address.
///
/// Every user comes to each with a given chance. Of those present each turns to the few whose clock with them rings first, and
/// the hour is split evenly over as many: a pair of which either turns to the other talks once. A pair has one clock, so that
/// a user more parts only pairs of which one would have turned to a later clock.
pub fn common_hours(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    place: &SharedPlace,
    out: &mut Vec<Encounter>,
) -> Vec<Row> {
    let held = place.facilitation.held;
    let partners = moment.value(Key::CommonHourPartners) as usize;
    let users: Vec<(Row, Who)> =
        place.users.iter().map(|row| (*row, residents.address[*row as usize])).collect();
    let mut came = vec![false; users.len()];
    let mut talks = Vec::new();
    for first in (0..held).step_by(4) {
        let mut hours = Hours::attended(moment, &users, first / 4, (held - first).min(4));
        for (came, present) in came.iter_mut().zip(&hours.present) {
            *came |= present.contains(&true);
        }
        hours.turn(moment, &users, first / 4, partners);
        hours.talks(partners, &mut talks);
    }
    // By the positions of users, which stand by ascending address.
    order::by_key(&mut talks, |talk| talk.pair);
    for talks in talks.chunk_by(|one, other| one.pair == other.pair) {
        let [(from, who), (with, other)] = talks[0].pair.map(|at| users[at]);
        out.push(Encounter {
            who: who.pair(other),
            from,
            with,
            units: talks.iter().fold(0, |sum: u16, talk| sum.saturating_add(talk.units)),
            before: ties.between(from, with),
            slot: 0,
            ordinal: Occasion::CommonHour as u16,
            channel: Channel::Structured,
        });
    }
    users.iter().zip(came).filter(|(_, came)| *came).map(|((row, _), _)| *row).collect()
}

/// A talk of two users at a common hour, by their positions, the lower first.
struct Talk {
    pair: [usize; 2],
    /// Contact in stored units.
    units: u16,
}

/// Up to four common hours, whose draws stand in one block.
struct Hours {
    /// Who is present at each, by the position of the user.
    present: Vec<[bool; 4]>,
    /// By hour and user: to whom the user turns, the first clock first.
    turned: [Vec<Vec<(Uniform, usize)>>; 4],
}

impl Hours {
    fn attended(moment: &Moment, users: &[(Row, Who)], block: u32, count: u32) -> Self {
        let source = moment.source(Draw::CommonHourPresence);
        let attendance = moment.value(Key::CommonHourAttendance);
        let present = |who: Who| {
            let draws = source.draws(who, moment.month, block);
            std::array::from_fn(|hour| hour < count as usize && draws[hour].bernoulli(attendance))
        };
        Self {
            present: users.iter().map(|(_, who)| present(*who)).collect(),
            turned: std::array::from_fn(|_| vec![Vec::new(); users.len()]),
        }
    }

    /// Everybody present turns to as many others present.
    fn turn(&mut self, moment: &Moment, users: &[(Row, Who)], block: u32, partners: usize) {
        let source = moment.source(Draw::CommonHourTalk);
        for (a, (_, who)) in users.iter().enumerate() {
            for (b, (_, other)) in users.iter().enumerate().skip(a + 1) {
                let both: [bool; 4] =
                    std::array::from_fn(|hour| self.present[a][hour] && self.present[b][hour]);
                if !both.contains(&true) {
                    continue;
                }
                let clocks = source.draws(who.pair(*other), moment.month, block);
                for hour in (0..4).filter(|hour| both[*hour]) {
                    let turned = &mut self.turned[hour];
                    turns(&mut turned[a], (clocks[hour], b), partners);
                    turns(&mut turned[b], (clocks[hour], a), partners);
                }
            }
        }
    }

    /// Who talks with whom, and how long.
    fn talks(&self, partners: usize, talks: &mut Vec<Talk>) {
        for (hour, turned) in self.turned.iter().enumerate() {
            let present = self.present.iter().filter(|present| present[hour]).count();
            let length = units(1.0 / partners.min(present.saturating_sub(1)).max(1) as f64);
            for (a, others) in turned.iter().enumerate() {
                for (_, b) in others {
                    let mutual = turned[*b].iter().any(|(_, of)| *of == a);
                    if a < *b || !mutual {
                        talks.push(Talk { pair: [a.min(*b), a.max(*b)], units: length });
                    }
                }
            }
        }
    }
}

/// Somebody turns to one more, and away from the last where these are too many. Of equal clocks the lower address is first.
fn turns(to: &mut Vec<(Uniform, usize)>, one: (Uniform, usize), most: usize) {
    let at = to.partition_point(|other| *other < one);
    if at < most {
        to.truncate(most - 1);
        to.insert(at, one);
    }
}
