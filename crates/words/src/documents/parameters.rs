//! The page `docs/parameters.md`.

use super::markdown::{code, table};
use super::{GENERATED, values};
use hameau_model::inputs::parameters::{Key, Row, SECTIONS, Section};

const HEADS: [&str; 9] = ["key", "unit", "default", "range", "off", "role", "status", "meaning", "source"];

/// Every parameter: a table for each section of a scenario, then one for the levers of each instrument.
#[must_use]
pub fn parameters_page() -> String {
    let mut page = format!(
        "# Parameters\n\n{GENERATED}\n\n\
         The {} numbers of the model. A *constant* is a fact or a convention, an *assumption* a belief about how people \
         behave, to be varied over its range, a *lever* what a council decides. Where a parameter is the strength of a \
         mechanism, *off* is the value that removes it. Names end with their unit.\n",
        Key::all().count()
    );
    page.push_str("\n## Sections of a scenario\n");
    SECTIONS
        .iter()
        .filter(|section| section.instrument.is_none())
        .for_each(|section| page.push_str(&part(section)));
    page.push_str("\n## Levers of the instruments\n\nWritten as the `params` of a `[[programme]]` table.\n");
    SECTIONS
        .iter()
        .filter(|section| section.instrument.is_some())
        .for_each(|section| page.push_str(&part(section)));
    page
}

fn part(section: &Section) -> String {
    let rows = section.rows.iter().map(|(_, row)| cells(row));
    format!("\n### `{}`: {}\n\n{}", section.name, section.title.0, table(&HEADS, rows))
}

fn cells(row: &Row) -> Vec<String> {
    vec![
        code(row.key()),
        row.unit.words().0.to_owned(),
        values::shown(row, row.default),
        values::range(row),
        row.off.map_or_else(String::new, |off| values::shown(row, off)),
        values::role(row.role).to_owned(),
        values::status(row.status).to_owned(),
        row.en.to_owned(),
        row.source.to_owned(),
    ]
}
