//! Whether the money that settings can make is counted to the cent: a bound found before anything is simulated.

use super::fold::Folded;
use super::number::plain;
use super::written::Written;
use crate::inputs::mistakes::{Help, Mistakes, Spot, Wrong};
use crate::inputs::parameters::{Key, Values};
use crate::inputs::territory::Territory;
use crate::kernel::portable::{exp, ln};

/// Income of a territory up to which a scenario is simulated, EUR a year. `Cents` hold 9.2e16 EUR: what is left, a factor of
/// 1,800, is for a population that grows over a century and for sums over its years.
pub const MOST_INCOME: f64 = 5e13;

/// Euros in the unit in which such sums are told.
const BILLION: f64 = 1e9;
/// Standard deviations within which every draw of the normal distribution stands: a draw has 32 bits.
const FARTHEST: f64 = 6.4;
/// So many enterprises may all be as large as a draw allows. Of four billion draws one is.
const FAR_OUT: f64 = 100.0;
/// The others together may reach so many times their mean: at the largest spread the sum of ten thousand of them is within
/// a tenth of its mean.
const OVER_MEAN: f64 = 2.0;

/// Incomes of which each adult has one.
const INCOMES: [Key; 8] = [
    Key::FarmIncome,
    Key::ProductiveWage,
    Key::CommuterWage,
    Key::RemoteWage,
    Key::Pension,
    Key::PublicWage,
    Key::UnemployedBenefit,
    Key::InactiveBenefit,
];

/// Settings that multiply each other in an income. Those of single incomes are bounded by their ranges.
const FACTORS: [Key; 7] = [
    Key::TurnoverMedian,
    Key::TurnoverSpread,
    Key::TurnoverKnowHow,
    Key::KnowHowCeiling,
    Key::MostAtOnce,
    Key::VentureSales,
    Key::LocalSpending,
];

/// By how much the owner's know-how can multiply turnover: `exp(strength x ceiling)`.
fn by_know_how(values: &Values) -> f64 {
    exp(values[Key::TurnoverKnowHow] * values[Key::KnowHowCeiling])
}

/// The largest turnover of its own that an enterprise can have, EUR a year: `median x spread^6.4 x exp(strength x ceiling)`.
#[must_use]
pub fn largest_turnover(values: &Values) -> f64 {
    values[Key::TurnoverMedian] * exp(FARTHEST * ln(values[Key::TurnoverSpread])) * by_know_how(values)
}

/// The mean of such turnovers when all owners know as much as can be, EUR a year.
#[must_use]
pub fn mean_turnover(values: &Values) -> f64 {
    let spread = ln(values[Key::TurnoverSpread]);
    values[Key::TurnoverMedian] * exp(spread * spread / 2.0) * by_know_how(values)
}

/// A bound on the income Y of a territory of so many inhabitants and second homes, EUR a year: every inhabitant has an
/// enterprise, the highest of the other incomes and sales in as many ventures as can be. What enterprises supply to each
/// other adds value of their own sales at most, whatever circulates (`Enterprises::trade`).
#[must_use]
pub fn largest_income(values: &Values, inhabitants: f64, second_homes: f64) -> f64 {
    let sales = FAR_OUT * largest_turnover(values) + inhabitants * OVER_MEAN * mean_turnover(values);
    let one = INCOMES.into_iter().map(|key| values[key]).fold(0.0, f64::max);
    let ventures = values[Key::MostAtOnce] * values[Key::VentureSales];
    let each = one + ventures + values[Key::ChildBenefit] + values[Key::HealthTransfer];
    let first = sales + inhabitants * each + second_homes * values[Key::SecondHome];
    first / (1.0 - values[Key::LocalSpending])
}

/// Checks that incomes fit, and names the settings where they do not.
pub(super) fn check(folded: &Folded, values: &Values, territory: &Territory, mistakes: &mut Mistakes) {
    let inhabitants = territory.total(|commune| commune.population);
    let second_homes = territory.total(|commune| commune.second_homes);
    let most = largest_income(values, inhabitants, second_homes);
    if most <= MOST_INCOME {
        return;
    }
    let written = FACTORS.into_iter().filter_map(|key| Some((key, folded.values.get(&key)?)));
    let rank = |written: &Written<f64>| (written.layer, written.spot.line, written.spot.span.start);
    let last = written.max_by_key(|(_, written)| rank(written));
    let spot = last.map(|(_, written)| written.spot.clone());
    let spot = spot.or_else(|| folded.territory.given().map(|territory| territory.spot.clone()));
    let row = last.map_or(Key::TurnoverMedian, |(key, _)| key).row();
    let named = |key: Key| format!("`{}` {}", key.row().name, plain(values[key]));
    let what = Wrong::TooMuchMoney {
        inhabitants: format!("{inhabitants:.0}"),
        terms: FACTORS.map(named).join(", "),
        sum: format!("{:.0}", most / BILLION),
        most: format!("{:.0}", MOST_INCOME / BILLION),
    };
    let help = Help::LowerMoney { name: row.name, range: row.range() };
    mistakes.push(spot.unwrap_or_else(|| Spot::whole(&territory.name)), what, help);
}
