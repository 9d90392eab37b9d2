//! Does an instrument cost more when more of it is bought, in the month that pays it and in the budget that foresees it?

use crate::common::{small, world};
use hameau_model::inputs::parameters::{InstrumentKind, Key, Total};
use hameau_model::inputs::scenario::{Scenario, Why, remarks};
use hameau_model::programme::Budget;
use hameau_model::rules::step::Simulation;

/// Every instrument whose cost has a quantity, without what hangs on what happens.
const ALL: &str = r#"
[[programme]]
instrument = "shared_place"
name = "place"
commune = "S0001"
from = "2022-01"
[[programme]]
instrument = "fablab"
name = "machines"
place = "place"
from = "2022-01"
[[programme]]
instrument = "public_service"
name = "desk"
place = "place"
from = "2022-01"
[[programme]]
instrument = "place_governance"
name = "council"
place = "place"
from = "2022-01"
[[programme]]
instrument = "facilitation"
name = "host"
place = "place"
from = "2022-01"
[[programme]]
instrument = "welcome"
name = "welcome"
from = "2022-01"
params = { pack_per_person_eur = 0 }
[[programme]]
instrument = "collective_support"
name = "collectives"
from = "2022-01"
params = { cost_per_work_eur = 0 }
[[programme]]
instrument = "business_anchoring"
name = "suppliers"
from = "2022-01"
[[programme]]
instrument = "gateway_housing"
name = "homes"
from = "2022-01"
"#;

/// An entry, the amounts that it costs by default (at opening, in a year), one of its quantities, and the amounts with
/// twice as much of it.
const DOUBLED: [(&str, [f64; 2], &str, [f64; 2]); 10] = [
    ("place", [160_000.0, 50_000.0], "capacity_persons=40", [220_000.0, 90_000.0]),
    ("machines", [260_000.0, 30_000.0], "added_capacity_persons=30", [335_000.0, 45_000.0]),
    ("desk", [0.0, 35_000.0], "added_capacity_persons=120", [0.0, 65_000.0]),
    ("council", [0.0, 3_000.0], "co_governance_share=1", [0.0, 5_000.0]),
    ("host", [0.0, 40_000.0], "staff_fte=2", [0.0, 80_000.0]),
    ("welcome", [0.0, 40_000.0], "brought_persons_per_year=21", [0.0, 61_000.0]),
    // Twice the ideas that support adds: a ratio of 3 adds twice what a ratio of 2 adds.
    ("collectives", [0.0, 20_000.0], "idea_ratio=3", [0.0, 40_000.0]),
    ("suppliers", [0.0, 25_000.0], "meetings_per_year=12", [0.0, 49_000.0]),
    ("suppliers", [0.0, 25_000.0], "pairs_per_meeting_count=24", [0.0, 34_000.0]),
    ("homes", [0.0, 18_000.0], "homes_count=6", [0.0, 36_000.0]),
];

/// What an entry costs in its first year by the budget: at opening, and after.
fn foreseen(scenario: &Scenario, entry: &str) -> [f64; 2] {
    let budget = Budget::of(scenario);
    let row = budget.instruments.iter().find(|row| row.name == entry).expect("an entry");
    [row.investment_eur, row.running_eur]
}

/// What an entry costs in its first simulated month.
fn charged(scenario: &Scenario, entry: &str) -> f64 {
    let at = scenario.programme.iter().position(|one| one.name == entry).expect("an entry");
    let mut simulation = Simulation::new(scenario, world(0), None);
    simulation.step();
    simulation.state().totals.spent[at].eur()
}

#[test]
fn twice_as_much_costs_more_in_the_month_and_in_the_budget() {
    let plain = small(12, ALL, &[]);
    for (entry, before, quantity, after) in DOUBLED {
        let doubled = small(12, ALL, &[&format!("programme.{entry}.{quantity}")]);
        for (scenario, [opening, yearly]) in [(&plain, before), (&doubled, after)] {
            let [investment, running] = foreseen(scenario, entry);
            assert!((investment - opening).abs() < 1e-6, "{entry} {quantity}: {investment} of {opening}");
            assert!((running - yearly).abs() < 1e-6, "{entry} {quantity}: {running} of {yearly}");
            let month = charged(scenario, entry);
            let expected = opening + yearly / 12.0;
            assert!((month - expected).abs() <= 0.01, "{entry} {quantity}: {month} of {expected}");
        }
    }
}

