//! One idea: who is asked, who joins, and whether it is enough.

use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Draw, Uniform, Who};
use crate::kernel::units::{Cents, Month};
use crate::rules::works::expectation::{Joining, Sight, equilibrium};
use crate::rules::works::gain::{Offer, excludability, gain, join_probability};
use crate::rules::works::ideas::Idea;
use crate::rules::works::needs::has;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::needs::{Need, Needs};
use crate::state::places::{Rung, Users};
use crate::state::population::{Residents, Row};
use crate::state::ties::Ties;
use crate::state::works::{
    CommonWork, Gathering, Order, Stage, Starter, Support, Works, by_origin, is_mixed,
};

impl Starter {
    /// The order that this kind of starter uses.
    #[must_use]
    pub fn order(self, moment: &Moment) -> Order {
        Order::of(moment.value(match self {
            Self::User | Self::Resident => Key::OrderResident,
            Self::Facilitator => Key::OrderFacilitator,
            Self::Association => Key::OrderAssociation,
            Self::Council => Key::OrderCouncil,
        }))
    }
}

/// Ideas whose people are too few to be asked come to nothing, as all ideas do that fewer than three could share.
const FEWEST: usize = 3;

/// What the rules of works read of a world.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// Residents.
    pub residents: &'a Residents,
    /// Ties.
    pub ties: &'a Ties,
    /// What residents think.
    pub minds: &'a Minds,
    /// What programmes offer.
    pub support: &'a Support,
}

impl<'a> World<'a> {
    pub(super) fn sight(&self) -> Sight<'a> {
        Sight { ties: self.ties, minds: self.minds }
    }
}

/// What they change.
#[derive(Debug)]
pub struct Changed<'a> {
    /// What residents are to places.
    pub users: &'a mut Users,
    /// The works.
    pub works: &'a mut Works,
    /// Open needs.
    pub needs: &'a mut Needs,
    /// What was seen of who joined.
    pub joining: &'a mut Joining,
}

/// Decides one idea: draws who is asked, whether the council takes part, who joins, and whether it is enough.
pub fn decide(moment: &Moment, world: &World, changed: &mut Changed, idea: &Idea) {
    let order = idea.starter.order(moment);
    let asked = ask(moment, world.residents, changed.works, idea);
    // Somebody else may have taken the need up this month.
    let open = changed.needs.open.iter().any(|need| need.who == idea.need.who);
    if asked.len() < FEWEST || !open {
        return;
    }
    changed.works.ideas[order as usize] += 1;
    let [council, ..] = moment.source(Draw::IdeaKind).draws(idea.who, moment.month, 0);
    let with_council =
        idea.starter == Starter::Council || council.bernoulli(moment.value(Key::CouncilPartner));
    let needed = (moment.value(Key::Founders) as u32).min(asked.len() as u32);
    let grant = grant(moment, world, changed.works, idea, &asked);
    let offer = Offer {
        asked: asked.len() as u32,
        needed: needed - u32::from(with_council),
        benefit: moment.value(Key::BenefitCost),
        excludable: excludability(moment.values, idea.need.purpose),
        cost_borne: if with_council { moment.value(Key::CouncilCost) } else { 0.0 },
        granted: grant.map_or(0.0, |(_, _, borne)| borne),
    };
    let chances = joining(moment, world, changed.users, (order, &offer), idea, &asked);
    let draws = moment.source(Draw::IdeaJoining);
    let joins: Vec<bool> = asked
        .iter()
        .zip(&chances)
        .map(|(row, chance)| {
            draws
                .draw(idea.who.pair(world.residents.address[*row as usize]), moment.month, 0)
                .bernoulli(*chance)
        })
        .collect();
    let joined: Vec<Row> =
        asked.iter().zip(&joins).filter(|(_, joins)| **joins).map(|(row, _)| *row).collect();
    changed.joining.see(moment.values, &world.sight(), &asked, &joins);
    let committed = joined.len() as u32 >= offer.needed;
    match order {
        // The council has made the tool in any case.
        Order::GivenTool => changed.works.given_tools += 1,
        // What they gave is sunk, whether it was enough or not.
        Order::ToolFirst => give_time(moment, changed.users, &joined),
        Order::CommitmentFirst => {}
    }
    if !committed {
        changed.works.abandoned[order as usize] += 1;
        return;
    }
    changed.needs.take(idea.need.who);
    let work = CommonWork {
        who: idea.who.pair(Who::number(moment.month.index())),
        need: idea.need,
        starter: idea.starter,
        order,
        team: joined,
        needed,
        asked: offer.asked,
        with_council,
        cost_borne: offer.cost_borne,
        governance: idea.governance,
        commune: idea.commune,
        committed: moment.month,
        operating_since: None,
        stage: Stage::Building,
        contributing: 1.0,
        months_short: 0,
        own_place: false,
    };
    let until = if order == Order::CommitmentFirst { due(moment, idea.who) } else { moment.month };
    let gathering = Gathering { work, until, grant };
    if until > moment.month {
        changed.works.gathering.push(gathering);
    } else {
        commit(moment, world, changed, gathering);
    }
}

