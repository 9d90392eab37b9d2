//! Does every distribution have its exact probabilities, its limits, and the order that pairing rests on?

use crate::chance::{agree, correlation};
use hameau_model::kernel::random::{
    Categorical, CommuneCode, Draw, Uniform, Who, World, standard_normal_quantile,
};
use hameau_model::kernel::units::Month;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rand::SeedableRng as _;
use rand_distr::Distribution as _;
use statrs::distribution::{
    Beta, Binomial, ContinuousCDF, Discrete, DiscreteCDF, Exp, Geometric, LogNormal, Normal, Poisson,
};

/// Draws behind each comparison: a probability of one half is then known to one part in a thousand.
const DRAWS: u32 = 200_000;

fn draws() -> Vec<Uniform> {
    let source = World { seed: 11, replicate: 0 }.source(Draw::Life);
    let commune = CommuneCode::parse("26108").expect("a code");
    (0..DRAWS).map(|index| source.draw(Who::founder(commune, index), Month::FIRST, 0)).collect()
}

/// Both ends, the middle, and steps between: every way through the inversions.
fn grid() -> impl Iterator<Item = Uniform> {
    let ends = [0, 1, 2, 1_000, (1 << 31) - 1, 1 << 31, u32::MAX - 1_000, u32::MAX - 1, u32::MAX];
    ends.into_iter().chain((0..4_000).map(|i| i * 1_073_741)).map(Uniform::from_bits)
}

/// Whether the draws fall on the counts as often as `probability` says: rare counts are pooled with a neighbour.
fn follows(draw: impl Fn(Uniform) -> u32, probability: impl Fn(u32) -> f64, last: u32) -> bool {
    let mut counts = vec![0_u64; last as usize + 1];
    for uniform in draws() {
        counts[draw(uniform).min(last) as usize] += 1;
    }
    let (mut cells, mut chances) = (Vec::new(), Vec::new());
    let (mut cell, mut chance) = (0, 0.0);
    for k in 0..=last {
        cell += counts[k as usize];
        chance += probability(k);
        if chance * f64::from(DRAWS) >= 20.0 {
            cells.push(std::mem::take(&mut cell));
            chances.push(std::mem::take(&mut chance));
        }
    }
    *cells.last_mut().expect("a cell") += cell;
    *chances.last_mut().expect("a cell") += 1.0 - chances.iter().sum::<f64>();
    agree(&cells, &chances)
}

/// `cdf(quantile(u)) = u`, to the accuracy of the reference's own cumulative distribution.
fn inverts(name: &str, quantile: impl Fn(Uniform) -> f64, reference: &impl ContinuousCDF<f64, f64>) {
    for uniform in grid() {
        let u = uniform.value();
        let back = reference.cdf(quantile(uniform));
        assert!((back - u).abs() <= 1e-9 * u.min(1.0 - u) + 1e-14, "{name}: {u} comes back as {back}");
    }
}

#[test]
fn poisson_has_its_probabilities() {
    for mean in [0.05, 1.0, 5.83, 8.0, 15.9, 16.1, 40.0, 300.0] {
        let exact = Poisson::new(mean).expect("a mean");
        assert!(follows(|u| u.poisson(mean), |k| exact.pmf(u64::from(k)), 500), "mean {mean}");
    }
}

#[test]
fn binomial_has_its_probabilities() {
    for (n, p) in [(1, 0.3), (10, 0.02), (10, 0.97), (40, 0.4), (40, 0.75), (400, 0.5), (400, 0.001)] {
        let exact = Binomial::new(p, u64::from(n)).expect("a probability");
        assert!(follows(|u| u.binomial(n, p), |k| exact.pmf(u64::from(k)), n), "{n} {p}");
    }
}

#[test]
fn geometric_has_its_probabilities() {
    for p in [0.02, 0.5, 0.9] {
        let exact = Geometric::new(p).expect("a probability");
        assert!(follows(|u| u.geometric(p), |k| exact.pmf(u64::from(k) + 1), 1_500), "{p}");
    }
}

