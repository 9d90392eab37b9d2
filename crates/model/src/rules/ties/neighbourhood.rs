//! Which other communes people meet others from.

use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::Travel;
use crate::kernel::parallel;
use crate::kernel::portable::exp;
use crate::kernel::random::{Categorical, Steps, Uniform};

/// Communes up to which every other one is known to the last draw: 4 MB.
const MOST_EXACT: usize = 1024;

/// Which other communes the residents of each commune meet people from.
///
/// The weight of another commune falls with the minutes and is never zero. In a territory of more than 1,024 communes each
/// knows only those within reach: shares are rounded to one encounter in [`Steps::COUNT`], so that memory is linear in the
/// communes, and no share of a run of communes is off by more.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    elsewhere: Vec<Option<Elsewhere>>,
}

/// The other communes of one.
#[derive(Clone, Debug)]
pub(super) enum Elsewhere {
    All(Categorical),
    WithinReach(Steps),
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
                *row = (weights.iter().sum::<f64>() > 0.0).then(|| Elsewhere::new(&weights));
            }
        });
        Self { elsewhere }
    }

    /// The other communes of this one; none where there is nobody else.
    pub(super) fn of(&self, commune: usize) -> Option<&Elsewhere> {
        self.elsewhere[commune].as_ref()
    }
}

impl Elsewhere {
    fn new(weights: &[f64]) -> Self {
        if weights.len() <= MOST_EXACT {
            Self::All(Categorical::new(weights))
        } else {
            Self::WithinReach(Steps::new(weights))
        }
    }

    /// The commune that a draw chooses.
    #[inline]
    pub(super) fn chosen_by(&self, draw: Uniform) -> usize {
        match self {
            Self::All(weights) => draw.categorical(weights),
            Self::WithinReach(weights) => draw.step(weights),
        }
    }
}
