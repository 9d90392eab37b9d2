//! Do ties live and die as the law of contact says? The transition of one tie's hours, computed state by state, against the
//! numbers that the law was published with, and against thousands of pairs that the rules of the simulation bring together.

use crate::bench::{Check, Ground, People, Sample};
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::territory::Travel;
use hameau_model::kernel::portable::exp;
use hameau_model::rules::ties::{
    Fading, MeetingLaw, Neighbourhood, Preference, Village, displace, eagerness, meet_again,
    meeting_probability,
};
use hameau_model::state::population::{Residents, Slots};
use hameau_model::state::ties::{Channel, Encounter, Encounters, units};

/// Half a unit of the last published digit.
const SIX_DIGITS: f64 = 1e-6;
/// One encounter in the village, in stored units.
const MET: usize = 256;
const STRONG: usize = 90 * 64;
const CASUAL: usize = 50 * 64;
/// Months of eighty years.
const LONG: usize = 960;

/// How the hours of one tie are distributed.
type Hours = Vec<f64>;

/// What a month does to a tie.
struct Month {
    after: Vec<usize>,
    chance: Vec<f64>,
    end: f64,
}

impl Month {
    /// Written from the law, not from the rules: fading at two speeds, and two occasions to meet again.
    fn new(affine: bool, eager: f64, end: f64) -> Self {
        let after = |stock: usize| {
            let hours = stock as f64 / 64.0;
            let left = (stock as f64 * (1.0 - 0.01 - 0.4 * exp(-hours / 4.0))).round() as usize;
            if left < 16 { 0 } else { left }
        };
        let chance = |stock: usize| {
            let hours = (stock / 16) as f64 / 4.0;
            if affine { (eager * 0.3 * hours * hours / (hours * hours + 16.0)).min(1.0) } else { 0.0 }
        };
        let stocks = 0..=usize::from(u16::MAX);
        Self { after: stocks.clone().map(after).collect(), chance: stocks.map(chance).collect(), end }
    }

    /// A tie that begins this month, at its end.
    fn begun(&self) -> Hours {
        self.from(self.after[MET])
    }

    fn from(&self, stock: usize) -> Hours {
        let mut hours = vec![0.0; self.after.len()];
        hours[stock] = 1.0;
        hours
    }

    fn next(&self, hours: &Hours) -> Hours {
        let mut next = vec![0.0; hours.len()];
        for (stock, likely) in hours.iter().enumerate().skip(1).filter(|(_, likely)| **likely > 1e-300) {
            let (meets, stays) = (self.chance[stock], likely * (1.0 - self.end));
            let ways = [(1.0 - meets) * (1.0 - meets), 2.0 * meets * (1.0 - meets), meets * meets];
            for (times, way) in ways.into_iter().enumerate() {
                next[self.after[(stock + times * MET).min(usize::from(u16::MAX))]] += stays * way;
            }
        }
        next[0] = 0.0;
        next
    }

    fn later(&self, mut hours: Hours, months: usize) -> Hours {
        for _ in 0..months {
            hours = self.next(&hours);
        }
        hours
    }
}

fn alive(hours: &Hours) -> f64 {
    hours.iter().sum()
}

fn between(hours: &Hours, from: usize, below: usize) -> f64 {
    hours[from..below.min(hours.len())].iter().sum()
}

fn strong(hours: &Hours) -> f64 {
    between(hours, STRONG, usize::MAX)
}

fn mean_hours(hours: &Hours, from: usize) -> f64 {
    hours.iter().enumerate().skip(from).map(|(stock, likely)| likely * stock as f64 / 64.0).sum()
}

const END: f64 = 0.03 / 12.0;
const AFFINE: f64 = 0.1;

/// Sums over the ages of ties that begin at 1.5 a resident and month and end when either leaves, at .043 a year.
struct Stationary {
    strong: f64,
    casual: f64,
    all: f64,
    strong_hours: f64,
    /// Chance of being gone a year later, of ties younger than a year; the same of casual and of strong ties that fall below
    /// where they stand.
    losses: [f64; 3],
}

