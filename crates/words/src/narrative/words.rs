//! The words for calls, quantities and kinds of events, in English and in French.

use crate::Language;
use hameau_analysis::why::{Kind, Quantity, Surrounding, Where};
use hameau_model::rules::step::Phase;

/// A call of the month, as a line of a table.
pub(super) const fn call(at: Where) -> (&'static str, &'static str) {
    match at {
        None => ("before the first month", "avant le premier mois"),
        Some(Phase::Programme) => ("1 programme", "1 programme"),
        Some(Phase::Lives) => ("2 deaths, departures", "2 décès, départs"),
        Some(Phase::Arrivals) => ("3 arrivals", "3 arrivées"),
        Some(Phase::EnterprisesAndOccupations) => ("4 enterprises, jobs", "4 entreprises, emplois"),
        Some(Phase::Attendance) => ("5 attendance", "5 fréquentation"),
        Some(Phase::Contact) => ("6 contact", "6 contacts"),
        Some(Phase::MutualHelp) => ("7 mutual help", "7 entraide"),
        Some(Phase::Engagement) => ("8 engagement", "8 engagement"),
        Some(Phase::CommonWorks) => ("9 joint projects", "9 projets communs"),
        Some(Phase::Accounts) => ("10 accounts", "10 comptes"),
        Some(Phase::Fading) => ("11 fading of ties", "11 usure des liens"),
        Some(Phase::Close) => ("12 close of the month", "12 clôture du mois"),
    }
}

/// A call of the month, within a sentence: the steps of a month are numbered in the description of the model.
pub(super) fn step(at: Where, language: Language) -> String {
    let words = language.of(call(at));
    match words.split_once(' ') {
        Some((number, name)) if at.is_some() => language.of((
            format!("at step {number} of the month ({name})"),
            format!("à l'étape {number} du mois ({name})"),
        )),
        _ => words.to_owned(),
    }
}

/// What differs between two lives; follows "by" and "par".
pub(super) const fn quantity(of: Quantity) -> (&'static str, &'static str) {
    match of {
        Quantity::Presence => ("living here or not", "vivre ici ou non"),
        Quantity::Traits => ("what they are", "ce qu'elles sont"),
        Quantity::Commune => ("commune", "la commune"),
        Quantity::Occupation => ("occupation", "l'activité"),
        Quantity::Enterprise => ("enterprise", "l'entreprise"),
        Quantity::Place => ("use of a place", "la fréquentation d'un lieu"),
        Quantity::Invitation => ("invitation to a place", "l'invitation à un lieu"),
        Quantity::Engagement => ("engagement", "l'engagement"),
        Quantity::Ties => ("ties and their hours", "les liens et leurs heures"),
        Quantity::Works => ("joint projects", "les projets communs"),
        Quantity::Collaborations => ("small jobs together", "les petits travaux à deux"),
        Quantity::KnowHow => ("know-how", "le savoir-faire"),
        Quantity::Belief => ("belief about others", "la confiance dans les autres"),
        Quantity::Seen => ("what others were seen doing", "ce qu'on a vu faire aux autres"),
        Quantity::Association => ("association", "l'association"),
        Quantity::Acquaintances => ("users among the ties", "les usagers parmi les liens"),
    }
}

/// What differs between two worlds.
pub(super) const fn surrounding(of: Surrounding) -> (&'static str, &'static str) {
    match of {
        Surrounding::Places => ("the shared places", "les tiers-lieux"),
        Surrounding::Attraction => ("the attraction of the territory", "l'attractivité du territoire"),
        Surrounding::Spending => ("public spending", "la dépense publique"),
        Surrounding::Works => ("the joint projects", "les projets communs"),
        Surrounding::Children => ("the children", "les enfants"),
        Surrounding::Accounts => ("the accounts of the territory", "les comptes du territoire"),
        Surrounding::Resident => ("the life of a resident", "la vie d'une personne"),
    }
}

/// Where helps are given, as lines of a table.
pub(super) const HELPS: [(&str, &str); 3] = [
    ("helps given in the village", "aides données au village"),
    ("in places, at introductions", "dans les lieux, à une rencontre"),
    ("at small jobs, joint projects", "aux petits travaux et projets"),
];

/// A kind of event, as a line of a table.
pub(super) const fn kind(of: Kind) -> (&'static str, &'static str) {
    match of {
        Kind::PlaceOpened => ("places opened", "lieux ouverts"),
        Kind::PlaceClosed => ("places closed", "lieux fermés"),
        Kind::Displaced => ("users whose place closed", "usagers dont le lieu a fermé"),
        Kind::CameOfAge => ("children who turned 18", "enfants devenus majeurs"),
        Kind::Departed => ("adults who moved away", "adultes partis"),
        Kind::Died => ("adults who died", "adultes décédés"),
        Kind::UserDeparted => ("users who moved away", "usagers partis du territoire"),
        Kind::UserDied => ("users who died", "usagers décédés"),
        Kind::Arrived => ("adults who arrived", "adultes arrivés"),
        Kind::Brought => ("of them, by the programme", "dont venus par le programme"),
        Kind::OccupationChanged => ("changes of occupation", "changements d'activité"),
        Kind::FirmStarted => ("enterprises that began", "entreprises apparues"),
        Kind::FirmEnded => ("enterprises that ended", "entreprises disparues"),
        Kind::EnteredPlace => ("entries into a place", "entrées dans un lieu"),
        Kind::Refused => ("entries refused, no room", "entrées refusées, complet"),
        Kind::Invited => ("visits by the facilitator", "visites de l'animatrice"),
        Kind::Introduced => ("pairs introduced", "mises en relation"),
        Kind::FriendWithin => ("friendships, one origin", "connaissances, même origine"),
        Kind::FriendAcross => ("friendships across origins", "connaissances entre origines"),
        Kind::FriendLostWithin => ("lost, one origin", "perdues, même origine"),
        Kind::FriendLostAcross => ("lost across origins", "perdues entre origines"),
        Kind::FirstHelp => ("first helps, village aside", "premières aides, hors village"),
        Kind::QuitPlace => ("users who stopped", "usagers qui ont cessé"),
        Kind::BeganGiving => ("residents who began giving", "premiers dons de temps"),
        Kind::Decided => ("residents who first decided", "premières décisions prises"),
        Kind::JobBegun => ("small jobs begun", "petits travaux commencés"),
        Kind::JobDone => ("small jobs done", "petits travaux terminés"),
        Kind::Idea => ("ideas of a joint project", "idées de projet commun"),
        Kind::WorkCommitted => ("projects committed to", "projets communs engagés"),
        Kind::JoinedWork => ("residents who joined one", "entrées dans un projet commun"),
        Kind::LeftWork => ("residents who left one", "sorties d'un projet commun"),
        Kind::WorkOperates => ("projects that started running", "projets entrés en activité"),
        Kind::WorkEnded => ("running projects that ended", "projets en activité arrêtés"),
        Kind::WorkAbandoned => ("projects ended while built", "projets arrêtés avant l'activité"),
    }
}
