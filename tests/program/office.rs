//! Do office programs find in a folder what they can open: numbers that are numbers, months that stay text, the same bytes?

use crate::report::{Silent, compared, scenario, ways};
use crate::tiny::Tiny;
use assert_cmd::Command;
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{Study, comparison};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use zip::ZipArchive;

const BOOKS: [&str; 2] = ["tables.en.xlsx", "tables.fr.xlsx"];

/// A base and two policies of a few months, compared once.
fn sample() -> &'static PathBuf {
    static SAMPLE: OnceLock<PathBuf> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office-sample");
        let of = |name, placed| scenario(name, name, placed, 48);
        compared(&folder, &[of("baseline", ""), of("shared-place", "opening"), of("welcome", "")], 3);
        folder
    })
}

/// A part of a workbook.
fn part(book: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(book)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

/// What stands between two texts.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let from = text.find(before)? + before.len();
    Some(&text[from..from + text[from..].find(after)?])
}

/// A sheet of a workbook, and the words that its cells name by number.
struct Sheet {
    cells: String,
    words: Vec<String>,
    patterns: Vec<String>,
}

#[derive(Debug, PartialEq)]
enum Cell {
    Empty,
    Words(String),
    /// A number, and the pattern by which it is shown.
    Number(f64, String),
}

impl Sheet {
    fn read(book: &[u8], number: usize) -> Self {
        let words = part(book, "xl/sharedStrings.xml");
        let word = |of: &str| between(of, ">", "</t>").unwrap_or_default().replace("&amp;", "&");
        let styles = part(book, "xl/styles.xml");
        let formats = between(&styles, "<numFmts", "</numFmts>").unwrap_or_default().to_owned();
        let pattern = |xf: &str| {
            let id = between(xf, "numFmtId=\"", "\"").unwrap_or_default();
            let own = between(&formats, &format!("numFmtId=\"{id}\" formatCode=\""), "\"");
            own.map_or_else(|| format!("#{id}"), str::to_owned)
        };
        let patterns = between(&styles, "<cellXfs", "</cellXfs>").expect("formats of cells");
        Self {
            cells: part(book, &format!("xl/worksheets/sheet{number}.xml")),
            words: words.split("<t").skip(1).map(word).collect(),
            patterns: patterns.split("<xf ").skip(1).map(pattern).collect(),
        }
    }

    fn cell(&self, at: &str) -> Cell {
        let Some(cell) = between(&self.cells, &format!("<c r=\"{at}\""), "</c>") else { return Cell::Empty };
        let value = between(cell, "<v>", "</v>").expect("a cell that is there has a value");
        if cell.contains("t=\"s\"") {
            return Cell::Words(self.words[value.parse::<usize>().expect("a place")].clone());
        }
        let style: usize = between(cell, "s=\"", "\"").map_or(0, |style| style.parse().expect("a style"));
        Cell::Number(value.parse().expect("a number"), self.patterns[style].clone())
    }

    fn rows(&self) -> usize {
        self.cells.matches("<row ").count()
    }
}

fn words(text: &str) -> Cell {
    Cell::Words(text.to_owned())
}

#[test]
fn a_workbook_has_a_sheet_for_each_table_and_names_that_excel_takes() {
    let english = [
        "Effects",
        "Ranks",
        "Levels",
        "Courses",
        "Money by scenario",
        "Money by entry",
        "Scenarios",
        "Indicators",
    ];
    let french = [
        "Effets",
        "Rangs",
        "Niveaux",
        "Trajectoires",
        "Argent par scénario",
        "Argent par entrée",
        "Scénarios",
        "Indicateurs",
    ];
    for (name, expected) in BOOKS.into_iter().zip([english, french]) {
        let book = fs::read(sample().join(name)).expect("it is there");
        let text = part(&book, "xl/workbook.xml");
        let sheets = between(&text, "<sheets>", "</sheets>").expect("sheets");
        let names: Vec<&str> =
            sheets.split("name=\"").skip(1).filter_map(|of| of.split('"').next()).collect();
        assert_eq!(names, expected);
        for name in names {
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']));
        }
        for number in 1..=expected.len() {
            let sheet = Sheet::read(&book, number);
            assert!(sheet.cells.contains("ySplit=\"1\"") && sheet.cells.contains("state=\"frozen\""));
            assert!(sheet.cells.contains("<autoFilter ") && sheet.rows() > 1, "sheet {number} of {name:?}");
        }
    }
}

