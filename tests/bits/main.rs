//! Are the bits the same for the same question, whoever asks, in whatever order, with how many threads?

#[path = "../shared/chance/mod.rs"]
mod chance;
#[path = "../shared/common/mod.rs"]
mod common;

mod determinism;
mod golden;
mod pairing;
mod random;
