//! Does more of X move Y the right way, in the same worlds?
//!
//! A direction is the sign of a difference between paired worlds that its own scatter does not explain: the interval of the
//! mean difference, from the standard error of the pairs, lies on one side of 0. Indicators that are undefined in a world
//! leave it out; they are no 0.

use crate::common::{RICH, small, world};
use hameau_analysis::statistics::{Interval, paired_mean_interval};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;

const WORLDS: u32 = 12;
/// Worlds in which an indicator may be undefined in one of the two.
const UNDEFINED: usize = 3;
/// Of some twenty directions, one false in fifty runs of other seeds.
const CONFIDENCE: f64 = 0.998;

/// The indicator at the end of a world.
fn last(scenario: &Scenario, replicate: u32, indicator: Indicator) -> Option<f64> {
    simulate(scenario, world(replicate), |_| ()).months.last().expect("months").of(indicator)
}

/// The interval of the mean of these differences.
fn interval(differences: &[f64]) -> Interval {
    assert!(differences.len() + UNDEFINED >= WORLDS as usize, "defined in {} worlds only", differences.len());
    paired_mean_interval(differences, CONFIDENCE).expect("several worlds")
}

/// The effect of an override in paired worlds, after `months`, beside what both sides have in common.
fn effect(months: u32, common: &[&str], set: [&str; 2], indicator: Indicator) -> Interval {
    let [low, high] = set.map(|set| small(months, RICH, &[common, &[set]].concat()));
    let difference = |replicate| Some(last(&high, replicate, indicator)? - last(&low, replicate, indicator)?);
    interval(&(0..WORLDS).filter_map(difference).collect::<Vec<f64>>())
}

fn rises(months: u32, set: [&str; 2], indicator: Indicator) {
    let effect = effect(months, &[], set, indicator);
    assert!(effect.low > 0.0, "from {} to {}: {indicator:?} moves by {effect:?}", set[0], set[1]);
}

fn falls(months: u32, set: [&str; 2], indicator: Indicator) {
    let effect = effect(months, &[], set, indicator);
    assert!(effect.high < 0.0, "from {} to {}: {indicator:?} moves by {effect:?}", set[0], set[1]);
}

/// Worlds that share nothing differ, and in no direction; a thousandth of a parameter is no direction either.
#[test]
fn chance_has_no_direction() {
    let scenario = small(24, RICH, &[]);
    for indicator in
        [Indicator::Deaths, Indicator::ActiveUsers, Indicator::HelpGiven, Indicator::StrongDegree]
    {
        let of = |replicate| last(&scenario, replicate, indicator).expect("defined");
        let effect = interval(&(0..WORLDS).map(|world| of(world + WORLDS) - of(world)).collect::<Vec<_>>());
        assert!(effect.low < 0.0 && effect.high > 0.0, "{indicator:?} moves by {effect:?}");
    }
    let set = [
        "population.births_per_adult_20_to_39_per_year=0.05",
        "population.births_per_adult_20_to_39_per_year=0.05005",
    ];
    let effect = effect(24, &[], set, Indicator::Children);
    assert!(effect.low <= 0.0, "a thousandth more births: {effect:?}");
}

#[test]
fn mortality_takes_inhabitants() {
    let set =
        ["population.mortality_senescent_per_year=1e-5", "population.mortality_senescent_per_year=3e-5"];
    falls(24, set, Indicator::Inhabitants);
    rises(24, set, Indicator::Deaths);
}

#[test]
fn births_give_children() {
    let set = [
        "population.births_per_adult_20_to_39_per_year=0.03",
        "population.births_per_adult_20_to_39_per_year=0.08",
    ];
    rises(24, set, Indicator::Children);
}

#[test]
fn gross_arrivals_give_inhabitants() {
    let set = ["arrivals.gross_per_thousand_per_year=20", "arrivals.gross_per_thousand_per_year=45"];
    rises(24, set, Indicator::Inhabitants);
}

#[test]
fn a_stronger_programme_brings_more_people() {
    let set =
        ["programme.welcome.brought_persons_per_year=4", "programme.welcome.brought_persons_per_year=30"];
    rises(24, set, Indicator::ProgrammeArrivals);
    rises(24, set, Indicator::Newcomers);
}

#[test]
fn a_dearer_place_has_fewer_users() {
    falls(
        30,
        ["programme.place.fee_eur_per_day=0", "programme.place.fee_eur_per_day=100"],
        Indicator::ActiveUsers,
    );
}

#[test]
fn preference_for_ones_own_closes_ties() {
    let set = ["contact.same_origin_preference_ratio=1", "contact.same_origin_preference_ratio=5"];
    rises(24, set, Indicator::NewcomersIh);
    rises(24, set, Indicator::Assortativity);
}

#[test]
fn belief_makes_help() {
    let set =
        ["cooperation.help_without_belief_probability=0", "cooperation.help_without_belief_probability=0.15"];
    rises(18, set, Indicator::HelpGiven);
}

#[test]
fn faster_fading_leaves_fewer_ties() {
    falls(
        18,
        ["contact.fading_slow_per_month=0.005", "contact.fading_slow_per_month=0.03"],
        Indicator::StrongDegree,
    );
}

#[test]
fn convening_starts_works() {
    let set = ["programme.host.convening_share=0", "programme.host.convening_share=0.5"];
    rises(30, set, Indicator::WorksStarted);
}

#[test]
fn a_benefit_worth_the_cost_makes_works_commit() {
    rises(
        36,
        ["works.benefit_to_cost_ratio=2", "works.benefit_to_cost_ratio=12"],
        Indicator::WorksConversion,
    );
}

#[test]
fn supplier_meetings_anchor() {
    let set = ["programme.suppliers.meetings_per_year=0", "programme.suppliers.meetings_per_year=24"];
    rises(24, set, Indicator::LocalLinkage);
    rises(24, set, Indicator::IncomeSubstituted);
}

#[test]
fn suppliers_who_are_forgotten_sooner_anchor_less() {
    let rates = [0.0, 2.0].map(|rate| format!("enterprises.linkage_relaxation_per_year={rate}"));
    falls(36, [&rates[0], &rates[1]], Indicator::LocalLinkage);
}

#[test]
fn local_spending_multiplies_income() {
    rises(
        12,
        ["economy.local_spending_share=0.1", "economy.local_spending_share=0.5"],
        Indicator::IncomeTotal,
    );
}

#[test]
fn leaving_more_easily_empties_the_place() {
    falls(36, ["engagement.leaving_per_year=0.1", "engagement.leaving_per_year=2.5"], Indicator::ActiveUsers);
}

#[test]
fn imitation_rewards_cooperation_less_than_it_costs() {
    let set = ["cooperation.imitation_intensity_strength=0", "cooperation.imitation_intensity_strength=5"];
    let effect = effect(48, &["cooperation.rule=imitation"], set, Indicator::HelpGiven);
    assert!(effect.high < 0.0, "defectors fare better against the same partners: {effect:?}");
}