fn stationary(eager: f64) -> Stationary {
    let stay = (1.0 - 0.043 / 12.0) * (1.0 - 0.043 / 12.0);
    let months = [Month::new(true, eager, END), Month::new(false, eager, END)];
    let mut ties = months.each_ref().map(Month::begun);
    let mut sums = Stationary { strong: 0.0, casual: 0.0, all: 0.0, strong_hours: 0.0, losses: [0.0; 3] };
    let mut all = [vec![0.0; 1 << 16], vec![0.0; 1 << 16]];
    let mut young = [0.0; 2];
    let mut weight = 1.5;
    for age in 0..LONG {
        for (kind, share) in [AFFINE, 1.0 - AFFINE].into_iter().enumerate() {
            let hours = &ties[kind];
            sums.strong += weight * share * strong(hours);
            sums.casual += weight * share * between(hours, CASUAL, STRONG);
            sums.all += weight * share * alive(hours);
            sums.strong_hours += weight * share * mean_hours(hours, STRONG);
            for (sum, likely) in all[kind].iter_mut().zip(hours) {
                *sum += weight * share * likely;
            }
            if age < 12 {
                young[0] += weight * share * alive(hours);
                young[1] += weight * share * alive(&months[kind].later(hours.clone(), 12));
            }
            ties[kind] = months[kind].next(hours);
        }
        weight *= stay;
    }
    // Of ties with affinity alone: others never have so many hours.
    let loss = |from: usize, below: usize| {
        let mut held = vec![0.0; 1 << 16];
        held[from..below.min(1 << 16)].copy_from_slice(&all[0][from..below.min(1 << 16)]);
        let later = months[0].later(held.clone(), 12);
        1.0 - between(&later, from, usize::MAX) / alive(&held)
    };
    sums.losses = [1.0 - young[1] / young[0], loss(CASUAL, STRONG), loss(STRONG, usize::MAX)];
    sums
}

/// Chance that a tie ever has so many hours, and the mean month in which it first has.
fn first_passage(month: &Month, stock: usize) -> [f64; 2] {
    let (mut hours, mut reached, mut months) = (month.begun(), 0.0, 0.0);
    for age in 1..=LONG {
        let now: f64 = hours[stock..].iter().sum();
        hours[stock..].fill(0.0);
        reached += now;
        months += now * age as f64;
        hours = month.next(&hours);
    }
    [reached, months / reached]
}

#[test]
fn the_transition_has_the_published_numbers() {
    let close = |what: &str, expected: f64, found: f64| {
        Check { what, expected }.holds(found, SIX_DIGITS);
    };
    let of = stationary(1.0);
    close("contact: ties of 90 h and more", 4.406_625, of.strong);
    close("contact: ties of 50 to 90 h", 1.152_338, of.casual);
    close("contact: all ties", 18.308_289, of.all);
    close("contact: mean hours of a strong tie", 166.174_031, of.strong_hours / of.strong);
    close("contact: loss in a year, younger than a year", 0.933_012, of.losses[0]);
    close("contact: loss in a year, 50 to 90 h", 0.029_733, of.losses[1]);
    close("contact: loss in a year, strong", 0.029_891, of.losses[2]);
    let affine = Month::new(true, 1.0, END);
    for (stock, ever, mean) in [(CASUAL, 0.043_192, 27.303_997), (STRONG, 0.040_692, 51.048_157)] {
        let [reached, months] = first_passage(&affine, stock);
        close("contact: ever reaches", ever, AFFINE * reached);
        close("contact: mean months to", mean, months);
    }
    close("contact: strong ties, twice as eager", 9.661_115, stationary(2.0).strong);
    close(
        "contact: months to 90 h, twice as eager",
        23.999_908,
        first_passage(&Month::new(true, 2.0, END), STRONG)[1],
    );
}

/// Pairs of strangers to all others.
struct Pairs {
    ground: Ground,
    people: People,
    law: MeetingLaw,
    month: u32,
}

const PAIRS: u32 = 20_000;

