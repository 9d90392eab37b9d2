//! The synthetic population: people who could be those whom the census counted.
//!
//! Counts are matched, persons are drawn. Classes of age, active and unemployed, homes and jobs of each commune are
//! those of the facts, rounded to whole numbers that keep the territory's total; who has which attribute is drawn at the
//! stable address of each. An adult's address is their rank within commune and age class, classes interleaved, so that
//! one person more in a class takes nobody else's address. Draws know the world, but not the start: the same
//! people live in every scenario of a world, born as many months before its start. In a year other than that of the
//! census, facts are those that the territory's history tells ([`Territory::at`]): there are more or fewer people of a
//! class, at the same addresses.

use super::activity::{Candidate, counts, occupations};
use super::ages::{AgeCurve, Bands, FIRST_ADULT_BAND, bands};
use super::care;
use super::selection::first_in;
use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::{Commune, Territory, apportion, apportion_table};
use crate::kernel::portable::{exp, ln_1p, pow};
use crate::kernel::random::{Draw, Source, Uniform, Who, World};
use crate::kernel::units::Month;
use crate::state::population::{ADULT_YEARS, Adults, Children, Founders, Homes, Occupation, Origin};
use std::ops::Range;

/// The month at which founders draw, whatever the start.
const BEFORE_TIME: Month = Month::from_index(0);
/// Adult age classes, interleaved in the index of an address.
const ADULT_BANDS: usize = 6;
/// Draws of a child in a band begin at this multiple of the band, in a commune's draws.
const CHILD_DRAWS: u32 = 1 << 24;

/// Places of the first four draws of an adult; those of [`Candidate`] come next.
const AGE: usize = 0;
const SECLUDED: usize = 1;
const ORIGIN: usize = 2;
const TENURE: usize = 3;

impl Founders {
    /// Draws the people of a territory at `simulation.start`, in one world.
    #[must_use]
    pub fn draw(territory: &Territory, values: &Values, world: World) -> Self {
        let source = world.source(Draw::Founder);
        let start = Month::from_index(values[Key::Start] as u32);
        let (territory, _) = territory.at(start);
        let territory = &*territory;
        let people = people_by_band(territory, values[Key::YouthShare]);
        let curve = AgeCurve::new(&people, values);
        let mut children = Vec::with_capacity(people.len());
        let births = world.source(Draw::FounderChild);
        let mut drawing = Drawing { source, births, start, curve: &curve, adults: Adults::default() };
        for (at, (commune, bands)) in territory.communes.iter().zip(&people).enumerate() {
            children.push(drawing.children(commune, bands));
            drawing.adults(commune, at as u16, bands);
        }
        let mut adults = drawing.adults;
        let first_draws: Vec<[Uniform; 4]> = draws(source, &adults, 0);
        let ranges = ranges(&people);
        let old: Vec<[u32; 2]> = people.iter().map(|bands| [bands[6], bands[7]]).collect();
        let residents = care::residents(territory, &old, values);
        seclude(&mut adults, &residents, start, &ranges, &first_draws, values);
        settle(&mut adults, start, &first_draws, values);
        employ(&mut adults, territory, start, &ranges, source, values);
        let homes = homes(territory);
        let jobs = apportion(&territory.communes.iter().map(|commune| commune.jobs).collect::<Vec<_>>());
        Self { start, adults, children, homes, jobs }
    }
}

/// People of each commune by band of age; the territory keeps its inhabitants and, in whole numbers, its classes.
fn people_by_band(territory: &Territory, youth_share: f64) -> Vec<Bands> {
    let classes: Vec<[f64; 7]> = territory.communes.iter().map(|commune| commune.ages).collect();
    let inhabitants =
        apportion(&territory.communes.iter().map(|commune| commune.population).collect::<Vec<_>>());
    apportion_table(&classes, &inhabitants).iter().map(|classes| bands(classes, youth_share)).collect()
}

/// The adults of each commune, as positions of the columns.
fn ranges(people: &[Bands]) -> Vec<Range<usize>> {
    let mut end = 0;
    people
        .iter()
        .map(|bands| {
            let start = end;
            end += bands[FIRST_ADULT_BAND..].iter().map(|people| *people as usize).sum::<usize>();
            start..end
        })
        .collect()
}

fn draws(source: Source, adults: &Adults, block: u32) -> Vec<[Uniform; 4]> {
    let mut draws = vec![[Uniform::default(); 4]; adults.len()];
    source.fill(&adults.address, BEFORE_TIME, block, &mut draws);
    draws
}

struct Drawing<'a> {
    source: Source,
    /// Draws of the ages of children.
    births: Source,
    start: Month,
    curve: &'a AgeCurve,
    adults: Adults,
}

