//! Assumptions at the ends of their ranges, mechanisms taken out, the second rule of cooperation.

use super::{Block, Cell, Facts, amounts, command, label, needs_comparison, shortest};
use crate::charts::{Swing, Tornado, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::sentences::count;
use hameau_analysis::sensitivity::{Ledger, Measured};
use hameau_model::inputs::parameters::Key;
use hameau_model::observe::indicators::Indicator;
use hameau_words::Language;

/// Bars of a tornado at most.
const SWINGS: usize = 12;

/// What is said where no ledger was made.
const NO_LEDGER: (&str, &str) = (
    "This folder holds no ledger of assumptions (`ledger.json`): which conclusions fall when a mechanism is taken out, or an assumption moved to an end of its range, has not been looked into. A conclusion that has not been tried so may be one about an assumption. `hameau explore --ledger BASE POLICY... --into FOLDER` does it.",
    "Ce dossier ne contient pas de registre des hypothèses (`ledger.json`) : on n'a pas regardé quelles conclusions tombent quand un mécanisme est retiré, ou une hypothèse portée au bout de sa fourchette. Une conclusion qui n'a pas subi cette épreuve peut n'être qu'une conclusion sur une hypothèse. `hameau explore --ledger BASE POLITIQUE... --into DOSSIER` le fait.",
);

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = match (&facts.compared, &facts.ledger) {
        (None, _) => needs_comparison(facts, language),
        (Some(_), Some(ledger)) => told(facts, ledger, language),
        (Some(_), None) => vec![Block::paragraph(language.of(NO_LEDGER))],
    };
    if facts.compared.is_some() {
        blocks.extend(second_rule(facts, language));
    }
    blocks
}

/// The rule under which this was simulated, and how to try the other.
fn second_rule(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let rule = Key::Rule.row();
    let imitation = facts.scenarios.iter().any(|told| told.scenario.values[Key::Rule] != 0.0);
    let (used, other) = if imitation { ("imitation", "belief") } else { ("belief", "imitation") };
    let text = language.of((
        format!("Two rules of cooperation: all this was simulated under `{used}`. A headline on cooperation holds if it holds under the other rule too:"),
        format!("Deux règles de coopération : tout ceci est simulé sous la règle `{used}`. Un résultat sur la coopération tient s'il tient aussi sous l'autre :"),
    ));
    let lines = format!("{} --set {}='\"{other}\"' --out results/{other}", command(facts), rule.name);
    vec![
        Block::heading(language.of(("The second rule of cooperation", "La seconde règle de coopération"))),
        Block::paragraph(language.of((rule.en, rule.fr))),
        Block::paragraph(text),
        Block::Command { text: lines },
    ]
}

fn told(facts: &Facts<'_>, ledger: &Ledger, language: Language) -> Vec<Block> {
    let worlds = count(ledger.worlds as usize, language);
    let intro = language.of((
        format!("Measured anew in {worlds} paired worlds: each assumption at the two ends of its range, with the interval of the effect there. The other outcomes, and what falls when each mechanism is taken out, stand in the annex."),
        format!("Mesuré à nouveau dans {worlds} mondes appariés : chaque hypothèse aux deux bouts de sa fourchette, avec l'intervalle de l'effet. Les autres résultats, et ce qui tombe quand on retire chaque mécanisme, sont dans l'annexe."),
    ));
    let figures = figures(facts, ledger, true, language);
    let mut blocks = vec![Block::paragraph(intro)];
    if !figures.is_empty() {
        blocks.push(Block::Figures { figures });
    }
    blocks
}

/// The conclusions that the report draws; the annex draws the others.
const DRAWN: [&str; 3] = ["adults_in_work_share", "newcomers_ih_index", "productive_anchored_jobs"];

/// Of a ledger that has none of these, all are drawn in the report.
fn figures(facts: &Facts<'_>, ledger: &Ledger, in_report: bool, language: Language) -> Vec<Figure> {
    let main = |of: &Measured| DRAWN.contains(&&of.indicator[..]);
    let any = ledger.conclusions.iter().any(main);
    let wanted = |of: &&Measured| if any { main(of) == in_report } else { in_report };
    let conclusions = ledger.conclusions.iter().filter(wanted);
    conclusions.filter_map(|conclusion| tornado(facts, ledger, conclusion, language)).collect()
}

/// Of the annex: each mechanism taken out.
pub(super) fn ledger(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    match &facts.ledger {
        Some(ledger) => {
            let figures = figures(facts, ledger, false, language);
            let figures = (!figures.is_empty()).then_some(Block::Figures { figures });
            figures.into_iter().chain([Block::Table(mechanisms(facts, ledger, language))]).collect()
        }
        None => vec![Block::paragraph(language.of(NO_LEDGER))],
    }
}

fn policy<'f>(facts: &'f Facts<'_>, name: &'f str, language: Language) -> &'f str {
    let at = facts.scenarios.iter().position(|told| told.scenario.name == name);
    at.map_or(name, |at| facts.title(at, language))
}

