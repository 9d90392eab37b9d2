//! Where two worlds part, in words: a page for the terminal, stories of residents, and the table of events.

mod events;
mod grammar;
mod life;
mod page;
mod sentences;
mod story;
mod words;

pub use events::events_csv;
pub use life::{happening, life};
pub use page::page;
pub use story::{Story, story, title};

use super::Language;
use hameau_analysis::why::{Pair, People, PlaceFacts, WorkFacts};
use hameau_model::inputs::territory::Commune;
use hameau_model::kernel::random::Who;
use std::collections::BTreeMap;

/// Two worlds, and what is needed to speak of them.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The two worlds.
    pub pair: &'a Pair,
    /// The names of their scenarios.
    pub names: [&'a str; 2],
    /// The communes of their territory.
    pub communes: &'a [Commune],
    /// The language.
    pub language: Language,
}

/// What is needed to speak of people, places and works.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The people.
    pub people: &'a People,
    /// The places, of one world or of two.
    pub places: [&'a BTreeMap<Who, PlaceFacts>; 2],
    /// The works, of one world or of two.
    pub works: [&'a BTreeMap<Who, WorkFacts>; 2],
    /// The communes of the territory.
    pub communes: &'a [Commune],
    /// The language.
    pub language: Language,
}

impl<'a> Told<'a> {
    fn voice(&self) -> Voice<'a> {
        let Pair { people, witnesses, .. } = self.pair;
        Voice {
            people,
            places: witnesses.each_ref().map(|witness| &witness.places),
            works: witnesses.each_ref().map(|witness| &witness.works),
            communes: self.communes,
            language: self.language,
        }
    }
}

impl Voice<'_> {
    fn commune(&self, at: u16) -> &str {
        &self.communes[at as usize].name
    }

    fn place(&self, who: Who) -> Option<&PlaceFacts> {
        self.places.iter().find_map(|places| places.get(&who))
    }

    fn work(&self, who: Who) -> Option<&WorkFacts> {
        self.works.iter().find_map(|works| works.get(&who))
    }
}
