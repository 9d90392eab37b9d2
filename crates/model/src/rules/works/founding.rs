//! The works that run at the start, as they stand in the long run: without them every run of fifteen years is the time in which
//! they fill (model 4.7).

use crate::inputs::parameters::{Key, Values};
use crate::kernel::order;
use crate::kernel::portable::exp;
use crate::kernel::random::{Draw, Uniform, Who};
use crate::kernel::units::Month;
use crate::rules::works::ideas::Sources;
use crate::rules::works::life::{capacity, end_per_year};
use crate::rules::works::needs::{has, known_through_tie};
use crate::state::moment::Moment;
use crate::state::needs::Need;
use crate::state::places::{Rung, Users};
use crate::state::population::Row;
use crate::state::works::{CommonWork, Purpose, Stage, Starter, Works};

/// Hazard per year by which works end for want of people, added to their own where ages are drawn.
const WANT_OF_PEOPLE_PER_YEAR: f64 = 0.02;

/// Oldest work at the start.
const MOST_MONTHS: f64 = 600.0;

/// Founds the works of every commune: a Poisson number in proportion to its adults, ages exponential by purpose, teams from the
/// circle of somebody who has the idea, those first whom he knows to have the need.
pub fn found(moment: &Moment, sources: &Sources, users: &mut Users, works: &mut Works) {
    let source = moment.source(Draw::FoundedWork);
    let each = moment.value(Key::WorksAtStart) / 1_000.0;
    for (commune, facts) in moment.territory.communes.iter().enumerate() {
        let about = Who::commune(facts.code);
        let mean = each * f64::from(sources.communes.members(commune));
        for number in 0..source.draw(about, moment.month, 0).poisson(mean) {
            let who = about.pair(Who::number(number));
            let Some(work) = one(moment, sources, works, (who, commune as u16)) else { continue };
            let decides =
                moment.value(Key::DecisionHazard) * f64::from(moment.month.since(work.committed)) / 12.0;
            let decided = 1.0 - exp(-decides);
            for row in &work.team {
                let at = *row as usize;
                works.of_resident[at] = works.of_resident[at].saturating_add(1);
                let draw = source.draw(who.pair(sources.residents.address[at]), moment.month, 0);
                let rung = if draw.bernoulli(decided) { Rung::CoDecider } else { Rung::Contributor };
                users.rung[at] = users.rung[at].max(rung);
                users.gives(*row, work.committed);
            }
            works.list.push(work);
        }
    }
}

/// One work; none where too few of the circle have the need.
fn one(moment: &Moment, sources: &Sources, works: &Works, (who, commune): (Who, u16)) -> Option<CommonWork> {
    let source = moment.source(Draw::FoundedWork);
    let [purpose, age, size, circle] = source.draws(who, moment.month, 0);
    let purpose = lasting(moment.values, purpose);
    let need = Need { who, commune, purpose, until: moment.month };
    let slots = (1..=4).flat_map(|block| source.draws(who, moment.month, block));
    let first = slots.filter_map(|slot| sources.communes.at(commune as usize, slot)).next()?;
    let (starter, team) = team(moment, sources, works, (need, first, circle));
    let needed = moment.value(Key::Founders) as u32;
    let room = capacity(moment.values, purpose).max(needed) - needed;
    let team: Vec<Row> = team.into_iter().take((needed + size.index(room + 1)) as usize).collect();
    if (team.len() as u32) < needed {
        return None;
    }
    let mean = 12.0 / (end_per_year(moment.values, purpose) + WANT_OF_PEOPLE_PER_YEAR);
    let months = age.exponential(mean).min(MOST_MONTHS) as u32;
    let committed = Month::from_index(moment.month.index() - months);
    let running = committed.plus(moment.value(Key::BuildingMonths) as u32);
    let operates = running <= moment.month;
    Some(CommonWork {
        who,
        need,
        starter,
        order: starter.order(moment),
        team,
        needed,
        asked: (moment.value(Key::Asked) as u32).max(needed),
        with_council: false,
        cost_borne: 0.0,
        governance: 1.0,
        commune,
        committed,
        operating_since: operates.then_some(running),
        stage: if operates { Stage::Operating } else { Stage::Building },
        contributing: 1.0,
        months_short: 0,
        own_place: false,
    })
}

/// A purpose, in proportion to how long works of it last.
fn lasting(values: &Values, draw: Uniform) -> Purpose {
    let lasts = Purpose::ALL.map(|purpose| 1.0 / (end_per_year(values, purpose) + WANT_OF_PEOPLE_PER_YEAR));
    let target = draw.value() * lasts.iter().sum::<f64>();
    match target {
        t if t < lasts[0] => Purpose::MutualService,
        t if t < lasts[0] + lasts[1] => Purpose::ProductiveVenture,
        _ => Purpose::CulturalCommons,
    }
}

/// Who could be in the team, in the order in which they would be asked: an association's members or a commune's residents who
/// have the need and time for it.
fn team(
    moment: &Moment,
    sources: &Sources,
    works: &Works,
    (need, first, circle): (Need, Row, Uniform),
) -> (Starter, Vec<Row>) {
    let residents = sources.residents;
    let who = residents.address[first as usize];
    let group = sources.association[first as usize].filter(|_| circle.bernoulli(0.5));
    let (starter, rows): (Starter, Vec<Row>) = match group {
        Some(group) => (Starter::Association, sources.associations.of(group.position()).collect()),
        None => (Starter::Resident, sources.communes.of(need.commune as usize).collect()),
    };
    let most = moment.value(Key::MostAtOnce) as u8;
    let rank = moment.source(Draw::FoundedWork);
    let mut others: Vec<Row> = rows
        .into_iter()
        .filter(|row| {
            let at = *row as usize;
            *row != first && works.of_resident[at] < most && has(moment, residents.address[at], need.who)
        })
        .collect();
    order::by_key(&mut others, |row| {
        let address = residents.address[*row as usize];
        let known = known_through_tie(moment, who.pair(address), need.who, sources.ties.between(first, *row));
        (!known, rank.draw(need.who.pair(address), moment.month, 1), address)
    });
    (starter, std::iter::once(first).chain(others).collect())
}
