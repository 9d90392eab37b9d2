//! Do the estimators of closure give the known answers, and do chance's own moments hold against brute force?

use crate::bench::{ANALYTIC, Check, Ground, Lots, People, Sample};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::inputs::territory::{Territory, Totals, Travel};
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::homophily::{Ends, Network, homophily, inbreeding_homophily};
use hameau_model::observe::indicators::{Indicator, Observer};
use hameau_model::rules::step::Simulation;
use hameau_model::rules::ties::{Neighbourhood, Preference, Village, meet_in_village};
use hameau_model::state::population::{Origin, Slots};
use hameau_model::state::ties::{Encounters, units};

/// Half a unit of the table's last digit.
const SEVEN_DIGITS: f64 = 5.1e-8;

/// The expected tie ends of independent dyads, times 77 so that they are whole: a tie forms with chance p and ends with
/// chance d in a month, so it stands with chance p/(p + d), 2/7 within an origin and 1/11 across.
fn dyads() -> Network {
    let ends =
        [Ends { same: 80 * 79 * 22, cross: 20 * 80 * 7 }, Ends { same: 20 * 19 * 22, cross: 20 * 80 * 7 }];
    Network { people: [80, 20], ends, squared_degrees: 0 }
}

/// Known answer: a hundred people whose ties come and go independently.
#[test]
fn independent_dyads_give_the_table() {
    let newcomers = dyads().ends[1];
    let degree = |ends: &[Ends]| ends.iter().map(|ends| ends.same + ends.cross).sum::<u64>() as f64 / 77.0;
    let once = Ends { same: newcomers.same / 2, ..newcomers };
    let check = Check { what: "independent dyads: H1", expected: 0.427_402_9 };
    check.holds(homophily(newcomers).expect("ties"), SEVEN_DIGITS);
    check.refuses("an internal tie counted once", homophily(once).expect("ties"), SEVEN_DIGITS);
    let check = Check { what: "independent dyads: IH1", expected: 0.284_253_6 };
    check.holds(inbreeding_homophily(newcomers, 0.2).expect("ties"), SEVEN_DIGITS);
    check.refuses("the share of the other origin", inbreeding_homophily(newcomers, 0.8).expect("ties"), 1e-3);
    let check = Check { what: "independent dyads: mean degree of group 1", expected: 12.701_30 };
    check.holds(degree(&[newcomers]) / 20.0, 5.1e-6);
    let ends_later = |p: f64| p / (p + 0.05 - p * 0.05);
    let wrong = 19.0 * ends_later(0.02) + 80.0 * ends_later(0.005);
    check.refuses("standing with chance p/(p + d - p d)", wrong, 5.1e-6);
    Check { what: "independent dyads: mean degree of all", expected: 22.051_95 }
        .holds(degree(&dyads().ends) / 100.0, 5.1e-6);
}

/// Ends of ties of a graph, from its edges.
fn network(ties: &[(usize, usize)], newcomer: &[bool]) -> Network {
    let mut network = Network::default();
    let mut degrees = vec![0_u64; newcomer.len()];
    for of in newcomer {
        network.people[usize::from(*of)] += 1;
    }
    for (a, b) in ties {
        for (one, other) in [(*a, *b), (*b, *a)] {
            degrees[one] += 1;
            let ends = &mut network.ends[usize::from(newcomer[one])];
            if newcomer[one] == newcomer[other] { ends.same += 1 } else { ends.cross += 1 }
        }
    }
    network.squared_degrees = degrees.iter().map(|degree| degree * degree).sum();
    network
}

/// A hundred people after 200 months, from no tie: a stock that has settled to two parts in 100,000.
fn grown(lots: &mut Lots, same: f64, across: f64) -> Network {
    let newcomer: Vec<bool> = (0..100).map(|row| row < 20).collect();
    let mut ties = Vec::new();
    for a in 0..100 {
        for b in 0..a {
            let forms = if newcomer[a] == newcomer[b] { same } else { across };
            let tied = (0..200).fold(false, |tied, _| {
                let draw = lots.draw();
                if tied { !draw.bernoulli(0.05) } else { draw.bernoulli(forms) }
            });
            if tied {
                ties.push((a, b));
            }
        }
    }
    network(&ties, &newcomer)
}

