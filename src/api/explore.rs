//! `explore`: every setting of a factorial study, or a comparison under every assumption, in the same worlds.

use super::{CONFIDENCE, End, Progress, Ran, Ways, Worlds, attach_report, run};
use hameau_analysis::effects::{Comparison, Outcomes, compare};
use hameau_analysis::sensitivity::{Factors, Ledger, Variant, factors, ledger as account, variants};
use hameau_model::inputs::mistakes::{Help, Mistakes, Wrong};
use hameau_model::inputs::scenario::{
    Design, Files, Overrides, Reads, Recorded, Written, design, did_you_mean, resolve_recorded,
};
use hameau_model::observe::indicators::Indicator;
use hameau_report::{factors_page, ledger_page};
use hameau_study::engine::{Study, StudyError, Tables, Wanted, outcomes};
use hameau_study::store::{FACTORS, FINDINGS, Kind, LEDGER, Manifest, Series, as_json, text_digest};
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

/// Every setting of a factorial study as a scenario of its own.
///
/// # Errors
/// With every mistake of the outcomes, and of the base or of what a setting changes in it.
pub fn settings(
    design: &Design,
    set: &[String],
    files: &dyn Files,
) -> Result<(Vec<Recorded>, Vec<Indicator>), Mistakes> {
    let outcomes = outcomes_of(design)?;
    let setting = |setting: usize| {
        let overrides = Overrides { sweep: design.overrides(setting), set: set.to_vec() };
        let mut recorded = resolve_recorded(&design.base, &overrides, files)?;
        recorded.scenario.name = design.setting_name(setting);
        Ok(recorded)
    };
    Ok(((0..design.settings()).map(setting).collect::<Result<_, Mistakes>>()?, outcomes))
}

/// The indicators that a factorial study looks at.
fn outcomes_of(design: &Design) -> Result<Vec<Indicator>, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut outcomes = Vec::new();
    for written in &design.outcomes {
        outcomes.extend(indicator(written, &mut mistakes));
    }
    mistakes.or(outcomes)
}

/// The indicator that a file names; when there is none, that is noted.
pub(super) fn indicator(written: &Written<String>, mistakes: &mut Mistakes) -> Option<Indicator> {
    let found = Indicator::from_id(&written.value);
    if found.is_none() {
        let ids = Indicator::all().map(|indicator| indicator.row().id);
        let help = did_you_mean(&written.value, ids).or(Some(Help::SeeIndicators));
        let what = Wrong::UnknownIndicator { name: written.value.clone() };
        mistakes.push(written.spot.clone(), what, help);
    }
    found
}

/// What a factorial study is asked.
#[derive(Clone, Copy, Debug)]
pub struct FactorsAsked<'a> {
    /// The study.
    pub design: &'a Design,
    /// The text of its file, which the folder keeps.
    pub text: &'a str,
    /// Its settings.
    pub settings: &'a [Recorded],
    /// Worlds of each.
    pub worlds: u32,
    /// Seed of the worlds.
    pub seed: u64,
    /// Which months are kept.
    pub series: Option<Series>,
    /// Whether what is in the folder is taken away first.
    pub replace: bool,
}

/// Simulates every setting of a factorial study and says what the factors do.
///
/// # Errors
/// When the folder holds something else, the disk refuses, or a run gives other values than those already there.
pub fn explore(
    path: &Path,
    asked: &FactorsAsked<'_>,
    ways: &Ways,
    stop: &AtomicBool,
    progress: &dyn Progress,
) -> Result<Explored<Factors>, StudyError> {
    let kind = Kind::Explore {
        design: asked.design.file.clone(),
        content: text_digest(asked.text.as_bytes()).to_string(),
        worlds: asked.worlds,
    };
    let wanted = Wanted {
        scenarios: asked.settings,
        replicates: asked.worlds,
        seed: asked.seed,
        kind: &kind,
        sources: &[asked.text.as_bytes()],
        series: asked.series,
        replace: asked.replace,
    };
    let ran = run(path, &wanted, ways, stop, progress)?;
    if !matches!(ran.end, End::Complete(_)) {
        return Ok(Explored { ran, found: None });
    }
    let (found, _) = found_factors(ran.study.tables())?;
    Ok(Explored { ran, found: Some(found) })
}

