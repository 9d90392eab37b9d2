//! Do the estimators of paired differences, of the best of several, of ratios and of factors give their known answers?

use hameau_analysis::statistics::{
    Interval, Method, Paired2x2, bca_interval, best_pairs_confidence, factorial_effects, fieller_interval,
    mean, newcombe_paired_interval, paired_interval, paired_mean_interval, skewness,
    skewness_corrected_interval, standard_error, standings, two_humped, variance, worlds_needed,
};
use hameau_model::kernel::random::{Draw, Source, Uniform, Who, World, student_t_cdf, student_t_quantile};
use hameau_model::kernel::units::Month;
use statrs::distribution::{ContinuousCDF, StudentsT};

fn resampling() -> Source {
    World { seed: 8, replicate: 0 }.source(Draw::Resampling)
}

/// `count` values of one study.
fn values(study: u32, count: u32, draw: impl Fn(Uniform) -> f64) -> Vec<f64> {
    let luck = World { seed: 41, replicate: 0 }.source(Draw::Life);
    (0..count).map(|k| draw(luck.draw(Who::number(study), Month::FIRST, k))).collect()
}

fn close(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs().max(1.0)
}

fn ends_close(found: Interval, low: f64, high: f64, tolerance: f64) -> bool {
    close(found.low, low, tolerance) && close(found.high, high, tolerance)
}

/// The 97.5 % points of any table, to more digits.
#[test]
fn student_t_has_its_tabulated_points() {
    for (degrees, expected) in [
        (1, 12.706_204_736_174_7),
        (2, 4.302_652_729_749_46),
        (5, 2.570_581_835_636_31),
        (10, 2.228_138_851_986_27),
        (30, 2.042_272_456_301_24),
        (100, 1.983_971_518_523_55),
        (1_000, 1.962_339_080_826_41),
    ] {
        let found = student_t_quantile(0.975, degrees);
        assert!(close(found, expected, 1e-12), "{degrees} degrees: {found}");
        assert!(close(student_t_quantile(0.025, degrees), -expected, 1e-12), "{degrees} degrees, below");
    }
}

/// statrs' own distribution function is good to about 1e-10 of the tail.
#[test]
fn student_t_agrees_with_statrs() {
    for degrees in [1, 2, 3, 4, 7, 19, 58, 240, 999, 1_000, 5_000, 100_000] {
        let reference = StudentsT::new(0.0, 1.0, f64::from(degrees)).expect("a distribution");
        for probability in [1e-9, 1e-4, 0.005, 0.3, 0.5, 0.51, 0.9, 0.995, 0.999_999] {
            let t = student_t_quantile(probability, degrees);
            let tail = probability.min(1.0 - probability);
            let back = reference.cdf(t);
            assert!((back - probability).abs() <= 1e-8 * tail, "{degrees} degrees, {probability}: {back}");
            let ours = student_t_cdf(t, degrees);
            assert!((ours - probability).abs() <= 1e-8 * tail, "{degrees} degrees, {probability}: {ours}");
        }
    }
    assert_eq!(student_t_quantile(1.0, 3), f64::INFINITY);
    assert_eq!(student_t_quantile(0.0, 3), f64::NEG_INFINITY);
    assert_eq!(student_t_quantile(0.5, 3), 0.0);
}

/// Student's own data (1908): hours of sleep gained by a second drug over a first, ten patients. R's `t.test` gives
/// .7001142 to 2.4598858.
#[test]
fn the_t_interval_of_students_sleep_data() {
    let gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
    let interval = paired_mean_interval(&gained, 0.95).expect("ten differences");
    assert!(ends_close(interval, 0.700_114_2, 2.459_885_8, 5e-8), "{interval:?}");
    assert_eq!(paired_mean_interval(&[1.0], 0.95), None);
}

