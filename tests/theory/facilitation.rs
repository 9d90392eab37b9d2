//! Do common hours, planned meetings, trainings and the hours of a facilitator follow their rules, month by month?

use crate::bench::{ANALYTIC, Check, Ground, People, Sample, binomial};
use crate::common::{small, world};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::kernel::random::{Occasion, Who};
use hameau_model::kernel::units::Month;
use hameau_model::rules::cooperation::learning_per_hour;
use hameau_model::rules::places::{Ladder, common_hours, engage, giving_per_year};
use hameau_model::rules::step::{Phase, Simulation, State};
use hameau_model::state::places::{FacilitatedHours, KeptHours, Rung, SharedPlace, shared_place};
use hameau_model::state::ties::{Channel, Encounter, Encounters, UNITS_PER_HOUR};
use std::collections::{BTreeMap, BTreeSet};

const HOST: &str = r#"
[[programme]]
instrument = "shared_place"
name = "place"
commune = "S0001"
from = "2022-01"
[[programme]]
instrument = "facilitation"
name = "host"
place = "place"
from = "2022-01"
until = "2023-02"
"#;

/// Who talks with whom in one common hour to which everybody comes.
fn talks(ground: &Ground, people: &People, users: Vec<u32>, replicate: u32) -> Vec<Encounter> {
    let facilitation = FacilitatedHours { held: 1, ..FacilitatedHours::default() };
    let place = SharedPlace { open: true, facilitation, users, ..shared_place("here", 0) };
    let mut met = Vec::new();
    common_hours(&ground.moment(replicate, 0), &people.residents, &people.ties, &place, &mut met);
    met
}

fn ground(partners: f64) -> Ground {
    Ground::new(&[(Key::CommonHourAttendance, 1.0), (Key::CommonHourPartners, partners)])
}

/// Others with whom somebody talks in an hour of `n`, when each pair has a clock and each turns to the first `k`: a pair
/// whose clock is at the quantile `u` talks unless both have `k` earlier ones among `n - 2`.
fn expected_partners(n: u32, k: u32) -> f64 {
    const STEPS: u32 = 4_000;
    let missed = |u: f64| 1.0 - (0..k).map(|earlier| binomial(n - 2, earlier, u)).sum::<f64>();
    let talk = |step: u32| 1.0 - missed((f64::from(step) + 0.5) / f64::from(STEPS)).powi(2);
    f64::from(n - 1) * (0..STEPS).map(talk).sum::<f64>() / f64::from(STEPS)
}

#[test]
fn in_a_common_hour_somebody_talks_with_about_four_others() {
    let people = People::new(0, 30);
    let partners = |k: f64| {
        let ground = ground(k);
        let of = |world| 2.0 * talks(&ground, &people, (0..30).collect(), world).len() as f64 / 30.0;
        Sample::of(&(0..400).map(of).collect::<Vec<_>>())
    };
    let check = Check { what: "common hour of 30: others talked with", expected: expected_partners(30, 4) };
    check.holds(expected_partners(30, 4), ANALYTIC);
    check.holds_on(partners(4.0));
    check.refuses_on("five partners", partners(5.0));
    check.refuses("everybody with everybody", 29.0, 0.1);
    check.refuses("a clock for each direction", 8.0 - 16.0 / 29.0, 0.1);
    for met in talks(&ground(4.0), &people, (0..30).collect(), 0) {
        assert_eq!(
            (met.units, met.channel, met.ordinal),
            (16, Channel::Structured, Occasion::CommonHour as u16)
        );
    }
}

/// Everybody turns to four others, and to all where there are fewer: then the hour is split over those.
#[test]
fn an_hour_is_split_over_those_who_are_there() {
    let people = People::new(0, 30);
    for n in [2_u32, 3, 5, 6, 30] {
        let met = talks(&ground(4.0), &people, (0..n).collect(), 1);
        let of = |row: u32| met.iter().filter(|met| met.from == row || met.with == row).count() as u32;
        let least = 4.min(n - 1);
        assert!((0..n).all(|row| of(row) >= least), "somebody of {n} talks with fewer than {least}");
        let hours = f64::from(met[0].units) / UNITS_PER_HOUR;
        assert!((hours - 1.0 / f64::from(least)).abs() < 0.5 / UNITS_PER_HOUR, "{hours} of {n}");
        if n <= 5 {
            assert_eq!(met.len() as u32, n * (n - 1) / 2, "a pair that turns to each other talks once");
        }
    }
    assert!(talks(&ground(4.0), &people, vec![3], 1).is_empty(), "nobody talks alone");
}

