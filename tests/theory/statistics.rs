//! Do the estimators give their known answers, count what is undefined apart, and ignore the order?

use hameau_analysis::statistics::{Summary, mean, quantile, standard_error, variance, wilson_interval};

fn close(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() <= 1e-14 * expected.abs().max(1.0))
}

#[test]
fn mean_variance_and_standard_error_of_a_known_list() {
    let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
    assert!(close(mean(&values), 5.0));
    assert!(close(variance(&values), 32.0 / 7.0));
    assert!(close(standard_error(&values), (32.0_f64 / 56.0).sqrt()));
}

/// The list of NIST's StRD set NumAcc4, shortened: a textbook sum of squares loses every digit of it.
#[test]
fn variance_of_large_values_close_together() {
    let values = [10_000_000.2, 10_000_000.1, 10_000_000.3];
    assert!(variance(&values).is_some_and(|variance| (variance - 0.01).abs() < 1e-9));
}

#[test]
fn too_few_values_say_nothing() {
    assert_eq!(mean(&[]), None);
    assert_eq!(variance(&[1.0]), None);
    assert_eq!(standard_error(&[1.0]), None);
    assert_eq!(quantile(&[], 0.5), None);
}

/// What R's `quantile(x, p)` and NumPy's `quantile(x, p)` give by default.
#[test]
fn quantiles_are_of_type_7() {
    let ten: Vec<f64> = (1..=10).map(f64::from).collect();
    for (share, expected) in [(0.0, 1.0), (0.05, 1.45), (0.25, 3.25), (0.5, 5.5), (0.95, 9.55), (1.0, 10.0)] {
        assert!(close(quantile(&ten, share), expected), "{share}");
    }
    assert_eq!(quantile(&[3.0], 0.95), Some(3.0));
}

#[test]
fn a_summary_counts_undefined_values_apart() {
    let summary = Summary::new(&[Some(3.0), None, Some(1.0), Some(2.0), None]);
    assert_eq!((summary.n, summary.undefined), (3, 2));
    assert_eq!((summary.mean, summary.sd, summary.q50), (Some(2.0), Some(1.0), Some(2.0)));
    assert!(close(summary.q05, 1.1) && close(summary.q95, 2.9));
    assert!(close(summary.standard_error(), 1.0 / 3.0_f64.sqrt()));
    let nothing = Summary::new(&[None, None]);
    assert_eq!(nothing, Summary { undefined: 2, ..Summary::default() });
    let one = Summary::new(&[Some(4.0)]);
    assert_eq!((one.mean, one.sd, one.q95), (Some(4.0), None, Some(4.0)));
}

#[test]
#[should_panic(expected = "not a number is None")]
fn a_summary_refuses_a_value_that_is_not_a_number() {
    let _ = Summary::new(&[Some(f64::NAN)]);
}

/// Successes, trials, and both ends at 95 %.
const WILSON: [(u64, u64, f64, f64); 5] = [
    (0, 20, 0.0, 0.161_125_158_052_82),
    (1, 29, 0.006_113_214_292_76, 0.171_755_218_793_20),
    (15, 148, 0.062_386_399_530_74, 0.160_487_241_723_31),
    (81, 263, 0.255_288_519_878_27, 0.366_209_576_982_80),
    (20, 20, 0.838_874_841_947_18, 1.0),
];

/// Figures worked with 30 digits from the formula of Wilson (1927) at z = 1.95996398454005.
#[test]
fn wilson_intervals_have_their_known_ends() {
    for (successes, trials, low, high) in WILSON {
        let interval = wilson_interval(successes, trials, 0.95);
        assert!((interval.low - low).abs() < 1e-12, "{successes} of {trials}: {interval:?}");
        assert!((interval.high - high).abs() < 1e-12, "{successes} of {trials}: {interval:?}");
    }
}

#[test]
fn a_wilson_interval_is_within_0_to_1_and_narrows() {
    let unknown = wilson_interval(0, 0, 0.95);
    assert_eq!((unknown.low, unknown.high), (0.0, 1.0));
    let width = |trials| {
        let interval = wilson_interval(trials / 4, trials, 0.95);
        assert!(interval.low > 0.0 && interval.low < 0.25 && interval.high > 0.25 && interval.high < 1.0);
        interval.high - interval.low
    };
    assert!(width(4) > width(40) && width(40) > width(400));
    assert!(wilson_interval(3, 10, 0.5).low > wilson_interval(3, 10, 0.99).low);
}
