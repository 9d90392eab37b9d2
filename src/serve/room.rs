//! What a room of phones was asked and what it said. In memory only, and no names.

use super::bucket::{Bucket, Rate};
use super::seats::Seats;
use super::secret;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Phones that a room knows at once.
pub const MOST_PHONES: usize = 1_000;
/// Phones that it knows of one address.
pub const MOST_PHONES_OF_ADDRESS: usize = MOST_PHONES / 2;
/// Longest body of a phone's request, in bytes.
pub const MOST_BYTES: usize = 1_024;
/// Requests that one phone may make at once; one a second from then on.
pub const BURST_OF_PHONE: usize = 8;
/// Requests that may come at once from one address, behind which a whole room may stand; 20 a second from then on.
pub const BURST_OF_ADDRESS: usize = 1_000;

/// Addresses whose requests are counted.
const MOST_ADDRESSES: usize = 2_000;
/// A phone that said nothing for so long gives way to another when the room is full.
const AWAY: Duration = Duration::from_mins(10);
/// Choices of a question.
const CHOICES: usize = 3;
/// Longest text of a question or a choice, in characters.
const LONGEST: usize = 600;
const PHONE: Rate = Rate { burst: BURST_OF_PHONE as f64, refill: 1.0 };
const ADDRESS: Rate = Rate { burst: BURST_OF_ADDRESS as f64, refill: 20.0 };

/// A text in both languages.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Both {
    fr: String,
    en: String,
}

/// What the wall asks.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    question: Both,
    bets: [Both; CHOICES],
}

/// What a phone says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vote {
    id: String,
    /// Number of the question that the phone shows.
    question: u32,
    choice: usize,
}

/// What is shown. Numbers of votes are for the wall.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Counts questions from 1; 0 before the first.
    pub number: u32,
    pub open: bool,
    pub asked: Option<Arc<Question>>,
    pub counts: [usize; CHOICES],
}

/// Why something was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The body is not what is expected.
    Unreadable,
    /// The room does not know this phone.
    Unknown,
    /// The question is closed, or another one.
    Closed,
    /// Too many requests.
    TooMany,
    /// Too many phones, or too many of one address.
    Full,
}

pub(super) struct Room {
    token: String,
    inside: Mutex<Inside>,
    news: watch::Sender<Shown>,
    /// Places for phones that listen.
    pub seats: Arc<Seats>,
}

#[derive(Default)]
struct Inside {
    phones: HashMap<String, Phone>,
    addresses: HashMap<IpAddr, Bucket>,
    votes: HashMap<String, usize>,
}

struct Phone {
    of: IpAddr,
    bucket: Bucket,
    seen: Instant,
}

impl Room {
    pub fn new(token: String) -> Self {
        let (news, _) = watch::channel(Shown::default());
        Self { token, inside: Mutex::default(), news, seats: Arc::default() }
    }

    pub fn token(&self) -> &str {
        &self.token
    }

    /// Whether whoever says this is the wall.
    pub fn is_wall(&self, said: &str) -> bool {
        secret::is(&self.token, said)
    }

    /// What is shown, from now on.
    pub fn news(&self) -> watch::Receiver<Shown> {
        self.news.subscribe()
    }

    /// Opens a question. The one that was asked last opens again with its votes, which may be changed.
    pub fn open(&self, question: Question) -> Result<(), Refusal> {
        let texts = question.bets.iter().chain([&question.question]);
        if texts
            .flat_map(|both| [&both.fr, &both.en])
            .any(|text| text.is_empty() || text.chars().count() > LONGEST)
        {
            return Err(Refusal::Unreadable);
        }
        let mut inside = self.inside();
        self.news.send_modify(|shown| {
            if shown.asked.as_deref() != Some(&question) {
                inside.votes.clear();
                *shown =
                    Shown { number: shown.number + 1, asked: Some(Arc::new(question)), ..Shown::default() };
            }
            shown.open = true;
        });
        Ok(())
    }

    /// Closes the question: its votes stand.
    pub fn close(&self) {
        self.news.send_if_modified(|shown| std::mem::replace(&mut shown.open, false));
    }

    /// Whether one more request from this address is answered.
    pub fn admits(&self, address: IpAddr, now: Instant) -> bool {
        let addresses = &mut self.inside().addresses;
        if addresses.len() >= MOST_ADDRESSES && !addresses.contains_key(&address) {
            addresses.retain(|_, bucket| !bucket.is_full(ADDRESS, now));
            if addresses.len() >= MOST_ADDRESSES {
                return false;
            }
        }
        addresses.entry(address).or_insert_with(|| Bucket::full(ADDRESS, now)).take(ADDRESS, now)
    }

    /// Lets a phone in: a random name for as long as the program runs.
    ///
    /// # Errors
    /// When the system gives no chance.
    pub fn join(&self, of: IpAddr, now: Instant) -> io::Result<Result<String, Refusal>> {
        let id = secret::hexadecimal()?;
        let Inside { phones, votes, .. } = &mut *self.inside();
        let full = |phones: &HashMap<String, Phone>| {
            let own = phones.values().filter(|phone| phone.of == of).count();
            own >= MOST_PHONES_OF_ADDRESS || phones.len() >= MOST_PHONES
        };
        if full(phones) {
            phones.retain(|id, phone| {
                votes.contains_key(id) || now.saturating_duration_since(phone.seen) < AWAY
            });
            if full(phones) {
                return Ok(Err(Refusal::Full));
            }
        }
        phones.insert(id.clone(), Phone { of, bucket: Bucket::full(PHONE, now), seen: now });
        Ok(Ok(id))
    }