#[test]
fn a_written_amount_is_taken_at_its_word() {
    let set = [
        "programme.place.capacity_persons=40",
        "programme.place.build_cost_eur=12345",
        "programme.place.running_cost_eur_per_year=6000",
    ];
    let scenario = small(12, ALL, &set);
    assert_eq!(foreseen(&scenario, "place"), [12_345.0, 6_000.0]);
    assert!((charged(&scenario, "place") - 12_845.0).abs() <= 0.01);
}

fn totals() -> impl Iterator<Item = &'static Total> {
    InstrumentKind::ALL.into_iter().flat_map(|kind| kind.record().totals)
}

/// A default that its prices do not make would change with the first price that is touched; a sum beyond the range of the
/// amount could not be written by hand.
#[test]
fn at_the_defaults_an_amount_is_its_default_and_at_the_highest_levers_within_its_range() {
    for total in totals() {
        let row = total.key.row();
        let default = total.follows(&|key: Key| key.row().default);
        assert_eq!(default.to_bits(), row.default.to_bits(), "{}: {default}", row.name);
        let [least, most] = [
            total.follows(&|key: Key| key.row().off.unwrap_or(key.row().low)),
            total.follows(&|key: Key| key.row().high),
        ];
        assert!(row.low <= least && most <= row.high, "{}: {least} to {most}", row.name);
        for key in total.parts().chain(total.followed()) {
            assert_eq!(key.row().section(), row.section(), "{} is made of {}", row.name, key.row().name);
        }
    }
    assert_eq!(totals().count(), 9);
}

/// What is remarked of the place: what is far, by its key, and what changes nothing.
fn remarked(set: &[&str]) -> Vec<&'static str> {
    let set: Vec<String> = set.iter().map(|one| format!("programme.place.{one}")).collect();
    let scenario = small(12, ALL, &set.iter().map(String::as_str).collect::<Vec<_>>());
    let key = |remark: &hameau_model::inputs::scenario::Remark<'_>| match remark.why {
        Why::Far { .. } => remark.total.key.row().key(),
        Why::Idle(price, _) => price.row().key(),
    };
    remarks(&scenario).iter().map(key).collect()
}

#[test]
fn an_amount_is_remarked_only_when_it_is_far_from_what_it_buys() {
    const BUILD: &str = "build_cost_eur";
    let none: [&str; 0] = [];
    assert_eq!(remarked(&[]), none);
    assert_eq!(remarked(&["capacity_persons=500"]), none, "what follows is never far");
    for (amount, far) in
        [("80000", false), ("79999", true), ("320000", false), ("320001", true), ("160000", false)]
    {
        let expected: &[&str] = if far { &[BUILD] } else { &[] };
        assert_eq!(remarked(&[&format!("{BUILD}={amount}")]), expected, "{amount}");
        // A reason does not make an amount that is far less far: only nothing may be stated.
        let sourced = format!("{BUILD}={{ value = {amount}, source = \"a quotation\" }}");
        assert_eq!(remarked(&[&sourced]), expected, "{amount}");
    }
    assert_eq!(remarked(&["build_cost_eur=0"]), [BUILD]);
    assert_eq!(remarked(&["build_cost_eur={ value = 0, source = \"fitted out\" }"]), none);
    // The quantity moves away from the amount.
    assert_eq!(remarked(&["build_cost_eur=160000", "capacity_persons=200"]), [BUILD]);
    // A price beside the amount that it would make.
    assert_eq!(
        remarked(&["build_cost_eur=160000", "build_cost_per_person_eur=3500"]),
        ["build_cost_per_person_eur"]
    );
    assert_eq!(remarked(&["build_cost_per_person_eur=3500"]), none);
    assert_eq!(
        remarked(&["build_cost_eur=170000", "build_cost_per_person_eur=3500"]),
        none,
        "both say the same"
    );
}
