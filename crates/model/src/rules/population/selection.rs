//! Who is chosen when the number of chosen is known: exactly 7 unemployed of 120 active, say.

use std::cmp::Ordering;

/// Splits `candidates` into the `count` first to come in and the others, both in their former order. Equal times go to
/// the first position.
///
/// The times are those of a race of exponential clocks ([`crate::kernel::random::Uniform::arrival`]): the first to come in are a
/// sample without replacement in proportion to the weights. Each candidate runs on a uniform of their own, so that one
/// candidate more takes at most one place from the others and one place more takes nobody's.
pub(super) fn first_in(candidates: &[u32], count: u32, time: impl Fn(u32) -> f64) -> (Vec<u32>, Vec<u32>) {
    let count = (count as usize).min(candidates.len());
    if count == 0 {
        return (Vec::new(), candidates.to_vec());
    }
    let mut ranked: Vec<(f64, u32)> = candidates.iter().map(|who| (time(*who), *who)).collect();
    let last = nth(&mut ranked, count - 1);
    candidates.iter().partition(|who| earlier(&(time(**who), **who), &last).is_le())
}

fn earlier(a: &(f64, u32), b: &(f64, u32)) -> Ordering {
    a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
}

/// Apart from [`first_in`], so that it is compiled once and not for each kind of time.
fn nth(ranked: &mut [(f64, u32)], position: usize) -> (f64, u32) {
    *ranked.select_nth_unstable_by(position, earlier).1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::random::{CommuneCode, Draw, Source, Who, World};
    use crate::kernel::units::Month;

    const WORLDS: u32 = 8000;

    fn source(replicate: u32) -> Source {
        World { seed: 11, replicate }.source(Draw::Founder)
    }

    fn who(at: u32) -> Who {
        Who::founder(CommuneCode::parse("1").expect("a code"), at)
    }

    /// 3 of 10 alike: each is chosen 30 % of the time, within 4 standard errors, sqrt(.21 / 8000) = .0051.
    #[test]
    fn equals_have_equal_chances() {
        let mut chosen_times = [0_u32; 10];
        for replicate in 0..WORLDS {
            let candidates: Vec<u32> = (0..10).collect();
            let draw = |at| source(replicate).draw(who(at), Month::from_index(0), 0).arrival(1.0);
            let (chosen, others) = first_in(&candidates, 3, draw);
            assert_eq!((chosen.len(), others.len()), (3, 7));
            for at in chosen {
                chosen_times[at as usize] += 1;
            }
        }
        for times in chosen_times {
            assert!((f64::from(times) / f64::from(WORLDS) - 0.3).abs() < 4.0 * 0.0051, "{chosen_times:?}");
        }
    }

    /// 1 of 2, one of twice the weight: 2 times in 3, within 4 standard errors, sqrt(2 / 9 / 8000) = .0053.
    #[test]
    fn twice_the_weight_wins_twice_as_often() {
        let wins = (0..WORLDS)
            .filter(|replicate| {
                let draw = |at: u32| {
                    let uniform = source(*replicate).draw(who(at), Month::from_index(0), 0);
                    uniform.arrival(f64::from(1 + at))
                };
                first_in(&[0, 1], 1, draw).0 == [1]
            })
            .count();
        assert!((wins as f64 / f64::from(WORLDS) - 2.0 / 3.0).abs() < 4.0 * 0.0053, "{wins}");
    }

    #[test]
    fn more_are_asked_for_than_there_are() {
        let time = |at: u32| f64::from(at);
        assert_eq!(first_in(&[4, 2], 9, time), (vec![4, 2], vec![]));
        assert_eq!(first_in(&[], 1, time), (vec![], vec![]));
        assert_eq!(first_in(&[4, 2, 7], 1, time), (vec![2], vec![4, 7]));
    }
}