#[test]
fn choices_have_their_probabilities() {
    let weights = [3.0, 0.0, 1.0, 2.5, 0.0, 0.5, 0.0];
    let ready = Categorical::new(&weights);
    assert!(follows(|u| u.categorical(&ready) as u32, |k| weights[k as usize] / 7.0, 6));
    assert!(follows(|u| u.index(7), |_| 1.0 / 7.0, 6));
    assert!(follows(|u| u32::from(u.bernoulli(0.2)), |k| [0.8, 0.2][k as usize], 1));
    for uniform in grid() {
        let chosen = uniform.categorical(&ready);
        assert_eq!(chosen, uniform.choose(&weights));
        assert!(weights[chosen] > 0.0, "chose what has no weight");
    }
}

#[test]
fn a_slightly_wrong_distribution_is_refused() {
    let exact = Poisson::new(8.0).expect("a mean");
    assert!(!follows(|u| u.poisson(8.1), |k| exact.pmf(u64::from(k)), 60), "a mean off by 1 % passes");
    assert!(!follows(|u| u.poisson(8.0).max(1), |k| exact.pmf(u64::from(k)), 60), "a missing zero passes");
    let exact = Binomial::new(0.3, 40).expect("a probability");
    assert!(
        !follows(|u| u.binomial(40, 0.303), |k| exact.pmf(u64::from(k)), 40),
        "a chance off by 1 % passes"
    );
}

/// The answers were computed with 30 digits, summing the probabilities of each tail.
#[test]
fn counts_of_every_size_have_the_answers_of_thirty_digits() {
    let bits = [0, 1, 1_000, 429_496_730, (1 << 31) - 1, 1 << 31, 3_865_470_566, u32::MAX - 999, u32::MAX];
    let poisson: [(f64, [u32; 9]); 10] = [
        (0.001, [0, 0, 0, 0, 0, 0, 0, 2, 3]),
        (0.5, [0, 0, 0, 0, 0, 0, 1, 7, 10]),
        (5.83, [0, 0, 0, 3, 6, 6, 9, 22, 27]),
        (15.99, [0, 0, 1, 11, 16, 16, 21, 40, 47]),
        (16.0, [0, 0, 1, 11, 16, 16, 21, 40, 47]),
        (16.01, [0, 0, 1, 11, 16, 16, 21, 40, 47]),
        (50.0, [12, 13, 19, 41, 50, 50, 59, 89, 101]),
        (1e3, [806, 811, 845, 960, 1000, 1000, 1041, 1163, 1207]),
        (1e5, [98_002, 98_056, 98_410, 99_595, 100_000, 100_000, 100_405, 101_598, 102_011]),
        (1e6, [993_669, 993_840, 994_964, 998_719, 1_000_000, 1_000_000, 1_001_282, 1_005_044, 1_006_344]),
    ];
    for (mean, answers) in poisson {
        assert_eq!(bits.map(|bits| Uniform::from_bits(bits).poisson(mean)), answers, "mean {mean}");
    }
    let binomial: [(u32, f64, [u32; 9]); 9] = [
        (1, 0.3, [0, 0, 0, 0, 0, 0, 1, 1, 1]),
        (10, 0.3, [0, 0, 0, 1, 3, 3, 5, 10, 10]),
        (40, 0.4, [0, 0, 2, 12, 16, 16, 20, 32, 35]),
        (40, 0.75, [11, 11, 15, 26, 30, 30, 33, 40, 40]),
        (1_000, 0.000_1, [0, 0, 0, 0, 0, 0, 0, 4, 6]),
        (1_000, 0.999, [988, 988, 991, 998, 999, 999, 1_000, 1_000, 1_000]),
        (1_000, 0.5, [400, 403, 420, 480, 500, 500, 520, 580, 600]),
        (100_000, 0.3, [29_084, 29_109, 29_271, 29_814, 30_000, 30_000, 30_186, 30_732, 30_921]),
        (
            1_000_000,
            0.999_9,
            [999_830, 999_832, 999_846, 999_887, 999_900, 999_900, 999_913, 999_946, 999_956],
        ),
    ];
    for (n, p, answers) in binomial {
        assert_eq!(bits.map(|bits| Uniform::from_bits(bits).binomial(n, p)), answers, "{n} {p}");
    }
}

