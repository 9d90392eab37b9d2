//! Joint projects (`works` in the code): ideas, conversion, life.

use super::Key;
use super::row::{Kind, Row, Unit};

const ORDERS: &[&str] = &["given-tool", "tool-first", "commitment-first", "scaled"];

pub(super) const WORKS: &[(Key, Row)] = &[
    (
        Key::IdeaContributor,
        Row::assumption("works.ideas_of_a_contributor_per_year", Unit::PerYear, [0.02, 0.0, 2.0])
            .off(0.0)
            .means(
                "Ideas of a contributor with friends in a place, a year.",
                "Idées d'un contributeur qui a des amis dans un lieu, par an.",
            )
            .assumed("no source; weighs as much as the rules"),
    ),
    (
        Key::IdeaAssociation,
        Row::assumption("works.ideas_of_an_association_per_year", Unit::PerYear, [0.01, 0.0, 2.0])
            .off(0.0)
            .means("Ideas of an association or CUMA, a year.", "Idées d'une association ou d'une CUMA, par an.")
            .assumed("no source; weighs as much as the rules"),
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
        Row::assumption("works.hours_per_convened_idea_hours", Unit::Hours, [25.0, 5.0, 200.0])
            .means(
                "Hours that a facilitator spends on project meetings for one idea.",
                "Heures que l'animatrice passe à réunir les gens autour d'une idée de projet.",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::OrderContributor,
        Row::assumption("works.order_of_a_contributor", Unit::None, [2.0, 0.0, 3.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by a contributor.",
                "Ordre, outil ou engagement d'abord, des projets que propose un contributeur.",
            )
            .assumed("orders are compared at equal idea rates"),
    ),
    (
        Key::OrderFacilitator,
        Row::assumption("works.order_of_a_facilitator", Unit::None, [2.0, 0.0, 3.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects around which the facilitator brings people together.",
                "Ordre, outil ou engagement d'abord, des projets autour desquels l'animatrice réunit les gens.",
            )
            .assumed("orders are compared at equal idea rates"),
    ),
    (
        Key::OrderAssociation,
        Row::assumption("works.order_of_an_association", Unit::None, [2.0, 0.0, 3.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by an association.",
                "Ordre, outil ou engagement d'abord, des projets que propose une association.",
            )
            .sourced("field notes 1: the order of a CUMA"),
    ),
    (
        Key::OrderCouncil,
        Row::assumption("works.order_of_the_council", Unit::None, [1.0, 0.0, 3.0])
            .choice(ORDERS)
            .means(
                "Order, tool or commitment first, of projects proposed by the council.",
                "Ordre, outil ou engagement d'abord, des projets que propose le conseil.",
            )
            .sourced("field notes 1: officials make the tool first"),
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
        Row::assumption("works.asked_persons", Unit::Persons, [10.0, 3.0, 20.0])
            .of(Kind::Integer)
            .means("People asked to join an idea.", "Personnes sollicitées pour une idée.")
            .assumed("model 4.7: 5-20"),
    ),
    (
        Key::Needed,
        Row::assumption("works.needed_share", Unit::Share, [0.5, 0.1, 1.0])
            .means(
                "Of the people asked, the share that must join for the project to go ahead.",
                "Parmi les personnes sollicitées, part de celles qui doivent s'engager pour que le projet se fasse.",
            )
            .assumed("model 4.7: .3-.8; weighs more than B/c"),
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
        Key::ScaledFactor,
        Row::assumption("works.scaled_benefit_factor_ratio", Unit::Ratio, [5.0, 1.0, 20.0])
            .means(
                "Where the benefit grows with the team: output of a contribution over its cost.",
                "Quand le bénéfice croît avec l'équipe : produit d'une contribution rapporté à son coût.",
            )
            .assumed("Pacheco et al. 2009"),
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
        Key::BuildingMonths,
        Row::assumption("works.building_months", Unit::Months, [6.0, 0.0, 60.0])
            .of(Kind::Integer)
            .means("Months from commitment until the project is running.", "Mois entre l'engagement et la mise en activité.")
            .assumed("order of magnitude"),
    ),
    (
        Key::QuitHazard,
        Row::assumption("works.quitting_per_year", Unit::PerYear, [0.05, 0.0, 2.0])
            .off(0.0)
            .means("Hazard that a member quits a project.", "Risque qu'un membre quitte un projet.")
            .assumed("model 4.7"),
    ),
    (
        Key::RecruitRate,
        Row::assumption("works.recruitment_asks_per_month", Unit::PerMonth, [0.5, 0.0, 10.0])
            .off(0.0)
            .means(
                "People asked to join a running project, a month, while it lacks members.",
                "Personnes sollicitées par un projet en activité, par mois, tant qu'il lui manque des membres.",
            )
            .assumed("model 4.7: monthly recruitment"),
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
        Key::MutualShare,
        Row::assumption("works.mutual_service_share", Unit::Share, [0.4, 0.0, 1.0])
            .means("Ideas that are a mutual service.", "Part des idées qui sont un service mutuel.")
            .assumed("no source"),
    ),
    (
        Key::ProductiveShare,
        Row::assumption("works.productive_venture_share", Unit::Share, [0.3, 0.0, 1.0])
            .means(
                "Ideas that are a productive venture; the rest are cultural commons.",
                "Part des idées qui sont une entreprise productive commune ; le reste sont des communs culturels.",
            )
            .assumed("no source"),
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
        Row::assumption("works.own_place_per_year", Unit::PerYear, [0.03, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hazard that a project which has been running for two years opens a co-governed place of its own.",
                "Chance qu'un projet en activité depuis deux ans ouvre son propre lieu, en cogestion.",
            )
            .sourced("field notes 1: the collective makes its tool; size assumed"),
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
