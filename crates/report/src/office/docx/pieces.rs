//! From blocks to paragraphs and tables.

use super::inline::{code, english, lines, prose};
use super::styles;
use crate::page::blocks::{Block, Cell, Head, Table as Told};
use docx_rs::{
    AlignmentType, IndentLevel, NumberingId, Paragraph, Shading, ShdType, Table, TableCell, TableRow,
    WidthType,
};
use hameau_words::Language;

/// Shade of the heads of a table.
const SHADE: &str = "E4EAE6";
/// The width of a table, in twentieths of a point: that of the text.
const WHOLE: usize = 9_638;
/// Signs of words that a column need not have on one line.
const LINE: usize = 34;
/// What the room beside the words of a column takes, in signs.
const ROOM: usize = 5;

/// What a document is made of; large, so on the heap.
pub(super) enum Piece {
    /// A paragraph.
    Paragraph(Box<Paragraph>),
    /// A table.
    Table(Box<Table>),
}

/// Blocks as pieces; `aside` when they stand beside the text.
pub(super) fn pieces(blocks: &[Block], language: Language, aside: bool) -> Vec<Piece> {
    blocks.iter().flat_map(|block| piece(block, language, aside)).collect()
}

fn piece(block: &Block, language: Language, aside: bool) -> Vec<Piece> {
    let beside = |paragraph: Paragraph| if aside { styles::beside(paragraph) } else { paragraph };
    let of = |style: &str, text: &str| prose(beside(Paragraph::new().style(style)), text, language);
    let body = if aside { styles::ASIDE } else { styles::BODY };
    match block {
        Block::Paragraph { text } => vec![paragraph(of(body, text))],
        Block::Heading { text } => vec![paragraph(of(styles::HEADINGS[0], text))],
        Block::Minor { text } => vec![paragraph(of(styles::HEADINGS[1], text))],
        Block::List { items } => {
            let item = |text: &String| {
                let bullet = Paragraph::new()
                    .style(styles::LIST)
                    .numbering(NumberingId::new(styles::BULLETS), IndentLevel::new(0));
                paragraph(prose(beside(bullet), text, language))
            };
            items.iter().map(item).collect()
        }
        Block::Command { text } => {
            vec![paragraph(beside(Paragraph::new().style(styles::COMMAND)).add_run(lines(text)))]
        }
        Block::Table(told) => table(told, language),
        Block::Figures { figures } => figures
            .iter()
            .flat_map(|figure| {
                // Word draws no SVG by this library: the numbers stand for the drawing, below what it shows.
                let shown = paragraph(of(body, &figure.caption).keep_next(true));
                std::iter::once(shown).chain(table(&figure.table, language))
            })
            .collect(),
        Block::Aside { title, blocks } => {
            let head = styles::beside(Paragraph::new().style(styles::HEADINGS[2]));
            let head = paragraph(prose(head, title, language));
            std::iter::once(head).chain(pieces(blocks, language, true)).collect()
        }
    }
}

fn paragraph(paragraph: Paragraph) -> Piece {
    Piece::Paragraph(Box::new(paragraph))
}

/// A caption, the table, and the room below it.
fn table(told: &Told, language: Language) -> Vec<Piece> {
    let caption = prose(Paragraph::new().style(styles::CAPTION).keep_next(true), &told.caption, language);
    let widths = widths(told);
    let heads = told.heads.iter().zip(&widths).map(|(head, width)| {
        let words = aligned(head.number).style(styles::HEAD).keep_next(true);
        let shade = Shading::new().shd_type(ShdType::Clear).color("auto").fill(SHADE);
        TableCell::new()
            .width(*width, WidthType::Dxa)
            .shading(shade)
            .add_paragraph(prose(words, &head.text, language))
    });
    let head = TableRow::new(heads.collect()).cant_split();
    let rows = told.rows.iter().map(|row| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(one, width)| cell(one, language).width(*width, WidthType::Dxa));
        TableRow::new(cells.collect()).cant_split()
    });
    let table = Table::new(std::iter::once(head).chain(rows).collect())
        .set_grid(widths.clone())
        .set_borders(styles::thin_borders())
        .margins(styles::cell_margins())
        .width(WHOLE, WidthType::Dxa);
    vec![paragraph(caption), Piece::Table(Box::new(table)), paragraph(Paragraph::new().style(styles::AFTER))]
}

/// Widths of the columns, by the longest words and lines in them.
fn widths(told: &Told) -> Vec<usize> {
    let signs = |text: &str| text.chars().count();
    let needs = |text: &str| {
        let longest = text.split(' ').map(signs).max().unwrap_or(0);
        longest.max(signs(text).min(LINE))
    };
    let column = |(at, head): (usize, &Head)| {
        let words = head.text.split(' ').map(signs).max().unwrap_or(0);
        let cells = told.rows.iter().filter_map(|row| row.get(at));
        let cells = cells.map(|cell| needs(&cell.text).max(cell.more.as_deref().map_or(0, needs)));
        words.max(cells.max().unwrap_or(0)) + ROOM
    };
    let needs: Vec<usize> = told.heads.iter().enumerate().map(column).collect();
    let all = needs.iter().sum::<usize>().max(1);
    needs.iter().map(|of| WHOLE * of / all).collect()
}

fn cell(cell: &Cell, language: Language) -> TableCell {
    let words = aligned(cell.number).style(styles::CELL);
    let words = match (cell.code, cell.english) {
        (true, _) => words.add_run(code(&cell.text)),
        (false, true) => words.add_run(english(&cell.text)),
        (false, false) => prose(words, &cell.text, language),
    };
    let made = TableCell::new().add_paragraph(words);
    match &cell.more {
        Some(more) => made.add_paragraph(prose(aligned(cell.number).style(styles::MORE), more, language)),
        None => made,
    }
}

/// A paragraph of numbers stands at the right of its cell.
fn aligned(number: bool) -> Paragraph {
    if number { Paragraph::new().align(AlignmentType::Right) } else { Paragraph::new() }
}
