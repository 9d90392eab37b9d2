//! The part of a scenario on which its worlds depend, in one canonical text.

use super::{Instrument, Scenario};
use crate::inputs::parameters::{Key, Role};
use serde_json::{Map, Value, json};

/// Parameters that say how many worlds and which, not what happens in one.
const OF_THE_BATCH: [Key; 2] = [Key::Seed, Key::Replicates];

impl Scenario {
    /// Everything on which a world of this scenario depends, seed and replicate apart: two scenarios with the same content
    /// give the same bits. Names of files, titles, sources, and prices that only make a total are no part of it.
    #[must_use]
    pub fn content(&self) -> Value {
        let values: Map<String, Value> = Key::all()
            .filter(|key| !OF_THE_BATCH.contains(key) && key.row().role != Role::Lever)
            .map(|key| (key.row().name.to_owned(), self.values[key].into()))
            .collect();
        json!({
            "values": values,
            "programme": self.programme.iter().map(entry).collect::<Vec<_>>(),
            "territory": self.territory,
        })
    }

    /// The parts in which the content of two scenarios differs, in words; none when it is the same.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for Differing { name, mine, theirs } in self.differing(other) {
            let words = match name.split('.').next() {
                Some(TERRITORY) => "the facts of the territory".to_owned(),
                Some(PROGRAMME) if mine.is_object() || theirs.is_object() || mine.is_array() => {
                    "the programme".to_owned()
                }
                _ => format!("{name} ({theirs}, now {mine})"),
            };
            if !told.contains(&words) {
                told.push(words);
            }
        }
        told
    }

    /// The same, part by part, as a scenario writes each.
    #[must_use]
    pub fn unlike(&self, other: &Self) -> Vec<Unlike> {
        self.differing(other).into_iter().map(|part| part.told([self, other])).collect()
    }

    fn differing(&self, other: &Self) -> Vec<Differing> {
        let (mine, theirs) = (self.content(), other.content());
        let mut found = Vec::new();
        differ(&mine["values"], &theirs["values"], "", &mut found);
        differ(&mine[PROGRAMME], &theirs[PROGRAMME], PROGRAMME, &mut found);
        if mine[TERRITORY] != theirs[TERRITORY] {
            found.push(Differing { name: TERRITORY.to_owned(), mine: Value::Null, theirs: Value::Null });
        }
        found
    }
}

/// The part that holds the dated instruments.
const PROGRAMME: &str = "programme";
/// The part that holds the facts.
const TERRITORY: &str = "territory";

/// A part in which two scenarios differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlike {
    /// The parameter's full name, `programme.NAME` for an entry, `programme.NAME.KEY` for a part of one, or `territory` for
    /// the facts.
    pub key: String,
    /// The parameter, where it is one.
    pub parameter: Option<Key>,
    /// What the first says; nothing where it has no such part.
    pub mine: Option<String>,
    /// What the other says.
    pub theirs: Option<String>,
}

/// A part in which two contents differ.
struct Differing {
    name: String,
    mine: Value,
    theirs: Value,
}

impl Differing {
    /// The part as the two scenarios write it.
    fn told(self, scenarios: [&Scenario; 2]) -> Unlike {
        let Self { name, mine, theirs } = self;
        let lever = || {
            let (entry, lever) = name.strip_prefix("programme.")?.split_once(".levers.")?;
            let holds = |scenario: &&Scenario| {
                scenario.programme.iter().find(|one| one.name == entry).map(|one| one.kind)
            };
            scenarios.iter().find_map(holds)?.key(lever)
        };
        let parameter = Key::named(&name).or_else(lever);
        let shown = |value: Value| match (parameter, value) {
            (_, Value::Null) => None,
            (Some(key), Value::Number(number)) => number.as_f64().map(|number| key.row().shown(number)),
            (_, Value::String(text)) => Some(text),
            (_, Value::Object(entry)) => {
                let of = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
                Some(format!("{}, {} – {}", of("instrument"), of("from"), of("until")).trim_end().to_owned())
            }
            (_, Value::Array(entries)) => {
                let names: Vec<&str> = entries.iter().filter_map(|entry| entry["name"].as_str()).collect();
                Some(names.join(", "))
            }
            (_, other) => Some(other.to_string()),
        };
        let key = name.replacen(".levers.", ".", 1);
        Unlike { key, parameter, mine: shown(mine), theirs: shown(theirs) }
    }
}

fn entry(entry: &Instrument) -> Value {
    let levers: Map<String, Value> =
        entry.levers.that_act().map(|(key, value)| (key.row().key().to_owned(), value.into())).collect();
    let funding: Map<String, Value> =
        entry.funding.iter().map(|(funder, share)| (funder.key().to_owned(), (*share).into())).collect();
    json!({
        "name": entry.name,
        "instrument": entry.kind.name(),
        "from": entry.from.to_string(),
        "until": entry.until.map(|until| until.to_string()),
        "place": entry.place,
        "commune": entry.commune.as_ref().map(|commune| &commune.code),
        "levers": levers,
        "funding": funding,
    })
}

