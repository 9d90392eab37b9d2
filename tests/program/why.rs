//! Does `why` find where two paired worlds part, and tell it rightly?

use crate::common::{RICH, isolated, small, world};
use crate::tiny::Tiny;
use hameau::api::{self, Why, WhyAsked};
use hameau_analysis::why::{Kind, Pair, Parting, Quantity, Surrounding, What};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Aggregation, Indicator, Observer, Theme};
use hameau_model::observe::run::simulate;
use hameau_model::rules::step::{Phase, Simulation, State};
use hameau_model::state::population::Occupation;
use hameau_model::state::works::Stage;
use hameau_words::Language;
use std::collections::BTreeMap;

fn pair(a: &Scenario, b: &Scenario) -> Pair {
    Pair::simulate(a, b, world(0), true, |_| ()).expect("two worlds of one territory")
}

fn asked() -> WhyAsked {
    WhyAsked { world: world(0), indicator: None, residents: 6, resident: None, events: true }
}

fn rich(months: u32) -> Why {
    api::why(&small(months, "", &[]), &small(months, RICH, &[]), &asked(), |_| ()).expect("a pair")
}

#[test]
fn the_same_scenario_never_parts() {
    let scenario = small(12, RICH, &[]);
    let why = api::why(&scenario, &scenario, &asked(), |_| ()).expect("a pair");
    assert_eq!((why.pair.comparison.first, why.pair.comparison.partings.len()), (None, 0));
    assert!(why.chain.is_none() && why.changes.is_empty());
    assert!(why.page(Language::English).contains("The two worlds never diverge."));
    assert!(why.page(Language::French).contains("Les deux mondes ne divergent jamais."));
}

#[test]
fn a_policy_without_strength_parts_nobody() {
    let zero = "[[programme]]\ninstrument = \"shared_place\"\nname = \"empty\"\ncommune = \"S0002\"\n\
                from = \"2022-03\"\n[programme.params]\ncapacity_persons = 0\n";
    let found = pair(&small(18, "", &[]), &small(18, zero, &[]));
    assert_eq!(found.comparison.partings, []);
    let first = found.comparison.first.expect("a place of no room still costs");
    assert_eq!((first.month, first.call), (Month::new(2022, 3), Some(Phase::Programme)));
    assert_eq!(first.what, Surrounding::Spending);
}

#[test]
fn nothing_parts_before_a_policy_acts() {
    let late = "[[programme]]\ninstrument = \"welcome\"\nname = \"late\"\nfrom = \"2022-09\"\n";
    let found = pair(&small(14, "", &[]), &small(14, late, &[]));
    let begun = Month::new(2022, 9);
    assert_eq!(found.comparison.first.map(|first| first.month), Some(begun));
    assert!(!found.comparison.partings.is_empty(), "the policy does something");
    assert!(found.comparison.partings.iter().all(|parting| parting.month >= begun));
    assert!(found.witnesses[0].counts[..8] == found.witnesses[1].counts[..8]);
}

#[test]
fn another_parameter_of_the_start_parts_before_the_first_month() {
    let found = pair(&small(1, "", &[]), &small(1, "", &["cooperation.initial_belief_probability=0.9"]));
    let first = found.comparison.partings.first().expect("everybody believes more");
    assert_eq!((first.month, first.call), (Month::new(2022, 1), None));
    assert!(
        found.comparison.at(None) > 1_900,
        "nearly all adults know each other's help from the months before"
    );
}

/// Everything that a state says of each resident, as text, by address.
fn lives(state: &State) -> BTreeMap<Who, String> {
    let (people, users, firms) = (&state.residents, &state.users, &state.enterprises);
    let one = |row: u32| {
        let at = row as usize;
        let other = |row: u32| people.address[row as usize];
        let mut ties: Vec<_> = state.ties.of(row).map(|(with, stock)| (other(with), stock)).collect();
        ties.sort_unstable();
        let mut works: Vec<_> = state
            .works
            .list
            .iter()
            .filter(|work| work.stage != Stage::Ended && work.team.contains(&row))
            .map(|work| (work.who, work.stage))
            .collect();
        works.sort_unstable();
        let jobs = state.collaborations.going_on.iter().filter(|job| job.pair.contains(&row));
        let mut jobs: Vec<_> = jobs.map(|job| job.who).collect();
        jobs.sort_unstable();
        let place = (users.place[at] as usize).checked_sub(1).map(|number| state.places[number].who);
        let traits = (people.origin[at], people.birth[at], people.arrived[at], people.commune[at]);
        let more = (people.occupation[at], people.secluded[at], state.seen.skill(row), people.brought[at]);
        let firm = (firms.of(row), firms.planned.get(&row).copied(), firms.non_presential[at]);
        let exempt = firms.exemptions.get(&row).map(|exemption| (exemption.until, exemption.each));
        let use_of = (place, users.past(row).since, users.days[at], users.ever[at], users.invited[at]);
        let climb = (users.rung[at], users.fit[at], users.past(row).first_use, users.past(row).first_giving);
        let minds = &state.minds;
        let mind = (minds.behaviour[at], minds.belief[at], minds.cooperator[at], minds.know_how[at]);
        let known = (state.surveys[at], state.seen.of(row), state.association[at]);
        format!(
            "{traits:?}{more:?}{firm:?}{exempt:?}{use_of:?}{climb:?}{mind:?}{known:?}{ties:?}{works:?}{jobs:?}"
        )
    };
    people.order().iter().map(|row| (people.address[*row as usize], one(*row))).collect()
}

