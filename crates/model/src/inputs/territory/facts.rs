//! The facts of communes, read from CSV text: every mistake of every row, not only the first.

use super::column::{COLUMNS, MOST, position};
use super::optional::{ARRIVALS, OPTIONAL};
use super::sheet::{Sheet, shown};
use super::{CLASS_STARTS, Commune};
use crate::inputs::mistakes::{Facts, Help, Mistakes};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{CommuneCode, Who};
use std::collections::BTreeMap;

/// Communes are numbered in 16 bits.
const MOST_COMMUNES: usize = 1 << 16;
/// Adult age classes of a founder's address: 18-29, then the five classes from 30.
const ADULT_CLASSES: u32 = 6;
/// People of one adult age class of a commune who can be told apart.
pub(super) const MOST_OF_A_CLASS: u32 = Who::MAX_PER_COMMUNE / ADULT_CLASSES;

/// What the seven columns of ages are together.
pub(super) const AGE_CLASSES: (&str, &str) = ("age classes", "classes d'âge");

/// Communes that have arrondissements, and how the codes of these begin.
const WITH_PARTS: [(&str, &str); 3] = [("75056", "751"), ("69123", "6938"), ("13055", "132")];

const CODE: usize = COLUMNS.len();
const NAME: usize = COLUMNS.len() + 1;

/// Reads the communes of `file`, by ascending code. Mistakes go to `mistakes`; the communes are sound when there is none.
pub(super) fn read(file: &str, bytes: &[u8], mistakes: &mut Mistakes) -> Vec<Commune> {
    let Some(sheet) = Sheet::open(file, bytes, mistakes) else { return Vec::new() };
    let places = Places { columns: [0; COLUMNS.len() + 2], optional: [None; OPTIONAL.len()] };
    Reader { sheet, places, lines_of: BTreeMap::new(), starts: BTreeMap::new() }.communes()
}

/// Where the columns stand in the rows.
#[derive(Clone, Copy)]
struct Places {
    columns: [usize; COLUMNS.len() + 2],
    optional: [Option<usize>; OPTIONAL.len()],
}

struct Reader<'a> {
    sheet: Sheet<'a>,
    places: Places,
    lines_of: BTreeMap<CommuneCode, usize>,
    /// Where the row of each starts.
    starts: BTreeMap<CommuneCode, usize>,
}

