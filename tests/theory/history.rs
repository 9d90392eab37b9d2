//! Is a start in another year described by the series, and by nothing else?

use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::inputs::territory::{Backcast, COLUMNS, Commune, MOST_YEARS, Territory};
use hameau_model::kernel::portable::pow;
use hameau_model::kernel::random::{CommuneCode, World};
use hameau_model::kernel::units::Month;
use hameau_model::observe::fidelity;
use hameau_model::state::population::Founders;
use proptest::prelude::*;

const TOML: &str = include_str!("../../scenarios/territories/hautes-terres.toml");
const POPULATION: &str = include_str!("../../scenarios/territories/hautes-terres-population.csv");
const AGES: &str = include_str!("../../scenarios/territories/murat-ages.csv");
const WORLD: World = World { seed: 1, replicate: 0 };

/// The reference with other tables of years.
fn read(toml: &str, population: &[u8], ages: &[u8]) -> Result<Territory, Mistakes> {
    Territory::read("territories/hautes-terres.toml", toml, |name| match name {
        "hautes-terres-population.csv" => Ok(population.to_vec()),
        "murat-ages.csv" => Ok(ages.to_vec()),
        name => hameau_model::inputs::library::embedded(&format!("territories/{name}"))
            .map(<[u8]>::to_vec)
            .ok_or(hameau_model::inputs::mistakes::Phrase::NoFile),
    })
}

fn january(year: u32) -> Month {
    Month::new(year, 1)
}

fn then(year: u32) -> Territory {
    Territory::reference().at(january(year)).0.into_owned()
}

fn murat(territory: &Territory) -> &Commune {
    let code = CommuneCode::parse("15138").expect("a code");
    &territory.communes[territory.position(code).expect("there")]
}

fn inhabitants(territory: &Territory) -> f64 {
    territory.total(|commune| commune.population)
}

fn founders(territory: &Territory, start: Month) -> Founders {
    let mut values = Values::default();
    values.set(Key::Start, f64::from(start.index()));
    Founders::draw(territory, &values, WORLD)
}

fn count(founders: &Founders) -> u32 {
    founders.adults.len() as u32 + founders.children.iter().flatten().sum::<u32>()
}

/// With a history or without, in any month of the census year, the same people to the bit.
#[test]
fn the_year_of_the_census_is_unchanged() {
    let territory = Territory::reference();
    let without = Territory { history: None, ..territory.clone() };
    for start in [january(2022), Month::new(2022, 12)] {
        let (described, how) = territory.at(start);
        assert_eq!((&*described, how), (&territory, Backcast::Exact));
        assert_eq!(founders(&territory, start), founders(&without, start));
    }
    assert_ne!(founders(&territory, january(2021)), founders(&without, january(2021)));
}

/// The interval of the territory nearest to 2007 is 2011 to 2016, 12,155 to 11,617: its rate gives 12,155 *
/// (12,155 / 11,617)^(4 / 5) = 12,603. Murat has 2,249 in 1999 and 2,178 in 2008: 2,186 in 2007.
#[test]
fn the_start_of_2007_has_the_inhabitants_of_the_documented_back_cast() {
    let territory = then(2007);
    let total = 12_155.0 * pow(12_155.0 / 11_617.0, 0.8);
    assert!((inhabitants(&territory) - total).abs() < 1e-6, "{}", inhabitants(&territory));
    let expected = 2_249.0 - 71.0 * 8.0 / 9.0;
    assert!((murat(&territory).population - expected).abs() < 1e-6);
    assert!((murat(&then(2008)).population - 2_178.0).abs() < 1e-6);
    let Backcast::Scaled { factor } = Territory::reference().described_for(january(2007)) else {
        panic!("a history")
    };
    assert!((factor - total / 11_118.0).abs() < 1e-9);
    let drawn = count(&founders(&Territory::reference(), january(2007)));
    assert_eq!(f64::from(drawn), total.round());
}

/// Every year that the two series know is met, forward as well.
#[test]
fn years_of_the_series_are_met() {
    let years: Vec<_> = POPULATION.lines().skip(1).filter_map(|line| line.split_once(',')).collect();
    assert!(years.len() > 5, "{years:?}");
    for (year, people) in years {
        let territory = then(year.parse().expect("a year"));
        let people: f64 = people.parse().expect("inhabitants");
        assert!((inhabitants(&territory) - people).abs() < 1e-6, "{year}");
    }
    assert!((murat(&then(2011)).population - 2_080.0).abs() < 1e-6);
    assert!((murat(&then(2023)).population - 1_770.0).abs() < 1e-6);
}

