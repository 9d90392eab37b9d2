//! Everybody who lives in one of two worlds, under one number in both.

use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::rules::step::State;
use hameau_model::state::population::{Brought, Occupation, Origin, Row};
use std::collections::BTreeMap;

/// The number of a person in both worlds, by order of first appearance.
pub type Id = u32;

/// What is known of a person on first appearance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Address.
    pub who: Who,
    /// Historical local or newcomer.
    pub origin: Origin,
    /// Month of birth.
    pub birth: Month,
    /// Month of arrival; of a local who was there at the start, of birth.
    pub arrived: Month,
    /// Month from which the person is simulated.
    pub seen: Month,
    /// Commune, as index into the territory.
    pub commune: u16,
    /// Occupation.
    pub occupation: Occupation,
    /// Brought by the programme.
    pub brought: Brought,
}

impl Person {
    /// Age in whole years when first seen.
    #[must_use]
    pub fn age(&self) -> u32 {
        self.seen.months_after(self.birth) / 12
    }
}

/// The people of two worlds.
#[derive(Clone, Debug, Default)]
pub struct People {
    numbers: BTreeMap<Who, Id>,
    all: Vec<Person>,
}

impl People {
    /// The person of a number.
    #[must_use]
    pub fn person(&self, id: Id) -> &Person {
        &self.all[id as usize]
    }

    /// The number of somebody, if there ever was anybody of that address.
    #[must_use]
    pub fn number(&self, who: Who) -> Option<Id> {
        self.numbers.get(&who).copied()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The number of somebody who stands in a row, a new one for whoever was never seen.
    pub(super) fn meet(&mut self, state: &State, row: Row, month: Month) -> Id {
        let (people, at) = (&state.residents, row as usize);
        let who = people.address[at];
        let next = self.all.len() as Id;
        let id = *self.numbers.entry(who).or_insert(next);
        if id == next {
            self.all.push(Person {
                who,
                origin: people.origin[at],
                birth: people.birth[at],
                arrived: people.arrived[at],
                seen: month,
                commune: people.commune[at],
                occupation: people.occupation[at],
                brought: people.brought[at],
            });
        }
        id
    }
}
