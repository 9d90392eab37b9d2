//! Connections: no more than a machine bears, and none that keeps everybody waiting.

use super::paths::Paths;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};

/// Connections at once; one more is closed unanswered.
pub const MOST_CONNECTIONS: usize = 900;
/// How long the head of a request may take, and a connection may stay without one.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;
/// The system has no more sockets: some will be closed soon.
const BREATH: Duration = Duration::from_millis(100);

pub(super) struct Connections {
    listener: TcpListener,
    paths: Arc<Paths>,
}

impl Connections {
    pub fn new(listener: TcpListener, paths: Arc<Paths>) -> Self {
        Self { listener, paths }
    }

    /// Takes connections until `stop` is raised.
    pub async fn until(self, mut stop: watch::Receiver<bool>) {
        let seats = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        loop {
            let accepted = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => return,
                accepted = self.listener.accept() => accepted,
            };
            let Ok((stream, peer)) = accepted else {
                tokio::time::sleep(BREATH).await;
                continue;
            };
            let Ok(seat) = Arc::clone(&seats).try_acquire_owned() else { continue };
            let _ = stream.set_nodelay(true);
            let paths = Arc::clone(&self.paths);
            tokio::spawn(async move {
                let _seat = seat;
                let service = service_fn(move |request| {
                    let paths = Arc::clone(&paths);
                    async move { Ok::<_, Infallible>(paths.answer(request, peer.ip()).await) }
                });
                // A reader who leaves in the middle is no failure of ours.
                let _ = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .header_read_timeout(PATIENCE)
                    .max_buf_size(LONGEST_HEAD)
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}
