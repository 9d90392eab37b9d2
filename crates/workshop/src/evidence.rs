//! What a story says of its result, weighed on many worlds.

use super::claim::Claim;
use super::story::Story;
use hameau_analysis::effects::{Effect, Outcomes, Question, compare};
use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::parallel::{Ended, in_order};
use hameau_model::kernel::random::World;
use hameau_model::observe::run::{Run, simulate};
use serde_json::Value;
use std::convert::Infallible;
use std::sync::atomic::AtomicBool;

/// The share of worlds in which the deciding claim must be seen: a room sees one world, and who tries five others should
/// not see the contrary more than once.
pub const LEAST_SHARE: f64 = 0.8;

/// Worlds on which the claims are held. An indicator that some leave undefined must be defined in [`FEWEST_WORLDS`].
pub const WORLDS: u32 = 32;

/// Fewer worlds bear out no claim.
pub const FEWEST_WORLDS: usize = 30;

/// Confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

/// A claim and what the worlds say to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The claim.
    pub claim: Claim,
    /// The difference, world by world.
    pub effect: Effect,
    /// The difference of each world, where it is defined.
    pub differences: Vec<Option<f64>>,
}

impl Weighed {
    /// In how many worlds one sees what is claimed.
    #[must_use]
    pub fn seen_in(&self) -> usize {
        let seen = |difference: &&f64| self.claim.finding.seen_in(**difference, self.effect.smallest_effect);
        self.differences.iter().flatten().filter(seen).count()
    }

    /// Why the claim may not be made, in words; `None` when it may.
    fn fault(&self, deciding: bool) -> Option<String> {
        let id = self.claim.indicator.row().id;
        let used = self.effect.worlds_used;
        if used < FEWEST_WORLDS {
            return Some(format!("{id}: defined in {used} worlds only"));
        }
        if !self.claim.finding.holds(&self.effect) {
            let Effect { difference, interval, .. } = self.effect;
            let said = self.claim.finding;
            return Some(format!(
                "{id}: {said:?} is said, but the difference is {difference:?}, {interval:?}"
            ));
        }
        let (seen, worlds) = (self.seen_in(), self.differences.len());
        let too_few = deciding && (seen as f64) < LEAST_SHARE * worlds as f64;
        too_few.then(|| format!("{id}: seen in {seen} of {worlds} worlds only"))
    }
}

/// The worlds of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The story.
    pub story: Story,
    /// A, world by world, from the one that is shown on.
    pub a: Vec<Run>,
    /// B in the same worlds.
    pub b: Vec<Run>,
}

impl Evidence {
    /// The claims of the story, the deciding one first, and what the worlds say.
    ///
    /// # Panics
    /// When a claim looks at a month that was not lived.
    #[must_use]
    pub fn weighed(&self) -> Vec<Weighed> {
        self.story.claims().map(|claim| self.weigh(claim)).collect()
    }

    fn weigh(&self, claim: Claim) -> Weighed {
        let at_end = |run: &Run| run.months.len() - 1;
        let compared = match claim.since {
            None => outcomes(&self.a, at_end),
            Some(month) => outcomes(&self.b, |_| month as usize - 1),
        };
        let end = outcomes(&self.b, at_end);
        let question =
            Question { confidence: CONFIDENCE, precision: 1.0, several_looks: false, seed: self.story.seed };
        let pairs = end.of(claim.indicator).zip(compared.of(claim.indicator));
        let differences = pairs.map(|(end, compared)| Some(end? - compared?)).collect();
        let comparison = compare(question, &compared, &[end]);
        Weighed { claim, effect: comparison.policies[0].on(claim.indicator).clone(), differences }
    }

    /// What the story may not say, in words; none when the worlds bear it out.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let weighed = self.weighed();
        weighed.iter().enumerate().filter_map(|(number, claim)| claim.fault(number == 0)).collect()
    }
}

/// The values of each run at the month that `at` counts from 0.
fn outcomes(runs: &[Run], at: impl Fn(&Run) -> usize) -> Outcomes {
    Outcomes::observed("worlds", runs.iter().map(|run| &run.months[at(run)]))
}

/// Simulates so many worlds of each story, from the one that is shown on. What two stories share is simulated once.
///
/// # Errors
/// When a scenario of a story is none.
///
/// # Panics
/// When a simulation does, or threads cannot be started.
pub fn evidence(stories: Vec<Story>, worlds: u32, threads: usize) -> Result<Vec<Evidence>, Mistakes> {
    let mut courses: Vec<Course> = Vec::new();
    let mut of_stories = Vec::new();
    for story in &stories {
        of_stories.push(story.scenarios()?.map(|scenario| {
            let course = Course::new(story, scenario);
            courses.iter().position(|known| known.is(&course)).unwrap_or_else(|| {
                courses.push(course);
                courses.len() - 1
            })
        }));
    }
    let job = |number: u32| {
        let Course { scenario, first, .. } = &courses[(number / worlds) as usize];
        let world = World { replicate: first.replicate + number % worlds, ..*first };
        Some(simulate(scenario, world, |_| ()))
    };
    let mut runs = Vec::new();
    let ended: Result<(), Ended<Infallible>> =
        in_order(courses.len() as u32 * worlds, threads, &AtomicBool::new(false), job, |_, run| {
            runs.push(run);
            Ok(())
        });
    ended.unwrap_or_else(|ended| panic!("{ended:?}"));
    let of = |course: usize| runs[course * worlds as usize..][..worlds as usize].to_vec();
    let told = stories.into_iter().zip(of_stories);
    Ok(told.map(|(story, [a, b])| Evidence { story, a: of(a), b: of(b) }).collect())
}

/// A scenario from one world on.
struct Course {
    scenario: Scenario,
    content: Value,
    first: World,
}

impl Course {
    fn new(story: &Story, scenario: Scenario) -> Self {
        let content = scenario.content();
        Self { scenario, content, first: World { seed: story.seed, replicate: story.replicate } }
    }

    /// Whether both give the same bits.
    fn is(&self, other: &Self) -> bool {
        let months = |course: &Self| course.scenario.values[Key::Months].to_bits();
        self.content == other.content && self.first == other.first && months(self) == months(other)
    }
}
