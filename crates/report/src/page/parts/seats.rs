//! Who sits in the place, before and after: newcomers' and locals' shares of its hours, beside their shares of adults.

use super::{Block, Cell, Facts};
use crate::charts::{Bar, Bars, Words};
use crate::page::blocks::{Figure, Table};
use hameau_analysis::effects::Outcomes;
use hameau_analysis::statistics::mean;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, month_name, number};

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return Vec::new() };
    let (Some(first), Some(last)) = (compared.horizons.first(), compared.horizons.last()) else {
        return Vec::new();
    };
    let mut bars = vec![(
        language.of(("Among all adults", "Parmi tous les adultes")).to_owned(),
        share(&last.outcomes[0], Indicator::NewcomersShare),
    )];
    for at in 1..facts.scenarios.len() {
        if !facts.questions().has_place(at) {
            continue;
        }
        let mut moments: Vec<(Month, &Outcomes)> = vec![(first.month, &first.outcomes[at])];
        if last.month != first.month {
            moments.push((last.month, &last.outcomes[at]));
        }
        for (month, outcomes) in moments {
            let title = facts.title(at, language);
            let month = month_name(month, language);
            bars.push((format!("{title}, {month}"), share(outcomes, Indicator::AttendanceHours)));
        }
    }
    if bars.len() == 1 {
        return vec![Block::paragraph(
            language.of(("No policy opens a place.", "Aucune politique n'ouvre de lieu.")),
        )];
    }
    vec![
        Block::paragraph(language.of((
            "Of the hours spent in the place, the part of newcomers and that of locals, mean of the worlds in which somebody comes. A place that mirrors the territory has the first bar.",
            "Des heures passées dans le lieu, la part des néo-habitants et celle des habitants de longue date, moyenne des mondes où quelqu'un vient. Un lieu à l'image du territoire aurait la première barre.",
        ))),
        Block::Figures { figures: vec![figure(&bars, language)] },
    ]
}

fn share(outcomes: &Outcomes, indicator: Indicator) -> Option<f64> {
    mean(&outcomes.of(indicator).flatten().collect::<Vec<_>>())
}

fn figure(bars: &[(String, Option<f64>)], language: Language) -> Figure {
    let title = language.of(("Who sits in the place", "Qui fréquente le lieu"));
    let parts =
        language.of((["N: newcomers", "L: locals"], ["N : néo-habitants", "H : habitants de longue date"]));
    let heads =
        language.of((["Newcomers, %", "Locals, %"], ["Néo-habitants, %", "Habitants de longue date, %"]));
    let mut table = Table::new(title, &[language.of(("Where", "Où"))], &heads);
    let mut drawn = Vec::new();
    for (label, share) in bars {
        let percents = share.map(|share| [share * 100.0, 100.0 - share * 100.0]);
        let cell = |at: usize| Cell::number(percents.map(|of| number(of[at], 0, language)));
        table.rows.push(vec![Cell::words(label), cell(0), cell(1)]);
        let nobody = language.of(("nobody comes", "personne ne vient"));
        let label = if percents.is_some() { label.clone() } else { format!("{label} ({nobody})") };
        drawn.push(Bar { label, parts: percents.map_or_else(Vec::new, |of| of.to_vec()) });
    }
    let said: Vec<String> = table.rows.iter().map(|row| format!("{} {}", row[0].text, row[1].text)).collect();
    let description = language.of((
        format!("Newcomers' share in percent: {}.", said.join("; ")),
        format!("Part des néo-habitants en pour cent : {}.", said.join(" ; ")),
    ));
    let unit = language.of(("% of the hours", "% des heures")).to_owned();
    let chart = Bars { unit, parts: parts.map(str::to_owned).to_vec(), bars: drawn };
    let words = Words { id: "who-sits", title, description: &description, language };
    Figure { svg: chart.svg(&words), caption: format!("{title}."), table }
}
