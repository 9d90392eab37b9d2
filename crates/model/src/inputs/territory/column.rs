//! The columns of the facts of communes: name, allowed range, meaning, and the field that each one fills.

use super::Commune;

/// A column of numbers. `code` and `name`, which are texts, come before them.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in the header; ends with its unit where it is not a count.
    pub name: &'static str,
    /// Smallest allowed value.
    pub low: f64,
    /// Largest allowed value.
    pub high: f64,
    /// Meaning, in English and in French.
    pub means: (&'static str, &'static str),
    /// Reads the field.
    pub get: fn(&Commune) -> f64,
    /// Fills the field.
    pub put: fn(&mut Commune, f64),
}

/// Nobody counts more than this in a commune.
pub(super) const MOST: f64 = 1e7;

/// The columns of numbers, in the order of the reference file; files may order them otherwise.
pub const COLUMNS: [Column; 30] = [
    Column {
        low: -90.0,
        high: 90.0,
        ..count(
            "latitude_degrees",
            ("Latitude of the town.", "Latitude du bourg."),
            |c| c.point.0,
            |c, x| c.point.0 = x,
        )
    },
    Column {
        low: -180.0,
        high: 180.0,
        ..count(
            "longitude_degrees",
            ("Longitude of the town.", "Longitude du bourg."),
            |c| c.point.1,
            |c, x| c.point.1 = x,
        )
    },
    Column {
        low: 1e-3,
        ..count("area_km2", ("Area.", "Superficie."), |c| c.area_km2, |c, x| c.area_km2 = x)
    },
    count(
        "population_before",
        (
            "Inhabitants, `period_years` before the census year.",
            "Habitants, `period_years` ans avant l'année du recensement.",
        ),
        |c| c.population_before,
        |c, x| c.population_before = x,
    ),
    count(
        "population",
        ("Inhabitants, census year.", "Habitants, année du recensement."),
        |c| c.population,
        |c, x| c.population = x,
    ),
    count(
        "births",
        ("Births over the period.", "Naissances sur la période."),
        |c| c.births,
        |c, x| c.births = x,
    ),
    count("deaths", ("Deaths over the period.", "Décès sur la période."), |c| c.deaths, |c, x| c.deaths = x),
    Column {
        low: -MOST,
        ..count(
            "net_migration",
            (
                "Change of population less births plus deaths.",
                "Variation de population, moins les naissances, plus les décès.",
            ),
            |c| c.net_migration,
            |c, x| c.net_migration = x,
        )
    },
    count(
        "age_0_14",
        ("Inhabitants aged 0 to 14.", "Habitants de 0 à 14 ans."),
        |c| c.ages[0],
        |c, x| c.ages[0] = x,
    ),
    count(
        "age_15_29",
        ("Inhabitants aged 15 to 29.", "Habitants de 15 à 29 ans."),
        |c| c.ages[1],
        |c, x| c.ages[1] = x,
    ),
    count(
        "age_30_44",
        ("Inhabitants aged 30 to 44.", "Habitants de 30 à 44 ans."),
        |c| c.ages[2],
        |c, x| c.ages[2] = x,
    ),
    count(
        "age_45_59",
        ("Inhabitants aged 45 to 59.", "Habitants de 45 à 59 ans."),
        |c| c.ages[3],
        |c, x| c.ages[3] = x,
    ),
    count(
        "age_60_74",
        ("Inhabitants aged 60 to 74.", "Habitants de 60 à 74 ans."),
        |c| c.ages[4],
        |c, x| c.ages[4] = x,
    ),
    count(
        "age_75_89",
        ("Inhabitants aged 75 to 89.", "Habitants de 75 à 89 ans."),
        |c| c.ages[5],
        |c, x| c.ages[5] = x,
    ),
    count(
        "age_90_plus",
        ("Inhabitants aged 90 and more.", "Habitants de 90 ans et plus."),
        |c| c.ages[6],
        |c, x| c.ages[6] = x,
    ),
    count("households", ("Households.", "Ménages."), |c| c.households, |c, x| c.households = x),
    count(
        "dwellings",
        ("Homes of every use.", "Logements de tout usage."),
        |c| c.dwellings,
        |c, x| c.dwellings = x,
    ),
    count(
        "main_homes",
        ("Homes lived in all year.", "Résidences principales."),
        |c| c.main_homes,
        |c, x| c.main_homes = x,
    ),
    count(
        "second_homes",
        ("Second and occasional homes.", "Résidences secondaires et logements occasionnels."),
        |c| c.second_homes,
        |c, x| c.second_homes = x,
    ),
    count(
        "vacant_homes",
        ("Vacant homes.", "Logements vacants."),
        |c| c.vacant_homes,
        |c, x| c.vacant_homes = x,
    ),
    count(
        "jobs",
        (
            "Jobs at the workplace, self-employed included.",
            "Emplois au lieu de travail, indépendants compris.",
        ),
        |c| c.jobs,
        |c, x| c.jobs = x,
    ),
    count(
        "salaried_jobs",
        ("Salaried jobs at the workplace.", "Emplois salariés au lieu de travail."),
        |c| c.salaried_jobs,
        |c, x| c.salaried_jobs = x,
    ),
    count(
        "active_15_64",
        (
            "Residents aged 15 to 64 with a job or looking for one.",
            "Habitants de 15 à 64 ans ayant un emploi ou en cherchant un.",
        ),
        |c| c.active_15_64,
        |c, x| c.active_15_64 = x,
    ),
    count(
        "unemployed_15_64",
        ("Residents aged 15 to 64 looking for a job.", "Habitants de 15 à 64 ans cherchant un emploi."),
        |c| c.unemployed_15_64,
        |c, x| c.unemployed_15_64 = x,
    ),
    count(
        "estab_agriculture",
        ("Establishments, farming.", "Établissements, agriculture."),
        |c| c.establishments[0],
        |c, x| c.establishments[0] = x,
    ),
    count(
        "estab_industry",
        ("Establishments, industry.", "Établissements, industrie."),
        |c| c.establishments[1],
        |c, x| c.establishments[1] = x,
    ),
    count(
        "estab_construction",
        ("Establishments, construction.", "Établissements, construction."),
        |c| c.establishments[2],
        |c, x| c.establishments[2] = x,
    ),
    count(
        "estab_trade_services",
        (
            "Establishments, trade, transport and services.",
            "Établissements, commerce, transports et services.",
        ),
        |c| c.establishments[3],
        |c, x| c.establishments[3] = x,
    ),
    count(
        "estab_public_health",
        (
            "Establishments, administration, school, health and social care.",
            "Établissements, administration, enseignement, santé et action sociale.",
        ),
        |c| c.establishments[4],
        |c, x| c.establishments[4] = x,
    ),
    count(
        "firm_creations_per_year",
        (
            "Firms created in a year, mean of the last years known.",
            "Entreprises créées par an, moyenne des dernières années connues.",
        ),
        |c| c.firm_creations_per_year,
        |c, x| c.firm_creations_per_year = x,
    ),
];

const fn count(
    name: &'static str,
    means: (&'static str, &'static str),
    get: fn(&Commune) -> f64,
    put: fn(&mut Commune, f64),
) -> Column {
    Column { name, low: 0.0, high: MOST, means, get, put }
}

/// The position of a column by its name.
pub(super) fn position(name: &str) -> Option<usize> {
    COLUMNS.iter().position(|column| column.name == name)
}
