//! Joint projects (`works` in the code): how many, whose, for what, of whom.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const WORKS: &str = "Olson 1965; Buchanan 1965; Ostrom 1990; model 4.7";
const ONE_WORK: &str = "one project more or less is something that people can name";
const TEN_PEOPLE: &str = "ten residents, about one in a thousand adults of the reference: a team";

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Cooperation, id, unit, aggregation)
}

const fn works(id: &'static str, aggregation: Aggregation) -> Entry {
    row(id, Measure::Count, aggregation).decimals(1).source(WORKS)
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
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
                "Ideas that found the contributors they needed, and whose pledges were kept.",
                "Idées qui ont réuni les contributeurs nécessaires, promesses tenues.",
            )
            .formula("projects that began since the first month; those that use a given tool do not count")
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
                "projects committed / (projects committed + ideas abandoned), since the first month, given tools and pledges that \
                 are not due left out; undefined before the first decision",
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
            .formula("projects that ended since the first month, of their own, or after a year with fewer contributors than needed")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksGivenTool,
        works("works_given_tool_count", Aggregation::Last)
            .label("Tools given by the council", "Outils donnés par le conseil")
            .means(
                "Tools that the council paid for, whether enough people then used them or not.",
                "Outils payés par le conseil, que des usagers suffisamment nombreux s'en soient ensuite emparés ou non.",
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
    (
        Indicator::WorksOfUsers,
        works("works_of_users_count", Aggregation::Last)
            .label("Projects begun by users", "Projets nés parmi les usagers")
            .means(
                "Running joint projects of which a user of a place had the idea, among its users.",
                "Projets communs en activité nés d'une idée d'usager, parmi les usagers d'un lieu.",
            )
            .formula("projects in operation whose idea a user of a place had")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksOfFacilitators,
        works("works_of_facilitators_count", Aggregation::Last)
            .label("Projects begun by facilitation", "Projets nés de l'animation")
            .means(
                "Running joint projects for which a facilitator brought people together.",
                "Projets communs en activité pour lesquels une animatrice a réuni les gens.",
            )
            .formula("projects in operation whose idea a facilitator had")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksOfAssociations,
        works("works_of_associations_count", Aggregation::Last)
            .label("Projects begun in associations", "Projets nés dans une association")
            .means(
                "Running joint projects begun among the members of an association.",
                "Projets communs en activité nés parmi les membres d'une association.",
            )
            .formula("projects in operation whose idea a member of an association had")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksOfCouncil,
        works("works_of_the_council_count", Aggregation::Last)
            .label("Projects begun by the council", "Projets nés du conseil")
            .means(
                "Running joint projects of which the council had the idea.",
                "Projets communs en activité dont le conseil a eu l'idée.",
            )
            .formula("projects in operation whose idea the council had")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksOfResidents,
        works("works_of_residents_count", Aggregation::Last)
            .label("Projects begun among neighbours", "Projets nés entre voisins")
            .means(
                "Running joint projects begun by a resident among those of the commune.",
                "Projets communs en activité nés d'un habitant parmi ceux de sa commune.",
            )
            .formula("projects in operation whose idea a resident, among those of the commune had")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksDecidedByAll,
        works("works_decided_by_all_count", Aggregation::Last)
            .label("Decided by council, users and others", "Décidés par conseil, usagers et autres")
            .means(
                "Running joint projects with the council as partner in whose decisions users of a place and other residents took part.",
                "Projets communs en activité, partenaires du conseil, aux décisions desquels ont pris part des usagers d'un lieu et d'autres habitants.",
            )
            .formula("projects in operation with the council as partner and, in the team, a co-decider who uses a place and one who does not")
            .better(Better::Higher, 1.0, ONE_WORK),
    ),
    (
        Indicator::WorksGathering,
        works("works_gathering_count", Aggregation::Last)
            .label("Pledges being gathered", "Promesses en cours de réunion")
            .means(
                "Ideas that enough people pledged to and whose pledges are not due yet.",
                "Idées auxquelles assez de personnes ont promis de s'engager, avant l'échéance.",
            )
            .formula("ideas with enough pledges, before they are due")
            .better(Better::Neither, 1.0, ONE_WORK),
    ),
    (
        Indicator::MembersPerWork,
        row("members_per_work_persons", Measure::Persons, Aggregation::Last)
            .label("Members per project", "Membres par projet")
            .means(
                "Members of an average running joint project.",
                "Membres d'un projet commun en activité, en moyenne.",
            )
            .formula("members of the teams of projects in operation / projects in operation; undefined when none operates")
            .better(Better::Neither, 1.0, "one member more is something that a team notices")
            .decimals(1)
            .source(WORKS),
    ),
    (
        Indicator::NeedsMet,
        row("needs_met_share", Measure::Share, Aggregation::Cumulative)
            .label("Needs met", "Besoins satisfaits")
            .in_full(
                "Shared needs met by a joint project",
                "Besoins partagés satisfaits par un projet commun",
            )
            .means(
                "Of the shared needs that are open no more, the share that a joint project met; the others passed.",
                "Part des besoins partagés refermés qu'un projet commun a satisfaits ; les autres sont passés.",
            )
            .formula("needs for which a project began / needs for which one began or that passed, since the first month; undefined before the first")
            .better(Better::Higher, 0.05, "one need in twenty")
            .source("model 4.7"),
    ),
    (
        Indicator::AdultsInWorkOutside,
        row("adults_in_works_outside_associations_share", Measure::Share, Aggregation::Last)
            .label("Adults in projects outside associations", "Adultes en projet hors association")
            .in_full(
                "Adults in a joint project that no association began",
                "Adultes dans un projet commun qu'aucune association n'a fait naître",
            )
            .means(
                "Share of adults in the team of a running joint project that no association began: what a policy can add.",
                "Part des adultes membres d'un projet commun en activité qu'aucune association n'a fait naître : ce qu'une politique peut ajouter.",
            )
            .formula("adults in the team of at least one project in operation not begun in an association / adults; undefined without an adult")
            .better(Better::Higher, 0.001, TEN_PEOPLE)
            .decimals(4)
            .source(WORKS),
    ),
    (
        Indicator::AdultsInMixedOutside,
        row("adults_in_mixed_works_outside_associations_share", Measure::Share, Aggregation::Last)
            .label("The same, locals and newcomers together", "Les mêmes, habitants et néo-habitants ensemble")
            .in_full(
                "Adults in a joint project of locals and newcomers that no association began",
                "Adultes dans un projet d'habitants et de néo-habitants né hors association",
            )
            .means(
                "Share of adults in the team of a running joint project of locals and newcomers that no association began.",
                "Part des adultes membres d'un projet commun en activité réunissant habitants et néo-habitants, né hors association.",
            )
            .formula("the same with at least 20 % of locals and 20 % of newcomers in the team")
            .better(Better::Higher, 0.001, TEN_PEOPLE)
            .decimals(4)
            .source(WORKS),
    ),
    (
        Indicator::MixedWorkOutside,
        row("mixed_work_outside_associations_event", Measure::Event, Aggregation::Event)
            .label("Such a project outside associations", "Un tel projet hors association")
            .in_full(
                "A joint project of locals and newcomers that no association began is running",
                "Un projet commun d'habitants et de néo-habitants, né hors association, est en activité",
            )
            .means(
                "Whether at least one joint project of locals and newcomers that no association began is running.",
                "Dit si au moins un projet commun d'habitants et de néo-habitants né hors association est en activité.",
            )
            .formula("1 when at least one project of locals and newcomers not begun in an association is in operation, 0 otherwise")
            .better(Better::Higher, 0.05, "five worlds in a hundred")
            .source("model 4.7"),
    ),
];
