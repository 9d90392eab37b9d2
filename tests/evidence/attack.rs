//! The room under attack for two minutes.

use crate::served::attack::{SOON, attacked};
use std::time::Duration;

#[test]
fn honest_phones_vote_for_two_minutes_under_attack() {
    let log = attacked(Duration::from_mins(2));
    println!("{log}");
    assert!(log.is_whole(), "{log}");
    assert!(log.phones.iter().chain(&log.walls).all(|took| *took < SOON), "{log}");
}
