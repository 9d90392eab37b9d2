//! Who enters a place, days of presence, capacity.

use super::entry::{Candidate, Entry};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::parallel;
use crate::kernel::portable::logistic;
use crate::kernel::random::{Stream, Uniform};
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

/// Month's entries and days of presence. Places are tried in the order of opening; a resident uses one.
pub fn attend(
    moment: &Moment,
    residents: &Residents,
    enterprises: &Enterprises,
    surveys: &[Survey],
    minutes: &[Vec<f64>],
    users: &mut Users,
    places: &mut [SharedPlace],
) {
    let newcomers = share_of_newcomers(residents);
    let source = moment.stream(Stream::Attendance);
    for (number, place) in places.iter_mut().enumerate() {
        place.refused = 0;
        if !place.open || place.capacity == 0 {
            continue;
        }
        let excess = own_share_excess(place.last_users, newcomers);
        let entry = Entry::new(moment.values, place, &minutes[number], excess);
        let now = &*users;
        let entrants = parallel::chunks(residents.order(), |rows| {
            let mut entrants = Vec::new();
            residents.each_drawn(
                source,
                moment.month,
                number as u32,
                rows,
                |_| true,
                |row, [draw, ..]| {
                    let at = row as usize;
                    let (occupation, non_presential) =
                        (residents.occupation[at], enterprises.non_presential[at]);
                    let invited = now.invited[at] > 0;
                    if entry.refuses(occupation, non_presential, invited, draw)
                        || residents.secluded[at]
                        || now.place[at] != NOWHERE
                    {
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
                    if draw.bernoulli(logistic(entry.log_odds(&resident))) {
                        entrants.push((draw, row));
                    }
                },
            );
            entrants
        });
        admit(moment, residents, users, place, number, entrants.concat());
    }
    for invited in &mut users.invited {
        *invited = invited.saturating_sub(1);
    }
    for (number, place) in places.iter().enumerate().filter(|(_, place)| place.open) {
        for row in &place.users {
            let at = *row as usize;
            let mean = if works_there(place, residents.occupation[at], enterprises.non_presential[at]) {
                moment.value(Key::DaysMean)
            } else {
                moment.value(Key::VisitDays)
            };
            let draw = source.draw(residents.address[at], moment.month, number as u32 * 4 + 1);
            users.days[at] = days(draw, mean, place.opening_days);
        }
    }
}

/// Lets entrants in by their draw, lowest first, until the place is full.
fn admit(
    moment: &Moment,
    residents: &Residents,
    users: &mut Users,
    place: &mut SharedPlace,
    number: usize,
    mut entrants: Vec<(Uniform, Row)>,
) {
    order::by_key(&mut entrants, |(draw, row)| (*draw, residents.address[*row as usize]));
    let room = (place.capacity as usize).saturating_sub(place.users.len());
    place.refused = entrants.len().saturating_sub(room) as u32;
    for (_, row) in entrants.into_iter().take(room) {
        users.begins(row, number as u8 + 1, moment.month);
        place.users.push(row);
    }
    order::by_key(&mut place.users, |row| residents.address[*row as usize]);
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
