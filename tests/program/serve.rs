//! Does the server give the page and nothing else, and is every vote of a room counted?

use hameau::serve::{
    Asked, BURST_OF_ADDRESS, BURST_OF_PHONE, MOST_BYTES, MOST_STREAMS, PAGE, Server, Stopper,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long anything here may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server on loopback, ended with the test.
struct Served {
    address: SocketAddr,
    token: String,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    fn begin(room: bool) -> Self {
        let server = Server::bind(Asked { host: Ipv4Addr::LOCALHOST.into(), port: Some(0), room });
        let server = server.expect("a free port");
        let (address, stopper) = (server.address(), server.stopper());
        let token =
            server.wall().and_then(|wall| Some(wall.split_once('#')?.1.to_owned())).unwrap_or_default();
        let thread = Some(thread::spawn(move || server.run().expect("served")));
        Self { address, token, stopper, thread }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("connected");
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream
    }

    /// The answer to a request that is sent as it stands.
    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Whoever is refused early need not listen to the end.
        let _ = stream.write_all(request);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        Answer::read(&all)
    }

    fn ask(&self, method: &str, path: &str) -> Answer {
        self.raw(format!("{method} {path} HTTP/1.1\r\nhost: hameau\r\nconnection: close\r\n\r\n").as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path)
    }

    fn post(&self, path: &str, body: &str) -> Answer {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: hameau\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        self.raw(format!("{head}{body}").as_bytes())
    }

    /// A request of the wall.
    fn wall(&self, what: &str, body: &Value) -> u16 {
        self.post(&format!("/room/{what}?{}", self.token), &body.to_string()).status
    }

    fn open(&self, question: &str) {
        assert_eq!(self.wall("open", &asked(question)), 204);
    }

    fn join(&self) -> String {
        let answer = self.post("/room/join", "{}");
        assert_eq!(answer.status, 200, "{}", answer.text());
        let joined: Value = serde_json::from_slice(&answer.body).expect("JSON");
        joined["id"].as_str().expect("a name").to_owned()
    }

    fn vote(&self, id: &str, question: u32, choice: usize) -> u16 {
        self.post("/room/vote", &vote(id, question, choice)).status
    }

    fn news(&self, path: &str) -> News {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: hameau\r\n\r\n").expect("sent");
        let mut lines = BufReader::new(stream);
        let mut status = String::new();
        lines.read_line(&mut status).expect("an answer");
        News { status: status.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status"), lines }
    }

    fn counts(&self) -> News {
        self.news(&format!("/room/counts?{}", self.token))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stopper.stop();
        self.thread.take().expect("a thread").join().expect("a server that ends");
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn read(all: &[u8]) -> Self {
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = std::str::from_utf8(&all[..end]).expect("ASCII");
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { status, headers, body: all[end + 4..].to_vec() }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A stream of news as a browser reads it.
struct News {
    status: u16,
    lines: BufReader<TcpStream>,
}

impl News {
    /// The next state that is as it is wanted.
    fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.lines.read_line(&mut line).expect("news in time") > 0, "the stream ended");
            let Some(told) = line.strip_prefix("data: ") else { continue };
            let told = serde_json::from_str(told).expect("JSON");
            if wanted(&told) {
                return told;
            }
        }
    }
}

fn asked(question: &str) -> Value {
    let both = |text: &str| json!({ "fr": text, "en": text });
    let bets = ["more", "same", "less"].map(both);
    json!({ "question": both(question), "bets": bets })
}

fn vote(id: &str, question: u32, choice: usize) -> String {
    json!({ "id": id, "question": question, "choice": choice }).to_string()
}

fn policy(answer: &Answer) -> &str {
    answer.headers.get("content-security-policy").expect("a policy")
}

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
        assert!(policy(&page).contains(directive), "{directive}: {}", policy(&page));
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
            assert!(policy(&answer).starts_with("default-src 'none'"), "{path}");
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
        assert!(policy(&answer).contains("base-uri 'none'"), "{path}");
    }
    assert!(policy(&served.get("/room")).contains("connect-src 'self'"));
    assert!(
        policy(&served.get("/")).contains("connect-src 'none'"),
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
        "POST /room/vote HTTP/1.1\r\nhost: hameau\r\nconnection: close\r\ncontent-type: application/json\r\n\
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
        "POST /room/vote HTTP/1.1\r\nhost: hameau\r\nconnection: close\r\ncontent-type: text/plain\r\n\
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
fn streams_have_an_end() {
    let served = Served::begin(true);
    let kept: Vec<News> = (0..MOST_STREAMS).map(|_| served.news("/room/events")).collect();
    assert!(kept.iter().all(|news| news.status == 200));
    assert_eq!(served.news("/room/events").status, 503);
    drop(kept);
    let again = (0..600).any(|_| {
        thread::sleep(Duration::from_millis(100));
        served.news("/room/events").status == 200
    });
    assert!(again, "the seats of those who left are free");
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
        write!(stream, "GET / HTTP/1.1\r\nhost: hameau\r\nconnection: close\r\n\r\n").expect("sent");
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
