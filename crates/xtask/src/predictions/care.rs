//! `two-small-communes-in-care`: a made-up territory in which two persons live in a care home, both in the first of two
//! communes of 203 inhabitants.

use hameau_model::inputs::scenario::Memory;

/// The scenario, by the name of its file.
pub const SCENARIO: &str = "two-small-communes.toml";

const POLICY: &str = "name = \"two-small-communes\"\nterritory = \"two-communes.toml\"\n";

const TERRITORY: &str = "name = \"two-communes\"\ntitle = { en = \"Two small communes\", fr = \"Deux petites communes\" }\n\
                         communes = \"two-communes.csv\"\ncensus_year = 2022\nperiod_years = 6\nsource = \"made up\"\n";

/// Eighteen people of 75 to 89 years and two older ones: two in care by the shares of people of their ages who are. Only in
/// the first commune do more people die and arrive than elsewhere, which is how care homes are found.
const COMMUNES: &str = "code,name,latitude_degrees,longitude_degrees,area_km2,population_before,population,births,deaths,\
    net_migration,age_0_14,age_15_29,age_30_44,age_45_59,age_60_74,age_75_89,age_90_plus,households,dwellings,main_homes,\
    second_homes,vacant_homes,jobs,salaried_jobs,active_15_64,unemployed_15_64,estab_agriculture,estab_industry,\
    estab_construction,estab_trade_services,estab_public_health,firm_creations_per_year\n\
    S0001,Amont,45.10,2.90,20,205,203,8,22,12,28,26,36,48,55,9,1,100,150,100,35,15,60,40,90,6,2,1,2,5,1,0.5\n\
    S0002,Aval,45.15,2.95,20,211,203,8,12,-4,28,26,36,48,55,9,1,100,150,100,35,15,60,40,90,6,2,1,2,5,1,0.5\n";

/// What the scenario is read from.
pub fn files() -> Memory {
    Memory::default()
        .with(SCENARIO, POLICY)
        .with("two-communes.toml", TERRITORY)
        .with("two-communes.csv", COMMUNES)
}
