//! Prints digests to be compared with those that the WebAssembly build computes: of the draws of a seed, of a simulation, of
//! one world of a shipped scenario from its first month to its last.
//!
//! `bits SEED`, `bits run REPLICATE MONTHS IMITATION` or `bits world SCENARIO SEED REPLICATE`.

use hameau::batch::simulate;
use hameau::random::World;
use hameau::scenario::{Memory, Overrides, resolve};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).map_or(0, |word| word.parse::<u64>().expect("a whole number"));
    let digest = match words.first().map(String::as_str) {
        Some("run") => hameau::api::run_digest(number(1) as u32, number(2) as u32, number(3) != 0),
        Some("world") => {
            let name = format!("hameau:{}", words[1]);
            let scenario = resolve(&name, &Overrides::default(), &Memory::default())
                .unwrap_or_else(|mistakes| panic!("{mistakes}"));
            simulate(&scenario, World { seed: number(2), replicate: number(3) as u32 }, |_| ()).digest()
        }
        _ => hameau::random::self_digest(number(0)),
    };
    println!("{digest:016x}");
}
