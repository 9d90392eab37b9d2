//! Does the order of tool and commitment matter? Writes `docs/orders.md`.
//!
//! `cargo run --release -p xtask -- orders [WORLDS [GRID_WORLDS]]`: the council's order and that of a CUMA as they are shipped
//! and crossed, then a grid over what nobody has measured, at equal idea rates.

use crate::common::{
    Estimate, SEED, decided, differences, everybody, mean_told, number, scenario, small, worlds, write,
};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::World;
use hameau_model::rules::step::Simulation;
use hameau_model::rules::works::{Offer, gain, join_probability, tail};
use hameau_model::state::works::{Order, Stage, Starter};
use std::fmt::Write;

/// Five and ten years after the opening, in months of the run.
const YEARS: [(u32, u32); 2] = [(5, 65), (10, 125)];

/// Policies: name, scenario, overrides.
const POLICIES: [(&str, &str, &[&str]); 5] = [
    ("no policy", "baseline", &[]),
    ("the council's order (`council-order`)", "council-order", &[]),
    (
        "the same place, its works commitment first",
        "council-order",
        &["works.order_of_a_contributor=commitment-first", "works.order_of_the_council=commitment-first"],
    ),
    ("the order of a CUMA (`cuma-order`)", "cuma-order", &[]),
    ("the same support, its works tool first", "cuma-order", &["works.order_of_an_association=tool-first"]),
];

/// Pairs compared: with, without, what the difference says.
const COMPARED: [(usize, usize, &str); 5] = [
    (3, 1, "CUMA's order less the council's, as shipped: order, place and ideas at once"),
    (1, 0, "council's order less no policy"),
    (3, 0, "CUMA's order less no policy"),
    (2, 1, "order alone, in the place: commitment first less tool first"),
    (3, 4, "order alone, in the supported collectives: commitment first less tool first"),
];

const RULES: [&str; 2] = ["belief", "imitation"];

/// What a world holds at one date.
struct Held {
    /// A work operates; a mixed one; one that no association began.
    events: [bool; 3],
    /// Ideas that people were asked about since the start, and those that committed.
    decided: [u32; 2],
}

const EVENTS: [&str; 3] = ["a work operates", "a mixed work operates", "a work that no association began"];

fn held(simulation: &Simulation) -> Held {
    let state = simulation.state();
    let mixed = simulation.moment().value(Key::MixedShare);
    let works = || state.works.list.iter().filter(|work| work.stage == Stage::Operating);
    Held {
        events: [
            works().next().is_some(),
            works().any(|work| work.is_mixed(&state.residents, mixed)),
            works().any(|work| work.starter != Starter::Association),
        ],
        decided: [state.totals.ideas, state.totals.committed].map(|by_order| by_order.iter().sum()),
    }
}

/// What the two dates of a world hold.
fn at_both_dates(scenario: &Scenario, world: World) -> [Held; 2] {
    let mut simulation = Simulation::new(scenario, world, None);
    let mut done = 0;
    YEARS.map(|(_, month)| {
        while done < month {
            simulation.step();
            done += 1;
        }
        held(&simulation)
    })
}

fn policies(text: &mut String, count: u32) {
    for rule in RULES {
        let rule_set = format!("cooperation.rule={rule}");
        let results: Vec<Vec<[Held; 2]>> = POLICIES
            .iter()
            .map(|(_, name, set)| {
                let set: Vec<&str> = set.iter().copied().chain([rule_set.as_str()]).collect();
                let scenario = scenario(name, &set);
                worlds(count, |world| at_both_dates(&scenario, world))
            })
            .collect();
        let _ = writeln!(text, "### `cooperation.rule = {rule}`\n");
        chances(text, &results);
        compared(text, &results);
    }
}

