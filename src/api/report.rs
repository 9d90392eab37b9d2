//! `report`: the page of a folder of results, in both languages.

use hameau_report::page;
use hameau_study::engine::{Study, StudyError};
use hameau_study::store::{Manifest, REPORT_EN, REPORT_FR};
use hameau_words::Language;
use std::path::Path;

/// The report of a folder of results: names of files and their HTML, in English and in French.
///
/// # Errors
/// When the folder is none of results, or its tables are not made.
pub fn report(folder: &Path) -> Result<[(&'static str, String); 2], StudyError> {
    pages(&Study::existing(folder)?)
}

/// Makes the report of a study and adds it to its folder.
///
/// # Errors
/// When its tables are not made, or the disk refuses.
pub fn attach_report(study: &Study) -> Result<Manifest, StudyError> {
    study.attach(&pages(study)?)
}

fn pages(study: &Study) -> Result<[(&'static str, String); 2], StudyError> {
    let facts = page::Facts::read(study)?;
    let languages = [(REPORT_EN, Language::English), (REPORT_FR, Language::French)];
    Ok(languages.map(|(name, language)| (name, page::report(&facts, language))))
}
