//! The pages of the workshop kit that hold what runs found, so that no figure in them is older than the model.

use super::claim::Finding;
use super::evidence::{Evidence, Weighed};
use super::story::{Story, Text};
use hameau_model::kernel::units::Month;
use hameau_words::Language::{self, English, French};
use hameau_words::documents::Document;
use hameau_words::{amounts, month_name, typeset};
use std::fmt::Write as _;

/// The generated pages of `docs/workshop/`: the figures of all stories, and the stories in each language.
///
/// # Panics
/// When a story's scenarios are none, although it was simulated.
#[must_use]
pub fn kit(stories: &[Evidence]) -> Vec<Document> {
    vec![
        Document { path: "docs/workshop/stories.md", text: figures(stories) },
        Document { path: "docs/workshop/fr/recits.md", text: told(stories, French) },
        Document { path: "docs/workshop/en/stories.md", text: told(stories, English) },
    ]
}

const MADE: &str = "`cargo run --release -p xtask -- stories`";

/// How the figures were made.
fn made(stories: &[Evidence], language: Language) -> String {
    let worlds = stories.iter().map(|told| told.a.len()).min().unwrap_or(0);
    let version = hameau_model::MODEL_VERSION;
    language.of((
        format!(
            "Figures of {worlds} paired worlds of each story (model version {version}), written by {MADE}; \
             `tests/evidence/stories.rs` holds them. Intervals of 95 %."
        ),
        format!(
            "Chiffres de {worlds} mondes appariés pour chaque récit (version {version} du modèle), écrits par {MADE} ; \
             `tests/evidence/stories.rs` les garde à jour. Intervalles à 95 %."
        ),
    ))
}

fn figures(stories: &[Evidence]) -> String {
    let mut text = String::from("# What the worlds say to each story\n\n[En français](#en-français)\n\n");
    for language in [English, French] {
        if language == French {
            text.push_str("\n## En français\n\n");
        }
        text.push_str(&typeset(&table(stories, language), language));
    }
    text
}

/// Every claim, a row.
fn table(stories: &[Evidence], language: Language) -> String {
    let mut text = format!("{}\n\n{}\n\n", made(stories, language), columns(language));
    text.push_str(language.of((
        "| story | what is compared | before | B at the end | difference | 95 % | said | seen in |\n",
        "| récit | ce qui est comparé | avant | B à la fin | écart | 95 % | dit | vu dans |\n",
    )));
    text.push_str("|---|---|---|---|---|---|---|---|\n");
    for evidence in stories {
        let title = evidence.story.title.of(language);
        for weighed in evidence.weighed() {
            let [first, last] = ends(&weighed, language);
            let (compared, effect) = (compared(evidence, &weighed, language), effect(&weighed, language));
            let (said, seen) = (said(weighed.claim.finding, language), seen(&weighed, language));
            let _ =
                writeln!(text, "| {title} | {compared} | {first} | {last} | {effect} | {said} | {seen} |");
        }
    }
    text
}

/// What the columns mean.
fn columns(language: Language) -> &'static str {
    language.of((
        "The first row of each story decides. \"Before\" is A at the end, or B at the earlier month named. *Same* is said where \
         the whole interval lies within the smallest effect of interest ([indicators.md](../indicators.md)), *not less* where \
         it lies above that much less than nothing; one world may still lie beyond.",
        "La première ligne de chaque récit décide. « Avant » est A à la fin, ou B au mois nommé. On dit *pareil* quand tout \
         l'intervalle tient dans le plus petit effet qui compte ([indicators.md](../indicators.md)), *pas moins* quand rien \
         n'en descend plus bas ; un monde pris seul peut en sortir.",
    ))
}

fn told(stories: &[Evidence], language: Language) -> String {
    let mut text = String::from(language.of((
        "# Five stories for a room\n\n\
         [Script](script.md) · [Worksheet](worksheet.md) · [What the model cannot say](limits.md)\n\n",
        "# Cinq récits pour une salle\n\n\
         [Déroulé](deroule.md) · [Feuille](feuille.md) · [Ce que le modèle ne peut pas dire](limites.md)\n\n",
    )));
    text.push_str(language.of((
        "Choose one. Read it through to the end the evening before: the room must not see the answer before it has bet.\n",
        "Choisissez-en un. Lisez-le jusqu'au bout la veille : la salle ne doit pas voir la réponse avant d'avoir parié.\n",
    )));
    for (number, evidence) in stories.iter().enumerate() {
        story(&mut text, number + 1, evidence, language);
    }
    let _ = write!(text, "\n---\n\n{}\n", made(stories, language));
    typeset(&text, language)
}

