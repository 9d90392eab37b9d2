//! Does imitation fix a strategy as often as the theory of finite populations says?
//!
//! The table (N = 20, b = 3, c = 1, beta = .1) is that of mean payoffs over the N - 1 others, focal excluded: with j
//! cooperators a defector gets b j/(N-1), a cooperator b (j-1)/(N-1) - c. The built payoffs are a mean weighted by the
//! stock of ties, which is the same on a complete network of equal ties.

use crate::bench::{ANALYTIC, Check, Ground, People, Sample, binomial};
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::portable::exp;
use hameau_model::kernel::units::monthly_probability;
use hameau_model::rules::cooperation::{donation_payoffs, imitate, imitation_probability};
use hameau_model::state::moment::Moment;
use hameau_model::state::ties::units;

const N: usize = 20;
/// Half a unit of the table's last digit.
const EIGHT_DIGITS: f64 = 5.1e-9;

fn ground(beta: f64, occasions_per_year: f64) -> Ground {
    Ground::new(&[
        (Key::Rule, 1.0),
        (Key::DonationBenefit, 3.0),
        (Key::ImitationIntensity, beta),
        (Key::ImitationRate, occasions_per_year),
    ])
}

/// Twenty people, each tied to all others alike.
fn everybody_knows_everybody() -> People {
    let mut people = People::new(0, N as u32);
    for a in 0..N as u32 {
        for b in 0..a {
            people.ties.begin(&people.residents.address, [a, b], units(90.0));
        }
    }
    people
}

fn cooperate(people: &mut People, cooperators: usize) {
    for (row, cooperates) in people.minds.cooperator.iter_mut().enumerate() {
        *cooperates = row < cooperators;
    }
}

/// Payoffs of a cooperator and of a defector among so many cooperators, by the built function.
fn payoffs(moment: &Moment, people: &mut People, cooperators: usize) -> [f64; 2] {
    cooperate(people, cooperators);
    let mut out = Vec::new();
    donation_payoffs(moment, &people.residents, &people.ties, &people.minds, &mut out);
    [out[0], out[N - 1]]
}

/// Chances of fixation from each number of cooperators, when one compares at a time: a birth-death chain whose
/// ratio of steps down to steps up is that of the two imitation probabilities.
fn fixation(beta: f64, payoffs: impl Fn(usize) -> [f64; 2]) -> Vec<f64> {
    let mut sums = vec![0.0, 1.0];
    let mut product = 1.0;
    for cooperators in 1..N {
        let [c, d] = payoffs(cooperators);
        product *= imitation_probability(beta, c, d) / imitation_probability(beta, d, c);
        sums.push(sums[cooperators] + product);
    }
    sums.iter().map(|sum| sum / sums[N]).collect()
}

fn built_fixation(beta: f64) -> Vec<f64> {
    let ground = ground(beta, 1.0);
    let mut people = everybody_knows_everybody();
    let table: Vec<[f64; 2]> =
        (0..=N).map(|cooperators| payoffs(&ground.moment(0, 0), &mut people, cooperators)).collect();
    fixation(beta, |cooperators| table[cooperators])
}

/// Do payoffs and imitation probabilities give the table's chances?
#[test]
fn fixation_follows_from_payoffs_and_imitation() {
    let found = built_fixation(0.1);
    let others = (N - 1) as f64;
    let mean = |j: usize| [3.0 * (j as f64 - 1.0) / others - 1.0, 3.0 * j as f64 / others];
    let total = |j: usize| [3.0 * (j as f64 - 1.0) - others, 3.0 * j as f64];
    let with_oneself = |j: usize| [3.0 * j as f64 / N as f64 - 1.0, 3.0 * j as f64 / N as f64];
    for (from, expected) in [(1, 0.013_441_43), (10, 0.239_050_03)] {
        let what = format!("imitation, N=20 b=3 c=1 beta=.1: fixation from {from}");
        let check = Check { what: &what, expected };
        check.holds(found[from], EIGHT_DIGITS);
        check.refuses("payoffs summed over the others", fixation(0.1, total)[from], EIGHT_DIGITS);
        check.refuses("oneself among the others", fixation(0.1, with_oneself)[from], EIGHT_DIGITS);
        let own = exp(0.1 * (1.0 + 3.0 / others));
        let power = |n: usize| (0..n).fold(1.0, |product, _| product * own);
        Check { what: "imitation: (g^i - 1)/(g^N - 1), g = exp(beta (c + b/(N-1)))", expected: found[from] }
            .holds((power(from) - 1.0) / (power(N) - 1.0), ANALYTIC);
        Check { what: "imitation: payoffs as means over the others", expected: found[from] }
            .holds(fixation(0.1, mean)[from], ANALYTIC);
    }
}

/// Without selection, is every strategy fixed as often as it is held?
#[test]
fn without_selection_fixation_is_the_share() {
    let (found, selected) = (built_fixation(0.0), built_fixation(0.1));
    for from in 1..N {
        let check =
            Check { what: "imitation, beta=0: fixation from i is i/N", expected: from as f64 / N as f64 };
        check.holds(found[from], ANALYTIC);
        check.refuses("beta = .1", selected[from], ANALYTIC);
    }
}

