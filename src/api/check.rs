//! `check`: what is in force in each scenario, or everything that is wrong.

use hameau_model::inputs::mistakes::Mistakes;
use hameau_model::inputs::scenario::{Files, Overrides, Scenario, Title, resolve};
use hameau_model::inputs::territory::Backcast;
use hameau_model::programme::Budget;
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
    /// At most this more, for what may happen.
    pub at_most_more_eur: f64,
    /// Instruments that also pay so much for each thing that happens, however many.
    pub each_eur: BTreeMap<String, f64>,
}

impl From<&Budget> for BudgetSummary {
    fn from(budget: &Budget) -> Self {
        let [investment_eur, running_eur] = budget.foreseen_eur();
        let rows = &budget.instruments;
        Self {
            investment_eur,
            running_eur,
            years_eur: budget.years.iter().map(|(year, [a, b])| (*year, a + b)).collect(),
            funders_eur: budget.funders.iter().map(|(of, eur)| (of.key().to_owned(), *eur)).collect(),
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
    /// Who pays which share.
    pub funding: BTreeMap<String, f64>,
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
        }
    }
}

impl From<&hameau_model::inputs::scenario::Instrument> for EntrySummary {
    fn from(entry: &hameau_model::inputs::scenario::Instrument) -> Self {
        Self {
            name: entry.name.clone(),
            instrument: entry.kind.name().to_owned(),
            from: entry.from.to_string(),
            until: entry.until.map(|until| until.to_string()),
            place: entry.place.clone(),
            commune: entry.commune.as_ref().map(|commune| commune.name.clone()),
            levers: overridden(&entry.levers.origins),
            funding: entry.funding.iter().map(|(funder, share)| (funder.key().to_owned(), *share)).collect(),
        }
    }
}

fn overridden(
    origins: &BTreeMap<hameau_model::inputs::parameters::Key, hameau_model::inputs::scenario::Written<f64>>,
) -> Vec<Overridden> {
    let one = |(key, written): (
        &hameau_model::inputs::parameters::Key,
        &hameau_model::inputs::scenario::Written<f64>,
    )| {
        let row = key.row();
        Overridden {
            name: row.name.to_owned(),
            value: row.shown(written.value),
            default: row.shown(row.default),
            layer: written.layer.to_string(),
            written: format!("{}:{}", written.spot.file, written.spot.line),
            source: written.source.clone(),
        }
    };
    origins.iter().map(one).collect()
}