fn chances(text: &mut String, results: &[Vec<[Held; 2]>]) {
    let _ = writeln!(
        text,
        "| policy | years | {} | ideas a world | works committed a world |\n|---|---|---|---|---|---|---|",
        EVENTS.join(" | ")
    );
    for ((name, ..), worlds) in POLICIES.iter().zip(results) {
        for (date, (years, _)) in YEARS.iter().enumerate() {
            let event = |which: usize| {
                let events: Vec<bool> = worlds.iter().map(|world| world[date].events[which]).collect();
                Estimate::of_chance(&events).told(2)
            };
            let number = |which: usize| {
                let of = |world: &[Held; 2]| f64::from(world[date].decided[which]);
                mean_told(&worlds.iter().map(of).collect::<Vec<f64>>(), 1)
            };
            let _ = writeln!(
                text,
                "| {name} | {years} | {} | {} | {} | {} | {} |",
                event(0),
                event(1),
                event(2),
                number(0),
                number(1)
            );
        }
    }
    text.push('\n');
}

fn compared(text: &mut String, results: &[Vec<[Held; 2]>]) {
    let _ = writeln!(
        text,
        "| paired difference of chances | years | {} |\n|---|---|---|---|---|",
        EVENTS.join(" | ")
    );
    for (with, without, name) in COMPARED {
        for (date, (years, _)) in YEARS.iter().enumerate() {
            let event = |which: usize| {
                let of = |policy: usize| -> Vec<Option<f64>> {
                    let happened = |world: &[Held; 2]| Some(f64::from(u8::from(world[date].events[which])));
                    results[policy].iter().map(happened).collect()
                };
                mean_told(&differences(&of(with), &of(without)), 2)
            };
            let _ = writeln!(text, "| {name} | {years} | {} | {} | {} |", event(0), event(1), event(2));
        }
    }
    text.push('\n');
}

const WEIGHTS: [f64; 3] = [1.0, 3.0, 5.0];
const THRESHOLDS: [f64; 4] = [0.0, 0.25, 0.5, 0.75];
const NEEDED: [f64; 3] = [0.3, 0.5, 0.8];
/// Idea rates over the defaults, and the rule of cooperation.
const RATES: [(f64, &str); 4] = [(1.0, "belief"), (4.0, "belief"), (16.0, "belief"), (4.0, "imitation")];
/// The rates whose conversions are printed.
const PRINTED: usize = 1;
const ORDERS: [&str; 3] = ["tool-first", "scaled", "commitment-first"];
const GRID_MONTHS: u32 = 72;

/// Idea rates of contributors, associations and the council by default: one source of ideas for every order.
fn idea_rates(times: f64) -> Vec<String> {
    [Key::IdeaContributor, Key::IdeaAssociation, Key::IdeaCouncil]
        .map(|key| format!("{}={}", key.row().name, key.row().default * times))
        .to_vec()
}

/// Ideas and commitments by order, then world.
type Cell = [Vec<[u32; 2]>; 3];

fn cell(count: u32, w: f64, g0: f64, needed: f64, (times, rule): (f64, &str)) -> Cell {
    ORDERS.map(|order| {
        let mut set = idea_rates(times);
        set.extend(everybody(order));
        set.extend([
            format!("works.choice_weight_strength={w}"),
            format!("works.choice_threshold_ratio={g0}"),
            format!("works.needed_share={needed}"),
            format!("cooperation.rule={rule}"),
            format!("simulation.duration_months={GRID_MONTHS}"),
        ]);
        let scenario = small(set);
        worlds(count, |world| decided(&scenario, world))
    })
}

/// Ideas that committed over all worlds.
fn conversion(worlds: &[[u32; 2]]) -> f64 {
    let sum = |which: usize| worlds.iter().map(|world| f64::from(world[which])).sum::<f64>();
    sum(1) / sum(0).max(1.0)
}

