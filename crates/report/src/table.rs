//! The table of headline indicators.

use hameau_analysis::statistics::Summary;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number};
use std::fmt::Write as _;

/// From here on numbers are shown in millions, so that a line fits a terminal.
const MILLIONS_FROM: f64 = 1e7;

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
        let shape = Shape::of(*indicator, [summary]);
        let none = || "-".to_owned();
        rows.push([
            language.of((row.en, row.fr)).to_owned(),
            summary.mean.map_or_else(none, |mean| shape.value(mean, language)),
            shape.band(summary, language).unwrap_or_else(none),
            format!("{}{}", shape.prefix, short_unit(*indicator, language)),
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
        format!("mondes où il est défini : {defined} sur {worlds}"),
    ))
}

/// How the values of an indicator are written: in millions where one of them is large.
pub(super) struct Shape {
    scale: f64,
    decimals: u8,
    /// What stands before the unit.
    pub prefix: &'static str,
}

impl Shape {
    /// The one for values that are written side by side.
    pub fn of<'s>(indicator: Indicator, summaries: impl IntoIterator<Item = &'s Summary>) -> Self {
        let values = summaries.into_iter().flat_map(|of| [of.mean, of.q05, of.q95]).flatten().map(f64::abs);
        if values.fold(0.0, f64::max) >= MILLIONS_FROM {
            return Self { scale: 1e6, decimals: 1, prefix: "M " };
        }
        Self { scale: 1.0, decimals: indicator.row().decimals, prefix: "" }
    }

    /// A value.
    pub fn value(&self, value: f64, language: Language) -> String {
        number(value / self.scale, self.decimals, language)
    }

    /// A change: a digit more than values have, and `+` before a gain.
    pub fn change(&self, change: f64, language: Language) -> String {
        let text = number(change / self.scale, self.decimals + 1, language);
        let zero = !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        if change > 0.0 && !zero { format!("+{text}") } else { text }
    }

    /// The band that nine worlds in ten keep to.
    pub fn band(&self, summary: &Summary, language: Language) -> Option<String> {
        let (low, high) = summary.q05.zip(summary.q95)?;
        Some(format!("{} – {}", self.value(low, language), self.value(high, language)))
    }
}

/// The unit in a few words: what stands before a comma.
pub(super) fn short_unit(indicator: Indicator, language: Language) -> &'static str {
    let words = language.of(indicator.row().unit.words());
    words.split(',').next().unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hameau_words::WIDTH;

    fn table(value: Option<f64>, language: Language) -> String {
        // An indicator with decimals has values that are so much smaller.
        let of = |indicator: Indicator| {
            let shift = (0..indicator.row().decimals).fold(1.0, |shift, _| shift * 10.0);
            let scaled = |value: f64| if shift > 1.0 { value.min(9_999_999.0) / shift } else { value };
            (indicator, Summary::new(&[value.map(scaled), None]))
        };
        let all: Vec<_> = Indicator::all().map(of).collect();
        headline_table(&all, 2, language)
    }

    #[test]
    fn a_line_fits_a_terminal_whatever_the_numbers() {
        for language in [Language::English, Language::French] {
            for value in [None, Some(0.0), Some(12.3), Some(9_999_999.0), Some(2.6e8), Some(9.9e9)] {
                let text = table(value, language);
                assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
            }
        }
    }

    #[test]
    fn millions_are_named_and_undefined_worlds_counted() {
        let text = table(Some(264_375_204.0), Language::French);
        assert!(text.contains("264,4 – 264,4  M EUR par an"), "{text}");
        assert!(text.contains("  (mondes où il est défini : 1 sur 2)"), "{text}");
        assert!(table(None, Language::English).contains("  (defined in 0 of 2 worlds)"));
    }
}
