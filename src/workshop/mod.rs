//! What the workshop page asks of the engine: two worlds that are shown, their people, the levers, the mistakes.
//!
//! A request is JSON, `{"do": "step", "slot": "a", "months": 1}`. The answer is `{"ok": ...}`, or
//! `{"mistakes": "...", "count": 1}` with the text that `hameau check` prints. The page has no number of its own: labels,
//! units, ranges and defaults are answers to [`about`](Workshop) and `levers`, which read the tables.
//!
//! Months are counted as months done: 0 is the founding, `k` is the end of the `k`-th month.

mod about;
mod checked;
mod edit;
mod levers;
mod lives;
mod pair;
mod place;
mod refusal;
mod request;
mod session;
mod sight;
mod words;

use refusal::Refusal;
use request::Request;
use serde_json::{Value, json};
use session::Session;

/// The worlds that are shown, and what answers for them.
#[derive(Debug, Default)]
pub struct Workshop {
    a: Option<Session>,
    b: Option<Session>,
}

/// An answer before it is written, or what is wrong with the request.
type Answer = Result<Value, Refusal>;

impl Workshop {
    /// No world yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request, as text. Whatever the request, there is an answer.
    pub fn call(&mut self, request: &str) -> String {
        let answer = match Request::read(request).and_then(|request| self.answer(request)) {
            Ok(answer) => json!({ "ok": answer }),
            Err(Refusal { text, count }) => json!({ "mistakes": text, "count": count }),
        };
        answer.to_string()
    }

    fn answer(&mut self, request: Request) -> Answer {
        match request {
            Request::About => about::about(),
            Request::Levers => levers::levers(),
            Request::Check(asked) => checked::check(&asked),
            Request::Edit(asked) => edit::edit(&asked),
            Request::Open(asked) => {
                let (session, opened) = Session::open(&asked)?;
                *self.slot(asked.slot) = Some(session);
                Ok(opened)
            }
            Request::Step(asked) => self.session(asked.slot)?.step(asked.months),
            Request::Go(asked) => self.session(asked.slot)?.go(asked.month),
            Request::Series(asked) => self.session(asked.slot)?.series(&asked.indicators),
            Request::Map(asked) => self.session(asked.slot)?.map(),
            Request::People(asked) => self.session(asked.slot)?.people(asked.commune),
            Request::Ego(asked) => self.session(asked.slot)?.ego(&asked.who),
            Request::Life(asked) => self.session(asked.slot)?.life(&asked.who),
            Request::Close(asked) => {
                *self.slot(asked.slot) = None;
                Ok(Value::Null)
            }
            Request::Pair(asked) => pair::pair(&asked),
            Request::Digest(asked) => pair::digest(&asked),
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

/// What is answered, as a tree of JSON.
///
/// # Errors
/// Never for the answers of this room, whose keys are text.
fn told(answer: &impl serde::Serialize) -> Answer {
    serde_json::to_value(answer).map_err(|error| Refusal::one(&error.to_string()))
}
