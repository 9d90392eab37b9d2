//! The file of a test: a scenario, and what is expected of its indicators.

use super::files::{self, Files};
use super::reader::{Reader, Value, in_order};
use super::syntax::{self, Parsed};
use super::written::{Layer, Written};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::inputs::parameters::{Key, Kind, Row, Unit};
use crate::kernel::units::Month;
use toml::de::{DeTable, DeValue};

/// Keys at the top of the file.
const TOP: [&str; 4] = ["scenario", "replicates", "seed", "expect"];
/// Keys of an expectation.
const EXPECT: [&str; 9] = [
    "indicator",
    "at",
    "versus",
    "mean",
    "median",
    "every_world",
    "share_of_worlds",
    "difference",
    "verdict",
];
/// Keys of a range.
const RANGE: [&str; 2] = ["at_least", "at_most"];
/// Keys of a share of worlds: the range of the share, and that of the values which it counts.
const SHARE: [&str; 4] = ["at_least", "at_most", "where_at_least", "where_at_most"];
/// No indicator is beyond this.
const LARGEST: f64 = 1e15;

/// A test of a scenario, as written and read.
#[derive(Clone, Debug)]
pub struct Expectations {
    /// Its file.
    pub file: String,
    /// The scenario put to the test, as a path from where the program runs; none where it is missing or wrong.
    pub scenario: Option<Written<String>>,
    /// Worlds, when the file says so.
    pub replicates: Option<u32>,
    /// Seed, when the file says so.
    pub seed: Option<u64>,
    /// The expectations, as far as each could be read.
    pub list: Vec<Expectation>,
}

/// What is expected of an indicator.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// Where it is written.
    pub spot: Spot,
    /// Id of the indicator; none where it is missing or wrong.
    pub indicator: Option<Written<String>>,
    /// The month; the last one when nothing is said.
    pub at: Option<Written<Month>>,
    /// The scenario compared with, as a path from where the program runs.
    pub versus: Option<Written<String>>,
    /// What is claimed; none where it is missing or wrong.
    pub claim: Option<Claim>,
}

/// What is claimed of an indicator over the worlds.
#[derive(Clone, Debug)]
pub enum Claim {
    /// Its mean is within these.
    Mean(Bounds),
    /// Its median is.
    Median(Bounds),
    /// Its value in each world is.
    EveryWorld(Bounds),
    /// The share of worlds in which its value is within `of` is within `share`.
    ShareOfWorlds {
        /// Bounds of the share.
        share: Bounds,
        /// Bounds of the value.
        of: Bounds,
    },
    /// The mean of the differences to the same worlds of another scenario is within these.
    Difference(Bounds),
    /// What the worlds allow to say of that difference is one of these.
    Verdict(Vec<Written<String>>),
}

impl Claim {
    /// The key that claims it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Mean(_) => "mean",
            Self::Median(_) => "median",
            Self::EveryWorld(_) => "every_world",
            Self::ShareOfWorlds { .. } => "share_of_worlds",
            Self::Difference(_) => "difference",
            Self::Verdict(_) => "verdict",
        }
    }

    /// Whether it compares with another scenario.
    const fn compares(&self) -> bool {
        matches!(self, Self::Difference(_) | Self::Verdict(_))
    }
}

/// Ends of a range, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// The lower end, when there is one.
    pub at_least: Option<f64>,
    /// The upper end, when there is one.
    pub at_most: Option<f64>,
}

impl Bounds {
    /// Whether a value is within them.
    #[must_use]
    pub fn hold(self, value: f64) -> bool {
        self.at_least.is_none_or(|low| value >= low) && self.at_most.is_none_or(|high| value <= high)
    }

    const fn is_empty(self) -> bool {
        self.at_least.is_none() && self.at_most.is_none()
    }
}

/// The test in the file `path`, as far as it can be read, and every mistake of the file itself. Those of its scenarios are
/// found when these are resolved.
#[must_use]
pub fn expectations(path: &str, files: &dyn Files) -> (Option<Expectations>, Mistakes) {
    let path = &crate::inputs::library::complete(path);
    let mut mistakes = Mistakes::default();
    let read = read(path, files, &mut mistakes);
    (read, mistakes)
}

