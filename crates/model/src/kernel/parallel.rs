//! The one room that owns threads.
//!
//! [`in_order`] runs jobs side by side and hands their results back one by one in the order of the jobs. Within a job,
//! [`with_threads`] gives one job several threads, which [`chunks`] and [`columns`] share out: a plain loop for whoever
//! has none, and under WebAssembly. The order of delivery, not that of completion, is what everything after it sees, and
//! chunks have a fixed size, so nothing downstream can depend on the number of threads.

mod shared_out;
mod split;

pub use shared_out::{CHUNK, chunks, columns, join, threads, with_threads};
pub use split::Split;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
#[cfg(not(target_family = "wasm"))]
use std::sync::{Mutex, PoisonError, mpsc};

/// Threads that anybody may ask for at most.
pub const MOST_THREADS: usize = 1024;

/// Finished results that may wait for their turn, for each thread.
#[cfg(not(target_family = "wasm"))]
const WAITING_PER_THREAD: usize = 2;

/// A job that panicked: the words of the panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panicked(pub String);

/// Why one job on several threads gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// It panicked.
    Panicked(Panicked),
    /// The threads could not be started; in words.
    NoThreads(String),
}

/// Why not every job was delivered.
#[derive(Debug)]
pub enum Ended<E> {
    /// Somebody raised the flag.
    Stopped,
    /// A job panicked.
    Panicked {
        /// Which one.
        job: u32,
        /// What it said.
        panic: Panicked,
    },
    /// The consumer refused a result.
    Refused(E),
    /// The threads could not be started; in words.
    NoThreads(String),
}

/// Threads that run side by side on this machine.
#[must_use]
pub fn available() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS)
}

/// Runs jobs `0..count` on `threads` threads and hands every result to `consume`, on the calling thread and in the order
/// of the jobs. At most twice as many results as threads are held at a time. `stop` is looked at before each job; a
/// job that looks at it too may give up and return `None`. After a panic, a refusal or a stop no further job begins.
///
/// # Errors
/// When the flag was raised, a job panicked, or `consume` refused a result.
///
/// # Panics
/// When `consume` panics; a job that does is an error.
#[cfg(not(target_family = "wasm"))]
pub fn in_order<T: Send, E>(
    count: u32,
    threads: usize,
    stop: &AtomicBool,
    job: impl Fn(u32) -> Option<T> + Sync,
    mut consume: impl FnMut(u32, T) -> Result<(), E>,
) -> Result<(), Ended<E>> {
    let threads = threads.clamp(1, MOST_THREADS).min(count.max(1) as usize);
    let window = (threads * WAITING_PER_THREAD).min(count as usize) as u32;
    let given_up = AtomicBool::new(false);
    let idle = || stop.load(Ordering::Relaxed) || given_up.load(Ordering::Relaxed);
    let (begin, begun) = mpsc::channel();
    let begun = Mutex::new(begun);
    let (sender, receiver) = mpsc::channel();
    let work = |sender: mpsc::Sender<_>| {
        while let Some(number) = next(&begun) {
            let result = if idle() { Ok(None) } else { guarded(|| job(number)) };
            let _ = sender.send((number, result));
        }
    };
    let work = &work;
    std::thread::scope(|scope| {
        // Dropped when the jobs are delivered or given up, which lets the threads end.
        let begin = begin;
        for _ in 0..threads {
            let sender = sender.clone();
            std::thread::Builder::new()
                .spawn_scoped(scope, move || work(sender))
                .map_err(|error| Ended::NoThreads(error.to_string()))?;
        }
        let begin = |number: u32| begin.send(number).expect("the threads wait for jobs");
        (0..window).for_each(&begin);
        let mut waiting = std::collections::BTreeMap::new();
        for turn in 0..count {
            let result = loop {
                if let Some(result) = waiting.remove(&turn) {
                    break result;
                }
                let (number, result) = receiver.recv().expect("a job that began reports");
                waiting.insert(number, result);
            };
            let ended = match result {
                Err(panic) => Err(Ended::Panicked { job: turn, panic }),
                Ok(None) => Err(Ended::Stopped),
                Ok(Some(result)) => consume(turn, result).map_err(Ended::Refused),
            };
            if ended.is_err() {
                given_up.store(true, Ordering::Relaxed);
                return ended;
            }
            if count - turn > window {
                begin(turn + window);
            }
        }
        Ok(())
    })
}

