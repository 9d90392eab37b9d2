//! Reading the value of one parameter by its row in the table.

use super::reader::{Reader, Value, in_order};
use super::written::Written;
use crate::inputs::mistakes::nearness::did_you_mean;
use crate::inputs::mistakes::{Help, Phrase, Wrong};
use crate::inputs::parameters::{Kind, Row, Unit};
use crate::kernel::decimal;
use toml::de::DeValue;

impl Reader<'_> {
    /// The value of the parameter `row`, bare or as `{ value = ..., source = "..." }`.
    pub fn parameter(&mut self, row: &Row, value: &Value<'_>) -> Option<Written<f64>> {
        let key = row.key();
        let DeValue::Table(table) = value.get_ref() else { return self.scalar(row, value) };
        let mut number = None;
        let mut source = None;
        let mut given = false;
        for (name, inner) in in_order(table) {
            match name.get_ref().as_ref() {
                "value" => {
                    given = true;
                    number = self.scalar(row, inner);
                }
                "source" => source = self.text("source", inner).map(|text| text.value),
                other => {
                    let place = Phrase::In { what: key.to_owned() };
                    let help = did_you_mean(other, ["value", "source"]).or(Some(Help::ValueHas));
                    let other = super::source::shorten(other);
                    self.wrong(name.span(), Wrong::UnknownKey { key: other, place }, help);
                }
            }
        }
        if !given {
            let what =
                Wrong::Missing { key: "value".to_owned(), owner: Phrase::TableOf { key: key.to_owned() } };
            let default = row.shown(row.default);
            let text = format!("{key} = {{ value = {default}, source = \"...\" }}");
            self.wrong(value.span(), what, Help::Write { text });
        }
        number.map(|number| Written { source, ..number })
    }

    fn scalar(&mut self, row: &Row, value: &Value<'_>) -> Option<Written<f64>> {
        let number = match row.kind {
            Kind::Real | Kind::Integer => self.count_or_measure(row, value)?,
            Kind::Switch => self.switch(row, value)?,
            Kind::Choice(words) => self.choice(row, words, value)?,
            Kind::Date => f64::from(self.month(row.key(), value)?.value.index()),
        };
        if !(row.low..=row.high).contains(&number) {
            let what =
                Wrong::OutOfRange { key: row.key().to_owned(), value: self.shown(value), range: row.range() };
            let share =
                matches!(row.unit, Unit::Share | Unit::Probability) && number > 1.0 && number <= 100.0;
            let help = share.then(|| Help::Percent {
                percent: number.to_string(),
                text: format!("{} = {}", row.key(), plain(number / 100.0)),
            });
            self.wrong(value.span(), what, help);
            return None;
        }
        Some(self.written(number, value.span()))
    }

    fn count_or_measure(&mut self, row: &Row, value: &Value<'_>) -> Option<f64> {
        let key = row.key();
        let wanted = if row.kind == Kind::Integer { Phrase::Whole } else { Phrase::Number };
        let number = match value.get_ref() {
            DeValue::Integer(integer) => integer_value(integer.as_str(), integer.radix()),
            DeValue::Float(float) => decimal::parse(float.as_str()).unwrap_or(f64::NAN),
            DeValue::String(text) => {
                let digits = text.trim().replace(',', ".");
                let help = decimal::parse(&digits).filter(|n| n.is_finite());
                let help = help.map(|number| Help::WithoutQuotes { text: format!("{key} = {number}") });
                self.other_type(key, value, wanted, help);
                return None;
            }
            _ => {
                self.other_type(key, value, wanted, None);
                return None;
            }
        };
        let shown = self.shown(value);
        let key = key.to_owned();
        if !number.is_finite() {
            let help = Help::TheRange { range: row.range() };
            self.wrong(value.span(), Wrong::NotFinite { key, value: shown }, help);
            None
        } else if number == 0.0 && number.is_sign_negative() || is_minus_zero(value.get_ref()) {
            let help = Help::Write { text: format!("{key} = 0") };
            self.wrong(value.span(), Wrong::NegativeZero { key, value: shown }, help);
            None
        } else if row.kind == Kind::Integer && number.fract() != 0.0 {
            let help = Help::TheRange { range: row.range() };
            self.wrong(value.span(), Wrong::NotWhole { key, value: shown }, help);
            None
        } else {
            Some(number)
        }
    }

    fn switch(&mut self, row: &Row, value: &Value<'_>) -> Option<f64> {
        if let DeValue::Boolean(on) = value.get_ref() {
            return Some(f64::from(u8::from(*on)));
        }
        let meant = match value.get_ref() {
            DeValue::String(text) => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" | "oui" | "1" => Some(true),
                "false" | "no" | "off" | "non" | "0" => Some(false),
                _ => None,
            },
            DeValue::Integer(number) if number.as_str() == "1" => Some(true),
            DeValue::Integer(number) if number.as_str() == "0" => Some(false),
            _ => None,
        };
        let help = meant.map(|on| Help::Write { text: format!("{} = {on}", row.key()) });
        self.other_type(row.key(), value, Phrase::TrueOrFalse, help);
        None
    }

    fn choice(&mut self, row: &Row, words: &[&'static str], value: &Value<'_>) -> Option<f64> {
        let list = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let Some(text) = value.get_ref().as_str() else {
            self.other_type(row.key(), value, Phrase::OneOf { list }, None);
            return None;
        };
        let found = words.iter().position(|word| *word == text);
        if found.is_none() {
            let what =
                Wrong::NotAChoice { key: row.key().to_owned(), value: self.shown(value), words: list.into() };
            self.wrong(value.span(), what, did_you_mean(text, words.iter().copied()));
        }
        found.map(|at| at as f64)
    }
}

