//! How a value and a change of an indicator are said: shares in percent and points, money in euros, as many decimals as
//! the smallest effect of interest asks for.

use crate::{Language, number};
use hameau_analysis::statistics::Interval;
use hameau_model::observe::indicators::{Indicator, Measure};

/// Whether an indicator is a share of something, shown in percent.
#[must_use]
pub fn in_percent(indicator: Indicator) -> bool {
    matches!(indicator.row().unit, Measure::Event | Measure::Share | Measure::ShareGap)
}

/// What a value is multiplied by to be shown.
#[must_use]
pub fn scale(indicator: Indicator) -> f64 {
    if in_percent(indicator) { 100.0 } else { 1.0 }
}

/// Decimals of a value.
#[must_use]
pub fn decimals(indicator: Indicator) -> u8 {
    let decimals = indicator.row().decimals;
    if in_percent(indicator) { decimals.saturating_sub(2) } else { decimals }
}

/// Decimals of a change: a tenth of the smallest effect of interest is seen.
#[must_use]
pub fn change_decimals(indicator: Indicator) -> u8 {
    let mut decimals = decimals(indicator);
    let mut tenths = indicator.row().smallest_effect * scale(indicator) * 10.0;
    for _ in 0..decimals {
        tenths *= 10.0;
    }
    while tenths < 99.0 && decimals < 6 {
        tenths *= 10.0;
        decimals += 1;
    }
    decimals
}

/// A value without its unit.
#[must_use]
pub fn plain(indicator: Indicator, value: f64, language: Language) -> String {
    number(value * scale(indicator), decimals(indicator), language)
}

/// A change without its unit; `+` before a gain.
#[must_use]
pub fn signed(indicator: Indicator, change: f64, language: Language) -> String {
    let text = unsigned(indicator, change, language);
    let zero = !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if change > 0.0 && !zero { format!("+{text}") } else { text }
}

/// A change with its sign and its unit: `+0.8 points`, `−12 persons`.
#[must_use]
pub fn change(indicator: Indicator, change: f64, language: Language) -> String {
    let shown = number_of(change.abs() * scale(indicator), change_decimals(indicator));
    with(signed(indicator, change, language), unit(indicator, shown, language))
}

fn unsigned(indicator: Indicator, change: f64, language: Language) -> String {
    number(change * scale(indicator), change_decimals(indicator), language)
}

/// A value with its unit: `12 %`, `34 persons`.
#[must_use]
pub fn value(indicator: Indicator, value: f64, language: Language) -> String {
    let text = plain(indicator, value, language);
    if in_percent(indicator) { format!("{text} %") } else { with(text, unit(indicator, value, language)) }
}

/// A mean level with its unit, in as many decimals as its changes have: `4.1`, `0.79 %`, `34.2 persons`.
#[must_use]
pub fn level(indicator: Indicator, value: f64, language: Language) -> String {
    let text = plain_level(indicator, value, language);
    if in_percent(indicator) && indicator.row().unit != Measure::ShareGap {
        return format!("{text} %");
    }
    let shown = number_of(value * scale(indicator), change_decimals(indicator));
    with(text, unit(indicator, shown, language))
}

/// A mean level without its unit.
#[must_use]
pub fn plain_level(indicator: Indicator, value: f64, language: Language) -> String {
    number(value * scale(indicator), change_decimals(indicator), language)
}

/// The size of a change with its unit: `0.8 points`, `12 persons`.
#[must_use]
pub fn size(indicator: Indicator, change: f64, language: Language) -> String {
    let shown = number_of(change.abs() * scale(indicator), change_decimals(indicator));
    with(unsigned(indicator, change.abs(), language), unit(indicator, shown, language))
}

/// The smallest effect of interest, or so many times it, in as few decimals as it needs.
#[must_use]
pub fn threshold(indicator: Indicator, times: f64, language: Language) -> String {
    let value = indicator.row().smallest_effect * scale(indicator) * times;
    let mut decimals = 0;
    while decimals < change_decimals(indicator) + 1
        && (number_of(value, decimals) - value).abs() > 1e-9 * value
    {
        decimals += 1;
    }
    with(number(value, decimals, language), unit(indicator, value, language))
}

/// A value rounded to so many decimals.
fn number_of(value: f64, decimals: u8) -> f64 {
    let power = (0..decimals).fold(1.0, |power, _| power * 10.0);
    (value * power).round() / power
}

/// Both ends of an interval of a change.
#[must_use]
pub fn ends(indicator: Indicator, interval: Interval, language: Language) -> String {
    let [low, high] = [interval.low, interval.high].map(|end| signed(indicator, end, language));
    language.of((format!("{low} to {high}"), format!("de {low} à {high}")))
}

/// A share of worlds in percent.
#[must_use]
pub fn percent(share: f64, language: Language) -> String {
    format!("{} %", number(share * 100.0, 0, language))
}

/// A share of worlds between two ends, in percent.
#[must_use]
pub fn percents(interval: Interval, language: Language) -> String {
    let [low, high] = [interval.low, interval.high].map(|share| number(share * 100.0, 0, language));
    language.of((format!("{low} to {high} %"), format!("de {low} à {high} %")))
}

