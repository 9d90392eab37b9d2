//! Prints digests to be compared with those that the WebAssembly build computes: of the draws of a seed, of a simulation, of
//! one world of a shipped scenario from its first month to its last.
//!
//! `bits SEED`, `bits run REPLICATE MONTHS IMITATION` or `bits world SCENARIO SEED REPLICATE`.

use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::kernel::random::World;
use hameau_model::observe::run::simulate;

pub fn run(words: &[String]) {
    let number = |at: usize| words.get(at).map_or(0, |word| word.parse::<u64>().expect("a whole number"));
    let digest = match words.first().map(String::as_str) {
        Some("run") => hameau_model::observe::run_digest(number(1) as u32, number(2) as u32, number(3) != 0),
        Some("world") => {
            let name = format!("hameau:{}", words[1]);
            let scenario = resolve(&name, &Overrides::default(), &Memory::default())
                .unwrap_or_else(|mistakes| panic!("{mistakes}"));
            simulate(&scenario, World { seed: number(2), replicate: number(3) as u32 }, |_| ()).digest()
        }
        _ => hameau_model::kernel::random::self_digest(number(0)),
    };
    println!("{digest:016x}");
}
