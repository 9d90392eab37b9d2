//! Files made from the tables of a study, added to its folder and its manifest.

use super::{Study, StudyError, current::manifest};
use crate::store::{Digest, FileEntry, MANIFEST, Manifest, StoreError, replace};

impl Study {
    /// Adds files to the folder of a study whose tables are made, each whole, and lists them in its manifest.
    ///
    /// # Errors
    /// When the disk refuses, or the tables are not made.
    pub fn attach(&self, files: &[(&str, String)]) -> Result<Manifest, StudyError> {
        let path = self.path().join(MANIFEST);
        let gone = || StoreError::Damaged { path: path.display().to_string(), why: "it is gone".to_owned() };
        let mut all = manifest(self).ok_or_else(gone)?;
        for (name, content) in files {
            replace(&self.path().join(name), content.as_bytes())?;
            let sha256 = Digest::of(content.as_bytes()).to_string();
            let entry = FileEntry { name: (*name).to_owned(), bytes: content.len() as u64, sha256 };
            all.files.retain(|file| file.name != *name);
            let place = all.files.iter().position(FileEntry::is_part).unwrap_or(all.files.len());
            all.files.insert(place, entry);
        }
        replace(&path, all.text().as_bytes())?;
        Ok(all)
    }
}
