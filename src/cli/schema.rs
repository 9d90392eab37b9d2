//! `hameau schema`.

use super::{Exit, say};
use crate::api::{SchemaKind, schema};

/// Prints a schema or a table as JSON, for editors and other programs
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// What to print
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum What {
    /// JSON schema (draft 2020-12) of a scenario
    Scenario,
    /// The table of parameters: names, units, defaults, ranges, meanings, sources
    Parameters,
    /// The table of indicators: names, units, formulas, smallest effects of interest
    Indicators,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    say(&schema(match arguments.what {
        What::Scenario => SchemaKind::Scenario,
        What::Parameters => SchemaKind::Parameters,
        What::Indicators => SchemaKind::Indicators,
    }))
}
