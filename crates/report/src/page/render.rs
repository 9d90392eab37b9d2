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

/// The whole page.
///
/// # Panics
/// Never: the templates are part of the program, and the tests render them.
#[must_use]
pub(super) fn page(facts: &Facts<'_>, parts: &[Part], language: Language) -> String {
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
    let words = Words::new(facts, language);
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

/// The words of the page itself.
#[derive(serde::Serialize)]
struct Words {
    lang: &'static str,
    title: String,
    subtitle: String,
    skip: &'static str,
    contents: &'static str,
    numbers: &'static str,
    scrolls: &'static str,
    colon: &'static str,
}

impl Words {
    fn new(facts: &Facts<'_>, language: Language) -> Self {
        let territory = facts.scenarios.first().map_or("", |told| {
            let title = &told.scenario.territory.title;
            language.of((&title.0[..], &title.1[..]))
        });
        let scenarios = super::sentences::count(facts.scenarios.len(), language);
        let worlds = facts.scenarios.iter().map(|told| told.worlds).max().unwrap_or_default();
        let worlds = super::sentences::count(worlds, language);
        let period = facts.scenarios.first().map_or_else(String::new, |told| {
            let ends = [told.scenario.start(), told.scenario.last()];
            let [start, last] = ends.map(|month| month_name(month, language));
            language.of((format!("{start} to {last}"), format!("de {start} à {last}")))
        });
        let compared = facts.compared.is_some();
        let title = if compared {
            language.of(("Policies compared", "Politiques comparées"))
        } else {
            language.of(("Scenarios simulated", "Scénarios simulés"))
        };
        Self {
            lang: language.of(("en", "fr")),
            title: language.of((format!("{title}: {territory}"), format!("{title} : {territory}"))),
            subtitle: language.of((
                format!("{scenarios} scenarios, up to {worlds} simulated worlds each, {period}. Simulated by hameau {}.", facts.manifest.version),
                format!("Scénarios : {scenarios} ; mondes simulés pour chacun : {worlds} au plus ; période : {period}. Simulé par hameau {}.", facts.manifest.version),
            )),
            skip: language.of(("Skip to the content", "Aller au contenu")),
            contents: language.of(("Contents", "Sommaire")),
            numbers: language.of(("The numbers", "Les chiffres")),
            scrolls: language.of(("table, scrolls sideways", "tableau, défile de côté")),
            colon: language.of((":", "\u{202f}:")),
        }
    }
}
