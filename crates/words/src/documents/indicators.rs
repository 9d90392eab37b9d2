//! The page `docs/indicators.md`.

use super::GENERATED;
use super::markdown::{code, table};
use hameau_model::observe::indicators::{Aggregation, Indicator, Theme};

const HEADS: [&str; 10] =
    ["id", "English", "French", "unit", "shown", "better", "smallest effect", "meaning", "formula", "source"];

/// Every indicator: the headline ones by name, then a table for each theme.
#[must_use]
pub fn indicators_page() -> String {
    let mut page = format!(
        "# Indicators\n\n{GENERATED}\n\n\
         The {} things that are observed. An *undefined* value is not zero: averages leave it out, and say how often it \
         occurred. A difference below the *smallest effect* is not worth talking about, and a policy that stays below it \
         is called equivalent. *Better* says which way a council would go; many indicators only describe.\n\n\
         Newcomers' share of adults is `w`. `s` counts ties within an origin, `d` ties across. Indicators count ties of \
         50 hours and more; 90 hours and more are strong.\n\n## How the value shown is made\n\n",
        Indicator::all().count()
    );
    let ways = Aggregation::ALL.map(|way| vec![code(way.id()), way.words().0.to_owned()]);
    page.push_str(&table(&["shown", "meaning"], ways));
    page.push_str("\n## Shown first\n\n");
    let headline = Indicator::all().map(Indicator::row).filter(|row| row.headline);
    page.push_str(&table(
        &["id", "English", "French", "meaning"],
        headline.map(|row| {
            vec![code(row.id), row.full_en.to_owned(), row.full_fr.to_owned(), row.meaning_en.to_owned()]
        }),
    ));
    for theme in Theme::ALL {
        let rows = Indicator::all().filter(|indicator| indicator.row().theme == theme).map(cells);
        page.extend(["\n## ", theme.title().0, "\n\n", &table(&HEADS, rows)]);
    }
    page
}

fn cells(indicator: Indicator) -> Vec<String> {
    let (row, definition) = (indicator.row(), indicator.definition());
    vec![
        code(row.id),
        row.full_en.to_owned(),
        row.full_fr.to_owned(),
        row.unit.words().0.to_owned(),
        code(row.aggregation.id()),
        row.better.id().to_owned(),
        format!("{}: {}", row.smallest_effect, definition.smallest_effect_reason),
        row.meaning_en.to_owned(),
        definition.formula.to_owned(),
        definition.source.to_owned(),
    ]
}
