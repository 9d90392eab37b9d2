//! Does the choice of joining a common work have the tipping points that theory gives?
//!
//! The functions tested are those that [`hameau_model::rules::works::decide`] calls, or itself. Table values are given to seven
//! digits, hence a tolerance of half a unit of the last.

use crate::bench::{ANALYTIC, Check, Ground, People, binomial, roots};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::kernel::random::Who;
use hameau_model::rules::works::{
    Changed, Idea, Joining, Offer, World, decide, equilibrium, gain, join_probability, tail,
};
use hameau_model::state::needs::{Need, Needs};
use hameau_model::state::works::{Order, Purpose, Starter, Support, Works};

const SEVEN_DIGITS: f64 = 5.1e-8;

fn ten_of_whom_five(benefit: f64, excludable: f64) -> Offer {
    Offer { asked: 10, needed: 5, benefit, excludable, cost_borne: 0.0, granted: 0.0 }
}

/// Beliefs at which joining gains nothing, by order, excludability and benefit (N 10, M 5).
#[test]
fn the_gain_is_zero_where_theory_says() {
    let table: [(Order, f64, f64, &[f64]); 12] = [
        (Order::CommitmentFirst, 0.0, 6.0, &[0.614_763_1]),
        (Order::CommitmentFirst, 0.0, 3.0, &[0.497_720_5]),
        (Order::CommitmentFirst, 0.5, 6.0, &[]),
        (Order::CommitmentFirst, 0.5, 3.0, &[]),
        (Order::CommitmentFirst, 1.0, 6.0, &[]),
        (Order::CommitmentFirst, 1.0, 3.0, &[]),
        (Order::ToolFirst, 0.0, 6.0, &[0.295_444_0, 0.600_562_0]),
        (Order::ToolFirst, 0.0, 3.0, &[]),
        (Order::ToolFirst, 0.5, 6.0, &[0.266_663_5]),
        (Order::ToolFirst, 0.5, 3.0, &[0.367_120_7]),
        (Order::ToolFirst, 1.0, 6.0, &[0.250_502_8]),
        (Order::ToolFirst, 1.0, 3.0, &[0.326_642_9]),
    ];
    for (order, excludable, benefit, expected) in table {
        let found = roots(|x| gain(order, &ten_of_whom_five(benefit, excludable), x));
        let what = format!("zeros of the gain, {order:?}, e={excludable} B/c={benefit}");
        Check { what: &what, expected: expected.len() as f64 }.holds(found.len() as f64, 0.0);
        for (expected, found) in expected.iter().zip(&found) {
            let check = Check { what: &what, expected: *expected };
            check.holds(*found, SEVEN_DIGITS);
            let wrong = roots(|x| gain(order, &ten_of_whom_five(benefit, excludable + 0.25), x));
            check.refuses("e larger by .25", wrong.first().copied().unwrap_or(0.0), SEVEN_DIGITS);
        }
    }
}

fn choosing(w: f64, g0: f64) -> Values {
    let mut values = Values::default();
    values.set(Key::ChoiceWeight, w);
    values.set(Key::ChoiceThreshold, g0);
    values
}

/// Expectations that come true, by order, excludability and benefit.
#[test]
fn expectations_come_true_where_theory_says() {
    let table: [(Order, f64, f64, &[f64]); 12] = [
        (Order::CommitmentFirst, 0.0, 6.0, &[0.533_617_5]),
        (Order::CommitmentFirst, 0.0, 3.0, &[0.438_719_9]),
        (Order::CommitmentFirst, 0.5, 6.0, &[0.989_013_1]),
        (Order::CommitmentFirst, 0.5, 3.0, &[0.725_325_2]),
        (Order::CommitmentFirst, 1.0, 6.0, &[0.999_998_6]),
        (Order::CommitmentFirst, 1.0, 3.0, &[0.994_779_9]),
        (Order::ToolFirst, 0.0, 6.0, &[0.010_987_3, 0.343_654_1, 0.494_354_7]),
        (Order::ToolFirst, 0.0, 3.0, &[0.022_983_7]),
        (Order::ToolFirst, 0.5, 6.0, &[0.010_987_3, 0.287_063_9, 0.989_013_1]),
        (Order::ToolFirst, 0.5, 3.0, &[0.022_983_8, 0.387_874_1, 0.718_111_8]),
        (Order::ToolFirst, 1.0, 6.0, &[0.010_987_3, 0.264_116_5, 0.999_998_6]),
        (Order::ToolFirst, 1.0, 3.0, &[0.022_983_8, 0.328_173_6, 0.994_779_9]),
    ];
    for (order, excludable, benefit, expected) in table {
        let values = choosing(3.0, if benefit > 5.0 { 0.5 } else { 0.25 });
        let offer = ten_of_whom_five(benefit, excludable);
        let joining = |x: f64| join_probability(&values, gain(order, &offer, x), false);
        let what = format!("fixed points, {order:?}, e={excludable} B/c={benefit}");
        // The outermost may lie beyond the last step of a scan: each basin is entered from both of its sides.
        let mut found: Vec<f64> = Vec::new();
        for step in 0..=200 {
            let x = equilibrium(f64::from(step) / 200.0, joining);
            if found.iter().all(|other| (other - x).abs() > 1e-6) {
                found.push(x);
            }
        }
        found.sort_by(f64::total_cmp);
        // One that repels both ways is nobody's end: the scan of roots finds it.
        let stable: Vec<f64> =
            expected.iter().enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, x)| *x).collect();
        Check { what: &what, expected: stable.len() as f64 }.holds(found.len() as f64, 0.0);
        for (expected, found) in stable.iter().zip(&found) {
            Check { what: &what, expected: *expected }.holds(*found, SEVEN_DIGITS);
        }
        if expected.len() == 3 {
            let between = roots(|x| joining(x) - x);
            let nearest = between
                .iter()
                .copied()
                .min_by(|a, b| (a - expected[1]).abs().total_cmp(&(b - expected[1]).abs()));
            Check { what: &what, expected: expected[1] }.holds(nearest.unwrap_or(0.0), SEVEN_DIGITS);
        }
    }
}

