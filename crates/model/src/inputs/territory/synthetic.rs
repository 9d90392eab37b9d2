//! A made-up territory from two totals, in the proportions of the reference.
//!
//! - Sizes follow the rank-size rule (Zipf 1949; Gabaix 1999): the adults of the commune of rank `r` are in proportion
//!   to `1 / r`, at least one each. In the reference the largest of 35 communes has 16 % of the inhabitants, under this
//!   rule 24 %: a made-up territory is more centred than the real one.
//! - Towns stand on a hexagonal grid around the centre of the reference, at the spacing that gives each commune the mean
//!   area of the reference, then moved by up to a fifth of the spacing each way; ranks are dealt over the grid by lot.
//! - Every other fact is the reference's count per adult, ages rounded to whole persons.
//!
//! The lots depend on the territory's name alone: neither seed nor scenario moves a made-up town.

use super::{Commune, Territory, apportion};
use crate::inputs::mistakes::Phrase;
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{CommuneCode, Draw, Source, Who, World};
use crate::kernel::units::Month;

/// What a made-up territory is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Communes, at most 9,999: their codes are S0001 to S9999.
    pub communes: u32,
    /// Adults (18 and more), when `initial.aged_15_17_among_15_29_share` has its default.
    pub adults: u32,
}

const MOST_COMMUNES: u32 = 9_999;
/// Kilometres of one degree of latitude.
const KM_PER_DEGREE: f64 = 111.195;

/// See [`Territory::synthetic`].
pub(super) fn territory(name: &str, totals: Totals) -> Result<Territory, Phrase> {
    let reference = Territory::reference();
    Ok(Territory {
        name: name.to_owned(),
        title: (name.to_owned(), name.to_owned()),
        source: format!("synthetic, in the proportions of {}: {}", reference.name, reference.source),
        census_year: reference.census_year,
        period_years: reference.period_years,
        communes: communes(name, totals)?,
        history: None,
    })
}

/// The communes of a made-up territory.
pub(super) fn communes(name: &str, totals: Totals) -> Result<Vec<Commune>, Phrase> {
    if totals.communes == 0 || totals.communes > MOST_COMMUNES {
        return Err(Phrase::MadeUpCommunes { most: MOST_COMMUNES, found: totals.communes });
    }
    if totals.adults < totals.communes {
        return Err(Phrase::TooFewAdults { adults: totals.adults, communes: totals.communes });
    }
    let model = Proportions::of(&Territory::reference());
    let lots = World { seed: Who::named(name).bits(), replicate: 0 }.source(Draw::MadeUpTerritory);
    let codes: Vec<String> = (1..=totals.communes).map(|number| format!("S{number:04}")).collect();
    let sizes = rank_sizes(totals);
    let ranks = by_lot(lots, totals.communes);
    let mut communes = Vec::with_capacity(codes.len());
    for (at, text) in codes.iter().enumerate() {
        let code = CommuneCode::parse(text).ok_or("codes of a made-up territory are sound")?;
        let mut commune = Commune::blank(code, text, &format!("Commune {}", at + 1));
        commune.point = point(lots, code, at as u32, &model);
        commune.area_km2 = model.area_km2;
        model.fill(&mut commune, sizes[ranks[at]]);
        let most = super::facts::MOST_OF_A_CLASS;
        if let Some(people) = commune.ages[1..].iter().copied().find(|people| *people > f64::from(most)) {
            return Err(Phrase::LargestCommune { people, most });
        }
        communes.push(commune);
    }
    Ok(communes)
}

/// Adults by rank: one each, the others in proportion to `1 / rank`.
fn rank_sizes(totals: Totals) -> Vec<u32> {
    let harmonic: f64 = (1..=totals.communes).map(|rank| 1.0 / f64::from(rank)).sum();
    let spare = f64::from(totals.adults - totals.communes);
    let shares: Vec<f64> = (1..=totals.communes).map(|rank| spare / harmonic / f64::from(rank)).collect();
    apportion(&shares).iter().map(|adults| adults + 1).collect()
}

/// The ranks `0..n` in an order drawn by lot.
fn by_lot(lots: Source, n: u32) -> Vec<usize> {
    let mut ranks: Vec<usize> = (0..n as usize).collect();
    order::by_key(&mut ranks, |rank| (lots.draw(Who::TERRITORY, Month::from_index(0), *rank as u32), *rank));
    ranks
}

/// The town number `at`, on a spiral of hexagons around the centre.
fn point(lots: Source, code: CommuneCode, at: u32, model: &Proportions) -> (f64, f64) {
    let spacing_km = (2.0 * model.area_km2 / 3.0_f64.sqrt()).sqrt();
    let (q, r) = spiral(at);
    let [first, second, ..] = lots.draws(Who::commune(code), Month::from_index(0), 0);
    let east = spacing_km * (f64::from(q) + f64::from(r) / 2.0 + 0.4 * (first.value() - 0.5));
    let north = spacing_km * (f64::from(r) * 3.0_f64.sqrt() / 2.0 + 0.4 * (second.value() - 0.5));
    let latitude = model.centre.0 + north / KM_PER_DEGREE;
    let parallel = crate::kernel::portable::cos(latitude * std::f64::consts::PI / 180.0);
    (latitude, model.centre.1 + east / (KM_PER_DEGREE * parallel))
}

