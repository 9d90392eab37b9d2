//! Everything that is written from the two tables and from nothing else: reference pages, the template scenario, the
//! schemas. A committed copy that differs from what these functions return is stale, and a test says so.

mod data;
mod indicators;
mod markdown;
mod parameters;
mod scenario;
mod schema;
mod template;
mod values;

pub use indicators::indicators_page;
pub use parameters::parameters_page;
pub use scenario::{quoted, scenario_text};
pub use schema::scenario_schema;
pub use template::reference_scenario;
pub use values::{
    json as json_value, kind as kind_word, range, role as role_word, status as status_word, written,
};

/// How every generated file says where it comes from.
const GENERATED: &str =
    "Generated from the tables by `cargo run --release -p xtask -- documents`; do not edit.";

/// Which schema a user asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaKind {
    /// JSON schema (draft 2020-12) of a scenario: completion and checks in an editor.
    Scenario,
    /// The table of parameters as JSON.
    Parameters,
    /// The table of indicators as JSON.
    Indicators,
}

/// The text of a schema, ending with a new line.
#[must_use]
pub fn schema(which: SchemaKind) -> String {
    let document = match which {
        SchemaKind::Scenario => scenario_schema(),
        SchemaKind::Parameters => data::parameters(),
        SchemaKind::Indicators => data::indicators(),
    };
    format!("{document:#}\n")
}

/// A file of the repository that is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Path from the root of the repository.
    pub path: &'static str,
    /// Its whole text.
    pub text: String,
}

/// Every generated file.
#[must_use]
pub fn documents() -> Vec<Document> {
    vec![
        Document { path: "docs/parameters.md", text: parameters_page() },
        Document { path: "docs/indicators.md", text: indicators_page() },
        Document { path: "scenarios/reference.toml", text: reference_scenario() },
    ]
}