#[test]
fn numbers_are_those_of_the_comparison_and_months_are_text() {
    let study = Study::existing(sample()).expect("a study");
    let found = comparison(study.tables()).expect("read").expect("a comparison");
    let last = study.points()[0].scenario.last().to_string();
    let mut undefined = 0;
    for (name, unit) in BOOKS.into_iter().zip(["%", "\\ %"]) {
        let sheet = Sheet::read(&fs::read(sample().join(name)).expect("it is there"), 1);
        assert_eq!(sheet.rows(), 1 + 2 * Indicator::COUNT);
        let effects =
            found.policies.iter().flat_map(|policy| policy.effects.iter().map(move |of| (policy, of)));
        for (row, (policy, effect)) in (2..).zip(effects) {
            assert_eq!(sheet.cell(&format!("A{row}")), words(&last));
            assert_eq!(sheet.cell(&format!("C{row}")), words(&policy.policy));
            assert_eq!(sheet.cell(&format!("E{row}")), words(effect.indicator.row().id));
            let ends = [effect.interval.map(|ends| ends.low), effect.interval.map(|ends| ends.high)];
            let changes = [effect.base_mean, effect.policy_mean, effect.difference, ends[0], ends[1]];
            for (column, value) in ["G", "H", "I", "J", "K"].into_iter().zip(changes) {
                let cell = sheet.cell(&format!("{column}{row}"));
                let Some(value) = value else {
                    assert_eq!(cell, Cell::Empty, "what is undefined is no number");
                    undefined += 1;
                    continue;
                };
                let Cell::Number(shown, pattern) = cell else { panic!("{column}{row} is {cell:?}") };
                assert!((shown - value).abs() <= 1e-15 * value.abs(), "{column}{row}: {shown}, not {value}");
                let percent = hameau_words::amounts::in_percent(effect.indicator);
                assert_eq!(pattern.contains(unit), percent, "{column}{row} is shown by {pattern}");
            }
        }
    }
    assert!(undefined > 0, "nothing here is undefined: the test shows less than it says");
}

#[test]
fn a_course_has_a_row_for_each_year_and_a_folder_of_one_run_has_the_sheets_that_apply() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run");
    let wanted = hameau_study::engine::Wanted {
        scenarios: &[scenario("baseline", "baseline", "", 30)],
        replicates: 2,
        seed: 3,
        kind: &hameau_study::store::Kind::Run,
        sources: &[],
        series: None,
        replace: false,
    };
    let ran = hameau::api::run(&path, &wanted, &ways(), &AtomicBool::new(false), &Silent).expect("it runs");
    let mut study = ran.study;
    assert!(!path.join(BOOKS[0]).exists(), "nobody asked for a report");
    hameau::api::attach_report(&mut study, false).expect("a report");
    let book = fs::read(path.join(BOOKS[0])).expect("it is there");
    let levels = Sheet::read(&book, 1);
    assert_eq!(
        (levels.rows(), levels.cell("G2")),
        (1 + Indicator::COUNT, Cell::Number(2.0, "#,##0".to_owned()))
    );
    let courses = Sheet::read(&book, 2);
    let months: Vec<Cell> = (2..6).map(|row| courses.cell(&format!("A{row}"))).collect();
    let start = study.points()[0].scenario.start();
    let year = |years: u32| words(&format!("{}-12", start.year() + years));
    assert_eq!(months[..3], [words(&start.to_string()), year(0), year(1)]);
    assert_eq!(months[3], words(&study.points()[0].scenario.last().to_string()));
}

