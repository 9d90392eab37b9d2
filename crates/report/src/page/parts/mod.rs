//! The ten parts.

mod causation;
mod decisions;
mod differences;
mod gains;
mod hangs_on;
mod messages;
mod money;
mod parameters;
mod questions;
mod remake;
mod trajectories;

use super::blocks::{Block, Cell, Part};
use super::facts::{Facts, command};
use hameau_analysis::effects::{Effect, Side, Verdict};
use hameau_model::observe::indicators::Indicator;
use hameau_words::amounts;
use hameau_words::{Language, number};

type Made = fn(&Facts<'_>, Language) -> Vec<Block>;

/// Title, in English and in French, and how it is made.
const PARTS: [((&str, &str), Made); 10] = [
    (("Key messages", "Messages clés"), messages::blocks),
    (("Decision table", "Tableau de décision"), decisions::blocks),
    (("Trajectories", "Trajectoires"), trajectories::blocks),
    (("Paired differences", "Différences appariées"), differences::blocks),
    (("Necessity and sufficiency", "Nécessité et suffisance"), causation::blocks),
    (("What the result hangs on", "À quoi tient le résultat"), hangs_on::blocks),
    (("Who gains", "Qui y gagne"), gains::blocks),
    (("Money", "Argent public"), money::blocks),
    (("Every parameter", "Tous les paramètres"), parameters::blocks),
    (("Remake this report", "Refaire ce rapport"), remake::blocks),
];

/// All ten.
pub(super) fn parts(facts: &Facts<'_>, language: Language) -> Vec<Part> {
    let part = |(at, (title, made)): (usize, &((&'static str, &'static str), Made))| Part {
        number: at + 1,
        title: language.of(*title),
        blocks: made(facts, language),
    };
    PARTS.iter().enumerate().map(part).collect()
}

/// What a part says that needs a comparison and has none.
fn needs_comparison(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let text = language.of((
        "This part needs a comparison of policies with a base in the same worlds, and this folder holds none. This makes one:",
        "Cette partie demande une comparaison de politiques à une base dans les mêmes mondes, et ce dossier n'en contient pas. Cette commande la fait :",
    ));
    vec![Block::paragraph(text), Block::Command { text: command(facts) }]
}

/// The label of an indicator.
fn label(indicator: Indicator, language: Language) -> &'static str {
    language.of((indicator.row().en, indicator.row().fr))
}

/// A verdict as a sign and a word: the sign tells the way the number moves, the word what to think of it.
fn verdict(effect: &Effect, language: Language) -> String {
    let sign = match effect.verdict {
        Verdict::Identical => "=",
        Verdict::NoDifferenceThatMatters => "≈",
        Verdict::Undecided => "?",
        _ if effect.difference.unwrap_or_default() > 0.0 => "▲",
        _ => "▼",
    };
    format!("{sign} {}", language.of(effect.verdict.words()))
}

fn class(verdict: Verdict) -> &'static str {
    match (verdict.side(), verdict) {
        (Some(Side::Good), _) => "better",
        (Some(Side::Bad), _) => "worse",
        (Some(Side::Moved), _) => "moved",
        (None, Verdict::Undecided) => "undecided",
        (None, _) => "same",
    }
}

/// The change and its interval: `+0.8 (+0.3 to +1.2)`.
fn change(effect: &Effect, language: Language) -> Option<String> {
    let difference = amounts::signed(effect.indicator, effect.difference?, language);
    let Some(interval) = effect.interval else { return Some(difference) };
    Some(format!("{difference} ({})", amounts::ends(effect.indicator, interval, language)))
}

/// A cell that says a verdict and the change behind it.
fn judged(effect: &Effect, language: Language) -> Cell {
    Cell {
        text: verdict(effect, language),
        more: change(effect, language),
        class: Some(class(effect.verdict)),
        ..Cell::default()
    }
}

/// A number in as few decimals as it needs.
fn shortest(value: f64, language: Language) -> String {
    let decimals = format!("{value}").split_once('.').map_or(0, |(_, part)| part.len());
    number(value, decimals.min(12) as u8, language)
}

/// `from` to `to` as a cell of two ends.
fn cell_ends(
    indicator: Indicator,
    interval: Option<hameau_analysis::statistics::Interval>,
    language: Language,
) -> [Cell; 2] {
    let end = |value: f64| amounts::signed(indicator, value, language);
    [Cell::number(interval.map(|ends| end(ends.low))), Cell::number(interval.map(|ends| end(ends.high)))]
}
