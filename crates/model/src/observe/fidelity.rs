//! How close founders are to the facts: commune by commune, quantity by quantity; and what is read of gross flows.

use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::{CLASS_STARTS, Commune, Territory};
use crate::state::population::{Founders, Occupation, Origin};
use std::fmt::Write;

/// A quantity that facts and founders both have.
struct Measure {
    name: &'static str,
    fact: fn(&Commune) -> f64,
    drawn: fn(&Counted) -> u32,
}

/// What is counted of the founders of one commune.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    classes: [u32; 7],
    active: u32,
    unemployed: u32,
    self_employed: u32,
    main: u32,
    second: u32,
    vacant: u32,
    jobs: u32,
    in_care: u32,
}

impl Counted {
    fn inhabitants(&self) -> u32 {
        self.classes.iter().sum()
    }
}

const MEASURES: [Measure; 16] = [
    Measure { name: "inhabitants", fact: |c| c.population, drawn: Counted::inhabitants },
    Measure { name: "aged 0 to 14", fact: |c| c.ages[0], drawn: |d| d.classes[0] },
    Measure { name: "aged 15 to 29", fact: |c| c.ages[1], drawn: |d| d.classes[1] },
    Measure { name: "aged 30 to 44", fact: |c| c.ages[2], drawn: |d| d.classes[2] },
    Measure { name: "aged 45 to 59", fact: |c| c.ages[3], drawn: |d| d.classes[3] },
    Measure { name: "aged 60 to 74", fact: |c| c.ages[4], drawn: |d| d.classes[4] },
    Measure { name: "aged 75 to 89", fact: |c| c.ages[5], drawn: |d| d.classes[5] },
    Measure { name: "aged 90 and more", fact: |c| c.ages[6], drawn: |d| d.classes[6] },
    Measure { name: "active, 15 to 64", fact: |c| c.active_15_64, drawn: |d| d.active },
    Measure { name: "unemployed, 15 to 64", fact: |c| c.unemployed_15_64, drawn: |d| d.unemployed },
    Measure { name: "self-employed", fact: Commune::self_employed_jobs, drawn: |d| d.self_employed },
    Measure { name: "main homes", fact: |c| c.main_homes, drawn: |d| d.main },
    Measure { name: "second homes", fact: |c| c.second_homes, drawn: |d| d.second },
    Measure { name: "vacant homes", fact: |c| c.vacant_homes, drawn: |d| d.vacant },
    Measure { name: "homes of every use", fact: |c| c.dwellings, drawn: |d| d.main + d.second + d.vacant },
    Measure { name: "jobs", fact: |c| c.jobs, drawn: |d| d.jobs },
];

/// Compared where the facts have it.
const IN_CARE: Measure =
    Measure { name: "in care homes", fact: |c| c.in_care.unwrap_or_default(), drawn: |d| d.in_care };

/// What is compared in a territory.
fn measures(territory: &Territory) -> impl Iterator<Item = &'static Measure> + Clone {
    let in_care = territory.known(|commune| commune.in_care).map(|_| &IN_CARE);
    MEASURES.iter().chain(in_care)
}

/// One quantity compared over all communes.
#[derive(Clone, Debug, PartialEq)]
pub struct Deviation {
    /// The quantity.
    pub name: &'static str,
    /// Total of the facts.
    pub fact: f64,
    /// Total of the founders.
    pub drawn: u32,
    /// Largest difference in a commune, founders less facts, in absolute value.
    pub worst: f64,
    /// The commune where it is.
    pub commune: String,
}

/// Every quantity compared.
#[must_use]
pub fn deviations(territory: &Territory, founders: &Founders) -> Vec<Deviation> {
    let counted = count(territory, founders);
    measures(territory)
        .map(|measure| {
            let mut deviation = Deviation {
                name: measure.name,
                fact: territory.total(measure.fact),
                drawn: counted.iter().map(measure.drawn).sum(),
                worst: 0.0,
                commune: String::new(),
            };
            for (commune, drawn) in territory.communes.iter().zip(&counted) {
                let difference = (f64::from((measure.drawn)(drawn)) - (measure.fact)(commune)).abs();
                if difference > deviation.worst {
                    deviation.worst = difference;
                    commune.name.clone_into(&mut deviation.commune);
                }
            }
            deviation
        })
        .collect()
}

