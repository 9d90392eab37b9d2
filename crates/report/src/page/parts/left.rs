//! What is left after the end of facilitation: levels, year by year, beside a place that was never facilitated.

use super::{Block, Cell, Facts, amounts, label};
use crate::page::blocks::Table;
use crate::page::facts::{After, Compared};
use hameau_analysis::effects::Outcomes;
use hameau_analysis::statistics::mean;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, month_name};

/// What may be left.
const TOLD: [Indicator; 4] =
    [Indicator::WorksOperating, Indicator::AdultsInWork, Indicator::ActiveUsers, Indicator::StrongAcross];

pub(super) fn blocks(facts: &Facts<'_>, _: &Compared, language: Language) -> Vec<Block> {
    let table = |after: &After| Block::Table(table(facts, after, language));
    facts.after.iter().map(table).collect()
}

fn table(facts: &Facts<'_>, after: &After, language: Language) -> Table {
    let policy = facts.title(after.policy, language);
    let never = after.never.map(|at| facts.title(at, language));
    let end = month_name(after.end, language);
    let beside = never.map_or_else(String::new, |never| {
        language.of((format!("; in brackets, “{never}”"), format!(" ; entre parenthèses, « {never} »")))
    });
    let caption = language.of((
        format!("What is left of “{policy}”, whose facilitation ends in {end}: levels in December of each year{beside}"),
        format!("Ce qui reste de « {policy} », dont l'animation s'arrête en {end} : niveaux en décembre de chaque année{beside}"),
    ));
    let months: Vec<String> = after.months.iter().map(|month| month.year().to_string()).collect();
    let mut heads = vec![language.of(("What is left", "Ce qui reste"))];
    heads.extend(months.iter().map(String::as_str));
    let mut table = Table::new(&caption, &heads, &[]);
    for indicator in TOLD {
        let unit = amounts::unit_of_values(indicator, language);
        let level = |outcomes: &Outcomes| {
            let values: Vec<f64> = outcomes.of(indicator).flatten().collect();
            mean(&values)
                .map_or_else(|| "–".to_owned(), |mean| amounts::plain_level(indicator, mean, language))
        };
        let of = |(at, outcomes): (usize, &Outcomes)| Cell {
            more: after.beside.get(at).map(|never| format!("({})", level(never))),
            ..Cell::words(level(outcomes))
        };
        let label = Cell { more: Some(unit), ..Cell::words(label(indicator, language)) };
        table.rows.push(std::iter::once(label).chain(after.outcomes.iter().enumerate().map(of)).collect());
    }
    table
}
