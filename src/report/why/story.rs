//! The story of a resident in two worlds.

use super::Told;
use super::grammar::{at_commune, count, in_month, in_turn, month, sentence};
use super::sentences::{clause, does};
use super::words;
use crate::population::Origin;
use crate::report::{Language, number};
use crate::units::Month;
use crate::why::{Event, Id, Kind, Person, Sum, Witness};

/// Clauses told of one life at most; the rest is counted.
const MOST: usize = 8;

/// A resident's story: complete sentences, in paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Who it is: a stable label.
    pub title: String,
    /// What is common to both worlds, then A, then B.
    pub paragraphs: Vec<String>,
}

/// Tells both lives of somebody side by side.
#[must_use]
pub fn story(told: &Told<'_>, id: Id) -> Story {
    let person = told.pair.people.person(id);
    let [a, b] = told.pair.witnesses.each_ref().map(|witness| of(witness, id));
    let common: Vec<&Event> = a.iter().filter(|event| b.contains(event)).copied().collect();
    let own = |events: &[&Event]| -> Vec<Event> {
        events.iter().filter(|event| !common.contains(event)).map(|event| **event).collect()
    };
    let common: Vec<Event> = common.iter().map(|event| **event).collect();
    let language = told.language;
    let mut both = introduction(told, person);
    both.extend(dated(told, &common, id));
    both.push(parting(told, id));
    let mut paragraphs = vec![both.join(" ")];
    for (world, (name, events)) in [("A", own(&a)), ("B", own(&b))].into_iter().enumerate() {
        let witness = &told.pair.witnesses[world];
        let mut sentences = vec![];
        if witness.end(id).is_none() && !is_here(person, witness, told.pair.period[0], id) {
            sentences.push(language.of(("They never live here.", "Elle ne vit jamais ici.")).to_owned());
        } else {
            sentences.extend(dated(told, &events, id));
            sentences.extend(ending(told, witness, id));
        }
        let heading = language.of((format!("In {name}: "), format!("Dans {name} : ")));
        paragraphs.push(format!("{heading}{}", sentences.join(" ")));
    }
    Story { title: title(told, person), paragraphs }
}

/// Whether somebody lived here at some time, if only for a part of a month.
fn is_here(person: &Person, witness: &Witness, start: Month, id: Id) -> bool {
    person.arrived < start || of(witness, id).iter().any(|event| event.resident == Some(id))
}

/// The events of a resident, in order.
fn of(witness: &Witness, id: Id) -> Vec<&Event> {
    witness.events.iter().filter(|event| event.resident == Some(id) || event.other == Some(id)).collect()
}

/// The stable label: origin, year of arrival, commune, age, occupation, address.
fn title(told: &Told<'_>, person: &Person) -> String {
    let language = told.language;
    let at = at_commune(told.commune(person.commune), language);
    let age = number(f64::from(person.age()), 0, language);
    let label = person.who.label().unwrap_or_default();
    let (year, occupation) = (person.arrived.year(), language.of(person.occupation.words()));
    language.of(match person.origin {
        Origin::Local => (
            format!("Local {at}, {age}, {occupation} ({label})"),
            format!("Personne d'ici, {at}, {} ({label})", years(person, language)),
        ),
        Origin::Newcomer => (
            format!("Newcomer of {year} {at}, {age}, {occupation} ({label})"),
            format!("Personne venue d'ailleurs en {year}, {at}, {} ({label})", years(person, language)),
        ),
    })
}

fn years(person: &Person, language: Language) -> String {
    count(f64::from(person.age()), (("year", "an"), ("years", "ans")), language)
}

/// Who it is: what nobody's policy decides.
fn introduction(told: &Told<'_>, person: &Person) -> Vec<String> {
    let language = told.language;
    let when = in_month(person.seen, language);
    let at = at_commune(told.commune(person.commune), language);
    let (age, does) = (years(person, language), language.of(does(person.occupation)));
    let is_founder = person.seen == told.pair.period[0] && person.arrived < person.seen;
    let first = if is_founder {
        language.of((
            format!("{when} they are {age} old and live {at}; {does}"),
            format!("{when}, elle a {age} et vit {at} ; {does}"),
        ))
    } else {
        language.of((format!("{when} they are {age} old; {does}"), format!("{when}, elle a {age} ; {does}")))
    };
    let mut sentences = vec![sentence(&first)];
    if is_founder && person.origin == Origin::Newcomer {
        let year = person.arrived.year();
        sentences.push(language.of((
            format!("They came from elsewhere in {year}."),
            format!("Elle est venue d'ailleurs en {year}."),
        )));
    }
    sentences
}

/// When and in what both lives part.
fn parting(told: &Told<'_>, id: Id) -> String {
    let language = told.language;
    let Some(parting) = told.pair.comparison.of(id) else {
        return language.of(("Both lives are the same.", "Les deux vies sont les mêmes.")).to_owned();
    };
    let (when, call) = (in_month(parting.month, language), language.of(words::call(parting.call)));
    let what = language.of(words::quantity(parting.quantity));
    language.of((
        format!("Both lives part {when}, at call {call}: first {what}."),
        format!("Les deux vies se séparent {when}, à l'appel {call} : d'abord {what}."),
    ))
}

