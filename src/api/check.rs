//! `check`: what is in force in each scenario, or everything that is wrong.

use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{
    Files, Instrument, Layer, Overrides, Scenario, Title, Written, remarks, resolve,
};
use hameau_model::inputs::territory::Backcast;
use hameau_model::programme::Budget;
use hameau_words::{Language, follows, remark};
use serde::Serialize;
use std::collections::BTreeMap;

/// What was found in all files.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The scenarios without a mistake.
    pub scenarios: Vec<Scenario>,
    /// The mistakes of the others.
    pub mistakes: Mistakes,
}

/// Reads every file; a file that several inherit from has its mistakes told once.
#[must_use]
pub fn check(paths: &[String], overrides: &Overrides, files: &dyn Files) -> Checked {
    let mut checked = Checked::default();
    for path in paths {
        match resolve(path, overrides, files) {
            Ok(scenario) => checked.scenarios.push(scenario),
            Err(mistakes) => {
                for mistake in mistakes.0 {
                    if !checked.mistakes.0.contains(&mistake) {
                        checked.mistakes.0.push(mistake);
                    }
                }
            }
        }
    }
    checked
}

/// One scenario in short.
#[derive(Clone, Debug, Serialize)]
pub struct ScenarioSummary {
    /// File.
    pub file: String,
    /// Name.
    pub name: String,
    /// Title.
    pub title: Option<Title>,
    /// Questions that it answers, `Q1` to `Q7`.
    pub questions: Vec<String>,
    /// The territory's file.
    pub territory: String,
    /// How many communes it has.
    pub communes: usize,
    /// Which facts describe the start, where it is not in the year of the census.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// First simulated month.
    pub first_month: String,
    /// Last simulated month.
    pub last_month: String,
    /// The programme.
    pub programme: Vec<EntrySummary>,
    /// Parameters that somebody wrote.
    pub parameters: Vec<Overridden>,
    /// What the programme will cost.
    pub budget: BudgetSummary,
    /// What is no mistake and may still not be meant.
    pub remarks: Vec<Remarked>,
}

/// What a programme will cost, in EUR.
#[derive(Clone, Debug, Serialize)]
pub struct BudgetSummary {
    /// Paid when instruments open.
    pub investment_eur: f64,
    /// Paid in the months in which they are in force, with what is meant to happen.
    pub running_eur: f64,
    /// Of both, what each year costs.
    pub years_eur: BTreeMap<u32, f64>,
    /// Of both, what each funder pays.
    pub funders_eur: BTreeMap<String, f64>,
    /// What those who decide pay themselves, after the other funders.
    pub left_eur: BTreeMap<String, Left>,
    /// At most this more, for what may happen.
    pub at_most_more_eur: f64,
    /// Instruments that also pay so much for each thing that happens, however many.
    pub each_eur: BTreeMap<String, f64>,
}

/// What one of those who decide pays itself, in EUR.
#[derive(Clone, Debug, Serialize)]
pub struct Left {
    /// When instruments open.
    pub investment_eur: f64,
    /// In the months in which they are in force.
    pub running_eur: f64,
}

impl From<&Budget> for BudgetSummary {
    fn from(budget: &Budget) -> Self {
        let [investment_eur, running_eur] = budget.foreseen_eur();
        let rows = &budget.instruments;
        Self {
            investment_eur,
            running_eur,
            years_eur: budget.years.iter().map(|(year, [a, b])| (*year, a + b)).collect(),
            funders_eur: budget.funders.iter().map(|(of, [a, b])| (of.key().to_owned(), a + b)).collect(),
            left_eur: budget
                .left_eur()
                .map(|(of, [investment_eur, running_eur])| {
                    (of.key().to_owned(), Left { investment_eur, running_eur })
                })
                .collect(),
            at_most_more_eur: rows.iter().map(|row| row.at_most_eur).sum(),
            each_eur: rows.iter().filter_map(|row| Some((row.name.clone(), row.each?.0))).collect(),
        }
    }
}

/// One entry of the programme in short.
#[derive(Clone, Debug, Serialize)]
pub struct EntrySummary {
    /// Name.
    pub name: String,
    /// Instrument.
    pub instrument: String,
    /// First month.
    pub from: String,
    /// Last month; nothing when it lasts to the end.
    pub until: Option<String>,
    /// Shared place.
    pub place: Option<String>,
    /// Commune.
    pub commune: Option<String>,
    /// Levers that somebody wrote.
    pub levers: Vec<Overridden>,
    /// Costs that nobody wrote and that follow from the levers.
    pub follows: Vec<Following>,
    /// Who pays which share.
    pub funding: BTreeMap<String, f64>,
}

