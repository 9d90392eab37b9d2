//! Time is finite: hours in a place, a team or a meeting may be taken from encounters in the village (Miritello and others
//! 2013; Saramäki and others 2014).

use crate::inputs::parameters::Key;
use crate::kernel::random::Draw;
use crate::state::moment::Moment;
use crate::state::population::Residents;
use crate::state::ties::Encounters;

/// Takes encounters of the village away from those who met others elsewhere this month. Somebody who spends `h` hours elsewhere
/// gives up each of `v` hours in the village with chance `min(1, share h / v)`, by a draw of their own for each encounter, and
/// who was to be met misses it too. At a share of 0 nothing is looked at.
pub fn displace(moment: &Moment, residents: &Residents, met: &mut Encounters) {
    let share = moment.value(Key::DisplacedShare);
    if share <= 0.0 {
        return;
    }
    let mut elsewhere = vec![0_u64; residents.rows()];
    for meeting in &met.others {
        for row in [meeting.from, meeting.with] {
            elsewhere[row as usize] += u64::from(meeting.units);
        }
    }
    let mut village = vec![0_u64; residents.rows()];
    met.in_village(residents, |meeting| {
        for row in [meeting.from, meeting.with] {
            village[row as usize] += u64::from(meeting.units);
        }
    });
    let source = moment.source(Draw::Displaced);
    met.keep_in_village(residents, |meeting| {
        let [from, with] = [meeting.from, meeting.with].map(|row| residents.address[row as usize]);
        [(meeting.from, from), (meeting.with, with)].into_iter().all(|(row, who)| {
            let (away, here) = (elsewhere[row as usize], village[row as usize]);
            let chance = (share * away as f64 / here as f64).min(1.0);
            away == 0
                || !source
                    .draw(from.pair(with).pair(who), moment.month, u32::from(meeting.ordinal))
                    .bernoulli(chance)
        })
    });
}
