//! Part 1: an answer to each question, and beside it what the model cannot say.

use super::questions::{answer, without_comparison};
use super::{Block, Facts};
use crate::report::Language;
use crate::report::page::limits::limits;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(language.of((
        "Every sentence is about the simulated worlds and says how sure it is: policies meet the same people and the same luck in each of them, so that what differs is due to the policy, in the model. “Undecided” and “no difference that matters” are answers.",
        "Chaque phrase porte sur les mondes simulés et dit ce qu'elle a de sûr : les politiques y rencontrent les mêmes habitants et la même chance, si bien que l'écart vient de la politique, dans le modèle. « Indécis » et « pas de différence qui compte » sont des réponses.",
    )))];
    match &facts.compared {
        Some(compared) => {
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
