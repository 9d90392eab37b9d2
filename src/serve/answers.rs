//! What every answer carries: headers that keep a browser from doing more than it must, and words for a refusal.

use super::room::Refusal;
use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

/// What may be done with an answer that is no page.
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
pub(super) fn page(text: &'static [u8], policy: HeaderValue) -> impl IntoResponse {
    ([(CONTENT_SECURITY_POLICY, policy)], Html(text))
}

/// What a person reads who came by a name that is not ours.
const BY_ANOTHER_NAME: &str = "hameau answers only to the address that it printed: open that one.\n\
     hameau ne répond qu'à l'adresse qu'il a affichée : ouvrez celle-là.\n";

/// The answer as it is sent.
pub(super) async fn completed(mut answer: Response) -> Response {
    let status = answer.status();
    if status.is_client_error() || status.is_server_error() {
        let said = match status {
            StatusCode::MISDIRECTED_REQUEST => BY_ANOTHER_NAME,
            _ => status.canonical_reason().unwrap_or("refused"),
        };
        *answer.body_mut() = Body::from(said);
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
