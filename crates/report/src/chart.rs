//! Small charts made of characters: the median over all worlds within the band of nine worlds in ten.

use super::table::short_unit;
use hameau_analysis::trajectory::{Point, Trajectory};
use hameau_words::{Language, number};
use std::fmt::Write as _;

/// Rows of the drawing.
const ROWS: usize = 6;
/// Half rows, which is how finely a value is drawn.
const HALVES: usize = 2 * ROWS;
/// Columns for the numbers on the axis.
const AXIS: usize = 13;

/// The course of one indicator: shaded where nine worlds in ten lie, with a mark at the median. Plain text, at most 80
/// columns wide. Empty where the indicator is never defined.
#[must_use]
pub fn chart(trajectory: &Trajectory, language: Language) -> String {
    let row = trajectory.indicator.row();
    let points = &trajectory.points;
    let values = || points.iter().flat_map(|point| [point.q05, point.q50, point.q95]).flatten();
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    if !low.is_finite() {
        return String::new();
    }
    let mut text = String::new();
    let unit = short_unit(trajectory.indicator, language);
    let _ = writeln!(text, "{} ({unit}){}", language.of((row.en, row.fr)), last_words(trajectory, language));
    let lines: Vec<String> = (0..ROWS).map(|line| drawn(points, low, high, ROWS - 1 - line)).collect();
    for (line, cells) in lines.iter().enumerate() {
        let mark = match line {
            0 => number(high, row.decimals, language),
            line if line == ROWS - 1 => number(low, row.decimals, language),
            _ => String::new(),
        };
        let _ = writeln!(text, "{}", format!("{mark:>AXIS$} ┤{cells}").trim_end());
    }
    let (first, last) = (points[0].month.to_string(), points[points.len() - 1].month.to_string());
    let gap = points.len().saturating_sub(first.len()).max(last.len() + 1);
    let _ = writeln!(text, "{:>AXIS$}  {first}{last:>gap$}", "");
    text
}

/// What the last month says: median and band in numbers.
fn last_words(trajectory: &Trajectory, language: Language) -> String {
    let decimals = trajectory.indicator.row().decimals;
    let Some(Point { month, q05: Some(q05), q50: Some(q50), q95: Some(q95) }) = trajectory.points.last()
    else {
        return String::new();
    };
    let [q05, q50, q95] = [q05, q50, q95].map(|value| number(*value, decimals, language));
    let words = language.of(("median", "médiane"));
    format!("\n  {month}: {words} {q50}, 5-95 % {q05} – {q95}")
}

/// One row of the drawing, counted from below.
fn drawn(points: &[Point], low: f64, high: f64, row: usize) -> String {
    let half = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        ((share * HALVES as f64) as usize).min(HALVES - 1)
    };
    let cell = |point: &Point| {
        let (Some(q05), Some(q50), Some(q95)) = (point.q05, point.q50, point.q95) else { return ' ' };
        let median = half(q50);
        if median / 2 == row {
            return if median % 2 == 0 { '▄' } else { '▀' };
        }
        if (half(q05) / 2..=half(q95) / 2).contains(&row) { '░' } else { ' ' }
    };
    points.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hameau_model::kernel::units::Month;
    use hameau_model::observe::indicators::Indicator;

    fn straight(count: u32, undefined_before: u32) -> Trajectory {
        let point = |at: u32| {
            let value = |shift: f64| (at >= undefined_before).then(|| f64::from(at) * 100.0 + shift);
            Point {
                month: Month::new(2022, 1).plus(at),
                q05: value(-200.0),
                q50: value(0.0),
                q95: value(200.0),
            }
        };
        Trajectory { indicator: Indicator::Inhabitants, points: (0..count).map(point).collect() }
    }

    #[test]
    fn a_chart_fits_its_width_and_tells_the_last_month_in_numbers() {
        for language in [Language::English, Language::French] {
            let drawn = chart(&straight(60, 0), language);
            assert_eq!(drawn.lines().count(), ROWS + 3);
            assert!(drawn.lines().all(|line| line.chars().count() <= hameau_words::WIDTH), "{drawn}");
            assert_eq!(drawn.matches(['▄', '▀']).count(), 60, "{drawn}");
        }
        let told = chart(&straight(60, 0), Language::English);
        assert!(told.contains("2026-12: median 5,900, 5-95 % 5,700 – 6,100"), "{told}");
        assert!(told.contains("Inhabitants (persons)"), "{told}");
    }

    #[test]
    fn undefined_months_are_blank_and_a_single_month_is_drawn() {
        assert_eq!(chart(&straight(10, 10), Language::English), "");
        assert_eq!(chart(&straight(10, 4), Language::English).matches(['▄', '▀']).count(), 6);
        assert_eq!(chart(&straight(1, 0), Language::English).matches(['▄', '▀']).count(), 1);
    }
}
