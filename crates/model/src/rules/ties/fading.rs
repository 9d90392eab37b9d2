//! Ties fade at two speeds: fresh ones fast, strong ones slowly (Burt 2002 on bridges).

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::exp;
use crate::state::ties::{STOCKS, Survey, Thresholds, Ties, UNITS_PER_HOUR};

/// Stocks below a quarter hour are no tie.
const LEAST: u16 = 16;

/// The stock after a month without contact, for every stock.
#[derive(Clone, Debug)]
pub struct Fading {
    after: Box<[u16; STOCKS]>,
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

    /// Fades every tie by one month, then counts what is left. `place[row]` is the number of the place that a resident
    /// uses, 0 for none.
    pub fn month(&self, ties: &mut Ties, place: &[u8], out: &mut [Survey]) {
        ties.fade(&self.after, self.thresholds, place, out);
    }
}
