//! One job on the only thread there is.

use super::{Panicked, Split, guarded};

/// Does a job. A panic is an error with its words.
///
/// # Errors
/// When the job panics.
pub fn with_threads<T: Send>(_threads: usize, job: impl FnOnce() -> T + Send) -> Result<T, Panicked> {
    guarded(job)
}

/// Rows of a chunk of residents.
pub const CHUNK: usize = 2_048;

/// The results of `job` on chunks of [`CHUNK`] of `rows`, in their order.
pub fn chunks<T: Sync, R: Send>(rows: &[T], job: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    rows.chunks(CHUNK).map(job).collect()
}

/// Does `job` on all rows of columns, of which the first is number 0.
pub fn columns<C: Split>(_grain: usize, columns: C, job: impl Fn(usize, C) + Sync) {
    job(0, columns);
}

/// Does one thing, then the other.
pub fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    (a(), b())
}

/// Threads among which rows are shared out.
#[must_use]
pub fn threads() -> usize {
    1
}