/// The tool needs the trust that it hopes to create; pledges do not.
#[test]
fn a_tool_first_group_ends_where_it_begins() {
    let values = choosing(3.0, 0.5);
    let offer = ten_of_whom_five(6.0, 0.5);
    let from = |order, x0: f64| equilibrium(x0, |x| join_probability(&values, gain(order, &offer, x), false));
    let distrust = Check { what: "tool first, e=.5 B/c=6, from x0=.2", expected: 0.010_987_3 };
    distrust.holds(from(Order::ToolFirst, 0.2), SEVEN_DIGITS);
    distrust.refuses("commitment first", from(Order::CommitmentFirst, 0.2), SEVEN_DIGITS);
    Check { what: "tool first, e=.5 B/c=6, from x0=.4", expected: 0.989_013_1 }
        .holds(from(Order::ToolFirst, 0.4), SEVEN_DIGITS);
    Check { what: "commitment first, e=.5 B/c=6, from x0=.2", expected: 0.989_013_1 }
        .holds(from(Order::CommitmentFirst, 0.2), SEVEN_DIGITS);
    // It rises with where it starts.
    let ends: Vec<f64> = (0..=100).map(|step| from(Order::ToolFirst, f64::from(step) / 100.0)).collect();
    assert!(ends.windows(2).all(|pair| pair[0] <= pair[1] + 1e-8));
    // Where commitment first has several ends, they depend on the start too: N 10, M 6, B/c 3.
    let many = Offer { needed: 6, ..ten_of_whom_five(3.0, 0.5) };
    let high = |x0: f64| {
        equilibrium(x0, |x| join_probability(&values, gain(Order::CommitmentFirst, &many, x), false))
    };
    for (x0, expected) in [(0.05, 0.198), (0.3, 0.198), (0.5, 0.668)] {
        let what = format!("commitment first, N=10 M=6 B/c=3 e=.5, from x0={x0}");
        Check { what: &what, expected }.holds(high(x0), 5e-4);
    }
}

/// With full trust both orders gain e B - c: below e = c / B nobody joins.
#[test]
fn with_full_trust_only_what_is_excluded_gains() {
    for excludable in [0.0, 0.1, 0.2, 0.3, 1.0] {
        let expected = excludable * 5.0 - 1.0;
        for order in [Order::CommitmentFirst, Order::ToolFirst] {
            let what = format!("gain at x=1, {order:?}, e={excludable} B/c=5");
            let check = Check { what: &what, expected };
            check.holds(gain(order, &ten_of_whom_five(5.0, excludable), 1.0), ANALYTIC);
            check.refuses(
                "the pivotal term alone",
                5.0 * f64::from(u8::from(excludable > 2.0)) - 2.0,
                ANALYTIC,
            );
        }
    }
}

/// The theorem of the order: commitment first gains c' (1 - a) more; with a grant that is paid on commitment, c (1 - a).
#[test]
fn commitment_first_gains_what_is_not_sunk() {
    for (granted, x) in [(0.0, 0.1), (0.0, 0.6), (0.4, 0.3), (0.9, 0.8)] {
        let offer = Offer { cost_borne: 0.25, granted, ..ten_of_whom_five(5.0, 0.7) };
        let a: f64 = (4..=9).map(|k| binomial(9, k, x)).sum();
        let more = gain(Order::CommitmentFirst, &offer, x) - gain(Order::ToolFirst, &offer, x);
        let what = format!("commitment first less tool first, grant {granted}, x={x}");
        Check { what: &what, expected: 0.75 * (1.0 - a) }.holds(more, ANALYTIC);
    }
}

