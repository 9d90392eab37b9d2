//! `run --vary`: one scenario with several values of a few keys, in the same worlds.

use super::{End, Explored, Progress, Ways, Worlds, run};
use hameau_analysis::response::{Response, response};
use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::scenario::{Files, Overrides, Recorded, Varied, resolve_recorded, vary};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{StudyError, Wanted, outcomes};
use hameau_study::store::{Kind, Series};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The scenario in `file` with every combination of what the options `--vary` say.
///
/// # Errors
/// With every mistake of the options, of the file and of `set`.
pub fn varied_points(
    file: &str,
    options: &[String],
    set: &[String],
    files: &dyn Files,
) -> Result<(Varied, Vec<Recorded>), Mistakes> {
    let (varied, mut mistakes) = vary(options, set);
    let mut points = Vec::new();
    for at in 0..varied.count() {
        let overrides = Overrides { sweep: varied.sweep(at), set: set.to_vec() };
        match resolve_recorded(file, &overrides, files) {
            Ok(mut recorded) => {
                recorded.scenario.name += &suffix(&varied, at);
                points.push(recorded);
            }
            Err(found) => {
                for mut mistake in found.0 {
                    mistake.spot = varied.located(mistake.spot, at);
                    if !mistakes.0.contains(&mistake) {
                        mistakes.0.push(mistake);
                    }
                }
            }
        }
    }
    // Whoever reads them goes through what was given from its beginning.
    mistakes.0.sort_by(|one, other| {
        (&one.spot.file, one.spot.span.start).cmp(&(&other.spot.file, other.spot.span.start))
    });
    mistakes.or((varied, points))
}

/// What the name of a combination has more than that of its scenario.
fn suffix(varied: &Varied, point: usize) -> String {
    let parts = key_names(varied).into_iter().zip(varied.values(point));
    parts.fold(String::new(), |suffix, (key, value)| suffix + "-" + key + "-" + &value)
}

/// The keys that vary: their last parts where these tell them apart.
#[must_use]
pub fn key_names(varied: &Varied) -> Vec<&str> {
    let alike = |short: &str| varied.axes.iter().filter(|axis| axis.short() == short).count() > 1;
    varied.axes.iter().map(|axis| if alike(axis.short()) { &axis.key } else { axis.short() }).collect()
}

/// What is asked of a scenario that varies.
#[derive(Clone, Copy, Debug)]
pub struct VaryAsked<'a> {
    /// What varies.
    pub varied: &'a Varied,
    /// Its combinations.
    pub points: &'a [Recorded],
    /// Worlds of each.
    pub worlds: u32,
    /// Seed of the worlds.
    pub seed: u64,
    /// Which months are kept.
    pub series: Option<Series>,
    /// Whether what is in the folder is taken away first.
    pub replace: bool,
    /// The indicators that are looked at.
    pub indicators: &'a [Indicator],
}

/// Simulates every combination in the same worlds, and says what the indicators answer.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
pub fn run_varied(
    path: &Path,
    asked: &VaryAsked<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Explored<Response>, StudyError> {
    let wanted = Wanted {
        scenarios: asked.points,
        replicates: asked.worlds,
        seed: asked.seed,
        kind: &Kind::Run,
        sources: &[],
        series: asked.series,
        replace: asked.replace,
    };
    let ran = run(path, &wanted, ways, stop, progress)?;
    if !matches!(ran.end, End::Complete(_)) {
        return Ok(Explored { ran, found: None });
    }
    let point_names: Vec<&str> = asked.points.iter().map(|point| &point.scenario.name[..]).collect();
    let worlds = outcomes(ran.study.tables(), &point_names, asked.worlds)?;
    let values = (0..).map(|point| asked.varied.values(point));
    let keys = key_names(asked.varied).into_iter().map(str::to_owned).collect();
    let question = Worlds::Exactly(asked.worlds).question(asked.seed);
    let found = response(question, keys, values.zip(worlds).collect(), asked.indicators);
    Ok(Explored { ran, found: Some(found) })
}
