//! From bytes to a TOML table: everything that can be wrong before any key is looked at.

use super::files::{self, Files, MOST_BYTES};
use super::reader::Value;
use super::source::{Source, shorten};
use super::value::{as_value, value_told, with_plain_spaces};
use crate::inputs::mistakes::nearness::did_you_mean;
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::kernel::order;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

/// Tables within one another that the parser reads.
const MOST_LEVELS: usize = 80;

/// Parts of a dotted key that are read.
const MOST_PARTS: usize = 5;

/// The text of a file that nothing else names; when it cannot be read, the file beside it that was probably meant.
pub(super) fn open(path: &str, files: &dyn Files, mistakes: &mut Mistakes) -> Option<Source> {
    match files::read(files, path) {
        Ok(bytes) => text(path, bytes, mistakes),
        Err(why) => {
            let near = files::beside(files, path);
            let help = did_you_mean(files::file(path), near.iter().map(String::as_str));
            mistakes.push(Spot::whole(path), Wrong::Unreadable { path: path.to_owned(), why }, help);
            None
        }
    }
}

/// Bytes as text, unless they are too many or not text.
pub(super) fn text(name: &str, bytes: Vec<u8>, mistakes: &mut Mistakes) -> Option<Source> {
    if bytes.len() > MOST_BYTES {
        let what = Wrong::TooLarge { bytes: bytes.len(), most: MOST_BYTES };
        mistakes.push(Spot::whole(name), what, Help::AnotherFile);
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(Source::new(name, text)),
        Err(torn) => {
            let offset = torn.utf8_error().valid_up_to();
            let bytes = torn.as_bytes();
            let byte = bytes[offset];
            let before = String::from_utf8_lossy(&bytes[..offset]);
            let mut spot = Spot::new(name, &before, before.len()..before.len());
            spot.span = offset..offset + 1;
            let help = match bytes {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Help::Utf16,
                _ if byte >= 0xA0 => Help::Latin1 { letter: char::from(byte).to_string() },
                _ => Help::SaveUtf8,
            };
            mistakes.push(spot, Wrong::NotUtf8 { offset, byte: format!("{byte:02X}") }, help);
            None
        }
    }
}

/// The table that a text holds, with what is wrong with its TOML.
pub(super) struct Parsed<'s> {
    /// What could be read.
    pub table: DeTable<'s>,
    /// Whether tables and keys may stand in the wrong place, so that nothing can be said about them.
    pub torn: bool,
    /// Lines with a mistake that is reported already.
    pub lines: BTreeSet<usize>,
}

/// Reads the TOML of a text; every mistake of syntax is noted, one for a line.
pub(super) fn parse<'s>(source: &'s Source, mistakes: &mut Mistakes) -> Parsed<'s> {
    if let Some(span) = long_key(source.text()) {
        let lines = BTreeSet::from([source.line(span.start)]);
        mistakes.push(source.spot(span), Wrong::TooDeep { most: MOST_PARTS }, Help::FourLevels);
        return Parsed { table: DeTable::new(), torn: true, lines };
    }
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let mut parsed = Parsed { table: table.into_inner(), torn: false, lines: BTreeSet::new() };
    let mut errors: Vec<(Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    order::by_key(&mut errors, |(span, _)| span.start);
    let too_deep = errors.iter().any(|(_, message)| message.contains("recurs"));
    if let Some(bracket) = never_closed(source.text()).filter(|_| !too_deep && !errors.is_empty()) {
        errors.retain(|(span, _)| span.end <= bracket.start);
        parsed.torn = true;
        parsed.lines.insert(source.line(bracket.start));
        let (message, help) = match source.text().as_bytes()[bracket.start] {
            b'[' => (Phrase::ListOpen, Help::ListForm),
            _ => (Phrase::TableOpen, Help::TableForm),
        };
        mistakes.push(source.spot(bracket), Wrong::Syntax { message }, help);
    }
    let mut bracket_open = false;
    let mut firsts = None;
    for (span, message) in errors {
        let bracket = ["unclosed array", "unclosed inline", "missing comma", "in array", "in inline table"]
            .iter()
            .any(|words| message.contains(words));
        let line = source.line(span.start.min(source.text().len()));
        if bracket && bracket_open || !parsed.lines.insert(line) {
            continue;
        }
        bracket_open |= bracket;
        let text = source.line_text(line);
        parsed.torn |= bracket
            || text.trim_start().starts_with('[')
            || !text.contains('=')
            || message.contains("multi-line")
            || message.contains("recurs");
        let Told { span, what, help } = if message.contains("duplicate key") {
            let firsts = firsts.get_or_insert_with(|| Firsts::new(source));
            let key = source.text().get(span.clone()).unwrap_or_default();
            let first = firsts.of(source, line, key);
            let header = Some(text.trim()).filter(|text| text.starts_with('['));
            let what = Wrong::DuplicateKey { key: shorten(header.unwrap_or(key)), line: first };
            Told { span, what, help: Some(Help::KeepOne) }
        } else {
            tell(source, line, span, message)
        };
        mistakes.push(source.spot(span), what, help);
    }
    parsed
}

/// A key of more than [`MOST_PARTS`] parts. Such keys are refused before parsing: the parser bounds brackets, but tables
/// made by dots within tables made by brackets could still be deeper than the stack.
fn long_key(text: &str) -> Option<Range<usize>> {
    let (mut start, mut dots, mut in_value) = (0, 0, false);
    for token in toml_parser::Source::new(text).lex() {
        let span = token.span();
        match token.kind() {
            TokenKind::Dot if !in_value => {
                dots += 1;
                if dots >= MOST_PARTS {
                    return Some(start..span.end());
                }
            }
            TokenKind::Equals => (dots, in_value) = (0, true),
            TokenKind::Comma
            | TokenKind::LeftCurlyBracket
            | TokenKind::LeftSquareBracket
            | TokenKind::RightSquareBracket
            | TokenKind::Newline => (start, dots, in_value) = (span.end(), 0, false),
            _ => {}
        }
    }
    None
}

