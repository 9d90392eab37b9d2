//! Is a shared place the loss system that its capacity makes of it, and when does its composition have two stable states?

use crate::bench::{ANALYTIC, Check, Ground, People, Sample, binomial, roots};
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::portable::{logistic, logit};
use hameau_model::kernel::units::monthly_probability;
use hameau_model::rules::places::{Demand, Ladder, attend, engage, entry_log_odds, leaving_per_year};
use hameau_model::state::places::{NOWHERE, SharedPlace, shared_place};
use hameau_model::state::population::{Occupation, Origin};

/// An open place at no distance, without fee.
fn place(capacity: u32) -> SharedPlace {
    SharedPlace { open: true, capacity, minutes: vec![0.0], ..shared_place("here", 0) }
}

/// Only what each test sets moves anybody in or out.
fn ground(settings: &[(Key, f64)]) -> Ground {
    let silent = [
        (Key::NeedFrame, 0.0),
        (Key::Isolation, 0.0),
        (Key::KnownUsers, 0.0),
        (Key::SameOrigin, 0.0),
        (Key::Habit, 0.0),
        (Key::GivingHazard, 0.0),
    ];
    Ground::new(&[&silent, settings].concat())
}

fn demand(occupation: Occupation, origin: Origin, own_share_excess: f64) -> Demand {
    Demand {
        occupation,
        non_presential: false,
        origin,
        strong: 0,
        known_users: 0,
        invited: false,
        habit: false,
        minutes: 0.0,
        own_share_excess,
    }
}

/// Erlang's loss formula by its recursion (Erlang 1917): the chance that all of `capacity` are taken.
fn erlang_b(load: f64, capacity: u32) -> f64 {
    (1..=capacity).fold(1.0, |blocked, n| load * blocked / (f64::from(n) + load * blocked))
}

/// Blocking and occupancy of a place whose months are: some enter as far as there is room, then some leave. The chain's
/// steps are binomials; its stationary state by iteration. Occupancy is that after entries, when days are spent.
fn loss_chain(people: u32, enter: f64, leave: f64, capacity: u32) -> [f64; 2] {
    let states = capacity as usize + 1;
    let mut before = vec![1.0 / states as f64; states];
    let entering = |absent: u32| (0..60).map(|k| binomial_of_many(absent, k, enter)).collect::<Vec<f64>>();
    let arrivals: Vec<Vec<f64>> = (0..=capacity).map(|present| entering(people - present)).collect();
    let mut result = [0.0; 2];
    for _ in 0..(60.0 / leave) as u32 {
        let (mut full, mut wanted, mut refused) = (vec![0.0; states], 0.0, 0.0);
        for (present, weight) in before.iter().enumerate() {
            for (k, chance) in arrivals[present].iter().enumerate() {
                let then = (present + k).min(capacity as usize);
                full[then] += weight * chance;
                wanted += weight * chance * k as f64;
                refused += weight * chance * (present + k - then) as f64;
            }
        }
        let mut after = vec![0.0; states];
        for (present, weight) in full.iter().enumerate() {
            for gone in 0..=present {
                after[present - gone] += weight * binomial(present as u32, gone as u32, leave);
            }
        }
        let mean = |state: &[f64]| state.iter().enumerate().map(|(n, weight)| n as f64 * weight).sum::<f64>();
        result = [refused / wanted, mean(&full)];
        before = after;
    }
    result
}

/// [`binomial`] for many people and a small chance.
fn binomial_of_many(people: u32, k: u32, p: f64) -> f64 {
    let none =
        hameau_model::kernel::portable::exp(f64::from(people) * hameau_model::kernel::portable::ln_1p(-p));
    (0..k).fold(none, |chance, i| chance * f64::from(people - i) / f64::from(i + 1) * p / (1.0 - p))
}

/// The monthly chances of entering and leaving that the built rules give, so that entries offer a load of 8.
fn chances(per_year: f64, people: u32) -> [f64; 2] {
    let hazard = monthly_probability(per_year);
    let constant = logit(8.0 * per_year / 12.0 / f64::from(people));
    let ground = ground(&[(Key::LeaveHazard, per_year), (Key::EntryConstant, constant)]);
    let enters = logistic(entry_log_odds(
        &ground.values,
        &place(10),
        &demand(Occupation::Inactive, Origin::Local, 0.0),
    ));
    let leaves = monthly_probability(leaving_per_year(&ground.values, 0, 0.0));
    assert!((leaves - hazard).abs() < ANALYTIC, "nothing else makes a stranger stay");
    [enters, leaves]
}

