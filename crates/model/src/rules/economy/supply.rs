//! Supply links between enterprises: how they grow, fade and carry purchases. Import substitution in the sense of economic
//! base theory: what is bought here in place of outside is income that stays.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::order;
use crate::kernel::portable::exp;
use crate::kernel::units::monthly_probability;
use crate::state::enterprises::{Enterprises, Party};
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Origin, Residents, Row};
use crate::state::ties::{Ties, units};
use crate::state::works::{Purpose, Stage, Works};
use std::collections::BTreeMap;

/// What links depend on besides the enterprises themselves.
#[derive(Clone, Copy, Debug)]
pub struct Relations<'a> {
    /// Who owns an enterprise.
    pub residents: &'a Residents,
    /// Who is a friend of whom.
    pub ties: &'a Ties,
    /// In which ventures members make something together.
    pub works: &'a Works,
}

/// A supplier whom an owner may turn to, and the share of what linkage lacks that goes there, per year.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pull {
    supplier: Party,
    per_year: f64,
}

/// Share of a link that is left after a month in which nothing maintains it: `exp(-r/12)`, r a year; all of it at 0.
#[must_use]
pub fn kept_unmaintained(values: &Values) -> f64 {
    exp(-values[Key::LinkageRelaxation] / 12.0)
}

/// One month of supply links. A link ends with either enterprise; it fades unless both owners are casual friends; it grows
/// between friends and between members of a venture; then purchases flow along it.
pub fn month(moment: &Moment, relations: &Relations, enterprises: &mut Enterprises) {
    let casual = units(moment.value(Key::CasualHours));
    let fading = kept_unmaintained(moment.values);
    enterprises.end_links();
    enterprises.relax(|link| {
        let friends = relations.ties.between(link.buyer, link.supplier) >= casual;
        if friends { 1.0 } else { fading }
    });
    let partners = partners(relations);
    for row in relations.residents.order() {
        if relations.owns(*row) {
            let pulls = relations.pulls(moment, enterprises, &partners, *row);
            grow(enterprises, relations.party(*row), &pulls);
        }
    }
    enterprises.trade(moment.values);
}

/// Purchases move to all suppliers at once: in a month `1 - exp(-sum/12)` of what linkage lacks, to each by its own pull.
fn grow(enterprises: &mut Enterprises, buyer: Party, pulls: &[Pull]) {
    let total: f64 = pulls.iter().map(|pull| pull.per_year).sum();
    if total <= 0.0 {
        return;
    }
    let moved = monthly_probability(total);
    // Each part is one of what was lacking before any of them moved.
    let mut left = 1.0;
    for pull in pulls {
        let part = moved * pull.per_year / total;
        enterprises.buy(buyer, pull.supplier, part / left);
        left -= part;
    }
}

impl Relations<'_> {
    fn party(&self, row: Row) -> Party {
        Party { who: self.residents.address[row as usize], row }
    }

    fn owns(&self, row: Row) -> bool {
        self.residents.occupation[row as usize] == Occupation::Entrepreneur
    }

    /// Whom an owner turns to, by ascending address: friends who are locals with a complementary enterprise, one of the
    /// other kind of sector; and other owners in a venture that operates, whose pull together is that of one membership.
    fn pulls(
        &self,
        moment: &Moment,
        enterprises: &Enterprises,
        partners: &BTreeMap<Row, Vec<Row>>,
        row: Row,
    ) -> Vec<Pull> {
        let casual = units(moment.value(Key::CasualHours));
        let sector = |row: Row| enterprises.non_presential[row as usize];
        let complementary = |other: Row| {
            let local = self.residents.origin[other as usize] == Origin::Local;
            local && self.owns(other) && sector(other) != sector(row)
        };
        let mut pulls: Vec<Pull> = Vec::new();
        let per_year = moment.value(Key::LinkageTies);
        let friends = self.ties.of(row).filter(|(other, stock)| *stock >= casual && complementary(*other));
        pulls.extend(friends.map(|(other, _)| Pull { supplier: self.party(other), per_year }));
        if let Some(partners) = partners.get(&row) {
            let per_year = moment.value(Key::LinkageWork) / partners.len() as f64;
            pulls.extend(partners.iter().map(|other| Pull { supplier: self.party(*other), per_year }));
        }
        order::by_key(&mut pulls, |pull| pull.supplier.who);
        pulls
    }
}

/// Of each owner of an enterprise, the other owners in operating productive ventures with them.
fn partners(relations: &Relations) -> BTreeMap<Row, Vec<Row>> {
    let mut partners: BTreeMap<Row, Vec<Row>> = BTreeMap::new();
    for work in &relations.works.list {
        if work.stage != Stage::Operating || work.purpose != Purpose::ProductiveVenture {
            continue;
        }
        let owners = || work.team.iter().copied().filter(|row| relations.owns(*row));
        for row in owners() {
            for other in owners().filter(|other| *other != row) {
                let known = partners.entry(row).or_default();
                if !known.contains(&other) {
                    known.push(other);
                }
            }
        }
    }
    partners
}
