//! What happens to the places and works of one world, seen at the end of each month.

use super::event::{Event, What};
use super::kind::Kind;
use super::witness::{Now, PlaceFacts, Places, WorkFacts, facts};
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::rules::step::{Phase, State};
use hameau_model::state::works::Stage;
use std::collections::BTreeMap;

/// The places and works of a world, and what happened to them. It looks at no resident, so that it costs next to nothing.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Places and circles that were ever open.
    pub places: BTreeMap<Who, PlaceFacts>,
    /// Works that ever committed.
    pub works: BTreeMap<Who, WorkFacts>,
    open: Places,
    stages: BTreeMap<Who, Stage>,
}

impl Chronicle {
    /// Takes note of what a month did, once it is over.
    pub fn see(&mut self, state: &State, month: Month) {
        let opened = self.open.see(state, &mut self.places, Now { call: Phase::Programme, month });
        self.events.extend(opened);
        let now = Now { call: Phase::CommonWorks, month };
        for work in &state.works.list {
            let before = self.stages.insert(work.who, work.stage);
            if before.is_none() {
                self.works.insert(work.who, facts(work));
                self.events.push(now.of_nobody(Kind::WorkCommitted, What::Work(work.who)));
            }
            let kind = match (before.unwrap_or(Stage::Building), work.stage) {
                (Stage::Building, Stage::Operating) => Kind::WorkOperates,
                (Stage::Operating, Stage::Ended) => Kind::WorkEnded,
                (Stage::Building, Stage::Ended) => Kind::WorkAbandoned,
                _ => continue,
            };
            self.events.push(now.of_nobody(kind, What::Work(work.who)));
        }
    }
}
