//! What office programs open: the tables of a folder as a workbook, and blocks of text as a document.
//!
//! The same facts give the same bytes: no clock, no locale and no order of the moment goes into a file.

mod docx;
mod sheet;
mod tables;
mod workbook;

pub use docx::docx;

use crate::page::Facts;
use hameau_words::Language;

/// The tables of a folder as a workbook, a sheet each, in one language.
#[must_use]
pub fn tables(facts: &Facts<'_>, language: Language) -> Vec<u8> {
    workbook::workbook(&tables::sheets(facts, language), language)
}

/// The note for a council as a document, in one language.
#[must_use]
pub fn note(facts: &Facts<'_>, language: Language) -> Vec<u8> {
    let (title, blocks) = crate::page::note_blocks(facts, language);
    docx(&title, language, &blocks)
}
