//! The page that a terminal shows.

use super::Told;
use super::grammar::{count, in_month, month, sentence, within, wrapped};
use super::story::{Story, title};
use super::words;
use crate::WIDTH;
use crate::number;
use hameau_analysis::why::{Chain, Milestone, Parting, Quantity, Where};
use hameau_model::inputs::parameters::Key;
use hameau_model::observe::indicators::Indicator;
use hameau_model::rules::step::Phase;
use std::fmt::Write as _;

/// What is found, in lines of a terminal. The stories are of one resident who was asked for when `one`, else of those whose
/// lives change most.
#[must_use]
pub fn page(told: &Told<'_>, chain: Option<&Chain>, stories: &[Story], one: bool) -> String {
    let mut text = heading(told);
    text.push_str(&firsts(told));
    if !told.pair.comparison.partings.is_empty() {
        text.push_str(&by_call(told));
        text.push_str(&by_year(told));
    }
    if let Some(chain) = chain {
        text.push_str(&chained(told, chain));
    }
    if !stories.is_empty() {
        let title = if one {
            ("The resident who was asked for", "La personne demandée")
        } else {
            ("The residents whose lives change most", "Les personnes dont la vie change le plus")
        };
        let _ = writeln!(text, "\n{}", told.language.of(title));
    }
    for (at, story) in stories.iter().enumerate() {
        text.push('\n');
        let place = format!("{}. ", at + 1);
        let indent = " ".repeat(place.len());
        let _ = write!(text, "{place}{}", wrapped(&story.title, &indent, WIDTH).trim_start());
        for paragraph in &story.paragraphs {
            text.push_str(&wrapped(paragraph, &indent, WIDTH));
        }
    }
    text
}

fn heading(told: &Told<'_>) -> String {
    let language = told.language;
    let [from, to] = told.pair.period.map(|of| month(of, language));
    let (seed, replicate) = (told.pair.world.seed, told.pair.world.replicate);
    let [a, b] = told.names;
    let number = u64::from(replicate) + 1;
    // The draws that are made unless others are asked for need no name.
    let draw = if seed == Key::Seed.row().default as u64 {
        String::new()
    } else {
        language.of((format!(" (seed {seed})"), format!(" (graine {seed})")))
    };
    let world = language.of((
        format!("{from} to {to}, world no. {number}{draw}"),
        format!("de {from} à {to}, monde n° {number}{draw}"),
    ));
    let (colon_a, colon_b) = language.of((("A: ", "B: "), ("A : ", "B : ")));
    format!("{colon_a}{a}\n{colon_b}{b}\n{world}\n\n")
}

/// The first differences, of the worlds and of residents.
fn firsts(told: &Told<'_>) -> String {
    let language = told.language;
    let comparison = &told.pair.comparison;
    let mut text = String::new();
    let Some(first) = comparison.first else {
        let never = ("The two worlds never diverge.", "Les deux mondes ne divergent jamais.");
        return format!("{}\n", language.of(never));
    };
    let (when, what) = (in_month(first.month, language), language.of(words::surrounding(first.what)));
    let step = words::step(first.call, language);
    text.push_str(&wrapped(
        &language.of((
            format!("The worlds first differ {when}, {step}, by {what}."),
            format!("Les mondes diffèrent d'abord {when}, {step}, par {what}."),
        )),
        "",
        WIDTH,
    ));
    let Some(parting) = comparison.partings.first() else {
        let never = ("No resident's life ever differs.", "Aucune vie ne diffère jamais.");
        let _ = writeln!(text, "{}", language.of(never));
        return text;
    };
    text.push_str(&wrapped(&first_resident(told, parting), "", WIDTH));
    let people = f64::from(told.pair.people.len() as u32);
    let parted = comparison.partings.len() as f64;
    let residents = (("resident", "personne"), ("residents", "personnes"));
    let (all, part) = (count(people, residents, language), number(parted, 0, language));
    let rest = number(people - parted, 0, language);
    text.push_str(&wrapped(
        &language.of((
            format!("Of {all} who live in one of the worlds at some time, the lives of {part} diverge, those of {rest} never do."),
            format!(
                "Sur {all} qui vivent un temps dans l'un des mondes, {part} voient leur vie diverger, {rest} jamais."
            ),
        )),
        "",
        WIDTH,
    ));
    text
}

fn first_resident(told: &Told<'_>, parting: &Parting) -> String {
    let language = told.language;
    let same = |other: &&Parting| (other.month, other.call) == (parting.month, parting.call);
    let together = told.pair.comparison.partings.iter().filter(same).count();
    let (when, step) = (in_month(parting.month, language), words::step(parting.call, language));
    let who = within(&title(&told.voice(), told.pair.people.person(parting.id)));
    let what = language.of(words::quantity(parting.quantity));
    let lives = number(together as f64, 0, language);
    sentence(&language.of(if together == 1 {
        (
            format!("a first life diverges {when}, {step}, by {what}: {who}"),
            format!("une première vie diverge {when}, {step}, par {what} : {who}"),
        )
    } else {
        (
            format!("the first {lives} lives diverge {when}, {step}; one of them, by {what}: {who}"),
            format!(
                "les {lives} premières vies divergent {when}, {step} ; l'une d'elles, par {what} : {who}"
            ),
        )
    }))
}

/// The quantity in which most of these part, and how many.
fn commonest<'a>(partings: impl Iterator<Item = &'a Parting>) -> Option<Quantity> {
    let mut counts = [0_u32; Quantity::ALL.len()];
    partings.for_each(|parting| counts[parting.quantity as usize] += 1);
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    Quantity::ALL.into_iter().find(|quantity| counts[*quantity as usize] == most)
}

