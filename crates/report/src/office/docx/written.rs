//! The bytes of a document, with what `docx-rs` 0.4 has no words for: title and language, heads that repeat on every page.

use super::styles;
use docx_rs::Docx;
use hameau_words::Language;
use std::io::Cursor;

/// The date of every document: that of the making would give other bytes every time.
const DATE: &str = "2026-01-01T00:00:00Z";
/// What says of a row that it is not split between pages; the first of each table is its head.
const ROW: &str = "<w:cantSplit />";

/// How a table begins.
const TABLE: &str = "<w:tbl>";

/// A document as bytes.
pub(super) fn written(document: Docx, title: &str, language: Language) -> Vec<u8> {
    let mut parts = document.created_at(DATE).updated_at(DATE).build();
    let tag = language.of(("en-GB", "fr-FR"));
    let about = format!("<dc:language>{tag}</dc:language><dc:title>{}</dc:title>", escaped(title));
    let end = "</cp:coreProperties>";
    change(&mut parts.doc_props.core, end, &format!("{about}{end}"));
    for author in ["<dc:creator>unknown", "<cp:lastModifiedBy>unknown"] {
        change(&mut parts.doc_props.core, author, &author.replace("unknown", "hameau"));
    }
    let defaults = "</w:rPr></w:rPrDefault>";
    let language_of = |tag: &str| format!("<w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\" />");
    change(&mut parts.styles, defaults, &format!("{}{defaults}", language_of(tag)));
    speak(&mut parts.styles, styles::ENGLISH, &language_of("en-GB"));
    // Code is no language: nobody corrects it.
    speak(&mut parts.styles, styles::CODE, "<w:noProof />");
    speak(&mut parts.styles, styles::COMMAND, "<w:noProof />");
    let body = text(&parts.document);
    let tables = body.split(TABLE).map(|from| from.replacen(ROW, &format!("{ROW}<w:tblHeader />"), 1));
    parts.document = tables.collect::<Vec<_>>().join(TABLE).into_bytes();
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).expect("memory takes any document");
    bytes.into_inner()
}

/// Says in a style of what language its text is.
fn speak(styles: &mut Vec<u8>, style: &str, says: &str) {
    let all = text(styles);
    let from = all.find(&format!("w:styleId=\"{style}\"")).expect("a style of the document");
    let (before, own) = all.split_at(from);
    let own = if own.find("<w:rPr />").is_some_and(|empty| own.find("</w:rPr>").is_none_or(|end| empty < end))
    {
        own.replacen("<w:rPr />", &format!("<w:rPr>{says}</w:rPr>"), 1)
    } else {
        own.replacen("</w:rPr>", &format!("{says}</w:rPr>"), 1)
    };
    *styles = format!("{before}{own}").into_bytes();
}

/// Changes what is once in a part.
fn change(part: &mut Vec<u8>, what: &str, into: &str) {
    let all = text(part);
    assert_eq!(all.matches(what).count(), 1, "`{what}` in a part of a document");
    *part = all.replace(what, into).into_bytes();
}

fn text(part: &[u8]) -> String {
    String::from_utf8_lossy(part).into_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
