//! Entry into a shared place, engagement, leaving it.

use super::Key;
use super::row::{Row, Unit};

pub(super) const ATTENDANCE: &[(Key, Row)] = &[
    (
        Key::EntryConstant,
        Row::assumption("attendance.entry_log_odds", Unit::LogOdds, [-10.7, -20.0, 0.0])
            .means(
                "Monthly inclination to enter of someone without need, isolation or acquaintance there.",
                "Propension mensuelle à entrer d'une personne sans besoin, ni isolement, ni connaissance sur place.",
            )
            .calibrated("P4: 4 to 25 active users; fitted -10.8 to -6.0 (crates/xtask/src/calibrate), held near the low end so that P3 can be met"),
    ),
    (
        Key::NeedDeskRemote,
        Row::assumption("attendance.desk_need_of_remote_employee_log_odds", Unit::LogOdds, [3.0, 0.0, 8.0])
            .off(0.0)
            .means("Need of a desk, remote employees.", "Besoin d'un bureau, salariés à distance.")
            .assumed("users of coworking spaces are desk workers (Deskmag 2016)"),
    ),
    (
        Key::NeedDeskEntrepreneur,
        Row::assumption("attendance.desk_need_of_entrepreneur_log_odds", Unit::LogOdds, [2.5, 0.0, 8.0])
            .off(0.0)
            .means(
                "Need of a desk, entrepreneurs whose trade is not to serve those who live or stay here.",
                "Besoin d'un bureau, entrepreneurs dont le métier n'est pas de servir la population.",
            )
            .assumed("users of coworking spaces are desk workers (Deskmag 2016)"),
    ),
    (
        Key::NeedFablabFarmer,
        Row::assumption("attendance.fablab_need_of_farmer_log_odds", Unit::LogOdds, [1.2, 0.0, 8.0])
            .off(0.0)
            .means("Need of a FabLab, farmers.", "Besoin d'un FabLab, agriculteurs.")
            .assumed("repair and prototypes; no measure"),
    ),
    (
        Key::NeedFablabCraft,
        Row::assumption("attendance.fablab_need_of_craft_log_odds", Unit::LogOdds, [1.2, 0.0, 8.0])
            .off(0.0)
            .means(
                "Need of a FabLab, productive employees and entrepreneurs who serve those who live or stay here.",
                "Besoin d'un FabLab, salariés productifs et entrepreneurs des services à la population.",
            )
            .assumed("no measure"),
    ),
    (
        Key::NeedServiceRetired,
        Row::assumption("attendance.service_need_of_retired_log_odds", Unit::LogOdds, [1.0, 0.0, 8.0])
            .off(0.0)
            .means("Need of a public service, retired people.", "Besoin d'un service public, retraités.")
            .assumed("France services users; size assumed"),
    ),
    (
        Key::NeedServiceOther,
        Row::assumption("attendance.service_need_of_unemployed_log_odds", Unit::LogOdds, [2.0, 0.0, 8.0])
            .off(0.0)
            .means("Need of a public service, unemployed people.", "Besoin d'un service public, chômeurs.")
            .assumed("France services users; size assumed"),
    ),
    (
        Key::NeedFrame,
        Row::assumption("attendance.frame_need_log_odds", Unit::LogOdds, [1.0, 0.0, 4.0])
            .off(0.0)
            .means(
                "Need for a frame: those who work alone (entrepreneurs, remote employees).",
                "Besoin d'un cadre : ceux qui travaillent seuls (entrepreneurs, salariés à distance).",
            )
            .sourced("field notes 2: a frame, exchange, learning"),
    ),
    (
        Key::Isolation,
        Row::assumption("attendance.isolation_log_odds", Unit::LogOdds, [1.5, 0.0, 4.0])
            .off(0.0)
            .means(
                "Entry of someone with no strong tie, against someone with five or more.",
                "Entrée d'une personne sans lien fort, par rapport à une personne qui en a cinq ou plus.",
            )
            .sourced("field notes 2: to break isolation; size assumed"),
    ),
    (
        Key::KnownUsers,
        Row::assumption("attendance.known_user_log_odds", Unit::LogOdds, [0.5, 0.0, 2.0])
            .off(0.0)
            .means(
                "Entry for each user already known, up to five.",
                "Entrée pour chaque usager déjà connu, jusqu'à cinq.",
            )
            .assumed("peer effects on adoption; size assumed"),
    ),
    (
        Key::SameOrigin,
        Row::assumption("attendance.same_origin_strength", Unit::Strength, [1.0, 0.0, 4.0])
            .off(0.0)
            .means(
                "How much people enter more readily where their own origin has a larger share of last month's users than of the territory; above 2 a place can settle in one origin or the other.",
                "Combien on entre plus volontiers là où sa propre origine pèse plus parmi les usagers du mois précédent que dans le territoire ; au-delà de 2, un lieu peut se fixer sur une origine ou sur l'autre.",
            )
            .assumed("model 4.3: 0-4"),
    ),
    (
        Key::Invitation,
        Row::assumption("attendance.invitation_log_odds", Unit::LogOdds, [6.0, 0.0, 9.0])
            .off(0.0)
            .means(
                "Entry of someone invited by a facilitator or brought by the welcome programme, while the invitation lasts.",
                "Entrée d'une personne invitée par une animatrice ou amenée par le programme d'accueil, tant que dure l'invitation.",
            )
            .calibrated("P3: of 43 entrepreneurs supported by March 2017, 23 in residence; together with the entry constant"),
    ),
    (
        Key::InvitationMonths,
        Row::assumption("attendance.invitation_months", Unit::Months, [6.0, 1.0, 36.0])
            .means("How long an invitation lasts.", "Durée d'une invitation.")
            .assumed("size assumed"),
    ),
    (
        Key::Habit,
        Row::assumption("attendance.habit_log_odds", Unit::LogOdds, [0.7, 0.0, 3.0])
            .off(0.0)
            .means("Entry of someone who was a user before.", "Entrée d'une personne qui a déjà été usager.")
            .assumed("size assumed"),
    ),
    (
        Key::TravelCost,
        Row::assumption("attendance.travel_log_odds_per_minute_strength", Unit::Strength, [0.08, 0.0, 0.3])
            .off(0.0)
            .means("Entry lost for each minute of travel.", "Entrée perdue par minute de trajet.")
            .assumed("rural commuting deterrence; size assumed"),
    ),
    (
        Key::FeeCost,
        Row::assumption("attendance.fee_log_odds_per_eur_strength", Unit::Strength, [0.03, 0.0, 0.3])
            .off(0.0)
            .means("Entry lost for each euro of the day fee.", "Entrée perdue par euro du tarif à la journée.")
            .assumed("size assumed"),
    ),
    (
        Key::TrainingPull,
        Row::assumption("attendance.training_log_odds", Unit::LogOdds, [0.8, 0.0, 3.0])
            .off(0.0)
            .means(
                "Entry of those whom a training at the place is meant for.",
                "Entrée de ceux à qui une formation sur place est destinée.",
            )
            .assumed("Murat trained its users first; size assumed"),
    ),
    (
        Key::DaysMean,
        Row::assumption("attendance.presence_days_per_month", Unit::DaysPerMonth, [10.0, 1.0, 22.0])
            .means("Mean days of presence of a user.", "Jours de présence moyens d'un usager.")
            .assumed("model 4.3: 1-22, mean 10"),
    ),
    (
        Key::VisitDays,
        Row::assumption("attendance.visit_days_per_month", Unit::DaysPerMonth, [2.0, 1.0, 22.0])
            .means(
                "Mean days of presence of a user who comes for the FabLab, a service or the common hours only.",
                "Jours de présence moyens d'un usager venu pour le FabLab, un service ou les seules heures communes.",
            )
            .assumed("occasional users"),
    ),
    (
        Key::DayHours,
        Row::constant("attendance.presence_day_hours", Unit::Hours, [7.0, 1.0, 24.0])
            .means("Hours of a day of presence.", "Heures d'une journée de présence.")
            .assumed("a working day"),
    ),
];

