//! News as server-sent events: the last state at once, then each time it changes.

use super::room::{Room, Shown};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use std::convert::Infallible;
use std::time::Duration;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

/// A line that says nothing, so that a reader who is gone is found out.
const ALIVE: Duration = Duration::from_secs(15);
/// Changes are gathered for so long: two hundred votes at once are a few messages.
const GATHERED: Duration = Duration::from_millis(50);

/// The stream of what `tell` says of each state. It keeps `held` until its reader is gone.
pub(super) fn events(
    room: &Room,
    held: impl Send + 'static,
    tell: impl Fn(&Shown) -> Value + Send + 'static,
) -> Response {
    let mut last = String::new();
    let news = WatchStream::new(room.news()).filter_map(move |shown| {
        let _held = &held;
        let said = tell(&shown).to_string();
        (said != last).then(|| {
            last.clone_from(&said);
            Ok::<_, Infallible>(Event::default().data(said))
        })
    });
    Sse::new(news.throttle(GATHERED)).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
