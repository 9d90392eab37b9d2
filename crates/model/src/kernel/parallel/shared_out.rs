//! One job on several threads. Under WebAssembly there is one, and everything is a plain loop.

use super::{Split, Undone, guarded};

/// Rows that are worth another thread's attention: the size of every chunk of residents.
pub const CHUNK: usize = 1_024;

/// Does a job on a number of threads that it may share its rows out to. A panic is an error with its words.
///
/// # Errors
/// When the job panics, or the threads could not be started.
#[cfg(not(target_family = "wasm"))]
pub fn with_threads<T: Send>(threads: usize, job: impl FnOnce() -> T + Send) -> Result<T, Undone> {
    if threads <= 1 {
        return guarded(job).map_err(Undone::Panicked);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        // A panic in a share of the job is the job's, which `guarded` tells of.
        .start_handler(|_| super::GUARDED.set(true))
        .build()
        .map_err(|error| Undone::NoThreads(error.to_string()))?;
    pool.install(|| guarded(job)).map_err(Undone::Panicked)
}

/// Does a job. A panic is an error with its words.
///
/// # Errors
/// When the job panics.
#[cfg(target_family = "wasm")]
pub fn with_threads<T: Send>(_threads: usize, job: impl FnOnce() -> T + Send) -> Result<T, Undone> {
    guarded(job).map_err(Undone::Panicked)
}

/// Threads among which rows are shared out here and now.
#[must_use]
pub fn threads() -> usize {
    #[cfg(not(target_family = "wasm"))]
    if rayon::current_thread_index().is_some() {
        return rayon::current_num_threads();
    }
    1
}

/// Does two things, side by side where there is a thread for it.
pub fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(not(target_family = "wasm"))]
    if threads() > 1 {
        return rayon::join(a, b);
    }
    (a(), b())
}

/// The results of `job` on chunks of [`CHUNK`] of `rows`, in their order.
///
/// # Panics
/// Never: each chunk has its turn.
pub fn chunks<T: Sync, R: Send>(rows: &[T], job: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if threads() == 1 {
        return rows.chunks(CHUNK).map(job).collect();
    }
    let mut results: Vec<Option<R>> = Vec::new();
    results.resize_with(rows.len().div_ceil(CHUNK), || None);
    columns(1, &mut results[..], |first, results| {
        for (result, rows) in results.iter_mut().zip(rows.chunks(CHUNK).skip(first)) {
            *result = Some(job(rows));
        }
    });
    results.into_iter().map(|result| result.expect("each chunk has its turn")).collect()
}

/// Does `job` on parts of columns of at least `grain` rows, each with the number of its first row, in no order: no part may
/// depend on what is done to another, nor on where it begins.
pub fn columns<C: Split>(grain: usize, columns: C, job: impl Fn(usize, C) + Sync) {
    if threads() > 1 {
        halves(0, grain.max(1), columns, &job);
    } else {
        job(0, columns);
    }
}

fn halves<C: Split>(first: usize, grain: usize, columns: C, job: &(impl Fn(usize, C) + Sync)) {
    let rows = columns.rows();
    if rows <= grain {
        job(first, columns);
        return;
    }
    let at = (rows / 2).next_multiple_of(grain).min(rows - 1);
    let (left, right) = columns.split(at);
    join(|| halves(first, grain, left, job), || halves(first + at, grain, right, job));
}
