//! Requests as they are read: every key is known, every value has its type.

use super::refusal::Refusal;
use super::words::OwnedWords;
use hameau_model::inputs::mistakes::{Help, Phrase};
use hameau_model::inputs::scenario::{did_you_mean, listed};
use serde_json::{Map, Value};

/// Bytes of a request at most: two scenarios of the largest size, written as JSON.
const MOST_BYTES: usize = 8_000_000;

/// What can be asked.
const NAMES: [&str; 15] = [
    "about", "levers", "check", "edit", "open", "step", "go", "series", "map", "people", "ego", "life",
    "close", "pair", "digest",
];

/// One request.
#[derive(Debug)]
pub(super) enum Request {
    /// Version, shipped scenarios, indicators.
    About,
    /// What a council decides and what is assumed.
    Levers,
    /// What a scenario says, or its mistakes: the text and the name of its file.
    Check(String, Option<String>),
    /// A scenario changed.
    Edit(Edit),
    /// Founds a world.
    Open(Slot, Open),
    /// Simulates so many months.
    Step(Slot, u32),
    /// Shows a month.
    Go(Slot, u32),
    /// What was observed so far of some indicators.
    Series(Slot, Vec<String>),
    /// What stands where.
    Map(Slot),
    /// The residents of a commune.
    People(Slot, u32),
    /// A resident and those tied to them.
    Ego(Slot, String),
    /// The life of a resident.
    Life(Slot, String),
    /// Forgets a world.
    Close(Slot),
    /// One paired world, whole.
    Pair(Pair),
    /// One number for a whole series.
    Digest(String, World),
}

/// One of the two worlds shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// The left one.
    A,
    /// The right one.
    B,
}

/// Which world.
pub(super) use hameau_model::kernel::random::World;

impl Slot {
    /// As requests name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// A scenario, and what is to be another in it: first what is dropped and added, then what is set.
#[derive(Debug)]
pub(super) struct Edit {
    /// The scenario.
    pub toml: String,
    /// Names of entries of the programme.
    pub drop: Vec<String>,
    /// New entries.
    pub add: Vec<Entry>,
    /// Overrides as `--set` takes them.
    pub set: Vec<String>,
    /// Another title.
    pub title: Option<OwnedWords>,
    /// Another name.
    pub name: Option<String>,
}

/// A new entry of the programme.
#[derive(Debug)]
pub(super) struct Entry {
    pub instrument: String,
    pub name: Option<String>,
    pub from: Option<String>,
    pub until: Option<String>,
    pub place: Option<String>,
    pub commune: Option<String>,
    pub funding: Map<String, Value>,
    pub levers: Map<String, Value>,
}

/// A world to be founded.
#[derive(Debug)]
pub(super) struct Open {
    pub toml: String,
    pub file: Option<String>,
    pub world: World,
    pub indicators: Vec<String>,
}

/// Two scenarios in one world.
#[derive(Debug)]
pub(super) struct Pair {
    pub a: String,
    pub b: String,
    pub world: World,
    pub indicators: Vec<String>,
}

impl Request {
    /// Reads a request.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > MOST_BYTES {
            let len = text.len();
            return Err(Refusal::one(&format!(
                "a request has at most {MOST_BYTES} bytes, this one has {len}"
            )));
        }
        let value = serde_json::from_str(text)
            .map_err(|error| Refusal::one(&format!("the request is no JSON: {error}")))?;
        let mut fields = Fields::new("the request", value)?;
        let name = fields.text("do")?;
        let request = Self::named(&name, &mut fields)?;
        fields.end()?;
        Ok(request)
    }

    fn named(name: &str, fields: &mut Fields) -> Result<Self, Refusal> {
        Ok(match name {
            "about" => Self::About,
            "levers" => Self::Levers,
            "check" => Self::Check(fields.text("toml")?, fields.maybe("file")?),
            "edit" => Self::Edit(Edit::read(fields)?),
            "open" => Self::Open(
                fields.slot()?,
                Open {
                    toml: fields.text("toml")?,
                    file: fields.maybe("file")?,
                    world: fields.world()?,
                    indicators: fields.texts("indicators")?,
                },
            ),
            "step" => Self::Step(fields.slot()?, fields.count("months")?),
            "go" => Self::Go(fields.slot()?, fields.count("month")?),
            "series" => Self::Series(fields.slot()?, fields.texts("indicators")?),
            "map" => Self::Map(fields.slot()?),
            "people" => Self::People(fields.slot()?, fields.count("commune")?),
            "ego" => Self::Ego(fields.slot()?, fields.text("who")?),
            "life" => Self::Life(fields.slot()?, fields.text("who")?),
            "close" => Self::Close(fields.slot()?),
            "pair" => Self::Pair(Pair {
                a: fields.text("a")?,
                b: fields.text("b")?,
                world: fields.world()?,
                indicators: fields.texts("indicators")?,
            }),
            "digest" => Self::Digest(fields.text("toml")?, fields.world()?),
            _ => {
                let help = did_you_mean(name, NAMES).or_else(|| listed(Phrase::Known, NAMES));
                let help = help.as_ref().map_or_else(String::new, Help::to_string);
                return Err(Refusal::one(&format!("`{}` is no request; {help}", short(name))));
            }
        })
    }
}

