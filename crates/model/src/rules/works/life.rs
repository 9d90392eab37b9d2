//! A work's life: building, operation, quitting, replacement, end; what a productive venture brings.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::{exp, ln, pow};
use crate::kernel::random::{Draw, Occasion, Source};
use crate::kernel::units::{Cents, monthly_probability};
use crate::rules::cooperation::{belief_about, help_probability};
use crate::rules::works::gain::{Offer, gain_given, join_probability};
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::places::{Rung, Users};
use crate::state::population::{Origin, Residents, Row};
use crate::state::seen::Seen;
use crate::state::ties::{Channel, Encounter, Ties, units};
use crate::state::works::{CommonWork, Purpose, Stage, Works};

/// One month in the life of every work.
pub fn live(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    minds: &Minds,
    users: &mut Users,
    seen: &mut Seen,
    works: &mut Works,
) {
    let members = moment.source(Draw::WorkMember);
    let mut list = std::mem::take(&mut works.list);
    for work in list.iter_mut().filter(|work| work.stage != Stage::Ended) {
        quit(moment, members, residents, work, works);
        let left = work.team.len() as u32;
        if 2 * left < work.needed {
            work.stage = Stage::Ended;
            works.ended += 1;
            for row in &work.team {
                works.of_resident[*row as usize] = works.of_resident[*row as usize].saturating_sub(1);
            }
            continue;
        }
        let building = moment.value(Key::BuildingMonths) as i32;
        if work.stage == Stage::Building && moment.month.since(work.committed) >= building {
            work.stage = Stage::Operating;
            work.operating_since = Some(moment.month);
        }
        contribute(moment, members, residents, ties, minds, work, seen);
        recruit(moment, residents, ties, users, work, works);
        open_place(moment, work, works);
    }
    works.list = list;
}

fn quit(moment: &Moment, source: Source, residents: &Residents, work: &mut CommonWork, works: &mut Works) {
    let chance = monthly_probability(moment.value(Key::QuitHazard));
    let who = work.who;
    work.team.retain(|row| {
        let pair = who.pair(residents.address[*row as usize]);
        let stays = !source.draw(pair, moment.month, 0).bernoulli(chance);
        if !stays {
            let count = &mut works.of_resident[*row as usize];
            *count = count.saturating_sub(1);
        }
        stays
    });
}

/// Each member contributes or not, as help to the others; all see who did.
fn contribute(
    moment: &Moment,
    source: Source,
    residents: &Residents,
    ties: &Ties,
    minds: &Minds,
    work: &mut CommonWork,
    seen: &mut Seen,
) {
    let imitation = moment.value(Key::Rule) == 1.0;
    let contributes: Vec<bool> = work
        .team
        .iter()
        .map(|row| {
            let at = *row as usize;
            if imitation {
                return minds.cooperator[at];
            }
            let chance = help_probability(moment.values, minds.behaviour[at], minds.belief[at]);
            let pair = work.who.pair(residents.address[at]);
            source.draw(pair, moment.month, 1).bernoulli(chance)
        })
        .collect();
    let total = contributes.iter().filter(|contributes| **contributes).count();
    work.contributing = if work.team.is_empty() { 0.0 } else { total as f64 / work.team.len() as f64 };
    for (at, row) in work.team.iter().enumerate() {
        for (other, contributed) in contributes.iter().enumerate() {
            if other != at {
                let stock = ties.between(*row, work.team[other]);
                let predicted = belief_about(moment.values, minds.belief[*row as usize], stock);
                seen.occasion(*row, predicted, *contributed);
            }
        }
    }
}

/// The month's encounters of members: each spends the hours of the work evenly with the others.
pub fn encounters(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    works: &Works,
    out: &mut Vec<Encounter>,
) {
    for work in works.list.iter().filter(|work| work.stage != Stage::Ended) {
        meet(moment, residents, ties, work, out);
    }
}

fn meet(moment: &Moment, residents: &Residents, ties: &Ties, work: &CommonWork, out: &mut Vec<Encounter>) {
    let others = work.team.len().saturating_sub(1);
    if others == 0 {
        return;
    }
    let contact = units(moment.value(Key::WorkHours) / others as f64);
    for (index, from) in work.team.iter().enumerate() {
        for with in &work.team[index + 1..] {
            out.push(Encounter {
                who: residents.address[*from as usize].pair(residents.address[*with as usize]).pair(work.who),
                from: *from,
                with: *with,
                units: contact,
                before: ties.between(*from, *with),
                slot: 0,
                ordinal: Occasion::Work as u16,
                channel: Channel::Work,
            });
        }
    }
}

