//! Cooperation: help, rungs of engagement, collaborations, common works.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const LADDER: &str = "after Lave, Wenger 1991; model 4.6";
const WORKS: &str = "Ostrom 1990; Pacheco et al. 2009; model 4.7";
const ONE_WORK: &str = "one work more or less is something that people can name";
const TEN_PEOPLE: &str = "ten residents, about one in a thousand adults of the reference: a team";

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Cooperation, id, unit, aggregation)
}

const fn rung(id: &'static str) -> Entry {
    row(id, Measure::Persons, Aggregation::Last).source(LADDER)
}

const fn works(id: &'static str, aggregation: Aggregation) -> Entry {
    row(id, Measure::Count, aggregation).decimals(1).source(WORKS)
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
                "Adults who use no shared place and take part in no common work.",
                "Adultes qui ne fréquentent aucun lieu partagé et ne participent à aucune œuvre commune.",
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
                "Adults who give time to a place or a common work.",
                "Adultes qui donnent de leur temps à un lieu ou à une œuvre commune.",
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
                "Adults who took part in a decision that bound a place or a common work.",
                "Adultes ayant pris part à une décision qui engageait un lieu ou une œuvre commune.",
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
    (
        Indicator::WorksStarted,
        works("works_started_count", Aggregation::Cumulative)
            .label("Works started", "Œuvres proposées")
            .means(
                "Ideas of a common work that somebody put to others.",
                "Idées d'œuvre commune que quelqu'un a proposées à d'autres.",
            )
            .formula("ideas since the first month")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCommitted,
        works("works_committed_count", Aggregation::Cumulative)
            .label("Works committed", "Œuvres engagées")
            .means(
                "Ideas that found the contributors they needed.",
                "Idées qui ont réuni les contributeurs nécessaires.",
            )
            .formula("works that reached M contributors since the first month; a given tool does not count")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksConversion,
        row("ideas_committed_share", Measure::Share, Aggregation::Cumulative)
            .label("Ideas that convert", "Idées concrétisées")
            .means(
                "Of the ideas already decided, the share that found their contributors.",
                "Part des idées déjà tranchées qui ont réuni leurs contributeurs.",
            )
            .formula(
                "works committed / (works committed + ideas abandoned), since the first month, given tools left out; \
                 undefined before the first decision",
            )
            .better(Better::Higher, 0.1, "one idea in ten")
            .source(WORKS),
    ),
    (
        Indicator::WorksOperating,
        works("works_operating_count", Aggregation::Last)
            .label("Common works operating", "Œuvres communes en activité")
            .means(
                "Common works that operate this month.",
                "Œuvres communes en activité ce mois-ci.",
            )
            .formula("works in operation at the end of the month, given tools left out")
            .better(Better::Higher, 1.0, ONE_WORK)
            .headline(),
    ),
    (
        Indicator::WorksEnded,
        works("works_ended_count", Aggregation::Cumulative)
            .label("Works ended", "Œuvres terminées")
            .means(
                "Common works that stopped, in operation or before.",
                "Œuvres communes qui ont fonctionné puis se sont arrêtées.",
            )
            .formula("works that fell below half of M since the first month, in operation or while being built")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksGivenTool,
        works("works_given_tool_count", Aggregation::Last)
            .label("Tools given by the council", "Outils donnés par le conseil")
            .means(
                "Tools that the council paid for whole: nobody committed.",
                "Outils entièrement payés par le conseil : personne ne s'est engagé.",
            )
            .formula("tools given since the first month")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksToolFirst,
        works("works_tool_first_count", Aggregation::Last)
            .label("Works, tool first", "Œuvres, outil d'abord")
            .means(
                "Operating works whose contributors paid before knowing whether enough would join.",
                "Œuvres en activité dont les contributeurs ont payé avant de savoir si l'on serait assez nombreux.",
            )
            .formula("works in operation whose order is tool first")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCommitmentFirst,
        works("works_commitment_first_count", Aggregation::Last)
            .label("Works, commitment first", "Œuvres, engagement d'abord")
            .means(
                "Operating works whose contributors committed first, as in a farm-machinery cooperative.",
                "Œuvres en activité dont les contributeurs se sont d'abord engagés, comme dans une CUMA.",
            )
            .formula("works in operation whose order is commitment first")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksScaled,
        works("works_scaled_count", Aggregation::Last)
            .label("Works, scaled benefit", "Œuvres, bénéfice croissant")
            .means(
                "Operating works whose output grows with the number of contributors.",
                "Œuvres en activité dont le produit croît avec le nombre de contributeurs.",
            )
            .formula("works in operation whose order is scaled benefit")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksMutualService,
        works("works_mutual_service_count", Aggregation::Last)
            .label("Mutual services", "Services mutuels")
            .means(
                "Operating works that serve their own contributors.",
                "Œuvres en activité qui rendent service à leurs propres contributeurs.",
            )
            .formula("works in operation whose kind is mutual service, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksProductiveVenture,
        works("works_productive_venture_count", Aggregation::Last)
            .label("Productive ventures", "Entreprises productives communes")
            .means(
                "Operating works that sell what place-bound and market skills make together.",
                "Œuvres en activité qui vendent ce que produisent ensemble savoir-faire locaux et compétences commerciales.",
            )
            .formula("works in operation whose kind is productive venture, given tools left out")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCulturalCommons,
        works("works_cultural_commons_count", Aggregation::Last)
            .label("Cultural commons", "Communs culturels")
            .means(
                "Operating works open to all: a festival, an archive, a trail.",
                "Œuvres en activité ouvertes à tous : un festival, une mémoire, un sentier.",
            )
            .formula("works in operation whose kind is cultural commons, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksWithCouncil,
        works("works_with_council_count", Aggregation::Last)
            .label("Works with the council", "Œuvres avec le conseil")
            .means(
                "Operating works of which the council is a partner: promoters with users.",
                "Œuvres en activité dont le conseil est partenaire : porteurs et usagers ensemble.",
            )
            .formula("works in operation with the council as partner, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::AdultsInWork,
        row("adults_in_work_share", Measure::Share, Aggregation::Last)
            .label("Adults in a common work", "Adultes dans une œuvre commune")
            .means(
                "Share of adults who contribute to an operating common work.",
                "Part des adultes qui contribuent à une œuvre commune en activité.",
            )
            .formula("adults in the team of at least one work in operation / adults; undefined without an adult")
            .better(Better::Higher, 0.001, TEN_PEOPLE)
            .decimals(4)
            .source(WORKS)
            .headline()
            .by(PEOPLE),
    ),
    (
        Indicator::WorksMixed,
        row("works_mixed_share", Measure::Share, Aggregation::Last)
            .label("Mixed works", "Œuvres mixtes")
            .means(
                "Share of operating works in which each origin makes at least a fifth of the team.",
                "Part des œuvres en activité où chaque origine forme au moins un cinquième de l'équipe.",
            )
            .formula(
                "works in operation with at least 20 % of locals and 20 % of newcomers / works in operation; \
                 undefined when none operates",
            )
            .better(Better::Higher, 0.1, "one work in ten")
            .source("model 4.7"),
    ),
    (
        Indicator::WorksAfterFunding,
        row("works_alive_24_months_after_funding_share", Measure::Share, Aggregation::Last)
            .label("Works alive 2 years after funding", "Œuvres vivantes 2 ans après l'aide")
            .means(
                "Of the works operating when funding ended, the share still operating two years later.",
                "Part des œuvres en activité à la fin du financement qui le sont encore deux ans après.",
            )
            .formula(
                "W = works in operation in the last funded month of any instrument; those of W in operation 24 months \
                 later / W, over the endings at least 24 months old; undefined when W is empty or no ending is that old",
            )
            .better(Better::Higher, 0.1, "one work in ten")
            .source("model 4.9: the end of funding is part of every scenario"),
    ),
    (
        Indicator::MonthsToFirstWork,
        row("first_work_months", Measure::Months, Aggregation::FirstTime)
            .label("Months to the first work", "Mois avant la première œuvre")
            .means(
                "Months before a first common work operates.",
                "Nombre de mois avant qu'une première œuvre commune soit en activité.",
            )
            .formula("first month with a work in operation, given tools left out; undefined if never")
            .better(Better::Lower, 12.0, "one budget year")
            .source("model 4.7"),
    ),
    (
        Indicator::MixedWork,
        row("mixed_work_operating_event", Measure::Event, Aggregation::Event)
            .label("A mixed work operates", "Une œuvre mixte fonctionne")
            .means(
                "Whether at least one common work of locals and newcomers operates.",
                "Dit si au moins une œuvre commune d'habitants historiques et de nouveaux arrivants est en activité.",
            )
            .formula("1 when at least one mixed work is in operation, 0 otherwise")
            .better(Better::Higher, 0.05, "five worlds in a hundred")
            .source("model 4.7")
            .headline(),
    ),
];
