//! From the first event to an indicator: when it differs, and what led there.

use super::Pair;
use super::kind::{Kind, leading_to};
use hameau_model::kernel::order;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Aggregation, Indicator, Theme};

/// What an indicator is in both worlds at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    /// Month.
    pub month: Month,
    /// In the two worlds; `None` where it is undefined.
    pub values: [Option<f64>; 2],
}

/// Events of one kind in both worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which kind.
    pub kind: Kind,
    /// The first month at the end of which the worlds count them differently.
    pub first: Option<Month>,
    /// How many, from the first month to the last.
    pub totals: [u64; 2],
}

/// How two worlds come to differ in an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The indicator.
    pub indicator: Indicator,
    /// The first month in which it differs at all.
    pub first: Option<Milestone>,
    /// The first in which it differs by its smallest effect of interest.
    pub first_of_interest: Option<Milestone>,
    /// The last in which it does.
    pub last_of_interest: Option<Milestone>,
    /// The last month of all.
    pub last: Milestone,
    /// Kinds of events that can lead to it and happened, in the order in which the worlds begin to count them differently;
    /// those that never do last.
    pub links: Vec<Link>,
}

impl Milestone {
    /// How far the worlds are apart; `None` where one of them does not define the indicator and the other does.
    fn distance(&self) -> Option<f64> {
        match self.values {
            [Some(a), Some(b)] => Some((b - a).abs()),
            [None, None] => Some(0.0),
            _ => None,
        }
    }

    fn differs(&self) -> bool {
        self.distance() != Some(0.0)
    }

    fn differs_by(&self, least: f64) -> bool {
        // A difference that is the smallest of interest counts, whatever the last bit of its subtraction.
        self.distance().is_some_and(|distance| distance >= least * (1.0 - 1e-9))
    }
}

fn milestones(pair: &Pair, indicator: Indicator) -> impl DoubleEndedIterator<Item = Milestone> {
    let [a, b] = &pair.months;
    let both = move |at: usize| [a[at].of(indicator), b[at].of(indicator)];
    (0..a.len()).map(move |at| Milestone { month: a[at].month, values: both(at) })
}

/// The headline indicator in which two worlds differ most at the end, in units of its smallest effect of interest; where
/// none differs at the end, in any month. Public money is left out, which is what policies do and not what comes of them,
/// and so are events, whose smallest effect is a share of many worlds. `None` when none ever differs.
#[must_use]
pub fn farthest(pair: &Pair) -> Option<Indicator> {
    let headline = |indicator: &Indicator| {
        let row = indicator.row();
        row.headline && row.theme != Theme::Money && row.aggregation != Aggregation::Event
    };
    let most = |distance: &dyn Fn(Indicator) -> f64| {
        let mut best = (None, 0.0);
        for indicator in Indicator::all().filter(headline) {
            let distance = distance(indicator) / indicator.row().smallest_effect;
            if distance > best.1 {
                best = (Some(indicator), distance);
            }
        }
        best.0
    };
    let of = |milestone: Milestone| milestone.distance().unwrap_or(0.0);
    let at_end = |indicator| milestones(pair, indicator).next_back().map_or(0.0, of);
    let ever = |indicator| milestones(pair, indicator).map(of).fold(0.0, f64::max);
    most(&at_end).or_else(|| most(&ever))
}

impl Chain {
    /// The chain to an indicator.
    ///
    /// # Panics
    /// When no month was simulated.
    #[must_use]
    pub fn to(indicator: Indicator, pair: &Pair) -> Self {
        let least = indicator.row().smallest_effect;
        let all = || milestones(pair, indicator);
        let of_interest = |milestone: &Milestone| milestone.differs_by(least);
        let mut links: Vec<Link> = leading_to(indicator)
            .iter()
            .map(|kind| Link::of(*kind, pair))
            .filter(|link| link.totals != [0, 0])
            .collect();
        order::by_key(&mut links, |link| (link.first.is_none(), link.first));
        Self {
            indicator,
            first: all().find(Milestone::differs),
            first_of_interest: all().find(of_interest),
            last_of_interest: all().rev().find(of_interest),
            last: all().next_back().expect("a simulation has months"),
            links,
        }
    }
}

impl Link {
    fn of(kind: Kind, pair: &Pair) -> Self {
        let [a, b] = &pair.witnesses;
        let counted = a.counts.iter().zip(&b.counts);
        let (mut ahead, mut first) = (0_i64, None);
        for (at, (a, b)) in counted.enumerate() {
            ahead += i64::from(b[kind as usize]) - i64::from(a[kind as usize]);
            if ahead != 0 && first.is_none() {
                first = Some(pair.period[0].plus(at as u32));
            }
        }
        Self { kind, first, totals: [a.total(kind), b.total(kind)] }
    }
}
