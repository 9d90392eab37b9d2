//! A budget in a few lines: what a programme will cost, who pays, and what is left to those who decide. Several budgets in a
//! table, so that a comparison shows what each policy would take.

use crate::amounts::percent;
use crate::{Language, number};
use hameau_model::inputs::scenario::Funder;
use hameau_model::programme::{Budget, InstrumentBudget};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Who pays which share of an entry of a programme.
#[must_use]
pub fn payers(funding: &BTreeMap<Funder, f64>, language: Language) -> String {
    let shares = funding
        .iter()
        .map(|(funder, share)| format!("{} {}", language.of(funder.words()), percent(*share, language)));
    shares.collect::<Vec<_>>().join(", ")
}

/// Scenarios in a table at most.
const MOST_ROWS: usize = 20;

/// Lines that tell a budget; none of a programme that costs nothing that can be foreseen.
#[must_use]
pub fn budget_lines(budget: &Budget, language: Language) -> Vec<String> {
    let foreseen = budget.foreseen_eur();
    let mut lines = Vec::new();
    if sum(foreseen) > 0.0 {
        let [all, apart] = told(foreseen, language);
        lines.push(language.of((format!("{all} EUR: {apart}"), format!("{all} € : {apart}"))));
        lines.extend(years(budget, language));
        let mut funders: Vec<(Funder, f64)> =
            budget.funders.iter().map(|(of, paid)| (*of, sum(*paid))).collect();
        funders.retain(|(_, eur)| *eur > 0.0);
        funders.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let paid =
            funders.iter().map(|(of, paid)| format!("{} {}", language.of(of.words()), eur(*paid, language)));
        let paid = paid.collect::<Vec<_>>().join(language.of((", ", " ; ")));
        lines.push(language.of((format!("paid by: {paid}"), format!("payé par : {paid}"))));
        lines.extend(budget.left_eur().map(|(of, left)| {
            let ([all, apart], of) = (told(left, language), language.of(of.words()));
            language.of((
                format!("left to the {of}: {all} EUR ({apart})"),
                format!("reste à charge de {} : {all} € ({apart})", the(of)),
            ))
        }));
        if budget.left_eur().next().is_none() {
            lines.push(
                language
                    .of((
                        "nothing is left to commune and inter-municipal council",
                        "rien ne reste à charge de la commune ni de l'intercommunalité",
                    ))
                    .to_owned(),
            );
        }
    }
    lines.extend(budget.instruments.iter().filter_map(|row| more(row, language)));
    lines
}

/// A French funder with its article.
fn the(funder: &str) -> String {
    if funder.starts_with(['a', 'e', 'i', 'o', 'u']) { format!("l'{funder}") } else { format!("la {funder}") }
}

fn eur(value: f64, language: Language) -> String {
    number(value.round(), 0, language)
}

fn sum([investment, running]: [f64; 2]) -> f64 {
    investment + running
}

/// Both parts of an amount together, and apart.
fn told(amount: [f64; 2], language: Language) -> [String; 2] {
    let [investment, running] = amount.map(|part| eur(part, language));
    let apart = language.of((
        format!("{investment} of investment, {running} of running costs"),
        format!("{investment} d'investissement, {running} de fonctionnement"),
    ));
    [eur(sum(amount), language), apart]
}

/// What each year costs; years that follow one another at the same cost are told together. A year in which something is
/// invested has its own line.
fn years(budget: &Budget, language: Language) -> Vec<String> {
    let mut spans: Vec<(u32, u32, f64)> = Vec::new();
    for (year, amount) in &budget.years {
        let eur = sum(*amount).round();
        match spans.last_mut() {
            Some((_, last, same)) if *last + 1 == *year && *same == eur => *last = *year,
            _ => spans.push((*year, *year, eur)),
        }
    }
    let one = |(first, last, paid): &(u32, u32, f64)| {
        let paid = eur(*paid, language);
        match (first, last) {
            (year, last) if year == last => {
                language.of((format!("{paid} in {year}"), format!("{paid} en {year}")))
            }
            _ => language.of((
                format!("{paid} each year from {first} to {last}"),
                format!("{paid} chaque année de {first} à {last}"),
            )),
        }
    };
    let by_year = spans.iter().map(one).collect::<Vec<_>>().join(", ");
    let invested = budget.years.iter().filter(|(_, [investment, _])| *investment > 0.0);
    let invested = invested.map(|(year, [investment, _])| {
        let paid = eur(*investment, language);
        language.of((format!("{paid} in {year}"), format!("{paid} en {year}")))
    });
    let invested = invested.collect::<Vec<_>>().join(", ");
    let mut lines = vec![language.of((format!("by year: {by_year}"), format!("par an : {by_year}")))];
    if !invested.is_empty() {
        lines.push(
            language.of((
                format!("of this, investment: {invested}"),
                format!("dont investissement : {invested}"),
            )),
        );
    }
    lines
}

