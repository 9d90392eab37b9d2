//! The files of one scenario: its own, those it inherits from, its territory.

use super::document::{Known, base_of};
use super::files::{self, Files};
use super::reader::Reader;
use super::syntax::{self, Parsed};
use super::written::{Draft, Layer, Written};
use crate::inputs::library;
use crate::inputs::mistakes::nearness::listed;
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::inputs::parameters::Key;
use crate::inputs::territory::Territory;
use crate::kernel::order;

/// Files in a chain of bases at most.
const MOST_BASES: usize = 16;

/// Reads files into drafts and collects what is wrong.
pub(super) struct Chain<'f> {
    files: &'f dyn Files,
    /// What is wrong so far.
    pub mistakes: Mistakes,
    /// One draft a file.
    pub drafts: Vec<Draft>,
    /// The entries known so far.
    pub known: Known,
    /// Whether something was not read, so that what is absent may only be unread.
    pub torn: bool,
    /// Files in the order they were opened, the scenario's own first.
    opened: Vec<String>,
}

impl<'f> Chain<'f> {
    /// The scenario in `path` and its bases.
    pub fn read(path: &str, files: &'f dyn Files) -> Self {
        let mut chain = Self {
            files,
            mistakes: Mistakes::default(),
            drafts: Vec::new(),
            known: Known::new(),
            torn: false,
            opened: Vec::new(),
        };
        chain.file(path, &mut Vec::new(), Spot::whole(path));
        chain
    }

    /// One file, after the file that it inherits from; `named` is where it is named.
    fn file(&mut self, path: &str, above: &mut Vec<String>, named: Spot) {
        let identity = files::normal(path);
        if let Some(at) = above.iter().position(|file| *file == identity) {
            let circle = above[at..].iter().chain([&identity]).cloned().collect::<Vec<_>>().join(" -> ");
            self.mistakes.push(named, Wrong::Cycle { chain: circle }, Help::TakeBaseAway);
            self.torn = true;
            return;
        }
        if above.len() > MOST_BASES {
            self.mistakes.push(named, Wrong::TooManyBases { most: MOST_BASES }, None);
            self.torn = true;
            return;
        }
        let Some(source) = self.source(path, named) else {
            self.torn = true;
            return;
        };
        let Parsed { table, torn, lines } = syntax::parse(&source, &mut self.mistakes);
        if table.is_empty() && lines.is_empty() {
            let help = Help::ForInstance { text: "base = \"hameau:baseline\"".to_owned() };
            self.mistakes.push(Spot::whole(path), Wrong::Empty, help);
            self.torn = true;
            return;
        }
        let has = |keys: &[&str]| keys.iter().any(|key| table.contains_key(*key));
        if has(&["communes", "synthetic"]) && !has(&["territory", "base", "programme"]) {
            let name = if path.starts_with(library::PREFIX) { path } else { files::file(path) };
            let help = Help::NamedBy { text: format!("territory = \"{name}\"") };
            self.mistakes.push(Spot::whole(path), Wrong::NotScenario, help);
            self.torn = true;
            return;
        }
        if torn {
            self.torn = true;
            return;
        }
        let generation = above.len();
        if let Some((base, span)) = base_of(path, &table) {
            above.push(identity);
            self.file(&base, above, source.spot(span));
            above.pop();
        } else {
            self.torn |= table.contains_key("base");
        }
        let layer = if generation == 0 { Layer::Scenario } else { Layer::Base };
        let mut found = Mistakes::default();
        let mut reader = Reader { source: &source, layer, mistakes: &mut found };
        let draft = reader.scenario(&table, generation, &mut self.known);
        let unread = self.torn;
        found.0.retain(|mistake| {
            let of_absence = match &mistake.what {
                Wrong::NothingToDrop { .. } => true,
                Wrong::Missing { key, .. } => key == "instrument",
                _ => false,
            };
            !(lines.contains(&mistake.spot.line) || unread && of_absence)
        });
        self.mistakes.0.append(&mut found.0);
        self.torn |= draft.torn || !lines.is_empty();
        self.drafts.push(draft);
    }

    /// The territory, and the parameters in its file. A file with errors of syntax is not read further.
    pub fn territory(&mut self, path: &Written<String>) -> Option<Territory> {
        let source = self.source(&path.value, path.spot.clone())?;
        let Parsed { table, torn, lines } = syntax::parse(&source, &mut self.mistakes);
        if torn || !lines.is_empty() {
            return None;
        }
        if table.is_empty() {
            let text = "communes = \"table.csv\"".to_owned();
            self.mistakes.push(Spot::whole(&path.value), Wrong::Empty, Help::ForInstance { text });
            return None;
        }
        let mut reader = Reader { source: &source, layer: Layer::Territory, mistakes: &mut self.mistakes };
        let mut draft = reader.territory(&table);
        let open = |name: &str| files::read(self.files, &files::join(&path.value, name));
        let read = Territory::read(&path.value, source.text(), open);
        if let Ok(territory) = &read {
            counted(territory, path, &mut draft);
        }
        self.drafts.push(draft);
        match read {
            Ok(territory) => Some(territory),
            Err(mut mistakes) => {
                for mistake in &mut mistakes.0 {
                    if let Wrong::Unreadable { path: table, .. } = &mistake.what {
                        mistake.help = self.near_table(&path.value, table);
                    }
                }
                self.mistakes.0.append(&mut mistakes.0);
                None
            }
        }
    }

