//! Members of a work meet each other.

use crate::inputs::parameters::Key;
use crate::kernel::random::Occasion;
use crate::state::moment::Moment;
use crate::state::population::Residents;
use crate::state::ties::{Channel, Encounter, Ties, units};
use crate::state::works::{CommonWork, Stage, Works};

/// The month's encounters of members: each spends the hours of the work evenly with the others.
pub fn encounters(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    works: &Works,
    out: &mut Vec<Encounter>,
) {
    for work in works.list.iter().filter(|work| work.stage != Stage::Ended) {
        meet(moment, residents, ties, work, out);
    }
}

fn meet(moment: &Moment, residents: &Residents, ties: &Ties, work: &CommonWork, out: &mut Vec<Encounter>) {
    let others = work.team.len().saturating_sub(1);
    if others == 0 {
        return;
    }
    let contact = units(moment.value(Key::WorkHours) / others as f64);
    for (index, from) in work.team.iter().enumerate() {
        for with in &work.team[index + 1..] {
            out.push(Encounter {
                who: residents.address[*from as usize].pair(residents.address[*with as usize]).pair(work.who),
                from: *from,
                with: *with,
                units: contact,
                before: ties.between(*from, *with),
                slot: 0,
                ordinal: Occasion::Work as u16,
                channel: Channel::Work,
            });
        }
    }
}
