//! Facilitation: hours of a host split over common hours, introductions, outreach to locals and convened works.

mod hours;
mod memory;
mod planned;
mod search;

pub use memory::forget;
pub use planned::{meet_as_planned, plan_meetings};

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::random::{Occasion, Who};
use crate::state::moment::Moment;
use crate::state::places::{FacilitatedHours, KeptHours, NOWHERE, SharedPlace, Users, circle};
use crate::state::population::{Origin, Residents, Row, Slots};
use crate::state::ties::{Channel, Encounter, Ties, units};
use hours::Hours;
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
        ..FacilitatedHours::default()
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

/// The month's introductions and visits, and how many common hours the rest suffices for. Those visited are invited; those
/// introduced meet at once and are returned; the facilitator has met them all.
pub fn reach_out(
    around: &Around,
    places: &mut [SharedPlace],
    users: &mut Users,
    out: &mut Vec<Encounter>,
) -> Vec<(Row, Row)> {
    let Around { moment, residents, communes, .. } = *around;
    let introduction = Introduction::new(moment, residents, communes);
    let visit = introduction.visits();
    let invitation = moment.value(Key::InvitationMonths) as u8;
    let mut introduced = Vec::new();
    for place in places {
        let given = place.facilitation;
        if !place.open || given.common + given.introductions + given.outreach <= 0.0 {
            place.kept = KeptHours::default();
            continue;
        }
        let mut hours = Hours::new(moment.values, place.kept, &given);
        hours.introductions(|number| {
            let who = place.who.pair(Who::number(number));
            let pair = introduction.of_users(place, who);
            if let Some((a, b)) = pair {
                out.push(around.introduce(a, b, who));
                introduced.push((a, b));
                place.meets(residents, [a, b]);
            }
            pair.is_some()
        });
        let together = place.users.len() > 1;
        place.facilitation.unused = hours.visits(together, |number| {
            let who = place.who.pair(Who::number(number));
            let local = visit.somebody(who, Origin::Local, |row| users.place[row as usize] == NOWHERE);
            if let Some(row) = local {
                let invited = &mut users.invited[row as usize];
                *invited = (*invited).max(invitation);
                place.meets(residents, [row]);
            }
            local.is_some()
        });
        (place.facilitation.held, place.kept) = hours.common_hours();
    }
    introduced
}

impl Around<'_> {
    /// The hours of a pair at an introduction, of which `who` is the address.
    fn introduce(&self, from: Row, with: Row, who: Who) -> Encounter {
        let [a, b] = [from, with].map(|row| self.residents.address[row as usize]);
        Encounter {
            who: a.pair(b).pair(who),
            from,
            with,
            units: units(self.moment.value(Key::IntroductionWork)),
            before: self.ties.between(from, with),
            slot: 0,
            ordinal: Occasion::Introduction as u16,
            channel: Channel::Structured,
        }
    }
}