/// Drawn month by month, do dyads end where p/(p + d) says, and do the estimators find it?
#[test]
fn dyads_drawn_month_by_month_give_the_table() {
    let mut lots = Lots::new(3);
    let mut worlds =
        |same, across| (0..20).map(|_| grown(&mut lots, same, across).ends[1]).collect::<Vec<_>>();
    let (right, wrong) = (worlds(0.02, 0.005), worlds(0.01, 0.005));
    let pairs = |worlds: &[Ends]| {
        let pair = |ends: &Ends| (ends.same as f64, (ends.same + ends.cross) as f64);
        worlds.iter().map(pair).collect::<Vec<_>>()
    };
    let estimated = |worlds: &[Ends]| {
        let add = |sum: Ends, ends: &Ends| Ends { same: sum.same + ends.same, cross: sum.cross + ends.cross };
        let pooled = worlds.iter().fold(Ends::default(), add);
        let error = Sample::ratio(&pairs(worlds)).error;
        let index = inbreeding_homophily(pooled, 0.2).expect("ties");
        [Sample { mean: homophily(pooled).expect("ties"), error }, Sample { mean: index, error: error / 0.8 }]
    };
    let (right_estimates, wrong_estimates) = (estimated(&right), estimated(&wrong));
    for (which, (what, expected)) in [("H1", 0.427_402_9), ("IH1", 0.284_253_6)].into_iter().enumerate() {
        let name = format!("dyads drawn month by month: {what}");
        let check = Check { what: &name, expected };
        check.holds_on(right_estimates[which]);
        check.refuses_on("half the preference", wrong_estimates[which]);
    }
    let degrees: Vec<f64> = pairs(&right).iter().map(|(_, ends)| ends / 20.0).collect();
    Check { what: "dyads drawn month by month: mean degree of group 1", expected: 12.701_30 }
        .holds_on(Sample::of(&degrees));
}

/// Without preference, each is tied to all others alike: nobody is tied to himself, so IH is a little below 0.
#[test]
fn without_preference_homophily_is_that_of_the_others() {
    for (n1, n2) in [(20_u64, 80_u64), (3, 7), (50, 2)] {
        let total = (n1 + n2) as f64;
        let check = Check { what: "no preference: IH = -1/(N-1)", expected: -1.0 / (total - 1.0) };
        let ends = Ends { same: n1 * (n1 - 1), cross: n1 * n2 };
        let share = n1 as f64 / total;
        check.holds(inbreeding_homophily(ends, share).expect("ties"), ANALYTIC);
        let with_oneself = Ends { same: n1 * n1, ..ends };
        let wrong = inbreeding_homophily(with_oneself, share).expect("ties");
        check.refuses("oneself among one's ties", wrong, ANALYTIC);
    }
}

/// Encounter ends of the newcomers among 30 people of whom 6 are newcomers: within their origin, and all, month by month.
fn met(preference: f64) -> Vec<(f64, f64)> {
    let ground = Ground::new(&[
        (Key::SameOriginPreference, preference),
        (Key::FriendsOfFriends, 0.0),
        (Key::NewPartners, 10.0),
    ]);
    let people = People::new(6, 24);
    let residents = &people.residents;
    let mut communes = Slots::new(&[30]);
    for row in residents.order() {
        communes.add(0, *row, residents.address[*row as usize], &residents.address);
    }
    let travel = Travel::new(&ground.territory, &ground.values);
    let neighbourhood = Neighbourhood::new(&ground.values, &travel, &[30]);
    let newcomer = |row: u32| residents.origin[row as usize] == Origin::Newcomer;
    let month = |month: u32| {
        let mut out = Encounters::default();
        let village = Village {
            residents,
            ties: &people.ties,
            communes: &communes,
            associations: &Slots::default(),
            association: &[None; 30],
            neighbourhood: &neighbourhood,
            preference: &Preference::fixed(&ground.values),
            helped_across: &[],
            since: None,
        };
        meet_in_village(&ground.moment(0, month), &village, |_| true, &mut out);
        let (mut same, mut all) = (0.0, 0.0);
        out.each(residents, |meeting| {
            let (more_same, more) = match [meeting.from, meeting.with].map(newcomer) {
                [true, true] => (2.0, 2.0),
                [false, false] => (0.0, 0.0),
                _ => (0.0, 1.0),
            };
            (same, all) = (same + more_same, all + more);
        });
        (same, all)
    };
    (0..2_000).map(month).collect()
}

/// Are village encounters drawn without preference at ratio 1, and with the stated one at 2?
#[test]
fn village_encounters_have_the_stated_preference() {
    let to_index = |sample: Sample| Sample { mean: (sample.mean - 0.2) / 0.8, error: sample.error / 0.8 };
    let (none, twice) = (to_index(Sample::ratio(&met(1.0))), to_index(Sample::ratio(&met(2.0))));
    let check = Check { what: "village encounters, no preference, N=30: IH = -1/29", expected: -1.0 / 29.0 };
    check.holds_on(none);
    check.refuses_on("preference 2", twice);
    let within = 6.0 * 5.0 / (5.0 + 24.0 / 2.0);
    let across = 6.0 * 12.0 / (5.0 + 12.0) + 24.0 * 3.0 / (23.0 + 3.0);
    let expected = (2.0 * within / (2.0 * within + across) - 0.2) / 0.8;
    let check = Check { what: "village encounters, preference 2, N=30: IH", expected };
    check.holds_on(twice);
    check.refuses_on("no preference", none);
}

