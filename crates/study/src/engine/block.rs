//! Blocks: the units of work and of commit, a few runs each.

use super::Point;
use crate::store::{BlockRuns, Digest, Hasher};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use std::fmt;
use std::str::FromStr;

/// Adult-months of a block: about two seconds of one core.
const WORK: u64 = 4_000_000;
/// Runs of a block at most, so that many small runs still spread over shards.
const MOST_RUNS: u64 = 64;

/// A few runs, of one scenario or of several: what is simulated, written and named as one.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its name: a digest of the ids of its runs.
    pub name: String,
    /// Its runs, in their order.
    pub spans: Vec<Span>,
    /// How many runs.
    pub count: u32,
    /// What it costs, in adult-months.
    pub cost: u64,
}

/// Worlds of one scenario that follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The scenario, by its place in the study.
    pub point: usize,
    /// First replicate.
    pub first: u32,
    /// Replicates.
    pub count: u32,
}

impl Block {
    pub(super) fn new(points: &[Point], spans: Vec<Span>, seed: u64) -> Self {
        let count = spans.iter().map(|span| span.count).sum();
        let cost = spans.iter().map(|span| points[span.point].cost * u64::from(span.count)).sum();
        let mut block = Self { name: String::new(), spans, count, cost };
        block.name = format!("{:.32}", block.runs(points, seed).name());
        block
    }

    /// Scenario and replicate of each run, in order.
    pub fn each(&self) -> impl Iterator<Item = (usize, u32)> {
        self.spans
            .iter()
            .flat_map(|span| (span.first..span.first + span.count).map(|replicate| (span.point, replicate)))
    }

    /// Scenario and replicate of the run at a place.
    ///
    /// # Panics
    /// When it has no such place.
    #[must_use]
    pub fn run(&self, place: u32) -> (usize, u32) {
        let mut left = place;
        for span in &self.spans {
            if left < span.count {
                return (span.point, span.first + left);
            }
            left -= span.count;
        }
        panic!("a block of {} runs has no place {place}", self.count)
    }

    /// What its part must hold.
    pub(super) fn runs(&self, points: &[Point], seed: u64) -> BlockRuns {
        let (replicates, ids) = self
            .each()
            .map(|(point, replicate)| (replicate, run_id(&points[point].content, seed, replicate)))
            .unzip();
        BlockRuns { replicates, ids }
    }

    /// Its runs in words: `replicates 0 to 19 of baseline`.
    #[must_use]
    pub fn told(&self, points: &[Point]) -> String {
        /// Scenarios named at most.
        const MOST: usize = 3;
        let one = |span: &Span| {
            let last = span.first + span.count - 1;
            format!("replicates {} to {last} of `{}`", span.first, points[span.point].name)
        };
        let told: Vec<String> = self.spans.iter().take(MOST).map(one).collect();
        let more = if self.spans.len() > MOST { ", and others" } else { "" };
        told.join(", ") + more
    }
}

/// The id of a run: a digest of the model's version, all on which the world depends, seed and replicate.
#[must_use]
pub fn run_id(content: &Digest, seed: u64, replicate: u32) -> Digest {
    let mut hasher = Hasher::default();
    hasher.text("hameau run");
    hasher.number(u64::from(hameau_model::MODEL_VERSION));
    hasher.digest(content);
    hasher.number(seed);
    hasher.number(u64::from(replicate));
    hasher.finish()
}

/// What a run costs, in adult-months, its founding included.
#[must_use]
pub fn run_cost(scenario: &Scenario) -> u64 {
    adults(scenario) * (scenario.values[Key::Months] + scenario.values[Key::BurnIn]) as u64
}

/// Adults that are worth a thread of their own within a world.
const WORTH_A_THREAD: u64 = 2_000;

