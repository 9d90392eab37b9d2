//! What an unknown key was meant to be: another unit, no unit, another section, a slip of the hand.

use super::number::{integer_value, plain};
use super::reader::{Name, Reader, Value};
use super::source::shorten;
use crate::inputs::mistakes::nearness::{did_you_mean, listed};
use crate::inputs::mistakes::{Help, Phrase, Wrong};
use crate::inputs::parameters::{Key, Row, Section, Unit};
use crate::kernel::decimal;
use toml::de::DeValue;

/// Suffixes that people write and the table does not use: in words, and how many of which unit one of them is.
const STRANGERS: &[(&str, (&str, &str), Unit, f64)] = &[
    ("_percent", ("percent", "pour cent"), Unit::Share, 0.01),
    ("_percent", ("percent", "pour cent"), Unit::Probability, 0.01),
    ("_pct", ("percent", "pour cent"), Unit::Share, 0.01),
    ("_pct", ("percent", "pour cent"), Unit::Probability, 0.01),
    ("_keur", ("kEUR", "kEUR"), Unit::Eur, 1000.0),
    ("_keur_per_year", ("kEUR per year", "kEUR par an"), Unit::EurPerYear, 1000.0),
    ("_keur_per_month", ("kEUR per month", "kEUR par mois"), Unit::EurPerMonth, 1000.0),
    ("_euros", ("euros", "euros"), Unit::Eur, 1.0),
    ("_euros_per_year", ("euros per year", "euros par an"), Unit::EurPerYear, 1.0),
    ("_euros_per_day", ("euros per day", "euros par jour"), Unit::EurPerDay, 1.0),
    ("_days", ("days", "jours"), Unit::Hours, 24.0),
    ("_seconds", ("seconds", "secondes"), Unit::Minutes, 1.0 / 60.0),
    ("_hours_per_year", ("hours per year", "heures par an"), Unit::HoursPerMonth, 1.0 / 12.0),
    ("_days_per_year", ("days per year", "jours par an"), Unit::DaysPerMonth, 1.0 / 12.0),
    ("_persons_per_month", ("persons per month", "personnes par mois"), Unit::PersonsPerYear, 12.0),
    (
        "_per_thousand_per_month",
        ("per thousand and month", "pour mille et par mois"),
        Unit::PerThousandPerYear,
        12.0,
    ),
    ("_per_day", ("per day", "par jour"), Unit::PerYear, 365.0),
    ("_weeks", ("weeks", "semaines"), Unit::Hours, 168.0),
    ("_km_per_minute", ("km/min", "km/min"), Unit::KmPerHour, 60.0),
];

/// Parameters that gave way to others: their full name, and what is written now.
const REPLACED: &[(&str, Key)] = &[("arrivals.care_home_persons_per_year", Key::CareHomeArrivals)];

/// What is written instead of a parameter that is no more.
fn replaced(name: &str) -> Option<Help> {
    let (_, now) = REPLACED.iter().find(|(old, _)| *old == name)?;
    let row = now.row();
    Some(Help::Replaced { now: row.name, range: row.range() })
}

/// How many `to` one `from` is, when that is a plain factor.
const fn factor(from: Unit, to: Unit) -> Option<f64> {
    match (from, to) {
        (Unit::EurPerMonth, Unit::EurPerYear)
        | (Unit::PerMonth, Unit::PerYear)
        | (Unit::Years, Unit::Months) => Some(12.0),
        (Unit::EurPerYear, Unit::EurPerMonth)
        | (Unit::PerYear, Unit::PerMonth)
        | (Unit::Months, Unit::Years) => Some(1.0 / 12.0),
        (Unit::Hours, Unit::Minutes) => Some(60.0),
        (Unit::Minutes, Unit::Hours) => Some(1.0 / 60.0),
        (Unit::Share, Unit::Probability)
        | (Unit::Probability, Unit::Share)
        | (Unit::Count, Unit::Persons)
        | (Unit::Persons, Unit::Count) => Some(1.0),
        _ => None,
    }
}

/// A key whose stem is known, in another unit.
struct OtherUnit {
    row: &'static Row,
    words: (&'static str, &'static str),
    factor: Option<f64>,
}

