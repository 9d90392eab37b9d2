//! Do two policies meet the same world until they act?

mod common;

use common::{isolated, reference, small, world};
use hameau_analysis::statistics;
use hameau_model::kernel::random::{Pool, Who};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Indicator, Theme};
use hameau_model::observe::run::{Run, simulate};
use hameau_model::rules::step::Simulation;
use hameau_model::state::population::{Brought, Entrant, Occupation, Origin};
use std::collections::BTreeMap;

/// Every instrument with its strength at zero, beside the same place where it needs one.
const ZERO: [(&str, &str, &str); 12] = [
    ("welcome", "", "brought_persons_per_year = 0.0\nattraction_gain_share = 0.0"),
    ("gateway_housing", "", "homes_count = 0"),
    ("shared_place", "commune = \"S0002\"", "capacity_persons = 0"),
    ("place_governance", "place = \"base\"", "co_governance_share = 0.0"),
    ("fablab", "place = \"base\"", "added_capacity_persons = 0"),
    ("public_service", "place = \"base\"", "added_capacity_persons = 0"),
    ("training", "place = \"base\"", "trainees_persons_per_year = 0.0"),
    ("facilitation", "", "staff_fte = 0.0"),
    ("mixed_works_fund", "", "budget_eur_per_year = 0.0"),
    ("collective_support", "", "idea_ratio = 1.0\ncost_per_work_eur = 0.0"),
    ("business_anchoring", "", "meetings_per_year = 0.0"),
    ("tax_exemption", "", ""),
];

const BASE: &str = r#"
[[programme]]
instrument = "shared_place"
name = "base"
commune = "S0001"
from = "2022-01"
[[programme]]
instrument = "facilitation"
name = "host"
place = "base"
from = "2022-01"
"#;

/// Everything but money.
fn outcomes(run: &Run) -> Vec<Vec<Option<f64>>> {
    let kept = |indicator: &Indicator| {
        indicator.row().theme != Theme::Money && *indicator != Indicator::CostPerAnchoredJob
    };
    run.months
        .iter()
        .map(|month| Indicator::all().filter(kept).map(|indicator| month.of(indicator)).collect())
        .collect()
}

#[test]
fn an_instrument_at_zero_strength_gives_the_bits_of_none() {
    let months = 20;
    let without = outcomes(&simulate(&small(months, BASE, &[]), world(0), |_| ()));
    for (instrument, place, params) in ZERO {
        let entry = format!(
            "{BASE}[[programme]]\ninstrument = \"{instrument}\"\nname = \"zero\"\nfrom = \"2022-03\"\n{place}\n\
             [programme.params]\n{params}\n"
        );
        let with = outcomes(&simulate(&small(months, &entry, &[]), world(0), |_| ()));
        assert!(with == without, "{instrument} at zero strength changes something");
    }
}

#[test]
fn an_instrument_at_work_does_change_something() {
    let months = 20;
    let without = outcomes(&simulate(&small(months, BASE, &[]), world(0), |_| ()));
    let more = format!("{BASE}[programme.params]\nstaff_fte = 3.0\n");
    assert!(outcomes(&simulate(&small(months, &more, &[]), world(0), |_| ())) != without);
}

/// What a resident is, by address: occupation, belief, turnover, place, ties by the other's address.
type Life = (Occupation, u64, i64, u8, Vec<(Who, u16)>);

fn lives(simulation: &Simulation) -> BTreeMap<Who, Life> {
    let state = simulation.state();
    let life = |row: u32| {
        let at = row as usize;
        let mut ties: Vec<(Who, u16)> = state
            .ties
            .of(row)
            .map(|(other, stock)| (state.residents.address[other as usize], stock))
            .collect();
        ties.sort_unstable();
        (
            state.residents.occupation[at],
            state.minds.belief[at].to_bits(),
            state.enterprises.of(row).turnover().0,
            state.users.place[at],
            ties,
        )
    };
    state.residents.order().iter().map(|row| (state.residents.address[*row as usize], life(*row))).collect()
}

