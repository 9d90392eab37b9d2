//! An introduction is followed up: the pair meets again in the months after.

use super::Around;
use crate::inputs::parameters::Key;
use crate::kernel::random::Occasion;
use crate::state::planned::PlannedMeetings;
use crate::state::population::Row;
use crate::state::ties::{Channel, Encounter, units};

/// The month's planned meetings of pairs introduced before, one for each pair as long as some are to come.
pub fn meet_as_planned(around: &Around, planned: &mut PlannedMeetings, out: &mut Vec<Encounter>) {
    let contact = units(around.moment.value(Key::PlannedMeetingHours));
    for meeting in &mut planned.pairs {
        let [from, with] = meeting.pair;
        out.push(Encounter {
            who: meeting.who,
            from,
            with,
            units: contact,
            before: around.ties.between(from, with),
            slot: 0,
            ordinal: Occasion::PlannedMeeting as u16,
            channel: Channel::Structured,
        });
        meeting.left -= 1;
    }
    planned.pairs.retain(|meeting| meeting.left > 0);
}

/// Pairs introduced this month plan their meetings.
pub fn plan_meetings(around: &Around, introduced: &[(Row, Row)], planned: &mut PlannedMeetings) {
    let meetings = around.moment.value(Key::PlannedMeetings) as u8;
    let who = |row: Row| around.residents.address[row as usize];
    for (a, b) in introduced {
        planned.plan([*a, *b], who(*a).pair(who(*b)), meetings);
    }
}
