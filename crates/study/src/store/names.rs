//! The names in a folder of results: its own, and those of others.

use super::making::MAKING;
use super::{MADE, MANIFEST, SERIES, Series, VIEW};

/// The folder of the plan.
pub(super) const PLAN: &str = "plan";
/// The folder of what the plan was read from.
pub(super) const SOURCES: &str = "plan/sources";
/// The folder of parts.
pub(super) const PARTS: &str = "parts";
/// Letters of the name of a block.
const LETTERS: usize = 32;

/// The files of a folder of results that keeps this series, at its top.
#[must_use]
pub fn planned_files(series: Series) -> Vec<&'static str> {
    let tables = VIEW.into_iter().filter(|name| *name != SERIES || series != Series::None);
    [MANIFEST].into_iter().chain(tables).chain([PARTS, PLAN]).collect()
}

/// Whether a manifest may list a file of this name: a table, what is made from the tables, or a part.
#[must_use]
pub fn may_be_listed(name: &str) -> bool {
    let part = || name.strip_prefix(PARTS).and_then(|name| name.strip_prefix('/')).is_some_and(is_part);
    VIEW.contains(&name) || MADE.contains(&name) || part()
}

/// Whether a file of this name is text, of which the ends of lines may change on the way to another disk.
#[must_use]
pub fn is_text(name: &str) -> bool {
    [".csv", ".json", ".html", ".md"].iter().any(|end| name.ends_with(end))
}

/// Whether a name is that of a part.
pub(super) fn is_part(name: &str) -> bool {
    name.strip_suffix(".parquet").is_some_and(|stem| hexadecimal(stem, LETTERS))
}

/// Whether a name is that of a source.
pub(super) fn is_source(name: &str) -> bool {
    hexadecimal(name, 2 * LETTERS)
}

/// Whether a name is that of an addition to the plan.
pub(super) fn addition(name: &str) -> Option<usize> {
    name.strip_suffix(".json")?.parse().ok()
}

/// Whether a name at the top of a folder is its own.
pub(super) fn is_own(name: &str) -> bool {
    [PLAN, PARTS, MANIFEST].contains(&name)
        || VIEW.contains(&name)
        || MADE.contains(&name)
        || name.starts_with(MAKING)
}

/// Whether a name is one that systems, schedulers and office programs give to files of their own, which nobody means to
/// keep: a folder with nothing else in it is as good as empty.
pub(super) fn of_a_system(name: &str) -> bool {
    let known = ["Thumbs.db", "desktop.ini", "ehthumbs.db", "lost+found", "System Volume Information"];
    known.contains(&name)
        || (name.starts_with('.') && !name.starts_with(MAKING))
        || name.starts_with("~$")
        || (name.starts_with("slurm-") && name.strip_suffix(".out").is_some())
}

fn hexadecimal(name: &str, letters: usize) -> bool {
    name.len() == letters && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_lists_known_names_and_parts_and_nothing_else() {
        for name in [
            "runs.parquet",
            "report.fr.html",
            "tables.fr.xlsx",
            "summary.semicolon.csv",
            "parts/0123456789abcdef0123456789abcdef.parquet",
        ] {
            assert!(may_be_listed(name), "{name}");
        }
        for name in [
            "/dev/zero",
            "../x/runs.parquet",
            "parts/../../x",
            "parts/x.parquet",
            "partsx",
            "manifest.json",
            "plan/study.json",
            "",
        ] {
            assert!(!may_be_listed(name), "{name}");
        }
    }

    #[test]
    fn the_ends_of_lines_of_what_office_programs_open_are_content() {
        assert!(is_text("note.fr.html") && is_text("course.semicolon.csv"));
        assert!(!is_text("tables.fr.xlsx") && !is_text("note.en.docx"));
    }

    #[test]
    fn what_systems_leave_is_known_and_what_people_write_is_not() {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            ".~lock.comparison.csv#",
            "~$x.xlsx",
            "slurm-123.out",
            "._runs.parquet",
        ] {
            assert!(of_a_system(name) && !is_own(name), "{name}");
        }
        for name in ["notes.txt", "a.jpg", ".making-x", "thesis.docx"] {
            assert!(!of_a_system(name), "{name}");
        }
    }
}
