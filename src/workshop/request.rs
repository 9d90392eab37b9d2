//! Requests as they are read: every key is known, every value has its type.

use super::refusal::Refusal;
use crate::scenario::{did_you_mean, listed};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// Characters of a request at most: two scenarios of the largest size, written as JSON.
const MOST_BYTES: usize = 8_000_000;

/// What can be asked.
const NAMES: [&str; 15] = [
    "about", "levers", "check", "edit", "open", "step", "go", "series", "map", "people", "ego", "life",
    "close", "pair", "digest",
];

/// One request.
#[derive(Debug)]
pub(super) enum Request {
    /// Version, shipped scenarios, indicators.
    About,
    /// What a council decides and what is assumed.
    Levers,
    /// What a scenario says, or its mistakes.
    Check(Check),
    /// A scenario changed.
    Edit(Edit),
    /// Founds a world.
    Open(Open),
    /// Simulates months.
    Step(Step),
    /// Shows a month.
    Go(Go),
    /// What was observed so far.
    Series(Series),
    /// What stands where.
    Map(Shown),
    /// The residents of a commune.
    People(People),
    /// A resident and those tied to them.
    Ego(Whom),
    /// The life of a resident.
    Life(Whom),
    /// Forgets a world.
    Close(Shown),
    /// One paired world, whole.
    Pair(Pair),
    /// One number for a whole series.
    Digest(Digest),
}

/// One of the two worlds shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Slot {
    /// The left one.
    A,
    /// The right one.
    B,
}

impl Slot {
    /// As requests name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// A scenario's text, and the name of its file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub toml: String,
    #[serde(default)]
    pub file: Option<String>,
}

/// A scenario, and what is to be another in it: first what is dropped and added, then what is set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edit {
    pub toml: String,
    /// Overrides as `--set` takes them.
    #[serde(default)]
    pub set: Vec<String>,
    /// Names of entries of the programme.
    #[serde(default)]
    pub drop: Vec<String>,
    #[serde(default)]
    pub add: Vec<Entry>,
    /// Another title and name.
    #[serde(default)]
    pub title: Option<super::words::OwnedWords>,
    #[serde(default)]
    pub name: Option<String>,
}

/// A new entry of the programme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub instrument: String,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub until: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub commune: Option<String>,
    #[serde(default)]
    pub funding: BTreeMap<String, Value>,
    #[serde(default)]
    pub levers: BTreeMap<String, Value>,
}

/// A world to be founded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Open {
    pub slot: Slot,
    pub toml: String,
    #[serde(default)]
    pub file: Option<String>,
    pub seed: u64,
    pub replicate: u32,
    #[serde(default)]
    pub indicators: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub slot: Slot,
    pub months: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Go {
    pub slot: Slot,
    pub month: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Series {
    pub slot: Slot,
    #[serde(default)]
    pub indicators: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub slot: Slot,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub slot: Slot,
    pub commune: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Whom {
    pub slot: Slot,
    pub who: String,
}

/// Two scenarios in one world.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pair {
    pub a: String,
    pub b: String,
    pub seed: u64,
    pub replicate: u32,
    pub indicators: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digest {
    pub toml: String,
    pub seed: u64,
    pub replicate: u32,
}

impl Request {
    /// Reads a request.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > MOST_BYTES {
            return Err(Refusal::one(&format!(
                "a request has at most {MOST_BYTES} bytes, this one has {}",
                text.len()
            )));
        }
        let mut value: Value = serde_json::from_str(text)
            .map_err(|error| Refusal::one(&format!("the request is no JSON: {error}")))?;
        let name = value.as_object_mut().and_then(|request| request.shift_remove("do"));
        let Some(name) = name.as_ref().and_then(Value::as_str) else {
            return Err(Refusal::one("a request is an object that says what to `do`"));
        };
        Ok(match name {
            "about" => Self::About,
            "levers" => Self::Levers,
            "check" => Self::Check(typed(name, value)?),
            "edit" => Self::Edit(typed(name, value)?),
            "open" => Self::Open(typed(name, value)?),
            "step" => Self::Step(typed(name, value)?),
            "go" => Self::Go(typed(name, value)?),
            "series" => Self::Series(typed(name, value)?),
            "map" => Self::Map(typed(name, value)?),
            "people" => Self::People(typed(name, value)?),
            "ego" => Self::Ego(typed(name, value)?),
            "life" => Self::Life(typed(name, value)?),
            "close" => Self::Close(typed(name, value)?),
            "pair" => Self::Pair(typed(name, value)?),
            "digest" => Self::Digest(typed(name, value)?),
            _ => {
                let help = did_you_mean(name, NAMES).or_else(|| listed("known", NAMES)).unwrap_or_default();
                return Err(Refusal::one(&format!("`{}` is no request; {help}", short(name))));
            }
        })
    }
}

fn typed<T: DeserializeOwned>(name: &str, value: Value) -> Result<T, Refusal> {
    serde_json::from_value(value)
        .map_err(|error| Refusal::one(&format!("in the request `{name}`: {}", short(&error.to_string()))))
}

/// A text of the request as a message shows it: the start of it.
fn short(text: &str) -> String {
    const SHOWN: usize = 200;
    let mut shown: String =
        text.chars().take(SHOWN).map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push_str("...");
    }
    shown
}
