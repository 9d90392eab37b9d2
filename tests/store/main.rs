//! Killed anywhere, gone on with, extended, merged, corrupted: does a folder of results keep what it holds?

mod columns;
mod damage;
#[path = "../shared/tiny/damages.rs"]
mod damages;
mod disk;
mod failures;
mod flipped;
mod going_on;
mod kill;
mod kinds;
mod places;
mod plan;
mod refusals;
mod shards;
mod small;
mod tampered;
#[path = "../shared/tiny/mod.rs"]
mod tiny;
mod told;
