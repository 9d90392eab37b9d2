//! What a council decides and what is assumed, from the table of parameters.

use super::answer::{Answer, told};
use super::words::Words;
use hameau_model::inputs::parameters::{InstrumentKind, Kind, Row, SECTIONS, Section, Site};
use hameau_words::documents::{json_value, kind_word, role_word, status_word};
use serde::Serialize;
use serde_json::Value;

/// Steps of a slider over its range, about.
const STEPS: f64 = 100.0;
/// How much finer a step may be so that the default is one of them.
const FINER: u32 = 12;

#[derive(Serialize)]
struct Levers {
    instruments: Vec<Instrument>,
    assumptions: Vec<Assumptions>,
}

#[derive(Serialize)]
struct Instrument {
    id: &'static str,
    label: Words,
    /// Whether it acts on a shared place: `must`, `may` or `never`.
    on_place: &'static str,
    /// Whether it opens a shared place.
    opens_place: bool,
    levers: Vec<Lever>,
}

#[derive(Serialize)]
struct Assumptions {
    section: &'static str,
    label: Words,
    rows: Vec<Lever>,
}

/// One number of the table.
#[derive(Serialize)]
struct Lever {
    /// As an override names it, without the entry: `staff_fte`; in a section, `travel.speed_km_per_hour`.
    key: &'static str,
    label: Words,
    unit: Words,
    /// `real`, `integer`, `switch`, `choice` or `date`.
    kind: &'static str,
    least: Value,
    most: Value,
    default: Value,
    /// The value that removes what the number is the strength of.
    off: Option<Value>,
    /// A step of a slider, for numbers.
    step: Option<f64>,
    choices: &'static [&'static str],
    role: &'static str,
    status: &'static str,
    source: &'static str,
}

pub(super) fn levers() -> Answer {
    let instruments = InstrumentKind::ALL.into_iter().map(instrument).collect();
    let assumptions =
        SECTIONS.iter().filter(|section| section.instrument.is_none()).map(assumptions).collect();
    told(&Levers { instruments, assumptions })
}

fn instrument(kind: InstrumentKind) -> Instrument {
    let record = kind.record();
    Instrument {
        id: record.name,
        label: record.title.into(),
        on_place: match record.site {
            Site::Serves => "must",
            Site::Opens | Site::ServesOrGathers | Site::ServesOrTerritory => "may",
            Site::Territory => "never",
        },
        opens_place: kind.opens_place(),
        levers: record.levers.iter().map(|(_, row)| lever(row, row.key())).collect(),
    }
}

fn assumptions(section: &Section) -> Assumptions {
    let rows = section.rows.iter().map(|(_, row)| lever(row, row.name)).collect();
    Assumptions { section: section.name, label: section.title.into(), rows }
}

fn lever(row: &'static Row, key: &'static str) -> Lever {
    Lever {
        key,
        label: (row.en, row.fr).into(),
        unit: row.unit.words().into(),
        kind: kind_word(row.kind),
        least: json_value(row, row.low),
        most: json_value(row, row.high),
        default: json_value(row, row.default),
        off: row.off.map(|off| json_value(row, off)),
        step: step(row),
        choices: match row.kind {
            Kind::Choice(words) => words,
            Kind::Real | Kind::Integer | Kind::Switch | Kind::Date => &[],
        },
        role: role_word(row.role),
        status: status_word(row.status),
        source: row.source,
    }
}

/// The largest round step (1, 2 or 5 times a power of ten) of about a hundredth of the range at which the default is
/// reached from the lower end.
fn step(row: &Row) -> Option<f64> {
    let whole = row.kind == Kind::Integer;
    if !whole && row.kind != Kind::Real {
        return None;
    }
    let wanted = (row.high - row.low) / STEPS;
    let mut power = 1.0;
    while power > wanted {
        power /= 10.0;
    }
    while power * 10.0 <= wanted {
        power *= 10.0;
    }
    let rounds = (0..FINER).flat_map(|finer| {
        let power = (0..finer).fold(power, |power, _| power / 10.0);
        [5.0, 2.0, 1.0].map(|times| times * power)
    });
    let reached = |step: &f64| {
        let steps = (row.default - row.low) / step;
        (steps - steps.round()).abs() < 1e-6
    };
    let round = rounds.filter(|step| *step <= wanted || whole && *step >= 1.0).find(reached);
    Some(match round {
        Some(step) if whole => step.max(1.0).round(),
        Some(step) => step,
        None if whole => 1.0,
        None => wanted,
    })
}
