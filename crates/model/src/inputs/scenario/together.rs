//! What several numbers may not exceed together: shares of one whole, and what overlapping entries add up to.

use super::fold::Folded;
use super::meant::Instrument;
use super::number::plain;
use super::written::{EntryDraft, Written};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::inputs::parameters::{Key, Values};
use crate::kernel::units::Month;
use std::collections::BTreeMap;

/// How far a sum may exceed its limit by the rounding of decimals.
const TOLERANCE: f64 = 1e-9;
/// Entries named in one message at most.
const SHOWN: usize = 6;

/// Parameters that are shares of one whole.
const WHOLES: [&[Key]; 2] =
    [&[Key::TypeConditional, Key::TypeFreeRider, Key::TypeHump], &[Key::MutualShare, Key::ProductiveShare]];

/// Entries with what they mean, when they mean something.
type Entries<'e> = [(&'e EntryDraft, Option<Instrument>)];

/// Checks shares of one whole, in the sections and in the entries. What was written wrong is not added up.
pub(super) fn wholes(folded: &Folded, mistakes: &mut Mistakes) {
    for keys in WHOLES {
        if !keys.iter().any(|key| folded.unsure.contains(key.row().section())) {
            whole(keys, &folded.values, mistakes);
        }
    }
    for entry in folded.programme.iter().filter(|entry| !entry.unsure) {
        whole(entry.instrument.record().shares_of_one, &entry.params, mistakes);
    }
}

fn whole(keys: &[Key], written: &BTreeMap<Key, Written<f64>>, mistakes: &mut Mistakes) {
    let value = |key: &Key| written.get(key).map_or(key.row().default, |written| written.value);
    let sum: f64 = keys.iter().map(value).sum();
    let last = keys
        .iter()
        .filter_map(|key| written.get(key))
        .max_by_key(|written| (written.layer, written.spot.line, written.spot.span.start));
    let Some(last) = last.filter(|_| sum > 1.0 + TOLERANCE) else { return };
    let terms: Vec<String> =
        keys.iter().map(|key| format!("`{}` {}", key.row().key(), plain(value(key)))).collect();
    let silent: Vec<String> = keys
        .iter()
        .filter(|key| !written.contains_key(key) && value(key) > 0.0)
        .map(|key| format!("`{}`", key.row().key()))
        .collect();
    let by = plain(sum - 1.0).to_string();
    let help = if silent.is_empty() {
        Help::LowerBy { by }
    } else {
        Help::LowerBySilent { by, silent: silent.join(", ") }
    };
    let what = Wrong::OverWhole { terms: terms.join(" + "), sum: plain(sum).to_string() };
    mistakes.push(last.spot.clone(), what, help);
}

/// Checks what overlapping entries add up to in every simulated month.
pub(super) fn sums(
    entries: &Entries<'_>,
    values: &Values,
    start: Month,
    last: Month,
    mistakes: &mut Mistakes,
) {
    let attraction = |made: &Instrument| made.attraction(values);
    let most = values[Key::ArrivalsHighestRatio];
    if let Some(over) = first_over(entries, start, last, most - 1.0, attraction) {
        let row = Key::ArrivalsHighestRatio.row();
        let help = Help::LowerAttraction { name: row.name, range: row.range() };
        let (month, sum) = (over.month.to_string(), plain(1.0 + over.sum).to_string());
        let what = Wrong::TooAttractive { month, terms: over.terms, sum, most };
        mistakes.push(over.spot, what, help);
    }
}

/// The first month in which entries add up to too much.
struct Over {
    month: Month,
    sum: f64,
    terms: Phrase,
    spot: Spot,
}

/// Adds up what entries bring in the months in which they act, and stops at the first month above `most`.
fn first_over(
    entries: &Entries<'_>,
    start: Month,
    last: Month,
    most: f64,
    brings: impl Fn(&Instrument) -> f64,
) -> Option<Over> {
    let acting: Vec<(&EntryDraft, &Instrument, f64)> = entries
        .iter()
        .filter_map(|(entry, made)| made.as_ref().map(|made| (*entry, made, brings(made))))
        .filter(|(entry, made, amount)| !entry.unsure && *amount > 0.0 && made.from <= last)
        .filter(|(_, made, _)| made.until.is_none_or(|until| until >= start))
        .collect();
    let mut changes: BTreeMap<Month, f64> = BTreeMap::new();
    for (_, made, amount) in &acting {
        *changes.entry(made.from.max(start)).or_default() += amount;
        if let Some(until) = made.until {
            *changes.entry(until.plus(1)).or_default() -= amount;
        }
    }
    let mut running = 0.0;
    let (month, _) = changes.into_iter().find(|(_, change)| {
        running += change;
        running > most + TOLERANCE
    })?;
    let mut those: Vec<_> = acting.into_iter().filter(|(_, made, _)| made.acts_in(month)).collect();
    let (entry, made, _) = *those.iter().max_by_key(|(_, made, _)| made.from)?;
    let sum = those.iter().map(|(.., amount)| amount).sum();
    let hidden = those.len().saturating_sub(SHOWN);
    those.truncate(SHOWN);
    let named = |(_, made, amount): &(_, &Instrument, f64)| format!("`{}` {}", made.name, plain(*amount));
    let terms = format!("1 + {}", those.iter().map(named).collect::<Vec<_>>().join(" + "));
    let terms =
        if hidden > 0 { Phrase::MoreEntries { terms, rest: hidden } } else { Phrase::AsIs { text: terms } };
    let spot =
        entry.from.given().filter(|from| from.value == made.from).map_or(&entry.spot, |from| &from.spot);
    Some(Over { month, sum, terms, spot: spot.clone() })
}
