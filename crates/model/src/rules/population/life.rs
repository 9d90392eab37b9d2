//! Deaths, births, birthdays and departures.

use super::departure::DepartureRates;
use crate::inputs::parameters::{Key, Values};
use crate::kernel::order;
use crate::kernel::parallel;
use crate::kernel::portable::exp;
use crate::kernel::random::{CommuneCode, Draw, Source, Uniform, Who};
use crate::kernel::units::{Month, monthly_probability};
use crate::state::moment::Moment;
use crate::state::population::{ADULT_YEARS, Brought, Children, Entrant, Occupation, Origin, Residents, Row};
use crate::state::ties::Survey;

/// Hazard of death per year at an age in years: `A + B e^(C age)` (Gompertz 1825, Makeham 1860).
#[must_use]
pub fn death_per_year(values: &Values, age_years: f64) -> f64 {
    values[Key::MortalityBase]
        + values[Key::MortalitySenescent] * exp(values[Key::MortalityAgeSlope] * age_years)
}

/// What happened this month.
#[derive(Clone, Debug, Default)]
pub struct LifeEvents {
    /// Rows of those who died.
    pub died: Vec<Row>,
    /// Rows of those who left, with the number of children they took along.
    pub departed: Vec<(Row, u32)>,
    /// Births by commune.
    pub births: u32,
}

/// Tabulated monthly chances of death by year of age.
#[derive(Clone, Debug)]
pub struct LifeTable {
    monthly: Vec<f64>,
}

impl LifeTable {
    /// For ages of 0 to 130 years, taken in the middle of each year.
    #[must_use]
    pub fn new(values: &Values) -> Self {
        let monthly =
            (0..=130).map(|age| monthly_probability(death_per_year(values, f64::from(age) + 0.5))).collect();
        Self { monthly }
    }
}

/// Adults, and what holds each of them here, by row.
#[derive(Clone, Copy, Debug)]
pub struct Lives<'a> {
    /// The adults.
    pub residents: &'a Residents,
    /// Counts over their ties at the end of last month.
    pub surveys: &'a [Survey],
    /// Fit in a community, 0 to 1.
    pub fit: &'a [f64],
}

/// Children by commune.
#[derive(Debug)]
pub struct Young<'a> {
    /// By year of age.
    pub children: &'a mut [Children],
    /// Of them, those born since the last January.
    pub newborns: &'a mut [u32],
}

/// Deaths, births and departures of a month, drawn from the state at its start; applies births to the counts of children
/// and takes leaving children out of them.
pub fn live(moment: &Moment, table: &LifeTable, lives: &Lives<'_>, young: &mut Young<'_>) -> LifeEvents {
    let Lives { residents, surveys, fit } = *lives;
    let Young { children, newborns } = young;
    let source = moment.source(Draw::Life);
    let birth = monthly_probability(moment.value(Key::Births));
    let recent = moment.value(Key::DepartureNewcomerYears) * 12.0;
    let rates = DepartureRates::new(moment.values);
    let most: Vec<Most> = (0..table.monthly.len()).map(|age| Most::at(age, table, birth, &rates)).collect();
    let parents = parents_by_commune(residents, children.len(), moment.month);
    let mut events = LifeEvents::default();
    let happened = parallel::chunks(residents.order(), |rows| {
        let mut happened = Vec::new();
        residents.each_drawn(
            source,
            moment.month,
            0,
            rows,
            |_| true,
            |row, [death, child, departure, _]| {
                let age = residents.age(row, moment.month);
                let most = &most[(age as usize).min(most.len() - 1)];
                // Combined without a branch each: nothing happens to most, whom one comparison sets aside.
                if (death.value() >= most.death)
                    & (child.value() >= most.birth)
                    & (departure.value() >= most.departure)
                {
                    return;
                }
                if death.bernoulli(most.death) {
                    happened.push((row, Happening::Death));
                    return;
                }
                if child.bernoulli(most.birth) {
                    happened.push((row, Happening::Birth));
                }
                let at = row as usize;
                let newcomer = residents.origin[at] == Origin::Newcomer;
                let since = f64::from(moment.month.since(residents.arrived[at]));
                let recent = newcomer && since < recent;
                let hazard = rates.per_year(age, surveys[at].strong, fit[at], recent);
                if !residents.secluded[at] && departure.bernoulli(monthly_probability(hazard)) {
                    happened.push((row, Happening::Departure));
                }
            },
        );
        happened
    });
    let taken = moment.source(Draw::ChildrenTaken);
    for (row, what) in happened.into_iter().flatten() {
        let commune = residents.commune[row as usize] as usize;
        match what {
            Happening::Death => events.died.push(row),
            Happening::Birth => {
                children[commune][0] += 1;
                newborns[commune] += 1;
                events.births += 1;
            }
            Happening::Departure => {
                let children_along = if is_parent(residents.age(row, moment.month)) {
                    let along = taken.draws(residents.address[row as usize], moment.month, 0);
                    take_children(&mut children[commune], parents[commune], along)
                } else {
                    0
                };
                events.departed.push((row, children_along));
            }
        }
    }
    events
}