/// The first `[` or `{` of a value that is never closed: whatever follows it is read as a part of it.
fn never_closed(text: &str) -> Option<Range<usize>> {
    let (mut open, mut in_value): (Vec<Range<usize>>, bool) = (Vec::new(), false);
    for token in toml_parser::Source::new(text).lex() {
        match token.kind() {
            TokenKind::Equals => in_value = true,
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket if in_value => {
                open.push(token.span().start()..token.span().end());
            }
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => {
                open.pop();
            }
            TokenKind::Newline if open.is_empty() => in_value = false,
            _ => {}
        }
    }
    open.into_iter().next()
}

/// What a mistake of syntax comes down to.
struct Told {
    span: Range<usize>,
    what: Wrong,
    help: Option<Help>,
}

fn tell(source: &Source, line: usize, span: Range<usize>, message: &str) -> Told {
    let told = |span, what, help: Help| Told { span, what, help: Some(help) };
    let syntax = |message: Phrase| Wrong::Syntax { message };
    if message.contains("recurs") {
        return told(span, Wrong::TooDeep { most: MOST_LEVELS }, Help::FourLevels);
    }
    if message.contains("unclosed table") || message.contains("unclosed array table") {
        return told(whole_line(source, line), syntax(Phrase::HeaderOpen), Help::CloseHeader);
    }
    if ["unclosed array", "in array", "between array"].iter().any(|words| message.contains(words)) {
        return told(span, syntax(Phrase::ListOrComma), Help::ListForm);
    }
    if message.contains("inline table") && !message.contains("cannot extend") {
        return told(span, syntax(Phrase::TableOrComma), Help::TableForm);
    }
    let text = source.line_text(line);
    let start = source.line_start(line);
    if let Some(plain) = with_plain_spaces(text) {
        return told(span, syntax(Phrase::OddSpace), Help::Write { text: shorten(&plain) });
    }
    if text.trim_start().starts_with('[') && message.contains("unquoted key") {
        return told(whole_line(source, line), syntax(Phrase::SectionName), Help::SectionForm);
    }
    if message.contains("key with no value") || !text.contains('=') && message.contains("unquoted key") {
        let words = text.split('#').next().unwrap_or_default().trim();
        let help = match words.split_once(':') {
            Some((key, "")) => Help::KeysBelow { header: format!("[{}]", shorten(key.trim())) },
            Some((key, value)) => {
                Help::Write { text: format!("{} = {}", shorten(key.trim()), as_value(value)) }
            }
            None => Help::LineForm,
        };
        return told(whole_line(source, line), syntax(Phrase::KeyAlone), help);
    }
    if let Some(equals) = text.find('=').filter(|equals| span.start >= start + equals) {
        let value = text[equals + 1..].trim();
        let key = text[..equals].trim();
        let at = start + equals + 1 + (text[equals + 1..].len() - text[equals + 1..].trim_start().len());
        let (what, help) = value_told(key, value, message);
        let end = (at + value.len()).max(at);
        return Told { span: if value.is_empty() { start..start + equals + 1 } else { at..end }, what, help };
    }
    let help = message.contains("unquoted key").then_some(Help::KeyForm);
    Told { span, what: Wrong::Syntax { message: Phrase::Parser { message: message.to_owned() } }, help }
}

/// The first line of each key of each section and of each header.
struct Firsts<'s> {
    lines: BTreeMap<(usize, &'s str), usize>,
    /// The line of the header above each line.
    headers: Vec<usize>,
}

impl<'s> Firsts<'s> {
    fn new(source: &'s Source) -> Self {
        let mut lines = BTreeMap::new();
        let mut headers = vec![0];
        let mut header = 0;
        for line in 1..=source.line(source.text().len()) {
            let text = source.line_text(line).trim();
            if let Some(name) = header_name(text) {
                header = line;
                lines.entry((0, name)).or_insert(line);
            } else if let Some((key, _)) = text.split_once('=') {
                lines.entry((header, key.trim())).or_insert(line);
            }
            headers.push(header);
        }
        Self { lines, headers }
    }

    /// The first line of the header or key that stands again on `line`.
    fn of(&self, source: &Source, line: usize, key: &str) -> usize {
        let place = match header_name(source.line_text(line).trim()) {
            Some(name) => (0, name),
            None => (self.headers.get(line).copied().unwrap_or(0), key),
        };
        self.lines.get(&place).copied().unwrap_or(line)
    }
}

/// The name in a header, `[name]` or `[[name]]`.
fn header_name(text: &str) -> Option<&str> {
    text.starts_with('[')
        .then(|| text.split('#').next().unwrap_or_default().trim_matches(|c| "[] ".contains(c)))
}

/// The words of a line, without its indent and comment.
fn whole_line(source: &Source, line: usize) -> Range<usize> {
    let text = source.line_text(line);
    let start = source.line_start(line) + text.len() - text.trim_start().len();
    start..start + text.split('#').next().unwrap_or_default().trim().len()
}

/// The string that a top-level key holds, when it holds one.
pub(super) fn peek<'v, 's>(table: &'v DeTable<'s>, key: &str) -> Option<&'v Value<'s>> {
    table.get(key).filter(|value| matches!(value.get_ref(), DeValue::String(_)))
}
