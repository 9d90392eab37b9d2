//! Which scenarios answer which question: each question by the comparison that isolates it, found by what the programmes do
//! and not by what their files claim. A file may ask a question (`question = ["Q4"]`): its scenario is then added.

use hameau_model::inputs::parameters::{InstrumentKind, Key, Values};
use hameau_model::inputs::scenario::{Instrument, Scenario};
use std::collections::BTreeSet;

/// A question, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Is it realistic to expect cooperation to emerge from a shared place?
    Realistic = 1,
    /// Is a place necessary?
    Necessary,
    /// Is it sufficient?
    Sufficient,
    /// What does facilitation change, and what is left of it?
    Facilitation,
    /// How does the way a place is run matter?
    Management,
    /// Which strategies avoid closure and feed the productive economy, at what cost?
    ClosureAndEconomy,
    /// Does the order matter, tool first or commitment first?
    Order,
}

impl Question {
    /// All, in their order.
    pub const ALL: [Self; 7] = [
        Self::Realistic,
        Self::Necessary,
        Self::Sufficient,
        Self::Facilitation,
        Self::Management,
        Self::ClosureAndEconomy,
        Self::Order,
    ];

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }
}

/// A scenario held against another, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The scenario.
    pub policy: usize,
    /// What it is held against.
    pub reference: usize,
}

/// The scenarios of a comparison: the base first.
#[derive(Clone, Copy, Debug)]
pub struct Questions<'s> {
    /// The scenarios.
    pub scenarios: &'s [&'s Scenario],
}

/// Instruments that organise a place.
const ORGANISING: [InstrumentKind; 4] = [
    InstrumentKind::PlaceGovernance,
    InstrumentKind::FabLab,
    InstrumentKind::PublicService,
    InstrumentKind::Training,
];

