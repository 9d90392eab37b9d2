//! Which path is what. There are nine, and no other.

use super::PAGE;
use super::address::{Ends, by_its_name};
use super::answers::{self, page};
use super::connections::Line;
use super::events::events;
use super::policy;
use super::room::{MOST_BYTES, Question, Room, Shown, Vote};
use axum::extract::rejection::JsonRejection;
use axum::extract::{Extension, FromRequest, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use axum::{Json, Router};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

static PHONE: &[u8] = include_bytes!("phone.html");
static WALL: &[u8] = include_bytes!("wall.html");

/// Longest body of the wall's request, in bytes: a question in two languages.
const MOST_BYTES_OF_WALL: usize = 16 * 1024;
/// How long a body may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// All paths; those of a room, with its address for phones, only when there is one.
pub(super) fn paths(room: Option<(Arc<Room>, String)>) -> Router {
    let policy = policy::of_page(PAGE);
    let mut paths = Router::new().route("/", get(async || page(PAGE, policy)));
    if let Some((room, phones)) = room {
        paths = paths.merge(of_room(room, phones.into()));
    }
    // The last layer is asked first. What changes something is not for another site's page to ask.
    paths.layer(CsrfLayer::new()).layer(from_fn(by_its_name)).layer(map_response(answers::completed))
}

fn of_room(room: Arc<Room>, phones: Arc<str>) -> Router {
    let admitted = from_fn_with_state(Arc::clone(&room), admitted);
    let written = |path: MethodRouter<Arc<Room>>, most| {
        path.route_layer(RequestBodyLimitLayer::new(most))
            .route_layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
    };
    let of_phone = |path| written(path, MOST_BYTES).route_layer(admitted.clone());
    // Whoever knows the token is never kept waiting: not for a seat, nor because its address asks too often.
    let counts = async |_: Wall, Extension(line): Extension<Line>, State(room): State<Arc<Room>>| {
        events(&room, line.listening(), move |shown| for_wall(shown, &phones))
    };
    let (wall, phone) = (policy::of_room(WALL), policy::of_room(PHONE));
    Router::new()
        .route("/wall", get(async || page(WALL, wall)))
        .route("/room", get(async || page(PHONE, phone)))
        .route("/room/events", get(listen))
        .route("/room/counts", get(counts))
        .route("/room/join", of_phone(post(join)))
        .route("/room/vote", of_phone(post(vote)))
        .route("/room/open", written(post(open), MOST_BYTES_OF_WALL))
        .route("/room/close", written(post(close), MOST_BYTES_OF_WALL))
        .with_state(room)
}

/// Lets a request through unless its address asks too often.
async fn admitted(
    State(room): State<Arc<Room>>,
    Extension(ends): Extension<Ends>,
    request: Request,
    next: Next,
) -> Result<Response, StatusCode> {
    if room.admits(ends.of, Instant::now()) {
        Ok(next.run(request).await)
    } else {
        Err(StatusCode::TOO_MANY_REQUESTS)
    }
}

/// What phones are told: the question, and never how others vote.
fn for_phones(shown: &Shown) -> Value {
    json!({ "number": shown.number, "open": shown.open, "asked": shown.asked.as_deref() })
}

/// What the wall is told.
fn for_wall(shown: &Shown, phones: &str) -> Value {
    let asked = shown.asked.as_deref();
    json!({ "number": shown.number, "open": shown.open, "asked": asked, "counts": shown.counts, "phones": phones })
}

async fn listen(
    Extension(ends): Extension<Ends>,
    Extension(line): Extension<Line>,
    State(room): State<Arc<Room>>,
) -> Result<Response, StatusCode> {
    let seat = room.seats.take(ends.of).ok_or(StatusCode::SERVICE_UNAVAILABLE)?;
    Ok(events(&room, (seat, line.listening()), for_phones))
}

async fn join(
    Extension(ends): Extension<Ends>,
    State(room): State<Arc<Room>>,
    _: Said<IgnoredAny>,
) -> Result<Json<Value>, StatusCode> {
    let id = room.join(ends.of, Instant::now()).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)??;
    Ok(Json(json!({ "id": id })))
}

async fn vote(State(room): State<Arc<Room>>, Said(vote): Said<Vote>) -> Result<StatusCode, StatusCode> {
    room.vote(&vote, Instant::now())?;
    Ok(StatusCode::NO_CONTENT)
}

async fn open(
    _: Wall,
    State(room): State<Arc<Room>>,
    Said(question): Said<Question>,
) -> Result<StatusCode, StatusCode> {
    room.open(question)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn close(_: Wall, State(room): State<Arc<Room>>, _: Said<IgnoredAny>) -> StatusCode {
    room.close();
    StatusCode::NO_CONTENT
}

/// The wall, which says the token as its query.
struct Wall;

impl FromRequestParts<Arc<Room>> for Wall {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, room: &Arc<Room>) -> Result<Self, StatusCode> {
        let said = parts.uri.query().unwrap_or_default();
        if room.is_wall(said) { Ok(Self) } else { Err(StatusCode::FORBIDDEN) }
    }
}

/// A body of JSON. Another site's page cannot send this kind without asking first, and nobody answers when it asks.
struct Said<T>(T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Said<T> {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        match Json::from_request(request, state).await {
            Ok(Json(said)) => Ok(Self(said)),
            // No JSON, or JSON that is no vote: one mistake to whoever sent it.
            Err(JsonRejection::JsonDataError(_)) => Err(StatusCode::BAD_REQUEST),
            Err(rejection) => Err(rejection.status()),
        }
    }
}