/// Where each resident first parts, found by writing out both worlds whole after every phase.
fn by_brute_force(a: &Scenario, b: &Scenario, months: u32) -> BTreeMap<Who, (Month, Phase)> {
    let mut worlds = [a, b].map(|scenario| Simulation::new(scenario, world(0), None));
    let mut parted = BTreeMap::new();
    for _ in 0..12 * months {
        let month = worlds[0].month();
        let [call, other] = worlds.each_mut().map(Simulation::advance);
        assert_eq!(call, other);
        let [a, b] = worlds.each_ref().map(|simulation| lives(simulation.state()));
        let differs = |who: &&Who| a.get(*who) != b.get(*who);
        for who in a.keys().chain(b.keys()).filter(differs) {
            parted.entry(*who).or_insert((month, call));
        }
    }
    parted
}

#[test]
fn partings_are_those_of_a_comparison_of_whole_states() {
    let months = 8;
    // Many ideas: people are asked, and see who joins, without joining themselves.
    let set = ["works.ideas_of_an_association_per_year=1"];
    let (a, b) = (small(months, "", &set), small(months, RICH, &set));
    let found = pair(&a, &b);
    let at = |parting: &Parting| {
        let call = parting.call.expect("the start is the same");
        (found.people.person(parting.id).who, (parting.month, call))
    };
    let partings: BTreeMap<Who, (Month, Phase)> = found.comparison.partings.iter().map(at).collect();
    let expected = by_brute_force(&a, &b, months);
    assert!(expected.len() > 100, "only {} part: the test says little", expected.len());
    assert_eq!(partings.len(), found.comparison.partings.len(), "somebody parts twice");
    assert_eq!(partings, expected);
    assert!(
        found.comparison.partings.iter().any(|parting| parting.quantity == Quantity::Seen),
        "nobody just sees"
    );
    let first = found.comparison.partings.first().map(at).expect("somebody parts");
    let earliest = expected.iter().min_by_key(|(who, at)| (**at, **who)).expect("somebody parts");
    assert_eq!((&first.0, &first.1), earliest);
}

#[test]
fn a_month_made_call_by_call_has_the_bits_of_a_month() {
    let scenario = small(10, RICH, &[]);
    let whole = simulate(&scenario, world(0), |_| ());
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let mut observer = Observer::new(&simulation);
    for _ in 0..10 {
        for call in Phase::ALL {
            assert_eq!(simulation.advance(), call);
        }
        observer.observe(&simulation);
    }
    assert_eq!(observer.finish().0, whole.months);
    let found = pair(&scenario, &scenario);
    assert_eq!(found.months[0], whole.months, "watching changes what is watched");
}

#[test]
fn ties_move_only_in_the_calls_that_say_so() {
    let scenario = small(8, RICH, &[]);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let ties = |state: &State| -> Vec<Vec<(u32, u16)>> {
        state.residents.order().iter().map(|row| state.ties.of(*row).collect()).collect()
    };
    let mut moved = [false; 12];
    for _ in 0..8 * 12 {
        let before = (simulation.state().residents.order().to_vec(), ties(simulation.state()));
        let call = simulation.advance();
        let after = (simulation.state().residents.order().to_vec(), ties(simulation.state()));
        let changed = before.0 == after.0 && before.1 != after.1;
        assert!(!changed || call.moves_ties(), "{call:?} moves ties");
        moved[call as usize] |= changed;
    }
    assert!(moved[Phase::MutualHelp as usize] && moved[Phase::Fading as usize]);
}