pub(super) const ENGAGEMENT: &[(Key, Row)] = &[
    (
        Key::LeaveHazard,
        Row::assumption("engagement.leaving_per_year", Unit::PerYear, [0.45, 0.0, 3.0])
            .means(
                "Hazard that somebody without friends or part in the place leaves it; with both, about .30 on average.",
                "Risque de quitter le lieu d'une personne sans ami ni intégration sur place ; avec l'un et l'autre, environ 0,30 en moyenne.",
            )
            .assumed("model 4.6: mean .30 (.15-.7)"),
    ),
    (
        Key::LeaveTies,
        Row::assumption("engagement.leaving_tie_effect_log_odds", Unit::LogOdds, [0.25, 0.0, 1.0])
            .off(0.0)
            .means(
                "Each friend among the users (up to 5) divides the hazard of leaving by e to this power.",
                "Chaque ami parmi les usagers (jusqu'à 5) divise le risque de quitter le lieu par e à cette puissance.",
            )
            .sourced("Leipzig survey: community retains, equipment, fee and location do not; size assumed"),
    ),
    (
        Key::LeaveFit,
        Row::assumption("engagement.leaving_fit_effect_log_odds", Unit::LogOdds, [0.8, 0.0, 3.0])
            .off(0.0)
            .means(
                "Full fit divides the hazard of leaving by e to this power.",
                "Une pleine intégration divise le risque de quitter le lieu par e à cette puissance.",
            )
            .sourced("Leipzig survey; size assumed"),
    ),
    (
        Key::AssociationFit,
        Row::assumption("engagement.association_fit_share", Unit::Share, [0.5, 0.0, 1.0])
            .off(0.0)
            .means(
                "Fit that membership of an association gives; a joint project or three friends among fellow users give 1.",
                "Intégration que donne l'adhésion à une association ; un projet commun ou trois amis parmi les usagers donnent 1.",
            )
            .assumed("no source"),
    ),
    (
        Key::GivingHazard,
        Row::assumption("engagement.first_giving_per_year", Unit::PerYear, [0.6, 0.0, 6.0])
            .off(0.0)
            .means(
                "Hazard that a member who helps surely begins to give time to the common; times the probability of helping.",
                "Risque qu'un membre qui aide à coup sûr se mette à donner du temps au commun ; multiplié par la probabilité d'aider.",
            )
            .assumed("field notes 3: commitment begins with giving; size assumed"),
    ),
    (
        Key::GivingGovernance,
        Row::assumption("engagement.governance_giving_ratio", Unit::Ratio, [1.5, 1.0, 4.0])
            .off(1.0)
            .means(
                "First giving in a fully co-governed place over that in a council-run one.",
                "Premier don dans un lieu pleinement cogéré, rapporté à celui d'un lieu géré par le conseil.",
            )
            .assumed("mixed evidence; 1 in range"),
    ),
    (
        Key::GivingEnd,
        Row::assumption("engagement.giving_ends_per_year", Unit::PerYear, [0.2, 0.0, 2.0])
            .off(0.0)
            .means(
                "Hazard that a contributor who is in no joint project stops giving.",
                "Risque qu'un contributeur hors de tout projet commun cesse de donner.",
            )
            .assumed("volunteer turnover; size assumed"),
    ),
    (
        Key::DecisionHazard,
        Row::assumption("engagement.decision_per_year", Unit::PerYear, [1.0, 0.0, 12.0])
            .off(0.0)
            .means(
                "Hazard that a contributor takes part in a binding decision of a fully co-governed place.",
                "Risque qu'un contributeur prenne part à une décision contraignante dans un lieu pleinement cogéré.",
            )
            .assumed("one yearly assembly"),
    ),
];
