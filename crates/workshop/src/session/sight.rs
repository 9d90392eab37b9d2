//! What is seen of a world at the month that is looked at: communes, places, works, residents, ties.

use super::Session;
use super::lives::resident;
use crate::answer::{Answer, NOTHING, told};
use crate::refusal::Refusal;
use crate::words::Words;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::order;
use hameau_model::kernel::units::great_circle_km;
use hameau_model::rules::step::State;
use hameau_model::state::places::{NOWHERE, Rung};
use hameau_model::state::population::{Origin, Row};
use hameau_model::state::ties::{UNITS_PER_HOUR, units};
use hameau_model::state::works::{Order, Purpose, Stage};
use serde::Serialize;

/// What a commune is, whatever happens.
#[derive(Serialize)]
pub(super) struct CommuneFacts {
    code: String,
    name: String,
    /// Kilometres east of the westernmost town.
    x: f64,
    /// Kilometres south of the northernmost town.
    y: f64,
    /// Inhabitants at the founding.
    population: u32,
}

#[derive(Serialize)]
struct Map {
    month: u32,
    /// The month that comes next, as `2022-06`.
    next: String,
    communes: Vec<CommuneNow>,
    places: Vec<PlaceNow>,
    works: Vec<WorkNow>,
}

/// Adults of a commune. Whoever cooperates gives time to a place or a common work, is part of one, or does a small job with
/// somebody.
#[derive(Clone, Default, Serialize)]
struct CommuneNow {
    locals: u32,
    newcomers: u32,
    locals_cooperating: u32,
    newcomers_cooperating: u32,
    users_local: u32,
    users_newcomer: u32,
    children: u32,
}

#[derive(Serialize)]
#[allow(clippy::struct_excessive_bools, reason = "what a place offers is a list of yes and no")]
struct PlaceNow {
    name: String,
    commune: u16,
    /// `place`, `circle` (a facilitator's, without a place) or `own` (made by a common work).
    kind: &'static str,
    open: bool,
    capacity: u32,
    users: [u32; 2],
    facilitated: bool,
    fablab: bool,
    public_service: bool,
}

#[derive(Serialize)]
struct WorkNow {
    commune: u16,
    stage: &'static str,
    order: &'static str,
    purpose: &'static str,
    needed: u32,
    team: [u32; 2],
    mixed: bool,
}

#[derive(Default, Serialize)]
struct Columns {
    who: Vec<String>,
    /// 0 local, 1 newcomer.
    origin: Vec<u8>,
    age: Vec<u32>,
    cooperates: Vec<u8>,
    user: Vec<u8>,
    /// Strong ties.
    tied: Vec<u8>,
    /// Of them, with somebody of the other origin.
    cross: Vec<u8>,
}

#[derive(Serialize)]
struct Ego {
    who: String,
    origin: u8,
    age: u32,
    commune: u16,
    occupation: Words,
    cooperates: bool,
    user: bool,
    /// Months since the arrival; of a local who never left, since birth.
    here_months: u32,
    ties: Vec<Tie>,
}

#[derive(Serialize)]
struct Tie {
    who: String,
    hours: f64,
    origin: u8,
    commune: u16,
    cooperates: bool,
    strong: bool,
}

/// Where communes lie: one factor will do for so small a land.
pub(super) fn commune_facts(scenario: &Scenario, state: &State) -> Vec<CommuneFacts> {
    let communes = &scenario.territory.communes;
    let least =
        |of: fn(&(f64, f64)) -> f64| communes.iter().map(|one| of(&one.point)).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(f64, f64)) -> f64| {
        communes.iter().map(|one| of(&one.point)).fold(f64::NEG_INFINITY, f64::max)
    };
    let (south, north, west) = (least(|point| point.0), most(|point| point.0), least(|point| point.1));
    let middle = f64::midpoint(south, north);
    let km_of_latitude = great_circle_km((middle - 0.5, west), (middle + 0.5, west));
    let km_of_longitude = great_circle_km((middle, west), (middle, west + 1.0));
    let rounded = |km: f64| (km * 100.0).round() / 100.0;
    let inhabitants = state.inhabitants();
    let fact = |(commune, population): (&hameau_model::inputs::territory::Commune, u32)| CommuneFacts {
        code: commune.code_text.clone(),
        name: commune.name.clone(),
        x: rounded((commune.point.1 - west) * km_of_longitude),
        y: rounded((north - commune.point.0) * km_of_latitude),
        population,
    };
    communes.iter().zip(inhabitants).map(fact).collect()
}

/// Whether each resident cooperates, by row.
fn cooperating(state: &State) -> Vec<bool> {
    let mut all: Vec<bool> = (0..state.residents.rows())
        .map(|at| state.users.rung[at] >= Rung::Contributor || state.works.of_resident[at] > 0)
        .collect();
    for row in state.collaborations.going_on.iter().flat_map(|job| job.pair) {
        all[row as usize] = true;
    }
    all
}

fn label(state: &State, row: Row) -> String {
    state.residents.address[row as usize].label().unwrap_or_default()
}

fn is_newcomer(state: &State, row: Row) -> bool {
    state.residents.origin[row as usize] == Origin::Newcomer
}

impl Session {
    /// Communes, places and works.
    pub fn map(&self) -> Answer {
        let state = self.state();
        let month = self.month();
        told(&Map {
            month,
            next: self.scenario.start().plus(month).to_string(),
            communes: communes(state),
            places: places(state),
            works: works(state, self.scenario.values[Key::MixedShare]),
        })
    }

