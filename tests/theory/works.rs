//! Does the choice of joining a common work have the tipping points that theory gives?
//!
//! The functions tested are those that [`hameau_model::rules::works::decide`] calls. Table values are given to six or
//! seven digits, hence a tolerance of half a unit of the last; the polynomial behind each root is met to 1e-9.

use crate::bench::{ANALYTIC, Check, binomial, roots};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::rules::works::{Offer, gain, gain_given, join_probability, tail};
use hameau_model::state::works::Order;

const SIX_DIGITS: f64 = 5.1e-7;
const SEVEN_DIGITS: f64 = 5.1e-8;

fn ten_of_whom_five(benefit: f64) -> Offer {
    Offer { asked: 10, needed: 5, benefit, factor: 1.0, cost_borne: 0.0 }
}

fn three_of_whom_two(factor: f64) -> Offer {
    Offer { asked: 3, needed: 2, benefit: 1.0, factor, cost_borne: 0.0 }
}

fn roots_of(order: Order, offer: &Offer) -> Vec<f64> {
    roots(|x| gain(order, offer, x))
}

/// Does a sunk contribution need a belief above a first root and lose its point above a second?
#[test]
fn tool_first_has_two_roots() {
    for (benefit, expected) in [(6.0, [0.295_444, 0.600_562]), (5.0, [0.328_154, 0.564_990])] {
        let offer = ten_of_whom_five(benefit);
        let (right, wrong) = (roots_of(Order::ToolFirst, &offer), roots_of(Order::CommitmentFirst, &offer));
        assert_eq!(right.len(), 2);
        for (which, (expected, found)) in ["lower", "upper"].iter().zip(expected.iter().zip(&right)) {
            let what = format!("tool first, N=10 M=5 B/c={benefit}: {which} root");
            let check = Check { what: &what, expected: *expected };
            check.holds(*found, SIX_DIGITS);
            check.refuses("commitment first", wrong[0], SIX_DIGITS);
            let polynomial = benefit * binomial(9, 4, *found) - 1.0;
            Check { what: "tool first: B P(k=4) - 1 at the root", expected: 0.0 }.holds(polynomial, ANALYTIC);
        }
    }
}

/// Below which benefit does nobody gain by a sunk contribution, whatever the belief?
#[test]
fn tool_first_gains_nothing_below_its_least_benefit() {
    let least = 1.0 / binomial(9, 4, 4.0 / 9.0);
    let check = Check { what: "tool first, N=10 M=5: least B/c with a root", expected: 3.843_457 };
    check.holds(least, SIX_DIGITS);
    let touching = gain(Order::ToolFirst, &ten_of_whom_five(least), 4.0 / 9.0);
    Check { what: "tool first: gain at the least B/c, x = 4/9", expected: 0.0 }.holds(touching, ANALYTIC);
    let count = |order, benefit| roots_of(order, &ten_of_whom_five(benefit)).len() as f64;
    let below = Check { what: "tool first: roots just below the least B/c", expected: 0.0 };
    below.holds(count(Order::ToolFirst, least - 1e-3), 0.0);
    below.refuses("commitment first", count(Order::CommitmentFirst, least - 1e-3), 0.0);
    let above = Check { what: "tool first: roots just above the least B/c", expected: 2.0 };
    above.holds(count(Order::ToolFirst, least + 1e-3), 0.0);
}

/// Does a contribution due only with enough others need no belief at all?
#[test]
fn commitment_first_has_no_lower_root() {
    for (benefit, expected) in [(6.0, 0.614_763), (3.0, 0.497_720)] {
        let offer = ten_of_whom_five(benefit);
        let found = roots_of(Order::CommitmentFirst, &offer);
        let tool_first = roots_of(Order::ToolFirst, &offer);
        let count = Check { what: "commitment first, N=10 M=5: interior roots", expected: 1.0 };
        count.holds(found.len() as f64, 0.0);
        count.refuses("tool first", tool_first.len() as f64, 0.0);
        let what = format!("commitment first, N=10 M=5 B/c={benefit}: upper root");
        let check = Check { what: &what, expected };
        check.holds(found[0], SIX_DIGITS);
        check.refuses("tool first", tool_first.last().copied().unwrap_or(0.0), SIX_DIGITS);
        let at_least: f64 = (4..=9).map(|k| binomial(9, k, found[0])).sum();
        let polynomial = benefit * binomial(9, 4, found[0]) - at_least;
        Check { what: "commitment first: B P(k=4) - P(k>=4) at the root", expected: 0.0 }
            .holds(polynomial, ANALYTIC);
        assert!((1..100).all(|step| gain(Order::CommitmentFirst, &offer, f64::from(step) * 1e-3) > 0.0));
    }
}

