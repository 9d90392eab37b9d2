//! What every answer carries: headers that keep a browser from doing more than it must, and words for a refusal.

use super::room::Refusal;
use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

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

/// A page and what it may do.
pub(super) fn page(text: &'static [u8], policy: &'static str) -> impl IntoResponse {
    ([(CONTENT_SECURITY_POLICY, policy)], Html(text))
}

/// The answer as it is sent.
pub(super) async fn completed(mut answer: Response) -> Response {
    let status = answer.status();
    if status.is_client_error() || status.is_server_error() {
        *answer.body_mut() = Body::from(status.canonical_reason().unwrap_or("refused"));
        answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    let headers = answer.headers_mut();
    // A refusal that may end by itself.
    if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    answer
}

impl From<Refusal> for StatusCode {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Unreadable => Self::BAD_REQUEST,
            Refusal::Unknown => Self::FORBIDDEN,
            Refusal::Closed => Self::CONFLICT,
            Refusal::TooMany => Self::TOO_MANY_REQUESTS,
            Refusal::Full => Self::SERVICE_UNAVAILABLE,
        }
    }
}
