//! The JSON schema of a scenario, draft 2020-12: completion and first checks while a scenario is written in an editor.
//!
//! It knows no more than the table: what depends on several keys at once (dates in order, communes that exist, shares
//! that add up) is for `hameau check`.

use super::values;
use hameau_model::inputs::parameters::{InstrumentKind, Kind, Row, SECTIONS, Section};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// A month, written `2017-03`.
const MONTH: &str = "^[0-9]{4}-(0[1-9]|1[0-2])$";

/// What entries, places and scenarios are called.
const NAME: &str = "^[a-z0-9-]+$";

/// Who may pay for an instrument.
const PAYERS: [(&str, &str); 8] = [
    ("council", "The commune."),
    ("intercommunality", "The inter-municipal council."),
    ("department", "The department."),
    ("region", "The region."),
    ("state", "The state."),
    ("europe", "European funds."),
    ("users", "Users, by their fees."),
    ("other", "Anybody else."),
];

/// The schema of a scenario.
#[must_use]
pub fn scenario_schema() -> Value {
    let mut properties = heading();
    let mut definitions = Map::new();
    let mut instruments = Vec::new();
    for section in SECTIONS {
        if section.instrument.is_some() {
            let definition = format!("programme_{}", section.name);
            instruments.push(json!({ "$ref": format!("#/$defs/{definition}") }));
            definitions.insert(definition, instrument(section));
        } else {
            properties.insert(section.name.to_owned(), table(section));
        }
    }
    instruments.push(json!({ "$ref": "#/$defs/programme_inherited" }));
    definitions.insert("programme_inherited".to_owned(), inherited());
    let programme = json!({ "type": "array", "items": { "type": "object", "oneOf": instruments } });
    properties.insert("programme".to_owned(), described("programme", "Dated instruments.", programme));
    definitions.insert("name".to_owned(), json!({ "type": "string", "pattern": NAME }));
    definitions.insert("month".to_owned(), json!({ "type": "string", "pattern": MONTH }));
    definitions.insert("funding".to_owned(), funding());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hameau scenario",
        "description": "A scenario of hameau: what differs from its base, section by section, and the dated instruments of its programme.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "if": { "not": { "required": ["base"] } },
        "then": { "properties": { "programme": { "items": { "required": ["instrument", "from"] } } } },
        "$defs": definitions,
    })
}

/// What a scenario says of itself.
fn heading() -> Map<String, Value> {
    let question = json!({ "enum": ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"] });
    let text = json!({ "type": "string", "minLength": 1 });
    let name = json!({ "$ref": "#/$defs/name" });
    let properties = [
        ("name", "Short name, used for files and results: small letters, digits and dashes.", name.clone()),
        (
            "title",
            "Title, the same in both languages or one for each.",
            json!({ "anyOf": [text, closed(&json!({ "en": text, "fr": text }), &[])] }),
        ),
        (
            "question",
            "Which of the questions Q1 to Q7 it answers.",
            json!({ "anyOf": [question, { "type": "array", "items": question}] }),
        ),
        ("base", "File of the scenario that this one departs from.", text.clone()),
        ("territory", "File of the territory.", text.clone()),
        (
            "without",
            "Instruments of the base that are left out, by name.",
            json!({ "type": "array", "items": name }),
        ),
    ];
    properties.into_iter().map(|(key, about, shape)| (key.to_owned(), described(key, about, shape))).collect()
}

/// A section of the scenario, or the levers of an instrument.
fn table(section: &Section) -> Value {
    let properties: Map<String, Value> =
        section.rows.iter().map(|(_, row)| (row.key().to_owned(), parameter(row))).collect();
    described(section.name, section.title.0, closed(&Value::Object(properties), &[]))
}

/// A `[[programme]]` table of one kind.
fn instrument(section: &Section) -> Value {
    let mut properties = Map::new();
    let kind = described("instrument", section.title.0, json!({ "const": section.name }));
    properties.insert("instrument".to_owned(), kind);
    properties.extend(dated());
    properties.insert("params".to_owned(), table(section));
    let shape = closed(&Value::Object(properties), &["instrument", "name"]);
    described(section.name, section.title.0, shape)
}

/// A `[[programme]]` table that changes an inherited one and leaves its kind unsaid, so that any lever may be its own.
fn inherited() -> Value {
    let levers = InstrumentKind::ALL.into_iter().flat_map(|kind| kind.record().levers);
    let levers: BTreeSet<_> = levers.map(|(_, row)| row.key()).collect();
    let mut properties = dated();
    properties.insert("params".to_owned(), json!({ "type": "object", "propertyNames": { "enum": levers } }));
    let shape = closed(&Value::Object(properties), &["name"]);
    described("inherited", "What differs from the instrument of this name in the base.", shape)
}

/// What every `[[programme]]` table may say beside its kind and levers.
fn dated() -> Map<String, Value> {
    let text = json!({ "type": "string", "minLength": 1 });
    let (name, month) = (json!({ "$ref": "#/$defs/name" }), json!({ "$ref": "#/$defs/month" }));
    let properties = [
        ("name", "Its own name: small letters, digits and dashes.", name.clone()),
        ("from", "First month, as 2017-03.", month.clone()),
        ("until", "Last month; without it, to the end.", month),
        ("place", "Name of the shared place on which it acts.", name),
        ("commune", "Code or name of the commune where it acts.", text),
        ("funding", "Who pays, in shares that add up to 1.", json!({ "$ref": "#/$defs/funding" })),
    ];
    properties.into_iter().map(|(key, about, shape)| (key.to_owned(), described(key, about, shape))).collect()
}

fn funding() -> Value {
    let share = json!({ "type": "number", "minimum": 0, "maximum": 1 });
    let properties: Map<String, Value> = PAYERS
        .iter()
        .map(|(payer, who)| ((*payer).to_owned(), described(payer, who, or_with_source(&share))))
        .collect();
    described("funding", "Who pays, in shares that add up to 1.", closed(&Value::Object(properties), &[]))
}

fn parameter(row: &Row) -> Value {
    let unit = match row.unit.words().0 {
        "" => String::new(),
        unit => format!(" Unit: {unit}."),
    };
    let about = format!("{}{unit} Range: {}. Source: {}.", row.en, values::range(row), row.source);
    let mut schema = described(row.name, &about, or_with_source(&bare(row)));
    schema["default"] = values::json(row, row.default);
    schema
}

/// The values that a parameter takes.
fn bare(row: &Row) -> Value {
    let (low, high) = (values::json(row, row.low), values::json(row, row.high));
    match row.kind {
        Kind::Real => json!({ "type": "number", "minimum": low, "maximum": high }),
        Kind::Integer => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Choice(words) => json!({ "enum": words }),
        Kind::Date => json!({ "$ref": "#/$defs/month" }),
    }
}

/// A value alone, or beside its source.
fn or_with_source(value: &Value) -> Value {
    let with_source = closed(&json!({ "value": value, "source": { "type": "string" } }), &["value"]);
    json!({ "anyOf": [value, with_source] })
}

/// A table with these keys and no other.
fn closed(properties: &Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// `shape` with a title and a description before it.
fn described(title: &str, about: &str, shape: Value) -> Value {
    let mut schema = json!({ "title": title, "description": about });
    if let (Value::Object(schema), Value::Object(shape)) = (&mut schema, shape) {
        schema.extend(shape);
    }
    schema
}