/// Sentences of events, those of one month in one.
fn dated(told: &Told<'_>, events: &[Event], id: Id) -> Vec<String> {
    let language = told.language;
    let jobs: Vec<&Event> = events.iter().filter(|event| event.kind == Kind::JobBegun).collect();
    let many = jobs.len() > 1;
    let mut months: Vec<(Month, Vec<String>)> = Vec::new();
    for event in events.iter().filter(|event| !many || event.kind != Kind::JobBegun) {
        let Some(clause) = clause(told, event, id) else { continue };
        match months.last_mut() {
            Some((month, clauses)) if *month == event.month => clauses.push(clause),
            _ => months.push((event.month, vec![clause])),
        }
    }
    let all: usize = months.iter().map(|(_, clauses)| clauses.len()).sum();
    let mut sentences = Vec::new();
    let mut told_so_far = 0;
    for (month, clauses) in &months {
        if told_so_far + clauses.len() > MOST {
            break;
        }
        told_so_far += clauses.len();
        let comma = language.of(("", ","));
        let text = format!("{}{comma} {}", in_month(*month, language), in_turn(clauses, language));
        sentences.push(sentence(&text));
    }
    if told_so_far < all {
        let nouns = (
            ("more event follows", "autre événement suit"),
            ("more events follow", "autres événements suivent"),
        );
        sentences.push(sentence(&count((all - told_so_far) as f64, nouns, language)));
    }
    if let (true, [first, .., last]) = (many, &jobs[..]) {
        let (from, to) = (month(first.month, language), month(last.month, language));
        let jobs = number(jobs.len() as f64, 0, language);
        sentences.push(if from == to {
            let when = in_month(first.month, language);
            sentence(&language.of((
                format!("{when} they begin {jobs} small jobs with others"),
                format!("{when}, elle commence {jobs} petits travaux avec d'autres"),
            )))
        } else {
            language.of((
                format!("Between {from} and {to} they begin {jobs} small jobs with others."),
                format!("Entre {from} et {to}, elle commence {jobs} petits travaux avec d'autres."),
            ))
        });
    }
    sentences
}

/// How a life stands at the end, and what it comes to.
fn ending(told: &Told<'_>, witness: &Witness, id: Id) -> Vec<String> {
    let language = told.language;
    let mut sentences = Vec::new();
    let gone = of(witness, id)
        .iter()
        .any(|event| event.resident == Some(id) && matches!(event.kind, Kind::Departed | Kind::Died));
    if let (false, Some(end)) = (gone, witness.end(id)) {
        let when = month(told.pair.period[1], language);
        let does = language.of(does(end.occupation));
        let friends = friends(end.friends, end.friends_across, language);
        sentences.push(language.of((
            format!("At the end of {when} {does} and {friends}."),
            format!("Fin {when}, {does} et {friends}."),
        )));
        if end.turnover_eur_per_year > 0.0 {
            let sales = number(end.turnover_eur_per_year, 0, language);
            sentences.push(language.of((
                format!("The enterprise sells {sales} EUR a year."),
                format!("L'entreprise vend pour {sales} euros par an."),
            )));
        }
    }
    let sums = witness.sums(id);
    let times = (("time", "fois"), ("times", "fois"));
    let months = (("month", "mois"), ("months", "mois"));
    let helps = count(sums[Sum::Helps as usize], times, language);
    sentences.push(match sums[Sum::Use as usize] {
        0.0 => language.of((
            format!("In all, they help others {helps} and never use a shared place."),
            format!("En tout, elle aide {helps} et ne fréquente aucun lieu partagé."),
        )),
        used => {
            let used = count(used, months, language);
            language.of((
                format!("In all, they help others {helps} and use a shared place for {used}."),
                format!("En tout, elle aide {helps} et fréquente un lieu partagé pendant {used}."),
            ))
        }
    });
    sentences
}

/// What somebody has of casual friends, as the end of a clause.
fn friends(all: u8, across: u8, language: Language) -> String {
    let (all_of, across_of) = (f64::from(all), f64::from(across));
    let across_of = number(across_of, 0, language);
    let known =
        count(all_of, (("casual friend", "connaissance"), ("casual friends", "connaissances")), language);
    match (all, across) {
        (0, _) => language.of(("have no casual friend", "n'a aucune connaissance")).to_owned(),
        (1, 1) => {
            language.of((format!("have {known}, across origins"), format!("a {known}, de l'autre origine")))
        }
        (_, 0) => language.of((
            format!("have {known}, none across origins"),
            format!("a {known}, aucune de l'autre origine"),
        )),
        _ => language.of((
            format!("have {known}, {across_of} of them across origins"),
            format!("a {known}, dont {across_of} de l'autre origine"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn friends_agree_with_their_number() {
        for (all, across, english, french) in [
            (0, 0, "have no casual friend", "n'a aucune connaissance"),
            (1, 1, "have 1 casual friend, across origins", "a 1 connaissance, de l'autre origine"),
            (
                1,
                0,
                "have 1 casual friend, none across origins",
                "a 1 connaissance, aucune de l'autre origine",
            ),
            (
                7,
                2,
                "have 7 casual friends, 2 of them across origins",
                "a 7 connaissances, dont 2 de l'autre origine",
            ),
        ] {
            assert_eq!(friends(all, across, English), english);
            assert_eq!(friends(all, across, French), french);
        }
    }
}
