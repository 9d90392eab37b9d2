//! Connections: no more than a machine bears, half of them at most for one address, and none that keeps others waiting.

use super::address::Ends;
use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::AbortHandle;

/// Connections at once.
pub const MOST_CONNECTIONS: usize = 900;
/// Connections of one address, behind which a whole room may stand.
pub const MOST_CONNECTIONS_OF_ADDRESS: usize = MOST_CONNECTIONS / 2;
/// How long the head of a request may take, and a connection may stay without one.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Connections kept for this machine, on which the wall is.
const FOR_HERE: usize = 40;
/// Longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;
/// The system has no more sockets: some will be closed soon.
const BREATH: Duration = Duration::from_millis(100);

/// Takes connections until `stop` is raised.
pub(super) async fn taken(listener: TcpListener, paths: Router, mut stop: watch::Receiver<bool>) {
    // `axum::serve` has no limits on heads and waiting.
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LONGEST_HEAD);
    let connections = Arc::new(Connections::default());
    loop {
        let accepted = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let Ok(local) = stream.local_addr() else { continue };
        let ends = Ends::new(peer, local);
        if !connections.make_room(ends) {
            continue;
        }
        let _ = stream.set_nodelay(true);
        let line = connections.line();
        let service = paths
            .clone()
            .layer(from_fn_with_state(line.clone(), heard))
            .layer(Extension(line.clone()))
            .layer(Extension(ends));
        let connection =
            builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)).into_owned();
        let number = line.number;
        // It is entered before it can end.
        let mut held = connections.held();
        let task = tokio::spawn(async move {
            let _until_it_ends = Ended(line);
            // A reader who leaves in the middle is no failure of ours.
            let _ = connection.await;
        });
        let (heard, streams) = (Instant::now(), 0);
        held.lines.insert(number, Held { ends, heard, streams, task: task.abort_handle() });
    }
}

/// Takes note of a request.
async fn heard(State(line): State<Line>, request: Request, next: Next) -> Response {
    line.change(|held| held.heard = Instant::now());
    next.run(request).await
}

/// All connections.
#[derive(Default)]
struct Connections(Mutex<Lines>);

#[derive(Default)]
struct Lines {
    lines: BTreeMap<u64, Held>,
    last: u64,
}

struct Held {
    ends: Ends,
    /// When it was made or last asked for something.
    heard: Instant,
    /// Streams of news on it: with one it is not idle.
    streams: usize,
    task: AbortHandle,
}

impl Connections {
    /// Whether one more connection is taken. The one that was idle longest gives way, one of the same address if that has its
    /// share already.
    fn make_room(&self, ends: Ends) -> bool {
        let lines = &mut self.held().lines;
        let of_address = |held: &Held| held.ends.of == ends.of;
        let full_address =
            lines.values().filter(|held| of_address(held)).count() >= MOST_CONNECTIONS_OF_ADDRESS;
        let most = if ends.from_here { MOST_CONNECTIONS } else { MOST_CONNECTIONS - FOR_HERE };
        if !full_address && lines.len() < most {
            return true;
        }
        let idle = lines.iter().filter(|(_, held)| held.streams == 0 && (!full_address || of_address(held)));
        let Some(oldest) = idle.min_by_key(|(_, held)| held.heard).map(|(number, _)| *number) else {
            return false;
        };
        if let Some(held) = lines.remove(&oldest) {
            held.task.abort();
        }
        true
    }

    fn line(self: &Arc<Self>) -> Line {
        let mut held = self.held();
        held.last += 1;
        Line { connections: Arc::clone(self), number: held.last }
    }

    /// What is held is whole after any failure: nothing between two changes can fail.
    fn held(&self) -> MutexGuard<'_, Lines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One connection, as its requests know it.
#[derive(Clone)]
pub(super) struct Line {
    connections: Arc<Connections>,
    number: u64,
}

impl Line {
    /// Says that a stream of news runs on it, until what is given back is dropped.
    pub fn listening(self) -> Listening {
        self.change(|held| held.streams += 1);
        Listening(self)
    }

    fn change(&self, change: impl FnOnce(&mut Held)) {
        // One that gave way is held no more.
        if let Some(held) = self.connections.held().lines.get_mut(&self.number) {
            change(held);
        }
    }
}

/// A stream of news runs on a connection.
pub(super) struct Listening(Line);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.change(|held| {
            held.streams -= 1;
            held.heard = Instant::now();
        });
    }
}

/// Forgets a connection when it is dropped.
struct Ended(Line);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.connections.held().lines.remove(&self.0.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{Ipv4Addr, SocketAddr};

    /// The ends of a connection from a host of a network to this machine, which is its last.
    fn ends(host: u32) -> Ends {
        let at = |host: u32| SocketAddr::from((Ipv4Addr::from_bits(0xC000_0200 + host), 4263));
        Ends::new(at(host), at(255))
    }

    /// Connections that do nothing, numbered in the order in which they came.
    fn opened(connections: &Arc<Connections>, host: u32, times: usize) -> Vec<Line> {
        let open = |_| {
            let (line, task) = (connections.line(), tokio::spawn(std::future::pending::<()>()));
            let held =
                Held { ends: ends(host), heard: Instant::now(), streams: 0, task: task.abort_handle() };
            connections.held().lines.insert(line.number, held);
            line
        };
        (0..times).map(open).collect()
    }

    fn is_held(connections: &Connections, line: &Line) -> bool {
        connections.held().lines.contains_key(&line.number)
    }

    #[tokio::test]
    async fn the_connection_that_was_idle_longest_gives_way() {
        let connections = Arc::new(Connections::default());
        let bad = opened(&connections, 1, MOST_CONNECTIONS_OF_ADDRESS);
        let news = bad[0].clone().listening();
        bad[1].change(|held| held.heard = Instant::now() + PATIENCE);
        assert!(connections.make_room(ends(2)), "another address has its own share");
        assert!(bad.iter().all(|line| is_held(&connections, line)));
        assert!(connections.make_room(ends(1)), "one of its own gives way");
        let gone: Vec<u64> =
            bad.iter().filter(|line| !is_held(&connections, line)).map(|line| line.number).collect();
        assert_eq!(gone, [bad[2].number], "not the one with news, nor the one that asked since");
        drop(news);
    }

    #[tokio::test]
    async fn who_listens_keeps_the_connection_and_this_machine_has_some_left() {
        let connections = Arc::new(Connections::default());
        let free = MOST_CONNECTIONS - FOR_HERE;
        let listening: Vec<Listening> =
            (0..free).flat_map(|at| opened(&connections, at as u32 % 4, 1)).map(Line::listening).collect();
        assert!(!connections.make_room(ends(9)), "nobody is idle");
        assert!(connections.make_room(ends(255)), "the wall's machine has its own");
        opened(&connections, 255, FOR_HERE);
        assert!(connections.make_room(ends(9)), "an idle one gives way");
        drop(listening);
    }
}
