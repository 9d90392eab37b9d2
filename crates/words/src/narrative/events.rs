//! The events of both worlds as one table.

use super::Told;
use hameau_analysis::why::{Event, Id, What};

/// What stands above the columns.
const HEADER: [&str; 7] = ["world", "month", "mechanism", "event", "resident", "other", "what"];

/// Every event of both worlds, one a row, A before B, each in its order. Residents are written by their address; a cell
/// that has nothing to say is empty.
///
/// # Panics
/// Never: memory takes whatever is written.
#[must_use]
pub fn events_csv(told: &Told<'_>) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let written = "memory takes whatever is written";
    table.write_record(HEADER).expect(written);
    for (world, witness) in ["A", "B"].into_iter().zip(&told.pair.witnesses) {
        for event in &witness.events {
            table.write_record(row(told, world, event)).expect(written);
        }
    }
    String::from_utf8(table.into_inner().expect(written)).expect("what is written is text")
}

fn row(told: &Told<'_>, world: &str, event: &Event) -> [String; 7] {
    let label =
        |id: Option<Id>| id.and_then(|id| told.pair.people.person(id).who.label()).unwrap_or_default();
    [
        world.to_owned(),
        event.month.to_string(),
        event.call.id().to_owned(),
        event.kind.id().to_owned(),
        label(event.resident),
        label(event.other),
        what(told, event.what),
    ]
}

/// What an event is about: the name of a place, the number of a work, a commune's code, both occupations, a count.
pub(super) fn what(told: &Told<'_>, what: What) -> String {
    match what {
        What::Nothing => String::new(),
        What::Place(who) => {
            let known = told.pair.witnesses.iter().find_map(|witness| witness.places.get(&who));
            known
                .map(|facts| facts.name.clone())
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| number(who))
        }
        What::Work(who) => number(who),
        What::Commune(at) => told.communes[at as usize].code_text.clone(),
        What::Occupation(before, after) => format!("{} > {}", before.id(), after.id()),
        What::Count(count) => count.to_string(),
    }
}

/// A work has no name: its address tells it from others.
fn number(who: hameau_model::kernel::random::Who) -> String {
    format!("{:016x}", who.bits())
}
