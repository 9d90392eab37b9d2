//! Minutes of travel between communes.

use super::Territory;
use crate::inputs::parameters::{Key, Values};
use crate::kernel::units::great_circle_km;

/// Communes up to which all minutes are kept: 4 MB.
const MOST_KEPT: usize = 1024;

/// Minutes by road between communes: great circle, times road over crow flies, over speed, plus the minutes of any trip.
/// Symmetric; a trip within a commune takes the fixed minutes alone.
///
/// Kept as a dense table for up to 1,024 communes and computed on demand beyond, with the same bits.
#[derive(Clone, Debug)]
pub struct Travel {
    points: Vec<(f64, f64)>,
    minutes_per_km: f64,
    fixed_minutes: f64,
    kept: Option<Vec<f32>>,
}

impl Travel {
    /// The travel minutes of a territory under these parameters.
    #[must_use]
    pub fn new(territory: &Territory, values: &Values) -> Self {
        let mut travel = Self {
            points: territory.communes.iter().map(|commune| commune.point).collect(),
            minutes_per_km: values[Key::CrowFliesRatio] * 60.0 / values[Key::Speed],
            fixed_minutes: values[Key::FixedMinutes],
            kept: None,
        };
        let n = travel.points.len();
        if n <= MOST_KEPT {
            let mut kept = vec![0.0; n * n];
            for from in 0..n {
                for to in from..n {
                    let minutes = travel.compute(from, to);
                    kept[from * n + to] = minutes;
                    kept[to * n + from] = minutes;
                }
            }
            travel.kept = Some(kept);
        }
        travel
    }

    /// Minutes between the communes at these positions of [`Territory::communes`].
    ///
    /// # Panics
    /// When a position is none.
    #[must_use]
    pub fn minutes(&self, from: u16, to: u16) -> f32 {
        let (from, to) = (usize::from(from), usize::from(to));
        match &self.kept {
            Some(kept) => kept[from * self.points.len() + to],
            None => self.compute(from.min(to), from.max(to)),
        }
    }

    fn compute(&self, from: usize, to: usize) -> f32 {
        let km = great_circle_km(self.points[from], self.points[to]);
        (self.fixed_minutes + km * self.minutes_per_km) as f32
    }
}
