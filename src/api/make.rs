//! Everything that a folder of results holds, made from its parts and its plan: tables, what the folder is, its report.

use super::{compare, explore, report, semicolons};
use hameau_study::engine::{self, Made, Study, StudyError, Tables, current};
use hameau_study::store::{Kind, LEDGER, Manifest};
use std::path::{Path, PathBuf};

/// All files of a complete study, in a folder within `within`, not yet shown.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses.
pub fn make<'s>(study: &'s Study, within: &Path) -> Result<Made<'s>, StudyError> {
    let mut made = engine::make(study, within)?;
    let at: PathBuf = made.at().to_owned();
    let tables = Tables { study, at: &at };
    let files = match study.kind() {
        Kind::Run => Vec::new(),
        Kind::Compare { .. } => compare::files(tables)?,
        Kind::Explore { .. } => explore::files_of_factors(tables)?,
        Kind::Ledger { .. } => explore::files_of_ledger(tables)?,
    };
    for (name, content) in files {
        made.add(name, content.as_bytes())?;
    }
    if let Some(ledger) = study.kept_ledger()? {
        made.add(LEDGER, &ledger)?;
    }
    for (table, copy) in study.semicolons() {
        made.add(copy, semicolons::with_semicolons(&made.text(table)?).as_bytes())?;
    }
    if study.has_report() {
        for (name, content) in report::all(tables, made.manifest())? {
            made.add(name, &content)?;
        }
    }
    Ok(made)
}

/// All that a folder holds, made from its parts and its plan unless it is there already, as it was written.
///
/// # Errors
/// When parts are missing or damaged, or the disk refuses.
pub fn merge(study: &Study) -> Result<Manifest, StudyError> {
    current(study).map_or_else(|| show(study), Ok)
}

/// Makes all that a folder holds, and shows it in the place of what was there.
pub(super) fn show(study: &Study) -> Result<Manifest, StudyError> {
    make(study, study.path())?.show()
}

/// Holds a folder against what its parts, its plan and this program give.
///
/// # Errors
/// When the disk refuses. What differs is no error.
pub fn verify(
    study: &Study,
    asked: &engine::Asked<'_>,
    stop: &std::sync::atomic::AtomicBool,
) -> Result<engine::Verified, StudyError> {
    engine::verify(study, asked, &make, stop)
}