/// Chances that nobody of an age exceeds in a month.
struct Most {
    /// The chance of everybody of the age.
    death: f64,
    /// Likewise.
    birth: f64,
    departure: f64,
}

impl Most {
    fn at(age: usize, table: &LifeTable, birth: f64, rates: &DepartureRates) -> Self {
        Self {
            death: table.monthly[age],
            birth: if (20..40).contains(&age) { birth } else { 0.0 },
            // A probability never exceeds its hazard; the excess is far above what is lost by rounding.
            departure: rates.most_per_year(age as u32) / 12.0 * (1.0 + 1e-9),
        }
    }
}

/// What happens to a resident.
#[derive(Clone, Copy)]
enum Happening {
    Death,
    Birth,
    Departure,
}

/// Ages at which children live with an adult.
fn is_parent(age: u32) -> bool {
    (25..50).contains(&age)
}

fn parents_by_commune(residents: &Residents, communes: usize, month: Month) -> Vec<u32> {
    let mut parents = vec![0; communes];
    for row in residents.order() {
        // Added and not asked for: an age is chance to a processor.
        parents[residents.commune[*row as usize] as usize] +=
            u32::from(is_parent(residents.age(*row, month)));
    }
    parents
}

/// Takes the share of a commune's children that goes with one adult of parental age out of the counts; how many is the
/// mean or the next number by chance, their ages are drawn among those present.
fn take_children(children: &mut Children, parents: u32, draws: [Uniform; 4]) -> u32 {
    let [how_many, ages @ ..] = draws;
    let present: u32 = children.iter().sum();
    let mean = f64::from(present) / f64::from(parents.max(1));
    let wanted = ((mean + how_many.value()) as u32).min(present).min(ages.len() as u32);
    for age in ages.iter().take(wanted as usize) {
        let left: u32 = children.iter().sum();
        let mut at = age.index(left);
        for count in children.iter_mut() {
            if at < *count {
                *count -= 1;
                break;
            }
            at -= *count;
        }
    }
    wanted
}

/// Each January children grow a year older, but for those born since the last one, who complete their year 0; those who turn 18 become residents, historical locals without an occupation.
/// Returns them in the order of communes. A birthday falls on January 1st for all, but birth months are drawn.
pub fn birthdays(
    moment: &Moment,
    codes: &[CommuneCode],
    children: &mut [Children],
    newborns: &mut [u32],
) -> Vec<Entrant> {
    if moment.month.of_year() != 1 {
        return Vec::new();
    }
    let source = moment.source(Draw::ComingOfAge);
    let mut entrants: Vec<Entrant> = Vec::new();
    for (commune, counts) in children.iter_mut().enumerate() {
        let adults = counts[ADULT_YEARS as usize - 1];
        counts.rotate_right(1);
        let born = std::mem::take(&mut newborns[commune]).min(counts[1]);
        counts[0] = born;
        counts[1] -= born;
        for slot in 0..adults {
            let address = Who::come_of_age(codes[commune], moment.month, slot);
            entrants.push(come_of_age(moment, source, address, commune as u16));
        }
    }
    order::by_key(&mut entrants, |entrant| entrant.address);
    entrants
}

fn come_of_age(moment: &Moment, source: Source, address: Who, commune: u16) -> Entrant {
    let [skill, born, ..] = source.draws(address, moment.month, 0);
    let birth = Month::from_index(moment.month.index() - ADULT_YEARS * 12 - born.index(12));
    Entrant {
        address,
        origin: Origin::Local,
        birth,
        arrived: birth,
        commune,
        occupation: Occupation::Inactive,
        secluded: false,
        skill: skill.value(),
        brought: Brought::No,
    }
}
