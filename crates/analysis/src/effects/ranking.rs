//! Which of the base and the policies is best, for each indicator.

use super::effect::mean_interval;
use super::{Outcomes, Question};
use crate::statistics::{
    Interval, Method, SURE_OF_CONSTANT, Signs, Standing, best_pairs_confidence, mean, standings,
};
use hameau_model::observe::indicators::{Better, Indicator};
use serde::Serialize;

/// The base and all policies by one indicator, the best mean first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranking {
    /// Indicator.
    pub indicator: Indicator,
    /// Worlds in which every one of them defines it.
    pub worlds_used: usize,
    /// Worlds left out.
    pub worlds_undefined: usize,
    /// Places, the best mean first; equal means in the order given, the base before the policies. Empty if no world can
    /// be used.
    pub places: Vec<Place>,
}

/// The place of one of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Place {
    /// Name of the base or the policy.
    pub name: String,
    /// Its rank by the mean, from 1; equal means share one.
    pub rank: u32,
    /// Mean over the worlds used, in the unit of the indicator.
    pub mean: f64,
    /// Where it stands against the best of the others, counted towards the good side: all of a ranking hold together at the
    /// confidence asked for. `None` of fewer than two worlds.
    pub standing: Option<Standing>,
}

/// A ranking for each indicator that has a better direction; none without a policy.
pub(super) fn rankings(question: Question, base: &Outcomes, policies: &[Outcomes]) -> Vec<Ranking> {
    let all: Vec<&Outcomes> = std::iter::once(base).chain(policies).collect();
    if all.len() < 2 {
        return Vec::new();
    }
    Indicator::all()
        .filter(|indicator| indicator.row().better != Better::Neither)
        .map(|indicator| ranking(question, indicator, &all))
        .collect()
}

fn ranking(question: Question, indicator: Indicator, all: &[&Outcomes]) -> Ranking {
    let worlds = all[0].worlds();
    let columns: Vec<Vec<Option<f64>>> =
        all.iter().map(|outcomes| outcomes.of(indicator).collect()).collect();
    let usable: Vec<usize> =
        (0..worlds).filter(|world| columns.iter().all(|column| column[*world].is_some())).collect();
    let values: Vec<Vec<f64>> =
        columns.iter().map(|column| usable.iter().filter_map(|world| column[*world]).collect()).collect();
    let standings = stand(question, indicator, &values);
    let good = if indicator.row().better == Better::Lower { -1.0 } else { 1.0 };
    let mut places: Vec<Place> = all
        .iter()
        .zip(&values)
        .enumerate()
        .filter_map(|(at, (outcomes, values))| {
            let standing = standings.as_ref().map(|standings| standings[at]);
            Some(Place { name: outcomes.name().to_owned(), rank: 0, mean: mean(values)?, standing })
        })
        .collect();
    places.sort_by(|a, b| (good * b.mean).total_cmp(&(good * a.mean)));
    for at in 0..places.len() {
        let as_before = at > 0 && places[at].mean == places[at - 1].mean;
        places[at].rank = if as_before { places[at - 1].rank } else { at as u32 + 1 };
    }
    Ranking { indicator, worlds_used: usable.len(), worlds_undefined: worlds - usable.len(), places }
}

/// Where each stands; `None` of fewer than two worlds.
fn stand(question: Question, indicator: Indicator, values: &[Vec<f64>]) -> Option<Vec<Standing>> {
    let confidence = best_pairs_confidence(values.len(), question.confidence());
    let pair = |i: usize, j: usize| {
        let (interval, method) =
            mean_interval(indicator, &values[i], &values[j], confidence, question.resampling())?;
        let differences: Vec<f64> =
            values[i].iter().zip(&values[j]).map(|(one, other)| one - other).collect();
        let signs = Signs::count(&differences);
        // Few equal differences tell none apart: there may be none. Where most pairs are tied their signs decide, as they do
        // for a verdict.
        let few = method == Method::Constant && values[i].len() < SURE_OF_CONSTANT;
        let unsure = signs.mostly_equal() && !signs.sure(interval.low > 0.0, confidence);
        let interval = if few || unsure {
            Interval { low: interval.low.min(0.0), high: interval.high.max(0.0) }
        } else {
            interval
        };
        Some(if indicator.row().better == Better::Lower { interval.negated() } else { interval })
    };
    // Each pair once, so that the two directions mirror each other.
    let upper: Vec<Vec<Interval>> = (0..values.len())
        .map(|i| (i + 1..values.len()).map(|j| pair(i, j)).collect())
        .collect::<Option<_>>()?;
    Some(standings(
        values.len(),
        |i, j| {
            if i < j { upper[i][j - i - 1] } else { upper[j][i - j - 1].negated() }
        },
    ))
}
