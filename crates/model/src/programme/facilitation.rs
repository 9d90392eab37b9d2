//! Facilitation: hours of a host split over common hours, introductions, outreach to locals and convened works.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::random::{Source, Stream, Uniform, Who};
use crate::state::moment::Moment;
use crate::state::places::{FacilitatedHours, NOWHERE, SharedPlace, Users, circle};
use crate::state::population::{Origin, Residents, Row, Slots};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// Number of the encounter of a pair that is introduced.
const ORDINAL: u16 = 4_000;
/// Draws after which nobody was found.
const TRIES: u32 = 32;

pub(super) fn act(scene: &mut Scene) {
    let staff = scene.lever(Key::FacilitationFte);
    scene.pay_yearly(staff * scene.lever(Key::FacilitationCost));
    let hours = staff * scene.lever(Key::FacilitationHours);
    if hours <= 0.0 {
        return;
    }
    let part = |key: Key| hours * scene.lever(key);
    let given = FacilitatedHours {
        common: part(Key::CommonHoursShare),
        introductions: part(Key::IntroductionsShare),
        outreach: part(Key::OutreachShare),
        convening: part(Key::ConveningShare),
        cross_origin: scene.lever(Key::CrossIntroductions),
    };
    if scene.instrument.place.is_some() {
        if let Some(place) = scene.place() {
            give(place, given);
        }
        return;
    }
    let name = &scene.instrument.name;
    let known = scene.places.iter().position(|place| place.name == *name && !place.desks);
    let at = known.unwrap_or_else(|| {
        scene.places.push(circle(name, scene.moment.commune_of(scene.instrument)));
        scene.places.len() - 1
    });
    let people = (staff * scene.lever(Key::CirclePersons)) as u32;
    let place = &mut scene.places[at];
    place.open = people > 0;
    place.capacity = people;
    give(place, given);
}

/// Adds the hours of one facilitator to those of others in the same focus.
fn give(place: &mut SharedPlace, given: FacilitatedHours) {
    let total = &mut place.facilitation;
    total.common += given.common;
    total.introductions += given.introductions;
    total.outreach += given.outreach;
    total.convening += given.convening;
    total.cross_origin = given.cross_origin;
}

/// The month's introductions and visits. Those visited are invited; those introduced meet for two hours and are returned.
pub fn reach_out(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    communes: &Slots,
    places: &[SharedPlace],
    users: &mut Users,
    out: &mut Vec<Encounter>,
) -> Vec<(Row, Row)> {
    let source = moment.stream(Stream::Facilitation);
    let each = moment.value(Key::IntroductionWork);
    let mut introduced = Vec::new();
    for place in places.iter().filter(|place| place.open) {
        let [pairs, visits, ..] = source.draws(place.who, moment.month, 0);
        let pairs = (place.facilitation.introductions / each + pairs.value()) as u32;
        for number in 0..pairs {
            let found = introduce(moment, source, residents, communes, place, number);
            if let Some((a, b)) = found {
                out.push(Encounter {
                    who: residents.address[a as usize]
                        .pair(residents.address[b as usize])
                        .pair(place.who.pair(Who::number(number))),
                    from: a,
                    with: b,
                    units: units(each),
                    before: ties.between(a, b),
                    slot: 0,
                    ordinal: ORDINAL,
                    channel: Channel::Structured,
                });
                introduced.push((a, b));
            }
        }
        let visits = (place.facilitation.outreach / each + visits.value()) as u32;
        for number in 0..visits {
            let who = place.who.pair(Who::number(10_000 + number));
            let local = somebody(moment, source, residents, communes, who, Origin::Local, |row| {
                users.place[row as usize] == NOWHERE
            });
            if let Some(row) = local {
                let invited = &mut users.invited[row as usize];
                *invited = (*invited).max(moment.value(Key::InvitationMonths) as u8);
            }
        }
    }
    introduced
}

/// A user, with another user or a resident of the other origin.
fn introduce(
    moment: &Moment,
    source: Source,
    residents: &Residents,
    communes: &Slots,
    place: &SharedPlace,
    number: u32,
) -> Option<(Row, Row)> {
    let who = place.who.pair(Who::number(number));
    let [first, crosses, second, _] = source.draws(who, moment.month, 0);
    let count = place.users.len() as u32;
    if count == 0 {
        return None;
    }
    let user = place.users[first.index(count) as usize];
    let other = if crosses.bernoulli(place.facilitation.cross_origin) {
        let other_origin = residents.origin[user as usize].other();
        somebody(moment, source, residents, communes, who, other_origin, |_| true)?
    } else {
        place.users[second.index(count) as usize]
    };
    (other != user).then_some((user, other))
}

/// An active resident of an origin, drawn from the slots of communes: a commune by its residents, then a slot.
fn somebody(
    moment: &Moment,
    source: Source,
    residents: &Residents,
    communes: &Slots,
    who: Who,
    origin: Origin,
    fits: impl Fn(Row) -> bool,
) -> Option<Row> {
    (1..=TRIES).find_map(|block| {
        let [commune, a, b, c] = source.draws(who, moment.month, block);
        let commune = communes.group_by_members(commune)?;
        let fitting = |slot: Uniform| {
            let row = communes.at(commune, slot)?;
            let at = row as usize;
            let active = residents.occupation[at].is_active();
            (residents.origin[at] == origin && active && fits(row)).then_some(row)
        };
        [a, b, c].into_iter().find_map(fitting)
    })
}
