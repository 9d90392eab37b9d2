//! Everything that a report tells, read from the folder of a study.

use super::groups::{Groups, groups};
use hameau_analysis::effects::{Comparison, Effect, Outcomes, Question, compare};
use hameau_analysis::sensitivity::Ledger;
use hameau_analysis::statistics::{Causation, Paired2x2, causation, mean};
use hameau_analysis::trajectory::Trajectory;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::observe::indicators::{Group, Indicator};
use hameau_study::engine::{
    self, Single, Study, StudyError, Tables, all_outcomes, comparison, course, outcomes, singles,
};
use hameau_study::store::{LEDGER, Manifest, read_regular};
use hameau_words::Language;

/// Single worlds drawn in each chart.
const SINGLES: usize = 3;

/// What a folder of results holds, ready to be told in any language.
#[derive(Debug)]
pub struct Facts<'s> {
    /// The study.
    pub study: &'s Study,
    /// Its manifest, without the reports themselves.
    pub manifest: Manifest,
    /// What its conclusions hang on, when that was looked into.
    pub ledger: Option<Ledger>,
    /// The scenarios told of: base and policies of the comparison, or all.
    pub scenarios: Vec<Told<'s>>,
    /// The comparison, when one was made.
    pub compared: Option<Compared>,
    /// What the groups of the territory became.
    pub groups: Groups,
}

/// One scenario.
#[derive(Debug)]
pub struct Told<'s> {
    /// The scenario.
    pub scenario: &'s Scenario,
    /// Worlds told of.
    pub worlds: usize,
    /// What each world ended with.
    pub outcomes: Outcomes,
    /// The courses of the main indicators.
    pub courses: Vec<Trajectory>,
    /// A few single worlds.
    pub singles: Vec<Single>,
}

/// The comparison and what follows from it.
#[derive(Debug)]
pub struct Compared {
    /// The comparison.
    pub comparison: Comparison,
    /// For each policy what it is held against, and its effects.
    pub contrasts: Vec<Contrast>,
}

/// A policy against the scenario to which it adds least.
#[derive(Debug)]
pub struct Contrast {
    /// Place of the policy among the scenarios.
    pub policy: usize,
    /// Place of the other.
    pub reference: usize,
    /// One effect for each indicator.
    pub effects: Vec<Effect>,
    /// Necessity and sufficiency for a mixed work.
    pub causation: Causation,
}

impl<'s> Facts<'s> {
    /// Reads the tables of a study, of which the manifest lists the files.
    ///
    /// # Errors
    /// When a table cannot be read.
    pub fn read(tables: Tables<'s>, manifest: Manifest) -> Result<Self, StudyError> {
        let study = tables.study;
        let comparison = comparison(tables)?;
        let places: Vec<usize> = match &comparison {
            Some(found) => {
                let policies = found.policies.iter().map(|policy| &policy.policy[..]);
                let names = std::iter::once(&found.base[..]).chain(policies);
                names.filter_map(|name| study.place(name)).collect()
            }
            None => (0..study.points().len()).collect(),
        };
        let mut scenarios = Vec::new();
        for at in places {
            let point = &study.points()[at];
            let name = &point.name[..];
            let mut ended = match &comparison {
                Some(found) => outcomes(tables, &[name], found.worlds as u32)?,
                None => all_outcomes(tables, &[at])?,
            };
            scenarios.push(Told {
                scenario: &point.scenario,
                worlds: comparison.as_ref().map_or(point.worlds.count() as usize, |found| found.worlds),
                outcomes: ended.swap_remove(0),
                courses: course(tables, name)?,
                singles: singles(tables, name, SINGLES)?,
            });
        }
        let groups = groups(tables, &scenarios)?;
        let compared = comparison.map(|comparison| compared(comparison, &scenarios));
        let ledger = ledger(tables);
        Ok(Self { study, manifest, ledger, scenarios, compared, groups })
    }

