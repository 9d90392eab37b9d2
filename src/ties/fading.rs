//! Ties fade at two speeds: fresh ones fast, strong ones slowly (Burt 2002 on bridges).

use super::{Marks, SLOTS, Survey, Ties, UNITS_PER_HOUR, slots_where};
use crate::parallel;
use crate::parameters::{Key, Values};
use crate::population::Row;
use crate::portable::exp;

/// Stocks below a quarter hour are no tie.
const LEAST: u16 = 16;

/// Stocks that there are.
const UNITS: usize = 1 << u16::BITS;

/// The stock after a month without contact, for every stock.
#[derive(Clone, Debug)]
pub struct Fading {
    after: Box<[u16; UNITS]>,
}

impl Fading {
    /// Tabulates `h - h (d1 + d0 exp(-h / h0))`, rounded to the stored unit.
    ///
    /// # Panics
    /// Never: every stock is tabulated.
    #[must_use]
    pub fn new(values: &Values) -> Self {
        let after = |units: u16| {
            let hours = f64::from(units) / UNITS_PER_HOUR;
            let lost = Self::monthly_loss(values, hours);
            let left = (f64::from(units) * (1.0 - lost)).round() as u16;
            if left < LEAST { 0 } else { left }
        };
        let after: Box<[u16]> = (0..=u16::MAX).map(after).collect();
        Self { after: after.try_into().expect("one for every stock") }
    }

    /// Share of its hours that a tie of `hours` loses in a month without contact.
    #[must_use]
    pub fn monthly_loss(values: &Values, hours: f64) -> f64 {
        (values[Key::FadeSlow] + values[Key::FadeFast] * exp(-hours / values[Key::FadeScale])).min(1.0)
    }

    /// Fades every tie by one month, then counts what is left; both sides fade alike, so a tie ends on both at once.
    pub fn month(&self, ties: &mut Ties, marks: &Marks, out: &mut [Survey]) {
        let (ends, degrees) = (&ties.end, &ties.degree);
        let columns = (&mut ties.stock[..], &mut ties.ending[..], &mut *out);
        parallel::columns(parallel::CHUNK, columns, |first, (stocks, ending, out)| {
            let rows =
                stocks.chunks_mut(TOGETHER).zip(ending.chunks_mut(TOGETHER)).zip(out.chunks_mut(TOGETHER));
            for (first, ((stocks, ending), out)) in (first..).step_by(TOGETHER).zip(rows) {
                let mut others = [[0; SLOTS]; TOGETHER];
                for (at, (stocks, others)) in (first..).zip(stocks.iter_mut().zip(&mut others)) {
                    let degree = degrees[at] as usize;
                    for ((end, stock), mark) in ends[at][..degree].iter().zip(stocks).zip(others) {
                        *stock = self.after[*stock as usize];
                        *mark = marks.of(end.other());
                    }
                }
                for (at, others) in (first..).zip(&others).take(stocks.len()) {
                    let stocks = &stocks[at - first];
                    out[at - first] = marks.count(marks.of(at as Row), others, stocks);
                    let taken = ((1_u64 << degrees[at]) - 1) as u32;
                    ending[at - first] = slots_where(|slot| stocks[slot] == 0) & taken;
                }
            }
        });
        if parallel::threads() == 1 {
            for row in 0..ties.ending.len() {
                drop_ended(ties, row as Row);
            }
        } else {
            ties.drop_ended_side_by_side();
        }
    }
}

/// Residents whose ties fade together: a number just written by itself is not read with its neighbours at once, for which
/// a processor would have to wait.
const TOGETHER: usize = 8;

/// Empties the slots of the ties that ended.
fn drop_ended(ties: &mut Ties, row: Row) {
    let mut ended = std::mem::take(&mut ties.ending[row as usize]);
    // From the last to the first, so that what moves into a slot goes on.
    while ended != 0 {
        let slot = ended.ilog2();
        ended ^= 1 << slot;
        ties.drop_slot(row, slot as usize);
    }
}
