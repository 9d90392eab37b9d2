//! A work's life: building, operation, quitting, recruitment, deciding, end (model 4.7).

use crate::inputs::parameters::{Key, Values};
use crate::kernel::random::Draw;
use crate::kernel::units::monthly_probability;
use crate::rules::works::choice::{Changed, World, chances, give_time};
use crate::rules::works::gain::{Offer, excludability};
use crate::state::moment::Moment;
use crate::state::places::{Rung, Users};
use crate::state::population::{Residents, Row};
use crate::state::ties::units;
use crate::state::works::{CommonWork, Order, Purpose, Stage, Works};

/// Hazard per year that a work of this purpose ends for a reason of its own.
#[must_use]
pub fn end_per_year(values: &Values, purpose: Purpose) -> f64 {
    values[match purpose {
        Purpose::MutualService => Key::EndMutual,
        Purpose::ProductiveVenture => Key::EndVenture,
        Purpose::CulturalCommons => Key::EndCommons,
    }]
}

/// Members up to which a work of this purpose recruits.
#[must_use]
pub fn capacity(values: &Values, purpose: Purpose) -> u32 {
    values[match purpose {
        Purpose::MutualService => Key::CapacityMutual,
        Purpose::ProductiveVenture => Key::CapacityVenture,
        Purpose::CulturalCommons => Key::CapacityCommons,
    }] as u32
}

/// One month in the life of every work.
pub fn live(moment: &Moment, world: &World, changed: &mut Changed) {
    let mut list = std::mem::take(&mut changed.works.list);
    for work in list.iter_mut().filter(|work| work.stage != Stage::Ended) {
        quit(moment, world.residents, work, changed.works);
        contribute(moment, world, work, changed);
        if ends(moment, work) {
            end(work, changed.works);
            continue;
        }
        let building = moment.value(Key::BuildingMonths) as i32;
        if work.stage == Stage::Building && moment.month.since(work.committed) >= building {
            work.stage = Stage::Operating;
            work.operating_since = Some(moment.month);
        }
        take_decisions(moment, world.residents, work, changed.users);
        recruit(moment, world, work, changed);
        open_place(moment, work, changed.works);
    }
    changed.works.list = list;
}

