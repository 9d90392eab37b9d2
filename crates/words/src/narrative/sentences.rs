//! What an event says of a resident: one clause, with its subject and its verb, in the present.
//!
//! Nobody's gender is known. English says "they", French "elle": la personne.

use super::Voice;
use super::grammar::{at_commune, quoted};
use hameau_analysis::why::{Event, Id, Kind, Person, What};
use hameau_model::kernel::random::Who;
use hameau_model::rules::step::Phase;
use hameau_model::state::population::{Brought, Occupation, Origin};
use hameau_model::state::works::Purpose;

/// The clause of an event for `of`, one of its residents; `None` for what another clause says already.
pub(super) fn clause(voice: &Voice<'_>, event: &Event, of: Id) -> Option<String> {
    let other = if event.resident == Some(of) { event.other } else { event.resident };
    let with = || other.map_or(String::new(), |other| somebody(voice, voice.people.person(other)));
    let place = || match event.what {
        What::Place(who) => place(voice, who),
        _ => String::new(),
    };
    let words = |english: &str, french: &str| Some(voice.language.of((english, french)).to_owned());
    let say = |english: String, french: String| Some(voice.language.of((english, french)));
    match event.kind {
        Kind::Departed => words("they move away", "elle quitte le territoire"),
        Kind::Died => words("they die", "elle meurt"),
        Kind::OccupationChanged => {
            occupation_changed(event.what).map(|words| voice.language.of(words).to_owned())
        }
        Kind::FirmStarted if event.call == Phase::EnterprisesAndOccupations => {
            words("they start an enterprise", "elle crée une entreprise")
        }
        Kind::FirmEnded if event.call == Phase::EnterprisesAndOccupations => {
            words("their enterprise closes", "son entreprise ferme")
        }
        Kind::Invited => {
            words("the facilitator visits and invites them", "l'animatrice lui rend visite et l'invite")
        }
        Kind::Introduced => say(
            format!("the facilitator introduces them to {}", with()),
            format!("l'animatrice la met en relation avec {}", with()),
        ),
        Kind::EnteredPlace => {
            say(format!("they begin to use {}", place()), format!("elle commence à fréquenter {}", place()))
        }
        Kind::QuitPlace => {
            if is_circle(voice, event.what) {
                words("they leave the circle", "elle quitte le cercle")
            } else {
                words("they stop using the place", "elle cesse de fréquenter le lieu")
            }
        }
        Kind::Displaced => {
            if is_circle(voice, event.what) {
                words("their circle comes to an end", "son cercle prend fin")
            } else {
                words("their place closes", "son lieu ferme")
            }
        }
        Kind::FirstHelp if event.resident == Some(of) => say(
            format!("they give their first help beyond village life, to {}", with()),
            format!("elle aide pour la première fois au-delà de la vie du village : {}", with()),
        ),
        Kind::BeganGiving => words("they begin to give time", "elle commence à donner de son temps"),
        Kind::Decided => {
            words("they take part in a decision for the first time", "elle prend part à sa première décision")
        }
        Kind::JobBegun => say(
            format!("they begin a small job with {}", with()),
            format!("elle commence un petit travail avec {}", with()),
        ),
        Kind::JoinedWork => {
            let (work, at) = thing_of_work(voice, event.what);
            say(format!("they join a {work}{at}"), format!("elle s'engage{at} dans un {work}"))
        }
        // Whoever goes is in no work either.
        Kind::LeftWork if event.call != Phase::Lives => {
            let (work, _) = thing_of_work(voice, event.what);
            say(
                format!("they are no longer part of the {work}"),
                format!("elle ne fait plus partie du {work}"),
            )
        }
        _ => None,
    }
}

/// How somebody came to live here, or to be an adult.
pub(super) fn came(voice: &Voice<'_>, person: &Person, how: Kind) -> String {
    let commune = at_commune(voice.commune(person.commune), voice.language);
    let verb = match (how, person.brought, person.origin) {
        (Kind::CameOfAge, ..) => ("they come of age", "elle devient majeure"),
        (_, Brought::No, Origin::Local) => ("they come back to live", "elle revient vivre"),
        (_, Brought::No, Origin::Newcomer) => ("they come to live", "elle vient vivre"),
        _ => ("the programme brings them to live", "le programme la fait venir vivre"),
    };
    format!("{} {commune}", voice.language.of(verb))
}

/// Somebody else, by origin and commune.
fn somebody(voice: &Voice<'_>, person: &Person) -> String {
    let who = match person.origin {
        Origin::Local => ("a local", "une personne d'ici"),
        Origin::Newcomer => ("a newcomer", "une personne venue d'ailleurs"),
    };
    let at = at_commune(voice.commune(person.commune), voice.language);
    format!("{} {at}", voice.language.of(who))
}

