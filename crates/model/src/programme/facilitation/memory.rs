//! Whom a facilitator met, she forgets in time.

use crate::inputs::parameters::Key;
use crate::kernel::random::Draw;
use crate::kernel::units::monthly_probability;
use crate::state::moment::Moment;
use crate::state::places::SharedPlace;
use crate::state::population::Residents;

/// A month passes: each of those whom the facilitator of a place met is forgotten by a draw of their own.
pub fn forget(moment: &Moment, residents: &Residents, places: &mut [SharedPlace]) {
    let source = moment.source(Draw::FacilitatorForgets);
    let chance = monthly_probability(moment.value(Key::FacilitatorForgets));
    for SharedPlace { who, met, .. } in places {
        met.retain(|row| {
            let pair = who.pair(residents.address[*row as usize]);
            !source.draw(pair, moment.month, 0).bernoulli(chance)
        });
    }
}
