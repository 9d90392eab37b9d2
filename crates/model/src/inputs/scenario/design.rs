//! The file of a factorial study: a base, factors that are on or off, and what they are expected to act on.

use super::document::base_of;
use super::files::{self, Files};
use super::reader::{Name, Reader, Value, as_name, in_order};
use super::source::shorten;
use super::syntax::{self, Parsed};
use super::written::{Layer, Title, Written};
use crate::inputs::mistakes::nearness::{did_you_mean, listed};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use toml::de::DeValue;

/// Keys at the top of the file.
const TOP: [&str; 6] = ["name", "title", "base", "replicates_count", "outcomes", "factor"];
/// Keys of a factor.
const FACTOR: [&str; 4] = ["name", "title", "on", "off"];
/// Keys of a level.
const LEVEL: [&str; 2] = ["without", "set"];
/// Factors at most: each doubles the settings.
const MOST_FACTORS: usize = 6;

/// A factorial study as written and read.
#[derive(Clone, Debug)]
pub struct Design {
    /// Its file.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<Title>,
    /// The scenario in which every factor can be on or off, as a path from where the program runs.
    pub base: String,
    /// Worlds of each setting, when the file says so.
    pub replicates: Option<u32>,
    /// Ids of the indicators that are looked at.
    pub outcomes: Vec<Written<String>>,
    /// The factors.
    pub factors: Vec<Factor>,
}

/// One factor.
#[derive(Clone, Debug)]
pub struct Factor {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<Title>,
    /// What its being off and its being on change in the base.
    pub levels: [Level; 2],
}

/// What one level of a factor changes in the base.
#[derive(Clone, Debug, Default)]
pub struct Level {
    /// Entries left out.
    pub without: Vec<String>,
    /// Keys set, `KEY=VALUE`; one of an entry that another factor leaves out is left out with it.
    pub set: Vec<String>,
}

/// The study in the file `path`.
///
/// # Errors
/// With every mistake of the file itself; those of its base are found when its settings are resolved.
pub fn design(path: &str, files: &dyn Files) -> Result<Design, Mistakes> {
    let path = &crate::inputs::library::complete(path);
    let mut mistakes = Mistakes::default();
    let design = read(path, files, &mut mistakes);
    match design {
        Some(design) => mistakes.or(design),
        None => Err(mistakes),
    }
}

fn read(path: &str, files: &dyn Files, mistakes: &mut Mistakes) -> Option<Design> {
    let source = syntax::open(path, files, mistakes)?;
    let Parsed { table, torn, .. } = syntax::parse(&source, mistakes);
    if torn {
        return None;
    }
    let before = mistakes.0.len();
    let mut reader = Reader { source: &source, layer: Layer::Scenario, mistakes };
    let mut design = Design {
        file: path.to_owned(),
        name: as_name(files::stem(path)),
        title: None,
        base: String::new(),
        replicates: None,
        outcomes: Vec::new(),
        factors: Vec::new(),
    };
    for (key, value) in in_order(&table) {
        match key.get_ref().as_ref() {
            "name" => design.name = reader.name("name", value)?.value,
            "title" => design.title = reader.title(value).map(|title| title.value),
            "base" => {
                reader.text("base", value);
            }
            "replicates_count" => design.replicates = reader.worlds(value),
            "outcomes" => design.outcomes = reader.texts("outcomes", value),
            "factor" => design.factors = reader.factors(value),
            _ => reader.unknown_of(key, &TOP, Phrase::AtTop),
        }
    }
    if let Some((base, _)) = base_of(path, &table) {
        design.base = base;
    }
    // A key that is misspelt is not missing too.
    if reader.mistakes.0.len() > before {
        return Some(design);
    }
    let missing = |key: &str| Wrong::Missing { key: key.to_owned(), owner: Phrase::TheStudy };
    for (key, help) in
        [("base", Help::BaseOfStudy), ("outcomes", Help::OutcomesNeeded), ("factor", Help::FactorForm)]
    {
        if !table.contains_key(key) {
            reader.mistakes.push(Spot::whole(path), missing(key), help);
        }
    }
    Some(design)
}

