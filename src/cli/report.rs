//! `hameau report`.

use super::options::{Lang, Office};
use super::{Exit, outcome, say};
use crate::api;
use hameau_study::engine::Study;
use hameau_study::store::{REPORT_EN, REPORT_FR};
use hameau_words::Language;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Makes the report of a folder of results, in English and in French, and its tables as workbooks
///
/// The report is a page that needs nothing but itself; the workbooks beside it open in any office program. Made again from
/// the same folder, they are the same, byte for byte. From then on they belong to the folder: whatever makes the tables anew
/// makes them too.
///
/// Exit codes: 0 done, 1 the folder is none of results, or its tables are not made.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The folder of results
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Language of what is read; else that of the locale
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Opens the report in the reader's language
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    office: Office,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Arguments { folder, lang, open, office } = arguments;
    let language = Lang::or_locale(*lang);
    let attached = Study::existing(folder).and_then(|mut study| {
        outcome::folder(&study, language);
        api::attach_report(&mut study, office.semicolons())
    });
    if let Err(error) = attached {
        return outcome::refused(&error, language);
    }
    let pages = pages(folder, language);
    let text = format!("{}\n{}\n", pages[0].display(), pages[1].display());
    if *open {
        show(&pages[0], language);
    }
    say(&text)
}

/// The reports of a folder, that in the reader's language first.
pub(super) fn pages(folder: &Path, language: Language) -> [PathBuf; 2] {
    language.of(([REPORT_EN, REPORT_FR], [REPORT_FR, REPORT_EN])).map(|name| folder.join(name))
}

/// Opens a report. A machine without a display has nothing to open it with; the page is there all the same.
pub(super) fn show(page: &Path, language: Language) {
    if let Err(error) = opener::open(page) {
        let words = ("cannot open it here", "impossible de l'ouvrir ici");
        let colon = language.of((":", " :"));
        let _ = writeln!(io::stderr(), "{}{colon} {error}", language.of(words));
    }
}
