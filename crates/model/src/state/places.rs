//! Shared places: who enters, who is present, whom they meet there, who leaves, who gives.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::random::Who;
use crate::kernel::units::Month;
use crate::state::population::{Row, lengthen};
use std::collections::BTreeMap;

/// A place that nobody uses, in [`Users::place`].
pub const NOWHERE: u8 = 0;

/// Most places that a territory can have open or shut, circles and those made by works included.
pub const MOST_PLACES: usize = 127;

/// What a shared place is at one time.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "what a place offers is a list of yes and no")]
pub struct SharedPlace {
    /// Name in the scenario, or of the work that made it.
    pub name: String,
    /// Address of its draws.
    pub who: Who,
    /// Commune, as index into the territory.
    pub commune: u16,
    /// Minutes to it from each commune.
    pub minutes: Vec<f64>,
    /// Whether it is open this month.
    pub open: bool,
    /// Users admitted at once.
    pub capacity: u32,
    /// Price of a day, in euros.
    pub fee_eur_per_day: f64,
    /// Convivial part of the layout, 0 to 1.
    pub convivial: f64,
    /// Days of opening in a month.
    pub opening_days: f64,
    /// Part of the decisions taken with the users, 0 (council-run) to 1 (co-governed).
    pub co_governance: f64,
    /// Was made by a common work for itself, and stays.
    pub made_by_work: bool,
    /// Has desks; a facilitator's circle without a place has none.
    pub desks: bool,
    /// Has a FabLab.
    pub fablab: bool,
    /// Has a public service.
    pub public_service: bool,
    /// Trains locals, newcomers.
    pub trains: [bool; 2],
    /// Facilitated hours this month.
    pub facilitation: FacilitatedHours,
    /// Rows of the users, by ascending address.
    pub users: Vec<Row>,
    /// Last month's users by origin: locals, newcomers.
    pub last_users: [u32; 2],
    /// Entries refused for want of room, this month.
    pub refused: u32,
}

/// Hours that a facilitator gives to a focus in a month, by use.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FacilitatedHours {
    /// Common hours.
    pub common: f64,
    /// Introductions of pairs.
    pub introductions: f64,
    /// Visits to historical locals.
    pub outreach: f64,
    /// Convening of common works.
    pub convening: f64,
    /// Part of the introductions that cross origins.
    pub cross_origin: f64,
}

/// What each resident is to the shared places, as columns by row.
#[derive(Clone, Debug, Default)]
pub struct Users {
    /// Number of the place that a resident uses, from 1; 0 for none.
    pub place: Vec<u8>,
    /// Days of presence this month.
    pub days: Vec<u8>,
    /// Was a user at some time.
    pub ever: Vec<bool>,
    /// Months that a resident stays invited.
    pub invited: Vec<u8>,
    /// Where the resident stands on the ladder of engagement.
    pub rung: Vec<Rung>,
    /// Fit in a community, 0 to 1.
    pub fit: Vec<f64>,
    /// What the few who ever used a place, or gave to one, did when.
    pasts: BTreeMap<Row, Past>,
}

/// When a resident did what; nothing for most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Month of the last entry into a place.
    pub since: Option<Month>,
    /// Month of the first use.
    pub first_use: Option<Month>,
    /// Month of the first giving.
    pub first_giving: Option<Month>,
}

/// The ladder of engagement, from taking to giving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// Uses no place and gives to none.
    #[default]
    Outsider,
    /// Uses a place.
    User,
    /// Has three casual friends among its users.
    Member,
    /// Gives time.
    Contributor,
    /// Took part in a decision that bound a place or a work.
    CoDecider,
}

impl Rung {
    /// Every rung, lowest first.
    pub const ALL: [Self; 5] = [Self::Outsider, Self::User, Self::Member, Self::Contributor, Self::CoDecider];
}

