//! Ideas: who has one, who is asked, who joins.

use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Draw, Uniform, Who};
use crate::kernel::units::Cents;
use crate::rules::cooperation::belief_about;
use crate::rules::works::gain::{Offer, gain, join_probability};
use crate::rules::works::ideas::Idea;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::places::{Rung, Users};
use crate::state::population::{Residents, Row};
use crate::state::seen::Seen;
use crate::state::ties::Ties;
use crate::state::works::Starter;
use crate::state::works::Support;
use crate::state::works::{CommonWork, Order, Purpose, Stage, Works, by_origin, is_mixed};

impl Starter {
    /// The order that this kind of starter uses.
    #[must_use]
    pub fn order(self, moment: &Moment) -> Order {
        Order::of(moment.value(match self {
            Self::Contributor => Key::OrderContributor,
            Self::Facilitator => Key::OrderFacilitator,
            Self::Association => Key::OrderAssociation,
            Self::Council => Key::OrderCouncil,
        }))
    }
}

/// Ideas whose people are too few to be asked come to nothing, as all ideas do that fewer than three could share.
const FEWEST: usize = 3;

/// Decides one idea: draws who is asked, whether the council takes part, who joins, and whether it is enough.
#[expect(clippy::too_many_arguments, reason = "an idea meets everything that people have and know")]
pub fn decide(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    minds: &Minds,
    support: &Support,
    users: &mut Users,
    seen: &mut Seen,
    works: &mut Works,
    idea: &Idea,
) {
    let order = idea.starter.order(moment);
    let asked = ask(moment, residents, works, idea);
    if asked.len() < FEWEST {
        return;
    }
    works.ideas[order as usize] += 1;
    if order == Order::GivenTool {
        works.given_tools += 1;
        return;
    }
    let [purpose, council, ..] = moment.source(Draw::IdeaKind).draws(idea.who, moment.month, 0);
    let with_council =
        idea.starter == Starter::Council || council.bernoulli(moment.value(Key::CouncilPartner));
    let mut offer = Offer {
        asked: asked.len() as u32,
        needed: ((asked.len() as f64 * moment.value(Key::Needed)).round() as u32).max(1),
        benefit: moment.value(Key::BenefitCost),
        factor: moment.value(Key::ScaledFactor),
        cost_borne: if with_council { moment.value(Key::CouncilCost) } else { 0.0 },
    };
    let granted = grant(moment, residents, support, works, idea, &asked, &mut offer);
    let joins = joining(moment, residents, ties, minds, users, idea, order, &offer, &asked);
    let joined: Vec<Row> =
        asked.iter().zip(&joins).filter(|(_, joins)| **joins).map(|(row, _)| *row).collect();
    see(moment, ties, minds, seen, &asked, &joins);
    let committed = joined.len() as u32 >= offer.needed;
    if order == Order::ToolFirst || committed {
        give_time(moment, users, &joined, order != Order::ToolFirst);
    }
    if !committed {
        return;
    }
    works.committed[order as usize] += 1;
    let mixed = |team: &[Row]| is_mixed(by_origin(residents, team), moment.value(Key::MixedShare));
    if let Some((pot, amount)) = granted.filter(|(pot, _)| *pot == 1 || mixed(&joined)) {
        works.grants[pot] += amount;
        if pot == 0 {
            works.fund_left = works.fund_left - amount;
        }
    }
    for row in &joined {
        works.of_resident[*row as usize] = works.of_resident[*row as usize].saturating_add(1);
    }
    works.list.push(CommonWork {
        who: idea.who.pair(Who::number(moment.month.index())),
        starter: idea.starter,
        order,
        purpose: purpose_of(moment, purpose),
        team: joined,
        needed: offer.needed,
        asked: offer.asked,
        with_council,
        cost_borne: offer.cost_borne,
        commune: idea.commune,
        committed: moment.month,
        operating_since: None,
        stage: Stage::Building,
        contributing: 1.0,
        own_place: false,
    });
}