#[test]
fn a_resident_who_meets_nobody_parts_from_nobody_else() {
    let scenario = small(12, RICH, &[]);
    let alone = Simulation::new(&scenario, world(0), None);
    let mut with = alone.clone();
    let month = with.month();
    let entrant = isolated(month);
    let address = entrant.address;
    with.settle(&entrant);
    let found = Pair::of([alone, with], world(0), false, |_| ());
    let parted: Vec<Who> =
        found.comparison.partings.iter().map(|parting| found.people.person(parting.id).who).collect();
    assert_eq!(parted, [address]);
    assert_eq!(found.comparison.partings[0].quantity, Quantity::Presence);
}

#[test]
fn counts_of_parting_add_up() {
    let why = rich(24);
    let facts = why.facts(Language::English);
    let by_call: usize = facts.by_call.iter().map(|call| call.residents).sum();
    let by_year: usize = facts.by_call.iter().flat_map(|call| call.by_year.values()).sum();
    let by_quantity: usize = facts.by_call.iter().flat_map(|call| call.by_quantity.values()).sum();
    assert_eq!([by_call, by_year, by_quantity], [facts.parted; 3]);
    assert!(facts.parted > 0 && facts.parted < facts.residents);
    assert_eq!(facts.by_call.len(), 13);
    let together =
        (0..why.pair.people.len() as u32).filter(|id| why.pair.comparison.of(*id).is_none()).count();
    assert_eq!(together + facts.parted, facts.residents);
}

#[test]
fn events_add_up_to_what_is_observed() {
    let months = 48;
    let set = ["programme.host.convening_share=0.4", "programme.host.outreach_share=0.2"];
    let a = small(months, "", &[]);
    let found = pair(&a, &small(months, RICH, &set));
    let start = Simulation::new(&a, world(0), None);
    let founders = start.state().residents.len() as f64;
    let owns = |row: &&u32| start.state().residents.occupation[**row as usize] == Occupation::Entrepreneur;
    let entrepreneurs = start.state().residents.order().iter().filter(owns).count() as f64;
    for (witness, months) in found.witnesses.iter().zip(&found.months) {
        let total = |kind: Kind| witness.total(kind) as f64;
        let sum = |kinds: &[Kind]| kinds.iter().map(|kind| total(*kind)).sum::<f64>();
        let last = |indicator: Indicator| months[months.len() - 1].of(indicator).expect("defined");
        let adults = founders + sum(&[Kind::Arrived, Kind::CameOfAge]) - sum(&[Kind::Departed, Kind::Died]);
        assert_eq!(adults, last(Indicator::Adults));
        assert_eq!(total(Kind::WorkOperates) - total(Kind::WorkEnded), last(Indicator::WorksOperating));
        assert_eq!(total(Kind::WorkCommitted), last(Indicator::WorksCommitted));
        assert_eq!(sum(&[Kind::WorkEnded, Kind::WorkAbandoned]), last(Indicator::WorksEnded));
        assert_eq!(total(Kind::Idea), last(Indicator::WorksStarted));
        assert_eq!(total(Kind::JobBegun) - total(Kind::JobDone), last(Indicator::CollaborationsActive));
        // Every event of a kind that is counted is in the log, and the other way round.
        for kind in Kind::ALL {
            let logged: u32 = witness
                .events
                .iter()
                .filter(|event| event.kind == kind)
                .map(hameau_analysis::why::Event::count)
                .sum();
            assert_eq!(f64::from(logged), total(kind), "{kind:?}");
        }
        let mut entries = witness.events.iter().filter(|event| event.kind == Kind::EnteredPlace);
        let known = |what: What| matches!(what, What::Place(who) if witness.places.contains_key(&who));
        assert!(entries.all(|event| known(event.what)));
        let firms = entrepreneurs + total(Kind::FirmStarted) - total(Kind::FirmEnded);
        assert_eq!(firms, last(Indicator::EnterprisesLocals) + last(Indicator::EnterprisesNewcomers));
    }
    let [a, b] = &found.witnesses;
    assert_eq!(a.total(Kind::EnteredPlace), 0);
    assert!(b.total(Kind::EnteredPlace) > 20 && b.total(Kind::WorkCommitted) > 0, "nothing happened");
    assert!(b.helps.iter().all(|helps| *helps > 0) && b.total(Kind::FriendAcross) > 0);
}