/// Counts (both, only with, only without, neither) and both ends at 95 %. The first is printed with four digits by the R
/// package of Fagerland, Lydersen and Laake (2017; Cavo 2012); the second is the table 6.2 of Altman and others (2000), the
/// third theirs too (Bentur 2009). All were worked from the formulas of Newcombe (1998) by a second program.
const NEWCOMBE: [(u64, u64, u64, u64, f64, f64); 7] = [
    (59, 6, 16, 80, -0.118_621_195_638_71, -0.004_625_113_933_05),
    (14, 5, 0, 22, 0.011_483_241_383_03, 0.226_492_684_351_21),
    (1, 1, 7, 12, -0.506_920_226_686_14, -0.025_559_124_164_86),
    (36, 12, 2, 0, 0.056_929_584_003_24, 0.340_427_602_974_94),
    (20, 12, 2, 16, 0.056_156_424_841_75, 0.329_206_995_400_14),
    (212, 144, 256, 707, -0.114_191_532_805_07, -0.055_433_472_684_33),
    (0, 0, 0, 50, -0.071_347_599_133_36, 0.071_347_599_133_36),
];

#[test]
fn newcombe_intervals_have_their_known_ends() {
    for (both, only_with, only_without, neither, low, high) in NEWCOMBE {
        let counts = Paired2x2 { both, only_with, only_without, neither };
        let interval = newcombe_paired_interval(counts, 0.95);
        assert!(ends_close(interval, low, high, 1e-12), "{counts:?}: {interval:?}");
        let other_way = Paired2x2 { only_with: only_without, only_without: only_with, ..counts };
        let mirrored = newcombe_paired_interval(other_way, 0.95).negated();
        assert!(ends_close(mirrored, interval.low, interval.high, 1e-14), "{counts:?}");
    }
    let nothing = newcombe_paired_interval(Paired2x2::default(), 0.95);
    assert_eq!((nothing.low, nothing.high), (-1.0, 1.0));
    let always = newcombe_paired_interval(Paired2x2 { only_with: 40, ..Paired2x2::default() }, 0.95);
    assert!(always.low > 0.8 && always.high == 1.0, "{always:?}");
}

/// The transformation of Hall (1992) turns each end back into Student's t.
#[test]
fn the_corrected_interval_undoes_the_skewness() {
    let list = values(1, 25, |u| u.exponential(2.0));
    let (n, centre) = (25.0_f64, mean(&list).expect("a mean"));
    let error = standard_error(&list).expect("an error");
    let slope = skewness(&list).expect("skewed") * (n * (n - 1.0)).sqrt() / (n - 2.0) / (3.0 * n.sqrt());
    let interval = skewness_corrected_interval(&list, 0.95).expect("25 values");
    let transformed = |end: f64| {
        let t = (centre - end) / error;
        t + slope * t * t + slope * slope * t * t * t / 3.0 + slope / 2.0
    };
    let t = student_t_quantile(0.975, 24);
    assert!(close(transformed(interval.low), t, 1e-9) && close(transformed(interval.high), -t, 1e-9));
    assert!(interval.high - centre > centre - interval.low, "it reaches further towards the long tail");
    let even = [-5.0, -4.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 4.0, 5.0];
    assert_eq!(skewness_corrected_interval(&even, 0.95), paired_mean_interval(&even, 0.95));
    assert_eq!(skewness_corrected_interval(&list[..9], 0.95), None);
}

/// Share of studies of a fixed size whose interval holds the truth.
fn covered(
    studies: u32,
    count: u32,
    truth: f64,
    draw: impl Fn(Uniform) -> f64,
    interval: impl Fn(&[f64]) -> Interval,
) -> f64 {
    let hits = (0..studies).filter(|study| interval(&values(*study, count, &draw)).contains(truth)).count();
    hits as f64 / f64::from(studies)
}

/// Of 4,000 studies of thirty exponential differences the correction covers 94.5 %, a plain t 92.4 %: three standard
/// errors (.0035) are left on both sides.
#[test]
fn the_corrected_interval_covers_where_a_plain_one_does_not() {
    let draw = |u: Uniform| u.exponential(1.0);
    let corrected =
        covered(4_000, 30, 1.0, draw, |list| skewness_corrected_interval(list, 0.95).expect("thirty"));
    let plain = covered(4_000, 30, 1.0, draw, |list| paired_mean_interval(list, 0.95).expect("thirty"));
    assert!(corrected > 0.935 && corrected < 0.96, "{corrected}");
    assert!(plain < 0.935 && corrected > plain, "{plain}");
}

