//! The styles of a document, by Word's own names where it has one: a reader's outline and search find them.

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, RunFonts,
    SpecialIndentType, Start, Style, StyleType, TableBorder, TableBorderPosition, TableBorders,
    TableCellMargins,
};

pub(super) const TITLE: &str = "Title";
pub(super) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
pub(super) const BODY: &str = "Normal";
pub(super) const LIST: &str = "ListBullet";
pub(super) const CAPTION: &str = "Caption";
pub(super) const FOOTER: &str = "Footer";
pub(super) const ASIDE: &str = "Aside";
pub(super) const COMMAND: &str = "Command";
pub(super) const HEAD: &str = "TableHead";
pub(super) const CELL: &str = "TableCell";
pub(super) const MORE: &str = "TableMore";
pub(super) const AFTER: &str = "AfterTable";
pub(super) const CODE: &str = "Code";
pub(super) const ENGLISH: &str = "English";
/// The list of bullets; the first is the library's own, of numbers.
pub(super) const BULLETS: usize = 2;

/// Fonts that every machine has, or has a font of the same widths for.
const SANS: &str = "Arial";
const MONO: &str = "Courier New";
const INK: &str = "1F3D33";
const GREY: &str = "595959";
const LINE: &str = "A9B8B0";

/// A document with these styles and the list of bullets.
pub(super) fn styled(document: Docx) -> Docx {
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let heading = |at: usize, size: usize, before: u32| {
        paragraph(HEADINGS[at], &format!("heading {}", at + 1))
            .based_on(BODY)
            .next(BODY)
            .size(size)
            .bold()
            .color(INK)
            .outline_lvl(at)
            .line_spacing(LineSpacing::new().before(before).after(80))
    };
    let small = |id: &str, name: &str| paragraph(id, name).based_on(BODY).size(17);
    let tight = || LineSpacing::new().before(0).after(0).line(228);
    let mut aside = paragraph(ASIDE, "Aside").based_on(BODY);
    aside.paragraph_property = aside.paragraph_property.set_borders(left_border());
    let document = document
        .default_fonts(fonts(SANS))
        .default_size(17)
        .add_style(paragraph(BODY, "Normal").line_spacing(LineSpacing::new().after(120).line(264)))
        .add_style(
            paragraph(TITLE, "Title")
                .based_on(BODY)
                .next(BODY)
                .size(28)
                .bold()
                .color(INK)
                .line_spacing(LineSpacing::new().after(200)),
        )
        .add_style(heading(0, 24, 200))
        .add_style(heading(1, 22, 160))
        .add_style(heading(2, 20, 120))
        .add_style(
            paragraph(LIST, "List Bullet")
                .based_on(BODY)
                .line_spacing(LineSpacing::new().after(40).line(240)),
        )
        .add_style(
            small(CAPTION, "caption")
                .bold()
                .color(GREY)
                .line_spacing(LineSpacing::new().before(160).after(80)),
        )
        .add_style(small(FOOTER, "footer").color(GREY).align(AlignmentType::Center))
        .add_style(aside)
        .add_style(
            small(COMMAND, "Command")
                .fonts(fonts(MONO))
                .line_spacing(LineSpacing::new().before(80).after(160)),
        )
        .add_style(small(HEAD, "Table Head").size(14).bold().line_spacing(tight()))
        .add_style(small(CELL, "Table Cell").size(14).line_spacing(tight()))
        .add_style(small(MORE, "Table More").size(14).color(GREY).line_spacing(tight()))
        .add_style(small(AFTER, "After Table").size(8).line_spacing(LineSpacing::new().after(80)))
        .add_style(Style::new(CODE, StyleType::Character).name("Code").fonts(fonts(MONO)))
        .add_style(Style::new(ENGLISH, StyleType::Character).name("English"));
    let bullet =
        Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
            .indent(Some(284), Some(SpecialIndentType::Hanging(284)), None, None);
    document
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(bullet))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

fn fonts(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).cs(name)
}

/// The line that stands at the left of what is beside the text.
fn left_border() -> ParagraphBorders {
    let line = ParagraphBorder::new(ParagraphBorderPosition::Left)
        .val(BorderType::Single)
        .size(18)
        .space(8)
        .color(LINE);
    ParagraphBorders::with_empty().set(line)
}

/// A paragraph of whatever style as one that stands beside the text.
pub(super) fn beside(mut paragraph: Paragraph) -> Paragraph {
    paragraph.property = paragraph.property.set_borders(left_border());
    paragraph
}

/// Thin lines around the cells of a table.
pub(super) fn thin_borders() -> TableBorders {
    use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
    [Top, Bottom, Left, Right, InsideH, InsideV].into_iter().fold(TableBorders::new(), |borders, position| {
        borders.set(TableBorder::new(position).border_type(BorderType::Single).size(4).color(LINE))
    })
}

/// Room within the cells of a table.
pub(super) fn cell_margins() -> TableCellMargins {
    TableCellMargins::new().margin(10, 50, 10, 50)
}
