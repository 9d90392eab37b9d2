//! Bars made of parts: who pays.

use super::COLOURS;
use super::canvas::{Anchor, Canvas, FAINT, GRID, INK, SIZE, SMALL, WIDTH, Words, lines, width};
use super::scale::Scale;
use hameau_words::number;

const LINE: f64 = 15.0;
const BAR: f64 = 18.0;
const GAP: f64 = 12.0;
const SIDE: f64 = 6.0;
const ABOUT: usize = 4;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// Its parts, in the order of [`Bars::parts`]; none is below 0.
    pub parts: Vec<f64>,
}

/// Bars on one axis that begins at 0.
#[derive(Clone, Debug)]
pub struct Bars {
    /// Unit of the values.
    pub unit: String,
    /// What the parts are, one letter each before its words.
    pub parts: Vec<String>,
    /// The bars.
    pub bars: Vec<Bar>,
}

impl Bars {
    /// The chart.
    #[must_use]
    pub fn svg(&self, words: &Words<'_>) -> String {
        let labels: Vec<Vec<String>> =
            self.bars.iter().map(|bar| lines(&bar.label, SIZE, WIDTH - 8.0)).collect();
        let top = self.parts.len() as f64 * 17.0 + 8.0;
        let bottom = top + labels.iter().map(|label| label.len() as f64 * LINE + BAR + GAP).sum::<f64>();
        let mut canvas = Canvas::new(bottom + 34.0, words.language);
        let sums = self.bars.iter().map(|bar| bar.parts.iter().sum::<f64>());
        let x = Scale::round(sums.chain([0.0]), (SIDE, WIDTH - 30.0), ABOUT);
        let (ticks, decimals) = x.ticks(ABOUT);
        for tick in &ticks {
            let text = number(*tick, decimals, words.language);
            let anchor = if *tick == 0.0 { Anchor::Start } else { Anchor::Middle };
            canvas.text((x.at(*tick), bottom + 14.0), &text, SMALL, anchor, FAINT);
        }
        canvas.text((WIDTH / 2.0, bottom + 29.0), &self.unit, SMALL, Anchor::Middle, FAINT);
        for (at, (part, colour)) in self.parts.iter().zip(COLOURS).enumerate() {
            let y = at as f64 * 17.0 + 4.0;
            canvas.rect((SIDE, y), (12.0, 12.0), colour, 1.0);
            canvas.text((SIDE + 18.0, y + 10.0), part, SIZE, Anchor::Start, INK);
        }
        let mut y = top;
        for (bar, label) in self.bars.iter().zip(&labels) {
            for line in label {
                y += LINE;
                canvas.text((SIDE, y - 3.0), line, SIZE, Anchor::Start, INK);
            }
            for tick in &ticks {
                let colour = if *tick == 0.0 { INK } else { GRID };
                canvas.line((x.at(*tick), y - 2.0), (x.at(*tick), y + BAR + 4.0), colour, 1.0, None);
            }
            self.bar(&mut canvas, bar, &x, y);
            y += BAR + GAP;
        }
        canvas.finish(words)
    }

    fn bar(&self, canvas: &mut Canvas, bar: &Bar, x: &Scale, y: f64) {
        let mut from = 0.0;
        for ((value, part), colour) in bar.parts.iter().zip(&self.parts).zip(COLOURS) {
            let (left, right) = (x.at(from), x.at(from + value));
            canvas.rect((left, y), (right - left, BAR), colour, 1.0);
            let letter: String = part.chars().take(1).collect();
            if right - left > width(&letter, SIZE) + 6.0 {
                canvas.text((f64::midpoint(left, right), y + 13.0), &letter, SIZE, Anchor::Middle, "#FFFFFF");
            }
            from += value;
        }
    }
}