/// Axial coordinates of the hexagon number `at` of a spiral: the centre, its ring of 6, the next of 12 ...
fn spiral(at: u32) -> (i32, i32) {
    const SIDES: [(i32, i32); 6] = [(-1, 1), (-1, 0), (0, -1), (1, -1), (1, 0), (0, 1)];
    let (mut ring, mut left) = (0_i32, at as i32);
    while left > ring * 6 - i32::from(ring > 0) {
        left -= if ring == 0 { 1 } else { ring * 6 };
        ring += 1;
    }
    if ring == 0 {
        return (0, 0);
    }
    let (side, step) = ((left / ring) as usize, left % ring);
    let (mut q, mut r) = (ring, 0);
    for (dq, dr) in &SIDES[..side] {
        q += dq * ring;
        r += dr * ring;
    }
    (q + SIDES[side].0 * step, r + SIDES[side].1 * step)
}

/// Counts of the reference per adult.
struct Proportions {
    centre: (f64, f64),
    area_km2: f64,
    /// Adults of the six adult classes, as shares.
    classes: [f64; 6],
    /// Children aged 0 to 14 per adult.
    children: f64,
    /// Share of those aged 15 to 17 among 15 to 29.
    youth: f64,
    /// Active residents among those of active age, a third of the class 60-74 counted.
    activity: f64,
    unemployment: f64,
    /// Everything else, per adult.
    sums: Commune,
    adults: f64,
}

impl Proportions {
    fn of(reference: &Territory) -> Self {
        let n = reference.communes.len() as f64;
        let youth = Key::YouthShare.row().default;
        let ages: [f64; 7] = std::array::from_fn(|class| reference.total(|commune| commune.ages[class]));
        let adult_ages: [f64; 6] =
            std::array::from_fn(|class| if class == 0 { ages[1] * (1.0 - youth) } else { ages[class + 1] });
        let adults: f64 = adult_ages.iter().sum();
        let mut sums = reference.communes[0].clone();
        for column in &super::COLUMNS {
            (column.put)(&mut sums, reference.total(column.get));
        }
        Self {
            centre: (reference.total(|c| c.point.0) / n, reference.total(|c| c.point.1) / n),
            area_km2: sums.area_km2 / n,
            classes: adult_ages.map(|people| people / adults),
            children: ages[0] / adults,
            youth,
            activity: sums.active_15_64 / workable(&ages),
            unemployment: sums.unemployed_15_64 / sums.active_15_64,
            sums,
            adults,
        }
    }

    /// Gives a commune of so many adults all its counts.
    fn fill(&self, commune: &mut Commune, adults: u32) {
        let scale = f64::from(adults) / self.adults;
        for column in super::COLUMNS.iter().skip(3) {
            (column.put)(commune, (column.get)(&self.sums) * scale);
        }
        let classes = apportion(&self.classes.map(|share| share * f64::from(adults)));
        commune.ages[0] = (self.children * f64::from(adults)).round();
        commune.ages[1] = f64::from(with_youth(classes[0], self.youth));
        for (class, people) in classes.iter().enumerate().skip(1) {
            commune.ages[class + 1] = f64::from(*people);
        }
        commune.population = commune.ages.iter().sum();
        commune.population_before =
            commune.population - commune.births + commune.deaths - commune.net_migration;
        commune.active_15_64 = workable(&commune.ages) * self.activity;
        commune.unemployed_15_64 = commune.active_15_64 * self.unemployment;
        commune.households = commune.households.min(commune.population);
    }
}

/// People of an age to work: 15 to 59, and a third of 60 to 74.
pub(super) fn workable(ages: &[f64; 7]) -> f64 {
    ages[1] + ages[2] + ages[3] + ages[4] / 3.0
}

/// The people aged 15 to 29 of whom so many are left when the youth share, rounded, is taken away.
fn with_youth(adults: u32, youth: f64) -> u32 {
    let mut people = adults;
    while people - ((f64::from(people) * youth).round() as u32).min(people) < adults {
        people += 1;
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spiral_gives_each_town_its_own_hexagon() {
        let cells: std::collections::BTreeSet<(i32, i32)> = (0..91).map(spiral).collect();
        assert_eq!(cells.len(), 91);
        assert!(cells.iter().all(|(q, r)| q.abs().max(r.abs()).max((q + r).abs()) <= 5));
    }

    #[test]
    fn taking_the_youth_away_leaves_the_adults() {
        for adults in 0..200 {
            let people = with_youth(adults, 0.25);
            assert_eq!(people - (f64::from(people) * 0.25).round() as u32, adults);
        }
    }
}
