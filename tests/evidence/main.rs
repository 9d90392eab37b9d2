//! What takes longer than a minute: run by name, its log is kept in `tests/evidence/LOG.md`.

mod coverage;
mod stories;
