//! How a cost comes about, and one that is written far from what is bought with it.

use crate::{Language, number};
use hameau_model::inputs::parameters::{Key, Total, bought};
use hameau_model::inputs::scenario::{Levers, Remark, Why};

/// Decimals of a quantity or a price at most.
const MOST_DECIMALS: usize = 4;

/// What a cost follows: `follows meetings_per_year: 1,000 + 12 × 2,500 = 31,000 EUR`.
#[must_use]
pub fn follows(total: &Total, levers: &Levers, language: Language) -> String {
    let (names, sum) = (followed(total), sum(total, levers, language));
    language.of((format!("follows {names}: {sum}"), format!("suit {names} : {sum}")))
}

/// What is remarked about a written cost, and what to write.
#[must_use]
pub fn remark(remark: &Remark<'_>, language: Language) -> [String; 2] {
    match remark.why {
        Why::Far { follows } => far(remark, follows, language),
        Why::Idle(price, _) => idle(remark, price, language),
    }
}

fn far(remark: &Remark<'_>, follows: f64, language: Language) -> [String; 2] {
    let Remark { entry, levers, total, written, .. } = remark;
    let key = total.key.row().key();
    let (names, sum) = (followed(total), sum(total, levers, language));
    let [amount, follow] = [written.value, follows].map(|eur| shortest(eur, language));
    let what = language.of((
        format!("{entry}: {key} is written as {amount} EUR, while {names} would make it {sum}"),
        format!("{entry} : {key} est fixé à {amount} € ; d'après {names}, ce serait {sum}"),
    ));
    let away = language.of((
        format!("take the line away to pay {follow} EUR"),
        format!("ôtez la ligne pour payer {follow} €"),
    ));
    let help = if written.value == 0.0 {
        language.of((
            format!("{away}, or say why nothing is paid: {key} = {{ value = 0, source = \"...\" }}"),
            format!("{away}, ou dites pourquoi rien n'est payé : {key} = {{ value = 0, source = \"...\" }}"),
        ))
    } else if let Some(prices) = prices(remark, follows) {
        language.of((
            format!("{away}; if {amount} EUR is right, write instead the prices that make it: {prices}"),
            format!("{away} ; si {amount} € est juste, écrivez plutôt les prix qui y mènent : {prices}"),
        ))
    } else {
        away
    };
    [what, help]
}

fn idle(remark: &Remark<'_>, price: Key, language: Language) -> [String; 2] {
    let (entry, key, price) = (remark.entry, remark.total.key.row().key(), price.row().key());
    let what = language.of((
        format!("{entry}: {price} changes nothing, for {key} is written"),
        format!("{entry} : {price} ne change rien, puisque {key} est écrit"),
    ));
    [what, language.of(("take one of the two away", "ôtez l'un des deux")).to_owned()]
}

/// The keys that a cost follows.
fn followed(total: &Total) -> String {
    total.followed().map(|key| key.row().key()).collect::<Vec<_>>().join(", ")
}

/// The sum term by term: `1,000 + 12 × 2,500 = 31,000 EUR`.
fn sum(total: &Total, levers: &Levers, language: Language) -> String {
    let shown = |value: f64| shortest(value, language);
    let quantity = |key: &Key| shown(bought(*key, levers[*key]));
    let mut terms: Vec<String> = total.fixed.iter().map(|key| shown(levers[*key])).collect();
    terms.extend(total.prices.iter().map(|price| {
        let factors = price.by.iter().map(quantity).chain([shown(levers[price.of])]);
        factors.collect::<Vec<_>>().join(" × ")
    }));
    format!("{} = {} {}", terms.join(" + "), shown(levers.sum(total)), language.of(("EUR", "€")))
}

/// Fixed part and prices that make what is written, each by as much more or less; none where they are not allowed.
fn prices(remark: &Remark<'_>, follows: f64) -> Option<String> {
    let times = remark.written.value / follows;
    let one = |key: Key| {
        let (row, price) = (key.row(), (remark.levers[key] * times * 100.0).round() / 100.0);
        (row.low..=row.high).contains(&price).then(|| format!("{} = {price}", row.key()))
    };
    remark.total.parts().map(one).collect::<Option<Vec<_>>>().map(|prices| prices.join(", "))
}

/// A number with as many decimals as it needs, four at most.
fn shortest(value: f64, language: Language) -> String {
    let plain = format!("{value:.MOST_DECIMALS$}");
    let decimals = plain.trim_end_matches('0').split_once('.').map_or(0, |(_, part)| part.len());
    number(value, decimals as u8, language)
}