/// What the factors of the study that a folder is do, and the indicators that it looks at.
fn found_factors(tables: Tables<'_>) -> Result<(Factors, Vec<Indicator>), StudyError> {
    let study = tables.study;
    let Kind::Explore { design: file, content, worlds } = study.kind() else {
        return Err(unmade(study, "it is no factorial study"));
    };
    let text = Reads::from([(file.clone(), study.source(content)?)]);
    let refused = |_: Mistakes| unmade(study, "this version of the program refuses the file of its study");
    let design = design(file, &text).map_err(refused)?;
    let indicators = outcomes_of(&design).map_err(refused)?;
    let names: Vec<String> = (0..design.settings()).map(|setting| design.setting_name(setting)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let settings = outcomes(tables, &names, *worlds)?;
    let contents: Vec<_> = names.iter().filter_map(|name| Some(study.point(name)?.content)).collect();
    let found = factors(&design, &indicators, &settings, &contents, CONFIDENCE, study.seed());
    Ok((found, indicators))
}

/// What a factorial study found, as files.
pub(super) fn files_of_factors(tables: Tables<'_>) -> Result<Vec<(&'static str, String)>, StudyError> {
    let (found, indicators) = found_factors(tables)?;
    let page = factors_page(&found, &indicators, Language::English);
    Ok(vec![(FACTORS, as_json(&found)), (FINDINGS, page)])
}

fn unmade(study: &Study, why: &str) -> StudyError {
    StudyError::Unmade { folder: study.path().display().to_string(), why: why.to_owned() }
}

/// What a ledger of assumptions is asked.
#[derive(Clone, Copy, Debug)]
pub struct LedgerAsked<'a> {
    /// What is simulated.
    pub variations: &'a Variations,
    /// How many of its scenarios are base and policies as the model stands.
    pub several: usize,
    /// Sections of parameters whose ranges are walked.
    pub sections: &'a [String],
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
    /// The scenarios, as many for each variant that a scenario may have as there are base and policies.
    pub scenarios: Vec<Recorded>,
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
    for variant in variants(sections) {
        // The files have no mistake, so that only the value can be one: shares that would make more than a whole.
        let Ok(mut varied) = all(vec![variant.set()]) else { continue };
        for Recorded { scenario, .. } in &mut varied {
            scenario.name = under(&scenario.name, &variant);
        }
        scenarios.append(&mut varied);
    }
    Ok(Variations { scenarios })
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
    let several = &asked.variations.scenarios[..asked.several];
    let kind = Kind::Ledger {
        scenarios: several.iter().map(|recorded| recorded.scenario.name.clone()).collect(),
        sections: asked.sections.to_vec(),
        worlds: asked.worlds,
    };
    let wanted = Wanted {
        scenarios: &asked.variations.scenarios,
        replicates: asked.worlds,
        seed: asked.seed,
        kind: &kind,
        sources: &[],
        series: Some(Series::None),
        replace: asked.replace,
    };
    let ran = run(path, &wanted, ways, stop, progress)?;
    if !matches!(ran.end, End::Complete(_)) {
        return Ok(Explored { ran, found: None });
    }
    let found = found_ledger(ran.study.tables())?;
    Ok(Explored { ran, found: Some(found) })
}

/// The name of a scenario under a variant.
fn under(name: &str, variant: &Variant) -> String {
    format!("{name}.{}", variant.name())
}

/// The ledger that a folder is. Variants that it does not plan are those that no scenario may have.
fn found_ledger(tables: Tables<'_>) -> Result<Ledger, StudyError> {
    let study = tables.study;
    let Kind::Ledger { scenarios, sections, worlds } = study.kind() else {
        return Err(unmade(study, "it is no ledger of assumptions"));
    };
    let question = Worlds::Exactly(*worlds).question(study.seed());
    let compared = |names: &[String]| -> Result<Comparison, StudyError> {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let outcomes: Vec<Outcomes> = outcomes(tables, &names, *worlds)?;
        let (base, policies) = outcomes.split_first().ok_or_else(|| unmade(study, "it has no base"))?;
        Ok(compare(question, base, policies))
    };
    let plain = compared(scenarios)?;
    let (mut varied, mut left_out) = (Vec::new(), Vec::new());
    for variant in variants(sections) {
        let names: Vec<String> = scenarios.iter().map(|name| under(name, &variant)).collect();
        if !names.iter().all(|name| study.point(name).is_some()) {
            left_out.push(variant.set());
            continue;
        }
        let mut comparison = compared(&names)?;
        // Under a variant a policy bears the variant's name too: it is the same policy.
        for (policy, own) in comparison.policies.iter_mut().zip(&plain.policies) {
            policy.policy.clone_from(&own.policy);
        }
        varied.push((variant, comparison));
    }
    let indicators: Vec<Indicator> = Indicator::all().filter(|indicator| indicator.row().headline).collect();
    Ok(account(&plain, &varied, &indicators, &left_out))
}

/// A ledger as files.
pub(super) fn files_of_ledger(tables: Tables<'_>) -> Result<Vec<(&'static str, String)>, StudyError> {
    let found = found_ledger(tables)?;
    let page = ledger_page(&found, Language::English);
    Ok(vec![(LEDGER, as_json(&found)), (FINDINGS, page)])
}

/// Adds a ledger to a folder of a comparison, and makes its report anew.
///
/// # Errors
/// When the folder is none of results, is a ledger itself, or the disk refuses.
pub fn add_ledger(folder: &Path, ledger: &Ledger) -> Result<Manifest, StudyError> {
    let mut study = Study::existing(folder)?;
    if let Kind::Ledger { .. } = study.kind() {
        let (there, folder) = (study.kind().name(), folder.display().to_string());
        return Err(StudyError::OtherKind { folder, there, asked: "a comparison" });
    }
    study.plan_ledger(&as_json(ledger))?;
    attach_report(&mut study, false)
}
