//! One row for each policy: a dot for each world, the mean with its interval, and the zone that is too small to matter.

use super::COLOURS;
use super::canvas::{Anchor, Canvas, FAINT, GRID, INK, SIZE, SMALL, WIDTH, Words, lines};
use super::scale::Scale;
use hameau_words::number;

const LINE: f64 = 15.0;
const DOTS: f64 = 26.0;
const BELOW: f64 = 52.0;
const SIDE: f64 = 18.0;
const ABOUT: usize = 4;

/// One row.
#[derive(Clone, Debug)]
pub struct Strip {
    /// What it is about.
    pub label: String,
    /// What is said of it.
    pub note: String,
    /// A value for each world; may be empty.
    pub dots: Vec<f64>,
    /// Mean or estimate.
    pub mean: Option<f64>,
    /// Its interval.
    pub interval: Option<[f64; 2]>,
}

/// Rows on one axis.
#[derive(Clone, Debug)]
pub struct Strips {
    /// Unit of the values.
    pub unit: String,
    /// The rows.
    pub rows: Vec<Strip>,
    /// Half width of the zone around 0 that is too small to matter, and its words.
    pub zone: Option<(f64, String)>,
    /// Ends of the axis; by the values otherwise.
    pub range: Option<[f64; 2]>,
}

impl Strips {
    /// The chart.
    #[must_use]
    pub fn svg(&self, words: &Words<'_>) -> String {
        let labels: Vec<Vec<String>> =
            self.rows.iter().map(|row| lines(&row.label, SIZE, WIDTH - 8.0)).collect();
        let notes: Vec<Vec<String>> =
            self.rows.iter().map(|row| lines(&row.note, SMALL, WIDTH - 8.0)).collect();
        let words_of = |of: &[Vec<String>]| of.iter().map(Vec::len).sum::<usize>() as f64 * LINE;
        let bottom = words_of(&labels) + words_of(&notes) + self.rows.len() as f64 * (DOTS + 6.0) + 4.0;
        let mut canvas = Canvas::new(bottom + BELOW, words.language);
        let x = self.scale();
        let (ticks, decimals) = x.ticks(ABOUT);
        for tick in &ticks {
            let text = number(*tick, decimals, words.language);
            canvas.text((x.at(*tick), bottom + 14.0), &text, SMALL, Anchor::Middle, FAINT);
        }
        canvas.text((WIDTH / 2.0, bottom + 29.0), &self.unit, SMALL, Anchor::Middle, FAINT);
        if let Some((_, told)) = &self.zone {
            canvas.text((WIDTH / 2.0, bottom + 44.0), told, SMALL, Anchor::Middle, FAINT);
        }
        let mut y = 4.0;
        for ((row, label), note) in self.rows.iter().zip(&labels).zip(&notes) {
            for line in label {
                y += LINE;
                canvas.bold((4.0, y - 3.0), line, SIZE, INK);
            }
            for line in note {
                y += LINE;
                canvas.text((4.0, y - 3.0), line, SMALL, Anchor::Start, INK);
            }
            // The grid stands behind dots only: a line through a word makes it hard to read.
            self.ground(&mut canvas, &x, &ticks, y);
            draw(&mut canvas, row, &x, y + DOTS / 2.0);
            y += DOTS + 6.0;
        }
        canvas.finish(words)
    }

    fn ground(&self, canvas: &mut Canvas, x: &Scale, ticks: &[f64], y: f64) {
        if let Some((half, _)) = self.zone {
            let (from, to) = (x.at(-half).max(SIDE), x.at(half).min(WIDTH - SIDE));
            canvas.rect((from, y), (to - from, DOTS), "#E9E9E9", 1.0);
        }
        for tick in ticks {
            let (colour, thick) = if *tick == 0.0 { (INK, 1.2) } else { (GRID, 1.0) };
            canvas.line((x.at(*tick), y), (x.at(*tick), y + DOTS), colour, thick, None);
        }
    }

    fn scale(&self) -> Scale {
        if let Some([low, high]) = self.range {
            return Scale { low, high, from: SIDE, to: WIDTH - SIDE };
        }
        let of_row = |row: &Strip| {
            let ends = row.interval.into_iter().flatten();
            row.dots.iter().copied().chain(row.mean).chain(ends).collect::<Vec<_>>()
        };
        let zone = self.zone.iter().flat_map(|(half, _)| [-half, *half]);
        let values = self.rows.iter().flat_map(of_row).chain([0.0]).chain(zone);
        Scale::round(values, (SIDE, WIDTH - SIDE), ABOUT)
    }
}

fn draw(canvas: &mut Canvas, row: &Strip, x: &Scale, y: f64) {
    for (at, dot) in row.dots.iter().enumerate() {
        // Rows of dots, so that equal worlds are seen as several.
        let shift = f64::from((at * 5 % 7) as u32) - 3.0;
        canvas.disc((x.at(*dot), y + 3.0 * shift), 2.0, COLOURS[0], 0.5);
    }
    if let Some([low, high]) = row.interval {
        canvas.line((x.at(low), y), (x.at(high), y), "#FFFFFF", 5.0, None);
        canvas.line((x.at(low), y), (x.at(high), y), COLOURS[1], 3.0, None);
        for end in [low, high] {
            canvas.line((x.at(end), y - 5.0), (x.at(end), y + 5.0), COLOURS[1], 2.0, None);
        }
    }
    if let Some(mean) = row.mean {
        let (at, r) = (x.at(mean), 5.0);
        canvas.area(&[(at - r, y), (at, y - r), (at + r, y), (at, y + r)], COLOURS[1], 1.0);
    }
}
