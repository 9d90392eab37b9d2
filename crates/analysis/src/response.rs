//! One scenario with several values of a few keys, in the same worlds: what its indicators answer.

use crate::effects::{Effect, Outcomes, Question, effect_on};
use crate::statistics::Summary;
use hameau_model::observe::indicators::Indicator;

/// What the indicators answer to each combination of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The keys that vary.
    pub keys: Vec<String>,
    /// Worlds of each combination, the same for all.
    pub worlds: usize,
    /// The combinations, in the order given.
    pub points: Vec<Point>,
}

/// One combination.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its name.
    pub name: String,
    /// The value of each key, as written.
    pub values: Vec<String>,
    /// What each indicator answers.
    pub answers: Vec<Answer>,
}

/// What an indicator answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The indicator.
    pub indicator: Indicator,
    /// Its values at the end of every world.
    pub summary: Summary,
    /// Its difference to the first combination, world by world; none for the first.
    pub effect: Option<Effect>,
}

/// What these indicators answer to combinations of values, each with what its worlds ended with.
///
/// # Panics
/// When the combinations have different worlds.
#[must_use]
pub fn response(
    question: Question,
    keys: Vec<String>,
    points: Vec<(Vec<String>, Outcomes)>,
    indicators: &[Indicator],
) -> Response {
    let first = points.first().map(|(_, outcomes)| outcomes.clone());
    let answer = |at: usize, outcomes: &Outcomes, indicator: Indicator| {
        let values: Vec<Option<f64>> = outcomes.of(indicator).collect();
        let base = first.as_ref().filter(|_| at > 0);
        let effect = base.map(|base| effect_on(question, indicator, base, outcomes));
        Answer { indicator, summary: Summary::new(&values), effect }
    };
    let worlds = first.as_ref().map_or(0, Outcomes::worlds);
    let point = |(at, (values, outcomes)): (usize, (Vec<String>, Outcomes))| Point {
        name: outcomes.name().to_owned(),
        values,
        answers: indicators.iter().map(|indicator| answer(at, &outcomes, *indicator)).collect(),
    };
    Response { keys, worlds, points: points.into_iter().enumerate().map(point).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_is_held_against_the_first() {
        let question = Question { confidence: 0.95, precision: 1.0, several_looks: false, seed: 1 };
        let point = |value: f64| {
            let world = |world: u32| {
                let shown = 10.0 * f64::from(world) + value * (1.0 + 0.01 * f64::from(world % 3));
                Indicator::all().map(|of| (of == Indicator::Inhabitants).then_some(shown)).collect()
            };
            (vec![value.to_string()], Outcomes::new("p", (0..20).map(world).collect()))
        };
        let of = [Indicator::Inhabitants, Indicator::AttendanceGap];
        let found = response(question, vec!["a.b".to_owned()], vec![point(0.0), point(100.0)], &of);
        assert_eq!((found.worlds, found.points.len()), (20, 2));
        assert_eq!(found.points[0].answers[0].summary.mean, Some(95.0));
        assert_eq!(found.points[0].answers[0].effect, None);
        let effect = found.points[1].answers[0].effect.clone().expect("an effect");
        assert!(effect.difference.is_some_and(|difference| (difference - 101.0).abs() < 0.1), "{effect:?}");
        assert!(effect.interval.is_some());
        assert_eq!(found.points[1].answers[1].summary.n, 0, "nowhere defined");
    }
}
