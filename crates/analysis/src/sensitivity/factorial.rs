//! What a factorial study says: main effects, interactions, and what is necessary or sufficient for an event.

use crate::effects::Outcomes;
use crate::statistics::{Causation, Factorial, Paired2x2, causation, factorial_effects};
use hameau_model::inputs::scenario::Design;
use hameau_model::observe::indicators::{Aggregation, Indicator};
use serde::Serialize;

/// What a factorial study says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Factors {
    /// Its name.
    pub study: String,
    /// Names of the factors.
    pub factors: Vec<String>,
    /// Worlds of each setting.
    pub worlds: usize,
    /// Seed of the worlds.
    pub seed: u64,
    /// Mean of each outcome in each setting, by the factors that are on.
    pub settings: Vec<SettingMeans>,
    /// Main effects and interactions on each outcome; factors by their place in the list.
    pub effects: Vec<OutcomeEffects>,
    /// Necessity and sufficiency of each factor for each event, for each setting of the others.
    pub causes: Vec<Cause>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SettingMeans {
    /// Its name: the factors that are on.
    pub name: String,
    /// Mean of each outcome over the worlds that define it, in the order of the outcomes.
    pub means: Vec<Option<f64>>,
}

/// Effects on one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeEffects {
    /// The outcome.
    pub outcome: Indicator,
    /// Its effects.
    pub factorial: Factorial,
}

/// One factor as a cause of one event, in one setting of the other factors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cause {
    /// The factor, by its place in the list.
    pub factor: usize,
    /// The event.
    pub event: Indicator,
    /// The setting without the factor: the other factors that are on.
    pub others: String,
    /// Whether the factor changes nothing there: it has nothing to act on, and the two settings are one.
    pub idle: bool,
    /// Probabilities of necessity, of sufficiency and of both, with intervals and bounds.
    pub causation: Causation,
}

/// Reads what the settings of a design ended with: `settings[s]` are the worlds of setting `s`, `contents[s]` tells whether
/// two settings are the same scenario.
///
/// # Panics
/// When there is not one list of worlds, all of one length, for each setting.
#[must_use]
pub fn factors<C: PartialEq>(
    design: &Design,
    outcomes: &[Indicator],
    settings: &[Outcomes],
    contents: &[C],
    confidence: f64,
    seed: u64,
) -> Factors {
    assert_eq!(settings.len(), design.settings(), "a list of worlds for each setting");
    let worlds = settings[0].worlds();
    let count = design.factors.len();
    let columns = |indicator: Indicator| -> Vec<Vec<Option<f64>>> {
        settings.iter().map(|setting| setting.of(indicator).collect()).collect()
    };
    let effects = |outcome: &Indicator| {
        let columns = columns(*outcome);
        let world = |world: usize| columns.iter().map(|column| column[world]).collect();
        let responses: Vec<Vec<Option<f64>>> = (0..worlds).map(world).collect();
        let factorial = factorial_effects(&responses, count as u32, confidence);
        OutcomeEffects { outcome: *outcome, factorial }
    };
    let events = || outcomes.iter().filter(|outcome| outcome.row().aggregation == Aggregation::Event);
    let mut causes = Vec::new();
    for event in events() {
        let columns = columns(*event);
        for factor in 0..count {
            for without in (0..design.settings()).filter(|setting| !Design::is_on(*setting, factor)) {
                let with = without | 1 << factor;
                let pairs = columns[with].iter().zip(&columns[without]);
                let defined = pairs.filter_map(|(with, without)| Some(((*with)? > 0.5, (*without)? > 0.5)));
                causes.push(Cause {
                    factor,
                    event: *event,
                    others: design.setting_name(without),
                    idle: contents[with] == contents[without],
                    causation: causation(Paired2x2::count(defined), confidence),
                });
            }
        }
    }
    let mean = |setting: &Outcomes, outcome: &Indicator| {
        let defined: Vec<f64> = setting.of(*outcome).flatten().collect();
        crate::statistics::mean(&defined)
    };
    let means = |(at, setting): (usize, &Outcomes)| SettingMeans {
        name: design.setting_name(at),
        means: outcomes.iter().map(|outcome| mean(setting, outcome)).collect(),
    };
    Factors {
        study: design.name.clone(),
        factors: design.factors.iter().map(|factor| factor.name.clone()).collect(),
        worlds,
        seed,
        settings: settings.iter().enumerate().map(means).collect(),
        effects: outcomes.iter().map(effects).collect(),
        causes,
    }
}
