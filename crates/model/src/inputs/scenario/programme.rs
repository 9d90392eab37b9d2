//! Whether the entries of a programme fit together: places opened before they are served, nothing done twice.

use super::meant::Instrument;
use super::written::{EntryDraft, Field};
use crate::inputs::mistakes::nearness::{did_you_mean, listed};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::inputs::parameters::{InstrumentKind, Site};
use crate::kernel::order;
use crate::kernel::units::Month;
use std::collections::BTreeMap;

/// Places, and circles of facilitators without a place, that a scenario may have.
const MOST_PLACES: usize = 100;

/// Entries with what they mean, when they mean something.
type Entries<'e> = [(&'e EntryDraft, Option<Instrument>)];

/// Instrument, place and commune: two entries that share them do the same thing.
type Where<'e> = (InstrumentKind, Option<&'e str>, Option<&'e str>);

/// Whether an entry names a place where it needs one and only where it has one; what is wrong is noted. `torn` when the
/// name may only be unread.
pub(super) fn acts_where_it_may(entry: &EntryDraft, torn: bool, mistakes: &mut Mistakes) -> bool {
    let (name, instrument) = (entry.name.clone(), entry.instrument.name().to_owned());
    let site = entry.instrument.record().site;
    match &entry.place {
        Field::Absent if site.needs_place() && !torn => {
            let what = Wrong::NeedsPlace { entry: name, instrument };
            mistakes.push(entry.spot.clone(), what, Help::PlaceNeeded);
            false
        }
        Field::Given(place) if !site.takes_place() => {
            let what = Wrong::TakesNoPlace { entry: name, place: place.value.clone(), instrument };
            mistakes.push(place.spot.clone(), what, Help::TakeAway { key: "place" });
            false
        }
        _ => in_a_commune(entry, mistakes),
    }
}

/// Whether an entry names a commune only where that says something; what is wrong is noted.
fn in_a_commune(entry: &EntryDraft, mistakes: &mut Mistakes) -> bool {
    let Field::Given(commune) = &entry.commune else { return true };
    let takes = entry.instrument.record().site.takes_commune(!matches!(entry.place, Field::Absent));
    if !takes {
        let instrument = entry.instrument.name().to_owned();
        let what = Wrong::TakesNoCommune { entry: entry.name.clone(), instrument };
        mistakes.push(commune.spot.clone(), what, Help::TakeAway { key: "commune" });
    }
    takes
}

/// Checks all entries together, and gives every shared place its commune. `torn` when some entries could not be read.
pub(super) fn check(entries: &mut Entries<'_>, torn: bool, last: Month, mistakes: &mut Mistakes) {
    settle(entries, torn, mistakes);
    overlaps(entries, mistakes);
    let unread = torn || entries.iter().any(|(entry, made)| entry.instrument.opens_place() && made.is_none());
    if !unread {
        places(entries, last, mistakes);
    }
}

/// Gives every entry that opens or serves a place the commune of that place, and refuses a second commune.
fn settle(entries: &mut Entries<'_>, torn: bool, mistakes: &mut Mistakes) {
    let mut homes: BTreeMap<String, super::Commune> = BTreeMap::new();
    let mut foci = 0;
    for (entry, made) in entries.iter_mut() {
        let Some(made) = made.as_mut() else { continue };
        let gathers = made.kind.record().site == Site::ServesOrGathers && made.place.is_none();
        let place = made.place.clone().unwrap_or_else(|| made.name.clone());
        if gathers || made.kind.opens_place() && !homes.contains_key(&place) {
            foci += 1;
            if foci == MOST_PLACES + 1 {
                let what = Wrong::TooManyPlaces { entry: made.name.clone(), count: foci, most: MOST_PLACES };
                mistakes.push(entry.spot.clone(), what, Help::CountsAsOne);
            }
        }
        if !made.kind.opens_place() {
            continue;
        }
        match (homes.get(&place), &made.commune) {
            (Some(home), None) => made.commune = Some(home.clone()),
            (Some(home), Some(other)) if home != other => {
                let what = Wrong::PlaceMoved { place, commune: home.name.clone(), other: other.name.clone() };
                let spot = entry.commune.given().map_or(&entry.spot, |commune| &commune.spot);
                mistakes.push(spot.clone(), what, Help::SecondPlace);
            }
            (Some(_), Some(_)) => {}
            (None, Some(home)) => {
                homes.insert(place, home.clone());
            }
            (None, None) if torn => {}
            (None, None) => {
                let owner = Phrase::Entry { name: made.name.clone() };
                let what = Wrong::Missing { key: "commune".to_owned(), owner };
                mistakes.push(entry.spot.clone(), what, Help::CommuneNeeded);
            }
        }
    }
    for (entry, made) in entries.iter().filter(|(entry, _)| !entry.instrument.opens_place()) {
        let Some(made) = made else { continue };
        let Some(place) = made.place.as_ref() else { continue };
        if let (Some(home), Some(other)) = (homes.get(place), &made.commune)
            && home != other
        {
            let what = Wrong::PlaceMoved {
                place: place.clone(),
                commune: home.name.clone(),
                other: other.name.clone(),
            };
            let spot = entry.commune.given().map_or(&entry.spot, |commune| &commune.spot);
            mistakes.push(spot.clone(), what, Help::PlaceSaysWhere);
        }
    }
}

