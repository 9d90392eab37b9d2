//! What the first rules gave, kept so that it stands beside what is found now.

use super::Found;
use super::rows::Row;
use crate::common::{SEED, root};
use hameau_model::MODEL_VERSION;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;

/// Where it is kept.
pub const FILE: &str = "docs/predictions-first-rules.toml";

/// The file.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FirstRules {
    /// How it was measured, in a sentence.
    pub said: String,
    /// What was found of each prediction, by its id.
    pub result: BTreeMap<String, String>,
}

impl FirstRules {
    /// These results as those of the first rules.
    pub fn of(rows: &[Row], found: &[Found], default: u32) -> Self {
        let said = format!(
            "Measured with model version {MODEL_VERSION}, the first rules, in {default} worlds of seed {SEED}; in as many as a row of \
             predictions.toml says, where it says so. Mean over worlds with its interval of 95 %."
        );
        Self {
            said,
            result: rows.iter().zip(found).map(|(row, found)| (row.id.clone(), found.told.clone())).collect(),
        }
    }

    /// What they gave for a prediction.
    pub fn told(&self, id: &str) -> &str {
        self.result.get(id).map_or("", String::as_str)
    }
}

/// What is kept; `None` before anything was.
pub fn read() -> io::Result<Option<FirstRules>> {
    let text = match std::fs::read_to_string(root().join(FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    toml::from_str(&text).map(Some).map_err(|error| io::Error::other(format!("{FILE}: {error}")))
}

/// Keeps it.
pub fn write(first: &FirstRules) -> io::Result<()> {
    let text = toml::to_string(first).map_err(io::Error::other)?;
    let head = "# What the first rules gave for each row of predictions.toml. Written once, by\n\
                # `cargo run --release -p xtask -- predictions WORLDS --save-first-rules`; never mended.\n\n";
    std::fs::write(root().join(FILE), format!("{head}{text}"))
}
