//! Everything that a report tells, read from the folder of a study.

use super::groups::{Groups, groups};
use hameau_analysis::effects::{Comparison, Effect, Outcomes, assumed, effect_on};
use hameau_analysis::questions::{Pair, Question as Asked, Questions};
use hameau_analysis::sensitivity::Ledger;
use hameau_analysis::statistics::{Causation, Paired2x2, causation, mean};
use hameau_analysis::trajectory::Trajectory;
use hameau_model::inputs::parameters::InstrumentKind;
use hameau_model::inputs::scenario::{Instrument, Scenario};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Group, Indicator};
use hameau_study::engine::{
    self, Horizon, Single, Study, StudyError, Tables, all_outcomes, course, horizons, outcomes_at, singles,
};
use hameau_study::store::{Kind, LEDGER, Manifest, Series, read_regular};
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
    /// The same, without what was found.
    plain: Vec<&'s Scenario>,
    /// The comparison, when one was made.
    pub compared: Option<Compared>,
    /// What is left where facilitation ends before the last year.
    pub after: Vec<After>,
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
    /// The comparison in the last month.
    pub comparison: Comparison,
    /// The comparison in each month told of, the last month last.
    pub horizons: Vec<Horizon>,
    /// For each policy what it is held against, and necessity and sufficiency.
    pub contrasts: Vec<Contrast>,
}

/// What became of a policy after its facilitation ended.
#[derive(Debug)]
pub struct After {
    /// The policy.
    pub policy: usize,
    /// The same without facilitation, where there is one.
    pub never: Option<usize>,
    /// The last month of facilitation.
    pub end: Month,
    /// Months told of: the last of each year from then on.
    pub months: Vec<Month>,
    /// The worlds of the policy in these months.
    pub outcomes: Vec<Outcomes>,
    /// The worlds of the place that was never facilitated.
    pub beside: Vec<Outcomes>,
}

