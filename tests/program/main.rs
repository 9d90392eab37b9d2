//! Does the program do and print what its pages promise?

#[path = "../shared/common/mod.rs"]
mod common;
#[path = "../shared/served/mod.rs"]
mod served;
#[path = "../shared/tiny/mod.rs"]
mod tiny;

mod cli;
mod compare;
mod diff;
mod expectations;
mod explore;
mod office;
mod options;
mod policies;
mod questions;
mod readme;
mod reference;
mod report;
// Loopback has several addresses there.
#[cfg(target_os = "linux")]
mod room;
mod run;
mod serve;
mod stories;

mod vary;
mod why;
mod workshop;
