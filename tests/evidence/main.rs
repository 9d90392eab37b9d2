//! What takes longer than a minute: run by name, its log is kept in `tests/evidence/LOG.md`.

#[path = "../shared/served/mod.rs"]
mod served;

#[cfg(target_os = "linux")]
mod attack;
mod coverage;
mod damage;
#[path = "../shared/tiny/damages.rs"]
mod damages;
#[path = "../store/small.rs"]
#[allow(dead_code, reason = "each test uses its own part")]
mod small;
mod stories;
#[path = "../shared/tiny/mod.rs"]
#[allow(dead_code, reason = "each test uses its own part")]
mod tiny;
