//! Enterprises: start, survival, turnover, markets, anchoring.

use crate::cooperation::Minds;
use crate::moment::Moment;
use crate::parameters::{Key, Values};
use crate::population::{Occupation, Origin, Residents, Row};
use crate::portable::{exp, exp_m1, ln};
use crate::random::{Stream, Uniform};
use crate::ties::{Ties, units};
use crate::units::{Cents, Month, monthly_probability};

/// Enterprises of residents, as columns by row; someone who is not an entrepreneur has none of it.
#[derive(Clone, Debug, Default)]
pub struct Enterprises {
    /// Sales within the territory, a year.
    pub sold_locally: Vec<Cents>,
    /// Sales outside the territory, a year.
    pub sold_outside: Vec<Cents>,
    /// Local linkage: share of purchases, partners and hires found in the territory.
    pub linkage: Vec<f64>,
    /// The owner's know-how when turnover last followed it.
    pub followed: Vec<f64>,
    /// Whether the sector is non-presential.
    pub non_presential: Vec<bool>,
    /// Month at which a planned enterprise starts.
    pub planned: Vec<Option<Month>>,
    /// The exemption from tax of an enterprise that started while one was in force.
    pub exemption: Vec<Option<Exemption>>,
    /// Started this month by origin: locals, newcomers.
    pub started: [u32; 2],
    /// Ended this month.
    pub ended: u32,
    /// Growth of sales this month: within the territory, outside.
    pub growth: [Cents; 2],
}

/// Months for which an enterprise is exempt.
const EXEMPT_MONTHS: u32 = 60;

/// A tax not levied on an enterprise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exemption {
    /// First month in which it is levied again.
    pub until: Month,
    /// Position of the instrument in the scenario.
    pub instrument: usize,
    /// Tax of a month.
    pub each: Cents,
}

/// What an enterprise is at its start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// Turnover, a year.
    pub turnover: Cents,
    /// Share sold outside.
    pub outside: f64,
    /// Local linkage.
    pub linkage: f64,
    /// Whether the sector is non-presential.
    pub non_presential: bool,
}

impl Start {
    /// An enterprise of someone of this origin, from two draws.
    #[must_use]
    pub fn draw(values: &Values, origin: Origin, turnover: Uniform, sector: Uniform) -> Self {
        let (outside, linkage, non_presential) = match origin {
            Origin::Newcomer => (Key::NewcomerOutside, Key::NewcomerLinkage, Key::NonPresentialNewcomer),
            Origin::Local => (Key::LocalOutside, Key::LocalLinkage, Key::NonPresentialLocal),
        };
        let spread = ln(values[Key::TurnoverSpread]);
        Self {
            turnover: Cents::from_eur(turnover.lognormal(values[Key::TurnoverMedian], spread)),
            outside: values[outside],
            linkage: values[linkage],
            non_presential: sector.bernoulli(values[non_presential]),
        }
    }
}

/// Share of enterprises alive after `years`, at the hazard of no know-how: `exp(-.0989 years)` (Insee).
#[must_use]
pub fn survival(values: &Values, years: f64) -> f64 {
    exp(-values[Key::EnterpriseFailure] * years)
}

impl Enterprises {
    /// Makes the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        let at = row as usize;
        if at == self.planned.len() {
            self.sold_locally.push(Cents(0));
            self.sold_outside.push(Cents(0));
            self.linkage.push(0.0);
            self.followed.push(1.0);
            self.non_presential.push(false);
            self.planned.push(None);
            self.exemption.push(None);
        }
        self.close(row);
        self.planned[at] = None;
        self.exemption[at] = None;
    }

    /// Starts an enterprise of someone with this know-how, which its turnover follows from the first day.
    pub fn open(&mut self, values: &Values, row: Row, start: &Start, know_how: f64) {
        let at = row as usize;
        let turnover = start.turnover.part(exp(values[Key::TurnoverKnowHow] * (know_how - 1.0)));
        self.followed[at] = know_how;
        self.sold_outside[at] = turnover.part(start.outside);
        self.sold_locally[at] = turnover - self.sold_outside[at];
        self.linkage[at] = start.linkage;
        self.non_presential[at] = start.non_presential;
        self.planned[at] = None;
    }

    /// Ends an enterprise.
    pub fn close(&mut self, row: Row) {
        let at = row as usize;
        self.sold_locally[at] = Cents(0);
        self.sold_outside[at] = Cents(0);
        self.linkage[at] = 0.0;
        self.non_presential[at] = false;
    }

    /// Turnover, a year.
    #[must_use]
    pub fn turnover(&self, row: Row) -> Cents {
        self.sold_locally[row as usize] + self.sold_outside[row as usize]
    }

    /// Jobs that an enterprise gives, its owner's included.
    #[must_use]
    pub fn jobs(&self, values: &Values, row: Row) -> u32 {
        1 + (self.turnover(row).eur() / values[Key::TurnoverPerJob]) as u32
    }

    /// Raises linkage by a part of what it lacks.
    pub fn anchor(&mut self, row: Row, part: f64) {
        let linkage = &mut self.linkage[row as usize];
        *linkage += (1.0 - *linkage) * part;
    }
}

