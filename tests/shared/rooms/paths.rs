//! The paths that a source names, made absolute: the name of a crate first.

use super::Source;
use std::collections::{BTreeMap, BTreeSet};

/// What one source says.
#[derive(Debug, Default)]
pub struct Paths {
    /// What it uses of the crates of the house.
    pub used: BTreeSet<Vec<String>>,
    /// What it passes on (`pub use`): name in this module, and where it comes from.
    pub passed_on: BTreeMap<Vec<String>, Vec<String>>,
}

/// Reads a source. `crates` are those of the house; paths into others are left out.
pub fn read(source: &Source, crates: &[&str]) -> Paths {
    let tokens = tokens(&source.text);
    let mut own = vec![source.of.clone()];
    own.extend(source.module.iter().cloned());
    let mut reader = Reader { tokens: &tokens, crates, inside: vec![(own, 0)], children: BTreeSet::new() };
    for pair in tokens.windows(2).filter(|pair| pair[0] == "mod") {
        reader.children.insert(pair[1].clone());
    }
    reader.read()
}

/// Names, `::` and single signs of a source, without comments and without what is quoted.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let named = |sign: char| sign.is_alphanumeric() || sign == '_';
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else if let Some(length) = quoted(rest) {
            length
        } else if named(first) {
            let length = rest.find(|sign| !named(sign)).unwrap_or(rest.len());
            found.push(rest[..length].to_owned());
            length
        } else {
            let sign = if rest.starts_with("::") { "::" } else { &rest[..first.len_utf8()] };
            if !first.is_whitespace() {
                found.push(sign.to_owned());
            }
            sign.len()
        };
        rest = &rest[length..];
    }
    found
}

/// Length of a comment that may hold others.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let step = if text[at..].starts_with("/*") {
            depth += 1;
            2
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            2
        } else {
            text[at..].chars().next().map_or(1, char::len_utf8)
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length of the text or sign in quotes at the start, if there is one; a lifetime is none.
fn quoted(text: &str) -> Option<usize> {
    let raw = text.trim_start_matches(['b', 'c']);
    if let Some(after) = raw.strip_prefix('r') {
        let marks = after.len() - after.trim_start_matches('#').len();
        if after[marks..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(marks));
            let begin = text.len() - after.len() + marks + 1;
            return Some(begin + text[begin..].find(&end).map_or(text.len() - begin, |at| at + end.len()));
        }
    }
    let begin = text.len() - raw.len();
    let mark = raw.chars().next().filter(|mark| ['"', '\''].contains(mark))?;
    if begin > 1 {
        return None;
    }
    let mut signs = raw.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        if sign == '\\' {
            signs.next();
        } else if sign == mark {
            return Some(begin + at + 1);
        } else if mark == '\'' && at > 1 && !raw[1..].starts_with('\\') {
            return None;
        }
    }
    None
}

struct Reader<'a> {
    tokens: &'a [String],
    crates: &'a [&'a str],
    /// Modules around the present place, and the depth of braces at which each begins.
    inside: Vec<(Vec<String>, usize)>,
    /// Modules that the source declares.
    children: BTreeSet<String>,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", String::as_str)
    }

    fn read(&mut self) -> Paths {
        let (mut paths, mut at, mut depth) = (Paths::default(), 0, 0);
        while at < self.tokens.len() {
            let before = if at > 0 { self.token(at - 1) } else { "" };
            match self.token(at) {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    if self.inside.len() > 1 && self.inside.last().is_some_and(|(_, begin)| *begin > depth) {
                        self.inside.pop();
                    }
                }
                "mod" if self.token(at + 2) == "{" => {
                    let module = [self.module(), &[self.token(at + 1).to_owned()]].concat();
                    self.inside.push((module, depth + 1));
                }
                "use" => {
                    let passes_on = before == "pub" || (before == ")" && self.is_visibility(at));
                    let mut leaves = Vec::new();
                    at = self.tree(at + 1, &[], &mut leaves);
                    self.add(leaves, passes_on, &mut paths);
                }
                start if before != "::" && self.token(at + 1) == "::" && self.leads(start) => {
                    let mut path = vec![start.to_owned()];
                    while self.token(at + 1) == "::" && self.is_name(at + 2) {
                        path.push(self.token(at + 2).to_owned());
                        at += 2;
                    }
                    paths.used.extend(self.absolute(&path));
                }
                _ => {}
            }
            at += 1;
        }
        paths
    }

    fn module(&self) -> &[String] {
        self.inside.last().map_or(&[], |(module, _)| module)
    }

    fn is_name(&self, at: usize) -> bool {
        self.token(at).starts_with(|sign: char| sign.is_alphabetic() || sign == '_')
    }

    /// Whether the bracket that ends before `at` belongs to `pub(...)`.
    fn is_visibility(&self, at: usize) -> bool {
        let open = (0..at).rev().find(|at| self.token(*at) == "(");
        open.is_some_and(|open| open > 0 && self.token(open - 1) == "pub")
    }

    /// Whether a path in code that starts so leads into the house.
    fn leads(&self, start: &str) -> bool {
        ["crate", "self", "super"].contains(&start)
            || self.crates.contains(&start)
            || self.children.contains(start)
    }

    /// The leaves of a tree of `use`, each with the name that it is given; returns the position of the sign after it.
    fn tree(&self, mut at: usize, stem: &[String], leaves: &mut Vec<(Vec<String>, String)>) -> usize {
        let mut path = stem.to_vec();
        loop {
            match self.token(at) {
                "::" => at += 1,
                "{" => {
                    at += 1;
                    while self.token(at) != "}" {
                        at = self.tree(at, &path, leaves);
                        at += usize::from(self.token(at) == ",");
                    }
                    return at + 1;
                }
                "as" => {
                    leaves.push((path, self.token(at + 1).to_owned()));
                    return at + 2;
                }
                "," | ";" | "}" | "" => {
                    let name = path.last().cloned().unwrap_or_default();
                    leaves.push((path, name));
                    return at;
                }
                "self" if !path.is_empty() => at += 1,
                name => {
                    path.push(name.to_owned());
                    at += 1;
                }
            }
        }
    }

    fn add(&self, leaves: Vec<(Vec<String>, String)>, passes_on: bool, paths: &mut Paths) {
        for (path, name) in leaves {
            let Some(absolute) = self.absolute(&path) else { continue };
            if passes_on {
                paths.passed_on.insert([self.module(), &[name]].concat(), absolute);
            } else {
                paths.used.insert(absolute);
            }
        }
    }

    /// A path from the name of a crate on; `None` where it leads out of the house.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let module = self.module();
        let below = |stem: &[String], rest: &[String]| Some([stem, rest].concat());
        match path[0].as_str() {
            "crate" => below(&module[..1], &path[1..]),
            "self" => below(module, &path[1..]),
            "super" => {
                let up = path.iter().take_while(|name| *name == "super").count();
                below(&module[..module.len().checked_sub(up).filter(|left| *left > 0)?], &path[up..])
            }
            first if self.crates.contains(&first) => Some(path.to_vec()),
            first if self.children.contains(first) => below(module, path),
            _ => None,
        }
    }
}
