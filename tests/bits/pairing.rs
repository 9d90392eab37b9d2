//! Do two policies meet the same world until they act?

use crate::common::{isolated, reference, small, world};
use hameau_analysis::statistics;
use hameau_model::inputs::parameters::{InstrumentKind, Kind, Row, Site};
use hameau_model::kernel::random::{Pool, Who};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Indicator, Theme};
use hameau_model::observe::run::{Run, simulate};
use hameau_model::rules::places::encounters;
use hameau_model::rules::step::{Phase, Simulation};
use hameau_model::state::places::{SharedPlace, shared_place};
use hameau_model::state::population::{Brought, Entrant, Occupation, Origin};
use std::collections::BTreeMap;

/// The months compared: every instrument has acted for a year at least.
const MONTHS: u32 = 20;

/// A place, its host and a walker, so that an idle instrument has others to disturb.
const HOST: &str = r#"
[[programme]]
instrument = "facilitation"
name = "host"
place = "base"
from = "2022-01"
"#;
const WALKER: &str = r#"
[[programme]]
instrument = "facilitation"
name = "walker"
commune = "S0003"
from = "2022-02"
"#;
const PLACE: &str = r#"
[[programme]]
instrument = "shared_place"
name = "base"
commune = "S0001"
from = "2022-01"
"#;

/// An entry of each instrument of the table of parameters with all its levers switched off, beside the place where it must
/// serve one. A lever of money has no off, nor has what only says for whom or how an instrument acts.
fn idle_entries() -> Vec<(&'static str, String)> {
    let idle = |kind: InstrumentKind| {
        let record = kind.record();
        let levers = record.levers.iter().filter_map(|(_, row)| {
            let (_, lever) = row.name.split_once('.').expect("a section and a name");
            row.off.map(|off| format!("{lever} = {}\n", written(row, off)))
        });
        let at = match record.site {
            Site::Serves => "place = \"base\"\n",
            Site::Opens | Site::ServesOrGathers => "commune = \"S0002\"\n",
            Site::ServesOrTerritory | Site::Territory => "",
        };
        let entry = format!(
            "[[programme]]\ninstrument = \"{0}\"\nname = \"an-idle-{1}\"\nfrom = \"2022-01\"\n{at}[programme.params]\n{2}",
            record.name,
            record.name.replace('_', "-"),
            levers.collect::<String>()
        );
        (record.name, entry)
    };
    InstrumentKind::ALL.into_iter().map(idle).collect()
}

/// A value as a scenario writes it.
fn written(row: &Row, value: f64) -> String {
    if row.kind == Kind::Integer { format!("{}", value as i64) } else { format!("{value:?}") }
}

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
fn an_idle_instrument_first_last_or_between_gives_the_bits_of_none() {
    let none = outcomes(&simulate(&small(MONTHS, &[PLACE, HOST, WALKER].concat(), &[]), world(0), |_| ()));
    for (instrument, idle) in idle_entries() {
        for entries in
            [[&idle, PLACE, HOST, WALKER], [PLACE, &idle, HOST, WALKER], [PLACE, HOST, WALKER, &idle]]
        {
            let with = outcomes(&simulate(&small(MONTHS, &entries.concat(), &[]), world(0), |_| ()));
            assert!(with == none, "{instrument} changes something without any strength");
        }
    }
}

/// Every instrument at work, and two places more, so that there is always another to be confused with.
fn everything() -> Vec<String> {
    let more = r#"
[[programme]]
instrument = "shared_place"
name = "barn"
commune = "S0002"
from = "2022-01"
[[programme]]
instrument = "shared_place"
name = "workshop"
commune = "S0001"
from = "2022-03"
[[programme]]
instrument = "facilitation"
name = "barn-host"
place = "barn"
from = "2022-01"
[programme.params]
staff_fte = 2.0
introductions_share = 0.5
outreach_share = 0.2
[[programme]]
instrument = "training"
name = "abroad"
from = "2022-02"
"#;
    let text = format!("{}{more}", crate::common::RICH);
    text.split("[[programme]]").skip(1).map(|entry| format!("[[programme]]{entry}")).collect()
}

