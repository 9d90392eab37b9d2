//! The facts of communes, read from CSV text: every mistake of every row, not only the first.

use super::column::{COLUMNS, position};
use super::csv_text::Lines;
use super::{CLASS_STARTS, Commune};
use crate::mistakes::{Facts, Mistakes, Spot, Wrong};
use crate::random::{CommuneCode, Who};
use std::collections::BTreeMap;

/// Largest file read, in bytes: about 40,000 communes.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// Communes are numbered in 16 bits.
const MOST_COMMUNES: usize = 1 << 16;
/// Columns beyond this are not even named.
const MOST_COLUMNS: usize = 200;
/// Mistakes after which rows are no longer read: nobody mends more in one go.
const ENOUGH: usize = 1000;
/// Adult age classes of a founder's address: 18-29, then the five classes from 30.
pub(super) const ADULT_CLASSES: u32 = 6;

const CODE: usize = COLUMNS.len();
const NAME: usize = COLUMNS.len() + 1;

/// Reads the communes of `file`, by ascending code. Mistakes go to `mistakes`; the communes are sound when there is none.
pub(super) fn read(file: &str, bytes: &[u8], mistakes: &mut Mistakes) -> Vec<Commune> {
    if bytes.len() > MOST_BYTES {
        mistakes.push(Spot::whole(file), Facts::TooLarge { bytes: bytes.len(), most: MOST_BYTES }, None);
        return Vec::new();
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let byte = error.valid_up_to();
            let sound = std::str::from_utf8(&bytes[..byte]).unwrap_or_default();
            let spot = Spot::new(file, sound, byte..byte + 1);
            let help = Some("save the table as UTF-8".to_owned());
            mistakes.push(spot, Facts::NotUtf8 { byte }, help);
            return Vec::new();
        }
    };
    Reader { lines: Lines::new(file, text), lines_of: BTreeMap::new(), mistakes }.communes(text)
}

struct Reader<'a> {
    lines: Lines<'a>,
    lines_of: BTreeMap<CommuneCode, usize>,
    mistakes: &'a mut Mistakes,
}

