//! Ages: from seven census classes to months of birth.
//!
//! Within a class the density of ages is a straight line. At the border of two classes it takes the mean of their two
//! densities, as summed over the territory (a commune alone is too small to show a slope), as far as it stays positive
//! everywhere. From 90 on it falls exponentially, cut at 110. Ages are drawn in strata: the `i`-th of the `n` people of
//! a commune's class takes the quantile `(i + u) / n` with a uniform `u` of their own, so that even a small commune has
//! young and old of each class, and one person more shifts the others by a fraction of a year.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::{exp, ln_1p};

/// First years of age of the bands: the census classes with 15-29 cut at 18.
const BANDS: [u32; 8] = [0, 15, 18, 30, 45, 60, 75, 90];
/// Oldest age, in years; nobody reaches it at the start.
const OLDEST: u32 = 110;
/// The band that begins at 90.
const LAST: usize = BANDS.len() - 1;

/// Position of the first adult band.
pub(super) const FIRST_ADULT_BAND: usize = 2;

/// People of one commune by band.
pub(super) type Bands = [u32; BANDS.len()];

/// Cuts the census classes of a commune into bands: `youth_share` of those aged 15 to 29, rounded, is 15 to 17.
pub(super) fn bands(classes: &[u32; 7], youth_share: f64) -> Bands {
    let youth = ((f64::from(classes[1]) * youth_share).round() as u32).min(classes[1]);
    let [children, young, rest @ ..] = *classes;
    let mut bands = [children, youth, young - youth, 0, 0, 0, 0, 0];
    bands[3..].copy_from_slice(&rest);
    bands
}

/// The curve of ages within each band.
pub(super) struct AgeCurve {
    /// Half the relative difference of density between the ends of a band, -1 to 1; 0 is even.
    slopes: [f64; BANDS.len()],
    /// Mean years beyond 90.
    beyond_90_years: f64,
}

impl AgeCurve {
    /// The curve of a territory of these people.
    pub(super) fn new(people: &[Bands], values: &Values) -> Self {
        let beyond_90_years = values[Key::AgeBeyond90];
        let density: [f64; BANDS.len()] = std::array::from_fn(|band| {
            let total: f64 = people.iter().map(|bands| f64::from(bands[band])).sum();
            let width = BANDS.get(band + 1).map_or(beyond_90_years, |next| f64::from(next - BANDS[band]));
            total / width
        });
        let slopes = std::array::from_fn(|band| {
            if band == LAST || density[band] <= 0.0 {
                return 0.0;
            }
            let left = if band == 0 { density[0] } else { f64::midpoint(density[band - 1], density[band]) };
            let right = f64::midpoint(density[band], density[band + 1]);
            ((right - left) / (2.0 * density[band])).clamp(-1.0, 1.0)
        });
        Self { slopes, beyond_90_years }
    }

    /// Age in completed months at this quantile of a band.
    pub(super) fn months(&self, band: usize, quantile: f64) -> u32 {
        let start = BANDS[band];
        let end = BANDS.get(band + 1).copied().unwrap_or(OLDEST);
        let width = f64::from(end - start);
        let years = if band == LAST {
            let mean = self.beyond_90_years;
            -mean * ln_1p(-quantile * (1.0 - exp(-width / mean)))
        } else {
            // The root of x + slope (x^2 - x) = quantile, in the form that a slope of 0 does not divide by.
            let level = 1.0 - self.slopes[band];
            let root = (level * level + 4.0 * self.slopes[band] * quantile).max(0.0).sqrt();
            width * (2.0 * quantile / (level + root))
        };
        (start * 12 + (years * 12.0) as u32).min(end * 12 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(bands: Bands) -> AgeCurve {
        AgeCurve::new(&[bands], &Values::default())
    }

    #[test]
    fn ages_grow_with_the_quantile_and_stay_in_their_band() {
        for people in [[1; 8], [0, 5, 0, 900, 1, 0, 70, 3], [1289, 287, 861, 1560, 2329, 2932, 1568, 293]] {
            let curve = curve(people);
            for (band, start) in BANDS.iter().enumerate() {
                let end = BANDS.get(band + 1).copied().unwrap_or(OLDEST);
                let ages: Vec<u32> =
                    (0..=1000).map(|at| curve.months(band, f64::from(at) / 1000.0)).collect();
                assert!(ages.is_sorted());
                assert!(ages[0] == start * 12 && ages[1000] < end * 12);
            }
        }
    }

    #[test]
    fn a_band_between_fewer_and_more_is_older_than_its_middle() {
        let curve = curve([1289, 287, 861, 1560, 2329, 2932, 1568, 293]);
        assert!(curve.months(3, 0.5) > 37 * 12 + 6, "more people aged 45 to 59 than 18 to 29");
        assert!(curve.months(6, 0.5) < 82 * 12 + 6, "fewer people aged 90 and more than 60 to 74");
    }
}
