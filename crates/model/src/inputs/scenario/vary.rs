//! `--vary KEY=VALUE,VALUE`: a few values of a few keys, every combination of which is a point of a sweep.

use super::overrides::{SWEEP, as_text};
use super::source::{Source, shorten};
use crate::inputs::mistakes::{Help, Mistakes, Spot, Wrong};
use crate::inputs::parameters::Key;
use std::ops::Range;

/// How mistakes in what is varied name their file.
pub const VARY: &str = "--vary";
/// Combinations at most: this is for a quick look.
const MOST_POINTS: usize = 200;

/// What is varied.
#[derive(Clone, Debug, Default)]
pub struct Varied {
    /// The keys with their values, in the order given; those that could not be read are left out.
    pub axes: Vec<Axis>,
    /// What was given, an option on each line.
    text: String,
}

/// A key and its values.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The key, as `--set` names it.
    pub key: String,
    /// Its values, as written.
    pub values: Vec<String>,
    /// Where the key stands in what was given.
    key_at: usize,
    /// Where each value does.
    values_at: Vec<usize>,
}

/// What the options `--vary` say beside those of `--set`, as far as it can be read, and every mistake in their form. What is
/// wrong with a key or a value is found when the points are resolved.
#[must_use]
pub fn vary(options: &[String], set: &[String]) -> (Varied, Mistakes) {
    let source = Source::new(VARY, as_text(options));
    let mut mistakes = Mistakes::default();
    let mut axes: Vec<Axis> = Vec::new();
    let mut at = 0;
    for line in source.text().split('\n') {
        if let Some(axis) = axis(&source, line, at, &mut mistakes) {
            let same = |key: &str| one_spelling(key) == one_spelling(&axis.key);
            let given = |set: &String| set.split_once('=').is_some_and(|(key, _)| same(key));
            let what = if axes.iter().any(|other| same(&other.key)) {
                Some((Wrong::SetTwice { key: shorten(&axis.key) }, Help::KeepOne))
            } else if set.iter().any(given) {
                Some((Wrong::SetAndVaried { key: shorten(&axis.key) }, Help::KeepOne))
            } else if [Key::Seed, Key::Replicates].iter().any(|key| same(key.row().name)) {
                Some((Wrong::NotVaried { key: axis.key.clone() }, Help::SeedAndReplicates))
            } else {
                None
            };
            match what {
                Some((what, help)) => mistakes.push(source.spot(axis.key_span()), what, help),
                None => axes.push(axis),
            }
        }
        at += line.len() + 1;
    }
    let varied = Varied { axes, text: source.text().to_owned() };
    let count = varied.count();
    if count > MOST_POINTS {
        let what = Wrong::TooManyPoints { count, most: MOST_POINTS };
        mistakes.push(source.spot(0..source.text().len()), what, Help::FewerValues);
        return (Varied { axes: Vec::new(), ..varied }, mistakes);
    }
    (varied, mistakes)
}

fn axis(source: &Source, line: &str, at: usize, mistakes: &mut Mistakes) -> Option<Axis> {
    let (key, list) = line.split_once('=').unwrap_or((line, ""));
    let list_at = at + key.len() + 1;
    let parts: Vec<(usize, &str)> = parts(list)
        .map(|(from, part)| (list_at + from + part.len() - part.trim_start().len(), part.trim()))
        .collect();
    let key_at = at + key.len() - key.trim_start().len();
    let key = key.trim();
    if key.is_empty() || parts.iter().any(|(_, part)| part.is_empty()) {
        let what = Wrong::VaryForm { text: shorten(line) };
        mistakes.push(source.spot(at..at + line.len()), what, Help::VaryExample);
        return None;
    }
    for (nth, (from, part)) in parts.iter().enumerate() {
        if parts[..nth].iter().any(|(_, other)| other == part) {
            let what = Wrong::ValueTwice { key: shorten(key), value: shorten(part) };
            mistakes.push(source.spot(*from..from + part.len()), what, Help::KeepOne);
            return None;
        }
    }
    let (values_at, values) = parts.into_iter().map(|(from, part)| (from, part.to_owned())).unzip();
    Some(Axis { key: key.to_owned(), values, key_at, values_at })
}

/// The parts between commas that stand in no brackets and no quotes, and where each begins.
fn parts(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut depth, mut quote, mut commas) = (0, None, Vec::new());
    for (at, sign) in list.char_indices() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            (None, ',') if depth == 0 => commas.push(at),
            _ => {}
        }
    }
    let starts: Vec<usize> = std::iter::once(0).chain(commas.iter().map(|comma| comma + 1)).collect();
    starts.into_iter().zip(commas.into_iter().chain([list.len()])).map(|(from, to)| (from, &list[from..to]))
}

/// A key as it is compared: a lever has two spellings, with and without `params`.
fn one_spelling(key: &str) -> String {
    let key = key.trim();
    if key.starts_with("programme.") { key.replacen(".params.", ".", 1) } else { key.to_owned() }
}