/// No cell of the uniform is skipped where an inversion passes from one method to the other.
#[test]
fn counts_are_the_smallest_whose_cumulative_probability_reaches_the_uniform() {
    for mean in [0.3, 7.0, 15.999, 16.0, 25.0, 90.0] {
        let exact = Poisson::new(mean).expect("a mean");
        for uniform in grid() {
            let (u, k) = (uniform.value(), u64::from(uniform.poisson(mean)));
            let tolerance = 1e-10 * u.min(1.0 - u) + 1e-14;
            assert!(exact.cdf(k) >= u - tolerance, "{mean} {u}: {k} is too small");
            assert!(k == 0 || exact.cdf(k - 1) <= u + tolerance, "{mean} {u}: {k} is too large");
        }
    }
    for (n, p) in [(5, 0.5), (60, 0.26), (60, 0.27), (60, 0.9), (1_000, 0.999), (3_000, 0.01)] {
        let exact = Binomial::new(p, u64::from(n)).expect("a probability");
        for uniform in grid() {
            let (u, k) = (uniform.value(), u64::from(uniform.binomial(n, p)));
            let tolerance = 1e-10 * u.min(1.0 - u) + 1e-14;
            assert!(exact.cdf(k) >= u - tolerance, "{n} {p} {u}: {k} is too small");
            assert!(k == 0 || exact.cdf(k - 1) <= u + tolerance, "{n} {p} {u}: {k} is too large");
        }
    }
}

#[test]
fn continuous_draws_invert_their_distribution() {
    inverts("normal", |u| u.normal(3.0, 2.0), &Normal::new(3.0, 2.0).expect("normal"));
    inverts("exponential", |u| u.exponential(4.0), &Exp::new(0.25).expect("exponential"));
    inverts("lognormal", |u| u.lognormal(1.0, 0.7), &LogNormal::new(0.0, 0.7).expect("lognormal"));
    // Kumaraswamy (a, 1) and (1, b) are beta distributions; the general case is undone by its own formula below.
    inverts("kumaraswamy", |u| u.kumaraswamy(2.5, 1.0), &Beta::new(2.5, 1.0).expect("beta"));
    inverts("kumaraswamy", |u| u.kumaraswamy(1.0, 4.0), &Beta::new(1.0, 4.0).expect("beta"));
    for uniform in grid() {
        let (u, x) = (uniform.value(), uniform.kumaraswamy(2.0, 3.0));
        let rest = 1.0 - x * x;
        assert!((1.0 - rest * rest * rest - u).abs() < 1e-14, "{u}");
        let share = uniform.logit_normal(0.3, 1.2);
        let log_odds = libm::log(share / (1.0 - share));
        assert!((log_odds - uniform.normal(0.3, 1.2)).abs() < 1e-9, "{u}");
    }
}

