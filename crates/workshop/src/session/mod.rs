//! One world that is shown: how far it was simulated, and the month that is looked at.

mod checked;
mod lives;
mod sight;

pub(super) use checked::check;

use super::answer::{Answer, told};
use super::place::Text;
use super::refusal::Refusal;
use super::request::Open;
use super::words::OwnedWords;
use checked::Sketch;
use hameau_analysis::why::{Chronicle, People};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Scenario, did_you_mean};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Indicator, Observation, Observer};
use hameau_model::rules::step::{Paused, Simulation, State};
use hameau_words::Language;
use hameau_words::narrative::{Voice, happening};
use lives::Lives;
use serde::Serialize;

/// Copies of a world that are kept at most; where there would be more, every second one goes and the next are half as
/// frequent. A copy of the reference territory takes about 5 MB, so that a world shown takes at most some 90 MB.
const MOST_KEPT: usize = 16;
/// Months between copies, as long as they are not too many.
const BETWEEN: u32 = 12;

/// A world that is shown.
#[derive(Debug)]
pub(super) struct Session {
    scenario: Scenario,
    indicators: Vec<Indicator>,
    /// The world as far as it was simulated.
    head: Option<Paused>,
    observer: Observer,
    chronicle: Chronicle,
    /// The world at the month that is looked at, when that is not the last one simulated.
    behind: Option<Paused>,
    /// Copies by month, the founding first.
    kept: Vec<Paused>,
    between: u32,
    lives: Option<Lives>,
}

#[derive(Serialize)]
struct Stepped {
    month: u32,
    /// For each month from the one after that shown before, a value or none for each indicator.
    values: Vec<Vec<Option<f64>>>,
    events: Vec<Happening>,
}

#[derive(Serialize)]
struct Observed {
    /// Months simulated so far.
    months: u32,
    values: Vec<Vec<Option<f64>>>,
    events: Vec<Happening>,
}

/// Something that happened to the programme, a place or a work.
#[derive(Serialize)]
struct Happening {
    /// Months done when it was first seen.
    month: u32,
    kind: &'static str,
    text: OwnedWords,
}

/// The indicators of these ids.
pub(super) fn indicators(ids: &[String]) -> Result<Vec<Indicator>, Refusal> {
    let one = |id: &String| {
        Indicator::from_id(id).ok_or_else(|| {
            let near = did_you_mean(id, Indicator::all().map(|indicator| indicator.row().id))
                .map(|near| near.to_string());
            let shown: String = id.chars().take(60).collect();
            let near = near.unwrap_or_default();
            Refusal::one(format!("{shown:?} is no indicator; {near}").trim_end_matches("; "))
        })
    };
    if ids.len() > Indicator::COUNT {
        return Err(Refusal::one(&format!(
            "there are {} indicators, {} were asked for",
            Indicator::COUNT,
            ids.len()
        )));
    }
    ids.iter().map(one).collect()
}

/// What was observed of these indicators in a month.
pub(super) fn values(month: &Observation, wanted: &[Indicator]) -> Vec<Option<f64>> {
    wanted.iter().map(|indicator| month.of(*indicator)).collect()
}

impl Session {
    /// Founds a world; where one of the `others` began exactly so, it is copied.
    pub fn open(asked: &Open, others: [Option<&Self>; 2]) -> Result<(Self, String), Refusal> {
        let indicators = indicators(&asked.indicators)?;
        let scenario = Text::new(&asked.toml, asked.file.as_deref()).scenario(&[])?;
        let mut known = others.into_iter().flatten();
        let again = known.find_map(|other| other.founded().again(&other.scenario, &scenario, asked.world));
        let simulation = again.unwrap_or_else(|| Simulation::new(&scenario, asked.world, None));
        let observer = Observer::new(&simulation);
        let head = simulation.pause();
        let communes = sight::commune_facts(&scenario, head.state());
        let opened = told(&Sketch::of(&scenario, Some(communes)))?;
        let kept = vec![head.clone()];
        let session = Self {
            scenario,
            indicators,
            head: Some(head),
            observer,
            chronicle: Chronicle::default(),
            behind: None,
            kept,
            between: BETWEEN,
            lives: None,
        };
        Ok((session, opened))
    }

    /// The world at the month that is looked at.
    fn shown(&self) -> &Paused {
        self.behind.as_ref().or(self.head.as_ref()).expect("a world rests between requests")
    }

    /// Its state.
    pub(super) fn state(&self) -> &State {
        self.shown().state()
    }

    /// Months done in it.
    pub(super) fn month(&self) -> u32 {
        self.done(self.shown().month())
    }

    /// The world as it was founded.
    pub(super) fn founded(&self) -> &Paused {
        &self.kept[0]
    }

    fn done(&self, month: Month) -> u32 {
        month.months_after(self.scenario.start())
    }

