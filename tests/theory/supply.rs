//! Do supply links grow and fade as written, and is what somebody buys here what somebody sells here, to the cent?

use crate::bench::{ANALYTIC, Check, Ground, People};
use crate::common::{RICH, small, world};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::kernel::portable::exp;
use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::Cents;
use hameau_model::rules::economy::{Relations, circulate, close_month, run_supply};
use hameau_model::rules::step::Simulation;
use hameau_model::state::accounts::Accounts;
use hameau_model::state::enterprises::{Enterprise, Enterprises, Link, Party, Start};
use hameau_model::state::population::{Occupation, Row};
use hameau_model::state::ties::units;
use hameau_model::state::works::Works;
use std::collections::BTreeMap;

/// A newcomer's firm that sells outside, and a local's of the other kind of sector that sells here.
const EXPORTER: Row = 0;
const WORKSHOP: Row = 1;

/// Both firms, each with this turnover and base linkage.
fn firms(values: &Values, turnover: [f64; 2], linkage: f64) -> People {
    let mut people = People::new(1, 1);
    people.residents.occupation.fill(Occupation::Entrepreneur);
    for (row, turnover) in [EXPORTER, WORKSHOP].into_iter().zip(turnover) {
        let exports = row == EXPORTER;
        let start = Start {
            turnover: Cents::from_eur(turnover),
            outside: f64::from(u8::from(exports)),
            linkage,
            non_presential: exports,
            since: None,
        };
        people.enterprises.open(values, row, &start, 1.0);
    }
    people
}

impl People {
    fn party(&self, row: Row) -> Party {
        Party { who: self.residents.address[row as usize], row }
    }

    /// The first buys this part of what it bought outside from the second.
    fn buys(&mut self, buyer: Row, supplier: Row, part: f64) {
        let (buyer, supplier) = (self.party(buyer), self.party(supplier));
        self.enterprises.buy(buyer, supplier, part);
    }

    /// So many months of supply links.
    fn trades(&mut self, ground: &Ground, months: u32) {
        let works = Works::default();
        for month in 0..months {
            let relations = Relations { residents: &self.residents, ties: &self.ties, works: &works };
            run_supply(&ground.moment(0, month), &relations, &mut self.enterprises);
        }
    }

    fn closed(&self, ground: &Ground) -> Accounts {
        close_month(&ground.moment(0, 0), &self.residents, &self.enterprises, &Works::default(), 0, 0)
    }
}

fn linked(people: &People) -> f64 {
    people.enterprises.of(EXPORTER).linked
}

/// The first link and the share that is left of it after three years.
fn left(settings: &[(Key, f64)], friends: bool) -> f64 {
    let ground = Ground::new(&[&[(Key::LinkageTies, 0.0)], settings].concat());
    let mut people = firms(&ground.values, [100_000.0; 2], 0.1);
    if friends {
        people.ties.begin(
            &people.residents.address,
            [EXPORTER, WORKSHOP],
            units(ground.values[Key::CasualHours]),
        );
    }
    people.buys(EXPORTER, WORKSHOP, 0.3);
    let before = linked(&people);
    people.trades(&ground, 36);
    linked(&people) / before
}

/// What nobody maintains fades at its rate; a tie of casual friends keeps it; at a rate of 0 nothing fades.
#[test]
fn links_fade_unless_friends_keep_them() {
    let rate = |rate| [(Key::LinkageRelaxation, rate)];
    let check =
        Check { what: "supply link without a tie: left after 3 years at .25 a year", expected: exp(-0.75) };
    check.holds(left(&rate(0.25), false), ANALYTIC);
    check.refuses("relaxation off", left(&rate(0.0), false), ANALYTIC);
    check.refuses("a tie of casual friends", left(&rate(0.25), true), ANALYTIC);
    check.refuses("a quarter a year at once", 0.75 * 0.75 * 0.75, ANALYTIC);
    let check = Check { what: "supply link of casual friends: left after 3 years", expected: 1.0 };
    check.holds(left(&rate(0.25), true), 0.0);
    check.holds(left(&rate(0.0), false), 0.0);
    check.refuses("no tie", left(&rate(0.25), false), 0.0);
}

