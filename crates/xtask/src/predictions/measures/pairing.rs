//! How two policies meet the same world: whose ties differ, and how much less noise a paired difference has.

use crate::common::life::Life;
pub use crate::common::pairs::{Gauge, gain};
use crate::common::pairs::{differing, gauged};

/// Share of the residents of both worlds whose ties differ.
pub fn share_that_differs(a: &mut Life, b: &mut Life, month: u32) -> Option<f64> {
    let [differing, all] = differing(a.to(month), b.to(month));
    (all > 0).then(|| f64::from(differing) / f64::from(all))
}

/// What a gain is about.
pub fn gauge(name: &str) -> Option<Gauge> {
    gauged().into_iter().find(|(other, _)| *other == name).map(|(_, gauge)| gauge)
}
