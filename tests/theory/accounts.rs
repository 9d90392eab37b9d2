//! Are the regional accounts conserved, do they multiply as the economic base says, and what displaces what?

use crate::bench::{Check, Lots};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::inputs::territory::{Territory, Totals};
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::Cents;
use hameau_model::rules::economy::{circulate, close_month};
use hameau_model::rules::step::{Simulation, State};
use hameau_model::state::accounts::Accounts;
use hameau_model::state::enterprises::{Enterprises, Start};
use hameau_model::state::population::{Occupation, Row};

/// A million euros.
const MILLION: Cents = Cents(100_000_000);

/// Do rounds of spending add up to the multiplier?
#[test]
fn rounds_of_spending_add_up_to_the_multiplier() {
    let [total, three, _] = circulate(MILLION, 0.35);
    let [wrong, wrong_three, _] = circulate(MILLION, 0.375);
    let over = |amount: Cents| amount.0 as f64 / MILLION.0 as f64;
    // Each of some twenty rounds loses less than a cent to rounding.
    let check = Check { what: "accounts, s=.35: Y/B", expected: 1.538_461_5 };
    check.holds(over(total), 4e-7);
    check.refuses("s = .375", over(wrong), 4e-7);
    let check =
        Check { what: "accounts, s=.35: first three rounds of a million, to the cent", expected: 1.4725 };
    check.holds(over(three), 1e-8);
    check.refuses("s = .375", over(wrong_three), 1e-8);
    check.refuses("all rounds", over(total), 1e-8);
}

/// Does every cent that came in go out, whatever the amount and the share?
#[test]
fn every_cent_leaves_in_the_end() {
    let mut lots = Lots::new(1);
    let mut rounded_twice = 0;
    for _ in 0..20_000 {
        let basic = Cents((lots.draw().value() * 1e11) as i64);
        let share = lots.draw().value() * 0.55;
        let [total, three, leaked] = circulate(basic, share);
        assert_eq!(leaked, basic, "{basic:?} at {share}");
        assert!(basic <= three && three <= total);
        let by_formula = basic.0 as f64 / (1.0 - share);
        assert!(
            (total.0 as f64 - by_formula).abs() <= 60.0,
            "{basic:?} at {share}: {total:?}, not {by_formula}"
        );
        rounded_twice += i32::from(Cents((total.0 as f64 * (1.0 - share)).round() as i64) != basic);
    }
    println!("\n@found|accounts|amounts of 20,000 that Y (1 - s) rounded would not conserve|{rounded_twice}");
    assert!(rounded_twice > 0, "a wrong rule, what leaves computed from the total, fails");
}

fn scenario() -> Scenario {
    let mut scenario =
        resolve("hameau:baseline", &Overrides::default(), &Memory::default()).expect("no mistake");
    scenario.territory =
        Territory::synthetic("accounts", Totals { communes: 3, adults: 600 }).expect("sound");
    scenario.values.set(Key::BurnIn, 3.0);
    scenario.values.set(Key::LocalSpending, 0.35);
    scenario
}

/// Do the accounts of every simulated month balance to the cent?
#[test]
fn every_simulated_month_balances() {
    let scenario = scenario();
    let mut simulation = Simulation::new(&scenario, World { seed: 4, replicate: 0 }, None);
    for _ in 0..24 {
        simulation.step();
        let accounts = simulation.state().accounts;
        let basic: Cents = accounts.basic.into_iter().sum();
        let first = basic + accounts.substituted;
        assert_eq!(accounts.leaked, first);
        let ratio = accounts.total.0 as f64 / first.0 as f64;
        assert!((ratio - 1.0 / 0.65).abs() < 1e-6, "Y/(B + V) is {ratio}");
        let Accounts { productive, .. } = accounts;
        assert!(productive.anchored <= productive.origin && productive.origin <= accounts.basic[0]);
    }
}

