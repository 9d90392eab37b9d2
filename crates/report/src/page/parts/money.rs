//! Who pays, for what; and, in the annex, what a unit of each effect costs.

use super::{Block, Cell, Facts, amounts, label, needs_comparison};
use crate::charts::{Bar, Bars, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::facts::Compared;
use hameau_analysis::effects::Cost;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number, payers};

const PRICED: [Indicator; 6] = [
    Indicator::AdultsInWork,
    Indicator::MixedWork,
    Indicator::WorksOperating,
    Indicator::NewcomersIh,
    Indicator::ProductiveAnchoredJobs,
    Indicator::Inhabitants,
];

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    vec![
        Block::paragraph(language.of((
            "Public money since the first month, mean over all worlds; what users and other private payers pay is left out.",
            "Argent public depuis le premier mois, moyenne de tous les mondes ; ce que paient les usagers et d'autres payeurs privés n'y est pas.",
        ))),
        Block::Figures { figures: vec![who(facts, language)] },
    ]
}

/// Of the annex: what each entry costs, and a unit of each effect.
pub(super) fn prices(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let entries = Block::Table(instruments(facts, language));
    let Some(compared) = &facts.compared else {
        return std::iter::once(entries).chain(needs_comparison(facts, language)).collect();
    };
    vec![
        entries,
        Block::paragraph(language.of((
            "Extra public money for one unit of the effect towards its good side, with its interval; only where the effect is surely there, matters and is for the better. The same euros serve all effects at once: costs do not add up.",
            "Argent public supplémentaire pour une unité de l'effet dans le bon sens, avec son intervalle ; seulement quand l'effet est sûr, compte et va dans le bon sens. Les mêmes euros servent tous les effets à la fois : les coûts ne s'additionnent pas.",
        ))),
        Block::Table(costs(facts, compared, language)),
    ]
}

fn who(facts: &Facts<'_>, language: Language) -> Figure {
    let paid = |at: usize| facts.paid(at);
    let parts = language.of((
        ["C: commune and inter-municipal council", "O: department, region, state, Europe"],
        ["C : commune et intercommunalité", "A : département, région, État, Europe"],
    ));
    let bars: Vec<Bar> = (0..facts.scenarios.len())
        .map(|at| Bar {
            label: facts.title(at, language).to_owned(),
            parts: paid(at).map(|eur| eur / 1e3).to_vec(),
        })
        .collect();
    let title = language.of(("Who pays", "Qui paie"));
    let numbers = language.of((
        ["Council, EUR", "Other public bodies, EUR", "In all, EUR"],
        ["Conseil, €", "Autres financeurs publics, €", "En tout, €"],
    ));
    let mut table = Table::new(title, &[language.of(("Scenario", "Scénario"))], &numbers);
    for at in 0..facts.scenarios.len() {
        let [council, others] = paid(at);
        let mut row = vec![Cell::words(facts.title(at, language))];
        row.extend(
            [council, others, council + others].map(|eur| Cell::number(Some(number(eur, 0, language)))),
        );
        table.rows.push(row);
    }
    let dearest = (0..facts.scenarios.len())
        .max_by(|a, b| paid(*a).iter().sum::<f64>().total_cmp(&paid(*b).iter().sum::<f64>()));
    let description = dearest.map_or_else(String::new, |at| {
        let (title, eur) = (facts.title(at, language), number(paid(at).iter().sum(), 0, language));
        language.of((
            format!("Most is spent under {title}: {eur} EUR."),
            format!("On dépense le plus avec {title} : {eur} €."),
        ))
    });
    let unit = language.of(("thousand EUR since the start", "milliers d'euros depuis le début")).to_owned();
    let svg = Bars { unit, parts: parts.map(str::to_owned).to_vec(), bars };
    let words = Words { id: "who-pays", title, description: &description, language };
    Figure { svg: svg.svg(&words), caption: format!("{title}."), table }
}

/// What each instrument costs.
fn instruments(facts: &Facts<'_>, language: Language) -> Table {
    let words = language.of((
        ["Scenario", "Entry", "Instrument", "Who pays"],
        ["Scénario", "Entrée", "Instrument", "Qui paie"],
    ));
    let numbers = [language.of(("EUR since the start", "€ depuis le début"))];
    let caption =
        language.of(("What each entry of a programme costs", "Ce que coûte chaque entrée d'un programme"));
    let mut table = Table::new(caption, &words, &numbers);
    for (at, told) in facts.scenarios.iter().enumerate() {
        for entry in &told.scenario.programme {
            table.rows.push(vec![
                Cell::words(facts.title(at, language)),
                Cell::code(&entry.name),
                Cell::words(language.of(entry.kind.record().title)),
                Cell::words(payers(&entry.funding, language)),
                Cell::number(facts.spent(at, &entry.name).map(|eur| number(eur, 0, language))),
            ]);
        }
    }
    table
}

fn costs(facts: &Facts<'_>, compared: &Compared, language: Language) -> Table {
    let heads: Vec<String> = PRICED
        .iter()
        .map(|indicator| {
            let (_, unit) = amounts::priced(*indicator, language);
            let label = label(*indicator, language);
            language.of((format!("{label}, EUR for {unit}"), format!("{label}, € pour {unit}")))
        })
        .collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut table = Table::new(
        language.of(("Cost of each effect", "Coût de chaque effet")),
        &[&[language.of(("Policy", "Politique"))], &heads[..]].concat(),
        &[],
    );
    for (at, policy) in compared.comparison.policies.iter().enumerate() {
        let mut row = vec![Cell::words(facts.title(at + 1, language))];
        for indicator in PRICED {
            row.push(match policy.on(indicator).cost {
                Cost::Known { eur_per_unit, interval, .. } => {
                    let (amount, _) = amounts::priced(indicator, language);
                    let [each, low, high] = [eur_per_unit, interval.low, interval.high]
                        .map(|eur| number(eur * amount, 0, language));
                    let ends = language.of((format!("{low} to {high}"), format!("de {low} à {high}")));
                    Cell { more: Some(ends), ..Cell::words(each) }
                }
                Cost::Unknown { reason } => {
                    Cell { class: Some("undecided"), ..Cell::words(language.of(reason.words())) }
                }
            });
        }
        table.rows.push(row);
    }
    table
}
