//! Effects that are assumed: a lever of the policy multiplies a factor of the indicator, so that the sign of the effect was
//! written before anything was simulated. Only its size, and what else follows from it, was found.

use hameau_model::inputs::parameters::{InstrumentKind, Key};
use hameau_model::inputs::scenario::{Instrument, Scenario};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::Indicator;

/// The number of common works, and of those who take part, goes with the number of ideas that somebody is paid to raise.
const WORKS: &[Indicator] = &[
    Indicator::WorksStarted,
    Indicator::WorksCommitted,
    Indicator::WorksOperating,
    Indicator::WorksEnded,
    Indicator::AdultsInWork,
    Indicator::MixedWork,
    Indicator::MonthsToFirstWork,
];
/// Part of what is sold outside counts as anchored by the linkage of who sells it, which is what supplier meetings move; so are
/// purchases made here in place of outside.
const ANCHORED: &[Indicator] = &[
    Indicator::LocalLinkage,
    Indicator::IncomeSubstituted,
    Indicator::ProductiveAnchored,
    Indicator::ProductiveAnchoredJobs,
    Indicator::CostPerAnchoredJob,
];
/// Persons brought are counted when they come.
const BROUGHT: &[Indicator] = &[
    Indicator::ProgrammeArrivals,
    Indicator::Arrivals,
    Indicator::ArrivalsNewcomers,
    Indicator::Newcomers,
    Indicator::NewcomersShare,
    Indicator::Adults,
    Indicator::Inhabitants,
    Indicator::NetMigration,
];
/// Who co-governs decides.
const GOVERNED: &[Indicator] = &[Indicator::RungCoDeciders];

/// Outcomes of the lists above that fall where the others rise.
const FALLS: [Indicator; 2] = [Indicator::MonthsToFirstWork, Indicator::CostPerAnchoredJob];

/// Each lever that multiplies a factor of indicators, and these.
const MULTIPLIES: [(InstrumentKind, Key, &[Indicator]); 6] = [
    (InstrumentKind::Facilitation, Key::ConveningShare, WORKS),
    (InstrumentKind::CollectiveSupport, Key::SupportIdeas, WORKS),
    (InstrumentKind::BusinessAnchoring, Key::AnchoringMeetings, ANCHORED),
    (InstrumentKind::Welcome, Key::WelcomePersons, BROUGHT),
    (InstrumentKind::GatewayHousing, Key::GatewayHomes, BROUGHT),
    (InstrumentKind::PlaceGovernance, Key::CoGovernance, GOVERNED),
];

/// The lever that makes an effect of a policy on an indicator, against a reference, one that was assumed: of those that
/// multiply a factor of it, one that the policy applies more, where it rises by `difference`, or less, where it falls, until
/// the end of `month`. An effect against its lever was found.
#[must_use]
pub fn assumed(
    (policy, reference): (&Scenario, &Scenario),
    indicator: Indicator,
    month: Month,
    difference: f64,
) -> Option<Key> {
    let rises = if FALLS.contains(&indicator) { -difference } else { difference };
    let of = |(kind, key, indicators): &(InstrumentKind, Key, &[Indicator])| {
        let applied = |scenario: &Scenario| applied(scenario, *kind, *key, month);
        let more = applied(policy) - applied(reference);
        (indicators.contains(&indicator) && more * rises > 0.0).then_some(*key)
    };
    MULTIPLIES.iter().find_map(of)
}

/// How much of a lever a scenario applies until the end of a month: its value over the months in force, for each post where
/// posts apply it.
fn applied(scenario: &Scenario, kind: InstrumentKind, key: Key, month: Month) -> f64 {
    let entry = |entry: &&Instrument| entry.kind == kind;
    let amount = |entry: &Instrument| {
        let last = entry.until.map_or(month, |until| until.min(month));
        let months = last.plus(1).months_after(entry.from.max(scenario.start()));
        let posts = entry.levers.values.get(&Key::FacilitationFte).copied().unwrap_or(1.0);
        posts * entry.levers[key] * f64::from(months)
    };
    scenario.programme.iter().filter(entry).map(amount).sum()
}
