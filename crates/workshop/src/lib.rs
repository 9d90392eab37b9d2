//! What the workshop page asks of the engine: two worlds that are shown, their people, the levers, the mistakes; and what a
//! session with a room needs beside: stories, each two scenarios in the same worlds, a question, bets, and what to say.
//!
//! A request is JSON, `{"do": "step", "slot": "a", "months": 1}`. The answer is `{"ok": ...}`, or
//! `{"mistakes": "...", "count": 1}` with the text that `hameau check` prints. The page has no number of its own: labels,
//! units, ranges and defaults are answers to [`about`](Workshop) and `levers`, which read the tables.
//!
//! Months are counted as months done: 0 is the founding, `k` is the end of the `k`-th month.

mod about;
mod answer;
mod claim;
mod edit;
mod evidence;
mod kit;
mod levers;
mod pair;
mod place;
mod refusal;
mod request;
mod session;
pub mod story;
mod words;

pub use claim::{Claim, Finding};
pub use evidence::{Evidence, FEWEST_WORLDS, LEAST_SHARE, WORLDS, Weighed, evidence};
pub use kit::kit;

use answer::{Answer, NOTHING, told};
use refusal::Refusal;
use request::Request;
use session::Session;

/// The worlds that are shown, and what answers for them.
#[derive(Debug, Default)]
pub struct Workshop {
    a: Option<Session>,
    b: Option<Session>,
}

impl Workshop {
    /// No world yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request, as text. Whatever the request, there is an answer.
    pub fn call(&mut self, request: &str) -> String {
        match Request::read(request).and_then(|request| self.answer(request)) {
            Ok(answer) => format!("{{\"ok\":{answer}}}"),
            Err(Refusal { text, text_fr, count }) => {
                let [text, text_fr] = [told(&text), told(&text_fr)].map(Result::unwrap_or_default);
                format!("{{\"mistakes\":{text},\"mistakes_fr\":{text_fr},\"count\":{count}}}")
            }
        }
    }

    fn answer(&mut self, request: Request) -> Answer {
        match request {
            Request::About => about::about(),
            Request::Levers => levers::levers(),
            Request::Check(toml, file) => session::check(&toml, file.as_deref()),
            Request::Edit(asked) => edit::edit(&asked),
            Request::Open(slot, asked) => {
                let (session, opened) = Session::open(&asked, [self.a.as_ref(), self.b.as_ref()])?;
                *self.slot(slot) = Some(session);
                Ok(opened)
            }
            Request::Step(slot, months) => self.session(slot)?.step(months),
            Request::Go(slot, month) => self.session(slot)?.go(month),
            Request::Series(slot, indicators) => self.session(slot)?.series(&indicators),
            Request::Map(slot) => self.session(slot)?.map(),
            Request::People(slot, commune) => self.session(slot)?.people(commune),
            Request::Ego(slot, who) => self.session(slot)?.ego(&who),
            Request::Life(slot, who) => self.session(slot)?.life(&who),
            Request::Close(slot) => {
                *self.slot(slot) = None;
                Ok(NOTHING.to_owned())
            }
            Request::Pair(asked) => pair::pair(&asked),
            Request::Digest(toml, world) => pair::digest(&toml, world),
        }
    }

    fn slot(&mut self, slot: request::Slot) -> &mut Option<Session> {
        match slot {
            request::Slot::A => &mut self.a,
            request::Slot::B => &mut self.b,
        }
    }

    fn session(&mut self, slot: request::Slot) -> Result<&mut Session, Refusal> {
        let name = slot.name();
        self.slot(slot)
            .as_mut()
            .ok_or_else(|| Refusal::one(&format!("no world is open in slot `{name}`: `open` one first")))
    }
}
