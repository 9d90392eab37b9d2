//! Does an interval hold the truth as often as it says, when the number of worlds was chosen by looking at them?
//!
//! Studies of a known truth, each stopped by the rule of [`hameau_analysis::statistics::StoppingPlan`], its worlds drawn afresh.

use hameau_analysis::statistics::{
    Interval, Look, Method, Paired2x2, StoppingPlan, confidence_of_a_look, look, newcombe_paired_interval,
    paired_interval,
};
use hameau_model::kernel::random::{Draw, Source, Uniform, Who, World, standard_normal_quantile};
use hameau_model::kernel::units::Month;

const PLAN: StoppingPlan = StoppingPlan::up_to(5_000);

fn source(seed: u64) -> Source {
    World { seed, replicate: 0 }.source(Draw::Life)
}

/// What many studies found.
#[derive(Default)]
struct Found {
    studies: u32,
    covered: u32,
    worlds: u64,
    bootstrapped: u32,
}

impl Found {
    fn coverage(&self) -> f64 {
        f64::from(self.covered) / f64::from(self.studies)
    }
}

/// Runs studies to their end: `interval` makes the interval of what `draw` gave so far.
fn run<T>(
    studies: u32,
    truth: f64,
    half_width: f64,
    draw: impl Fn(Uniform) -> T,
    interval: impl Fn(&[T]) -> (Interval, Method),
) -> Found {
    let mut found = Found { studies, ..Found::default() };
    let luck = source(5);
    for study in 0..studies {
        let mut values = Vec::new();
        while let Some(worlds) = PLAN.next(values.len() as u32) {
            let from = values.len() as u32;
            values.extend((from..worlds).map(|k| draw(luck.draw(Who::number(study), Month::FIRST, k))));
            let (interval, method) = interval(&values);
            if look(values.len(), interval, half_width) == Look::Enough {
                found.covered += u32::from(interval.contains(truth));
                found.bootstrapped += u32::from(method == Method::BcaBootstrap);
                break;
            }
        }
        assert!(values.len() < PLAN.most as usize, "a study of half-width {half_width} never ended");
        found.worlds += values.len() as u64;
    }
    found
}

fn of_a_mean(studies: u32, truth: f64, half_width: f64, draw: impl Fn(Uniform) -> f64) -> Found {
    let resampling = World { seed: 8, replicate: 0 }.source(Draw::Resampling);
    run(studies, truth, half_width, draw, |values| {
        paired_interval(values, confidence_of_a_look(0.95), resampling).expect("two values or more")
    })
}

/// The band asked for. With 2,000 studies one standard error is .005, with 4,000 .0034; draws are addressed, so that a
/// figure moves only when the rule or an interval does.
fn honest(name: &str, half_width: f64, found: &Found) {
    let (coverage, worlds) = (found.coverage(), found.worlds as f64 / f64::from(found.studies));
    println!(
        "{name}, half-width {half_width}: {coverage:.4} of {} studies, {worlds:.0} worlds",
        found.studies
    );
    assert!((0.93..=0.97).contains(&coverage), "{name}, half-width {half_width}: {coverage}");
}

#[test]
fn normal_differences() {
    for half_width in [0.6, 0.4, 0.3, 0.2, 0.1] {
        honest("normal", half_width, &of_a_mean(4_000, 0.3, half_width, |u| u.normal(0.3, 1.0)));
    }
}

/// Log-normal with sigma .5: skewness 1.75. A plain t interval at looks from twenty worlds on covers .919 at half-width .2.
#[test]
fn skewed_differences() {
    let truth = hameau_model::kernel::portable::exp(0.125);
    for half_width in [0.4, 0.25, 0.2, 0.15, 0.1] {
        honest("log-normal", half_width, &of_a_mean(4_000, truth, half_width, |u| u.lognormal(1.0, 0.5)));
    }
    for half_width in [1.0, 0.4, 0.3, 0.25] {
        honest("exponential", half_width, &of_a_mean(4_000, 1.0, half_width, |u| u.exponential(1.0)));
    }
}