/// The rows of the yearly tables, in an order of their own.
fn rows(run: &Run) -> Vec<String> {
    let mut rows: Vec<String> = run.groups.iter().map(|row| format!("{row:?}")).collect();
    rows.sort_unstable();
    rows
}

/// Are the entries of a programme a set? In any order, two real places exchanged among them, the bits are the same.
#[test]
fn the_order_of_entries_changes_no_bit() {
    let entries = everything();
    let set = ["works.ideas_of_a_contributor_per_year=1", "works.ideas_of_the_council_per_year=2"];
    for rule in ["belief", "imitation"] {
        let rule = format!("cooperation.rule={rule}");
        let set = [&set[..], &[&rule]].concat();
        let run = |entries: &[String]| simulate(&small(MONTHS, &entries.concat(), &set), world(0), |_| ());
        let state = |entries: &[String]| {
            let scenario = small(MONTHS, &entries.concat(), &set);
            let mut simulation = Simulation::new(&scenario, world(0), None);
            (0..MONTHS).for_each(|_| simulation.step());
            simulation.state().digest()
        };
        let (written, left) = (run(&entries), state(&entries));
        let users =
            |run: &Run| run.months[MONTHS as usize - 1].of(Indicator::ActiveUsers).expect("places are open");
        assert!(users(&written) > 20.0, "{} users are too few to be confused", users(&written));
        let reversed: Vec<String> = entries.iter().rev().cloned().collect();
        let mut orders = vec![reversed];
        for step in [3, 5, 7, 11] {
            assert!(!entries.len().is_multiple_of(step), "a permutation");
            orders.push((0..entries.len()).map(|at| entries[at * step % entries.len()].clone()).collect());
        }
        for order in orders {
            let names: Vec<&str> = order.iter().filter_map(|entry| entry.lines().nth(2)).collect();
            assert!(state(&order) == left, "another state under {rule} in the order {names:?}");
            let run = run(&order);
            let moved = |indicator: &Indicator| {
                run.months.iter().zip(&written.months).any(|(a, b)| a.of(*indicator) != b.of(*indicator))
            };
            let moved: Vec<&str> =
                Indicator::all().filter(moved).map(|indicator| indicator.row().id).collect();
            assert!(run.months == written.months, "{moved:?} under {rule} in the order {names:?}");
            // The table by instrument lists them as they are written.
            assert!(rows(&run) == rows(&written), "groups under {rule} in the order {names:?}");
        }
    }
}

#[test]
fn an_instrument_at_work_does_change_something() {
    let without = outcomes(&simulate(&small(MONTHS, &[PLACE, HOST].concat(), &[]), world(0), |_| ()));
    let more = [PLACE, HOST, "[programme.params]\nstaff_fte = 3.0\n"].concat();
    assert!(outcomes(&simulate(&small(MONTHS, &more, &[]), world(0), |_| ())) != without);
}

/// A place of these users, and who of them meets whom there in a month, with the contact.
fn met_in(simulation: &Simulation, users: &[u32]) -> BTreeMap<(Who, Who), u16> {
    let state = simulation.state();
    let place =
        SharedPlace { open: true, capacity: 500, users: users.to_vec(), ..shared_place("atelier", 0) };
    let mut columns = state.users.clone();
    for row in users {
        columns.days[*row as usize] = 12;
    }
    let mut met = Vec::new();
    let moment = simulation.moment();
    encounters(&moment, &state.residents, &state.ties, &columns, &place, &mut met);
    let who = |row: u32| state.residents.address[row as usize];
    met.iter().map(|met| ((who(met.from), who(met.with)), met.units)).collect()
}

