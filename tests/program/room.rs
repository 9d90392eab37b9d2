//! What keeps a room open to everybody: limits for each address, seats and connections that are kept, names and origins.

use crate::served::attack::{SOON, attacked, still_open};
use crate::served::{News, Served, vote};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use hameau::serve::{MOST_CONNECTIONS_OF_ADDRESS, MOST_STREAMS, MOST_STREAMS_OF_ADDRESS, PATIENCE};
use sha2::{Digest as _, Sha256};
use std::io::Write as _;
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn only_names_of_this_server_are_answered() {
    let served = Served::begin(true);
    let asked = |host: &str| served.said("GET", "/room", host, "");
    for host in ["localhost", "localhost:80", "room.localhost", "127.0.0.1", "127.0.0.9:4263", "[::1]:4263"] {
        assert_eq!(asked(&format!("host: {host}\r\n")).status, 200, "{host}");
    }
    // A name of another site that was given our address, and what is no name.
    for host in ["evil.example", "evil.example:4263", "localhost.evil.example", "192.0.2.1", "a b", ""] {
        let answer = asked(&format!("host: {host}\r\n"));
        assert!([400, 421].contains(&answer.status), "{host}: {}", answer.status);
    }
    let answer = asked("host: evil.example\r\n");
    assert!(answer.text().contains("that it printed") && answer.text().contains("qu'il a affichée"));
    assert_eq!(asked("host: localhost\r\nhost: evil.example\r\n").status, 421, "two names");
    assert_ne!(asked("").status, 200, "no name");
    assert_eq!(served.said("GET", "http://evil.example/room", "host: localhost\r\n", "").status, 421);
}

#[test]
fn another_site_changes_nothing() {
    let served = Served::begin(true);
    served.open("which?");
    let id = served.join();
    let votes = |choice: usize, head: &str| {
        let body = vote(&id, 1, choice);
        let length = body.len();
        let head = format!(
            "host: localhost:4263\r\n{head}content-type: application/json\r\ncontent-length: {length}\r\n"
        );
        served.said("POST", "/room/vote", &head, &body).status
    };
    for head in [
        "origin: http://evil.example\r\n",
        "origin: http://localhost:1\r\n",
        "origin: null\r\n",
        "sec-fetch-site: cross-site\r\norigin: http://evil.example\r\n",
        "sec-fetch-site: same-site\r\n",
    ] {
        assert_eq!(votes(2, head), 403, "{head}");
    }
    assert_eq!(served.counts().until(|_| true)["counts"], serde_json::json!([0, 0, 0]));
    for head in ["", "origin: http://localhost:4263\r\n", "sec-fetch-site: same-origin\r\n"] {
        assert_eq!(votes(1, head), 204, "{head}");
    }
}

#[test]
fn scripts_and_styles_are_known_by_their_hash() {
    let served = Served::begin(true);
    for path in ["/", "/room", "/wall"] {
        let answer = served.get(path);
        assert!(!answer.policy().contains("unsafe-inline"), "{path}: {}", answer.policy());
        assert!(!answer.policy().contains("unsafe-hashes"), "{path}: {}", answer.policy());
        let page = answer.text();
        for (begin, end, directive) in
            [("<style>", "</style>", "style-src "), ("\n\"use strict\";", "</script>", "script-src ")]
        {
            let Some((_, after)) = page.split_once(begin) else { continue };
            let text = after.split_once(end).expect("its end").0;
            let text = if begin.starts_with('<') { text.to_owned() } else { format!("{begin}{text}") };
            let hash = format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
            let allowed = answer.policy().split("; ").find_map(|one| one.strip_prefix(directive));
            assert!(allowed.expect("a directive").contains(&hash), "{path}: {}", answer.policy());
        }
    }
}

#[test]
fn a_slow_head_is_cut() {
    let served = Served::begin(true);
    let mut stream = served.connect();
    stream.set_nonblocking(true).expect("set");
    let begun = Instant::now();
    stream.write_all(b"GET /room HTTP/1.1\r\nhost: localhost\r\nx-slow: ").expect("sent");
    let last = PATIENCE + Duration::from_secs(5);
    while begun.elapsed() < last && stream.write_all(b"x").is_ok() && still_open(&mut stream) {
        thread::sleep(Duration::from_millis(50));
    }
    assert!(begun.elapsed() >= PATIENCE && begun.elapsed() < last, "cut after {:?}", begun.elapsed());
}

#[test]
fn streams_have_an_end_for_each_address_and_never_for_the_wall() {
    let served = Served::begin(true);
    let take = |host: u8, times: usize| -> Vec<News> {
        let client = served.at(host);
        (0..times).map(|_| client.news("/room/events")).filter(|news| news.status == 200).collect()
    };
    let first = take(2, MOST_STREAMS_OF_ADDRESS + 5);
    assert_eq!(first.len(), MOST_STREAMS_OF_ADDRESS, "of one address");
    let others = take(3, MOST_STREAMS_OF_ADDRESS);
    assert_eq!(first.len() + others.len(), MOST_STREAMS);
    assert_eq!(served.at(4).news("/room/events").status, 503, "of all together");
    let walls: Vec<News> = (0..3).map(|_| served.counts()).collect();
    assert!(walls.iter().all(|wall| wall.status == 200), "the wall has a seat of its own");
    drop(first);
    let again = (0..600).any(|_| {
        thread::sleep(Duration::from_millis(100));
        served.at(4).news("/room/events").status == 200
    });
    assert!(again, "the seats of those who left are free");
}

#[test]
fn an_address_with_all_its_connections_is_answered_on_a_new_one() {
    let served = Served::begin(true);
    let bad = served.at(2);
    // It listens, so it is not idle, though it is the oldest.
    let mut news = bad.news("/room/events");
    news.until(|told| told["open"] == false);
    let idle: Vec<_> = (0..MOST_CONNECTIONS_OF_ADDRESS + 20).map(|_| bad.connect()).collect();
    assert_eq!(bad.get("/room").status, 200, "one more of the same address");
    assert_eq!(served.at(3).get("/room").status, 200, "others have their own share");
    drop(idle);
    served.open("which?");
    news.until(|told| told["open"] == true);
}

#[test]
fn an_honest_phone_votes_while_one_address_attacks() {
    let log = attacked(Duration::from_secs(8));
    println!("{log}");
    assert!(log.is_whole(), "{log}");
    assert!(log.phones.len() > 10, "{log}");
    assert!(log.phones.iter().chain(&log.walls).all(|took| *took < SOON), "{log}");
}
