//! What takes longer than a minute: run by name, its log is kept in `tests/evidence/LOG.md`.

#[path = "../shared/served/mod.rs"]
mod served;

#[cfg(target_os = "linux")]
mod attack;
mod coverage;
mod stories;