/// One user more is one person more to meet: among the others every pair meets as it did, as long as no more come in a day
/// than somebody meets.
#[test]
fn one_user_more_changes_no_other_pair() {
    let scenario = small(2, "", &["contact.place_encounters_per_day_count=30"]);
    let simulation = Simulation::new(&scenario, world(0), None);
    let rows = simulation.state().residents.order().to_vec();
    let users: Vec<u32> = rows.iter().step_by(60).copied().take(20).collect();
    for more in [rows[1], rows[333], rows[1_400]] {
        let mut with = users.clone();
        with.push(more);
        with.sort_unstable();
        let without = met_in(&simulation, &users);
        let mut with = met_in(&simulation, &with);
        assert!(without.len() > 100, "{} pairs meet", without.len());
        let before = with.len();
        let who = simulation.state().residents.address[more as usize];
        with.retain(|(a, b), _| *a != who && *b != who);
        assert!(with.len() < before, "the one more meets nobody");
        assert!(with == without, "a pair of others meets otherwise");
    }
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
    let scenario = small(24, crate::common::RICH, &[]);
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
    let late = "[[programme]]\ninstrument = \"welcome\"\nname = \"late\"\nfrom = \"2022-09\"\n[programme.params]\n\
                brought_persons_per_year = 500.0\n";
    let with = simulate(&reference(10, late, &[]), world(1), |_| ());
    let without = simulate(&reference(10, "", &[]), world(1), |_| ());
    assert_eq!(outcomes(&with)[..8], outcomes(&without)[..8]);
    assert_ne!(outcomes(&with)[9], outcomes(&without)[9], "the policy does nothing when it begins");
}

/// Everybody's ties by address.
fn ties_of(simulation: &Simulation) -> BTreeMap<Who, Vec<(Who, u16)>> {
    lives(simulation).into_iter().map(|(who, life)| (who, life.4)).collect()
}

/// Without what hands changes on from one pair to another (friends of friends, places, works, jobs done together, ties that
/// hold people here, preference that learns, slots that run out), one hour of a pair changes the hours of that pair alone.
#[test]
fn one_hour_more_of_a_pair_changes_that_pair_alone() {
    let set = [
        "contact.friends_of_friends_share=0",
        "contact.preference_learning_strength=0",
        "contact.association_encounters_per_month=0",
        "contact.new_partners_per_month=0.5",
        "population.departure_tie_effect_log_odds=0",
        "population.departure_fit_effect_log_odds=0",
        "cooperation.collaboration_per_pair_per_year=0",
        "works.ideas_of_a_contributor_per_year=0",
        "works.ideas_of_an_association_per_year=0",
        "works.ideas_of_the_council_per_year=0",
    ];
    let scenario = small(24, "", &set);
    let (mut alone, mut with) =
        (Simulation::new(&scenario, world(0), None), Simulation::new(&scenario, world(0), None));
    let [a, b] = [3, 800].map(|at| with.state().residents.order()[at]);
    let pair = [a, b].map(|row| with.state().residents.address[row as usize]);
    let mut differed = 0;
    for month in 0..24 {
        alone.step();
        if month == 0 {
            while with.advance() != Phase::Contact {}
            with.bring_together(&[(a, b)], 1.0);
        }
        with.step();
        let (one, other) = (ties_of(&alone), ties_of(&with));
        for (who, ties) in &one {
            let without_the_pair = |ties: &[(Who, u16)]| -> Vec<(Who, u16)> {
                let of_the_pair = |other: &Who| pair.contains(who) && pair.contains(other);
                ties.iter().filter(|(other, _)| !of_the_pair(other)).copied().collect()
            };
            assert!(without_the_pair(ties) == without_the_pair(&other[who]), "another pair in month {month}");
        }
        differed += u32::from(one != other);
    }
    assert!(differed >= 2, "an hour is remembered for two months at least: {differed}");
}