impl Pairs {
    fn new(stock_hours: f64, set: &[(Key, f64)]) -> Self {
        let calm = [(Key::NewPartners, 0.0), (Key::Eagerness, 0.0)];
        let ground = Ground::new(&[&calm[..], set].concat());
        let mut people = People::new(0, 2 * PAIRS);
        for pair in 0..PAIRS {
            let ends = [2 * pair, 2 * pair + 1];
            people.ties.begin(&people.residents.address, ends, units(stock_hours));
        }
        let law = MeetingLaw::new(&ground.values, ground.moment(0, 0).world);
        Self { ground, people, law, month: 0 }
    }

    /// Fades a tie that has just begun.
    fn fade(&mut self) {
        let fading = Fading::new(&self.ground.values);
        fading.month(&mut self.people.ties, &self.people.users.place, &mut self.people.surveys);
    }

    /// Who meets again this month.
    fn choose(&self) -> Encounters {
        let (values, rows) = (&self.ground.values, 2 * PAIRS as usize);
        let neighbourhood =
            Neighbourhood::new(values, &Travel::new(&self.ground.territory, values), &[2 * PAIRS]);
        let village = Village {
            residents: &self.people.residents,
            ties: &self.people.ties,
            communes: &Slots::default(),
            associations: &Slots::default(),
            association: &vec![None; rows],
            neighbourhood: &neighbourhood,
            preference: &Preference::fixed(values),
            helped_across: &[],
            since: None,
        };
        let mut met = Encounters::default();
        meet_again(&self.ground.moment(0, self.month), &village, &self.law, &mut met);
        met
    }

    /// Contact and fading of some months, as the simulation has them.
    fn live(&mut self, months: u32) {
        let fading = Fading::new(&self.ground.values);
        for _ in 0..months {
            let met = self.choose();
            self.people.ties.meet_all(&self.people.residents, &met);
            fading.month(&mut self.people.ties, &self.people.users.place, &mut self.people.surveys);
            self.month += 1;
        }
    }

    fn hours(&self) -> Vec<f64> {
        (0..PAIRS).map(|pair| f64::from(self.people.ties.between(2 * pair, 2 * pair + 1)) / 64.0).collect()
    }

    fn share(&self, holds: impl Fn(f64) -> bool) -> Sample {
        Sample::of(
            &self.hours().into_iter().map(|hours| f64::from(u8::from(holds(hours)))).collect::<Vec<_>>(),
        )
    }
}

const ALL_AFFINE: (Key, f64) = (Key::AffinityShare, 1.0);

#[test]
fn pairs_of_the_simulation_follow_it() {
    for (from, months, left, mean, strong) in
        [(50.0, 12, 0.970_409, 71.185_171, 0.011_105), (8.0, 60, 0.846_378, 108.987_579, 0.751_070)]
    {
        let mut pairs = Pairs::new(from, &[ALL_AFFINE]);
        pairs.live(months);
        let what = format!("contact, simulated: a tie of {from} h after {months} months");
        Check { what: &format!("{what}, alive"), expected: left }.holds_on(pairs.share(|hours| hours > 0.0));
        Check { what: &format!("{what}, strong"), expected: strong }
            .holds_on(pairs.share(|hours| hours >= 90.0));
        let alive: Vec<f64> = pairs.hours().into_iter().filter(|hours| *hours > 0.0).collect();
        let check = Check { what: &format!("{what}, mean hours"), expected: mean };
        check.holds_on(Sample::of(&alive));
        let mut eager = Pairs::new(from, &[ALL_AFFINE, (Key::MeetingAgain, 0.33)]);
        eager.live(months);
        let met: Vec<f64> = eager.hours().into_iter().filter(|hours| *hours > 0.0).collect();
        check.refuses_on("a tenth more meetings", Sample::of(&met));
    }
}

