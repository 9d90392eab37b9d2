//! Prints digests to be compared with those that the WebAssembly build computes: of the draws of a seed, or of a simulation.
//!
//! `bits SEED` or `bits run REPLICATE MONTHS IMITATION`.

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).map_or(0, |word| word.parse::<u64>().expect("a whole number"));
    let digest = if words.first().is_some_and(|word| word == "run") {
        hameau::api::run_digest(number(1) as u32, number(2) as u32, number(3) != 0)
    } else {
        hameau::random::self_digest(number(0))
    };
    println!("{digest:016x}");
}