/// The accounts of the state with these enterprises in place of its own.
fn closed(simulation: &Simulation, state: &State, enterprises: &Enterprises) -> Accounts {
    let children = state.children.iter().flatten().sum();
    let moment = simulation.moment();
    close_month(&moment, &state.residents, enterprises, &state.works, state.second_homes, children)
}

/// The first entrepreneur in the order of residents.
fn an_entrepreneur(state: &State) -> Row {
    let works = |row: &&Row| state.residents.occupation[**row as usize] == Occupation::Entrepreneur;
    *state.residents.order().iter().find(works).expect("an entrepreneur")
}

/// A firm of 120,000 euros a year.
fn firm(outside: f64, linkage: f64, non_presential: bool) -> Start {
    Start { turnover: Cents::from_eur(120_000.0), outside, linkage, non_presential, since: None }
}

/// A new firm with local customers only: does it add anything to the income of the territory?
#[test]
fn a_firm_with_local_customers_only_adds_nothing() {
    let scenario = scenario();
    let mut simulation = Simulation::new(&scenario, World { seed: 4, replicate: 1 }, None);
    simulation.step();
    let state = simulation.state();
    let row = an_entrepreneur(state);
    let mut enterprises = state.enterprises.clone();
    enterprises.close(row);
    let without = closed(&simulation, state, &enterprises);
    let mut with = |outside: f64| {
        enterprises.open(&scenario.values, row, &firm(outside, 0.4, true), 1.0);
        closed(&simulation, state, &enterprises)
    };
    let more = |accounts: &Accounts| (accounts.total - without.total).eur();
    let (local, exporting) = (with(0.0), with(0.1));
    let check = Check { what: "a firm with local customers only: income added, EUR a month", expected: 0.0 };
    check.holds(more(&local), 0.0);
    check.refuses("a tenth of its sales outside", more(&exporting), 0.0);
    assert_eq!(local.basic, without.basic, "nothing enters the territory that did not");
    assert_eq!(local.productive.origin, without.productive.origin);
    assert_eq!(
        (local.productive.sector - without.productive.sector).eur(),
        4_500.0,
        "only the first definition sees it"
    );
    Check { what: "a tenth sold outside: income added, EUR a month", expected: 450.0 / 0.65 }
        .holds(more(&exporting), 0.3);
}

/// One freelance who sells to the capital: how productive under each definition?
#[test]
fn three_definitions_side_by_side() {
    let scenario = scenario();
    let mut simulation = Simulation::new(&scenario, World { seed: 4, replicate: 2 }, None);
    simulation.step();
    let state = simulation.state();
    let row = an_entrepreneur(state);
    let mut enterprises = state.enterprises.clone();
    enterprises.close(row);
    let without = closed(&simulation, state, &enterprises).productive;
    let mut added = |start: &Start| {
        enterprises.open(&scenario.values, row, start, 1.0);
        let with = closed(&simulation, state, &enterprises).productive;
        [with.sector - without.sector, with.origin - without.origin, with.anchored - without.anchored]
            .map(Cents::eur)
    };
    let value_added = 120_000.0 * 0.45 / 12.0;
    let freelance = added(&firm(0.8, 0.1, true));
    let workshop = added(&firm(0.8, 0.7, false));
    let table = [("by sector", 1.0, 0.0), ("by origin of income", 0.8, 0.8), ("anchored", 0.08, 0.56)];
    for (which, (what, of_freelance, of_workshop)) in table.into_iter().enumerate() {
        let name = format!("freelance, o=.8 l=.1, value added 4,500 EUR a month: productive {what}");
        let check = Check { what: &name, expected: value_added * of_freelance };
        check.holds(freelance[which], 0.011);
        let name = format!("workshop of a presential sector, o=.8 l=.7: productive {what}");
        Check { what: &name, expected: value_added * of_workshop }.holds(workshop[which], 0.011);
    }
    let check = Check { what: "freelance: anchored over by origin", expected: 0.1 };
    check.holds(freelance[2] / freelance[1], 1e-5);
    check.refuses("by sector in place of origin", freelance[2] / freelance[0], 1e-5);
}
