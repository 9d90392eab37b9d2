//! Is money that settings can make bounded when they are read, and far from the bound within their ranges?

use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::scenario::money::{MOST_INCOME, largest_income, largest_turnover, mean_turnover};
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::kernel::portable::exp;

/// Every parameter at the end of its range that makes money largest.
fn extremes() -> Values {
    let mut values = Values::default();
    for key in Key::all() {
        let row = key.row();
        let money = row.section() == "economy" || row.section() == "enterprises" || row.section() == "works";
        if money || key == Key::KnowHowCeiling {
            values.set(key, row.high);
        }
    }
    values
}

/// The bound rises with each of its settings, so that the corner of the ranges is the largest joint draw: with 300,000
/// inhabitants, nearly thirty times the reference, it stays below a quarter of what is allowed.
#[test]
fn no_joint_setting_within_the_ranges_comes_near() {
    let extremes = extremes();
    let most = largest_income(&extremes, 3e5, 3e5);
    assert!(most < MOST_INCOME / 4.0, "{most:e}");
    for key in Key::all() {
        let mut less = extremes.clone();
        less.set(key, key.row().low);
        assert!(largest_income(&less, 3e5, 3e5) <= most, "{} at its lowest makes more", key.row().name);
    }
    // The ranges of the first version made a single enterprise of 4e14 EUR a year.
    assert!(largest_turnover(&extremes) < 2e10, "{:e}", largest_turnover(&extremes));
    let held = i64::MAX as f64 / 100.0;
    assert!(MOST_INCOME < held / 1800.0, "what is allowed stays far from what cents hold");
}

/// The bound of the defaults, by hand.
#[test]
fn the_bound_is_what_it_says() {
    let values = Values::default();
    let by_know_how = exp(0.5);
    let largest = 40_000.0 * hameau_model::kernel::portable::pow(2.2, 6.4) * by_know_how;
    assert!((largest_turnover(&values) / largest - 1.0).abs() < 1e-9);
    // E exp(sigma z) = exp(sigma^2/2), sigma = ln 2.2 = .788457.
    let mean = 40_000.0 * exp(0.788_457_360_364_270_2 * 0.788_457_360_364_270_2 / 2.0) * by_know_how;
    assert!((mean_turnover(&values) / mean - 1.0).abs() < 1e-9);
    let of = |inhabitants: f64| largest_income(&values, inhabitants, 0.0);
    assert!(of(11_118.0) < MOST_INCOME / 2e3 && of(1e9) > MOST_INCOME);
}

/// In the largest territory that can be made up, the settings that multiply each other are too much together at the ends
/// of their ranges: all are named with what is written, and whoever follows the advice is let through.
#[test]
fn what_does_not_fit_is_refused_with_its_settings() {
    let of = |spending: &str| {
        let territory = include_str!("../broken/with/millions.toml");
        let scenario = include_str!("../broken/too-much-money.toml").replace("0.55", spending);
        let files = Memory::default()
            .with("too-much.toml", scenario)
            .with("with/millions.toml", territory.to_owned());
        resolve("too-much.toml", &Overrides::default(), &files)
    };
    let told = of("0.55").expect_err("too much").to_string();
    for part in [
        "too-much.toml:16:",
        "`enterprises.turnover_median_eur_per_year` 200000, `enterprises.turnover_spread_ratio` 4",
        "`cooperation.know_how_ceiling_strength` 1",
        "up to 50000 billion are counted to the cent",
        "lower one of them, for instance `economy.local_spending_share` (0 to 0.55)",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(of("0.1").is_ok());
}
