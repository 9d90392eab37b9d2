//! One job on several threads.

use super::{GUARDED, Panicked, Split, guarded};

/// Rows that are worth another thread's attention: the size of every chunk of residents.
pub const CHUNK: usize = 2_048;

/// Does a job on a number of threads that it may share its rows out to. A panic is an error with its words.
///
/// # Errors
/// When the job panics, or the threads could not be started.
pub fn with_threads<T: Send>(threads: usize, job: impl FnOnce() -> T + Send) -> Result<T, Panicked> {
    if threads <= 1 {
        return guarded(job);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        // A panic in a share of the job is the job's, which `guarded` tells of.
        .start_handler(|_| GUARDED.set(true))
        .build()
        .map_err(|error| Panicked(error.to_string()))?;
    pool.install(|| guarded(job))
}

/// Whether other threads wait for a share of this job.
fn is_shared() -> bool {
    rayon::current_thread_index().is_some() && rayon::current_num_threads() > 1
}

/// The results of `job` on chunks of [`CHUNK`] of `rows`, in their order.
pub fn chunks<T: Sync, R: Send>(rows: &[T], job: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    if is_shared() {
        rows.par_chunks(CHUNK).map(&job).collect()
    } else {
        rows.chunks(CHUNK).map(job).collect()
    }
}

/// Does `job` on parts of columns of at least `grain` rows, each with the number of its first row, in no order: no part may
/// depend on what is done to another, nor on where it begins.
pub fn columns<C: Split>(grain: usize, columns: C, job: impl Fn(usize, C) + Sync) {
    if is_shared() {
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
    rayon::join(|| halves(first, grain, left, job), || halves(first + at, grain, right, job));
}

/// Does two things, side by side where there is a thread for it.
pub fn join<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    if is_shared() { rayon::join(a, b) } else { (a(), b()) }
}

/// Threads among which rows are shared out here and now.
#[must_use]
pub fn threads() -> usize {
    if is_shared() { rayon::current_num_threads() } else { 1 }
}
