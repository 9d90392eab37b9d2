//! From blocks to HTML.

use super::blocks::Part;
use super::facts::Facts;
use hameau_words::{Language, month_name, typeset};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, ValueKind};
use minijinja::{Environment, Value, context, escape_formatter};

const PAGE: &str = include_str!("../templates/page.html");
const BLOCKS: &str = include_str!("../templates/blocks.html");
const STYLE: &str = include_str!("../templates/style.css");

/// Which document of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Document {
    /// Two pages for a council.
    Note,
    /// The report.
    Report,
    /// What stands behind it.
    Annex,
}

impl Document {
    /// Its class in the style sheet, and the beginning of the names of its files.
    const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Report => "report",
            Self::Annex => "annex",
        }
    }
}

/// The whole page.
///
/// # Panics
/// Never: the templates are part of the program, and the tests render them.
#[must_use]
pub(super) fn page(document: Document, facts: &Facts<'_>, parts: &[Part], language: Language) -> String {
    let mut templates = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    templates.set_syntax(syntax.expect("the usual delimiters"));
    // Every word that is no markup already is set as the language sets it, then escaped.
    templates.set_formatter(move |out, state, value| match value.as_str() {
        Some(text) if value.kind() == ValueKind::String && !value.is_safe() => {
            escape_formatter(out, state, &typeset(text, language).into())
        }
        _ => escape_formatter(out, state, value),
    });
    templates.add_filter("prose", move |text: &str| prose(text, language));
    for (name, text) in [("page.html", PAGE), ("blocks.html", BLOCKS)] {
        templates.add_template(name, text).expect("a template of the program");
    }
    let words = Words::new(document, facts, language);
    let template = templates.get_template("page.html").expect("it was added");
    template
        .render(context! {
            parts => Value::from(Serde(parts)),
            words => Value::from(Serde(&words)),
            style => STYLE,
        })
        .expect("a template of the program")
}

/// Text in which code stands between back quotes, as HTML.
fn prose(text: &str, language: Language) -> Value {
    let mut html = String::new();
    for (at, piece) in text.split('`').enumerate() {
        let code = at % 2 == 1;
        let set = if code { piece.to_owned() } else { typeset(piece, language) };
        let escaped = set.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        if code {
            html.push_str("<code translate=\"no\">");
            html.push_str(&escaped);
            html.push_str("</code>");
        } else {
            html.push_str(&escaped);
        }
    }
    Value::from_safe_string(html)
}

/// The title of a document.
#[must_use]
pub(super) fn title(document: Document, facts: &Facts<'_>, language: Language) -> String {
    let territory = facts.scenarios.first().map_or("", |told| {
        let title = &told.scenario.territory.title;
        language.of((&title.0[..], &title.1[..]))
    });
    let title = language.of(match (document, facts.compared.is_some()) {
        (Document::Note, true) => ("What each policy produces", "Ce que produit chaque politique"),
        (Document::Annex, _) => ("Annex of the report", "Annexe du rapport"),
        (_, true) => ("Policies compared", "Politiques comparées"),
        (_, false) => ("Scenarios simulated", "Scénarios simulés"),
    });
    language.of((format!("{title}: {territory}"), format!("{title} : {territory}")))
}

/// The other documents of the folder, by their files and titles.
fn others(document: Document, facts: &Facts<'_>, language: Language) -> Vec<(String, &'static str)> {
    let ending = language.of(("en", "fr"));
    let note = facts.compared.is_some();
    [
        (Document::Note, ("The note in two pages", "La note en deux pages")),
        (Document::Report, ("The report", "Le rapport")),
        (Document::Annex, ("The annex", "L'annexe")),
    ]
    .into_iter()
    .filter(|(other, _)| *other != document && (note || *other != Document::Note))
    .map(|(other, title)| (format!("{}.{ending}.html", other.name()), language.of(title)))
    .collect()
}

/// The words of the page itself.
#[derive(serde::Serialize)]
struct Words {
    document: &'static str,
    lang: &'static str,
    title: String,
    subtitle: String,
    skip: &'static str,
    contents: &'static str,
    others: Vec<(String, &'static str)>,
    numbers: &'static str,
    scrolls: &'static str,
    colon: &'static str,
}

impl Words {
    fn new(document: Document, facts: &Facts<'_>, language: Language) -> Self {
        let scenarios = super::sentences::count(facts.scenarios.len(), language);
        let worlds = facts.scenarios.iter().map(|told| told.worlds).max().unwrap_or_default();
        let worlds = super::sentences::count(worlds, language);
        let period = facts.scenarios.first().map_or_else(String::new, |told| {
            let ends = [told.scenario.start(), told.scenario.last()];
            let [start, last] = ends.map(|month| month_name(month, language));
            language.of((format!("{start} to {last}"), format!("de {start} à {last}")))
        });
        Self {
            document: document.name(),
            lang: language.of(("en", "fr")),
            title: title(document, facts, language),
            subtitle: language.of((
                format!("{scenarios} scenarios, up to {worlds} simulated worlds each, {period}. Simulated by hameau {}.", facts.manifest.version),
                format!("Scénarios : {scenarios} ; mondes simulés pour chacun : {worlds} au plus ; période : {period}. Simulé par hameau {}.", facts.manifest.version),
            )),
            skip: language.of(("Skip to the content", "Aller au contenu")),
            contents: language.of(("Contents", "Sommaire")),
            others: others(document, facts, language),
            numbers: language.of(("The numbers", "Les chiffres")),
            scrolls: language.of(("table, scrolls sideways", "tableau, défile de côté")),
            colon: language.of((":", "\u{202f}:")),
        }
    }
}
