//! What the model cannot say: the page `docs/limits.md`, in the reader's language, as blocks.

use super::blocks::{Block, Cell, Table};
use hameau_words::Language;

const PAGE: &str = include_str!("../../../../docs/limits.md");

/// The sections that are lists, or those that are tables.
#[must_use]
pub fn limits(tables: bool, language: Language) -> Vec<Block> {
    let (english, french) = PAGE.split_once("\n## En français\n").unwrap_or((PAGE, ""));
    let english = english.split_once("\n## In English\n").map_or(english, |(_, text)| text);
    let text = without_links(language.of((english, french)));
    let mut sections = text.split("\n### ");
    let mut blocks = Vec::new();
    if let Some(first) = sections.next().filter(|_| !tables) {
        blocks.push(Block::paragraph(joined(first.lines())));
    }
    for section in sections {
        let (title, body) = section.split_once('\n').unwrap_or((section, ""));
        if body.contains("\n|") == tables {
            blocks.push(Block::heading(title));
            blocks.push(if tables { table(title, body) } else { list(body) });
        }
    }
    blocks
}

/// The words of links alone: the page of which this is a part has no neighbours.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let link = after.split_once("](").and_then(|(words, after)| Some((words, after.split_once(')')?.1)));
        match link {
            Some((words, after)) if !words.contains('[') => {
                plain.push_str(words);
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn joined<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn list(body: &str) -> Block {
    let items = body.split("\n- ").map(|item| joined(item.lines())).filter(|item| !item.is_empty());
    Block::List { items: items.map(|item| item.trim_start_matches("- ").to_owned()).collect() }
}

fn table(title: &str, body: &str) -> Block {
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let mut lines = body.lines().filter(|line| line.starts_with('|'));
    let heads = lines.next().map(cells).unwrap_or_default();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut table = Table::new(title, &heads, &[]);
    table.rows = lines.skip(1).map(|line| cells(line).into_iter().map(Cell::words).collect()).collect();
    Block::Table(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_as_many_limits() {
        for tables in [false, true] {
            let [english, french] = [Language::English, Language::French].map(|to| limits(tables, to));
            assert_eq!(english.len(), french.len());
            assert!(english.len() >= 4, "the page has moved");
        }
    }

    #[test]
    fn links_leave_their_words() {
        assert_eq!(without_links("see [a.md](a.md), [1] and [b](c.md)."), "see a.md, [1] and b.");
    }
}
