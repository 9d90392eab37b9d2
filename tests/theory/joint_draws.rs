//! Do the rules hold where many parameters are far from their defaults at once, anywhere within their ranges?

use crate::bench::Lots;
use hameau_model::inputs::parameters::{Key, Kind, Row, SECTIONS};
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::{Cents, Month};
use hameau_model::observe::indicators::{Indicator, Measure, Observation, Observer};
use hameau_model::rules::step::Simulation;
use hameau_model::state::accounts::Accounts;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// Draws that the reader of scenarios accepts.
const ACCEPTED: u64 = 300;
const MONTHS: u32 = 24;

/// Sections of which every parameter is drawn.
const SECTIONS_DRAWN: [&str; 5] = ["contact", "arrivals", "population", "enterprises", "economy"];
/// The same with what people learn from each other, which their enterprises follow.
const WITH_LEARNING: [&str; 6] =
    ["contact", "arrivals", "population", "enterprises", "economy", "cooperation"];
/// Of its parameters, those that are parts of one whole: drawn apart, most draws would be more than the whole.
const PARTS: [&str; 3] = ["conditional_share", "free_rider_share", "hump_shaped_share"];
/// The instrument whose levers are drawn too.
const INSTRUMENT: &str = "business_anchoring";

const SCENARIO: &str = "name = \"test\"\nterritory = \"few.toml\"\n[simulation]\nduration_months = 24\n[initial]\nburn_in_months = 2\n\
                        [[programme]]\ninstrument = \"business_anchoring\"\nname = \"suppliers\"\nfrom = \"2022-02\"\n";
const TERRITORY: &str = "name = \"few\"\ntitle = { en = \"Few\", fr = \"Peu\" }\nsource = \"made up\"\n\
                         [synthetic]\ncommunes = 3\nadults = 240\n";

/// The scenario under these overrides; `None` when the reader refuses them.
fn scenario(set: Vec<String>) -> Option<Scenario> {
    let files = Memory::default().with("test.toml", SCENARIO).with("few.toml", TERRITORY);
    resolve("test.toml", &Overrides { set, ..Overrides::default() }, &files).ok()
}

/// A value for every parameter of these sections, each uniformly within its range.
fn overrides(sections: &[&str], draw: u64) -> Vec<String> {
    let mut lots = Lots::new(draw);
    let mut set = Vec::new();
    for section in SECTIONS {
        let before = match section.instrument {
            None if sections.contains(&section.name) => section.name.to_owned(),
            Some(_) if section.name == INSTRUMENT => "programme.suppliers".to_owned(),
            _ => continue,
        };
        for (_, row) in section.rows.iter().filter(|(_, row)| !PARTS.contains(&row.key())) {
            set.push(format!("{before}.{}={}", row.key(), value(row, lots.draw().value())));
        }
    }
    set
}

/// The value at this share of a range, as it is written.
fn value(row: &Row, share: f64) -> String {
    let [low, high] = [row.low, row.high];
    // Whole numbers are equally likely, those at the ends too.
    let whole = (low + (share * (high - low + 1.0)).floor()) as u32;
    match row.kind {
        Kind::Real => (low + share * (high - low)).to_string(),
        Kind::Integer => whole.to_string(),
        Kind::Switch => (whole == 1).to_string(),
        Kind::Choice(words) => words[whole as usize].to_owned(),
        Kind::Date => Month::from_index(whole).to_string(),
    }
}

/// What is wrong with the accounts of a month.
fn wrong_accounts(accounts: &Accounts, spent_again: f64) -> Option<String> {
    let basic: Cents = accounts.basic.into_iter().sum();
    if accounts.basic.iter().any(|income| *income < Cents(0)) {
        return Some(format!("basic incomes {:?}", accounts.basic));
    }
    // What comes in, and what no longer leaves at once, leaves in the end.
    let entered = basic + accounts.substituted;
    if accounts.leaked != entered {
        return Some(format!("{:?} entered and {:?} left", entered, accounts.leaked));
    }
    // What is earned is spent again here or leaves; each of some tens of rounds loses less than a cent to rounding.
    let again = (accounts.total.0 as f64) * spent_again;
    let off = accounts.total.0 as f64 - again - accounts.leaked.0 as f64;
    (!(-100.0..=100.0).contains(&off)).then(|| format!("{:?} earned, off by {off} cents", accounts.total))
}

/// What is wrong with what is observed of a month.
fn wrong_values(observed: &Observation) -> Option<String> {
    let signed = [Measure::ShareGap, Measure::Index, Measure::ZScore, Measure::PercentPerYear];
    Indicator::all().find_map(|indicator| {
        let value = observed.of(indicator)?;
        let row = indicator.row();
        // Of what the turnover of enterprises gained, a part can have been lost.
        let may_be_negative = signed.contains(&row.unit) || row.unit == Measure::Share;
        let sound = value.is_finite() && (may_be_negative || value >= 0.0);
        (!sound).then(|| format!("{} is {value}", row.id))
    })
}

/// The first thing that is wrong in a world, with its month.
fn first_wrong(scenario: &Scenario) -> Option<String> {
    let mut simulation = Simulation::new(scenario, World { seed: 20_261, replicate: 0 }, None);
    let mut observer = Observer::new(&simulation);
    (1..=MONTHS).find_map(|month| {
        simulation.step();
        observer.observe(&simulation);
        let observed = observer.months().last().expect("a month was observed");
        wrong_accounts(&simulation.state().accounts, scenario.values[Key::LocalSpending])
            .or_else(|| wrong_values(observed))
            .map(|wrong| format!("month {month}: {wrong}"))
    })
}

/// How long a world takes and what is wrong in it, a panic too.
fn lived(scenario: &Scenario) -> (Duration, Option<String>) {
    let began = Instant::now();
    let wrong = catch_unwind(AssertUnwindSafe(|| first_wrong(scenario)));
    (began.elapsed(), wrong.unwrap_or_else(|_| Some("a panic".to_owned())))
}

/// Are indicators finite, counts not negative and accounts conserved under any draw of all these parameters together?
#[test]
fn no_draw_of_many_parameters_breaks_a_world() {
    nothing_breaks(&SECTIONS_DRAWN);
}

/// The same with what people learn: in one month somebody may be taught many times what the ceiling allows, which would be
/// more money than a number holds if know-how were not kept within it.
#[test]
fn nor_does_any_draw_of_what_people_learn() {
    nothing_breaks(&WITH_LEARNING);
}

fn nothing_breaks(sections: &[&str]) {
    let (usual, wrong) = lived(&scenario(Vec::new()).expect("the defaults are accepted"));
    assert_eq!(wrong, None, "the defaults");
    let (mut accepted, mut refused, mut slowest, mut wrong) = (0, 0, (usual, 0), Vec::new());
    for draw in 0.. {
        let Some(scenario) = scenario(overrides(sections, draw)) else {
            refused += 1;
            assert!(refused <= ACCEPTED, "more draws are refused than not");
            continue;
        };
        let (time, what) = lived(&scenario);
        slowest = slowest.max((time, draw));
        wrong.extend(what.map(|what| format!("draw {draw}: {what}")));
        accepted += 1;
        if accepted == ACCEPTED {
            break;
        }
    }
    let ratio = slowest.0.as_secs_f64() / usual.as_secs_f64();
    println!(
        "{refused} draws refused; the slowest, {}, takes {ratio:.1} times as long as the defaults",
        slowest.1
    );
    assert!(refused < accepted, "{refused} of {} draws are refused", refused + accepted);
    assert!(wrong.is_empty(), "{} of {accepted} draws:\n{}", wrong.len(), wrong.join("\n"));
}
