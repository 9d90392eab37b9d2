//! One number that moves when any bit of the state of a world moves in any month.

use crate::inputs::scenario::{Memory, Overrides, resolve};
use crate::kernel::random::{Fnv, World};
use crate::rules::step::Simulation;

/// The digest of the state in each of the first `months` of the embedded history of Murat in one world, with works convened so that every room
/// has something to do; under the second cooperation rule when `imitation`.
///
/// Two builds that print the same digest simulate the same worlds. Nothing that is only measured is part of it.
///
/// # Panics
/// When `months` is 0 or beyond what a scenario may last.
#[must_use]
pub fn run_digest(replicate: u32, months: u32, imitation: bool) -> u64 {
    let rule = if imitation { "imitation" } else { "belief" };
    let set = vec![
        format!("simulation.duration_months={months}"),
        format!("cooperation.rule={rule}"),
        "programme.host.convening_share=0.4".to_owned(),
        "programme.host.outreach_share=0.2".to_owned(),
    ];
    let overrides = Overrides { set, ..Overrides::default() };
    let scenario = resolve("hameau:murat-history", &overrides, &Memory::default())
        .unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let mut simulation = Simulation::new(&scenario, World { seed: 2026, replicate }, None);
    let mut hash = Fnv::default();
    for _ in 0..months {
        simulation.step();
        hash.add(simulation.state().digest());
    }
    hash.finish()
}
