//! Enterprises: start, failure, turnover, markets.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::parallel;
use crate::kernel::portable::{exp, exp_m1, ln};
use crate::kernel::random::{Draw, Uniform};
use crate::kernel::units::{Cents, monthly_probability};
use crate::state::enterprises::Enterprises;
use crate::state::enterprises::Exemption;
use crate::state::enterprises::Start;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::population::{Occupation, Origin, Residents, Row};

/// Months for which an enterprise is exempt.
const EXEMPT_MONTHS: u32 = 60;

impl Start {
    /// An enterprise of someone of this origin, from two draws; older than the simulation until it is said when it began.
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
            since: None,
        }
    }
}

/// One month of enterprises: starts (planned and spontaneous), failures, growth by what was learnt last month.
pub fn month(
    moment: &Moment,
    residents: &mut Residents,
    minds: &Minds,
    exemption: Option<(usize, Cents)>,
    enterprises: &mut Enterprises,
) {
    let source = moment.source(Draw::Enterprise);
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
                let start = Start { since: Some(moment.month), ..start };
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
    /// The logarithm of the own turnover follows the owner's know-how, which makes `change` of it. An increment is sold
    /// locally with probability l, else outside; what is lost is lost in both markets alike. What is supplied follows those
    /// who buy it.
    fn grow(&mut self, row: Row, know_how: f64, change: f64, market: Uniform) {
        let Some(enterprise) = self.own(row) else { return };
        enterprise.followed = know_how;
        if change < 0.0 {
            for sold in [&mut enterprise.sold_locally, &mut enterprise.sold_outside] {
                *sold += sold.part(change);
            }
            return;
        }
        let more = enterprise.own_turnover().part(change);
        if market.bernoulli(enterprise.linkage()) {
            enterprise.sold_locally += more;
            self.growth[0] += more;
        } else {
            enterprise.sold_outside += more;
            self.growth[1] += more;
        }
    }
}
