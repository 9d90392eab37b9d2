//! Facilitation: hours of a host split over common hours, introductions, outreach to locals and convened works.

mod memory;
mod search;

pub use memory::forget;

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Occasion, Who};
use crate::state::moment::Moment;
use crate::state::places::{FacilitatedHours, NOWHERE, SharedPlace, Users, circle};
use crate::state::population::{Origin, Residents, Row, Slots};
use crate::state::ties::{Channel, Encounter, Ties, units};
use search::Introduction;

pub(super) fn act(scene: &mut Scene) {
    let staff = scene.lever(Key::FacilitationFte);
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
            // A place has one facilitation at a time: a scenario with two is refused.
            place.facilitation = given;
        }
        return;
    }
    let people = (staff * scene.lever(Key::CirclePersons)) as u32;
    let circle = circle(&scene.instrument.name, scene.moment.commune_of(scene.instrument));
    if let Some(circle) = scene.open(circle, people) {
        circle.facilitation = given;
    }
}

/// Among whom a facilitator works.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The month.
    pub moment: &'a Moment<'a>,
    /// Residents.
    pub residents: &'a Residents,
    /// Ties as the month found them.
    pub ties: &'a Ties,
    /// Residents by commune.
    pub communes: &'a Slots,
}

/// The month's introductions and visits. Those visited are invited; those introduced meet at once and are returned; the
/// facilitator has met them all.
pub fn reach_out(
    around: &Around,
    places: &mut [SharedPlace],
    users: &mut Users,
    out: &mut Vec<Encounter>,
) -> Vec<(Row, Row)> {
    let Around { moment, residents, ties, communes } = *around;
    let source = moment.source(Draw::FacilitatedMeetings);
    let introduction = Introduction::new(moment, residents, communes);
    let visit = introduction.visits();
    let each = moment.value(Key::IntroductionWork);
    let mut introduced = Vec::new();
    for place in places.iter_mut().filter(|place| place.open) {
        let [pairs, visits, ..] = source.draws(place.who, moment.month, 0);
        let pairs = (place.facilitation.introductions / each + pairs.value()) as u32;
        for number in 0..pairs {
            let who = place.who.pair(Who::number(number));
            if let Some((a, b)) = introduction.of_users(place, who) {
                out.push(Encounter {
                    who: residents.address[a as usize].pair(residents.address[b as usize]).pair(who),
                    from: a,
                    with: b,
                    units: units(each),
                    before: ties.between(a, b),
                    slot: 0,
                    ordinal: Occasion::Introduction as u16,
                    channel: Channel::Structured,
                });
                introduced.push((a, b));
                place.meets(residents, [a, b]);
            }
        }
        let visits = (place.facilitation.outreach / each + visits.value()) as u32;
        for number in 0..visits {
            let who = place.who.pair(Who::number(number));
            let local = visit.somebody(who, Origin::Local, |row| users.place[row as usize] == NOWHERE);
            if let Some(row) = local {
                let invited = &mut users.invited[row as usize];
                *invited = (*invited).max(moment.value(Key::InvitationMonths) as u8);
                place.meets(residents, [row]);
            }
        }
    }
    introduced
}