/// A policy against the scenario to which it adds least.
#[derive(Debug)]
pub struct Contrast {
    /// Place of the policy among the scenarios.
    pub policy: usize,
    /// Place of the other.
    pub reference: usize,
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
        let mut horizons = horizons(tables)?;
        let places: Vec<usize> = match horizons.last() {
            Some(last) => last.outcomes.iter().filter_map(|of| study.place(of.name())).collect(),
            None => (0..study.points().len()).collect(),
        };
        let mut ended = match horizons.last_mut() {
            Some(last) => last.outcomes.clone(),
            None => all_outcomes(tables, &places)?,
        };
        let mut scenarios = Vec::new();
        for (at, outcomes) in places.into_iter().zip(ended.drain(..)) {
            let point = &study.points()[at];
            let name = &point.name[..];
            scenarios.push(Told {
                scenario: &point.scenario,
                worlds: outcomes.worlds(),
                outcomes,
                courses: course(tables, name)?,
                singles: singles(tables, name, SINGLES)?,
            });
        }
        let groups = groups(tables, &scenarios)?;
        let plain: Vec<&Scenario> = scenarios.iter().map(|told| told.scenario).collect();
        let comparison = horizons.last().map(|last| last.comparison.clone());
        let compared = comparison.map(|comparison| {
            let contrasts = contrasts(&comparison, &scenarios, Questions { scenarios: &plain });
            Compared { comparison, horizons, contrasts }
        });
        let after = if compared.is_some() { after(tables, &scenarios, &plain)? } else { Vec::new() };
        let ledger = ledger(tables);
        Ok(Self { study, manifest, ledger, scenarios, plain, compared, after, groups })
    }

    /// The questions, put to the scenarios told of.
    #[must_use]
    pub fn questions(&self) -> Questions<'_> {
        Questions { scenarios: &self.plain }
    }

    /// The effect of a policy against any other scenario, at one of the months told of.
    #[must_use]
    pub fn effect(&self, horizon: &Horizon, pair: Pair, indicator: Indicator) -> Effect {
        let Pair { policy, reference } = pair;
        if reference == 0 {
            return horizon.comparison.policies[policy - 1].on(indicator).clone();
        }
        let outcomes = &horizon.outcomes;
        let question = horizon.comparison.question;
        let mut effect = effect_on(question, indicator, &outcomes[reference], &outcomes[policy]);
        let pair = (self.plain[policy], self.plain[reference]);
        let lever = assumed(pair, indicator, horizon.month, effect.difference.unwrap_or_default());
        effect.assumed = lever.map(|key| key.row().name);
        effect
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

/// What became of every policy whose facilitation ends a year or more before the last month.
fn after(tables: Tables<'_>, scenarios: &[Told<'_>], plain: &[&Scenario]) -> Result<Vec<After>, StudyError> {
    let facilitates = |entry: &&Instrument| entry.kind == InstrumentKind::Facilitation;
    let pairs = Questions { scenarios: plain }.pairs(Asked::Facilitation);
    let mut found = Vec::new();
    for (policy, scenario) in plain.iter().enumerate() {
        let ends = scenario.programme.iter().filter(facilitates).map(|entry| entry.until);
        let Some(Some(end)) = ends.max_by_key(|until| until.map_or(scenario.last(), |until| until)) else {
            continue;
        };
        let last = scenario.last();
        let december = |month: &Month| month.of_year() == 12 && *month >= end;
        let months: Vec<Month> =
            (scenario.start().index()..last.index()).map(Month::from_index).filter(december).collect();
        if last.since(end) < 12 || months.is_empty() {
            continue;
        }
        let never = pairs.iter().find(|pair| pair.policy == policy && pair.reference != policy);
        let never = never
            .map(|pair| pair.reference)
            .filter(|at| !plain[*at].programme.iter().any(|entry| facilitates(&entry)));
        let names: Vec<&str> = std::iter::once(policy).chain(never).map(|at| &plain[at].name[..]).collect();
        let worlds = scenarios[policy].worlds as u32;
        let by_month = outcomes_at(tables, &names, worlds, &months)?;
        let of = |scenario: usize, finals: &Outcomes| -> Vec<Outcomes> {
            let months = by_month.iter().map(|of| of[scenario].clone());
            months.chain([finals.clone()]).collect()
        };
        let outcomes = of(0, &scenarios[policy].outcomes);
        let beside = never.map_or_else(Vec::new, |at| of(1, &scenarios[at].outcomes));
        let months = months.iter().copied().chain([last]).collect();
        found.push(After { policy, never, end, months, outcomes, beside });
    }
    Ok(found)
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

fn contrasts(comparison: &Comparison, scenarios: &[Told<'_>], questions: Questions<'_>) -> Vec<Contrast> {
    let of = |policy: usize| {
        let reference = questions.nearest(policy);
        let event = |at: usize| scenarios[at].outcomes.of(Indicator::MixedWork);
        let pairs = event(policy).zip(event(reference));
        let pairs = pairs.filter_map(|(with, without)| Some((with? > 0.5, without? > 0.5)));
        let causation = causation(Paired2x2::count(pairs), comparison.question.confidence);
        Contrast { policy, reference, causation }
    };
    (1..scenarios.len()).map(of).collect()
}

/// The command that makes the same comparison again, with every option that matters.
#[must_use]
pub fn command(facts: &Facts<'_>) -> String {
    let files: Vec<String> = facts.scenarios.iter().map(|told| engine::quoted(&told.scenario.file)).collect();
    let mut words = vec!["hameau compare".to_owned(), files.join(" ")];
    if facts.scenarios.len() < 2 {
        words.push("POLICY...".to_owned());
    }
    let worlds = facts.scenarios.first().map_or(0, |told| told.worlds);
    match facts.study.kind() {
        Kind::Compare { precision, several_looks: true, .. } => {
            words.push(format!("--precision {precision} --max-replicates {worlds}"));
        }
        _ => words.push(format!("--replicates {worlds}")),
    }
    words.push(format!("--seed {}", facts.study.seed()));
    let mut set: Vec<&String> = Vec::new();
    for told in &facts.scenarios {
        let point = facts.study.point(&told.scenario.name);
        for one in point.iter().flat_map(|point| &point.overrides.set) {
            if !set.contains(&one) {
                set.push(one);
            }
        }
    }
    words.extend(set.iter().map(|one| format!("--set {}", engine::quoted(one))));
    if let Kind::Compare { at, .. } = facts.study.kind()
        && !at.is_empty()
    {
        words.push(format!("--at {}", at.join(",")));
    }
    let runs = (worlds * facts.scenarios.len()) as u32;
    if facts.study.series() != Series::by_default(runs) {
        words.push(format!("--series {}", facts.study.series().id()));
    }
    words.join(" ")
}