impl Drawing<'_> {
    /// Children of a commune by year of age.
    fn children(&self, commune: &Commune, bands: &Bands) -> Children {
        let mut children = Children::default();
        for (band, people) in bands.iter().enumerate().take(FIRST_ADULT_BAND) {
            for at in 0..*people {
                let draw = band as u32 * CHILD_DRAWS + at;
                let uniform = self.births.draw(Who::commune(commune.code), BEFORE_TIME, draw);
                let months = self.curve.months(band, stratum(at, *people, uniform));
                children[(months / 12) as usize] += 1;
            }
        }
        children
    }

    /// The adults of a commune, by ascending address, with their ages.
    fn adults(&mut self, commune: &Commune, at: u16, bands: &Bands) {
        let bands = &bands[FIRST_ADULT_BAND..];
        let most = bands.iter().copied().max().unwrap_or(0);
        for rank in 0..most {
            for (band, people) in bands.iter().enumerate().filter(|(_, people)| rank < **people) {
                let who = Who::founder(commune.code, rank * ADULT_BANDS as u32 + band as u32);
                let uniform = self.source.draws(who, BEFORE_TIME, 0)[AGE];
                let months = self.curve.months(FIRST_ADULT_BAND + band, stratum(rank, *people, uniform));
                let birth = Month::from_index(self.start.index() - months);
                self.adults.address.push(who);
                self.adults.birth.push(birth);
                self.adults.arrived.push(birth);
                self.adults.commune.push(at);
                self.adults.origin.push(Origin::Local);
                self.adults.occupation.push(Occupation::Inactive);
                self.adults.secluded.push(false);
            }
        }
    }
}

/// The quantile of the `rank`-th of `people`, somewhere in a stratum of their own.
fn stratum(rank: u32, people: u32, uniform: Uniform) -> f64 {
    (f64::from(rank) + uniform.value()) / f64::from(people)
}

/// Who lives in a care home: those aged 90 and more at the odds of their share against those aged 75 to 89.
fn seclude(
    adults: &mut Adults,
    residents: &[u32],
    start: Month,
    ranges: &[Range<usize>],
    draws: &[[Uniform; 4]],
    values: &Values,
) {
    let odds = |key: Key| values[key] / (1.0 - values[key]);
    let (old, oldest) = (odds(Key::CareHomeOld), odds(Key::CareHomeOldest));
    for (range, count) in ranges.iter().zip(residents) {
        let age = |at: u32| adults.age_years(at as usize, start);
        let candidates: Vec<u32> = positions(range).filter(|at| age(*at) >= 75).collect();
        let (chosen, _) = first_in(&candidates, *count, |at| {
            draws[at as usize][SECLUDED].arrival(if age(at) < 90 { old } else { oldest })
        });
        for at in chosen {
            adults.secluded[at as usize] = true;
        }
    }
}

/// Who is a newcomer, and since when everybody is here. Newcomers are a share of the territory's adults, younger people first,
/// none in a care home; years since arrival are exponential, cut at the age. Locals came back or turned 18 here: years are
/// exponential too, and whoever would have come before that age was born here.
fn settle(adults: &mut Adults, start: Month, draws: &[[Uniform; 4]], values: &Values) {
    let count = (adults.len() as f64 * values[Key::NewcomerShare]).round() as u32;
    let candidates: Vec<u32> =
        positions(&(0..adults.len())).filter(|at| !adults.secluded[*at as usize]).collect();
    let age_years = |at: u32| f64::from(start.months_after(adults.birth[at as usize])) / 12.0;
    let decade = values[Key::NewcomerAgeing];
    let (newcomers, _) = first_in(&candidates, count, |at| {
        let decades = (age_years(at) - f64::from(ADULT_YEARS)) / 10.0;
        draws[at as usize][ORIGIN].arrival(pow(decade, decades))
    });
    for (at, draws) in draws.iter().enumerate() {
        let years = values[Key::LocalPresence] * draws[TENURE].exponential(1.0);
        if years < age_years(at as u32) - f64::from(ADULT_YEARS) {
            adults.arrived[at] = Month::from_index(start.index() - (years * 12.0) as u32);
        }
    }
    let mean = values[Key::NewcomerTenure];
    for at in newcomers {
        let within_age = 1.0 - exp(-age_years(at) / mean);
        let at = at as usize;
        let years = -mean * ln_1p(-draws[at][TENURE].value() * within_age);
        let arrived = Month::from_index(start.index() - (years * 12.0) as u32);
        adults.arrived[at] = arrived.max(adults.birth[at]);
        adults.origin[at] = Origin::Newcomer;
    }
}

/// What everybody does.
fn employ(
    adults: &mut Adults,
    territory: &Territory,
    start: Month,
    ranges: &[Range<usize>],
    source: Source,
    values: &Values,
) {
    let workable: Vec<u32> = ranges
        .iter()
        .map(|range| range.clone().filter(|at| adults.age_years(*at, start) < 65).count() as u32)
        .collect();
    let counts = counts(territory, &workable, values);
    for (range, counts) in ranges.iter().zip(counts) {
        let candidates: Vec<Candidate> = range
            .clone()
            .map(|at| {
                let blocks = [1, 2].map(|block| source.draws(adults.address[at], BEFORE_TIME, block));
                Candidate {
                    age_years: adults.age_years(at, start),
                    newcomer: adults.origin[at] == Origin::Newcomer,
                    draws: std::array::from_fn(|draw| blocks[draw / 4][draw % 4]),
                }
            })
            .collect();
        adults.occupation[range.clone()].copy_from_slice(&occupations(&candidates, counts, values));
    }
}

/// Homes of each commune; each use keeps its total over the territory.
fn homes(territory: &Territory) -> Vec<Homes> {
    let uses: Vec<[f64; 3]> =
        territory.communes.iter().map(|c| [c.main_homes, c.second_homes, c.vacant_homes]).collect();
    let dwellings =
        apportion(&territory.communes.iter().map(|commune| commune.dwellings).collect::<Vec<_>>());
    apportion_table(&uses, &dwellings)
        .into_iter()
        .map(|[main, second, vacant]| Homes { main, second, vacant })
        .collect()
}

fn positions(range: &Range<usize>) -> impl Iterator<Item = u32> + use<> {
    range.start as u32..range.end as u32
}
