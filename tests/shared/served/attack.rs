//! One address that attacks a room with joins, streams and slow heads, while phones at another one vote.

use super::{Client, News, Served};
use serde_json::json;
use std::fmt;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long an honest phone may wait for its vote to be counted, from its first request.
pub const SOON: Duration = Duration::from_secs(2);

/// What happened.
#[derive(Default)]
pub struct Log {
    joins: AtomicUsize,
    joins_refused: AtomicUsize,
    streams: AtomicUsize,
    streams_refused: AtomicUsize,
    heads: AtomicUsize,
    heads_cut: AtomicUsize,
    /// How long each honest phone took from its first request to its vote, and each wall to its first news.
    pub phones: Vec<Duration>,
    pub walls: Vec<Duration>,
}

impl Log {
    /// Whether every kind of attack took place, and met its limit.
    pub fn is_whole(&self) -> bool {
        [&self.joins_refused, &self.streams_refused, &self.heads_cut].iter().all(|count| read(count) > 0)
    }
}

impl fmt::Display for Log {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let worst = |all: &[Duration]| all.iter().max().map_or(0, Duration::as_millis);
        write!(
            to,
            "joins {} and {} refused, streams {} and {} refused, slow heads {} and {} cut; \
             {} phones voted, the slowest in {} ms; {} walls listened, the slowest in {} ms",
            read(&self.joins),
            read(&self.joins_refused),
            read(&self.streams),
            read(&self.streams_refused),
            read(&self.heads),
            read(&self.heads_cut),
            self.phones.len(),
            worst(&self.phones),
            self.walls.len(),
            worst(&self.walls),
        )
    }
}

fn read(count: &AtomicUsize) -> usize {
    count.load(Ordering::Relaxed)
}

fn add(count: &AtomicUsize) {
    count.fetch_add(1, Ordering::Relaxed);
}

/// Ends the attack when it is dropped.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Lets 127.0.0.2 attack for so long, while phones at 127.0.0.3 vote one after the other and the wall comes again and again.
pub fn attacked(lasting: Duration) -> Log {
    let served = Served::begin(true);
    served.open("which?");
    let (mut log, over) = (Log::default(), AtomicBool::new(false));
    let (mut phones, mut walls) = (Vec::new(), Vec::new());
    thread::scope(|scope| {
        // Whatever fails, the attack ends.
        let _over = Over(&over);
        let bad = served.at(2);
        for attack in [joins, joins, joins, streams, heads] {
            let (bad, over, log) = (bad.clone(), &over, &log);
            scope.spawn(move || attack(&bad, over, log));
        }
        // The attack stands before anybody honest comes.
        thread::sleep(Duration::from_secs(1));
        let (begun, honest) = (Instant::now(), served.at(3));
        while begun.elapsed() < lasting {
            let came = Instant::now();
            let mut news = honest.news("/room/events");
            assert_eq!(news.status, 200, "a phone hears the question");
            news.until(|told| told["open"] == true);
            let id = honest.join();
            assert_eq!(honest.vote(&id, 1, phones.len() % 3), 204, "a phone votes");
            phones.push(came.elapsed());
            let came = Instant::now();
            let mut wall = served.counts();
            assert_eq!(wall.status, 200, "the wall listens");
            let votes = phones.len();
            wall.until(|told| told["counts"].as_array().map(Vec::len) == Some(3) && sum(told) == votes);
            walls.push(came.elapsed());
            thread::sleep(Duration::from_millis(300));
        }
    });
    (log.phones, log.walls) = (phones, walls);
    log
}

fn sum(told: &serde_json::Value) -> usize {
    let counts = told["counts"].as_array().into_iter().flatten();
    counts.filter_map(serde_json::Value::as_u64).sum::<u64>() as usize
}

/// Joins without end.
fn joins(bad: &Client, over: &AtomicBool, log: &Log) {
    let body = json!({}).to_string();
    while !over.load(Ordering::Relaxed) {
        match bad.try_post("/room/join", &body) {
            Some(200) => add(&log.joins),
            _ => add(&log.joins_refused),
        }
    }
}

/// Takes as many streams as it gets, and keeps them.
fn streams(bad: &Client, over: &AtomicBool, log: &Log) {
    let mut kept: Vec<News> = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let news = bad.news("/room/events");
        if news.status == 200 {
            add(&log.streams);
            kept.push(news);
        } else {
            add(&log.streams_refused);
            thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Hundreds of heads at once that never come to their end, each a byte at a time.
fn heads(bad: &Client, over: &AtomicBool, log: &Log) {
    let mut open: Vec<TcpStream> = Vec::new();
    while !over.load(Ordering::Relaxed) {
        while open.len() < 600 {
            let mut stream = bad.connect();
            let _ = stream.write_all(b"GET /room HTTP/1.1\r\nhost: localhost\r\nx-slow: ");
            stream.set_nonblocking(true).expect("set");
            add(&log.heads);
            open.push(stream);
        }
        open.retain_mut(|stream| {
            let cut = stream.write_all(b"x").is_err() || !still_open(stream);
            if cut {
                add(&log.heads_cut);
            }
            !cut
        });
        thread::sleep(Duration::from_millis(100));
    }
}

/// Whether the other side has not closed a stream that does not block.
pub fn still_open(stream: &mut TcpStream) -> bool {
    matches!(stream.read(&mut [0; 64]), Err(error) if error.kind() == ErrorKind::WouldBlock)
}
