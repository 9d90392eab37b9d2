//! What the indicators of a scenario answer to several values of a few keys, for a terminal.

use super::table::{Shape, short_unit};
use hameau_analysis::response::{Answer, Point, Response};
use hameau_words::{Language, WIDTH, number};
use std::fmt::Write as _;

/// Between two columns.
const GAP: usize = 2;

/// The lines of one indicator, each with a cell for every combination shown.
struct Lines {
    labels: [String; 4],
    cells: Vec<[String; 4]>,
}

/// Mean and band of every indicator for every combination of values, and its difference to the first combination, world by
/// world, with its interval. As many combinations side by side as fit a terminal.
#[must_use]
pub fn response_table(found: &Response, language: Language) -> String {
    let mut text = String::new();
    let keys = found.keys.join(" / ");
    let worlds = number(found.worlds as f64, 0, language);
    let first = found.points.first().map_or_else(String::new, head);
    let _ = writeln!(
        text,
        "{}",
        language.of((
            format!(
                "By {keys}, in the same {worlds} worlds.\n\
                 Mean; the values that nine worlds in ten keep to; mean of the differences to\n\
                 {first} in the same world; its interval."
            ),
            format!(
                "Selon {keys}, dans les mêmes {worlds} mondes.\n\
                 Moyenne\u{202f}; valeurs que gardent neuf mondes sur dix\u{202f}; moyenne des écarts à\n\
                 {first} dans le même monde\u{202f}; son intervalle."
            ),
        ))
    );
    let count = found.points.first().map_or(0, |point| point.answers.len());
    let all: Vec<Lines> = (0..count).map(|at| lines(&found.points, at, language)).collect();
    let label = all.iter().flat_map(|of| &of.labels).map(|label| label.chars().count()).max().unwrap_or(0);
    let wide = |point: usize| {
        let cells = all.iter().flat_map(|of| &of.cells[point]).map(|cell| cell.chars().count());
        cells.chain([head(&found.points[point]).chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..found.points.len()).map(wide).collect();
    let mut from = 0;
    while from < widths.len() {
        let mut to = from + 1;
        let mut room = label + GAP + widths[from];
        while to < widths.len() && room + GAP + widths[to] <= WIDTH {
            room += GAP + widths[to];
            to += 1;
        }
        block(&mut text, &found.points[from..to], (&all, from), (label, &widths[from..to]), language);
        from = to;
    }
    text
}

/// The combinations that stand side by side.
fn block(
    text: &mut String,
    points: &[Point],
    (all, from): (&[Lines], usize),
    (label, widths): (usize, &[usize]),
    language: Language,
) {
    let mut row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        let mut line = format!("{name:<label$}");
        for (cell, width) in cells.zip(widths) {
            let _ = write!(line, "{}{cell:>width$}", " ".repeat(GAP));
        }
        let _ = writeln!(text, "{}", line.trim_end());
    };
    row("", &mut std::iter::once(String::new()));
    row(language.of(("Indicator", "Indicateur")), &mut points.iter().map(head));
    for of in all {
        for (at, name) in of.labels.iter().enumerate() {
            let cells = || of.cells[from..from + points.len()].iter().map(|cells| cells[at].clone());
            // The first combination has no difference to itself.
            if cells().any(|cell| !cell.is_empty()) {
                row(name, &mut cells());
            }
        }
    }
}

/// The values of a combination, as the head of its column.
fn head(point: &Point) -> String {
    point.values.join(" / ")
}

fn lines(points: &[Point], at: usize, language: Language) -> Lines {
    let answers: Vec<&Answer> = points.iter().map(|point| &point.answers[at]).collect();
    let indicator = answers[0].indicator;
    let row = indicator.row();
    let shape = Shape::of(indicator, answers.iter().map(|answer| &answer.summary));
    let none = || "-".to_owned();
    let cells = |answer: &&Answer| {
        let summary = &answer.summary;
        let mean = summary.mean.map_or_else(none, |mean| shape.value(mean, language));
        let (difference, interval) = answer.effect.as_ref().map_or_else(Default::default, |effect| {
            let signed = |value: f64| shape.change(value, language);
            let ends = effect.interval.map(|ends| format!("{} – {}", signed(ends.low), signed(ends.high)));
            (effect.difference.map_or_else(none, signed), ends.unwrap_or_else(none))
        });
        [mean, shape.band(summary, language).unwrap_or_else(none), difference, interval]
    };
    let unit = short_unit(indicator, language);
    let labels = [
        language.of((row.en, row.fr)).to_owned(),
        format!("  5-95 %, {}{unit}", shape.prefix),
        language.of(("  difference", "  écart")).to_owned(),
        "  95 %".to_owned(),
    ];
    Lines { labels, cells: answers.iter().map(cells).collect() }
}