    /// Counts a vote, in the place of the one that this phone gave before.
    pub fn vote(&self, vote: &Vote, now: Instant) -> Result<(), Refusal> {
        let Inside { phones, votes, .. } = &mut *self.inside();
        let phone = phones.get_mut(&vote.id).ok_or(Refusal::Unknown)?;
        phone.seen = now;
        if !phone.bucket.take(PHONE, now) {
            return Err(Refusal::TooMany);
        }
        if vote.choice >= CHOICES {
            return Err(Refusal::Unreadable);
        }
        let mut counted = Err(Refusal::Closed);
        self.news.send_if_modified(|shown| {
            if !shown.open || shown.number != vote.question {
                return false;
            }
            counted = Ok(());
            let before = votes.insert(vote.id.clone(), vote.choice);
            if let Some(before) = before {
                shown.counts[before] -= 1;
            }
            shown.counts[vote.choice] += 1;
            before != Some(vote.choice)
        });
        counted
    }

    /// A thread that failed while it held the room leaves counts that are still whole.
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Question {
        let both = |text: &str| Both { fr: text.to_owned(), en: text.to_owned() };
        Question { question: both(text), bets: ["more", "same", "less"].map(both) }
    }

    fn room() -> (Room, Instant) {
        (Room::new("secret".to_owned()), Instant::now())
    }

    fn address(host: u32) -> IpAddr {
        std::net::Ipv4Addr::from_bits(host).into()
    }

    fn joined(room: &Room, now: Instant) -> String {
        joined_from(room, 0, now)
    }

    fn joined_from(room: &Room, host: u32, now: Instant) -> String {
        room.join(address(host), now).expect("chance").expect("a place")
    }

    fn vote(id: &str, question: u32, choice: usize) -> Vote {
        Vote { id: id.to_owned(), question, choice }
    }

    #[test]
    fn a_changed_vote_replaces_the_one_before() {
        let (room, now) = room();
        let (one, other) = (joined(&room, now), joined(&room, now));
        assert_eq!(room.vote(&vote(&one, 0, 0), now), Err(Refusal::Closed));
        room.open(asked("first")).expect("opened");
        for (id, choice) in [(&one, 0), (&other, 0), (&one, 2), (&one, 2)] {
            assert_eq!(room.vote(&vote(id, 1, choice), now), Ok(()));
        }
        assert_eq!(room.news.borrow().counts, [1, 0, 1]);
        assert_eq!(room.vote(&vote(&one, 1, 3), now), Err(Refusal::Unreadable));
        assert_eq!(room.vote(&vote("nobody", 1, 1), now), Err(Refusal::Unknown));
        room.close();
        assert_eq!(room.vote(&vote(&other, 1, 1), now), Err(Refusal::Closed));
        room.open(asked("first")).expect("opened again");
        assert_eq!(room.news.borrow().counts, [1, 0, 1], "the same question keeps its votes");
        room.open(asked("second")).expect("opened");
        assert_eq!((room.news.borrow().number, room.news.borrow().counts), (2, [0, 0, 0]));
        assert_eq!(
            room.vote(&vote(&other, 1, 1), now),
            Err(Refusal::Closed),
            "a vote on the question before"
        );
    }

    #[test]
    fn a_hasty_phone_waits() {
        let (room, now) = room();
        let id = joined(&room, now);
        room.open(asked("first")).expect("opened");
        let given = (0..50).filter(|turn| room.vote(&vote(&id, 1, turn % 3), now).is_ok()).count();
        assert_eq!(given, BURST_OF_PHONE);
        assert_eq!(room.vote(&vote(&id, 1, 0), now), Err(Refusal::TooMany));
        assert_eq!(room.vote(&vote(&id, 1, 0), now + Duration::from_secs(2)), Ok(()));
    }

    #[test]
    fn a_full_room_takes_nobody_until_somebody_is_away() {
        let (room, now) = room();
        let first = joined(&room, now);
        room.open(asked("first")).expect("opened");
        room.vote(&vote(&first, 1, 0), now).expect("counted");
        for phone in 1..MOST_PHONES {
            joined_from(&room, phone as u32 % 2, now);
        }
        assert_eq!(room.join(address(2), now).expect("chance"), Err(Refusal::Full));
        joined_from(&room, 2, now + AWAY);
        assert_eq!(room.vote(&vote(&first, 1, 1), now + AWAY), Ok(()), "whoever voted keeps the place");
    }

    #[test]
    fn an_address_has_half_of_the_room() {
        let (room, now) = room();
        let first = joined(&room, now);
        room.open(asked("first")).expect("opened");
        room.vote(&vote(&first, 1, 0), now).expect("counted");
        for _ in 1..MOST_PHONES_OF_ADDRESS {
            joined(&room, now);
        }
        assert_eq!(room.join(address(0), now).expect("chance"), Err(Refusal::Full));
        joined_from(&room, 1, now);
        joined(&room, now + AWAY);
        assert_eq!(room.vote(&vote(&first, 1, 1), now + AWAY), Ok(()), "whoever voted keeps the place");
    }

    #[test]
    fn an_address_asks_no_more_than_its_share() {
        let (room, now) = room();
        assert_eq!(
            (0..2 * BURST_OF_ADDRESS).filter(|_| room.admits(address(7), now)).count(),
            BURST_OF_ADDRESS
        );
        assert!(room.admits(address(8), now));
        for host in 0..2 * MOST_ADDRESSES as u32 {
            room.admits(address(host), now);
        }
        assert!(room.inside().addresses.len() <= MOST_ADDRESSES);
    }

    #[test]
    fn a_text_without_end_is_no_question() {
        let (room, _) = room();
        assert_eq!(room.open(asked(&"x".repeat(LONGEST + 1))), Err(Refusal::Unreadable));
        assert_eq!(room.open(asked("")), Err(Refusal::Unreadable));
    }
}
