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

    /// The first few parts in which the content of two scenarios differs, by name; none when it is the same.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let (mine, theirs) = (self.content(), other.content());
        let mut found = Vec::new();
        differ(&mine["values"], &theirs["values"], "", &mut found);
        differ(&mine["programme"], &theirs["programme"], "programme", &mut found);
        if mine["territory"] != theirs["territory"] {
            found.push("the facts of the territory".to_owned());
        }
        found
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

/// Names where two values differ: members of a table by their keys, all else as a whole.
fn differ(mine: &Value, theirs: &Value, name: &str, found: &mut Vec<String>) {
    match (mine, theirs) {
        (Value::Object(mine), Value::Object(theirs)) => {
            for (key, value) in mine {
                let full = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                differ(value, &theirs[key], &full, found);
            }
        }
        (Value::Array(mine), Value::Array(theirs)) if mine.len() == theirs.len() => {
            for (mine, theirs) in mine.iter().zip(theirs) {
                let label = mine["name"].as_str().unwrap_or_default();
                differ(mine, theirs, &format!("{name}.{label}"), found);
            }
        }
        _ if mine == theirs => {}
        _ => found.push(if name.contains('.') {
            format!("{name} ({theirs}, now {mine})")
        } else {
            format!("the {name}")
        }),
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
}
