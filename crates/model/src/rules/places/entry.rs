//! Entry into a place: who needs it, and how likely it is that somebody comes.
//!
//! Every term of the log-odds takes few values within a month, so each is worked out once and looked up.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::logistic;
use crate::kernel::random::Uniform;
use crate::state::places::SharedPlace;
use crate::state::population::{Occupation, Origin};

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
    let entry = Entry::new(values, place, &[demand.minutes], [demand.own_share_excess; 2]);
    entry.log_odds(&Candidate {
        occupation: demand.occupation,
        non_presential: demand.non_presential,
        origin: demand.origin,
        strong: demand.strong,
        known_users: demand.known_users,
        invited: demand.invited,
        habit: demand.habit,
        commune: 0,
    })
}

/// A resident who could enter.
pub(super) struct Candidate {
    pub(super) occupation: Occupation,
    pub(super) non_presential: bool,
    pub(super) origin: Origin,
    pub(super) strong: u8,
    pub(super) known_users: u8,
    pub(super) invited: bool,
    pub(super) habit: bool,
    pub(super) commune: u16,
}

/// Values by occupation and by whether the enterprise is in a non-presential sector.
type ByTrade = [[f64; 2]; Occupation::ALL.len()];

/// Values of a condition that does not hold, and of one that does.
type ByFlag = [f64; 2];

/// The terms of the log-odds that a non-user enters one place in one month.
pub(super) struct Entry {
    /// The constant with the need of the place and of a frame.
    need: ByTrade,
    lonely: [f64; 6],
    known_users: [f64; 6],
    /// By origin.
    own_share: [f64; 2],
    invitation: ByFlag,
    habit: ByFlag,
    /// By origin.
    training: [f64; 2],
    /// By commune.
    travel: Vec<f64>,
    fee: f64,
    /// Chances that nobody exceeds: of those who are not invited, and of those who are.
    most: [ByTrade; 2],
}

impl Entry {
    /// For a place that is so many minutes from each commune, and last month's excess of each origin among its users.
    pub(super) fn new(values: &Values, place: &SharedPlace, minutes: &[f64], excess: [f64; 2]) -> Self {
        let by_trade = |of: &dyn Fn(Occupation, usize) -> f64| {
            Occupation::ALL.map(|occupation| [0, 1].map(|non_presential| of(occupation, non_presential)))
        };
        let flag = |yes: bool, key: Key| if yes { values[key] } else { 0.0 };
        let need = |occupation: Occupation, non_presential: usize| {
            let alone = matches!(occupation, Occupation::Entrepreneur | Occupation::RemoteEmployee);
            values[Key::EntryConstant]
                + need_log_odds(values, place, occupation, non_presential == 1)
                + flag(alone, Key::NeedFrame)
        };
        let lonely = |strong: usize| values[Key::Isolation] * (1.0 - strong as f64 / 5.0);
        let mut entry = Self {
            need: by_trade(&need),
            lonely: std::array::from_fn(lonely),
            known_users: std::array::from_fn(|known| values[Key::KnownUsers] * known as f64),
            own_share: excess.map(|excess| values[Key::SameOrigin] * excess),
            invitation: [false, true].map(|invited| flag(invited, Key::Invitation)),
            habit: [false, true].map(|habit| flag(habit, Key::Habit)),
            training: place.trains.map(|trains| flag(trains, Key::TrainingPull)),
            travel: minutes.iter().map(|minutes| values[Key::TravelCost] * minutes).collect(),
            fee: values[Key::FeeCost] * place.fee_eur_per_day,
            most: [[[0.0; 2]; Occupation::ALL.len()]; 2],
        };
        entry.most = entry.invitation.map(|invitation| {
            // The highest of each term, added in the order of the log-odds: rounding keeps what is larger larger. The
            // exponential may be wrong in its last digits, which the factor exceeds by far.
            by_trade(&|occupation, non_presential| {
                let log_odds = entry.need[occupation as usize][non_presential]
                    + highest(&entry.lonely)
                    + highest(&entry.known_users)
                    + highest(&entry.own_share)
                    + invitation
                    + highest(&entry.habit)
                    + highest(&entry.training)
                    - entry.travel.iter().copied().fold(f64::INFINITY, f64::min)
                    - entry.fee;
                logistic(log_odds) * (1.0 + 1e-9)
            })
        });
        entry
    }

