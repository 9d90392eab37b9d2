//! Two folders of comparisons held against each other: what differs between the studies themselves.

use super::written_parts::written_parts;
use super::{Study, StudyError};
use crate::store::{Digest, Kind, Manifest};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use serde::Serialize;
use std::path::Path;

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
    /// The version of the model: the same scenario and seed give the same worlds in one version only.
    ModelVersion,
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
    /// The unit of the values, in words, where they have one.
    pub unit: Option<&'static str>,
    /// The parameter, where it is one.
    #[serde(skip)]
    pub parameter: Option<Key>,
    /// What each study says, as a scenario writes it; of the territory, the digest of its facts. None where it has no such
    /// part.
    pub values: [Option<String>; 2],
}

impl Part {
    pub(super) fn new(key: String, parameter: Option<Key>, values: [Option<String>; 2]) -> Self {
        let unit = parameter.map(|key| key.row().unit.words().0).filter(|unit| !unit.is_empty());
        Self { key, unit, parameter, values }
    }
}

impl Contrast {
    /// Whether nothing differs.
    #[must_use]
    pub fn none(&self) -> bool {
        self.facts.is_empty() && self.only.iter().all(Vec::is_empty) && self.scenarios.is_empty()
    }
}

/// What differs between two comparisons by their manifests and, where this program can read both plans, by these.
///
/// # Panics
/// When one of them is something else.
#[must_use]
pub fn contrast(manifests: [&Manifest; 2], studies: Option<[&Study; 2]>) -> Contrast {
    let [a, b] = manifests.map(|manifest| made_of(&manifest.kind).expect("a comparison"));
    let all = [
        (Subject::Base, [a, b].map(|(names, ..)| names.first().cloned().unwrap_or_default())),
        (Subject::Worlds, [a, b].map(|(_, worlds, _)| worlds.to_string())),
        (Subject::Seed, manifests.map(|manifest| manifest.seed.to_string())),
        (Subject::Version, manifests.map(|manifest| manifest.version.clone())),
        (Subject::ModelVersion, manifests.map(|manifest| manifest.model_version.to_string())),
        (Subject::Confidence, [a, b].map(|(.., confidence)| confidence.to_string())),
    ];
    let facts = all.into_iter().filter(|(_, [a, b])| a != b).map(|(what, values)| Fact { what, values });
    let only = [(a.0, b.0), (b.0, a.0)].map(|(names, others)| -> Vec<String> {
        names.iter().filter(|name| !others.contains(name)).cloned().collect()
    });
    let redefined = |name: &String| {
        let parts = if let Some(studies) = studies {
            let [a, b] = studies.map(|study| study.point(name));
            let (a, b) = (a?, b?);
            if a.content == b.content { Vec::new() } else { parts(&a.scenario, &b.scenario) }
        } else {
            let [a, b] = manifests.map(|of| of.scenarios.iter().find(|scenario| scenario.name == *name));
            written_parts(a?, b?)
        };
        (!parts.is_empty()).then(|| Redefined { name: name.clone(), parts })
    };
    Contrast {
        digests: manifests.map(|manifest| manifest.digest.clone()),
        facts: facts.collect(),
        only,
        scenarios: a.0.iter().filter(|name| b.0.contains(name)).filter_map(redefined).collect(),
    }
}

impl Study {
    /// Refuses what is no comparison.
    ///
    /// # Errors
    /// When it is something else.
    pub fn must_compare(&self) -> Result<(), StudyError> {
        must_compare(self.path(), self.kind())
    }
}

/// Refuses a folder that is no comparison.
pub(super) fn must_compare(folder: &Path, kind: &Kind) -> Result<(), StudyError> {
    match made_of(kind) {
        Some(_) => Ok(()),
        None => Err(StudyError::NoComparison { folder: folder.display().to_string(), there: kind.name() }),
    }
}

/// The scenarios, the worlds and the confidence of a comparison.
fn made_of(kind: &Kind) -> Option<(&[String], u32, f64)> {
    match kind {
        Kind::Compare { scenarios, worlds, confidence, .. } => Some((scenarios, *worlds, *confidence)),
        _ => None,
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
        Part::new(unlike.key, unlike.parameter, values)
    };
    a.unlike(b).into_iter().map(part).collect()
}
