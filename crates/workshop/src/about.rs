//! What the program is, which scenarios come with it, and what can be observed.

use super::answer::{Answer, told};
use super::words::{OwnedWords, Words};
use hameau_model::inputs::library;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, title};
use hameau_model::observe::indicators::{Better, Indicator, Measure, Theme};
use hameau_words::documents::quoted;
use serde::Serialize;

/// Indicators that each chart can show; the first is shown until another is chosen.
const COOPERATION: [Indicator; 5] = [
    Indicator::AdultsInWork,
    Indicator::WorksOperating,
    Indicator::CollaborationsActive,
    Indicator::HelpGiven,
    Indicator::MixedWork,
];
/// Closure has three layers: who comes, whom they meet there, whom people are tied to in the territory.
const CLOSURE: [Indicator; 3] =
    [Indicator::AttendanceGap, Indicator::AttendeesNewcomersIh, Indicator::NewcomersIh];
/// What is productive has three definitions.
const PRODUCTIVE: [Indicator; 3] =
    [Indicator::ProductiveAnchoredJobs, Indicator::ProductiveOriginJobs, Indicator::ProductiveSectorJobs];

#[derive(Serialize)]
struct About {
    version: &'static str,
    model_version: u32,
    months_default: u32,
    scenarios: Vec<Shipped>,
    themes: Vec<ThemeTitle>,
    indicators: Vec<Observed>,
    charts: Charts,
}

#[derive(Serialize)]
struct Shipped {
    name: String,
    title: OwnedWords,
    /// A scenario that departs from it and changes nothing.
    toml: String,
}

#[derive(Serialize)]
struct ThemeTitle {
    id: &'static str,
    title: Words,
}

#[derive(Serialize)]
struct Observed {
    id: &'static str,
    theme: &'static str,
    label: Words,
    meaning: Words,
    unit: Words,
    /// The unit after a single one.
    unit_one: Words,
    /// `more`, `less`, or nothing.
    better: Option<&'static str>,
    decimals: u8,
    /// A part of a whole, which reads well in percent.
    share: bool,
    /// Is so (1) or not (0).
    event: bool,
    smallest_effect: f64,
    headline: bool,
}

#[derive(Serialize)]
struct Charts {
    cooperation: [Indicator; 5],
    closure: [Indicator; 3],
    productive: [Indicator; 3],
}

pub(super) fn about() -> Answer {
    told(&About {
        version: env!("CARGO_PKG_VERSION"),
        model_version: hameau_model::MODEL_VERSION,
        months_default: Key::Months.row().default as u32,
        scenarios: library::names().map(shipped).collect(),
        themes: Theme::ALL.map(|theme| ThemeTitle { id: theme.id(), title: theme.title().into() }).into(),
        indicators: Indicator::all().map(observed).collect(),
        charts: Charts { cooperation: COOPERATION, closure: CLOSURE, productive: PRODUCTIVE },
    })
}

fn shipped(name: &str) -> Shipped {
    let file = format!("{}{name}", library::PREFIX);
    let title = title(&file, &Memory::default());
    let title = title.map_or_else(
        || OwnedWords { en: name.to_owned(), fr: name.to_owned() },
        |title| OwnedWords { en: title.en, fr: title.fr },
    );
    let toml = format!(
        "base = \"{file}\"\nname = \"{name}\"\ntitle = {{ en = {}, fr = {} }}\n",
        quoted(&title.en),
        quoted(&title.fr)
    );
    Shipped { name: file, title, toml }
}

fn observed(indicator: Indicator) -> Observed {
    let row = indicator.row();
    Observed {
        id: row.id,
        theme: row.theme.id(),
        label: (row.full_en, row.full_fr).into(),
        meaning: (row.meaning_en, row.meaning_fr).into(),
        unit: row.unit.words().into(),
        unit_one: row.unit.words_of_one().into(),
        better: match row.better {
            Better::Higher => Some("more"),
            Better::Lower => Some("less"),
            Better::Neither => None,
        },
        decimals: row.decimals,
        share: matches!(row.unit, Measure::Share | Measure::ShareGap),
        event: row.unit == Measure::Event,
        smallest_effect: row.smallest_effect,
        headline: row.headline,
    }
}
