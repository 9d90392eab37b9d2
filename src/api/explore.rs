//! `explore`: every setting of a factorial study, or a comparison under every assumption, in the same worlds.

use super::{CONFIDENCE, End, Progress, Ran, Ways, Worlds, attach_report, run};
use hameau_analysis::effects::{Comparison, Outcomes, compare};
use hameau_analysis::sensitivity::{Factors, Ledger, Variant, factors, ledger as account, variants};
use hameau_model::inputs::mistakes::{Help, Mistakes, Wrong};
use hameau_model::inputs::scenario::{Design, Files, Overrides, Recorded, did_you_mean, resolve_recorded};
use hameau_model::observe::indicators::Indicator;
use hameau_report::{factors_page, ledger_page};
use hameau_study::engine::{Study, StudyError, Wanted, outcomes};
use hameau_study::store::{FACTORS, FINDINGS, LEDGER, Manifest, Series, as_json};
use hameau_words::Language;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// What came of exploring.
#[derive(Debug)]
pub struct Explored<T> {
    /// What came of simulating it.
    pub ran: Ran,
    /// What was found, when every world of it is there.
    pub found: Option<T>,
}

/// Every setting of a factorial study as a scenario of its own, and the indicators that are looked at.
///
/// # Errors
/// With every mistake of the outcomes, and of the base or of what a setting changes in it.
pub fn settings(
    design: &Design,
    set: &[String],
    files: &dyn Files,
) -> Result<(Vec<Recorded>, Vec<Indicator>), Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut outcomes = Vec::new();
    for written in &design.outcomes {
        if let Some(indicator) = Indicator::from_id(&written.value) {
            outcomes.push(indicator);
            continue;
        }
        let ids = Indicator::all().map(|indicator| indicator.row().id);
        let help = did_you_mean(&written.value, ids).or(Some(Help::SeeIndicators));
        let what = Wrong::UnknownIndicator { name: written.value.clone() };
        mistakes.push(written.spot.clone(), what, help);
    }
    let outcomes = mistakes.or(outcomes)?;
    let setting = |setting: usize| {
        let overrides = Overrides { sweep: design.overrides(setting), set: set.to_vec() };
        let mut recorded = resolve_recorded(&design.base, &overrides, files)?;
        recorded.scenario.name = design.setting_name(setting);
        Ok(recorded)
    };
    Ok(((0..design.settings()).map(setting).collect::<Result<_, Mistakes>>()?, outcomes))
}

/// Simulates every setting of a factorial study and says what the factors do.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
pub fn explore(
    path: &Path,
    design: &Design,
    indicators: &[Indicator],
    wanted: &Wanted<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Explored<Factors>, StudyError> {
    let ran = run(path, wanted, ways, stop, progress)?;
    if !matches!(ran.end, End::Complete(_)) {
        return Ok(Explored { ran, found: None });
    }
    let names: Vec<&str> = wanted.scenarios.iter().map(|recorded| &recorded.scenario.name[..]).collect();
    let settings = outcomes(&ran.study, &names, wanted.replicates)?;
    let contents: Vec<_> = names.iter().filter_map(|name| Some(ran.study.point(name)?.content)).collect();
    let found = factors(design, indicators, &settings, &contents, CONFIDENCE, wanted.seed);
    let page = factors_page(&found, indicators, Language::English);
    ran.study.attach(&[(FACTORS, as_json(&found)), (FINDINGS, page)])?;
    Ok(Explored { ran, found: Some(found) })
}

/// What a ledger of assumptions is asked.
#[derive(Clone, Copy, Debug)]
pub struct LedgerAsked<'a> {
    /// What is simulated.
    pub variations: &'a Variations,
    /// How many of its scenarios are base and policies as the model stands.
    pub several: usize,
    /// The indicators of the conclusions.
    pub indicators: &'a [Indicator],
    /// Worlds of each.
    pub worlds: u32,
    /// Seed of the worlds.
    pub seed: u64,
    /// Whether what is in the folder is taken away first.
    pub replace: bool,
}

/// A base and policies as the model stands, then under each variant.
#[derive(Debug)]
pub struct Variations {
    /// The scenarios, as many for each variant as there are base and policies.
    pub scenarios: Vec<Recorded>,
    /// The variants.
    pub variants: Vec<Variant>,
    /// Variants that no scenario may have, as `KEY=VALUE`.
    pub left_out: Vec<String>,
}

/// The base and the policies in `paths` as the model stands, then under each variant of the assumptions of `sections`.
///
/// # Errors
/// With every mistake of the files and of `set`.
pub fn variations(
    paths: &[String],
    set: &[String],
    sections: &[String],
    files: &dyn Files,
) -> Result<Variations, Mistakes> {
    let all = |sweep: Vec<String>| {
        let one = |path: &String| {
            let overrides = Overrides { sweep: sweep.clone(), set: set.to_vec() };
            resolve_recorded(path, &overrides, files)
        };
        paths.iter().map(one).collect::<Result<Vec<Recorded>, Mistakes>>()
    };
    let mut scenarios = all(Vec::new())?;
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for variant in variants(sections) {
        // The files have no mistake, so that only the value can be one: shares that would make more than a whole.
        let Ok(mut varied) = all(vec![variant.set()]) else {
            left_out.push(variant.set());
            continue;
        };
        for Recorded { scenario, .. } in &mut varied {
            scenario.name = format!("{}.{}", scenario.name, variant.name());
        }
        scenarios.append(&mut varied);
        kept.push(variant);
    }
    Ok(Variations { scenarios, variants: kept, left_out })
}

/// Simulates a comparison under every assumption and says which conclusion survives which.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
pub fn ledger(
    path: &Path,
    asked: &LedgerAsked<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Explored<Ledger>, StudyError> {
    let wanted = Wanted {
        scenarios: &asked.variations.scenarios,
        replicates: asked.worlds,
        seed: asked.seed,
        series: Some(Series::None),
        replace: asked.replace,
    };
    let ran = run(path, &wanted, ways, stop, progress)?;
    if !matches!(ran.end, End::Complete(_)) {
        return Ok(Explored { ran, found: None });
    }
    let names: Vec<&str> = wanted.scenarios.iter().map(|recorded| &recorded.scenario.name[..]).collect();
    let question = Worlds::Exactly(asked.worlds).question(asked.seed);
    let outcomes = outcomes(&ran.study, &names, asked.worlds)?;
    let compared = |of: &[Outcomes]| compare(question, &of[0], &of[1..]);
    let mut comparisons: Vec<Comparison> = outcomes.chunks(asked.several).map(compared).collect();
    let plain = comparisons.remove(0);
    // Under a variant a policy bears the variant's name too: it is the same policy.
    for comparison in &mut comparisons {
        for (policy, own) in comparison.policies.iter_mut().zip(&plain.policies) {
            policy.policy.clone_from(&own.policy);
        }
    }
    let varied: Vec<_> = asked.variations.variants.iter().copied().zip(comparisons).collect();
    let found = account(&plain, &varied, asked.indicators, &asked.variations.left_out);
    let page = ledger_page(&found, Language::English);
    ran.study.attach(&[(LEDGER, as_json(&found)), (FINDINGS, page)])?;
    Ok(Explored { ran, found: Some(found) })
}

/// Adds a ledger to a folder of a comparison, and makes its report anew.
///
/// # Errors
/// When the folder is none of results, or the disk refuses.
pub fn add_ledger(folder: &Path, ledger: &Ledger) -> Result<Manifest, StudyError> {
    let study = Study::existing(folder)?;
    study.attach(&[(LEDGER, as_json(ledger))])?;
    attach_report(&study)
}
