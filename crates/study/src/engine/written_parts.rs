//! What differs between two scenarios as far as manifests tell: of a plan that this program cannot read.

use super::Part;
use crate::store::{ManifestEntry, ManifestScenario, ManifestValue};
use hameau_model::inputs::parameters::{InstrumentKind, Key};
use std::collections::{BTreeMap, BTreeSet};

/// The parts that differ of what somebody wrote. A value that only one of them writes is held against the default that it
/// departs from.
pub(super) fn written_parts(a: &ManifestScenario, b: &ManifestScenario) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |key: String, parameter: Option<Key>, [a, b]: [Option<String>; 2]| {
        if a != b {
            parts.push(Part::new(key, parameter, [a, b]));
        }
    };
    let names: BTreeSet<&String> = a.parameters.iter().chain(&b.parameters).map(|one| &one.name).collect();
    for name in names {
        let values = [a, b].map(|scenario| scenario.parameters.iter().find(|one| one.name == *name));
        let default = values.iter().flatten().next().map_or(0.0, |written| written.default);
        let parameter = Key::named(name);
        let value = |written: Option<&ManifestValue>| written.map_or(default, |written| written.value);
        part(name.clone(), parameter, values.map(|written| shown(parameter, Some(&value(written)))));
    }
    let names: BTreeSet<&String> = a.programme.iter().chain(&b.programme).map(|one| &one.name).collect();
    for name in names {
        let key = format!("programme.{name}");
        match [a, b].map(|scenario| scenario.programme.iter().find(|one| one.name == *name)) {
            [Some(a), Some(b)] => {
                for (field, parameter, values) in fields(a, b) {
                    part(format!("{key}.{field}"), parameter, values);
                }
            }
            entries => part(key, None, entries.map(|entry| entry.map(|entry| entry.instrument.clone()))),
        }
    }
    parts
}

/// A field of an entry: its name, the lever that it is, and what both say.
type Field = (String, Option<Key>, [Option<String>; 2]);

fn fields(a: &ManifestEntry, b: &ManifestEntry) -> Vec<Field> {
    let text = |name: &str, of: fn(&ManifestEntry) -> Option<String>| (name.to_owned(), None, [of(a), of(b)]);
    let mut fields = vec![
        text("instrument", |entry| Some(entry.instrument.clone())),
        text("from", |entry| Some(entry.from.clone())),
        text("until", |entry| entry.until.clone()),
        text("place", |entry| entry.place.clone()),
        text("commune", |entry| entry.commune.clone()),
    ];
    let kind = InstrumentKind::named(&a.instrument);
    let mut numbers = |before: &str, of: fn(&ManifestEntry) -> &BTreeMap<String, f64>| {
        let names: BTreeSet<&String> = of(a).keys().chain(of(b).keys()).collect();
        for name in names {
            let parameter = kind.and_then(|kind| kind.key(name)).filter(|_| before.is_empty());
            let values = [a, b].map(|entry| shown(parameter, of(entry).get(name)));
            fields.push((format!("{before}{name}"), parameter, values));
        }
    };
    numbers("", |entry| &entry.levers);
    numbers("funding.", |entry| &entry.funding);
    fields
}

/// A value as a scenario writes it.
fn shown(parameter: Option<Key>, value: Option<&f64>) -> Option<String> {
    let value = value?;
    Some(parameter.map_or_else(|| value.to_string(), |key| key.row().shown(*value)))
}
