//! Simulates the reference and writes `docs/patterns.md`: every pattern with its target, what is simulated, met or not.
//!
//! `cargo run --release --example patterns [WORLDS]`. Worlds are those of seed 11, which calibration never saw.

use hameau::batch::{Run, simulate};
use hameau::indicators::Indicator;
use hameau::parameters::{Key, Values};
use hameau::random::World;
use hameau::scenario::{Memory, Overrides, resolve};
use hameau::statistics::quantile;
use std::fmt::Write;

/// Runs of one scenario.
struct Runs(Vec<Run>);

fn runs(scenario: &str, set: &[&str], worlds: u32) -> Runs {
    let overrides =
        Overrides { set: set.iter().map(|text| (*text).to_owned()).collect(), ..Overrides::default() };
    let scenario = resolve(&format!("hameau:{scenario}"), &overrides, &Memory::default())
        .unwrap_or_else(|mistakes| panic!("{mistakes}"));
    Runs((0..worlds).map(|replicate| simulate(&scenario, World { seed: 11, replicate }, |_| ())).collect())
}

impl Runs {
    /// The mean of an indicator over some months, in each world in which it is defined.
    fn values(&self, indicator: Indicator, months: std::ops::Range<usize>) -> Vec<f64> {
        let of = |run: &Run| {
            let defined: Vec<f64> =
                run.months[months.clone()].iter().filter_map(|month| month.of(indicator)).collect();
            (!defined.is_empty()).then(|| defined.iter().sum::<f64>() / defined.len() as f64)
        };
        self.0.iter().filter_map(of).collect()
    }

    fn at(&self, indicator: Indicator, month: usize) -> Vec<f64> {
        self.values(indicator, month - 1..month)
    }
}

