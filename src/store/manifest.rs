//! `manifest.json`: what a folder of results holds and how to make it again.

use serde::Serialize;
use std::collections::BTreeMap;

/// What a folder of results holds. It bears no date and no path of the machine: the same run writes the same manifest.
#[derive(Clone, Debug, Serialize)]
pub struct Manifest {
    /// `hameau`.
    pub program: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the model: two runs of the same version, scenario and seed have the same bits.
    pub model_version: u32,
    /// Processor, system and C library for which the program was built.
    pub target: String,
    /// What was typed after the program's name.
    pub command: Vec<String>,
    /// Name of the scenario.
    pub scenario: String,
    /// Its file, as the user named it.
    pub scenario_file: String,
    /// The territory's name.
    pub territory: String,
    /// The territory's file.
    pub territory_file: String,
    /// Seed.
    pub seed: u64,
    /// Worlds simulated: replicates 0 to this number less one.
    pub replicates: u32,
    /// First simulated month.
    pub first_month: String,
    /// Simulated months.
    pub months: u32,
    /// `monthly`, `yearly` or `none`.
    pub series: &'static str,
    /// Parameters that somebody wrote; all others are at the defaults of this version.
    pub parameters: Vec<ManifestValue>,
    /// The dated instruments.
    pub programme: Vec<ManifestEntry>,
    /// Every other file of the folder.
    pub files: Vec<FileEntry>,
}

/// A parameter that somebody wrote.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Name.
    pub name: String,
    /// Size.
    pub bytes: u64,
    /// SHA-256, as `sha256sum` prints it.
    pub sha256: String,
}