/// Others stop talking only where one of them now talks with the one who came, and nobody else begins.
#[test]
fn one_user_more_in_a_common_hour_parts_only_those_who_turn_to_him() {
    let people = People::new(0, 40);
    let pairs = |met: Vec<Encounter>| -> BTreeSet<[u32; 2]> {
        met.iter().map(|met| [met.from.min(met.with), met.from.max(met.with)]).collect()
    };
    let mut parted = 0;
    for world in 0..50 {
        let before = pairs(talks(&ground(4.0), &people, (0..30).collect(), world));
        let mut after = pairs(talks(&ground(4.0), &people, (0..31).collect(), world));
        let with = |row: u32| after.contains(&[row, 30]);
        for [a, b] in before.difference(&after) {
            assert!(with(*a) || with(*b), "{a} and {b} part for somebody else");
            parted += 1;
        }
        after.retain(|[_, b]| *b != 30);
        assert!(after.is_subset(&before), "somebody talks anew with another");
    }
    assert!(parted > 50, "{parted} pairs parted");
}

/// Only those who come are met, each with the given chance.
#[test]
fn the_facilitator_meets_those_who_come() {
    let people = People::new(0, 40);
    let ground = Ground::new(&[(Key::CommonHourAttendance, 0.3)]);
    let came = |world: u32, held: u32| {
        let facilitation = FacilitatedHours { held, ..FacilitatedHours::default() };
        let users = (0..40).collect();
        let place = SharedPlace { open: true, facilitation, users, ..shared_place("here", 0) };
        let mut met = Vec::new();
        let moment = ground.moment(world, 0);
        let came = common_hours(&moment, &people.residents, &people.ties, &place, &mut met);
        let absent = |row: &u32| !came.contains(row);
        assert!(!met.iter().any(|met| absent(&met.from) || absent(&met.with)), "who is absent talks");
        came.len() as f64 / 40.0
    };
    let share = |held| Sample::of(&(0..300).map(|world| came(world, held)).collect::<Vec<_>>());
    let check = Check {
        what: "common hours: share of users who come to one of six",
        expected: 1.0 - 0.7_f64.powi(6),
    };
    check.holds_on(share(6));
    check.refuses_on("to one of five", share(5));
    assert_eq!(came(0, 0), 0.0);
}

/// Who meets whom as planned, by the address of the pair.
fn planned(state: &State) -> Vec<Who> {
    let mut met: Vec<Who> = state
        .encounters
        .others
        .iter()
        .filter(|met| met.ordinal == Occasion::PlannedMeeting as u16)
        .map(|met| met.who)
        .collect();
    met.sort_unstable();
    met
}

fn to_contact(simulation: &mut Simulation) {
    while simulation.advance() != Phase::Contact {}
}

fn to_close(simulation: &mut Simulation) {
    while simulation.advance() != Phase::Close {}
}

/// Of each pair introduced exactly so many meetings, one in each of the months after, unless somebody leaves; also when the
/// facilitator has gone.
#[test]
fn planned_meetings_happen_as_planned_and_stop() {
    for meetings in [0_u8, 2, 3] {
        let setting = format!("contact.planned_meetings_count={meetings}");
        let scenario = small(20, HOST, &[&setting]);
        let mut simulation = Simulation::new(&scenario, world(0), None);
        let mut left: BTreeMap<Who, (u8, [Who; 2])> = BTreeMap::new();
        let (mut held, mut introduced) = (0, 0);
        for month in 0..20 {
            to_contact(&mut simulation);
            let state = simulation.state();
            let here: BTreeSet<Who> =
                state.residents.order().iter().map(|row| state.residents.address[*row as usize]).collect();
            left.retain(|_, (left, pair)| *left > 0 && pair.iter().all(|who| here.contains(who)));
            let expected: Vec<Who> = left.keys().copied().collect();
            assert_eq!(planned(state), expected, "month {month}");
            held += expected.len();
            left.values_mut().for_each(|(left, _)| *left -= 1);
            introduced += state.introduced.len();
            for (a, b) in &state.introduced {
                let pair = [*a, *b].map(|row| state.residents.address[row as usize]);
                left.insert(pair[0].pair(pair[1]), (meetings, pair));
            }
            assert!(month < 14 || state.introduced.is_empty(), "the facilitator has gone");
            to_close(&mut simulation);
        }
        assert!(introduced > 50, "{introduced} introductions");
        assert_eq!(held > 0, meetings > 0);
        assert!(simulation.state().planned.pairs.is_empty(), "meetings go on six months later");
    }
}

