//! From taking to giving, and out again: the ladder of engagement and leaving a place (model 4.6).

use crate::inputs::parameters::{Key, Values};
use crate::kernel::parallel;
use crate::kernel::portable::exp;
use crate::kernel::random::Draw;
use crate::kernel::units::monthly_probability;
use crate::state::moment::Moment;
use crate::state::places::{NOWHERE, Rung, SharedPlace, Users};
use crate::state::population::{Group, Residents, Row};
use crate::state::ties::Survey;

/// Hazard per year that a user leaves a place: `mu0 exp(-a friends - b fit)`. Equipment, fee and travel do not enter.
#[must_use]
pub fn leaving_per_year(values: &Values, friends_there: u8, fit: f64) -> f64 {
    values[Key::LeaveHazard]
        * exp(-values[Key::LeaveTies] * f64::from(friends_there.min(5)) - values[Key::LeaveFit] * fit)
}

/// What engagement reads from elsewhere, by row.
#[derive(Clone, Copy)]
pub struct Ladder<'a> {
    /// Counts over ties at the end of last month.
    pub surveys: &'a [Survey],
    /// Probability with which the resident of a row helps someone.
    pub willingness: &'a (dyn Fn(usize) -> f64 + Sync),
    /// Common works in which a resident takes part.
    pub works: &'a [u8],
    /// Whether a resident is member of an association.
    pub association: &'a [Option<Group>],
}

/// One month of engagement; returns the rows of those who left a place, with the months of their stay.
pub fn month(
    moment: &Moment,
    residents: &Residents,
    ladder: &Ladder,
    users: &mut Users,
    places: &mut [SharedPlace],
) -> Vec<(Row, i32)> {
    let source = moment.source(Draw::Engagement);
    let mut left = Vec::new();
    users.fit_all(moment.values, ladder);
    for row in residents.order() {
        let at = *row as usize;
        if users.rung[at] == Rung::Outsider && users.place[at] == NOWHERE {
            continue;
        }
        let [leave, give, decide, end] = source.draws(residents.address[at], moment.month, 0);
        if users.place[at] != NOWHERE {
            let hazard = leaving_per_year(moment.values, ladder.surveys[at].fellow_friends, users.fit[at]);
            if leave.bernoulli(monthly_probability(hazard)) {
                let since = users.past(*row).since.unwrap_or(moment.month);
                left.push((*row, moment.month.since(since)));
            } else {
                let co_governance = places[users.place[at] as usize - 1].co_governance;
                climb(moment, ladder, users, at, co_governance, [give.value(), decide.value()]);
            }
        }
        let gives = users.rung[at] >= Rung::Contributor && ladder.works[at] == 0;
        if gives && end.bernoulli(monthly_probability(moment.value(Key::GivingEnd))) {
            users.rung[at] = resting_rung(ladder, users, at);
        }
    }
    for (row, _) in &left {
        users.quit(places, *row);
    }
    left
}

fn climb(
    moment: &Moment,
    ladder: &Ladder,
    users: &mut Users,
    at: usize,
    co_governance: f64,
    draws: [f64; 2],
) {
    let [give, decide] = draws;
    if users.rung[at] <= Rung::Member {
        users.rung[at] = resting_rung(ladder, users, at);
    }
    if users.rung[at] == Rung::Member {
        let governed = 1.0 + (moment.value(Key::GivingGovernance) - 1.0) * co_governance;
        let hazard = moment.value(Key::GivingHazard) * governed * (ladder.willingness)(at);
        if give < monthly_probability(hazard) {
            users.rung[at] = Rung::Contributor;
            users.gives(at as Row, moment.month);
        }
    } else if users.rung[at] == Rung::Contributor {
        let hazard = moment.value(Key::DecisionHazard) * co_governance;
        if decide < monthly_probability(hazard) {
            users.rung[at] = Rung::CoDecider;
        }
    }
}

/// The rung of someone who does not give: outsider, user, or member with three casual friends among the users.
fn resting_rung(ladder: &Ladder, users: &Users, at: usize) -> Rung {
    match (users.place[at], ladder.surveys[at].fellow_friends) {
        (NOWHERE, _) => Rung::Outsider,
        (_, 0..=2) => Rung::User,
        _ => Rung::Member,
    }
}

impl Users {
    /// Brings everybody's fit up to date.
    pub fn fit_all(&mut self, values: &Values, ladder: &Ladder) {
        let places = &self.place[..];
        parallel::columns(parallel::CHUNK, (&mut self.fit[..], places), |first, (column, places)| {
            for ((at, fits), place) in (first..).zip(column).zip(places) {
                *fits = fit(values, ladder, *place, at);
            }
        });
    }
}

/// Fit in a community, 0 to 1: friends among fellow users, three being full; a common work is a full fit, an association
/// a part of one.
#[must_use]
fn fit(values: &Values, ladder: &Ladder, place: u8, at: usize) -> f64 {
    let among_users =
        if place == NOWHERE { 0.0 } else { f64::from(ladder.surveys[at].fellow_friends.min(3)) / 3.0 };
    let elsewhere = if ladder.works[at] > 0 {
        1.0
    } else if ladder.association[at].is_some() {
        values[Key::AssociationFit]
    } else {
        0.0
    };
    if among_users > elsewhere { among_users } else { elsewhere }
}
