//! A scenario small enough to be run many times, in a folder of its own.

use assert_cmd::cargo::cargo_bin;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The table of runs.
pub const RUNS: &str = "runs.parquet";

const TERRITORY: &str = "name = \"tiny-territory\"
source = \"made up\"

[synthetic]
communes = 5
adults = 500
";

const SCENARIO: &str = "name = \"tiny\"
territory = \"tiny-territory.toml\"

[simulation]
start = \"2022-07\"
duration_months = 6
replicates_count = 2

[[programme]]
instrument = \"shared_place\"
name = \"place\"
commune = \"S0001\"
from = \"2022-10\"
";

/// The folder.
pub struct Tiny(TempDir);

impl Tiny {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("tiny-territory.toml"), TERRITORY).expect("written");
        fs::write(folder.path().join("tiny.toml"), SCENARIO).expect("written");
        Self(folder)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The names in a folder, hidden ones included, in order.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("a folder");
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.sort_unstable();
        names
    }

    pub fn manifest(&self, folder: &str) -> Value {
        serde_json::from_slice(&self.read(&format!("{folder}/manifest.json"))).expect("JSON")
    }

    pub fn hameau(&self, arguments: &[&str]) -> (i32, String, String) {
        answer(self.plain().args(arguments))
    }

    /// The program, in the folder and without any locale.
    pub fn plain(&self) -> Command {
        let mut command = Command::new(cargo_bin!("hameau"));
        command.current_dir(self.0.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command
    }
}

/// Exit code, standard output and standard error of a command.
pub fn answer(command: &mut Command) -> (i32, String, String) {
    let output = command.output().expect("started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a code"), text(output.stdout), text(output.stderr))
}

/// The rows of a Parquet file, read by the library's own reader.
pub fn rows(path: &Path) -> Vec<Map<String, Value>> {
    let file = fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let reader = SerializedFileReader::new(file).expect("a Parquet file");
    let value = |field: &Field| match field {
        Field::Null => Value::Null,
        Field::Str(text) => text.as_str().into(),
        Field::UInt(count) => (*count).into(),
        Field::Double(value) => (*value).into(),
        other => panic!("an unforeseen kind of value: {other:?}"),
    };
    let rows = reader.get_row_iter(None).expect("rows");
    rows.map(|row| {
        let row = row.expect("a row");
        row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect()
    })
    .collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
