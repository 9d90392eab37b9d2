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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::random::{CommuneCode, Who};
    use crate::kernel::units::Month;
    use crate::state::population::{Brought, Entrant, Occupation, Origin};

    fn residents(count: u32) -> Residents {
        let mut residents = Residents::default();
        for index in 0..count {
            residents.enter(&Entrant {
                address: Who::founder(CommuneCode::parse("1").expect("a code"), index),
                origin: Origin::Local,
                birth: Month::FIRST,
                arrived: Month::FIRST,
                commune: 0,
                occupation: Occupation::Inactive,
                secluded: false,
                skill: 0.0,
                brought: Brought::No,
            });
        }
        residents
    }

    /// Whatever the strength, founders prefer on average as the parameter says; who was helped more prefers less.
    #[test]
    fn the_mean_preference_of_founders_is_the_parameter() {
        let residents = residents(200);
        let helped: Vec<f64> = (0..200).map(|at| f64::from(at * at % 37)).collect();
        let mut values = Values::default();
        for strength in [0.0, 0.024, 0.15] {
            values.set(Key::PreferenceLearning, strength);
            let preference = Preference::learnt(&values, &residents, &helped);
            let mean = helped.iter().map(|help| preference.ratio(*help)).sum::<f64>() / 200.0;
            assert!((mean - values[Key::SameOriginPreference]).abs() < 1e-12, "{mean} at {strength}");
            let more = preference.ratio(20.0) - preference.ratio(10.0);
            assert!(if strength > 0.0 { more < 0.0 } else { more == 0.0 }, "{more} at {strength}");
        }
        // One standard deviation of help takes off the strength, in logarithms of what is preferred beyond 1.
        let mean = helped.iter().sum::<f64>() / 200.0;
        let spread = (helped.iter().map(|help| (help - mean) * (help - mean)).sum::<f64>() / 200.0).sqrt();
        let preference = Preference::learnt(&values, &residents, &helped);
        let ratio = (preference.ratio(mean + spread) - 1.0) / (preference.ratio(mean) - 1.0);
        assert!((ratio - exp(-0.15)).abs() < 1e-12, "{ratio}");
    }

    #[test]
    fn nobody_helped_and_nobody_there_leave_the_parameter() {
        let values = Values::default();
        assert_eq!(Preference::learnt(&values, &residents(0), &[]), Preference::fixed(&values));
        let none = Preference::learnt(&values, &residents(9), &[0.0; 9]);
        assert!((none.ratio(5.0) - values[Key::SameOriginPreference]).abs() < 1e-12);
    }
}
