//! The report of a folder of results: ten parts, in English or in French, one HTML file that asks for nothing.
//!
//! [`Facts`] are read once; each of `parts` tells some of them as [`blocks`]; the templates make HTML of these.

pub mod blocks;
mod facts;
mod groups;
mod limits;
mod parts;
mod render;
mod sentences;

pub use facts::{Compared, Facts};

use hameau_words::Language;
use parts::parts;

/// The report in one language.
#[must_use]
pub fn report(facts: &Facts<'_>, language: Language) -> String {
    render::page(facts, &parts(facts, language), language)
}