/// Of the hours given each is spent, kept or unused: what is left beside introductions and common hours are whole visits.
#[test]
fn hours_given_are_hours_spent_unused_or_kept() {
    let scenario = small(14, HOST, &[]);
    let mut simulation = Simulation::new(&scenario, world(1), None);
    let kept = |state: &State| {
        let KeptHours { common, introductions, outreach } = state.places[0].kept;
        common + introductions + outreach
    };
    let (mut before, mut visits, mut held) = (0.0, 0.0, 0);
    for _ in 0..14 {
        to_contact(&mut simulation);
        let state = simulation.state();
        let given = state.places[0].facilitation;
        assert!((given.common + given.introductions + given.outreach - 65.0).abs() < 1e-9, "half of a post");
        let spent = 2.0 * state.introduced.len() as f64 + 3.0 * f64::from(given.held);
        let rest = before + 65.0 - spent - given.unused - kept(state);
        assert!(rest >= -1e-9 && (rest / 2.0 - (rest / 2.0).round()).abs() < 1e-9, "{rest} hours are lost");
        (before, visits, held) = (kept(state), visits + rest / 2.0, held + given.held);
        to_close(&mut simulation);
    }
    assert!(visits > 100.0 && held > 5, "{visits} visits, {held} common hours");
    to_contact(&mut simulation);
    assert_eq!(simulation.state().places[0].kept, KeptHours::default(), "whoever left keeps nothing");
}

/// A place that nobody enters leaves all hours to visits.
#[test]
fn a_place_without_users_leaves_its_hours_to_visits() {
    let empty = ["attendance.entry_log_odds=-20", "attendance.visit_invitation_log_odds=0"];
    let scenario = small(3, HOST, &empty);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    to_contact(&mut simulation);
    let place = &simulation.state().places[0];
    assert!(place.users.len() < 2 && place.facilitation.held == 0 && place.facilitation.unused == 0.0);
    assert!(place.met.len() > 25, "{} of 32 visited", place.met.len());
}

/// Whom a facilitator met stands by ascending address, is here, and is forgotten in time when the post ends.
#[test]
fn whom_a_facilitator_met_is_here_and_is_forgotten() {
    let last = |forgetting: &str| {
        let scenario = small(40, HOST, &[forgetting]);
        let mut simulation = Simulation::new(&scenario, world(0), None);
        let mut most = 0;
        for _ in 0..40 {
            simulation.step();
            let state = simulation.state();
            let met = &state.places[0].met;
            let who: Vec<Who> = met.iter().map(|row| state.residents.address[*row as usize]).collect();
            assert!(who.windows(2).all(|pair| pair[0] < pair[1]), "out of order");
            let here = |row: &u32| state.residents.order().contains(row);
            assert!(met.iter().all(here), "somebody left");
            most = most.max(met.len());
        }
        (most, simulation.state().places[0].met.len())
    };
    let (most, left) = last("contact.facilitator_forgetting_per_year=0.5");
    // 25 of 26 months without a post.
    let share = left as f64 / most as f64;
    assert!(most > 100 && (0.2..0.5).contains(&share), "{left} of {most} are remembered");
    let (most, left) = last("contact.facilitator_forgetting_per_year=0");
    assert!(left as f64 > 0.85 * most as f64, "{left} of {most}: nobody is forgotten, some leave");
}

