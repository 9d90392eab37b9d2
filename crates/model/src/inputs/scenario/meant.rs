//! A scenario as meant: everything in it is in range, exists, and fits together.

use super::communes::{Commune, find};
use super::files::{self, Files};
use super::fold::{Folded, fold};
use super::levers::Levers;
use super::overrides::{self, Overrides};
use super::written::{EntryDraft, Field, Funder, Funding, Layer, Title, Written};
use super::{chain::Chain, money, programme, reader, together};
use crate::inputs::mistakes::nearness::{did_you_mean, listed};
use crate::inputs::mistakes::{Help, Mistakes, Phrase, Spot, Wrong};
use crate::inputs::parameters::{InstrumentKind, Key, Values};
use crate::inputs::territory::Territory;
use crate::kernel::units::Month;
use std::collections::BTreeMap;

/// A scenario that can be simulated.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file it comes from, as the user named it.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Option<Title>,
    /// The questions that it answers, 1 to 7.
    pub questions: Vec<u8>,
    /// The territory's file.
    pub territory_file: String,
    /// The territory.
    pub territory: Territory,
    /// Every parameter that is no lever.
    pub values: Values,
    /// Who wrote the values that are no defaults.
    pub origins: BTreeMap<Key, Written<f64>>,
    /// The dated instruments.
    pub programme: Vec<Instrument>,
}

/// One dated instrument.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: InstrumentKind,
    /// First month.
    pub from: Month,
    /// Last month, included; `None` is the end.
    pub until: Option<Month>,
    /// The shared place that it opens or serves.
    pub place: Option<String>,
    /// Its commune.
    pub commune: Option<Commune>,
    /// Its levers.
    pub levers: Levers,
    /// Who pays.
    pub funding: Funding,
    /// Where it is written.
    pub spot: Spot,
}

impl Instrument {
    /// How much it adds, while it acts, to the attraction of the territory over that without any policy.
    #[must_use]
    pub fn attraction(&self, values: &Values) -> f64 {
        (self.kind.record().attraction)(&|key| self.levers[key], values)
    }

    /// Whether it acts in `month`.
    #[must_use]
    pub fn acts_in(&self, month: Month) -> bool {
        self.from <= month && self.until.is_none_or(|until| month <= until)
    }
}

impl Scenario {
    /// Whether a world begins alike under another scenario: nothing of the programme is looked at before the first month.
    #[must_use]
    pub fn begins_like(&self, other: &Self) -> bool {
        self.values == other.values && self.territory == other.territory
    }

    /// First simulated month.
    #[must_use]
    pub fn start(&self) -> Month {
        start(&self.values)
    }

    /// Last simulated month.
    #[must_use]
    pub fn last(&self) -> Month {
        last(&self.values)
    }
}

fn start(values: &Values) -> Month {
    Month::from_index(values[Key::Start] as u32)
}

fn last(values: &Values) -> Month {
    start(values).plus(values[Key::Months] as u32 - 1)
}

/// The scenario in the file `path`, with all that it inherits and all that overrides it.
///
/// # Errors
/// With every mistake of every file and override.
pub fn resolve(path: &str, overrides: &Overrides, files: &dyn Files) -> Result<Scenario, Mistakes> {
    let path = &crate::inputs::library::complete(path);
    let mut chain = Chain::read(path, files);
    let named = fold(chain.drafts.clone()).territory;
    let territory = match &named {
        Field::Given(territory) => chain.territory(territory),
        Field::Absent if !chain.torn => {
            let text = "territory = \"hameau:territories/hautes-terres\"".to_owned();
            chain.mistakes.push(Spot::whole(path), Wrong::NoTerritory, Help::ForInstance { text });
            None
        }
        Field::Absent | Field::Wrong => None,
    };
    for (layer, texts) in [(Layer::Sweep, &overrides.sweep), (Layer::Set, &overrides.set)] {
        let draft = overrides::read(layer, texts, &chain.known, chain.torn, &mut chain.mistakes);
        chain.drafts.extend(draft);
    }
    let mut folded = fold(std::mem::take(&mut chain.drafts));
    folded.torn |= chain.torn;
    let scenario = meant(path, folded, territory, &mut chain.mistakes);
    let mistakes = chain.ordered();
    match scenario {
        Some(scenario) => mistakes.or(scenario),
        None => Err(mistakes),
    }
}

/// The title that the scenario in the file `path` gives itself; neither its territory nor its sense is looked at.
#[must_use]
pub fn title(path: &str, files: &dyn Files) -> Option<Title> {
    let chain = Chain::read(&crate::inputs::library::complete(path), files);
    fold(chain.drafts).title.given().map(|title| title.value.clone())
}