/// Purchases move to a friend by a constant part of what is still bought outside; the newcomer is no supplier to a friend.
#[test]
fn links_grow_between_friends() {
    let grown = |per_year: f64, friends: bool| {
        let ground = Ground::new(&[(Key::LinkageTies, per_year)]);
        let mut people = firms(&ground.values, [100_000.0; 2], 0.1);
        if friends {
            people.ties.begin(
                &people.residents.address,
                [EXPORTER, WORKSHOP],
                units(ground.values[Key::CasualHours]),
            );
        }
        people.trades(&ground, 60);
        assert_eq!(
            people.enterprises.of(WORKSHOP).linked.to_bits(),
            0,
            "only locals' enterprises draw friends"
        );
        linked(&people)
    };
    let check = Check {
        what: "supply link of friends: share of purchases after 5 years at .02 a year, base .1",
        expected: 0.9 * (1.0 - exp(-0.1)),
    };
    check.holds(grown(0.02, true), ANALYTIC);
    check.refuses("strength 0", grown(0.0, true), ANALYTIC);
    check.refuses("strangers", grown(0.02, false), ANALYTIC);
}

/// A third of the exporter's purchases comes home: jobs, anchored jobs and income move together, and every cent that is no
/// longer spent outside is a sale here. Without the link none of them moves.
#[test]
fn what_is_bought_here_is_sold_here() {
    let ground = Ground::new(&[(Key::LinkageTies, 0.0), (Key::LinkageRelaxation, 0.0)]);
    // Two jobs beside the owner's; 110,000 EUR of purchases a year.
    let of = |part: f64| {
        let mut people = firms(&ground.values, [200_000.0; 2], 0.1);
        people.buys(EXPORTER, WORKSHOP, part);
        people.trades(&ground, 3);
        (people.closed(&ground), people.enterprises.of(EXPORTER), people.enterprises.of(WORKSHOP))
    };
    let (before, alone, _) = of(0.0);
    let (after, exporter, workshop) = of(1.0);
    assert_eq!((alone.bought, before.substituted), (Cents(0), Cents(0)));
    let purchases = exporter.purchases(&ground.values);
    assert_eq!(purchases, alone.purchases(&ground.values), "as much is bought");
    assert_eq!(exporter.bought, workshop.supplied);
    let check =
        Check { what: "EUR a year bought here in place of outside, .9 of 110,000", expected: 99_000.0 };
    check.holds(workshop.supplied.eur(), 0.01);
    check.refuses("no link", alone.bought.eur(), 0.01);
    let substituted = 99_000.0 * 0.45 / 12.0;
    Check { what: "substituted income, EUR a month", expected: substituted }
        .holds(after.substituted.eur(), 0.011);
    let share = ground.values[Key::LocalSpending];
    Check { what: "total income more, EUR a month: V/(1 - s)", expected: substituted / (1.0 - share) }
        .holds((after.total - before.total).eur(), 0.3);
    assert_eq!(after.leaked - before.leaked, after.substituted, "what stays is spent until it leaves");
    assert_eq!(after.basic, before.basic, "nothing more enters");
    let jobs = |accounts: &Accounts| accounts.jobs.by_sphere;
    assert_eq!(jobs(&after)[0], jobs(&before)[0], "the exporter employs as many");
    assert_eq!(jobs(&after)[1] - jobs(&before)[1], 1000, "299,000 EUR give one job more than 200,000");
    let anchored = |accounts: &Accounts| accounts.jobs.anchored as f64 / 1000.0;
    let check = Check { what: "anchored jobs of three that sell outside, linkage 1", expected: 3.0 };
    check.holds(anchored(&after), 0.0011);
    check.refuses("linkage .1", anchored(&before), 0.0011);
    assert_eq!(after.jobs.origin, before.jobs.origin, "who sells outside is as before");
}

/// Two firms that buy everything from each other, at the smallest share of value added that is allowed: rounds converge.
#[test]
fn the_worst_circle_of_suppliers_converges() {
    let low = Key::ValueAdded.row().low;
    assert!(low > 0.0, "without value added a circle would grow for ever");
    let ground = Ground::new(&[
        (Key::LinkageTies, 0.0),
        (Key::LinkageRelaxation, 0.0),
        (Key::ValueAdded, low),
        (Key::NewcomerLinkage, 0.0),
    ]);
    let mut people = firms(&ground.values, [100_000.0; 2], 0.0);
    people.buys(EXPORTER, WORKSHOP, 1.0);
    people.buys(WORKSHOP, EXPORTER, 1.0);
    people.trades(&ground, 1);
    let first = people.enterprises.of(EXPORTER).turnover().eur();
    people.trades(&ground, 600);
    let turnover = people.enterprises.of(EXPORTER).turnover().eur();
    let check = Check {
        what: "turnover of two who buy all from each other, over the own one: 1/v",
        expected: 1.0 / low,
    };
    check.holds(turnover / 100_000.0, 1e-6);
    check.refuses("one round", first / 100_000.0, 1e-6);
    let more = people.closed(&ground).substituted;
    let own = 200_000.0 / 12.0;
    Check {
        what: "value added kept at the worst: own sales less their own value added",
        expected: own * (1.0 - low),
    }
    .holds(more.eur(), 0.03);
}

