//! The manifest that a folder keeps, held against the one that its plan and parts give.

use super::Study;
use crate::store::{Manifest, RUNS, created_by};
use serde_json::Value;
use std::collections::BTreeSet;

/// The fields in which the manifest kept differs from the one made anew, each with both values. Files are held one by one;
/// the version of the program and the machine may be others where the seal says that they were written so.
pub(super) fn manifest_differences(kept: &Manifest, made: &Manifest, broken: bool) -> Vec<String> {
    let plain = |manifest: &Manifest| {
        let mut value = serde_json::to_value(manifest).expect("a manifest is JSON");
        value["files"] = Value::Null;
        for apart in ["target", "version"].into_iter().filter(|_| !broken) {
            value[apart] = Value::Null;
        }
        value
    };
    let mut found = Vec::new();
    fields("", &plain(kept), &plain(made), &mut found);
    found
}

fn fields(path: &str, kept: &Value, made: &Value, found: &mut Vec<String>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match (kept, made) {
        (Value::Object(kept), Value::Object(made)) => {
            let keys: BTreeSet<&String> = kept.keys().chain(made.keys()).collect();
            for key in keys {
                let [kept, made] = [kept, made].map(|of| of.get(key).unwrap_or(&Value::Null));
                fields(&below(key), kept, made, found);
            }
        }
        (Value::Array(kept), Value::Array(made)) if kept.len() == made.len() => {
            for (at, (kept, made)) in kept.iter().zip(made).enumerate() {
                fields(&format!("{path}[{at}]"), kept, made, found);
            }
        }
        _ if kept == made => {}
        _ => found.push(format!("{path} is {}, and {} made anew", short(kept), short(made))),
    }
}

/// A value in words of limited length.
fn short(value: &Value) -> String {
    const MOST: usize = 100;
    let text = value.to_string();
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain("...".chars()).collect() }
}

/// The version that the manifest names is the one that wrote its tables.
pub(super) fn other_writer(study: &Study, kept: &Manifest) -> Option<String> {
    let writer = created_by(&study.path().join(RUNS))?;
    let named = format!("hameau version {}", kept.version);
    (writer != named).then(|| format!("version is \"{}\", and {RUNS} was written by {writer}", kept.version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_field_that_differs_is_named_with_both_values() {
        let kept = json!({ "seed": 1, "scenarios": [{ "name": "a", "set": ["x=1"] }], "commands": ["a", "b"], "more": 1 });
        let made = json!({ "seed": 2, "scenarios": [{ "name": "b", "set": ["x=1"] }], "commands": ["a"] });
        let mut found = Vec::new();
        fields("", &kept, &made, &mut found);
        let told = [
            "commands is [\"a\",\"b\"], and [\"a\"] made anew",
            "more is 1, and null made anew",
            "scenarios[0].name is \"a\", and \"b\" made anew",
            "seed is 1, and 2 made anew",
        ];
        assert_eq!(found, told);
        assert_eq!(short(&json!("x".repeat(200))).chars().count(), 103);
    }
}
