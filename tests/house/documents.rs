//! Are the generated files those of the tables, and do the schemas accept what is right and refuse what is wrong?

use hameau_model::inputs::parameters::{Key, Kind, Row, SECTIONS, Section};
use hameau_model::observe::indicators::Indicator;
use hameau_words::documents::{
    SchemaKind, documents, range, reference_scenario, scenario_schema, schema, written,
};
use serde_json::{Map, Value, json};
use std::path::Path;

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&scenario_schema()).expect("the schema of a scenario compiles")
}

fn from_toml(text: &str) -> Value {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    serde_json::to_value(table).expect("TOML without dates is JSON")
}

/// The template with its commented keys made active.
fn uncommented() -> String {
    let bare =
        |line: &str| line.strip_prefix('#').is_some_and(|rest| !rest.is_empty() && !rest.starts_with(' '));
    reference_scenario()
        .lines()
        .map(|line| if bare(line) { &line[1..] } else { line })
        .fold(String::new(), |text, line| text + line + "\n")
}

fn sections(instrument: bool) -> impl Iterator<Item = &'static Section> {
    SECTIONS.iter().filter(move |section| section.instrument.is_some() == instrument)
}

/// The value that the table holds for what a scenario writes.
fn meant(row: &Row, value: &Value) -> f64 {
    let word = || value.as_str().unwrap_or_else(|| panic!("{} is a word", row.name));
    match row.kind {
        Kind::Real | Kind::Integer => value.as_f64().unwrap_or_else(|| panic!("{} is a number", row.name)),
        Kind::Switch => f64::from(u8::from(value.as_bool().expect("a switch is true or false"))),
        Kind::Choice(words) => words.iter().position(|known| *known == word()).expect("a known word") as f64,
        Kind::Date => f64::from(hameau_model::kernel::units::Month::parse(word()).expect("a month").index()),
    }
}

/// A scenario that sets one value, in a section or among the levers of an instrument.
fn setting(section: &Section, key: &str, value: Value) -> Value {
    let table = Value::Object(Map::from_iter([(key.to_owned(), value)]));
    if section.instrument.is_some() {
        json!({ "programme": [{ "instrument": section.name, "name": "x", "from": "2023-01", "params": table }] })
    } else {
        Value::Object(Map::from_iter([(section.name.to_owned(), table)]))
    }
}

#[test]
fn committed_files_are_those_of_the_tables() {
    assert!(documents().len() > 2, "no file is made from the tables");
    let stale: Vec<_> = documents()
        .into_iter()
        .filter(|document| {
            let committed = std::fs::read_to_string(root(document.path)).unwrap_or_default();
            committed.replace("\r\n", "\n") != document.text
        })
        .map(|document| document.path)
        .collect();
    assert!(
        stale.is_empty(),
        "{} stale: run cargo run --release -p xtask -- documents",
        stale.join(", ") + if stale.len() == 1 { " is" } else { " are" }
    );
}

#[test]
fn the_template_holds_every_default_to_the_bit() {
    let active = from_toml(&reference_scenario());
    for (_, row) in sections(false).flat_map(|section| section.rows) {
        let value = meant(row, &active[row.section()][row.key()]);
        assert_eq!(value.to_bits(), row.default.to_bits(), "{}", row.name);
    }
    assert!(active.get("programme").is_none(), "instruments are commented out");
}

#[test]
fn the_template_uncommented_holds_every_lever() {
    let whole = from_toml(&uncommented());
    let programme = whole["programme"].as_array().expect("a programme");
    assert_eq!(programme.len(), sections(true).count());
    for (section, block) in sections(true).zip(programme) {
        assert_eq!(block["instrument"], section.name);
        for (_, row) in section.rows {
            let value = meant(row, &block["params"][row.key()]);
            assert_eq!(value.to_bits(), row.default.to_bits(), "{}", row.name);
        }
        let paid: f64 =
            block["funding"].as_object().expect("funding").values().filter_map(Value::as_f64).sum();
        assert!((paid - 1.0).abs() < 1e-12, "the shares of funding of {} add up to {paid}", section.name);
    }
}

#[test]
fn a_number_is_written_the_shortest_way_that_reads_back() {
    let (_, real) =
        SECTIONS.iter().flat_map(|s| s.rows).find(|(_, row)| row.kind == Kind::Real).expect("a real");
    for value in [0.1, 1.2e-5, 1.0 / 3.0, 40_000.0, -0.0989, 9_007_199_254_740_991.0, f64::MIN_POSITIVE] {
        let text = written(real, value);
        assert_eq!(text.parse::<f64>().expect("a number").to_bits(), value.to_bits(), "{text}");
    }
    let date = Key::all().map(Key::row).find(|row| row.kind == Kind::Date).expect("a date");
    assert_eq!(written(date, 24264.0), "\"2022-01\"");
    assert_eq!(range(&Row { low: 24264.0, high: 24275.0, ..*date }), "2022-01 to 2022-12");
    let switch = Row { kind: Kind::Switch, low: 0.0, high: 1.0, ..*real };
    assert_eq!((written(&switch, 1.0), range(&switch)), ("true".to_owned(), "true or false".to_owned()));
    let choice =
        Row { kind: Kind::Choice(&["tool_first", "commitment_first"]), low: 0.0, high: 1.0, ..*real };
    assert_eq!(written(&choice, 1.0), "\"commitment_first\"");
    assert_eq!(range(&choice), "tool_first, commitment_first");
}

#[test]
fn the_schema_is_a_schema() {
    let schema: Value = serde_json::from_str(&schema(SchemaKind::Scenario)).expect("JSON");
    let told = jsonschema::draft202012::meta::validate(&schema).map_err(|error| error.to_string());
    assert_eq!(told, Ok(()));
}

