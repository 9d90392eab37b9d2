//! The one printer of mistakes: the line of the file, a mark under what is wrong, and how to mend it.
//!
//! It prints what compilers made people used to, and is our own because it travels in the workshop page, where a crate for
//! every kind of diagnostic weighed more than all its mistakes.

use crate::inputs::mistakes::{MOST_SHOWN, Mistake, Mistakes, visible};
use crate::kernel::language::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

/// Columns of a line of a file at most, with the number before it.
const WIDTH: usize = 110;
/// What stands for the rest of a line that is too long.
const DOTS: &str = "...";
/// Columns kept beside a mark where a line is cut: three of dots, and three that tell where one is.
const AROUND: usize = 2 * DOTS.len();

/// Mistakes as text in a language. `text_of` gives the text of a file (or of `--set`) by its name, when it can still be had.
#[must_use]
pub fn render(
    mistakes: &Mistakes,
    colours: bool,
    language: Language,
    text_of: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut texts: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut page = Page { text: String::new(), colours, language };
    for mistake in mistakes.0.iter().take(MOST_SHOWN) {
        let file = mistake.spot.file.as_str();
        let text = texts.entry(file).or_insert_with(|| text_of(file));
        page.mistake(mistake, text.as_deref());
        page.text.push('\n');
    }
    page.text.push_str(&count(mistakes, language));
    page.text.push('\n');
    page.text
}

/// "3 mistakes in 2 files", and how many of them are not shown.
fn count(mistakes: &Mistakes, language: Language) -> String {
    let files: BTreeSet<&str> = mistakes.0.iter().map(|mistake| mistake.spot.file.as_str()).collect();
    let several = |count: usize, one: (&str, &str)| {
        format!("{count} {}{}", language.of(one), if count == 1 { "" } else { "s" })
    };
    let total = mistakes.0.len();
    let (mistakes, files) =
        (several(total, ("mistake", "erreur")), several(files.len(), ("file", "fichier")));
    let within = language.of(("in", "dans"));
    let shown = if total > MOST_SHOWN {
        language
            .of((format!(", the first {MOST_SHOWN} shown"), format!(", les {MOST_SHOWN} premières montrées")))
    } else {
        String::new()
    };
    format!("{mistakes} {within} {files}{shown}")
}

/// How a part of a message looks.
#[derive(Clone, Copy)]
enum Look {
    Plain,
    Strong,
    /// What is wrong.
    Wrong,
    /// Numbers of lines, and what holds a message together.
    Frame,
}

impl Look {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\x1b[1m",
            Self::Wrong => "\x1b[1m\x1b[91m",
            Self::Frame => "\x1b[1m\x1b[94m",
        }
    }
}

/// What is printed so far.
struct Page {
    text: String,
    colours: bool,
    language: Language,
}

impl Page {
    fn mistake(&mut self, mistake: &Mistake, text: Option<&str>) {
        let Mistake { spot, what, help } = mistake;
        self.put(Look::Wrong, self.language.of(("error", "erreur")));
        let colon = self.language.of((": ", "\u{202f}: "));
        self.put(Look::Strong, &(colon.to_owned() + &what.say(self.language)));
        let line = text.filter(|_| !spot.span.is_empty() || spot.line > 1);
        let line = line.and_then(|text| line_at(text, &spot.span));
        let number = spot.line.to_string();
        // Without a line of the file, nothing has to stand to the right of a number.
        let gutter = if line.is_some() { number.len() } else { 0 };
        self.begin(gutter);
        self.put(Look::Frame, "--> ");
        let _ = write!(self.text, "{}:{number}:{}", harmless(&spot.file), spot.column);
        if let Some((line, span)) = &line {
            self.begin(gutter + 1);
            self.put(Look::Frame, "|");
            self.line(&number, line, span.clone(), what.label(self.language));
        }
        if let Some(help) = help {
            if line.is_some() {
                self.begin(gutter + 1);
                self.put(Look::Frame, "|");
            }
            self.begin(gutter + 1);
            self.put(Look::Frame, "= ");
            self.put(Look::Strong, self.language.of(("help", "aide")));
            self.text.push_str(colon);
            self.text.push_str(&help.say(self.language));
        }
        self.text.push('\n');
    }

    /// A line of the file, and the mark under it.
    fn line(&mut self, number: &str, line: &str, span: Range<usize>, label: &str) {
        let before = harmless(&line[..span.start]).chars().count();
        let marked = harmless(&line[span.clone()]).chars().count().max(1);
        let shown: Vec<char> = harmless(line).chars().collect();
        let room = WIDTH - (number.len() + " | ".len());
        let from =
            if shown.len() <= room { 0 } else { beginning(before, marked + 1 + label.chars().count(), room) };
        self.begin(0);
        self.put(Look::Frame, number);
        self.put(Look::Plain, " ");
        self.put(Look::Frame, "|");
        self.put(Look::Plain, if shown.is_empty() { "" } else { " " });
        self.text.push_str(&cut(&shown, from, room));
        self.begin(number.len() + 1);
        self.put(Look::Frame, "|");
        self.put(Look::Plain, &" ".repeat(before - from + 1));
        self.put(Look::Wrong, &"^".repeat(marked.min(room)));
        self.put(Look::Plain, " ");
        self.put(Look::Wrong, label);
    }

    /// A new line that begins with so many spaces.
    fn begin(&mut self, indent: usize) {
        self.text.push('\n');
        self.text.push_str(&" ".repeat(indent));
    }

    fn put(&mut self, look: Look, text: &str) {
        let code = if self.colours { look.code() } else { "" };
        self.text.push_str(code);
        self.text.push_str(text);
        self.text.push_str(if code.is_empty() { "" } else { "\x1b[0m" });
    }
}

/// The line in which `span` begins, and the part of `span` that lies in it.
fn line_at<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, Range<usize>)> {
    let before = text.get(..span.start)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or("");
    let (from, mut to) = (span.start - start, span.end.max(span.start) - start);
    to = to.min(line.len());
    line.get(from..to).map(|_| (line, from..to))
}

/// The first column shown of a line that is too long: none is left out before a mark and its label that fit; else they stand
/// in the middle.
fn beginning(before: usize, marked: usize, room: usize) -> usize {
    if before + marked + AROUND <= room {
        return 0;
    }
    let left = before.saturating_sub(AROUND);
    left.saturating_sub(room.saturating_sub(before + marked + AROUND - left) / 2)
}

/// As much of a line as there is room for, with dots where something is left out.
fn cut(line: &[char], from: usize, room: usize) -> String {
    let to = line.len().min(from + room);
    let (mut shown, mut first, mut last) = (String::new(), from, to);
    if from > 0 {
        shown.push_str(DOTS);
        first += DOTS.len();
    }
    if to < line.len() {
        last -= DOTS.len();
    }
    shown.extend(&line[first.min(last)..last]);
    shown.push_str(if to < line.len() { DOTS } else { "" });
    shown
}

/// Text as a terminal may show it.
fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    visible(text, &mut shown);
    shown
}