impl Edit {
    fn read(fields: &mut Fields) -> Result<Self, Refusal> {
        let add = match fields.take("add") {
            None => Vec::new(),
            Some(Value::Array(list)) => list.into_iter().map(Entry::read).collect::<Result<_, _>>()?,
            Some(other) => return Err(fields.wrong("add", "a list of entries", &other)),
        };
        let title = fields.take("title").map(title).transpose()?;
        Ok(Self {
            toml: fields.text("toml")?,
            drop: fields.texts("drop")?,
            add,
            set: fields.texts("set")?,
            title,
            name: fields.maybe("name")?,
        })
    }
}

fn title(value: Value) -> Result<OwnedWords, Refusal> {
    let mut fields = Fields::new("`title`", value)?;
    let title = OwnedWords { en: fields.text("en")?, fr: fields.text("fr")? };
    fields.end()?;
    Ok(title)
}

impl Entry {
    fn read(value: Value) -> Result<Self, Refusal> {
        let mut fields = Fields::new("an entry of `add`", value)?;
        let entry = Self {
            instrument: fields.text("instrument")?,
            name: fields.maybe("name")?,
            from: fields.maybe("from")?,
            until: fields.maybe("until")?,
            place: fields.maybe("place")?,
            commune: fields.maybe("commune")?,
            funding: fields.table("funding")?,
            levers: fields.table("levers")?,
        };
        fields.end()?;
        Ok(entry)
    }
}

/// The fields of an object, taken one by one.
struct Fields {
    /// What the object is, in messages.
    of: &'static str,
    map: Map<String, Value>,
}

impl Fields {
    fn new(of: &'static str, value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Object(map) => Ok(Self { of, map }),
            other => Err(Refusal::one(&format!("{of} is an object, not {}", short(&other.to_string())))),
        }
    }

    /// A field that may be absent or null.
    fn take(&mut self, key: &str) -> Option<Value> {
        self.map.shift_remove(key).filter(|value| !value.is_null())
    }

    fn maybe(&mut self, key: &str) -> Result<Option<String>, Refusal> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(key, "a text", &other)),
        }
    }

    fn text(&mut self, key: &str) -> Result<String, Refusal> {
        let text = self.maybe(key)?;
        text.ok_or_else(|| self.missing(key))
    }

    /// A list of texts, empty where it is absent.
    fn texts(&mut self, key: &str) -> Result<Vec<String>, Refusal> {
        let mut texts = Vec::new();
        match self.take(key) {
            None => {}
            Some(Value::Array(list)) => {
                for item in list {
                    match item {
                        Value::String(text) => texts.push(text),
                        other => return Err(self.wrong(key, "a list of texts", &other)),
                    }
                }
            }
            Some(other) => return Err(self.wrong(key, "a list of texts", &other)),
        }
        Ok(texts)
    }

    fn table(&mut self, key: &str) -> Result<Map<String, Value>, Refusal> {
        match self.take(key) {
            None => Ok(Map::new()),
            Some(Value::Object(table)) => Ok(table),
            Some(other) => Err(self.wrong(key, "an object", &other)),
        }
    }

    fn whole(&mut self, key: &str, most: u64) -> Result<u64, Refusal> {
        let value = self.take(key).ok_or_else(|| self.missing(key))?;
        let number = value.as_u64().filter(|number| *number <= most);
        number.ok_or_else(|| self.wrong(key, &format!("a whole number from 0 to {most}"), &value))
    }

    fn count(&mut self, key: &str) -> Result<u32, Refusal> {
        Ok(self.whole(key, u32::MAX.into())? as u32)
    }

    fn world(&mut self) -> Result<World, Refusal> {
        Ok(World { seed: self.whole("seed", u64::MAX)?, replicate: self.count("replicate")? })
    }

    fn slot(&mut self) -> Result<Slot, Refusal> {
        let name = self.text("slot")?;
        [Slot::A, Slot::B].into_iter().find(|slot| slot.name() == name).ok_or_else(|| {
            Refusal::one(&format!("there is no slot `{}`: a world is shown in `a` or in `b`", short(&name)))
        })
    }

    /// Nothing may be left that nobody asked for.
    fn end(self) -> Result<(), Refusal> {
        match self.map.keys().next() {
            None => Ok(()),
            Some(key) => Err(Refusal::one(&format!("unknown field `{}` in {}", short(key), self.of))),
        }
    }

    fn missing(&self, key: &str) -> Refusal {
        Refusal::one(&format!("{} needs the field `{key}`", self.of))
    }

    fn wrong(&self, key: &str, wanted: &str, found: &Value) -> Refusal {
        Refusal::one(&format!("`{key}` in {} is {wanted}, not {}", self.of, short(&found.to_string())))
    }
}

/// A text of the request as a message shows it: the start of it.
fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String =
        text.chars().take(SHOWN).map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push_str("...");
    }
    shown
}
