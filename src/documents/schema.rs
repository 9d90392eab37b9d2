//! The JSON schema of a scenario, draft 2020-12: completion and first checks while a scenario is written in an editor.
//!
//! It knows no more than the table: what depends on several keys at once (dates in order, communes that exist, shares
//! that add up) is for `hameau check`.

use super::values;
use crate::parameters::{Kind, Row, SECTIONS, Section};
use serde_json::{Map, Value, json};

/// A month, written `2017-03`.
const MONTH: &str = "^[0-9]{4}-(0[1-9]|1[0-2])$";

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
        if section.instrument {
            let definition = format!("programme_{}", section.name);
            instruments.push(json!({ "$ref": format!("#/$defs/{definition}") }));
            definitions.insert(definition, instrument(section));
        } else {
            properties.insert(section.name.to_owned(), table(section));
        }
    }
    properties.insert(
        "programme".to_owned(),
        json!({
            "title": "programme",
            "description": "Dated instruments.",
            "type": "array",
            "items": { "type": "object", "oneOf": instruments },
        }),
    );
    definitions.insert("month".to_owned(), json!({ "type": "string", "pattern": MONTH }));
    definitions.insert("funding".to_owned(), funding());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hameau scenario",
        "description": "A scenario of hameau: what differs from its base, section by section, and the dated instruments of its programme.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions,
    })
}

/// What a scenario says of itself.
fn heading() -> Map<String, Value> {
    let question = json!({ "enum": ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"] });
    let text = json!({ "type": "string", "minLength": 1 });
    let properties = [
        ("name", "Short name, used for files and results.", text.clone()),
        (
            "title",
            "Title, the same in both languages or one for each.",
            json!({ "anyOf": [text, closed(&json!({ "en": text, "fr": text }), &["en", "fr"])] }),
        ),
        (
            "question",
            "Which of the questions Q1 to Q7 it answers.",
            json!({ "anyOf": [question, { "type": "array", "items": question, "minItems": 1, "uniqueItems": true }] }),
        ),
        ("base", "File of the scenario that this one departs from.", text.clone()),
        ("territory", "File of the territory.", text.clone()),
        (
            "without",
            "Instruments of the base that are left out, by name.",
            json!({ "type": "array", "items": text, "uniqueItems": true }),
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
    let text = json!({ "type": "string", "minLength": 1 });
    let month = json!({ "$ref": "#/$defs/month" });
    let properties = json!({
        "instrument": described("instrument", section.title.0, json!({ "const": section.name })),
        "name": described("name", "Its name in results, unlike any other.", text.clone()),
        "from": described("from", "First month, as 2017-03.", month.clone()),
        "until": described("until", "Last month; without it, to the end.", month),
        "place": described("place", "Name of the shared place on which it acts.", text.clone()),
        "commune": described("commune", "Code of the commune where it acts.", text),
        "params": table(section),
        "funding": { "$ref": "#/$defs/funding" },
    });
    described(section.name, section.title.0, closed(&properties, &["instrument", "from"]))
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
