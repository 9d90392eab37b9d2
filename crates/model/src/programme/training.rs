//! Training: know-how for people of one origin or of both, and a reason to come to the place that gives it.

use super::{Acts, Scene};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Draw, Who};
use crate::kernel::units::Cents;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::places::SharedPlace;
use crate::state::population::{Origin, Residents, Row};

/// A training in force.
#[derive(Clone, Debug)]
pub struct Training {
    index: usize,
    who: Who,
    place: Option<String>,
    per_year: f64,
    origins: [bool; 2],
    gain: f64,
    cost: Cents,
}

pub(super) fn act(scene: &mut Scene) {
    let per_year = scene.lever(Key::Trainees);
    if per_year <= 0.0 {
        return;
    }
    let origins = match scene.lever(Key::TrainingFor) as u32 {
        0 => [false, true],
        1 => [true, false],
        _ => [true, true],
    };
    let training = Training {
        index: scene.index,
        who: Who::named(&scene.instrument.name),
        place: scene.instrument.place.clone(),
        per_year,
        origins,
        gain: scene.lever(Key::TrainingKnowHow),
        cost: Cents::from_eur(scene.lever(Key::TrainingCost)),
    };
    if let Some(place) = scene.place() {
        for origin in [Origin::Local, Origin::Newcomer] {
            place.trains[origin as usize] |= origins[origin as usize];
        }
    }
    scene.acts.trainings.push(training);
}

/// Know-how after a training that would give `gain` to somebody without experience: what is left to learn shrinks, as in
/// learning from others, and nobody passes the ceiling.
#[must_use]
pub fn trained(know_how: f64, gain: f64, ceiling: f64) -> f64 {
    let acquired = know_how - 1.0;
    let left = (1.0 - acquired / ceiling).clamp(0.0, 1.0);
    1.0 + (acquired + gain * left).min(ceiling.max(acquired))
}

/// Trains this month's trainees: users of the place, or active residents where there is none, each chosen by its own draw.
pub fn train(
    moment: &Moment,
    residents: &Residents,
    places: &[SharedPlace],
    minds: &mut Minds,
    acts: &mut Acts,
) {
    let fraction = moment.source(Draw::TrainingSeats);
    let rank = moment.source(Draw::Trainee);
    let ceiling = moment.value(Key::KnowHowCeiling);
    for training in &acts.trainings {
        let seats =
            (training.per_year / 12.0 + fraction.draw(training.who, moment.month, 0).value()) as usize;
        let meant = |row: &Row| {
            let at = *row as usize;
            training.origins[residents.origin[at] as usize] && residents.occupation[at].is_active()
        };
        let mut audience: Vec<Row> = match &training.place {
            Some(name) => {
                let place = places.iter().find(|place| place.open && place.name == *name);
                place.map_or_else(Vec::new, |place| place.users.iter().copied().filter(meant).collect())
            }
            None => residents.order().iter().copied().filter(meant).collect(),
        };
        order::by_key(&mut audience, |row| {
            let address = residents.address[*row as usize];
            (rank.draw(training.who.pair(address), moment.month, 0), address)
        });
        for row in audience.into_iter().take(seats) {
            let know_how = &mut minds.know_how[row as usize];
            *know_how = trained(*know_how, training.gain, ceiling);
            acts.spent[training.index] += training.cost;
        }
    }
}
