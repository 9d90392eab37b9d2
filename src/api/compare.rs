//! `compare`: policies against a base in the same worlds, as many as it takes.

use super::{End, Progress, Ran, Ways, run};
use hameau_analysis::effects::{Comparison, NotYet, Question};
use hameau_analysis::statistics::StoppingPlan;
use hameau_model::inputs::scenario::{Recorded, Scenario};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{self, Horizon, StudyError, Tables, Wanted};
use hameau_study::store::{COMPARISON, COMPARISON_TABLE, Kind, Manifest, Series, as_json};
use serde_json::{Value, json};
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
    /// Months, beside the last, at the end of which the policies are compared too.
    pub at: &'a [Month],
}

/// Years after the start at which policies are compared when nobody says otherwise.
const HORIZONS: [u32; 3] = [5, 10, 15];

/// The months at which policies are compared when nobody says otherwise: the last of the fifth, the tenth and the
/// fifteenth year, as far as the scenario lasts.
#[must_use]
pub fn default_horizons(scenario: &Scenario) -> Vec<Month> {
    let ends = HORIZONS.map(|years| scenario.start().plus(12 * years - 1));
    ends.into_iter().filter(|month| *month <= scenario.last()).collect()
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
    /// The comparison, in the last month.
    pub comparison: Comparison,
    /// The comparison in each month asked for, the last month last.
    pub horizons: Vec<Horizon>,
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
            at: asked.at.iter().map(Month::to_string).collect(),
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
        let horizons = engine::horizons(ran.study.tables())?;
        return Ok(Compared { ran, found: Some(Found { comparison, horizons, open, manifest }) });
    }
}

/// The comparison that a folder is, in the last month.
fn compared(tables: Tables<'_>) -> Result<Comparison, StudyError> {
    engine::comparison(tables)?.ok_or_else(|| no_base(tables))
}

fn no_base(tables: Tables<'_>) -> StudyError {
    StudyError::Unmade { folder: tables.study.path().display().to_string(), why: "it has no base".to_owned() }
}

/// The comparison as files.
pub(super) fn files(tables: Tables<'_>) -> Result<Vec<(&'static str, String)>, StudyError> {
    let horizons = engine::horizons(tables)?;
    let (last, earlier) = horizons.split_last().ok_or_else(|| no_base(tables))?;
    Ok(vec![(COMPARISON, as_json(&all(last, earlier))), (COMPARISON_TABLE, table(&horizons))])
}

/// The comparison in the last month, and below `earlier` what it was at the end of the months before, as JSON.
///
/// # Panics
/// Never: a comparison is JSON.
#[must_use]
pub fn all(last: &Horizon, earlier: &[Horizon]) -> Value {
    let one = |horizon: &Horizon| {
        let mut value = json!({ "at": horizon.month.to_string() });
        let comparison = serde_json::to_value(&horizon.comparison).expect("a comparison is JSON");
        let fields = value.as_object_mut().expect("it was made one");
        fields
            .extend(comparison.as_object().into_iter().flatten().map(|(key, of)| (key.clone(), of.clone())));
        value
    };
    let mut whole = one(last);
    whole["earlier"] = earlier.iter().map(one).collect();
    whole
}

/// `comparison.csv`: a row for each month, policy and indicator. What is undefined is an empty field.
fn table(horizons: &[Horizon]) -> String {
    const COLUMNS: [&str; 21] = [
        "at",
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
        "assumed",
        "cost",
    ];
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).expect("memory takes any record");
    let policies = horizons.iter().flat_map(|at| at.comparison.policies.iter().map(|of| (at.month, of)));
    for (month, policy) in policies {
        for effect in &policy.effects {
            // The names of fields are those of the JSON: one spelling of methods, verdicts and costs.
            let json = serde_json::to_value(effect).expect("an effect is JSON");
            let field = |name: &str| match name {
                "at" => month.to_string(),
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
