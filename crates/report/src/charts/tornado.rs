//! What an effect becomes when one assumption is set to either end of its range.

use super::COLOURS;
use super::canvas::{Anchor, Canvas, FAINT, GRID, INK, SIZE, SMALL, WIDTH, Words, lines};
use super::scale::Scale;
use hameau_words::number;

const LINE: f64 = 15.0;
const BAR: f64 = 28.0;
const BELOW: f64 = 48.0;
const SIDE: f64 = 18.0;
const ABOUT: usize = 4;

/// One assumption.
#[derive(Clone, Debug)]
pub struct Swing {
    /// What is assumed.
    pub label: String,
    /// The effect at the lower end of its range.
    pub at_low: Option<f64>,
    /// The effect at the upper end.
    pub at_high: Option<f64>,
    /// The interval of the effect at the lower end, and at the upper.
    pub intervals: [Option<[f64; 2]>; 2],
}

/// Assumptions, the most telling first.
#[derive(Clone, Debug)]
pub struct Tornado {
    /// Unit of the effect.
    pub unit: String,
    /// The effect as the model stands.
    pub centre: f64,
    /// How the signs of the two ends read.
    pub key: String,
    /// The assumptions.
    pub swings: Vec<Swing>,
}

impl Tornado {
    /// The chart.
    #[must_use]
    pub fn svg(&self, words: &Words<'_>) -> String {
        let labels: Vec<Vec<String>> =
            self.swings.iter().map(|swing| lines(&swing.label, SIZE, WIDTH - 8.0)).collect();
        let bottom = labels.iter().map(|label| label.len() as f64 * LINE + BAR).sum::<f64>() + 4.0;
        let mut canvas = Canvas::new(bottom + BELOW, words.language);
        let ends = self.swings.iter().flat_map(|swing| [swing.at_low, swing.at_high]).flatten();
        let whiskers = self.swings.iter().flat_map(|swing| swing.intervals).flatten().flatten();
        let ends = ends.chain(whiskers);
        let x = Scale::round(ends.chain([self.centre, 0.0]), (SIDE, WIDTH - SIDE), ABOUT);
        let (ticks, decimals) = x.ticks(ABOUT);
        for tick in &ticks {
            let text = number(*tick, decimals, words.language);
            canvas.text((x.at(*tick), bottom + 14.0), &text, SMALL, Anchor::Middle, FAINT);
        }
        let centre = x.at(self.centre);
        canvas.text((WIDTH / 2.0, bottom + 29.0), &self.unit, SMALL, Anchor::Middle, FAINT);
        canvas.text((WIDTH / 2.0, bottom + 43.0), &self.key, SMALL, Anchor::Middle, FAINT);
        let mut y = 4.0;
        for (swing, label) in self.swings.iter().zip(&labels) {
            for line in label {
                y += LINE;
                canvas.text((4.0, y - 3.0), line, SIZE, Anchor::Start, INK);
            }
            for tick in &ticks {
                let (colour, thick) = if *tick == 0.0 { (INK, 1.2) } else { (GRID, 1.0) };
                canvas.line((x.at(*tick), y), (x.at(*tick), y + BAR - 4.0), colour, thick, None);
            }
            canvas.line((centre, y), (centre, y + BAR - 4.0), COLOURS[1], 2.0, Some("3 2"));
            let middle = y + BAR / 2.0 - 2.0;
            // One above the other, so that two intervals that overlap are both seen.
            for (ends, aside) in swing.intervals.iter().zip([-8.0, 8.0]) {
                if let Some([low, high]) = ends {
                    let at = middle + aside;
                    canvas.line((x.at(*low), at), (x.at(*high), at), COLOURS[0], 1.2, None);
                    for end in [*low, *high] {
                        canvas.line((x.at(end), at - 2.5), (x.at(end), at + 2.5), COLOURS[0], 1.2, None);
                    }
                }
            }
            if let (Some(low), Some(high)) = (swing.at_low, swing.at_high) {
                canvas.line((x.at(low), middle), (x.at(high), middle), COLOURS[0], 5.0, None);
            }
            if let Some(low) = swing.at_low {
                canvas.ring((x.at(low), middle), 5.0, COLOURS[0], 2.0);
            }
            if let Some(high) = swing.at_high {
                canvas.disc((x.at(high), middle), 6.0, COLOURS[0], 1.0);
            }
            y += BAR;
        }
        canvas.finish(words)
    }
}