impl Users {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.place, rows, NOWHERE);
        lengthen(&mut self.days, rows, 0);
        lengthen(&mut self.ever, rows, false);
        lengthen(&mut self.invited, rows, 0);
        lengthen(&mut self.rung, rows, Rung::Outsider);
        lengthen(&mut self.fit, rows, 0.0);
    }

    /// Makes the row of someone who enters that of an outsider.
    pub fn enter(&mut self, row: Row) {
        let at = row as usize;
        self.place[at] = NOWHERE;
        self.days[at] = 0;
        self.ever[at] = false;
        self.invited[at] = 0;
        self.rung[at] = Rung::Outsider;
        self.fit[at] = 0.0;
        self.pasts.remove(&row);
    }

    /// When a resident did what.
    #[must_use]
    pub fn past(&self, row: Row) -> Past {
        self.pasts.get(&row).copied().unwrap_or_default()
    }

    /// Someone enters the place of this number.
    pub fn begins(&mut self, row: Row, number: u8, now: Month) {
        let at = row as usize;
        self.place[at] = number;
        self.ever[at] = true;
        self.rung[at] = self.rung[at].max(Rung::User);
        let past = self.pasts.entry(row).or_default();
        past.since = Some(now);
        past.first_use.get_or_insert(now);
    }

    /// Someone gives time, perhaps for the first time.
    pub fn gives(&mut self, row: Row, now: Month) {
        self.pasts.entry(row).or_default().first_giving.get_or_insert(now);
    }

    /// Months from first use to first giving of someone who was a user, and whether the giving came before `now`.
    #[must_use]
    pub fn wait(&self, row: Row, now: Month) -> Option<(u32, bool)> {
        // Asked of everybody in every month, and most never used a place.
        if !self.ever[row as usize] {
            return None;
        }
        let Past { first_use, first_giving, .. } = self.past(row);
        let first_use = first_use?;
        let until = first_giving.unwrap_or(now).max(first_use);
        Some((until.since(first_use) as u32, first_giving.is_some()))
    }

    /// Takes a user out of the place, if any; who gave keeps the rung.
    pub fn quit(&mut self, places: &mut [SharedPlace], row: Row) {
        let at = row as usize;
        if self.place[at] != NOWHERE {
            let place = &mut places[self.place[at] as usize - 1];
            place.users.retain(|user| *user != row);
            self.place[at] = NOWHERE;
            self.days[at] = 0;
            if self.rung[at] < Rung::Contributor {
                self.rung[at] = Rung::Outsider;
            }
        }
    }
}

/// Puts a place where it belongs in the list, which stands in the order of addresses, and returns where that is; users of the
/// others keep theirs.
pub fn found(places: &mut Vec<SharedPlace>, users: &mut Users, place: SharedPlace) -> usize {
    let at = places.partition_point(|other| other.who < place.who);
    for number in &mut users.place {
        *number += u8::from(*number as usize > at);
    }
    places.insert(at, place);
    at
}

/// A facilitator's circle without a place: no equipment, no fee, only common hours.
#[must_use]
pub fn circle(name: &str, commune: u16) -> SharedPlace {
    SharedPlace { who: Who::circle(name), desks: false, ..shared_place(name, commune) }
}

/// The place that a lasting work makes for itself: small, cheap, convivial, co-governed.
#[must_use]
pub fn own_place(values: &Values, who: Who, commune: u16) -> SharedPlace {
    SharedPlace {
        who,
        open: true,
        capacity: values[Key::OwnPlaceCapacity] as u32,
        fee_eur_per_day: values[Key::OwnPlaceFee],
        co_governance: 1.0,
        made_by_work: true,
        ..shared_place("", commune)
    }
}

/// A place with desks, closed until somebody opens it.
#[must_use]
pub fn shared_place(name: &str, commune: u16) -> SharedPlace {
    SharedPlace {
        name: name.to_owned(),
        who: Who::named(name),
        commune,
        minutes: Vec::new(),
        open: false,
        capacity: 0,
        fee_eur_per_day: 0.0,
        convivial: 1.0,
        opening_days: 22.0,
        co_governance: 0.0,
        made_by_work: false,
        desks: true,
        fablab: false,
        public_service: false,
        trains: [false; 2],
        facilitation: FacilitatedHours::default(),
        users: Vec::new(),
        last_users: [0; 2],
        refused: 0,
    }
}