/// New ties, one pair in ten with affinity.
#[test]
fn nine_new_ties_in_ten_are_gone_within_a_year() {
    let mut pairs = Pairs::new(4.0, &[]);
    pairs.fade();
    let mut before = 0;
    for (months, left) in [(6, 0.985_093), (12, 0.049_964), (24, 0.043_552), (60, 0.039_704)] {
        pairs.live(months - before);
        before = months;
        let what = format!("contact, simulated: new ties alive after {months} months");
        let check = Check { what: &what, expected: left };
        check.holds_on(pairs.share(|hours| hours > 0.0));
        check.refuses("a tie that never ends", 1.0, 0.01);
    }
    // The share itself, drawn once for each pair.
    let affine = |pair: u32| {
        let [a, b] = [2 * pair, 2 * pair + 1].map(|row| pairs.people.residents.address[row as usize]);
        f64::from(u8::from(pairs.law.affine(a.pair(b))))
    };
    let affine: Vec<f64> = (0..PAIRS).map(affine).collect();
    Check { what: "contact: pairs with affinity", expected: AFFINE }.holds_on(Sample::of(&affine));
}

/// Each mechanism removed by its strength.
#[test]
fn without_affinity_nobody_meets_again_and_without_an_end_strong_ties_last() {
    let mut strangers = Pairs::new(4.0, &[(Key::AffinityShare, 0.0), (Key::TieEnd, 0.0)]);
    strangers.fade();
    strangers.live(7);
    assert!(strangers.hours().iter().all(|hours| *hours > 0.0), "seven months later");
    strangers.live(1);
    assert!(strangers.hours().iter().all(|hours| *hours == 0.0), "eight months later");
    let lost = |end: f64| {
        let mut friends = Pairs::new(150.0, &[ALL_AFFINE, (Key::TieEnd, end)]);
        friends.live(12);
        friends.share(|hours| hours < 90.0).mean
    };
    assert!(lost(0.0) < 1e-3, "without an end hazard");
    assert!(lost(0.03) > 0.02, "with it");
}

/// Published values of the two factors of a meeting.
#[test]
fn chances_and_eagerness_are_those_of_the_law() {
    let values = hameau_model::inputs::parameters::Values::default();
    for (hours, chance) in [(8.0, 0.24), (50.0, 0.298_092), (90.0, 0.299_409)] {
        Check { what: "contact: q", expected: chance }.holds(meeting_probability(&values, hours), SIX_DIGITS);
    }
    Check { what: "contact: eagerness on arrival", expected: 3.0 }.holds(eagerness(&values, 0.0), 1e-12);
    Check { what: "contact: eagerness two years later", expected: 1.0 + 2.0 * exp(-1.0) }
        .holds(eagerness(&values, 24.0), 1e-12);
}

/// Hours that are spent elsewhere are taken from the village, as many as the share says, and none at a share of 0.
#[test]
fn hours_elsewhere_displace_those_in_the_village() {
    let left = |share: f64| {
        let mut pairs =
            Pairs::new(200.0, &[ALL_AFFINE, (Key::DisplacedShare, share), (Key::MeetingAgain, 1.0)]);
        let moment = pairs.ground.moment(0, 0);
        let mut met = pairs.choose();
        // The first of each pair spends as long at a place with the first of the next one.
        let residents = &pairs.people.residents;
        met.others = (0..PAIRS / 2).map(|at| elsewhere(residents, 4 * at, 4 * at + 2, 2.0)).collect();
        displace(&moment, residents, &mut met);
        let mut hours = vec![0.0; 2 * PAIRS as usize];
        met.each(residents, |meeting| {
            if meeting.channel == Channel::Village {
                hours[meeting.from as usize] += f64::from(meeting.units) / 64.0;
            }
        });
        pairs.month += 1;
        Sample::of(&(0..PAIRS).map(|pair| hours[2 * pair as usize]).collect::<Vec<_>>())
    };
    let all = left(0.0);
    Check { what: "displacement: hours in the village at a share of 0", expected: 8.0 }.holds(all.mean, 0.05);
    for share in [0.5, 1.0] {
        let check =
            Check { what: "displacement: hours left in the village", expected: all.mean - share * 2.0 };
        check.holds_on(left(share));
        check.refuses_on("nothing displaced", all);
    }
}

fn elsewhere(residents: &Residents, from: u32, with: u32, hours: f64) -> Encounter {
    let who = residents.address[from as usize].pair(residents.address[with as usize]);
    Encounter {
        who,
        from,
        with,
        units: units(hours),
        before: 0,
        slot: 0,
        ordinal: 2_048,
        channel: Channel::Structured,
    }
}