/// The mean of the E-I index when origins are dealt at random.
#[test]
fn mean_of_the_external_internal_index() {
    let ends = [Ends { same: 40, cross: 10 }, Ends { same: 4, cross: 10 }];
    let of = |people| Network { people, ends, squared_degrees: 300 }.external_internal_mean().expect("ties");
    let check = Check { what: "E-I permutation mean, (20,5)", expected: -1.0 / 3.0 };
    check.holds(of([20, 5]), ANALYTIC);
    check.refuses("drawn with return, 4 n1 n2/N^2 - 1", 4.0 * 20.0 * 5.0 / 625.0 - 1.0, ANALYTIC);
    check.refuses("another split", of([19, 6]), ANALYTIC);
}

/// The mixing matrix [[40, 2], [5, 41]] read without direction: the built network knows none.
#[test]
fn mixing_matrix_without_direction() {
    let ends = [Ends { same: 80, cross: 7 }, Ends { same: 82, cross: 7 }];
    let network = Network { people: [50, 50], ends, squared_degrees: 0 };
    let check = Check { what: "mixing matrix: E-I", expected: -0.840_909_1 };
    check.holds(network.external_internal().expect("ties"), SEVEN_DIGITS);
    check.refuses("ends in place of ties", (7.0 - 162.0) / 169.0, SEVEN_DIGITS);
    let check = Check { what: "mixing matrix: assortativity, undirected", expected: 0.840_888_5 };
    check.holds(network.assortativity().expect("ties"), SEVEN_DIGITS);
    let within = 81.0 / 88.0;
    let expected = (42.0 * 45.0 + 46.0 * 43.0) / (88.0 * 88.0);
    check.refuses("directed", (within - expected) / (1.0 - expected), SEVEN_DIGITS);
}

/// A random graph of mean degree 6 in which some people have many more ties than others.
fn graph(lots: &mut Lots, people: usize) -> Vec<(usize, usize)> {
    let mut ties = Vec::new();
    while ties.len() < 3 * people {
        let (a, b) = (lots.draw().value(), lots.draw().value());
        let (a, b) = ((a * a * people as f64) as usize, (b * people as f64) as usize);
        let tie = (a.min(b), a.max(b));
        if a != b && !ties.contains(&tie) {
            ties.push(tie);
        }
    }
    ties
}

/// Every way of choosing `some` newcomers among the people.
fn every_dealing(people: usize, some: usize) -> Vec<Vec<bool>> {
    let sets = (0_u32..1 << people).filter(|set| set.count_ones() as usize == some);
    sets.map(|set| (0..people).map(|row| set >> row & 1 == 1).collect()).collect()
}

fn moments(values: &[f64]) -> [f64; 2] {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    [mean, values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n]
}

/// Are mean and variance of the external ties exact over all dealings of the origins?
#[test]
fn moments_of_external_ties_are_exact() {
    let mut lots = Lots::new(5);
    for (people, some) in [(8, 2), (12, 3), (14, 7), (16, 4)] {
        let ties = graph(&mut lots, people);
        let dealings = every_dealing(people, some);
        let external: Vec<f64> =
            dealings.iter().map(|dealing| network(&ties, dealing).external() as f64).collect();
        let built = network(&ties, &dealings[0]).external_moments().expect("both origins");
        let [mean, variance] = moments(&external);
        Check { what: "external ties: mean over all dealings, over the closed form", expected: 1.0 }
            .holds(mean / built.mean, ANALYTIC);
        let check =
            Check { what: "external ties: variance over all dealings, over the closed form", expected: 1.0 };
        check.holds(variance / built.variance, ANALYTIC);
        let m = ties.len() as f64;
        let independent = built.mean * (1.0 - built.mean / m);
        check.refuses("ties dealt independently, m p (1 - p)", variance / independent, ANALYTIC);
    }
}

/// Assortativity over dealings of the origins: standard deviation over that of the closed form, gap of the means in standard
/// deviations; the same two against wrong forms, of a share of ends held fixed and of a mean of -1/(N-1).
fn assortativity_errors(lots: &mut Lots, people: usize) -> [f64; 4] {
    let ties = graph(lots, people);
    let mut dealing: Vec<bool> = (0..people).map(|row| row < people / 4).collect();
    let network_of = network(&ties, &dealing);
    let built = network_of.assortativity_moments().expect("both origins");
    let values: Vec<f64> = if people <= 16 {
        let dealings = every_dealing(people, people / 4);
        dealings.iter().filter_map(|dealing| network(&ties, dealing).assortativity()).collect()
    } else {
        let deal = |_| {
            lots.shuffle(&mut dealing);
            network(&ties, &dealing).assortativity().expect("both origins have ties")
        };
        (0..10_000).map(deal).collect()
    };
    let [mean, variance] = moments(&values);
    let deviation = variance.sqrt();
    let fixed_share = network_of.external_moments().expect("both origins").variance.sqrt();
    let wrong_deviation = fixed_share / ties.len() as f64 / (2.0 * 0.25 * 0.75);
    let wrong_mean = -1.0 / (people as f64 - 1.0);
    [
        (deviation / built.variance.sqrt() - 1.0).abs(),
        ((mean - built.mean) / deviation).abs(),
        (deviation / wrong_deviation - 1.0).abs(),
        ((mean - wrong_mean) / deviation).abs(),
    ]
}

