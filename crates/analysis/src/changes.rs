//! Two comparisons held against each other: which conclusions changed, and by what.

use crate::effects::{Comparison, Effect, Verdict};
use crate::statistics::Interval;
use hameau_model::observe::indicators::Indicator;
use serde::{Deserialize, Serialize};

/// What a comparison concludes, read from one or from the file that another version of the program wrote: of that file no
/// more than this is read.
#[derive(Clone, Debug, Deserialize)]
pub struct Concluded {
    policies: Vec<OfPolicy>,
}

#[derive(Clone, Debug, Deserialize)]
struct OfPolicy {
    policy: String,
    effects: Vec<OfIndicator>,
}

#[derive(Clone, Debug, Deserialize)]
struct OfIndicator {
    indicator: String,
    #[serde(flatten)]
    conclusion: Conclusion,
    method: Option<String>,
}

impl From<&Comparison> for Concluded {
    fn from(comparison: &Comparison) -> Self {
        let effect = |effect: &Effect| OfIndicator {
            indicator: effect.indicator.row().id.to_owned(),
            conclusion: effect.into(),
            method: None,
        };
        let policies = comparison.policies.iter().map(|policy| OfPolicy {
            policy: policy.policy.clone(),
            effects: policy.effects.iter().map(effect).collect(),
        });
        Self { policies: policies.collect() }
    }
}

impl OfPolicy {
    /// What is concluded on an indicator, when anything is.
    fn on(&self, indicator: Indicator) -> Option<Conclusion> {
        let effect = self.effects.iter().find(|effect| effect.indicator == indicator.row().id)?;
        let mut conclusion = effect.conclusion;
        // Equal differences are written without an interval.
        if effect.method.as_deref() == Some("constant") && conclusion.interval.is_none() {
            conclusion.interval = conclusion.difference.map(|low| Interval { low, high: low });
        }
        Some(conclusion)
    }
}

/// The conclusions on the policies that both comparisons have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// Those whose verdict is another.
    pub turned: Vec<Change>,
    /// Those whose verdict stands and whose effect surely is another: the two intervals have no value in common.
    pub moved: Vec<Change>,
    /// How many others there are.
    pub unchanged: usize,
}

/// A conclusion in both comparisons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The policy.
    pub policy: String,
    /// The indicator.
    pub indicator: Indicator,
    /// What the first comparison says.
    pub a: Conclusion,
    /// What the second says.
    pub b: Conclusion,
}

/// What a comparison says of a policy and an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conclusion {
    /// The verdict.
    pub verdict: Verdict,
    /// Mean of the paired differences.
    pub difference: Option<f64>,
    /// What the effect may be; of equal differences, that one value.
    pub interval: Option<Interval>,
    /// Worlds in which both define the indicator.
    pub worlds_used: usize,
}

impl From<&Effect> for Conclusion {
    fn from(effect: &Effect) -> Self {
        Self {
            verdict: effect.verdict,
            difference: effect.difference,
            interval: effect.ends(),
            worlds_used: effect.worlds_used,
        }
    }
}

impl Changes {
    /// Conclusions that both comparisons have.
    #[must_use]
    pub fn count(&self) -> usize {
        self.turned.len() + self.moved.len() + self.unchanged
    }

    /// Whether every conclusion stands.
    #[must_use]
    pub fn none(&self) -> bool {
        self.turned.is_empty() && self.moved.is_empty()
    }
}

/// What became of the conclusions on these indicators from one comparison to another; policies are matched by their names.
#[must_use]
pub fn changes(a: &Concluded, b: &Concluded, indicators: &[Indicator]) -> Changes {
    let mut changes = Changes { turned: Vec::new(), moved: Vec::new(), unchanged: 0 };
    for policy in &a.policies {
        let Some(other) = b.policies.iter().find(|other| other.policy == policy.policy) else { continue };
        for indicator in indicators {
            let [Some(a), Some(b)] = [policy, other].map(|effects| effects.on(*indicator)) else { continue };
            let change = Change { policy: policy.policy.clone(), indicator: *indicator, a, b };
            if a.verdict != b.verdict {
                changes.turned.push(change);
            } else if apart(a.interval, b.interval) {
                changes.moved.push(change);
            } else {
                changes.unchanged += 1;
            }
        }
    }
    changes
}

/// Whether two intervals have no value in common; without one of them nothing is known.
fn apart(a: Option<Interval>, b: Option<Interval>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.high < b.low || b.high < a.low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effects::{Outcomes, Question, compare};

    const QUESTION: Question = Question { confidence: 0.95, precision: 1.0, several_looks: false, seed: 1 };
    const OF: [Indicator; 2] = [Indicator::Inhabitants, Indicator::AttendanceGap];

    /// A comparison of one policy that adds `effect` persons to the inhabitants, or a little more.
    fn comparison(policy: &str, effect: f64) -> Concluded {
        let worlds = |name: &str, effect: f64| {
            let world = |world: u32| {
                let value = 10_000.0 + f64::from(world) + effect * (1.0 + 0.001 * f64::from(world % 5));
                Indicator::all().map(|indicator| (indicator == OF[0]).then_some(value)).collect()
            };
            Outcomes::new(name, (0..20).map(world).collect())
        };
        (&compare(QUESTION, &worlds("base", 0.0), &[worlds(policy, effect)])).into()
    }

    #[test]
    fn a_conclusion_turns_moves_or_stands() {
        let much = comparison("p", 500.0);
        let same = changes(&much, &much, &OF);
        assert!(same.none());
        assert_eq!(same.unchanged, 2);
        let more = changes(&much, &comparison("p", 600.0), &OF);
        assert_eq!((more.turned.len(), more.moved.len(), more.unchanged), (0, 1, 1));
        let none = changes(&much, &comparison("p", 0.01), &OF);
        assert_eq!((none.turned.len(), none.moved.len()), (1, 0));
        assert_eq!((none.turned[0].a.verdict, none.turned[0].indicator), (Verdict::Better, OF[0]));
        let other = changes(&much, &comparison("q", 0.0), &OF);
        assert_eq!((other.none(), other.unchanged), (true, 0), "only the policies that both have");
    }
}
