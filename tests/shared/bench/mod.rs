//! A few people on empty ground: the smallest state on which the functions of a step run, and how a number is judged.
//!
//! Every verdict prints a line that `docs/verification.md` is made from.

#![allow(dead_code, reason = "each file of tests uses its part")]

use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::territory::{Territory, Totals};
use hameau_model::kernel::random::{CommuneCode, Draw, Source, Uniform, Who, World};
use hameau_model::kernel::units::Month;
use hameau_model::state::enterprises::Enterprises;
use hameau_model::state::minds::{Behaviour, Minds};
use hameau_model::state::moment::Moment;
use hameau_model::state::places::Users;
use hameau_model::state::population::{Brought, Entrant, Occupation, Origin, Residents, Row};
use hameau_model::state::seen::Seen;
use hameau_model::state::ties::{Survey, Ties};

/// Month number 0.
pub const START: Month = Month::new(2022, 1);
/// Analytic code agrees with a closed form to the rounding of doubles.
pub const ANALYTIC: f64 = 1e-9;

/// Parameters and a territory of one commune.
pub struct Ground {
    pub values: Values,
    pub territory: Territory,
}

impl Ground {
    /// The defaults, but for these.
    pub fn new(settings: &[(Key, f64)]) -> Self {
        let mut values = Values::default();
        for (key, value) in settings {
            values.set(*key, *value);
        }
        let totals = Totals { communes: 1, adults: 30 };
        Self { values, territory: Territory::synthetic("ground", totals).expect("a territory") }
    }

    /// One month of one world.
    pub fn moment(&self, replicate: u32, month: u32) -> Moment<'_> {
        let world = World { seed: 2026, replicate };
        Moment { world, month: START.plus(month), values: &self.values, territory: &self.territory }
    }
}

/// People who all live in one commune.
pub struct People {
    pub residents: Residents,
    pub users: Users,
    pub minds: Minds,
    pub seen: Seen,
    pub ties: Ties,
    pub enterprises: Enterprises,
    pub surveys: Vec<Survey>,
}

impl People {
    /// So many newcomers, then so many locals.
    pub fn new(newcomers: u32, locals: u32) -> Self {
        let mut people = Self {
            residents: Residents::default(),
            users: Users::default(),
            minds: Minds::default(),
            seen: Seen::default(),
            ties: Ties::default(),
            enterprises: Enterprises::default(),
            surveys: Vec::new(),
        };
        let commune = CommuneCode::parse("1").expect("a code");
        for index in 0..newcomers + locals {
            let origin = if index < newcomers { Origin::Newcomer } else { Origin::Local };
            people.enter(&entrant(Who::founder(commune, index), origin));
        }
        people
    }

    /// One more.
    pub fn enter(&mut self, entrant: &Entrant) -> Row {
        let row = self.residents.enter(entrant);
        let rows = self.residents.rows();
        self.users.make_rows(rows);
        self.minds.make_rows(rows);
        self.seen.make_rows(rows);
        self.enterprises.make_rows(rows);
        self.users.enter(row);
        self.minds.enter(row, Behaviour::Untyped, 0.5, false);
        self.seen.enter(row, entrant.skill);
        self.ties.enter(row, entrant.origin);
        self.enterprises.enter(row);
        self.surveys.resize(self.residents.rows(), Survey::default());
        row
    }
}

fn entrant(address: Who, origin: Origin) -> Entrant {
    Entrant {
        address,
        origin,
        birth: Month::from_index(START.index() - 360),
        arrived: START,
        commune: 0,
        occupation: Occupation::Inactive,
        secluded: false,
        skill: 0.0,
        brought: Brought::No,
    }
}

/// A row of draws one after the other.
pub struct Lots {
    source: Source,
    next: u32,
}

impl Lots {
    pub fn new(seed: u64) -> Self {
        Self { source: World { seed, replicate: 0 }.source(Draw::Founder), next: 0 }
    }

    pub fn draw(&mut self) -> Uniform {
        self.next += 1;
        self.source.draw(Who::number(self.next / 4), START, self.next % 4)
    }

    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.draw().index(last as u32 + 1) as usize);
        }
    }
}

/// A mean known up to its standard error.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    pub mean: f64,
    pub error: f64,
}

impl Sample {
    /// Of independent values.
    pub fn of(values: &[f64]) -> Self {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let square = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
        Self { mean, error: (square / (n - 1.0) / n).sqrt() }
    }

    /// Sum of parts over sum of wholes, pairs being independent; the error to first order.
    pub fn ratio(pairs: &[(f64, f64)]) -> Self {
        let whole = pairs.iter().map(|(_, whole)| whole).sum::<f64>();
        let mean = pairs.iter().map(|(part, _)| part).sum::<f64>() / whole;
        let residuals: Vec<f64> = pairs.iter().map(|(part, of)| part - mean * of).collect();
        let n = pairs.len() as f64;
        Self { mean, error: Self::of(&residuals).error * n / whole }
    }

    /// Four standard errors: chance alone exceeds them once in 16,000.
    pub fn tolerance(self) -> f64 {
        4.0 * self.error
    }
}

/// What a mechanism must give.
pub struct Check<'a> {
    pub what: &'a str,
    pub expected: f64,
}

impl Check<'_> {
    /// The built rule gives it.
    pub fn holds(&self, found: f64, tolerance: f64) {
        self.print("holds", "", found, tolerance);
        let off = (found - self.expected).abs();
        assert!(off <= tolerance, "{}: {found} for {}, off by {off:e}", self.what, self.expected);
    }

    /// A wrong rule does not.
    pub fn refuses(&self, rule: &str, found: f64, tolerance: f64) {
        self.print("refuses", rule, found, tolerance);
        let off = (found - self.expected).abs();
        assert!(off > tolerance, "{}: {rule} passes with {found}", self.what);
    }

    /// The built rule gives it, by a sample.
    pub fn holds_on(&self, sample: Sample) {
        self.holds(sample.mean, sample.tolerance());
    }

    /// A wrong rule does not, by a sample.
    pub fn refuses_on(&self, rule: &str, sample: Sample) {
        self.refuses(rule, sample.mean, sample.tolerance());
    }

    fn print(&self, verdict: &str, rule: &str, found: f64, tolerance: f64) {
        let thread = std::thread::current();
        let (what, expected, test) = (self.what, self.expected, thread.name().unwrap_or(""));
        println!("\n@{verdict}|{what}|{expected}|{found:.8}|{tolerance:.1e}|{test}|{rule}");
    }
}

/// Where a function of (0, 1) changes sign: a scan, then bisection.
pub fn roots(function: impl Fn(f64) -> f64) -> Vec<f64> {
    const STEPS: u32 = 10_000;
    let at = |step: u32| f64::from(step) / f64::from(STEPS);
    let positive = |x: f64| function(x) > 0.0;
    let mut found = Vec::new();
    for step in 1..STEPS - 1 {
        let (mut low, mut high) = (at(step), at(step + 1));
        if positive(low) == positive(high) {
            continue;
        }
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if positive(middle) == positive(low) { low = middle } else { high = middle }
        }
        found.push(f64::midpoint(low, high));
    }
    found
}

/// `C(n, k) p^k (1 - p)^(n - k)`, by products only: independent of the library.
pub fn binomial(n: u32, k: u32, p: f64) -> f64 {
    let mut probability = 1.0;
    for i in 0..k {
        probability *= f64::from(n - i) / f64::from(i + 1) * p;
    }
    for _ in k..n {
        probability *= 1.0 - p;
    }
    probability
}