/// Erlang's formula gives the table, and the chain of months tends to it: half the step, half the error.
#[test]
fn the_loss_system_is_erlangs() {
    let check = Check { what: "loss system a=8 c=10: blocking", expected: 0.121_661 };
    check.holds(erlang_b(8.0, 10), 5.1e-7);
    check.refuses("one more place", erlang_b(8.0, 11), 5.1e-7);
    let check = Check { what: "loss system a=8 c=10: occupancy", expected: 7.026_71 };
    check.holds(8.0 * (1.0 - erlang_b(8.0, 10)), 5.1e-6);
    check.refuses("one more place", 8.0 * (1.0 - erlang_b(8.0, 11)), 5.1e-6);
    let people = 4_000_000;
    let of = |per_year, capacity| {
        let [enters, leaves] = chances(per_year, people);
        loss_chain(people, enters, leaves, capacity)
    };
    let (whole, half, quarter) = (of(0.24, 10), of(0.12, 10), of(0.06, 10));
    let (wrong_half, wrong_quarter) = (of(0.12, 11), of(0.06, 11));
    println!(
        "\n@found|loss system|blocking and occupancy at months of 1, 1/2, 1/4|{whole:?} {half:?} {quarter:?}"
    );
    for (which, (what, limit, order)) in [
        ("blocking", erlang_b(8.0, 10), 4.0),
        ("occupancy after entries", 8.0 * (1.0 - erlang_b(8.0, 10)), 2.0),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("loss system, months of half the length: error of {what} divided by");
        let check = Check { what: &name, expected: order };
        check.holds((half[which] - limit) / (quarter[which] - limit), 0.1 * order);
        let wrong = (wrong_half[which] - limit) / (wrong_quarter[which] - limit);
        check.refuses("one more place", wrong, 0.1 * order);
        let name = format!("loss system, months of no length: {what}, over Erlang's");
        let extrapolated = (whole[which] - 6.0 * half[which] + 8.0 * quarter[which]) / 3.0;
        Check { what: &name, expected: 1.0 }.holds(extrapolated / limit, 1e-5);
    }
}

/// Blocking and occupancy of the built place, in forty stretches of months.
fn played(capacity: u32, chance: f64, per_year: f64, people: u32) -> [Sample; 2] {
    let ground = ground(&[(Key::LeaveHazard, per_year), (Key::EntryConstant, logit(chance))]);
    let mut people = People::new(0, people);
    let mut places = [place(capacity)];
    let rows = people.residents.rows();
    let (works, association) = (vec![0; rows], vec![None; rows]);
    let (mut blocked, mut occupied) = (Vec::new(), Vec::new());
    let mut month = 0;
    for stretch in 0..41 {
        let (mut wanted, mut refused, mut present) = (0.0, 0.0, 0.0);
        for _ in 0..600 {
            let moment = ground.moment(0, month);
            month += 1;
            let before = places[0].users.len();
            attend(
                &moment,
                &people.residents,
                &people.enterprises,
                &people.surveys,
                &mut people.users,
                &mut places,
            );
            let full = places[0].users.len();
            let ladder = Ladder {
                surveys: &people.surveys,
                willingness: &|_| 0.0,
                works: &works,
                association: &association,
            };
            engage(&moment, &people.residents, &ladder, &mut people.users, &mut places);
            refused += f64::from(places[0].refused);
            wanted += (full - before) as f64 + f64::from(places[0].refused);
            present += full as f64;
        }
        if stretch > 0 {
            blocked.push((refused, wanted));
            occupied.push(present / 600.0);
        }
    }
    [Sample::ratio(&blocked), Sample::of(&occupied)]
}

/// Played out by `attend` and `engage`, is the place the loss chain of its chances?
#[test]
fn a_place_played_out_is_its_loss_chain() {
    let (people, per_year) = (400, 0.6);
    let [enters, leaves] = chances(per_year, people);
    let expected = loss_chain(people, enters, leaves, 10);
    let (right, wrong) = (played(10, enters, per_year, people), played(40, enters, per_year, people));
    for (which, what) in ["blocking", "occupancy"].into_iter().enumerate() {
        let name = format!("place played out, 400 people, load 8, capacity 10: {what}");
        let check = Check { what: &name, expected: expected[which] };
        check.holds_on(right[which]);
        check.refuses_on("room for all", wrong[which]);
    }
}

/// 20,000 people of whom 15 % are newcomers, who need a desk; locals need a public service.
fn two_origins() -> People {
    let mut people = People::new(3_000, 17_000);
    for row in 0..20_000 {
        people.residents.occupation[row] =
            if row < 3_000 { Occupation::RemoteEmployee } else { Occupation::Retired };
    }
    people
}

/// Newcomers and locals among those who enter in one month, after a month with these users.
fn entrants(ground: &Ground, people: &mut People, last_users: [u32; 2], world: u32, month: u32) -> [u32; 2] {
    let mut places = [SharedPlace { public_service: true, last_users, ..place(u32::MAX) }];
    people.users.place.fill(NOWHERE);
    attend(
        &ground.moment(world, month),
        &people.residents,
        &people.enterprises,
        &people.surveys,
        &mut people.users,
        &mut places,
    );
    let newcomers = places[0].users.iter().filter(|row| **row < 3_000).count() as u32;
    [places[0].users.len() as u32 - newcomers, newcomers]
}

