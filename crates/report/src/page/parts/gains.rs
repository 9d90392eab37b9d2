//! Of the annex: by origin, by cohort of newcomers, by commune.

use super::{Block, Cell, Facts, amounts, cell_ends, label, needs_comparison};
use crate::charts::{Circle, CircleMap, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::facts::Compared;
use crate::page::groups::TOLD;
use crate::page::sentences::count;
use hameau_model::observe::indicators::{Group, Indicator};
use hameau_words::Language;
use std::collections::{BTreeMap, BTreeSet};

/// What the map shows: who gives time.
const MAPPED: Indicator = Indicator::RungContributors;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return needs_comparison(facts, language) };
    let base = facts.title(0, language);
    let mut blocks = vec![
        Block::paragraph(language.of((
            format!("Mean paired differences with “{base}” in the last year, each with its interval; an interval that holds 0 leaves the sign undecided. Groups are small, and there are many of them: a single one that stands out may do so by luck."),
            format!("Écarts appariés moyens avec « {base} » la dernière année, chacun avec son intervalle ; un intervalle qui contient 0 laisse le signe indécis. Les groupes sont petits et nombreux : un seul qui se détache peut le devoir au hasard."),
        ))),
        Block::heading(language.of(("By origin", "Selon l'origine"))),
        Block::Table(by_group(facts, compared, Group::Origin, language)),
        Block::heading(language.of(("By year of arrival", "Selon l'année d'arrivée"))),
        Block::paragraph(language.of((
            "Newcomers by the year in which they came, those who are still there. A cohort is not the same people under two policies when one of them brings more people.",
            "Les nouveaux arrivants selon leur année d'arrivée, ceux qui sont encore là. Une cohorte n'est pas faite des mêmes personnes sous deux politiques quand l'une d'elles en fait venir davantage.",
        ))),
        Block::Table(by_cohort(facts, compared, language)),
        Block::heading(language.of(("By commune", "Selon la commune"))),
        Block::paragraph(language.of((MAPPED.row().meaning_en, MAPPED.row().meaning_fr))),
    ];
    let largest = largest(facts, compared);
    let maps = (1..facts.scenarios.len()).map(|policy| map(facts, compared, (policy, largest), language));
    let figures = maps.collect();
    blocks.push(Block::Figures { figures });
    blocks
}

fn group_name(name: &str, language: Language) -> String {
    match name {
        "local" => language.of(("historical locals", "habitants historiques")).to_owned(),
        "newcomer" => language.of(("newcomers", "nouveaux arrivants")).to_owned(),
        "before" => language.of(("there at the start", "présents au départ")).to_owned(),
        other => other.to_owned(),
    }
}

fn by_group(facts: &Facts<'_>, compared: &Compared, by: Group, language: Language) -> Table {
    let (words, numbers) = language.of((
        (["Policy", "Indicator", "Group"], ["Base", "Mean difference", "Low", "High", "Worlds"]),
        (["Politique", "Indicateur", "Groupe"], ["Base", "Écart moyen", "Bas", "Haut", "Mondes"]),
    ));
    let caption =
        language.of(("Historical locals and newcomers", "Habitants historiques et nouveaux arrivants"));
    let mut table = Table::new(caption, &words, &numbers);
    let confidence = compared.comparison.question.confidence;
    for policy in 1..facts.scenarios.len() {
        for indicator in TOLD {
            for group in facts.groups.names(by, policy) {
                let Some(change) = facts.groups.change((0, policy), (by, &[group]), indicator, confidence)
                else {
                    continue;
                };
                let unit = amounts::unit_of_changes(indicator, language);
                let [low, high] = cell_ends(indicator, change.interval, language);
                table.rows.push(vec![
                    Cell::words(facts.title(policy, language)),
                    Cell::words(format!("{}, {unit}", label(indicator, language))),
                    Cell::words(group_name(group, language)),
                    Cell::number(Some(amounts::plain(indicator, change.base, language))),
                    Cell::number(Some(amounts::signed(indicator, change.difference, language))),
                    low,
                    high,
                    Cell::number(Some(count(change.worlds, language))),
                ]);
            }
        }
    }
    table
}

/// Years of arrival that are told together.
const YEARS: u32 = 5;

