//! Where two worlds part, in words: a page for the terminal, stories of residents, and the table of events.

mod events;
mod grammar;
mod page;
mod sentences;
mod story;
mod words;

pub use events::events_csv;
pub use page::page;
pub use story::{Story, story};

use super::Language;
use crate::territory::Commune;
use crate::why::Pair;

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

impl Told<'_> {
    fn commune(&self, at: u16) -> &str {
        &self.communes[at as usize].name
    }
}
