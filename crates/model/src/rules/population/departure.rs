//! Who leaves the territory: a hazard that falls with age and with what holds somebody here.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::exp;

/// What makes a resident stay or go.
#[derive(Clone, Copy, Debug)]
pub struct Attachment {
    /// Age, in years.
    pub age_years: f64,
    /// Strong ties.
    pub strong: u8,
    /// Fit in a community, 0 to 1.
    pub fit: f64,
    /// Came as a newcomer within the first years.
    pub recent_newcomer: bool,
}

/// Hazard of departure per year (model 4.1): falls with age after 25, with strong ties, with fit; higher for recent
/// newcomers.
#[must_use]
pub fn departure_per_year(values: &Values, attachment: &Attachment) -> f64 {
    let by_age = if attachment.age_years < 25.0 {
        values[Key::DepartureStudents]
    } else {
        values[Key::DepartureAt25] * exp(-(attachment.age_years - 25.0) / values[Key::DepartureDecline])
    };
    let held = values[Key::DepartureTies] * f64::from(attachment.strong.min(5))
        + values[Key::DepartureFit] * attachment.fit;
    let recent = if attachment.recent_newcomer { values[Key::DepartureNewcomerRatio] } else { 1.0 };
    by_age * exp(-held) * recent
}

/// [`departure_per_year`] with its exponentials tabulated by age and by number of strong ties.
pub(super) struct DepartureRates {
    by_age: Vec<f64>,
    by_ties: [f64; 6],
    fit: f64,
    recent: f64,
}

impl DepartureRates {
    pub(super) fn new(values: &Values) -> Self {
        let alone = |age_years: f64| Attachment { age_years, strong: 0, fit: 0.0, recent_newcomer: false };
        Self {
            by_age: (0..=130).map(|age| departure_per_year(values, &alone(f64::from(age) + 0.5))).collect(),
            by_ties: std::array::from_fn(|ties| exp(-values[Key::DepartureTies] * ties as f64)),
            fit: values[Key::DepartureFit],
            recent: values[Key::DepartureNewcomerRatio],
        }
    }

    /// The highest hazard at an age: fit and ties only hold back.
    pub(super) fn most_per_year(&self, age: u32) -> f64 {
        [false, true].map(|recent| self.per_year(age, 0, 0.0, recent)).into_iter().fold(0.0, f64::max)
    }

    pub(super) fn per_year(&self, age: u32, strong: u8, fit: f64, recent_newcomer: bool) -> f64 {
        let held = if fit > 0.0 { exp(-self.fit * fit) } else { 1.0 };
        let recent = if recent_newcomer { self.recent } else { 1.0 };
        self.by_age[(age as usize).min(self.by_age.len() - 1)]
            * self.by_ties[strong.min(5) as usize]
            * held
            * recent
    }
}