/// A bootstrap of values without skewness finds the t interval, up to what 2,000 resamples leave open: a tenth of the
/// half-width.
#[test]
fn the_bootstrap_of_even_values_is_the_t_interval() {
    let half = values(3, 20, |u| u.normal(5.0, 2.0));
    let list: Vec<f64> = half.iter().copied().chain(half.iter().map(|value| 10.0 - value)).collect();
    let bootstrap = bca_interval(&list, 0.95, resampling()).expect("forty values");
    let t = paired_mean_interval(&list, 0.95).expect("forty values");
    assert!((bootstrap.low - t.low).abs() < 0.1 * t.half_width(), "{bootstrap:?} {t:?}");
    assert!((bootstrap.high - t.high).abs() < 0.1 * t.half_width(), "{bootstrap:?} {t:?}");
    assert_eq!(Some(bootstrap), bca_interval(&list, 0.95, resampling()), "the same values, the same bits");
    assert_eq!(bca_interval(&list[..9], 0.95, resampling()), None);
    assert_eq!(bca_interval(&[4.0; 30], 0.95, resampling()), None);
}

/// Of a long right tail, the bootstrap reaches further right than left, as acceleration asks.
#[test]
fn the_bootstrap_leans_towards_the_long_tail() {
    // Of twenty samples, since the tail of one may be short.
    let leaning = (0..20).filter(|sample| {
        let list = values(40 + sample, 60, |u| u.exponential(1.0));
        let centre = mean(&list).expect("a mean");
        let interval = bca_interval(&list, 0.95, resampling()).expect("sixty values");
        interval.high - centre > 1.1 * (centre - interval.low)
    });
    assert!(leaning.count() >= 15, "the bootstrap does not lean");
}

/// How often a shape is called two-humped, of 2,000 lists.
fn called_two_humped(count: u32, draw: impl Fn(Uniform) -> f64) -> f64 {
    (0..2_000).filter(|study| two_humped(&values(*study, count, &draw))).count() as f64 / 2_000.0
}

/// Two normal humps of sd 1, `apart` from each other.
fn humps(u: Uniform, share: f64, apart: f64) -> f64 {
    let x = u.value();
    let (inside, far) = if x < share { (x / share, apart) } else { ((x - share) / (1.0 - share), 0.0) };
    far + hameau_model::kernel::random::standard_normal_quantile(inside)
}

/// One hump is rarely called two, whatever its shape: twice the hundredth that is meant leaves four standard errors
/// (.0022) for the flattest; a long tail may look like a hump of its own more often in few worlds.
#[test]
fn one_hump_is_seldom_called_two() {
    for count in [20, 45, 200] {
        assert!(called_two_humped(count, Uniform::value) < 0.02, "uniform, {count}");
        assert!(called_two_humped(count, Uniform::standard_normal) < 0.002, "normal, {count}");
        assert!(called_two_humped(count, |u| u.exponential(1.0)) < 0.02, "exponential, {count}");
        assert!(called_two_humped(count, |u| u.lognormal(1.0, 1.0)) < 0.03, "log-normal, {count}");
    }
}

#[test]
fn two_humps_are_seen_when_they_are_apart() {
    assert!(called_two_humped(20, |u| humps(u, 0.5, 8.0)) > 0.95);
    assert!(called_two_humped(45, |u| humps(u, 0.3, 8.0)) > 0.95);
    assert!(called_two_humped(45, |u| humps(u, 0.5, 2.0)) < 0.01, "humps that merge are one");
    assert!(!two_humped(&[0.0, 0.0, 9.0, 9.0]), "four worlds show no shape");
    assert!(!two_humped(&[3.0; 40]));
    let one_outlier: Vec<f64> = (0..30).map(|i| if i == 0 { 100.0 } else { f64::from(i % 5) }).collect();
    assert!(!two_humped(&one_outlier), "one world far away is no hump");
}

