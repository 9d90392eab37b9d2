//! The course of the main indicators, events dated.

use super::{Block, Cell, Facts, amounts, label};
use crate::charts::{Course, Fan, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::facts::Told;
use hameau_analysis::trajectory::Trajectory;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Indicator, Measure};
use hameau_words::{Language, month_name, number};
use std::collections::BTreeMap;

const DRAWN: [Indicator; 3] =
    [Indicator::AdultsInWork, Indicator::NewcomersIh, Indicator::ProductiveAnchored];
/// Points of a band that a narrow chart shows.
const POINTS: usize = 31;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::paragraph(language.of((
        "The line is the median over all worlds; nine worlds in ten lie within the band; thin lines are a few single worlds. One possible world is not a forecast, and two bands that overlap do not say that a policy does nothing: the differences world by world do.",
        "Le trait est la médiane de tous les mondes ; neuf mondes sur dix sont dans la bande ; les traits fins sont quelques mondes pris seuls. Un monde possible n'est pas une prévision, et deux bandes qui se recouvrent ne disent pas qu'une politique ne fait rien : les écarts monde par monde le disent.",
    )))];
    for indicator in DRAWN {
        let first = usize::from(facts.compared.is_some());
        let drawn: Vec<(usize, Vec<Course>)> = (first..facts.scenarios.len())
            .filter_map(|at| Some((at, courses(facts, indicator, at, language)?)))
            .collect();
        let values = drawn.iter().flat_map(|(_, courses)| courses.iter().flat_map(Course::values));
        let range = values
            .fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], value| [low.min(value), high.max(value)]);
        let figures: Vec<Figure> = drawn
            .into_iter()
            .map(|(at, courses)| figure(facts, indicator, (at, courses, range), language))
            .collect();
        if !figures.is_empty() {
            let row = indicator.row();
            blocks.push(Block::heading(label(indicator, language)));
            blocks.push(Block::paragraph(language.of((row.meaning_en, row.meaning_fr))));
            blocks.push(Block::Figures { figures });
        }
    }
    if blocks.len() == 1 {
        blocks.push(Block::paragraph(language.of((
            "This folder keeps no months (`--series none`).",
            "Ce dossier ne garde aucun mois (`--series none`).",
        ))));
    }
    blocks
}

/// A few scenarios on one chart.
pub(super) fn together(
    facts: &Facts<'_>,
    scenarios: &[usize],
    indicator: Indicator,
    language: Language,
) -> Option<Block> {
    let (scale, unit) = drawn_in(indicator, language);
    let of = |at: &usize| course(&facts.scenarios[*at], indicator, scale, facts.title(*at, language));
    let mut courses: Vec<Course> = scenarios.iter().map(of).collect::<Option<_>>()?;
    // Bands of several curves hide each other: single worlds stay with the charts of each policy.
    for course in &mut courses {
        course.worlds.clear();
    }
    let label = label(indicator, language);
    let table = table(&courses, indicator, scale, label, language);
    let description = last(&courses, indicator, scale, language);
    let without_zero =
        language.of(("The axis does not begin at 0.", "L'axe ne commence pas à 0.")).to_owned();
    let fan = Fan { unit, courses, events: Vec::new(), range: None, without_zero };
    let words = Words { id: "together", title: label, description: &description, language };
    let svg = fan.svg(&words);
    let caption = language.of((
        format!("{label}: the line is the median of all worlds, nine worlds in ten lie within the band."),
        format!(
            "{label} : le trait est la médiane de tous les mondes, neuf mondes sur dix sont dans la bande."
        ),
    ));
    Some(Block::Figures { figures: vec![Figure { svg, caption, table }] })
}

/// The courses of one scenario, beside the base where there is one.
fn courses(facts: &Facts<'_>, indicator: Indicator, at: usize, language: Language) -> Option<Vec<Course>> {
    let (scale, _) = drawn_in(indicator, language);
    let mut courses = Vec::new();
    if facts.compared.is_some() {
        courses.push(course(&facts.scenarios[0], indicator, scale, facts.title(0, language))?);
    }
    courses.push(course(&facts.scenarios[at], indicator, scale, facts.title(at, language))?);
    Some(courses)
}

/// One scenario; the axis has these ends on all charts of the indicator.
fn figure(
    facts: &Facts<'_>,
    indicator: Indicator,
    (at, courses, range): (usize, Vec<Course>, [f64; 2]),
    language: Language,
) -> Figure {
    let (scale, unit) = drawn_in(indicator, language);
    let scenario = facts.scenarios[at].scenario;
    let dated = events(facts, at, language);
    let events =
        dated.iter().enumerate().map(|(sign, (month, _))| (*month, (sign + 1).to_string())).collect();
    let title = facts.title(at, language);
    let id = format!("fan-{}-{}", indicator.row().id.replace('_', "-"), scenario.name);
    let table = table(&courses, indicator, scale, title, language);
    let label = label(indicator, language);
    let description = last(&courses, indicator, scale, language);
    let fan = Fan {
        unit,
        courses,
        events,
        range: Some(range),
        without_zero: language.of(("The axis does not begin at 0.", "L'axe ne commence pas à 0.")).to_owned(),
    };
    let name = format!("{label}, {title}");
    let svg = fan.svg(&Words { id: &id, title: &name, description: &description, language });
    let told: Vec<String> = dated
        .iter()
        .enumerate()
        .map(|(sign, (month, words))| {
            let (sign, month) = (sign + 1, month_name(*month, language));
            language.of((format!("{sign}: {month}, {words}"), format!("{sign} : {month}, {words}")))
        })
        .collect();
    let mut caption = format!("{title}.");
    if !told.is_empty() {
        caption.push(' ');
        caption.push_str(&told.join(language.of(("; ", " ; "))));
        caption.push('.');
    }
    Figure { svg, caption, table }
}

