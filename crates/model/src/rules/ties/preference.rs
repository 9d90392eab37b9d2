//! Preference for one's own origin, and how little being helped by the other moves it.
//!
//! `r_i = 1 + (r0 - 1) exp(-kappa E_i)`, with `E_i` the help received from the other origin, fading. The evidence is weak
//! (Pettigrew, Tropp 2006: r -.21, correlational; Paluck, Green, Green 2019), so `kappa` is given for one standard deviation of
//! `E` among the founders, and `r0` is such that the founders' mean preference is the parameter whatever `kappa`.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::exp;
use crate::state::population::{Residents, Row};

/// The preference of a territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Preference {
    /// That of somebody whom the other origin never helped, less 1.
    excess: f64,
    /// By how much its logarithm falls with the help received.
    kappa: f64,
}

impl Preference {
    /// The same preference for everybody: that of the parameter.
    #[must_use]
    pub fn fixed(values: &Values) -> Self {
        Self { excess: values[Key::SameOriginPreference] - 1.0, kappa: 0.0 }
    }

    /// The preference that founders have learnt, with the help that each received so far by row.
    #[must_use]
    pub fn learnt(values: &Values, residents: &Residents, helped_across: &[f64]) -> Self {
        let helped: Vec<f64> = residents
            .order()
            .iter()
            .filter(|row| !residents.secluded[**row as usize])
            .map(|row| helped_across[*row as usize])
            .collect();
        let n = helped.len().max(1) as f64;
        let mean = helped.iter().sum::<f64>() / n;
        let spread = (helped.iter().map(|help| (help - mean) * (help - mean)).sum::<f64>() / n).sqrt();
        let kappa = if spread > 0.0 { values[Key::PreferenceLearning] / spread } else { 0.0 };
        let left = helped.iter().map(|help| exp(-kappa * help)).sum::<f64>() / n;
        let Self { excess, .. } = Self::fixed(values);
        // Without anybody there is nothing to divide by, nor anybody to prefer.
        if helped.is_empty() { Self::fixed(values) } else { Self { excess: excess / left, kappa } }
    }

    /// Preference of somebody who received this much help from the other origin.
    #[must_use]
    pub fn ratio(&self, helped_across: f64) -> f64 {
        let left = if self.kappa > 0.0 { exp(-self.kappa * helped_across) } else { 1.0 };
        1.0 + self.excess * left
    }

    /// Chance of taking up with somebody of the other origin, when one of the own would be taken up with for sure.
    #[must_use]
    pub(super) fn other_origin(&self, helped_across: &[f64], row: Row) -> f64 {
        1.0 / self.ratio(helped_across.get(row as usize).copied().unwrap_or(0.0))
    }
}