/// One row for each policy, one column for each few years of arrival: contributors.
fn by_cohort(facts: &Facts<'_>, compared: &Compared, language: Language) -> Table {
    let confidence = compared.comparison.question.confidence;
    let mut cohorts: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for name in (0..facts.scenarios.len()).flat_map(|at| facts.groups.names(Group::Cohort, at)) {
        let year = name.parse::<u32>().map_or(0, |year| year - year % YEARS);
        cohorts.entry(year).or_default().insert(name);
    }
    let head = |names: &BTreeSet<&str>| match (names.first(), names.last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (first, _) => group_name(first.copied().unwrap_or_default(), language),
    };
    let heads: Vec<String> = cohorts.values().map(head).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let label = label(MAPPED, language);
    let caption = language.of((
        format!("{label}: mean difference by years of arrival, and its interval"),
        format!("{label} : écart moyen selon les années d'arrivée, et son intervalle"),
    ));
    let mut table = Table::new(&caption, &[language.of(("Policy", "Politique"))], &heads);
    for policy in 1..facts.scenarios.len() {
        let mut row = vec![Cell::words(facts.title(policy, language))];
        for names in cohorts.values() {
            let names: Vec<&str> = names.iter().copied().collect();
            let change = facts.groups.change((0, policy), (Group::Cohort, &names), MAPPED, confidence);
            let ends = change.and_then(|change| change.interval);
            row.push(Cell {
                more: ends.map(|ends| amounts::ends(MAPPED, ends, language)),
                ..Cell::number(change.map(|change| amounts::signed(MAPPED, change.difference, language)))
            });
        }
        table.rows.push(row);
    }
    table
}

/// The largest mean difference of any commune under any policy.
fn largest(facts: &Facts<'_>, compared: &Compared) -> f64 {
    let confidence = compared.comparison.question.confidence;
    let of = |policy: usize| {
        let communes = &facts.scenarios[policy].scenario.territory.communes;
        let change =
            move |code: &str| facts.groups.change((0, policy), (Group::Commune, &[code]), MAPPED, confidence);
        communes.iter().filter_map(move |commune| Some(change(&commune.code_text)?.difference.abs()))
    };
    (1..facts.scenarios.len()).flat_map(of).fold(0.0, f64::max)
}

fn map(
    facts: &Facts<'_>,
    compared: &Compared,
    (policy, largest): (usize, f64),
    language: Language,
) -> Figure {
    let confidence = compared.comparison.question.confidence;
    let territory = &facts.scenarios[policy].scenario.territory;
    let title = facts.title(policy, language);
    let label = label(MAPPED, language);
    let (words, numbers) = language.of((
        (["Commune"], ["Base", "Mean difference", "Low", "High"]),
        (["Commune"], ["Base", "Écart moyen", "Bas", "Haut"]),
    ));
    let mut table = Table::new(&format!("{label}, {title}"), &words, &numbers);
    let mut circles = Vec::new();
    for commune in &territory.communes {
        let change =
            facts.groups.change((0, policy), (Group::Commune, &[&commune.code_text[..]]), MAPPED, confidence);
        let value = change.map_or(0.0, |change| change.difference);
        circles.push(Circle { name: commune.name.clone(), point: commune.point, value });
        let [low, high] = cell_ends(MAPPED, change.and_then(|change| change.interval), language);
        table.rows.push(vec![
            Cell::words(&commune.name),
            Cell::number(change.map(|change| amounts::plain(MAPPED, change.base, language))),
            Cell::number(change.map(|change| amounts::signed(MAPPED, change.difference, language))),
            low,
            high,
        ]);
    }
    let most = circles.iter().max_by(|a, b| a.value.abs().total_cmp(&b.value.abs()));
    let description = most.map_or_else(String::new, |most| {
        let size = amounts::signed(MAPPED, most.value, language);
        language.of((
            format!("Largest mean difference: {}, {size}.", most.name),
            format!("Plus grand écart moyen : {}, {size}.", most.name),
        ))
    });
    let key = language.of((
        ["full disc: more than the base", "ring: fewer than the base"],
        ["disque plein : plus que la base", "cercle vide : moins que la base"],
    ));
    let map = CircleMap {
        circles,
        largest,
        decimals: 1,
        key: key.map(str::to_owned),
        unit: amounts::unit_of_changes(MAPPED, language),
    };
    let id = format!("map-{}", facts.scenarios[policy].scenario.name);
    let name = format!("{label}, {title}");
    let svg = map.svg(&Words { id: &id, title: &name, description: &description, language });
    Figure { svg, caption: format!("{name}."), table }
}
