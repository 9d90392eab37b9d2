//! What differs between two comparisons, for a terminal.

use hameau_analysis::changes::{Change, Changes, Conclusion};
use hameau_study::engine::{Contrast, Part, Redefined, Subject};
use hameau_words::{Language, amounts, number, typeset};
use std::fmt::Write as _;

/// Signs of a digest that are enough to tell two apart.
const DIGEST: usize = 12;
/// Widest value that is written in full.
const VALUE: usize = 40;

/// Conclusions that changed, effects that moved, how many stand, and what differs between the studies; one sentence where
/// nothing does.
#[must_use]
pub fn changes_page(changes: &Changes, contrast: &Contrast, language: Language) -> String {
    if changes.none() && contrast.none() {
        return typeset(&nothing(contrast, language), language);
    }
    let mut page = String::new();
    if changes.count() == 0 {
        let words = (
            "No policy is in both: there is no conclusion to hold against another.\n\n",
            "Aucune politique n'est dans les deux\u{202f}: il n'y a pas de conclusion à confronter.\n\n",
        );
        page += language.of(words);
        studies(&mut page, contrast, language);
        return page;
    }
    let titles = [
        (&changes.turned, ("Conclusions that changed", "Conclusions qui changent")),
        (
            &changes.moved,
            (
                "Effects that moved though the verdict stands (intervals apart)",
                "Effets qui se déplacent sans que le verdict change (intervalles disjoints)",
            ),
        ),
    ];
    for (list, title) in titles {
        heading(&mut page, language.of(title), list.len(), language);
        for change in list {
            conclusion(&mut page, change, language);
        }
        if !list.is_empty() {
            page.push('\n');
        }
    }
    heading(
        &mut page,
        language.of(("Conclusions that stand", "Conclusions qui tiennent")),
        changes.unchanged,
        language,
    );
    page.push('\n');
    studies(&mut page, contrast, language);
    page
}

fn nothing(contrast: &Contrast, language: Language) -> String {
    let [a, b] = contrast.digests.each_ref().map(|digest| short(digest));
    if a == b {
        return language.of((
            format!("Nothing differs: A and B hold the same values, to the bit (digest {a}).\n"),
            format!("Rien ne diffère : A et B contiennent les mêmes valeurs, au bit près (empreinte {a}).\n"),
        ));
    }
    language.of((
        format!(
            "Nothing differs in the scenarios compared nor in their conclusions; the folders hold other worlds beside (digests {a} and {b}).\n"
        ),
        format!(
            "Rien ne diffère dans les scénarios comparés ni dans leurs conclusions ; les dossiers contiennent d'autres mondes en plus (empreintes {a} et {b}).\n"
        ),
    ))
}

fn heading(page: &mut String, title: &str, count: usize, language: Language) {
    let colon = language.of((":", "\u{202f}:"));
    let count = number(count as f64, 0, language);
    let _ = writeln!(page, "{title}{colon} {count}");
}

fn conclusion(page: &mut String, change: &Change, language: Language) {
    let row = change.indicator.row();
    let comma = ", ";
    let _ = writeln!(page, "  {}{comma}{}", change.policy, language.of((row.en, row.fr)));
    let words = [change.a, change.b].map(|of| language.of(of.verdict.words()));
    let wide = words.map(|words| words.chars().count()).into_iter().max().unwrap_or(0);
    for (name, of, words) in [("A", change.a, words[0]), ("B", change.b, words[1])] {
        let _ = writeln!(page, "    {name}  {words:<wide$}  {}", effect(change, of, language));
    }
}

/// An effect with its unit, its interval and the worlds that it comes from.
fn effect(change: &Change, of: Conclusion, language: Language) -> String {
    let indicator = change.indicator;
    let signed = |value: f64| amounts::signed(indicator, value, language);
    let difference = of.difference.map_or_else(|| "-".to_owned(), signed);
    let interval = of
        .interval
        .filter(|interval| interval.low < interval.high)
        .map_or_else(String::new, |of| format!(" ({} – {})", signed(of.low), signed(of.high)));
    let unit = amounts::unit_of_changes(indicator, language);
    let unit = if unit.is_empty() { unit } else { format!(" {unit}") };
    let worlds = number(of.worlds_used as f64, 0, language);
    language.of((
        format!("{difference}{interval}{unit}, {worlds} worlds"),
        format!("{difference}{interval}{unit}, {worlds} mondes"),
    ))
}