/// Works committed a world, commitment first less tool first.
fn works_more(cell: &Cell) -> Estimate {
    let committed = |order: usize| -> Vec<Option<f64>> {
        cell[order].iter().map(|world| Some(f64::from(world[1]))).collect()
    };
    Estimate::of_mean(&differences(&committed(2), &committed(0))).expect("two worlds or more")
}

/// How cells of the grid fall out.
#[derive(Default)]
struct Tally {
    /// Cells whose interval is above 0, on both sides, below 0.
    signs: [u32; 3],
    /// Smallest and largest conversion of commitment first less that of tool first.
    gaps: Option<[f64; 2]>,
    /// Cells in which more ideas commit by commitment first than would if all held x = 0, by five in a hundred or more.
    by_belief: u32,
}

impl Tally {
    fn add(&mut self, cell: &Cell, bare: f64) {
        self.signs[(1 - works_more(cell).sign()) as usize] += 1;
        let converted = conversion(&cell[2]);
        let gap = converted - conversion(&cell[0]);
        let [low, high] = self.gaps.unwrap_or([gap, gap]);
        self.gaps = Some([low.min(gap), high.max(gap)]);
        self.by_belief += u32::from(converted - bare >= 0.05);
    }

    fn row(&self, of: &str) -> String {
        let [more, undecided, fewer] = self.signs;
        let [low, high] = self.gaps.expect("there are cells");
        format!("| {of} | {more} | {undecided} | {fewer} | {low:.3} to {high:.3} | {} |", self.by_belief)
    }
}

/// P(join | x = 0) by order of [`ORDERS`], and the chance that an idea commits when all hold x = 0.
fn without_belief(w: f64, g0: f64, needed: f64) -> [[f64; 2]; 3] {
    let mut values = Values::default();
    values.set(Key::ChoiceWeight, w);
    values.set(Key::ChoiceThreshold, g0);
    let asked = values[Key::Asked] as u32;
    let offer = Offer {
        asked,
        needed: (f64::from(asked) * needed).round() as u32,
        benefit: values[Key::BenefitCost],
        factor: values[Key::ScaledFactor],
        cost_borne: 0.0,
    };
    [Order::ToolFirst, Order::Scaled, Order::CommitmentFirst].map(|order| {
        let joins = join_probability(&values, gain(order, &offer, 0.0), false);
        let [_, enough] = tail(asked, offer.needed + 1, joins);
        [joins, enough]
    })
}

/// Tallies by rate and rule, and by g0.
#[derive(Default)]
struct Tallies {
    rates: [Tally; RATES.len()],
    thresholds: [Tally; THRESHOLDS.len()],
}

fn grid(text: &mut String, count: u32) -> Tallies {
    let mut tallies = Tallies::default();
    for needed in NEEDED {
        let _ = writeln!(
            text,
            "### M/N = {needed}\n\n| w | g0 | P(join \\| x = 0): tool, scaled, commitment first | an idea commits if all hold \
             x = 0: tool, scaled, commitment first | ideas that committed, rates x4: tool, scaled, commitment first | works \
             more by commitment first, a world: rates x1 | x4 | x16 | x4, imitation |\n|---|---|---|---|---|---|---|---|---|"
        );
        for w in WEIGHTS {
            for (which, g0) in THRESHOLDS.into_iter().enumerate() {
                let cells = RATES.map(|rate| cell(count, w, g0, needed, rate));
                let bare = without_belief(w, g0, needed);
                for (cell, tally) in cells.iter().zip(&mut tallies.rates) {
                    tally.add(cell, bare[2][1]);
                    tallies.thresholds[which].add(cell, bare[2][1]);
                }
                let three = |values: [f64; 3]| values.map(|value| format!("{value:.3}")).join(", ");
                let converted = three([0, 1, 2].map(|order| conversion(&cells[PRINTED][order])));
                let more: Vec<String> = cells.iter().map(|cell| works_more(cell).told(1)).collect();
                let _ = writeln!(
                    text,
                    "| {w} | {g0} | {} | {} | {converted} | {} |",
                    three(bare.map(|[joins, _]| joins)),
                    three(bare.map(|[_, enough]| enough)),
                    more.join(" | ")
                );
            }
        }
        text.push('\n');
    }
    tallies
}