/// A work that lacks members asks friends of its members; they weigh the same gain, the number of others being known.
fn recruit(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    users: &mut Users,
    work: &mut CommonWork,
    works: &mut Works,
) {
    if work.team.len() as u32 >= work.needed || work.team.is_empty() {
        return;
    }
    let casual = units(moment.value(Key::CasualHours));
    let how_many = moment.source(Draw::WorkRecruitment).draw(work.who, moment.month, 0);
    let asks = (moment.value(Key::RecruitRate) + how_many.value()) as u32;
    let [of_member, of_friend, joining] =
        [Draw::RecruitingMember, Draw::RecruitedFriend, Draw::RecruitJoining].map(|draw| moment.source(draw));
    let clock = |row: Row| (row, residents.address[row as usize], 1.0);
    for ask in 0..asks {
        let team = work.team.iter().map(|row| clock(*row));
        let Some(member) = of_member.race(work.who, moment.month, ask, team) else { return };
        let friends = ties.of(member).filter(|(_, stock)| *stock >= casual).map(|(other, _)| clock(other));
        let Some(asked) = of_friend.race(work.who, moment.month, ask, friends) else { continue };
        let busy = works.of_resident[asked as usize] >= moment.value(Key::MostAtOnce) as u8;
        if busy || work.team.contains(&asked) || residents.secluded[asked as usize] {
            continue;
        }
        let offer = Offer {
            asked: work.asked,
            needed: work.needed,
            benefit: moment.value(Key::BenefitCost),
            factor: moment.value(Key::ScaledFactor),
            cost_borne: work.cost_borne,
        };
        let decided = users.rung[asked as usize] == Rung::CoDecider;
        let gain = gain_given(work.order, &offer, work.team.len() as u32);
        let joins = joining.draw(work.who.pair(residents.address[asked as usize]), moment.month, ask);
        if joins.bernoulli(join_probability(moment.values, gain, decided)) {
            work.team.push(asked);
            let at = asked as usize;
            works.of_resident[at] = works.of_resident[at].saturating_add(1);
            users.rung[at] = users.rung[at].max(Rung::Contributor);
            users.gives(asked, moment.month);
        }
    }
}

/// A work that lasts may make its own tool: a place of its own.
fn open_place(moment: &Moment, work: &mut CommonWork, works: &mut Works) {
    let lasting = work
        .operating_since
        .is_some_and(|since| moment.month.since(since) >= moment.value(Key::OwnToolMonths) as i32);
    if lasting && !work.own_place {
        let draw = moment.source(Draw::OwnPlace).draw(work.who, moment.month, 0);
        if draw.bernoulli(monthly_probability(moment.value(Key::OwnTool))) {
            work.own_place = true;
            works.new_places.push((work.who, work.commune));
        }
    }
}

/// How well a team's place-bound and market skills combine: 1 when they balance (CES, equal weights, scaled).
/// A perfect substitution gives 1 to every team.
#[must_use]
pub fn skill_mix(values: &Values, team: [u32; 2]) -> f64 {
    let total = f64::from(team[0] + team[1]);
    if total == 0.0 {
        return 0.0;
    }
    let of_locals = values[Key::LocalPlaceSkill];
    let locals = f64::from(team[Origin::Local as usize]) / total;
    let place_bound = locals * of_locals + (1.0 - locals) * (1.0 - of_locals);
    let market = 1.0 - place_bound;
    let elasticity = values[Key::SkillElasticity];
    let exponent = (elasticity - 1.0) / elasticity;
    2.0 * if exponent.abs() < 1e-9 {
        exp(0.5 * (ln(place_bound) + ln(market)))
    } else {
        pow(0.5 * (pow(place_bound, exponent) + pow(market, exponent)), 1.0 / exponent)
    }
}

/// Sales of a productive venture in a year; nothing before it operates or for another purpose.
#[must_use]
pub fn venture_sales(values: &Values, residents: &Residents, work: &CommonWork) -> Cents {
    if work.stage != Stage::Operating || work.purpose != Purpose::ProductiveVenture {
        return Cents(0);
    }
    let team = work.by_origin(residents);
    Cents::from_eur(values[Key::VentureSales] * f64::from(team[0] + team[1]) * skill_mix(values, team))
}
