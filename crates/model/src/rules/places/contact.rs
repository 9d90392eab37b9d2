//! Encounters in a place: pairs who share days, and the common hours of a facilitator.

use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Occasion, Uniform};
use crate::state::moment::Moment;
use crate::state::places::{SharedPlace, Users};
use crate::state::population::{Residents, Row};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// Common hours held this month: hours of facilitation over those that each takes, the fraction by chance.
#[must_use]
pub fn common_hours(hours: f64, each: f64, draw: Uniform) -> u32 {
    (hours / each + draw.value()) as u32
}

/// The month's encounters of the users of a place (model 4.4).
///
/// Two users share as many days as the product of their presences; on a shared day they meet once, less often when more
/// than the most colleagues of a day are there, more often in a convivial layout. A common hour adds an hour to every pair that comes.
pub fn encounters(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    users: &Users,
    place: &SharedPlace,
    out: &mut Vec<Encounter>,
) {
    let source = moment.source(Draw::PlaceEncounter);
    let most = moment.value(Key::PlaceEncounters);
    let layout = 1.0 + moment.value(Key::ConvivialEffect) * place.convivial;
    let attendance = moment.value(Key::CommonHourAttendance);
    let length = moment.value(Key::PlaceEncounterHours);
    let held = common_hours(
        place.facilitation.common,
        moment.value(Key::CommonHourWork),
        moment.source(Draw::CommonHours).draw(place.who, moment.month, 0),
    );
    let days = |row: Row| f64::from(users.days[row as usize]);
    let presence: f64 = place.users.iter().map(|row| days(*row)).sum::<f64>() / place.opening_days;
    for (index, from) in place.users.iter().enumerate() {
        for with in &place.users[index + 1..] {
            let pair = residents.address[*from as usize].pair(residents.address[*with as usize]);
            let [met, together, ..] = source.draws(pair, moment.month, 0);
            let shared = days(*from) * days(*with) / place.opening_days;
            let others = presence - (days(*from) + days(*with)) / (2.0 * place.opening_days);
            let desk_meetings = if place.desks { shared * layout * (most / others.max(most)) } else { 0.0 };
            let desk = (desk_meetings + met.value()).floor() * length;
            let common = (f64::from(held) * attendance * attendance + together.value()).floor();
            let contact = units(desk + common);
            if contact > 0 {
                out.push(Encounter {
                    who: pair,
                    from: *from,
                    with: *with,
                    units: contact,
                    before: ties.between(*from, *with),
                    slot: 0,
                    ordinal: Occasion::Place as u16,
                    channel: Channel::Structured,
                });
            }
        }
    }
}
