//! Connections: no more than a machine bears, and none that keeps everybody waiting.

use axum::Router;
use axum::extract::{ConnectInfo, Extension};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
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

/// Takes connections until `stop` is raised.
pub(super) async fn taken(listener: TcpListener, paths: Router, mut stop: watch::Receiver<bool>) {
    // `axum::serve` has no limits on heads and waiting.
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(LONGEST_HEAD);
    let seats = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let Ok(seat) = Arc::clone(&seats).try_acquire_owned() else { continue };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(paths.clone().layer(Extension(ConnectInfo(peer))));
        let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
        tokio::spawn(async move {
            let _seat = seat;
            // A reader who leaves in the middle is no failure of ours.
            let _ = connection.await;
        });
    }
}