#[test]
fn the_schema_accepts_the_template_and_the_template_uncommented() {
    let validator = validator();
    for text in [reference_scenario(), uncommented()] {
        let wrong: Vec<_> = validator.iter_errors(&from_toml(&text)).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}\n{text}");
    }
}

#[test]
fn the_schema_accepts_both_ends_and_a_source_and_refuses_what_lies_beyond() {
    let validator = validator();
    for (section, row) in
        SECTIONS.iter().flat_map(|section| section.rows.iter().map(move |(_, row)| (section, row)))
    {
        let alone = |value: f64| setting(section, row.key(), json!(value));
        let sourced =
            |value: f64| setting(section, row.key(), json!({ "value": value, "source": "a survey" }));
        let numeric = matches!(row.kind, Kind::Real | Kind::Integer);
        for (value, right) in
            [(row.low, true), (row.high, true), (row.low - 1.0, false), (row.high + 1.0, false)]
        {
            let right = right && numeric;
            assert_eq!(validator.is_valid(&alone(value)), right, "{} = {value}", row.name);
            assert_eq!(validator.is_valid(&sourced(value)), right, "{} = {value} with its source", row.name);
        }
        let source_alone = setting(section, row.key(), json!({ "source": "a survey" }));
        assert!(!validator.is_valid(&source_alone), "{} without a value", row.name);
        assert!(
            !validator.is_valid(&setting(section, row.key(), json!("often"))),
            "{} = \"often\"",
            row.name
        );
    }
}

#[test]
fn the_schema_refuses_unknown_keys_and_the_levers_of_another_instrument() {
    let validator = validator();
    assert!(!validator.is_valid(&json!({ "travels": {} })));
    for section in SECTIONS {
        assert!(!validator.is_valid(&setting(section, "no_such_key", json!(1))), "{}", section.name);
        for (_, row) in sections(true).filter(|other| other.name != section.name).flat_map(|other| other.rows)
        {
            let own = section.rows.iter().any(|(_, known)| known.key() == row.key());
            let wrong = setting(section, row.key(), Value::from(row.default));
            assert!(own || !validator.is_valid(&wrong), "{} is no lever of {}", row.name, section.name);
        }
    }
}

#[test]
fn the_schema_refuses_what_a_heading_or_a_programme_cannot_say() {
    let validator = validator();
    let section = sections(true).next().expect("an instrument");
    let (instrument, lever) = (section.name, section.rows[0].1.key());
    let dated =
        |from: &str| json!({ "programme": [{ "instrument": instrument, "name": "x", "from": from }] });
    let right = [
        dated("2017-03"),
        json!({ "name": "a", "title": "A", "question": "Q1", "base": "b.toml" }),
        json!({ "base": "b.toml", "programme": [{ "name": "x", "until": "2020-12", "params": { lever: 1 } }] }),
        json!({ "title": { "en": "A", "fr": "B" }, "question": ["Q1", "Q7"], "without": ["coworking"] }),
        json!({ "programme": [{ "instrument": instrument, "from": "2017-03", "until": "2020-12", "name": "x", "place": "p", "commune": "15138", "funding": { "council": 0.4, "users": { "value": 0.6, "source": "s" } } }] }),
    ];
    for scenario in right {
        assert!(validator.is_valid(&scenario), "{scenario}");
    }
    let wrong = [
        dated("2017-13"),
        dated("2017-00"),
        dated("2017-3"),
        dated("March 2017"),
        json!({ "programme": [{ "instrument": instrument, "name": "x" }] }),
        json!({ "programme": [{ "instrument": instrument, "from": "2017-03" }] }),
        json!({ "programme": [{ "name": "x", "from": "2017-03" }] }),
        json!({ "base": "b.toml", "programme": [{ "from": "2017-03" }] }),
        json!({ "base": "b.toml", "programme": [{ "name": "x", "params": { "no_such_key": 1 } }] }),
        json!({ "programme": [{ "instrument": "magic", "name": "x", "from": "2017-03" }] }),
        json!({ "programme": [{ "instrument": instrument, "name": "x", "from": "2017-03", "funding": { "council": 1.2 } }] }),
        json!({ "programme": [{ "instrument": instrument, "name": "x", "from": "2017-03", "funding": { "lottery": 0.2 } }] }),
        json!({ "programme": { "instrument": instrument, "name": "x", "from": "2017-03" } }),
        json!({ "question": "Q8" }),
        json!({ "title": { "de": "A" } }),
        json!({ "without": "coworking" }),
        json!({ "name": 3 }),
        json!({ "name": "Two Words" }),
    ];
    for scenario in wrong {
        assert!(!validator.is_valid(&scenario), "{scenario}");
    }
}

#[test]
fn the_tables_as_json_hold_every_row_in_order() {
    let rows = |which| -> Vec<Value> { serde_json::from_str(&schema(which)).expect("an array") };
    let parameters = rows(SchemaKind::Parameters);
    assert_eq!(parameters.len(), Key::all().count());
    for (key, shown) in Key::all().zip(&parameters) {
        assert_eq!(shown["name"], key.row().name);
        assert_eq!(meant(key.row(), &shown["default"]).to_bits(), key.row().default.to_bits());
    }
    let indicators = rows(SchemaKind::Indicators);
    assert_eq!(indicators.len(), Indicator::COUNT);
    for (indicator, shown) in Indicator::all().zip(&indicators) {
        assert_eq!(shown["id"], indicator.row().id);
        assert_eq!(shown["smallest_effect"].as_f64(), Some(indicator.row().smallest_effect));
    }
}
