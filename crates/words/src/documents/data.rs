//! The two tables as JSON: an array of rows, in the order of the table, every field under its name.

use super::values;
use hameau_model::inputs::parameters::{Kind, Row, SECTIONS};
use hameau_model::observe::indicators::{Group, Indicator};
use serde_json::{Value, json};

/// The table of parameters.
pub(super) fn parameters() -> Value {
    SECTIONS
        .iter()
        .flat_map(|section| section.rows.iter().map(|(_, row)| parameter(row, section.instrument.is_some())))
        .collect()
}

/// The table of indicators.
pub(super) fn indicators() -> Value {
    Indicator::all().map(indicator).collect()
}

fn parameter(row: &Row, instrument: bool) -> Value {
    let words = match row.kind {
        Kind::Choice(words) => json!(words),
        Kind::Real | Kind::Integer | Kind::Switch | Kind::Date => Value::Null,
    };
    json!({
        "name": row.name,
        "section": row.section(),
        "key": row.key(),
        "instrument": instrument,
        "unit": row.unit.words().0,
        "unit_fr": row.unit.words().1,
        "unit_suffix": row.unit.suffix(),
        "kind": values::kind(row.kind),
        "choices": words,
        "default": values::json(row, row.default),
        "low": values::json(row, row.low),
        "high": values::json(row, row.high),
        "off": row.off.map(|off| values::json(row, off)),
        "role": values::role(row.role),
        "status": values::status(row.status),
        "en": row.en,
        "fr": row.fr,
        "source": row.source,
    })
}

fn indicator(indicator: Indicator) -> Value {
    let (row, definition) = (indicator.row(), indicator.definition());
    json!({
        "id": row.id,
        "theme": row.theme.id(),
        "unit": row.unit.words().0,
        "unit_fr": row.unit.words().1,
        "unit_suffix": row.unit.suffix(),
        "formula": definition.formula,
        "aggregation": row.aggregation.id(),
        "better": row.better.id(),
        "smallest_effect": values::number(row.smallest_effect),
        "smallest_effect_reason": definition.smallest_effect_reason,
        "en": row.en,
        "fr": row.fr,
        "full_en": row.full_en,
        "full_fr": row.full_fr,
        "meaning_en": row.meaning_en,
        "meaning_fr": row.meaning_fr,
        "decimals": row.decimals,
        "source": definition.source,
        "headline": row.headline,
        "groups": row.groups.iter().map(|group| Group::id(*group)).collect::<Vec<_>>(),
    })
}
