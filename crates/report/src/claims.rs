//! What was expected of a scenario and what was found, in a line for a terminal.

use super::table::short_unit;
use hameau_analysis::claims::Judged;
use hameau_analysis::statistics::Interval;
use hameau_model::inputs::scenario::{Bounds, Claim};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Indicator, Measure};
use hameau_words::{Language, amounts, number, typeset};

/// Decimals of a number that somebody wrote at most.
const MOST_DECIMALS: u8 = 9;

/// An expectation, and what its worlds say.
#[derive(Clone, Copy, Debug)]
pub struct Told<'t> {
    /// The line on which it is written.
    pub line: usize,
    /// What is claimed.
    pub claim: &'t Claim,
    /// Of what.
    pub indicator: Indicator,
    /// In which month.
    pub at: Month,
    /// The scenario compared with.
    pub versus: Option<&'t str>,
    /// What was found.
    pub judged: &'t Judged,
}

/// Whether an expectation holds, what was found, and what was expected.
#[must_use]
pub fn claim_line(told: &Told<'_>, language: Language) -> String {
    let mark = language.of(if told.judged.holds { ("passed", "tenue  ") } else { ("failed", "manquée") });
    let row = told.indicator.row();
    let (line, at) = (told.line, told.at);
    let (name, statistic) = (language.of((row.en, row.fr)), statistic(told, language));
    let (found, expected) = (found(told, language), expected(told, language));
    let text = language.of((
        format!("line {line}: {name}, {statistic} in {at}: {found}; expected {expected}"),
        format!("ligne {line} : {name}, {statistic} en {at} : {found} ; attendu : {expected}"),
    ));
    format!("  {mark}  {}", typeset(&text, language))
}

fn statistic(told: &Told<'_>, language: Language) -> String {
    let words = match told.claim {
        Claim::Mean(_) => ("mean", "moyenne"),
        Claim::Median(_) => ("median", "médiane"),
        Claim::EveryWorld(_) => ("every world", "chaque monde"),
        Claim::ShareOfWorlds { .. } => ("share of worlds", "part des mondes"),
        Claim::Difference(_) | Claim::Verdict(_) => {
            let versus = told.versus.unwrap_or_default();
            return language.of((format!("difference to {versus}"), format!("écart à {versus}")));
        }
    };
    language.of(words).to_owned()
}

fn found(told: &Told<'_>, language: Language) -> String {
    let Judged { found, interval, verdict, worlds, worlds_used, .. } = told.judged;
    let Some(found) = *found else {
        return language.of(("defined in no world", "défini dans aucun monde")).to_owned();
    };
    let value = |value: f64| plain(told, value, language);
    let between = |interval: &Interval, show: &dyn Fn(f64) -> String| {
        format!("{} – {}", show(interval.low), show(interval.high))
    };
    let around = |label: &str, show: &dyn Fn(f64) -> String| {
        interval
            .as_ref()
            .map_or_else(String::new, |interval| format!(" ({label}{})", between(interval, show)))
    };
    let unit = with_unit(told.indicator, language);
    let all = number(*worlds as f64, 0, language);
    let mut text = match told.claim {
        Claim::Mean(_) => format!("{}{unit}{}", value(found), around("95 % ", &value)),
        Claim::Median(_) => format!("{}{unit}{}", value(found), around("5-95 % ", &value)),
        Claim::EveryWorld(_) => {
            let meeting = number((found * *worlds as f64).round(), 0, language);
            let values = interval.as_ref().map_or_else(String::new, |of| between(of, &value));
            language.of((
                format!("{meeting} of {all} worlds, values {values}{unit}"),
                format!("{meeting} mondes sur {all}, valeurs {values}{unit}"),
            ))
        }
        Claim::ShareOfWorlds { .. } => {
            let percent = |share: f64| amounts::percent(share, language);
            format!("{}{}", percent(found), around("95 % ", &percent))
        }
        Claim::Difference(_) | Claim::Verdict(_) => {
            let signed = |change: f64| {
                format!("{}{}", if change > 0.0 { "+" } else { "" }, plain(told, change, language))
            };
            let verdict = verdict.map_or("", |verdict| language.of(verdict.words()));
            format!("{}{unit}{}, {verdict}", signed(found), around("95 % ", &signed))
        }
    };
    if worlds_used < worlds && !matches!(told.claim, Claim::EveryWorld(_) | Claim::ShareOfWorlds { .. }) {
        let used = number(*worlds_used as f64, 0, language);
        text += &language.of((
            format!(", defined in {used} of {all} worlds"),
            format!(", défini dans {used} mondes sur {all}"),
        ));
    }
    text
}

/// A value with a digit more than tables show, and as many as the file writes.
fn plain(told: &Told<'_>, value: f64, language: Language) -> String {
    let bounds = match told.claim {
        Claim::Mean(bounds)
        | Claim::Median(bounds)
        | Claim::EveryWorld(bounds)
        | Claim::Difference(bounds) => *bounds,
        Claim::ShareOfWorlds { of, .. } => *of,
        Claim::Verdict(_) => Bounds::default(),
    };
    let written = [bounds.at_least, bounds.at_most].into_iter().flatten().map(decimals).max().unwrap_or(0);
    number(value, written.max(told.indicator.row().decimals + 1), language)
}

/// The decimals that a number was written with.
fn decimals(value: f64) -> u8 {
    let text = value.to_string();
    text.split_once('.').map_or(0, |(_, part)| part.len().min(usize::from(MOST_DECIMALS)) as u8)
}

/// The unit after a number; none where a bare number says it all, as the file writes it.
fn with_unit(indicator: Indicator, language: Language) -> String {
    match indicator.row().unit {
        Measure::Event | Measure::Share | Measure::ShareGap | Measure::Count | Measure::Index => {
            String::new()
        }
        _ => format!(" {}", short_unit(indicator, language)),
    }
}

fn expected(told: &Told<'_>, language: Language) -> String {
    let ends = |bounds: &Bounds, show: &dyn Fn(f64) -> String| {
        let at_least = bounds
            .at_least
            .map(|low| language.of((format!("at least {}", show(low)), format!("au moins {}", show(low)))));
        let at_most = bounds
            .at_most
            .map(|high| language.of((format!("at most {}", show(high)), format!("au plus {}", show(high)))));
        let both: Vec<String> = at_least.into_iter().chain(at_most).collect();
        both.join(language.of((" and ", " et ")))
    };
    let value = |value: f64| number(value, decimals(value), language);
    match told.claim {
        Claim::Mean(bounds)
        | Claim::Median(bounds)
        | Claim::EveryWorld(bounds)
        | Claim::Difference(bounds) => ends(bounds, &value),
        Claim::ShareOfWorlds { share, of } => {
            let percent = |share: f64| {
                format!("{} %", number(share * 100.0, decimals(share).saturating_sub(2), language))
            };
            let (share, of) = (ends(share, &percent), ends(of, &value));
            language.of((format!("{share} of worlds with {of}"), format!("{share} des mondes avec {of}")))
        }
        Claim::Verdict(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
            words.join(language.of((" or ", " ou ")))
        }
    }
}
