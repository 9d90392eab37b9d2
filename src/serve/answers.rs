//! Answers, each with the headers that keep a browser from doing more than it must.

use super::room::Refusal;
use http_body_util::{BodyExt as _, Full, combinators::BoxBody};
use hyper::body::Bytes;
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use hyper::{Response, StatusCode};
use std::convert::Infallible;

/// An answer.
pub(super) type Answer = Response<BoxBody<Bytes, Infallible>>;

/// What the workshop page may do: its own script and style, the model, its workers. It asks for nothing.
pub(super) const PAGE_POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; \
     worker-src blob:; style-src 'unsafe-inline'; img-src data:; connect-src 'none'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'self'";
/// What the phones' page and the wall around the page may do: talk to this server, and frame its page.
pub(super) const ROOM_POLICY: &str = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; \
     img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What everything else may do.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Headers of every answer.
const ALWAYS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// An answer with a body.
pub(super) fn body(status: StatusCode, kind: &'static str, body: Bytes) -> Answer {
    with(status, kind, Full::new(body).boxed())
}

/// A page and what it may do.
pub(super) fn page(text: &'static [u8], policy: &'static str) -> Answer {
    let mut answer = body(StatusCode::OK, "text/html; charset=utf-8", Bytes::from_static(text));
    answer.headers_mut().insert("content-security-policy", HeaderValue::from_static(policy));
    answer
}

/// A stream of news.
pub(super) fn stream(body: BoxBody<Bytes, Infallible>) -> Answer {
    with(StatusCode::OK, "text/event-stream", body)
}

/// JSON.
pub(super) fn json(value: &serde_json::Value) -> Answer {
    body(StatusCode::OK, "application/json", value.to_string().into())
}

/// Nothing more to say.
pub(super) fn done() -> Answer {
    body(StatusCode::NO_CONTENT, "text/plain; charset=utf-8", Bytes::new())
}

/// A refusal, in a few words.
pub(super) fn refuse(status: StatusCode) -> Answer {
    let words = status.canonical_reason().unwrap_or("refused");
    body(status, "text/plain; charset=utf-8", Bytes::from_static(words.as_bytes()))
}

/// A refusal of the room.
pub(super) fn refused(refusal: Refusal) -> Answer {
    match refusal {
        Refusal::Unreadable => refuse(StatusCode::BAD_REQUEST),
        Refusal::Unknown => refuse(StatusCode::FORBIDDEN),
        Refusal::Closed => refuse(StatusCode::CONFLICT),
        Refusal::TooMany => later(StatusCode::TOO_MANY_REQUESTS),
        Refusal::Full => later(StatusCode::SERVICE_UNAVAILABLE),
    }
}

/// A refusal that may end by itself.
pub(super) fn later(status: StatusCode) -> Answer {
    let mut answer = refuse(status);
    answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    answer
}

/// The path is there, for other methods.
pub(super) fn wrong_method(allowed: &'static str) -> Answer {
    let mut answer = refuse(StatusCode::METHOD_NOT_ALLOWED);
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
    answer
}

fn with(status: StatusCode, kind: &'static str, body: BoxBody<Bytes, Infallible>) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.insert("content-security-policy", HeaderValue::from_static(NOTHING));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}