#[test]
fn the_method_suits_the_differences() {
    let method = |list: &[f64]| paired_interval(list, 0.95, resampling()).map(|(_, method)| method);
    assert_eq!(method(&[1.0]), None);
    assert_eq!(method(&[2.0; 5]), Some(Method::Constant));
    assert_eq!(method(&[1.0, 2.0, 4.0]), Some(Method::StudentT));
    assert_eq!(method(&values(5, 30, |u| u.normal(0.0, 1.0))), Some(Method::SkewnessCorrectedT));
    assert_eq!(method(&values(5, 30, |u| humps(u, 0.4, 9.0))), Some(Method::BcaBootstrap));
}

/// `n` is the smallest at which the t interval would be narrow enough.
#[test]
fn worlds_needed_are_just_enough() {
    let list = values(6, 20, |u| u.normal(0.0, 3.0));
    let sd = variance(&list).expect("a variance").sqrt();
    let half = |n: u32| student_t_quantile(0.975, n - 1) * sd / f64::from(n).sqrt();
    for half_width in [10.0, 2.0, 1.0, 0.3, 0.05] {
        let needed = worlds_needed(&list, half_width, 0.95).expect("twenty differences");
        assert!(
            half(needed) <= half_width && (needed == 2 || half(needed - 1) > half_width),
            "{half_width}: {needed}"
        );
    }
    assert_eq!(worlds_needed(&[1.0], 1.0, 0.95), None);
    assert_eq!(worlds_needed(&list, 1e-9, 0.95), None, "more than can be counted");
}

/// Means 10, 9, 4 with pairs known to 2, 3 and 1: worked by hand from Hsu (1984).
#[test]
fn standings_of_three_by_hand() {
    let (means, reach) = ([10.0, 9.0, 4.0], [[0.0, 2.0, 3.0], [2.0, 0.0, 1.0], [3.0, 1.0, 0.0]]);
    let all = standings(3, |i, j| {
        let centre = means[i] - means[j];
        Interval { low: centre - reach[i][j], high: centre + reach[i][j] }
    });
    let ends: Vec<_> = all.iter().map(|s| (s.against_best.low, s.against_best.high, s.may_be_best)).collect();
    // Least of (-1, 3): the third is out of the race and does not bound the others from below.
    assert_eq!(ends, [(-1.0, 3.0, true), (-3.0, 1.0, true), (-9.0, 0.0, false)]);
    let sure = standings(2, |i, _| {
        if i == 0 { Interval { low: 1.0, high: 5.0 } } else { Interval { low: -5.0, high: -1.0 } }
    });
    assert!(sure[0].is_best && !sure[1].may_be_best);
    assert_eq!((sure[1].against_best.low, sure[1].against_best.high), (-5.0, 0.0));
    let tie = standings(2, |_, _| Interval { low: 0.0, high: 0.0 });
    assert!(tie.iter().all(|s| s.may_be_best && !s.is_best), "what is the same is never the best");
}

/// Four systems in the same worlds, of unequal scatter, two of them equally good: all four intervals hold together in at
/// least 95 studies of a hundred (2,000 studies, standard error .005, so .94 at least), and they are not idle: the worst
/// is out of the race every time.
#[test]
fn standings_hold_together() {
    let (means, scatter) = ([1.0, 1.0, 0.8, -2.0], [0.3, 1.0, 0.6, 2.0]);
    let confidence = best_pairs_confidence(4, 0.95);
    let luck = World { seed: 77, replicate: 0 }.source(Draw::Life);
    let (mut together, mut out) = (0, 0);
    for study in 0..2_000 {
        let system = |i: usize| -> Vec<f64> {
            let own = |world: u32, k: u32| {
                luck.draw(Who::number(study), Month::FIRST, 8 * world + k).standard_normal()
            };
            (0..40).map(|world| means[i] + 3.0 * own(world, 4) + scatter[i] * own(world, i as u32)).collect()
        };
        let systems: Vec<_> = (0..4).map(system).collect();
        let all = standings(4, |i, j| {
            let differences: Vec<f64> = systems[i].iter().zip(&systems[j]).map(|(a, b)| a - b).collect();
            paired_mean_interval(&differences, confidence).expect("forty worlds")
        });
        let truth = [0.0, 0.0, -0.2, -3.0];
        together += u32::from(all.iter().zip(truth).all(|(s, truth)| s.against_best.contains(truth)));
        out += u32::from(!all[3].may_be_best);
        assert!(all.iter().any(|s| s.may_be_best), "somebody may be the best");
    }
    assert!(together > 1_880, "{together} of 2000");
    assert!(out > 1_990, "{out} of 2000");
}

