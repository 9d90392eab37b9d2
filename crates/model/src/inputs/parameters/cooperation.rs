//! Mutual help, learning, belief; imitation; collaborations.

use super::Key;
use super::row::{Row, Unit};

pub(super) const COOPERATION: &[(Key, Row)] = &[
    (
        Key::Rule,
        Row::assumption("cooperation.rule", Unit::None, [0.0, 0.0, 1.0])
            .choice(&["belief", "imitation"])
            .means(
                "Why people help: what they believe of others, or imitation of who fares better.",
                "Pourquoi l'on aide : ce que l'on croit des autres, ou l'imitation de qui s'en sort mieux.",
            )
            .assumed("model 4.5: a headline on cooperation is reported under both"),
    ),
    (
        Key::Typed,
        Row::assumption("cooperation.typed_share", Unit::Share, [1.0, 0.0, 1.0])
            .off(0.0)
            .means(
                "Residents who have a behavioural type; the others follow the untyped rule.",
                "Part des habitants qui ont un type de comportement ; les autres suivent la règle sans type.",
            )
            .assumed("0 gives the closed form of docs/model.md 7"),
    ),
    (
        Key::TypeConditional,
        Row::constant("cooperation.conditional_share", Unit::Share, [0.5, 0.0, 1.0])
            .means("Conditional cooperators.", "Coopérateurs conditionnels.")
            .sourced("Fischbacher, Gächter, Fehr 2001"),
    ),
    (
        Key::TypeFreeRider,
        Row::constant("cooperation.free_rider_share", Unit::Share, [0.3, 0.0, 1.0])
            .means("Free riders: they never help.", "Passagers clandestins : ils n'aident jamais.")
            .sourced("Fischbacher, Gächter, Fehr 2001"),
    ),
    (
        Key::TypeHump,
        Row::constant("cooperation.hump_shaped_share", Unit::Share, [0.14, 0.0, 1.0])
            .means(
                "Hump-shaped: conditional up to half, then less. The remaining share helps always.",
                "En cloche : conditionnels jusqu'à la moitié, puis moins. Le reste aide toujours.",
            )
            .sourced("Fischbacher, Gächter, Fehr 2001"),
    ),
    (
        Key::PhiA,
        Row::assumption("cooperation.help_without_belief_probability", Unit::Probability, [0.05, 0.0, 0.15])
            .off(0.0)
            .means(
                "Probability of helping someone of whom nothing is expected.",
                "Probabilité d'aider une personne dont on n'attend rien.",
            )
            .assumed("model 4.5: 0-.15"),
    ),
    (
        Key::PhiC,
        Row::assumption("cooperation.help_belief_slope_strength", Unit::Strength, [0.5, 0.0, 0.7])
            .off(0.0)
            .means(
                "How much more people help when they trust others to, whole population (rule without types).",
                "Surcroît d'aide quand on croit que les autres aideraient, population entière (règle sans type).",
            )
            .sourced("model 4.5: .4-.7; Fischbacher, Gächter 2010"),
    ),
    (
        Key::Slope,
        Row::assumption("cooperation.conditional_slope_strength", Unit::Strength, [0.9, 0.0, 1.0])
            .off(0.0)
            .means(
                "How much more a conditional cooperator helps when trusting others to help.",
                "Surcroît d'aide d'un coopérateur conditionnel quand il croit que les autres aideraient.",
            )
            .sourced("model 4.5: .7-1"),
    ),
    (
        Key::Theta,
        Row::assumption("cooperation.belief_updating_share", Unit::Share, [0.4, 0.0, 0.6])
            .off(0.0)
            .means(
                "Weight of what was seen this month in the belief about others.",
                "Poids de ce qui a été vu ce mois-ci dans la croyance sur les autres.",
            )
            .assumed("model 4.5: .2-.6; Fischbacher, Gächter 2010"),
    ),
    (
        Key::BeliefStart,
        Row::assumption("cooperation.initial_belief_probability", Unit::Probability, [0.35, 0.01, 0.99])
            .means("Belief about others on arrival.", "Croyance sur les autres à l'arrivée.")
            .assumed("first rounds of public-goods games are near half"),
    ),
    (
        Key::TalkEffect,
        Row::assumption("cooperation.tie_belief_log_odds", Unit::LogOdds, [1.0, 0.0, 2.2])
            .off(0.0)
            .means(
                "How much more help is expected of a friend than of a stranger.",
                "Surcroît d'aide que l'on attend d'un ami plutôt que d'un inconnu.",
            )
            .assumed("Balliet 2010: d 1.21, shrunk to .3-.5 of it outside the laboratory"),
    ),
    (
        Key::Learning,
        Row::assumption("cooperation.learning_per_hour_strength", Unit::Strength, [0.01, 0.0, 0.05])
            .off(0.0)
            .means(
                "Know-how gained by being helped by someone of fully complementary skill, for each hour together.",
                "Savoir-faire gagné à être aidé par une compétence pleinement complémentaire, par heure passée ensemble.",
            )
            .sourced("Cai, Szeidl 2018: with three hours a month in a group, help one time in three, +8 % of turnover in a year"),
    ),
    (
        Key::KnowHowCeiling,
        Row::assumption("cooperation.know_how_ceiling_strength", Unit::Strength, [0.5, 0.05, 1.0])
            .means(
                "Most that know-how can exceed that of entry: the more is known, the less is left to learn.",
                "Maximum dont le savoir-faire peut dépasser celui de l'entrée : plus on sait, moins il reste à apprendre.",
            )
            .assumed("diminishing returns; size assumed, up to a doubling of know-how: turnover follows it exponentially"),
    ),
    (
        Key::VillageLearning,
        Row::assumption("cooperation.village_learning_share", Unit::Share, [0.02, 0.0, 1.0])
            .off(0.0)
            .means(
                "Learning in an ordinary hour in the village, against one in a place, a common hour or a joint project.",
                "Apprentissage d'une heure ordinaire au village, par rapport à un lieu, une heure commune ou un projet commun.",
            )
            .assumed("Cai, Szeidl 2018 concerns structured meetings"),
    ),
    (
        Key::Forgetting,
        Row::assumption("cooperation.know_how_fading_per_year", Unit::PerYear, [0.1, 0.0, 0.5])
            .off(0.0)
            .means("Share of acquired know-how lost in a year.", "Part du savoir-faire acquis perdue en un an.")
            .assumed("depreciation of knowledge; size assumed"),
    ),
    (
        Key::ImitationIntensity,
        Row::assumption("cooperation.imitation_intensity_strength", Unit::Strength, [1.0, 0.0, 10.0])
            .means(
                "How readily people imitate whoever fares better: 0 by chance, large always.",
                "Empressement à imiter qui s'en sort mieux : 0 au hasard, très grand toujours.",
            )
            .assumed("Traulsen, Nowak, Pacheco 2006"),
    ),
    (
        Key::ImitationRate,
        Row::assumption("cooperation.imitation_per_year", Unit::PerYear, [2.0, 0.0, 12.0])
            .off(0.0)
            .means(
                "Occasions of comparing oneself with a tie, a year.",
                "Occasions de se comparer à un de ses liens, par an.",
            )
            .assumed("no measure"),
    ),
    (
        Key::DonationBenefit,
        Row::assumption("cooperation.donation_benefit_ratio", Unit::Ratio, [3.0, 1.0, 12.0])
            .means("Benefit of a help for one unit of its cost.", "Bénéfice d'une aide pour une unité de son coût.")
            .assumed("donation game; Nowak 2006"),
    ),
    (
        Key::CooperatorsStart,
        Row::assumption("cooperation.initial_cooperator_share", Unit::Share, [0.3, 0.0, 1.0])
            .means("Cooperators on arrival (imitation).", "Coopérateurs à l'arrivée (imitation).")
            .assumed("near the help rate of the belief rule"),
    ),
    (
        Key::CollaborationRate,
        Row::assumption("cooperation.collaboration_per_pair_per_year", Unit::PerYear, [0.0016, 0.0, 0.1])
            .off(0.0)
            .means(
                "Hazard that two acquaintances at work start a small job together.",
                "Chance que deux connaissances qui travaillent commencent un petit travail ensemble.",
            )
            .assumed("Boudreau et al. 2017, transported"),
    ),
    (
        Key::CollaborationIntroduced,
        Row::assumption("cooperation.collaboration_introduced_ratio", Unit::Ratio, [1.75, 1.0, 3.0])
            .means(
                "Collaboration hazard of a pair just introduced, over that of others.",
                "Risque de collaboration d'une paire qu'on vient de présenter, rapporté à celui des autres.",
            )
            .assumed("Boudreau et al. 2017: 1-3"),
    ),
    (
        Key::CollaborationLife,
        Row::assumption("cooperation.collaboration_life_months", Unit::Months, [9.0, 1.0, 60.0])
            .means("Mean life of a collaboration.", "Durée de vie moyenne d'une collaboration.")
            .assumed("model 4.7"),
    ),
    (
        Key::CollaborationHours,
        Row::assumption("cooperation.collaboration_hours_per_month", Unit::HoursPerMonth, [4.0, 0.0, 60.0])
            .means("Contact of a collaborating pair.", "Contact d'une paire qui collabore.")
            .assumed("a small job"),
    ),
];
