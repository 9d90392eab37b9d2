//! What every request is answered with.

use crate::refusal::Refusal;

/// An answer as JSON, or what is wrong with the request.
pub(crate) type Answer = Result<String, Refusal>;

/// The answer that there is nothing.
pub(crate) const NOTHING: &str = "null";

/// What is answered, as JSON.
///
/// # Errors
/// Never for the answers of this crate, whose keys are text.
pub(crate) fn told(answer: &impl serde::Serialize) -> Answer {
    serde_json::to_string(answer).map_err(|error| Refusal::one(&error.to_string()))
}