/// The next job that may begin; `None` when there will be no more.
#[cfg(not(target_family = "wasm"))]
fn next(begun: &Mutex<mpsc::Receiver<u32>>) -> Option<u32> {
    begun.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// Runs jobs `0..count` one after the other and hands every result to `consume`; `threads` is for machines that have them.
///
/// # Errors
/// When the flag was raised, a job panicked, or `consume` refused a result.
#[cfg(target_family = "wasm")]
pub fn in_order<T: Send, E>(
    count: u32,
    _threads: usize,
    stop: &AtomicBool,
    job: impl Fn(u32) -> Option<T> + Sync,
    mut consume: impl FnMut(u32, T) -> Result<(), E>,
) -> Result<(), Ended<E>> {
    for number in 0..count {
        let result = if stop.load(Ordering::Relaxed) { Ok(None) } else { guarded(|| job(number)) };
        match result {
            Err(panic) => return Err(Ended::Panicked { job: number, panic }),
            Ok(None) => return Err(Ended::Stopped),
            Ok(Some(result)) => consume(number, result).map_err(Ended::Refused)?,
        }
    }
    Ok(())
}

thread_local! {
    static GUARDED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Does a job; a panic is an error with its words.
///
/// # Errors
/// When it panics.
pub fn guarded<T>(job: impl FnOnce() -> T) -> Result<T, Panicked> {
    let outer = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(job));
    GUARDED.set(outer);
    done.map_err(|panic| Panicked(words(panic.as_ref())))
}

/// Whether a panic of this thread would be caught by [`guarded`], and so be told by whoever asked for the job.
#[must_use]
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// What a panic said.
fn words(panic: &(dyn Any + Send)) -> String {
    let literal = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = literal.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "without a word".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicU32;
    use std::time::Duration;

    /// A later job is the quicker, so that completion is out of order.
    #[expect(clippy::unnecessary_wraps, reason = "a job may be given up, this one never is")]
    fn unequal(number: u32) -> Option<u32> {
        std::thread::sleep(Duration::from_micros(u64::from(2_000 / (number % 7 + 1))));
        Some(number * number)
    }

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in [0, 1, 2, 3, 8, 5_000] {
            for count in [0, 1, 2, 7, 40] {
                let mut seen = Vec::new();
                let ended = in_order(count, threads, &AtomicBool::new(false), unequal, |number, result| {
                    seen.push((number, result));
                    Ok::<(), ()>(())
                });
                assert!(ended.is_ok());
                assert_eq!(seen, (0..count).map(|number| (number, number * number)).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn no_more_than_twice_the_threads_run_ahead() {
        let begun = AtomicU32::new(0);
        let job = |number| {
            begun.fetch_add(1, Ordering::SeqCst);
            Some(number)
        };
        let ended = in_order(50, 3, &AtomicBool::new(false), job, |number, _| {
            std::thread::sleep(Duration::from_millis(1));
            let ahead = begun.load(Ordering::SeqCst) - number;
            if ahead <= 6 { Ok(()) } else { Err(ahead) }
        });
        assert!(ended.is_ok(), "{ended:?}");
    }

    #[test]
    fn a_flag_ends_everything() {
        let stop = AtomicBool::new(false);
        let mut delivered = 0;
        let ended = in_order(1_000, 2, &stop, unequal, |number, _| {
            delivered += 1;
            stop.fetch_or(number == 4, Ordering::Relaxed);
            Ok::<(), ()>(())
        });
        assert!(matches!(ended, Err(Ended::Stopped)), "{ended:?}");
        assert!((5..=9).contains(&delivered), "{delivered}");
    }

    #[test]
    fn a_panic_is_told_with_its_job_and_words() {
        let job = |number| {
            assert!(number != 3, "job {number} fails");
            Some(number)
        };
        let mut delivered = Vec::new();
        let ended = in_order(10, 2, &AtomicBool::new(false), job, |number, _| {
            delivered.push(number);
            Ok::<(), ()>(())
        });
        let Err(Ended::Panicked { job, panic }) = ended else { panic!("{ended:?}") };
        assert_eq!((job, panic.0.as_str()), (3, "job 3 fails"));
        assert_eq!(delivered, [0, 1, 2]);
    }

    #[test]
    fn rows_are_shared_out_in_order_and_each_once() {
        let rows: Vec<u32> = (0..10_000).collect();
        for threads in [1, 2, 3, 8] {
            let sums = with_threads(threads, || chunks(&rows, |rows| rows.iter().sum::<u32>()));
            assert_eq!(sums, Ok(chunks(&rows, |rows| rows.iter().sum::<u32>())));
            let mut doubled = vec![0; rows.len()];
            let done = with_threads(threads, || {
                columns(7, (&mut doubled[..], &rows[..]), |first, (doubled, rows)| {
                    for (at, (doubled, row)) in (first..).zip(doubled.iter_mut().zip(rows)) {
                        *doubled += 2 * row * u32::from(at == *row as usize);
                    }
                });
            });
            assert_eq!(done, Ok(()));
            assert!(doubled.iter().zip(&rows).all(|(doubled, row)| *doubled == 2 * row));
        }
    }

    #[test]
    fn a_panic_in_a_share_is_the_job_s() {
        let rows: Vec<u32> = (0..10_000).collect();
        for threads in [1, 2] {
            let told = with_threads(threads, || {
                chunks(&rows, |rows| assert!(!rows.contains(&9_999), "the last row fails"));
            });
            assert_eq!(told, Err(Undone::Panicked(Panicked("the last row fails".to_owned()))));
        }
    }

    #[test]
    fn a_refused_result_ends_everything() {
        let ended =
            in_order(
                10,
                2,
                &AtomicBool::new(false),
                Some,
                |number, _| {
                    if number == 2 { Err("full") } else { Ok(()) }
                },
            );
        assert!(matches!(ended, Err(Ended::Refused("full"))), "{ended:?}");
    }
}