/// Month in which pledges are due: a lognormal time of gathering after this one.
fn due(moment: &Moment, idea: Who) -> Month {
    let median = moment.value(Key::GatheringMonths);
    if median == 0.0 {
        return moment.month;
    }
    let draw = moment.source(Draw::GatheringTime).draw(idea, moment.month, 0);
    moment.month.plus(draw.lognormal(median, moment.value(Key::GatheringSpread)).round() as u32)
}

/// Pledges that are due this month: each is kept or not, and whoever is full or gone has lapsed; fewer than needed are refunded,
/// and the need is open again.
pub fn gather(moment: &Moment, world: &World, changed: &mut Changed) {
    let (due, waiting) =
        std::mem::take(&mut changed.works.gathering).into_iter().partition(|one| one.until <= moment.month);
    changed.works.gathering = waiting;
    for gathering in due {
        commit(moment, world, changed, gathering);
    }
}

/// The work begins with those who keep their pledge, if they are enough.
fn commit(moment: &Moment, world: &World, changed: &mut Changed, gathering: Gathering) {
    let Gathering { mut work, grant, .. } = gathering;
    let works = &mut *changed.works;
    if work.order == Order::CommitmentFirst {
        let kept = moment.source(Draw::PledgeKept);
        let most = moment.value(Key::MostAtOnce) as u8;
        work.team.retain(|row| {
            let pledge = work.who.pair(world.residents.address[*row as usize]);
            works.of_resident[*row as usize] < most
                && kept.draw(pledge, moment.month, 0).bernoulli(moment.value(Key::PledgeKept))
        });
    }
    if (work.team.len() as u32) < work.needed_of_team() {
        works.abandoned[work.order as usize] += 1;
        if moment.month < work.need.until {
            changed.needs.add(work.need);
        }
        return;
    }
    changed.needs.gone[0] += 1;
    works.committed[work.order as usize] += 1;
    let mixed = is_mixed(by_origin(world.residents, &work.team), moment.value(Key::MixedShare));
    let paid = grant.filter(|(pot, amount, _)| match pot {
        0 => mixed && works.fund_left >= *amount && world.support.mixed_grant.is_some(),
        _ => world.support.association_grant >= *amount,
    });
    if let Some((pot, amount, borne)) = paid {
        works.grants[pot] += amount;
        if pot == 0 {
            works.fund_left = works.fund_left - amount;
        }
        work.cost_borne = 1.0 - (1.0 - work.cost_borne) * (1.0 - borne);
    }
    for row in &work.team {
        works.of_resident[*row as usize] = works.of_resident[*row as usize].saturating_add(1);
    }
    work.committed = moment.month;
    give_time(moment, changed.users, &work.team);
    works.list.push(work);
}