fn quit(moment: &Moment, residents: &Residents, work: &mut CommonWork, works: &mut Works) {
    let source = moment.source(Draw::WorkMember);
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

/// Each member contributes or not; all see who did, and expect accordingly that others join.
fn contribute(moment: &Moment, world: &World, work: &mut CommonWork, changed: &mut Changed) {
    let source = moment.source(Draw::WorkMember);
    let chance = moment.value(Key::Contribution);
    let contributes: Vec<bool> = work
        .team
        .iter()
        .map(|row| {
            let pair = work.who.pair(world.residents.address[*row as usize]);
            source.draw(pair, moment.month, 1).bernoulli(chance)
        })
        .collect();
    let total = contributes.iter().filter(|contributes| **contributes).count();
    work.contributing = if work.team.is_empty() { 0.0 } else { total as f64 / work.team.len() as f64 };
    work.months_short = if (total as u32) < work.needed_of_team() { work.months_short + 1 } else { 0 };
    changed.joining.see(moment.values, &world.sight(), &work.team, &contributes);
}

/// Whether a work ends this month: it has lacked contributors for a year, nobody is left, or its own hazard strikes.
fn ends(moment: &Moment, work: &CommonWork) -> bool {
    let own = monthly_probability(end_per_year(moment.values, work.purpose()));
    work.team.is_empty()
        || work.months_short >= moment.value(Key::MonthsShort) as u32
        || moment.source(Draw::WorkEnd).draw(work.who, moment.month, 0).bernoulli(own)
}

fn end(work: &mut CommonWork, works: &mut Works) {
    work.stage = Stage::Ended;
    works.ended += 1;
    for row in &work.team {
        let count = &mut works.of_resident[*row as usize];
        *count = count.saturating_sub(1);
    }
}

/// Members take part in decisions at a rate that the work's governance sets.
fn take_decisions(moment: &Moment, residents: &Residents, work: &CommonWork, users: &mut Users) {
    let chance = monthly_probability(moment.value(Key::DecisionHazard) * work.governance);
    let source = moment.source(Draw::WorkMember);
    for row in &work.team {
        let pair = work.who.pair(residents.address[*row as usize]);
        if source.draw(pair, moment.month, 2).bernoulli(chance) {
            users.rung[*row as usize] = Rung::CoDecider;
        }
    }
}

/// A work that has room asks friends of its members. One that lacks founders asks as many in a round as its first round would
/// have asked for so many, and each weighs whether enough of them join; else one, who finds it running whoever else comes. What
/// a newcomer to the team gives is sunk.
fn recruit(moment: &Moment, world: &World, work: &mut CommonWork, changed: &mut Changed) {
    let team = work.team.len() as u32;
    let room = capacity(moment.values, work.purpose()).saturating_sub(team);
    if room == 0 || team == 0 {
        return;
    }
    let how_many = moment.source(Draw::WorkRecruitment).draw(work.who, moment.month, 0);
    let rounds = (moment.value(Key::RecruitRate) + how_many.value()) as u32;
    for round in 0..rounds {
        let (needed, asks) = replacement(work);
        let asked = friends(moment, world, changed.works, (work, round, asks));
        if asked.is_empty() {
            continue;
        }
        let offer = Offer {
            asked: asked.len() as u32,
            needed,
            benefit: moment.value(Key::BenefitCost),
            excludable: excludability(moment.values, work.purpose()),
            cost_borne: work.cost_borne,
            granted: 0.0,
        };
        let facts: Vec<(Row, bool)> =
            asked.iter().map(|row| (*row, changed.users.rung[*row as usize] == Rung::CoDecider)).collect();
        let chances = chances(moment, world, (Order::ToolFirst, &offer), work.need, &facts);
        let joining = moment.source(Draw::RecruitJoining);
        for (row, chance) in asked.into_iter().zip(chances) {
            let draw =
                joining.draw(work.who.pair(world.residents.address[row as usize]), moment.month, round);
            if draw.bernoulli(chance) {
                work.team.push(row);
                let count = &mut changed.works.of_resident[row as usize];
                *count = count.saturating_add(1);
                give_time(moment, changed.users, &[row]);
            }
        }
    }
}

/// How many a work lacks to run, M' = max(0, M - k), and how many it asks at once, N' = ceil(M' N / M), at least one.
#[must_use]
pub fn replacement(work: &CommonWork) -> (u32, u32) {
    let missing = work.needed_of_team().saturating_sub(work.team.len() as u32);
    (missing, (missing * work.asked).div_ceil(work.needed).max(1))
}

/// Up to so many friends of members, each asked by a member drawn for it, once.
fn friends(
    moment: &Moment,
    world: &World,
    works: &Works,
    (work, round, asks): (&CommonWork, u32, u32),
) -> Vec<Row> {
    let (residents, ties) = (world.residents, world.ties);
    let casual = units(moment.value(Key::CasualHours));
    let most = moment.value(Key::MostAtOnce) as u8;
    let [of_member, of_friend] =
        [Draw::RecruitingMember, Draw::RecruitedFriend].map(|draw| moment.source(draw));
    let clock = |row: Row| (row, residents.address[row as usize], 1.0);
    let mut asked: Vec<Row> = Vec::new();
    for ask in 0..asks {
        // Nobody asks more than 64 at once: rounds do not share a draw.
        let k = 64 * round + ask;
        let team = work.team.iter().map(|row| clock(*row));
        let Some(member) = of_member.race(work.who, moment.month, k, team) else { break };
        let of_the_member =
            ties.of(member).filter(|(_, stock)| *stock >= casual).map(|(other, _)| clock(other));
        let Some(friend) = of_friend.race(work.who, moment.month, k, of_the_member) else { continue };
        let at = friend as usize;
        let busy = works.of_resident[at] >= most || residents.secluded[at];
        if !busy && !work.team.contains(&friend) && !asked.contains(&friend) {
            asked.push(friend);
        }
    }
    asked
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