/// Units of changes, for the head of a table.
#[must_use]
pub fn unit_of_changes(indicator: Indicator, language: Language) -> String {
    unit(indicator, f64::INFINITY, language).to_owned()
}

/// Units of values, for an axis.
#[must_use]
pub fn unit_of_values(indicator: Indicator, language: Language) -> String {
    match indicator.row().unit {
        _ if in_percent(indicator) => "%".to_owned(),
        Measure::Count => language.of(("number", "nombre")).to_owned(),
        Measure::Index => language.of(("index, −1 to 1", "indice, de −1 à 1")).to_owned(),
        _ => unit(indicator, f64::INFINITY, language).to_owned(),
    }
}

/// What a cost is told for: how much of the indicator's unit, and that in words: `1 point`, `0.01`, `1 job`.
#[must_use]
pub fn priced(indicator: Indicator, language: Language) -> (f64, String) {
    let fine = matches!(indicator.row().unit, Measure::Index | Measure::ZScore | Measure::TiesPerPerson);
    let (amount, decimals) = match indicator.row().unit {
        _ if fine => (0.01, 2),
        Measure::Eur | Measure::EurPerYear => (1_000.0, 0),
        _ => (1.0, 0),
    };
    let words = with(number(amount, decimals, language), unit(indicator, amount, language));
    (amount / scale(indicator), words)
}

fn with(text: String, unit: &str) -> String {
    if unit.is_empty() { text } else { format!("{text} {unit}") }
}

/// The unit of so many, singular or plural as the language has it: French begins the plural at two.
fn unit(indicator: Indicator, many: f64, language: Language) -> &'static str {
    let one = match language {
        Language::English => many == 1.0,
        Language::French => many.abs() < 2.0,
    };
    let [en_one, en, fr_one, fr] = match indicator.row().unit {
        Measure::Event | Measure::Share | Measure::ShareGap => ["point", "points", "point", "points"],
        Measure::Count | Measure::Index => [""; 4],
        Measure::Persons => ["person", "persons", "personne", "personnes"],
        Measure::PersonsPerYear => ["person a year", "persons a year", "personne par an", "personnes par an"],
        Measure::Jobs => ["job", "jobs", "emploi", "emplois"],
        Measure::ZScore => ["standard deviation", "standard deviations", "écart-type", "écarts-types"],
        Measure::PerThousandPairs => {
            ["per 1,000 pairs", "per 1,000 pairs", "pour 1\u{202f}000 paires", "pour 1\u{202f}000 paires"]
        }
        Measure::TiesPerPerson => {
            ["tie per person", "ties per person", "lien par personne", "liens par personne"]
        }
        Measure::Months => ["month", "months", "mois", "mois"],
        Measure::HoursPerMonth => ["hour a month", "hours a month", "heure par mois", "heures par mois"],
        Measure::PercentPerYear => ["point a year", "points a year", "point par an", "points par an"],
        Measure::Eur => ["EUR", "EUR", "€", "€"],
        Measure::EurPerYear => ["EUR a year", "EUR a year", "€ par an", "€ par an"],
        Measure::EurPerInhabitantPerYear => [
            "EUR a year for each inhabitant",
            "EUR a year for each inhabitant",
            "€ par an et par habitant",
            "€ par an et par habitant",
        ],
        Measure::EurPerJob => ["EUR per job", "EUR per job", "€ par emploi", "€ par emploi"],
    };
    match (one, language) {
        (true, Language::English) => en_one,
        (false, Language::English) => en,
        (true, Language::French) => fr_one,
        (false, Language::French) => fr,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn amounts_have_the_unit_and_the_number_of_their_language() {
        let of = |indicator, change| (size(indicator, change, English), size(indicator, change, French));
        assert_eq!(of(Indicator::AdultsInWork, -0.0081), ("0.81 points".into(), "0,81 point".into()));
        assert_eq!(
            of(Indicator::Inhabitants, 1234.0),
            ("1,234 persons".into(), "1\u{202f}234 personnes".into())
        );
        assert_eq!(of(Indicator::ProductiveAnchored, 51_000.0).1, "51\u{202f}000 € par an");
        assert_eq!(signed(Indicator::Inhabitants, 12.0, French), "+12");
        assert_eq!(change(Indicator::AdultsInWork, -0.0001, French), "\u{2212}0,01 point");
        assert_eq!(change(Indicator::AdultsInWork, -0.0001, English), "\u{2212}0.01 points");
        assert_eq!(change(Indicator::NewcomersIh, 0.2, English), "+0.200");
        assert_eq!(signed(Indicator::Inhabitants, 0.2, English), "0");
        assert_eq!(value(Indicator::MixedWork, 0.25, French), "25 %");
        assert_eq!(threshold(Indicator::AdultsInWork, 1.0, French), "0,1 point");
        assert_eq!(threshold(Indicator::MixedWork, 1.0, English), "5 points");
        assert_eq!(threshold(Indicator::ProductiveAnchored, 0.5, English), "25,000 EUR a year");
    }
}
