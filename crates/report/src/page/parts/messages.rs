//! Part 1: an answer to each question, and beside it what the model cannot say.

use super::questions::{answer, without_comparison};
use super::{Block, Facts, amounts, change, label};
use crate::page::limits::limits;
use crate::page::sentences::count;
use hameau_analysis::effects::{Comparison, Verdict};
use hameau_analysis::statistics::Signs;
use hameau_model::observe::indicators::Indicator;
use hameau_words::Language;

/// What is said in short.
const SHORT: [Indicator; 4] =
    [Indicator::MixedWork, Indicator::AdultsInWork, Indicator::NewcomersIh, Indicator::ProductiveAnchored];

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(language.of((
        "Every sentence is about the simulated worlds and says how sure it is: policies meet the same people and the same luck in each of them, so that what differs is due to the policy, in the model. “Undecided” and “no difference that matters” are answers.",
        "Chaque phrase porte sur les mondes simulés et dit ce qu'elle a de sûr : les politiques y rencontrent les mêmes habitants et la même chance, si bien que l'écart vient de la politique, dans le modèle. « Indécis » et « pas de différence qui compte » sont des réponses.",
    )))];
    match &facts.compared {
        Some(compared) => {
            blocks.push(Block::heading(language.of(("In short", "En bref"))));
            blocks.push(Block::List { items: in_short(facts, &compared.comparison, language) });
            for question in 1..=7 {
                blocks.extend(answer(facts, compared, question, language));
            }
        }
        None => blocks.extend(without_comparison(facts, language)),
    }
    let title = language.of(("What the model cannot say", "Ce que le modèle ne peut pas dire"));
    blocks.push(Block::Aside { title: title.to_owned(), blocks: limits(false, language) });
    blocks
}

/// What each policy does to cooperation, closure and the anchored economy, one sentence for each.
fn in_short(facts: &Facts<'_>, comparison: &Comparison, language: Language) -> Vec<String> {
    let base = facts.title(0, language);
    let worlds = count(comparison.worlds, language);
    let mut items: Vec<String> =
        SHORT.iter().map(|indicator| one(facts, comparison, *indicator, language)).collect();
    items.push(language.of((
        format!("Each against “{base}”, in {worlds} paired worlds, in the last month. Each verdict stands alone: see part 2."),
        format!("Chaque fois face à « {base} », dans {worlds} mondes appariés, au dernier mois. Chaque verdict vaut seul : voir la partie 2."),
    )));
    items
}

/// Policies by verdict: those of which a difference is claimed with its interval, the others counted.
fn one(facts: &Facts<'_>, comparison: &Comparison, indicator: Indicator, language: Language) -> String {
    let mut claimed: Vec<String> = Vec::new();
    let mut others: Vec<(Verdict, usize)> = Vec::new();
    for (at, policy) in comparison.policies.iter().enumerate() {
        let effect = policy.on(indicator);
        match effect.verdict {
            Verdict::Identical | Verdict::NoDifferenceThatMatters | Verdict::Undecided => {
                match others.iter_mut().find(|(verdict, _)| *verdict == effect.verdict) {
                    Some((_, policies)) => *policies += 1,
                    None => others.push((effect.verdict, 1)),
                }
            }
            told => {
                let (title, word) = (facts.title(at + 1, language), language.of(told.words()));
                let change = change(effect, language).unwrap_or_default();
                let up = effect.difference.unwrap_or_default() > 0.0;
                let Signs { above, below, .. } = effect.signs();
                let so = count(if up { above } else { below } as usize, language);
                let used = count(effect.worlds_used, language);
                let change = language.of((
                    format!("{change} in {so} of {used} worlds"),
                    format!("{change} dans {so} mondes sur {used}"),
                ));
                claimed.push(language.of((
                    format!("{word} with “{title}”, {change}"),
                    format!("{word} avec « {title} », {change}"),
                )));
            }
        }
    }
    claimed.extend(others.into_iter().map(|(verdict, policies)| {
        let word = language.of(verdict.words());
        let noun =
            language.of(if policies == 1 { ("policy", "politique") } else { ("policies", "politiques") });
        let policies = count(policies, language);
        language.of((format!("{word}: {policies} {noun}"), format!("{word} : {policies} {noun}")))
    }));
    let unit = amounts::unit_of_changes(indicator, language);
    let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
    let label = label(indicator, language);
    let told = claimed.join(language.of(("; ", " ; ")));
    language.of((format!("{label}{unit}: {told}."), format!("{label}{unit} : {told}.")))
}
