//! What people expect of the others who are asked, and how it changes (model 4.7).

use crate::inputs::parameters::{Key, Values};
use crate::rules::cooperation::belief_about;
use crate::state::minds::Minds;
use crate::state::population::Row;
use crate::state::ties::Ties;
use std::collections::BTreeMap;

/// What residents saw this month of who joined and who contributed, beside what they had expected.
#[derive(Clone, Debug, Default)]
pub struct Joining {
    /// Sum of the surprises, and occasions, of whoever saw any.
    seen: BTreeMap<Row, (f64, u32)>,
}

impl Joining {
    /// Everyone of a team sees who of the others joined or contributed.
    pub fn see(&mut self, values: &Values, sight: &Sight, team: &[Row], acts: &[bool]) {
        let total = acts.iter().filter(|acts| **acts).count();
        let others = team.len().saturating_sub(1);
        if others == 0 {
            return;
        }
        for (at, row) in team.iter().enumerate() {
            let did = total - usize::from(acts[at]);
            let expected = others as f64 * sight.expectation(values, team, *row);
            let (surprise, occasions) = self.seen.entry(*row).or_default();
            *surprise += did as f64 - expected;
            *occasions += others as u32;
        }
    }

    /// Turns what was seen into what is expected: `x <- x + theta (mean surprise)`. The belief about help is another thing.
    pub fn learn(self, values: &Values, minds: &mut Minds) {
        for (row, (surprise, occasions)) in self.seen {
            let x = &mut minds.expects[row as usize];
            *x = (*x + values[Key::ExpectationLearning] * surprise / f64::from(occasions)).clamp(0.0, 1.0);
        }
    }
}

/// What an expectation is formed from.
#[derive(Clone, Copy, Debug)]
pub struct Sight<'a> {
    /// Ties.
    pub ties: &'a Ties,
    /// What each expects of anyone.
    pub minds: &'a Minds,
}

impl Sight<'_> {
    /// Chance that another of a group joins, as one of it holds it: mean over the others of
    /// `logit^-1(logit x_i + g min(1, h_ij / 90))`, more of those to whom there is a tie.
    #[must_use]
    pub fn expectation(&self, values: &Values, group: &[Row], row: Row) -> f64 {
        let x = self.minds.expects[row as usize];
        let stranger = belief_about(values, x, 0);
        let others = group.iter().filter(|other| **other != row);
        let of_ties: f64 = others
            .map(|other| self.ties.between(row, *other))
            .filter(|stock| *stock > 0)
            .map(|stock| belief_about(values, x, stock) - stranger)
            .sum();
        stranger + of_ties / (group.len().saturating_sub(1).max(1)) as f64
    }

    /// Mean over all pairs of a group of what one expects of the other.
    #[must_use]
    pub fn mean(&self, values: &Values, group: &[Row]) -> f64 {
        group.iter().map(|row| self.expectation(values, group, *row)).sum::<f64>() / group.len() as f64
    }
}

/// Steps in which an equilibrium is looked for.
const STEPS: i32 = 512;

/// The expectation that is right on average: the first zero of `G(x) - x` that is met from `x0` in the direction of its sign,
/// in steps of 1/512 and then by bisection to 1e-9 (Goeree, Holt 2005). It rises with `x0` and with all that raises `G`, the
/// mean chance of joining of those asked when all expect `x`.
#[must_use]
pub fn equilibrium(x0: f64, mut joining: impl FnMut(f64) -> f64) -> f64 {
    let mut excess = |x: f64| joining(x) - x;
    let up = excess(x0) > 0.0;
    let (mut near, end) = (x0, if up { 1.0 } else { 0.0 });
    for step in 1..=STEPS {
        let far = x0 + f64::from(step) / f64::from(STEPS) * if up { 1.0 } else { -1.0 };
        let far = if up { far.min(1.0) } else { far.max(0.0) };
        if (excess(far) > 0.0) != up {
            return bisect(near, far, |x| (excess(x) > 0.0) == up);
        }
        near = far;
        if (far - end).abs() < f64::EPSILON {
            break;
        }
    }
    end
}

/// The limit between what `holds`, on the side of `inside`, and what does not.
fn bisect(mut inside: f64, mut outside: f64, mut holds: impl FnMut(f64) -> bool) -> f64 {
    while (outside - inside).abs() > 1e-9 {
        let middle = 0.5 * (inside + outside);
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    0.5 * (inside + outside)
}