/// Those asked, among people whom other works leave time: the one who has the idea, then those who are known to have the need,
/// then others of the circle, drawn without return (each by its own draw).
fn ask(moment: &Moment, residents: &Residents, works: &Works, idea: &Idea) -> Vec<Row> {
    let rank = moment.source(Draw::IdeaAsked);
    let most = moment.value(Key::MostAtOnce) as u8;
    let free = |row: &Row| works.of_resident[*row as usize] < most;
    let wanted = moment.value(Key::Asked) as usize;
    let key = |row: &Row| -> (bool, Uniform, Who) {
        let address = residents.address[*row as usize];
        let draw = rank.draw(idea.who.pair(address), moment.month, 0);
        (!idea.known.contains(row), draw, address)
    };
    if idea.first.is_some_and(|first| !free(&first)) {
        return Vec::new();
    }
    let mut others: Vec<Row> = idea.circle.iter().copied().filter(free).collect();
    order::by_key(&mut others, key);
    idea.first.into_iter().chain(others).take(wanted).collect()
}

/// A grant that the idea would get if it commits: which pot, how much, and the part of the members' cost that it bears. The
/// fund for mixed works pays it only to a team that turns out mixed.
fn grant(
    moment: &Moment,
    world: &World,
    works: &Works,
    idea: &Idea,
    asked: &[Row],
) -> Option<(usize, Cents, f64)> {
    let support = world.support;
    let origins = by_origin(world.residents, asked);
    if let Some((amount, borne)) = support.mixed_grant
        && is_mixed(origins, moment.value(Key::MixedShare))
        && works.fund_left >= amount
    {
        return Some((0, amount, borne));
    }
    let supported = idea.starter == Starter::Association && support.association_grant > Cents(0);
    supported.then_some((1, support.association_grant, support.association_borne))
}

/// Chance that each of those asked joins: 1 for whoever has the idea, 0 for who lacks the need.
fn joining(
    moment: &Moment,
    world: &World,
    users: &Users,
    offered: (Order, &Offer),
    idea: &Idea,
    asked: &[Row],
) -> Vec<f64> {
    let decides = moment.source(Draw::IdeaJoining);
    let decided = |row: &Row| {
        let [_, decides, ..] =
            decides.draws(idea.who.pair(world.residents.address[*row as usize]), moment.month, 0);
        users.rung[*row as usize] == Rung::CoDecider || decides.bernoulli(idea.governance)
    };
    let facts: Vec<(Row, bool)> = asked.iter().map(|row| (*row, decided(row))).collect();
    let mut chances = chances(moment, world, offered, idea.need, &facts);
    if idea.first.is_some() {
        chances[0] = 1.0;
    }
    chances
}

/// Chance that each of a group who are asked together joins, with whether each took part in deciding. What they expect of the
/// others is what they believe, or what is right on average, as the scenario says.
pub(super) fn chances(
    moment: &Moment,
    world: &World,
    (order, offer): (Order, &Offer),
    need: Need,
    asked: &[(Row, bool)],
) -> Vec<f64> {
    let rows: Vec<Row> = asked.iter().map(|(row, _)| *row).collect();
    let has_need = |row: Row| has(moment, world.residents.address[row as usize], need.who);
    let chance = |(row, decided): (Row, bool), x: f64| {
        if has_need(row) { join_probability(moment.values, gain(order, offer, x), decided) } else { 0.0 }
    };
    let sight = world.sight();
    if moment.value(Key::Expectation) == 0.0 {
        let of = |one: &(Row, bool)| chance(*one, sight.expectation(moment.values, &rows, one.0));
        return asked.iter().map(of).collect();
    }
    let mean = |x: f64| asked.iter().map(|one| chance(*one, x)).sum::<f64>() / asked.len() as f64;
    let x = equilibrium(sight.mean(moment.values, &rows), mean);
    asked.iter().map(|one| chance(*one, x)).collect()
}

/// Whoever joins gives time; deciding is another step.
pub(super) fn give_time(moment: &Moment, users: &mut Users, joined: &[Row]) {
    for row in joined {
        let at = *row as usize;
        users.rung[at] = users.rung[at].max(Rung::Contributor);
        users.gives(*row, moment.month);
    }
}
