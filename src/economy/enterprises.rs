//! Enterprises: start, survival, turnover, markets, anchoring.

use crate::cooperation::Minds;
use crate::moment::Moment;
use crate::parallel;
use crate::parameters::{Key, Values};
use crate::population::{Occupation, Origin, Residents, Row, lengthen};
use crate::portable::{exp, exp_m1, ln};
use crate::random::{Draw, Uniform};
use crate::ties::{Ties, units};
use crate::units::{Cents, Month, monthly_probability};
use std::collections::BTreeMap;
use std::num::NonZeroU32;

/// What an enterprise sells and how it is linked to the territory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enterprise {
    /// Sales within the territory, a year.
    pub sold_locally: Cents,
    /// Sales outside the territory, a year.
    pub sold_outside: Cents,
    /// Local linkage: share of purchases, partners and hires found in the territory.
    pub linkage: f64,
    /// The owner's know-how when turnover last followed it.
    pub followed: f64,
}

impl Enterprise {
    /// That of someone who has none.
    const NONE: Self = Self { sold_locally: Cents(0), sold_outside: Cents(0), linkage: 0.0, followed: 1.0 };

    /// Turnover, a year.
    #[must_use]
    pub fn turnover(&self) -> Cents {
        self.sold_locally + self.sold_outside
    }

    /// Share of turnover sold outside; 0 without any.
    #[must_use]
    pub fn outside_share(&self) -> f64 {
        let turnover = self.turnover();
        if turnover > Cents(0) { self.sold_outside.0 as f64 / turnover.0 as f64 } else { 0.0 }
    }
}

