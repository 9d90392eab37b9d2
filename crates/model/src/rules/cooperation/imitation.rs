//! The second rule: people imitate those who fare better (pairwise comparison; Traulsen, Nowak, Pacheco 2006).

use crate::inputs::parameters::Key;
use crate::kernel::portable::logistic;
use crate::kernel::random::Draw;
use crate::kernel::units::monthly_probability;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::population::{Residents, Row};
use crate::state::ties::Ties;

/// Probability that someone with payoff `own` takes over the strategy of a model: `1 / (1 + exp(-beta (pi_j - pi_i)))`.
#[must_use]
pub fn imitation_probability(beta: f64, own: f64, model: f64) -> f64 {
    logistic(beta * (model - own))
}

/// Donation game over ties: for one unit of contact a cooperator pays 1, and the other receives `b`; mean over contact.
/// A resident without ties has payoff 0.
pub fn donation_payoffs(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    minds: &Minds,
    out: &mut Vec<f64>,
) {
    let benefit = moment.value(Key::DonationBenefit);
    out.clear();
    out.resize(residents.rows(), 0.0);
    for row in residents.order() {
        let received = share_of_cooperators(ties, minds, *row).map(|share| benefit * share);
        let paid = f64::from(u8::from(minds.cooperator[*row as usize]));
        out[*row as usize] = received.map_or(0.0, |received| received - paid);
    }
}

/// Share of cooperators among a resident's ties, weighted by their stock; `None` without ties.
#[must_use]
pub fn share_of_cooperators(ties: &Ties, minds: &Minds, row: Row) -> Option<f64> {
    let (mut all, mut cooperators) = (0_u32, 0_u32);
    for (other, stock) in ties.of(row) {
        all += u32::from(stock);
        cooperators += if minds.cooperator[other as usize] { u32::from(stock) } else { 0 };
    }
    (all > 0).then(|| f64::from(cooperators) / f64::from(all))
}

/// One month of imitation: everyone compares at the same time, each with one tie drawn by its stock. What a resident
/// expects of others is then the share of cooperators among the ties.
pub fn imitate(moment: &Moment, residents: &Residents, ties: &Ties, payoffs: &[f64], minds: &mut Minds) {
    let source = moment.source(Draw::Imitation);
    let model_of = moment.source(Draw::ImitatedTie);
    let occasion = monthly_probability(moment.value(Key::ImitationRate));
    let beta = moment.value(Key::ImitationIntensity);
    let mut next: Vec<(Row, bool)> = Vec::new();
    residents.each_drawn(
        source,
        moment.month,
        0,
        residents.order(),
        |_| true,
        |row, [compares, takes, ..]| {
            if !compares.bernoulli(occasion) {
                return;
            }
            let clocks = ties
                .of(row)
                .map(|(other, stock)| (other, residents.address[other as usize], f64::from(stock)));
            let who = residents.address[row as usize];
            let Some(model) = model_of.race(who, moment.month, 0, clocks) else { return };
            let model = model as usize;
            if takes.bernoulli(imitation_probability(beta, payoffs[row as usize], payoffs[model])) {
                next.push((row, minds.cooperator[model]));
            }
        },
    );
    for (row, strategy) in next {
        minds.cooperator[row as usize] = strategy;
    }
    for row in residents.order() {
        if let Some(share) = share_of_cooperators(ties, minds, *row) {
            minds.belief[*row as usize] = share;
        }
    }
}
