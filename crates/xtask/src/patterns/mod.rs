//! Simulates the reference and writes `docs/patterns.md`: every pattern with its target, what is simulated, met or not.
//!
//! `cargo run --release -p xtask -- patterns [WORLDS]`. Worlds are those of seed 11, which calibration never saw.

mod effects;
mod page;
mod ties;

use crate::common::verdict::Verdict;
use crate::common::{Estimate, OPENING, Runs, SEED, defined, differences, number, runs, write};
use hameau_model::observe::indicators::Indicator;
use page::Page;

/// Five years after the opening of the places, and March 2017 in the history of Murat.
const FIVE: usize = OPENING + 60;
const MARCH_2017: usize = 123;

pub fn run(words: &[String]) {
    let count = number(words, 0, 20);
    let baseline = runs("baseline", &[], count);
    let murat = runs("murat-history", &[], count);
    let place = runs("shared-place", &[], count);
    let mut page = Page {
        text: format!(
            "# Patterns\n\nWritten by `cargo run --release -p xtask -- patterns {count}`, {count} worlds of seed {SEED} for each \
             scenario; calibration used seed 7.\n\n## P1 to P5: those that calibration may use\n\nMeans over worlds with the \
             5-95 % of worlds; a pattern is met when the mean is in the range. The figures of Murat's promoter one by one: \
             [promoter.md](promoter.md).\n\n| pattern | target | simulated | |\n|---|---|---|---|\n"
        ),
    };
    targets(&mut page, &baseline, &murat, &place);
    page.text += "\n## The others, not tuned\n\nPredicted in [model.md](model.md) before calibration. Means over worlds with the \
                  5-95 % of worlds; chances and paired differences with their interval of 95 % (Wilson, Student), and undecided \
                  where it holds 0 or the limit. What makes users newcomers: [mechanisms.md](mechanisms.md); the order: \
                  [orders.md](orders.md).\n\n| pattern | prediction | simulated | |\n|---|---|---|---|\n";
    users(&mut page, &murat, &place, count);
    cooperation(&mut page, &murat, &place, count);
    effects::place_alone(&mut page, &place, &baseline);
    effects::leaving(&mut page, &place, count);
    let by_share = effects::homophily_by_share(&mut page, count);
    let by_order = effects::order(&mut page, count);
    ties::after_facilitation(&mut page, 2 * count);
    ties::burt(&mut page, count.min(10));
    page.text += "\n## E6: homophily by the newcomers' share\n\nThe reference without policy; shares beyond .2 at the start are made \
                  up.\n\n";
    page.text += &by_share;
    page.text += "\n## E7: ideas that committed, by order, belief and share needed\n\nThe small territory of \
                  [orders.md](orders.md), five years, the same ideas in the same worlds; beliefs about anyone are held at their \
                  start, those about ties lie above.\n\n";
    page.text += &by_order;
    write("docs/patterns.md", &page.text);
}

fn targets(page: &mut Page, baseline: &Runs, murat: &Runs, place: &Runs) {
    use Indicator as I;
    let six_years = 11..72;
    let natural = over(baseline, I::NaturalBalance, six_years.clone());
    let net = over(baseline, I::NetMigration, six_years.clone());
    let total: Vec<f64> = natural.iter().zip(&net).map(|(natural, net)| natural + net).collect();
    page.range(
        "P1 natural balance, % a year, first six years, no policy",
        "about -1.3",
        &natural,
        2,
        [-1.45, -1.15],
    );
    page.range("P1 net migration, % a year", "+.4 to +.7", &net, 2, [0.4, 0.7]);
    page.range("P1 total, % a year", "about -.7", &total, 2, [-0.95, -0.55]);
    let rate = |(flow, inhabitants): (&f64, &f64)| 1000.0 * flow / inhabitants;
    let inhabitants = over(baseline, I::Inhabitants, six_years.clone());
    let gross = |flow| -> Vec<f64> {
        over(baseline, flow, six_years.clone()).iter().zip(&inhabitants).map(rate).collect()
    };
    let arrivals = "P2 gross arrivals for 1,000 inhabitants and year (read)";
    page.range(arrivals, "41.7", &gross(I::Arrivals), 1, [40.0, 43.5]);
    let departures = "P2 gross departures for 1,000 inhabitants and year (a check that was not fitted)";
    page.range(departures, "38.7, within 15 %", &gross(I::Departures), 1, [32.9, 44.5]);
    page.range(
        "P3 persons brought by the end of 2013",
        "52 to 54",
        &at(murat, I::ProgrammeArrivals, 84),
        1,
        [49.0, 57.0],
    );
    page.range(
        "P3 persons brought by March 2017",
        "88",
        &at(murat, I::ProgrammeArrivals, MARCH_2017),
        1,
        [81.0, 95.0],
    );
    let used = at(murat, I::EntrepreneursEverUsing, MARCH_2017);
    page.range("P3 programme entrepreneurs who ever used the place", "23 of 43", &used, 2, [0.4, 0.65]);
    page.range(
        "P4 active users, Murat, March 2017",
        "4 to 25",
        &at(murat, I::ActiveUsers, MARCH_2017),
        1,
        [4.0, 25.0],
    );
    page.range(
        "P4 active users, a place alone, after five years",
        "4 to 25",
        &at(place, I::ActiveUsers, FIVE),
        1,
        [4.0, 25.0],
    );
    // Every cohort that five years have passed over, all exits together.
    for (years, indicator, target, range) in [
        (3, I::EnterprisesAlive3Years, "75 %; cohorts of 2010 and 2018: 71 and 82 %", [0.73, 0.77]),
        (5, I::EnterprisesAlive5Years, "61 %; cohorts of 2010 and 2018: 60 and 69 %", [0.59, 0.63]),
    ] {
        let alive = over(baseline, indicator, 71..180);
        page.range(&format!("P5 enterprises alive after {years} years, all exits"), target, &alive, 3, range);
    }
    let base = |indicator| over(baseline, indicator, 11..72);
    let parts = [I::IncomeProductive, I::IncomeResidential, I::IncomePublic, I::IncomeSocial].map(base);
    let of = |which: usize| -> Vec<f64> {
        (0..parts[0].len())
            .map(|world| 100.0 * parts[which][world] / parts.iter().map(|part| part[world]).sum::<f64>())
            .collect()
    };
    page.range("Basic income, productive, % (consistency only)", "near 20", &of(0), 1, [15.0, 25.0]);
    page.range("Basic income, residential, %", "near 60", &of(1), 1, [55.0, 65.0]);
    page.range("Basic income, public, %", "near 10", &of(2), 1, [7.0, 13.0]);
}

