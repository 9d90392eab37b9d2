//! Does mutual help settle where conditional cooperation says, and as fast?
//!
//! The closed form is that of the untyped rule without trust in friends (g = 0): `p = phi_A + phi_C s B` with everybody's
//! belief following the help seen, so that B has its fixed point at `phi_A / (1 - phi_C s)` and every gap shrinks by
//! `1 - theta (1 - phi_C s)` a month.

use crate::bench::{ANALYTIC, Check, Ground, People, Sample};
use hameau_model::inputs::parameters::Key;
use hameau_model::rules::cooperation::{help, help_probability, remember, update_belief};
use hameau_model::state::minds::Behaviour;
use hameau_model::state::ties::{Channel, Encounter, Encounters};

const PEOPLE: u32 = 20;
const WORLDS: u32 = 400;

fn ground() -> Ground {
    Ground::new(&[
        (Key::PhiA, 0.05),
        (Key::PhiC, 0.5),
        (Key::Slope, 0.9),
        (Key::Theta, 0.4),
        (Key::TalkEffect, 0.0),
    ])
}

/// Belief a month later when all hold the same and see the mean.
fn next(ground: &Ground, behaviour: Behaviour, belief: f64) -> f64 {
    update_belief(&ground.values, belief, help_probability(&ground.values, behaviour, belief))
}

/// Where does belief settle, and how fast?
#[test]
fn belief_settles_where_conditional_cooperation_says() {
    let ground = ground();
    let settled = |behaviour| (0..2_000).fold(0.35, |belief, _| next(&ground, behaviour, belief));
    let check = Check { what: "conditional cooperators: mean help", expected: 0.05 / 0.55 };
    check.holds(settled(Behaviour::Untyped), ANALYTIC);
    check.refuses(
        "the slope of a type in place of the population's",
        settled(Behaviour::Conditional),
        ANALYTIC,
    );
    let shrinks = |behaviour| (next(&ground, behaviour, 0.8) - next(&ground, behaviour, 0.3)) / 0.5;
    let check = Check { what: "conditional cooperators, theta=.4: a gap shrinks by", expected: 0.78 };
    check.holds(shrinks(Behaviour::Untyped), ANALYTIC);
    check.refuses(
        "the slope of a type in place of the population's",
        shrinks(Behaviour::Conditional),
        ANALYTIC,
    );
}

/// Everybody meets everybody once a month.
fn all_meet(people: &People) -> Encounters {
    let who = |row: u32| people.residents.address[row as usize];
    let pairs = (0..PEOPLE).flat_map(|from| (0..from).map(move |with| (from, with)));
    pairs
        .map(|(from, with)| Encounter {
            who: who(from).pair(who(with)),
            from,
            with,
            units: 64,
            before: 0,
            slot: 0,
            ordinal: 0,
            channel: Channel::Structured,
        })
        .collect::<Vec<_>>()
        .into()
}

/// Mean belief after each number of months, one value for each world.
fn played(behaviour: Behaviour, months: u32) -> Vec<Vec<f64>> {
    let ground = ground();
    let mut people = People::new(0, PEOPLE);
    let met = all_meet(&people);
    people.minds.behaviour.fill(behaviour);
    let mut means = vec![Vec::new(); months as usize + 1];
    for world in 0..WORLDS {
        people.minds.belief.fill(0.9);
        for month in 0..=months {
            means[month as usize].push(people.minds.belief.iter().sum::<f64>() / f64::from(PEOPLE));
            let moment = ground.moment(world, month);
            help(&moment, &people.residents, &people.minds, &met, &mut people.seen);
            remember(moment.values, &mut people.seen, &mut people.minds);
        }
    }
    means
}

/// Played out by the functions that a month calls, does mean belief follow the closed form month by month?
#[test]
fn help_played_out_follows_the_closed_form() {
    let (right, wrong) = (played(Behaviour::Untyped, 36), played(Behaviour::Conditional, 36));
    let settled = 0.05 / 0.55;
    for month in [1_u32, 2, 4, 8, 36] {
        let gap = (0..month).fold(0.9 - settled, |gap, _| gap * 0.78);
        let what = format!("help played out among 20 people, start .9: mean belief after {month} months");
        let check = Check { what: &what, expected: settled + gap };
        check.holds_on(Sample::of(&right[month as usize]));
        check.refuses_on("the slope of a type", Sample::of(&wrong[month as usize]));
    }
}
