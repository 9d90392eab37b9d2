//! News as server-sent events: the last state at once, then each time it changes.

use super::room::Shown;
use http_body_util::BodyExt as _;
use http_body_util::combinators::BoxBody;
use hyper::body::{Body, Bytes, Frame};
use serde_json::Value;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, mpsc, watch};

/// A line that says nothing, so that a reader who is gone is found out.
const ALIVE: Duration = Duration::from_secs(15);
/// Changes are gathered for so long: two hundred votes at once are a few messages.
const GATHERED: Duration = Duration::from_millis(50);

/// The stream of what `tell` says of each state. It holds its seat until its reader is gone or `stop` is raised.
pub(super) fn events(
    mut news: watch::Receiver<Shown>,
    mut stop: watch::Receiver<bool>,
    seat: OwnedSemaphorePermit,
    tell: impl Fn(&Shown) -> Value + Send + 'static,
) -> BoxBody<Bytes, Infallible> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        let _seat = seat;
        let mut last = String::new();
        loop {
            let text = tokio::select! {
                () = sender.closed() => return,
                _ = stop.wait_for(|stop| *stop) => return,
                changed = news.changed() => {
                    if changed.is_err() {
                        return;
                    }
                    let said = tell(&news.borrow_and_update()).to_string();
                    if said == last {
                        continue;
                    }
                    last = said;
                    format!("data: {last}\n\n")
                }
                () = tokio::time::sleep(ALIVE) => ":\n\n".to_owned(),
            };
            if sender.send(Bytes::from(text)).await.is_err() {
                return;
            }
            tokio::time::sleep(GATHERED).await;
        }
    });
    Events(receiver).boxed()
}

struct Events(mpsc::Receiver<Bytes>);

impl Body for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|text| text.map(|text| Ok(Frame::data(text))))
    }
}
