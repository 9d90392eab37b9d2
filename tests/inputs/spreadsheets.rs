//! Is a table read as a French spreadsheet writes it, and is what it cannot mean refused?

use hameau::cli::Disk;
use hameau_model::inputs::scenario::{Overrides, Scenario, resolve};
use std::path::Path;

const TABLE: &str = include_str!("../fixtures/small.csv");
const TERRITORY: &str = include_str!("../fixtures/small.toml");

/// The scenario of a territory whose table has these bytes.
fn read(table: &[u8]) -> Result<Scenario, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("written");
    write("small.toml", TERRITORY.as_bytes());
    write("small.csv", table);
    write("a.toml", b"territory = \"small.toml\"");
    resolved(&folder.path().join("a.toml"))
}

fn resolved(path: &Path) -> Result<Scenario, String> {
    let path = path.to_str().expect("text");
    resolve(path, &Overrides::default(), &Disk).map_err(|mistakes| mistakes.to_string())
}

fn accented() -> String {
    TABLE.replace("Allanche", "Trémouille")
}

#[test]
fn the_same_territory_in_every_form_of_a_table() {
    let plain = accented();
    let wanted = read(plain.as_bytes()).expect("sound").territory;
    let semicolons = plain.replace(',', ";").replace('.', ",");
    let windows: Vec<u8> = semicolons.chars().map(|sign| u8::try_from(sign).expect("Latin")).collect();
    for (form, bytes) in [
        ("semicolons", semicolons.clone().into_bytes()),
        ("Windows-1252", windows),
        ("tabs", plain.replace(',', "\t").replace('.', ",").into_bytes()),
        ("a mark of UTF-8", format!("\u{feff}{semicolons}").into_bytes()),
        ("lines of Windows", semicolons.replace('\n', "\r\n").into_bytes()),
        ("decomposed accents", semicolons.replace('é', "e\u{301}").into_bytes()),
    ] {
        assert_eq!(read(&bytes).map(|scenario| scenario.territory), Ok(wanted.clone()), "{form}");
    }
}

#[test]
fn a_territory_without_an_adult_is_refused() {
    let mut rows: Vec<Vec<String>> =
        TABLE.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    let header = rows.remove(0);
    let at = |name: &str| header.iter().position(|column| column == name).expect("a column");
    for row in &mut rows {
        let population = row[at("population")].clone();
        for class in ["age_15_29", "age_30_44", "age_45_59", "age_60_74", "age_75_89", "age_90_plus"] {
            row[at(class)] = "0".to_owned();
        }
        for nobody in ["active_15_64", "unemployed_15_64"] {
            row[at(nobody)] = "0".to_owned();
        }
        row[at("age_0_14")] = population;
    }
    let lines = [header].into_iter().chain(rows).map(|row| row.join(",")).collect::<Vec<_>>();
    let told = read(lines.join("\n").as_bytes()).expect_err("nobody");
    assert!(told.contains("nobody is adult"), "{told}");
}

/// `1,150` may be 1150 or 1.150: it is asked, and never read as the second.
#[test]
fn a_comma_before_three_digits_is_asked_about() {
    let semicolons = TABLE.replace(',', ";").replace('.', ",");
    let jobs =
        TABLE.lines().next().expect("a header").split(',').position(|name| name == "jobs").expect("jobs");
    let mut lines: Vec<String> = semicolons.lines().map(str::to_owned).collect();
    let mut fields: Vec<&str> = lines[1].split(';').collect();
    fields[jobs] = "1,150";
    lines[1] = fields.join(";");
    let told = read(lines.join("\n").as_bytes()).expect_err("a question");
    assert!(
        told.contains("`jobs` is `1,150`") && told.contains("write `1150`, or with a point `1.150`"),
        "{told}"
    );
}

/// A file whose name macOS has decomposed is found by its composed name, and the other way round.
#[test]
fn names_of_files_are_the_same_whatever_their_accents() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("e\u{301}cole.toml"), "base = \"hameau:baseline\"").expect("written");
    std::fs::write(folder.path().join("a.toml"), "base = \"école.toml\"").expect("written");
    assert!(resolved(&folder.path().join("a.toml")).is_ok());
}
