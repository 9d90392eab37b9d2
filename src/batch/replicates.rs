//! Many worlds of one scenario, side by side.

use super::{Run, simulate_while};
use crate::parallel::{self, Ended};
use crate::parameters::Key;
use crate::random::World;
use crate::scenario::Scenario;
use std::sync::atomic::{AtomicBool, Ordering};

/// Why not every world was simulated and delivered.
#[derive(Debug)]
pub enum Interrupted<E> {
    /// Somebody raised the flag.
    Stopped,
    /// One of them failed: a bug of the program.
    Failed {
        /// Which one.
        world: World,
        /// The words of the panic.
        why: String,
    },
    /// The consumer refused a run.
    Refused(E),
    /// The threads could not be started; in words.
    NoThreads(String),
}

/// Simulates every world of a scenario, as many as it says, on `threads` threads; `consume` gets the runs in the order of
/// their replicates. `month` is called after each month of each world, on any thread. Once `stop` is raised, worlds end
/// after their current month.
///
/// # Errors
/// When the flag was raised, a world failed, or `consume` refused a run.
pub fn replicate<E>(
    scenario: &Scenario,
    threads: usize,
    stop: &AtomicBool,
    month: impl Fn() + Sync,
    mut consume: impl FnMut(Run) -> Result<(), E>,
) -> Result<(), Interrupted<E>> {
    let seed = scenario.values[Key::Seed] as u64;
    let count = scenario.values[Key::Replicates] as u32;
    let failed = AtomicBool::new(false);
    let one = |replicate: u32| {
        simulate_while(scenario, World { seed, replicate }, |_| {
            month();
            !stop.load(Ordering::Relaxed) && !failed.load(Ordering::Relaxed)
        })
    };
    let ended = parallel::in_order(count, threads, stop, one, |_, run| {
        consume(run).inspect_err(|_| failed.store(true, Ordering::Relaxed))
    });
    ended.map_err(|ended| match ended {
        Ended::Stopped => Interrupted::Stopped,
        Ended::Panicked { job, panic } => {
            Interrupted::Failed { world: World { seed, replicate: job }, why: panic.0 }
        }
        Ended::Refused(error) => Interrupted::Refused(error),
        Ended::NoThreads(why) => Interrupted::NoThreads(why),
    })
}
