//! JSON as it is kept in a folder.

use serde::Serialize;

/// What is kept of something as JSON, to be read by people too.
///
/// # Panics
/// When it is no JSON, such as a map whose keys are no text.
#[must_use]
pub fn as_json(kept: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(kept).expect("what is kept is JSON");
    text.push('\n');
    text
}
