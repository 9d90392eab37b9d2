//! Needs: when they arise and pass, who has one, and who is known to have it (model 4.7).

use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Uniform, Who};
use crate::kernel::units::Month;
use crate::state::moment::Moment;
use crate::state::needs::{Need, Needs};
use crate::state::population::{Residents, Row, Slots};
use crate::state::ties::UNITS_PER_HOUR;
use crate::state::works::Purpose;

/// Years before the first month in which needs arose that can still be open.
const YEARS_BEFORE: u32 = 40;

/// The month's needs: a Poisson number for each commune and purpose, in proportion to its adults; old ones pass.
pub fn arise(moment: &Moment, communes: &Slots, needs: &mut Needs) {
    needs.pass(moment.month);
    let counts = moment.source(Draw::NeedsArisen);
    let each = moment.value(Key::NeedsRate) / 12_000.0;
    for (commune, facts) in moment.territory.communes.iter().enumerate() {
        let mean = each * f64::from(communes.members(commune));
        for purpose in Purpose::ALL {
            let about = Who::commune(facts.code).pair(Who::number(purpose as u32));
            for ordinal in 0..counts.draw(about, moment.month, 0).poisson(mean) {
                needs.add(need(moment, about, ordinal, (commune as u16, purpose)));
            }
        }
    }
}

fn need(moment: &Moment, about: Who, ordinal: u32, (commune, purpose): (u16, Purpose)) -> Need {
    let who = about.pair(Who::number(moment.month.index())).pair(Who::number(ordinal));
    let open = moment.source(Draw::NeedLife).draw(who, moment.month, 0);
    let months = open.exponential(12.0 / moment.value(Key::NeedExpiry)) as u32;
    Need { who, commune, purpose, until: moment.month.plus(months + 1) }
}

/// The needs that are open before the first month: those that arose in the forty years before, among as many people, and have
/// not passed.
#[must_use]
pub fn open_at_start(moment: &Moment, communes: &Slots) -> Needs {
    let mut needs = Needs::default();
    for back in (1..=YEARS_BEFORE * 12).rev() {
        let moment = Moment { month: Month::from_index(moment.month.index() - back), ..*moment };
        arise(&moment, communes, &mut needs);
    }
    needs.pass(moment.month);
    needs.gone = [0; 2];
    needs
}

/// Whether somebody has a need: for good, whatever the month.
#[must_use]
pub fn has(moment: &Moment, somebody: Who, need: Who) -> bool {
    fixed(moment, Draw::NeedHeld, somebody.pair(need)).bernoulli(moment.value(Key::NeedHeld))
}

/// Whether one of a pair knows that the other has a need, in case he has: the more so the stronger the tie.
#[must_use]
pub fn known_through_tie(moment: &Moment, pair: Who, need: Who, stock: u16) -> bool {
    let closeness = (f64::from(stock) / UNITS_PER_HOUR / moment.value(Key::StrongHours)).min(1.0);
    let chance = moment.value(Key::NeedKnownTie) * closeness;
    // Nobody is known to strangers: no draw is needed, and most pairs are.
    stock > 0 && fixed(moment, Draw::NeedKnown, pair.pair(need)).bernoulli(chance)
}

/// Of the people whom the facilitator of a place has met, those of whom she knows that they have a need.
pub fn known_to_facilitator<'a>(
    moment: &'a Moment,
    residents: &'a Residents,
    (place, met): (Who, &'a [Row]),
    need: Who,
) -> impl Iterator<Item = Row> + 'a {
    let chance = moment.value(Key::NeedKnownFacilitator);
    met.iter().copied().filter(move |row| {
        let somebody = residents.address[*row as usize];
        has(moment, somebody, need)
            && fixed(moment, Draw::NeedKnown, place.pair(somebody).pair(need)).bernoulli(chance)
    })
}

/// A draw that stays what it is in every month.
fn fixed(moment: &Moment, draw: Draw, about: Who) -> Uniform {
    moment.source(draw).draw(about, Month::from_index(0), 0)
}