/// Threads for each of `runs` runs of a scenario when there are `threads` in all: those that no other run needs, as far as
/// there are adults for them. Worlds side by side are the better use of threads.
#[must_use]
pub fn threads_within(scenario: &Scenario, threads: usize, runs: u32) -> usize {
    let at_once = threads.min(runs as usize);
    let to_spare = threads / at_once.max(1);
    to_spare.min((adults(scenario) / WORTH_A_THREAD) as usize).max(1)
}

/// Replicates of a block of runs that cost this much.
pub(super) fn block_size(run_cost: u64) -> u32 {
    (WORK / run_cost.max(1)).clamp(1, MOST_RUNS) as u32
}

/// Adults at the start, from the facts.
#[must_use]
pub fn adults(scenario: &Scenario) -> u64 {
    let (territory, _) = scenario.territory.at(scenario.start());
    let minors_of_15_to_29 = scenario.values[Key::YouthShare];
    territory
        .total(|commune| commune.population - commune.ages[0] - minors_of_15_to_29 * commune.ages[1])
        .round() as u64
}

/// One share of the blocks: of all, ordered from the dearest, those whose place leaves rest K when divided by N.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 0.
    pub k: u32,
    /// Of how many.
    pub n: u32,
}

impl Shard {
    /// Everything.
    pub const WHOLE: Self = Self { k: 0, n: 1 };

    /// The places of its blocks in `blocks`, the dearest first.
    #[must_use]
    pub fn of(self, blocks: &[Block]) -> Vec<usize> {
        let mut places: Vec<usize> = (0..blocks.len()).collect();
        places.sort_by_key(|at| std::cmp::Reverse(blocks[*at].cost));
        places.into_iter().skip(self.k as usize).step_by(self.n as usize).collect()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.k, self.n)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no shard: write K/N with K from 0 to N - 1, such as 0/4");
        let (k, n) = text.split_once('/').ok_or_else(wrong)?;
        match (k.parse(), n.parse()) {
            (Ok(k), Ok(n)) if k < n => Ok(Self { k, n }),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_share_all_blocks_the_dearest_first() {
        let block = |cost: u64| Block { name: cost.to_string(), spans: Vec::new(), count: 1, cost };
        let blocks: Vec<Block> = [3, 9, 1, 9, 4].map(block).to_vec();
        assert_eq!(Shard::WHOLE.of(&blocks), [1, 3, 4, 0, 2]);
        assert_eq!(Shard { k: 1, n: 2 }.of(&blocks), [3, 0]);
        let mut all: Vec<usize> = (0..7).flat_map(|k| Shard { k, n: 7 }.of(&blocks)).collect();
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_shard_is_written_k_of_n() {
        assert_eq!("2/7".parse(), Ok(Shard { k: 2, n: 7 }));
        for wrong in ["7/7", "1", "1/0", "-1/2", "a/b", "1/2/3", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_runs_of_a_block_follow_each_other_over_its_scenarios() {
        let spans = vec![Span { point: 3, first: 5, count: 2 }, Span { point: 4, first: 5, count: 1 }];
        let block = Block { name: String::new(), spans, count: 3, cost: 0 };
        let runs = [(3, 5), (3, 6), (4, 5)];
        assert_eq!(block.each().collect::<Vec<_>>(), runs);
        assert_eq!([0, 1, 2].map(|place| block.run(place)), runs);
    }

    #[test]
    fn a_block_is_two_seconds_of_work_and_not_too_many_runs() {
        assert_eq!(block_size(1_830_000), 2);
        assert_eq!(block_size(9_000), 64);
        assert_eq!(block_size(u64::MAX), 1);
    }

    #[test]
    fn another_seed_replicate_or_content_is_another_run() {
        let (a, b) = (Digest::of(b"a"), Digest::of(b"b"));
        let ids = [run_id(&a, 1, 0), run_id(&a, 1, 1), run_id(&a, 2, 0), run_id(&b, 1, 0)];
        assert!((0..4).all(|i| (0..i).all(|j| ids[i] != ids[j])));
    }
}
