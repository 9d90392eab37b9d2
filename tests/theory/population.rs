//! Do stocks of newcomers follow from their hazards?

use crate::bench::{ANALYTIC, Check, Ground, People, Sample};
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::portable::exp;
use hameau_model::kernel::units::{Month, monthly_probability};
use hameau_model::rules::population::{
    Attachment, LifeTable, Lives, Pools, Pull, Settled, Young, departure_per_year, live,
};
use hameau_model::state::population::Row;

/// Eleven arrivals a year, all newcomers without children; nobody dies; those under 25 leave at a rate of 1/8 a year.
fn ground(recent: f64) -> Ground {
    Ground::new(&[
        (Key::ArrivalsGross, 25.0),
        (Key::ArrivalsNewcomers, 1.0),
        (Key::ArrivalsHighestRatio, 1.0),
        (Key::ArrivalsChildren, 0.0),
        (Key::MortalityBase, 0.0),
        (Key::MortalitySenescent, 0.0),
        (Key::Births, 0.0),
        (Key::DepartureStudents, 0.125),
        (Key::DepartureTies, 0.0),
        (Key::DepartureFit, 0.0),
        (Key::DepartureNewcomerRatio, recent),
    ])
}

/// Present at the end of a month, and those of them here for less than five years: each month's arrivals times the chance
/// to stay so many months, summed.
fn stock(arrivals: f64, stays: f64, months: u32) -> [f64; 2] {
    let within = (0..months).fold(1.0, |kept, _| kept * stays);
    [arrivals / (1.0 - stays), arrivals * (1.0 - within) / (1.0 - stays)]
}

/// Do the built hazards give the table's stock, up to an error that halves with the step?
#[test]
fn the_stock_of_newcomers_follows_from_hazards() {
    let of = |recent: f64| {
        let ground = ground(recent);
        let who = Attachment { age_years: 20.0, strong: 0, fit: 0.0, recent_newcomer: true };
        departure_per_year(&ground.values, &who)
    };
    let steps = |hazard: f64, per_month: u32| {
        let stays = exp(-hazard / 12.0 / f64::from(per_month));
        stock(11.0 / 12.0 / f64::from(per_month), stays, 60 * per_month)
    };
    let stays = 1.0 - monthly_probability(of(1.0));
    Check { what: "newcomers: chance to stay a month, by the built hazard", expected: exp(-1.0 / 96.0) }
        .holds(stays, ANALYTIC);
    let (whole, half, quarter) = (steps(of(1.0), 1), steps(of(1.0), 2), steps(of(1.0), 4));
    let (wrong, wrong_half) = (steps(of(2.0), 1), steps(of(2.0), 2));
    let table = [("present", 88.0, 1e-3), ("present for under five years", 40.897, 1e-3)];
    for (which, (what, expected, tolerance)) in table.into_iter().enumerate() {
        let name = format!("newcomer stock, 11 a year for 8 years: {what}");
        let check = Check { what: &name, expected };
        let limit = (whole[which] - 6.0 * half[which] + 8.0 * quarter[which]) / 3.0;
        check.holds(limit, tolerance);
        check.refuses("rate doubled in the first years", wrong[which], tolerance);
        let name = format!("newcomer stock, half the step: error of {what} divided by");
        let check = Check { what: &name, expected: 2.0 };
        check.holds((whole[which] - limit) / (half[which] - limit), 0.02);
        let ratio = (wrong[which] - expected) / (wrong_half[which] - expected);
        check.refuses("rate doubled in the first years", ratio, 0.02);
    }
}

/// A village of thirty adults to which 11 people a year come, at 25 per 1,000 of 440.
const SETTLED: Settled<'_> =
    Settled { inhabitants: 440, adults: &[30], in_care: &[0], arrivals: None, occupations: &[1.0; 9] };

/// Newcomers present, and of them under five years, at the end of eleven months eight years apart, mean of a world.
fn played(ground: &Ground, world: u32) -> [f64; 2] {
    let mut people = People::new(0, 0);
    let pools = Pools::new(&ground.values, &SETTLED);
    let table = LifeTable::new(&ground.values);
    let pull = Pull { attraction: 1.0, brought_per_year: 0.0, places: Vec::new() };
    let (mut children, mut newborns) = ([[0; 18]], [0]);
    let mut sums = [0.0; 2];
    for month in 0..1_560 {
        let moment = ground.moment(world, month);
        let fit = vec![0.0; people.residents.rows()];
        let lives = Lives { residents: &people.residents, surveys: &people.surveys, fit: &fit };
        let mut young = Young { children: &mut children, newborns: &mut newborns };
        let events = live(&moment, &table, &lives, &mut young);
        let leaving: Vec<Row> = events.departed.iter().map(|(row, _)| *row).collect();
        people.residents.leave(&leaving);
        for arrival in pools.month(&moment, &pull) {
            people.enter(&arrival.entrant);
        }
        // Nobody grows older than 20: the rate of departure falls with age, and the closed form's does not.
        people.residents.birth.fill(Month::from_index(moment.month.index() - 240));
        if month >= 600 && month % 96 == 0 {
            let recent = |row: &&Row| moment.month.since(people.residents.arrived[**row as usize]) < 60;
            sums[0] += people.residents.len() as f64 / 10.0;
            sums[1] += people.residents.order().iter().filter(recent).count() as f64 / 10.0;
        }
    }
    sums
}

/// Played out by the functions that a month calls, is the stock that of the hazards?
#[test]
fn newcomers_played_out_settle_at_their_stock() {
    let stays = exp(-1.0 / 96.0);
    let expected = stock(11.0 / 12.0, stays, 60);
    let worlds = |recent| (0..100).map(|world| played(&ground(recent), world)).collect::<Vec<_>>();
    let (right, wrong) = (worlds(1.0), worlds(2.0));
    for (which, what) in ["present", "present for under five years"].into_iter().enumerate() {
        let name = format!("newcomers played out month by month: {what}");
        let check = Check { what: &name, expected: expected[which] };
        let of =
            |worlds: &[[f64; 2]]| Sample::of(&worlds.iter().map(|world| world[which]).collect::<Vec<_>>());
        check.holds_on(of(&right));
        check.refuses_on("rate doubled in the first years", of(&wrong));
    }
}

/// Do as many arrive as the rate says?
#[test]
fn arrivals_come_at_their_rate() {
    let ground = ground(1.0);
    let pools = Pools::new(&ground.values, &SETTLED);
    let count = |attraction: f64| {
        let pull = Pull { attraction, brought_per_year: 0.0, places: Vec::new() };
        let month = |month| pools.month(&ground.moment(0, month), &pull).len() as f64;
        Sample::of(&(0..2_000).map(month).collect::<Vec<_>>())
    };
    let check = Check { what: "arrivals of a month at 11 a year", expected: 11.0 / 12.0 };
    check.holds_on(count(1.0));
    check.refuses_on("half the attraction", count(0.5));
}
