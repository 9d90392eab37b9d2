//! The sheets of the tables: those of a comparison where there is one, then those that every folder has.

mod effects;
mod levels;
mod money;
mod told;

use super::sheet::{Sheet, Value};
use crate::page::Facts;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, amounts};

/// All sheets, in their order.
pub(super) fn sheets(facts: &Facts<'_>, language: Language) -> Vec<Sheet> {
    let compared = facts.compared.iter().flat_map(|compared| {
        [effects::effects(facts, compared, language), effects::ranks(facts, compared, language)]
    });
    let all = [
        levels::levels(facts, language),
        levels::courses(facts, language),
        money::by_scenario(facts, language),
        money::by_entry(facts, language),
        told::scenarios(facts, language),
        told::indicators(language),
    ];
    compared.chain(all).collect()
}

/// A scenario in two cells: its title and its name.
fn scenario(facts: &Facts<'_>, at: usize, language: Language) -> [Value; 2] {
    [Value::from(facts.title(at, language)), Value::from(&facts.scenarios[at].scenario.name[..])]
}

/// An indicator in three cells: its label, its id and its unit.
fn indicator(indicator: Indicator, language: Language) -> [Value; 3] {
    let row = indicator.row();
    let unit = amounts::unit_of_values(indicator, language);
    [Value::from(language.of((row.en, row.fr))), Value::from(row.id), Value::from(unit)]
}

/// The last month of a scenario, as text that sorts.
fn last_month(facts: &Facts<'_>, at: usize) -> Value {
    Value::from(facts.scenarios[at].scenario.last().to_string())
}
