//! Cooperation: help, rungs of engagement, collaborations.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const LADDER: &str = "after Lave, Wenger 1991; model 4.6";
const TEN_PEOPLE: &str = "ten residents, about one in a thousand adults of the reference: a team";

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Cooperation, id, unit, aggregation)
}

const fn rung(id: &'static str) -> Entry {
    row(id, Measure::Persons, Aggregation::Last).source(LADDER)
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::HelpGiven,
        row("help_given_share", Measure::Share, Aggregation::Mean12)
            .label("Help rate", "Taux d'entraide")
            .means(
                "Of the occasions to help somebody met this month, the share that was taken.",
                "Part des occasions d'aider une personne rencontrée qui ont été saisies.",
            )
            .formula("help acts / occasions to help; undefined without an occasion")
            .better(Better::Higher, 0.02, "a fifth of the .09 that conditional cooperators sustain on their own")
            .decimals(3)
            .source("Fischbacher, Gaechter, Fehr 2001; model 4.5")
            .headline(),
    ),
    (
        Indicator::AdultsHelped,
        row("adults_helped_share", Measure::Share, Aggregation::Mean12)
            .label("Adults helped", "Adultes aidés")
            .means(
                "Share of adults whom somebody helped in an average month.",
                "Part des adultes qu'une autre personne a aidés au cours d'un mois moyen.",
            )
            .formula("adults helped at least once this month / adults; undefined without an adult")
            .better(Better::Higher, 0.02, "one adult in fifty")
            .decimals(3)
            .source("model 4.5"),
    ),
    (
        Indicator::RungOutsiders,
        rung("rung_outsiders_persons")
            .label("Outsiders", "Hors du lieu")
            .means(
                "Adults who use no shared place and take part in no joint project.",
                "Adultes qui ne fréquentent aucun tiers-lieu et ne participent à aucun projet commun.",
            )
            .formula("adults on the rung outsider")
            .better(Better::Neither, 10.0, TEN_PEOPLE)
            .by(PEOPLE),
    ),
    (
        Indicator::RungUsers,
        rung("rung_users_persons")
            .label("Users (rung)", "Usagers (échelon)")
            .means(
                "Adults who use a place and have not yet made three casual friends there.",
                "Adultes qui fréquentent un lieu sans y compter encore trois connaissances.",
            )
            .formula("adults on the rung user, not higher")
            .better(Better::Neither, 2.0, "a tenth of the users of a rural place")
            .by(PEOPLE),
    ),
    (
        Indicator::RungMembers,
        rung("rung_members_persons")
            .label("Members", "Membres")
            .means(
                "Adults with three casual friends or more among the users, who do not give time yet.",
                "Adultes comptant trois connaissances ou plus parmi les usagers, sans encore donner de leur temps.",
            )
            .formula("adults on the rung member, not higher")
            .better(Better::Higher, 2.0, "a tenth of the users of a rural place")
            .by(PEOPLE),
    ),
    (
        Indicator::RungContributors,
        rung("rung_contributors_persons")
            .label("Contributors", "Contributeurs")
            .means(
                "Adults who give time to a place or a joint project.",
                "Adultes qui donnent de leur temps à un lieu ou à un projet commun.",
            )
            .formula("adults on the rung contributor, not higher")
            .better(Better::Higher, 2.0, "two people are the core of a team")
            .by(PEOPLE),
    ),
    (
        Indicator::RungCoDeciders,
        rung("rung_co_deciders_persons")
            .label("Co-deciders", "Codécideurs")
            .means(
                "Adults who took part in a decision that bound a place or a joint project.",
                "Adultes ayant pris part à une décision qui engageait un lieu ou un projet commun.",
            )
            .formula("adults on the rung co-decider")
            .better(Better::Higher, 2.0, "two people are the core of a team")
            .by(PEOPLE),
    ),
    (
        Indicator::UsersOnlyTaking,
        row("users_only_taking_share", Measure::Share, Aggregation::Last)
            .label("Users who only take", "Usagers qui prennent sans donner")
            .means(
                "Share of active users who have never given time: taking is not enough.",
                "Part des usagers actifs qui n'ont jamais donné de leur temps : prendre ne suffit pas.",
            )
            .formula("active users who never gave an hour / active users; undefined without an active user")
            .better(Better::Lower, 0.1, "one or two of the users of a rural place")
            .source("field notes 3; model 4.6")
            .by(PEOPLE),
    ),
    (
        Indicator::MonthsToGiving,
        row("first_use_to_first_giving_months", Measure::Months, Aggregation::Last)
            .label("From first use to first giving", "Du premier usage au premier don")
            .means(
                "Median months from a user's first day in a place to the first hour given.",
                "Durée médiane, en mois, entre le premier jour d'un usager et la première heure donnée.",
            )
            .formula(
                "Kaplan-Meier median over all who ever used a place, censored when they leave or at the present month; \
                 undefined while the curve stays above .5",
            )
            .better(Better::Lower, 3.0, "a season")
            .source("Kaplan, Meier 1958; field notes 3"),
    ),
    (
        Indicator::CollaborationsActive,
        row("collaborations_active_count", Measure::Count, Aggregation::Last)
            .label("Active collaborations", "Collaborations en cours")
            .means(
                "Small jobs that two residents are doing together.",
                "Petits travaux que deux habitants mènent ensemble.",
            )
            .formula("collaborations under way at the end of the month")
            .better(Better::Higher, 2.0, "two more pairs at work are visible in a small town")
            .decimals(1)
            .source("Boudreau et al. 2017; model 4.7"),
    ),
    (
        Indicator::CollaborationsPerPair,
        row("collaborations_per_thousand_pairs", Measure::PerThousandPairs, Aggregation::Last)
            .label("Collaborations per pair", "Collaborations par paire")
            .means(
                "Active collaborations for a thousand pairs who could have one.",
                "Collaborations en cours pour mille paires qui pourraient en avoir une.",
            )
            .formula(
                "1000 x active collaborations / pairs with a tie of 50 h or more or introduced in the last 12 months; \
                 undefined without such a pair",
            )
            .better(Better::Higher, 0.5, "about 40 % of 1.2, what base rate and mean life give without any policy")
            .decimals(2)
            .source("Boudreau et al. 2017; model 4.7"),
    ),
];
