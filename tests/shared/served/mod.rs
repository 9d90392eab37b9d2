//! A server on loopback, and what asks it as a browser does.
#![allow(dead_code, reason = "each test binary uses its own part")]

use hameau::serve::{Asked, Server, Stopper};
use serde_json::{Value, json};
use socket2::{Domain, Socket, Type};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::ops::Deref;
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub mod attack;

/// How long anything here may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A server on loopback, ended with the test. It is asked from its own address.
pub struct Served {
    client: Client,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

/// Somebody who asks, at one address of loopback.
#[derive(Clone)]
pub struct Client {
    from: Ipv4Addr,
    server: SocketAddr,
    pub token: String,
}

impl Served {
    pub fn begin(room: bool) -> Self {
        let server = Server::bind(Asked { host: Ipv4Addr::LOCALHOST.into(), port: Some(0), room });
        let server = server.expect("a free port");
        let (address, stopper) = (server.address(), server.stopper());
        let token =
            server.wall().and_then(|wall| Some(wall.split_once('#')?.1.to_owned())).unwrap_or_default();
        let thread = Some(thread::spawn(move || server.run().expect("served")));
        let client = Client { from: Ipv4Addr::LOCALHOST, server: address, token };
        Self { client, stopper, thread }
    }

    /// Somebody at 127.0.0.`host`.
    pub fn at(&self, host: u8) -> Client {
        Client { from: Ipv4Addr::new(127, 0, 0, host), ..self.client.clone() }
    }
}

impl Deref for Served {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Client {
    pub fn connect(&self) -> TcpStream {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        socket.bind(&SocketAddr::from((self.from, 0)).into()).expect("an address of loopback");
        socket.connect(&self.server.into()).expect("connected");
        let stream = TcpStream::from(socket);
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream
    }

    /// The answer to a request that is sent as it stands.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Whoever is refused early need not listen to the end.
        let _ = stream.write_all(request);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        Answer::read(&all)
    }

    pub fn ask(&self, method: &str, path: &str) -> Answer {
        self.said(method, path, "host: localhost\r\n", "")
    }

    /// The answer to a request with these lines in its head.
    pub fn said(&self, method: &str, path: &str, head: &str, body: &str) -> Answer {
        self.raw(format!("{method} {path} HTTP/1.1\r\n{head}connection: close\r\n\r\n{body}").as_bytes())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path)
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        let length = body.len();
        let head =
            format!("host: localhost\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n");
        self.said("POST", path, &head, body)
    }

    /// The status of the answer, when there is one.
    pub fn try_post(&self, path: &str, body: &str) -> Option<u16> {
        let mut stream = self.connect();
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        let kind = format!("content-type: application/json\r\ncontent-length: {length}\r\n\r\n");
        stream.write_all(format!("{head}{kind}{body}").as_bytes()).ok()?;
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).ok()?;
        line.split(' ').nth(1)?.parse().ok()
    }

    /// A request of the wall.
    pub fn wall(&self, what: &str, body: &Value) -> u16 {
        self.post(&format!("/room/{what}?{}", self.token), &body.to_string()).status
    }

    pub fn open(&self, question: &str) {
        assert_eq!(self.wall("open", &asked(question)), 204);
    }

    pub fn join(&self) -> String {
        let answer = self.post("/room/join", "{}");
        assert_eq!(answer.status, 200, "{}", answer.text());
        let joined: Value = serde_json::from_slice(&answer.body).expect("JSON");
        joined["id"].as_str().expect("a name").to_owned()
    }

    pub fn vote(&self, id: &str, question: u32, choice: usize) -> u16 {
        self.post("/room/vote", &vote(id, question, choice)).status
    }

    pub fn news(&self, path: &str) -> News {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n").expect("sent");
        let mut lines = BufReader::new(stream);
        let mut status = String::new();
        let _ = lines.read_line(&mut status);
        News { status: status.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0), lines }
    }

    pub fn counts(&self) -> News {
        self.news(&format!("/room/counts?{}", self.token))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stopper.stop();
        self.thread.take().expect("a thread").join().expect("a server that ends");
    }
}

pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
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

    pub fn policy(&self) -> &str {
        self.headers.get("content-security-policy").expect("a policy")
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A stream of news as a browser reads it.
pub struct News {
    /// 0 when the connection was closed instead.
    pub status: u16,
    lines: BufReader<TcpStream>,
}

impl News {
    /// The next state that is as it is wanted.
    pub fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
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

pub fn asked(question: &str) -> Value {
    let both = |text: &str| json!({ "fr": text, "en": text });
    let bets = ["more", "same", "less"].map(both);
    json!({ "question": both(question), "bets": bets })
}

pub fn vote(id: &str, question: u32, choice: usize) -> String {
    json!({ "id": id, "question": question, "choice": choice }).to_string()
}
