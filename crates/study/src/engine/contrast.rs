//! Two folders of comparisons held against each other: what differs between the studies themselves.

use super::{Study, StudyError};
use crate::store::{
    COMPARISON, Digest, Kind, Manifest, ManifestScenario, ManifestValue, as_listed, read_regular,
};
use hameau_analysis::changes::Concluded;
use hameau_model::inputs::parameters::{InstrumentKind, Key};
use hameau_model::inputs::scenario::Scenario;
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

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
        let parts = match studies {
            Some(studies) => {
                let [a, b] = studies.map(|study| study.point(name));
                let (a, b) = (a?, b?);
                if a.content == b.content { Vec::new() } else { parts(&a.scenario, &b.scenario) }
            }
            None => {
                let of = |manifest: &Manifest| {
                    manifest.scenarios.iter().find(|scenario| scenario.name == *name).cloned()
                };
                written_parts(&of(manifests[0])?, &of(manifests[1])?)
            }
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

fn must_compare(folder: &Path, kind: &Kind) -> Result<(), StudyError> {
    match made_of(kind) {
        Some(_) => Ok(()),
        None => Err(StudyError::NoComparison { folder: folder.display().to_string(), there: kind.name() }),
    }
}

/// The manifest and the conclusions of a comparison that another version of the model made, of which this program can read
/// no plan; none where these cannot be read either, or are not as they were written.
///
/// # Errors
/// When it is something else.
pub fn of_other_version(folder: &Path) -> Result<Option<(Manifest, Concluded)>, StudyError> {
    let Ok(manifest) = Manifest::read(folder) else { return Ok(None) };
    must_compare(folder, &manifest.kind)?;
    let read = || {
        let listed = manifest.files.iter().find(|file| file.name == COMPARISON)?;
        as_listed(folder, listed, &AtomicBool::new(false)).ok()?;
        serde_json::from_slice(&read_regular(&folder.join(COMPARISON)).ok()?).ok()
    };
    Ok(read().map(|concluded| (manifest, concluded)))
}

/// The scenarios, the worlds and the confidence of a comparison.
fn made_of(kind: &Kind) -> Option<(&[String], u32, f64)> {
    match kind {
        Kind::Compare { scenarios, worlds, confidence, .. } => Some((scenarios, *worlds, *confidence)),
        _ => None,
    }
}

/// The parts that differ as far as manifests tell: what somebody wrote. A value that only one of them writes is held against
/// the default that it departs from.
fn written_parts(a: &ManifestScenario, b: &ManifestScenario) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |key: &str, parameter: Option<Key>, [a, b]: [Option<String>; 2]| {
        if a != b {
            parts.push(Part { key: key.to_owned(), parameter, values: [a, b] });
        }
    };
    let shown = |parameter: Option<Key>, value: f64| {
        Some(parameter.map_or_else(|| value.to_string(), |key| key.row().shown(value)))
    };
    let names: BTreeSet<&String> = a.parameters.iter().chain(&b.parameters).map(|one| &one.name).collect();
    for name in names {
        let of =
            |scenario: &ManifestScenario| scenario.parameters.iter().find(|one| one.name == *name).cloned();
        let (one, other) = (of(a), of(b));
        let default = one.as_ref().or(other.as_ref()).map_or(0.0, |written| written.default);
        let parameter = Key::named(name);
        let value = |written: Option<ManifestValue>| written.map_or(default, |written| written.value);
        part(name, parameter, [shown(parameter, value(one)), shown(parameter, value(other))]);
    }
    let entries: BTreeSet<&String> = a.programme.iter().chain(&b.programme).map(|one| &one.name).collect();
    for name in entries {
        let of =
            |scenario: &ManifestScenario| scenario.programme.iter().find(|one| one.name == *name).cloned();
        let key = format!("programme.{name}");
        let (one, other) = match (of(a), of(b)) {
            (Some(one), Some(other)) => (one, other),
            (one, other) => {
                part(&key, None, [one, other].map(|entry| entry.map(|entry| entry.instrument)));
                continue;
            }
        };
        let both = [&one, &other];
        part(&format!("{key}.instrument"), None, both.map(|entry| Some(entry.instrument.clone())));
        part(&format!("{key}.from"), None, both.map(|entry| Some(entry.from.clone())));
        part(&format!("{key}.until"), None, both.map(|entry| entry.until.clone()));
        part(&format!("{key}.place"), None, both.map(|entry| entry.place.clone()));
        part(&format!("{key}.commune"), None, both.map(|entry| entry.commune.clone()));
        let kind = InstrumentKind::named(&one.instrument);
        let levers: BTreeSet<&String> = one.levers.keys().chain(other.levers.keys()).collect();
        for lever in levers {
            let parameter = kind.and_then(|kind| kind.key(lever));
            let values = both.map(|entry| entry.levers.get(lever).and_then(|value| shown(parameter, *value)));
            part(&format!("{key}.{lever}"), parameter, values);
        }
        let funders: BTreeSet<&String> = one.funding.keys().chain(other.funding.keys()).collect();
        for funder in funders {
            let values = both.map(|entry| entry.funding.get(funder).map(ToString::to_string));
            part(&format!("{key}.funding.{funder}"), None, values);
        }
    }
    parts
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
