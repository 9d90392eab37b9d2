//! Where files come from: the library asks, the door answers.

use crate::inputs::library;
use crate::inputs::mistakes::Phrase;
use crate::kernel::letters;
use std::collections::BTreeMap;

/// Bytes that a scenario or a territory may have at most.
pub const MOST_BYTES: usize = 1_000_000;

/// Whoever can read files. Paths are as users write them, with `/` between folders.
pub trait Files {
    /// The content of a file.
    ///
    /// # Errors
    /// In words, when there is no such file or it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase>;

    /// The names of the files in a folder, for suggestions; may be none.
    fn list(&self, folder: &str) -> Vec<String>;

    /// The content of a file of the embedded library, named without `hameau:`.
    fn embedded(&self, name: &str) -> Option<Vec<u8>> {
        library::embedded(name).map(<[u8]>::to_vec)
    }
}

/// Files held in memory, by path.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<String, Vec<u8>>);

impl Memory {
    /// One file more.
    #[must_use]
    pub fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.0.insert(path.to_owned(), content.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        self.0.get(path).cloned().ok_or(Phrase::NoFile)
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.0.keys().filter(|path| self::folder(path) == folder).map(|path| file(path).to_owned()).collect()
    }
}

/// Reads `path`, from the embedded library when it begins with `hameau:`.
pub(super) fn read(files: &dyn Files, path: &str) -> Result<Vec<u8>, Phrase> {
    match path.strip_prefix(library::PREFIX) {
        Some(name) => files.embedded(name).ok_or(Phrase::NotCarried),
        None => files.read(path).or_else(|why| match alike(files, path) {
            Some(path) => files.read(&path),
            None => Err(why),
        }),
    }
}

/// The path of the file that differs only in how its accents are written, composed or decomposed.
fn alike(files: &dyn Files, path: &str) -> Option<String> {
    if path.is_ascii() {
        return None;
    }
    let (folder, wanted) = (folder(path), letters::composed(file(path)));
    let name = files.list(folder).into_iter().find(|name| letters::composed(name) == wanted)?;
    let path = &path[..path.len() - file(path).len()];
    Some(format!("{path}{name}"))
}

/// The names of the files beside `path`.
pub(super) fn beside(files: &dyn Files, path: &str) -> Vec<String> {
    match path.strip_prefix(library::PREFIX) {
        Some(_) => library::names().map(|name| format!("{}{name}", library::PREFIX)).collect(),
        None => files.list(folder(path)),
    }
}

/// The path of `relative`, written in the file `from`: folders resolved without asking the disk.
#[must_use]
pub fn join(from: &str, relative: &str) -> String {
    if relative.starts_with('/') || relative.contains(":\\") {
        return normal(relative);
    }
    if relative.starts_with(library::PREFIX) {
        return library::complete(relative);
    }
    match from.strip_prefix(library::PREFIX) {
        Some(name) => {
            let path = format!("{}/{relative}", folder(name));
            format!("{}{}", library::PREFIX, normal(path.trim_start_matches('/')))
        }
        None if folder(from).is_empty() => normal(relative),
        None => normal(&format!("{}/{relative}", folder(from))),
    }
}

/// A path without `.` and, where it can be, without `..`.
#[must_use]
pub fn normal(path: &str) -> String {
    if path.starts_with(library::PREFIX) {
        return library::complete(path);
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// What stands before the last `/`.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| if folder.is_empty() { "/" } else { folder })
}

/// What stands after the last `/`.
pub(super) fn file(path: &str) -> &str {
    path.rsplit_once(['/', ':']).map_or(path, |(_, file)| file)
}

/// The name of a file without folder and extension.
pub(super) fn stem(path: &str) -> &str {
    let file = file(path);
    file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem })
}

/// The text of a file as mistakes point into it; `None` when it is not text, or too long to be a scenario.
#[must_use]
pub fn text_of(files: &dyn Files, path: &str) -> Option<String> {
    String::from_utf8(read(files, path).ok()?).ok().filter(|text| text.len() <= MOST_BYTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_join_from_the_folder_of_the_file_that_names_them() {
        for (from, relative, joined) in [
            ("a.toml", "b.toml", "b.toml"),
            ("x/a.toml", "b.toml", "x/b.toml"),
            ("x/a.toml", "../b.toml", "b.toml"),
            ("x/a.toml", "../../b.toml", "../b.toml"),
            ("../a.toml", "../b.toml", "../../b.toml"),
            ("./x/a.toml", "./y/b.toml", "x/y/b.toml"),
            ("/x/a.toml", "y/b.toml", "/x/y/b.toml"),
            ("/a.toml", "b.toml", "/b.toml"),
            ("x/a.toml", "/b.toml", "/b.toml"),
            ("hameau:baseline.toml", "territories/t.toml", "hameau:territories/t.toml"),
            ("hameau:territories/t.toml", "t.csv", "hameau:territories/t.csv"),
            ("x/a.toml", "hameau:baseline", "hameau:baseline.toml"),
        ] {
            assert_eq!(join(from, relative), joined, "{relative} in {from}");
        }
    }
}