/// Published quantiles of the normal distribution, to all digits printed.
#[test]
fn the_normal_quantile_has_its_known_values() {
    for (probability, quantile) in [
        (0.5, 0.0),
        (0.975, 1.959_963_984_540_054),
        (0.9, 1.281_551_565_544_600_4),
        (0.001, -3.090_232_306_167_813_5),
        (1e-10, -6.361_340_902_404_056),
        (1e-20, -9.262_340_089_798_408),
    ] {
        assert!((standard_normal_quantile(probability) - quantile).abs() < 1e-14, "{probability}");
    }
    assert_eq!(standard_normal_quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(standard_normal_quantile(1.0), f64::INFINITY);
}

/// The mean of n draws has standard error sd/sqrt(n): beyond 5 of them is one chance in two million.
#[test]
fn draws_have_the_mean_of_their_distribution() {
    let check = |name: &str, draw: &dyn Fn(Uniform) -> f64, mean: f64, sd: f64| {
        let average = draws().into_iter().map(draw).sum::<f64>() / f64::from(DRAWS);
        let errors = (average - mean) / (sd / f64::from(DRAWS).sqrt());
        assert!(errors.abs() < 5.0, "{name}: {average} is {errors} standard errors from {mean}");
    };
    check("value", &Uniform::value, 0.5, (1.0_f64 / 12.0).sqrt());
    check("exponential", &|u| u.exponential(3.0), 3.0, 3.0);
    check("normal", &|u| u.normal(-1.0, 2.0), -1.0, 2.0);
    check("poisson", &|u| f64::from(u.poisson(5.83)), 5.83, 5.83_f64.sqrt());
    check("poisson", &|u| f64::from(u.poisson(2e4)), 2e4, 2e4_f64.sqrt());
    check("binomial", &|u| f64::from(u.binomial(5_000, 0.3)), 1_500.0, 1_050.0_f64.sqrt());
    // The second shape times the beta function of (1.5, 3): 3 * 16 / 105.
    check("kumaraswamy", &|u| u.kumaraswamy(2.0, 3.0), 48.0 / 105.0, 0.2025);
}

#[test]
fn the_limits_of_every_parameter_are_met() {
    for uniform in grid() {
        assert!(uniform.value() > 0.0 && uniform.value() < 1.0);
        assert!(uniform.bernoulli(1.0) && !uniform.bernoulli(0.0));
        assert_eq!(uniform.index(1), 0);
        assert_eq!(uniform.choose(&[0.0, 2.0, 0.0]), 1);
        assert_eq!(uniform.poisson(0.0), 0);
        assert_eq!(uniform.poisson(f64::MIN_POSITIVE), 0);
        assert_eq!(uniform.binomial(0, 0.5), 0);
        assert_eq!(uniform.binomial(100, 0.0), 0);
        assert_eq!(uniform.binomial(100, 1.0), 100);
        assert_eq!(uniform.binomial(1, 0.5), u32::from(uniform.value() > 0.5));
        assert!(uniform.binomial(u32::MAX, 1e-9) < 40);
        assert!(uniform.binomial(1_000, 1.0 - f64::EPSILON) >= 999);
        assert_eq!(uniform.geometric(1.0), 0);
        assert_eq!(uniform.exponential(0.0), 0.0);
        assert_eq!(uniform.normal(2.0, 0.0), 2.0);
        assert_eq!(uniform.lognormal(2.0, 0.0), 2.0);
        assert_eq!(uniform.lognormal(0.0, 1.0), 0.0);
        assert!((0.0..=1.0).contains(&uniform.kumaraswamy(0.01, 100.0)));
        assert!((0.0..=1.0).contains(&uniform.logit_normal(0.0, 200.0)));
    }
    assert_eq!(Uniform::from_bits(u32::MAX).geometric(1e-12), u32::MAX);
}

#[test]
fn an_impossible_parameter_panics() {
    type Draw = fn(Uniform) -> f64;
    let impossible: [(&str, Draw); 18] = [
        ("bernoulli", |u| f64::from(u8::from(u.bernoulli(f64::NAN)))),
        ("bernoulli", |u| f64::from(u8::from(u.bernoulli(1.5)))),
        ("index", |u| f64::from(u.index(0))),
        ("choose", |u| u.choose(&[]) as f64),
        ("choose", |u| u.choose(&[0.0, 0.0]) as f64),
        ("choose", |u| u.choose(&[1.0, -1.0]) as f64),
        ("categorical", |u| u.categorical(&Categorical::new(&[f64::NAN])) as f64),
        ("poisson", |u| f64::from(u.poisson(-1.0))),
        ("poisson", |u| f64::from(u.poisson(f64::NAN))),
        ("poisson", |u| f64::from(u.poisson(1e10))),
        ("binomial", |u| f64::from(u.binomial(3, -0.1))),
        ("geometric", |u| f64::from(u.geometric(0.0))),
        ("exponential", |u| u.exponential(-1.0)),
        ("normal", |u| u.normal(0.0, -1.0)),
        ("normal", |u| u.normal(f64::NAN, 1.0)),
        ("lognormal", |u| u.lognormal(-1.0, 1.0)),
        ("kumaraswamy", |u| u.kumaraswamy(0.0, 1.0)),
        ("logit-normal", |u| u.logit_normal(0.0, f64::INFINITY)),
    ];
    for (name, draw) in impossible {
        let panicked = std::panic::catch_unwind(|| draw(Uniform::from_bits(7))).is_err();
        assert!(panicked, "{name} accepts an impossible parameter");
    }
}

/// Pairing: the same uniforms under two means stay close, and a sampler that walks a sequence loses it.
#[test]
fn neighbouring_means_stay_paired() {
    let values = |mean: f64| draws().into_iter().map(|u| f64::from(u.poisson(mean))).collect::<Vec<_>>();
    let paired = correlation(&values(8.0), &values(8.1));
    assert!(paired > 0.98, "{paired}");
    let rejecting = |mean| {
        let poisson = rand_distr::Poisson::new(mean).expect("a mean");
        let generator = rand::rngs::SmallRng::seed_from_u64(1);
        poisson.sample_iter(generator).take(DRAWS as usize).collect::<Vec<f64>>()
    };
    let lost = correlation(&rejecting(8.0), &rejecting(8.1));
    assert!(lost < 0.1, "{lost}: this test would not see a sampler that loses the pairing");
}

fn fixed() -> ProptestConfig {
    ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    }
}

