//! Business anchoring: supplier meetings between enterprises of both origins.

use super::{Acts, Scene};
use crate::inputs::parameters::Key;
use crate::kernel::order;
use crate::kernel::random::{Stream, Who};
use crate::state::enterprises::Enterprises;
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Origin, Residents, Row};
use crate::state::ties::{Channel, Encounter, Ties, units};

/// Length of a supplier meeting, for each pair.
const HOURS: f64 = 1.0;
/// Number of the encounter of a pair at a supplier meeting.
const ORDINAL: u16 = 5_000;

/// Supplier meetings in force.
#[derive(Clone, Copy, Debug)]
pub struct Anchoring {
    who: Who,
    per_year: f64,
    pairs: usize,
    gain: f64,
}

pub(super) fn act(scene: &mut Scene) {
    scene.pay_yearly(scene.lever(Key::AnchoringCost));
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

/// The month's supplier meetings: enterprises of newcomers (entrepreneurs) with those of historical locals (entrepreneurs
/// and farmers), each side ranked by its own draw and paired in that order. Both gain linkage, and an hour of contact.
pub fn supplier_meetings(
    moment: &Moment,
    residents: &Residents,
    ties: &Ties,
    acts: &Acts,
    enterprises: &mut Enterprises,
    out: &mut Vec<Encounter>,
) {
    let source = moment.stream(Stream::Facilitation);
    for anchoring in &acts.anchoring {
        let meetings =
            (anchoring.per_year / 12.0 + source.draw(anchoring.who, moment.month, 0).value()) as u32;
        for meeting in 0..meetings {
            let side = |origin: Origin| {
                let runs = |row: &Row| {
                    let at = *row as usize;
                    residents.origin[at] == origin
                        && match residents.occupation[at] {
                            Occupation::Entrepreneur => true,
                            Occupation::Farmer => origin == Origin::Local,
                            _ => false,
                        }
                };
                let mut side: Vec<Row> = residents.order().iter().copied().filter(runs).collect();
                order::by_key(&mut side, |row| {
                    let address = residents.address[*row as usize];
                    (source.draw(anchoring.who.pair(address), moment.month, 1 + meeting), address)
                });
                side
            };
            let pairs = side(Origin::Newcomer).into_iter().zip(side(Origin::Local));
            for (a, b) in pairs.take(anchoring.pairs) {
                out.push(Encounter {
                    who: residents.address[a as usize]
                        .pair(residents.address[b as usize])
                        .pair(anchoring.who.pair(Who::number(meeting))),
                    from: a,
                    with: b,
                    units: units(HOURS),
                    before: ties.between(a, b),
                    slot: 0,
                    ordinal: ORDINAL,
                    channel: Channel::Structured,
                });
                for row in [a, b] {
                    if residents.occupation[row as usize] == Occupation::Entrepreneur {
                        enterprises.anchor(row, anchoring.gain);
                    }
                }
            }
        }
    }
}
