//! Business anchoring: supplier meetings between enterprises of both origins.

use super::{Acts, Scene};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Draw, Occasion, Uniform, Who};
use crate::state::enterprises::{Enterprises, Party};
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Origin, Residents, Row};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// Length of a supplier meeting, for each pair.
const HOURS: f64 = 1.0;

/// Supplier meetings in force.
#[derive(Clone, Copy, Debug)]
pub struct Anchoring {
    who: Who,
    per_year: f64,
    pairs: usize,
    gain: f64,
}

pub(super) fn act(scene: &mut Scene) {
    let anchoring = Anchoring {
        who: Who::named(&scene.instrument.name),
        per_year: scene.lever(Key::AnchoringMeetings),
        pairs: scene.lever(Key::AnchoringPairs) as usize,
        gain: scene.lever(Key::AnchoringGain),
    };
    if anchoring.per_year > 0.0 && anchoring.pairs > 0 {
        scene.acts.anchoring.push(anchoring);
    }
}

/// The month's supplier meetings: enterprises of newcomers with those of locals. Each of a pair moves a part of what it buys
/// outside to the other, which flows from the coming month on, and both have an hour of contact.
///
/// Farms are not invited: what they make is bounded by their land, so that what they sold here they would no longer sell
/// outside, and no income would stay that left.
pub fn supplier_meetings(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    acts: &Acts,
    enterprises: &mut Enterprises,
    out: &mut Vec<Encounter>,
) {
    let fraction = moment.source(Draw::SupplierMeetings);
    let position = moment.source(Draw::SupplierPosition);
    for anchoring in &acts.anchoring {
        let meetings =
            (anchoring.per_year / 12.0 + fraction.draw(anchoring.who, moment.month, 0).value()) as u32;
        for meeting in 0..meetings {
            let mut ring: Vec<Guest> = Vec::new();
            for row in residents
                .order()
                .iter()
                .copied()
                .filter(|row| residents.occupation[*row as usize] == Occupation::Entrepreneur)
            {
                let who = residents.address[row as usize];
                let [position, rank, ..] = position.draws(anchoring.who.pair(who), moment.month, meeting);
                ring.push(Guest { position, rank, who, row, origin: residents.origin[row as usize] });
            }
            for [a, b] in pairs(ring, anchoring.pairs) {
                out.push(Encounter {
                    who: a.who.pair(b.who).pair(anchoring.who.pair(Who::number(meeting))),
                    from: a.row,
                    with: b.row,
                    units: units(HOURS),
                    before: ties.between(a.row, b.row),
                    slot: 0,
                    ordinal: Occasion::SupplierMeeting as u16,
                    channel: Channel::Structured,
                });
                let [a, b] = [a, b].map(|guest| Party { who: guest.who, row: guest.row });
                enterprises.buy(a, b, anchoring.gain);
                enterprises.buy(b, a, anchoring.gain);
            }
        }
    }
}

/// Somebody with an enterprise at a supplier meeting.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Guest {
    /// On a ring, where each stands by a draw of their own.
    position: Uniform,
    /// The pairs of the newcomers of lowest rank meet.
    rank: Uniform,
    who: Who,
    row: Row,
    origin: Origin,
}

/// Pairs of a newcomer and a local: on the ring each newcomer takes the next local that no newcomer in between takes, and of
/// these pairs as many as wanted meet. One guest more takes part in one pair and parts few others: nobody else's position moves.
fn pairs(mut ring: Vec<Guest>, wanted: usize) -> Vec<[Guest; 2]> {
    order::by_key(&mut ring, |guest| (guest.position, guest.who));
    let mut free = vec![true; ring.len()];
    let mut waiting: Vec<Guest> = Vec::new();
    let mut pairs: Vec<[Guest; 2]> = Vec::new();
    // Twice around: who waits at the end takes from the beginning.
    for turn in 0..2 {
        for (guest, free) in ring.iter().zip(&mut free) {
            match guest.origin {
                Origin::Newcomer if turn == 0 => waiting.push(*guest),
                Origin::Local if *free => {
                    if let Some(newcomer) = waiting.pop() {
                        *free = false;
                        pairs.push([newcomer, *guest]);
                    }
                }
                _ => {}
            }
        }
    }
    order::by_key(&mut pairs, |[newcomer, _]| (newcomer.rank, newcomer.who));
    pairs.truncate(wanted);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::random::{CommuneCode, World};
    use crate::kernel::units::Month;

    fn guests(world: u32, newcomers: u32, locals: u32) -> Vec<Guest> {
        let source = World { seed: 5, replicate: world }.source(Draw::SupplierPosition);
        let guest = |row: u32, origin: Origin| {
            let who = Who::founder(CommuneCode::parse("1").expect("a code"), row);
            let [position, rank, ..] = source.draws(who, Month::FIRST, 0);
            Guest { position, rank, who, row, origin }
        };
        let newcomers = (0..newcomers).map(|row| guest(row, Origin::Newcomer));
        newcomers.chain((1_000..1_000 + locals).map(|row| guest(row, Origin::Local))).collect()
    }

    #[test]
    fn everybody_of_the_smaller_side_meets_one_of_the_other() {
        for (newcomers, locals) in [(0, 5), (5, 0), (1, 1), (7, 40), (40, 7), (12, 12)] {
            let found = pairs(guests(0, newcomers, locals), 500);
            assert_eq!(found.len() as u32, newcomers.min(locals));
            for side in 0..2 {
                let mut rows: Vec<Row> = found.iter().map(|pair| pair[side].row).collect();
                rows.sort_unstable();
                rows.dedup();
                assert_eq!(rows.len(), found.len(), "nobody meets twice");
            }
        }
        assert_eq!(pairs(guests(0, 30, 40), 12).len(), 12);
    }

    /// Two sorted lists that are zipped would shift every pair after the one that enters: half of them on average.
    #[test]
    fn one_enterprise_more_parts_few_pairs() {
        let (worlds, mut parted) = (200, 0);
        for world in 0..worlds {
            let mut ring = guests(world, 40, 120);
            let with = pairs(ring.clone(), 500);
            ring.remove(0);
            let without = pairs(ring, 500);
            parted += with.iter().filter(|pair| !without.contains(pair)).count() - 1;
        }
        // One newcomer in four guests: a chain of pairs that move on has a third of a pair on average, and rarely three.
        assert!(parted < worlds as usize, "{parted} pairs parted in {worlds} meetings");
    }

    #[test]
    fn the_order_of_guests_is_none() {
        let ring = guests(3, 20, 30);
        let turned: Vec<Guest> = ring.iter().rev().copied().collect();
        assert_eq!(pairs(ring, 9), pairs(turned, 9));
    }
}