/// Mean and 5-95 % of worlds.
fn told(values: &[f64], decimals: usize) -> String {
    if values.is_empty() {
        return "undefined in every world".to_owned();
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let [low, high] = [0.05, 0.95].map(|share| quantile(&sorted, share).expect("there are values"));
    format!("{mean:.decimals$} ({low:.decimals$} to {high:.decimals$})")
}

struct Page {
    text: String,
}

impl Page {
    fn row(&mut self, name: &str, target: &str, values: &[f64], decimals: usize, range: [f64; 2]) {
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        let met = !values.is_empty() && range[0] <= mean && mean <= range[1];
        let verdict = if met { "met" } else { "**not met**" };
        let _ = writeln!(self.text, "| {name} | {target} | {} | {verdict} |", told(values, decimals));
    }
}

fn main() {
    let worlds = std::env::args().nth(1).map_or(20, |text| text.parse().expect("a number of worlds"));
    let baseline = runs("baseline", &[], worlds);
    let murat = runs("murat-history", &[], worlds);
    let place = runs("shared-place", &[], worlds);
    let host = runs("facilitation", &[], worlds);
    let alike = runs("shared-place", &["attendance.same_origin_strength=0"], worlds);
    let mut page = Page {
        text: format!(
            "# Patterns\n\nWritten by `cargo run --release --example patterns`, {worlds} worlds of seed 11 for each \
             scenario; calibration used seed 7. Means over worlds with the 5-95 % of worlds; a pattern is met when the \
             mean is in the range.\n\n## P1 to P5: those that calibration may use\n\n| pattern | target | simulated | |\n\
             |---|---|---|---|\n"
        ),
    };
    targets(&mut page, &baseline, &murat, &place);
    page.text += "\n## The others, not tuned\n\nPredicted in [model.md](model.md) before calibration.\n\n\
                  | pattern | prediction | simulated | |\n|---|---|---|---|\n";
    predictions(&mut page, &murat, &place, &host, &alike);
    std::fs::write("docs/patterns.md", &page.text).expect("docs/patterns.md can be written");
    print!("{}", page.text);
}

fn targets(page: &mut Page, baseline: &Runs, murat: &Runs, place: &Runs) {
    use Indicator as I;
    let six_years = 11..72;
    let natural = baseline.values(I::NaturalBalance, six_years.clone());
    let net = baseline.values(I::NetMigration, six_years.clone());
    let total: Vec<f64> = natural.iter().zip(&net).map(|(natural, net)| natural + net).collect();
    page.row(
        "P1 natural balance, % a year, first six years, no policy",
        "about -1.3",
        &natural,
        2,
        [-1.45, -1.15],
    );
    page.row("P1 net migration, % a year", "+.4 to +.7", &net, 2, [0.4, 0.7]);
    page.row("P1 total, % a year", "about -.7", &total, 2, [-0.95, -0.55]);
    let share = |(arrivals, inhabitants): (&f64, &f64)| 100.0 * arrivals / inhabitants;
    let arrivals = baseline.values(I::Arrivals, six_years.clone());
    let inhabitants = baseline.values(I::Inhabitants, six_years);
    let gross: Vec<f64> = arrivals.iter().zip(&inhabitants).map(share).collect();
    page.row("P2 gross arrivals, % of inhabitants a year", "2.5 to 4.5", &gross, 2, [2.5, 4.5]);
    page.row(
        "P3 persons brought by the end of 2013",
        "52 to 54",
        &murat.at(I::ProgrammeArrivals, 84),
        1,
        [49.0, 57.0],
    );
    page.row("P3 persons brought by March 2017", "88", &murat.at(I::ProgrammeArrivals, 123), 1, [81.0, 95.0]);
    let used = murat.at(I::EntrepreneursEverUsing, 123);
    page.row("P3 programme entrepreneurs who ever used the place", "23 of 43", &used, 2, [0.4, 0.65]);
    page.row("P4 active users, Murat, March 2017", "4 to 25", &murat.at(I::ActiveUsers, 123), 1, [4.0, 25.0]);
    page.row(
        "P4 active users, a place alone, after five years",
        "4 to 25",
        &place.at(I::ActiveUsers, 65),
        1,
        [4.0, 25.0],
    );
    let values = Values::default();
    for (years, target, range) in [(3.0, "75 to 82 %", [75.0, 82.0]), (5.0, "61 %", [60.5, 61.5])] {
        let alive = 100.0 * hameau::economy::survival(&values, years);
        page.row(
            &format!("P5 enterprises alive after {years} years, without know-how"),
            target,
            &[alive],
            1,
            range,
        );
    }
    let base = |indicator| baseline.values(indicator, 11..72);
    let parts = [I::IncomeProductive, I::IncomeResidential, I::IncomePublic, I::IncomeSocial].map(base);
    let of = |which: usize| -> Vec<f64> {
        (0..parts[0].len())
            .map(|world| 100.0 * parts[which][world] / parts.iter().map(|part| part[world]).sum::<f64>())
            .collect()
    };
    page.row("Basic income, productive, % (consistency only)", "near 20", &of(0), 1, [15.0, 25.0]);
    page.row("Basic income, residential, %", "near 60", &of(1), 1, [55.0, 65.0]);
    page.row("Basic income, public, %", "near 10", &of(2), 1, [7.0, 13.0]);
    debug_assert_eq!(values[Key::Rule], 0.0);
}

fn predictions(page: &mut Page, murat: &Runs, place: &Runs, host: &Runs, alike: &Runs) {
    use Indicator as I;
    let five = 65;
    page.row(
        "E1 newcomers among users, Murat, 2017",
        "above .5",
        &murat.at(I::AttendanceUsers, 123),
        2,
        [0.5, 1.0],
    );
    page.row(
        "E1 newcomers among users, a place alone, five years",
        "above .5",
        &place.at(I::AttendanceUsers, five),
        2,
        [0.5, 1.0],
    );
    let name = "E1 the same without any taste for one's own (`attendance.same_origin_strength` = 0)";
    page.row(name, "above .5", &alike.at(I::AttendanceUsers, five), 2, [0.5, 1.0]);
    let ratio = |runs: &Runs| -> Vec<f64> {
        let works = runs.at(I::WorksOperating, five);
        runs.at(I::CollaborationsActive, five)
            .iter()
            .zip(&works)
            .map(|(jobs, works)| jobs / works.max(1.0))
            .collect()
    };
    page.row(
        "E2 collaborations for one work in operation, a place alone, five years",
        "above 1",
        &ratio(place),
        2,
        [1.0, 1e9],
    );
    page.row("E2 the same with a facilitator", "above 1", &ratio(host), 2, [1.0, 1e9]);
    let rare = place.at(I::MixedWork, five);
    page.row(
        "E3 a mixed work operates after five years, a place alone (share of worlds)",
        "below .5",
        &rare,
        2,
        [0.0, 0.5],
    );
    page.row("E3 the same with a facilitator", "above it", &host.at(I::MixedWork, five), 2, [0.5, 1.0]);
    page.row(
        "E6 inbreeding homophily of newcomers, a place alone",
        "above 0",
        &place.at(I::NewcomersIh, five),
        3,
        [0.0, 1.0],
    );
    page.row(
        "E8 users who only take, Murat, 2017",
        "above .5",
        &murat.at(I::UsersOnlyTaking, 123),
        2,
        [0.5, 1.0],
    );
    page.row(
        "E9 growth of sales within the territory, Murat, 2017",
        "below .5",
        &murat.at(I::LocalGrowth, 123),
        2,
        [0.0, 0.5],
    );
}