/// Those asked, among people whom other works leave time: the one who has the idea, then others of the circle, drawn without return (each by its own draw).
fn ask(moment: &Moment, residents: &Residents, works: &Works, idea: &Idea) -> Vec<Row> {
    let rank = moment.source(Draw::IdeaAsked);
    let most = moment.value(Key::MostAtOnce) as u8;
    let free = |row: &Row| works.of_resident[*row as usize] < most;
    let wanted = moment.value(Key::Asked) as usize;
    let key = |row: &Row| -> (Uniform, Who) {
        let address = residents.address[*row as usize];
        (rank.draw(idea.who.pair(address), moment.month, 0), address)
    };
    let mut others: Vec<Row> =
        idea.circle.iter().copied().filter(|row| Some(*row) != idea.first && free(row)).collect();
    order::by_key(&mut others, key);
    idea.first.into_iter().filter(free).chain(others).take(wanted).collect()
}

/// A grant that the idea would get if it commits: which pot and how much. It lowers the cost that members expect; the fund
/// for mixed works pays it only to a team that turns out mixed.
fn grant(
    moment: &Moment,
    residents: &Residents,
    support: &Support,
    works: &Works,
    idea: &Idea,
    asked: &[Row],
    offer: &mut Offer,
) -> Option<(usize, Cents)> {
    let origins = by_origin(residents, asked);
    if let Some((amount, borne)) = support.mixed_grant
        && is_mixed(origins, moment.value(Key::MixedShare))
        && works.fund_left >= amount
    {
        offer.bear(borne);
        return Some((0, amount));
    }
    let supported = idea.starter == Starter::Association && support.association_grant > Cents(0);
    supported.then(|| {
        offer.bear(support.association_borne);
        (1, support.association_grant)
    })
}

#[expect(clippy::too_many_arguments, reason = "an idea meets everything that people have and know")]
fn joining(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    minds: &Minds,
    users: &Users,
    idea: &Idea,
    order: Order,
    offer: &Offer,
    asked: &[Row],
) -> Vec<bool> {
    let draws = moment.source(Draw::IdeaJoining);
    asked
        .iter()
        .map(|row| {
            let x = expectation(moment, ties, minds, asked, *row);
            let address = idea.who.pair(residents.address[*row as usize]);
            let [joins, decides, ..] = draws.draws(address, moment.month, 0);
            let decided =
                users.rung[*row as usize] == Rung::CoDecider || decides.bernoulli(idea.co_governance);
            joins.bernoulli(join_probability(moment.values, gain(order, offer, x), decided))
        })
        .collect()
}

/// Chance that another of those asked joins, as someone asked holds it: mean over them of the belief about each.
fn expectation(moment: &Moment, ties: &Ties, minds: &Minds, asked: &[Row], row: Row) -> f64 {
    let belief = minds.belief[row as usize];
    if moment.value(Key::Rule) == 1.0 {
        return belief;
    }
    let others = asked.iter().filter(|other| **other != row);
    let sum: f64 = others.map(|other| belief_about(moment.values, belief, ties.between(row, *other))).sum();
    sum / (asked.len() - 1) as f64
}

/// Everyone asked sees who joined.
fn see(moment: &Moment, ties: &Ties, minds: &Minds, seen: &mut Seen, asked: &[Row], joins: &[bool]) {
    for (at, row) in asked.iter().enumerate() {
        for (other, joined) in joins.iter().enumerate() {
            if other != at {
                let stock = ties.between(*row, asked[other]);
                let predicted = belief_about(moment.values, minds.belief[*row as usize], stock);
                seen.occasion(*row, predicted, *joined);
            }
        }
    }
}

fn give_time(moment: &Moment, users: &mut Users, joined: &[Row], decided: bool) {
    let rung = if decided { Rung::CoDecider } else { Rung::Contributor };
    for row in joined {
        let at = *row as usize;
        users.rung[at] = users.rung[at].max(rung);
        users.gives(*row, moment.month);
    }
}

fn purpose_of(moment: &Moment, draw: Uniform) -> Purpose {
    let mutual = moment.value(Key::MutualShare);
    match draw.value() {
        u if u < mutual => Purpose::MutualService,
        u if u < mutual + moment.value(Key::ProductiveShare) => Purpose::ProductiveVenture,
        _ => Purpose::CulturalCommons,
    }
}
