//! Cooperation: help, rungs of engagement, collaborations, joint projects (`works` in the code).

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const LADDER: &str = "after Lave, Wenger 1991; model 4.6";
const WORKS: &str = "Ostrom 1990; Pacheco et al. 2009; model 4.7";
const ONE_WORK: &str = "one project more or less is something that people can name";
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
    (
        Indicator::WorksStarted,
        works("works_started_count", Aggregation::Cumulative)
            .label("Joint projects proposed", "Projets communs proposés")
            .means(
                "Ideas of a joint project that somebody put to others.",
                "Idées de projet commun que quelqu'un a proposées à d'autres.",
            )
            .formula("ideas since the first month")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCommitted,
        works("works_committed_count", Aggregation::Cumulative)
            .label("Joint projects committed to", "Projets communs engagés")
            .means(
                "Ideas that found the contributors they needed.",
                "Idées qui ont réuni les contributeurs nécessaires.",
            )
            .formula("projects that reached the contributors they need since the first month; a given tool does not count")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksConversion,
        row("ideas_committed_share", Measure::Share, Aggregation::Cumulative)
            .label("Ideas that find their contributors", "Idées qui réunissent leurs contributeurs")
            .means(
                "Of the ideas already decided, the share that found their contributors.",
                "Part des idées déjà tranchées qui ont réuni leurs contributeurs.",
            )
            .formula(
                "projects committed / (projects committed + ideas abandoned), since the first month, given tools left out; \
                 undefined before the first decision",
            )
            .better(Better::Higher, 0.1, "one idea in ten")
            .source(WORKS),
    ),
    (
        Indicator::WorksOperating,
        works("works_operating_count", Aggregation::Last)
            .label("Joint projects running", "Projets communs en activité")
            .means(
                "Joint projects that are running this month.",
                "Projets communs en activité ce mois-ci.",
            )
            .formula("projects in operation at the end of the month, given tools left out")
            .better(Better::Higher, 1.0, ONE_WORK)
            .headline(),
    ),
    (
        Indicator::WorksEnded,
        works("works_ended_count", Aggregation::Cumulative)
            .label("Joint projects ended", "Projets communs terminés")
            .means(
                "Joint projects that stopped, whether they were running already or still being built.",
                "Projets communs qui se sont arrêtés, déjà en activité ou encore en construction.",
            )
            .formula("projects that fell below half of the contributors they need since the first month, in operation or while being built")
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
            .label("Joint projects, tool first", "Projets communs, outil d'abord")
            .means(
                "Running joint projects whose contributors paid before knowing whether enough would join.",
                "Projets communs en activité dont les contributeurs ont payé avant de savoir si l'on serait assez nombreux.",
            )
            .formula("projects in operation whose order is tool first")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCommitmentFirst,
        works("works_commitment_first_count", Aggregation::Last)
            .label("Joint projects, commitment first", "Projets communs, engagement d'abord")
            .means(
                "Running joint projects whose contributors committed first, as in a farm-machinery cooperative.",
                "Projets communs en activité dont les contributeurs se sont d'abord engagés, comme dans une CUMA.",
            )
            .formula("projects in operation whose order is commitment first")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksScaled,
        works("works_scaled_count", Aggregation::Last)
            .label("Joint projects, scaled benefit", "Projets communs, bénéfice croissant")
            .means(
                "Running joint projects whose output grows with the number of contributors.",
                "Projets communs en activité dont le produit croît avec le nombre de contributeurs.",
            )
            .formula("projects in operation whose order is scaled benefit")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksMutualService,
        works("works_mutual_service_count", Aggregation::Last)
            .label("Mutual services", "Services mutuels")
            .means(
                "Running joint projects that serve their own contributors.",
                "Projets communs en activité qui rendent service à leurs propres contributeurs.",
            )
            .formula("projects in operation whose kind is mutual service, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksProductiveVenture,
        works("works_productive_venture_count", Aggregation::Last)
            .label("Productive ventures", "Entreprises productives communes")
            .means(
                "Running joint projects that sell what local know-how and commercial skills make together.",
                "Projets communs en activité qui vendent ce que produisent ensemble savoir-faire locaux et compétences commerciales.",
            )
            .formula("projects in operation whose kind is productive venture, given tools left out")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksCulturalCommons,
        works("works_cultural_commons_count", Aggregation::Last)
            .label("Cultural commons", "Communs culturels")
            .means(
                "Running joint projects open to all: a festival, an archive, a trail.",
                "Projets communs en activité ouverts à tous : un festival, une mémoire, un sentier.",
            )
            .formula("projects in operation whose kind is cultural commons, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksWithCouncil,
        works("works_with_council_count", Aggregation::Last)
            .label("Joint projects with the council", "Projets communs avec le conseil")
            .means(
                "Running joint projects of which the council is a partner: promoters with users.",
                "Projets communs en activité dont le conseil est partenaire : porteurs et usagers ensemble.",
            )
            .formula("projects in operation with the council as partner, given tools left out")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::AdultsInWork,
        row("adults_in_work_share", Measure::Share, Aggregation::Last)
            .label("Adults in a joint project", "Adultes dans un projet commun")
            .means(
                "Share of adults who contribute to a running joint project.",
                "Part des adultes qui contribuent à un projet commun en activité.",
            )
            .formula("adults in the team of at least one project in operation / adults; undefined without an adult")
            .better(Better::Higher, 0.001, TEN_PEOPLE)
            .decimals(4)
            .source(WORKS)
            .headline()
            .by(PEOPLE),
    ),
    (
        Indicator::WorksMixed,
        row("works_mixed_share", Measure::Share, Aggregation::Last)
            .label("Projects of locals and newcomers", "Projets d'habitants et de néo-habitants")
            .in_full(
                "Joint projects in which locals and newcomers work together",
                "Projets communs réunissant habitants et néo-habitants",
            )
            .means(
                "Share of running joint projects in which locals and newcomers each make at least a fifth of the team.",
                "Part des projets communs en activité où habitants de longue date et néo-habitants forment chacun au moins un \
                 cinquième de l'équipe.",
            )
            .formula(
                "projects in operation with at least 20 % of locals and 20 % of newcomers / projects in operation; \
                 undefined when none operates",
            )
            .better(Better::Higher, 0.1, "one project in ten")
            .source("model 4.7"),
    ),
    (
        Indicator::WorksAfterFunding,
        row("works_alive_24_months_after_funding_share", Measure::Share, Aggregation::Last)
            .label("Projects running 2 years after funding", "Projets en activité 2 ans après l'aide")
            .in_full(
                "Joint projects running 2 years after funding",
                "Projets communs en activité 2 ans après l'aide",
            )
            .means(
                "Of the joint projects running when funding ended, the share still running two years later.",
                "Part des projets communs en activité à la fin du financement qui le sont encore deux ans après.",
            )
            .formula(
                "W = projects in operation in the last funded month of any instrument; those of W in operation 24 months \
                 later / W, over the endings at least 24 months old; undefined when W is empty or no ending is that old",
            )
            .better(Better::Higher, 0.1, "one project in ten")
            .source("model 4.9: the end of funding is part of every scenario"),
    ),
    (
        Indicator::MonthsToFirstWork,
        row("first_work_months", Measure::Months, Aggregation::FirstTime)
            .label("Months to the first joint project", "Mois avant le premier projet commun")
            .means(
                "Months before a first joint project is running.",
                "Nombre de mois avant qu'un premier projet commun soit en activité.",
            )
            .formula("first month with a project in operation, given tools left out; undefined if never")
            .better(Better::Lower, 12.0, "one budget year")
            .source("model 4.7"),
    ),
    (
        Indicator::MixedWork,
        row("mixed_work_operating_event", Measure::Event, Aggregation::Event)
            .label("Locals + newcomers project", "Projet habitants + néo-habitants")
            .in_full(
                "A joint project of locals and newcomers is running",
                "Un projet commun d'habitants et de néo-habitants est en activité",
            )
            .means(
                "Whether at least one joint project is running in which locals and newcomers each make a fifth of the team or more.",
                "Dit si au moins un projet commun est en activité où habitants de longue date et néo-habitants forment chacun un \
                 cinquième de l'équipe ou plus.",
            )
            .formula("1 when at least one project of locals and newcomers is in operation, 0 otherwise")
            .better(Better::Higher, 0.05, "five worlds in a hundred")
            .source("model 4.7")
            .headline(),
    ),
];
