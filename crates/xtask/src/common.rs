//! What the makers of documents share: scenarios in paired worlds, and results with their intervals in words.

pub mod life;
pub mod outlive;
pub mod pairs;
pub mod ties;
pub mod verdict;

use hameau_analysis::statistics::{Interval, mean, paired_mean_interval, quantile, wilson_interval};
use hameau_model::MODEL_VERSION;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::parallel;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::{Run, simulate};
use hameau_model::rules::step::Simulation;
use std::convert::Infallible;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// The root of the repository.
pub fn root() -> PathBuf {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).expect("this crate lies two folders below the root").to_path_buf()
}

/// The number at this place among the words of a command, or what it is without one.
pub fn number(words: &[String], at: usize, default: u32) -> u32 {
    words.get(at).map_or(default, |word| word.parse().expect("a number"))
}

/// Seed of the worlds of all documents; calibration used seed 7.
pub const SEED: u64 = 11;

/// First month of the programmes of the shipped scenarios, counted from the first month of a run.
pub const OPENING: usize = 5;

/// Confidence of every interval.
const CONFIDENCE: f64 = 0.95;

/// A shipped scenario with these overrides.
pub fn scenario(name: &str, set: &[&str]) -> Scenario {
    let set = set.iter().map(|text| (*text).to_owned()).collect();
    resolve(&format!("hameau:{name}"), &Overrides { set, ..Overrides::default() }, &Memory::default())
        .unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// Two thousand adults in six made-up communes with a place run by the council from the sixth month on: small enough for
/// grids of settings.
const SMALL: &str = r#"
name = "small"
territory = "six-communes.toml"
[[programme]]
instrument = "shared_place"
name = "place"
commune = "S0001"
from = "2022-06"
"#;
const SIX_COMMUNES: &str = r#"
name = "six-communes"
title = { en = "Six communes", fr = "Six communes" }
source = "made up"
[synthetic]
communes = 6
adults = 2000
"#;

/// The small territory with these overrides.
pub fn small(set: Vec<String>) -> Scenario {
    let files = Memory::default().with("small.toml", SMALL).with("six-communes.toml", SIX_COMMUNES);
    resolve("small.toml", &Overrides { set, ..Overrides::default() }, &files)
        .unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// Overrides that give the works of everybody who has ideas the same order.
pub fn everybody(order: &str) -> [String; 4] {
    ["a_contributor", "a_facilitator", "an_association", "the_council"]
        .map(|starter| format!("works.order_of_{starter}={order}"))
}

/// Ideas that people were asked about in a run, and those that committed.
pub fn decided(scenario: &Scenario, world: World) -> [u32; 2] {
    let mut simulation = Simulation::new(scenario, world, None);
    for _ in 0..scenario.values[Key::Months] as u32 {
        simulation.step();
    }
    let totals = &simulation.state().totals;
    [totals.ideas, totals.committed].map(|by_order| by_order.iter().sum())
}

/// What `read` makes of each of the first worlds, in their order.
pub fn worlds<T: Send>(count: u32, read: impl Fn(World) -> T + Sync) -> Vec<T> {
    let mut results = Vec::new();
    let job = |replicate| Some(read(World { seed: SEED, replicate }));
    let ended =
        parallel::in_order(count, parallel::available(), &AtomicBool::new(false), job, |_, result| {
            results.push(result);
            Ok::<(), Infallible>(())
        });
    ended.unwrap_or_else(|ended| panic!("{ended:?}"));
    results
}

/// Observed worlds of one scenario.
pub struct Runs(pub Vec<Run>);

/// The first worlds of a shipped scenario with these overrides.
pub fn runs(name: &str, set: &[&str], count: u32) -> Runs {
    let scenario = scenario(name, set);
    Runs(worlds(count, |world| simulate(&scenario, world, |_| ())))
}

impl Runs {
    /// The mean of an indicator over some months by world, where it is defined in any of them.
    pub fn over(&self, indicator: Indicator, months: Range<usize>) -> Vec<Option<f64>> {
        let of = |run: &Run| {
            let values = run.months[months.clone()].iter().filter_map(|month| month.of(indicator));
            mean(&values.collect::<Vec<f64>>())
        };
        self.0.iter().map(of).collect()
    }

    /// An indicator at the end of the month of this number, counted from 1, by world.
    pub fn at(&self, indicator: Indicator, month: usize) -> Vec<Option<f64>> {
        self.over(indicator, month - 1..month)
    }
}

/// The values that are defined.
pub fn defined(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().copied().flatten().collect()
}

/// The differences of worlds in which both values are defined.
pub fn differences(with: &[Option<f64>], without: &[Option<f64>]) -> Vec<f64> {
    with.iter().zip(without).filter_map(|(with, without)| Some((*with)? - (*without)?)).collect()
}

/// An estimate with its interval.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    /// The estimate.
    pub mean: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Estimate {
    /// The mean of what these values are drawn from: Student's interval. `None` of fewer than two values.
    pub fn of_mean(values: &[f64]) -> Option<Self> {
        let Interval { low, high } = paired_mean_interval(values, CONFIDENCE)?;
        Some(Self { mean: mean(values)?, low, high })
    }

    /// The chance of an event: Wilson's interval.
    pub fn of_chance(events: &[bool]) -> Self {
        let (happened, all) = (events.iter().filter(|event| **event).count() as u64, events.len() as u64);
        let interval = wilson_interval(happened, all, CONFIDENCE);
        Self { mean: happened as f64 / all.max(1) as f64, low: interval.low, high: interval.high }
    }

    /// In words, with this number of decimals.
    pub fn told(self, decimals: usize) -> String {
        let Self { mean, low, high } = self;
        let [mean, low, high] = [mean, low, high].map(|value| rounded(value, decimals));
        format!("{mean} ({low} to {high})")
    }

    /// In words, with three digits of the largest of its numbers.
    pub fn told_to_three_digits(self) -> String {
        let largest = [self.mean, self.low, self.high].map(f64::abs).into_iter().fold(0.0, f64::max);
        let (mut decimals, mut unit) = (2, 10.0);
        while decimals > 0 && largest >= unit {
            (decimals, unit) = (decimals - 1, unit * 10.0);
        }
        unit = 1.0;
        while decimals < 6 && 0.0 < largest && largest < unit {
            (decimals, unit) = (decimals + 1, unit / 10.0);
        }
        self.told(decimals)
    }

    /// -1 or 1 where the interval lies on one side of 0, else 0.
    pub fn sign(self) -> i32 {
        i32::from(self.low > 0.0) - i32::from(self.high < 0.0)
    }
}

/// A number with this many decimals, without a minus before nothing.
fn rounded(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) { text } else { text.replace('-', "") }
}

/// The mean with its interval in words.
pub fn mean_told(values: &[f64], decimals: usize) -> String {
    Estimate::of_mean(values).map_or("undefined".to_owned(), |estimate| estimate.told(decimals))
}

/// The mean of paired differences with its interval in words.
pub fn difference_told(with: &[Option<f64>], without: &[Option<f64>], decimals: usize) -> String {
    mean_told(&differences(with, without), decimals)
}

/// Mean and 5-95 % of worlds: how different one world is from the other, not how surely the mean is known.
pub fn spread_told(values: &[f64], decimals: usize) -> String {
    let Some(mean) = mean(values) else { return "undefined in every world".to_owned() };
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let [low, high] = [0.05, 0.95].map(|share| quantile(&sorted, share).expect("there are values"));
    Estimate { mean, low, high }.told(decimals)
}

/// Writes a document, also to the standard output. Below its title stands the version of the model that made it.
pub fn write(path: &str, text: &str) {
    let (title, rest) = text.split_once('\n').expect("a document has a title");
    let text = format!("{title}\n\n**Made with model version {MODEL_VERSION}.**\n{rest}");
    std::fs::write(root().join(path), &text).unwrap_or_else(|error| panic!("{path}: {error}"));
    print!("{text}");
}