#[test]
fn the_chain_says_when_an_indicator_differs_and_what_came_before() {
    let (a, b) = (small(30, "", &[]), small(30, RICH, &[]));
    let indicator = Indicator::ActiveUsers;
    let why = api::why(&a, &b, &WhyAsked { indicator: Some(indicator), ..asked() }, |_| ()).expect("a pair");
    let chain = why.chain.as_ref().expect("asked for");
    let course = |scenario| -> Vec<f64> {
        let run = simulate(scenario, world(0), |_| ());
        run.months.iter().map(|month| month.of(indicator).expect("defined")).collect()
    };
    let (in_a, in_b) = (course(&a), course(&b));
    let first_by = |least: f64| {
        let at = in_a.iter().zip(&in_b).position(|(a, b)| (a - b).abs() >= least).expect("they differ");
        Month::new(2022, 1).plus(at as u32)
    };
    assert_eq!(chain.first.map(|first| first.month), Some(first_by(1.0)));
    let least = indicator.row().smallest_effect;
    assert_eq!(chain.first_of_interest.map(|first| first.month), Some(first_by(least)));
    assert_eq!(chain.last.values, [in_a.last().copied(), in_b.last().copied()]);
    let entries = chain.links.iter().find(|link| link.kind == Kind::EnteredPlace).expect("somebody enters");
    assert_eq!(entries.first, chain.first.map(|first| first.month), "a first user is a first entry");
    assert_eq!(entries.totals[0], 0);
    assert!(chain.links.is_sorted_by_key(|link| (link.first.is_none(), link.first)));
    let by_default = rich(30).chain.expect("they differ");
    let row = by_default.indicator.row();
    assert!(row.headline && row.theme != Theme::Money && row.aggregation != Aggregation::Event);
}

#[test]
fn users_are_the_entries_less_the_exits() {
    let names = ["place", "machines", "desk", "council-of-users", "host", "courses"];
    let until: Vec<String> = names.iter().map(|name| format!("programme.{name}.until=2024-06")).collect();
    let until: Vec<&str> = until.iter().map(String::as_str).collect();
    let scenario = small(36, RICH, &until);
    let found = pair(&small(36, "", &[]), &scenario);
    let witness = &found.witnesses[1];
    let mut users = 0_i64;
    let mut simulation = Simulation::new(&scenario, world(0), None);
    for counts in &witness.counts {
        simulation.step();
        let of = |kind: Kind| i64::from(counts[kind as usize]);
        users += of(Kind::EnteredPlace) - of(Kind::QuitPlace) - of(Kind::Displaced);
        users -= of(Kind::UserDeparted) + of(Kind::UserDied);
        let there: usize = simulation.state().places.iter().map(|place| place.users.len()).sum();
        assert_eq!(users, there as i64);
    }
    assert!(witness.total(Kind::Displaced) > 0 && witness.total(Kind::QuitPlace) > 0);
}

