//! The two sides of a comparison: scenarios that are shipped, and some that are made here.

use super::{care, more_meetings};
use crate::common::life::{Act, Life};
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::random::World;

/// A scenario, and what a measure does in it.
pub struct Side {
    pub scenario: Scenario,
    act: Option<Act>,
}

impl Side {
    /// The scenario of a prediction. `Err` says why these rules do not have it.
    pub fn named(name: &str, set: &[String]) -> Result<Self, String> {
        let mut set = set.to_vec();
        let (called, files, act) = match name {
            "two-small-communes-in-care" => (care::SCENARIO.to_owned(), care::files(), None),
            "more-meetings-in-murat" => shipped("baseline", Some(more_meetings::act as Act)),
            _ => match name.strip_prefix("facilitation-at-").and_then(|posts| posts.parse::<f64>().ok()) {
                Some(posts) => {
                    set.push(format!("programme.facilitator.staff_fte={posts}"));
                    shipped("facilitator-stays", None)
                }
                None => shipped(name, None),
            },
        };
        match resolve(&called, &Overrides { set, ..Overrides::default() }, &files) {
            Ok(scenario) => Ok(Self { scenario, act }),
            Err(mistakes) => Err(first_line(&mistakes.to_string())),
        }
    }

    /// One of its worlds at the start.
    pub fn life(&self, world: World) -> Life<'_> {
        Life::with(&self.scenario, world, self.act)
    }

    /// Whether nothing but the scenario acts.
    pub fn is_plain(&self) -> bool {
        self.act.is_none()
    }
}

fn shipped(name: &str, act: Option<Act>) -> (String, Memory, Option<Act>) {
    (format!("hameau:{name}"), Memory::default(), act)
}

/// The first sentence of a message of many lines, without the place where it points.
fn first_line(message: &str) -> String {
    let line = message.lines().find(|line| !line.trim().is_empty()).unwrap_or("refused").trim();
    let sentence = line.split_once(": ").filter(|(place, _)| place.starts_with("--set"));
    sentence.map_or(line, |(_, sentence)| sentence).to_owned()
}
