//! Births, deaths, departures and arrivals.

use super::Key;
use super::row::{Row, Unit};

pub(super) const POPULATION: &[(Key, Row)] = &[
    (
        Key::MortalityBase,
        Row::constant("population.mortality_base_per_year", Unit::PerYear, [3.0e-4, 0.0, 0.01])
            .means(
                "A of the death hazard A + B e^(C age).",
                "A du risque de décès A + B e^(C âge).",
            )
            .sourced("Gompertz-Makeham shape; Makeham 1860"),
    ),
    (
        Key::MortalitySenescent,
        Row::constant("population.mortality_senescent_per_year", Unit::PerYear, [1.14e-5, 0.0, 1.0e-3])
            .means(
                "B of the death hazard A + B e^(C age): scaled to 1,315 deaths in six years.",
                "B du risque de décès A + B e^(C âge) : calé sur 1 315 décès en six ans.",
            )
            .calibrated("P1: 1,315 deaths in 2016-2021 (Insee); 1.06e-5 to 1.21e-5 give 210 to 229 a year"),
    ),
    (
        Key::MortalityAgeSlope,
        Row::constant("population.mortality_age_slope_per_year", Unit::PerYear, [0.105, 0.0, 0.2])
            .means(
                "C of the death hazard A + B e^(C age).",
                "C du risque de décès A + B e^(C âge).",
            )
            .sourced("Gompertz 1825; usual slope of human mortality"),
    ),
    (
        Key::Births,
        Row::constant(
            "population.births_per_adult_20_to_39_per_year",
            Unit::PerYear,
            [0.0413, 0.0, 0.3],
        )
        .means(
            "Births for one adult aged 20 to 39 and year: 70 a year in the reference.",
            "Naissances pour un adulte de 20 à 39 ans et par an : 70 par an dans la référence.",
        )
        .calibrated("P1: 418 births in 2016-2021 (Insee); .0380 to .0440 give 65 to 75 a year"),
    ),
    (
        Key::DepartureStudents,
        Row::assumption("population.departure_18_to_24_per_year", Unit::PerYear, [0.13, 0.0, 0.4])
            .means(
                "Departure hazard at 18 to 24: studies and first jobs are elsewhere.",
                "Risque de départ de 18 à 24 ans : études et premiers emplois sont ailleurs.",
            )
            .assumed("model 4.1; shape of Insee migration by age"),
    ),
    (
        Key::DepartureAt25,
        Row::assumption("population.departure_at_25_per_year", Unit::PerYear, [0.112, 0.0, 0.4])
            .means(
                "Departure hazard at 25 without any strong tie.",
                "Risque de départ à 25 ans sans aucun lien fort.",
            )
            .calibrated("P1: apparent net migration +.4 to +.7 % a year, met from .113 to .126 with the arrivals that are read"),
    ),
    (
        Key::DepartureDecline,
        Row::assumption("population.departure_age_decline_years", Unit::Years, [30.0, 5.0, 200.0])
            .means(
                "Years of age after 25 that divide the departure hazard by e.",
                "Années d'âge après 25 ans qui divisent par e le risque de départ.",
            )
            .assumed("Rogers, Castro 1981: the labour-force slope flattens with age"),
    ),
    (
        Key::DepartureTies,
        Row::assumption("population.departure_tie_effect_log_odds", Unit::LogOdds, [0.12, 0.0, 0.4])
            .off(0.0)
            .means(
                "Each strong local tie (up to 5) divides the departure hazard by e to this power.",
                "Chaque lien fort local (jusqu'à 5) divise le risque de départ par e à cette puissance.",
            )
            .assumed("direction from studies of retention; size assumed"),
    ),
    (
        Key::DepartureFit,
        Row::assumption("population.departure_fit_effect_log_odds", Unit::LogOdds, [0.4, 0.0, 1.5])
            .off(0.0)
            .means(
                "Full fit in a community divides the departure hazard by e to this power.",
                "Une pleine intégration dans une communauté divise le risque de départ par e à cette puissance.",
            )
            .assumed("size assumed"),
    ),
    (
        Key::DepartureNewcomerRatio,
        Row::assumption("population.departure_newcomer_ratio", Unit::Ratio, [2.0, 1.0, 4.0])
            .off(1.0)
            .means(
                "Departure hazard of recent newcomers over that of the others.",
                "Risque de départ des arrivants récents rapporté à celui des autres.",
            )
            .assumed("model 4.1: doubles in the first five years"),
    ),
    (
        Key::DepartureNewcomerYears,
        Row::assumption("population.departure_newcomer_years", Unit::Years, [5.0, 1.0, 15.0])
            .means(
                "Years after arrival during which a newcomer leaves more easily.",
                "Années après l'arrivée pendant lesquelles un néo-habitant repart plus facilement.",
            )
            .assumed("model 4.1"),
    ),
];