fn read(path: &str, files: &dyn Files, mistakes: &mut Mistakes) -> Option<Expectations> {
    let source = syntax::open(path, files, mistakes)?;
    let Parsed { table, torn, lines } = syntax::parse(&source, mistakes);
    if torn {
        return None;
    }
    let mut found = Expectations {
        file: path.to_owned(),
        scenario: None,
        replicates: None,
        seed: None,
        list: Vec::new(),
    };
    let before = mistakes.0.len();
    let mut reader = Reader { source: &source, layer: Layer::Scenario, mistakes };
    for (key, value) in in_order(&table) {
        match key.get_ref().as_ref() {
            "scenario" => found.scenario = reader.path("scenario", value),
            "replicates" => {
                let row = Row { name: "replicates", ..*Key::Replicates.row() };
                found.replicates = reader.parameter(&row, value).map(|worlds| worlds.value as u32);
            }
            "seed" => found.seed = reader.parameter(Key::Seed.row(), value).map(|seed| seed.value as u64),
            "expect" => found.list = reader.expectations(value),
            _ => reader.unknown_of(key, &TOP, Phrase::AtTop),
        }
    }
    // A key that is misspelt is not missing too.
    if mistakes.0.len() == before && lines.is_empty() {
        for (key, help) in [("scenario", Help::ScenarioOfTest), ("expect", Help::ExpectForm)] {
            if !table.contains_key(key) {
                let what = Wrong::Missing { key: key.to_owned(), owner: Phrase::TheTest };
                mistakes.push(Spot::whole(path), what, help);
            }
        }
    }
    Some(found)
}

