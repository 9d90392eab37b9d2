//! The lives of the residents of a world that is shown.

use super::Session;
use crate::answer::{Answer, NOTHING, told};
use crate::refusal::Refusal;
use crate::words::OwnedWords;
use hameau_analysis::why::Diary;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::rules::step::Paused;
use hameau_words::Language;
use hameau_words::narrative::{Voice, life, title};
use serde::Serialize;

/// A world once more, with a diary of everybody. It is made when a first life is asked for, and goes on from there.
#[derive(Debug)]
pub(super) struct Lives {
    world: Paused,
    diary: Diary,
}

#[derive(Serialize)]
struct Life {
    who: String,
    title: OwnedWords,
    events: Vec<Moment>,
}

#[derive(Serialize)]
struct Moment {
    /// Months done when it was first seen.
    month: u32,
    /// The month, as `2022-06`.
    date: String,
    text: OwnedWords,
}

/// The resident of an address.
pub(super) fn resident(label: &str) -> Result<Who, Refusal> {
    Who::parse(label).ok_or_else(|| {
        let shown: String = label.chars().take(60).collect();
        Refusal::one(&format!(
            "{shown:?} is no address of a resident: one is written like 15138-42 (a founder of the commune 15138), 15138-2024-01-3 (turned 18) or arrival-2024-05-12 (came)"
        ))
    })
}

impl Session {
    /// The life of somebody up to the month that is looked at; nothing for whoever has not lived here by then.
    pub fn life(&mut self, who: &str) -> Answer {
        let address = resident(who)?;
        let (month, start) = (self.month(), self.scenario.start());
        let begun = self.lives.take().unwrap_or_else(|| {
            let simulation = self.founded().clone().resume(&self.scenario);
            Lives { diary: Diary::new(&simulation), world: simulation.pause() }
        });
        let Lives { world, mut diary } = begun;
        let mut simulation = world.resume(&self.scenario);
        while simulation.month().months_after(start) < month {
            diary.month(&mut simulation);
        }
        let lives = Lives { world: simulation.pause(), diary };
        let until = Month::from_index((start.index() + month).saturating_sub(1));
        let answer = told_life(&lives.diary, &self.scenario.territory.communes, address, (start, until));
        self.lives = Some(lives);
        answer
    }
}

fn told_life(
    diary: &Diary,
    communes: &[hameau_model::inputs::territory::Commune],
    who: Who,
    (start, until): (Month, Month),
) -> Answer {
    let (people, witness) = (diary.people(), diary.witness());
    let Some(id) = people.number(who) else { return Ok(NOTHING.to_owned()) };
    let person = people.person(id);
    if person.seen > until.max(start) {
        return Ok(NOTHING.to_owned());
    }
    let voice = |language| Voice {
        people,
        places: [&witness.places, &witness.places],
        works: [&witness.works, &witness.works],
        communes,
        language,
    };
    let english = life(&voice(Language::English), &witness.events, id, until);
    let french = life(&voice(Language::French), &witness.events, id, until);
    let founder = |month: Month| person.seen == month && month == start;
    let moments = english.into_iter().zip(french).enumerate().map(|(at, ((month, en), (_, fr)))| Moment {
        month: if at == 0 && founder(month) { 0 } else { month.months_after(start) + 1 },
        date: month.to_string(),
        text: OwnedWords { en, fr },
    });
    told(&Life {
        who: who.label().unwrap_or_default(),
        title: OwnedWords::of(|language| title(&voice(language), person)),
        events: moments.collect(),
    })
}
