//! The course of an indicator over time: medians within bands, a few single worlds, events on the axis.

use super::COLOURS;
use super::canvas::{Anchor, Canvas, FAINT, GRID, INK, SMALL, WIDTH, Words, lines, width};
use super::scale::Scale;
use hameau_model::kernel::units::Month;
use hameau_words::number;

const HEIGHT: f64 = 236.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 196.0;
/// Height of a line of words at the end of a curve, and the room for them.
const LINE: f64 = 13.0;
const NAMES: f64 = 92.0;
const ABOUT: usize = 4;

/// One scenario's course.
#[derive(Clone, Debug)]
pub struct Course {
    /// Word at the end of its line.
    pub label: String,
    /// Month, then lower end of the band, median and upper end.
    pub points: Vec<(Month, Option<[f64; 3]>)>,
    /// Single worlds.
    pub worlds: Vec<Vec<(Month, f64)>>,
}

/// Courses of one indicator.
#[derive(Clone, Debug)]
pub struct Fan {
    /// Unit of the values.
    pub unit: String,
    /// The scenarios: the first in solid blue, the second in dashed orange brown.
    pub courses: Vec<Course>,
    /// What happens when, with the sign under which the text tells it.
    pub events: Vec<(Month, String)>,
    /// Ends of the values on the axis, the same on charts that are compared; by the values otherwise.
    pub range: Option<[f64; 2]>,
    /// What the axis says when it does not show 0.
    pub without_zero: String,
}

impl Fan {
    /// The chart.
    #[must_use]
    pub fn svg(&self, words: &Words<'_>) -> String {
        let mut canvas = Canvas::new(HEIGHT, words.language);
        let values = self.courses.iter().flat_map(Course::values);
        let values = self.range.map_or_else(|| values.collect(), |range| range.to_vec());
        let y = Scale::round(values.into_iter(), (BOTTOM, TOP), ABOUT);
        let (ticks, decimals) = y.ticks(ABOUT);
        let shown: Vec<String> = ticks.iter().map(|tick| number(*tick, decimals, words.language)).collect();
        let left = shown.iter().map(|text| width(text, SMALL)).fold(0.0, f64::max) + 8.0;
        let names: Vec<Vec<String>> =
            self.courses.iter().map(|course| lines(&course.label, SMALL, NAMES)).collect();
        let ends = names.iter().flatten().map(|line| width(line, SMALL)).fold(0.0, f64::max);
        let right = WIDTH - ends - 8.0;
        let x = self.months(left, right);
        canvas.text((0.0, 12.0), &self.unit, SMALL, Anchor::Start, FAINT);
        for (tick, text) in ticks.iter().zip(&shown) {
            canvas.line((left, y.at(*tick)), (right, y.at(*tick)), GRID, 1.0, None);
            canvas.text((left - 4.0, y.at(*tick) + 4.0), text, SMALL, Anchor::End, FAINT);
        }
        years(&mut canvas, &x);
        for (month, sign) in &self.events {
            let at = x.at(f64::from(month.index()));
            canvas.line((at, TOP), (at, BOTTOM), FAINT, 1.0, Some("2 3"));
            canvas.text((at, TOP - 3.0), sign, SMALL, Anchor::Middle, INK);
        }
        for (course, (colour, dashes)) in self.courses.iter().zip(styles()) {
            draw(&mut canvas, course, (&x, &y), colour, dashes);
        }
        self.labels(&mut canvas, &y, right, &names);
        if !y.shows_zero() {
            canvas.text((left, HEIGHT - 5.0), &self.without_zero, SMALL, Anchor::Start, FAINT);
        }
        canvas.finish(words)
    }

    fn months(&self, left: f64, right: f64) -> Scale {
        let months = || self.courses.iter().flat_map(|course| course.points.iter().map(|(month, _)| *month));
        let first = months().min().map_or(0.0, |month| f64::from(month.index()));
        let last = months().max().map_or(1.0, |month| f64::from(month.index()));
        Scale { low: first, high: last.max(first + 1.0), from: left, to: right }
    }

    /// Names at the ends of the curves, kept apart and within the sheet.
    fn labels(&self, canvas: &mut Canvas, y: &Scale, right: f64, names: &[Vec<String>]) {
        let ends =
            self.courses.iter().zip(names).zip(styles()).filter_map(|((course, name), (colour, _))| {
                let (_, band) = course.points.iter().rev().find(|(_, band)| band.is_some())?;
                Some((y.at(band.as_ref()?[1]) - (name.len() as f64 - 1.0) * LINE / 2.0, name, colour))
            });
        let mut ends: Vec<_> = ends.collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut below = BOTTOM;
        for (top, name, _) in ends.iter_mut().rev() {
            *top = top.min(below - name.len() as f64 * LINE + LINE / 2.0);
            below = *top - LINE / 2.0;
        }
        for (top, name, colour) in ends {
            for (line, words) in name.iter().enumerate() {
                canvas.text(
                    (right + 5.0, top + line as f64 * LINE + 4.0),
                    words,
                    SMALL,
                    Anchor::Start,
                    colour,
                );
            }
        }
    }
}

impl Course {
    /// Every value that it shows.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let band = self.points.iter().filter_map(|(_, band)| *band).flatten();
        band.chain(self.worlds.iter().flatten().map(|(_, value)| *value))
    }
}

fn styles() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    COLOURS.into_iter().zip([None, Some("6 3"), Some("2 2"), Some("8 2 2 2"), Some("1 3")])
}

fn draw(canvas: &mut Canvas, course: &Course, (x, y): (&Scale, &Scale), colour: &str, dashes: Option<&str>) {
    let at = |month: Month, value: f64| (x.at(f64::from(month.index())), y.at(value));
    let defined = || course.points.iter().filter_map(|(month, band)| Some((*month, (*band)?)));
    let upper = defined().map(|(month, band)| at(month, band[2]));
    let lower = defined().map(|(month, band)| at(month, band[0]));
    let outline: Vec<_> = upper.chain(lower.rev()).collect();
    canvas.area(&outline, colour, 0.18);
    for world in &course.worlds {
        let points = world.iter().map(|(month, value)| at(*month, *value)).collect();
        canvas.polyline(points, colour, 0.5, None);
    }
    let medians: Vec<_> = defined().map(|(month, band)| at(month, band[1])).collect();
    if let [only] = medians[..] {
        canvas.disc(only, 3.0, colour, 1.0);
    }
    canvas.polyline(medians, colour, 2.0, dashes);
}

/// The axis of time, a word for some of the years.
fn years(canvas: &mut Canvas, x: &Scale) {
    canvas.line((x.from, BOTTOM), (x.to, BOTTOM), INK, 1.0, None);
    let (first, last) = (Month::from_index(x.low as u32).year(), Month::from_index(x.high as u32).year());
    let fit = ((x.to - x.from) / 42.0).max(1.0) as u32;
    let every = [1, 2, 5, 10, 20, 50].into_iter().find(|every| (last - first) / every < fit).unwrap_or(100);
    for year in (first..=last).filter(|year| year % every == 0 || first == last) {
        let january = f64::from(Month::new(year, 1).index()).max(x.low);
        let at = x.at(january);
        canvas.line((at, BOTTOM), (at, BOTTOM + 4.0), INK, 1.0, None);
        canvas.text((at, BOTTOM + 17.0), &year.to_string(), SMALL, Anchor::Middle, FAINT);
    }
}
