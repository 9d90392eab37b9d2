//! `compare`: policies against a base in the same worlds, as many as it takes.

use super::{End, Progress, Ran, Ways, run};
use hameau_analysis::effects::{Comparison, NotYet, Question};
use hameau_analysis::statistics::StoppingPlan;
use hameau_model::inputs::scenario::Recorded;
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{self, StudyError, Tables, Wanted};
use hameau_study::store::{COMPARISON, COMPARISON_TABLE, Kind, Manifest, Series, as_json};
use serde_json::Value;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Confidence of every interval.
pub const CONFIDENCE: f64 = 0.95;
/// Half-width that is told as wanted when nobody asks for one, in units of the smallest effect of interest.
const PRECISION: f64 = 1.0;

/// What is compared.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The base, then the policies.
    pub scenarios: &'a [Recorded],
    /// How many worlds.
    pub worlds: Worlds,
    /// Seed of every world.
    pub seed: u64,
    /// Which months are kept.
    pub series: Option<Series>,
    /// Whether what is in the folder is taken away first.
    pub replace: bool,
    /// The indicators whose precision is asked for.
    pub indicators: &'a [Indicator],
}

/// How many worlds a comparison takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Worlds {
    /// So many.
    Exactly(u32),
    /// As many as give every effect asked for this half-width, in units of its smallest effect of interest.
    Until {
        /// The half-width.
        precision: f64,
        /// Worlds at most.
        most: u32,
    },
}

impl Worlds {
    /// Worlds of the first look.
    #[must_use]
    pub fn first(self) -> u32 {
        match self {
            Self::Exactly(worlds) => worlds,
            Self::Until { most, .. } => StoppingPlan::up_to(most).first,
        }
    }

    fn after(self, worlds: u32) -> Option<u32> {
        match self {
            Self::Exactly(_) => None,
            Self::Until { most, .. } => StoppingPlan::up_to(most).next(worlds),
        }
    }

    pub(super) fn question(self, seed: u64) -> Question {
        let (precision, several_looks) = match self {
            Self::Exactly(_) => (PRECISION, false),
            Self::Until { precision, .. } => (precision, true),
        };
        Question { confidence: CONFIDENCE, precision, several_looks, seed }
    }
}

/// What came of a comparison.
#[derive(Debug)]
pub struct Compared {
    /// What came of simulating it.
    pub ran: Ran,
    /// The comparison, when every world of it is there.
    pub found: Option<Found>,
}

/// A comparison, as it stands in its folder.
#[derive(Debug)]
pub struct Found {
    /// The comparison.
    pub comparison: Comparison,
    /// Effects that are not known to the precision asked for; always none when no precision was.
    pub open: Vec<NotYet>,
    /// The folder's manifest.
    pub manifest: Manifest,
}

/// Simulates the base and the policies in the same worlds, until enough are, and compares.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
///
/// # Panics
/// When there is no policy.
pub fn compare(
    path: &Path,
    asked: &Asked<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Compared, StudyError> {
    let question = asked.worlds.question(asked.seed);
    let names: Vec<String> = asked.scenarios.iter().map(|recorded| recorded.scenario.name.clone()).collect();
    let mut worlds = asked.worlds.first();
    let mut replace = asked.replace;
    loop {
        let kind = Kind::Compare {
            scenarios: names.clone(),
            worlds,
            confidence: question.confidence,
            precision: question.precision,
            several_looks: question.several_looks,
        };
        let wanted = Wanted {
            scenarios: asked.scenarios,
            replicates: worlds,
            seed: asked.seed,
            kind: &kind,
            sources: &[],
            series: asked.series,
            replace,
        };
        let ran = run(path, &wanted, ways, stop, progress)?;
        replace = false;
        let End::Complete(manifest) = &ran.end else { return Ok(Compared { ran, found: None }) };
        let comparison = compared(ran.study.tables())?;
        let open = if question.several_looks { comparison.not_yet(asked.indicators) } else { Vec::new() };
        // No world tells of what the folder lacks.
        let held = |not_yet: &NotYet| ran.study.columns().of(not_yet.indicator).is_some();
        if let Some(more) = asked.worlds.after(worlds).filter(|_| open.iter().any(held)) {
            worlds = more;
            continue;
        }
        let manifest = (**manifest).clone();
        return Ok(Compared { ran, found: Some(Found { comparison, open, manifest }) });
    }
}

/// The comparison that a folder is.
fn compared(tables: Tables<'_>) -> Result<Comparison, StudyError> {
    engine::comparison(tables)?.ok_or_else(|| StudyError::Unmade {
        folder: tables.study.path().display().to_string(),
        why: "it has no base".to_owned(),
    })
}

/// The comparison as files.
pub(super) fn files(tables: Tables<'_>) -> Result<Vec<(&'static str, String)>, StudyError> {
    let comparison = compared(tables)?;
    Ok(vec![(COMPARISON, as_json(&comparison)), (COMPARISON_TABLE, table(&comparison))])
}

/// `comparison.csv`: a row for each policy and indicator. What is undefined is an empty field.
fn table(comparison: &Comparison) -> String {
    const COLUMNS: [&str; 19] = [
        "policy",
        "indicator",
        "unit",
        "base_mean",
        "policy_mean",
        "difference",
        "low",
        "high",
        "method",
        "rough",
        "worlds_used",
        "worlds_undefined",
        "share_positive",
        "share_negative",
        "pairing_gain",
        "smallest_effect",
        "worlds_needed",
        "verdict",
        "cost",
    ];
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).expect("memory takes any record");
    for policy in &comparison.policies {
        for effect in &policy.effects {
            // The names of fields are those of the JSON: one spelling of methods, verdicts and costs.
            let json = serde_json::to_value(effect).expect("an effect is JSON");
            let field = |name: &str| match name {
                "policy" => policy.policy.clone(),
                "unit" => effect.indicator.row().unit.words().0.to_owned(),
                "low" | "high" => plain(&json["interval"][name]),
                "cost" => plain(&json["cost"]["eur_per_unit"]),
                name => plain(&json[name]),
            };
            table.write_record(COLUMNS.map(field)).expect("memory takes any record");
        }
    }
    String::from_utf8(table.into_inner().expect("memory takes any record")).expect("words and numbers")
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
