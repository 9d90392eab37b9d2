//! The room of draws alone, which holds the one unsafe call of the program: run by `run`, with a sanitizer of addresses.
#![allow(dead_code, unused_imports, reason = "the rest of the program is not here")]

#[path = "../../../crates/model/src/kernel"]
mod kernel {
    pub mod portable;
    pub mod random;
    pub mod units;
}

/// Sweeps of every size, into exactly as much memory as they need and with a last batch of any length, on the widest vectors
/// that this processor has.
#[test]
fn sweeps_stay_within_their_memory() {
    use kernel::random::{Draw, Pool, Uniform, Who, World};
    let (source, month) = (World { seed: 1, replicate: 0 }.source(Draw::Help), kernel::units::Month::FIRST);
    for size in 0..300_u32 {
        let whos: Vec<Who> = (0..size).map(|at| Who::candidate(Pool::Ordinary, month, at)).collect();
        let mut draws = vec![[Uniform::default(); 4]; size as usize].into_boxed_slice();
        source.fill(&whos, month, 3, &mut draws);
        for (who, draws) in whos.iter().zip(draws) {
            assert_eq!(draws, source.draws(*who, month, 3));
        }
    }
}
