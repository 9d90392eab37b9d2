//! The people who are there at the start: what the census does not say about them.

use super::Key;
use super::row::{Kind, Row, Unit};

pub(super) const INITIAL: &[(Key, Row)] = &[
    (
        Key::NewcomerShare,
        Row::assumption("initial.newcomer_share", Unit::Share, [0.15, 0.10, 0.20])
            .means(
                "Newcomers among adults; none of them lives in a care home.",
                "Part des néo-habitants parmi les adultes ; aucun ne vit en maison de retraite.",
            )
            .assumed("model 2: no source counts them; the range frames the conclusions"),
    ),
    (
        Key::NewcomerTenure,
        Row::assumption("initial.newcomer_mean_tenure_years", Unit::Years, [26.0, 2.0, 40.0])
            .means(
                "Mean years since newcomers arrived (exponential, cut at their age).",
                "Ancienneté moyenne des néo-habitants (exponentielle, bornée par leur âge).",
            )
            .calibrated("as many here for ten years at the start as after fifteen: else ties drift"),
    ),
    (
        Key::NewcomerAgeing,
        Row::assumption("initial.newcomer_odds_per_decade_of_age_ratio", Unit::Ratio, [0.8, 0.5, 1.0])
            .off(1.0)
            .means(
                "Weight of being a newcomer, for each ten years of age more.",
                "Poids d'être néo-habitant, pour dix ans d'âge de plus.",
            )
            .assumed("model 4.1: newcomers are younger than locals"),
    ),
    (
        Key::NewcomerFarmer,
        Row::assumption("initial.newcomer_to_local_farmer_odds_ratio", Unit::Ratio, [0.3, 0.05, 1.0])
            .off(1.0)
            .means(
                "Weight of a newcomer among the candidates to farm, against a local.",
                "Poids d'un néo-habitant parmi les agriculteurs possibles, face à un habitant de longue date.",
            )
            .assumed("farms pass mostly within families"),
    ),
    (
        Key::NewcomerEntrepreneur,
        Row::assumption("initial.newcomer_to_local_entrepreneur_odds_ratio", Unit::Ratio, [2.0, 1.0, 5.0])
            .off(1.0)
            .means(
                "Weight of a newcomer among the candidates to run an enterprise, against a local.",
                "Poids d'un néo-habitant parmi les entrepreneurs possibles, face à un habitant de longue date.",
            )
            .assumed("Bosworth 2010: rural in-migrants start more enterprises"),
    ),
    (
        Key::NewcomerRemote,
        Row::assumption("initial.newcomer_to_local_remote_odds_ratio", Unit::Ratio, [4.0, 1.0, 10.0])
            .off(1.0)
            .means(
                "Weight of a newcomer among the candidates to work remotely, against a local.",
                "Poids d'un néo-habitant parmi les télétravailleurs possibles, face à un habitant de longue date.",
            )
            .assumed("a remote job is most often brought along; strength unknown"),
    ),
    (
        Key::YouthShare,
        Row::assumption("initial.aged_15_17_among_15_29_share", Unit::Share, [0.25, 0.15, 0.40])
            .off(0.2)
            .means(
                "Children aged 15 to 17 among those aged 15 to 29; 0.2 spreads them evenly.",
                "Enfants de 15 à 17 ans parmi les 15 à 29 ans ; 0,2 les répartit uniformément.",
            )
            .assumed("more than 3 years in 15, since students leave at 18"),
    ),
    (
        Key::AgeBeyond90,
        Row::assumption("initial.mean_age_beyond_90_years", Unit::Years, [3.5, 2.0, 6.0])
            .means(
                "Mean years beyond 90 of those aged 90 and more (exponential, cut at 110).",
                "Années moyennes au-delà de 90 ans des 90 ans et plus (exponentielle, bornée à 110).",
            )
            .assumed("about one in four aged 90 and more is 95 or more"),
    ),
    (
        Key::ActivityYoung,
        Row::assumption("initial.active_18_24_to_25_54_odds_ratio", Unit::Ratio, [0.15, 0.02, 1.0])
            .off(1.0)
            .means(
                "Weight of those aged 18 to 24 among the active, against 25 to 54.",
                "Poids des 18 à 24 ans parmi les actifs, face aux 25 à 54 ans.",
            )
            .assumed("students; the count of the active itself is the census's"),
    ),
    (
        Key::ActivityFifties,
        Row::assumption("initial.active_55_59_to_25_54_odds_ratio", Unit::Ratio, [0.35, 0.05, 1.0])
            .off(1.0)
            .means(
                "Weight of those aged 55 to 59 among the active, against 25 to 54.",
                "Poids des 55 à 59 ans parmi les actifs, face aux 25 à 54 ans.",
            )
            .assumed("about 80 % active against 90 %"),
    ),
    (
        Key::ActivitySixties,
        Row::assumption("initial.active_60_64_to_25_54_odds_ratio", Unit::Ratio, [0.05, 0.01, 1.0])
            .off(1.0)
            .means(
                "Weight of those aged 60 to 64 among the active, against 25 to 54.",
                "Poids des 60 à 64 ans parmi les actifs, face aux 25 à 54 ans.",
            )
            .assumed("about 40 % active against 90 %"),
    ),
    (
        Key::FarmerShare,
        Row::assumption("initial.farmer_among_self_employed_share", Unit::Share, [0.5, 0.2, 0.8])
            .means(
                "Farmers among the self-employed (jobs less salaried jobs); the others are entrepreneurs.",
                "Agriculteurs parmi les non-salariés (emplois moins emplois salariés) ; les autres sont entrepreneurs.",
            )
            .assumed("about 0.8 farmer per km2, then fewer than farms of the department per km2"),
    ),
    (
        Key::RemoteShare,
        Row::assumption("initial.remote_among_employees_share", Unit::Share, [0.03, 0.0, 0.15])
            .off(0.0)
            .means(
                "Resident employees who work remotely for an employer outside.",
                "Salariés résidents qui télétravaillent pour un employeur extérieur.",
            )
            .assumed("no local count; a few dozen regulars of the telecentres in 2010"),
    ),
    (
        Key::PublicShare,
        Row::assumption("initial.public_among_other_employees_share", Unit::Share, [0.36, 0.20, 0.50])
            .means(
                "Public, school, health and care employees among those who do not work remotely.",
                "Salariés du public, de l'école, de la santé et du soin parmi ceux qui ne télétravaillent pas.",
            )
            .assumed("hospital, schools and care homes are the first employers"),
    ),
    (
        Key::ProductiveEmployees,
        Row::assumption("initial.productive_among_other_employees_share", Unit::Share, [0.27, 0.10, 0.50])
            .means(
                "Productive employees among those who do not work remotely; the rest serves residents.",
                "Salariés productifs parmi ceux qui ne télétravaillent pas ; le reste sert les résidents.",
            )
            .assumed("farm supply, mill, diatomite, works contractors"),
    ),
    (
        Key::WorkplaceSmoothing,
        Row::assumption(
            "initial.establishments_of_the_whole_territory_in_reach_count",
            Unit::Count,
            [20.0, 1.0, 10_000.0],
        )
        .off(10_000.0)
        .means(
            "Establishments with the territory's mix added to a commune's own, since people commute; many: same mix.",
            "Établissements de composition moyenne ajoutés à ceux de la commune, car on navette ; beaucoup : même composition.",
        )
        .assumed("a mid-sized commune has about 15 establishments"),
    ),
    (
        Key::CareHomeOld,
        Row::assumption("initial.care_home_75_89_share", Unit::Share, [0.065, 0.0, 0.2])
            .off(0.0)
            .means(
                "People aged 75 to 89 who live in a care home.",
                "Part des 75 à 89 ans qui vivent en maison de retraite.",
            )
            .assumed("about one in ten aged 75 and more in France (DREES, EHPA surveys)"),
    ),
    (
        Key::CareHomeOldest,
        Row::assumption("initial.care_home_90_plus_share", Unit::Share, [0.33, 0.0, 0.7])
            .off(0.0)
            .means(
                "People aged 90 and more who live in a care home.",
                "Part des 90 ans et plus qui vivent en maison de retraite.",
            )
            .assumed("about one in three in France (DREES, EHPA surveys)"),
    ),
    (
        Key::LocalPresence,
        Row::assumption("initial.local_mean_presence_years", Unit::Years, [24.0, 5.0, 100.0])
            .means(
                "Mean years since locals came, came back, or turned 18 here (exponential, cut at 18 years of age).",
                "Années moyennes depuis que les habitants de longue date sont venus, revenus, ou ont eu 18 ans ici (exponentielle, \
                 bornée à l'âge de 18 ans).",
            )
            .calibrated("drift: as many strong ties after fifteen years as at the start"),
    ),
    (
        Key::RememberedYears,
        Row::constant("initial.remembered_contact_years", Unit::Years, [45.0, 0.0, 80.0])
            .of(Kind::Integer)
            .means(
                "Years before the first month whose encounters between people now present are simulated, so that ties stand as they \
                 last; 0 lets a territory of strangers begin.",
                "Années précédant le premier mois dont on simule les rencontres entre personnes présentes, pour que les liens soient \
                 dans leur état durable ; 0 fait commencer un territoire d'inconnus.",
            )
            .assumed("of the ties of people who stay, fewer than one in a hundred is older"),
    ),
    (
        Key::BurnIn,
        Row::constant("initial.burn_in_months", Unit::Months, [24.0, 0.0, 240.0])
            .of(Kind::Integer)
            .means(
                "Last months of these in which people also help each other, so that beliefs settle, and fresh ties are followed too.",
                "Derniers de ces mois où l'on s'entraide aussi, pour que les croyances s'établissent, et où l'on suit les liens récents.",
            )
            .assumed("a tie that nobody takes up again lasts eight months"),
    ),
];