impl Reader<'_> {
    fn communes(&mut self) -> Vec<Commune> {
        let header = self.sheet.header();
        let names: [&str; COLUMNS.len() + 2] = std::array::from_fn(|which| match which {
            CODE => "code",
            NAME => "name",
            which => COLUMNS[which].name,
        });
        let Some((columns, optional)) =
            self.sheet.columns(&header, &names, &OPTIONAL.map(|column| column.name))
        else {
            return Vec::new();
        };
        self.places = Places { columns, optional };
        let (rows, count) = self.sheet.rows();
        let mut communes: Vec<Commune> = Vec::new();
        for (start, record) in rows {
            if self.sheet.enough() {
                break;
            }
            communes.extend(self.commune(&record, start));
        }
        if count == 0 {
            self.sheet.push(0, 0, Facts::Empty, Help::OneRowEach);
        }
        if count > MOST_COMMUNES {
            self.sheet.push(0, 0, Facts::TooManyCommunes { found: count, most: MOST_COMMUNES }, None);
        }
        if self.sheet.mistakes.0.is_empty() {
            self.together(&communes);
            self.all_or_none(&communes);
        }
        order::by_key(&mut communes, |commune| commune.code);
        communes
    }

    /// One row; `None` when something in it is wrong.
    fn commune(&mut self, record: &[String], start: usize) -> Option<Commune> {
        let before = self.sheet.mistakes.0.len();
        let Places { columns, optional } = self.places;
        let field = |which: usize| record.get(columns[which]).map_or("", |text| text.trim());
        let (code_text, name) = (field(CODE), field(NAME));
        let code = CommuneCode::parse(code_text);
        match code {
            None => {
                let wrong = Facts::Code { value: shown(code_text) };
                self.sheet.push(start, columns[CODE], wrong, Help::CodeForm);
            }
            Some(code) => {
                let line = self.sheet.line(start, columns[CODE]);
                self.starts.insert(code, start);
                if code_text.len() == 4 && code_text.bytes().all(|digit| digit.is_ascii_digit()) {
                    let wrong = Facts::LostZero { value: code_text.to_owned() };
                    let help = Help::Write { text: format!("0{code_text}") };
                    self.sheet.push(start, columns[CODE], wrong, help);
                } else if let Some(first) = self.lines_of.get(&code) {
                    let wrong = Facts::CodeTwice { code: code_text.to_owned(), line: *first };
                    self.sheet.push(start, columns[CODE], wrong, None);
                } else {
                    self.lines_of.insert(code, line);
                }
            }
        }
        if name.is_empty() {
            self.sheet.push(start, columns[NAME], Facts::NoName { code: shown(code_text) }, None);
        }
        let mut commune = Commune::blank(code.or_else(|| CommuneCode::parse("0"))?, code_text, name);
        for (which, column) in COLUMNS.iter().enumerate() {
            let (place, range) = ((start, columns[which]), [column.low, column.high]);
            if let Some(value) =
                self.sheet.number(place, column.name, field(which), range, Some(column.means))
            {
                (column.put)(&mut commune, value);
            }
        }
        for (column, at) in OPTIONAL.iter().zip(optional) {
            let Some(at) = at else { continue };
            let text = record.get(at).map_or("", |text| text.trim());
            if !text.is_empty() {
                let range = [0.0, MOST];
                (column.put)(
                    &mut commune,
                    self.sheet.number((start, at), column.name, text, range, Some(column.means)),
                );
            }
        }
        if self.sheet.mistakes.0.len() == before {
            self.contradictions(&columns, &commune, start);
            self.parts(&commune, start);
        }
        (self.sheet.mistakes.0.len() == before).then_some(commune)
    }

    /// What cannot be true of all rows together.
    fn together(&mut self, communes: &[Commune]) {
        let columns = self.places.columns;
        let people: f64 = communes.iter().map(|commune| commune.population).sum();
        for commune in communes {
            let (start, text) = (self.starts[&commune.code], &commune.code_text);
            if communes.len() > 2 && (people - 2.0 * commune.population).abs() <= 1.55 && people > 0.0 {
                let wrong = Facts::Total { name: commune.name.clone() };
                self.sheet.push(start, columns[NAME], wrong, Help::TakeRowAway);
            }
            let whole = WITH_PARTS.iter().find(|(_, parts)| text.len() == 5 && text.starts_with(parts));
            if let Some((whole, _)) =
                whole.filter(|(whole, _)| communes.iter().any(|other| other.code_text == *whole))
            {
                let (code, whole) = (text.clone(), (*whole).to_owned());
                let help = Help::WholeOrParts { whole: whole.clone() };
                self.sheet.push(start, columns[CODE], Facts::Arrondissement { code, whole }, help);
            }
            let (latitude, longitude) = commune.point;
            if (-6.0..=10.0).contains(&latitude) && (41.0..=52.0).contains(&longitude) {
                self.sheet.push(start, columns[0], Facts::Exchanged { latitude, longitude }, Help::Exchange);
            }
        }
        let adults: f64 = communes.iter().flat_map(|commune| &commune.ages[1..]).sum();
        if adults <= 0.0 && !communes.is_empty() {
            self.sheet.push(0, 0, Facts::NobodyAdult, None);
        }
    }

    /// Columns that may be left out: written for every commune or for none, and no more arrivals than a rate allows.
    fn all_or_none(&mut self, communes: &[Commune]) {
        for (column, at) in OPTIONAL.iter().zip(self.places.optional) {
            let Some(at) = at else { continue };
            let (known, of) = (communes.iter().filter(|c| (column.get)(c).is_some()).count(), communes.len());
            for lacking in communes.iter().filter(|c| known > 0 && (column.get)(c).is_none()) {
                let wrong = Facts::OnlySome { column: column.name, known, of };
                self.sheet.push(self.starts[&lacking.code], at, wrong, Help::AllOrNone);
            }
        }
        let people: f64 = communes.iter().map(|commune| commune.population).sum();
        let arrivals: f64 = communes.iter().filter_map(|commune| commune.arrivals).sum();
        let most = Key::ArrivalsGross.row().high;
        let rate = 1000.0 * arrivals / people;
        if let Some(at) = self.places.optional[ARRIVALS].filter(|_| rate > most) {
            self.sheet.push(
                0,
                at,
                Facts::ManyArrivals { rate: format!("{rate:.1}"), most },
                Help::FromOutside,
            );
        }
    }

    /// Columns that may be left out and are more than those of whom they are a part.
    fn parts(&mut self, commune: &Commune, start: usize) {
        for (column, at) in OPTIONAL.iter().zip(self.places.optional) {
            let (whole, of) = column.whole;
            let (Some(at), Some(part_value), whole_value) = (at, (column.get)(commune), of(commune)) else {
                continue;
            };
            if part_value > whole_value + 0.05 {
                let part = column.name;
                let wrong = Facts::PartExceeds { part, part_value, whole, whole_value };
                self.sheet.push(start, at, wrong, Help::Means { means: column.means });
            }
        }
    }

    /// What cannot be true at once. Tolerances are the rounding of decimals, and 1.5 persons where Insee adjusts.
    fn contradictions(&mut self, columns: &[usize; COLUMNS.len() + 2], c: &Commune, start: usize) {
        let mut sums = |parts, sum: f64, whole: &'static str, whole_value: f64, tolerance: f64| {
            if (sum - whole_value).abs() > tolerance {
                let at = columns[position(whole).unwrap_or_default()];
                let wrong = Facts::Sum { parts, sum: format!("{sum:.2}"), whole, whole_value };
                let help = if whole == "population_before" {
                    Help::Migration { tolerance }
                } else {
                    Help::Agree { tolerance }
                };
                self.sheet.push(start, at, wrong, help);
            }
        };
        let classes = c.ages.iter().sum();
        sums(AGE_CLASSES, classes, "population", c.population, 1.55);
        let homes = c.main_homes + c.second_homes + c.vacant_homes;
        let parts =
            ("main, second and vacant homes", "résidences principales, secondaires et logements vacants");
        sums(parts, homes, "dwellings", c.dwellings, 1.05);
        let before = c.population - c.births + c.deaths - c.net_migration;
        let parts = (
            "population less births, deaths and net migration",
            "population moins naissances, décès et solde migratoire",
        );
        sums(parts, before, "population_before", c.population_before, 1.55);
        let workable = c.ages[1..=4].iter().sum();
        let mut part = |part, part_value: f64, whole, whole_value: f64| {
            if part_value > whole_value + 0.05 {
                let at = columns[position(part).unwrap_or_default()];
                self.sheet.push(start, at, Facts::PartExceeds { part, part_value, whole, whole_value }, None);
            }
        };
        part("salaried_jobs", c.salaried_jobs, "jobs", c.jobs);
        part("unemployed_15_64", c.unemployed_15_64, "active_15_64", c.active_15_64);
        part("active_15_64", c.active_15_64, "age_15_29 to age_60_74", workable);
        part("households", c.households, "population", c.population);
        let most = MOST_OF_A_CLASS;
        for (class, value) in c.ages.iter().enumerate().skip(1).filter(|(_, value)| **value > f64::from(most))
        {
            let name = COLUMNS[position("age_0_14").unwrap_or_default() + class].name;
            debug_assert!(name.contains(&CLASS_STARTS[class].to_string()));
            let at = columns[position(name).unwrap_or_default()];
            self.sheet.push(
                start,
                at,
                Facts::TooMany { column: name, value: *value, most },
                Help::SplitCommune,
            );
        }
    }
}