impl Reader<'_> {
    /// Notes a key that is none of those known.
    pub(super) fn unknown_of(&mut self, key: &Name<'_>, known: &[&'static str], place: Phrase) {
        let help = did_you_mean(key.get_ref(), known.iter().copied())
            .or_else(|| listed(Phrase::Keys, known.iter().copied()));
        let what = Wrong::UnknownKey { key: shorten(key.get_ref()), place };
        self.wrong(key.span(), what, help);
    }

    fn worlds(&mut self, value: &Value<'_>) -> Option<u32> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.to_string().parse().ok(),
            _ => None,
        };
        let worlds = number.filter(|worlds| (1..=10_000_000).contains(worlds));
        if worlds.is_none() {
            self.other_type("replicates_count", value, Phrase::Worlds { most: "10,000,000" }, None);
        }
        worlds
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &str, value: &Value<'_>) -> Vec<Written<String>> {
        let DeValue::Array(list) = value.get_ref() else {
            let help = value
                .get_ref()
                .is_str()
                .then(|| Help::Write { text: format!("{key} = [{}]", self.shown(value)) });
            self.other_type(key, value, Phrase::Texts, help);
            return Vec::new();
        };
        list.iter().filter_map(|item| self.text(key, item)).collect()
    }

    fn factors(&mut self, value: &Value<'_>) -> Vec<Factor> {
        let DeValue::Array(list) = value.get_ref() else {
            let help = Help::KeysBelow { header: "[[factor]]".to_owned() };
            self.other_type("factor", value, Phrase::Tables, help);
            return Vec::new();
        };
        if list.len() > MOST_FACTORS {
            let what = Wrong::TooManyFactors { count: list.len(), most: MOST_FACTORS };
            self.wrong(value.span(), what, Help::EachDoubles);
        }
        let mut factors: Vec<Factor> = Vec::new();
        for item in list {
            let Some(factor) = self.factor(item) else { continue };
            if let Some(at) = factors.iter().position(|other| other.name == factor.name) {
                let line = self.source.line(list[at].span().start);
                let what = Wrong::DuplicateName { name: shorten(&factor.name), line };
                self.wrong(item.span(), what, Help::OwnName);
            }
            factors.push(factor);
        }
        factors
    }

    fn factor(&mut self, value: &Value<'_>) -> Option<Factor> {
        let table = self.table("factor", value, None)?;
        let mut factor =
            Factor { name: String::new(), title: None, levels: [Level::default(), Level::default()] };
        let before = self.mistakes.0.len();
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "name" => factor.name = self.name("name", value)?.value,
                "title" => factor.title = self.title(value).map(|title| title.value),
                "off" => factor.levels[0] = self.level("off", value),
                "on" => factor.levels[1] = self.level("on", value),
                _ => self.unknown_of(key, &FACTOR, Phrase::In { what: "[[factor]]".to_owned() }),
            }
        }
        if self.mistakes.0.len() > before {
            return Some(factor);
        }
        let missing = |key: &str| Wrong::Missing { key: key.to_owned(), owner: Phrase::AFactor };
        if !table.contains_key("name") {
            self.wrong(
                value.span(),
                missing("name"),
                Help::ForInstance { text: "name = \"place\"".to_owned() },
            );
        }
        if !table.contains_key("on") && !table.contains_key("off") {
            self.wrong(value.span(), missing("off"), Help::FactorChanges);
        }
        Some(factor)
    }

    fn level(&mut self, name: &str, value: &Value<'_>) -> Level {
        let mut level = Level::default();
        let help = Help::ForInstance { text: format!("{name} = {{ without = [\"place\"] }}") };
        let Some(table) = self.table(name, value, help) else { return level };
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "without" => level.without = values(self.texts("without", value)),
                "set" => level.set = values(self.texts("set", value)),
                _ => self.unknown_of(key, &LEVEL, Phrase::In { what: name.to_owned() }),
            }
        }
        level
    }
}

fn values(written: Vec<Written<String>>) -> Vec<String> {
    written.into_iter().map(|one| one.value).collect()
}