fn conclusion(tallies: &Tallies) -> String {
    let mut text = String::from(
        "| cells | commitment first begets more works | undecided | fewer | conversion of commitment first less that of tool \
         first, least to most | cells in which belief adds 5 points or more to what x = 0 gives |\n|---|---|---|---|---|---|\n",
    );
    for ((times, rule), tally) in RATES.iter().zip(&tallies.rates) {
        let _ = writeln!(text, "{}", tally.row(&format!("idea rates x{times}, {rule}")));
    }
    for (g0, tally) in THRESHOLDS.iter().zip(&tallies.thresholds) {
        let _ = writeln!(text, "{}", tally.row(&format!("g0 = {g0}")));
    }
    let of = |which: usize| tallies.rates.iter().map(|tally| tally.signs[which]).sum::<u32>();
    let [more, undecided, fewer] = [0, 1, 2].map(of);
    let sign = if fewer == 0 {
        "**The sign is robust, and at equal belief it is no finding**: commitment first pays c P(k >= M-1) where tool first \
         pays c, so that its gain is nowhere smaller. What the runs add is that nothing fed back, belief above all, turns it \
         round: nowhere does tool first beget more works."
    } else {
        "**The sign is not robust**: there are cells in which tool first begets more works."
    };
    let last = &tallies.thresholds[THRESHOLDS.len() - 1].signs;
    let (g0, all) = (THRESHOLDS[THRESHOLDS.len() - 1], last.iter().sum::<u32>());
    let _ = writeln!(
        text,
        "\n{sign} Of {} cells, {more} have an interval above 0, {undecided} hold 0 and {fewer} lie below. At the largest \
         threshold, g0 = {g0}, where least is built in, {} of {all} are above 0 and {} below. **The size is an assumption**: \
         it covers the whole of the last column but one with w, g0 and M/N, for which there is no source. Part of it is the \
         form of the gain and no belief: the columns of x = 0 tell how much.\n",
        more + undecided + fewer,
        last[0],
        last[2]
    );
    text
}

pub fn run(words: &[String]) {
    let (count, grid_count) = (number(words, 0, 60), number(words, 1, 12));
    let mut text = format!(
        "# The order of tool and commitment\n\nWritten by `cargo run --release -p xtask -- orders {count} {grid_count}`. \
         Worlds are those of seed {SEED}; every policy meets the same ones. Intervals are of 95 %: Wilson's for a chance, \
         Student's for a mean of paired differences; a difference without width says that no pair differed, not that none \
         could.\n\n\
         ## The order of a CUMA and that of the council\n\nThe two shipped policies at an equal public budget, over {count} \
         worlds of the reference, five and ten years after they begin. They differ in more than the order: the council's \
         has a place and the ideas that come anyway, that of a CUMA has no place and support that brings more ideas. \
         So each is also run with the other order and all else equal. Associations have ideas under every policy, commitment \
         first: that is the work that operates without any policy, and the last event leaves it out.\n\n"
    );
    policies(&mut text, count);
    let _ = write!(
        text,
        "## At equal idea rates, over what nobody has measured\n\nFull simulations of a made-up territory of 2,000 adults in \
         six communes with a place run by the council: {grid_count} worlds of {GRID_MONTHS} months for each order in each \
         cell, everybody's works in the same order, the same ideas in the same worlds. x is the chance that another joins, \
         as someone asked holds it; N = 10, B/c = 5, other parameters at their defaults.\n\n"
    );
    let mut tables = String::new();
    let tallies = grid(&mut tables, grid_count);
    text += &conclusion(&tallies);
    text += tables.trim_end();
    text.push('\n');
    write("docs/orders.md", &text);
}