/// Where output grows with contributors, are the roots those of Pacheco et al. 2009?
#[test]
fn scaled_benefit_has_the_published_roots() {
    let found = roots_of(Order::Scaled, &three_of_whom_two(2.5));
    let wrong = roots_of(Order::ToolFirst, &Offer { benefit: 2.5, ..three_of_whom_two(2.5) });
    assert_eq!(found.len(), 2);
    for (at, expected) in [0.455_848_2, 0.877_485_2].into_iter().enumerate() {
        let what = format!("scaled benefit, N=3 M=2 F=2.5: root {}", at + 1);
        let check = Check { what: &what, expected };
        check.holds(found[at], SEVEN_DIGITS);
        check.refuses("tool first with B = F", wrong[at], SEVEN_DIGITS);
        let x = found[at];
        Check { what: "scaled benefit: 3x^2 - 4x + 6/5 at the root", expected: 0.0 }
            .holds(3.0 * x * x - 4.0 * x + 1.2, ANALYTIC);
    }
    let count = |factor| roots_of(Order::Scaled, &three_of_whom_two(factor)).len() as f64;
    let check = Check { what: "scaled benefit: roots just below F = 2.25", expected: 0.0 };
    check.holds(count(2.249), 0.0);
    check.refuses("F above 2.25", count(2.251), 0.0);
}

/// Is the number of others who join binomial?
#[test]
fn the_tail_is_binomial() {
    for (needed, x) in [(1, 0.0), (1, 0.3), (5, 0.0), (5, 0.01), (5, 0.5), (9, 0.999), (10, 1.0)] {
        let [exactly, at_least] = tail(9, needed, x);
        let sum: f64 = (needed - 1..=9).map(|k| binomial(9, k, x)).sum();
        Check { what: "P(k = M-1), k ~ Bin(9, x)", expected: binomial(9, needed - 1, x) }
            .holds(exactly, ANALYTIC);
        Check { what: "P(k >= M-1), k ~ Bin(9, x)", expected: sum }.holds(at_least, ANALYTIC);
    }
}

/// When the number of others is known, is the gain that of a sure number?
#[test]
fn a_known_number_of_others_is_a_sure_one() {
    let offer = ten_of_whom_five(6.0);
    for (others, tool_first, commitment_first) in [(3, -1.0, 0.0), (4, 5.0, 5.0), (5, -1.0, -1.0)] {
        assert_eq!(gain_given(Order::ToolFirst, &offer, others), tool_first);
        assert_eq!(gain_given(Order::CommitmentFirst, &offer, others), commitment_first);
    }
}

/// Whoever expects nobody: how much of the order's advantage is built in by w and g0 alone?
#[test]
fn joining_without_belief_follows_from_w_and_g0() {
    for (w, g0) in [(1.0, 0.0), (3.0, 0.5), (5.0, 0.75)] {
        let mut values = Values::default();
        values.set(Key::ChoiceWeight, w);
        values.set(Key::ChoiceThreshold, g0);
        let offer = ten_of_whom_five(6.0);
        let at_zero = |order| join_probability(&values, gain(order, &offer, 0.0), false);
        for (order, gained) in [(Order::ToolFirst, -1.0), (Order::CommitmentFirst, 0.0)] {
            let what = format!("P(join | x=0), {order:?}, w={w} g0={g0}");
            let odds = hameau_model::kernel::portable::exp(w * (gained - g0));
            Check { what: &what, expected: odds / (1.0 + odds) }.holds(at_zero(order), ANALYTIC);
        }
    }
    let mut values = Values::default();
    values.set(Key::ChoiceThreshold, 0.0);
    let complete = |order| -> f64 {
        let join = join_probability(&values, gain(order, &ten_of_whom_five(6.0), 0.0), false);
        (5..=10).map(|k| binomial(10, k, join)).sum()
    };
    let check = Check { what: "commitment first, x=0 g0=0: ideas that complete", expected: 0.623_046_875 };
    check.holds(complete(Order::CommitmentFirst), ANALYTIC);
    check.refuses("tool first", complete(Order::ToolFirst), ANALYTIC);
}
