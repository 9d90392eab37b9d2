//! `report`: the page of a folder of results, in both languages.

use super::merge;
use hameau_report::page;
use hameau_study::engine::{Study, StudyError, Tables, current};
use hameau_study::store::{Manifest, REPORT_EN, REPORT_FR};
use hameau_words::Language;
use std::path::Path;

/// Names of files, and their HTML in English and in French.
pub type Pages = [(&'static str, String); 2];

/// The report of a folder of results.
///
/// # Errors
/// When the folder is none of results, or its tables are not made.
pub fn report(folder: &Path) -> Result<Pages, StudyError> {
    let study = Study::existing(folder)?;
    let manifest = current(&study).ok_or_else(|| not_made(&study))?;
    pages(study.tables(), manifest)
}

/// Plans that a folder has a report, and makes it with whatever else of the folder is not there or not as it was written.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses.
pub fn attach_report(study: &mut Study) -> Result<Manifest, StudyError> {
    if !study.is_complete()? {
        return Err(not_made(study));
    }
    study.plan_report()?;
    merge(study)
}

pub(super) fn not_made(study: &Study) -> StudyError {
    StudyError::NotMade { folder: study.path().display().to_string() }
}

/// The report over some tables, which tells of the files of the manifest beside itself.
pub(super) fn pages(tables: Tables<'_>, mut manifest: Manifest) -> Result<Pages, StudyError> {
    manifest.files.retain(|file| ![REPORT_EN, REPORT_FR].contains(&&file.name[..]));
    let facts = page::Facts::read(tables, manifest)?;
    let languages = [(REPORT_EN, Language::English), (REPORT_FR, Language::French)];
    Ok(languages.map(|(name, language)| (name, page::report(&facts, language))))
}