impl Reader<'_> {
    fn communes(&mut self, text: &str) -> Vec<Commune> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let Some(columns) = self.columns(&header) else { return Vec::new() };
        let mut communes: Vec<Commune> = Vec::new();
        let mut rows = 0;
        let mut record = csv::StringRecord::new();
        while let Ok(true) = reader.read_record(&mut record) {
            rows += 1;
            if self.mistakes.0.len() >= ENOUGH {
                break;
            }
            let start = record.position().map_or(0, |position| position.byte() as usize);
            if record.len() != header.len() {
                let wrong = Facts::RowLength { found: record.len(), expected: header.len() };
                self.push(start, record.len().min(header.len()), wrong, None);
                continue;
            }
            let Some(commune) = self.commune(&columns, &record, start) else { continue };
            communes.push(commune);
        }
        if rows == 0 {
            self.push(0, 0, Facts::Empty, Some("write one row for each commune".to_owned()));
        }
        if rows > MOST_COMMUNES {
            self.push(0, 0, Facts::TooManyCommunes { found: rows, most: MOST_COMMUNES }, None);
        }
        communes.sort_by_key(|commune| commune.code);
        communes
    }

    /// Where each column of [`COLUMNS`], then code and name, stands in the rows; `None` when one is missing.
    fn columns(&mut self, header: &csv::StringRecord) -> Option<[usize; COLUMNS.len() + 2]> {
        if let [only] = header.iter().collect::<Vec<_>>()[..]
            && let Some(separator) = [';', '\t', '|'].into_iter().find(|separator| only.contains(*separator))
        {
            let help = "save the table with commas between columns and points in decimal numbers".to_owned();
            self.push(0, 0, Facts::Separator { separator }, Some(help));
            return None;
        }
        let mut found = [None; COLUMNS.len() + 2];
        let mut unknown = Vec::new();
        for (at, name) in header.iter().enumerate().take(MOST_COLUMNS) {
            let which = match name.trim() {
                "code" => Some(CODE),
                "name" => Some(NAME),
                name => position(name),
            };
            match which {
                Some(which) if found[which].is_some() => {
                    self.push(0, at, Facts::ColumnTwice { column: name.trim().to_owned() }, None);
                }
                Some(which) => found[which] = Some(at),
                None => unknown.push((at, name.trim())),
            }
        }
        let names = || COLUMNS.iter().map(|column| column.name).chain(["code", "name"]);
        let missing: Vec<&str> =
            names().zip(&found).filter(|(_, found)| found.is_none()).map(|(name, _)| name).collect();
        let mut meant = Vec::new();
        for (at, name) in unknown {
            let near = super::file::nearest(name, &missing).or_else(|| {
                missing.iter().copied().find(|column| column.split('_').next() == name.split('_').next())
            });
            meant.extend(near);
            let help = near.map(|near| format!("did you mean `{near}`?"));
            self.push(0, at, Facts::ColumnUnknown { column: name.to_owned() }, help);
        }
        for column in missing.iter().filter(|column| !meant.contains(column)) {
            let wrong = Facts::ColumnMissing { column: (*column).to_owned() };
            self.push(0, 0, wrong, None);
        }
        missing.is_empty().then(|| found.map(Option::unwrap_or_default))
    }

    /// One row; `None` when something in it is wrong.
    fn commune(
        &mut self,
        columns: &[usize; COLUMNS.len() + 2],
        record: &csv::StringRecord,
        start: usize,
    ) -> Option<Commune> {
        let before = self.mistakes.0.len();
        let field = |which: usize| record.get(columns[which]).unwrap_or_default().trim();
        let (code_text, name) = (field(CODE), field(NAME));
        let code = CommuneCode::parse(code_text);
        match code {
            None => {
                let help = "one to five digits or capital letters".to_owned();
                self.push(start, columns[CODE], Facts::Code { value: shown(code_text) }, Some(help));
            }
            Some(code) => {
                let line = self.lines.spot(self.lines.field(start, columns[CODE])).line;
                if let Some(first) = self.lines_of.get(&code) {
                    let wrong = Facts::CodeTwice { code: code_text.to_owned(), line: *first };
                    self.push(start, columns[CODE], wrong, None);
                } else {
                    self.lines_of.insert(code, line);
                }
            }
        }
        if name.is_empty() {
            self.push(start, columns[NAME], Facts::NoName { code: shown(code_text) }, None);
        }
        let mut commune = Commune::blank(code.or_else(|| CommuneCode::parse("0"))?, code_text, name);
        for (which, column) in COLUMNS.iter().enumerate() {
            let text = field(which);
            match text.parse::<f64>() {
                Ok(value) if (column.low..=column.high).contains(&value) => (column.put)(&mut commune, value),
                Ok(value) if value.is_finite() => {
                    let (low, high) = (column.low, column.high);
                    let wrong = Facts::OutOfRange { column: column.name.to_owned(), value, low, high };
                    self.push(start, columns[which], wrong, Some(column.means.to_owned()));
                }
                _ => {
                    let point = text.replace(',', ".");
                    let help = (point != text && point.parse::<f64>().is_ok())
                        .then(|| format!("write decimals with a point: `{point}`"));
                    let wrong = Facts::NotNumber { column: column.name.to_owned(), value: shown(text) };
                    self.push(start, columns[which], wrong, help);
                }
            }
        }
        if self.mistakes.0.len() == before {
            self.contradictions(columns, &commune, start);
        }
        (self.mistakes.0.len() == before).then_some(commune)
    }

    /// What cannot be true at once. Tolerances are the rounding of decimals, and 1.5 persons where Insee adjusts.
    fn contradictions(&mut self, columns: &[usize; COLUMNS.len() + 2], c: &Commune, start: usize) {
        let mut sums = |parts, sum: f64, whole: &'static str, whole_value: f64, tolerance: f64, help| {
            if (sum - whole_value).abs() > tolerance {
                let at = columns[position(whole).unwrap_or_default()];
                let wrong = Facts::Sum { parts, sum, whole, whole_value };
                self.push(start, at, wrong, Some(format!("{help}, to within {tolerance}")));
            }
        };
        let classes = c.ages.iter().sum();
        sums("age classes", classes, "population", c.population, 1.55, "they must agree");
        let homes = c.main_homes + c.second_homes + c.vacant_homes;
        sums("main, second and vacant homes", homes, "dwellings", c.dwellings, 1.05, "they must agree");
        let before = c.population - c.births + c.deaths - c.net_migration;
        sums(
            "population less births, deaths and net migration",
            before,
            "population_before",
            c.population_before,
            1.55,
            "net migration is the change of population, less births, plus deaths",
        );
        let workable = c.ages[1..=4].iter().sum();
        let mut part = |part, part_value: f64, whole, whole_value: f64| {
            if part_value > whole_value + 0.05 {
                let at = columns[position(part).unwrap_or_default()];
                self.push(start, at, Facts::PartExceeds { part, part_value, whole, whole_value }, None);
            }
        };
        part("salaried_jobs", c.salaried_jobs, "jobs", c.jobs);
        part("unemployed_15_64", c.unemployed_15_64, "active_15_64", c.active_15_64);
        part("active_15_64", c.active_15_64, "age_15_29 to age_60_74", workable);
        part("households", c.households, "population", c.population);
        let most = Who::MAX_PER_COMMUNE / ADULT_CLASSES;
        for (class, value) in c.ages.iter().enumerate().skip(1).filter(|(_, value)| **value > f64::from(most))
        {
            let name = COLUMNS[position("age_0_14").unwrap_or_default() + class].name;
            debug_assert!(name.contains(&CLASS_STARTS[class].to_string()));
            let help = "split the commune".to_owned();
            let at = columns[position(name).unwrap_or_default()];
            self.push(start, at, Facts::TooMany { column: name, value: *value, most }, Some(help));
        }
    }

    fn push(&mut self, record: usize, field: usize, what: impl Into<Wrong>, help: Option<String>) {
        self.mistakes.push(self.lines.spot(self.lines.field(record, field)), what, help);
    }
}

/// A value cut to what fits on a line.
fn shown(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() { cut + "..." } else { cut }
}