fn meant(
    path: &str,
    folded: Folded,
    territory: Option<Territory>,
    mistakes: &mut Mistakes,
) -> Option<Scenario> {
    let mut values = Values::default();
    for (key, written) in &folded.values {
        values.set(*key, written.value);
    }
    let territory_file = folded.territory.given().map(|territory| territory.value.clone());
    let period = Key::Start.row().section();
    let (start, last) = if folded.unsure.contains(period) {
        (Month::FIRST, Month::LAST)
    } else {
        (start(&values), last(&values))
    };
    let surroundings = Surroundings {
        territory_file: territory_file.as_deref(),
        territory: territory.as_ref(),
        torn: folded.torn,
        start,
        last,
    };
    let mut programme = Vec::new();
    for entry in &folded.programme {
        programme.push((entry, instrument(entry, &surroundings, mistakes)));
    }
    let unsure = folded.torn || folded.unsure.contains(period);
    programme::check(&mut programme, unsure, last, mistakes);
    if !folded.torn {
        together::wholes(&folded, mistakes);
    }
    if !unsure && !folded.unsure.contains(Key::ArrivalsHighestRatio.row().section()) {
        together::sums(&programme, &values, start, last, mistakes);
    }
    if !folded.torn
        && folded.unsure.is_empty()
        && let Some(territory) = &territory
    {
        money::check(&folded, &values, territory, mistakes);
    }
    let name =
        folded.name.given().map_or_else(|| reader::as_name(files::stem(path)), |name| name.value.clone());
    let complete = programme.iter().all(|(_, made)| made.is_some());
    Some(Scenario {
        file: path.to_owned(),
        name: if name.is_empty() { "scenario".to_owned() } else { name },
        title: folded.title.given().map(|title| title.value.clone()),
        questions: folded.questions.given().map(|questions| questions.value.clone()).unwrap_or_default(),
        territory_file: territory_file?,
        territory: territory?,
        values,
        origins: folded.values,
        programme: programme.into_iter().filter_map(|(_, made)| made).collect(),
    })
    .filter(|_| complete)
}

/// What an entry is read against.
struct Surroundings<'s> {
    territory_file: Option<&'s str>,
    territory: Option<&'s Territory>,
    /// Whether what is absent may only be unread.
    torn: bool,
    start: Month,
    last: Month,
}

/// One entry as meant; what is wrong with it alone is noted, and then there is none.
fn instrument(entry: &EntryDraft, around: &Surroundings<'_>, mistakes: &mut Mistakes) -> Option<Instrument> {
    let name = &entry.name;
    let last = around.last;
    let mut right = programme::acts_where_it_may(entry, around.torn, mistakes);
    let mut reversed = false;
    if matches!(entry.from, Field::Absent) && !around.torn {
        let what = Wrong::Missing { key: "from".to_owned(), owner: Phrase::Entry { name: name.clone() } };
        let help = Help::ForInstance { text: format!("from = \"{}\"", around.start) };
        mistakes.push(entry.spot.clone(), what, help);
    }
    if let (Some(from), Some(until)) = (entry.from.given(), entry.until.given())
        && until.value < from.value
    {
        reversed = true;
        let what = Wrong::Reversed {
            entry: name.clone(),
            from: from.value.to_string(),
            until: until.value.to_string(),
        };
        let spot = if until.layer >= from.layer { &until.spot } else { &from.spot };
        mistakes.push(spot.clone(), what, Help::UntilIsLast);
    }
    if let Some(from) = entry.from.given().filter(|from| from.value > last) {
        right = false;
        let what =
            Wrong::NeverActs { entry: name.clone(), from: from.value.to_string(), last: last.to_string() };
        mistakes.push(from.spot.clone(), what, Help::SeePeriod);
    }
    if let Some(until) = entry.until.given().filter(|until| until.value < around.start && !reversed) {
        right = false;
        let (until_month, first) = (until.value.to_string(), around.start.to_string());
        let what = Wrong::OverBefore { entry: name.clone(), until: until_month, first };
        mistakes.push(until.spot.clone(), what, Help::SeeStart);
    }
    let commune = commune(entry, around, mistakes);
    let place = entry.place.given().map(|place| place.value.clone());
    let place = if entry.instrument.opens_place() { place.or_else(|| Some(name.clone())) } else { place };
    right &= !reversed
        && !matches!(entry.until, Field::Wrong)
        && !matches!(entry.place, Field::Wrong)
        && !matches!(entry.funding, Field::Wrong)
        && commune.is_ok();
    let from = entry.from.given()?.value;
    right.then(|| Instrument {
        name: name.clone(),
        kind: entry.instrument,
        from,
        until: entry.until.given().map(|until| until.value),
        place,
        commune: commune.ok().flatten(),
        levers: Levers::new(entry.instrument, &entry.params),
        funding: entry
            .funding
            .given()
            .map_or_else(|| Funding::from([(Funder::Council, 1.0)]), |funding| funding.value.clone()),
        spot: entry.spot.clone(),
    })
}

/// The commune that an entry names, when it exists.
fn commune(
    entry: &EntryDraft,
    around: &Surroundings<'_>,
    mistakes: &mut Mistakes,
) -> Result<Option<Commune>, ()> {
    let written = match &entry.commune {
        Field::Absent => return Ok(None),
        Field::Wrong => return Err(()),
        Field::Given(written) => written,
    };
    let Some(territory) = around.territory else {
        return Err(());
    };
    let found = find(territory, &written.value);
    let (named, file) =
        (super::source::shorten(&written.value), around.territory_file.unwrap_or("the territory").to_owned());
    if let [commune] = &found[..] {
        return Ok(Some(commune.clone()));
    }
    if !found.is_empty() {
        let codes = found.iter().map(|commune| format!("`{}`", commune.code)).collect::<Vec<_>>().join(", ");
        let what = Wrong::TwoCommunes { commune: named, territory: file };
        mistakes.push(written.spot.clone(), what, Help::ByCode { codes });
        return Err(());
    }
    let names = || territory.communes.iter().map(|commune| commune.name.as_str());
    let help = did_you_mean(&written.value, names())
        .or_else(|| {
            did_you_mean(&written.value, territory.communes.iter().map(|commune| commune.code_text.as_str()))
        })
        .or_else(|| listed(Phrase::ItsCommunes, names()));
    let what = Wrong::UnknownCommune { commune: named, territory: file };
    mistakes.push(written.spot.clone(), what, help);
    Err(())
}