/// Refuses two entries of one instrument at one place and time: their levers would not add up to anything.
fn overlaps(entries: &Entries<'_>, mistakes: &mut Mistakes) {
    let mut groups: BTreeMap<Where<'_>, Vec<&Instrument>> = BTreeMap::new();
    for made in entries.iter().filter_map(|(_, made)| made.as_ref()) {
        let commune = made.commune.as_ref().map(|commune| commune.code.as_str());
        let commune = if made.place.is_some() { None } else { commune };
        groups.entry((made.kind, made.place.as_deref(), commune)).or_default().push(made);
    }
    let spots: BTreeMap<&str, &EntryDraft> =
        entries.iter().map(|(entry, _)| (entry.name.as_str(), *entry)).collect();
    for ((instrument, place, _), mut group) in groups {
        order::by_key(&mut group, |made| made.from);
        let mut longest: Option<&Instrument> = None;
        for second in group {
            if let Some(first) = longest.filter(|first| first.acts_in(second.from)) {
                let place = match (place, &second.commune) {
                    (Some(place), _) => Phrase::AtPlace { place: place.to_owned() },
                    (None, Some(commune)) => Phrase::InCommune { commune: commune.name.clone() },
                    (None, None) => Phrase::Everywhere,
                };
                let what = Wrong::Overlap {
                    first: first.name.clone(),
                    second: second.name.clone(),
                    instrument: instrument.name().to_owned(),
                    place,
                    month: second.from.to_string(),
                };
                let spot = spots.get(second.name.as_str()).and_then(|entry| entry.from.given());
                let spot: Spot = spot.map_or_else(|| second.spot.clone(), |from| from.spot.clone());
                mistakes.push(spot, what, before(first, second));
            }
            let ends = |made: &Instrument| made.until.unwrap_or(Month::LAST);
            if longest.is_none_or(|first| ends(second) > ends(first)) {
                longest = Some(second);
            }
        }
    }
}

/// How to end one entry before the next.
fn before(first: &Instrument, second: &Instrument) -> Help {
    if first.from < second.from {
        let last = Month::from_index(second.from.index() - 1);
        Help::EndBefore { entry: first.name.clone(), month: last.to_string() }
    } else {
        Help::OneAfterOther
    }
}

/// Refuses instruments that serve a place while nobody has it open.
fn places(entries: &Entries<'_>, last: Month, mistakes: &mut Mistakes) {
    let mut open: BTreeMap<&str, Vec<(Month, Option<Month>)>> = BTreeMap::new();
    for made in entries.iter().filter_map(|(_, made)| made.as_ref()).filter(|made| made.kind.opens_place()) {
        let place = made.place.as_deref().unwrap_or(&made.name);
        open.entry(place).or_default().push((made.from, made.until));
    }
    for months in open.values_mut() {
        order::by_key(months, |span| *span);
    }
    for (entry, made) in entries {
        let Some(made) = made.as_ref().filter(|made| !made.kind.opens_place()) else { continue };
        let Some(place) = made.place.as_deref() else { continue };
        let spot = entry.place.given().map_or(&entry.spot, |place| &place.spot);
        let Some(months) = open.get(place) else {
            let help = did_you_mean(place, open.keys().copied())
                .or_else(|| listed(Phrase::PlacesOpened, open.keys().copied()))
                .or(Some(Help::OpensIt));
            let what = Wrong::UnknownPlace { entry: made.name.clone(), place: place.to_owned() };
            mistakes.push(spot.clone(), what, help);
            continue;
        };
        if let Some(month) = first_closed(months, made.from, made.until, last) {
            let shown = months.iter().map(|(from, until)| match until {
                Some(until) => Phrase::FromUntil { from: from.to_string(), until: until.to_string() },
                None => Phrase::FromOn { from: from.to_string() },
            });
            let and = |first, second| Phrase::And { first: Box::new(first), second: Box::new(second) };
            let what = Wrong::PlaceClosed {
                entry: made.name.clone(),
                place: place.to_owned(),
                month: month.to_string(),
                open: shown.reduce(and).unwrap_or(Phrase::Nothing),
            };
            let help = match (month == made.from, month.index()) {
                (true, _) => Help::BeginWhenOpen,
                (false, index) => {
                    Help::Write { text: format!("until = \"{}\"", Month::from_index(index - 1)) }
                }
            };
            mistakes.push(spot.clone(), what, help);
        }
    }
}

/// The first month of `from..=until` in which the place is closed; what comes after the last simulated month is no matter.
fn first_closed(
    months: &[(Month, Option<Month>)],
    from: Month,
    until: Option<Month>,
    last: Month,
) -> Option<Month> {
    let end = until.map_or(last, |until| until.min(last));
    let mut month = from;
    for (opens, closes) in months {
        if month < *opens {
            break;
        }
        match closes {
            None => return None,
            Some(closes) if *closes >= month => month = closes.plus(1),
            Some(_) => {}
        }
    }
    (month <= end).then_some(month)
}
