//! Every kind of block, in both languages, read back from the document.

use super::docx;
use crate::page::blocks::{Block, Cell, Figure, Table};
use hameau_words::Language;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

fn part(document: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(document)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
    text
}

fn table() -> Table {
    let mut table = Table::new("What it costs", &["Policy"], &["EUR"]);
    let more = Cell { more: Some("from 1 to 3".to_owned()), ..Cell::number(Some("2,5".to_owned())) };
    table.rows.push(vec![Cell::code("place.capacity"), more]);
    table.rows.push(vec![Cell::english("small shop"), Cell::number(None)]);
    table
}

fn blocks() -> Vec<Block> {
    let figure =
        Figure { svg: "<svg>drawn</svg>".to_owned(), caption: "A chart.".to_owned(), table: table() };
    vec![
        Block::heading("First & foremost"),
        Block::minor("Below"),
        Block::paragraph("Ask `hameau run <FILE>` : 12 % of worlds."),
        Block::List { items: vec!["first item".to_owned(), "second item".to_owned()] },
        Block::Table(table()),
        Block::Figures { figures: vec![figure] },
        Block::Command { text: "hameau check a.toml\nhameau run a.toml".to_owned() },
        Block::Aside {
            title: "Mind this".to_owned(),
            blocks: vec![
                Block::paragraph("Beside the text."),
                Block::List { items: vec!["third item".to_owned()] },
            ],
        },
    ]
}

/// The paragraph in which some text stands.
fn around<'t>(body: &'t str, text: &str) -> &'t str {
    let body = body.split_once("<w:body>").expect("a body").1;
    let at = body.find(text).unwrap_or_else(|| panic!("`{text}` is not in the document"));
    let from = body[..at].rfind("<w:p ").expect("a paragraph");
    &body[from..at + body[at..].find("</w:p>").expect("it ends")]
}

#[test]
fn every_kind_of_block_is_in_the_document_by_its_style() {
    for (language, tag) in [(Language::English, "en-GB"), (Language::French, "fr-FR")] {
        let document = docx("Bees & <hives>", language, &blocks());
        let body = part(&document, "word/document.xml");
        for (text, style) in [
            ("Bees &amp; &lt;hives&gt;", "Title"),
            ("First &amp; foremost", "Heading1"),
            ("Below", "Heading2"),
            ("of worlds.", "Normal"),
            ("first item", "ListBullet"),
            ("What it costs", "Caption"),
            ("Policy", "TableHead"),
            ("2,5", "TableCell"),
            ("from 1 to 3", "TableMore"),
            ("A chart.", "Normal"),
            ("hameau check a.toml", "Command"),
            ("Mind this", "Heading3"),
            ("Beside the text.", "Aside"),
            ("third item", "ListBullet"),
        ] {
            let paragraph = around(&body, text);
            assert!(paragraph.contains(&format!("<w:pStyle w:val=\"{style}\" />")), "{text}: {paragraph}");
        }
        let styles = part(&document, "word/styles.xml");
        for name in ["heading 1", "heading 2", "heading 3", "caption", "Title", "List Bullet"] {
            assert!(styles.contains(&format!("<w:name w:val=\"{name}\" />")), "{name}");
        }
        assert!(styles.contains(&format!("<w:lang w:val=\"{tag}\"")));
        let core = part(&document, "docProps/core.xml");
        assert!(core.contains("<dc:title>Bees &amp; &lt;hives&gt;</dc:title>"), "{core}");
        assert!(core.contains(&format!("<dc:language>{tag}</dc:language>")));
        assert!(part(&document, "word/footer1.xml").contains("PAGE"));
        assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"") && body.contains("w:left=\"1134\""));
        assert!(!body.contains("drawn"), "a drawing is no text");
    }
}

#[test]
fn code_numbers_lists_and_heads_are_what_word_takes_them_for() {
    let document = docx("Title", Language::French, &blocks());
    let body = part(&document, "word/document.xml");
    let paragraph = around(&body, "of worlds.");
    assert!(paragraph.contains("\u{202f}: 12\u{202f}% of worlds."), "French spaces: {paragraph}");
    let code = "<w:rStyle w:val=\"Code\" /></w:rPr><w:t xml:space=\"preserve\">hameau run &lt;FILE&gt;</w:t>";
    assert!(paragraph.contains(code), "{paragraph}");
    assert!(around(&body, "small shop").contains("w:val=\"English\""));
    assert!(around(&body, "2,5").contains("<w:jc w:val=\"right\" />"));
    assert!(!around(&body, "Policy").contains("w:val=\"right\""));
    let numbering = part(&document, "word/numbering.xml");
    let list = around(&body, "second item").split("<w:numId w:val=\"").nth(1).expect("an item of a list");
    let list = list.split('"').next().expect("its number");
    let of = format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{list}\" /></w:num>");
    assert!(numbering.contains(&of), "{numbering}");
    let kind = format!("<w:abstractNum w:abstractNumId=\"{list}\"");
    let kind = numbering.split(&kind[..]).nth(1).and_then(|from| from.split("</w:abstractNum>").next());
    let bullet = "<w:numFmt w:val=\"bullet\" /><w:lvlText w:val=\"•\" />";
    assert!(kind.is_some_and(|kind| kind.contains(bullet)), "{numbering}");
    assert!(around(&body, "hameau run a.toml").contains("<w:br w:type=\"textWrapping\" />"));
    assert!(
        around(&body, "third item").contains("<w:pBdr>")
            && !around(&body, "second item").contains("<w:pBdr>")
    );
    assert_eq!(body.matches("<w:tbl>").count(), 2, "a table, and that of a figure");
    assert_eq!(body.matches("<w:tblHeader />").count(), 2, "each head is repeated on every page");
    assert_eq!((body.matches("<w:tr>").count(), body.matches("<w:cantSplit />").count()), (6, 6));
    let head = body.find("<w:tblHeader />").expect("a head");
    assert!(head < body.find("Policy").expect("its words"), "the head is the first row");
    assert!(body.contains("w:fill=\"E4EAE6\""));
}

#[test]
fn the_same_blocks_give_the_same_bytes() {
    let first = docx("Title", Language::French, &blocks());
    assert!(docx("Title", Language::French, &blocks()) == first);
    assert!(docx("Title", Language::English, &blocks()) != first);
    let elsewhere = std::thread::spawn(|| docx("Title", Language::French, &blocks())).join();
    assert!(elsewhere.expect("it ends") == first, "another thread numbers paragraphs otherwise");
    let mut archive = ZipArchive::new(Cursor::new(&first[..])).expect("an archive");
    for at in 0..archive.len() {
        let time = archive.by_index(at).expect("a part").last_modified();
        assert!(time.is_none_or(|time| time.year() == 1980), "a part of a document is dated");
    }
}
