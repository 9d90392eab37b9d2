//! Columns that a table of communes may leave out: are gross flows and care homes read, refused and used as they should?

use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::scenario::{Layer, Memory, Overrides, Scenario, resolve};
use hameau_model::inputs::territory::{OPTIONAL, Territory};
use hameau_model::kernel::language::Language;
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::Month;
use hameau_model::observe::fidelity;
use hameau_model::state::population::Founders;
use std::fmt::Write as _;

const TABLE: &str = include_str!("../fixtures/small.csv");
const TERRITORY: &str = include_str!("../fixtures/small.toml");
/// Inhabitants of the three communes of the table.
const INHABITANTS: f64 = 1770.0 + 783.0 + 1577.0;
const GROSS: &str = "arrivals.gross_per_thousand_per_year";

/// The table with more columns: their header, then what each row gains.
fn with(header: &str, rows: [&str; 3]) -> String {
    let ends = [header].into_iter().chain(rows);
    TABLE.lines().zip(ends).map(|(line, end)| format!("{line},{end}")).collect::<Vec<_>>().join("\n") + "\n"
}

fn resolved(table: &str, territory: &str, scenario: &str, set: &[&str]) -> Result<Scenario, Mistakes> {
    let files = Memory::default()
        .with("small.csv", table)
        .with("small.toml", format!("{TERRITORY}{territory}"))
        .with("a.toml", format!("territory = \"small.toml\"\n{scenario}"));
    let set = set.iter().map(|one| (*one).to_owned()).collect();
    resolve("a.toml", &Overrides { set, ..Overrides::default() }, &files)
}

fn read(table: &str) -> Territory {
    resolved(table, "", "", &[]).expect("sound").territory
}

#[test]
fn without_the_columns_or_with_empty_ones_nothing_is_known() {
    let plain = resolved(TABLE, "", "", &[]).expect("sound");
    assert_eq!(plain.territory.arrivals_per_thousand(), None);
    assert_eq!(plain.values[Key::ArrivalsGross], Key::ArrivalsGross.row().default);
    let empty =
        resolved(&with("arrivals,departures,in_care", [",,", ",,", ",,"]), "", "", &[]).expect("sound");
    assert_eq!(empty.territory, plain.territory);
    assert_eq!(empty.content(), plain.content());
    let facts = plain.content()["territory"].to_string();
    assert!(!facts.contains("in_care"), "what is unknown is no part of the content");
}

#[test]
fn the_columns_are_read_in_any_order() {
    let territory = read(&with("in_care,departures,arrivals", ["60,70.5,80", "20,30,40", "0,50,45.25"]));
    let of = |name: &str| {
        let column = OPTIONAL.iter().find(|column| column.name == name).expect("a column");
        territory.known(column.get).expect("known")
    };
    // Communes by ascending code: Allanche comes first.
    assert_eq!(of("arrivals"), [40.0, 80.0, 45.25]);
    assert_eq!(of("departures"), [30.0, 70.5, 50.0]);
    assert_eq!(of("in_care"), [20.0, 60.0, 0.0]);
    let rate = territory.arrivals_per_thousand().expect("known");
    assert!((rate - 1000.0 * 165.25 / INHABITANTS).abs() < 1e-9);
}

/// default < column < the territory's own section < scenario < `--set`.
#[test]
fn the_rate_follows_from_the_column_unless_somebody_says_another() {
    let table = with("arrivals", ["100", "50", "100"]);
    let says = |rate: u32| format!("\n[arrivals]\ngross_per_thousand_per_year = {rate}\n");
    let set = format!("{GROSS}=35");
    let rate = |territory: &str, scenario: &str, set: &[&str]| {
        let scenario = resolved(&table, territory, scenario, set).expect("sound");
        (scenario.values[Key::ArrivalsGross], scenario.origins[&Key::ArrivalsGross].layer)
    };
    assert_eq!(rate("", "", &[]), (1000.0 * 250.0 / INHABITANTS, Layer::Territory));
    assert_eq!(rate(&says(33), "", &[]), (33.0, Layer::Territory));
    assert_eq!(rate("", &says(34), &[]), (34.0, Layer::Scenario));
    assert_eq!(rate(&says(33), &says(34), &[]), (34.0, Layer::Scenario));
    assert_eq!(rate(&says(33), &says(34), &[&set]), (35.0, Layer::Set));
    let from_column = resolved(&table, "", "", &[]).expect("sound");
    let source = from_column.origins[&Key::ArrivalsGross].source.clone().expect("a source");
    assert!(source.starts_with("column `arrivals`: Insee"), "{source}");
}

