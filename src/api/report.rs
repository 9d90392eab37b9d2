//! `report`: the report of a folder of results and its annex, the note for a council, and tables, in both languages.

use super::merge;
use hameau_report::{office, page};
use hameau_study::engine::{Study, StudyError, Tables, current};
use hameau_study::store::{
    ANNEX_EN, ANNEX_FR, Manifest, NOTE_EN, NOTE_EN_DOCX, NOTE_FR, NOTE_FR_DOCX, NOTES, REPORT_EN, REPORT_FR,
    REPORTS, TABLES_EN, TABLES_FR,
};
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
    Ok(pages(&facts(study.tables(), manifest)?))
}

/// Plans that a folder has a report, and with `semicolons` copies of its tables, and makes them with whatever else of the
/// folder is not there or not as it was written.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses.
pub fn attach_report(study: &mut Study, semicolons: bool) -> Result<Manifest, StudyError> {
    if !study.is_complete()? {
        return Err(not_made(study));
    }
    study.plan_report()?;
    if semicolons {
        study.plan_semicolons()?;
    }
    merge(study)
}

/// Plans that the tables of text of a folder have a copy with semicolons, and makes these where every world is there.
///
/// # Errors
/// When parts are damaged, or the disk refuses.
pub fn attach_semicolons(study: &mut Study) -> Result<Option<Manifest>, StudyError> {
    study.plan_semicolons()?;
    if study.is_complete()? { merge(study).map(Some) } else { Ok(None) }
}

pub(super) fn not_made(study: &Study) -> StudyError {
    StudyError::NotMade { folder: study.path().display().to_string() }
}

/// All that belongs to a report, over some tables: names of files, and what is in them.
pub(super) fn all(
    tables: Tables<'_>,
    manifest: Manifest,
) -> Result<Vec<(&'static str, Vec<u8>)>, StudyError> {
    let facts = facts(tables, manifest)?;
    let mut made: Vec<(&'static str, Vec<u8>)> =
        pages(&facts).into_iter().map(|(name, page)| (name, page.into_bytes())).collect();
    for (language, [annex, tables, note, document]) in FILES {
        made.push((annex, page::annex(&facts, language).into_bytes()));
        made.push((tables, office::tables(&facts, language)));
        if facts.compared.is_some() {
            made.push((note, page::note(&facts, language).into_bytes()));
            made.push((document, office::note(&facts, language)));
        }
    }
    Ok(made)
}

/// What is made beside the report: annex, tables, and the note in two forms.
const FILES: [(Language, [&str; 4]); 2] = [
    (Language::English, [ANNEX_EN, TABLES_EN, NOTE_EN, NOTE_EN_DOCX]),
    (Language::French, [ANNEX_FR, TABLES_FR, NOTE_FR, NOTE_FR_DOCX]),
];

/// What is told, of the files of the manifest beside what is made of it.
fn facts(tables: Tables<'_>, mut manifest: Manifest) -> Result<page::Facts<'_>, StudyError> {
    let made = |name: &str| REPORTS.contains(&name) || NOTES.contains(&name);
    manifest.files.retain(|file| !made(&file.name));
    page::Facts::read(tables, manifest)
}

fn pages(facts: &page::Facts<'_>) -> Pages {
    let languages = [(REPORT_EN, Language::English), (REPORT_FR, Language::French)];
    languages.map(|(name, language)| (name, page::report(facts, language)))
}
