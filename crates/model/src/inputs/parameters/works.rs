//! Joint projects (`works` in the code): needs, ideas, conversion, life.

use super::Key;
use super::row::{Kind, Row, Unit};

const ORDERS: &[&str] = &["given-tool", "tool-first", "commitment-first"];

pub(super) const WORKS: &[(Key, Row)] = &[
    (
        Key::NeedsRate,
        Row::assumption("works.needs_per_thousand_adults_per_year", Unit::PerThousandPerYear, [2.0, 0.0, 10.0])
            .off(0.0)
            .means(
                "Needs that arise for a thousand adults a year, of each of the three purposes.",
                "Besoins qui apparaissent pour mille adultes par an, pour chacun des trois types de projet.",
            )
            .assumed("model-2, 3.4: limits how many projects there can be")
    ),
    (
        Key::NeedExpiry,
        Row::assumption("works.need_expiry_per_year", Unit::PerYear, [0.3, 0.05, 2.0])
            .means(
                "Hazard that a need passes without having been met.",
                "Risque qu'un besoin passe sans avoir été satisfait.",
            )
            .assumed("model-2, 3.4")
    ),
    (
        Key::NeedHeld,
        Row::assumption("works.need_held_share", Unit::Share, [0.4, 0.2, 0.6])
            .means(
                "Chance that a given person has a given need; who lacks it never joins.",
                "Probabilité qu'une personne donnée ait un besoin donné ; qui ne l'a pas ne s'engage jamais.",
            )
            .assumed("model-2, 3.4: .2-.6")
    ),
    (
        Key::NeedKnownTie,
        Row::assumption("works.need_known_to_a_close_friend_share", Unit::Share, [0.5, 0.0, 1.0])
            .off(0.0)
            .means(
                "Of the needs of a strong tie, the share one knows of; less for weaker ties, in proportion to the hours.",
                "Part des besoins d'un lien fort dont on a connaissance ; moins pour un lien plus faible, en proportion des heures.",
            )
            .assumed("model-2, 3.4")
    ),
    (
        Key::NeedKnownFacilitator,
        Row::assumption("works.need_known_to_the_facilitator_share", Unit::Share, [0.3, 0.0, 1.0])
            .off(0.0)
            .means(
                "Of the needs of a person whom the facilitator has met, the share she knows of.",
                "Part des besoins d'une personne rencontrée dont l'animatrice a connaissance.",
            )
            .assumed("model-2, 3.4: .3 to start with")
    ),
    (
        Key::IdeaHazard,
        Row::assumption("works.ideas_per_thousand_heads_per_year", Unit::PerThousandPerYear, [0.3, 0.0, 12.0])
            .off(0.0)
            .means(
                "Ideas of a thousand people who have a need, a year, in each circle of theirs: commune, association, place.",
                "Idées de mille personnes qui ont un besoin, par an, dans chacun de leurs cercles : commune, association, lieu.",
            )
            .assumed("model-2, 3.4, where it is 12; fitted so that projects stand at 4 to 8 for a thousand inhabitants")
    ),
    (
        Key::IdeaCouncil,
        Row::assumption("works.ideas_of_the_council_per_year", Unit::PerYear, [0.1, 0.0, 6.0])
            .off(0.0)
            .means("Ideas of the council, a year.", "Idées du conseil, par an.")
            .assumed("no source; weighs as much as the rules"),
    ),
    (
        Key::IdeaHours,
        Row::assumption("works.hours_per_convened_idea_hours", Unit::Hours, [100.0, 25.0, 400.0])
            .means(
                "Hours that a facilitator spends on project meetings for one idea.",
                "Heures que l'animatrice passe à réunir les gens autour d'une idée de projet.",
            )
            .assumed("model-2, 3.4: a machinery federation helps up to 30 groups a year with one post")
    ),
    (
        Key::OrderResident,
        Row::assumption("works.order_of_a_resident", Unit::None, [2.0, 0.0, 2.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by a resident among neighbours or users.",
                "Ordre, outil ou engagement d'abord, des projets que propose un habitant parmi ses voisins ou les usagers.",
            )
            .assumed("orders are compared at equal needs")
    ),
    (
        Key::OrderFacilitator,
        Row::assumption("works.order_of_a_facilitator", Unit::None, [2.0, 0.0, 2.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects around which the facilitator brings people together.",
                "Ordre, outil ou engagement d'abord, des projets autour desquels l'animatrice réunit les gens.",
            )
            .assumed("orders are compared at equal idea rates"),
    ),
    (
        Key::OrderAssociation,
        Row::assumption("works.order_of_an_association", Unit::None, [2.0, 0.0, 2.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by an association.",
                "Ordre, outil ou engagement d'abord, des projets que propose une association.",
            )
            .sourced("field notes 1: the order of a CUMA"),
    ),
    (
        Key::OrderCouncil,
        Row::assumption("works.order_of_the_council", Unit::None, [0.0, 0.0, 2.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by the council.",
                "Ordre, outil ou engagement d'abord, des projets que propose le conseil.",
            )
            .sourced("field notes 1: officials make the tool first and sink its cost themselves")
    ),
    (
        Key::MostAtOnce,
        Row::assumption("works.most_at_once_count", Unit::Count, [2.0, 1.0, 20.0])
            .of(Kind::Integer)
            .means(
                "Joint projects in which one person can take part at once; who has as many is not asked.",
                "Projets communs auxquels une personne peut prendre part à la fois ; au-delà, on ne la sollicite pas.",
            )
            .assumed("time is scarce; no source"),
    ),
    (
        Key::Asked,
        Row::assumption("works.asked_persons", Unit::Persons, [10.0, 5.0, 20.0])
            .of(Kind::Integer)
            .means("People asked to join an idea.", "Personnes sollicitées pour une idée.")
            .assumed("model 4.7: 5-20"),
    ),
    (
        Key::Founders,
        Row::assumption("works.founders_persons", Unit::Persons, [4.0, 3.0, 6.0])
            .of(Kind::Integer)
            .means(
                "People who must join for the project to go ahead, the one who has the idea included; never more than are asked.",
                "Personnes qui doivent s'engager pour que le projet se fasse, celle qui a l'idée comprise ; jamais plus que de personnes sollicitées.",
            )
            .assumed("model-2, 3.5: a number, not a share of those asked, with which the law of large numbers would decide")
    ),
    (
        Key::BenefitCost,
        Row::assumption("works.benefit_to_cost_ratio", Unit::Ratio, [5.0, 1.0, 20.0])
            .means(
                "Benefit of a project for each member over the cost of contributing.",
                "Bénéfice d'un projet pour chaque membre, rapporté au coût de la contribution.",
            )
            .assumed("model 4.7: 2-12"),
    ),
    (
        Key::ExcludeMutual,
        Row::assumption("works.excludability_mutual_share", Unit::Share, [0.9, 0.0, 1.0])
            .off(0.0)
            .means(
                "Part of the benefit of a mutual service that goes to members alone; outsiders have the rest when it runs without them.",
                "Part du bénéfice de un service mutuel réservée à ses membres ; les autres profitent du reste quand il fonctionne sans eux.",
            )
            .sourced("Buchanan 1965; size assumed: a shared machine or service, as in a CUMA")
    ),
    (
        Key::ExcludeVenture,
        Row::assumption("works.excludability_venture_share", Unit::Share, [0.9, 0.0, 1.0])
            .off(0.0)
            .means(
                "Part of the benefit of a productive venture that goes to members alone; outsiders have the rest when it runs without them.",
                "Part du bénéfice de une entreprise productive commune réservée à ses membres ; les autres profitent du reste quand il fonctionne sans eux.",
            )
            .sourced("Buchanan 1965; size assumed: its income goes to its members")
    ),
    (
        Key::ExcludeCommons,
        Row::assumption("works.excludability_commons_share", Unit::Share, [0.3, 0.0, 1.0])
            .off(0.0)
            .means(
                "Part of the benefit of a cultural commons that goes to members alone; outsiders have the rest when it runs without them.",
                "Part du bénéfice de un commun culturel réservée à ses membres ; les autres profitent du reste quand il fonctionne sans eux.",
            )
            .sourced("Buchanan 1965; size assumed: at .2 free-riding would stop to pay at the default benefit")
    ),
    (
        Key::ChoiceWeight,
        Row::assumption("works.choice_weight_strength", Unit::Strength, [3.0, 0.0, 5.0])
            .means(
                "How strongly the expected gain, in units of the cost, weighs on the choice of joining.",
                "Poids du gain attendu, rapporté au coût, dans le choix de s'engager.",
            )
            .assumed("model 4.7: 1-5"),
    ),
    (
        Key::ChoiceThreshold,
        Row::assumption("works.choice_threshold_ratio", Unit::Ratio, [0.5, 0.0, 0.75])
            .means(
                "Gain over cost at which half would join, the same for every order.",
                "Gain rapporté au coût pour lequel la moitié s'engagerait, le même pour tous les ordres.",
            )
            .assumed("model 4.7: 0-.75; 0 nearly builds the order's conclusion in"),
    ),
    (
        Key::DecidingShift,
        Row::assumption("works.decided_together_log_odds", Unit::LogOdds, [0.405_465_1, 0.0, 1.1])
            .off(0.0)
            .means(
                "Joining of someone who took part in deciding: +10 points at one half.",
                "Engagement d'une personne qui a pris part à la décision : +10 points à un demi.",
            )
            .assumed("model 4.7: 0-25 points; evidence is mixed"),
    ),
    (
        Key::Expectation,
        Row::assumption("works.expectation", Unit::None, [0.0, 0.0, 1.0])
            .choice(&["belief", "equilibrium"])
            .means(
                "What people expect of the others asked: what they have seen (belief), or what is right on average (equilibrium).",
                "Ce que l'on attend des autres personnes sollicitées : ce que l'on a vu (belief), ou ce qui est juste en moyenne (equilibrium).",
            )
            .sourced("Goeree, Holt 2005 for the equilibrium; belief is assumed")
    ),
    (
        Key::ExpectationStart,
        Row::assumption("works.expectation_start_share", Unit::Share, [0.35, 0.05, 0.9])
            .means(
                "Expectation of somebody who enters that another of those asked joins.",
                "Attente initiale qu'une autre personne sollicitée s'engage.",
            )
            .assumed("model-2, 3.2")
    ),
    (
        Key::ExpectationLearning,
        Row::assumption("works.expectation_learning_strength", Unit::Strength, [0.4, 0.0, 0.6])
            .off(0.0)
            .means(
                "Weight of what was seen this month, who joined and who contributed, in what is expected next.",
                "Poids de ce qui a été vu ce mois-ci, qui s'est engagé et qui a contribué, dans ce que l'on attend ensuite.",
            )
            .assumed("model-2, 3.2; as for the belief about help")
    ),
    (
        Key::PledgeKept,
        Row::assumption("works.pledge_kept_share", Unit::Share, [0.85, 0.6, 1.0])
            .off(1.0)
            .means(
                "Of the pledges to a project that commits first, the share that is kept when it comes to be due.",
                "Part des promesses d'engagement tenues quand vient l'échéance.",
            )
            .assumed("model-2, 3.3: .6-1")
    ),
    (
        Key::GatheringMonths,
        Row::assumption("works.gathering_median_months", Unit::Months, [14.0, 0.0, 30.0])
            .off(0.0)
            .means(
                "Median time from the pledges to the decision, for projects that commit first.",
                "Durée médiane entre les promesses et la décision, pour les projets où l'engagement vient d'abord.",
            )
            .sourced("preparing a shared place: under 1 year 36 %, 1-1.5 23 %, 2 25 %, longer 15 % (Nouvelle-Aquitaine 2016, n = 77)")
    ),
    (
        Key::GatheringSpread,
        Row::assumption("works.gathering_spread_strength", Unit::Strength, [0.5, 0.0, 1.0])
            .off(0.0)
            .means(
                "Spread of that time: standard deviation of its logarithm.",
                "Dispersion de cette durée : écart-type de son logarithme.",
            )
            .sourced("the same survey")
    ),
    (
        Key::BuildingMonths,
        Row::assumption("works.building_months", Unit::Months, [6.0, 0.0, 60.0])
            .of(Kind::Integer)
            .means("Months from commitment until the project is running.", "Mois entre l'engagement et la mise en activité.")
            .assumed("order of magnitude"),
    ),
    (
        Key::Contribution,
        Row::assumption("works.member_contribution_probability", Unit::Probability, [0.85, 0.6, 0.97])
            .means(
                "Chance that a member contributes in a month.",
                "Probabilité qu'un membre contribue au cours d'un mois.",
            )
            .assumed("model-2, 3.6: .6-.97; with the rates of help among strangers projects would starve")
    ),
    (
        Key::MonthsShort,
        Row::assumption("works.months_short_before_the_end_months", Unit::Months, [12.0, 3.0, 60.0])
            .of(Kind::Integer)
            .means(
                "Months in a row with fewer contributors than needed after which a project ends.",
                "Mois de suite avec trop peu de contributeurs au bout desquels un projet s'arrête.",
            )
            .assumed("model-2, 3.6")
    ),
    (
        Key::QuitHazard,
        Row::assumption("works.quitting_per_year", Unit::PerYear, [0.05, 0.0, 2.0])
            .off(0.0)
            .means("Hazard that a member quits a project.", "Risque qu'un membre quitte un projet.")
            .assumed("model 4.7"),
    ),
    (
        Key::EndMutual,
        Row::assumption("works.end_mutual_per_year", Unit::PerYear, [0.012, 0.0, 0.5])
            .off(0.0)
            .means(
                "Hazard that a mutual service ends for a reason of its own.",
                "Risque que un service mutuel s'arrête pour une raison qui lui est propre.",
            )
            .sourced("117 to 130 of about 10,000 CUMA ended in 2020-21, mergers included (HCCA)")
    ),
    (
        Key::EndVenture,
        Row::assumption("works.end_venture_per_year", Unit::PerYear, [0.06, 0.0, 0.5])
            .off(0.0)
            .means(
                "Hazard that a productive venture ends for a reason of its own.",
                "Risque que une entreprise productive commune s'arrête pour une raison qui lui est propre.",
            )
            .assumed("more than an association, less than a young enterprise")
    ),
    (
        Key::EndCommons,
        Row::assumption("works.end_commons_per_year", Unit::PerYear, [0.025, 0.0, 0.5])
            .off(0.0)
            .means(
                "Hazard that a cultural commons ends for a reason of its own.",
                "Risque que un commun culturel s'arrête pour une raison qui lui est propre.",
            )
            .assumed("model-2, 3.6: such that all endings of associations come to .045 a year")
    ),
    (
        Key::RecruitRate,
        Row::assumption("works.recruitment_asks_per_month", Unit::PerMonth, [0.5, 0.0, 10.0])
            .off(0.0)
            .means(
                "Rounds of asking of a running project, a month, while it has room: one person, or as many as a missing founder takes.",
                "Tours de recrutement d'un projet en activité, par mois, tant qu'il a de la place : une personne, ou autant qu'il en faut pour remplacer un fondateur.",
            )
            .assumed("model 4.7: monthly recruitment"),
    ),
    (
        Key::CapacityMutual,
        Row::assumption("works.capacity_mutual_persons", Unit::Persons, [20.0, 5.0, 40.0])
            .of(Kind::Integer)
            .means(
                "Members up to which a mutual service recruits.",
                "Nombre de membres jusqu'auquel un service mutuel recrute.",
            )
            .sourced("a CUMA has 19 to 23 members: 10,057 CUMA, 195,000 members in 2023")
    ),
    (
        Key::CapacityVenture,
        Row::assumption("works.capacity_venture_persons", Unit::Persons, [10.0, 5.0, 40.0])
            .of(Kind::Integer)
            .means(
                "Members up to which a productive venture recruits.",
                "Nombre de membres jusqu'auquel une entreprise productive commune recrute.",
            )
            .assumed("model-2, 3.5: 5-40")
    ),
    (
        Key::CapacityCommons,
        Row::assumption("works.capacity_commons_persons", Unit::Persons, [20.0, 5.0, 40.0])
            .of(Kind::Integer)
            .means(
                "Members up to which a cultural commons recruits.",
                "Nombre de membres jusqu'auquel un commun culturel recrute.",
            )
            .assumed("model-2, 3.5: 5-40")
    ),
    (
        Key::WorkHours,
        Row::assumption("works.member_hours_per_month", Unit::HoursPerMonth, [6.0, 0.0, 60.0])
            .means(
                "Hours that a member spends with others of the project, a month.",
                "Heures qu'un membre passe avec d'autres membres du projet, par mois.",
            )
            .assumed("order of magnitude of associative work"),
    ),
    (
        Key::MixedShare,
        Row::constant("works.mixed_minimum_share", Unit::Share, [0.2, 0.0, 0.5])
            .means(
                "Smallest share of the team that locals, and newcomers, must each have for a project to count as one of both.",
                "Plus petite part de l'équipe que doivent avoir habitants de longue date et néo-habitants pour qu'un projet réunisse les deux.",
            )
            .assumed("model 4.7; a definition"),
    ),
    (
        Key::VentureSales,
        Row::assumption("works.venture_sales_per_member_eur_per_year", Unit::EurPerYear, [8_000.0, 0.0, 200_000.0])
            .off(0.0)
            .means(
                "Sales of a productive venture for one member, skills fully combined.",
                "Ventes d'une entreprise productive commune par membre, compétences pleinement combinées.",
            )
            .assumed("no source"),
    ),
    (
        Key::SkillElasticity,
        Row::assumption("works.skill_substitution_ratio", Unit::Ratio, [0.5, 0.05, 100.0])
            .off(100.0)
            .means(
                "How far local know-how and commercial skills can replace each other: below 1 they need each other, when large mixing brings nothing more (elasticity of substitution).",
                "Combien savoir-faire locaux et compétences commerciales se remplacent : sous 1, l'un a besoin de l'autre ; très grand, les réunir n'apporte rien de plus (élasticité de substitution).",
            )
            .assumed("model 4.7: complements ... perfect substitutes"),
    ),
    (
        Key::LocalPlaceSkill,
        Row::assumption("works.place_bound_skill_of_locals_share", Unit::Share, [0.8, 0.5, 1.0])
            .off(0.5)
            .means(
                "Part of a local's skills that is local know-how; commercial and technical skills have that part of a newcomer's.",
                "Part du savoir-faire local dans les compétences d'un habitant de longue date ; chez un néo-habitant, c'est celle des compétences commerciales et techniques.",
            )
            .assumed("model 4.7"),
    ),
    (
        Key::CouncilPartner,
        Row::assumption("works.council_partner_share", Unit::Share, [0.15, 0.0, 1.0])
            .off(0.0)
            .means(
                "Ideas of others in which the council takes part when asked.",
                "Part des idées des autres auxquelles le conseil prend part quand on le lui demande.",
            )
            .sourced("field notes 1: promoters and users never together; size assumed"),
    ),
    (
        Key::CouncilCost,
        Row::assumption("works.council_cost_share", Unit::Share, [0.25, 0.0, 0.9])
            .off(0.0)
            .means(
                "Part of every member's cost that the council bears as a partner.",
                "Part du coût de chaque membre que le conseil prend à sa charge comme partenaire.",
            )
            .assumed("no source"),
    ),
    (
        Key::OwnTool,
        Row::assumption("works.own_place_per_year", Unit::PerYear, [0.003, 0.0, 0.1])
            .off(0.0)
            .means(
                "Hazard that a project which has been running for two years opens a co-governed place of its own.",
                "Chance qu'un projet en activité depuis deux ans ouvre son propre lieu, en cogestion.",
            )
            .sourced("field notes 1: the collective makes its tool; size assumed: at .03 eight places open without any policy"),
    ),
    (
        Key::OwnToolMonths,
        Row::assumption("works.lasting_months", Unit::Months, [24.0, 0.0, 240.0])
            .of(Kind::Integer)
            .means(
                "Months of running after which a project may open a place of its own.",
                "Mois d'activité après lesquels un projet peut ouvrir son propre lieu.",
            )
            .assumed("no source"),
    ),
    (
        Key::OwnPlaceCapacity,
        Row::assumption("works.own_place_capacity_persons", Unit::Persons, [10.0, 0.0, 200.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Users whom a project's own place admits.", "Usagers admis dans le lieu propre d'un projet.")
            .assumed("small premises; no source"),
    ),
    (
        Key::OwnPlaceFee,
        Row::assumption("works.own_place_fee_eur_per_day", Unit::EurPerDay, [5.0, 0.0, 200.0])
            .means("Price of a day in a project's own place.", "Prix d'une journée dans le lieu propre d'un projet.")
            .assumed("at cost; no source"),
    ),
];
