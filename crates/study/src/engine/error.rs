//! Why a study could not be gone on with.

use crate::store::StoreError;
use thiserror::Error;

/// Why a study could not be planned, simulated or read, in words that say what to do.
#[derive(Debug, Error)]
pub enum StudyError {
    /// The folder cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder holds worlds of another seed.
    #[error(
        "`{folder}` holds worlds of seed {there}, not {asked}: name another folder with --out, or begin again with --force"
    )]
    OtherSeed {
        /// The folder.
        folder: String,
        /// The seed of its worlds.
        there: u64,
        /// The seed asked for.
        asked: u64,
    },
    /// The folder keeps other months.
    #[error(
        "`{folder}` keeps series {there}, not {asked}: leave --series out to go on with it, or name another folder with --out"
    )]
    OtherSeries {
        /// The folder.
        folder: String,
        /// What it keeps.
        there: &'static str,
        /// What was asked for.
        asked: &'static str,
    },
    /// The folder holds a scenario of that name with another content.
    #[error(
        "`{folder}` holds another `{name}` ({}): name another folder with --out, or begin again with --force",
        differences.join("; ")
    )]
    OtherContent {
        /// The folder.
        folder: String,
        /// The scenario's name.
        name: String,
        /// Where it differs.
        differences: Vec<String>,
    },
    /// The folder is of another kind.
    #[error(
        "`{folder}` is {there}, not {asked}: name another folder with --out, or begin again with --force"
    )]
    OtherKind {
        /// The folder.
        folder: String,
        /// What it is.
        there: &'static str,
        /// What was asked for.
        asked: &'static str,
    },
    /// The folder is none of a comparison.
    #[error(
        "`{folder}` is {there}, not a comparison: only folders that `hameau compare` wrote can be held against each other"
    )]
    NoComparison {
        /// The folder.
        folder: String,
        /// What it is.
        there: &'static str,
    },
    /// Two scenarios of one command bear one name.
    #[error("two scenarios are named `{name}` ({first} and {second}): give one of them another `name`")]
    SameName {
        /// The name.
        name: String,
        /// The file of the first.
        first: String,
        /// The file of the second.
        second: String,
    },
    /// A piece of the plan is missing.
    #[error("the plan in `{folder}` is not whole: run its command again, or begin again with --force")]
    Torn {
        /// The folder.
        folder: String,
    },
    /// More runs than can be counted.
    #[error(
        "`{folder}` would hold {runs} runs, more than {most}: spread them over several folders with --out"
    )]
    TooMany {
        /// The folder.
        folder: String,
        /// How many.
        runs: u64,
        /// How many a folder holds at most.
        most: u64,
    },
    /// What is made of the runs speaks of worlds that the plan has not.
    #[error(
        "the plan in `{folder}` has not the first {worlds} worlds of `{name}`, of which it speaks: begin again with --force"
    )]
    NotPlanned {
        /// The folder.
        folder: String,
        /// The scenario.
        name: String,
        /// How many.
        worlds: u32,
    },
    /// What the folder is cannot be made again from its plan.
    #[error("what `{folder}` is cannot be made again from its plan: {why}")]
    Unmade {
        /// The folder.
        folder: String,
        /// In words.
        why: String,
    },
    /// Blocks are missing.
    #[error(
        "`{folder}` is not complete: {runs} runs in {blocks} blocks are missing, such as {example}; run its command again to go on"
    )]
    Incomplete {
        /// The folder.
        folder: String,
        /// Runs that are missing.
        runs: u32,
        /// Blocks that are missing.
        blocks: usize,
        /// One of them, in words.
        example: String,
    },
    /// The tables of the plan are not made, or not as they were written.
    #[error(
        "the tables in `{folder}` are not those of its plan: run its command again, or `hameau merge {folder}`"
    )]
    NotMade {
        /// The folder.
        folder: String,
    },
    /// The same runs gave other values than those already there: a bug of the program, or another machine at fault.
    #[error(
        "replicate {replicate} of `{scenario}` gave other values than those in `{part}`: the same run must give the same bits; nothing was replaced"
    )]
    Differs {
        /// The scenario.
        scenario: String,
        /// The first replicate that differs.
        replicate: u32,
        /// The part that was there.
        part: String,
    },
    /// The system gives no threads.
    #[error("cannot start {threads} threads: {why}; ask for fewer with --threads")]
    NoThreads {
        /// How many were asked.
        threads: usize,
        /// In words.
        why: String,
    },
}
