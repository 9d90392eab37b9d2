//! The store: a folder of results, gone on with by the program and opened as it is by other tools.
//!
//! ```text
//! results/NAME/manifest.json    what was simulated, with which program, and the hash of every other file
//!              runs.parquet     a row for each run: the final value of every indicator
//!              series.parquet   a row for each run, month and indicator
//!              groups.parquet   a row for each run, year, group and indicator
//!              failures.parquet a row for each run that failed
//!              summary.csv      a row for each scenario and indicator, over all runs
//!              course.csv       the course of the main indicators, over all runs
//!              *.semicolon.csv  copies of these for office programs, where they were asked for
//!              tables.*.xlsx    the tables of a report as workbooks
//!              parts/           the runs as they were committed, a file for each block of runs
//!              plan/            what is to be simulated, and the files that it was read from
//! ```
//!
//! A part is put whole, once, under a name made from what it must hold, and never changes; so is a piece of the plan, which
//! ends with a seal over all pieces before it. What the folder is stands in the plan, so that all that was made of its runs
//! can be made again. Any
//! number of processes may write to a folder at once, and any of them be killed. The tables are made anew from the parts
//! when these are complete. Columns are found by name, by the folder's own list of indicators ([`Columns`]), which may be one
//! more or fewer than the program knows. All bytes depend on what was simulated and on nothing else: neither on threads nor on the
//! clock, nor on who simulated what.

mod as_listed;
mod columns;
mod digest;
mod error;
mod finals;
mod folder;
mod json;
mod log;
mod long_tables;
mod making;
mod manifest;
mod names;
mod objects;
mod parquet_columns;
mod parquet_table;
mod part;
mod record;
mod regular;
mod seal;
mod series;
mod view;

pub use as_listed::as_listed;
pub use columns::{Column, Columns};
pub use digest::{Digest, Hasher};
pub use error::{StoreError, plain as in_words};
pub use finals::{Finals, created_by};
pub use folder::{Folder, part as part_path};
pub use json::as_json;
pub(crate) use log::HEAD;
pub use log::{
    Addition, Base, Head, Kind, MOST_IN_A_BLOCK, MOST_RUNS, MOST_WORLDS, RowEntry, RowWorlds, Table, Work,
};
pub use long_tables::{GroupRow, MonthlyTable, each_group_row};
pub use manifest::{FileEntry, Manifest, ManifestEntry, ManifestScenario, ManifestValue};
pub use names::{may_be_listed, planned_files};
pub use objects::{Listed, Put};
pub use part::{BlockRuns, Part, decode, encode, failures as part_failures};
pub use record::{Row, RowOf, RunRecord};
pub use regular::{open as open_regular, read as read_regular};
pub use seal::{of_text as text_digest, sealed, unsealed};
pub use series::Series;
pub use view::{Failure, ViewFiles, ViewWriter};

/// The file that says what a folder of results holds.
pub const MANIFEST: &str = "manifest.json";
/// The table of runs.
pub const RUNS: &str = "runs.parquet";
/// The table of months.
pub const SERIES: &str = "series.parquet";
/// The table of groups.
pub const GROUPS: &str = "groups.parquet";
/// The table of runs that failed.
pub const FAILURES: &str = "failures.parquet";
/// The summary over all runs.
pub const SUMMARY: &str = "summary.csv";
/// The course of the main indicators over all runs.
pub const COURSE: &str = "course.csv";
/// What `compare` found, as JSON.
pub const COMPARISON: &str = "comparison.json";
/// What `compare` found, as a table.
pub const COMPARISON_TABLE: &str = "comparison.csv";
/// What the conclusions of a comparison hang on, as JSON.
pub const LEDGER: &str = "ledger.json";
/// The report in English.
pub const REPORT_EN: &str = "report.en.html";
/// The report in French.
pub const REPORT_FR: &str = "report.fr.html";
/// The tables as an office program opens them, in English.
pub const TABLES_EN: &str = "tables.en.xlsx";
/// The tables as an office program opens them, in French.
pub const TABLES_FR: &str = "tables.fr.xlsx";
/// The annex of the report in English.
pub const ANNEX_EN: &str = "annex.en.html";
/// The annex of the report in French.
pub const ANNEX_FR: &str = "annex.fr.html";
/// The note for a council in English.
pub const NOTE_EN: &str = "note.en.html";
/// The note for a council in French.
pub const NOTE_FR: &str = "note.fr.html";
/// The note as an office program opens it, in English.
pub const NOTE_EN_DOCX: &str = "note.en.docx";
/// The note as an office program opens it, in French.
pub const NOTE_FR_DOCX: &str = "note.fr.docx";
/// All that is made where a report is made.
pub const REPORTS: [&str; 6] = [REPORT_EN, REPORT_FR, ANNEX_EN, ANNEX_FR, TABLES_EN, TABLES_FR];
/// What is made beside where policies are compared.
pub const NOTES: [&str; 4] = [NOTE_EN, NOTE_FR, NOTE_EN_DOCX, NOTE_FR_DOCX];
/// The tables of text that have a copy with semicolons where one is planned, each with the name of its copy.
pub const SEMICOLONS: [(&str, &str); 3] = [
    (SUMMARY, "summary.semicolon.csv"),
    (COURSE, "course.semicolon.csv"),
    (COMPARISON_TABLE, "comparison.semicolon.csv"),
];
/// What a factorial study found.
pub const FACTORS: &str = "factors.json";
/// The same, to be read.
pub const FINDINGS: &str = "findings.md";
/// Every table that people open.
const VIEW: [&str; 6] = [RUNS, SERIES, GROUPS, FAILURES, SUMMARY, COURSE];
/// What is made from the tables when it is asked for. What of it a folder does not have is none of its plan's.
const MADE: [&str; 18] = [
    COMPARISON,
    COMPARISON_TABLE,
    FACTORS,
    LEDGER,
    FINDINGS,
    REPORT_EN,
    REPORT_FR,
    TABLES_EN,
    TABLES_FR,
    ANNEX_EN,
    ANNEX_FR,
    NOTE_EN,
    NOTE_FR,
    NOTE_EN_DOCX,
    NOTE_FR_DOCX,
    SEMICOLONS[0].1,
    SEMICOLONS[1].1,
    SEMICOLONS[2].1,
];
