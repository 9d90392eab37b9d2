//! Who is chosen when the number of chosen is known: exactly 7 unemployed of 120 active, say.

use crate::portable::ln_1p;
use crate::random::Uniform;

/// The time at which a candidate of this weight comes in, in a race of exponential clocks: the first to come in are a
/// sample without replacement in proportion to the weights (Efraimidis, Spirakis 2006). Monotone in weight and uniform.
///
/// Each candidate runs on a uniform of their own, so that one candidate more takes at most one place from the others and
/// one place more takes nobody's.
pub(super) fn race(weight: f64, uniform: Uniform) -> f64 {
    if weight > 0.0 { -ln_1p(-uniform.value()) / weight } else { f64::INFINITY }
}

/// Splits `candidates` into the `count` first to come in and the others, both in their former order. Equal times go to
/// the first position.
pub(super) fn first_in(candidates: &[u32], count: u32, time: impl Fn(u32) -> f64) -> (Vec<u32>, Vec<u32>) {
    let count = (count as usize).min(candidates.len());
    if count == 0 {
        return (Vec::new(), candidates.to_vec());
    }
    let mut ranked: Vec<(f64, u32)> = candidates.iter().map(|who| (time(*who), *who)).collect();
    let order = |a: &(f64, u32), b: &(f64, u32)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
    let (_, last, _) = ranked.select_nth_unstable_by(count - 1, order);
    let last = *last;
    candidates.iter().partition(|who| order(&(time(**who), **who), &last).is_le())
}
