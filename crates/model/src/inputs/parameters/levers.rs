//! The levers of each instrument: what a council decides, and what it costs.

use super::Key;
use super::row::{Kind, Row, Unit};

pub(super) const WELCOME: &[(Key, Row)] = &[
    (
        Key::WelcomePersons,
        Row::lever("welcome.brought_persons_per_year", Unit::PersonsPerYear, [10.5, 0.0, 500.0])
            .off(0.0)
            .means(
                "Persons, children included, whom the programme brings on top of other arrivals.",
                "Personnes, enfants compris, que le programme amène en plus des autres arrivées.",
            )
            .sourced("promoter: 52-54 persons by the end of 2013, 88 by March 2017 (gross)"),
    ),
    (
        Key::WelcomeAttraction,
        Row::lever("welcome.attraction_gain_share", Unit::Share, [0.0, 0.0, 1.0])
            .off(0.0)
            .means(
                "Ordinary arrivals added by being better known.",
                "Arrivées ordinaires ajoutées par la notoriété.",
            )
            .assumed("no study; nothing in the data shows an effect"),
    ),
    (
        Key::WelcomeRunning,
        Row::lever("welcome.running_cost_eur_per_year", Unit::EurPerYear, [40_000.0, 0.0, 5_000_000.0])
            .means("Staff and promotion.", "Personnel et promotion.")
            .assumed("one full-time equivalent"),
    ),
    (
        Key::WelcomePack,
        Row::lever("welcome.pack_per_person_eur", Unit::Eur, [2_000.0, 0.0, 100_000.0])
            .means(
                "Rent, training and support for each person brought.",
                "Loyer, formation et accompagnement pour chaque personne amenée.",
            )
            .assumed("Murat's pack of 2017: rent of 3 or 6 months; amount assumed"),
    ),
];

