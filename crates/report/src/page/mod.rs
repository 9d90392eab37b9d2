//! The documents of a folder of results, in English or in French: a note of two pages for a council, the report, and the
//! annex of the report. Each is one HTML file that asks for nothing.
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

use blocks::Part;
use hameau_words::Language;
use render::Document;

/// The note in one language.
#[must_use]
pub fn note(facts: &Facts<'_>, language: Language) -> String {
    let part = Part { number: 1, title: "", blocks: parts::note(facts, language) };
    render::page(Document::Note, facts, &[part], language)
}

/// The report in one language.
#[must_use]
pub fn report(facts: &Facts<'_>, language: Language) -> String {
    render::page(Document::Report, facts, &parts::report(facts, language), language)
}

/// The annex of the report in one language.
#[must_use]
pub fn annex(facts: &Facts<'_>, language: Language) -> String {
    render::page(Document::Annex, facts, &parts::annex(facts, language), language)
}

/// The title and the blocks of the note without its picture, for forms of it that hold none.
#[must_use]
pub(crate) fn note_blocks(facts: &Facts<'_>, language: Language) -> (String, Vec<blocks::Block>) {
    (render::title(Document::Note, facts, language), parts::short(facts, language))
}
