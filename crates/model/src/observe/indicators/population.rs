//! Population: how many, of which origin and age, who comes, goes and stays.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, Group, PEOPLE, Theme};
use super::unit::Measure;

const CENSUS: &str = "Insee RP2022";
const VITAL: &str = "Insee, état civil; model 4.1";
const MOVES: &str = "Insee, residential migrations; model 4.1";
const ONE_IN_500: &str = "about one inhabitant in five hundred of the reference: a school class";
const FIVE_A_YEAR: &str = "five a year, fifty in ten years: a hamlet";
const EVERY_GROUP: &[Group] = &[Group::Commune, Group::Origin, Group::Cohort];

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Population, id, unit, aggregation)
}

const fn stock(id: &'static str) -> Entry {
    row(id, Measure::Persons, Aggregation::Last).source(CENSUS)
}

const fn flow(id: &'static str) -> Entry {
    row(id, Measure::PersonsPerYear, Aggregation::Flow12)
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::Inhabitants,
        stock("inhabitants_persons")
            .label("Inhabitants", "Habitants")
            .means("Adults and children who live in the territory.", "Adultes et enfants qui vivent dans le territoire.")
            .formula("adults + children at the end of the month")
            .better(Better::Higher, 25.0, ONE_IN_500)
            .headline(),
    ),
    (
        Indicator::Adults,
        stock("adults_persons")
            .label("Adults", "Adultes")
            .means("Inhabitants of 18 years and more.", "Habitants de 18 ans et plus.")
            .formula("residents of 18 and more at the end of the month")
            .better(Better::Higher, 20.0, ONE_IN_500)
            .by(EVERY_GROUP)
            .by(PEOPLE),
    ),
    (
        Indicator::Children,
        stock("children_persons")
            .label("Children", "Enfants")
            .means("Inhabitants under 18 years.", "Habitants de moins de 18 ans.")
            .formula("children of 0 to 17 at the end of the month")
            .better(Better::Higher, 10.0, "ten children keep a class open"),
    ),
    (
        Indicator::NewcomersShare,
        row("newcomers_share", Measure::Share, Aggregation::Last)
            .label("Newcomers among adults", "Néo-habitants parmi les adultes")
            .means("Share of adults who are newcomers.", "Part des adultes qui sont des néo-habitants.")
            .formula("w = newcomers / adults; undefined without an adult")
            .better(Better::Neither, 0.01, "one adult in a hundred")
            .decimals(3)
            .source("model 2")
            .by(PEOPLE),
    ),
    (
        Indicator::Newcomers,
        stock("newcomers_persons")
            .label("Newcomers", "Néo-habitants")
            .means(
                "Adults who came from elsewhere without a former tie to the territory, however long ago.",
                "Adultes venus d'ailleurs sans attache locale, quelle que soit l'année de leur arrivée.",
            )
            .formula("adults whose origin is newcomer")
            .better(Better::Neither, 20.0, ONE_IN_500)
            .by(PEOPLE),
    ),
    (
        Indicator::Locals,
        stock("locals_persons")
            .label("Locals", "Habitants de longue date")
            .means(
                "Adults who grew up in the territory or had a tie to it already, those who came back included.",
                "Adultes qui ont grandi dans le territoire ou y avaient déjà une attache, y compris ceux qui y sont revenus.",
            )
            .formula("adults whose origin is local")
            .better(Better::Neither, 20.0, ONE_IN_500)
            .by(PEOPLE),
    ),
    (
        Indicator::Adults18To39,
        stock("adults_18_to_39_persons")
            .label("Adults of 18 to 39", "Adultes de 18 à 39 ans")
            .means("Inhabitants of 18 to 39 years.", "Habitants de 18 à 39 ans.")
            .formula("residents of 18 to 39 at the end of the month")
            .better(Better::Higher, 10.0, "ten young adults, five homes")
            .by(EVERY_GROUP)
            .by(PEOPLE),
    ),
    (
        Indicator::Adults40To64,
        stock("adults_40_to_64_persons")
            .label("Adults of 40 to 64", "Adultes de 40 à 64 ans")
            .means("Inhabitants of 40 to 64 years.", "Habitants de 40 à 64 ans.")
            .formula("residents of 40 to 64 at the end of the month")
            .better(Better::Neither, 20.0, ONE_IN_500)
            .by(EVERY_GROUP)
            .by(PEOPLE),
    ),
    (
        Indicator::Adults65Plus,
        stock("adults_65_plus_persons")
            .label("Adults of 65 and more", "Adultes de 65 ans et plus")
            .means("Inhabitants of 65 years and more.", "Habitants de 65 ans et plus.")
            .formula("residents of 65 and more at the end of the month")
            .better(Better::Neither, 20.0, ONE_IN_500)
            .by(EVERY_GROUP)
            .by(PEOPLE),
    ),
    (
        Indicator::Births,
        flow("births_persons_per_year")
            .label("Births", "Naissances")
            .means("Children born in a year.", "Enfants nés en un an.")
            .formula("births over 12 months")
            .better(Better::Higher, 2.0, "two births in seventy a year")
            .source(VITAL),
    ),
    (
        Indicator::Deaths,
        flow("deaths_persons_per_year")
            .label("Deaths", "Décès")
            .means("Residents who died in a year.", "Habitants décédés en un an.")
            .formula("deaths over 12 months")
            .better(Better::Neither, 5.0, "five in about 219 a year")
            .source(VITAL),
    ),
    (
        Indicator::Arrivals,
        flow("arrivals_persons_per_year")
            .label("Arrivals", "Arrivées")
            .means(
                "Persons, children included, who came to live here in a year.",
                "Personnes, enfants compris, venues vivre ici en un an.",
            )
            .formula("adults and children arrived over 12 months, programme and care homes included")
            .better(Better::Higher, 5.0, FIVE_A_YEAR)
            .source(MOVES),
    ),
    (
        Indicator::ArrivalsNewcomers,
        flow("arrivals_newcomers_persons_per_year")
            .label("Arrivals of newcomers", "Arrivées sans attache locale")
            .means(
                "Adult newcomers who came to live here in a year.",
                "Néo-habitants adultes installés ici en un an.",
            )
            .formula("adults of origin newcomer arrived over 12 months, programme included")
            .better(Better::Higher, 5.0, FIVE_A_YEAR)
            .source(MOVES),
    ),
    (
        Indicator::Departures,
        flow("departures_persons_per_year")
            .label("Departures", "Départs")
            .means(
                "Persons, children included, who left the territory in a year.",
                "Personnes, enfants compris, qui ont quitté le territoire en un an.",
            )
            .formula("adults and children gone over 12 months, deaths left out")
            .better(Better::Lower, 5.0, FIVE_A_YEAR)
            .source(MOVES),
    ),
    (
        Indicator::NaturalBalance,
        row("natural_balance_percent_per_year", Measure::PercentPerYear, Aggregation::Flow12)
            .label("Natural balance", "Solde naturel")
            .means(
                "Births less deaths, in percent of the inhabitants.",
                "Naissances moins décès, en pour cent des habitants.",
            )
            .formula("100 x (births - deaths over 12 months) / mean inhabitants of the 12 months; undefined without one")
            .better(Better::Higher, 0.05, "six persons a year in the reference")
            .source("pattern P1: about -1.3 % a year, Insee 2016-22"),
    ),
    (
        Indicator::NetMigration,
        row("net_migration_percent_per_year", Measure::PercentPerYear, Aggregation::Flow12)
            .label("Net migration", "Solde migratoire")
            .means(
                "Arrivals less departures, in percent of the inhabitants.",
                "Arrivées moins départs, en pour cent des habitants.",
            )
            .formula(
                "100 x (arrivals - departures over 12 months) / mean inhabitants of the 12 months; undefined without one",
            )
            .better(Better::Higher, 0.05, "six persons a year in the reference")
            .source("pattern P1: +.4 to +.7 % a year, Insee 2016-22"),
    ),
    (
        Indicator::NewcomersRetained,
        row("newcomers_retained_5_years_share", Measure::Share, Aggregation::Last)
            .label("Newcomers still here after 5 years", "Néo-habitants restés 5 ans")
            .means(
                "Of the newcomers who arrived five to six years ago, the share that still lives here.",
                "Part des néo-habitants installés il y a cinq à six ans qui vivent encore ici.",
            )
            .formula(
                "newcomers arrived 60 to 71 months ago who stayed 60 months or more / newcomers arrived 60 to 71 months \
                 ago, the dead left out of both; undefined when none arrived then or before 72 months of simulation",
            )
            .better(Better::Higher, 0.02, "one newcomer in fifty")
            .source("cohorts, not stayers: model 9"),
    ),
    (
        Indicator::ProgrammeArrivals,
        row("programme_arrivals_persons", Measure::Persons, Aggregation::Cumulative)
            .label("Persons brought by the programme", "Personnes venues par le programme")
            .means(
                "Persons, children included, whom the programme brought since the start; gross, not additional.",
                "Personnes, enfants compris, venues par le programme depuis le début ; brut, non additionnel.",
            )
            .formula("programme arrivals since the first month, adults and children")
            .better(Better::Higher, 5.0, "two families")
            .source("pattern P3: 52-54 by 2013, 88 by March 2017"),
    ),
];
