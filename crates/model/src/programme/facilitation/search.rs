//! Whom a facilitator introduces to whom, and whom she visits.

use crate::kernel::random::{Draw, Source, Uniform, Who};
use crate::state::moment::Moment;
use crate::state::places::SharedPlace;
use crate::state::population::{Origin, Residents, Row, Slots};

/// Draws after which nobody was found.
const TRIES: u32 = 32;

/// Who is introduced to whom.
pub(super) struct Introduction<'a> {
    user: Source,
    across: Source,
    search: Search<'a>,
}

impl<'a> Introduction<'a> {
    pub(super) fn new(moment: &'a Moment, residents: &'a Residents, communes: &'a Slots) -> Self {
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

    /// The search for somebody to visit, among the same people by draws of its own.
    pub(super) fn visits(&self) -> Search<'a> {
        let moment = self.search.moment;
        Search {
            commune: moment.source(Draw::VisitedCommune),
            resident: moment.source(Draw::VisitedResident),
            ..self.search
        }
    }

    /// A user of a place, with another user or a resident of the other origin; `who` is the introduction.
    pub(super) fn of_users(&self, place: &SharedPlace, who: Who) -> Option<(Row, Row)> {
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
pub(super) struct Search<'a> {
    moment: &'a Moment<'a>,
    residents: &'a Residents,
    communes: &'a Slots,
    /// Draws of the commune, and of slots in it.
    commune: Source,
    resident: Source,
}

impl Search<'_> {
    /// An active resident of an origin: a commune by its residents, then a slot; `who` is what they are found for.
    pub(super) fn somebody(&self, who: Who, origin: Origin, fits: impl Fn(Row) -> bool) -> Option<Row> {
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
