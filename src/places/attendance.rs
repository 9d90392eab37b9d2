//! Entry into a place, days of presence, capacity.

use super::{NOWHERE, SharedPlace, Users};
use crate::economy::Enterprises;
use crate::moment::Moment;
use crate::parallel;
use crate::parameters::{Key, Values};
use crate::population::{Occupation, Origin, Residents, Row};
use crate::portable::logistic;
use crate::random::{Stream, Uniform};
use crate::ties::Survey;

/// Log-odds below which the probability is below [`LOW_PROBABILITY`].
const LOW: f64 = -4.0;
/// See [`LOW`]: `1 / (1 + e^4)` is .01799.
const LOW_PROBABILITY: f64 = 0.018;

/// What a resident would find in a place.
#[derive(Clone, Copy, Debug)]
pub struct Demand {
    /// Occupation.
    pub occupation: Occupation,
    /// The resident's enterprise is in a non-presential sector.
    pub non_presential: bool,
    /// Origin.
    pub origin: Origin,
    /// Strong ties.
    pub strong: u8,
    /// Users already known.
    pub known_users: u8,
    /// Is invited.
    pub invited: bool,
    /// Was a user before.
    pub habit: bool,
    /// Travel to the place, in minutes.
    pub minutes: f64,
    /// Own origin's share of last month's users minus its share in the territory; 0 when nobody came.
    pub own_share_excess: f64,
}

/// Monthly log-odds that a non-user enters (model 4.3). The need is the largest over what the place offers, never the sum.
#[must_use]
pub fn entry_log_odds(values: &Values, place: &SharedPlace, demand: &Demand) -> f64 {
    let lonely = 1.0 - f64::from(demand.strong.min(5)) / 5.0;
    let flag = |yes: bool, key: Key| if yes { values[key] } else { 0.0 };
    let alone = matches!(demand.occupation, Occupation::Entrepreneur | Occupation::RemoteEmployee);
    values[Key::EntryConstant]
        + need_log_odds(values, place, demand)
        + flag(alone, Key::NeedFrame)
        + values[Key::Isolation] * lonely
        + values[Key::KnownUsers] * f64::from(demand.known_users.min(5))
        + values[Key::SameOrigin] * demand.own_share_excess
        + flag(demand.invited, Key::Invitation)
        + flag(demand.habit, Key::Habit)
        + flag(place.trains[demand.origin as usize], Key::TrainingPull)
        - values[Key::TravelCost] * demand.minutes
        - values[Key::FeeCost] * place.fee_eur_per_day
}

fn need_log_odds(values: &Values, place: &SharedPlace, demand: &Demand) -> f64 {
    use Occupation as O;
    let desk = match demand.occupation {
        O::RemoteEmployee => values[Key::NeedDeskRemote],
        O::Entrepreneur if demand.non_presential => values[Key::NeedDeskEntrepreneur],
        _ => 0.0,
    };
    let fablab = match demand.occupation {
        O::Farmer => values[Key::NeedFablabFarmer],
        O::ProductiveEmployee => values[Key::NeedFablabCraft],
        O::Entrepreneur if !demand.non_presential => values[Key::NeedFablabCraft],
        _ => 0.0,
    };
    let service = match demand.occupation {
        O::Retired => values[Key::NeedServiceRetired],
        O::Unemployed => values[Key::NeedServiceOther],
        _ => 0.0,
    };
    [(place.desks, desk), (place.fablab, fablab), (place.public_service, service)]
        .into_iter()
        .filter(|(offered, _)| *offered)
        .fold(0.0, |largest, (_, need)| if need > largest { need } else { largest })
}

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
        let (offer, now) = (&*place, &*users);
        let entrants = parallel::chunks(residents.order(), |rows| {
            let mut entrants = Vec::new();
            let draws = residents.draws(source, rows, moment.month, number as u32);
            for (row, [draw, ..]) in rows.iter().zip(&draws) {
                let at = *row as usize;
                if residents.secluded[at] || now.place[at] != NOWHERE {
                    continue;
                }
                let demand = Demand {
                    occupation: residents.occupation[at],
                    non_presential: enterprises.non_presential[at],
                    origin: residents.origin[at],
                    strong: surveys[at].strong,
                    known_users: surveys[at].known_users,
                    invited: now.invited[at] > 0,
                    habit: now.ever[at],
                    minutes: minutes[number][residents.commune[at] as usize],
                    own_share_excess: excess[residents.origin[at] as usize],
                };
                let log_odds = entry_log_odds(moment.values, offer, &demand);
                // Most log-odds are too low for most draws; the bound spares them the exponential.
                let hopeless = log_odds < LOW && draw.value() > LOW_PROBABILITY;
                if !hopeless && draw.bernoulli(logistic(log_odds)) {
                    entrants.push((*draw, *row));
                }
            }
            entrants
        });
        admit(moment, residents, users, place, number, entrants.concat());
    }
    for row in residents.order() {
        let invited = &mut users.invited[*row as usize];
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
    entrants.sort_unstable_by_key(|(draw, row)| (*draw, residents.address[*row as usize]));
    let room = (place.capacity as usize).saturating_sub(place.users.len());
    place.refused = entrants.len().saturating_sub(room) as u32;
    for (_, row) in entrants.into_iter().take(room) {
        users.begins(row, number as u8 + 1, moment.month);
        place.users.push(row);
    }
    place.users.sort_unstable_by_key(|row| residents.address[*row as usize]);
}

/// Share of newcomers among the adults who may come.
#[must_use]
pub fn share_of_newcomers(residents: &Residents) -> f64 {
    let mut count = [0_u32; 2];
    for row in residents.order().iter().map(|row| *row as usize).filter(|row| !residents.secluded[*row]) {
        count[residents.origin[row] as usize] += 1;
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
