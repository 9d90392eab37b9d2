//! How newcomers come to have friends.

use crate::common::life::Life;
use crate::common::ties::strong;
use hameau_model::state::population::{Origin, Row};

/// Mean number of strong ties of the newcomers who arrived during the run, `after` months later; those who are still here
/// then, over all months to `last`.
pub fn strong_after(life: &mut Life, last: u32, after: u32) -> Option<f64> {
    let (mut ties, mut people) = (0, 0);
    for month in after + 1..=last {
        let state = life.to(month);
        // The month that ends is the one before the month that comes next.
        let arrived = state.start.plus(month - 1 - after);
        let residents = &state.residents;
        let is_one = |row: &&Row| {
            let at = **row as usize;
            residents.origin[at] == Origin::Newcomer
                && residents.arrived[at] == arrived
                && !residents.secluded[at]
        };
        for row in residents.order().iter().filter(is_one) {
            ties += strong(state, *row);
            people += 1;
        }
    }
    (people > 0).then(|| f64::from(ties) / f64::from(people))
}
