//! The life of a resident in one world, month by month, and what happens to places and joint projects.

use super::Voice;
use super::grammar::{at_commune, in_turn, quoted, sentence};
use super::sentences::{clause, thing_of_work};
use super::story::{GATHERED, arrival, introduction, together};
use hameau_analysis::why::{Event, Id, Kind, What};
use hameau_model::kernel::units::Month;

/// Events of a kind, one after the other, from which on they are one text.
const REPEATED: usize = 3;

/// The life of somebody up to the end of `until`: one text for each month in which something is told, and one for what
/// happens again and again with nothing between, at the month in which it begins.
#[must_use]
pub fn life(voice: &Voice<'_>, events: &[Event], id: Id, until: Month) -> Vec<(Month, String)> {
    let person = voice.people.person(id);
    let own =
        |event: &&Event| event.month <= until && (event.resident == Some(id) || event.other == Some(id));
    let own: Vec<&Event> = events.iter().filter(own).collect();
    let mut told =
        vec![(person.seen, introduction(voice, person, arrival(own.iter().copied(), id)).join(" "))];
    let clauses: Vec<(&Event, String)> =
        own.into_iter().filter_map(|event| Some((event, clause(voice, event, id)?))).collect();
    let mut months: Vec<(Month, Vec<String>)> = Vec::new();
    // Whether the last text takes another clause of its month.
    let mut open = false;
    for alike in clauses.chunk_by(|(one, _), (next, _)| one.kind == next.kind) {
        let (first, _) = alike[0];
        if alike.len() >= REPEATED && GATHERED.contains(&first.kind) {
            let events: Vec<&Event> = alike.iter().map(|(event, _)| *event).collect();
            months.push((first.month, vec![together(first.kind, &events, voice.language)]));
            open = false;
            continue;
        }
        for (event, clause) in alike {
            match months.last_mut() {
                Some((month, clauses)) if open && *month == event.month => clauses.push(clause.clone()),
                _ => months.push((event.month, vec![clause.clone()])),
            }
            open = true;
        }
    }
    let text = |clauses: &[String]| sentence(&in_turn(clauses, voice.language));
    told.extend(months.iter().map(|(month, clauses)| (*month, text(clauses))));
    told
}

/// What happens to a place or a work, as a sentence; `None` for what is told otherwise.
#[must_use]
pub fn happening(voice: &Voice<'_>, event: &Event) -> Option<String> {
    let language = voice.language;
    let words = match event.kind {
        Kind::PlaceOpened => ("opens", "ouvre"),
        Kind::PlaceClosed => ("closes", "ferme"),
        Kind::WorkCommitted => ("enough people commit to", "assez de personnes s'engagent dans"),
        Kind::WorkOperates => ("starts running", "entre en activité"),
        Kind::WorkEnded => ("comes to an end", "prend fin"),
        Kind::WorkAbandoned => {
            ("is given up before it starts running", "est abandonné avant d'entrer en activité")
        }
        _ => return None,
    };
    let words = language.of(words);
    let text = match event.what {
        What::Place(who) => {
            let facts = voice.place(who)?;
            let at = at_commune(voice.commune(facts.commune), language);
            let name = quoted(&facts.name, language);
            let what = match (facts.name.is_empty(), facts.desks) {
                (true, _) => language.of((
                    format!("a place that a joint project made for itself {at}"),
                    format!("un lieu né d'un projet commun {at}"),
                )),
                (false, true) => language
                    .of((format!("the shared place {name} {at}"), format!("le tiers-lieu {name} {at}"))),
                (false, false) => language.of((
                    format!("the facilitator's circle {name}"),
                    format!("le cercle de l'animatrice {name}"),
                )),
            };
            format!("{what} {words}")
        }
        What::Work(_) => {
            let (work, at) = thing_of_work(voice, event.what);
            let work = language.of((format!("a {work}{at}"), format!("un {work}{at}")));
            if event.kind == Kind::WorkCommitted {
                format!("{words} {work}")
            } else {
                format!("{work} {words}")
            }
        }
        _ => return None,
    };
    Some(sentence(&text))
}