#[test]
fn the_sums_of_a_life_are_those_of_its_months() {
    let scenario = small(12, RICH, &[]);
    let found = pair(&small(12, "", &[]), &scenario);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let (mut present, mut helps) = (0, 0);
    for _ in 0..12 {
        simulation.step();
        present += simulation.state().residents.len();
        helps += simulation.state().seen.total_helps;
    }
    let ids = 0..found.people.len() as u32;
    let sums: Vec<_> = ids.map(|id| found.witnesses[1].sums(id)).collect();
    let total = |sum: hameau_analysis::why::Sum| sums.iter().map(|of| of[sum as usize]).sum::<f64>();
    assert_eq!(total(hameau_analysis::why::Sum::Presence), present as f64);
    assert_eq!(total(hameau_analysis::why::Sum::Helps), helps as f64);
    assert_eq!(found.witnesses[1].helps.iter().sum::<u64>(), helps);
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH_MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

#[test]
fn stories_are_complete_sentences_in_both_languages() {
    let set = ["programme.host.convening_share=0.4", "programme.host.outreach_share=0.2"];
    let (a, b) = (small(60, "", &[]), small(60, RICH, &set));
    let why = api::why(&a, &b, &WhyAsked { residents: 60, ..asked() }, |_| ()).expect("a pair");
    assert_eq!(why.changes.len(), 60);
    for (language, months, dates) in [
        (Language::English, ENGLISH_MONTHS, ["In ", "in "]),
        (Language::French, FRENCH_MONTHS, ["En ", "en "]),
    ] {
        let other = if language == Language::English { FRENCH_MONTHS } else { ENGLISH_MONTHS };
        assert_eq!(why.stories(language).len(), 60);
        for story in why.stories(language) {
            assert_eq!(story.paragraphs.len(), 3, "{story:?}");
            assert!(story.title.ends_with(')') && story.title.contains('('), "{}", story.title);
            for text in &story.paragraphs {
                assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{text}");
                for wrong in ["  ", "{", "}", "..", " .", ",,", ": .", "None", "Some", "()", " ,"] {
                    assert!(!text.contains(wrong), "`{wrong}` in: {text}");
                }
                for sentence in text.split_inclusive(". ") {
                    assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
                }
                let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
                assert!(!words.iter().any(|word| other.contains(word) && *word != "mars"), "{text}");
            }
            let text = story.paragraphs.join(" ");
            assert!(
                dates
                    .iter()
                    .any(|date| months.iter().any(|month| text.contains(&format!("{date}{month} 20")))),
                "{text}"
            );
        }
    }
}

#[test]
fn residents_are_told_by_how_much_their_lives_change() {
    let why = rich(36);
    assert_eq!(why.changes.len(), 6);
    assert!(why.changes.is_sorted_by(|one, next| one.size >= next.size));
    let label = why.pair.people.person(why.changes[3].id).who;
    let one = WhyAsked { resident: Some(label), ..asked() };
    let alone = api::why(&small(36, "", &[]), &small(36, RICH, &[]), &one, |_| ()).expect("a pair");
    assert_eq!(alone.changes, [why.changes[3]]);
    let nobody = WhyAsked { resident: Who::parse("arrival-2022-01-99999"), ..asked() };
    let error = api::why(&small(1, "", &[]), &small(1, "", &[]), &nobody, |_| ()).expect_err("nobody");
    assert!(error.to_string().contains("arrival-2022-01-99999"), "{error}");
}

const NONE: &str = "name = \"none\"\nterritory = \"tiny-territory.toml\"\n[simulation]\nstart = \"2022-07\"\n\
                    duration_months = 6\n";

fn tiny() -> Tiny {
    let tiny = Tiny::new();
    std::fs::write(tiny.path("none.toml"), NONE).expect("written");
    tiny
}

#[test]
fn the_command_tells_and_writes_whole_files() {
    let tiny = tiny();
    let (code, out, err) =
        tiny.hameau(&["why", "none.toml", "tiny.toml", "--events", "events.csv", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["first_difference"]["month"], "2022-10");
    let events = String::from_utf8(tiny.read("events.csv")).expect("text");
    let mut lines = events.lines();
    assert_eq!(lines.next(), Some("world,month,mechanism,event,resident,other,what"));
    assert!(lines.clone().all(|line| line.split(',').count() == 7), "{events}");
    assert!(lines.any(|line| line == "B,2022-10,programme,place_opened,,,place"), "{events}");
    assert!(!tiny.files(".").iter().any(|name| name.starts_with('.')), "{:?}", tiny.files("."));
    let again = tiny.hameau(&["why", "none.toml", "tiny.toml", "--json"]);
    assert_eq!(again.1, out, "another text of the same worlds");
    let (code, out, _) = tiny.hameau(&["why", "none.toml", "tiny.toml", "--quiet"]);
    assert_eq!((code, out.as_str()), (0, ""));
    let (_, french, _) = tiny.hameau(&["why", "none.toml", "tiny.toml", "--lang", "fr"]);
    assert!(french.contains("en octobre 2022, à l'étape 1 du mois (programme)"), "{french}");
    assert!(french.lines().all(|line| line.chars().count() <= 80), "{french}");
}

#[test]
fn mistakes_have_code_1_and_one_clear_error() {
    let tiny = tiny();
    std::fs::write(tiny.path("longer.toml"), NONE.replace("= 6", "= 7")).expect("written");
    for (arguments, told) in [
        (vec!["none.toml", "hameau:baseline"], "not about the same territory"),
        (
            vec!["none.toml", "longer.toml"],
            "do not cover the same months: 2022-07 to 2022-12 and 2022-07 to 2023-01",
        ),
        (vec!["none.toml", "nowhere.toml"], "nowhere.toml"),
        (
            vec!["none.toml", "tiny.toml", "--indicator", "active_users_person"],
            "did you mean `active_users_persons`?",
        ),
        (vec!["none.toml", "tiny.toml", "--resident", "nobody"], "no address of a resident"),
        (vec!["none.toml", "tiny.toml", "--resident", "arrival-2022-07-99"], "nobody of the address"),
        (vec!["none.toml", "tiny.toml", "--events", "no/such/folder.csv"], "cannot write no/such/folder.csv"),
    ] {
        let (code, out, err) = tiny.hameau(&[&["why"], &arguments[..]].concat());
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}");
        assert!(err.contains(told) && err.matches("error: ").count() == 1, "{err}");
    }
}
