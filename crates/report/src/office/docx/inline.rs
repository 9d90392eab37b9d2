//! Text within a paragraph: code between back quotes, spaces as the language sets them.

use super::styles;
use docx_rs::{BreakType, Paragraph, Run};
use hameau_words::{Language, typeset};

/// Text in which code stands between back quotes, added to a paragraph.
pub(super) fn prose(paragraph: Paragraph, text: &str, language: Language) -> Paragraph {
    text.split('`').enumerate().filter(|(_, piece)| !piece.is_empty()).fold(
        paragraph,
        |paragraph, (at, piece)| {
            if at % 2 == 1 {
                paragraph.add_run(code(piece))
            } else {
                paragraph.add_run(Run::new().add_text(typeset(piece, language)))
            }
        },
    )
}

/// Code, which is never set otherwise nor looked up in a dictionary.
pub(super) fn code(text: &str) -> Run {
    Run::new().style(styles::CODE).add_text(text)
}

/// English words in any language.
pub(super) fn english(text: &str) -> Run {
    Run::new().style(styles::ENGLISH).add_text(text)
}

/// Lines of code, each on a line of its own.
pub(super) fn lines(text: &str) -> Run {
    let first = Run::new().style(styles::CODE);
    text.lines().enumerate().fold(first, |run, (at, line)| {
        let run = if at == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        run.add_text(line)
    })
}
