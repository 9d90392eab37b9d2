//! Prints the digest of draws of a seed, to be compared with the one that the WebAssembly build computes.

fn main() {
    let seed = std::env::args().nth(1).map_or(2026, |seed| seed.parse().expect("a seed is a whole number"));
    println!("{:016x}", hameau::random::self_digest(seed));
}
