//! Which path is what. There are nine, and no other.

use super::PAGE;
use super::answers::{self, Answer, PAGE_POLICY, ROOM_POLICY};
use super::events::events;
use super::room::{MOST_BYTES, Question, Refusal, Room, Shown};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::{Method, Request, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

static PHONE: &[u8] = include_bytes!("phone.html");
static WALL: &[u8] = include_bytes!("wall.html");

/// Longest body of the wall's request, in bytes: a question in two languages.
const MOST_BYTES_OF_WALL: usize = 16 * 1024;
/// How long a body may take.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) struct Paths {
    room: Option<Arc<Room>>,
    /// Address for phones.
    phones: Option<String>,
    stop: watch::Receiver<bool>,
}

impl Paths {
    pub fn new(room: Option<Arc<Room>>, phones: Option<String>, stop: watch::Receiver<bool>) -> Self {
        Self { room, phones, stop }
    }

    /// The answer to a request of somebody at this address.
    pub async fn answer(&self, request: Request<Incoming>, address: IpAddr) -> Answer {
        let path = request.uri().path();
        match (path, &self.room) {
            ("/", _) => read(&request, || answers::page(PAGE, PAGE_POLICY)),
            ("/wall", Some(_)) => read(&request, || answers::page(WALL, ROOM_POLICY)),
            ("/room", Some(_)) => read(&request, || answers::page(PHONE, ROOM_POLICY)),
            ("/room/events", Some(room)) => read_only(&request, || self.news(room, for_phones)),
            ("/room/counts", Some(room)) => {
                let phones = self.phones.clone();
                read_only(&request, || {
                    wall(room, &request)
                        .unwrap_or_else(|| self.news(room, move |shown| for_wall(shown, phones.as_deref())))
                })
            }
            ("/room/join" | "/room/vote" | "/room/open" | "/room/close", Some(room)) => {
                if request.method() != Method::POST {
                    return answers::wrong_method("POST");
                }
                if !room.admits(address, Instant::now()) {
                    return answers::refused(Refusal::TooMany);
                }
                let room = Arc::clone(room);
                written(&room, request).await.unwrap_or_else(|refused| refused)
            }
            _ => answers::refuse(StatusCode::NOT_FOUND),
        }
    }

    /// A stream of news, when there is a seat left.
    fn news(&self, room: &Room, tell: impl Fn(&Shown) -> Value + Send + 'static) -> Answer {
        match Arc::clone(&room.seats).try_acquire_owned() {
            Ok(seat) => answers::stream(events(room.news(), self.stop.clone(), seat, tell)),
            Err(_) => answers::later(StatusCode::SERVICE_UNAVAILABLE),
        }
    }
}

/// A page: for reading, whole or its head. The head of a page is what is sent of it; hyper leaves the body out.
fn read(request: &Request<Incoming>, page: impl FnOnce() -> Answer) -> Answer {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        page()
    } else {
        answers::wrong_method("GET, HEAD")
    }
}

fn read_only(request: &Request<Incoming>, news: impl FnOnce() -> Answer) -> Answer {
    if *request.method() == Method::GET { news() } else { answers::wrong_method("GET") }
}

/// What phones are told: the question, and never how others vote.
fn for_phones(shown: &Shown) -> Value {
    json!({ "number": shown.number, "open": shown.open, "asked": shown.asked.as_deref() })
}

/// What the wall is told.
fn for_wall(shown: &Shown, phones: Option<&str>) -> Value {
    let asked = shown.asked.as_deref();
    json!({ "number": shown.number, "open": shown.open, "asked": asked, "counts": shown.counts, "phones": phones })
}

/// A refusal unless the request comes from the wall, which says the token as its query.
fn wall(room: &Room, request: &Request<Incoming>) -> Option<Answer> {
    let said = request.uri().query().unwrap_or_default();
    (!room.is_wall(said)).then(|| answers::refuse(StatusCode::FORBIDDEN))
}

/// What is sent to the room.
async fn written(room: &Room, request: Request<Incoming>) -> Result<Answer, Answer> {
    // Another site's page cannot send this kind of body without asking first, and nobody answers when it asks.
    let kind = request.headers().get(hyper::header::CONTENT_TYPE).map(hyper::header::HeaderValue::as_bytes);
    if kind != Some(b"application/json") {
        return Err(answers::refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let path = request.uri().path().to_owned();
    if path == "/room/open" || path == "/room/close" {
        if let Some(refused) = wall(room, &request) {
            return Err(refused);
        }
        let body = whole(request, MOST_BYTES_OF_WALL).await?;
        if path == "/room/open" {
            room.open(parsed::<Question>(&body)?).map_err(answers::refused)?;
        } else {
            room.close();
        }
        return Ok(answers::done());
    }
    let body = whole(request, MOST_BYTES).await?;
    let now = Instant::now();
    if path == "/room/vote" {
        room.vote(&parsed(&body)?, now).map_err(answers::refused)?;
        return Ok(answers::done());
    }
    let joined = room.join(now).map_err(|_| answers::refuse(StatusCode::INTERNAL_SERVER_ERROR))?;
    joined.map(|id| answers::json(&json!({ "id": id }))).map_err(answers::refused)
}

/// The body of a request that is no longer than it may be.
async fn whole(request: Request<Incoming>, most: usize) -> Result<Bytes, Answer> {
    let length = request.headers().get(hyper::header::CONTENT_LENGTH);
    let told = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|told| told > most) {
        return Err(answers::refuse(StatusCode::PAYLOAD_TOO_LARGE));
    }
    let read = Limited::new(request.into_body(), most).collect();
    match tokio::time::timeout(PATIENCE, read).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            Err(answers::refuse(StatusCode::PAYLOAD_TOO_LARGE))
        }
        Ok(Err(_)) => Err(answers::refuse(StatusCode::BAD_REQUEST)),
        Err(_) => Err(answers::refuse(StatusCode::REQUEST_TIMEOUT)),
    }
}

#[expect(clippy::result_large_err, reason = "an answer is made once for a request")]
fn parsed<T: DeserializeOwned>(body: &[u8]) -> Result<T, Answer> {
    serde_json::from_slice(body).map_err(|_| answers::refused(Refusal::Unreadable))
}
