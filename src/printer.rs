//! The one printer of mistakes: the line of the file, a mark under what is wrong, and how to mend it.

use crate::mistakes::{MOST_SHOWN, Mistake, Mistakes};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of a message at most.
const WIDTH: usize = 110;
/// Lines shown of something that spans many.
const MOST_LINES: usize = 3;

/// Mistakes as text. `text_of` gives the text of a file (or of `--set`) by its name, when it can still be had.
#[must_use]
pub fn render(mistakes: &Mistakes, colours: bool, text_of: &dyn Fn(&str) -> Option<String>) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut texts: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut shown = String::new();
    for mistake in mistakes.0.iter().take(MOST_SHOWN) {
        let file = mistake.spot.file.as_str();
        let text = texts.entry(file).or_insert_with(|| text_of(file));
        shown.push_str(&one(mistake, text.as_deref(), &renderer));
        shown.push_str("\n\n");
    }
    shown.push_str(&count(mistakes));
    shown.push('\n');
    shown
}

/// "3 mistakes in 2 files", and how many of them are not shown.
fn count(mistakes: &Mistakes) -> String {
    let files: BTreeSet<&str> = mistakes.0.iter().map(|mistake| mistake.spot.file.as_str()).collect();
    let several = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let total = mistakes.0.len();
    let hidden = total.saturating_sub(MOST_SHOWN);
    let rest = if hidden == 0 { String::new() } else { format!(", the first {MOST_SHOWN} shown") };
    format!("{} in {}{rest}", several(total, "mistake"), several(files.len(), "file"))
}

fn one(mistake: &Mistake, text: Option<&str>, renderer: &Renderer) -> String {
    let Mistake { spot, what, help } = mistake;
    let title = Level::ERROR.primary_title(what.to_string());
    let help = help.as_deref().map(|help| Level::HELP.message(help));
    let place = text
        .filter(|_| !spot.span.is_empty() || spot.line > 1)
        .and_then(|text| excerpt(text, spot.span.clone()));
    let group: Group<'_> = match place {
        Some((lines, within)) => title.element(
            Snippet::source(lines)
                .path(spot.file.as_str())
                .line_start(spot.line)
                .annotation(AnnotationKind::Primary.span(within).label(what.label())),
        ),
        None => title.element(Origin::path(spot.file.as_str()).line(spot.line).char_column(spot.column)),
    };
    renderer.render(&[group.elements(help)])
}

/// The lines around `span`, and the span within them.
fn excerpt(text: &str, span: std::ops::Range<usize>) -> Option<(&str, std::ops::Range<usize>)> {
    let before = text.get(..span.start)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let mut end = start;
    for _ in 0..MOST_LINES {
        end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        if end >= span.end {
            break;
        }
    }
    let lines = text[start..end].trim_end_matches(['\n', '\r']);
    let last = lines.len().max(span.start - start);
    (last <= lines.len()).then(|| (lines, span.start - start..(span.end.max(span.start) - start).min(last)))
}
