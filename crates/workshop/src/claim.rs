//! What a story says of its result.

use hameau_analysis::effects::{Effect, Verdict};
use hameau_model::observe::indicators::Indicator;
use serde::{Deserialize, Deserializer, Serialize};

/// How one thing lies to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The interval lies above 0.
    More,
    /// The interval lies within the smallest effect of interest on both sides of 0: no difference that matters.
    Same,
    /// The interval lies below 0.
    Less,
    /// The interval lies above the smallest effect of interest below 0: not less in a way that matters, perhaps more.
    NotLess,
}

impl Finding {
    /// What a bet can be on: of these, an effect bears out one at most.
    pub const BETS: [Self; 3] = [Self::More, Self::Same, Self::Less];

    /// Whether an effect bears it out.
    #[must_use]
    pub fn holds(self, effect: &Effect) -> bool {
        let (verdict, difference) = (effect.verdict, effect.difference.unwrap_or(0.0));
        let same = matches!(verdict, Verdict::Identical | Verdict::NoDifferenceThatMatters);
        let sure = !same && verdict != Verdict::Undecided;
        match self {
            Self::More => sure && difference > 0.0,
            Self::Same => same,
            Self::Less => sure && difference < 0.0,
            Self::NotLess => effect.interval.is_some_and(|interval| interval.low > -effect.smallest_effect),
        }
    }

    /// Whether one world shows it.
    #[must_use]
    pub fn seen_in(self, difference: f64, smallest_effect: f64) -> bool {
        match self {
            Self::More => difference > 0.0,
            Self::Same => difference.abs() <= smallest_effect,
            Self::Less => difference < 0.0,
            Self::NotLess => difference > -smallest_effect,
        }
    }
}

/// One thing that a story says: of B at the end, against A at the end or against B itself at an earlier month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Of what.
    #[serde(deserialize_with = "by_id")]
    pub indicator: Indicator,
    /// What is said.
    pub finding: Finding,
    /// Months lived when B is taken as what it is compared with; A at the end otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u32>,
}

/// An indicator by its id.
pub(crate) fn by_id<'de, D: Deserializer<'de>>(from: D) -> Result<Indicator, D::Error> {
    let id = String::deserialize(from)?;
    Indicator::from_id(&id).ok_or_else(|| serde::de::Error::custom(format!("no indicator is called `{id}`")))
}
