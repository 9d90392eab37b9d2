//! Killed two hundred times, at moments that hit creating, simulating, committing, merging and beginning again.

use crate::small::{Killed, Numbers, digest, done, parts, small, started};
use crate::tiny::{RUNS, Tiny, rows};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const KILLS: u32 = 200;
const WORLDS: &str = "192";
const OUT: &str = "life";

/// When to kill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    /// While the folder is made.
    Creating,
    /// At any time.
    Simulating,
    /// When something new appears among the parts.
    Committing,
    /// When all parts are there, or tables in the making are seen.
    Merging,
    /// While the results of before are taken away and made anew.
    Again,
}

/// What a disturbed folder is held against, and what was counted.
struct Trial {
    tiny: Tiny,
    whole: BTreeMap<String, String>,
    digest: String,
    numbers: Numbers,
    kills: u32,
    lost: usize,
    duplicated: usize,
}

#[test]
fn two_hundred_kills_lose_and_duplicate_nothing() {
    let tiny = small();
    done(&tiny, "undisturbed", &["--replicates", WORLDS]);
    let (whole, digest) = (parts(&tiny, "undisturbed"), digest(&tiny, "undisturbed"));
    let mut trial = Trial { tiny, whole, digest, numbers: Numbers(5), kills: 0, lost: 0, duplicated: 0 };
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    while trial.kills < KILLS {
        let moment = trial.moment();
        if trial.kill_at(moment) {
            *seen.entry(format!("{moment:?}")).or_default() += 1;
            // However slow the machine, and so however seldom a batch comes to its end.
            trial.begins_anew(12);
        } else {
            trial.complete();
        }
    }
    done(&trial.tiny, OUT, &["--replicates", WORLDS]);
    trial.complete();
    println!("{seen:?}");
    println!("{} kills, {} lost, {} duplicated", trial.kills, trial.lost, trial.duplicated);
    assert_eq!((trial.lost, trial.duplicated), (0, 0));
    assert!(seen.len() == 5 && seen.values().all(|count| *count >= 5), "{seen:?}");
}

impl Trial {
    fn here(&self, name: &str) -> bool {
        self.tiny.path(OUT).join(name).exists()
    }

    /// What the folder lends itself to.
    fn moment(&mut self) -> Moment {
        let there = parts(&self.tiny, OUT).len();
        match self.numbers.below(6) {
            _ if !self.here("plan/000000.json") => Moment::Creating,
            0 => Moment::Again,
            _ if there == self.whole.len() => Moment::Merging,
            1 | 2 => Moment::Simulating,
            _ => Moment::Committing,
        }
    }

    /// Starts the batch and kills it; `false` when it had ended before.
    fn kill_at(&mut self, moment: Moment) -> bool {
        let before = parts(&self.tiny, OUT);
        let batch = self.here("plan/000000.json") && self.numbers.below(2) == 0;
        let arguments = match moment {
            Moment::Again => vec!["run", "small.toml", "--out", OUT, "--replicates", WORLDS, "--force"],
            _ if batch => vec!["batch", OUT],
            _ => vec!["run", "small.toml", "--out", OUT, "--replicates", WORLDS],
        };
        let Killed(child) = &mut started(&self.tiny, &arguments);
        if moment == Moment::Committing {
            let names = || std::fs::read_dir(self.tiny.path(OUT).join("parts")).map_or(0, Iterator::count);
            let (first, begun) = (names(), Instant::now());
            while names() == first && begun.elapsed() < Duration::from_millis(300) {
                std::thread::yield_now();
            }
        }
        let longest = match moment {
            Moment::Creating => 30_000,
            Moment::Simulating => 150_000,
            Moment::Committing => 3_000,
            // Long enough to come to the end now and then on a busy machine, so that the next begins from nothing.
            Moment::Merging => 60_000,
            Moment::Again => 40_000,
        };
        let delay = self.numbers.below(longest);
        std::thread::sleep(Duration::from_micros(delay));
        if child.try_wait().expect("asked").is_some() {
            return false;
        }
        child.kill().expect("killed");
        child.wait().expect("ended");
        self.kills += 1;
        let after = parts(&self.tiny, OUT);
        let (count, all) = (after.len(), self.whole.len());
        let merged = self.here("manifest.json");
        println!("kill {}: {moment:?} after {delay} us, {count} of {all} parts, tables {merged}", self.kills);
        // What was committed stays, whole, unless it was to be taken away.
        let gone = before.keys().filter(|name| !after.contains_key(*name)).count();
        self.lost += if moment == Moment::Again { 0 } else { gone };
        self.lost += after.iter().filter(|(name, hash)| self.whole.get(*name) != Some(hash)).count();
        true
    }

    /// Takes the folder away, one time in so many, so that the next begins from nothing; the last one stays.
    fn begins_anew(&mut self, one_in: u64) {
        let folder = self.tiny.path(OUT);
        if self.kills < KILLS && self.numbers.below(one_in) == 0 && folder.exists() {
            std::fs::remove_dir_all(folder).expect("taken away");
        }
    }

    /// A batch that came to its end is the undisturbed one; now and then the next begins from nothing.
    fn complete(&mut self) {
        assert_eq!(digest(&self.tiny, OUT), self.digest);
        assert_eq!(parts(&self.tiny, OUT), self.whole);
        let runs = rows(&self.tiny.path(OUT).join(RUNS));
        let replicates: Vec<u64> = runs.iter().filter_map(|run| run["replicate"].as_u64()).collect();
        let planned: u64 = WORLDS.parse().expect("a number");
        let times = |replicate: u64| replicates.iter().filter(|one| **one == replicate).count();
        self.lost += (0..planned).filter(|replicate| times(*replicate) == 0).count();
        self.duplicated += replicates.len() - (0..planned).filter(|replicate| times(*replicate) > 0).count();
        self.begins_anew(2);
    }
}