impl Questions<'_> {
    /// The pairs that answer a question; none where the scenarios cannot.
    #[must_use]
    pub fn pairs(&self, question: Question) -> Vec<Pair> {
        let mut found = match question {
            Question::Realistic => self.realistic(),
            Question::Necessary => self.necessary(),
            Question::Sufficient => self.sufficient(),
            Question::Facilitation => self.facilitation(),
            Question::Management => self.management(),
            Question::ClosureAndEconomy => {
                self.policies().map(|policy| Pair { policy, reference: 0 }).collect()
            }
            Question::Order => self.order(),
        };
        for policy in self.policies() {
            let asks = self.scenarios[policy].questions.contains(&question.number());
            if asks && !found.iter().any(|pair| pair.policy == policy || pair.reference == policy) {
                found.push(Pair { policy, reference: self.nearest(policy) });
            }
        }
        let mut seen = BTreeSet::new();
        found.retain(|pair| seen.insert(*pair));
        found
    }

    /// The place that nobody facilitates: the first scenario that opens a place and does nothing else.
    #[must_use]
    pub fn place_alone(&self) -> Option<usize> {
        let only = BTreeSet::from([InstrumentKind::SharedPlace]);
        self.policies().find(|at| self.kinds(*at) == only && self.same_world(*at, 0))
    }

    /// The scenario to which a policy adds least: the one with the most entries among those whose entries it has all and
    /// whose parameters are its own; the base otherwise.
    #[must_use]
    pub fn nearest(&self, policy: usize) -> usize {
        let contents: Vec<_> = self.scenarios.iter().map(|scenario| scenario.content()).collect();
        let entries =
            |at: usize| contents[at]["programme"].as_array().map_or(&[][..], |entries| &entries[..]);
        let own = entries(policy);
        let part = |at: &usize| {
            *at != policy
                && contents[*at]["values"] == contents[policy]["values"]
                && entries(*at).len() < own.len()
                && entries(*at).iter().all(|entry| own.contains(entry))
        };
        // The first of equals, so that the base comes before the policies.
        (0..self.scenarios.len()).filter(part).rev().max_by_key(|at| entries(*at).len()).unwrap_or(0)
    }

    /// The scenario that shares most entries with a policy, whatever the parameters; the first of equals.
    fn likest(&self, policy: usize) -> usize {
        let contents: Vec<_> = self.scenarios.iter().map(|scenario| scenario.content()).collect();
        let entries =
            |at: usize| contents[at]["programme"].as_array().map_or(&[][..], |entries| &entries[..]);
        let shared = |at: &usize| entries(*at).iter().filter(|entry| entries(policy).contains(entry)).count();
        let fewer = |at: &usize| *at != policy && entries(*at).len() <= entries(policy).len();
        (0..self.scenarios.len()).filter(fewer).rev().max_by_key(shared).unwrap_or(0)
    }

    fn policies(&self) -> std::ops::Range<usize> {
        1..self.scenarios.len()
    }

    fn programme(&self, at: usize) -> &[Instrument] {
        &self.scenarios[at].programme
    }

    fn kinds(&self, at: usize) -> BTreeSet<InstrumentKind> {
        self.programme(at).iter().map(|entry| entry.kind).collect()
    }

    /// Whether a scenario opens a place.
    #[must_use]
    pub fn has_place(&self, at: usize) -> bool {
        self.programme(at).iter().any(|entry| entry.kind.opens_place())
    }

    fn same_world(&self, one: usize, other: usize) -> bool {
        let values = |at: usize| -> &Values { &self.scenarios[at].values };
        values(one) == values(other)
    }

    /// Posts of facilitation times months.
    fn posts(&self, at: usize) -> f64 {
        let scenario = self.scenarios[at];
        let of = |entry: &Instrument| {
            let last = entry.until.map_or(scenario.last(), |until| until.min(scenario.last()));
            entry.levers.values.get(&Key::FacilitationFte).copied().unwrap_or_default()
                * f64::from(last.plus(1).months_after(entry.from.max(scenario.start())))
        };
        self.programme(at).iter().filter(|entry| entry.kind == InstrumentKind::Facilitation).map(of).sum()
    }

    /// The place alone against none; the fullest programme with a place against the place.
    fn realistic(&self) -> Vec<Pair> {
        let Some(alone) = self.place_alone() else { return Vec::new() };
        let fuller = |at: &usize| self.has_place(*at) && self.kinds(*at).len() > 1;
        let fullest = self.policies().filter(fuller).rev().max_by_key(|at| self.kinds(*at).len());
        let fullest = fullest.map(|policy| Pair { policy, reference: alone });
        [Pair { policy: alone, reference: 0 }].into_iter().chain(fullest).collect()
    }

    /// Facilitation in a place against the nearest number of posts without one; and these without against nothing.
    fn necessary(&self) -> Vec<Pair> {
        let mut found = Vec::new();
        for without in self.policies().filter(|at| !self.has_place(*at) && self.posts(*at) > 0.0) {
            let both = BTreeSet::from([InstrumentKind::SharedPlace, InstrumentKind::Facilitation]);
            let gap = |at: &usize| (self.posts(*at) - self.posts(without)).abs();
            let with = self
                .policies()
                .filter(|at| self.kinds(*at) == both && self.same_world(*at, without))
                .min_by(|one, other| gap(one).total_cmp(&gap(other)));
            found.extend(with.map(|policy| Pair { policy, reference: without }));
            found.push(Pair { policy: without, reference: 0 });
        }
        found
    }

    /// The place alone against none; a larger one, with nothing else, against it.
    fn sufficient(&self) -> Vec<Pair> {
        let Some(alone) = self.place_alone() else { return Vec::new() };
        let only = BTreeSet::from([InstrumentKind::SharedPlace]);
        let larger = self.policies().filter(|at| *at != alone && self.kinds(*at) == only);
        let larger = larger.map(|policy| Pair { policy, reference: alone });
        [Pair { policy: alone, reference: 0 }].into_iter().chain(larger).collect()
    }

    /// Scenarios that differ by facilitation only: each against the one without, and against the first with it.
    fn facilitation(&self) -> Vec<Pair> {
        let entries = |(scenario, mut content): (&&Scenario, serde_json::Value)| -> Vec<serde_json::Value> {
            let entries = content["programme"].as_array_mut().map(std::mem::take).unwrap_or_default();
            let kept = scenario.programme.iter().zip(entries);
            kept.filter(|(entry, _)| entry.kind != InstrumentKind::Facilitation).map(|(_, of)| of).collect()
        };
        let contents = self.scenarios.iter().map(|scenario| scenario.content());
        let others: Vec<_> = self.scenarios.iter().zip(contents).map(entries).collect();
        let alike = |one: usize, other: usize| self.same_world(one, other) && others[one] == others[other];
        let mut found = Vec::new();
        for policy in self.policies().filter(|at| self.posts(*at) > 0.0) {
            let without = (0..self.scenarios.len()).find(|at| self.posts(*at) == 0.0 && alike(*at, policy));
            found.extend(without.map(|reference| Pair { policy, reference }));
            let first = self.policies().find(|at| self.posts(*at) > 0.0 && alike(*at, policy));
            found.extend(first.filter(|at| *at != policy).map(|reference| Pair { policy, reference }));
        }
        found
    }

    /// What organises a place added to a scenario that has all the other kinds of instruments and about as much facilitation
    /// (a fifth more or less: at an equal budget the one pays for the other), and is most like it.
    fn management(&self) -> Vec<Pair> {
        let mut found = Vec::new();
        for policy in self.policies().filter(|at| self.has_place(*at)) {
            let kinds = self.kinds(policy);
            let plain: BTreeSet<InstrumentKind> =
                kinds.iter().copied().filter(|kind| !ORGANISING.contains(kind)).collect();
            if plain == kinds {
                continue;
            }
            let shared = |at: &usize| {
                let like = |one: &&Instrument| {
                    let same = |other: &Instrument| {
                        (one.kind, one.from, one.until) == (other.kind, other.from, other.until)
                    };
                    self.programme(policy).iter().any(same)
                };
                self.programme(*at).iter().filter(like).count()
            };
            let as_much = |at: usize| {
                let (one, other) = (self.posts(policy), self.posts(at));
                (one - other).abs() <= 0.2 * one.max(other)
            };
            let reference = self
                .policies()
                .filter(|at| self.kinds(*at) == plain && self.same_world(*at, policy) && as_much(*at))
                .rev()
                .max_by_key(shared);
            found.extend(reference.map(|reference| Pair { policy, reference }));
        }
        found
    }

    /// Commitment first against tool first.
    fn order(&self) -> Vec<Pair> {
        let order = |at: usize| {
            let of = |key: Key| self.scenarios[at].values[key] - self.scenarios[0].values[key];
            [of(Key::OrderContributor), of(Key::OrderAssociation)]
        };
        let turned: Vec<usize> = self.policies().filter(|at| order(*at) != [0.0; 2]).collect();
        match turned[..] {
            [] => Vec::new(),
            [only] => vec![Pair { policy: only, reference: self.likest(only) }],
            [first, .., last] => vec![Pair { policy: last, reference: first }],
        }
    }
}
