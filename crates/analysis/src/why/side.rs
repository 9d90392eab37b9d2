//! One of two worlds, as it goes on: its simulation, where everybody stands, what is observed and what happens.

use super::belongings::Belongings;
use super::life::Stand;
use super::people::{Id, People};
use super::witness::Witness;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Observation, Observer};
use hameau_model::rules::step::{Phase, Simulation, State};
use hameau_model::state::population::Row;

/// Nobody stands there.
const NOWHERE: Row = Row::MAX;

/// One of two worlds.
pub(super) struct Side<'a> {
    simulation: Simulation<'a>,
    observer: Observer,
    belongings: Belongings,
    roll: Roll,
    witness: Witness,
}

/// Who is present, in which row, under which number.
#[derive(Clone, Debug, Default)]
pub(super) struct Roll {
    /// Rows, addresses and numbers, by ascending address.
    present: Vec<(Row, Who, Id)>,
    row_of: Vec<Row>,
    id_of: Vec<Id>,
}

impl Roll {
    /// Rows and numbers of those present, by ascending address.
    pub fn present(&self) -> impl Iterator<Item = (Row, Id)> {
        self.present.iter().map(|(row, _, id)| (*row, *id))
    }

    /// The number of whoever stands in a row.
    pub fn id(&self, row: Row) -> Id {
        self.id_of[row as usize]
    }

    /// Brings the roll up to date; returns the numbers of those who went.
    pub fn call(&mut self, state: &State, month: Month, people: &mut People) -> Vec<Id> {
        let residents = &state.residents;
        let order = residents.order();
        let same = |(row, known): (&Row, &(Row, Who, Id))| {
            (*row, residents.address[*row as usize]) == (known.0, known.1)
        };
        if order.len() == self.present.len() && order.iter().zip(&self.present).all(same) {
            return Vec::new();
        }
        let before = std::mem::take(&mut self.present);
        let mut known = before.iter().peekable();
        let mut went = Vec::new();
        self.id_of.resize(residents.rows(), 0);
        for row in order {
            let who = residents.address[*row as usize];
            while let Some((_, _, id)) = known.next_if(|(_, known, _)| *known < who) {
                went.push(*id);
            }
            let stays = known.next_if(|(_, known, _)| *known == who);
            let id = stays.map_or_else(|| people.meet(state, *row, month), |(_, _, id)| *id);
            self.present.push((*row, who, id));
            self.id_of[*row as usize] = id;
        }
        went.extend(known.map(|(_, _, id)| *id));
        self.row_of.resize(people.len(), NOWHERE);
        for id in &went {
            self.row_of[*id as usize] = NOWHERE;
        }
        for (row, _, id) in &self.present {
            self.row_of[*id as usize] = *row;
        }
        went
    }
}

impl<'a> Side<'a> {
    /// A world at its start.
    pub fn new(simulation: Simulation<'a>, people: &mut People, events: bool) -> Self {
        let observer = Observer::new(&simulation);
        let mut roll = Roll::default();
        roll.call(simulation.state(), simulation.month(), people);
        let mut belongings = Belongings::default();
        belongings.take(simulation.state());
        let witness = Witness::new(&simulation, &roll, people, (events, true));
        Self { simulation, observer, belongings, roll, witness }
    }

    /// Makes the next phase of the month and takes note of what happens.
    pub fn advance(&mut self, call: Phase, month: Month, people: &mut People) {
        if call == Phase::MutualHelp {
            self.witness.help(&self.simulation, &self.roll, month);
        }
        let made = self.simulation.advance();
        assert_eq!(made, call, "both worlds make the same call");
        let state = self.simulation.state();
        let went = self.roll.call(state, month, people);
        self.belongings.take(state);
        self.witness.see((call, month), state, &self.roll, people, &went);
    }

    /// Observes the month that is over.
    pub fn observe(&mut self) {
        self.observer.observe(&self.simulation);
    }

    /// What was seen of the world.
    pub fn finish(self) -> (Witness, Vec<Observation>) {
        (self.witness, self.observer.finish().0)
    }

    /// The state as the last phase left it.
    pub fn state(&self) -> &State {
        self.simulation.state()
    }

    /// How many people of both worlds have been seen.
    pub fn known(&self) -> Id {
        self.roll.row_of.len() as Id
    }

    /// Where somebody stands; `None` for whoever is not here.
    pub fn stand(&self, id: Id) -> Option<Stand<'_>> {
        let row = *self.roll.row_of.get(id as usize)?;
        (row != NOWHERE).then(|| Stand { state: self.state(), belongings: &self.belongings, row })
    }

    /// The address of somebody who is here.
    pub fn address(&self, id: Id) -> Option<Who> {
        self.stand(id).map(|stand| stand.state.residents.address[stand.row as usize])
    }
}
