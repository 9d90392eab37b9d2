//! `docs/predictions.toml`, read.

use super::expectation::Expectation;
use serde::Deserialize;
use std::collections::HashSet;

/// Where predictions are written down.
pub const FILE: &str = "docs/predictions.toml";

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predictions {
    /// The day on which they were written down.
    pub written: String,
    /// Version of the model that they are about.
    pub version: u32,
    /// The predictions.
    pub row: Vec<Row>,
}

/// One prediction.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub id: String,
    /// What is measured: the id of an indicator, or a name of [`super::measures`].
    pub measure: String,
    /// Where.
    pub scenario: String,
    /// The scenario that is subtracted, world by world.
    pub against: Option<String>,
    /// Overrides of the scenario, `KEY=VALUE`.
    #[serde(default)]
    pub set: Vec<String>,
    /// Those of the other one.
    #[serde(default)]
    pub set_against: Vec<String>,
    /// Months simulated before it is read.
    pub month: u32,
    /// Months that end there over which it is averaged.
    #[serde(default = "one")]
    pub over: u32,
    /// Worlds, where it needs another number than most.
    pub worlds: Option<u32>,
    /// What calibration may look at.
    #[serde(default)]
    pub fitted: bool,
    pub why: String,
    expect: Kind,
    range: Option<[f64; 2]>,
    than: Option<f64>,
    of: Option<f64>,
}

fn one() -> u32 {
    1
}

/// The kinds of expectation.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Range,
    Above,
    Below,
    Within,
}

impl Row {
    /// What is expected; `Err` where words for another kind stand beside it, or its own are missing.
    fn expected(&self) -> Result<Expectation, String> {
        match (self.expect, self.range, self.than, self.of) {
            (Kind::Range, Some(range), None, None) if range[0] < range[1] => Ok(Expectation::Range(range)),
            (Kind::Range, ..) => {
                Err("expects a `range` of two numbers, the lower first, and no other word".to_owned())
            }
            (Kind::Above, None, than, None) => Ok(Expectation::Above(than.unwrap_or(0.0))),
            (Kind::Below, None, than, None) => Ok(Expectation::Below(than.unwrap_or(0.0))),
            (Kind::Above | Kind::Below, ..) => Err("takes `than` and no other word".to_owned()),
            (Kind::Within, None, None, Some(of)) if of > 0.0 => Ok(Expectation::Within(of)),
            (Kind::Within, ..) => Err("expects `of` above 0 and no other word".to_owned()),
        }
    }

    /// What is expected.
    pub fn expectation(&self) -> Expectation {
        self.expected().expect("checked when it was read")
    }

    fn check(&self) -> Result<(), String> {
        self.expected()?;
        if self.month == 0 || self.over == 0 || self.over > self.month {
            return Err(format!("averages {} months that end with month {}", self.over, self.month));
        }
        if self.worlds.is_some_and(|worlds| worlds < 2) {
            return Err("has no interval in fewer than two worlds".to_owned());
        }
        if self.against.is_none() && !self.set_against.is_empty() {
            return Err("has `set_against` and no `against`".to_owned());
        }
        Ok(())
    }
}

/// Reads the file; `Err` says in a sentence what is wrong with it.
pub fn read(text: &str) -> Result<Predictions, String> {
    let predictions: Predictions = toml::from_str(text).map_err(|error| format!("{FILE}: {error}"))?;
    let mut ids = HashSet::new();
    for row in &predictions.row {
        row.check().map_err(|what| format!("{FILE}: the prediction `{}` {what}.", row.id))?;
        if !ids.insert(&row.id) {
            return Err(format!("{FILE}: two predictions are called `{}`.", row.id));
        }
    }
    Ok(predictions)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = "written = \"2026-12-01\"\nversion = 2\n[[row]]\nid = \"a\"\nmeasure = \"inhabitants\"\n\
                       scenario = \"baseline\"\nmonth = 12\nwhy = \"\"\n";

    fn wrong(more: &str) -> String {
        read(&format!("{ROW}{more}")).map(|_| ()).expect_err("a mistake")
    }

    #[test]
    fn a_row_says_what_it_expects_and_nothing_else() {
        assert!(read(&format!("{ROW}expect = \"above\"\n")).is_ok());
        assert!(wrong("expect = \"within\"\n").contains("`a` expects `of`"));
        assert!(wrong("expect = \"above\"\nof = 3.0\n").contains("takes `than`"));
        assert!(wrong("expect = \"about\"\n").contains("unknown variant `about`"));
        assert!(wrong("expect = \"above\"\nmonths = 3\n").contains("unknown field `months`"));
        assert!(wrong("expect = \"above\"\nover = 13\n").contains("averages 13 months"));
    }

    #[test]
    fn the_committed_file_is_read() {
        let text = std::fs::read_to_string(crate::common::root().join(FILE)).expect("the file");
        read(&text).unwrap_or_else(|wrong| panic!("{wrong}"));
    }
}