fn other_unit(section: &'static Section, key: &str) -> Option<OtherUnit> {
    let rows = || section.rows.iter().map(|(_, row)| row);
    let stranger = STRANGERS
        .iter()
        .filter_map(|(suffix, words, ..)| key.strip_suffix(suffix).map(|stem| (stem, *words)))
        .min_by_key(|(stem, _)| stem.len());
    let unit = Unit::ending(key);
    let stranger_is_longer =
        stranger.is_some_and(|(stem, _)| unit.is_none_or(|(_, shorter)| stem.len() < shorter.len()));
    if let (true, Some((stem, words))) = (stranger_is_longer, stranger) {
        let row = rows().find(|row| row.stem() == stem)?;
        let known = STRANGERS.iter().find(|(_, said, unit, _)| *said == words && *unit == row.unit);
        return Some(OtherUnit { row, words, factor: known.map(|(.., factor)| *factor) });
    }
    let (unit, stem) = unit?;
    let row = rows().find(|row| row.stem() == stem)?;
    Some(OtherUnit { row, words: unit.words(), factor: factor(unit, row.unit) })
}

impl Reader<'_> {
    /// Notes a key that `section` does not have.
    pub fn unknown_key(&mut self, section: &'static Section, key: &Name<'_>, value: &Value<'_>) {
        let name = key.get_ref().as_ref();
        let (what, help) = diagnose(section, name, value.get_ref());
        self.wrong(key.span(), what, help);
    }
}

/// What an unknown key of `section` was meant to be, and how to mend it.
fn diagnose(section: &'static Section, name: &str, value: &DeValue<'_>) -> (Wrong, Option<Help>) {
    let place = place(section);
    let shown = shorten(name);
    if let Some(help) = replaced(&format!("{}.{name}", section.name)) {
        return (Wrong::UnknownKey { key: shown, place }, Some(help));
    }
    if let Some((_, row)) =
        section.rows.iter().find(|(_, row)| row.stem() == name && !row.unit.suffix().is_empty())
    {
        let unit = row.unit.manner();
        let help = Some(Help::WriteRanged { key: row.key(), range: row.range() });
        return (Wrong::NoUnit { key: shown, unit, right: row.key().to_owned() }, help);
    }
    if let Some(other) = other_unit(section, name) {
        return converted(&other, shown, value);
    }
    let near = did_you_mean(name, section.rows.iter().map(|(_, row)| row.key()));
    let elsewhere: Vec<_> = Section::holding(name).filter(|other| other.name != section.name).collect();
    if let Some(first) = elsewhere.first() {
        let help = if first.instrument.is_some() {
            as_entry(first, name)
        } else {
            Help::WriteBelow { section: first.name }
        };
        let either = |first, second| Phrase::Either { first: Box::new(first), second: Box::new(second) };
        let right =
            elsewhere[1..].iter().fold(self::place(first), |all, more| either(all, self::place(more)));
        return (Wrong::WrongSection { key: shown, place, right }, Some(help));
    }
    let help = near.or_else(|| listed(Phrase::Known, section.rows.iter().map(|(_, row)| row.key())));
    (Wrong::UnknownKey { key: shown, place }, help)
}

/// How a lever is written in an entry.
pub(super) fn as_entry(instrument: &Section, key: &str) -> Help {
    Help::AsEntry { instrument: instrument.name, key: shorten(key) }
}

/// A section in words.
pub(super) fn place(section: &Section) -> Phrase {
    if section.instrument.is_some() {
        Phrase::InParams { instrument: section.name }
    } else {
        Phrase::In { what: format!("[{}]", section.name) }
    }
}

fn converted(other: &OtherUnit, key: String, value: &DeValue<'_>) -> (Wrong, Option<Help>) {
    let row = other.row;
    let right = row.key();
    let number = match value {
        DeValue::Integer(integer) => Some(integer_value(integer.as_str(), integer.radix())),
        DeValue::Float(float) => decimal::parse(float.as_str()),
        _ => None,
    };
    if row.unit.suffix().is_empty() {
        let value = number.map_or_else(|| "...".to_owned(), |number| number.to_string());
        let help = Some(Help::Write { text: format!("{right} = {value}") });
        return (Wrong::BearsNoUnit { key, right: right.to_owned() }, help);
    }
    let unit = row.unit.words();
    let help = match (number.filter(|number: &f64| number.is_finite()), other.factor) {
        (Some(number), Some(factor)) => {
            let equal = plain(number * factor);
            let from = Phrase::Measured { number: number.to_string(), unit: other.words };
            let (number, text) = (equal.to_string(), format!("{right} = {equal}"));
            let to = if row.unit.is_bare() {
                Phrase::BareMeasured { number, unit }
            } else {
                Phrase::Measured { number, unit }
            };
            if (row.low..=row.high).contains(&equal) {
                Help::Converted { from, to, text }
            } else {
                Help::ConvertedOut { from, to, text, range: row.range() }
            }
        }
        _ => Help::WriteRanged { key: right, range: row.range() },
    };
    (Wrong::OtherUnit { key, unit: row.unit.manner(), right: right.to_owned() }, Some(help))
}
