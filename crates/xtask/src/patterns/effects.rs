//! Predictions about differences: the place alone, who leaves it, homophily by share, the order.

use super::page::Page;
use crate::common::verdict::Verdict;
use crate::common::{
    Estimate, OPENING, Runs, decided, differences, everybody, mean_told, scenario, small, worlds,
};
use hameau_model::inputs::parameters::Key;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::{Run, simulate};
use std::fmt::Write;

/// Ten years after the opening.
const TEN: usize = OPENING + 120;

fn difference(with: &Runs, without: &Runs, indicator: Indicator) -> Option<Estimate> {
    Estimate::of_mean(&differences(&with.at(indicator, TEN), &without.at(indicator, TEN)))
}

/// E4: the territorial effect of a place alone is small.
pub fn place_alone(page: &mut Page, place: &Runs, baseline: &Runs) {
    for (name, indicator, decimals) in
        [("inhabitants", Indicator::Inhabitants, 1), ("total income, EUR a year", Indicator::IncomeTotal, 0)]
    {
        let name = format!("E4 {name}, a place alone less none, ten years, paired");
        page.nothing(
            &name,
            difference(place, baseline, indicator),
            decimals,
            indicator.row().smallest_effect,
        );
    }
    let closure = difference(place, baseline, Indicator::NewcomersIh);
    let verdict = Verdict::of(closure.is_some_and(|closure| closure.sign() >= 0));
    let told = closure.map_or("undefined".to_owned(), |closure| closure.told(4));
    page.told("E4 inbreeding homophily of newcomers, the same", "not below 0", &told, verdict);
}

/// Months in a place for each user who left, over ten years.
fn stay(run: &Run) -> Option<f64> {
    let (mut months, mut left) = (0.0, 0.0);
    for year in 1..=10 {
        let end = OPENING + 12 * year;
        let used: f64 =
            run.months[end - 12..end].iter().filter_map(|month| month.of(Indicator::ActiveUsers)).sum();
        months += used;
        left += run.months[end - 1].of(Indicator::ExpectedStay).map_or(0.0, |stay| used / stay);
    }
    (left > 0.0).then(|| months / left)
}

fn stays(name: &str, set: &[&str], count: u32) -> Vec<Option<f64>> {
    let last = format!("simulation.duration_months={TEN}");
    let set: Vec<&str> = set.iter().copied().chain([last.as_str()]).collect();
    let scenario = scenario(name, &set);
    worlds(count, |world| stay(&simulate(&scenario, world, |_| ())))
}

/// E5: exit from the place is driven by community, not by equipment.
pub fn leaving(page: &mut Page, place: &Runs, count: u32) {
    let alone: Vec<Option<f64>> = place.0.iter().map(stay).collect();
    let common_hours = stays(
        "facilitator-stays",
        &[
            "programme.facilitator.introductions_share=0",
            "programme.facilitator.outreach_share=0",
            "programme.facilitator.convening_share=0",
        ],
        count,
    );
    let fablab = stays("fablab", &[], count);
    let fee = |eur: u32| {
        let set =
            ["opening", "after-the-grant"].map(|entry| format!("programme.{entry}.fee_eur_per_day={eur}"));
        stays("shared-place", &[&set[0], &set[1]], count)
    };
    let (free, dear) = (fee(0), fee(20));
    let told = mean_told(&alone.iter().copied().flatten().collect::<Vec<f64>>(), 1);
    page.told("E5 months in a place alone for each user who left, over ten years", "", &told, Verdict::None);
    let mut sign = |name: &str, with: &[Option<f64>], without: &[Option<f64>]| {
        page.sign(name, "above 0", Estimate::of_mean(&differences(with, without)), 1, 1);
    };
    sign("E5 with a weekly common hour less a place alone, months, paired", &common_hours, &alone);
    sign("E5 with a common hour less with a FabLab, months, paired", &common_hours, &fablab);
    let by_fee = Estimate::of_mean(&differences(&free, &dear));
    let smallest = Indicator::ExpectedStay.row().smallest_effect;
    page.nothing("E5 without a fee less at 20 EUR a day, months, paired", by_fee, 1, smallest);
}

/// Shares of newcomers from those of real communes to made-up ones.
const SHARES: [f64; 9] = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9];

