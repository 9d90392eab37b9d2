//! Putting things in order where that is done now and then.
//!
//! The standard library compiles its sorting anew for each kind of thing, some five kilobytes each time; here all kinds share
//! one. What is sorted for every resident in every month uses the standard library's.

use std::cmp::Ordering;

/// Sorts by a key that is asked for once; what has the same key stays in the order it had.
pub fn by_key<T, K: Ord>(things: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = things.iter().map(key).collect();
    put(things, ranks(keys.len(), &|one, other| keys[one].cmp(&keys[other])));
}

/// Sorts by a comparison; what is neither before nor after another stays in the order it had.
pub fn by<T>(things: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let from = ranks(things.len(), &|one, other| compare(&things[one], &things[other]));
    put(things, from);
}

/// Puts in each place what is now in the place `from` says.
fn put<T>(things: &mut [T], mut from: Vec<usize>) {
    // Round by round: each thing is moved once, so that the time grows with the things.
    for first in 0..from.len() {
        let mut at = first;
        loop {
            let next = std::mem::replace(&mut from[at], at);
            if next == first {
                break;
            }
            things.swap(at, next);
            at = next;
        }
    }
}

/// The places of so many things in ascending order.
fn ranks(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut ranks: Vec<usize> = (0..count).collect();
    ranks.sort_by(|one, other| compare(*one, *other));
    ranks
}

#[cfg(test)]
mod tests {
    use super::{by, by_key};

    #[test]
    fn as_the_standard_library_does_where_keys_are_alike_too() {
        for count in 0..200_u32 {
            let things: Vec<(u32, u32)> =
                (0..count).map(|number| (number.wrapping_mul(2_654_435_761) >> 28, number)).collect();
            let (mut ours, mut compared, mut theirs) = (things.clone(), things.clone(), things);
            by_key(&mut ours, |(key, _)| *key);
            by(&mut compared, |(one, _), (other, _)| one.cmp(other));
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!((&ours, &compared), (&theirs, &theirs), "{count} things");
        }
    }
}