/// A replacement: one missing and one asked gains B - c, none missing e B - c, two missing need another one.
#[test]
fn a_replacement_finds_the_others_there() {
    let missing = |needed, asked| Offer { asked, needed, ..ten_of_whom_five(5.0, 0.3) };
    let sunk = |needed, asked, x| gain(Order::ToolFirst, &missing(needed, asked), x);
    for x in [0.0, 0.35, 1.0] {
        Check { what: "one missing, one asked: B - c", expected: 4.0 }.holds(sunk(1, 1, x), ANALYTIC);
        Check { what: "none missing: e B - c", expected: 0.5 }.holds(sunk(0, 1, x), ANALYTIC);
    }
    let x: f64 = 0.35;
    let another = 1.0 - (1.0 - x).powi(4);
    let two_others: f64 = 1.0 - (1.0 - x).powi(4) - 4.0 * x * (1.0 - x).powi(3);
    let check =
        Check { what: "two missing, five asked, x=.35", expected: 5.0 * (another - 0.7 * two_others) - 1.0 };
    check.holds(sunk(2, 5, x), ANALYTIC);
    check.refuses("one missing", sunk(1, 5, x), ANALYTIC);
}

/// Is the number of others who join binomial?
#[test]
fn the_tail_is_binomial() {
    for (needed, x) in [(0, 0.4), (1, 0.0), (1, 0.3), (5, 0.0), (5, 0.01), (5, 0.5), (9, 0.999), (10, 1.0)] {
        let [a, b] = tail(9, needed, x);
        let from = |least: u32| -> f64 { (least..=9).map(|k| binomial(9, k, x)).sum() };
        Check { what: "P(k >= M-1), k ~ Bin(9, x)", expected: from(u32::saturating_sub(needed, 1)) }
            .holds(a, ANALYTIC);
        Check { what: "P(k >= M), k ~ Bin(9, x)", expected: from(needed) }.holds(b, ANALYTIC);
    }
}

/// Share of many ideas that commit, each of ten people who expect `x` of each other.
fn committed(settings: &[(Key, f64)], purpose: Purpose, x: f64, ideas: u32) -> f64 {
    let quick = [
        (Key::GatheringMonths, 0.0),
        (Key::PledgeKept, 1.0),
        (Key::CouncilPartner, 0.0),
        (Key::DecidingShift, 0.0),
        (Key::NeedHeld, 1.0),
        (Key::Asked, 10.0),
    ];
    let ground = Ground::new(&[&quick[..], settings].concat());
    let mut people = People::new(0, 10);
    people.minds.expects.fill(x);
    let rows = people.residents.order().to_vec();
    let mut found = 0;
    for number in 0..ideas {
        let moment = ground.moment(number, 0);
        let mut works = Works::default();
        works.make_rows(people.residents.rows());
        let who = Who::number(number);
        let need = Need { who, commune: 0, purpose, until: moment.month.plus(12) };
        let mut needs = Needs { open: vec![need], gone: [0; 2] };
        let idea = Idea {
            who,
            starter: Starter::Association,
            need,
            first: Some(rows[0]),
            known: Vec::new(),
            circle: rows[1..].to_vec(),
            governance: 0.0,
            commune: 0,
        };
        let support = Support::default();
        let world = World {
            residents: &people.residents,
            ties: &people.ties,
            minds: &people.minds,
            support: &support,
        };
        let mut joining = Joining::default();
        let mut changed =
            Changed { users: &mut people.users, works: &mut works, needs: &mut needs, joining: &mut joining };
        decide(&moment, &world, &mut changed, &idea);
        found += works.list.len();
    }
    found as f64 / f64::from(ideas)
}

/// Anti-test: where nobody is excluded and all are trusted nothing commits; where all is excluded everything does.
#[test]
fn full_trust_commits_only_what_excludes() {
    let nobody = committed(&[(Key::ExcludeCommons, 0.0)], Purpose::CulturalCommons, 1.0, 400);
    assert!(nobody < 0.02, "{nobody} of the works that exclude nobody");
    let all = committed(&[(Key::ExcludeMutual, 1.0)], Purpose::MutualService, 1.0, 400);
    assert!(all > 0.98, "{all} of the works that exclude all outsiders");
}

/// Without known needs, of people who join whenever they have the need, an idea commits with P(Bin(N-1, rho) >= M-1).
#[test]
fn without_known_needs_conversion_is_that_of_a_lot() {
    for (rho, expected) in [(0.2, 0.262), (0.4, 0.768), (0.6, 0.975)] {
        let settings = [
            (Key::NeedHeld, rho),
            (Key::BenefitCost, 20.0),
            (Key::ExcludeMutual, 1.0),
            (Key::ChoiceWeight, 5.0),
        ];
        let ideas = 4_000;
        let found = committed(&settings, Purpose::MutualService, 0.9, ideas);
        let exact: f64 = (3..=9).map(|k| binomial(9, k, rho)).sum();
        let what = format!("P(Bin(9, {rho}) >= 3)");
        Check { what: &what, expected }.holds(exact, 5e-4);
        Check { what: &what, expected: exact }
            .holds(found, 4.0 * (exact * (1.0 - exact) / f64::from(ideas)).sqrt());
    }
}
