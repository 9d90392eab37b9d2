//! Markdown tables.

/// A table with these heads; every row has as many cells.
pub(super) fn table(heads: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = line(heads.iter().map(|head| (*head).to_owned()));
    text.push_str(&line(heads.iter().map(|_| "---".to_owned())));
    for row in rows {
        text.push_str(&line(row.iter().map(|cell| escaped(cell))));
    }
    text
}

/// A name as code.
pub(super) fn code(name: &str) -> String {
    format!("`{name}`")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// A cell whose signs are no markup.
fn escaped(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for sign in cell.chars() {
        match sign {
            '|' | '*' => text.extend(['\\', sign]),
            '<' => text.push_str("&lt;"),
            _ => text.push(sign),
        }
    }
    text
}