fn over(runs: &Runs, indicator: Indicator, months: std::ops::Range<usize>) -> Vec<f64> {
    defined(&runs.over(indicator, months))
}

fn at(runs: &Runs, indicator: Indicator, month: usize) -> Vec<f64> {
    defined(&runs.at(indicator, month))
}

/// E1, E6, E8, E9: who uses a place.
fn users(page: &mut Page, murat: &Runs, place: &Runs, count: u32) {
    use Indicator as I;
    let mut half = |name: &str, target: &str, values: &[f64], range: [f64; 2]| {
        page.range(name, target, values, 2, range);
    };
    let alike = runs("shared-place", &["attendance.same_origin_strength=0"], count);
    let (above, below) = ([0.5, 1.0], [0.0, 0.5]);
    let newcomers = I::AttendanceUsers;
    half("E1 newcomers among users, Murat, 2017", "above .5", &at(murat, newcomers, MARCH_2017), above);
    half(
        "E1 newcomers among users, a place alone, five years",
        "above .5",
        &at(place, newcomers, FIVE),
        above,
    );
    let name = "E1 the same without any taste for one's own (`attendance.same_origin_strength` = 0)";
    half(name, "above .5", &at(&alike, newcomers, FIVE), above);
    half(
        "E8 users who only take, Murat, 2017",
        "above .5",
        &at(murat, I::UsersOnlyTaking, MARCH_2017),
        above,
    );
    let name = "E9 growth of sales within the territory, Murat, 2017";
    half(name, "below .5", &at(murat, I::LocalGrowth, MARCH_2017), below);
    let homophily = at(place, I::NewcomersIh, FIVE);
    let name = "E6 inbreeding homophily of newcomers, a place alone";
    page.range(name, "above 0", &homophily, 3, [0.0, 1.0]);
}

/// E2 and E3: collaborations and works.
fn cooperation(page: &mut Page, murat: &Runs, place: &Runs, count: u32) {
    use Indicator as I;
    let host = runs("facilitation", &[], count);
    let ratio = |runs: &Runs| -> Vec<f64> {
        let works = at(runs, I::WorksOperating, FIVE);
        let jobs = at(runs, I::CollaborationsActive, FIVE);
        jobs.iter().zip(&works).map(|(jobs, works)| jobs / works.max(1.0)).collect()
    };
    let name = "E2 collaborations for one work in operation, a place alone, five years";
    page.range(name, "above 1", &ratio(place), 2, [1.0, f64::MAX]);
    page.range("E2 the same with a facilitator", "above 1", &ratio(&host), 2, [1.0, f64::MAX]);
    let mixed = |runs: &Runs, month| {
        Estimate::of_chance(
            &at(runs, I::MixedWork, month).iter().map(|event| *event > 0.0).collect::<Vec<_>>(),
        )
    };
    let rare = mixed(place, FIVE);
    let below_half = Verdict::of_sign(i32::from(rare.high < 0.5) - i32::from(rare.low > 0.5), 1);
    let name = "E3 chance that a mixed work operates after five years, a place alone";
    page.told(name, "below .5", &rare.told(2), below_half);
    let more = differences(&host.at(I::MixedWork, FIVE), &place.at(I::MixedWork, FIVE));
    let name = "E3 the same with a facilitator, less a place alone, paired";
    page.sign(name, "above 0", Estimate::of_mean(&more), 2, 1);
    let late = mixed(murat, MARCH_2017);
    page.told("E3 the same in Murat, 2017", "", &late.told(2), Verdict::None);
}
