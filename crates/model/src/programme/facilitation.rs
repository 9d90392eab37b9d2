//! Facilitation: hours of a host split over common hours, introductions, outreach to locals and convened works.

use super::Scene;
use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Occasion, Source, Uniform, Who};
use crate::state::moment::Moment;
use crate::state::places::{FacilitatedHours, NOWHERE, SharedPlace, Users, circle};
use crate::state::population::{Origin, Residents, Row, Slots};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// Draws after which nobody was found.
const TRIES: u32 = 32;

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
    let source = moment.source(Draw::FacilitatedMeetings);
    let introduction = Introduction::new(moment, residents, communes);
    let visit = Search {
        commune: moment.source(Draw::VisitedCommune),
        resident: moment.source(Draw::VisitedResident),
        ..introduction.search
    };
    let each = moment.value(Key::IntroductionWork);
    let mut introduced = Vec::new();
    for place in places.iter().filter(|place| place.open) {
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
            }
        }
        let visits = (place.facilitation.outreach / each + visits.value()) as u32;
        for number in 0..visits {
            let who = place.who.pair(Who::number(number));
            let local = visit.somebody(who, Origin::Local, |row| users.place[row as usize] == NOWHERE);
            if let Some(row) = local {
                let invited = &mut users.invited[row as usize];
                *invited = (*invited).max(moment.value(Key::InvitationMonths) as u8);
            }
        }
    }
    introduced
}

/// Who is introduced to whom.
struct Introduction<'a> {
    user: Source,
    across: Source,
    search: Search<'a>,
}

impl<'a> Introduction<'a> {
    fn new(moment: &'a Moment, residents: &'a Residents, communes: &'a Slots) -> Self {
        Self {
            user: moment.source(Draw::IntroducedUser),
            across: moment.source(Draw::IntroductionAcross),
            search: Search {
                moment,
                residents,
                communes,
                commune: moment.source(Draw::IntroducedCommune),
                resident: moment.source(Draw::IntroducedResident),
            },
        }
    }

    /// A user of a place, with another user or a resident of the other origin; `who` is the introduction.
    fn of_users(&self, place: &SharedPlace, who: Who) -> Option<(Row, Row)> {
        let Search { moment, residents, .. } = self.search;
        let clock = |row: Row| (row, residents.address[row as usize], 1.0);
        let user = self.user.race(who, moment.month, 0, place.users.iter().map(|row| clock(*row)))?;
        let other = if self.across.draw(who, moment.month, 0).bernoulli(place.facilitation.cross_origin) {
            let other_origin = residents.origin[user as usize].other();
            self.search.somebody(who, other_origin, |_| true)?
        } else {
            let others = place.users.iter().filter(|row| **row != user);
            self.user.race(who, moment.month, 1, others.map(|row| clock(*row)))?
        };
        Some((user, other))
    }
}

/// How an active resident is found among the communes.
#[derive(Clone, Copy)]
struct Search<'a> {
    moment: &'a Moment<'a>,
    residents: &'a Residents,
    communes: &'a Slots,
    /// Draws of the commune, and of slots in it.
    commune: Source,
    resident: Source,
}

impl Search<'_> {
    /// An active resident of an origin: a commune by its residents, then a slot; `who` is what they are found for.
    fn somebody(&self, who: Who, origin: Origin, fits: impl Fn(Row) -> bool) -> Option<Row> {
        let Self { moment, residents, communes, .. } = self;
        (0..TRIES).find_map(|number| {
            let code = |commune: usize| Who::commune(moment.territory.communes[commune].code);
            let clocks = communes.clocks(code);
            let commune = self.commune.race(who, moment.month, number, clocks)?;
            let fitting = |slot: Uniform| {
                let row = communes.at(commune, slot)?;
                let at = row as usize;
                let active = residents.occupation[at].is_active();
                (residents.origin[at] == origin && active && fits(row)).then_some(row)
            };
            self.resident.draws(who, moment.month, number).into_iter().find_map(fitting)
        })
    }
}