fn story(text: &mut String, number: usize, evidence: &Evidence, language: Language) {
    let Story { title, situate, a, b, question, bets, right, pauses, explain, limits, .. } = &evidence.story;
    let said = |text: &Text| text.of(language).to_owned();
    let colon = language.of((":", " :"));
    let heading = |words: (&str, &str)| format!("\n### {}\n\n", language.of(words));
    let _ = write!(text, "\n## {number}. {}\n", said(title));
    text.push_str(&heading(("Set the scene", "Situer")));
    let _ = write!(
        text,
        "{}\n\n- **A**{colon} {}\n- **B**{colon} {}\n",
        said(situate),
        said(&a.name),
        said(&b.name)
    );
    text.push_str(&heading(("The question", "La question")));
    let _ = writeln!(text, "**{}**", said(question));
    text.push_str(&heading((
        "The bets, and what to say to those who made them",
        "Les paris, et que dire à qui les a faits",
    )));
    for bet in bets {
        let mark = if bet.id == *right {
            language.of((" *(what the model finds)*", " *(ce que trouve le modèle)*"))
        } else {
            ""
        };
        let _ = writeln!(text, "- **{}**{mark}\\\n  {}", said(&bet.label), said(&bet.answer));
    }
    text.push_str(&heading(("Pauses", "Les pauses")));
    for pause in pauses {
        let words = language.of(("month", "mois"));
        let _ = writeln!(text, "- **{words} {}.** {}", pause.month, said(&pause.debrief));
    }
    text.push_str(&heading(("What the worlds say", "Ce que disent les mondes")));
    for weighed in evidence.weighed() {
        let [compared, effect] = [self::compared(evidence, &weighed, language), spoken(&weighed, language)];
        let _ = writeln!(text, "- {compared}{colon} {effect}");
    }
    text.push_str(&heading(("Explain", "Expliquer")));
    let _ = writeln!(text, "{}", said(explain));
    text.push_str(&heading(("What the model cannot say", "Ce que le modèle ne peut pas dire")));
    let _ = writeln!(text, "{}", said(limits));
}

/// The indicator, and the two things of which it is the difference.
fn compared(evidence: &Evidence, weighed: &Weighed, language: Language) -> String {
    let row = weighed.claim.indicator.row();
    let label = language.of((row.full_en, row.full_fr));
    match weighed.claim.since {
        None => language.of((format!("{label}, B less A"), format!("{label}, B moins A"))),
        Some(month) => {
            let then = month_name(after(&evidence.story, month), language);
            language.of((
                format!("{label}, B at the end less B in {then}"),
                format!("{label}, B à la fin moins B en {then}"),
            ))
        }
    }
}

/// The month that ends when so many have been lived.
fn after(story: &Story, months: u32) -> Month {
    let [a, _] = story.scenarios().unwrap_or_else(|mistakes| panic!("{mistakes}"));
    a.start().plus(months - 1)
}

/// What is compared with, and the end of B.
fn ends(weighed: &Weighed, language: Language) -> [String; 2] {
    let effect = &weighed.effect;
    [effect.base_mean, effect.policy_mean].map(|value| {
        value.map_or_else(String::new, |value| amounts::value(weighed.claim.indicator, value, language))
    })
}

/// The difference and its interval, in two cells.
fn effect(weighed: &Weighed, language: Language) -> String {
    let indicator = weighed.claim.indicator;
    let effect = &weighed.effect;
    let difference =
        effect.difference.map_or_else(String::new, |mean| amounts::change(indicator, mean, language));
    let interval =
        effect.interval.map_or_else(String::new, |interval| amounts::ends(indicator, interval, language));
    format!("{difference} | {interval}")
}

/// The same in a sentence.
fn spoken(weighed: &Weighed, language: Language) -> String {
    let cells = effect(weighed, language);
    let (difference, interval) = cells.split_once(" | ").unwrap_or((&cells, ""));
    let (said, seen) = (said(weighed.claim.finding, language), seen(weighed, language));
    let seen = language.of((format!("seen in {seen}"), format!("vu dans {seen}")));
    format!("{difference} ({interval}), {said}, {seen}")
}

fn said(finding: Finding, language: Language) -> &'static str {
    language.of(match finding {
        Finding::More => ("*more*", "*plus*"),
        Finding::Same => ("*same*", "*pareil*"),
        Finding::Less => ("*less*", "*moins*"),
        Finding::NotLess => ("*not less*", "*pas moins*"),
    })
}

fn seen(weighed: &Weighed, language: Language) -> String {
    let (seen, worlds) = (weighed.seen_in(), weighed.effect.worlds_used);
    language.of((format!("{seen} of {worlds} worlds"), format!("{seen} mondes sur {worlds}")))
}