    /// Title of a scenario.
    #[must_use]
    pub fn title(&self, at: usize, language: Language) -> &str {
        let scenario = self.scenarios[at].scenario;
        scenario
            .title
            .as_ref()
            .map_or(&scenario.name[..], |title| language.of((&title.en[..], &title.fr[..])))
    }
}

impl Facts<'_> {
    /// Public money since the first month of a scenario, mean over its worlds, in EUR: of the council, of other public
    /// bodies.
    #[must_use]
    pub fn paid(&self, at: usize) -> [f64; 2] {
        [Indicator::SpendingCouncilCumulated, Indicator::SpendingOthersCumulated].map(|indicator| {
            let worlds: Vec<f64> = self.scenarios[at].outcomes.of(indicator).flatten().collect();
            mean(&worlds).unwrap_or_default()
        })
    }

    /// What an entry of a scenario's programme cost the public since the first month, mean over its worlds, in EUR.
    #[must_use]
    pub fn spent(&self, at: usize, entry: &str) -> Option<f64> {
        self.groups.mean(at, Group::Instrument, entry, Indicator::SpendingCumulated)
    }
}

/// The ledger, when one was written that can be read.
fn ledger(tables: Tables<'_>) -> Option<Ledger> {
    serde_json::from_slice(&read_regular(&tables.at.join(LEDGER)).ok()?).ok()
}

fn compared(comparison: Comparison, scenarios: &[Told<'_>]) -> Compared {
    let question = comparison.question;
    let contrasts = (1..scenarios.len())
        .map(|policy| {
            let reference = nearest(policy, scenarios);
            let effects = if reference == 0 {
                comparison.policies[policy - 1].effects.clone()
            } else {
                effects(question, &scenarios[reference], &scenarios[policy])
            };
            let event = |at: usize| scenarios[at].outcomes.of(Indicator::MixedWork);
            let pairs = event(policy).zip(event(reference));
            let pairs = pairs.filter_map(|(with, without)| Some((with? > 0.5, without? > 0.5)));
            let causation = causation(Paired2x2::count(pairs), question.confidence);
            Contrast { policy, reference, effects, causation }
        })
        .collect();
    Compared { comparison, contrasts }
}

fn effects(question: Question, reference: &Told<'_>, policy: &Told<'_>) -> Vec<Effect> {
    let found = compare(question, &reference.outcomes, std::slice::from_ref(&policy.outcomes));
    found.policies.into_iter().flat_map(|policy| policy.effects).collect()
}

/// The scenario that a policy adds least to: the one with the most instruments among those whose instruments it has all,
/// and whose numbers are its own; the base otherwise.
fn nearest(policy: usize, scenarios: &[Told<'_>]) -> usize {
    let contents: Vec<_> = scenarios.iter().map(|told| told.scenario.content()).collect();
    let entries = |at: usize| contents[at]["programme"].as_array().map_or(&[][..], |entries| &entries[..]);
    let own = entries(policy);
    let part = |at: &usize| {
        *at != policy
            && contents[*at]["values"] == contents[policy]["values"]
            && entries(*at).len() < own.len()
            && entries(*at).iter().all(|entry| own.contains(entry))
    };
    // The first of equals, so that the base comes before the policies.
    (0..scenarios.len()).filter(part).rev().max_by_key(|at| entries(*at).len()).unwrap_or(0)
}

impl Contrast {
    /// The effect on one indicator.
    #[must_use]
    pub fn on(&self, indicator: Indicator) -> &Effect {
        &self.effects[indicator as usize]
    }
}

/// The command that makes a comparison of these scenarios.
#[must_use]
pub fn command(facts: &Facts<'_>) -> String {
    let files: Vec<String> = facts.scenarios.iter().map(|told| engine::quoted(&told.scenario.file)).collect();
    let files = files.join(" ");
    let worlds = facts.scenarios.first().map_or(0, |told| told.worlds);
    let policy = if facts.scenarios.len() < 2 { " POLICY..." } else { "" };
    format!("hameau compare {files}{policy} --replicates {worlds} --seed {}", facts.study.seed())
}