#[test]
fn departures_move_nothing() {
    let [few, many] = ["10", "700"].map(|count| {
        let table = with("arrivals,departures", [&format!("90,{count}"), "40,9", "60,9"]);
        resolved(&table, "", "", &[]).expect("sound")
    });
    assert_eq!(few.values, many.values);
    let draw = |scenario: &Scenario| {
        Founders::draw(&scenario.territory, &scenario.values, World { seed: 1, replicate: 0 })
    };
    assert_eq!(draw(&few), draw(&many));
}

/// Residents in care stand where they were counted, to the person.
#[test]
fn care_homes_are_filled_as_they_were_counted() {
    let territory = read(&with("in_care", ["12", "30.4", "58.6"]));
    let founders = Founders::draw(&territory, &Values::default(), World { seed: 1, replicate: 0 });
    let in_commune = |at: u16| {
        let adults = &founders.adults;
        (0..adults.len()).filter(|row| adults.secluded[*row] && adults.commune[*row] == at).count()
    };
    assert_eq!([0, 1, 2].map(in_commune), [30, 12, 59]);
    let deviation = fidelity::deviations(&territory, &founders).pop().expect("some");
    assert_eq!((deviation.name, deviation.drawn), ("in care homes", 101));
    let then = Territory { history: None, ..territory.clone() };
    assert_eq!(*then.at(Month::new(2022, 6)).0, then);
}

/// In another year there are as many in care among those aged 75 and more, and as many arrivals for each inhabitant.
#[test]
fn in_another_year_care_goes_with_the_old_and_flows_with_the_inhabitants() {
    let mut reference = Territory::reference();
    for commune in &mut reference.communes {
        commune.in_care = Some(0.1 * commune.aged_75_and_more());
        commune.arrivals = Some(0.04 * commune.population);
    }
    let (then, _) = reference.at(Month::new(2012, 1));
    for commune in &then.communes {
        assert!((commune.in_care.expect("known") - 0.1 * commune.aged_75_and_more()).abs() < 1e-9);
        assert!((commune.arrivals.expect("known") - 0.04 * commune.population).abs() < 1e-9);
    }
}

/// What is wrong with these columns: what they hold, what the answer says in English and in French.
#[test]
fn mistakes_in_them_are_told_with_what_to_write() {
    let three = |rows: [&str; 3]| with("arrivals,departures,in_care", rows);
    let tables = [
        ("a negative number", three(["-3,1,1", "1,1,1", "1,1,1"])),
        ("text, a secret, a comma", three(["many,1,1", "1,s,1", "1,1,\"1,5\""])),
        ("more than there are people", three(["1771,1,1", "1,784,1", "1,1,278"])),
        ("some communes only", three(["90,,", ",,20", "60,,"])),
        ("more than a rate allows", three(["900,1,1", "1,1,1", "1,1,1"])),
        ("a column twice", with("arrivals,arrivals", ["1,1", "1,1", "1,1"])),
        ("a misspelt column", with("arivals,in_car", ["1,1", "1,1", "1,1"])),
        ("a sum row", {
            let sum = ",45.1,2.9,162.13,4535,4130,143,636,88,415.28,424.4,539.95,844.78,1127.43,627.29,150.87,\
                       2078.09,3403.57,2078.09,666.14,659.34,2006.66,1538.94,1652.77,106.46,18,26,27,127,29,\
                       37.25,250,1,1\n";
            three(["90,1,1", "100,0,0", "60,0,0"]) + "99999,Total" + sum
        }),
    ];
    let mut told = String::new();
    for (what, table) in tables {
        let mistakes = resolved(&table, "", "", &[]).expect_err(what);
        for language in [Language::English, Language::French] {
            let _ = writeln!(told, "# {what}");
            for mistake in &mistakes.0 {
                let spot = &mistake.spot;
                let help = mistake.help.as_ref().map(|help| help.say(language)).unwrap_or_default();
                let said = mistake.what.say(language);
                let _ = writeln!(told, "{}:{}: {said}\n  {help}", spot.line, spot.column);
            }
        }
    }
    insta::assert_snapshot!(told);
}

/// The key of before is told as what it gave way to, in a file and on the command line.
#[test]
fn the_key_that_gave_way_is_told() {
    let old = "[arrivals]\ncare_home_persons_per_year = 20\n";
    for told in [
        resolved(TABLE, "", old, &[]).expect_err("an unknown key").to_string(),
        resolved(TABLE, "", "", &["arrivals.care_home_persons_per_year=20"])
            .expect_err("likewise")
            .to_string(),
    ] {
        assert!(told.contains("gave way to `arrivals.care_home_per_resident_in_care_per_year`"), "{told}");
        assert!(told.contains("0 to 0.4422 per year"), "{told}");
    }
}
