//! Ties fade at two speeds: fresh ones fast, strong ones slowly (Burt 2002 on bridges).

use super::{Marks, Survey, Ties, UNITS_PER_HOUR};
use crate::parameters::{Key, Values};
use crate::population::Row;
use crate::portable::exp;

/// Stocks below a quarter hour are no tie.
const LEAST: u16 = 16;

/// The stock after a month without contact, for every stock.
#[derive(Clone, Debug)]
pub struct Fading {
    after: Vec<u16>,
}

impl Fading {
    /// Tabulates `h - h (d1 + d0 exp(-h / h0))`, rounded to the stored unit.
    #[must_use]
    pub fn new(values: &Values) -> Self {
        let after = |units: u16| {
            let hours = f64::from(units) / UNITS_PER_HOUR;
            let lost = Self::monthly_loss(values, hours);
            let left = (f64::from(units) * (1.0 - lost)).round() as u16;
            if left < LEAST { 0 } else { left }
        };
        Self { after: (0..=u16::MAX).map(after).collect() }
    }

    /// Share of its hours that a tie of `hours` loses in a month without contact.
    #[must_use]
    pub fn monthly_loss(values: &Values, hours: f64) -> f64 {
        (values[Key::FadeSlow] + values[Key::FadeFast] * exp(-hours / values[Key::FadeScale])).min(1.0)
    }

    /// Fades every tie by one month, then counts what is left; both sides fade alike, so a tie ends on both at once.
    pub fn month(&self, ties: &mut Ties, order: &[Row], marks: &Marks, out: &mut [Survey]) {
        for row in order {
            self.fade(ties, *row);
            out[*row as usize] = marks.survey(ties, *row);
        }
    }

    fn fade(&self, ties: &mut Ties, row: Row) {
        let at = row as usize;
        let degree = ties.degree[at] as usize;
        let mut ended = false;
        for stock in &mut ties.stock[at][..degree] {
            *stock = self.after[*stock as usize];
            ended |= *stock == 0;
        }
        let mut slot = degree;
        while ended && slot > 0 {
            slot -= 1;
            if ties.stock[at][slot] == 0 {
                ties.drop_slot(row, slot);
            }
        }
    }
}