/// At entry chances of .04 and .002, who enters?
#[test]
fn composition_of_entrants_is_that_of_the_chances() {
    let share = 0.15 * 0.04 / (0.15 * 0.04 + 0.85 * 0.002);
    let table = Check { what: "composition of entrants, w=.15 q=.04 and .002", expected: 0.779_220_8 };
    table.holds(share, 5.1e-8);
    let composition = |local: f64| {
        let ground = ground(&[
            (Key::EntryConstant, logit(0.001)),
            (Key::NeedDeskRemote, logit(0.04) - logit(0.001)),
            (Key::NeedServiceRetired, logit(local) - logit(0.001)),
        ]);
        let mut people = two_origins();
        let month = |world| entrants(&ground, &mut people, [0, 0], world, 0).map(f64::from);
        let months: Vec<(f64, f64)> = (0..200).map(month).map(|[l, n]| (n, l + n)).collect();
        Sample::ratio(&months)
    };
    let check = Check { what: "composition of entrants drawn, w=.15 q=.04 and .002", expected: 0.779_220_8 };
    check.holds_on(composition(0.002));
    check.refuses_on("q of locals .003", composition(0.003));
}

/// Compositions of which the entry rule reproduces the log-odds: `logit y = logit w + Delta + 2 a_same (y - w)`.
fn fixed_points(a_same: f64, delta: f64) -> Vec<f64> {
    let ground = ground(&[
        (Key::SameOrigin, a_same),
        (Key::NeedDeskRemote, 4.0),
        (Key::NeedServiceRetired, 4.0 - delta),
    ]);
    let here = SharedPlace { public_service: true, ..place(10) };
    let w = 0.15;
    roots(|y| {
        let newcomer = demand(Occupation::RemoteEmployee, Origin::Newcomer, y - w);
        let local = demand(Occupation::Retired, Origin::Local, w - y);
        let gap =
            entry_log_odds(&ground.values, &here, &newcomer) - entry_log_odds(&ground.values, &here, &local);
        logit(w) + gap - logit(y)
    })
}

/// The gap of log-odds at which a half-and-half composition reproduces itself.
fn balanced(a_same: f64) -> f64 {
    -logit(0.15) - 2.0 * a_same * 0.35
}

/// Is there one composition at `a_same` of 2 and below, whatever the gap, and two stable ones above for some gap?
#[test]
fn two_stable_compositions_need_a_same_above_two() {
    let most = |a_same: f64| {
        let around = balanced(a_same);
        (-20..=20)
            .map(|step| fixed_points(a_same, (around + f64::from(step) * 0.1).clamp(-4.0, 4.0)).len())
            .max()
    };
    let wrong = most(2.2).unwrap_or(0) as f64;
    for a_same in [0.0, 1.0, 1.9, 2.0] {
        let check = Check { what: "a_same at most 2: most compositions at any gap", expected: 1.0 };
        check.holds(most(a_same).unwrap_or(0) as f64, 0.0);
        check.refuses("a_same = 2.2", wrong, 0.0);
    }
    for a_same in [2.2, 3.0, 4.0] {
        let found = fixed_points(a_same, balanced(a_same));
        let check = Check {
            what: "a_same above 2: compositions at the balanced gap, two of them stable",
            expected: 3.0,
        };
        check.holds(found.len() as f64, 0.0);
        check.refuses("a_same = 1.9", fixed_points(1.9, balanced(1.9)).len() as f64, 0.0);
        for (at, y) in found.iter().enumerate() {
            let slope = 2.0 * a_same * y * (1.0 - y);
            assert_eq!(slope < 1.0, at != 1, "the outer two attract, the middle one repels");
        }
    }
}

/// Composition after so many months of entries that started from users of one origin.
fn settled(a_same: f64, start: [u32; 2], months: u32) -> Sample {
    let ground = ground(&[
        (Key::SameOrigin, a_same),
        (Key::EntryConstant, -9.0),
        (Key::NeedDeskRemote, 4.0),
        (Key::NeedServiceRetired, 4.0 - balanced(a_same)),
    ]);
    let mut people = two_origins();
    let world = |world| {
        let step = |users, month| entrants(&ground, &mut people, users, world, month);
        let [locals, newcomers] = (0..months).fold(start, step);
        f64::from(newcomers) / f64::from(locals + newcomers)
    };
    Sample::of(&(0..12).map(world).collect::<Vec<_>>())
}

/// Played out by `attend`, does the past decide the composition above 2 and not below?
#[test]
fn the_past_decides_the_composition_above_two_only() {
    let gap = |a_same| {
        let (low, high) = (settled(a_same, [190, 10], 24), settled(a_same, [10, 190], 24));
        let error = (low.error * low.error + high.error * high.error).sqrt();
        Sample { mean: high.mean - low.mean, error }
    };
    let (below, above) = (gap(1.0), gap(3.0));
    let forgotten =
        Check { what: "composition played out, a_same=1: gap left by opposite starts", expected: 0.0 };
    forgotten.holds_on(below);
    forgotten.refuses_on("a_same = 3", above);
    // A chance of some per cent is a little below its odds: hence .01 more than four standard errors.
    let roots = fixed_points(3.0, balanced(3.0));
    Check {
        what: "composition played out, a_same=3: gap left by opposite starts",
        expected: roots[2] - roots[0],
    }
    .holds(above.mean, above.tolerance() + 0.02);
}
