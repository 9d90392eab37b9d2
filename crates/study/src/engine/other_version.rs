//! A comparison that another version of the model made: no plan of it can be read, its manifest and its comparison can.

use super::StudyError;
use super::contrast::must_compare;
use crate::store::{COMPARISON, Manifest, as_listed, read_regular};
use hameau_analysis::changes::Concluded;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The manifest and the conclusions of a comparison that another version of the model made, of which this program can read
/// no plan; none where these cannot be read either, or are not as they were written.
///
/// # Errors
/// When it is something else.
pub fn of_other_version(folder: &Path) -> Result<Option<(Manifest, Concluded)>, StudyError> {
    let Ok(manifest) = Manifest::read(folder) else { return Ok(None) };
    must_compare(folder, &manifest.kind)?;
    let read = || {
        let listed = manifest.files.iter().find(|file| file.name == COMPARISON)?;
        as_listed(folder, listed, &AtomicBool::new(false)).ok()?;
        serde_json::from_slice(&read_regular(&folder.join(COMPARISON)).ok()?).ok()
    };
    Ok(read().map(|concluded| (manifest, concluded)))
}