    fn simulated(&self) -> u32 {
        self.observer.months().len() as u32
    }

    fn last(&self) -> u32 {
        self.scenario.values[Key::Months] as u32
    }

    /// Shows the month that comes `months` later, the last at most.
    pub fn step(&mut self, months: u32) -> Answer {
        let from = self.month();
        let to = from.saturating_add(months).min(self.last());
        self.look_at(to);
        told(&Stepped {
            month: to,
            values: self.values(&self.indicators, from, to),
            events: self.happenings(from, to),
        })
    }

    /// Shows a month, before or after the one that is looked at.
    pub fn go(&mut self, month: u32) -> Answer {
        if month > self.last() {
            let last = self.last();
            return Err(Refusal::one(&format!("month {month} lies beyond the last, which is {last}")));
        }
        self.look_at(month);
        self.map()
    }

    /// All that was observed so far of some indicators; of those named at the opening where none is.
    pub fn series(&self, ids: &[String]) -> Answer {
        let named = indicators(ids)?;
        let wanted = if named.is_empty() { &self.indicators } else { &named };
        let months = self.simulated();
        told(&Observed { months, values: self.values(wanted, 0, months), events: self.happenings(0, months) })
    }

    fn values(&self, wanted: &[Indicator], from: u32, to: u32) -> Vec<Vec<Option<f64>>> {
        let months = &self.observer.months()[from as usize..to as usize];
        months.iter().map(|month| values(month, wanted)).collect()
    }

    fn look_at(&mut self, month: u32) {
        while self.simulated() < month {
            self.simulate();
        }
        if self.simulated() == month {
            self.behind = None;
            return;
        }
        let start = self.scenario.start();
        let done = |paused: &Paused| paused.month().months_after(start);
        let nearest = self.kept.iter().rev().find(|kept| done(kept) <= month);
        let nearest = nearest.expect("the founding is kept");
        let from = match self.behind.take() {
            Some(behind) if done(&behind) <= month && done(&behind) >= done(nearest) => behind,
            _ => nearest.clone(),
        };
        let mut simulation = from.resume(&self.scenario);
        while simulation.month().months_after(start) < month {
            simulation.step();
        }
        self.behind = Some(simulation.pause());
    }

    /// Simulates the month that comes after the last one simulated.
    fn simulate(&mut self) {
        let head = self.head.take().expect("a world rests between requests");
        let month = head.month();
        let mut simulation = head.resume(&self.scenario);
        simulation.step();
        self.observer.observe(&simulation);
        self.chronicle.see(simulation.state(), month);
        let head = simulation.pause();
        if self.simulated().is_multiple_of(self.between) {
            self.keep(head.clone());
        }
        self.head = Some(head);
    }

    fn keep(&mut self, copy: Paused) {
        self.kept.push(copy);
        if self.kept.len() > MOST_KEPT {
            self.between *= 2;
            let (start, between) = (self.scenario.start(), self.between);
            self.kept.retain(|kept| kept.month().months_after(start).is_multiple_of(between));
        }
    }

    /// What happened after `from` months, up to `to`.
    fn happenings(&self, from: u32, to: u32) -> Vec<Happening> {
        let mut all = Vec::new();
        for month in from + 1..=to {
            self.programme(month, &mut all);
            self.world(month, &mut all);
        }
        all
    }

    /// What was first seen of places and works after so many months.
    fn world(&self, month: u32, all: &mut Vec<Happening>) {
        let people = People::default();
        let Chronicle { places, works, .. } = &self.chronicle;
        let voice = |language: Language| Voice {
            people: &people,
            places: [places, places],
            works: [works, works],
            communes: &self.scenario.territory.communes,
            language,
        };
        for event in self.chronicle.events.iter().filter(|event| self.done(event.month) + 1 == month) {
            let text = |language| happening(&voice(language), event);
            if let (Some(en), Some(fr)) = (text(Language::English), text(Language::French)) {
                all.push(Happening { month, kind: event.kind.id(), text: OwnedWords { en, fr } });
            }
        }
    }

    /// Instruments that acted for the first time in that month, and that no longer acted.
    fn programme(&self, month: u32, all: &mut Vec<Happening>) {
        for entry in &self.scenario.programme {
            let (en, fr) = entry.kind.record().title;
            if self.done(entry.from) + 1 == month {
                let text = OwnedWords { en: format!("{en}: begins."), fr: format!("{fr} : début.") };
                all.push(Happening { month, kind: "programme_begins", text });
            }
            if entry.until.is_some_and(|until| self.done(until) + 2 == month) {
                let text = OwnedWords { en: format!("{en}: ends."), fr: format!("{fr} : fin.") };
                all.push(Happening { month, kind: "programme_ends", text });
            }
        }
    }
}
