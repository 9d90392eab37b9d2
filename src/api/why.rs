//! `why`: where two paired worlds part, what leads to an indicator, and whose lives change.

use hameau_analysis::why::{
    Chain, Change, Milestone, Pair, Parting, Person, Quantity, Scatter, Sum, Unpaired, Where, farthest,
};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::inputs::territory::Commune;
use hameau_model::kernel::random::{Who, World};
use hameau_model::observe::indicators::Indicator;
use hameau_model::rules::step::Phase;
use hameau_words::Language;
use hameau_words::narrative::{Story, Told, events_csv, page, story};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked about two worlds.
#[derive(Clone, Copy, Debug)]
pub struct WhyAsked {
    /// Which world.
    pub world: World,
    /// The indicator to be explained; `None` for the one that differs most.
    pub indicator: Option<Indicator>,
    /// How many residents, those whose lives change most.
    pub residents: usize,
    /// One resident instead.
    pub resident: Option<Who>,
    /// Whether every event is kept, and not only those that a story tells.
    pub events: bool,
}

/// What was found about two worlds.
#[derive(Clone, Debug)]
pub struct Why {
    /// The names of both scenarios.
    pub names: [String; 2],
    /// The communes of their territory.
    pub communes: Vec<Commune>,
    /// The two worlds.
    pub pair: Pair,
    /// The way to the indicator; `None` when none was asked for and none differs.
    pub chain: Option<Chain>,
    /// The residents to be told about, and how much their lives change.
    pub changes: Vec<Change>,
    /// Whether it is one who was asked for, and not those whose lives change most.
    pub one: bool,
}

/// Simulates two scenarios in the same world, in step, and finds where they part. `watch` is called after each month with
/// the number of months done.
///
/// # Errors
/// When the scenarios have no paired worlds, or the resident asked for lives in neither.
pub fn why(a: &Scenario, b: &Scenario, asked: &WhyAsked, watch: impl FnMut(u32)) -> Result<Why, Unpaired> {
    let pair = Pair::simulate(a, b, asked.world, asked.events, watch)?;
    let changes = match asked.resident {
        Some(who) => {
            let nobody = || Unpaired::Nobody(who.label().unwrap_or_default());
            let id = pair.people.number(who).ok_or_else(nobody)?;
            vec![Change::of(id, &pair, &Scatter::of(&pair))]
        }
        None => Change::largest(&pair, asked.residents),
    };
    let chain = asked.indicator.or_else(|| farthest(&pair)).map(|indicator| Chain::to(indicator, &pair));
    let names = [a, b].map(|scenario| scenario.name.clone());
    let one = asked.resident.is_some();
    Ok(Why { names, communes: a.territory.communes.clone(), pair, chain, changes, one })
}

impl Why {
    fn told(&self, language: Language) -> Told<'_> {
        let names = self.names.each_ref().map(String::as_str);
        Told { pair: &self.pair, names, communes: &self.communes, language }
    }

    /// The stories of the residents, in a language.
    #[must_use]
    pub fn stories(&self, language: Language) -> Vec<Story> {
        self.changes.iter().map(|change| story(&self.told(language), change.id)).collect()
    }

    /// All that was found, as a page for a terminal.
    #[must_use]
    pub fn page(&self, language: Language) -> String {
        page(&self.told(language), self.chain.as_ref(), &self.stories(language), self.one)
    }

    /// The events of both worlds as CSV.
    #[must_use]
    pub fn events_csv(&self) -> String {
        events_csv(&self.told(Language::English))
    }

    /// All that was found, as data; stories in a language.
    #[must_use]
    pub fn facts(&self, language: Language) -> WhyFacts {
        WhyFacts::new(self, language)
    }
}

/// What was found about two worlds, as data.
#[derive(Clone, Debug, Serialize)]
pub struct WhyFacts {
    /// The scenario of the first world.
    pub a: String,
    /// The scenario of the second.
    pub b: String,
    /// Seed.
    pub seed: u64,
    /// Replicate.
    pub replicate: u32,
    /// First month.
    pub first_month: String,
    /// Last month.
    pub last_month: String,
    /// Everybody who lives in one of them at some time.
    pub residents: usize,
    /// Of them, those whose lives part.
    pub parted: usize,
    /// The first difference of the worlds.
    pub first_difference: Option<DifferenceFacts>,
    /// The first resident whose life differs.
    pub first_parting: Option<PartingFacts>,
    /// Residents by the phase at which they first part: the start, then the twelve.
    pub by_call: Vec<CallFacts>,
    /// The way to the indicator.
    pub chain: Option<ChainFacts>,
    /// The residents told about.
    pub changes: Vec<ChangeFacts>,
}

/// A difference of two worlds.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceFacts {
    /// Month.
    pub month: String,
    /// Phase.
    pub call: &'static str,
    /// What differs.
    pub what: &'static str,
}

/// A life that parts.
#[derive(Clone, Debug, Serialize)]
pub struct PartingFacts {
    /// Address.
    pub resident: String,
    /// Month.
    pub month: String,
    /// Phase.
    pub call: &'static str,
    /// In what.
    pub quantity: &'static str,
}

