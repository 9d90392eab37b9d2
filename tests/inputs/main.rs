//! What is a scenario, a territory, and what is refused with which words?

#[path = "../shared/tree/mod.rs"]
mod tree;

mod advice;
mod broken;
mod bytes;
mod flows;
mod money;
mod precedence;
mod scenarios;
mod spreadsheets;
mod tables;
mod territory;
