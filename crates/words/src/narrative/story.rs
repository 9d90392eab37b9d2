//! The story of a resident in two worlds.

use super::grammar::{at_commune, count, in_month, in_turn, month, sentence};
use super::sentences::{came, clause, does};
use super::words;
use super::{Told, Voice};
use crate::{Language, number};
use hameau_analysis::why::{Event, Id, Kind, Person, Sum, Witness};
use hameau_model::kernel::units::Month;
use hameau_model::state::population::Origin;

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
    let (language, voice) = (told.language, told.voice());
    let arrival = arrival(a.iter().chain(&b).copied(), id);
    let mut both = Vec::new();
    if arrival.is_none() || common.iter().any(|event| is_arrival(event, id)) {
        both.extend(introduction(&voice, person, arrival));
    }
    both.extend(dated(&voice, &common, id));
    both.push(parting(told, id));
    let mut paragraphs = vec![both.join(" ")];
    for (name, witness, events) in
        [("A", &told.pair.witnesses[0], own(&a)), ("B", &told.pair.witnesses[1], own(&b))]
    {
        let mut sentences = vec![];
        if arrival.is_some() && !of(witness, id).iter().any(|event| is_arrival(event, id)) {
            sentences.push(language.of(("They never live here.", "Elle ne vit jamais ici.")).to_owned());
        } else {
            if events.iter().any(|event| is_arrival(event, id)) {
                sentences.extend(introduction(&voice, person, arrival));
            }
            sentences.extend(dated(&voice, &events, id));
            sentences.extend(ending(told, witness, id));
        }
        let heading = language.of((format!("In {name}: "), format!("Dans {name} : ")));
        paragraphs.push(format!("{heading}{}", sentences.join(" ")));
    }
    Story { title: title(&voice, person), paragraphs }
}

/// How somebody came who was not there at the start.
pub(super) fn arrival<'e>(mut events: impl Iterator<Item = &'e Event>, id: Id) -> Option<Kind> {
    events.find(|event| is_arrival(event, id)).map(|event| event.kind)
}

fn is_arrival(event: &Event, id: Id) -> bool {
    event.resident == Some(id) && matches!(event.kind, Kind::Arrived | Kind::CameOfAge)
}

/// The events of a resident, in order.
fn of(witness: &Witness, id: Id) -> Vec<&Event> {
    witness.events.iter().filter(|event| event.resident == Some(id) || event.other == Some(id)).collect()
}

/// A stable label: origin, year of arrival, commune, age, occupation, address.
pub fn title(voice: &Voice<'_>, person: &Person) -> String {
    let language = voice.language;
    let at = at_commune(voice.commune(person.commune), language);
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

/// Who it is, and how the person came, for whoever was not there at the start.
pub(super) fn introduction(voice: &Voice<'_>, person: &Person, arrival: Option<Kind>) -> Vec<String> {
    let language = voice.language;
    let when = in_month(person.seen, language);
    let (age, does) = (years(person, language), language.of(does(person.occupation)));
    if let Some(how) = arrival {
        let came = came(voice, person, how);
        return vec![sentence(&language.of((
            format!("{when}, at the age of {}, {came}; {does}", person.age()),
            format!("{when}, à {age}, {came} ; {does}"),
        )))];
    }
    let at = at_commune(voice.commune(person.commune), language);
    let mut sentences = vec![sentence(&language.of((
        format!("{when} they are {age} old and live {at}; {does}"),
        format!("{when}, elle a {age} et vit {at} ; {does}"),
    )))];
    if person.origin == Origin::Newcomer {
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
        return language
            .of(("The two lives never diverge.", "Les deux vies ne divergent jamais."))
            .to_owned();
    };
    let (when, step) = (in_month(parting.month, language), words::step(parting.call, language));
    let what = language.of(words::quantity(parting.quantity));
    language.of((
        format!("The two lives diverge {when}, {step}, by {what}."),
        format!("Les deux vies divergent {when}, {step}, par {what}."),
    ))
}

/// Kinds of events that are told in one sentence where there are several: how many there were and between which months.
pub(super) const GATHERED: [Kind; 3] = [Kind::Invited, Kind::Introduced, Kind::JobBegun];

/// Sentences of events, those of one month in one.
fn dated(voice: &Voice<'_>, events: &[Event], id: Id) -> Vec<String> {
    let language = voice.language;
    let of = |kind: Kind| events.iter().filter(move |event| event.kind == kind);
    let gathered = GATHERED.map(|kind| (kind, of(kind).count() > 1));
    let apart = |event: &&Event| !gathered.contains(&(event.kind, true));
    let mut months: Vec<(Month, Vec<String>)> = Vec::new();
    for event in events.iter().filter(apart) {
        let Some(clause) = clause(voice, event, id) else { continue };
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
        let nouns = (("more event", "autre événement"), ("more events", "autres événements"));
        let left = all - told_so_far;
        let verb = language.of(if left == 1 {
            ("then comes", "puis vient")
        } else {
            ("then come", "puis viennent")
        });
        sentences.push(sentence(&format!("{verb} {}", count(left as f64, nouns, language))));
    }
    for (kind, _) in gathered.iter().filter(|(_, several)| *several) {
        let of_kind: Vec<&Event> = of(*kind).collect();
        sentences.push(together(*kind, &of_kind, language));
    }
    sentences
}

/// One sentence for several events of a kind.
pub(super) fn together(kind: Kind, events: &[&Event], language: Language) -> String {
    let (first, last) = (events[0].month, events[events.len() - 1].month);
    let when = if first == last {
        let comma = language.of(("", ","));
        format!("{}{comma}", in_month(first, language))
    } else {
        let (first, last) = (month(first, language), month(last, language));
        language.of((format!("between {first} and {last}"), format!("entre {first} et {last},")))
    };
    let many = number(events.len() as f64, 0, language);
    let what = language.of(match kind {
        Kind::Invited => (
            format!("the facilitator invites them {many} times"),
            format!("l'animatrice l'invite {many} fois"),
        ),
        Kind::Introduced => (
            format!("the facilitator introduces them to others {many} times"),
            format!("l'animatrice la met {many} fois en relation avec d'autres"),
        ),
        _ => (
            format!("they begin {many} small jobs with others"),
            format!("elle commence {many} petits travaux avec d'autres"),
        ),
    });
    sentence(&format!("{when} {what}"))
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
    let helps = match sums[Sum::Helps as usize] {
        0.0 => language
            .of(("they never help anybody they meet", "elle n'aide jamais ceux qu'elle rencontre"))
            .to_owned(),
        helps => {
            let times = count(helps, times, language);
            language.of((
                format!("they help somebody they meet {times}"),
                format!("elle aide {times} ceux qu'elle rencontre"),
            ))
        }
    };
    let used = match sums[Sum::Use as usize] {
        0.0 => language.of(("never use a shared place", "ne fréquente aucun tiers-lieu")).to_owned(),
        used => {
            let used = count(used, months, language);
            language.of((
                format!("use a shared place for {used}"),
                format!("fréquente un tiers-lieu pendant {used}"),
            ))
        }
    };
    sentences
        .push(language.of((format!("In all, {helps} and {used}."), format!("En tout, {helps} et {used}."))));
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