/// Links in a run with many meetings: the address and the share of each, and the enterprises of both sides.
fn trade(enterprises: &Enterprises) -> Vec<([Who; 2], Link, [Enterprise; 2])> {
    let sides = |link: &Link| [enterprises.of(link.buyer), enterprises.of(link.supplier)];
    enterprises.links.iter().map(|(who, link)| (*who, *link, sides(link))).collect()
}

/// In a run with as many meetings as there can be, each month: what suppliers sell is what buyers buy, to the cent; nobody
/// buys here more than all; nobody has a supplier who is gone; and first incomes leave to the cent.
#[test]
fn every_month_what_is_supplied_is_bought() {
    let set = [
        "programme.suppliers.meetings_per_year=52",
        "programme.suppliers.linkage_gain_per_meeting_share=0.5",
        "enterprises.failure_per_year=0.3",
    ];
    let scenario = small(40, RICH, &set);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let (mut most, mut ended, mut before) = (Cents(0), 0, Vec::new());
    let mut last: BTreeMap<Who, Cents> = BTreeMap::new();
    for month in 0..40 {
        simulation.step();
        let state = simulation.state();
        let (enterprises, residents) = (&state.enterprises, &state.residents);
        let owns = |row: &&Row| residents.occupation[**row as usize] == Occupation::Entrepreneur;
        let owners: Vec<(Who, Enterprise)> = residents
            .order()
            .iter()
            .filter(owns)
            .map(|row| (residents.address[*row as usize], enterprises.of(*row)))
            .collect();
        let sum = |of: fn(&Enterprise) -> Cents| owners.iter().map(|(_, firm)| of(firm)).sum::<Cents>();
        assert_eq!(sum(|firm| firm.supplied), sum(|firm| firm.bought), "month {month}");
        for (who, firm) in &owners {
            assert!((0.0..=1.0).contains(&firm.linkage()), "month {month}: {firm:?}");
            assert!(firm.linked <= 1.0 - firm.base_linkage + 1e-12, "month {month}: {firm:?}");
            // Purchases follow from what was supplied last month.
            let supplied = last.get(who).copied().unwrap_or_default();
            let purchases = Enterprise { supplied, ..*firm }.purchases(&scenario.values);
            let allowed = purchases.eur() * (1.0 - firm.base_linkage);
            assert!(firm.bought.eur() <= allowed + 1e-6, "month {month}: {firm:?} of {allowed}");
        }
        last = owners.iter().map(|(who, firm)| (*who, firm.supplied)).collect();
        let links = trade(enterprises);
        for (who, link, sides) in &links {
            assert_eq!(*who, [link.buyer, link.supplier].map(|row| residents.address[row as usize]));
            assert!(sides.iter().all(|of| of.own_turnover() > Cents(0)), "month {month}: {link:?}");
        }
        ended += before.iter().filter(|who| !links.iter().any(|(now, ..)| now == *who)).count();
        before = links.iter().map(|(who, ..)| *who).collect();
        let accounts = state.accounts;
        let first = accounts.basic.iter().copied().sum::<Cents>() + accounts.substituted;
        assert_eq!(accounts.leaked, first, "month {month}");
        assert_eq!(accounts.total, circulate(first, scenario.values[Key::LocalSpending])[0], "month {month}");
        most = most.max(accounts.substituted);
    }
    assert!(most > Cents::from_eur(10_000.0) && ended > 100, "{most:?}, {ended} links ended");
}

/// Without a gain at meetings, ties or ventures, whatever else happens, nobody ever has a link.
#[test]
fn without_a_gain_nothing_moves() {
    let set = [
        "programme.suppliers.linkage_gain_per_meeting_share=0",
        "enterprises.linkage_growth_per_tie_per_year=0",
        "enterprises.linkage_growth_in_productive_work_per_year=0",
    ];
    let scenario = small(24, RICH, &set);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    for _ in 0..24 {
        simulation.step();
        let state = simulation.state();
        assert_eq!(state.enterprises.links.iter().count(), 0);
        assert_eq!(state.accounts.substituted, Cents(0));
    }
}
