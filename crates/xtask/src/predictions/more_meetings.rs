//! `more-meetings-in-murat`: no policy, but forty residents of Murat meet each other eight hours more a month for ten years.

use hameau_model::rules::step::Simulation;
use hameau_model::state::population::Row;

/// Who meets: the forty of lowest address among those present who do not live in a care home.
const PEOPLE: usize = 40;
/// Encounters of each in a month, and how long they last.
const ENCOUNTERS: u32 = 2;
const HOURS: f64 = 4.0;
/// The last month in which they meet.
const LAST: u32 = 120;

/// What happens in a month.
pub fn act(simulation: &mut Simulation, month: u32) {
    if month > LAST {
        return;
    }
    let people = people(simulation);
    for encounter in 0..ENCOUNTERS {
        let round = (month * ENCOUNTERS + encounter) as usize;
        simulation.bring_together(&paired(&people, round), HOURS);
    }
}

fn people(simulation: &Simulation) -> Vec<Row> {
    let communes = &simulation.moment().territory.communes;
    let largest =
        (0..communes.len()).max_by(|a, b| communes[*a].population.total_cmp(&communes[*b].population));
    let residents = &simulation.state().residents;
    let there = |row: &Row| {
        Some(residents.commune[*row as usize] as usize) == largest && !residents.secluded[*row as usize]
    };
    residents.order().iter().copied().filter(there).take(PEOPLE).collect()
}

/// A round of the rotation in which everybody meets everybody else once: the last person stays, the others move on by one.
fn paired(people: &[Row], round: usize) -> Vec<(Row, Row)> {
    let Some((last, circle)) = people.split_last().filter(|(_, circle)| circle.len() % 2 == 1) else {
        return Vec::new();
    };
    let at = |position: usize| circle[position % circle.len()];
    let others = 1..=circle.len() / 2;
    let facing = others.map(|distance| (at(round + distance), at(round + circle.len() - distance)));
    std::iter::once((at(round), *last)).chain(facing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn everybody_meets_everybody_else_once() {
        let people: Vec<Row> = (0..6).collect();
        let mut pairs = HashSet::new();
        for round in 0..5 {
            let paired = paired(&people, round);
            let there: HashSet<Row> = paired.iter().flat_map(|(a, b)| [*a, *b]).collect();
            assert_eq!((paired.len(), there.len()), (3, 6));
            pairs.extend(paired.iter().map(|(a, b)| (*a.min(b), *a.max(b))));
        }
        assert_eq!(pairs.len(), 15);
    }
}