pub(super) const ARRIVALS: &[(Key, Row)] = &[
    (
        Key::ArrivalsGross,
        Row::assumption(
            "arrivals.gross_per_thousand_per_year",
            Unit::PerThousandPerYear,
            // The bassins de vie lie between 13.5 and 110.9; a territory of one commune may lie higher.
            [41.7, 0.0, 200.0],
        )
        .means(
            "Gross arrivals for a thousand inhabitants and year, care homes included, programme apart; a column `arrivals` gives it.",
            "Arrivées brutes pour mille habitants et par an, maisons de retraite comprises, hors programme ; une colonne `arrivals` la donne.",
        )
        .sourced(
            "Insee, residential mobility 2021 (base-flux-mobilite-residentielle-2021), bassins de vie of Murat and Massiac, \
             92 % of the reference, where 38.7 left; 25.7 to 84.5 arrive in 98 % of 1,659 bassins, median 50.6",
        ),
    ),
    (
        Key::ArrivalsNewcomers,
        Row::assumption("arrivals.newcomer_share", Unit::Share, [0.4, 0.0, 1.0])
            .means(
                "Share of arriving adults without any former local tie (newcomers); the others come back or come from nearby.",
                "Part des adultes arrivants sans attache locale (néo-habitants) ; les autres reviennent ou viennent des environs.",
            )
            .assumed("model 4.1: .2-.5; keeps newcomers at 15-20 % of adults over ten years"),
    ),
    (
        Key::ArrivalsHighestRatio,
        Row::constant("arrivals.highest_attraction_ratio", Unit::Ratio, [3.0, 1.0, 20.0])
            .means(
                "Attraction that would bring every candidate, over that of no policy; sets the size of the pool.",
                "Attractivité qui ferait venir tous les candidats, rapportée à celle sans politique ; fixe la taille du vivier.",
            )
            .assumed("wide enough for every shipped policy; exceeding it is a mistake"),
    ),
    (
        Key::ArrivalsChildren,
        Row::assumption("arrivals.children_per_adult_25_to_49_ratio", Unit::Ratio, [0.45, 0.0, 2.0])
            .means(
                "Children who come with an arriving adult aged 25 to 49, on average.",
                "Enfants qui viennent avec un adulte arrivant de 25 à 49 ans, en moyenne.",
            )
            .sourced("promoter: 52 persons of whom 16 schoolchildren (2013)"),
    ),
    (
        Key::ArrivalsMedianAge,
        Row::assumption("arrivals.median_age_years", Unit::Years, [38.0, 20.0, 60.0])
            .means("Median age of arriving adults.", "Âge médian des adultes arrivants.")
            .assumed("younger than residents; Insee migration by age"),
    ),
    (
        Key::ArrivalsAgeSpread,
        Row::assumption("arrivals.age_spread_ratio", Unit::Ratio, [1.4, 1.0, 2.0])
            .means(
                "Ages of two thirds of the arriving adults stand within the median divided or multiplied by this.",
                "L'âge des deux tiers des adultes arrivants tient entre la médiane divisée et multipliée par ce rapport.",
            )
            .assumed("log-normal ages"),
    ),
    (
        Key::ArrivalsEnterprise,
        Row::assumption("arrivals.enterprise_share", Unit::Share, [0.22, 0.0, 1.0])
            .means(
                "Share of working-age arriving newcomers who bring or plan an enterprise.",
                "Part des néo-habitants d'âge actif qui apportent ou projettent une entreprise.",
            )
            .sourced("Bosworth 2010: 15-30 %"),
    ),
    (
        Key::ArrivalsEnterpriseLag,
        Row::assumption("arrivals.enterprise_lag_years", Unit::Years, [2.0, 0.1, 10.0])
            .means(
                "Mean time from arrival to the start of a planned enterprise.",
                "Délai moyen entre l'arrivée et la création de l'entreprise projetée.",
            )
            .assumed("Bosworth 2010; exponential"),
    ),
    (
        Key::ArrivalsRemote,
        Row::assumption("arrivals.remote_employee_share", Unit::Share, [0.08, 0.0, 1.0])
            .means(
                "Share of working-age arriving newcomers who keep a salaried job elsewhere, remotely.",
                "Part des néo-habitants d'âge actif qui gardent un emploi salarié ailleurs, à distance.",
            )
            .assumed("telework after 2020; no local measure"),
    ),
    (
        Key::CareHomeArrivals,
        Row::assumption(
            "arrivals.care_home_per_resident_in_care_per_year",
            Unit::PerYear,
            // 20 and 88 persons a year for the 199 residents in care of the reference.
            [0.1005, 0.0, 0.4422],
        )
        .means(
            "People aged 75 and more who come from outside into a care home, for each resident in care at the start.",
            "Personnes de 75 ans et plus venues d'ailleurs en maison de retraite, pour chaque résident au départ.",
        )
        .assumed(
            "20 a year in the reference, 0 to 88: net migration of four communes with care homes; 199 residents in care",
        ),
    ),
    (
        Key::GatewayEffect,
        Row::assumption("arrivals.gateway_home_effect_share", Unit::Share, [0.01, 0.0, 0.05])
            .off(0.0)
            .means(
                "Attraction added by one gateway home.",
                "Attractivité ajoutée par un logement passerelle.",
            )
            .assumed("no measure; 0 in range"),
    ),
    (
        Key::TaxExemptionEffect,
        Row::assumption("arrivals.tax_exemption_effect_share", Unit::Share, [0.0, 0.0, 0.2])
            .off(0.0)
            .means(
                "Starts of enterprises added by the tax exemption (FRR zones, which replaced the ZRR on 1 July 2024).",
                "Créations d'entreprises ajoutées par l'exonération fiscale (FRR, qui a remplacé les ZRR le 1er juillet 2024).",
            )
            .sourced("Behaghel, Lorenceau, Quantin 2015, on the ZRR: none significant"),
    ),
    (
        Key::ProgrammeAdults,
        Row::constant("arrivals.programme_adult_share", Unit::Share, [0.685, 0.3, 1.0])
            .means(
                "Adults among the persons whom the welcome programme brings.",
                "Part des adultes parmi les personnes amenées par le programme d'accueil.",
            )
            .sourced("promoter: 52-54 persons, about 36 adults; 88 persons, about 61 adults"),
    ),
    (
        Key::ProgrammeEntrepreneurs,
        Row::constant("arrivals.programme_entrepreneur_share", Unit::Share, [0.65, 0.0, 1.0])
            .means(
                "Programme adults who start an enterprise within six months.",
                "Adultes du programme qui créent une entreprise dans les six mois.",
            )
            .sourced("promoter: 43 entrepreneurs for 88 persons; 60-70 %"),
    ),
    (
        Key::ProgrammeLocalSettlement,
        Row::assumption("arrivals.programme_near_place_share", Unit::Share, [0.6, 0.0, 1.0])
            .means(
                "Programme arrivals who settle in the commune of a shared place, when there is one.",
                "Arrivants du programme qui s'installent dans la commune d'un tiers-lieu, s'il y en a un.",
            )
            .assumed("the programme was run from Murat"),
    ),
];
