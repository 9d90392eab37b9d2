//! Does the server give the page and nothing else, and is every vote of a room counted?

use crate::served::{Served, asked, vote};
use hameau::serve::{BURST_OF_ADDRESS, BURST_OF_PHONE, MOST_BYTES, PAGE};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};
use std::thread;

#[test]
fn the_page_is_the_file_and_may_ask_for_nothing() {
    let served = Served::begin(false);
    let page = served.get("/");
    assert_eq!(page.status, 200);
    assert!(page.body == PAGE, "other bytes than the file's");
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    for directive in
        ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "frame-ancestors 'self'"]
    {
        assert!(page.policy().contains(directive), "{directive}: {}", page.policy());
    }
    let head = served.ask("HEAD", "/");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.headers["content-length"], PAGE.len().to_string());
}

#[test]
fn nothing_else_is_there() {
    for room in [false, true] {
        let served = Served::begin(room);
        for path in [
            "/index.html",
            "/web/hameau-workshop.html",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "//",
            "/room/",
            "/room/nothing",
            "/wall/../room/counts/",
            "/favicon.ico",
        ] {
            let answer = served.get(path);
            assert_eq!(answer.status, 404, "{path}");
            assert!(answer.policy().starts_with("default-src 'none'"), "{path}");
        }
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
            let answer = served.ask(method, "/");
            let allowed: Vec<&str> = answer.headers["allow"].split(',').map(str::trim).collect();
            assert_eq!((answer.status, allowed), (405, vec!["GET", "HEAD"]), "{method}");
        }
        for path in
            ["/room", "/wall", "/room/events", "/room/counts", "/room/join", "/room/vote", "/room/open"]
        {
            let answer = served.ask("PUT", path);
            assert_eq!(answer.status, if room { 405 } else { 404 }, "{path}");
        }
    }
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let served = Served::begin(true);
    for path in ["/", "/room", "/wall", "/room/counts", "/nothing"] {
        let answer = served.get(path);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.headers.get(name).map(String::as_str), Some(value), "{name} of {path}");
        }
        assert!(answer.policy().contains("base-uri 'none'"), "{path}");
    }
    assert!(served.get("/room").policy().contains("connect-src 'self'"));
    assert!(
        served.get("/").policy().contains("connect-src 'none'"),
        "the page itself talks to nobody, room or not"
    );
}

#[test]
fn two_hundred_phones_at_once_are_all_counted() {
    const PHONES: usize = 200;
    let served = Arc::new(Served::begin(true));
    let mut wall = served.counts();
    assert_eq!(wall.status, 200);
    served.open("which?");
    let start = Arc::new(Barrier::new(PHONES));
    let phones: Vec<_> = (0..PHONES)
        .map(|phone| {
            let (served, start) = (Arc::clone(&served), Arc::clone(&start));
            thread::Builder::new()
                .stack_size(256 * 1024)
                .spawn(move || {
                    // Each reads the news as its page does, and holds the stream while it votes.
                    start.wait();
                    let mut news = served.news("/room/events");
                    let told = news.until(|told| told["open"] == true);
                    assert!(told.get("counts").is_none(), "a phone does not see how others vote");
                    let id = served.join();
                    // Half of them change their mind.
                    if phone % 2 == 0 {
                        assert_eq!(served.vote(&id, 1, 2), 204);
                    }
                    assert_eq!(served.vote(&id, 1, phone % 3), 204);
                    news.until(|told| told["open"] == false);
                })
                .expect("a thread")
        })
        .collect();
    let wanted: Vec<usize> =
        (0..3).map(|choice| (0..PHONES).filter(|phone| phone % 3 == choice).count()).collect();
    let told = wall.until(|told| told["counts"] == json!(wanted));
    assert_eq!(told["open"], true);
    assert_eq!(served.wall("close", &json!({})), 204);
    for phone in phones {
        phone.join().expect("a phone that voted");
    }
    let last = served.counts().until(|told| told["open"] == false);
    assert_eq!(last["counts"], json!(wanted), "the count stands after the vote is closed");
}

#[test]
fn only_the_wall_opens_and_closes() {
    let served = Served::begin(true);
    let wrong = format!("{}0", &served.token[1..]);
    for query in [String::new(), "?".to_owned(), format!("?{wrong}"), format!("?{}0", served.token)] {
        assert_eq!(
            served.post(&format!("/room/open{query}"), &asked("mine?").to_string()).status,
            403,
            "{query}"
        );
        assert_eq!(served.post(&format!("/room/close{query}"), "{}").status, 403, "{query}");
        assert_eq!(served.get(&format!("/room/counts{query}")).status, 403, "{query}");
    }
    served.open("which?");
    let id = served.join();
    assert_eq!(served.vote(&id, 1, 1), 204);
    assert_eq!(served.wall("close", &json!({})), 204);
    assert_eq!(served.vote(&id, 1, 2), 409);
    assert_eq!(served.vote(&"0".repeat(32), 1, 2), 403, "a name that the room did not give");
    let told = served.counts().until(|_| true);
    assert_eq!(told["counts"], json!([0, 1, 0]));
}