/// What values are multiplied by so that the numbers of an axis are short, and their unit.
fn drawn_in(indicator: Indicator, language: Language) -> (f64, String) {
    let unit = amounts::unit_of_values(indicator, language);
    match indicator.row().unit {
        Measure::Eur | Measure::EurPerYear => {
            let millions = language.of((format!("million {unit}"), format!("millions de {unit}")));
            (1e-6, millions.replace("millions de €", "M€"))
        }
        _ => (amounts::scale(indicator), unit),
    }
}

fn course(told: &Told<'_>, indicator: Indicator, scale: f64, label: &str) -> Option<Course> {
    let Trajectory { points, .. } = told.courses.iter().find(|course| course.indicator == indicator)?;
    let every = points.len().div_ceil(POINTS).max(1);
    let kept = |at: &usize| at.is_multiple_of(every) || at + 1 == points.len();
    let band = |at: usize| {
        let point = &points[at];
        let band = point.q05.zip(point.q50).zip(point.q95);
        (point.month, band.map(|((low, median), high)| [low, median, high].map(|value| value * scale)))
    };
    let world = |single: &hameau_study::engine::Single| {
        single.of(indicator).map(|(month, value)| (month, value * scale)).collect()
    };
    Some(Course {
        label: label.to_owned(),
        points: (0..points.len()).filter(kept).map(band).collect(),
        worlds: told.singles.iter().map(world).collect(),
    })
}

/// When an instrument of a scenario begins, ends or is taken over by another of its kind, by month.
fn events(facts: &Facts<'_>, at: usize, language: Language) -> Vec<(Month, String)> {
    let scenario = facts.scenarios[at].scenario;
    let mut changes: BTreeMap<(Month, &str), (bool, bool)> = BTreeMap::new();
    for entry in &scenario.programme {
        let kind = language.of(entry.kind.record().title);
        changes.entry((entry.from.max(scenario.start()), kind)).or_default().0 = true;
        // What ends this month is over in the next.
        if let Some(until) = entry.until.filter(|until| *until < scenario.last()) {
            changes.entry((until.plus(1), kind)).or_default().1 = true;
        }
    }
    let mut events: Vec<(Month, String)> = Vec::new();
    for ((month, kind), change) in changes {
        let word = match change {
            (true, true) => ("goes on otherwise", "se poursuit autrement"),
            (true, false) => ("begins", "début"),
            (false, _) => ("over", "fin"),
        };
        let told = format!("{kind} ({})", language.of(word));
        match events.last_mut() {
            Some((last, words)) if *last == month => {
                words.push_str(", ");
                words.push_str(&told);
            }
            _ => events.push((month, told)),
        }
    }
    events
}

/// What the last month says.
fn last(courses: &[Course], indicator: Indicator, scale: f64, language: Language) -> String {
    let of = |course: &Course| {
        let (month, band) = course.points.last()?;
        let [low, median, high] = (*band)?.map(|value| amounts::plain(indicator, value / scale, language));
        let (label, month) = (&course.label, month_name(*month, language));
        Some(language.of((
            format!("{label}: median {median} in {month}, nine worlds in ten from {low} to {high}."),
            format!("{label} : médiane {median} en {month}, neuf mondes sur dix de {low} à {high}."),
        )))
    };
    courses.iter().filter_map(of).collect::<Vec<_>>().join(" ")
}

/// Yearly numbers.
fn table(courses: &[Course], indicator: Indicator, scale: f64, title: &str, language: Language) -> Table {
    let unit = amounts::unit_of_values(indicator, language);
    let label = label(indicator, language);
    let mut numbers = Vec::new();
    for course in courses {
        for head in language.of((["low", "median", "high"], ["bas", "médiane", "haut"])) {
            numbers.push(format!("{}, {head}", course.label));
        }
    }
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let mut table =
        Table::new(&format!("{label} ({unit}), {title}"), &[language.of(("Month", "Mois"))], &numbers);
    let months: Vec<Month> = courses[0].points.iter().map(|(month, _)| *month).collect();
    let mut years: Vec<u32> = Vec::new();
    for (at, month) in months.iter().enumerate().rev() {
        if years.contains(&month.year()) {
            continue;
        }
        years.push(month.year());
        let mut row = vec![Cell::words(month.to_string())];
        for course in courses {
            let band = course.points.get(at).and_then(|(_, band)| *band);
            for end in 0..3 {
                let shown = band.map(|band| {
                    number(
                        band[end] / scale * amounts::scale(indicator),
                        amounts::decimals(indicator),
                        language,
                    )
                });
                row.push(Cell::number(shown));
            }
        }
        table.rows.insert(0, row);
    }
    table
}