    /// Whether somebody of whom only this is known stays away for sure at this draw: most do, and spare the rest.
    pub(super) fn refuses(
        &self,
        occupation: Occupation,
        non_presential: bool,
        invited: bool,
        draw: Uniform,
    ) -> bool {
        let most = &self.most[usize::from(invited)];
        draw.value() >= most[occupation as usize][usize::from(non_presential)]
    }

    /// The log-odds that a resident enters.
    pub(super) fn log_odds(&self, resident: &Candidate) -> f64 {
        self.need[resident.occupation as usize][usize::from(resident.non_presential)]
            + self.lonely[resident.strong.min(5) as usize]
            + self.known_users[resident.known_users.min(5) as usize]
            + self.own_share[resident.origin as usize]
            + self.invitation[usize::from(resident.invited)]
            + self.habit[usize::from(resident.habit)]
            + self.training[resident.origin as usize]
            - self.travel[resident.commune as usize]
            - self.fee
    }
}

fn highest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn need_log_odds(values: &Values, place: &SharedPlace, occupation: Occupation, non_presential: bool) -> f64 {
    use Occupation as O;
    let desk = match occupation {
        O::RemoteEmployee => values[Key::NeedDeskRemote],
        O::Entrepreneur if non_presential => values[Key::NeedDeskEntrepreneur],
        _ => 0.0,
    };
    let fablab = match occupation {
        O::Farmer => values[Key::NeedFablabFarmer],
        O::ProductiveEmployee => values[Key::NeedFablabCraft],
        O::Entrepreneur if !non_presential => values[Key::NeedFablabCraft],
        _ => 0.0,
    };
    let service = match occupation {
        O::Retired => values[Key::NeedServiceRetired],
        O::Unemployed => values[Key::NeedServiceOther],
        _ => 0.0,
    };
    [(place.desks, desk), (place.fablab, fablab), (place.public_service, service)]
        .into_iter()
        .filter(|(offered, _)| *offered)
        .fold(0.0, |largest, (_, need)| if need > largest { need } else { largest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::places::shared_place;

    /// The highest draw that lets a resident in is not refused before the resident is looked at.
    #[test]
    fn nobody_is_refused_who_would_enter() {
        let values = Values::default();
        let place = SharedPlace { desks: true, trains: [false, true], ..shared_place("here", 0) };
        let entry = Entry::new(&values, &place, &[12.0, 3.0, 40.0], [0.2, -0.2]);
        let flags = [false, true];
        for occupation in Occupation::ALL {
            for (non_presential, invited, habit) in flags
                .into_iter()
                .flat_map(|a| flags.into_iter().flat_map(move |b| flags.into_iter().map(move |c| (a, b, c))))
            {
                for (origin, strong, known_users, commune) in
                    [(Origin::Local, 0, 5, 1), (Origin::Newcomer, 0, 9, 1), (Origin::Newcomer, 7, 0, 2)]
                {
                    let resident = Candidate {
                        occupation,
                        non_presential,
                        origin,
                        strong,
                        known_users,
                        invited,
                        habit,
                        commune,
                    };
                    let chance = logistic(entry.log_odds(&resident));
                    let cell = (chance * 4_294_967_296.0 - 0.5).max(0.0) as u32;
                    for draw in [cell.saturating_sub(1), cell, cell.saturating_add(1)] {
                        let draw = Uniform::from_bits(draw);
                        let refused = entry.refuses(occupation, non_presential, invited, draw);
                        assert!(!(refused && draw.bernoulli(chance)), "{occupation:?} at {chance}");
                    }
                }
            }
        }
    }
}
