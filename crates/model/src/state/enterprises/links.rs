//! Supply links: what an enterprise buys here, from a named other one, in place of outside.

use super::{Enterprise, Enterprises};
use crate::inputs::parameters::{Key, Values};
use crate::kernel::random::Who;
use crate::kernel::units::Cents;
use crate::state::population::Row;
use std::collections::BTreeMap;

/// Below this share of its purchases, less than a euro a year of most, an enterprise has forgotten a supplier.
const FORGOTTEN: f64 = 1e-5;

/// An enterprise as one side of a link: whose it is, and where that resident stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Party {
    /// Stable address of the owner.
    pub who: Who,
    /// Row of the owner.
    pub row: Row,
}

/// A part of all that one enterprise buys, bought from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// Row of the owner who buys.
    pub buyer: Row,
    /// Row of the owner who sells.
    pub supplier: Row,
    /// Share of the buyer's purchases, 0 to 1.
    pub share: f64,
}

/// All links by the addresses of buyer and supplier: sums over them have one order, wherever rows stand in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links(BTreeMap<[Who; 2], Link>);

impl Links {
    /// Every link with the addresses of buyer and supplier, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = (&[Who; 2], &Link)> {
        self.0.iter()
    }
}

impl Enterprise {
    /// What linkage could still gain: the share of purchases that is made outside.
    #[must_use]
    pub fn lacks(&self) -> f64 {
        1.0 - self.linkage()
    }

    /// What it buys in a year, from whomever: turnover less value added. Rounded down to the cent.
    #[must_use]
    pub fn purchases(&self, values: &Values) -> Cents {
        self.turnover().part(1.0 - values[Key::ValueAdded])
    }
}

impl Enterprises {
    /// Moves a part of what a buyer's linkage lacks to a supplier. Nothing moves where either has no enterprise, or both are
    /// one: links never take more than what was bought outside.
    pub fn buy(&mut self, buyer: Party, supplier: Party, part: f64) {
        let trades = buyer.row != supplier.row && self.has(supplier.row) && part > 0.0;
        let Some(enterprise) = self.own(buyer.row).filter(|_| trades) else { return };
        let gained = enterprise.lacks() * part;
        enterprise.linked += gained;
        let new = Link { buyer: buyer.row, supplier: supplier.row, share: 0.0 };
        self.links.0.entry([buyer.who, supplier.who]).or_insert(new).share += gained;
    }

    /// Ends the links of enterprises that ended, before somebody else takes the row.
    pub fn end_links(&mut self) {
        let position = &self.position;
        let has = |row: Row| position[row as usize].is_some();
        self.links.0.retain(|_, link| has(link.buyer) && has(link.supplier));
    }

    /// Lets links fade: of each, the share that `kept` says is left.
    pub fn relax(&mut self, kept: impl Fn(&Link) -> f64) {
        self.links.0.retain(|_, link| {
            link.share *= kept(link);
            link.share >= FORGOTTEN
        });
        self.list.iter_mut().for_each(|enterprise| enterprise.linked = 0.0);
        for link in self.links.0.values() {
            if let Some(buyer) = self.position[link.buyer as usize] {
                self.list[buyer.get() as usize - 1].linked += link.share;
            }
        }
    }

    /// A year's purchases flow along the links. What buyers buy follows from turnover as it stands, of which what is supplied
    /// to others is last month's: nobody's sales of this month depend on each other, and no order of enterprises matters.
    ///
    /// Each flow, in whole cents, is taken from what its buyer buys outside and added to what its supplier sells. Of a euro
    /// supplied at most the purchases of its seller are supplied again, which are less than a euro as long as value is
    /// added, so that the rounds converge: all that is supplied is at most own sales times `(1 - v)/v`, v being the share
    /// of value added.
    pub fn trade(&mut self, values: &Values) {
        let purchases: Vec<Cents> = self.list.iter().map(|enterprise| enterprise.purchases(values)).collect();
        for enterprise in &mut self.list {
            (enterprise.supplied, enterprise.bought) = (Cents(0), Cents(0));
        }
        for link in self.links.0.values() {
            let at = |row: Row| self.position[row as usize].map(|position| position.get() as usize - 1);
            if let (Some(buyer), Some(supplier)) = (at(link.buyer), at(link.supplier)) {
                let flow = purchases[buyer].part(link.share);
                self.list[buyer].bought += flow;
                self.list[supplier].supplied += flow;
            }
        }
    }
}
