//! Do `compare` and `explore` say what the worlds allow?

mod compare;
mod explore;
#[path = "../tiny/mod.rs"]
mod tiny;