/// The Markdown page that sets founders beside facts, and says which gross flows are read under these parameters.
#[must_use]
pub fn page(territory: &Territory, founders: &Founders, values: &Values) -> String {
    let mut page = format!(
        "# {}: synthetic population against the facts\n\nGenerated: `cargo run --release -p xtask -- territory-table > \
         docs/territory.md`; a test holds it fresh.\n\nFacts: {}.\nCensus weights have decimals, people have not: each \
         commune's count is rounded so that the territory keeps its total.\nFigures are founders / facts.\n\n\
         | quantity | founders | facts | worst deviation of a commune | where |\n|---|---:|---:|---:|---|\n",
        territory.title.0, territory.source
    );
    for deviation in deviations(territory, founders) {
        let Deviation { name, fact, drawn, worst, commune } = deviation;
        let _ = writeln!(page, "| {name} | {drawn} | {fact:.2} | {worst:.2} | {commune} |");
    }
    page += "\n| code | commune | inhabitants | adults | active | unemployed | homes | jobs | worst deviation |\n\
             |---|---|---:|---:|---:|---:|---:|---:|---:|\n";
    let youngest_adults = |at: usize| -> u32 { founders.children[at][15..].iter().sum() };
    for (at, (commune, drawn)) in territory.communes.iter().zip(count(territory, founders)).enumerate() {
        let worst = measures(territory)
            .map(|measure| (f64::from((measure.drawn)(&drawn)) - (measure.fact)(commune)).abs())
            .fold(0.0, f64::max);
        let _ = writeln!(
            page,
            "| {} | {} | {} / {} | {} | {} / {:.2} | {} / {:.2} | {} / {:.2} | {} / {:.2} | {worst:.2} |",
            commune.code_text,
            commune.name,
            drawn.inhabitants(),
            commune.population,
            drawn.inhabitants() - drawn.classes[0] - youngest_adults(at),
            drawn.active,
            commune.active_15_64,
            drawn.unemployed,
            commune.unemployed_15_64,
            drawn.main + drawn.second + drawn.vacant,
            commune.dwellings,
            drawn.jobs,
            commune.jobs,
        );
    }
    page += "\n| occupation | locals | newcomers |\n|---|---:|---:|\n";
    for occupation in Occupation::ALL {
        let with_origin = |origin: Origin| {
            let adults = &founders.adults;
            (0..adults.len())
                .filter(|at| adults.occupation[*at] == occupation && adults.origin[*at] == origin)
                .count()
        };
        let (locals, newcomers) = (with_origin(Origin::Local), with_origin(Origin::Newcomer));
        let _ = writeln!(page, "| {} | {locals} | {newcomers} |", occupation.words().0);
    }
    let secluded = founders.adults.secluded.iter().filter(|secluded| **secluded).count();
    let _ = writeln!(page, "\nOf these adults {secluded} live in a care home.");
    page + &flows(territory, values, secluded)
}

/// Gross flows of a year: those that are read, and departures, which are only compared.
fn flows(territory: &Territory, values: &Values, in_care: usize) -> String {
    let inhabitants = territory.total(|commune| commune.population);
    let persons = |per_thousand: f64| per_thousand * inhabitants / 1000.0;
    let row = Key::ArrivalsGross.row();
    let gross = values[Key::ArrivalsGross];
    let mut text = "\nGross flows of a year, by which people come and leave. Arrivals are read, and those into care homes are \
                    among them. No rule reads departures: hazards are fitted to net migration, and what comes of them is \
                    held against the count.\n\n| flow | persons | per 1,000 inhabitants | from |\n|---|---:|---:|---|\n"
        .to_owned();
    let from = match territory.known(|commune| commune.arrivals) {
        Some(_) => "column `arrivals`".to_owned(),
        None => format!("`{}`: {}", row.name, row.source),
    };
    let _ = writeln!(text, "| arrivals | {:.0} | {gross:.1} | {from} |", persons(gross));
    let into_care = values[Key::CareHomeArrivals] * in_care as f64;
    let _ = writeln!(
        text,
        "| of them into care homes | {into_care:.0} | {:.1} | `{}`, {in_care} residents |",
        1000.0 * into_care / inhabitants,
        Key::CareHomeArrivals.row().name
    );
    match territory.known(|commune| commune.departures) {
        Some(departures) => {
            let departures: f64 = departures.iter().sum();
            let rate = 1000.0 * departures / inhabitants;
            let _ =
                writeln!(text, "| departures, a check | {departures:.0} | {rate:.1} | column `departures` |");
        }
        None => text += "| departures, a check | | | no column `departures` |\n",
    }
    text
}

/// Counts the founders of every commune anew, person by person.
fn count(territory: &Territory, founders: &Founders) -> Vec<Counted> {
    let mut counted = vec![Counted::default(); territory.communes.len()];
    for (at, counted) in counted.iter_mut().enumerate() {
        let children = &founders.children[at];
        counted.classes[0] = children[..15].iter().sum();
        counted.classes[1] = children[15..].iter().sum();
        let homes = founders.homes[at];
        (counted.main, counted.second, counted.vacant) = (homes.main, homes.second, homes.vacant);
        counted.jobs = founders.jobs[at];
    }
    let adults = &founders.adults;
    for at in 0..adults.len() {
        let counted = &mut counted[usize::from(adults.commune[at])];
        let age = adults.age_years(at, founders.start);
        let class = CLASS_STARTS.iter().rposition(|start| *start <= age).unwrap_or(0);
        counted.classes[class] += 1;
        counted.in_care += u32::from(adults.secluded[at]);
        let occupation = adults.occupation[at];
        counted.active += u32::from(occupation.is_active());
        counted.unemployed += u32::from(occupation == Occupation::Unemployed);
        counted.self_employed += u32::from(occupation.is_self_employed());
    }
    counted
}
