//! A budget in a few lines: what a programme will cost, who pays, and what is left to those who decide.

use crate::amounts::percent;
use crate::{Language, number};
use hameau_model::inputs::scenario::Funder;
use hameau_model::programme::{Budget, InstrumentBudget};
use std::collections::BTreeMap;

/// Who pays which share of an entry of a programme.
#[must_use]
pub fn payers(funding: &BTreeMap<Funder, f64>, language: Language) -> String {
    let shares = funding
        .iter()
        .map(|(funder, share)| format!("{} {}", language.of(funder.words()), percent(*share, language)));
    shares.collect::<Vec<_>>().join(", ")
}

/// Lines that tell a budget; none of a programme that costs nothing that can be foreseen.
#[must_use]
pub fn budget_lines(budget: &Budget, language: Language) -> Vec<String> {
    let eur = |value: f64| number(value.round(), 0, language);
    let [investment, running] = budget.foreseen_eur();
    let mut lines = Vec::new();
    if investment + running > 0.0 {
        let [all, investment, running] = [investment + running, investment, running].map(eur);
        lines.push(language.of((
            format!("{all} EUR: {investment} of investment, {running} of running costs"),
            format!("{all} € : {investment} d'investissement, {running} de fonctionnement"),
        )));
        let yearly = |(year, [opening, running]): (&u32, &[f64; 2])| {
            let eur = eur(opening + running);
            language.of((format!("{eur} in {year}"), format!("{eur} en {year}")))
        };
        let years: Vec<String> = budget.years.iter().map(yearly).collect();
        lines.push(
            language.of((format!("by year: {}", years.join(", ")), format!("par an : {}", years.join(", ")))),
        );
        let mut funders: Vec<(Funder, f64)> = budget.funders.iter().map(|(of, eur)| (*of, *eur)).collect();
        funders.retain(|(_, eur)| *eur > 0.0);
        funders.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let paid = funders.iter().map(|(of, paid)| format!("{} {}", language.of(of.words()), eur(*paid)));
        let paid: Vec<String> = paid.collect();
        lines.push(
            language
                .of((format!("paid by: {}", paid.join(", ")), format!("payé par : {}", paid.join(" ; ")))),
        );
        let own = |of: &Funder| matches!(of, Funder::Council | Funder::Intercommunality);
        let left: f64 = funders.iter().filter(|(of, _)| own(of)).map(|(_, eur)| eur).sum();
        lines.push(language.of((
            format!("of this, left to commune and inter-municipal council: {}", eur(left)),
            format!("dont à la charge de la commune et de l'intercommunalité : {}", eur(left)),
        )));
    }
    lines.extend(budget.instruments.iter().filter_map(|row| more(row, language)));
    lines
}

/// What hangs on what happens.
fn more(row: &InstrumentBudget, language: Language) -> Option<String> {
    let eur = |value: f64| number(value.round(), 0, language);
    let name = &row.name;
    if let Some((each, thing)) = row.each {
        let (each, thing) = (eur(each), language.of(thing.words()));
        return Some(language.of((
            format!("{name}: {each} EUR more for each {thing}"),
            format!("{name} : {each} € de plus par {thing}"),
        )));
    }
    (row.at_most_eur > 0.0).then(|| {
        let most = eur(row.at_most_eur);
        language.of((
            format!("{name}: at most {most} EUR more in all"),
            format!("{name} : {most} € de plus en tout, au maximum"),
        ))
    })
}