/// The moments of assortativity are series: how far off are they, and does it shrink with people?
#[test]
fn moments_of_assortativity_are_near_brute_force() {
    let mut lots = Lots::new(7);
    // 10,000 dealings know a deviation to 0.7 % and a mean to 1 % of a deviation: four errors of either. Of twelve people
    // every dealing is counted; few people bend the series more.
    for (people, deviation, mean) in
        [(12, 0.05, 0.04), (48, 0.03, 0.04), (192, 0.03, 0.04), (768, 0.03, 0.04)]
    {
        let errors: Vec<[f64; 4]> = (0..4).map(|_| assortativity_errors(&mut lots, people)).collect();
        let worst = |which: usize| errors.iter().map(|errors| errors[which]).fold(0.0, f64::max);
        let what = format!(
            "assortativity, N={people}: deviation over the closed form's, less 1; worst of four graphs"
        );
        let check = Check { what: &what, expected: 0.0 };
        check.holds(worst(0), deviation);
        check.refuses("share of ends held fixed", worst(2), deviation);
        let what =
            format!("assortativity, N={people}: gap of the means, in deviations; worst of four graphs");
        let check = Check { what: &what, expected: 0.0 };
        check.holds(worst(1), mean);
        check.refuses("-1/(N-1), the first order", worst(3), mean);
    }
}

/// Does the observer report, month after month, what an edge list of the ties says?
#[test]
fn the_observer_agrees_with_the_edge_list() {
    let mut scenario =
        resolve("hameau:baseline", &Overrides::default(), &Memory::default()).expect("no mistake");
    scenario.territory = Territory::synthetic("closure", Totals { communes: 3, adults: 400 }).expect("sound");
    scenario.values.set(Key::BurnIn, 6.0);
    let mut simulation = Simulation::new(&scenario, World { seed: 9, replicate: 0 }, None);
    let mut observer = Observer::new(&simulation);
    let mut found = Vec::new();
    for _ in 0..12 {
        simulation.step();
        observer.observe(&simulation);
        let state = simulation.state();
        let in_care = |row: &u32| state.residents.secluded[*row as usize];
        let order: Vec<u32> = state.residents.order().iter().copied().filter(|row| !in_care(row)).collect();
        let newcomer: Vec<bool> =
            order.iter().map(|row| state.residents.origin[*row as usize] == Origin::Newcomer).collect();
        let casual = units(scenario.values[Key::CasualHours]);
        let mut ties = Vec::new();
        for (a, row) in order.iter().enumerate() {
            for (b, other) in order.iter().enumerate().take(a) {
                if state.ties.between(*row, *other) >= casual {
                    ties.push((a, b));
                }
            }
        }
        found.push(network(&ties, &newcomer));
    }
    let (months, _) = observer.finish();
    assert_eq!((months.len(), found.len()), (12, 12));
    for (month, network) in months.iter().zip(&found) {
        let people = network.people.map(|people| people as f64);
        let w = people[1] / (people[0] + people[1]);
        let [locals, newcomers] = network.ends;
        assert!(network.ties() > 100, "a network to speak of");
        for (indicator, expected, wrong) in [
            (Indicator::NewcomersSameOrigin, homophily(newcomers), homophily(locals)),
            (Indicator::NewcomersIh, inbreeding_homophily(newcomers, w), inbreeding_homophily(locals, w)),
            (Indicator::LocalsIh, inbreeding_homophily(locals, 1.0 - w), inbreeding_homophily(newcomers, w)),
            (Indicator::EiIndex, network.external_internal(), network.external_internal_mean()),
            (Indicator::EiPermutationMean, network.external_internal_mean(), network.external_internal()),
            (Indicator::EiZ, network.external_z(), None),
            (Indicator::Assortativity, network.assortativity(), network.external_internal()),
        ] {
            let observed = month.of(indicator);
            let known = |value: Option<f64>| value.expect("both origins have ties");
            assert!((known(observed) - known(expected)).abs() < ANALYTIC, "{indicator:?}");
            assert!(wrong.is_none_or(|wrong| (known(observed) - wrong).abs() > ANALYTIC), "{indicator:?}");
        }
    }
}
