//! Who wins: the one place that says it.

use super::written::{Draft, EntryDraft, Field, Layer, Title, Written};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// All layers in one.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// Name, of the scenario's own file only.
    pub name: Field<String>,
    /// Title, of the scenario's own file only.
    pub title: Field<Title>,
    /// Questions, own or inherited.
    pub questions: Field<Vec<u8>>,
    /// Territory, own or inherited.
    pub territory: Field<String>,
    /// Values that differ in origin from the defaults.
    pub values: BTreeMap<Key, Written<f64>>,
    /// Entries, the inherited ones first.
    pub programme: Vec<EntryDraft>,
    /// Whether a part of a layer could not be read.
    pub torn: bool,
    /// Sections in which something is wrong.
    pub unsure: BTreeSet<&'static str>,
}

/// Folds layers given in any order: default < territory < base (the farthest first) < scenario < sweep < `--set`.
#[must_use]
pub fn fold(mut layers: Vec<Draft>) -> Folded {
    order::by_key(&mut layers, |draft| (draft.layer, Reverse(draft.generation)));
    let mut folded = Folded::default();
    for draft in layers {
        folded.torn |= draft.torn;
        folded.unsure.extend(draft.unsure);
        if draft.layer == Layer::Scenario {
            folded.name = draft.name;
            folded.title = draft.title;
        }
        folded.questions.overlay(draft.questions);
        folded.territory.overlay(draft.territory);
        folded.values.extend(draft.values);
        folded.programme.retain(|entry| !draft.without.contains(&entry.name));
        let mut known: BTreeMap<String, usize> =
            folded.programme.iter().enumerate().map(|(at, entry)| (entry.name.clone(), at)).collect();
        for entry in draft.programme {
            if let Some(at) = known.get(&entry.name) {
                overlay(&mut folded.programme[*at], entry);
            } else {
                known.insert(entry.name.clone(), folded.programme.len());
                folded.programme.push(entry);
            }
        }
    }
    folded
}

/// What `later` says of an entry wins over what was said before.
fn overlay(entry: &mut EntryDraft, later: EntryDraft) {
    entry.from.overlay(later.from);
    entry.until.overlay(later.until);
    entry.place.overlay(later.place);
    entry.commune.overlay(later.commune);
    entry.funding.overlay(later.funding);
    entry.params.extend(later.params);
    entry.unsure |= later.unsure;
}