impl Axis {
    /// The last part of the key, which a table has room for.
    #[must_use]
    pub fn short(&self) -> &str {
        self.key.rsplit_once('.').map_or(&self.key, |(_, last)| last)
    }

    fn key_span(&self) -> Range<usize> {
        self.key_at..self.key_at + self.key.len()
    }
}

impl Varied {
    /// How many combinations there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.axes.iter().fold(1, |count, axis| count.saturating_mul(axis.values.len()))
    }

    /// Which value each key has in a combination; that of the last key changes first.
    fn places(&self, point: usize) -> Vec<usize> {
        let mut left = point;
        let mut places: Vec<usize> = Vec::new();
        for axis in self.axes.iter().rev() {
            places.push(left % axis.values.len());
            left /= axis.values.len();
        }
        places.reverse();
        places
    }

    /// The value of each key in a combination.
    #[must_use]
    pub fn values(&self, point: usize) -> Vec<String> {
        self.axes.iter().zip(self.places(point)).map(|(axis, at)| axis.values[at].clone()).collect()
    }

    /// What overrides the scenario in a combination, as `KEY=VALUE`.
    #[must_use]
    pub fn sweep(&self, point: usize) -> Vec<String> {
        self.axes
            .iter()
            .zip(self.values(point))
            .map(|(axis, value)| format!("{}={value}", axis.key))
            .collect()
    }

    /// Where what is wrong in the sweep of a combination stands in what was given; a spot of another file stays.
    #[must_use]
    pub fn located(&self, spot: Spot, point: usize) -> Spot {
        let places = self.places(point);
        let (Some(axis), Some(at)) = (self.axes.get(spot.line - 1), places.get(spot.line - 1)) else {
            return spot;
        };
        if spot.file != SWEEP {
            return spot;
        }
        let before: usize = self.sweep(point)[..spot.line - 1].iter().map(|line| line.len() + 1).sum();
        let moved = |byte: usize| match (byte - before).checked_sub(axis.key.len() + 1) {
            Some(of_value) => axis.values_at[*at] + of_value,
            None => axis.key_at + byte - before,
        };
        let (start, end) = (moved(spot.span.start), moved(spot.span.end.max(spot.span.start)));
        Source::new(VARY, self.text.clone()).spot(start..end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::scenario::{Memory, Overrides, resolve};

    fn read(options: &[&str], set: &[&str]) -> (Varied, Mistakes) {
        let owned = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        vary(&owned(options), &owned(set))
    }

    #[test]
    fn every_combination_is_a_sweep_the_last_key_first() {
        let (varied, mistakes) = read(
            &[
                "travel.fixed_minutes=1, 2",
                "programme.p.funding={ council = 0.2, state = 0.8 },{ council = 1 }",
            ],
            &["travel.speed_km_per_hour=60"],
        );
        assert_eq!(mistakes, Mistakes::default());
        assert_eq!(varied.count(), 4);
        assert_eq!(
            varied.sweep(1),
            ["travel.fixed_minutes=1", "programme.p.funding={ council = 1 }"].map(str::to_owned)
        );
        assert_eq!(varied.sweep(2)[0], "travel.fixed_minutes=2");
        assert_eq!(varied.axes[0].short(), "fixed_minutes");
    }

    #[test]
    fn mistakes_of_form_are_told_where_they_stand() {
        for (options, set, told) in [
            (&["travel.fixed_minutes"][..], &[][..], "not of the form KEY=VALUE,VALUE"),
            (&["travel.fixed_minutes=1,,2"], &[], "not of the form KEY=VALUE,VALUE"),
            (
                &["travel.fixed_minutes=1,2,1"],
                &[],
                "--vary:1:26: `travel.fixed_minutes` takes the value 1 twice",
            ),
            (&["a.b=1", "a.b=2"], &[], "--vary:2:1: `a.b` is given twice"),
            (&["programme.p.params.x=1,2"], &["programme.p.x=3"], "is given by both --set and --vary"),
            (&["simulation.seed=1,2"], &[], "which worlds there are"),
            (
                &["a.b=1,2,3,4,5,6,7,8", "a.c=1,2,3,4,5,6,7,8", "a.d=1,2,3,4"],
                &[],
                "256 combinations, at most 200",
            ),
        ] {
            let mistakes = read(options, set).1.to_string();
            assert!(mistakes.contains(told), "{told}: {mistakes}");
        }
    }

    #[test]
    fn a_mistake_in_a_sweep_is_told_where_its_value_was_given() {
        let (varied, _) = read(&["travel.fixed_minutes=1,2", "travel.speed_km_per_hour=60, 5000"], &[]);
        let overrides = Overrides { sweep: varied.sweep(1), ..Overrides::default() };
        let mistakes = resolve("hameau:baseline", &overrides, &Memory::default()).expect_err("out of range");
        let spot = varied.located(mistakes.0[0].spot.clone(), 1);
        assert_eq!((&spot.file[..], spot.line, spot.column), ("--vary", 2, 30));
        assert_eq!(&varied.text[spot.span], "5000");
    }
}
