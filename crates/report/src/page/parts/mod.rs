//! The parts of the note, of the report and of its annex.

mod causation;
mod closure;
mod differences;
mod gains;
mod hangs_on;
mod horizons;
mod left;
mod matrix;
mod money;
mod note;
mod parameters;
mod questions;
mod remake;
mod seats;
mod trajectories;

pub(super) use note::{blocks as note, short};

use super::blocks::{Block, Cell, Part};
use super::facts::{Facts, command};
use super::limits::limits;
use hameau_analysis::effects::{Effect, Side, Verdict};
use hameau_model::observe::indicators::Indicator;
use hameau_words::amounts;
use hameau_words::{Language, number};

type Made = fn(&Facts<'_>, Language) -> Vec<Block>;
/// Title, in English and in French, and how it is made.
type Titled = ((&'static str, &'static str), Made);

const REPORT: [Titled; 10] = [
    (("In short", "En bref"), note::short),
    (("Seven questions", "Sept questions"), questions::blocks),
    (("After five, ten and fifteen years", "Au bout de cinq, dix et quinze ans"), horizons::blocks),
    (("Who sits in the place", "Qui fréquente le lieu"), seats::blocks),
    (("Trajectories", "Trajectoires"), trajectories::blocks),
    (("World by world", "Monde par monde"), differences::blocks),
    (("What the result depends on", "Ce dont le résultat dépend"), hangs_on::blocks),
    (("Public money", "Argent public"), money::blocks),
    (("What the model cannot say", "Ce que le modèle ne peut pas dire"), cannot),
    (("Reproduce this report", "Reproduire ce rapport"), remake::blocks),
];

const ANNEX: [Titled; 7] = [
    (
        ("Necessity and sufficiency of each policy", "Nécessité et suffisance de chaque politique"),
        causation::blocks,
    ),
    (("Ledger of assumptions", "Registre des hypothèses"), hangs_on::ledger),
    (("Who gains", "Qui y gagne"), gains::blocks),
    (
        (
            "What each entry costs, and a unit of each effect",
            "Ce que coûtent chaque entrée et une unité de chaque effet",
        ),
        money::prices,
    ),
    (("What no data and no study say", "Ce qu'aucune donnée ni aucune étude ne dit"), unmeasured),
    (("Every parameter", "Tous les paramètres"), parameters::blocks),
    (("Files and digests", "Fichiers et empreintes"), remake::digests),
];

/// The parts of the report.
pub(super) fn report(facts: &Facts<'_>, language: Language) -> Vec<Part> {
    made(&REPORT, facts, language)
}

/// The parts of its annex.
pub(super) fn annex(facts: &Facts<'_>, language: Language) -> Vec<Part> {
    made(&ANNEX, facts, language)
}

fn made(parts: &[Titled], facts: &Facts<'_>, language: Language) -> Vec<Part> {
    let part = |(at, (title, made)): (usize, &Titled)| Part {
        number: at + 1,
        title: language.of(*title),
        blocks: made(facts, language),
    };
    parts.iter().enumerate().map(part).collect()
}

/// What the model cannot say.
fn cannot(_: &Facts<'_>, language: Language) -> Vec<Block> {
    limits(false, language)
}

/// What no data and no study say.
fn unmeasured(_: &Facts<'_>, language: Language) -> Vec<Block> {
    limits(true, language)
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
    language.of((indicator.row().full_en, indicator.row().full_fr))
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
