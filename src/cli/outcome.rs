//! What is told when simulating has ended, and with which exit code.

use super::Exit;
use super::options::Office;
use crate::api::{self, End, Ran};
use hameau_study::engine::{Study, StudyError};
use hameau_words::{Language, number};
use std::io::{self, Write as _};

/// Failed runs whose command is told; all are in the table of failures.
const TOLD: usize = 3;

/// Tells on standard error which indicators a folder lacks, which this program does not know, and what in it is none of
/// this program's; nothing where there is nothing to tell.
pub(super) fn folder(study: &Study, language: Language) {
    let folder = study.path().display();
    let strangers = study.strangers().join(", ");
    let (lacking, unknown) = (study.columns().lacking().join(", "), study.columns().unknown().join(", "));
    let mut err = io::stderr().lock();
    let mut note = |ids: &str, words: (String, String)| {
        if !ids.is_empty() {
            let _ = writeln!(err, "{}", language.of(words));
        }
    };
    note(
        &strangers,
        (
            format!("{folder} holds what belongs to no run of this plan, left alone: {strangers}"),
            format!("{folder} contient ce qui n'est d'aucun monde de ce plan, laissé tel quel : {strangers}"),
        ),
    );
    note(
        &lacking,
        (
            format!("{folder} was begun without these indicators, which stay undefined in it: {lacking}"),
            format!("{folder} a été commencé sans ces indicateurs, qui y restent non définis : {lacking}"),
        ),
    );
    note(
        &unknown,
        (
            format!(
                "{folder} holds indicators that this program does not know; they are kept, told nowhere and empty in new worlds: {unknown}"
            ),
            format!(
                "{folder} contient des indicateurs que ce programme ne connaît pas ; ils sont gardés, ne sont montrés nulle part et restent vides dans les nouveaux mondes : {unknown}"
            ),
        ),
    );
}

/// Tells on standard error what is worth knowing of a study that was simulated, whole or not, and gives the exit code.
pub(super) fn told(ran: &Ran, quiet: bool, language: Language) -> Exit {
    self::folder(&ran.study, language);
    let mut err = io::stderr().lock();
    let count = |value: u32| number(f64::from(value), 0, language);
    let folder = ran.study.path().display();
    let mut note = |words: (String, String)| {
        let _ = writeln!(err, "{}", language.of(words));
    };
    for told in &ran.mended {
        note((
            format!("a damaged part was taken away to be made anew ({told})"),
            format!("une partie abîmée a été retirée pour être refaite ({told})"),
        ));
    }
    let kept = ran.task.there + ran.executed.committed + ran.executed.elsewhere;
    let (kept, runs) = (count(kept), count(ran.task.runs));
    match &ran.end {
        End::Interrupted => {
            note((
                format!(
                    "interrupted: {kept} of {runs} worlds are kept in {folder}; the same command goes on from there"
                ),
                format!(
                    "interrompu : {kept} mondes sur {runs} sont gardés dans {folder} ; la même commande reprend là"
                ),
            ));
            Exit::Interrupted
        }
        End::Failed => {
            note((
                format!(
                    "stopped at a world that failed: {kept} of {runs} worlds are kept in {folder}; the same command goes on with the others, --retry-failed tries it again"
                ),
                format!(
                    "arrêt à un monde qui a échoué : {kept} mondes sur {runs} sont gardés dans {folder} ; la même commande continue avec les autres, --retry-failed le reprend"
                ),
            ));
            failures(ran, &mut note);
            Exit::Bug
        }
        End::Shard { missing } => {
            let missing = count(*missing);
            if !quiet {
                note((
                    format!(
                        "this shard is done; {missing} of {runs} worlds, of other shards, are still missing in {folder}"
                    ),
                    format!(
                        "cette part est faite ; {missing} mondes sur {runs}, d'autres parts, manquent encore dans {folder}"
                    ),
                ));
            }
            Exit::Done
        }
        End::Complete(manifest) if manifest.failed > 0 => {
            let failed = count(manifest.failed);
            note((
                format!(
                    "{failed} of {runs} worlds failed, a bug of the program: see {folder}/failures.parquet; the others are complete"
                ),
                format!(
                    "{failed} mondes sur {runs} ont échoué, une erreur du programme : voir {folder}/failures.parquet ; les autres sont complets"
                ),
            ));
            failures(ran, &mut note);
            Exit::Failures
        }
        End::Complete(_) => Exit::Done,
    }
}

/// Adds to a study that was simulated, whole or not, the forms of its tables that were asked for.
///
/// # Errors
/// When they cannot be made; it is told.
pub(super) fn in_office_forms(ran: &mut Ran, office: &Office, language: Language) -> Result<(), Exit> {
    if office.semicolons() {
        let made = api::attach_semicolons(&mut ran.study).map_err(|error| refused(&error, language))?;
        if let (Some(manifest), End::Complete(_)) = (made, &ran.end) {
            ran.end = End::Complete(Box::new(manifest));
        }
    }
    Ok(())
}

/// The first few runs that failed, and the commands that repeat them.
fn failures(ran: &Ran, note: &mut impl FnMut((String, String))) {
    match ran.study.failures(TOLD) {
        Ok(failures) => {
            for failure in failures {
                let told = format!(
                    "  {} replicate {}: {}\n  {}",
                    failure.scenario, failure.replicate, failure.why, failure.command
                );
                note((told.clone(), told));
            }
        }
        Err(error) => note((error.to_string(), error.say(Language::French))),
    }
}

/// Tells why a study could not be simulated, and gives the exit code.
pub(super) fn refused(error: &StudyError, language: Language) -> Exit {
    let colon = language.of(("error:", "erreur\u{202f}:"));
    let _ = writeln!(io::stderr(), "{colon} {}", error.say(language));
    if matches!(error, StudyError::Differs { .. }) { Exit::Bug } else { Exit::Mistake }
}