/// A whole number of any length: beyond 2^53 it only has to stay out of every range.
pub(super) fn integer_value(digits: &str, radix: u32) -> f64 {
    i128::from_str_radix(digits, radix)
        .map_or_else(|_| decimal::parse(digits).unwrap_or(f64::MAX), |whole| whole as f64)
}

/// `-0`, which as a whole number loses its sign.
fn is_minus_zero(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Integer(integer) if integer.as_str() == "-0")
}

/// A number without the noise of binary fractions.
pub(super) fn plain(number: f64) -> f64 {
    decimal::parse(&format!("{number:.9}")).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::super::written::Layer;
    use super::*;
    use crate::inputs::mistakes::Mistakes;
    use crate::inputs::parameters::Key;
    use toml::de::DeTable;

    /// A row like no other of today's table: what it is made of is what is asked here.
    fn row(kind: Kind, high: f64) -> Row {
        Row { name: "place.kind", unit: Unit::None, kind, default: 0.0, low: 0.0, high, ..*Key::Start.row() }
    }

    fn read(row: &Row, text: &str) -> Result<f64, String> {
        let source = Source::new("a.toml", format!("kind = {text}"));
        let table = DeTable::parse(source.text()).expect("TOML").into_inner();
        let mut mistakes = Mistakes::default();
        let mut reader = Reader { source: &source, layer: Layer::Scenario, mistakes: &mut mistakes };
        let value = table.get("kind").expect("a value");
        match reader.parameter(row, value) {
            Some(written) => Ok(written.value),
            None => Err(mistakes.to_string()),
        }
    }

    #[test]
    fn a_choice_is_a_word_of_its_list() {
        let choice = row(Kind::Choice(&["council", "users", "co-governed"]), 2.0);
        assert_eq!(read(&choice, "\"users\""), Ok(1.0));
        assert_eq!(read(&choice, "{ value = \"co-governed\", source = \"statutes\" }"), Ok(2.0));
        insta::assert_snapshot!(read(&choice, "\"usres\"").unwrap_err(), @r#"
        a.toml:1:8: `kind` = "usres" is not one of "council", "users", "co-governed"
          did you mean `users`?
        "#);
        insta::assert_snapshot!(read(&choice, "1").unwrap_err(), @r#"a.toml:1:8: `kind` = 1: expected one of "council", "users", "co-governed", found a whole number"#);
    }

    #[test]
    fn a_switch_is_true_or_false() {
        let switch = row(Kind::Switch, 1.0);
        assert_eq!(read(&switch, "true"), Ok(1.0));
        assert_eq!(read(&switch, "false"), Ok(0.0));
        insta::assert_snapshot!(read(&switch, "\"oui\"").unwrap_err(), @r#"
        a.toml:1:8: `kind` = "oui": expected true or false, found text
          write `kind = true`
        "#);
        insta::assert_snapshot!(read(&switch, "0").unwrap_err(), @"
        a.toml:1:8: `kind` = 0: expected true or false, found a whole number
          write `kind = false`
        ");
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_point() {
        let whole = row(Kind::Integer, 20.0);
        assert_eq!(read(&whole, "14.0"), Ok(14.0));
        assert_eq!(read(&whole, "0x0E"), Ok(14.0));
        assert_eq!(read(&whole, "1_4"), Ok(14.0));
        assert!(read(&whole, "14.5").is_err());
        assert!(read(&whole, "-0").is_err());
    }
}
