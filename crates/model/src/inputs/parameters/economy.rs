//! Regional accounts and proximity jobs.

use super::Key;
use super::row::{Row, Unit};

const NATIONAL: &str = "order of magnitude of Insee national figures; no territorial account exists";

const fn income(
    key: Key,
    name: &'static str,
    default: f64,
    en: &'static str,
    fr: &'static str,
) -> (Key, Row) {
    let row = Row::assumption(name, Unit::EurPerYear, [default, 0.0, 100_000.0]);
    (key, row.means(en, fr).assumed(NATIONAL))
}

pub(super) const ECONOMY: &[(Key, Row)] = &[
    (
        Key::LocalSpending,
        Row::assumption("economy.local_spending_share", Unit::Share, [0.375, 0.0, 0.55])
            .off(0.0)
            .means(
                "s of Y = B / (1 - s): part of any income spent again and kept in the territory.",
                "s de Y = B / (1 - s) : part de tout revenu redépensée et gardée dans le territoire.",
            )
            .assumed("local multiplier .6; the literature holds 0 (Italy) to 1.25 (France)"),
    ),
    (
        Key::ValueAdded,
        Row::assumption("economy.value_added_share", Unit::Share, [0.45, 0.2, 1.0])
            .means("Value added in turnover.", "Valeur ajoutée dans le chiffre d'affaires.")
            .assumed("model 4.2; from .2 on, the least of trade, so that purchases that circulate among suppliers here add up to 4 times own sales at most"),
    ),
    income(
        Key::FarmIncome,
        "economy.farm_value_added_eur_per_year",
        24_000.0,
        "Value added of a farmer, subsidies included.",
        "Valeur ajoutée d'un agriculteur, aides comprises.",
    ),
    income(
        Key::ProductiveWage,
        "economy.productive_wage_eur_per_year",
        25_000.0,
        "Income of a productive employee.",
        "Revenu d'un salarié productif.",
    ),
    income(
        Key::CommuterWage,
        "economy.commuter_wage_eur_per_year",
        24_000.0,
        "Income of a resident who works in another territory.",
        "Revenu d'un habitant qui travaille dans un autre territoire.",
    ),
    income(
        Key::RemoteWage,
        "economy.remote_wage_eur_per_year",
        30_000.0,
        "Income of a remote employee.",
        "Revenu d'un salarié à distance.",
    ),
    income(
        Key::Pension,
        "economy.pension_eur_per_year",
        17_500.0,
        "Pension of a retired resident.",
        "Pension d'un habitant retraité.",
    ),
    income(
        Key::SecondHome,
        "economy.second_home_spending_eur_per_year",
        4_000.0,
        "Spending brought by a second home, tourism included.",
        "Dépenses apportées par une résidence secondaire, tourisme compris.",
    ),
    income(
        Key::PublicWage,
        "economy.public_wage_eur_per_year",
        26_000.0,
        "Income of a public employee.",
        "Revenu d'un agent public.",
    ),
    income(
        Key::UnemployedBenefit,
        "economy.unemployed_benefit_eur_per_year",
        11_000.0,
        "Transfers to an unemployed resident.",
        "Transferts à un habitant au chômage.",
    ),
    income(
        Key::InactiveBenefit,
        "economy.inactive_benefit_eur_per_year",
        5_000.0,
        "Transfers to another resident without work.",
        "Transferts à un autre habitant sans emploi.",
    ),
    income(
        Key::ChildBenefit,
        "economy.child_benefit_eur_per_year",
        1_500.0,
        "Family transfers for one child.",
        "Transferts familiaux par enfant.",
    ),
    income(
        Key::HealthTransfer,
        "economy.health_transfer_eur_per_year",
        1_500.0,
        "Health and care transfers for one inhabitant.",
        "Transferts de santé et de soins par habitant.",
    ),
    (
        Key::CommuterShare,
        Row::assumption("economy.commuter_share", Unit::Share, [0.12, 0.0, 1.0])
            .means(
                "Employees who work in another territory: their income is residential here.",
                "Salariés qui travaillent dans un autre territoire : leur revenu est résidentiel ici.",
            )
            .assumed("active residents and jobs of RP2022 differ by 3 %; gross flows unknown"),
    ),
    (
        Key::ProductiveOutside,
        Row::assumption("economy.productive_employer_outside_sales_share", Unit::Share, [0.7, 0.0, 1.0])
            .means(
                "Sales outside the territory of farms and productive employers.",
                "Part des ventes hors du territoire des exploitations et des employeurs productifs.",
            )
            .assumed("no measure"),
    ),
    (
        Key::ProductiveLinkage,
        Row::assumption("economy.productive_employer_linkage_share", Unit::Share, [0.4, 0.0, 1.0])
            .means(
                "Purchases, partners and hires found in the territory, farms and productive employers.",
                "Achats, partenaires et embauches trouvés dans le territoire, exploitations et employeurs productifs.",
            )
            .assumed("no measure"),
    ),
    (
        Key::ProximityExponent,
        Row::assumption("economy.proximity_job_size_strength", Unit::Strength, [0.15, 0.0, 1.0])
            .off(0.0)
            .means(
                "Exponent by which proximity jobs for one inhabitant grow with the population of the commune.",
                "Exposant selon lequel les emplois de proximité par habitant croissent avec la population de la commune.",
            )
            .sourced("Lenormand, Huet, Deffuant 2012: fewer in small communes; size assumed"),
    ),
];
