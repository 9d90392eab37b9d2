//! Who enters a place, days of presence, capacity.

use super::entry::{Candidate, Entry};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::parallel;
use crate::kernel::portable::{ln_1p, logistic};
use crate::kernel::random::{Draw, Uniform};
use crate::state::enterprises::Enterprises;
use crate::state::moment::Moment;
use crate::state::places::{NOWHERE, SharedPlace, Users};
use crate::state::population::{Occupation, Residents, Row};
use crate::state::ties::Survey;

/// Whether the resident works at a desk there, and so comes on many days.
fn works_there(place: &SharedPlace, occupation: Occupation, non_presential: bool) -> bool {
    place.desks
        && (occupation == Occupation::RemoteEmployee
            || (occupation == Occupation::Entrepreneur && non_presential))
}

/// Days of presence in a month, 1 to `most`, around a mean; monotone in draw and mean (Kumaraswamy 1980 with a = 1).
fn days(draw: Uniform, mean: f64, most: f64) -> u8 {
    let relative = ((mean.min(most) - 1.0) / (most - 1.0).max(1e-9)).clamp(0.0, 1.0);
    if relative <= 0.0 {
        return 1;
    }
    let shape = (1.0 - relative) / relative;
    let between = if shape <= 0.0 { 1.0 } else { draw.kumaraswamy(1.0, shape) };
    (1.0 + (most - 1.0) * between).round() as u8
}

/// Somebody who would enter a place this month: when, as a share of the month, who, and the number of the place.
struct Entrant {
    /// A time is not negative, so that its bits are in its order.
    time_bits: u64,
    row: Row,
    place: usize,
}

/// Month's entries and days of presence (model 4.3). Who would enter several places in a month enters the first by their own
/// clock; a resident uses one.
pub fn attend(
    moment: &Moment,
    residents: &Residents,
    enterprises: &Enterprises,
    surveys: &[Survey],
    users: &mut Users,
    places: &mut [SharedPlace],
) {
    let newcomers = share_of_newcomers(residents);
    let source = moment.source(Draw::Entry);
    let mut entrants = Vec::new();
    for (number, place) in places.iter_mut().enumerate() {
        place.refused = 0;
        if !place.open || place.capacity == 0 {
            continue;
        }
        let excess = own_share_excess(place.last_users, newcomers);
        let entry = Entry::new(moment.values, place, &place.minutes, excess);
        let now = &*users;
        let free = |at: usize| now.place[at] == NOWHERE && !residents.secluded[at];
        let found = parallel::chunks(residents.order(), |rows| {
            let mut found = Vec::new();
            residents.each_drawn_with(source, moment.month, place.who, rows, free, |row, [draw, ..]| {
                let at = row as usize;
                let (occupation, non_presential) = (residents.occupation[at], enterprises.non_presential[at]);
                let invited = now.invited[at] > 0;
                if entry.refuses(occupation, non_presential, invited, draw) {
                    return;
                }
                let resident = Candidate {
                    occupation,
                    non_presential,
                    origin: residents.origin[at],
                    strong: surveys[at].strong,
                    known_users: surveys[at].known_users,
                    invited,
                    habit: now.ever[at],
                    commune: residents.commune[at],
                };
                let chance = logistic(entry.log_odds(&resident));
                if draw.bernoulli(chance) {
                    found.push(Entrant { time_bits: time(draw, chance).to_bits(), row, place: number });
                }
            });
            found
        });
        entrants.extend(found.into_iter().flatten());
    }
    for invited in &mut users.invited {
        *invited = invited.saturating_sub(1);
    }
    admit(moment, residents, users, places, entrants);
    let days_drawn = moment.source(Draw::PresenceDays);
    for place in places.iter().filter(|place| place.open) {
        for row in &place.users {
            let at = *row as usize;
            let mean = if works_there(place, residents.occupation[at], enterprises.non_presential[at]) {
                moment.value(Key::DaysMean)
            } else {
                moment.value(Key::VisitDays)
            };
            let draw = days_drawn.draw(residents.address[at], moment.month, 0);
            users.days[at] = days(draw, mean, place.opening_days);
        }
    }
}

/// When within the month, 0 to 1, somebody enters whose draw is below the chance: the time of the first event at the constant
/// hazard that has this chance in a month.
fn time(draw: Uniform, chance: f64) -> f64 {
    let hazard = -ln_1p(-chance);
    if hazard > 0.0 { draw.arrival(hazard) } else { 0.0 }
}

/// Lets people in, each when they come, as long as the place has room.
fn admit(
    moment: &Moment,
    residents: &Residents,
    users: &mut Users,
    places: &mut [SharedPlace],
    mut entrants: Vec<Entrant>,
) {
    order::by_key(&mut entrants, |entrant| {
        (entrant.time_bits, residents.address[entrant.row as usize], places[entrant.place].who)
    });
    for Entrant { row, place: number, .. } in entrants {
        let place = &mut places[number];
        if users.place[row as usize] != NOWHERE {
            continue;
        }
        if place.users.len() >= place.capacity as usize {
            place.refused += 1;
            continue;
        }
        users.begins(row, number as u8 + 1, moment.month);
        place.users.push(row);
    }
    for place in places {
        order::by_key(&mut place.users, |row| residents.address[*row as usize]);
    }
}

/// Share of newcomers among the adults who may come.
#[must_use]
pub fn share_of_newcomers(residents: &Residents) -> f64 {
    let mut count = [0_u32; 2];
    for row in residents.order() {
        let at = *row as usize;
        count[residents.origin[at] as usize] += u32::from(!residents.secluded[at]);
    }
    f64::from(count[1]) / f64::from((count[0] + count[1]).max(1))
}

fn own_share_excess(last_users: [u32; 2], newcomers: f64) -> [f64; 2] {
    let total = last_users[0] + last_users[1];
    if total == 0 {
        return [0.0; 2];
    }
    let among_users = f64::from(last_users[1]) / f64::from(total);
    [newcomers - among_users, among_users - newcomers]
}