impl Design {
    /// How many settings there are: two to the number of factors.
    #[must_use]
    pub fn settings(&self) -> usize {
        1 << self.factors.len()
    }

    /// Whether a factor is on in a setting.
    #[must_use]
    pub const fn is_on(setting: usize, factor: usize) -> bool {
        setting >> factor & 1 == 1
    }

    /// What overrides the base in a setting, as `KEY=VALUE`.
    #[must_use]
    pub fn overrides(&self, setting: usize) -> Vec<String> {
        let levels = || {
            self.factors
                .iter()
                .enumerate()
                .map(|(at, factor)| &factor.levels[usize::from(Self::is_on(setting, at))])
        };
        let mut without: Vec<&str> = Vec::new();
        for name in levels().flat_map(|level| &level.without) {
            if !without.contains(&&name[..]) {
                without.push(name);
            }
        }
        let of_one_left_out = |set: &&String| {
            without.iter().any(|name| set.trim_start().starts_with(&format!("programme.{name}.")))
        };
        let sets = levels().flat_map(|level| &level.set).filter(|set| !of_one_left_out(set)).cloned();
        let names: Vec<String> = without.iter().map(|name| format!("{name:?}")).collect();
        let dropped = (!names.is_empty()).then(|| format!("without=[{}]", names.join(", ")));
        dropped.into_iter().chain(sets).collect()
    }

    /// The name of a setting: the factors that are on, or `none`.
    #[must_use]
    pub fn setting_name(&self, setting: usize) -> String {
        let on: Vec<&str> = self
            .factors
            .iter()
            .enumerate()
            .filter(|(at, _)| Self::is_on(setting, *at))
            .map(|(_, factor)| &factor.name[..])
            .collect();
        if on.is_empty() { "none".to_owned() } else { on.join("+") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::scenario::{Memory, Overrides, resolve};

    const STUDY: &str = r#"
base = "hameau:facilitation"
outcomes = ["active_users_persons"]

[[factor]]
name = "place"
off = { without = ["opening", "after-the-grant", "facilitator"] }

[[factor]]
name = "convening"
on = { set = ["programme.facilitator.convening_share=0.5"] }
off = { set = ["programme.facilitator.convening_share=0"] }
"#;

    fn read(text: &str) -> Result<Design, Mistakes> {
        design("a/s.toml", &Memory::default().with("a/s.toml", text))
    }

    #[test]
    fn a_setting_is_a_few_overrides_of_the_base() {
        let design = read(STUDY).expect("no mistake");
        assert_eq!((design.settings(), &design.base[..]), (4, "hameau:facilitation.toml"));
        assert_eq!(design.setting_name(0), "none");
        assert_eq!(design.setting_name(3), "place+convening");
        assert_eq!(design.overrides(0), ["without=[\"opening\", \"after-the-grant\", \"facilitator\"]"]);
        assert_eq!(design.overrides(3), ["programme.facilitator.convening_share=0.5"]);
        for setting in 0..4 {
            let overrides = Overrides { sweep: design.overrides(setting), ..Overrides::default() };
            let scenario = resolve(&design.base, &overrides, &Memory::default()).expect("no mistake");
            assert_eq!(scenario.programme.is_empty(), setting & 1 == 0);
        }
    }

    #[test]
    fn every_mistake_of_a_study_is_told() {
        let wrong = STUDY.replace("outcomes", "outcome").replace("off = { without", "of = { without");
        let told = read(&wrong).expect_err("mistakes").to_string();
        for part in ["`outcome`", "did you mean `outcomes`?", "`of`", "did you mean `off`?"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(!told.contains("has no"), "what is misspelt is not missing too: {told}");
        let told = read("base = \"x.toml\"").expect_err("mistakes").to_string();
        assert!(told.contains("the study has no `outcomes`") && told.contains("has no `factor`"), "{told}");
        assert!(read("base = 3").is_err());
        let seven = STUDY.to_owned() + &"[[factor]]\nname = \"x\"\non = {}\n".repeat(6);
        assert!(read(&seven).expect_err("too many").to_string().contains("at most 6"));
    }
}
