//! One of several candidates, each by a clock of its own.
//!
//! The first of exponential clocks to ring is each candidate's with a chance in proportion to the weights (Efraimidis,
//! Spirakis 2006). Each runs on a uniform of its own address, so that one candidate more is chosen or changes nothing, and
//! that neither the order of the candidates nor how many there are moves a choice between others.

use super::{Source, Uniform, Who};
use crate::kernel::portable::ln_1p;
use crate::kernel::units::Month;

impl Uniform {
    /// The time at which a candidate of this weight comes in, in units of one over a weight; never for weight 0. Monotone in
    /// weight and uniform.
    #[must_use]
    pub fn arrival(self, weight: f64) -> f64 {
        if weight > 0.0 { -ln_1p(-self.value()) / weight } else { f64::INFINITY }
    }
}

impl Source {
    /// One of several candidates in proportion to their weights, each with the address of its clock: its draw number `k` is
    /// about the pair of `about` and itself. `None` when none has a weight above 0.
    #[must_use]
    pub fn race<T>(
        self,
        about: Who,
        month: Month,
        k: u32,
        candidates: impl IntoIterator<Item = (T, Who, f64)>,
    ) -> Option<T> {
        let clocks =
            candidates.into_iter().filter(|(_, _, weight)| *weight > 0.0).map(|(candidate, who, weight)| {
                (self.draw(about.pair(who), month, k).arrival(weight), who, candidate)
            });
        let first = clocks.min_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        first.map(|(_, _, candidate)| candidate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::random::{CommuneCode, Draw, Pool, World};

    const WORLDS: u32 = 8_000;

    /// An address for a number.
    type Numbered = fn(&[CommuneCode; 4], u32, Month) -> Who;

    fn choice(replicate: u32, candidates: &[(u32, f64)]) -> Option<u32> {
        let source = World { seed: 17, replicate }.source(Draw::CouncilPlace);
        let candidates = candidates.iter().map(|(number, weight)| (*number, Who::number(*number), *weight));
        source.race(Who::TERRITORY, Month::FIRST, 0, candidates)
    }

    /// Frequencies are those of the weights 1, 2 and 5, within 4 standard errors.
    #[test]
    fn frequencies_are_those_of_the_weights() {
        let mut won = [0_u32; 4];
        for replicate in 0..WORLDS {
            won[choice(replicate, &[(0, 1.0), (1, 2.0), (2, 5.0), (3, 0.0)]).expect("somebody") as usize] +=
                1;
        }
        for (number, weight) in [(0, 1.0), (1, 2.0), (2, 5.0)] {
            let (share, n): (f64, f64) = (weight / 8.0, f64::from(WORLDS));
            let error = (share * (1.0 - share) / n).sqrt();
            assert!((f64::from(won[number]) / n - share).abs() < 4.0 * error, "{won:?}");
        }
        assert_eq!(won[3], 0, "without weight nobody wins");
    }

    #[test]
    fn one_candidate_more_wins_or_changes_nothing_and_order_is_none() {
        let mut won = 0;
        for replicate in 0..500 {
            let without = choice(replicate, &[(0, 1.0), (1, 2.0), (2, 5.0)]);
            let with = choice(replicate, &[(7, 2.0), (2, 5.0), (1, 2.0), (0, 1.0)]);
            assert!(with == Some(7) || with == without, "{without:?} became {with:?}");
            won += u32::from(with == Some(7));
        }
        // A fifth of 500, within 4 standard errors of 9.
        assert!((64..=136).contains(&won), "{won}");
    }

    /// Candidates with addresses in a row, far apart, and of all kinds are chosen alike; one more wins or changes nothing.
    #[test]
    fn clocks_made_from_one_draw_are_fair_too() {
        let codes = ["15138", "2B038", "1", "97401"].map(|code| CommuneCode::parse(code).expect("a code"));
        let month = Month::new(2024, 1);
        let candidates: [(&str, Numbered); 5] = [
            ("neighbours", |codes, at, _| Who::founder(codes[0], at)),
            ("every tenth", |codes, at, _| Who::founder(codes[0], 10 * at)),
            ("every 4,096th", |codes, at, _| Who::founder(codes[0], 4096 * at)),
            ("who came in a row", |_, at, month| Who::candidate(Pool::Ordinary, month, at)),
            ("all kinds", |codes, at, month| match at % 3 {
                0 => Who::founder(codes[at as usize % 4], at),
                1 => Who::come_of_age(codes[at as usize % 4], month.plus(at), at),
                _ => Who::candidate(Pool::Programme, month.plus(at), at),
            }),
        ];
        let (many, n) = (48_000_u32, 12_u32);
        for (kind, who) in candidates {
            let choice = |draw, n| Who::first(draw, 0..n, |at| who(&codes, *at, month));
            let mut won = vec![0_u32; n as usize];
            for number in 0..many {
                let world = World { seed: 23, replicate: number % 50 };
                let draw = world.source(Draw::VillageEncounter).draw(Who::number(number), Month::FIRST, 0);
                let first = choice(draw, n).expect("somebody");
                won[first as usize] += 1;
                let with = choice(draw, n + 1).expect("somebody");
                assert!(with == n || with == first, "{first} became {with}");
            }
            let mean = f64::from(many) / f64::from(n);
            let gaps = won.iter().map(|won| f64::from(*won) - mean);
            let chi_squared: f64 = gaps.map(|gap| gap * gap / mean).sum();
            // 11 degrees of freedom: above 31.3 once in a thousand.
            assert!(chi_squared < 31.3, "{kind}: {won:?}");
            assert_eq!(choice(Uniform::from_bits(7), 0), None);
        }
    }

    #[test]
    fn nobody_is_chosen_of_nobody() {
        assert_eq!(choice(0, &[]), None);
        assert_eq!(choice(0, &[(0, 0.0)]), None);
    }
}