#[test]
fn what_is_too_long_or_no_vote_is_refused() {
    let served = Served::begin(true);
    served.open("which?");
    let id = served.join();
    let long = format!("{}{}", vote(&id, 1, 0), " ".repeat(MOST_BYTES));
    assert_eq!(served.post("/room/vote", &long).status, 413);
    // One that does not say how long it is.
    let chunk = "x".repeat(MOST_BYTES + 1);
    let chunked = format!(
        "POST /room/vote HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
         transfer-encoding: chunked\r\n\r\n{:x}\r\n{chunk}\r\n0\r\n\r\n",
        chunk.len()
    );
    assert_eq!(served.raw(chunked.as_bytes()).status, 413);
    let endless = asked(&"x".repeat(20_000)).to_string();
    assert_eq!(served.post(&format!("/room/open?{}", served.token), &endless).status, 413);
    for body in [
        "",
        "[]",
        "{\"id\":1}",
        &vote(&id, 1, 3),
        "{\"id\":\"x\",\"question\":1,\"choice\":0,\"name\":\"Ann\"}",
    ] {
        assert_eq!(served.post("/room/vote", body).status, 400, "{body}");
    }
    let plain = format!(
        "POST /room/vote HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: text/plain\r\n\
         content-length: {}\r\n\r\n{}",
        vote(&id, 1, 0).len(),
        vote(&id, 1, 0)
    );
    assert_eq!(served.raw(plain.as_bytes()).status, 415, "what another site's form could send");
    assert_eq!(served.counts().until(|_| true)["counts"], json!([0, 0, 0]));
}

#[test]
fn who_asks_too_often_waits() {
    let served = Served::begin(true);
    served.open("which?");
    let id = served.join();
    let answers: Vec<u16> = (0..BURST_OF_PHONE + 8).map(|turn| served.vote(&id, 1, turn % 3)).collect();
    assert!(answers[..BURST_OF_PHONE].iter().all(|status| *status == 204), "{answers:?}");
    assert!(answers.contains(&429), "{answers:?}");
    let others = (0..2 * BURST_OF_ADDRESS).find(|_| served.post("/room/join", "{}").status == 429);
    assert!(others.is_some(), "an address that asks without end is never refused");
    assert_eq!(served.get("/room").status, 200, "reading goes on");
}

#[test]
fn both_languages_of_the_phone_say_the_same_things() {
    let page = include_str!("../../src/serve/phone.html");
    let (_, words) = page.split_once("id=\"words\">").expect("words");
    let words: Value =
        serde_json::from_str(words.split_once("</script>").expect("their end").0).expect("JSON");
    let keys =
        |language: &str| words[language].as_object().expect("words").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys("fr"), keys("en"));
    assert!(keys("en").len() > 10);
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("hameau"));
    command.arg("workshop").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[test]
fn a_taken_port_and_a_foreign_address_are_mistakes() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    for (arguments, told) in [
        (["--lang", "en", "--port", &port], format!("port {port} is taken")),
        (["--lang", "fr", "--port", &port], format!("le port {port} est pris")),
        (["--lang", "en", "--host", "192.0.2.1"], "192.0.2.1 is no address of this machine".to_owned()),
    ] {
        let output = program(&arguments).output().expect("started");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.contains(&told), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn the_command_prints_where_it_is_and_ends_when_asked() {
    for (arguments, wanted) in
        [(vec!["--port", "0", "--quiet"], 1), (vec!["--port", "0", "--room", "--quiet"], 2)]
    {
        let mut child = program(&arguments).spawn().expect("started");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let printed: Vec<String> =
            (0..wanted).map(|_| lines.next().expect("a line").expect("text")).collect();
        let address =
            printed[0].strip_prefix("http://").and_then(|rest| rest.split('/').next()).expect("an address");
        let mut stream = TcpStream::connect(address).expect("it listens");
        write!(stream, "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").expect("sent");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("answered");
        assert!(all.ends_with(PAGE));
        // A reader who stays does not keep it from ending.
        let _idle = TcpStream::connect(address).expect("it listens");
        let killed =
            Command::new("kill").args(["-s", "INT", &child.id().to_string()]).status().expect("kill");
        assert!(killed.success());
        let output = child.wait_with_output().expect("ended");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let warned = String::from_utf8_lossy(&output.stderr).lines().count();
        assert_eq!(warned, wanted - 1, "a room on loopback is told to be for this machine only");
    }
}
