//! From sheets to the bytes of a workbook.

use super::sheet::{MOST_ROWS, Sheet, Shown, Value};
use hameau_words::Language;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::collections::HashMap;

/// Columns of signs of the narrowest and the widest column.
const NARROW: usize = 9;
const WIDE: usize = 60;
/// Signs that a number takes at most, about.
const NUMBER: usize = 11;
/// A head may take two lines; the button of its filter takes some room beside it.
const HEAD_LINES: usize = 2;
const BUTTON: usize = 3;
/// Height of two lines of a head, in points.
const HEAD_HEIGHT: f64 = 32.0;
/// Paper of sheets that are printed: A4.
const A4: u8 = 9;

/// A workbook of these sheets.
///
/// # Panics
/// Never: names, rows and texts of sheets keep to what a workbook takes, and the tests write them.
pub(super) fn workbook(sheets: &[Sheet], language: Language) -> Vec<u8> {
    written(sheets, language).expect("sheets that a workbook takes")
}

fn written(sheets: &[Sheet], language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A date that never changes: that of the making would give other bytes every time.
    let properties = DocProperties::new()
        .set_title(language.of(("Tables of a folder of results", "Tables d'un dossier de résultats")))
        .set_author("hameau")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    book.set_properties(&properties);
    let formats = Formats::new(sheets, language);
    for sheet in sheets {
        write(book.add_worksheet(), sheet, &formats, language)?;
    }
    book.save_to_buffer()
}

fn write(
    into: &mut Worksheet,
    sheet: &Sheet,
    formats: &Formats,
    language: Language,
) -> Result<(), XlsxError> {
    into.set_name(sheet.name)?;
    for (at, head) in sheet.heads.iter().enumerate() {
        into.write_string_with_format(0, at as u16, *head, &formats.head)?;
        into.set_column_width(at as u16, width(sheet, at) as f64)?;
    }
    into.set_row_height(0, HEAD_HEIGHT)?;
    let (rows, note) = sheet.fitting(MOST_ROWS, language);
    for (at, row) in (1..).zip(rows) {
        for (column, value) in (0..).zip(row) {
            match value {
                Value::Empty => {}
                Value::Text(text) => {
                    into.write_string_with_format(at, column, text, &formats.words)?;
                }
                Value::Number(value, shown) => {
                    into.write_number_with_format(at, column, *value, &formats.numbers[shown])?;
                }
            }
        }
    }
    let last = rows.len() as u32;
    if let Some(note) = note {
        into.write_string_with_format(last + 1, 0, note, &formats.words)?;
    }
    into.set_freeze_panes(1, 0)?;
    into.autofilter(0, 0, last, sheet.heads.len() as u16 - 1)?;
    into.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Signs that a column is wide.
fn width(sheet: &Sheet, column: usize) -> usize {
    let head = sheet.heads[column];
    let words = head.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let head = (head.chars().count().div_ceil(HEAD_LINES)).max(words) + BUTTON;
    let of = |value: &Value| match value {
        Value::Empty => 0,
        Value::Text(text) => text.chars().count() + 3,
        Value::Number(..) => NUMBER,
    };
    let widest = sheet.rows.iter().map(|row| of(&row[column])).max().unwrap_or(0);
    widest.max(head).clamp(NARROW, WIDE)
}

/// The formats of a workbook.
struct Formats {
    head: Format,
    words: Format,
    numbers: HashMap<Shown, Format>,
}

impl Formats {
    fn new(sheets: &[Sheet], language: Language) -> Self {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::VerticalCenter)
            .set_indent(1)
            .set_background_color("E4EAE6");
        let mut numbers = HashMap::new();
        for value in sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()) {
            if let Value::Number(_, shown) = value {
                numbers
                    .entry(*shown)
                    .or_insert_with(|| Format::new().set_num_format(pattern(*shown, language)));
            }
        }
        // Words that follow a number do not touch it.
        Self { head, words: Format::new().set_indent(1), numbers }
    }
}

/// The pattern of a number: signs of decimals and thousands are those of whoever opens it, the space before `%` is French.
fn pattern(shown: Shown, language: Language) -> String {
    let digits = if shown.percent { "0" } else { "#,##0" };
    let decimals = usize::from(shown.decimals);
    let decimals = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
    let percent = if shown.percent { language.of(("%", "\\ %")) } else { "" };
    let plain = format!("{digits}{decimals}{percent}");
    if shown.signed { format!("+{plain};-{plain};{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_say_sign_decimals_and_percent() {
        let change = Shown { percent: true, signed: true, decimals: 1 };
        assert_eq!(pattern(change, Language::English), "+0.0%;-0.0%;0.0%");
        assert_eq!(pattern(change, Language::French), "+0.0\\ %;-0.0\\ %;0.0\\ %");
        assert_eq!(pattern(Shown::WHOLE, Language::French), "#,##0");
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let number = |decimals| Value::Number(1.5, Shown { percent: false, signed: true, decimals });
        let rows = (0..6).map(|at| vec![number(at), Value::from(format!("row {at}"))]).collect();
        let sheet = Sheet { name: "x", heads: vec!["number", "words"], rows };
        let made = || workbook(std::slice::from_ref(&sheet), Language::English);
        let first = made();
        assert!((0..3).all(|_| made() == first));
    }
}