/// In 2008, the year nearest to 2007, Murat has relatively more children, and far fewer aged 60 to 74; its shares are
/// met to the rounding of its table, its class of 75 and more as a whole.
#[test]
fn ages_move_as_in_the_series() {
    let (now, past) = (Territory::reference(), then(2007));
    let share = |territory: &Territory, class: usize| {
        territory.total(|commune| commune.ages[class]) / territory.total(|c| c.ages.iter().sum())
    };
    for class in 0..4 {
        assert!(share(&past, class) > share(&now, class), "class {class}");
    }
    for class in 4..7 {
        assert!(share(&past, class) < share(&now, class), "class {class}");
    }
    let classes = murat(&past).ages;
    let all: f64 = classes.iter().sum();
    for (class, people) in [262.0, 350.0, 400.0, 504.0, 322.0].into_iter().enumerate() {
        assert!((classes[class] / all - people / 2_179.0).abs() < 0.01, "{class}: {}", classes[class] / all);
    }
    assert!(((classes[5] + classes[6]) / all - 341.0 / 2_179.0).abs() < 0.01);
    assert!(past.total(|c| c.ages[0]) > now.total(|c| c.ages[0]), "more children");
    assert!(past.total(|c| c.ages[4]) < now.total(|c| c.ages[4]), "fewer aged 60 to 74");
}

/// Facts of another year contradict each other no more than those of the census, and people match them as well.
#[test]
fn founders_match_the_facts_of_their_year() {
    for year in [1999, 2007, 2015, 2026] {
        let territory = then(year);
        assert_eq!(territory.census_year, year);
        for commune in &territory.communes {
            assert!((commune.ages.iter().sum::<f64>() - commune.population).abs() < 1e-6);
            let homes = commune.main_homes + commune.second_homes + commune.vacant_homes;
            assert!((homes - commune.dwellings).abs() < 1.1);
            let moved = commune.births - commune.deaths + commune.net_migration;
            assert!((commune.population - commune.population_before - moved).abs() < 2.0);
            assert!(commune.salaried_jobs <= commune.jobs + 0.1);
            assert!(commune.unemployed_15_64 <= commune.active_15_64);
            assert!(commune.active_15_64 <= commune.ages[1..=4].iter().sum());
        }
        let drawn = founders(&Territory::reference(), january(year));
        for deviation in fidelity::deviations(&territory, &drawn) {
            println!("{year} {deviation:?}");
            assert!(deviation.worst < 1.0, "{year}: {deviation:?}");
        }
    }
}

/// Prints the figures of `docs/history.md`.
#[test]
fn figures_of_2007() {
    let (now, past) = (Territory::reference(), then(2007));
    for column in &COLUMNS {
        println!(
            "{}: {:.0} {:.0}; Murat {:.0} {:.0}",
            column.name,
            now.total(column.get),
            past.total(column.get),
            (column.get)(murat(&now)),
            (column.get)(murat(&past))
        );
    }
    let (now, past) = (founders(&now, january(2022)), founders(&now, january(2007)));
    println!("founders {} {}, adults {} {}", count(&now), count(&past), now.adults.len(), past.adults.len());
    assert!(past.adults.len() > now.adults.len());
}

#[test]
fn what_cannot_be_moved_is_told_and_left_as_it_is() {
    let territory = Territory::reference();
    let without = Territory { history: None, ..territory.clone() };
    let told = |territory: &Territory, year| {
        let (described, how) = territory.at(january(year));
        assert_eq!(described.communes, territory.communes);
        how
    };
    assert_eq!(told(&without, 2007), Backcast::WithoutHistory);
    assert_eq!(told(&territory, 2022 - MOST_YEARS - 1), Backcast::TooFar);
    assert_eq!(told(&territory, 2200), Backcast::TooFar);
    assert_ne!(territory.described_for(january(2022 - MOST_YEARS)), Backcast::TooFar);
    let steep = read(TOML, b"year,population\n2021,100000\n2022,11118\n", AGES.as_bytes()).expect("sound");
    assert_eq!(told(&steep, 2021), Backcast::TooDifferent);
    let fewer_than_murat = read(TOML, b"year,population\n2007,1000\n2022,11118\n", AGES.as_bytes());
    assert_eq!(told(&fewer_than_murat.expect("sound"), 2007), Backcast::TooDifferent);
    assert!(Backcast::WithoutHistory.words().0.contains("[history]"));
}

/// Without a table of ages the mix of the census stays; classes of the table of inhabitants serve where no other is named.
#[test]
fn ages_are_optional() {
    let only = TOML.replace("ages = \"murat-ages.csv\"\n", "");
    let territory = read(&only, POPULATION.as_bytes(), b"").expect("sound");
    let past = territory.at(january(2007)).0.into_owned();
    let share = |territory: &Territory| {
        let commune = murat(territory);
        commune.ages[4] / commune.ages.iter().sum::<f64>()
    };
    assert!((share(&past) - share(&territory)).abs() < 1e-12);
    let with_classes = read(&only, AGES.as_bytes(), b"").expect("sound");
    assert!(share(&with_classes.at(january(2007)).0) < share(&territory));
}

