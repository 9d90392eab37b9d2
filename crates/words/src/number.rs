//! The one formatter of numbers for people.

use super::Language;
use hameau_model::kernel::units::Month;

/// A number with this many decimals: `−1,234.5` in English, `−1 234,5` with narrow no-break spaces in French. The sign is
/// the minus of typography, which is as wide as a digit and no hyphen: what programs read is not written with this. What
/// rounds to zero has no sign.
#[must_use]
pub fn number(value: f64, decimals: u8, language: Language) -> String {
    let (thousands, point) = language.of(((",", "."), ("\u{202f}", ",")));
    let plain = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let negative = value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let mut shown = String::from(if negative { "\u{2212}" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            shown.push_str(thousands);
        }
        shown.push(digit);
    }
    if !part.is_empty() {
        shown.push_str(point);
        shown.push_str(part);
    }
    shown
}

/// A size on the disk: `3.2 MB`, `3,2 Mo`.
#[must_use]
pub fn size(bytes: u64, language: Language) -> String {
    let units = language.of((["B", "kB", "MB", "GB", "TB"], ["o", "ko", "Mo", "Go", "To"]));
    let mut amount = bytes as f64;
    let mut unit = 0;
    while amount >= 999.5 && unit < units.len() - 1 {
        amount /= 1000.0;
        unit += 1;
    }
    let decimals = u8::from(unit > 0 && amount < 10.0);
    format!("{} {}", number(amount, decimals, language), units[unit])
}

/// A length of time in its two largest units: `45 s`, `3 min 20 s`, `2 h 05 min`, `3 d 4 h`.
#[must_use]
pub fn clock_time(seconds: f64, language: Language) -> String {
    let total = seconds.max(0.0).round() as u64;
    let day = language.of(("d", "j"));
    match total {
        0..60 => format!("{total} s"),
        60..3_600 => format!("{} min {:02} s", total / 60, total % 60),
        3_600..86_400 => format!("{} h {:02} min", total / 3_600, total % 3_600 / 60),
        _ => format!("{} {day} {} h", number((total / 86_400) as f64, 0, language), total % 86_400 / 3_600),
    }
}

/// A month in words: `March 2017`, `mars 2017`.
#[must_use]
pub fn month_name(month: Month, language: Language) -> String {
    const NAMES: [(&str, &str); 12] = [
        ("January", "janvier"),
        ("February", "février"),
        ("March", "mars"),
        ("April", "avril"),
        ("May", "mai"),
        ("June", "juin"),
        ("July", "juillet"),
        ("August", "août"),
        ("September", "septembre"),
        ("October", "octobre"),
        ("November", "novembre"),
        ("December", "décembre"),
    ];
    format!("{} {}", language.of(NAMES[month.of_year() as usize - 1]), month.year())
}

/// The months from one to another, or to the end: `March 2017 to the end`, `de mars 2017 à mai 2018`, `d'avril 2017
/// jusqu'à la fin`.
#[must_use]
pub fn months(from: Month, until: Option<Month>, language: Language) -> String {
    let from = month_name(from, language);
    let of = if from.starts_with(['a', 'o']) { "d'" } else { "de " };
    match until.map(|until| month_name(until, language)) {
        Some(until) => language.of((format!("{from} to {until}"), format!("{of}{from} à {until}"))),
        None => language.of((format!("{from} to the end"), format!("{of}{from} jusqu'à la fin"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        for (value, decimals, english, french) in [
            (0.0, 0, "0", "0"),
            (999.0, 0, "999", "999"),
            (1_000.0, 0, "1,000", "1\u{202f}000"),
            (1_234.5, 1, "1,234.5", "1\u{202f}234,5"),
            (-1_234_567.891, 2, "\u{2212}1,234,567.89", "\u{2212}1\u{202f}234\u{202f}567,89"),
            (-0.004, 2, "0.00", "0,00"),
            (-0.006, 2, "\u{2212}0.01", "\u{2212}0,01"),
            (999_999.9, 0, "1,000,000", "1\u{202f}000\u{202f}000"),
        ] {
            assert_eq!(number(value, decimals, English), english);
            assert_eq!(number(value, decimals, French), french);
        }
    }

    #[test]
    fn months_have_their_name() {
        assert_eq!(month_name(Month::new(2025, 5), English), "May 2025");
        assert_eq!(month_name(Month::new(2036, 12), French), "décembre 2036");
        let until = Some(Month::new(2025, 5));
        assert_eq!(months(Month::new(2022, 6), until, English), "June 2022 to May 2025");
        assert_eq!(months(Month::new(2022, 6), until, French), "de juin 2022 à mai 2025");
        assert_eq!(months(Month::new(2022, 10), None, French), "d'octobre 2022 jusqu'à la fin");
    }

    #[test]
    fn sizes_and_times_have_a_unit() {
        assert_eq!(size(0, English), "0 B");
        assert_eq!(size(3_210_000, English), "3.2 MB");
        assert_eq!(size(3_210_000, French), "3,2 Mo");
        assert_eq!(size(999_600, English), "1.0 MB");
        assert_eq!(clock_time(45.2, English), "45 s");
        assert_eq!(clock_time(200.0, English), "3 min 20 s");
        assert_eq!(clock_time(7_500.0, French), "2 h 05 min");
        assert_eq!(clock_time(274_000.0, French), "3 j 4 h");
    }
}