/// Enterprises of residents. Few have one: a column by row tells where it stands.
#[derive(Clone, Debug, Default)]
pub struct Enterprises {
    /// One more than the position of a resident's enterprise.
    position: Vec<Option<NonZeroU32>>,
    list: Vec<Enterprise>,
    /// Positions that nobody's enterprise has.
    free: Vec<NonZeroU32>,
    /// Whether the sector is non-presential, by row.
    pub non_presential: Vec<bool>,
    /// Month at which a planned enterprise starts, by row of the newcomers who plan one.
    pub planned: BTreeMap<Row, Month>,
    /// The exemptions from tax of enterprises that started while one was in force, by row of the owner.
    pub exemptions: BTreeMap<Row, Exemption>,
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
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.position, rows, None);
        lengthen(&mut self.non_presential, rows, false);
    }

    /// Begins the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        self.close(row);
        self.planned.remove(&row);
        self.exemptions.remove(&row);
    }

    /// Starts an enterprise of someone with this know-how, which its turnover follows from the first day.
    ///
    /// # Panics
    /// Never: there are no more enterprises than residents.
    pub fn open(&mut self, values: &Values, row: Row, start: &Start, know_how: f64) {
        let turnover = start.turnover.part(exp(values[Key::TurnoverKnowHow] * (know_how - 1.0)));
        let sold_outside = turnover.part(start.outside);
        let enterprise = Enterprise {
            sold_locally: turnover - sold_outside,
            sold_outside,
            linkage: start.linkage,
            followed: know_how,
        };
        let at = row as usize;
        if self.position[at].is_none() {
            self.position[at] = self.free.pop().or_else(|| {
                self.list.push(Enterprise::NONE);
                NonZeroU32::new(self.list.len() as u32)
            });
        }
        *self.own(row).expect("a position was found") = enterprise;
        self.non_presential[at] = start.non_presential;
        self.planned.remove(&row);
    }

    /// Ends an enterprise.
    pub fn close(&mut self, row: Row) {
        self.free.extend(self.position[row as usize].take());
        self.non_presential[row as usize] = false;
    }

    /// The enterprise of a resident; one without sales for someone who has none.
    #[must_use]
    pub fn of(&self, row: Row) -> Enterprise {
        self.position[row as usize]
            .map_or(Enterprise::NONE, |position| self.list[position.get() as usize - 1])
    }

    fn own(&mut self, row: Row) -> Option<&mut Enterprise> {
        self.position[row as usize].map(|position| &mut self.list[position.get() as usize - 1])
    }

    /// Jobs that an enterprise gives, its owner's included.
    #[must_use]
    pub fn jobs(&self, values: &Values, row: Row) -> u32 {
        1 + (self.of(row).turnover().eur() / values[Key::TurnoverPerJob]) as u32
    }

    /// Raises linkage by a part of what it lacks.
    pub fn anchor(&mut self, row: Row, part: f64) {
        if let Some(enterprise) = self.own(row) {
            enterprise.linkage += (1.0 - enterprise.linkage) * part;
        }
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
    let source = moment.source(Draw::Enterprise);
    let casual = units(moment.value(Key::CasualHours));
    let effect = if exemption.is_some() { 1.0 + moment.value(Key::TaxExemptionEffect) } else { 1.0 };
    let starts = monthly_probability(moment.value(Key::LocalStarts) * effect);
    let failure = moment.value(Key::EnterpriseFailure);
    let by_know_how = moment.value(Key::KnowHowSurvival);
    // Know-how, which starts at 1, only holds a failure back, and a probability never exceeds its hazard: most enterprises
    // are spared the exponentials. The factor is far above what is lost by rounding.
    let most = failure / 12.0 * (1.0 + 1e-9);
    (enterprises.started, enterprises.ended, enterprises.growth) = ([0; 2], 0, [Cents(0); 2]);
    let (now, firms) = (&*residents, &*enterprises);
    let due: Vec<Row> =
        firms.planned.iter().filter(|(_, month)| **month <= moment.month).map(|(row, _)| *row).collect();
    let due = |at: usize| now.origin[at] == Origin::Newcomer && due.binary_search(&(at as Row)).is_ok();
    // What depends on the owner alone is found out side by side; what depends on others, in the order of residents.
    let turns = parallel::chunks(now.order(), |rows| {
        let mut turns = Vec::new();
        let concerned = |at: usize| {
            let occupation = now.occupation[at];
            (occupation == Occupation::Entrepreneur) | may_start(occupation) | due(at)
        };
        now.each_drawn(source, moment.month, 0, rows, concerned, |row, draws| {
            let at = row as usize;
            let occupation = now.occupation[at];
            if occupation == Occupation::Entrepreneur {
                let [fails, market, ..] = draws;
                let hazard = || failure * exp(-by_know_how * (minds.know_how[at] - 1.0));
                let safe = minds.know_how[at] >= 1.0 && fails.value() >= most;
                let turn = if !safe && fails.bernoulli(monthly_probability(hazard())) {
                    Turn::Ends
                } else {
                    let learnt = minds.know_how[at] - firms.of(row).followed;
                    Turn::GoesOn { change: exp_m1(moment.value(Key::TurnoverKnowHow) * learnt), market }
                };
                turns.push((row, turn));
                return;
            }
            let [spontaneous, turnover, sector, _] = draws;
            if (may_start(occupation) && spontaneous.bernoulli(starts)) || due(at) {
                let start = Start::draw(moment.values, now.origin[at], turnover, sector);
                turns.push((row, Turn::Starts(start)));
            }
        });
        turns
    });
    for (row, turn) in turns.into_iter().flatten() {
        let at = row as usize;
        match turn {
            Turn::Ends => {
                enterprises.close(row);
                enterprises.ended += 1;
                residents.occupation[at] = Occupation::Unemployed;
            }
            Turn::GoesOn { change, market } => {
                enterprises.grow(row, minds.know_how[at], change, market);
                enterprises.take_root(moment, residents, ties, casual, row, ventures[at]);
            }
            Turn::Starts(start) => {
                enterprises.open(moment.values, row, &start, minds.know_how[at]);
                enterprises.started[residents.origin[at] as usize] += 1;
                residents.occupation[at] = Occupation::Entrepreneur;
                enterprises.exemptions.remove(&row);
                enterprises.exemptions.extend(exemption.map(|(instrument, each)| {
                    (row, Exemption { until: moment.month.plus(EXEMPT_MONTHS), instrument, each })
                }));
            }
        }
    }
}

/// What a month does to the enterprise of a resident.
enum Turn {
    Starts(Start),
    GoesOn { change: f64, market: Uniform },
    Ends,
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
    /// The logarithm of turnover follows the owner's know-how, which makes `change` of it. An increment is sold locally with probability l, else
    /// outside; what is lost is lost in both markets alike.
    fn grow(&mut self, row: Row, know_how: f64, change: f64, market: Uniform) {
        let Some(enterprise) = self.own(row) else { return };
        enterprise.followed = know_how;
        if change < 0.0 {
            for sold in [&mut enterprise.sold_locally, &mut enterprise.sold_outside] {
                *sold += sold.part(change);
            }
            return;
        }
        let more = enterprise.turnover().part(change);
        if market.bernoulli(enterprise.linkage) {
            enterprise.sold_locally += more;
            self.growth[0] += more;
        } else {
            enterprise.sold_outside += more;
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