/// At a strength of 0 help received changes nothing, to the bit; with it, who was helped gives sooner.
#[test]
fn help_received_makes_giving_likelier() {
    let mut values = Values::default();
    values.set(Key::GivingHelped, 0.0);
    for (governance, willingness) in [(0.0, 0.3), (0.7, 0.21)] {
        let governed = 1.0 + (values[Key::GivingGovernance] - 1.0) * governance;
        let without = values[Key::GivingHazard] * governed * willingness;
        for helped in [0.0, 1.5, 200.0] {
            assert_eq!(
                giving_per_year(&values, governance, willingness, helped).to_bits(),
                without.to_bits()
            );
        }
    }
    let gave = |strength: f64, received: u8| {
        let ground = Ground::new(&[
            (Key::GivingHelped, strength),
            (Key::HelpMemory, 1.0),
            (Key::LeaveHazard, 0.0),
            (Key::GivingEnd, 0.0),
        ]);
        let mut people = People::new(0, 2_000);
        let mut places = [SharedPlace { open: true, capacity: 2_000, ..shared_place("here", 0) }];
        for row in 0..2_000 {
            people.users.begins(row, 1, Month::FIRST);
            people.surveys[row as usize].fellow_friends = 3;
        }
        places[0].users = (0..2_000).collect();
        let (works, association) = (vec![0; 2_000], vec![None; 2_000]);
        for month in 0..6 {
            let ladder = Ladder {
                surveys: &people.surveys,
                willingness: &|_| 0.3,
                received: &|_| received,
                works: &works,
                association: &association,
            };
            engage(&ground.moment(0, month), &people.residents, &ladder, &mut people.users, &mut places);
        }
        people.users.rung.iter().filter(|rung| **rung >= Rung::Contributor).count()
    };
    assert_eq!(gave(0.0, 0), gave(0.0, 8), "help counts for nothing at a strength of 0");
    assert_eq!(gave(0.25, 0), gave(0.0, 0), "who was not helped gives as before");
    // A hazard of .18 a year for half a year, about 2.7 times as high on average while the memory fills up.
    assert!(gave(0.25, 8) > 2 * gave(0.0, 8), "{} against {}", gave(0.25, 8), gave(0.0, 8));
}

/// Know-how that one encounter gives, relative to one of a common hour.
#[test]
fn desk_neighbours_learn_a_share() {
    let mut values = Values::default();
    for share in [0.0, 0.1, 1.0] {
        values.set(Key::DeskLearning, share);
        let structured = learning_per_hour(&values, Channel::Structured);
        Check { what: "learning at a desk over that of a common hour", expected: share }
            .holds(learning_per_hour(&values, Channel::Desk) / structured, ANALYTIC);
    }
    assert_eq!(learning_per_hour(&values, Channel::Work), values[Key::Learning]);
    // Through a month: the same encounter at a desk, of people who always help.
    let learnt = |channel: Channel| {
        let ground = Ground::new(&[]);
        let mut people = People::new(0, 2);
        people.minds.behaviour.fill(hameau_model::state::minds::Behaviour::Unconditional);
        people.seen.enter(1, 0.25);
        let met = Encounters::from(vec![Encounter {
            who: people.residents.address[0].pair(people.residents.address[1]),
            from: 0,
            with: 1,
            units: 128,
            before: 0,
            slot: 0,
            ordinal: Occasion::Place as u16,
            channel,
        }]);
        let moment = ground.moment(0, 0);
        hameau_model::rules::cooperation::help(
            &moment,
            &people.residents,
            &people.minds,
            &met,
            &mut people.seen,
        );
        assert_eq!((people.seen.received(0), people.seen.received(1)), (1, 1));
        hameau_model::rules::cooperation::remember(&ground.values, &mut people.seen, &mut people.minds);
        people.minds.know_how[0] - 1.0
    };
    let (desk, structured) = (learnt(Channel::Desk), learnt(Channel::Structured));
    Check { what: "learnt at a desk over a common hour, by a month", expected: 0.1 }
        .holds(desk / structured, ANALYTIC);
}

/// Many seats for few users: nobody has two within twelve months, and nobody passes the ceiling.
#[test]
fn nobody_is_trained_twice_in_a_year() {
    let courses = "[[programme]]\ninstrument = \"training\"\nname = \"courses\"\nfrom = \"2022-01\"\n\
                   [programme.params]\ntrainees_persons_per_year = 2000.0\nknow_how_gain_strength = 1.0\n";
    let again = courses.replace("courses", "more-courses").replace("from =", "place = \"place\"\nfrom =");
    let scenario = small(30, &[HOST, courses, &again].concat(), &["attendance.entry_log_odds=-6"]);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let mut last: BTreeMap<Who, Month> = BTreeMap::new();
    let (mut trainings, mut twice) = (0, 0);
    for _ in 0..30 {
        let month = simulation.month();
        simulation.step();
        let state = simulation.state();
        for (row, of) in state.minds.trained.iter().filter(|(_, of)| **of == month) {
            let who = state.residents.address[*row as usize];
            trainings += 1;
            if let Some(before) = last.insert(who, *of) {
                assert!(of.since(before) >= 12, "trained again after {} months", of.since(before));
                twice += 1;
            }
        }
        let most = 1.0 + scenario.values[Key::KnowHowCeiling] + 1e-12;
        assert!(state.residents.order().iter().all(|row| state.minds.know_how[*row as usize] <= most));
    }
    assert!(trainings > 1_000 && twice > 100, "{trainings} trainings, {twice} of them not the first");
}