fn meaning(key: &str, language: Language) -> String {
    Key::named(key)
        .map_or(key, |key| language.of((key.row().en, key.row().fr)))
        .trim_end_matches('.')
        .to_owned()
}

fn tornado(facts: &Facts<'_>, ledger: &Ledger, conclusion: &Measured, language: Language) -> Option<Figure> {
    let indicator = Indicator::from_id(&conclusion.indicator)?;
    let scale = amounts::scale(indicator);
    let of_this = |measured: &Measured| {
        measured.policy == conclusion.policy && measured.indicator == conclusion.indicator
    };
    let bars = || ledger.tornado.iter().filter(|bar| of_this(&bar.at_low)).take(SWINGS);
    let swings: Vec<Swing> = bars()
        .map(|bar| Swing {
            label: meaning(&bar.key, language),
            at_low: bar.at_low.difference.map(|effect| effect * scale),
            at_high: bar.at_high.difference.map(|effect| effect * scale),
            intervals: [&bar.at_low, &bar.at_high]
                .map(|of| of.interval.map(|ends| [ends.low * scale, ends.high * scale])),
        })
        .collect();
    let centre = conclusion.difference? * scale;
    if swings.is_empty() {
        return None;
    }
    let (words, numbers) = language.of((
        (
            ["Assumption", "Key"],
            ["Lower end", "Upper end", "Effect at the lower end", "Effect at the upper end"],
        ),
        (["Hypothèse", "Clé"], ["Bout bas", "Bout haut", "Effet au bout bas", "Effet au bout haut"]),
    ));
    let (policy, label) = (policy(facts, &conclusion.policy, language), label(indicator, language));
    let title = format!("{label}, {policy}");
    let mut table = Table::new(&title, &words, &numbers);
    for bar in bars() {
        let effect = |of: &Measured| {
            Cell::number(of.difference.map(|effect| amounts::signed(indicator, effect, language)))
        };
        table.rows.push(vec![
            Cell::words(meaning(&bar.key, language)),
            Cell::code(&bar.key),
            Cell::number(Some(shortest(bar.range[0], language))),
            Cell::number(Some(shortest(bar.range[1], language))),
            effect(&bar.at_low),
            effect(&bar.at_high),
        ]);
    }
    let unit = amounts::unit_of_changes(indicator, language);
    let most = &swings[0].label;
    let description = language.of((
        format!("The effect moves most with: {most}."),
        format!("Ce qui fait le plus bouger l'effet : {most}."),
    ));
    let key = language.of((
        "hollow, upper whisker: lower end; full, lower whisker: upper end; dashed: as it stands",
        "vide, trait du haut : bout bas ; plein, trait du bas : bout haut ; tireté : tel quel",
    ));
    let tornado = Tornado {
        unit: if unit.is_empty() { label.to_owned() } else { unit },
        centre,
        key: key.to_owned(),
        swings,
    };
    let id = format!("tornado-{}-{}", conclusion.policy, conclusion.indicator.replace('_', "-"));
    let words = Words { id: &id, title: &title, description: &description, language };
    Some(Figure { svg: tornado.svg(&words), caption: format!("{title}."), table })
}

fn mechanisms(facts: &Facts<'_>, ledger: &Ledger, language: Language) -> Table {
    let (words, numbers) = language.of((
        (["Mechanism taken out", "Set to", "Conclusions that fall"], ["Conclusions that stand"]),
        (["Mécanisme retiré", "Valeur fixée", "Conclusions qui tombent"], ["Conclusions qui tiennent"]),
    ));
    let caption = language.of(("Ledger of assumptions", "Registre des hypothèses"));
    let mut table = Table::new(caption, &words, &numbers);
    for row in &ledger.mechanisms {
        let fallen = ledger.conclusions.iter().zip(&row.survives).filter(|(_, survives)| !**survives);
        let fallen: Vec<String> = fallen
            .map(|(conclusion, _)| {
                let of = Indicator::from_id(&conclusion.indicator);
                let label = of.map_or(&conclusion.indicator[..], |indicator| label(indicator, language));
                format!("{label} ({})", policy(facts, &conclusion.policy, language))
            })
            .collect();
        let standing = row.survives.iter().filter(|survives| **survives).count();
        let fallen = if fallen.is_empty() {
            language.of(("none", "aucune")).to_owned()
        } else {
            fallen.join(language.of(("; ", " ; ")))
        };
        let told = language.of((
            format!("{} of {}", count(standing, language), count(row.survives.len(), language)),
            format!("{} sur {}", count(standing, language), count(row.survives.len(), language)),
        ));
        let value = shortest(row.assumed.value, language);
        table.rows.push(vec![
            Cell { more: Some(row.assumed.key.clone()), ..Cell::words(meaning(&row.assumed.key, language)) },
            Cell::words(value),
            Cell::words(fallen),
            Cell::number(Some(told)),
        ]);
    }
    table
}