#[test]
fn workbooks_are_made_again_byte_for_byte() {
    let kept = BOOKS.map(|name| fs::read(sample().join(name)).expect("kept"));
    let within = tempfile::tempdir().expect("a folder");
    let study = Study::existing(sample()).expect("a study");
    for _ in 0..2 {
        let made = hameau::api::make(&study, within.path()).expect("made");
        let again = BOOKS.map(|name| fs::read(made.at().join(name)).expect("made"));
        assert!(again == kept, "another making gives other bytes");
    }
}

#[test]
fn copies_with_semicolons_belong_to_the_folder_once_they_are_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x");
    compared(&path, &[scenario("baseline", "baseline", "", 13), scenario("welcome", "welcome", "", 13)], 2);
    let tables = ["summary", "course", "comparison"];
    let read = |end: &str| tables.map(|name| fs::read_to_string(path.join(format!("{name}{end}"))));
    let before = read(".csv").map(|text| text.expect("it is there"));
    assert!(read(".semicolon.csv").iter().all(Result::is_err));
    let hameau = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("hameau").expect("built");
        command.arg(arguments[0]).arg(&path).args(&arguments[1..]).assert().success();
    };
    hameau(&["report", "--csv", "comma"]);
    assert!(read(".semicolon.csv").iter().all(Result::is_err), "commas are nothing more");
    hameau(&["report", "--csv", "semicolon"]);
    let copies = read(".semicolon.csv").map(|text| text.expect("it is there"));
    assert_eq!(read(".csv").map(|text| text.expect("it is there")), before);
    for (copy, table) in copies.iter().zip(&before) {
        assert!(copy.starts_with('\u{feff}'), "UTF-8 with its mark");
        let rows = |text: &str, delimiter: u8| -> Vec<csv::StringRecord> {
            let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            reader.records().map(|row| row.expect("a row")).collect()
        };
        let (copy, table) = (rows(copy.trim_start_matches('\u{feff}'), b';'), rows(table, b','));
        assert!(copy.len() > 20 && copy.len() == table.len());
        for (own, of) in copy.iter().flatten().zip(table.iter().flatten()) {
            let number = of.parse::<f64>().is_ok();
            assert_eq!(own, if number { of.replace('.', ",") } else { of.to_owned() });
        }
    }
    let manifest = fs::read_to_string(path.join("manifest.json")).expect("it is there");
    assert!(tables.iter().all(|name| manifest.contains(&format!("\"{name}.semicolon.csv\""))));
    hameau(&["verify"]);
    fs::remove_file(path.join("course.semicolon.csv")).expect("taken away");
    hameau(&["merge"]);
    assert_eq!(read(".semicolon.csv").map(|text| text.expect("made again")), copies);
}

#[test]
fn run_and_batch_make_the_copies_that_apply() {
    let tiny = Tiny::new();
    let (code, _, err) = tiny.hameau(&["run", "tiny.toml", "--out", "x", "--csv", "semicolon", "--quiet"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let copies = |out: &str| -> Vec<String> {
        tiny.files(out).into_iter().filter(|name| name.contains("semicolon")).collect()
    };
    assert_eq!(copies("x"), ["course.semicolon.csv", "summary.semicolon.csv"]);
    let (code, _, err) = tiny.hameau(&["run", "tiny.toml", "--out", "y", "--quiet"]);
    assert_eq!((code, err.as_str(), copies("y").len()), (0, "", 0));
    let (code, _, err) = tiny.hameau(&["batch", "y", "--csv", "semicolon", "--quiet"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(copies("y"), copies("x"));
    assert_eq!(tiny.read("y/summary.semicolon.csv"), tiny.read("x/summary.semicolon.csv"));
}
