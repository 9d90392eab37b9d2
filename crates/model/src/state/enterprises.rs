//! Enterprises of residents: what each sells, and how it is linked to the territory.

mod cohorts;
mod links;

pub use cohorts::{Cohort, Cohorts, HORIZONS};
pub use links::{Link, Links, Party};

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::exp;
use crate::kernel::units::{Cents, Month};
use crate::state::population::{Row, lengthen};
use std::collections::BTreeMap;
use std::num::NonZeroU32;

/// What an enterprise sells and how it is linked to the territory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enterprise {
    /// Sales within the territory to whom one has always sold there, a year.
    pub sold_locally: Cents,
    /// Sales outside the territory, a year.
    pub sold_outside: Cents,
    /// Sales to enterprises that bought outside before, a year: they come on top of both.
    pub supplied: Cents,
    /// Of the own purchases, a year, those that are made from named suppliers here in place of outside.
    pub bought: Cents,
    /// Share of purchases, partners and hires found in the territory at the start.
    pub base_linkage: f64,
    /// Share of purchases that has moved from outside to named suppliers since: the sum of the links.
    pub linked: f64,
    /// The owner's know-how when turnover last followed it.
    pub followed: f64,
    /// Month of its start; none for one that is older than the simulation.
    pub since: Option<Month>,
}

impl Enterprise {
    /// That of someone who has none.
    const NONE: Self = Self {
        sold_locally: Cents(0),
        sold_outside: Cents(0),
        supplied: Cents(0),
        bought: Cents(0),
        base_linkage: 0.0,
        linked: 0.0,
        followed: 1.0,
        since: None,
    };

    /// Turnover, a year: all sales.
    #[must_use]
    pub fn turnover(&self) -> Cents {
        self.own_turnover() + self.supplied
    }

    /// Turnover without what is supplied in place of purchases outside, a year.
    #[must_use]
    pub fn own_turnover(&self) -> Cents {
        self.sold_locally + self.sold_outside
    }

    /// Local linkage: share of purchases, partners and hires found in the territory.
    #[must_use]
    pub fn linkage(&self) -> f64 {
        (self.base_linkage + self.linked).min(1.0)
    }

    /// Share of its own turnover sold outside; 0 without any.
    #[must_use]
    pub fn outside_share(&self) -> f64 {
        let turnover = self.own_turnover();
        if turnover > Cents(0) { self.sold_outside.0 as f64 / turnover.0 as f64 } else { 0.0 }
    }

    /// Jobs that its own turnover gives, its owner's included.
    #[must_use]
    pub fn own_jobs(&self, values: &Values) -> u32 {
        jobs(values, self.own_turnover())
    }

    /// Jobs more that what it supplies gives: their sales were made elsewhere before, and so were they.
    #[must_use]
    pub fn supplied_jobs(&self, values: &Values) -> u32 {
        jobs(values, self.turnover()) - self.own_jobs(values)
    }
}

/// Enterprises of residents. Few have one: a column by row tells where it stands.
#[derive(Clone, Debug, Default)]
pub struct Enterprises {
    /// One more than the position of a resident's enterprise.
    position: Vec<Option<NonZeroU32>>,
    list: Vec<Enterprise>,
    /// What they buy from each other in place of outside.
    pub links: Links,
    /// Positions that nobody's enterprise has.
    free: Vec<NonZeroU32>,
    /// Whether the sector is non-presential, by row.
    pub non_presential: Vec<bool>,
    /// Month at which a planned enterprise starts, by row of the newcomers who plan one.
    pub planned: BTreeMap<Row, Month>,
    /// The exemptions from tax of enterprises that started while one was in force, by row of the owner.
    pub exemptions: BTreeMap<Row, Exemption>,
    /// Started this month by origin: locals, newcomers.
    pub started: [u32; 2],
    /// Failed this month.
    pub ended: u32,
    /// Of those that ended this month for whatever reason and had begun in this simulation, the month of their start.
    pub closed: Vec<Month>,
    /// Growth of sales this month: within the territory, outside.
    pub growth: [Cents; 2],
}

/// A tax not levied on an enterprise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exemption {
    /// First month in which it is levied again.
    pub until: Month,
    /// Position of the instrument in the scenario.
    pub instrument: usize,
    /// Tax of a month.
    pub each: Cents,
}

/// What an enterprise is at its start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// Turnover, a year.
    pub turnover: Cents,
    /// Share sold outside.
    pub outside: f64,
    /// Local linkage.
    pub linkage: f64,
    /// Whether the sector is non-presential.
    pub non_presential: bool,
    /// Month of the start; none for one that is older than the simulation.
    pub since: Option<Month>,
}

impl Enterprises {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.position, rows, None);
        lengthen(&mut self.non_presential, rows, false);
    }

    /// Begins the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        self.close(row);
        self.planned.remove(&row);
        self.exemptions.remove(&row);
    }

    /// Starts an enterprise of someone with this know-how, which its turnover follows from the first day.
    ///
    /// # Panics
    /// Never: there are no more enterprises than residents.
    pub fn open(&mut self, values: &Values, row: Row, start: &Start, know_how: f64) {
        let turnover = start.turnover.part(exp(values[Key::TurnoverKnowHow] * (know_how - 1.0)));
        let sold_outside = turnover.part(start.outside);
        let enterprise = Enterprise {
            sold_locally: turnover - sold_outside,
            sold_outside,
            base_linkage: start.linkage,
            followed: know_how,
            since: start.since,
            ..Enterprise::NONE
        };
        let at = row as usize;
        if self.position[at].is_none() {
            self.position[at] = self.free.pop().or_else(|| {
                self.list.push(Enterprise::NONE);
                NonZeroU32::new(self.list.len() as u32)
            });
        }
        *self.own(row).expect("a position was found") = enterprise;
        self.non_presential[at] = start.non_presential;
        self.planned.remove(&row);
    }

    /// Ends an enterprise; whoever ends some ends their links next ([`Enterprises::end_links`]).
    pub fn close(&mut self, row: Row) {
        self.closed.extend(self.of(row).since);
        self.free.extend(self.position[row as usize].take());
        self.non_presential[row as usize] = false;
    }

    /// The enterprise of a resident; one without sales for someone who has none.
    #[must_use]
    pub fn of(&self, row: Row) -> Enterprise {
        self.position[row as usize]
            .map_or(Enterprise::NONE, |position| self.list[position.get() as usize - 1])
    }

    pub(crate) fn own(&mut self, row: Row) -> Option<&mut Enterprise> {
        self.position[row as usize].map(|position| &mut self.list[position.get() as usize - 1])
    }

    /// Whether a resident has an enterprise.
    #[must_use]
    pub fn has(&self, row: Row) -> bool {
        self.position[row as usize].is_some()
    }

    /// Jobs that an enterprise gives, its owner's included.
    #[must_use]
    pub fn jobs(&self, values: &Values, row: Row) -> u32 {
        jobs(values, self.of(row).turnover())
    }
}

/// The owner's job, and one for each full amount of turnover.
fn jobs(values: &Values, turnover: Cents) -> u32 {
    1 + (turnover.eur() / values[Key::TurnoverPerJob]) as u32
}