#[test]
fn a_broken_history_shows_all_its_mistakes() {
    let toml = TOML.replace("15138 =", "15138 = \"nowhere.csv\"\n75056 =") + "15101 = 3\n[history.age]\n";
    let population =
        "year,population\n2011,12155\n2016.5,11617\n2011,11563\n2018,0\n1800,3\n2019\n2020,\"11,4\"\n";
    let ages = "year,population,age_0_14,age_15_29,age_30_44,age_45_59,age_60_74,age_75_plus\n\
                2008,2178,262,350,400,504,322,300\n2009,2161,255,-3,394,501,vieux,342\n";
    let broken = read(&toml, population.as_bytes(), ages.as_bytes()).expect_err("mistakes");
    insta::assert_snapshot!("tables", broken);
    let other_columns = read(TOML, b"annee,population\n2011,3\n", b"year,population\n2008,2178\n");
    insta::assert_snapshot!("columns", other_columns.expect_err("mistakes"));
    let short = read(TOML, b"year,population\n2011,3\n", AGES.replace(',', ";").as_bytes());
    insta::assert_snapshot!("short", short.expect_err("mistakes"));
    let section = TOML.replace("[history]\npopulation", "[history]\ninhabitants");
    insta::assert_snapshot!("section", read(&section, b"", AGES.as_bytes()).expect_err("mistakes"));
    let number = TOML.split("\n# For a simulation").next().expect("a head").to_owned() + "history = 3\n";
    insta::assert_snapshot!("number", read(&number, b"", b"").expect_err("mistakes"));
}

/// The embedded territory has its series with it.
#[test]
fn an_embedded_scenario_starts_in_2007() {
    let files = Memory::default()
        .with("own.toml", "name = \"own\"\nbase = \"hameau:baseline\"\n[simulation]\nstart = \"2007-01\"\n");
    let scenario = resolve("own.toml", &Overrides::default(), &files).expect("sound");
    let how = scenario.territory.described_for(scenario.start());
    assert!(matches!(how, Backcast::Scaled { factor } if (1.13..1.14).contains(&factor)), "{how:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(TOML, &bytes, AGES.as_bytes());
        let _ = read(TOML, POPULATION.as_bytes(), &bytes);
    }

    /// A table with some characters changed is read or refused; when it is read, people can be drawn at any start.
    #[test]
    fn no_changed_table_makes_anything_panic(
        changes in proptest::collection::vec((0_usize..1000, "[0-9,.\n a;é-]{0,3}"), 1..6),
        ages in any::<bool>(),
        year in 1990_u32..2050,
    ) {
        let mut letters: Vec<String> =
            if ages { AGES } else { POPULATION }.chars().map(String::from).collect();
        for (at, text) in changes {
            let at = at % letters.len();
            letters[at] = text;
        }
        let text = letters.concat();
        let (population, classes) = if ages { (POPULATION, text.as_str()) } else { (text.as_str(), AGES) };
        match read(TOML, population.as_bytes(), classes.as_bytes()) {
            Ok(territory) => {
                let drawn = count(&founders(&territory, january(year)));
                let facts = inhabitants(&territory.at(january(year)).0);
                prop_assert!((f64::from(drawn) - facts).abs() < 1.0);
            }
            Err(mistakes) => {
                prop_assert!(!mistakes.0.is_empty());
                for mistake in &mistakes.0 {
                    prop_assert!(mistake.spot.line >= 1 && mistake.spot.column >= 1);
                }
            }
        }
    }

    /// Any two years and any mix of ages: facts stay finite and people can be drawn.
    #[test]
    fn any_sound_series_gives_people(
        people in proptest::array::uniform2(1.0_f64..30_000.0),
        classes in proptest::array::uniform12(0_u32..400),
        year in 1995_u32..2050,
    ) {
        let row = |year: u32, classes: &[u32]| {
            let fields: Vec<String> = classes.iter().map(u32::to_string).collect();
            format!("{year},{},{}\n", classes.iter().sum::<u32>().max(1), fields.join(","))
        };
        let header = AGES.lines().next().expect("a header");
        let ages = format!("{header}\n{}{}", row(2008, &classes[..6]), row(2022, &classes[6..]));
        let population = format!("year,population\n2010,{}\n2022,{}\n", people[0], people[1]);
        let territory = read(TOML, population.as_bytes(), ages.as_bytes()).expect("sound");
        let facts = inhabitants(&territory.at(january(year)).0);
        prop_assert!((f64::from(count(&founders(&territory, january(year)))) - facts).abs() < 1.0);
    }
}