/// Means and counts from very small to very large, each size as likely.
fn size(most: f64) -> impl Strategy<Value = f64> {
    (-3.0..most).prop_map(|power| libm::pow(10.0, power))
}

proptest! {
    #![proptest_config(fixed())]

    #[test]
    fn every_draw_rises_with_the_uniform(bits: u32, step in 1_u32..1 << 20, mean in size(5.0), p in 1e-3..0.999) {
        let (low, high) = (Uniform::from_bits(bits), Uniform::from_bits(bits.saturating_add(step)));
        let n = (mean * 10.0) as u32;
        let weights = [p, 1.0 - p, mean];
        prop_assert!(low.index(n + 1) <= high.index(n + 1));
        prop_assert!(low.bernoulli(p) || !high.bernoulli(p));
        prop_assert!(low.choose(&weights) <= high.choose(&weights));
        prop_assert!(low.poisson(mean) <= high.poisson(mean));
        prop_assert!(low.binomial(n, p) <= high.binomial(n, p));
        prop_assert!(low.geometric(p) <= high.geometric(p));
        prop_assert!(low.exponential(mean) <= high.exponential(mean));
        prop_assert!(low.standard_normal() <= high.standard_normal());
        prop_assert!(low.lognormal(mean, p) <= high.lognormal(mean, p));
        prop_assert!(low.kumaraswamy(p, mean) <= high.kumaraswamy(p, mean));
        prop_assert!(low.logit_normal(mean, p) <= high.logit_normal(mean, p));
    }

    #[test]
    fn every_draw_moves_one_way_with_its_parameter(
        bits: u32, mean in size(5.0), more in size(0.0), p in 1e-3..0.999, share in 0.0..1.0,
    ) {
        let uniform = Uniform::from_bits(bits);
        let (larger, likelier) = (mean * (1.0 + more), p + (1.0 - p) * share);
        let (n, more_trials) = ((mean * 10.0) as u32, (larger * 10.0) as u32);
        prop_assert!(uniform.index(n + 1) <= uniform.index(more_trials + 1));
        prop_assert!(!uniform.bernoulli(p) || uniform.bernoulli(likelier));
        prop_assert!(uniform.choose(&[1.0 - p, p]) <= uniform.choose(&[1.0 - likelier, likelier]));
        prop_assert!(uniform.poisson(mean) <= uniform.poisson(larger));
        prop_assert!(uniform.binomial(n, p) <= uniform.binomial(n, likelier));
        prop_assert!(uniform.binomial(n, p) <= uniform.binomial(more_trials, p));
        prop_assert!(uniform.geometric(p) >= uniform.geometric(likelier));
        prop_assert!(uniform.exponential(mean) <= uniform.exponential(larger));
        prop_assert!(uniform.normal(mean, p) <= uniform.normal(larger, p));
        prop_assert!(uniform.lognormal(mean, p) <= uniform.lognormal(larger, p));
        prop_assert!(uniform.kumaraswamy(mean, p) <= uniform.kumaraswamy(larger, p));
        prop_assert!(uniform.kumaraswamy(p, mean) >= uniform.kumaraswamy(p, larger));
        prop_assert!(uniform.logit_normal(p, mean) <= uniform.logit_normal(likelier, mean));
    }
}
