//! The stories that the program carries: read from `scenarios/stories/`, one file each, in both languages.
//!
//! A story compares two scenarios in the same worlds, and asks one question that one indicator decides: is it more, the
//! same, or less in B than in A? Each of the three bets has its answer. What the texts say of the result is held on many
//! worlds (`tests/evidence/stories.rs`); a figure never stands in a text, since figures are what runs produce.

use super::claim::{Claim, Finding, by_id};
use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, typeset};
use serde::{Deserialize, Serialize};

/// The files of the stories, in the order in which they are told.
const FILES: [&str; 5] = [
    include_str!("../../../scenarios/stories/village.toml"),
    include_str!("../../../scenarios/stories/two-worlds.toml"),
    include_str!("../../../scenarios/stories/empty-place.toml"),
    include_str!("../../../scenarios/stories/facilitator-leaves.toml"),
    include_str!("../../../scenarios/stories/dormitory-or-workshop.toml"),
];

/// A text in both languages: paragraphs, with an empty line between two, and the spaces that printers of each set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Text {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The text in this language.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        language.of((&self.en, &self.fr))
    }
}

/// A text as the file has it, its lines broken for the eye.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fr: String,
    en: String,
}

impl From<Written> for Text {
    fn from(written: Written) -> Self {
        let whole = |paragraph: &str| paragraph.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let set = |text: &str, language| {
            let paragraphs = text.trim().split("\n\n").map(whole).collect::<Vec<_>>();
            typeset(&paragraphs.join("\n\n"), language)
        };
        Self { fr: set(&written.fr, Language::French), en: set(&written.en, Language::English) }
    }
}

/// One of the two worlds of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// What is done in it, in a few words.
    pub name: Text,
    /// The scenario: what differs from a shipped one.
    pub toml: String,
}

/// What somebody may expect, and what to think about when one does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bet {
    /// What the bet says of the deciding indicator.
    pub id: Finding,
    /// The bet in words.
    pub label: Text,
    /// What to say to those who made it.
    pub answer: Text,
}

/// A month at which the room stops and talks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Months lived until then.
    pub month: u32,
    /// What to ask.
    pub debrief: Text,
}

/// A story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Its name in links.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Where we are, and what differs between the two worlds.
    pub situate: Text,
    /// The one world.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// The question, asked before anything runs.
    pub question: Text,
    /// One bet for each finding.
    pub bets: Vec<Bet>,
    /// The bet that the model bears out.
    pub right: Finding,
    /// Where the room stops, in order.
    pub pauses: Vec<Pause>,
    /// The indicator that decides, at the end.
    #[serde(deserialize_with = "by_id")]
    pub indicator: Indicator,
    /// Seed of the worlds.
    pub seed: u64,
    /// The world that is shown; the others follow it.
    pub replicate: u32,
    /// What the model found, and why.
    pub explain: Text,
    /// What the model cannot say of it.
    pub limits: Text,
    /// What else the texts say of the result.
    #[serde(default)]
    pub also: Vec<Claim>,
}

impl Story {
    /// Everything that the story says of the result, the deciding claim first.
    pub fn claims(&self) -> impl Iterator<Item = Claim> {
        let deciding = Claim { indicator: self.indicator, finding: self.right, since: None };
        std::iter::once(deciding).chain(self.also.iter().copied())
    }

    /// Both scenarios, as they are simulated.
    ///
    /// # Errors
    /// When one of them is not a scenario.
    pub fn scenarios(&self) -> Result<[Scenario; 2], Mistakes> {
        let read = |which: &str, side: &Side| {
            let path = format!("{}-{which}.toml", self.id);
            resolve(&path, &Overrides::default(), &Memory::default().with(&path, side.toml.as_str()))
        };
        Ok([read("a", &self.a)?, read("b", &self.b)?])
    }
}

/// The stories that the program carries, in the order in which they are told.
///
/// # Panics
/// When an embedded file is not a story.
#[must_use]
pub fn stories() -> Vec<Story> {
    let read = |text: &&str| toml::from_str(text).unwrap_or_else(|error| panic!("a story: {error}"));
    FILES.iter().map(read).collect()
}