    /// The residents of a commune, as columns, by address.
    pub fn people(&self, commune: u32) -> Answer {
        let commune = self.commune(commune)?;
        let state = self.state();
        let cooperates = cooperating(state);
        let month = self.scenario.start().plus(self.month());
        let strong = units(self.scenario.values[Key::StrongHours]);
        let mut columns = Columns::default();
        for row in state.residents.order() {
            let at = *row as usize;
            if state.residents.commune[at] != commune {
                continue;
            }
            let ties = || state.ties.of(*row).filter(|(_, stock)| *stock >= strong);
            let other = |tie: &(Row, u16)| is_newcomer(state, tie.0) != is_newcomer(state, *row);
            columns.who.push(label(state, *row));
            columns.origin.push(state.residents.origin[at] as u8);
            columns.age.push(state.residents.age(*row, month));
            columns.cooperates.push(u8::from(cooperates[at]));
            columns.user.push(u8::from(state.users.place[at] != NOWHERE));
            columns.tied.push(ties().count() as u8);
            columns.cross.push(ties().filter(other).count() as u8);
        }
        told(&columns)
    }

    /// A resident and those tied to them, the closest first; nothing for whoever is not here.
    pub fn ego(&self, who: &str) -> Answer {
        let address = resident(who)?;
        let state = self.state();
        let people = &state.residents;
        let Ok(found) = people.order().binary_search_by_key(&address, |row| people.address[*row as usize])
        else {
            return Ok(NOTHING.to_owned());
        };
        let row = people.order()[found];
        let at = row as usize;
        let cooperates = cooperating(state);
        let month = self.scenario.start().plus(self.month());
        let strong = units(self.scenario.values[Key::StrongHours]);
        let mut all: Vec<(Row, u16)> = state.ties.of(row).collect();
        order::by_key(&mut all, |(other, stock)| {
            (std::cmp::Reverse(*stock), people.address[*other as usize])
        });
        let tie = |(other, stock): (Row, u16)| Tie {
            who: label(state, other),
            hours: (f64::from(stock) / UNITS_PER_HOUR * 10.0).round() / 10.0,
            origin: people.origin[other as usize] as u8,
            commune: people.commune[other as usize],
            cooperates: cooperates[other as usize],
            strong: stock >= strong,
        };
        told(&Ego {
            who: label(state, row),
            origin: people.origin[at] as u8,
            age: people.age(row, month),
            commune: people.commune[at],
            occupation: people.occupation[at].words().into(),
            cooperates: cooperates[at],
            user: state.users.place[at] != NOWHERE,
            here_months: month.months_after(people.arrived[at]),
            ties: all.into_iter().map(tie).collect(),
        })
    }

    /// The commune of this number.
    fn commune(&self, number: u32) -> Result<u16, Refusal> {
        let communes = self.scenario.territory.communes.len();
        if (number as usize) < communes {
            return Ok(number as u16);
        }
        let last = communes - 1;
        Err(Refusal::one(&format!("there is no commune {number}: the last of {communes} is {last}")))
    }
}

fn communes(state: &State) -> Vec<CommuneNow> {
    let cooperates = cooperating(state);
    let mut all = vec![CommuneNow::default(); state.children.len()];
    for row in state.residents.order() {
        let at = *row as usize;
        let commune = &mut all[state.residents.commune[at] as usize];
        let (count, active, users) = if is_newcomer(state, *row) {
            (&mut commune.newcomers, &mut commune.newcomers_cooperating, &mut commune.users_newcomer)
        } else {
            (&mut commune.locals, &mut commune.locals_cooperating, &mut commune.users_local)
        };
        *count += 1;
        *active += u32::from(cooperates[at]);
        *users += u32::from(state.users.place[at] != NOWHERE);
    }
    for (commune, ages) in all.iter_mut().zip(&state.children) {
        commune.children = ages.iter().sum();
    }
    all
}

fn places(state: &State) -> Vec<PlaceNow> {
    let now = |place: &hameau_model::state::places::SharedPlace| {
        let newcomers = place.users.iter().filter(|row| is_newcomer(state, **row)).count() as u32;
        let hours = place.facilitation;
        PlaceNow {
            name: place.name.clone(),
            commune: place.commune,
            kind: match (place.made_by_work, place.desks) {
                (true, _) => "own",
                (false, true) => "place",
                (false, false) => "circle",
            },
            open: place.open,
            capacity: place.capacity,
            users: [place.users.len() as u32 - newcomers, newcomers],
            facilitated: hours.common + hours.introductions + hours.outreach + hours.convening > 0.0,
            fablab: place.fablab,
            public_service: place.public_service,
        }
    };
    state.places.iter().map(now).collect()
}

fn works(state: &State, least: f64) -> Vec<WorkNow> {
    let lasting = state.works.list.iter().filter(|work| work.stage != Stage::Ended);
    let now = |work: &hameau_model::state::works::CommonWork| WorkNow {
        commune: work.commune,
        stage: if work.stage == Stage::Operating { "operating" } else { "building" },
        order: match work.order {
            Order::GivenTool => "given_tool",
            Order::ToolFirst => "tool_first",
            Order::CommitmentFirst => "commitment_first",
            Order::Scaled => "scaled",
        },
        purpose: match work.purpose {
            Purpose::MutualService => "mutual_service",
            Purpose::ProductiveVenture => "productive_venture",
            Purpose::CulturalCommons => "cultural_commons",
        },
        needed: work.needed,
        team: work.by_origin(&state.residents),
        mixed: work.is_mixed(&state.residents, least),
    };
    lasting.map(now).collect()
}
