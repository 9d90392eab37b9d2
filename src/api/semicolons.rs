//! Copies of tables of text for office programs that expect semicolons and decimal commas.

use csv::{ReaderBuilder, WriterBuilder};

/// What such programs know UTF-8 by.
const MARK: &str = "\u{feff}";
/// Columns of words: whatever stands in them is left as it is, a number too.
const WORDS: [&str; 10] =
    ["scenario", "policy", "indicator", "unit", "month", "at", "method", "rough", "verdict", "assumed"];

/// A table with commas as one with semicolons: decimal commas in the columns of numbers, a mark of UTF-8 before all.
///
/// # Panics
/// When the table is none that this program writes.
pub(super) fn with_semicolons(table: &str) -> String {
    let mut reader = ReaderBuilder::new().from_reader(table.as_bytes());
    let mut copy = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let heads = reader.headers().expect("a table has a head").clone();
    copy.write_record(&heads).expect("memory takes any record");
    for row in reader.records() {
        let row = row.expect("a table of this program has the same fields in every row");
        let fields = heads.iter().zip(&row).map(|(head, field)| {
            if WORDS.contains(&head) { field.to_owned() } else { field.replace('.', ",") }
        });
        copy.write_record(fields).expect("memory takes any record");
    }
    let copy = copy.into_inner().expect("memory takes any record");
    format!("{MARK}{}", String::from_utf8(copy).expect("words and numbers"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_and_words_stay() {
        let table = "scenario,indicator,month,q05,q50\n1.5-place,inhabitants,2022-01,-0.5,\n\"a;b\",x.y,2022-02,1e-7,12\n";
        let copy = with_semicolons(table);
        let expected = "\u{feff}scenario;indicator;month;q05;q50\n1.5-place;inhabitants;2022-01;-0,5;\n\"a;b\";x.y;2022-02;1e-7;12\n";
        assert_eq!(copy, expected);
        assert_eq!(with_semicolons("scenario,mean\n"), "\u{feff}scenario;mean\n");
    }
}