fn studies(page: &mut String, contrast: &Contrast, language: Language) {
    let colon = language.of((":", "\u{202f}:"));
    if contrast.none() {
        let words = (
            "Nothing differs between the studies themselves.",
            "Rien ne diffère entre les études elles-mêmes.",
        );
        let _ = writeln!(page, "{}", language.of(words));
        return;
    }
    let title = ("What differs between the studies", "Ce qui diffère entre les études");
    let _ = writeln!(page, "{}{colon}", language.of(title));
    let facts = contrast.facts.iter().map(|fact| {
        let [a, b] = fact.values.clone();
        [language.of(subject(fact.what)).to_owned(), a, b, String::new()]
    });
    rows(page, "  ", &facts.collect::<Vec<_>>(), language);
    for (names, only) in contrast.only.iter().zip([
        ("scenarios only in A", "scénarios dans A seulement"),
        ("scenarios only in B", "scénarios dans B seulement"),
    ]) {
        if !names.is_empty() {
            let _ = writeln!(page, "  {}{colon} {}", language.of(only), names.join(", "));
        }
    }
    for (names, parts) in alike(&contrast.scenarios) {
        let _ = writeln!(page, "  {}", names.join(", "));
        rows(page, "    ", &parts.iter().map(|part| cells(part, language)).collect::<Vec<_>>(), language);
    }
}

/// Scenarios that differ in the same parts, told together: one value set for all of them would else be told for each.
fn alike(scenarios: &[Redefined]) -> Vec<(Vec<&str>, &[Part])> {
    let mut groups: Vec<(Vec<&str>, &[Part])> = Vec::new();
    for Redefined { name, parts } in scenarios {
        match groups.iter_mut().find(|(_, others)| *others == parts) {
            Some((names, _)) => names.push(name),
            None => groups.push((vec![name], parts)),
        }
    }
    groups
}

const fn subject(what: Subject) -> (&'static str, &'static str) {
    match what {
        Subject::Base => ("base", "base"),
        Subject::Worlds => ("worlds compared", "mondes comparés"),
        Subject::Seed => ("seed", "graine"),
        Subject::Version => ("version of the program", "version du programme"),
        Subject::ModelVersion => ("version of the model", "version du modèle"),
        Subject::Confidence => ("confidence of the intervals", "confiance des intervalles"),
    }
}

fn cells(part: &Part, language: Language) -> [String; 4] {
    let facts = part.key == "territory";
    let none = language.of(("none", "rien"));
    let value = |value: &Option<String>| match value {
        None => none.to_owned(),
        Some(digest) if facts => short(digest),
        Some(text) if text.chars().count() > VALUE => text.chars().take(VALUE - 1).chain(['…']).collect(),
        Some(text) => text.clone(),
    };
    let unit = part.parameter.map_or("", |key| language.of(key.row().unit.words()));
    let key = if facts {
        language.of(("facts of the territory (digest)", "faits du territoire (empreinte)")).to_owned()
    } else {
        part.key.clone()
    };
    [key, value(&part.values[0]), value(&part.values[1]), unit.to_owned()]
}

/// Rows of a name, the value in A, the value in B and a unit.
fn rows(page: &mut String, indent: &str, rows: &[[String; 4]], language: Language) {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let (key, one, other) = (width(0), width(1), width(2));
    let colon = language.of(("", "\u{202f}"));
    for [name, a, b, unit] in rows {
        let line = format!("{indent}{name:<key$}  A{colon}: {a:<one$}  B{colon}: {b:<other$}  {unit}");
        let _ = writeln!(page, "{}", line.trim_end());
    }
}

fn short(digest: &str) -> String {
    digest.chars().take(DIGEST).collect()
}