fn by_call(told: &Told<'_>) -> String {
    let language = told.language;
    let comparison = &told.pair.comparison;
    let mut rows = vec![
        language
            .of((
                ["Step at which they first diverge", "residents", "most of them by"],
                ["Étape où elles divergent", "personnes", "le plus souvent par"],
            ))
            .map(str::to_owned),
    ];
    for call in std::iter::once(None).chain(Phase::ALL.map(Some)) {
        let there = comparison.at(call);
        if call.is_none() && there == 0 {
            continue;
        }
        let by = commonest(comparison.partings.iter().filter(|parting| parting.call == call));
        rows.push([
            language.of(words::call(call)).to_owned(),
            number(there as f64, 0, language),
            by.map_or("", |quantity| language.of(words::quantity(quantity))).to_owned(),
        ]);
    }
    format!("\n{}", table(&rows))
}

fn by_year(told: &Told<'_>) -> String {
    let language = told.language;
    let partings = &told.pair.comparison.partings;
    let mut rows = vec![
        language
            .of((
                ["Year in which they first diverge", "residents", "most of them at"],
                ["Année où elles divergent", "personnes", "le plus souvent à"],
            ))
            .map(str::to_owned),
    ];
    let [from, to] = told.pair.period.map(hameau_model::kernel::units::Month::year);
    for year in from..=to {
        let there = || partings.iter().filter(move |parting| parting.month.year() == year);
        let at = |call: Where| there().filter(|parting| parting.call == call).count();
        let calls = std::iter::once(None).chain(Phase::ALL.map(Some));
        let mut most = (None, 0);
        for call in calls {
            if at(call) > most.1 {
                most = (call, at(call));
            }
        }
        let by = if most.1 > 0 { language.of(words::call(most.0)) } else { "" };
        rows.push([year.to_string(), number(there().count() as f64, 0, language), by.to_owned()]);
    }
    format!("\n{}", table(&rows))
}

fn chained(told: &Told<'_>, chain: &Chain) -> String {
    let language = told.language;
    let row = chain.indicator.row();
    let (label, unit) = (language.of((row.full_en, row.full_fr)), language.of(row.unit.words()));
    let mut text = format!("\n{label} ({unit})\n");
    let least = number(row.smallest_effect, row.decimals, language);
    let mut rows = vec![["", "", "A", "B"].map(str::to_owned)];
    let interest = language.of((format!("first by {least} or more"), format!("premier d'au moins {least}")));
    let until = language.of((format!("last by {least} or more"), format!("dernier d'au moins {least}")));
    let lines = [
        (language.of(("first differs", "premier écart")).to_owned(), chain.first),
        (interest, chain.first_of_interest),
        (until, chain.last_of_interest),
        (language.of(("at the end", "à la fin")).to_owned(), Some(chain.last)),
    ];
    for (name, milestone) in lines {
        let [a, b] = milestone.map_or([None, None], |Milestone { values, .. }| values).map(|value| {
            let dash = || if milestone.is_some() { "-".to_owned() } else { String::new() };
            value.map_or_else(dash, |value| number(value, row.decimals, language))
        });
        let never = language.of(("never", "jamais")).to_owned();
        rows.push([name, milestone.map_or(never, |at| month(at.month, language)), a, b]);
    }
    text.push_str(&columns(&rows));
    let title = (
        "Events that can lead there, by the month from which the worlds count them differently",
        "Événements qui peuvent y mener, par le mois où les mondes commencent à différer",
    );
    let _ = writeln!(text);
    text.push_str(&wrapped(language.of(title), "", WIDTH));
    let mut rows = vec![["", "", "A", "B"].map(str::to_owned)];
    for link in &chain.links {
        let never = language.of(("never", "jamais")).to_owned();
        let [a, b] = link.totals.map(|total| number(total as f64, 0, language));
        let first = link.first.map_or(never, |first| month(first, language));
        rows.push([language.of(words::kind(link.kind)).to_owned(), first, a, b]);
    }
    if matches!(chain.indicator, Indicator::HelpGiven | Indicator::AdultsHelped) {
        let [a, b] = told.pair.witnesses.each_ref().map(|witness| witness.helps);
        for (words, (a, b)) in words::HELPS.into_iter().zip(a.into_iter().zip(b)) {
            let [a, b] = [a, b].map(|helps| number(helps as f64, 0, language));
            rows.push([language.of(words).to_owned(), String::new(), a, b]);
        }
    }
    text.push_str(&columns(&rows));
    text
}

/// Three columns: a name, a count, words.
fn table(rows: &[[String; 3]]) -> String {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let (name, middle) = (width(0), width(1));
    let mut text = String::new();
    for [first, second, third] in rows {
        let line = format!("{first:<name$}  {second:>middle$}  {third}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// Four columns: a name, a month, two numbers.
fn columns(rows: &[[String; 4]]) -> String {
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let [name, when, a, b] = std::array::from_fn(width);
    let mut text = String::new();
    for [first, second, third, fourth] in rows {
        let _ = writeln!(text, "  {first:<name$}  {second:<when$}  {third:>a$}  {fourth:>b$}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::Language;

    #[test]
    fn every_word_of_a_table_fits_its_line() {
        for language in [Language::English, Language::French] {
            for kind in hameau_analysis::why::Kind::ALL {
                assert!(language.of(words::kind(kind)).chars().count() <= 34, "{kind:?}");
            }
        }
    }
}