impl Reader<'_> {
    /// A path from this file, as one from where the program runs.
    fn path(&mut self, key: &str, value: &Value<'_>) -> Option<Written<String>> {
        let mut path = self.text(key, value)?;
        path.value = files::join(self.source.name(), &path.value);
        Some(path)
    }

    fn expectations(&mut self, value: &Value<'_>) -> Vec<Expectation> {
        let DeValue::Array(list) = value.get_ref() else {
            let help = Help::KeysBelow { header: "[[expect]]".to_owned() };
            self.other_type("expect", value, Phrase::Tables, help);
            return Vec::new();
        };
        list.iter().filter_map(|item| self.expectation(item)).collect()
    }

    fn expectation(&mut self, value: &Value<'_>) -> Option<Expectation> {
        let table = self.table("expect", value, Help::ExpectForm)?;
        let before = self.mistakes.0.len();
        let (mut indicator, mut at, mut versus, mut claims) = (None, None, None, Vec::new());
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "indicator" => indicator = self.text("indicator", value),
                "at" => at = self.month("at", value),
                "versus" => versus = self.path("versus", value),
                name if EXPECT.contains(&name) => claims.push((key, self.claim(name, value))),
                _ => self.unknown_of(key, &EXPECT, Phrase::In { what: "[[expect]]".to_owned() }),
            }
        }
        // A key that is misspelt is not missing too.
        if self.mistakes.0.len() == before && indicator.is_none() {
            let what = Wrong::Missing { key: "indicator".to_owned(), owner: Phrase::AnExpectation };
            let help = Help::ForInstance { text: "indicator = \"works_operating_count\"".to_owned() };
            self.wrong(value.span(), what, help);
        }
        let claim = match &claims[..] {
            [] if self.mistakes.0.len() == before => {
                self.wrong(value.span(), Wrong::NoClaim, Help::ClaimForm);
                None
            }
            [] => None,
            [(key, claim)] => {
                if let Some(claim) = claim {
                    self.fits(claim, key.span(), table.contains_key("versus"));
                }
                claim.clone()
            }
            [_, (second, _), ..] => {
                let names: Vec<String> =
                    claims.iter().map(|(key, _)| format!("`{}`", key.get_ref())).collect();
                let what = Wrong::SeveralClaims { keys: names.join(", ") };
                self.wrong(second.span(), what, Help::OneClaimEach);
                None
            }
        };
        Some(Expectation { spot: self.source.spot(value.span()), indicator, at, versus, claim })
    }

    /// Notes a claim about a comparison without one, and one about a single scenario with one.
    fn fits(&mut self, claim: &Claim, span: std::ops::Range<usize>, versus: bool) {
        let key = claim.key().to_owned();
        match versus {
            false if claim.compares() => {
                let help = Help::ForInstance { text: "versus = \"hameau:baseline\"".to_owned() };
                self.wrong(span, Wrong::ClaimOfTwo { key }, help);
            }
            true if !claim.compares() => self.wrong(span, Wrong::ClaimOfOne { key }, Help::ClaimForm),
            _ => {}
        }
    }

    fn claim(&mut self, key: &str, value: &Value<'_>) -> Option<Claim> {
        let claim = match key {
            "mean" => Claim::Mean,
            "median" => Claim::Median,
            "every_world" => Claim::EveryWorld,
            "difference" => Claim::Difference,
            "verdict" => return self.verdicts(value).map(Claim::Verdict),
            _ => return self.share_of_worlds(value),
        };
        let table = self.range_table(key, value)?;
        self.range(key, value, table, RANGE).map(claim)
    }

    /// One verdict, or a list of them.
    fn verdicts(&mut self, value: &Value<'_>) -> Option<Vec<Written<String>>> {
        if value.get_ref().is_array() {
            let list = self.texts("verdict", value);
            return (!list.is_empty()).then_some(list);
        }
        Some(vec![self.text("verdict", value)?])
    }

    fn share_of_worlds(&mut self, value: &Value<'_>) -> Option<Claim> {
        let key = "share_of_worlds";
        let table = self.range_table(key, value)?;
        let share = self.range(key, value, table, RANGE);
        let of = self.range(key, value, table, ["where_at_least", "where_at_most"]);
        Some(Claim::ShareOfWorlds { share: share?, of: of? })
    }

    /// The table of a range, its unknown keys noted.
    fn range_table<'v, 't>(&mut self, key: &str, value: &'v Value<'t>) -> Option<&'v DeTable<'t>> {
        let (known, text): (&[&'static str], String) = if key == "share_of_worlds" {
            (&SHARE, format!("{key} = {{ where_at_least = 1, at_least = 0.8 }}"))
        } else {
            (&RANGE, format!("{key} = {{ at_least = 2, at_most = 9 }}"))
        };
        let table = self.table(key, value, Help::ForInstance { text })?;
        let before = self.mistakes.0.len();
        for (name, _) in in_order(table) {
            if !known.contains(&name.get_ref().as_ref()) {
                self.unknown_of(name, known, Phrase::In { what: key.to_owned() });
            }
        }
        (self.mistakes.0.len() == before).then_some(table)
    }

    /// A range by the keys of its two ends, one of which is enough.
    fn range(
        &mut self,
        key: &str,
        value: &Value<'_>,
        table: &DeTable<'_>,
        ends: [&'static str; 2],
    ) -> Option<Bounds> {
        let before = self.mistakes.0.len();
        let share = key == "share_of_worlds" && ends == RANGE;
        let [at_least, at_most] =
            ends.map(|end| self.parameter(&bound(end, share), table.get(end)?).map(|bound| bound.value));
        let bounds = Bounds { at_least, at_most };
        if self.mistakes.0.len() > before {
            return None;
        }
        if bounds.is_empty() {
            let what =
                Wrong::Missing { key: ends[0].to_owned(), owner: Phrase::TableOf { key: key.to_owned() } };
            let help = Help::ForInstance { text: format!("{} = {}", ends[0], if share { 0.8 } else { 1.0 }) };
            self.wrong(value.span(), what, help);
            return None;
        }
        if let (Some(low), Some(high)) = (at_least, at_most)
            && low > high
        {
            self.wrong(value.span(), Wrong::EmptyRange { key: key.to_owned(), low, high }, None);
            return None;
        }
        Some(bounds)
    }
}

/// An end of a range: no parameter of the model, but read like one.
const fn bound(name: &'static str, share: bool) -> Row {
    let (unit, low, high) = if share { (Unit::Share, 0.0, 1.0) } else { (Unit::None, -LARGEST, LARGEST) };
    Row { name, unit, kind: Kind::Real, low, high, ..Row::share_of_funding() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::scenario::Memory;

    const TEST: &str = r#"
scenario = "../policy.toml"
replicates = 20
seed = 3

[[expect]]
indicator = "works_operating_count"
at = "2031-12"
mean = { at_least = 2, at_most = 9 }

[[expect]]
indicator = "works_operating_count"
share_of_worlds = { where_at_least = 1, at_least = 0.8 }

[[expect]]
indicator = "inhabitants_persons"
versus = "hameau:baseline"
verdict = ["better", "perhaps_better"]
"#;

    fn read(text: &str) -> (Option<Expectations>, Mistakes) {
        expectations("a/t.toml", &Memory::default().with("a/t.toml", text))
    }

    #[test]
    fn a_test_is_read_with_where_its_paths_lead() {
        let (found, mistakes) = read(TEST);
        assert_eq!(mistakes, Mistakes::default());
        let found = found.expect("a test");
        assert_eq!(found.scenario.expect("a scenario").value, "policy.toml");
        assert_eq!((found.replicates, found.seed, found.list.len()), (Some(20), Some(3), 3));
        let [mean, share, verdict] = &found.list[..] else { panic!("three") };
        assert!(matches!(mean.claim, Some(Claim::Mean(Bounds { at_least: Some(2.0), at_most: Some(9.0) }))));
        assert_eq!((mean.at.as_ref().map(|at| at.value), mean.spot.line), (Month::parse("2031-12"), 6));
        assert!(matches!(
            share.claim,
            Some(Claim::ShareOfWorlds { of: Bounds { at_least: Some(1.0), .. }, .. })
        ));
        assert_eq!(verdict.versus.as_ref().map(|path| &path.value[..]), Some("hameau:baseline.toml"));
    }

    #[test]
    fn every_mistake_of_a_test_is_told() {
        let wrong = TEST
            .replace("replicates = 20", "replicates = 0")
            .replace("at_most = 9", "at_mots = 9")
            .replace("at_least = 0.8", "at_least = 80")
            .replace("versus = \"hameau:baseline\"\n", "");
        let told = read(&wrong).1.to_string();
        for part in [
            "a/t.toml:3:14: `replicates` = 0 is out of range",
            "a/t.toml:9:24: unknown key `at_mots` in `mean`",
            "did you mean `at_most`?",
            "`at_least` = 80 is out of range: 0 to 1",
            "80 % of a whole: write `at_least = 0.8`",
            "`verdict` compares with another scenario, and there is no `versus`",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        for (line, part) in [
            ("mean = { at_least = 9, at_most = 2 }", "no number is at least 9 and at most 2"),
            ("mean = {}", "the table of `mean` has no `at_least`"),
            ("mean = 3", "expected a table, found a whole number"),
            ("share_of_worlds = { at_least = 1 }", "has no `where_at_least`"),
            (
                "mean = { at_least = 1 }\nmedian = { at_least = 1 }",
                "several things at once: `mean`, `median`",
            ),
            ("versus = \"x.toml\"\nmean = { at_least = 1 }", "`mean` tells of one scenario"),
            ("", "says nothing of its indicator"),
        ] {
            let told =
                read(&format!("scenario = \"a\"\n[[expect]]\nindicator = \"x\"\n{line}\n")).1.to_string();
            assert!(told.contains(part), "{part}: {told}");
        }
        let told = read("replicates = 2").1.to_string();
        assert!(
            told.contains("the test has no `scenario`") && told.contains("the test has no `expect`"),
            "{told}"
        );
    }
}
