//! Two folders of comparisons held against each other: what differs between the studies themselves.

use super::{Study, StudyError};
use crate::store::{Digest, Kind, Manifest};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use serde::{Serialize, Serializer};

/// What differs between two studies that are comparisons. Of each pair the first is of the first study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrast {
    /// The digests of all their values.
    pub digests: [String; 2],
    /// What differs in how they were made.
    pub facts: Vec<Fact>,
    /// Scenarios that only one of them has.
    pub only: [Vec<String>; 2],
    /// What differs in those that both have.
    pub scenarios: Vec<Redefined>,
}

/// Something in which the making of two studies differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// What.
    pub what: Subject,
    /// In each study.
    pub values: [String; 2],
}

/// In what the making of two studies may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The scenario that the policies are compared with.
    Base,
    /// How many worlds are compared.
    Worlds,
    /// The seed of the worlds.
    Seed,
    /// The version of the program that made the tables.
    Version,
    /// The confidence of the intervals.
    Confidence,
}

/// A scenario of which the two studies hold different versions under one name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Redefined {
    /// Its name.
    pub name: String,
    /// The parts that differ.
    pub parts: Vec<Part>,
}

/// A part of a scenario that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// `section.key`, `programme.NAME` for an entry, `programme.NAME.key` for a part of one, or `territory`.
    pub key: String,
    /// The parameter, where it is one: its unit tells what the values count.
    #[serde(rename = "unit", serialize_with = "unit")]
    pub parameter: Option<Key>,
    /// What each study says, as a scenario writes it; of the territory, the digest of its facts. None where it has no such
    /// part.
    pub values: [Option<String>; 2],
}

fn unit<S: Serializer>(parameter: &Option<Key>, serializer: S) -> Result<S::Ok, S::Error> {
    parameter.map(|key| key.row().unit.words().0).filter(|unit| !unit.is_empty()).serialize(serializer)
}

impl Contrast {
    /// Whether nothing differs.
    #[must_use]
    pub fn none(&self) -> bool {
        self.facts.is_empty() && self.only.iter().all(Vec::is_empty) && self.scenarios.is_empty()
    }
}

/// What differs between two studies that are comparisons, each with its manifest.
///
/// # Errors
/// When one of them is something else.
pub fn contrast(studies: [&Study; 2], manifests: [&Manifest; 2]) -> Result<Contrast, StudyError> {
    let [a, b] = [made_of(studies[0])?, made_of(studies[1])?];
    let all = [
        (Subject::Base, [a, b].map(|(names, ..)| names.first().cloned().unwrap_or_default())),
        (Subject::Worlds, [a, b].map(|(_, worlds, _)| worlds.to_string())),
        (Subject::Seed, studies.map(|study| study.seed().to_string())),
        (Subject::Version, manifests.map(|manifest| manifest.version.clone())),
        (Subject::Confidence, [a, b].map(|(.., confidence)| confidence.to_string())),
    ];
    let facts = all.into_iter().filter(|(_, [a, b])| a != b).map(|(what, values)| Fact { what, values });
    let only = [(a.0, b.0), (b.0, a.0)].map(|(names, others)| -> Vec<String> {
        names.iter().filter(|name| !others.contains(name)).cloned().collect()
    });
    let redefined = |name: &String| {
        let [a, b] = studies.map(|study| study.point(name));
        let (a, b) = (a?, b?);
        let parts = if a.content == b.content { Vec::new() } else { parts(&a.scenario, &b.scenario) };
        (!parts.is_empty()).then(|| Redefined { name: name.clone(), parts })
    };
    Ok(Contrast {
        digests: manifests.map(|manifest| manifest.digest.clone()),
        facts: facts.collect(),
        only,
        scenarios: a.0.iter().filter(|name| b.0.contains(name)).filter_map(redefined).collect(),
    })
}

impl Study {
    /// Refuses what is no comparison.
    ///
    /// # Errors
    /// When it is something else.
    pub fn must_compare(&self) -> Result<(), StudyError> {
        made_of(self).map(|_| ())
    }
}

/// The scenarios, the worlds and the confidence of a comparison.
fn made_of(study: &Study) -> Result<(&[String], u32, f64), StudyError> {
    match study.kind() {
        Kind::Compare { scenarios, worlds, confidence, .. } => Ok((scenarios, *worlds, *confidence)),
        other => {
            Err(StudyError::NoComparison { folder: study.path().display().to_string(), there: other.name() })
        }
    }
}

fn parts(a: &Scenario, b: &Scenario) -> Vec<Part> {
    let facts = |scenario: &Scenario| {
        let json = serde_json::to_string(&scenario.territory).expect("a territory is JSON");
        Some(Digest::of(json.as_bytes()).to_string())
    };
    let part = |unlike: hameau_model::inputs::scenario::Unlike| {
        let both = unlike.mine.is_none() && unlike.theirs.is_none();
        let values = if both { [a, b].map(facts) } else { [unlike.mine, unlike.theirs] };
        Part { key: unlike.key, parameter: unlike.parameter, values }
    };
    a.unlike(b).into_iter().map(part).collect()
}
