//! What a productive venture brings.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::{exp, ln, pow};
use crate::kernel::units::Cents;
use crate::state::population::{Origin, Residents};
use crate::state::works::{CommonWork, Purpose};

/// How well a team's place-bound and market skills combine: 1 when they balance (CES, equal weights, scaled).
/// A perfect substitution gives 1 to every team.
#[must_use]
pub fn skill_mix(values: &Values, team: [u32; 2]) -> f64 {
    let total = f64::from(team[0] + team[1]);
    if total == 0.0 {
        return 0.0;
    }
    let of_locals = values[Key::LocalPlaceSkill];
    let locals = f64::from(team[Origin::Local as usize]) / total;
    let place_bound = locals * of_locals + (1.0 - locals) * (1.0 - of_locals);
    let market = 1.0 - place_bound;
    let elasticity = values[Key::SkillElasticity];
    let exponent = (elasticity - 1.0) / elasticity;
    2.0 * if exponent.abs() < 1e-9 {
        exp(0.5 * (ln(place_bound) + ln(market)))
    } else {
        pow(0.5 * (pow(place_bound, exponent) + pow(market, exponent)), 1.0 / exponent)
    }
}

/// Sales of a productive venture in a year; nothing before it operates, in a month in which too few contribute, or for another
/// purpose.
#[must_use]
pub fn venture_sales(values: &Values, residents: &Residents, work: &CommonWork) -> Cents {
    if !work.serves() || work.purpose() != Purpose::ProductiveVenture {
        return Cents(0);
    }
    let team = work.by_origin(residents);
    Cents::from_eur(values[Key::VentureSales] * f64::from(team[0] + team[1]) * skill_mix(values, team))
}
