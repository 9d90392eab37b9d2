//! Of the annex: in how many worlds each policy is needed for a mixed work, and in how many it is enough.

use super::{Block, Cell, Facts, amounts, label, needs_comparison};
use crate::charts::{Strip, Strips, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::facts::Compared;
use crate::page::sentences::{self, Probability, count};
use hameau_analysis::statistics::Bounded;
use hameau_model::observe::indicators::Indicator;
use hameau_words::Language;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return needs_comparison(facts, language) };
    let event = label(Indicator::MixedWork, language);
    let explained = language.of((
        format!("The event is “{event}” in the last month. Each policy is held against the scenario to which it adds least. Necessity: of the worlds where the event holds with the policy, those where it does not without. Sufficiency: of the worlds where it does not hold without, those where it does with. The bounds hold however the chance of the two is linked; they are wide where few worlds tell."),
        format!("L'événement est « {event} » au dernier mois. Chaque politique est comparée au scénario auquel elle ajoute le moins. Nécessité : parmi les mondes où l'événement se vérifie avec la politique, ceux où il ne se vérifie pas sans elle. Suffisance : parmi les mondes où il ne se vérifie pas sans elle, ceux où il se vérifie avec elle. Les bornes valent quel que soit le lien entre les deux hasards ; elles sont larges quand peu de mondes renseignent."),
    ));
    let figures = vec![
        figure(facts, compared, Probability::Necessity, language),
        figure(facts, compared, Probability::Sufficiency, language),
    ];
    vec![
        Block::paragraph(explained),
        Block::Figures { figures },
        Block::Table(counts(facts, compared, language)),
    ]
}

fn of(compared: &Compared, at: usize, which: Probability) -> &Bounded {
    let causation = &compared.contrasts[at].causation;
    match which {
        Probability::Necessity => &causation.necessity,
        Probability::Sufficiency => &causation.sufficiency,
    }
}

fn figure(facts: &Facts<'_>, compared: &Compared, which: Probability, language: Language) -> Figure {
    let (id, name) = match which {
        Probability::Necessity => ("necessity", language.of(("Necessity", "Nécessité"))),
        Probability::Sufficiency => ("sufficiency", language.of(("Sufficiency", "Suffisance"))),
    };
    let confidence = compared.comparison.question.confidence;
    let event = label(Indicator::MixedWork, language);
    let (words, numbers) = language.of((
        (["Policy", "Held against"], ["Worlds that tell", "Share", "Interval", "Bounds, whatever the link"]),
        (
            ["Politique", "Comparée à"],
            ["Mondes qui renseignent", "Part", "Intervalle", "Bornes, quel que soit le lien"],
        ),
    ));
    let mut table = Table::new(name, &words, &numbers);
    let mut rows = Vec::new();
    let mut sentences = Vec::new();
    for (at, contrast) in compared.contrasts.iter().enumerate() {
        let found = of(compared, at, which);
        let pair = (facts.title(contrast.policy, language), facts.title(contrast.reference, language));
        let ends = |interval: Option<hameau_analysis::statistics::Interval>| {
            interval.map(|ends| amounts::percents(ends, language))
        };
        let share = found.share.map(|share| amounts::percent(share, language));
        let worlds = count(found.worlds as usize, language);
        table.rows.push(vec![
            Cell::words(pair.0),
            Cell::words(pair.1),
            Cell::number(Some(worlds.clone())),
            Cell::number(share.clone()),
            Cell::number(ends(found.interval)),
            Cell::number(ends(found.sure_bounds)),
        ]);
        let note = match (&share, ends(found.interval)) {
            (Some(share), Some(ends)) => language.of((
                format!("{share} of {worlds} worlds ({ends})"),
                format!("{share} de {worlds} mondes ({ends})"),
            )),
            _ => language
                .of(("undefined: no world tells", "non définie : aucun monde ne renseigne"))
                .to_owned(),
        };
        rows.push(Strip {
            label: pair.0.to_owned(),
            note,
            dots: Vec::new(),
            mean: found.share.map(|share| share * 100.0),
            interval: found.interval.map(|ends| [ends.low * 100.0, ends.high * 100.0]),
        });
        sentences.push(sentences::causal(which, pair, event, found, confidence, language));
    }
    let unit = language.of(("% of the worlds that tell", "% des mondes qui renseignent")).to_owned();
    let strips = Strips { unit, rows, zone: None, range: Some([0.0, 100.0]) };
    let description = sentences.join(" ");
    let words = Words { id, title: name, description: &description, language };
    Figure { svg: strips.svg(&words), caption: format!("{name}."), table }
}

/// The worlds that everything above is counted from.
fn counts(facts: &Facts<'_>, compared: &Compared, language: Language) -> Table {
    let (words, numbers) = language.of((
        (["Policy", "Held against"], ["With both", "Only with the policy", "Only without", "With neither"]),
        (
            ["Politique", "Comparée à"],
            ["Avec les deux", "Seulement avec la politique", "Seulement sans elle", "Avec aucun des deux"],
        ),
    ));
    let caption = language.of(("Worlds in which the event holds", "Mondes où l'événement se vérifie"));
    let mut table = Table::new(caption, &words, &numbers);
    for contrast in &compared.contrasts {
        let counts = contrast.causation.counts;
        let mut row = vec![
            Cell::words(facts.title(contrast.policy, language)),
            Cell::words(facts.title(contrast.reference, language)),
        ];
        let cells = [counts.both, counts.only_with, counts.only_without, counts.neither];
        row.extend(cells.map(|worlds| Cell::number(Some(count(worlds as usize, language)))));
        table.rows.push(row);
    }
    table
}
