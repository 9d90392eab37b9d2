//! `manifest.json`: what a folder of results holds and how to make it again.

use super::log::Kind;
use super::seal::{sealed, unsealed};
use super::{MANIFEST, Series, regular};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// What a folder of results holds. It bears no date and no path of the machine: the same study writes the same manifest,
/// whatever the order in which it was simulated, and by how many processes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// `hameau`.
    pub program: String,
    /// Version of the program.
    pub version: String,
    /// Version of the model: two runs of the same version, scenario and seed have the same bits.
    pub model_version: u32,
    /// Processor, system and C library for which the program was built.
    pub target: String,
    /// What makes the same results again.
    pub commands: Vec<String>,
    /// One digest over the values of all runs, in the order of the plan.
    pub digest: String,
    /// Seed.
    pub seed: u64,
    /// What the folder is.
    pub kind: Kind,
    /// Which months are kept.
    pub series: Series,
    /// Runs in all.
    pub runs: u32,
    /// Runs that failed, see `failures.parquet`.
    pub failed: u32,
    /// The scenarios, in the order of the plan.
    pub scenarios: Vec<ManifestScenario>,
    /// Every other file of the folder that has results in it.
    pub files: Vec<FileEntry>,
}

impl Manifest {
    /// The text of the file, with its seal.
    #[must_use]
    pub fn text(&self) -> String {
        sealed(self, None).0
    }

    /// The manifest in a folder, with its seal as it was written.
    ///
    /// # Errors
    /// In words, when it is not there, or not as it was written.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let (text, _) = unsealed(&content(folder)?, None)?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }

    /// The manifest in a folder as far as it can be read, whatever its seal says: only to be held against another one.
    ///
    /// # Errors
    /// In words, when it is not there, or none.
    pub fn read_unsealed(folder: &Path) -> Result<Self, String> {
        let content = content(folder)?;
        let mut fields: Map<String, Value> =
            serde_json::from_slice(&content).map_err(|error| error.to_string())?;
        fields.remove("seal");
        serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())
    }
}

fn content(folder: &Path) -> Result<Vec<u8>, String> {
    regular::read(&folder.join(MANIFEST)).map_err(|error| super::error::plain(&error))
}

/// A scenario of a folder of results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ManifestScenario {
    /// Its name.
    pub name: String,
    /// Its file, as the user named it.
    pub file: String,
    /// What overrode its files.
    pub set: Vec<String>,
    /// The territory's name.
    pub territory: String,
    /// The territory's file.
    pub territory_file: String,
    /// Digest of all on which its worlds depend.
    pub content: String,
    /// Worlds simulated.
    pub replicates: u32,
    /// Their ranges, first and last, where they are not 0 to the number of worlds less one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worlds: Vec<[u32; 2]>,
    /// Those of them that failed.
    pub failed: u32,
    /// First simulated month.
    pub first_month: String,
    /// Simulated months.
    pub months: u32,
    /// Parameters that somebody wrote; all others are at the defaults of this version.
    pub parameters: Vec<ManifestValue>,
    /// The dated instruments.
    pub programme: Vec<ManifestEntry>,
}

/// A parameter that somebody wrote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ManifestValue {
    /// Full name.
    pub name: String,
    /// Value.
    pub value: f64,
    /// Default.
    pub default: f64,
    /// Who wrote it: territory, base, scenario, --set.
    pub layer: String,
    /// Why, in the writer's words.
    pub source: Option<String>,
}

/// One entry of the programme, resolved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ManifestEntry {
    /// Name.
    pub name: String,
    /// Instrument.
    pub instrument: String,
    /// First month.
    pub from: String,
    /// Last month; null when it lasts to the end.
    pub until: Option<String>,
    /// Shared place.
    pub place: Option<String>,
    /// Code of the commune.
    pub commune: Option<String>,
    /// Every lever, defaults included.
    pub levers: BTreeMap<String, f64>,
    /// Who pays which share.
    pub funding: BTreeMap<String, f64>,
}

/// One file of a folder of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Its path below the folder.
    pub name: String,
    /// Size.
    pub bytes: u64,
    /// SHA-256, as `sha256sum` prints it.
    pub sha256: String,
}

impl FileEntry {
    /// Whether it is a part, which the machine writes; else it is for people.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.name.contains('/')
    }
}