    /// The table of communes in the folder of `territory` that `table` was probably meant to be.
    fn near_table(&self, territory: &str, table: &str) -> Option<Help> {
        let tables: Vec<String> = files::beside(self.files, &files::join(territory, table))
            .into_iter()
            .filter(|n| is_table(n))
            .collect();
        let near =
            crate::inputs::mistakes::nearness::nearest(files::file(table), tables.iter().map(String::as_str));
        let there = |near: &str| Help::MeanThere { near: near.to_owned(), place: Phrase::InThatFolder };
        near.map(there).or_else(|| listed(Phrase::InThatFolder, tables.iter().map(String::as_str)))
    }

    fn source(&mut self, path: &str, named: Spot) -> Option<super::source::Source> {
        self.opened.push(path.to_owned());
        match files::read(self.files, path) {
            Ok(bytes) => syntax::text(path, bytes, &mut self.mistakes),
            Err(why) => {
                let help = self.near_file(path);
                self.mistakes.push(named, Wrong::Unreadable { path: path.to_owned(), why }, help);
                None
            }
        }
    }

    /// The file that an unreadable `path` was probably meant to be.
    fn near_file(&self, path: &str) -> Option<Help> {
        let scenarios = |names: Vec<String>| -> Vec<String> {
            names.into_iter().filter(|name| !is_table(name)).collect()
        };
        let embedded = path.starts_with(library::PREFIX);
        let within = if embedded { Vec::new() } else { scenarios(self.files.list(path)) };
        if !path.is_empty() && !within.is_empty() {
            return listed(Phrase::InThatFolder, within.iter().map(String::as_str));
        }
        let beside = scenarios(files::beside(self.files, path));
        let file = if embedded { path } else { files::file(path) };
        let names = || beside.iter().map(String::as_str);
        if names().any(|name| name == file) {
            return None;
        }
        if !embedded && let Some(near) = meant_path(path, &beside) {
            return Some(Help::DidYouMean { near });
        }
        let where_from = if embedded { Phrase::WithProgram } else { Phrase::InThatFolder };
        let near = crate::inputs::mistakes::nearness::nearest(file, names());
        // Where the program is run, other files than scenarios may lie about.
        near.map(|near| {
            let near = near.to_owned();
            if embedded {
                Help::DidYouMean { near }
            } else {
                Help::MeanThere { near, place: Phrase::InThatFolder }
            }
        })
        .or_else(|| if path.contains(['/', ':']) { listed(where_from, names()) } else { None })
    }

    /// All mistakes, file by file from the scenario's own, in the order of each file.
    pub fn ordered(mut self) -> Mistakes {
        let opened = self.opened;
        let place = |file: &str| opened.iter().position(|name| name == file).unwrap_or(opened.len());
        order::by_key(&mut self.mistakes.0, |mistake| {
            let spot = &mistake.spot;
            (place(&spot.file), spot.file.clone(), spot.span.start)
        });
        self.mistakes.0.dedup();
        self.mistakes
    }
}

/// Puts the rate that a column of the facts gives where the territory's own sections say nothing else: it speaks as the
/// territory does, so that a scenario wins over it.
fn counted(territory: &Territory, path: &Written<String>, draft: &mut Draft) {
    let Some(rate) = territory.arrivals_per_thousand() else { return };
    draft.values.entry(Key::ArrivalsGross).or_insert_with(|| Written {
        value: rate,
        layer: Layer::Territory,
        spot: Spot::whole(&path.value),
        source: Some(format!("column `arrivals`: {}", territory.source)),
    });
}

/// A path whose folders are separated by `\`, the file beside it with an extension, or the file of this name that comes
/// with the program.
fn meant_path(path: &str, beside: &[String]) -> Option<String> {
    if path.contains('\\') {
        return Some(path.replace('\\', "/"));
    }
    let (file, stem) = (files::file(path), files::stem(path));
    let extended = format!("{file}.toml");
    if beside.contains(&extended) {
        return Some(format!("{path}.toml"));
    }
    ["", "territories/"].into_iter().find_map(|folder| {
        library::embedded(&format!("{folder}{stem}.toml"))
            .map(|_| format!("{}{folder}{stem}", library::PREFIX))
    })
}

/// Whether a file is a table of communes, by its name.
fn is_table(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|end| end == "csv")
}
