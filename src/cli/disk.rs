//! Files on disk.

use hameau_model::inputs::mistakes::Phrase;
use hameau_model::inputs::scenario::{Files, MOST_BYTES};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes of one file at most: a table of communes is the largest.
const MOST_READ: u64 = 10 * MOST_BYTES as u64;

/// The files of the machine, from where the program runs.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, Phrase> {
        let plain = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => Phrase::NoFile,
            std::io::ErrorKind::PermissionDenied => Phrase::Denied,
            std::io::ErrorKind::IsADirectory => Phrase::Folder,
            _ => error.to_string().into(),
        };
        if path.is_empty() {
            return Err(Phrase::Unnamed);
        }
        // Asked before opening: a pipe that nobody writes to would wait for ever.
        let about = std::fs::metadata(path).map_err(plain)?;
        if about.is_dir() {
            return Err(Phrase::Folder);
        }
        if !about.is_file() {
            return Err(Phrase::NoRegularFile);
        }
        if about.len() > MOST_READ {
            return Err(Phrase::Huge { bytes: about.len().to_string() });
        }
        let mut content = Vec::new();
        let file = File::open(path).map_err(plain)?;
        file.take(MOST_READ).read_to_end(&mut content).map_err(plain)?;
        let table =
            Path::new(path).extension().is_some_and(|end| end == "csv" || end == "tsv" || end == "txt");
        Ok(if table { hameau_tables::plain(&content) } else { content })
    }

    fn list(&self, folder: &str) -> Vec<String> {
        /// Files looked at in a folder at most.
        const MOST: usize = 500;
        let folder = if folder.is_empty() { "." } else { folder };
        let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .take(MOST)
            .filter_map(Result::ok)
            .filter(|entry| {
                entry.path().extension().is_some_and(|end| end == "toml" || end == "csv")
                    && entry.path().is_file()
            })
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort_unstable();
        names
    }
}
