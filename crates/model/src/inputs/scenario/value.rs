//! Values that are no TOML: what was meant by a number, a month or a text as people write them.

use super::reader::why_no_month;
use super::source::shorten;
use crate::inputs::mistakes::{Help, Phrase, Wrong};
use crate::kernel::decimal;
use crate::kernel::units::Month;
use toml::de::DeValue;

/// Spaces that look like the plain one and are another.
const ODD_SPACES: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2009}'];

/// What is wrong with the value of one line, told from the value as it stands.
pub(super) fn value_told(key: &str, value: &str, message: &str) -> (Wrong, Option<Help>) {
    let shown_key = shorten(key);
    let bare = value.split('#').next().unwrap_or_default().trim();
    let shown = shorten(bare);
    let syntax = |message: Phrase| Wrong::Syntax { message };
    let write = |better: &str| Some(Help::Write { text: format!("{shown_key} = {better}") });
    let months: Vec<&str> = bare.split('-').collect();
    if bare.is_empty() {
        return (syntax(Phrase::NoValue { key: shown_key }), None);
    }
    if Month::parse(bare).is_some() {
        return (syntax(Phrase::MonthQuotes), write(&format!("\"{bare}\"")));
    }
    if months.len() >= 2 && months.iter().all(|part| is_digits(part)) && months[0].len() == 4 {
        let (why, help) = why_no_month(&shown_key, bare);
        return (Wrong::NotAMonth { key: shown_key, value: shown, why }, help);
    }
    if let "true" | "false" = bare.to_ascii_lowercase().as_str() {
        return (syntax(Phrase::SmallLetters { word: shown }), write(&bare.to_ascii_lowercase()));
    }
    if let Some((message, help)) = number(&shown_key, bare) {
        return (syntax(message), Some(help));
    }
    if bare.starts_with(['“', '”', '«', '‘', '’']) {
        let inner = bare.trim_matches(|c| "“”«»‘’ \u{a0}\u{202f}".contains(c));
        return (syntax(Phrase::StraightQuotes), write(&format!("\"{}\"", shorten(inner))));
    }
    if bare.starts_with('"') && bare.len() > 1 && bare.ends_with('"') && bare.contains('\\') {
        return (syntax(Phrase::Backslash), write(&shorten(&bare.replace('\\', "/"))));
    }
    if bare.starts_with(['"', '\'']) {
        return (syntax(Phrase::TextOpen), None);
    }
    if let Some(at) = bare.find(|c: char| c.is_alphabetic() || c == '€' || c == '$').filter(|at| *at > 0)
        && let Some(number) = normal(&bare[..at])
    {
        return (syntax(Phrase::Alone { unit: shorten(&bare[at..]) }), write(&number));
    }
    if message.contains("leading zero") {
        return (syntax(Phrase::LeadingZero), write(bare.trim_start_matches('0')));
    }
    if message.contains("must be quoted") {
        let better = shorten(&bare.replace('\\', "/").replace('"', ""));
        return (syntax(Phrase::TextQuotes), write(&format!("\"{better}\"")));
    }
    (syntax(Phrase::Parser { message: message.to_owned() }), None)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A number as this program reads it, from one with a decimal comma, spaces between thousands, or nothing on one side
/// of its point; `None` for what is no number.
fn normal(text: &str) -> Option<String> {
    let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let point = joined.replacen(',', ".", 1);
    let plain = point.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b));
    let number = decimal::parse(&point).filter(|_| plain)?;
    Some(if point.starts_with(['.', '+', '-']) || point.ends_with('.') { number.to_string() } else { point })
}

/// What was meant by a number in the way of people and spreadsheets, and what is wrong with it.
pub(super) fn number(key: &str, text: &str) -> Option<(Phrase, Help)> {
    let write = |better: &str| Help::Write { text: format!("{key} = {better}") };
    if let Some(percent) = text.strip_suffix('%') {
        let percent = normal(percent)?;
        let share = super::number::plain(decimal::parse(&percent)? / 100.0);
        return Some((
            Phrase::Alone { unit: "%".to_owned() },
            Help::Percent { percent, text: format!("{key} = {share}") },
        ));
    }
    let groups: Vec<&str> = text.trim_start_matches(['+', '-']).split(',').collect();
    let thousands = groups[1..].iter().all(|group| group.len() == 3 && is_digits(group))
        && is_digits(groups[0])
        && groups[0].len() <= 3
        && !groups[0].starts_with('0');
    if thousands && groups.len() > 1 {
        let whole = format!("{key} = {}", text.replace(',', ""));
        return Some(if groups.len() == 2 {
            let decimals = format!("{key} = {}", text.replace(',', "."));
            (Phrase::CommaOfWhat, Help::ThousandsOrDecimals { whole, decimals })
        } else {
            (Phrase::NoSpaces, Help::Write { text: whole })
        });
    }
    let better = normal(text).filter(|better| better != text)?;
    let message = if text.contains(',') {
        Phrase::DecimalPoint
    } else if text.contains(char::is_whitespace) {
        Phrase::NoSpaces
    } else {
        Phrase::BothSides
    };
    Some((message, write(&better)))
}

/// A value as TOML writes it, from one that is written in the way of YAML.
pub(super) fn as_value(value: &str) -> String {
    let value = value.trim();
    if DeValue::parse(value).is_ok() {
        return shorten(value);
    }
    normal(value).unwrap_or_else(|| {
        let inner = value.trim_matches(|c| "\"'“”«» \u{a0}\u{202f}".contains(c));
        format!("\"{}\"", shorten(&inner.replace('\\', "/").replace('"', "")))
    })
}

/// The line with plain spaces, where these are all that it lacks.
pub(super) fn with_plain_spaces(line: &str) -> Option<String> {
    let plain = line.replace(ODD_SPACES, " ");
    let plain = plain.trim();
    (plain != line.trim_matches(' ') && toml::de::DeTable::parse(plain).is_ok()).then(|| plain.to_owned())
}