/// E6: inbreeding homophily over the newcomers' share, the same at the start and among arrivals; a table of its own.
pub fn homophily_by_share(page: &mut Page, count: u32) -> String {
    let mut table = String::from(
        "| newcomers among adults and arrivals | IH of newcomers after three years |\n|---|---|\n",
    );
    let estimates = SHARES.map(|share| {
        let mut scenario = scenario("baseline", &["simulation.duration_months=36"]);
        scenario.values.set(Key::NewcomerShare, share);
        scenario.values.set(Key::ArrivalsNewcomers, share);
        let at_the_end = |world| {
            let run = simulate(&scenario, world, |_| ());
            run.months[35].of(Indicator::NewcomersIh)
        };
        let found: Vec<f64> = worlds(count, at_the_end).into_iter().flatten().collect();
        let _ = writeln!(table, "| {share} | {} |", mean_told(&found, 3));
        Estimate::of_mean(&found).expect("two worlds or more")
    });
    let largest = (0..SHARES.len())
        .max_by(|a, b| estimates[*a].mean.total_cmp(&estimates[*b].mean))
        .expect("there are shares");
    let above = estimates.iter().all(|estimate| estimate.sign() > 0);
    page.told("E6 IH above 0 at every share from .1 to .9", "yes", yes(above), Verdict::of(above));
    let rising = estimates[0].high < estimates[2].low && estimates[..3].is_sorted_by(|a, b| a.mean < b.mean);
    page.told(
        "E6 IH rises over the shares of real communes, .1 to .2",
        "yes",
        yes(rising),
        Verdict::of(rising),
    );
    let name = "E6 share of newcomers at which IH is largest (table below)";
    let beyond = SHARES[largest] >= 0.5;
    page.told(name, "beyond one half", &SHARES[largest].to_string(), Verdict::of(beyond));
    let last = estimates[SHARES.len() - 1];
    let falls = largest + 1 < SHARES.len() && last.high < estimates[largest].low;
    page.told("E6 IH falls beyond it: the hump", "if at all", yes(falls), Verdict::None);
    table
}

fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

const HELD: [f64; 6] = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95];
const ORDERS: [&str; 3] = ["tool-first", "scaled", "commitment-first"];
const NEEDED: [f64; 2] = [0.5, 0.9];

/// Share of the ideas that committed, by order then world.
fn conversions(belief: f64, needed: f64, count: u32) -> [Vec<Option<f64>>; 3] {
    ORDERS.map(|order| {
        let mut set = everybody(order).to_vec();
        set.extend([
            format!("works.needed_share={needed}"),
            format!("cooperation.initial_belief_probability={belief}"),
            "cooperation.belief_updating_share=0".to_owned(),
            "works.ideas_of_an_association_per_year=0.2".to_owned(),
            "simulation.duration_months=60".to_owned(),
        ]);
        let scenario = small(set);
        let converted =
            |[ideas, committed]: [u32; 2]| (ideas > 0).then(|| f64::from(committed) / f64::from(ideas));
        worlds(count, |world| converted(decided(&scenario, world)))
    })
}

/// E7: the order of commitment, at equal idea rates and beliefs that are held; a table of its own.
pub fn order(page: &mut Page, count: u32) -> String {
    let mut table = String::from(
        "| M/N | belief about anyone, held | tool first | scaled benefit | commitment first |\n|---|---|---|---|---|\n",
    );
    let by_needed = NEEDED.map(|needed| {
        HELD.map(|belief| {
            let found = conversions(belief, needed, count);
            let [tool, scaled, commitment] = found
                .each_ref()
                .map(|worlds| mean_told(&worlds.iter().copied().flatten().collect::<Vec<_>>(), 2));
            let _ = writeln!(table, "| {needed} | {belief} | {tool} | {scaled} | {commitment} |");
            found
        })
    });
    let [half, nearly_all] = &by_needed;
    let low = &half[1];
    let mut sign = |name: &str, more: &[f64]| page.sign(name, "above 0", Estimate::of_mean(more), 2, 1);
    sign(
        "E7 conversion at belief .2, M/N .5: commitment first less scaled, paired",
        &differences(&low[2], &low[1]),
    );
    sign("E7 the same: scaled less tool first", &differences(&low[1], &low[0]));
    let gap = |found: &[Vec<Option<f64>>; 3]| -> Vec<Option<f64>> {
        found[2].iter().zip(&found[0]).map(|(with, without)| Some((*with)? - (*without)?)).collect()
    };
    sign(
        "E7 commitment first less tool first, M/N .5: at belief .2 less at .8, paired",
        &differences(&gap(low), &gap(&half[4])),
    );
    let most = nearly_all[..3].iter().flatten().map(|worlds| {
        Estimate::of_mean(&worlds.iter().copied().flatten().collect::<Vec<_>>())
            .map_or(0.0, |found| found.mean)
    });
    let most = most.fold(0.0, f64::max);
    page.told(
        "E7 largest conversion of any order at M/N .9 and belief .05 to .4",
        "below .05",
        &format!("{most:.3}"),
        Verdict::of(most < 0.05),
    );
    table
}
