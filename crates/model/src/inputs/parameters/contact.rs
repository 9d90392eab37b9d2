//! Encounters and the stock of contact hours.

use super::Key;
use super::row::{Row, Unit};

pub(super) const CONTACT: &[(Key, Row)] = &[
    (
        Key::PlaceEncounters,
        Row::constant("contact.place_encounters_per_day_count", Unit::Count, [5.0, 0.0, 30.0])
            .off(0.0)
            .means("Colleagues met on a day in a place, at most.", "Collègues rencontrés un jour dans un lieu, au plus.")
            .sourced("Deskmag 2016: 5.2 colleagues a day"),
    ),
    (
        Key::PlaceEncounterHours,
        Row::assumption("contact.place_encounter_hours", Unit::Hours, [0.25, 0.0, 2.0])
            .means("Length of an encounter in a place.", "Durée d'une rencontre dans un lieu.")
            .assumed("model 4.4"),
    ),
    (
        Key::ConvivialEffect,
        Row::assumption("contact.convivial_layout_strength", Unit::Strength, [0.5, 0.0, 2.0])
            .off(0.0)
            .means(
                "Encounters added by a fully convivial layout, over a place of private rooms.",
                "Rencontres ajoutées par un aménagement entièrement convivial, par rapport à un lieu de bureaux fermés.",
            )
            .assumed("open layouts are studied in firms; size assumed"),
    ),
    (
        Key::CommonHourAttendance,
        Row::assumption("contact.common_hour_attendance_share", Unit::Share, [0.7, 0.0, 1.0])
            .off(0.0)
            .means(
                "Users who come to a facilitated common hour.",
                "Part des usagers qui viennent à une heure commune animée.",
            )
            .assumed("model 4.4 (34 weeks to 50 h holds when all come)"),
    ),
    (
        Key::CommonHourWork,
        Row::assumption("contact.facilitation_of_a_common_hour_hours", Unit::Hours, [3.0, 1.0, 20.0])
            .means(
                "Hours that a facilitator spends on one common hour.",
                "Heures qu'une animatrice consacre à une heure commune.",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::IntroductionWork,
        Row::assumption("contact.facilitation_of_a_pair_hours", Unit::Hours, [2.0, 0.5, 20.0])
            .means(
                "Hours that a facilitator spends with a pair on introducing it, or on a visit.",
                "Heures qu'une animatrice passe avec une paire pour la présenter, ou à une visite.",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::VillageEncounters,
        Row::assumption("contact.village_encounters_per_month", Unit::PerMonth, [3.0, 0.0, 60.0])
            .off(0.0)
            .means(
                "Encounters that a resident starts in the village, a month.",
                "Rencontres qu'un habitant engage au village, par mois.",
            )
            .calibrated("mean degree and strong ties drift by less than 5 % in 15 years"),
    ),
    (
        Key::VillageEncounterHours,
        Row::assumption("contact.village_encounter_hours", Unit::Hours, [4.0, 0.0, 8.0])
            .means("Length of an encounter in the village.", "Durée d'une rencontre au village.")
            .assumed("a visit, a market, a meal"),
    ),
    (
        Key::AssociationEncounters,
        Row::assumption("contact.association_encounters_per_month", Unit::PerMonth, [1.0, 0.0, 20.0])
            .off(0.0)
            .means(
                "Encounters that a member of an association starts within it, a month.",
                "Rencontres qu'un membre d'association y engage, par mois.",
            )
            .assumed("monthly or fortnightly meetings"),
    ),
    (
        Key::AssociationLocals,
        Row::assumption("contact.association_membership_of_locals_share", Unit::Share, [0.35, 0.0, 1.0])
            .means("Locals who are members of an association.", "Part des habitants de longue date membres d'une association.")
            .assumed("model 2"),
    ),
    (
        Key::AssociationNewcomers,
        Row::assumption("contact.association_membership_of_newcomers_share", Unit::Share, [0.15, 0.0, 1.0])
            .means("Newcomers who are members of an association.", "Part des néo-habitants membres d'une association.")
            .assumed("model 2"),
    ),
    (
        Key::AssociationSize,
        Row::assumption("contact.association_size_persons", Unit::Persons, [25.0, 2.0, 500.0])
            .means("Members of an association, on average.", "Membres d'une association, en moyenne.")
            .assumed("small rural associations"),
    ),
    (
        Key::SameOriginPreference,
        Row::assumption("contact.same_origin_preference_ratio", Unit::Ratio, [2.0, 1.0, 5.0])
            .off(1.0)
            .means(
                "Chance of taking up with someone of one's own origin over someone of the other, both at hand.",
                "Chance de se lier à une personne de sa propre origine rapportée à celle de l'autre, toutes deux à portée.",
            )
            .assumed("model 4.4: p_s/p_d 1-5"),
    ),
    (
        Key::RepeatShare,
        Row::assumption("contact.present_ties_share", Unit::Share, [0.8, 0.0, 0.9])
            .off(0.0)
            .means(
                "Encounters with present ties; the others are with new partners.",
                "Part des rencontres avec ses liens présents ; les autres se font avec de nouveaux partenaires.",
            )
            .assumed("model 4.4: .4-.8"),
    ),
    (
        Key::FriendsOfFriends,
        Row::assumption("contact.friends_of_friends_share", Unit::Share, [0.3, 0.0, 1.0])
            .off(0.0)
            .means(
                "New partners met through a friend of a friend.",
                "Part des nouveaux partenaires rencontrés par l'ami d'un ami.",
            )
            .assumed("triadic closure; Kossinets, Watts 2009"),
    ),
    (
        Key::ElsewhereShare,
        Row::assumption("contact.other_commune_share", Unit::Share, [0.2, 0.0, 1.0])
            .off(0.0)
            .means(
                "New partners met in another commune, weighted by its residents and by travel.",
                "Part des nouveaux partenaires rencontrés dans une autre commune, selon ses habitants et le trajet.",
            )
            .assumed("work, market, school; no measure"),
    ),
    (
        Key::ElsewhereMinutes,
        Row::assumption("contact.other_commune_decline_minutes", Unit::Minutes, [15.0, 3.0, 120.0])
            .means(
                "Minutes of travel that divide the weight of another commune by e.",
                "Minutes de trajet qui divisent par e le poids d'une autre commune.",
            )
            .assumed("no measure"),
    ),
    (
        Key::FadeSlow,
        Row::assumption("contact.fading_slow_per_month", Unit::PerMonth, [0.01, 0.0, 0.05])
            .off(0.0)
            .means(
                "d1: share of the hours of any tie lost in a month.",
                "d1 : part des heures de tout lien perdue en un mois.",
            )
            .calibrated("mean degree and strong ties drift by less than 5 % in 15 years; model 4.4: .01-.05"),
    ),
    (
        Key::FadeFast,
        Row::assumption("contact.fading_fast_per_month", Unit::PerMonth, [0.4, 0.0, 0.5])
            .off(0.0)
            .means(
                "d0: further share of its hours that a fresh tie loses in a month.",
                "d0 : part supplémentaire de ses heures qu'un lien récent perd en un mois.",
            )
            .assumed("Burt 2002: nine in ten bridges lost within a year; model 4.4: .2-.5"),
    ),
    (
        Key::FadeScale,
        Row::assumption("contact.fading_scale_hours", Unit::Hours, [4.0, 3.0, 12.0])
            .means(
                "h0: hours of contact that divide the fast fading by e.",
                "h0 : heures de contact qui divisent par e l'effacement rapide.",
            )
            .assumed("model 4.4: 3-12 h"),
    ),
    (
        Key::CasualHours,
        Row::constant("contact.casual_friend_hours", Unit::Hours, [50.0, 1.0, 500.0])
            .means(
                "Hours that make a casual friend; indicators count ties from here.",
                "Heures qui font une connaissance ; les indicateurs comptent les liens à partir de là.",
            )
            .sourced("Hall 2019"),
    ),
    (
        Key::StrongHours,
        Row::constant("contact.friend_hours", Unit::Hours, [90.0, 1.0, 500.0])
            .means("Hours that make a friend: a strong tie.", "Heures qui font un ami : un lien fort.")
            .sourced("Hall 2019"),
    ),
];
