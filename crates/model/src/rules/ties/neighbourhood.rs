//! Which other communes people meet others from.

use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::Travel;
use crate::kernel::parallel;
use crate::kernel::portable::exp;
use crate::kernel::random::Categorical;

/// Which other communes the residents of each commune meet people from.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    pub(super) elsewhere: Vec<Option<Categorical>>,
}

impl Neighbourhood {
    /// Weights the other communes by their residents at the start and by `exp(-minutes / decline)`.
    #[must_use]
    pub fn new(values: &Values, travel: &Travel, adults: &[u32]) -> Self {
        let decline = values[Key::ElsewhereMinutes];
        let weights = |from: usize| -> Vec<f64> {
            (0..adults.len())
                .map(|to| {
                    let minutes = f64::from(travel.minutes(from as u16, to as u16));
                    if to == from { 0.0 } else { f64::from(adults[to]) * exp(-minutes / decline) }
                })
                .collect()
        };
        let mut elsewhere = vec![None; adults.len()];
        parallel::columns(1, &mut elsewhere[..], |first, rows| {
            for (from, row) in (first..).zip(rows) {
                let weights = weights(from);
                *row = (weights.iter().sum::<f64>() > 0.0).then(|| Categorical::new(&weights));
            }
        });
        Self { elsewhere }
    }
}