/// A cost that follows from the levers.
#[derive(Clone, Debug, Serialize)]
pub struct Following {
    /// The parameter's full name.
    pub name: String,
    /// The value as a scenario writes it.
    pub value: String,
    /// The default as a scenario writes it.
    pub default: String,
    /// How it comes about, in English and French.
    pub how: (String, String),
}

/// What may not be meant, in English and French, with what to write.
#[derive(Clone, Debug, Serialize)]
pub struct Remarked {
    /// The entry's name.
    pub entry: String,
    /// The parameter's full name.
    pub parameter: String,
    /// Where it is written: file and line.
    pub written: String,
    /// What is remarked.
    pub what: (String, String),
    /// What to write.
    pub help: (String, String),
}

/// A value that somebody wrote.
#[derive(Clone, Debug, Serialize)]
pub struct Overridden {
    /// The parameter's full name.
    pub name: String,
    /// The value as a scenario writes it.
    pub value: String,
    /// The default as a scenario writes it.
    pub default: String,
    /// Who wrote it.
    pub layer: String,
    /// The same, to be told in the reader's language.
    #[serde(skip)]
    pub by: Layer,
    /// Where: file and line.
    pub written: String,
    /// Why, in the writer's words.
    pub source: Option<String>,
}

impl From<&Scenario> for ScenarioSummary {
    fn from(scenario: &Scenario) -> Self {
        Self {
            file: scenario.file.clone(),
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            questions: scenario.questions.iter().map(|number| format!("Q{number}")).collect(),
            territory: scenario.territory_file.clone(),
            communes: scenario.territory.communes.len(),
            facts: match scenario.territory.described_for(scenario.start()) {
                Backcast::Exact => None,
                moved => Some(moved.words().0),
            },
            first_month: scenario.start().to_string(),
            last_month: scenario.last().to_string(),
            programme: scenario.programme.iter().map(EntrySummary::from).collect(),
            parameters: overridden(&scenario.origins),
            budget: BudgetSummary::from(&Budget::of(scenario)),
            remarks: remarked(scenario),
        }
    }
}

impl From<&Instrument> for EntrySummary {
    fn from(entry: &Instrument) -> Self {
        Self {
            name: entry.name.clone(),
            instrument: entry.kind.name().to_owned(),
            from: entry.from.to_string(),
            until: entry.until.map(|until| until.to_string()),
            place: entry.place.clone(),
            commune: entry.commune.as_ref().map(|commune| commune.name.clone()),
            levers: overridden(&entry.levers.origins),
            follows: following(entry),
            funding: entry.funding.iter().map(|(funder, share)| (funder.key().to_owned(), *share)).collect(),
        }
    }
}

/// A text in English and French.
fn both<T>(text: impl Fn(Language) -> T) -> (T, T) {
    (text(Language::English), text(Language::French))
}

fn following(entry: &Instrument) -> Vec<Following> {
    let one = |total: &hameau_model::inputs::parameters::Total| {
        let row = total.key.row();
        Following {
            name: row.name.to_owned(),
            value: row.shown(entry.levers[total.key]),
            default: row.shown(row.default),
            how: both(|language| follows(total, &entry.levers, language)),
        }
    };
    entry.levers.following().map(one).collect()
}

fn remarked(scenario: &Scenario) -> Vec<Remarked> {
    let one = |found: &hameau_model::inputs::scenario::Remark<'_>| {
        let ([what, help], [what_fr, help_fr]) = both(|language| remark(found, language));
        let spot = found.spot();
        Remarked {
            entry: found.entry.to_owned(),
            parameter: found.total.key.row().name.to_owned(),
            written: format!("{}:{}", spot.file, spot.line),
            what: (what, what_fr),
            help: (help, help_fr),
        }
    };
    remarks(scenario).iter().map(one).collect()
}

fn overridden(origins: &BTreeMap<Key, Written<f64>>) -> Vec<Overridden> {
    let one = |(key, written): (&Key, &Written<f64>)| {
        let row = key.row();
        Overridden {
            name: row.name.to_owned(),
            value: row.shown(written.value),
            default: row.shown(row.default),
            layer: written.layer.to_string(),
            by: written.layer,
            written: format!("{}:{}", written.spot.file, written.spot.line),
            source: written.source.clone(),
        }
    };
    origins.iter().map(one).collect()
}
