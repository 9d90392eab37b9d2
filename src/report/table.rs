//! The table of headline indicators.

use super::{Language, number};
use crate::indicators::Indicator;
use crate::statistics::Summary;
use std::fmt::Write as _;

/// Headline indicators over all worlds: label, mean, the band that nine worlds in ten keep to, unit. Where some worlds
/// do not define an indicator, a line says how many do.
#[must_use]
pub fn headline_table(summaries: &[(Indicator, Summary)], worlds: u32, language: Language) -> String {
    let (first, mean, band, unit) =
        language.of((("Indicator", "mean", "5-95 %", "unit"), ("Indicateur", "moyenne", "5-95 %", "unité")));
    let mut rows = vec![[first, mean, band, unit].map(str::to_owned)];
    let mut notes = vec![None];
    for (indicator, summary) in summaries.iter().filter(|(indicator, _)| indicator.row().headline) {
        let row = indicator.row();
        let shown = |value: Option<f64>| value.map(|value| number(value, row.decimals, language));
        let band = shown(summary.q05).zip(shown(summary.q95));
        rows.push([
            language.of((row.en, row.fr)).to_owned(),
            shown(summary.mean).unwrap_or_else(|| "-".to_owned()),
            band.map_or_else(|| "-".to_owned(), |(low, high)| format!("{low} – {high}")),
            short_unit(*indicator, language).to_owned(),
        ]);
        notes.push((summary.undefined > 0).then(|| defined_in(summary.n, worlds, language)));
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (label, middle, wide) = (width(0), width(1), width(2));
    let mut text = String::new();
    for ([name, mean, band, unit], note) in rows.iter().zip(notes) {
        let _ = writeln!(text, "{name:<label$} {mean:>middle$} {band:>wide$}  {unit}");
        if let Some(note) = note {
            let _ = writeln!(text, "  ({note})");
        }
    }
    text
}

fn defined_in(defined: usize, worlds: u32, language: Language) -> String {
    let [defined, worlds] = [defined as f64, f64::from(worlds)].map(|count| number(count, 0, language));
    language.of((
        format!("defined in {defined} of {worlds} worlds"),
        format!("défini dans {defined} mondes sur {worlds}"),
    ))
}

/// The unit in a few words: what stands before a comma.
pub(super) fn short_unit(indicator: Indicator, language: Language) -> &'static str {
    let words = language.of(indicator.row().unit.words());
    words.split(',').next().unwrap_or(words)
}
