//! How a value of the table is written: in a scenario, in a page, in JSON.

use hameau_model::inputs::parameters::{Kind, Role, Row, Status};
use hameau_model::kernel::units::Month;
use serde_json::Value;

/// The largest whole number below which every whole number is an exact `f64`, 2^53.
const EXACT_WHOLE: f64 = 9_007_199_254_740_992.0;

/// A value as a scenario writes it: the shortest number that reads back to the same bits, `"2022-01"`, a word between
/// quotes, `true` or `false`.
#[must_use]
pub fn written(row: &Row, value: f64) -> String {
    match row.kind {
        Kind::Choice(_) | Kind::Date => format!("\"{}\"", shown(row, value)),
        Kind::Real | Kind::Integer | Kind::Switch => shown(row, value),
    }
}

/// A value as a page shows it: as [`written`], without quotes.
pub(super) fn shown(row: &Row, value: f64) -> String {
    match row.kind {
        Kind::Real | Kind::Integer => value.to_string(),
        Kind::Switch => (value != 0.0).to_string(),
        Kind::Choice(words) => words[value as usize].to_owned(),
        Kind::Date => Month::from_index(value as u32).to_string(),
    }
}

/// What values are allowed, in words.
#[must_use]
pub fn range(row: &Row) -> String {
    match row.kind {
        Kind::Real | Kind::Integer | Kind::Date => {
            format!("{} to {}", shown(row, row.low), shown(row, row.high))
        }
        Kind::Switch => "true or false".to_owned(),
        Kind::Choice(words) => words.join(", "),
    }
}

/// A value in JSON; whole numbers without a point.
#[must_use]
pub fn json(row: &Row, value: f64) -> Value {
    match row.kind {
        Kind::Real | Kind::Integer => number(value),
        Kind::Switch => (value != 0.0).into(),
        Kind::Choice(_) | Kind::Date => shown(row, value).into(),
    }
}

/// A number in JSON; whole numbers without a point.
pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < EXACT_WHOLE { (value as i64).into() } else { value.into() }
}

/// The word of a kind of value.
#[must_use]
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Real => "real",
        Kind::Integer => "integer",
        Kind::Switch => "switch",
        Kind::Choice(_) => "choice",
        Kind::Date => "date",
    }
}

/// The word of a role.
#[must_use]
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Constant => "constant",
        Role::Assumption => "assumption",
        Role::Lever => "lever",
    }
}

/// The word of a status.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Sourced => "sourced",
        Status::Assumed => "assumed",
        Status::Calibrated => "calibrated",
    }
}
