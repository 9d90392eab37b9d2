//! Ties fade at two speeds: fresh ones fast, strong ones slowly (Burt 2002 on bridges).

use super::survey::Thresholds;
use super::{SLOTS, Survey, Ties, UNITS_PER_HOUR, slots};
use crate::parallel;
use crate::parameters::{Key, Values};
use crate::portable::exp;

/// Stocks below a quarter hour are no tie.
const LEAST: u16 = 16;

/// Stocks that there are.
const UNITS: usize = 1 << u16::BITS;

/// The stock after a month without contact, for every stock.
#[derive(Clone, Debug)]
pub struct Fading {
    after: Box<[u16; UNITS]>,
    thresholds: Thresholds,
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
        Self { after: after.try_into().expect("one for every stock"), thresholds: Thresholds::new(values) }
    }

    /// Share of its hours that a tie of `hours` loses in a month without contact.
    #[must_use]
    pub fn monthly_loss(values: &Values, hours: f64) -> f64 {
        (values[Key::FadeSlow] + values[Key::FadeFast] * exp(-hours / values[Key::FadeScale])).min(1.0)
    }

    /// Fades every tie by one month, then counts what is left; both sides fade alike, so a tie ends on both at once.
    /// `place[row]` is the number of the place that a resident uses, 0 for none.
    pub fn month(&self, ties: &mut Ties, place: &[u8], out: &mut [Survey]) {
        // Slots whose ties end, one bit each.
        let mut ending = vec![0_u32; ties.stock.len()];
        let (ends, degrees) = (&ties.end, &ties.degree);
        let columns = (&mut ties.stock[..], &mut ending[..], &mut *out);
        parallel::columns(parallel::CHUNK, columns, |first, (stocks, ending, out)| {
            let rows = ends[first..].iter().zip(&degrees[first..]);
            for (((stocks, ending), out), (ends, degree)) in stocks.iter_mut().zip(ending).zip(out).zip(rows)
            {
                // Read and written as a whole: a number just written is not read with its neighbours at once, for which
                // a processor would have to wait.
                let left: [u16; SLOTS] = std::array::from_fn(|slot| self.after[stocks[slot] as usize]);
                *out = self.thresholds.count(ends, &left);
                let taken = ((1_u64 << degree) - 1) as u32;
                *ending = taken & !slots::at_least(&left, 1);
                *stocks = left;
            }
        });
        if parallel::threads() == 1 {
            ties.drop_ended(&ending);
        } else {
            ties.drop_ended_side_by_side(&ending);
        }
        self.thresholds.tell(ties, place, out);
    }
}
