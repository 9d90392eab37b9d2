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
        Key::NewPartners,
        Row::assumption("contact.new_partners_per_month", Unit::PerMonth, [0.75, 0.0, 10.0])
            .off(0.0)
            .means(
                "Encounters with somebody at hand, known or not, that a resident starts in the village, a month.",
                "Rencontres avec une personne à portée, connue ou non, qu'un habitant engage au village, par mois.",
            )
            .assumed("with affinity, gives about five strong ties and fourteen weaker ones"),
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
        Key::PreferenceLearning,
        Row::assumption("contact.preference_learning_strength", Unit::Strength, [0.024, 0.0, 0.15])
            .off(0.0)
            .means(
                "By how much of its distance from 1, in logarithms, the preference for one's own origin falls when somebody is helped \
                 by the other origin as much more as one standard deviation of residents.",
                "De combien, en logarithme de son écart à 1, la préférence pour sa propre origine baisse quand on est aidé par l'autre \
                 origine d'un écart type de plus que la moyenne des habitants.",
            )
            .sourced(
                "Pettigrew, Tropp 2006: r -.21, correlational; Paluck, Green, Green 2019: no randomised study with delayed outcomes on \
                 adults' ethnic prejudice; weak, 0 in range",
            ),
    ),
    (
        Key::HelpAcrossFading,
        Row::assumption("contact.help_across_origins_fading_per_year", Unit::PerYear, [0.5, 0.05, 6.0])
            .means(
                "Rate at which the memory of help received from the other origin fades.",
                "Rythme auquel s'efface le souvenir de l'aide reçue de l'autre origine.",
            )
            .assumed("two years; what is learnt depends on its spread alone"),
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
        Key::AffinityShare,
        Row::assumption("contact.affinity_share", Unit::Share, [0.1, 0.0, 0.5])
            .off(0.0)
            .means(
                "Pairs that meet again by themselves once they have met; drawn once and for all for each pair.",
                "Part des paires qui se revoient d'elles-mêmes après s'être rencontrées ; tirée une fois pour toutes par paire.",
            )
            .assumed("lifetimes of ties are predictable from their first weeks (Vergara Hidd and others 2023)"),
    ),
    (
        Key::MeetingAgain,
        Row::assumption("contact.meeting_again_probability", Unit::Probability, [0.3, 0.0, 1.0])
            .off(0.0)
            .means(
                "Chance that such a pair takes each of its two occasions of a month, its tie being old.",
                "Chance qu'une telle paire saisisse chacune de ses deux occasions du mois, son lien étant ancien.",
            )
            .assumed("2.4 hours a month with a friend (Hall 2019 for hours in all)"),
    ),
    (
        Key::MeetingScale,
        Row::assumption("contact.meeting_again_scale_hours", Unit::Hours, [4.0, 0.5, 50.0])
            .means(
                "Hours of a tie at which that chance is half as high.",
                "Heures d'un lien pour lesquelles cette chance est moitié moindre.",
            )
            .assumed("one encounter in the village"),
    ),
    (
        Key::Eagerness,
        Row::assumption("contact.eagerness_of_arrivals_strength", Unit::Strength, [2.0, 0.0, 10.0])
            .off(0.0)
            .means(
                "By how much who has just arrived multiplies their occasions with a present tie, beyond once; both ends count.",
                "De combien qui vient d'arriver multiplie ses occasions avec un lien présent, au-delà d'une fois ; les deux bouts comptent.",
            )
            .assumed("newcomers seek company; with it they have 2 to 3 strong ties after five years"),
    ),
    (
        Key::EagernessMonths,
        Row::assumption("contact.eagerness_fading_months", Unit::Months, [24.0, 1.0, 240.0])
            .means(
                "Months since arrival that divide this by e.",
                "Mois depuis l'arrivée qui divisent cet empressement par e.",
            )
            .assumed("two years"),
    ),
    (
        Key::TieEnd,
        Row::assumption("contact.tie_end_per_year", Unit::PerYear, [0.03, 0.0, 0.2])
            .off(0.0)
            .means(
                "Hazard that a tie ends, whatever its hours.",
                "Risque qu'un lien prenne fin, quelles que soient ses heures.",
            )
            .sourced("Roy and others 2022: 1 to 4 % of close alters change a year"),
    ),
    (
        Key::DisplacedShare,
        Row::assumption("contact.displaced_share", Unit::Share, [0.0, 0.0, 1.0])
            .off(0.0)
            .means(
                "Part of an hour in a place, a team or a meeting that is taken from the encounters in the village.",
                "Part d'une heure en tiers-lieu, en équipe ou en réunion prise sur les rencontres au village.",
            )
            .assumed("time is finite (Miritello and others 2013; Saramaki and others 2014); no measure here"),
    ),
    (
        Key::FadeSlow,
        Row::assumption("contact.fading_slow_per_month", Unit::PerMonth, [0.01, 0.0, 0.05])
            .off(0.0)
            .means(
                "d1: share of the hours of any tie lost in a month.",
                "d1 : part des heures de tout lien perdue en un mois.",
            )
            .assumed("model 4.4: .01-.05"),
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