/// Differences that are whole numbers: most worlds 0, a few with one or two more works, a few with one less.
#[test]
fn lumpy_differences() {
    let truth = -0.1 + 0.15 + 2.0 * 0.1 + 3.0 * 0.05;
    let draw = |u: Uniform| u.choose(&[0.1, 0.6, 0.15, 0.1, 0.05]) as f64 - 1.0;
    for half_width in [0.5, 0.3, 0.2, 0.1] {
        honest("lumpy", half_width, &of_a_mean(4_000, truth, half_width, draw));
    }
}

/// Two humps, eight standard deviations apart: what is bootstrapped. Fewer studies, because each resamples 2,000 times.
#[test]
fn two_humped_differences() {
    let hump = |u: Uniform, share: f64| {
        let x = u.value();
        if x < share {
            8.0 + standard_normal_quantile(x / share)
        } else {
            standard_normal_quantile((x - share) / (1.0 - share))
        }
    };
    for (share, half_width) in [(0.5, 1.0), (0.3, 1.2)] {
        let found = of_a_mean(2_000, 8.0 * share, half_width, |u| hump(u, share));
        honest("two humps", half_width, &found);
        assert!(found.bootstrapped > 1_900, "{} bootstrapped", found.bootstrapped);
    }
}

/// An event with and without a policy in the same worlds, by Newcombe's interval. A rare event, which a study of thirty
/// worlds meets three times, is covered too often: Wilson's intervals, of which it is made, stay wide where nothing was
/// seen. It is held to the lower end of the band only; from about ten sightings on it is within it.
#[test]
fn events() {
    // Both, only with, only without, neither; the widest half-width held to the whole band.
    for (name, weights, band_from) in [
        ("frequent", [0.35, 0.25, 0.05, 0.35], 0.2),
        ("rare", [0.02, 0.08, 0.01, 0.89], 0.05),
        ("alike", [0.4, 0.1, 0.1, 0.4], 0.2),
    ] {
        let draw = |u: Uniform| {
            let cell = u.choose(&weights);
            (cell < 2, cell == 0 || cell == 2)
        };
        let interval = |pairs: &[(bool, bool)]| {
            let counts = Paired2x2::count(pairs.iter().copied());
            (newcombe_paired_interval(counts, confidence_of_a_look(0.95)), Method::NewcombePaired)
        };
        for half_width in [0.2, 0.1, 0.05] {
            let found = run(4_000, weights[1] - weights[2], half_width, draw, interval);
            if half_width <= band_from {
                honest(name, half_width, &found);
            } else {
                println!("{name}, half-width {half_width}: {:.4}", found.coverage());
                assert!(
                    found.coverage() > 0.97,
                    "{name}, half-width {half_width}: hold it to the whole band"
                );
            }
        }
    }
}

/// What the rule cannot do, kept in view: with a skewness of 6 it misses the long tail in some studies and covers too
/// little, though never as little as a plain t interval at looks from twenty worlds on (.82 to .87).
#[test]
fn a_very_long_tail_is_beyond_the_rule() {
    let truth = hameau_model::kernel::portable::exp(0.5);
    for half_width in [2.0, 0.6, 0.4] {
        let found = of_a_mean(2_000, truth, half_width, |u| u.lognormal(1.0, 1.0));
        println!("long tail, half-width {half_width}: {:.4}", found.coverage());
        assert!((0.88..=0.95).contains(&found.coverage()), "{half_width}: {}", found.coverage());
    }
}

#[test]
fn looks_grow_by_half_to_the_last() {
    let looks = |plan: StoppingPlan| {
        std::iter::successors(plan.next(0), |worlds| plan.next(*worlds)).collect::<Vec<_>>()
    };
    assert_eq!(looks(StoppingPlan::up_to(200)), [30, 45, 68, 102, 153, 200]);
    assert_eq!(looks(StoppingPlan::up_to(12)), [12]);
    assert_eq!(looks(StoppingPlan { first: 20, most: 30 }), [20, 30]);
}

/// Worlds that all agree stop a study only when there are enough of them to rule out that one in twenty does not.
#[test]
fn few_equal_differences_are_not_enough() {
    let nothing = Interval { low: 0.0, high: 0.0 };
    assert_eq!(look(58, nothing, 1.0), Look::TooUniform);
    assert_eq!(look(59, nothing, 1.0), Look::Enough);
    assert_eq!(look(59, Interval { low: -2.0, high: 2.0 }, 1.0), Look::TooWide);
}