/// Both ends make the t statistic of `above - ratio below` what the confidence says.
#[test]
fn the_ratio_interval_is_fiellers() {
    let above = values(7, 30, |u| u.normal(40.0, 8.0));
    let below: Vec<f64> =
        values(8, 30, |u| u.normal(2.0, 1.0)).iter().zip(&above).map(|(b, a)| b + a / 40.0).collect();
    let interval = fieller_interval(&above, &below, 0.95).expect("a mean away from 0");
    let t = student_t_quantile(0.975, 29);
    for end in [interval.low, interval.high] {
        let rest: Vec<f64> = above.iter().zip(&below).map(|(a, b)| a - end * b).collect();
        let found = mean(&rest).expect("a mean") / standard_error(&rest).expect("an error");
        assert!(close(found.abs(), t, 1e-9), "{found} at {end}");
    }
    assert!(interval.contains(mean(&above).expect("a mean") / mean(&below).expect("a mean")));
    let nothing = values(9, 30, |u| u.normal(0.0, 1.0));
    assert_eq!(fieller_interval(&above, &nothing, 0.95), None, "a denominator that may be 0");
    assert_eq!(fieller_interval(&[1.0], &[1.0], 0.95), None);
    let constant = fieller_interval(&[30.0; 4], &[2.0; 4], 0.95).expect("no scatter");
    assert_eq!((constant.low, constant.high), (15.0, 15.0));
}

/// The pilot plant of Box, Hunter and Hunter (1978, chapter 10): yields by temperature, concentration and catalyst.
#[test]
fn effects_of_the_pilot_plant() {
    let yields = [60.0, 72.0, 54.0, 68.0, 52.0, 83.0, 45.0, 80.0].map(Some).to_vec();
    let shifted: Vec<_> = yields.iter().map(|value| value.map(|value| value + 4.0)).collect();
    let mut torn = yields.clone();
    torn[3] = None;
    let design = factorial_effects(&[yields, shifted, torn], 3, 0.95);
    assert_eq!((design.worlds_used, design.worlds_undefined), (2, 1));
    let expected: [(&[u32], f64); 7] = [
        (&[0], 23.0),
        (&[1], -5.0),
        (&[2], 1.5),
        (&[0, 1], 1.5),
        (&[0, 2], 10.0),
        (&[1, 2], 0.0),
        (&[0, 1, 2], 0.5),
    ];
    assert_eq!(design.effects.len(), 7);
    for (found, (factors, effect)) in design.effects.iter().zip(expected) {
        assert_eq!((found.factors.as_slice(), found.effect), (factors, effect));
        let interval = found.interval.expect("two worlds");
        assert_eq!((interval.low, interval.high), (effect, effect), "a world's own level is no effect");
    }
    assert!(factorial_effects(&[vec![None, Some(1.0)]], 1, 0.95).effects.is_empty());
    let one = factorial_effects(&[vec![Some(1.0), Some(4.0)]], 1, 0.95);
    assert_eq!((one.effects[0].effect, one.effects[0].interval), (3.0, None));
}

/// A main effect is known to the scatter within worlds, not between them: 20 worlds that differ by 100 show an effect of 1.
#[test]
fn effects_are_contrasts_within_worlds() {
    let row = |world: u32| {
        let noise = values(100 + world, 5, Uniform::standard_normal);
        let level = 100.0 * noise[4];
        (0..4).map(|setting| Some(level + f64::from(setting & 1) + 0.2 * noise[setting as usize])).collect()
    };
    let rows: Vec<Vec<Option<f64>>> = (0..20).map(row).collect();
    let design = factorial_effects(&rows, 2, 0.95);
    let interval = design.effects[0].interval.expect("twenty worlds");
    assert!(interval.contains(1.0) && interval.half_width() < 0.2, "{interval:?}");
    assert!(design.effects[1].interval.expect("twenty worlds").contains(0.0));
}
