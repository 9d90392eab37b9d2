//! The communes that an entry may name: code and name, out of the table beside the territory's file.

use super::files::{self, Files, join};
use super::nearness::folded;
use crate::mistakes::{Mistakes, Spot, Wrong};
use toml::de::{DeTable, DeValue};

/// A commune, as far as a scenario names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The communes of the territory whose file is `path` and says `table`; `None` when they are made up from totals, or
/// when their table cannot be read, which is then noted.
pub(super) fn communes(
    files: &dyn Files,
    path: &str,
    table: &DeTable<'_>,
    mistakes: &mut Mistakes,
) -> Option<Vec<Commune>> {
    let csv = match table.get("communes").map(toml::Spanned::get_ref) {
        Some(DeValue::String(name)) => join(path, name),
        Some(_) => return None,
        None if table.contains_key("synthetic") => return None,
        None => join(path, &format!("{}.csv", files::stem(path))),
    };
    let unreadable = |why: String| Wrong::Unreadable { path: csv.clone(), why };
    let text = files::read(files, &csv)
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not text in UTF-8".to_owned()));
    let text = match text {
        Ok(text) => text,
        Err(why) => {
            mistakes.push(Spot::whole(path), unreadable(why), None);
            return None;
        }
    };
    match rows(&text) {
        Ok(communes) => Some(communes),
        Err((line, what)) => {
            let what = match what {
                Fault::NoColumn(column) => Wrong::NoCommunes { file: csv.clone(), column: column.to_owned() },
                Fault::Torn(why) => Wrong::TornTable { why },
            };
            mistakes.push(Spot { line, ..Spot::whole(&csv) }, what, None);
            None
        }
    }
}

enum Fault {
    NoColumn(&'static str),
    Torn(String),
}

fn rows(text: &str) -> Result<Vec<Commune>, (usize, Fault)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let torn = |error: &csv::Error| {
        let line = error.position().map_or(1, |position| position.line() as usize);
        (line, Fault::Torn(error.to_string()))
    };
    let columns = reader.headers().map_err(|error| torn(&error))?.clone();
    let find = |name: &'static str| {
        let at = columns.iter().position(|column| column.trim_start_matches('\u{feff}').trim() == name);
        at.ok_or((1, Fault::NoColumn(name)))
    };
    let (code, name) = (find("code")?, find("name")?);
    let mut communes = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| torn(&error))?;
        let cell = |at: usize| row.get(at).unwrap_or_default().trim().to_owned();
        communes.push(Commune { code: cell(code), name: cell(name) });
    }
    Ok(communes)
}

/// The commune of this code or name, whatever the accents and capitals.
pub(super) fn find<'c>(communes: &'c [Commune], wanted: &str) -> Option<&'c Commune> {
    let wanted = folded(wanted.trim());
    communes.iter().find(|commune| folded(&commune.code) == wanted || folded(&commune.name) == wanted)
}
