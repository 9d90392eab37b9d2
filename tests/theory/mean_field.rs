//! Does the common-work game tend to its mean-field limit as a population grows?
//!
//! Every month all are dealt into teams of ten that are asked for a work each; everybody sees who joined and updates the
//! belief. In the limit of many people those asked with someone are independent of him, so that the others who join are
//! binomial, and the distribution of beliefs follows a recursion that is computed without drawing. Teams stay of ten:
//! their noise does not vanish, but averages over N/10 teams, so the error of the mean belief shrinks as `N^(-1/2)`.

use crate::bench::{Check, Ground, People, binomial};
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::portable::ln;
use hameau_model::kernel::random::{Draw, Who};
use hameau_model::rules::cooperation::{remember, update_belief};
use hameau_model::rules::works::{Idea, Offer, decide, gain, join_probability};
use hameau_model::state::works::{Order, Starter, Support, Works};

const START: f64 = 0.3;
const MONTHS: u32 = 4;
const WORLDS: u32 = 200;
const TEAM: u32 = 10;

fn ground(order: Order) -> Ground {
    Ground::new(&[
        (Key::OrderAssociation, f64::from(order as u8)),
        (Key::Asked, f64::from(TEAM)),
        (Key::Needed, 0.5),
        (Key::BenefitCost, 6.0),
        (Key::ChoiceWeight, 3.0),
        (Key::ChoiceThreshold, 0.25),
        (Key::DecidingShift, 0.0),
        (Key::TalkEffect, 0.0),
        (Key::CouncilPartner, 0.0),
        (Key::Theta, 0.4),
    ])
}

/// Mean belief in the limit.
fn limit(ground: &Ground) -> f64 {
    let offer = Offer { asked: TEAM, needed: TEAM / 2, benefit: 6.0, factor: 1.0, cost_borne: 0.0 };
    let join = |x: f64| join_probability(&ground.values, gain(Order::ToolFirst, &offer, x), false);
    let mut beliefs = vec![(START, 1.0)];
    for _ in 0..MONTHS {
        let chance: f64 = beliefs.iter().map(|(x, weight)| weight * join(*x)).sum();
        let seen: Vec<f64> = (0..TEAM).map(|k| binomial(TEAM - 1, k, chance)).collect();
        let mut next = Vec::new();
        for (x, weight) in &beliefs {
            for (k, chance) in seen.iter().enumerate() {
                let share = k as f64 / f64::from(TEAM - 1);
                next.push((update_belief(&ground.values, *x, share), weight * chance));
            }
        }
        beliefs = next;
    }
    beliefs.iter().map(|(x, weight)| x * weight).sum()
}

/// Mean belief among so many people in one world.
fn played(ground: &Ground, people: &mut People, world: u32) -> f64 {
    people.minds.belief.fill(START);
    for month in 0..MONTHS {
        let moment = ground.moment(world, month);
        let source = moment.source(Draw::Character);
        let mut dealt = people.residents.order().to_vec();
        dealt.sort_by_cached_key(|row| {
            let who = people.residents.address[*row as usize];
            (source.draw(who, moment.month, 0), who)
        });
        let mut works = Works::default();
        works.make_rows(people.residents.rows());
        for (number, team) in dealt.chunks(TEAM as usize).enumerate() {
            let idea = Idea {
                who: Who::number(number as u32),
                starter: Starter::Association,
                first: None,
                circle: team.to_vec(),
                co_governance: 0.0,
                commune: 0,
            };
            decide(
                &moment,
                &people.residents,
                &people.ties,
                &people.minds,
                &Support::default(),
                &mut people.users,
                &mut people.seen,
                &mut works,
                &idea,
            );
        }
        remember(moment.values, &mut people.seen, &mut people.minds);
    }
    people.minds.belief.iter().sum::<f64>() / people.residents.len() as f64
}

/// Root mean square over worlds of the gap between a population of this size and the limit.
fn error(ground: &Ground, limit: f64, size: u32) -> f64 {
    let mut people = People::new(0, size);
    let squares = (0..WORLDS).map(|world| {
        let gap = played(ground, &mut people, world) - limit;
        gap * gap
    });
    (squares.sum::<f64>() / f64::from(WORLDS)).sqrt()
}

/// Slope of the logarithm of the error over that of N, least squares over three sizes a factor four apart.
fn slope(order: Order, limit: f64) -> f64 {
    let ground = ground(order);
    let errors = [100, 400, 1_600].map(|size| error(&ground, limit, size));
    println!("\n@found|mean field, {order:?}|rms error at N = 100, 400, 1600|{errors:.5?}");
    ln(errors[2] / errors[0]) / ln(16.0)
}

/// Does the error against the limit shrink as one over the root of N?
#[test]
fn the_error_shrinks_with_the_root_of_the_population() {
    let limit = limit(&ground(Order::ToolFirst));
    let check = Check { what: "mean field: slope of log error over log N", expected: -0.5 };
    check.holds(slope(Order::ToolFirst, limit), 0.15);
    check.refuses(
        "commitment first against the limit of tool first",
        slope(Order::CommitmentFirst, limit),
        0.15,
    );
}
