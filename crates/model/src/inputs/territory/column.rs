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
    /// Meaning.
    pub means: &'static str,
    /// Reads the field.
    pub get: fn(&Commune) -> f64,
    /// Fills the field.
    pub put: fn(&mut Commune, f64),
}

/// Nobody counts more than this in a commune.
const MOST: f64 = 1e7;

/// The columns of numbers, in the order of the reference file; files may order them otherwise.
pub const COLUMNS: [Column; 30] = [
    Column {
        low: -90.0,
        high: 90.0,
        ..count("latitude_degrees", "Latitude of the town.", |c| c.point.0, |c, x| c.point.0 = x)
    },
    Column {
        low: -180.0,
        high: 180.0,
        ..count("longitude_degrees", "Longitude of the town.", |c| c.point.1, |c, x| c.point.1 = x)
    },
    Column { low: 1e-3, ..count("area_km2", "Area.", |c| c.area_km2, |c, x| c.area_km2 = x) },
    count(
        "population_before",
        "Inhabitants, `period_years` before the census year.",
        |c| c.population_before,
        |c, x| c.population_before = x,
    ),
    count("population", "Inhabitants, census year.", |c| c.population, |c, x| c.population = x),
    count("births", "Births over the period.", |c| c.births, |c, x| c.births = x),
    count("deaths", "Deaths over the period.", |c| c.deaths, |c, x| c.deaths = x),
    Column {
        low: -MOST,
        ..count(
            "net_migration",
            "Change of population less births plus deaths.",
            |c| c.net_migration,
            |c, x| c.net_migration = x,
        )
    },
    count("age_0_14", "Inhabitants aged 0 to 14.", |c| c.ages[0], |c, x| c.ages[0] = x),
    count("age_15_29", "Inhabitants aged 15 to 29.", |c| c.ages[1], |c, x| c.ages[1] = x),
    count("age_30_44", "Inhabitants aged 30 to 44.", |c| c.ages[2], |c, x| c.ages[2] = x),
    count("age_45_59", "Inhabitants aged 45 to 59.", |c| c.ages[3], |c, x| c.ages[3] = x),
    count("age_60_74", "Inhabitants aged 60 to 74.", |c| c.ages[4], |c, x| c.ages[4] = x),
    count("age_75_89", "Inhabitants aged 75 to 89.", |c| c.ages[5], |c, x| c.ages[5] = x),
    count("age_90_plus", "Inhabitants aged 90 and more.", |c| c.ages[6], |c, x| c.ages[6] = x),
    count("households", "Households.", |c| c.households, |c, x| c.households = x),
    count("dwellings", "Homes of every use.", |c| c.dwellings, |c, x| c.dwellings = x),
    count("main_homes", "Homes lived in all year.", |c| c.main_homes, |c, x| c.main_homes = x),
    count("second_homes", "Second and occasional homes.", |c| c.second_homes, |c, x| c.second_homes = x),
    count("vacant_homes", "Vacant homes.", |c| c.vacant_homes, |c, x| c.vacant_homes = x),
    count("jobs", "Jobs at the workplace, self-employed included.", |c| c.jobs, |c, x| c.jobs = x),
    count(
        "salaried_jobs",
        "Salaried jobs at the workplace.",
        |c| c.salaried_jobs,
        |c, x| c.salaried_jobs = x,
    ),
    count(
        "active_15_64",
        "Residents aged 15 to 64 with a job or looking for one.",
        |c| c.active_15_64,
        |c, x| c.active_15_64 = x,
    ),
    count(
        "unemployed_15_64",
        "Residents aged 15 to 64 looking for a job.",
        |c| c.unemployed_15_64,
        |c, x| c.unemployed_15_64 = x,
    ),
    count(
        "estab_agriculture",
        "Establishments, farming.",
        |c| c.establishments[0],
        |c, x| c.establishments[0] = x,
    ),
    count(
        "estab_industry",
        "Establishments, industry.",
        |c| c.establishments[1],
        |c, x| c.establishments[1] = x,
    ),
    count(
        "estab_construction",
        "Establishments, construction.",
        |c| c.establishments[2],
        |c, x| c.establishments[2] = x,
    ),
    count(
        "estab_trade_services",
        "Establishments, trade, transport and services.",
        |c| c.establishments[3],
        |c, x| c.establishments[3] = x,
    ),
    count(
        "estab_public_health",
        "Establishments, administration, school, health and social care.",
        |c| c.establishments[4],
        |c, x| c.establishments[4] = x,
    ),
    count(
        "firm_creations_per_year",
        "Firms created in a year, mean of the last years known.",
        |c| c.firm_creations_per_year,
        |c, x| c.firm_creations_per_year = x,
    ),
];

const fn count(
    name: &'static str,
    means: &'static str,
    get: fn(&Commune) -> f64,
    put: fn(&mut Commune, f64),
) -> Column {
    Column { name, low: 0.0, high: MOST, means, get, put }
}

/// The position of a column by its name.
pub(super) fn position(name: &str) -> Option<usize> {
    COLUMNS.iter().position(|column| column.name == name)
}