pub(super) const GATEWAY_HOUSING: &[(Key, Row)] = &[
    (
        Key::GatewayHomes,
        Row::lever("gateway_housing.homes_count", Unit::Count, [3.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means(
                "Homes lent to people who try out the territory.",
                "Logements prêtés à ceux qui essaient le territoire.",
            )
            .sourced("Murat 2011: one scheme; number assumed"),
    ),
    (
        Key::GatewayCost,
        Row::lever("gateway_housing.cost_per_home_eur_per_year", Unit::EurPerYear, [6_000.0, 0.0, 100_000.0])
            .means("Cost of a home.", "Coût d'un logement.")
            .assumed("rent and charges"),
    ),
];

pub(super) const SHARED_PLACE: &[(Key, Row)] = &[
    (
        Key::PlaceCapacity,
        Row::lever("shared_place.capacity_persons", Unit::Persons, [20.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means(
                "Users admitted at once; more are refused.",
                "Usagers admis à la fois ; au-delà, on refuse.",
            )
            .sourced("Murat: 4 offices in 2007, extended in 2011; size of the extension assumed"),
    ),
    (
        Key::PlaceDayFee,
        Row::lever("shared_place.fee_eur_per_day", Unit::EurPerDay, [10.0, 0.0, 200.0])
            .means("Price of a day.", "Prix d'une journée.")
            .sourced(
                "Murat, about 2012: 20 EUR a day, 100 EUR a month, free for two years for trained newcomers",
            ),
    ),
    (
        Key::PlaceConvivial,
        Row::lever("shared_place.convivial_share", Unit::Share, [0.5, 0.0, 1.0])
            .means(
                "Shared and convivial rooms; the rest are private offices.",
                "Part des pièces partagées et conviviales ; le reste sont des bureaux fermés.",
            )
            .assumed("half and half"),
    ),
    (
        Key::PlaceOpening,
        Row::lever("shared_place.opening_days_per_month", Unit::DaysPerMonth, [22.0, 1.0, 22.0])
            .means("Days of opening.", "Jours d'ouverture.")
            .assumed("weekdays"),
    ),
    (
        Key::PlaceBuild,
        Row::lever("shared_place.build_cost_eur", Unit::Eur, [160_000.0, 0.0, 20_000_000.0])
            .means("Fit-out, paid at opening.", "Aménagement, payé à l'ouverture.")
            .sourced("COcotte Numérique: 160,000 EUR, 80 % subsidised (pqn-a.fr)"),
    ),
    (
        Key::PlaceRunning,
        Row::lever("shared_place.running_cost_eur_per_year", Unit::EurPerYear, [50_000.0, 0.0, 5_000_000.0])
            .means("Rent, network, cleaning, upkeep.", "Loyer, réseau, ménage, entretien.")
            .assumed("model 4.9: grant of at most 50,000 EUR a year for three years"),
    ),
];

pub(super) const PLACE_GOVERNANCE: &[(Key, Row)] = &[
    (
        Key::CoGovernance,
        Row::lever("place_governance.co_governance_share", Unit::Share, [0.5, 0.0, 1.0])
            .off(0.0)
            .means(
                "Decisions taken with the users: 0 council-run, .5 users' council, 1 co-governed.",
                "Décisions prises avec les usagers : 0 régie, 0,5 conseil d'usagers, 1 cogestion.",
            )
            .assumed("model 2"),
    ),
    (
        Key::GovernanceCost,
        Row::lever("place_governance.running_cost_eur_per_year", Unit::EurPerYear, [3_000.0, 0.0, 500_000.0])
            .means("Meetings and training of the bodies.", "Réunions et formation des instances.")
            .assumed("order of magnitude"),
    ),
];

pub(super) const FABLAB: &[(Key, Row)] = &[
    (
        Key::FablabBuild,
        Row::lever("fablab.build_cost_eur", Unit::Eur, [260_000.0, 0.0, 20_000_000.0])
            .means("Fit-out and machines, paid at opening.", "Aménagement et machines, payés à l'ouverture.")
            .sourced("Murat 2017: 260,000 EUR, 80 % subsidised (pqn-a.fr)"),
    ),
    (
        Key::FablabRunning,
        Row::lever("fablab.running_cost_eur_per_year", Unit::EurPerYear, [30_000.0, 0.0, 5_000_000.0])
            .means("Upkeep and consumables.", "Entretien et consommables.")
            .assumed("order of magnitude"),
    ),
    (
        Key::FablabCapacity,
        Row::lever("fablab.added_capacity_persons", Unit::Persons, [15.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Users whom the place admits on top.", "Usagers que le lieu admet en plus.")
            .assumed("occasional users of the machines"),
    ),
];

pub(super) const PUBLIC_SERVICE: &[(Key, Row)] = &[
    (
        Key::ServiceRunning,
        Row::lever(
            "public_service.running_cost_eur_per_year",
            Unit::EurPerYear,
            [35_000.0, 0.0, 5_000_000.0],
        )
        .means("Cost of the service desk.", "Coût du guichet.")
        .sourced("France services: about 35,000 EUR of yearly grant for one"),
    ),
    (
        Key::ServiceCapacity,
        Row::lever("public_service.added_capacity_persons", Unit::Persons, [60.0, 0.0, 2_000.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Users whom the place admits on top.", "Usagers que le lieu admet en plus.")
            .assumed("visitors pass quickly"),
    ),
];

pub(super) const TRAINING: &[(Key, Row)] = &[
    (
        Key::Trainees,
        Row::lever("training.trainees_persons_per_year", Unit::PersonsPerYear, [13.0, 0.0, 2_000.0])
            .off(0.0)
            .means("People trained in a year.", "Personnes formées par an.")
            .sourced("Murat: groups of 12 to 15"),
    ),
    (
        Key::TrainingFor,
        Row::lever("training.audience", Unit::None, [2.0, 0.0, 2.0])
            .choice(&["newcomers", "locals", "everyone"])
            .means("Whom it is meant for.", "À qui elle est destinée.")
            .sourced("Murat: newcomers"),
    ),
    (
        Key::TrainingKnowHow,
        Row::lever("training.know_how_gain_strength", Unit::Strength, [0.08, 0.0, 1.0])
            .off(0.0)
            .means("Know-how gained by a trainee.", "Savoir-faire gagné par une personne formée.")
            .assumed("as much as a year of structured meetings (Cai, Szeidl 2018)"),
    ),
    (
        Key::TrainingCost,
        Row::lever("training.cost_per_trainee_eur", Unit::Eur, [1_500.0, 0.0, 50_000.0])
            .means("Cost of training one person.", "Coût de la formation d'une personne.")
            .assumed("ten remote modules and two weeks on site"),
    ),
];

pub(super) const FACILITATION: &[(Key, Row)] = &[
    (
        Key::FacilitationFte,
        Row::lever("facilitation.staff_fte", Unit::Fte, [1.0, 0.0, 20.0])
            .off(0.0)
            .means("Facilitators.", "Animateurs.")
            .assumed("one host"),
    ),
    (
        Key::FacilitationCost,
        Row::lever("facilitation.cost_per_fte_eur_per_year", Unit::EurPerYear, [40_000.0, 0.0, 200_000.0])
            .means("Cost of a full-time equivalent.", "Coût d'un équivalent temps plein.")
            .assumed("model 4.9: 35,000-45,000"),
    ),
    (
        Key::FacilitationHours,
        Row::lever("facilitation.usable_hours_per_month", Unit::HoursPerMonth, [130.0, 0.0, 170.0])
            .means("Usable hours of a full-time equivalent.", "Heures utiles d'un équivalent temps plein.")
            .assumed("model 4.9"),
    ),
    (
        Key::CirclePersons,
        Row::lever("facilitation.circle_per_fte_persons", Unit::Persons, [40.0, 0.0, 500.0])
            .means(
                "People whom a full-time equivalent can gather in a circle, without a place.",
                "Personnes qu'un équivalent temps plein peut réunir en cercle, sans lieu.",
            )
            .assumed("order of magnitude of a facilitator's address book in use"),
    ),
    (
        Key::CommonHoursShare,
        Row::lever("facilitation.common_hours_share", Unit::Share, [0.1, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on common hours (3 hours each).",
                "Part du temps consacrée aux heures communes (3 heures chacune).",
            )
            .assumed("one a week for a full-time equivalent"),
    ),
    (
        Key::IntroductionsShare,
        Row::lever("facilitation.introductions_share", Unit::Share, [0.2, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on introducing pairs (2 hours each).",
                "Part du temps consacrée à présenter des personnes (2 heures par paire).",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::OutreachShare,
        Row::lever("facilitation.outreach_share", Unit::Share, [0.2, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on visiting historical locals (2 hours each).",
                "Part du temps consacrée à visiter des habitants historiques (2 heures chacun).",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::ConveningShare,
        Row::lever("facilitation.convening_share", Unit::Share, [0.1, 0.0, 1.0])
            .off(0.0)
            .means(
                "Hours spent on convening common works (works.hours_per_convened_idea_hours each). The four shares add up to 1 at most; the rest runs the place.",
                "Part du temps consacrée à convoquer des œuvres communes. Les quatre parts font 1 au plus ; le reste fait vivre le lieu.",
            )
            .assumed("model 4.4"),
    ),
    (
        Key::CrossIntroductions,
        Row::lever("facilitation.cross_origin_introductions_share", Unit::Share, [0.5, 0.0, 1.0])
            .means(
                "Introductions of a user to a resident of the other origin; the others are between users.",
                "Part des présentations d'un usager à un habitant de l'autre origine ; les autres sont entre usagers.",
            )
            .assumed("half and half"),
    ),
];

pub(super) const MIXED_WORKS_FUND: &[(Key, Row)] = &[
    (
        Key::FundBudget,
        Row::lever("mixed_works_fund.budget_eur_per_year", Unit::EurPerYear, [30_000.0, 0.0, 5_000_000.0])
            .off(0.0)
            .means(
                "Money to grant in a year; what is left is lost.",
                "Enveloppe annuelle ; le reliquat est perdu.",
            )
            .assumed("order of magnitude of a LEADER call"),
    ),
    (
        Key::FundGrant,
        Row::lever("mixed_works_fund.grant_per_work_eur", Unit::Eur, [10_000.0, 100.0, 1_000_000.0])
            .means("Grant to a work whose team is mixed.", "Subvention à une œuvre dont l'équipe est mixte.")
            .assumed("order of magnitude"),
    ),
    (
        Key::FundCost,
        Row::lever("mixed_works_fund.cost_borne_share", Unit::Share, [0.4, 0.0, 0.9])
            .off(0.0)
            .means(
                "Part of each member's cost that the grant bears.",
                "Part du coût de chaque membre que la subvention prend en charge.",
            )
            .assumed("order of magnitude"),
    ),
];

pub(super) const COLLECTIVE_SUPPORT: &[(Key, Row)] = &[
    (
        Key::SupportIdeas,
        Row::lever("collective_support.idea_ratio", Unit::Ratio, [2.0, 1.0, 20.0])
            .off(1.0)
            .means(
                "Ideas of associations and CUMAs, over those without support.",
                "Idées des associations et CUMA, rapportées à celles sans soutien.",
            )
            .assumed("no study"),
    ),
    (
        Key::SupportCost,
        Row::lever("collective_support.cost_per_work_eur", Unit::Eur, [8_000.0, 0.0, 1_000_000.0])
            .means(
                "Grant to a work that an association starts.",
                "Subvention à une œuvre lancée par une association.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::SupportBorne,
        Row::lever("collective_support.cost_borne_share", Unit::Share, [0.2, 0.0, 0.9])
            .off(0.0)
            .means(
                "Part of each member's cost that the grant bears.",
                "Part du coût de chaque membre que la subvention prend en charge.",
            )
            .assumed("order of magnitude"),
    ),
    (
        Key::SupportRunning,
        Row::lever(
            "collective_support.running_cost_eur_per_year",
            Unit::EurPerYear,
            [20_000.0, 0.0, 5_000_000.0],
        )
        .means("Half a post of support.", "Un demi-poste d'accompagnement.")
        .assumed("order of magnitude"),
    ),
];

pub(super) const BUSINESS_ANCHORING: &[(Key, Row)] = &[
    (
        Key::AnchoringMeetings,
        Row::lever("business_anchoring.meetings_per_year", Unit::PerYear, [6.0, 0.0, 52.0])
            .off(0.0)
            .means(
                "Supplier meetings, each of pairs of enterprises of both origins.",
                "Rencontres fournisseurs, chacune entre entreprises des deux origines.",
            )
            .assumed("one every two months"),
    ),
    (
        Key::AnchoringPairs,
        Row::lever("business_anchoring.pairs_per_meeting_count", Unit::Count, [12.0, 0.0, 500.0])
            .of(Kind::Integer)
            .off(0.0)
            .means("Pairs who meet at a meeting.", "Paires qui se rencontrent à chaque rencontre.")
            .assumed("order of magnitude"),
    ),
    (
        Key::AnchoringGain,
        Row::lever("business_anchoring.linkage_gain_per_meeting_share", Unit::Share, [0.02, 0.0, 0.5])
            .off(0.0)
            .means(
                "Part of what linkage lacks that both gain from a meeting.",
                "Part du manque d'ancrage que les deux gagnent à une rencontre.",
            )
            .assumed("no study"),
    ),
    (
        Key::AnchoringCost,
        Row::lever(
            "business_anchoring.running_cost_eur_per_year",
            Unit::EurPerYear,
            [25_000.0, 0.0, 5_000_000.0],
        )
        .means(
            "Organisation of meetings and local purchasing.",
            "Organisation des rencontres et de l'achat local.",
        )
        .assumed("order of magnitude"),
    ),
];

pub(super) const TAX_EXEMPTION: &[(Key, Row)] = &[(
    Key::TaxCost,
    Row::lever("tax_exemption.cost_per_enterprise_eur_per_year", Unit::EurPerYear, [2_000.0, 0.0, 100_000.0])
        .means(
            "Tax not levied on each enterprise started while it is in force, for five years.",
            "Impôt non perçu sur chaque entreprise créée pendant la mesure, durant cinq ans.",
        )
        .assumed("order of magnitude of a ZRR exemption"),
)];