/// The partings at one phase.
#[derive(Clone, Debug, Serialize)]
pub struct CallFacts {
    /// Phase.
    pub call: &'static str,
    /// Residents who first part there.
    pub residents: usize,
    /// The same by year.
    pub by_year: BTreeMap<u32, usize>,
    /// The same by what differs.
    pub by_quantity: BTreeMap<&'static str, usize>,
}

/// The way to an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct ChainFacts {
    /// Indicator.
    pub indicator: &'static str,
    /// Its smallest effect of interest.
    pub smallest_effect: f64,
    /// The first month in which it differs.
    pub first: Option<MilestoneFacts>,
    /// The first in which it differs by the smallest effect of interest.
    pub first_of_interest: Option<MilestoneFacts>,
    /// The last in which it does.
    pub last_of_interest: Option<MilestoneFacts>,
    /// The last month.
    pub last: MilestoneFacts,
    /// The events that can lead there.
    pub events: Vec<LinkFacts>,
    /// Helps given since the start in the village, in places and at introductions, at small jobs and works: in A, in B.
    pub helps: [[u64; 3]; 2],
}

/// An indicator in both worlds.
#[derive(Clone, Debug, Serialize)]
pub struct MilestoneFacts {
    /// Month.
    pub month: String,
    /// In A.
    pub a: Option<f64>,
    /// In B.
    pub b: Option<f64>,
}

/// Events of a kind in both worlds.
#[derive(Clone, Debug, Serialize)]
pub struct LinkFacts {
    /// Kind.
    pub event: &'static str,
    /// The first month from which the worlds count them differently.
    pub first_month: Option<String>,
    /// How many in A.
    pub a: u64,
    /// How many in B.
    pub b: u64,
}

/// A resident and both lives.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeFacts {
    /// Address.
    pub resident: String,
    /// Title of the story.
    pub title: String,
    /// How much the life changes.
    pub size: f64,
    /// When it parts.
    pub parting: Option<PartingFacts>,
    /// What it comes to in A.
    pub a: BTreeMap<&'static str, f64>,
    /// What it comes to in B.
    pub b: BTreeMap<&'static str, f64>,
    /// The story, by paragraph: both worlds, A, B.
    pub story: Vec<String>,
}

/// The name of a phase in data; the start has one too.
fn id(call: Where) -> &'static str {
    call.map_or("start", Phase::id)
}

fn label(person: &Person) -> String {
    person.who.label().unwrap_or_default()
}

impl WhyFacts {
    fn new(why: &Why, language: Language) -> Self {
        let pair = &why.pair;
        let parting = |parting: &Parting| PartingFacts {
            resident: label(pair.people.person(parting.id)),
            month: parting.month.to_string(),
            call: id(parting.call),
            quantity: parting.quantity.id(),
        };
        let sums = |sums: [f64; Sum::ALL.len()]| Sum::ALL.map(Sum::id).into_iter().zip(sums).collect();
        let change = |(change, story): (&Change, Story)| ChangeFacts {
            resident: label(pair.people.person(change.id)),
            title: story.title,
            size: change.size,
            parting: pair.comparison.of(change.id).map(parting),
            a: sums(change.sums[0]),
            b: sums(change.sums[1]),
            story: story.paragraphs,
        };
        Self {
            a: why.names[0].clone(),
            b: why.names[1].clone(),
            seed: pair.world.seed,
            replicate: pair.world.replicate,
            first_month: pair.period[0].to_string(),
            last_month: pair.period[1].to_string(),
            residents: pair.people.len(),
            parted: pair.comparison.partings.len(),
            first_difference: pair.comparison.first.map(|first| DifferenceFacts {
                month: first.month.to_string(),
                call: id(first.call),
                what: first.what.id(),
            }),
            first_parting: pair.comparison.partings.first().map(parting),
            by_call: std::iter::once(None).chain(Phase::ALL.map(Some)).map(|call| at(pair, call)).collect(),
            chain: why.chain.as_ref().map(|to| chain(to, pair)),
            changes: why.changes.iter().zip(why.stories(language)).map(change).collect(),
        }
    }
}

fn at(pair: &Pair, call: Where) -> CallFacts {
    let there = || pair.comparison.partings.iter().filter(move |parting| parting.call == call);
    let mut by_year = BTreeMap::new();
    let mut by_quantity = BTreeMap::new();
    for parting in there() {
        *by_year.entry(parting.month.year()).or_default() += 1;
        *by_quantity.entry(Quantity::id(parting.quantity)).or_default() += 1;
    }
    CallFacts { call: id(call), residents: there().count(), by_year, by_quantity }
}

fn chain(chain: &Chain, pair: &Pair) -> ChainFacts {
    let row = chain.indicator.row();
    let milestone =
        |at: Milestone| MilestoneFacts { month: at.month.to_string(), a: at.values[0], b: at.values[1] };
    let link = |link: &hameau_analysis::why::Link| LinkFacts {
        event: link.kind.id(),
        first_month: link.first.map(|month| month.to_string()),
        a: link.totals[0],
        b: link.totals[1],
    };
    ChainFacts {
        indicator: row.id,
        smallest_effect: row.smallest_effect,
        first: chain.first.map(milestone),
        first_of_interest: chain.first_of_interest.map(milestone),
        last_of_interest: chain.last_of_interest.map(milestone),
        last: milestone(chain.last),
        events: chain.links.iter().map(link).collect(),
        helps: pair.witnesses.each_ref().map(|witness| witness.helps),
    }
}