/// What hangs on what happens.
fn more(row: &InstrumentBudget, language: Language) -> Option<String> {
    let name = &row.name;
    if let Some((each, thing)) = row.each {
        let (each, thing) = (eur(each, language), language.of(thing.words()));
        return Some(language.of((
            format!("{name}: {each} EUR more for each {thing}"),
            format!("{name} : {each} € de plus par {thing}"),
        )));
    }
    (row.at_most_eur > 0.0).then(|| {
        let most = eur(row.at_most_eur, language);
        language.of((
            format!("{name}: at most {most} EUR more in all"),
            format!("{name} : {most} € de plus en tout, au maximum"),
        ))
    })
}

/// One line for each scenario: its name, what it will cost, investment and running costs apart, and what of it is left to
/// each of those who decide. The first few of many.
#[must_use]
pub fn budget_table(budgets: &[(String, Budget)], language: Language) -> String {
    let own: Vec<Funder> = Funder::ALL
        .into_iter()
        .filter(|of| budgets.iter().any(|(_, budget)| budget.left_eur().any(|(own, _)| own == *of)))
        .collect();
    let left = |of: &Funder| {
        let short = match of {
            Funder::Intercommunality => ("left inter-municipal", "reste interco."),
            _ => ("left commune", "reste commune"),
        };
        language.of(short).to_owned()
    };
    let heads = language.of((
        ["Budget (EUR)", "total", "investment", "running"],
        ["Budget (€)", "total", "investissement", "fonctionnement"],
    ));
    let mut rows = vec![heads.map(str::to_owned).into_iter().chain(own.iter().map(left)).collect::<Vec<_>>()];
    for (name, budget) in budgets.iter().take(MOST_ROWS) {
        let [investment, running] = budget.foreseen_eur();
        let more = if budget.may_cost_more() { " +" } else { "" };
        let left = |of: &Funder| sum(budget.funders.get(of).copied().unwrap_or_default());
        let amounts = [investment + running, investment, running].into_iter().chain(own.iter().map(left));
        let amounts = amounts.map(|amount| eur(amount, language));
        rows.push([format!("{name}{more}")].into_iter().chain(amounts).collect());
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = String::new();
    for row in &rows {
        let _ = write!(text, "{:<1$}", row[0], widths[0]);
        for (cell, width) in row.iter().zip(&widths).skip(1) {
            let _ = write!(text, "  {cell:>width$}");
        }
        text.push('\n');
    }
    if budgets.len() > MOST_ROWS {
        let rest = budgets.len() - MOST_ROWS;
        let _ = writeln!(
            text,
            "{}",
            language.of((format!("... and {rest} more"), format!("... et {rest} autres")))
        );
    }
    let note = language.of((
        "left: what commune and inter-municipal council pay themselves, after the other funders",
        "reste : ce que paient la commune et l'intercommunalité, après les cofinanceurs",
    ));
    let _ = writeln!(text, "{note}");
    if budgets.iter().take(MOST_ROWS).any(|(_, budget)| budget.may_cost_more()) {
        let note = language.of((
            "+ and more by what happens (grants to works, tax not levied): see `hameau check`",
            "+ et davantage selon ce qui arrive (subventions aux œuvres, impôt non perçu) : voir `hameau check`",
        ));
        let _ = writeln!(text, "{note}");
    }
    text
}