/// One month of enterprises: starts (planned and spontaneous), ends, growth by what was learnt last month, anchoring.
pub fn month(
    moment: &Moment,
    residents: &mut Residents,
    ties: &Ties,
    minds: &Minds,
    ventures: &[u8],
    exemption: Option<(usize, Cents)>,
    enterprises: &mut Enterprises,
) {
    let source = moment.stream(Stream::Enterprises);
    let casual = units(moment.value(Key::CasualHours));
    let effect = if exemption.is_some() { 1.0 + moment.value(Key::TaxExemptionEffect) } else { 1.0 };
    let starts = monthly_probability(moment.value(Key::LocalStarts) * effect);
    let failure = moment.value(Key::EnterpriseFailure);
    let by_know_how = moment.value(Key::KnowHowSurvival);
    (enterprises.started, enterprises.ended, enterprises.growth) = ([0; 2], 0, [Cents(0); 2]);
    for index in 0..residents.len() {
        let row = residents.order()[index];
        let at = row as usize;
        let who = residents.address[at];
        if residents.occupation[at] == Occupation::Entrepreneur {
            let [fails, market, ..] = source.draws(who, moment.month, 0);
            let hazard = failure * exp(-by_know_how * (minds.know_how[at] - 1.0));
            if fails.bernoulli(monthly_probability(hazard)) {
                enterprises.close(row);
                enterprises.ended += 1;
                residents.occupation[at] = Occupation::Unemployed;
                continue;
            }
            enterprises.grow(moment.values, row, minds.know_how[at], market);
            enterprises.take_root(moment, residents, ties, casual, row, ventures[at]);
        } else {
            let due = enterprises.planned[at].is_some_and(|month| month <= moment.month);
            if !due && !may_start(residents.occupation[at]) {
                continue;
            }
            let [spontaneous, turnover, sector, _] = source.draws(who, moment.month, 0);
            if due || (may_start(residents.occupation[at]) && spontaneous.bernoulli(starts)) {
                let start = Start::draw(moment.values, residents.origin[at], turnover, sector);
                enterprises.open(moment.values, row, &start, minds.know_how[at]);
                enterprises.started[residents.origin[at] as usize] += 1;
                residents.occupation[at] = Occupation::Entrepreneur;
                enterprises.exemption[at] = exemption.map(|(instrument, each)| Exemption {
                    until: moment.month.plus(EXEMPT_MONTHS),
                    instrument,
                    each,
                });
            }
        }
    }
}

fn may_start(occupation: Occupation) -> bool {
    matches!(
        occupation,
        Occupation::ProductiveEmployee
            | Occupation::ResidentialEmployee
            | Occupation::PublicEmployee
            | Occupation::RemoteEmployee
            | Occupation::Unemployed
    )
}

impl Enterprises {
    /// The logarithm of turnover follows the owner's know-how. An increment is sold locally with probability l, else
    /// outside; what is lost is lost in both markets alike.
    fn grow(&mut self, values: &Values, row: Row, know_how: f64, market: Uniform) {
        let at = row as usize;
        let change = exp_m1(values[Key::TurnoverKnowHow] * (know_how - self.followed[at]));
        self.followed[at] = know_how;
        if change < 0.0 {
            for sold in [&mut self.sold_locally[at], &mut self.sold_outside[at]] {
                *sold += sold.part(change);
            }
            return;
        }
        let more = self.turnover(row).part(change);
        if market.bernoulli(self.linkage[at]) {
            self.sold_locally[at] += more;
            self.growth[0] += more;
        } else {
            self.sold_outside[at] += more;
            self.growth[1] += more;
        }
    }

    /// Linkage grows with friends who own complementary enterprises of historical locals, and in productive ventures.
    fn take_root(
        &mut self,
        moment: &Moment,
        residents: &Residents,
        ties: &Ties,
        casual: u16,
        row: Row,
        ventures: u8,
    ) {
        let at = row as usize;
        let complementary = ties
            .of(row)
            .filter(|(other, stock)| {
                let other = *other as usize;
                *stock >= casual
                    && residents.origin[other] == Origin::Local
                    && matches!(residents.occupation[other], Occupation::Entrepreneur | Occupation::Farmer)
                    && self.non_presential[other] != self.non_presential[at]
            })
            .count();
        let per_year = complementary as f64 * moment.value(Key::LinkageTies)
            + f64::from(ventures.min(1)) * moment.value(Key::LinkageWork);
        if per_year > 0.0 {
            self.anchor(row, monthly_probability(per_year));
        }
    }
}