/// Where two values differ: members of a table by their keys, entries of a programme by their names, all else as a whole.
fn differ(mine: &Value, theirs: &Value, name: &str, found: &mut Vec<Differing>) {
    match (mine, theirs) {
        _ if mine == theirs => {}
        (Value::Object(one), Value::Object(other)) => {
            let more = other.keys().filter(|key| !one.contains_key(*key));
            for key in one.keys().chain(more) {
                let full = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                differ(&mine[key], &theirs[key], &full, found);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            let before = found.len();
            let label = |entry: &Value| entry["name"].as_str().unwrap_or_default().to_owned();
            let of = |list: &[Value], name: &str| list.iter().find(|entry| label(entry) == name).cloned();
            let more = other.iter().map(label).filter(|name| of(one, name).is_none());
            for entry in one.iter().map(label).chain(more) {
                let [mine, theirs] = [one, other].map(|list| of(list, &entry).unwrap_or_default());
                differ(&mine, &theirs, &format!("{name}.{entry}"), found);
            }
            // The same entries in another order.
            if found.len() == before {
                found.push(Differing { name: name.to_owned(), mine: mine.clone(), theirs: theirs.clone() });
            }
        }
        _ => found.push(Differing { name: name.to_owned(), mine: mine.clone(), theirs: theirs.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use crate::inputs::scenario::{Memory, Overrides, Scenario, resolve};

    fn with(set: &[&str]) -> Scenario {
        let set = set.iter().map(|one| (*one).to_owned()).collect();
        resolve("hameau:shared-place", &Overrides { set, ..Overrides::default() }, &Memory::default())
            .expect("right")
    }

    #[test]
    fn content_is_what_a_world_depends_on() {
        let plain = with(&[]);
        assert!(plain.differences(&with(&["simulation.seed=9", "simulation.replicates_count=3"])).is_empty());
        let other = with(&["travel.fixed_minutes=7", "simulation.duration_months=120"]);
        let told = other.differences(&plain).join(", ");
        assert!(told.contains("travel.fixed_minutes (") && told.contains(", now 7.0)"), "{told}");
        assert!(told.contains("simulation.duration_months"), "{told}");
    }

    #[test]
    fn a_total_is_part_of_it_and_its_prices_are_not() {
        let plain = with(&[]);
        let place = plain.programme[0].name.clone();
        let set = |keys: &[&str]| {
            let set: Vec<String> = keys.iter().map(|key| format!("programme.{place}.{key}")).collect();
            with(&set.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let dearer = set(&["build_cost_per_person_eur=4000"]);
        let told = dearer.differences(&plain).join(", ");
        assert_eq!(told, format!("programme.{place}.levers.build_cost_eur (160000.0, now 180000.0)"));
        let the_same = set(&["build_cost_per_person_eur=4000", "build_fixed_cost_eur=80000"]);
        assert!(the_same.differences(&plain).is_empty());
    }

    #[test]
    fn the_programme_is_part_of_it() {
        let plain = with(&[]);
        let place = plain.programme[0].name.clone();
        let other = with(&[&format!("programme.{place}.capacity_persons=33")]);
        let told = other.differences(&plain).join(", ");
        assert!(told.contains(&format!("programme.{place}.levers.capacity_persons")), "{told}");
        assert!(told.contains(&format!("programme.{place}.levers.build_cost_eur")), "it follows: {told}");
    }

    /// A parameter as a scenario writes it, an entry that only one has, and the facts.
    #[test]
    fn what_differs_is_told_part_by_part() {
        let place = with(&[]).programme[0].name.clone();
        let lever = format!("programme.{place}.capacity_persons");
        let other = with(&["travel.fixed_minutes=7", &format!("{lever}=33")]);
        let told = with(&[]).unlike(&other);
        let keys: Vec<&str> = told.iter().map(|part| part.key.as_str()).collect();
        // What a place costs follows how many it admits.
        let costs =
            ["build_cost_eur", "running_cost_eur_per_year"].map(|key| format!("programme.{place}.{key}"));
        assert_eq!(keys, ["travel.fixed_minutes", &lever, &costs[0], &costs[1]]);
        assert!(told.iter().all(|part| part.parameter.is_some() && part.mine.is_some()), "{told:?}");
        assert_eq!(told[0].theirs.as_deref(), Some("7"));
        assert_eq!(told[1].theirs.as_deref(), Some("33"));
        let none = resolve("hameau:baseline", &Overrides::default(), &Memory::default()).expect("right");
        let told = none.unlike(&with(&[]));
        assert_eq!((told.len(), told[0].key.as_str()), (2, format!("programme.{place}").as_str()));
        assert_eq!(told[0].mine, None);
        assert!(told[0].theirs.as_deref().is_some_and(|entry| entry.starts_with("shared_place, 2022-06")));
        assert_eq!(none.differences(&with(&[])), ["the programme"]);
    }
}