/// Chances of fixation when each compares with chance `occasion` in a month and all at the same time: the linear system of
/// the chain whose steps are two binomials.
fn fixation_at_once(beta: f64, occasion: f64, mut payoffs: impl FnMut(usize) -> [f64; 2]) -> Vec<f64> {
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for j in 0..=N {
        let [c, d] = payoffs(j);
        let others = (N - 1) as f64;
        let down = occasion * (N - j) as f64 / others * imitation_probability(beta, c, d);
        let up = occasion * j as f64 / others * imitation_probability(beta, d, c);
        let mut row = vec![0.0; N + 1];
        for lost in 0..=j {
            for won in 0..=N - j {
                row[j - lost + won] +=
                    binomial(j as u32, lost as u32, down) * binomial((N - j) as u32, won as u32, up);
            }
        }
        rows.push(row);
    }
    absorbed(&rows)
}

/// The same under the built payoffs.
fn built_at_once(occasion: f64) -> Vec<f64> {
    let ground = ground(0.1, 1.0);
    let mut people = everybody_knows_everybody();
    fixation_at_once(0.1, occasion, |j| payoffs(&ground.moment(0, 0), &mut people, j))
}

/// Chances of ending in the last state of a chain that ends in its first or last, by Gaussian elimination.
fn absorbed(chain: &[Vec<f64>]) -> Vec<f64> {
    let last = chain.len() - 1;
    let mut system: Vec<Vec<f64>> = (1..last)
        .map(|i| {
            let mut row: Vec<f64> = (1..last).map(|j| f64::from(u8::from(i == j)) - chain[i][j]).collect();
            row.push(chain[i][last]);
            row
        })
        .collect();
    for pivot in 0..system.len() {
        let row = system[pivot].clone();
        for (_, other) in system.iter_mut().enumerate().filter(|(at, _)| *at != pivot) {
            let factor = other[pivot] / row[pivot];
            for (value, subtracted) in other.iter_mut().zip(&row) {
                *value -= factor * subtracted;
            }
        }
    }
    let inner = system.iter().enumerate().map(|(at, row)| row[row.len() - 1] / row[at]);
    std::iter::once(0.0).chain(inner).chain(std::iter::once(1.0)).collect()
}

/// Comparing at once is a choice of the built rule: does it vanish with the chance of comparing in a month?
#[test]
fn comparing_at_once_is_one_at_a_time_when_rare() {
    let error = |occasion| built_at_once(occasion)[10] - 0.239_050_03;
    let ratio = error(0.02) / error(0.01);
    let with_oneself = |j: usize| [3.0 * j as f64 / N as f64 - 1.0, 3.0 * j as f64 / N as f64];
    let wrong = |occasion| fixation_at_once(0.1, occasion, with_oneself)[10] - 0.239_050_03;
    let check = Check { what: "imitation at once: error halves with the step", expected: 2.0 };
    check.holds(ratio, 0.05);
    check.refuses("oneself among the others", wrong(0.02) / wrong(0.01), 0.05);
    Check { what: "imitation at once, step to 0: fixation from 10", expected: 0.239_050_03 }
        .holds(0.239_050_03 + 2.0 * error(0.01) - error(0.02), 1e-5);
}

/// One world: does cooperation win?
fn wins(ground: &Ground, people: &mut People, from: usize, world: u32) -> f64 {
    cooperate(people, from);
    let mut out = Vec::new();
    for month in 0.. {
        let cooperators = people.minds.cooperator.iter().filter(|cooperates| **cooperates).count();
        if cooperators == 0 || cooperators == N {
            return f64::from(u8::from(cooperators == N));
        }
        let moment = ground.moment(world, month);
        donation_payoffs(&moment, &people.residents, &people.ties, &people.minds, &mut out);
        imitate(&moment, &people.residents, &people.ties, &out, &mut people.minds);
    }
    unreachable!("one strategy wins in the end")
}

fn played(beta: f64, from: usize, worlds: u32) -> Sample {
    let ground = ground(beta, 3.0);
    let mut people = everybody_knows_everybody();
    let won: Vec<f64> = (0..worlds).map(|world| wins(&ground, &mut people, from, world)).collect();
    Sample::of(&won)
}

/// Played out by the function that a month calls, is a strategy fixed as often as its chain says?
#[test]
fn imitation_played_out_fixes_as_often_as_its_chain() {
    let occasion = monthly_probability(3.0);
    for (from, worlds) in [(1, 10_000), (10, 2_000)] {
        let what = format!("imitation played out, three occasions a year: fixation from {from}");
        let check = Check { what: &what, expected: built_at_once(occasion)[from] };
        check.holds_on(played(0.1, from, worlds));
        check.refuses_on("beta = 0", played(0.0, from, worlds));
    }
}
