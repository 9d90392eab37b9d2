//! Blocks as a document of Word or Writer.

mod inline;
mod pieces;
mod styles;
#[cfg(test)]
mod tests;
mod written;

use crate::page::blocks::Block;
use docx_rs::{Docx, Footer, NumPages, PageMargin, PageNum, Paragraph, Run};
use hameau_words::{Language, typeset};

/// A page of A4 and its margins of 2 cm, in twentieths of a point.
const PAGE: [u32; 2] = [11_906, 16_838];
const MARGIN: i32 = 1_134;
/// From the edge of the page to its footer.
const FOOTER: i32 = 567;

/// A document: its title, then the blocks. Headings, lists, heads of tables and captions are those of Word, the language is
/// that of the text, and pages have numbers. A figure is shown as the table of its numbers.
///
/// # Panics
/// Never: what the program writes is found again, and memory takes any document.
#[must_use]
pub fn docx(title: &str, language: Language, blocks: &[Block]) -> Vec<u8> {
    let margin = PageMargin {
        top: MARGIN,
        left: MARGIN,
        bottom: MARGIN,
        right: MARGIN,
        header: 0,
        footer: FOOTER,
        gutter: 0,
    };
    let number = Paragraph::new()
        .style(styles::FOOTER)
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / "))
        .add_num_pages(NumPages::new());
    let document = Docx::new().page_size(PAGE[0], PAGE[1]).page_margin(margin);
    let document = styles::styled(document).footer(Footer::new().add_paragraph(number));
    let heading =
        Paragraph::new().style(styles::TITLE).add_run(Run::new().add_text(typeset(title, language)));
    let pieces = pieces::pieces(blocks, language, false);
    let document = pieces.into_iter().fold(document.add_paragraph(heading), |document, piece| match piece {
        pieces::Piece::Paragraph(paragraph) => document.add_paragraph(*paragraph),
        pieces::Piece::Table(table) => document.add_table(*table),
    });
    written::written(document, title, language)
}