/// The month before: addresses of the simulated months come after it.
fn before(month: Month) -> Month {
    Month::from_index(month.index() - 1)
}

#[test]
fn one_isolated_resident_more_changes_nobody_else() {
    let scenario = small(24, common::RICH, &[]);
    let mut alone = Simulation::new(&scenario, world(0), None);
    let mut with = Simulation::new(&scenario, world(0), None);
    let month = with.month();
    let entrant = isolated(month);
    let address = entrant.address;
    with.settle(&entrant);
    assert_eq!(with.state().residents.len(), alone.state().residents.len() + 1);
    for _ in 0..24 {
        alone.step();
        with.step();
    }
    let mut lives_with = lives(&with);
    lives_with.remove(&address);
    assert!(lives(&alone) == lives_with, "somebody else's life changed");
}

#[test]
fn one_sociable_resident_more_changes_few_at_first() {
    let scenario = small(2, "", &[]);
    let mut alone = Simulation::new(&scenario, world(0), None);
    let mut with = Simulation::new(&scenario, world(0), None);
    let month = with.month();
    let address = Who::candidate(Pool::Ordinary, before(month), 1_000_000);
    with.settle(&Entrant {
        address,
        origin: Origin::Newcomer,
        birth: Month::new(1985, 5),
        arrived: month,
        commune: 0,
        occupation: Occupation::Entrepreneur,
        secluded: false,
        skill: 0.5,
        brought: Brought::No,
    });
    alone.step();
    with.step();
    let (one, mut two) = (lives(&alone), lives(&with));
    two.remove(&address);
    let changed = two.iter().filter(|(who, life)| one.get(who) != Some(life)).count();
    assert!(changed > 0, "whoever met the newcomer has one tie more");
    assert!(changed * 50 < one.len(), "{changed} of {} lives changed in a month", one.len());
}

#[test]
fn pairs_of_worlds_vary_less_than_independent_ones() {
    let programme = |staff: f64| {
        format!(
            "[[programme]]\ninstrument = \"shared_place\"\nname = \"place\"\ncommune = \"S0001\"\nfrom = \"2022-01\"\n\
             [[programme]]\ninstrument = \"facilitation\"\nname = \"host\"\nplace = \"place\"\nfrom = \"2022-01\"\n\
             [programme.params]\nstaff_fte = {staff}\n"
        )
    };
    let (a, b) = (small(36, &programme(0.5), &[]), small(36, &programme(0.6), &[]));
    let last = |scenario, replicate, indicator| {
        simulate(scenario, world(replicate), |_| ()).months[35].of(indicator).expect("defined")
    };
    let worlds = 16;
    for (indicator, least) in [(Indicator::Inhabitants, 10.0), (Indicator::IncomeTotal, 10.0)] {
        let with: Vec<f64> = (0..worlds).map(|world| last(&b, world, indicator)).collect();
        let without: Vec<f64> = (0..worlds).map(|world| last(&a, world, indicator)).collect();
        let differences: Vec<f64> = with.iter().zip(&without).map(|(with, without)| with - without).collect();
        let independent = statistics::variance(&with).unwrap() + statistics::variance(&without).unwrap();
        let paired = statistics::variance(&differences).unwrap();
        assert!(independent > least * paired, "{indicator:?}: {independent} against {paired}");
    }
}

#[test]
fn the_future_of_a_policy_does_not_change_the_past() {
    let late = "[[programme]]\ninstrument = \"welcome\"\nname = \"late\"\nfrom = \"2022-09\"\n";
    let with = simulate(&reference(10, late, &[]), world(1), |_| ());
    let without = simulate(&reference(10, "", &[]), world(1), |_| ());
    assert_eq!(outcomes(&with)[..8], outcomes(&without)[..8]);
    assert_ne!(with.months[9].of(Indicator::Adults), None);
}