/// A place by name and commune.
fn place(voice: &Voice<'_>, who: Who) -> String {
    let known = voice.place(who);
    let Some(facts) = known else { return voice.language.of(("a place", "un lieu")).to_owned() };
    let at = at_commune(voice.commune(facts.commune), voice.language);
    let what = match (facts.name.is_empty(), facts.desks) {
        (true, _) => {
            return voice.language.of((
                format!("the place that a joint project made for itself {at}"),
                format!("le lieu qu'un projet commun s'est donné {at}"),
            ));
        }
        (false, true) => ("the shared place", "le tiers-lieu"),
        (false, false) => ("the facilitator's circle", "le cercle de l'animatrice"),
    };
    let name = quoted(&facts.name, voice.language);
    if facts.desks {
        format!("{} {name} {at}", voice.language.of(what))
    } else {
        format!("{} {name}", voice.language.of(what))
    }
}

fn is_circle(voice: &Voice<'_>, what: What) -> bool {
    let What::Place(who) = what else { return false };
    let known = voice.place(who);
    known.is_some_and(|facts| !facts.desks)
}

/// A joint project by purpose, without an article, and where it is, after a space.
pub(super) fn thing_of_work(voice: &Voice<'_>, what: What) -> (String, String) {
    let facts = match what {
        What::Work(who) => voice.work(who),
        _ => None,
    };
    let purpose = facts.map_or(("joint project", "projet commun"), |facts| match facts.purpose {
        Purpose::MutualService => ("joint project of mutual service", "projet commun d'entraide"),
        Purpose::ProductiveVenture => ("joint productive venture", "projet commun de production"),
        Purpose::CulturalCommons => ("joint project open to all", "projet commun ouvert à tous"),
    });
    let at = facts.map(|facts| format!(" {}", at_commune(voice.commune(facts.commune), voice.language)));
    (voice.language.of(purpose).to_owned(), at.unwrap_or_default())
}

/// A new occupation; `None` where an enterprise that starts or ends says it.
fn occupation_changed(what: What) -> Option<(&'static str, &'static str)> {
    use Occupation as O;
    let What::Occupation(before, after) = what else { return None };
    Some(match (before, after) {
        (_, O::Entrepreneur) | (O::Entrepreneur, O::Unemployed) => return None,
        (O::Inactive, O::Unemployed) => ("they look for a first job", "elle cherche un premier emploi"),
        (_, O::Unemployed) => ("they lose their job", "elle perd son emploi"),
        (_, O::Farmer) => ("they take over a farm", "elle reprend une ferme"),
        (_, O::ProductiveEmployee) => {
            ("they find a job in production", "elle trouve un emploi dans la production")
        }
        (_, O::ResidentialEmployee) => (
            "they find a job in services to residents",
            "elle trouve un emploi dans les services aux habitants",
        ),
        (_, O::PublicEmployee) => (
            "they find a job in school, care or administration",
            "elle trouve un emploi à l'école, dans le soin ou l'administration",
        ),
        (_, O::RemoteEmployee) => ("they find a job to do from home", "elle trouve un emploi à distance"),
        (_, O::Retired) => ("they retire", "elle prend sa retraite"),
        (_, O::Inactive) => ("they leave the labour force", "elle cesse toute activité"),
    })
}

/// What somebody does, as a clause.
pub(super) const fn does(occupation: Occupation) -> (&'static str, &'static str) {
    match occupation {
        Occupation::Farmer => ("they run a farm", "elle tient une ferme"),
        Occupation::ProductiveEmployee => ("they work in production", "elle travaille dans la production"),
        Occupation::ResidentialEmployee => {
            ("they work in services to residents", "elle travaille dans les services aux habitants")
        }
        Occupation::PublicEmployee => (
            "they work in school, care or administration",
            "elle travaille à l'école, dans le soin ou l'administration",
        ),
        Occupation::RemoteEmployee => (
            "they work from here for an employer outside",
            "elle travaille d'ici pour un employeur d'ailleurs",
        ),
        Occupation::Entrepreneur => ("they run an enterprise", "elle tient une entreprise"),
        Occupation::Unemployed => ("they are looking for a job", "elle cherche un emploi"),
        Occupation::Retired => ("they are retired", "elle est à la retraite"),
        Occupation::Inactive => ("they have no paid activity", "elle n'a pas d'activité rémunérée"),
    }
}
