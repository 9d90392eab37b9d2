//! Killed anywhere, gone on with, extended, merged, corrupted: does a folder of results keep what it holds?

mod columns;
mod damage;
mod disk;
mod failures;
mod going_on;
mod kill;
mod refusals;
mod shards;
mod small;
#[path = "../shared/tiny/mod.rs"]
mod tiny;
mod told;
