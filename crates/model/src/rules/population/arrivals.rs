//! Arrivals: a fixed pool of candidates each month, of whom more come to a more attractive territory.
//!
//! Gross arrivals are a number that is read, care homes included. People come into care homes in proportion to who lived
//! there at the start; the ordinary flow is what is left.

use crate::inputs::parameters::{Key, Values};
use crate::kernel::portable::ln;
use crate::kernel::random::{Categorical, Draw, Pool, Source, Uniform, Who, standard_normal_cdf};
use crate::kernel::units::Month;
use crate::state::moment::Moment;
use crate::state::population::{Brought, Entrant, Occupation, Origin};

/// Someone who comes, with the children and the plans brought along.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// The adult.
    pub entrant: Entrant,
    /// Ages of the children brought along, in years; only the first `children` count.
    pub ages: [u8; 4],
    /// How many children.
    pub children: u8,
    /// Month at which a planned enterprise starts.
    pub planned: Option<Month>,
}

/// Where arrivals come to and in what numbers, fixed for a simulation.
#[derive(Clone, Debug)]
pub struct Pools {
    /// Adults who could arrive in a month, on average, at the highest attraction.
    ordinary: f64,
    /// People who could move into a care home in a month.
    care_home: f64,
    communes: Categorical,
    elderly: Option<Categorical>,
    occupations: Categorical,
}

/// What the programme does to arrivals this month.
#[derive(Clone, Debug)]
pub struct Pull {
    /// Attraction over that without any policy.
    pub attraction: f64,
    /// Persons brought in a year by the welcome programme.
    pub brought_per_year: f64,
    /// Address and commune of each shared place that the programme keeps open.
    pub places: Vec<(Who, u16)>,
}

/// Most persons a year that a welcome programme may bring: the size of its pool.
const MOST_BROUGHT: f64 = 500.0;

/// Adults of arrivals who come with children.
const PARENTAL: std::ops::Range<u32> = 25..50;

/// A territory at its start, as far as it says how many come and where to. Communes in the order of the territory.
#[derive(Clone, Copy, Debug)]
pub struct Settled<'a> {
    /// Inhabitants of the territory, children included.
    pub inhabitants: u32,
    /// Adults by commune.
    pub adults: &'a [u32],
    /// People in care homes by commune.
    pub in_care: &'a [u32],
    /// People who came in a year by commune, where they were counted.
    pub arrivals: Option<&'a [f64]>,
    /// Weights of the occupations of those who arrive at an age to work.
    pub occupations: &'a [f64; 9],
}

impl Pools {
    /// Pools for a territory as it stands at the start.
    ///
    /// Persons a year: the gross rate times the inhabitants, of whom a rate for each resident in care goes into care homes
    /// and the others are the ordinary flow; none when care homes alone take more. Communes share the ordinary flow by the
    /// arrivals counted there, by adults where nobody counted.
    #[must_use]
    pub fn new(values: &Values, settled: &Settled<'_>) -> Self {
        let weights = |counts: &[u32]| counts.iter().map(|count| f64::from(*count)).collect::<Vec<_>>();
        let cared: u32 = settled.in_care.iter().sum();
        let into_care = values[Key::CareHomeArrivals] * f64::from(cared);
        let gross = values[Key::ArrivalsGross] / 1000.0 * f64::from(settled.inhabitants);
        let persons = (gross - into_care).max(0.0) / 12.0;
        let adults_each = 1.0 / (1.0 + values[Key::ArrivalsChildren] * parental_share(values));
        let counted = settled.arrivals.filter(|arrivals| arrivals.iter().sum::<f64>() > 0.0);
        let shares = counted.map_or_else(|| weights(settled.adults), <[f64]>::to_vec);
        Self {
            ordinary: persons * adults_each * values[Key::ArrivalsHighestRatio],
            care_home: into_care / 12.0,
            communes: Categorical::new(&shares),
            elderly: (cared > 0).then(|| Categorical::new(&weights(settled.in_care))),
            occupations: Categorical::new(settled.occupations),
        }
    }

    /// This month's arrivals, by ascending address.
    #[must_use]
    pub fn month(&self, moment: &Moment, pull: &Pull) -> Vec<Arrival> {
        let source = moment.source(Draw::Candidate);
        let sizes = moment.source(Draw::CandidateNumbers).draws(Who::TERRITORY, moment.month, 0);
        let mut arrivals = Vec::new();
        let chance = pull.attraction / moment.value(Key::ArrivalsHighestRatio);
        for slot in 0..sizes[0].poisson(self.ordinary) {
            let who = Who::candidate(Pool::Ordinary, moment.month, slot);
            if source.draw(who, moment.month, 0).bernoulli(chance) {
                arrivals.push(self.ordinary_arrival(moment, source, who));
            }
        }
        for slot in 0..sizes[1].poisson(self.care_home) {
            arrivals.push(self.care_arrival(
                moment,
                source,
                Who::candidate(Pool::CareHome, moment.month, slot),
            ));
        }
        let adults = moment.value(Key::ProgrammeAdults) / 12.0;
        if pull.brought_per_year > 0.0 {
            for slot in 0..sizes[2].poisson(MOST_BROUGHT * adults) {
                let who = Who::candidate(Pool::Programme, moment.month, slot);
                if source.draw(who, moment.month, 0).bernoulli(pull.brought_per_year / MOST_BROUGHT) {
                    arrivals.push(self.programme_arrival(moment, source, who, &pull.places));
                }
            }
        }
        arrivals
    }

    fn ordinary_arrival(&self, moment: &Moment, source: Source, who: Who) -> Arrival {
        let [_, origin, age, commune] = source.draws(who, moment.month, 0);
        let [occupation, enterprise, lag, skill] = source.draws(who, moment.month, 1);
        let newcomer = origin.bernoulli(moment.value(Key::ArrivalsNewcomers));
        let origin = if newcomer { Origin::Newcomer } else { Origin::Local };
        let age = adult_age(moment.values, age);
        let years = (age / 12.0) as u32;
        let working = years < moment.value(Key::RetirementAge) as u32;
        let occupation = if working { self.job(moment, newcomer, occupation) } else { Occupation::Retired };
        let plans = working && newcomer && enterprise.bernoulli(moment.value(Key::ArrivalsEnterprise));
        let lag = lag.exponential(moment.value(Key::ArrivalsEnterpriseLag) * 12.0) as u32;
        let entrant = Entrant {
            address: who,
            origin,
            birth: Month::from_index(moment.month.index() - age as u32),
            arrived: moment.month,
            commune: commune.categorical(&self.communes) as u16,
            occupation,
            secluded: false,
            skill: skill.value(),
            brought: Brought::No,
        };
        let ratio = if PARENTAL.contains(&years) { moment.value(Key::ArrivalsChildren) } else { 0.0 };
        with_family(moment, source, entrant, ratio, plans.then(|| moment.month.plus(lag.min(600))))
    }

    fn care_arrival(&self, moment: &Moment, source: Source, who: Who) -> Arrival {
        let [_, age, commune, skill] = source.draws(who, moment.month, 0);
        let months = 75 * 12 + age.index(20 * 12);
        let commune = self.elderly.as_ref().map_or(0, |elderly| commune.categorical(elderly));
        let entrant = Entrant {
            address: who,
            origin: Origin::Local,
            birth: Month::from_index(moment.month.index() - months),
            arrived: moment.month,
            commune: commune as u16,
            occupation: Occupation::Retired,
            secluded: true,
            skill: skill.value(),
            brought: Brought::No,
        };
        Arrival { entrant, ages: [0; 4], children: 0, planned: None }
    }

    fn programme_arrival(&self, moment: &Moment, source: Source, who: Who, places: &[(Who, u16)]) -> Arrival {
        let [_, near, age, commune] = source.draws(who, moment.month, 0);
        let [occupation, enterprise, lag, skill] = source.draws(who, moment.month, 1);
        let plans = enterprise.bernoulli(moment.value(Key::ProgrammeEntrepreneurs));
        let near = near.bernoulli(moment.value(Key::ProgrammeLocalSettlement));
        let open = places.iter().map(|(place, commune)| (*commune, *place, 1.0));
        let beside = moment.source(Draw::PlaceSettledNear).race(who, moment.month, 0, open);
        let commune = match beside {
            Some(beside) if near => beside,
            _ => commune.categorical(&self.communes) as u16,
        };
        let age = 27 * 12 + age.index(25 * 12);
        let entrant = Entrant {
            address: who,
            origin: Origin::Newcomer,
            birth: Month::from_index(moment.month.index() - age),
            arrived: moment.month,
            commune,
            occupation: self.job(moment, true, occupation),
            secluded: false,
            skill: skill.value(),
            brought: if plans { Brought::Entrepreneur } else { Brought::Person },
        };
        let adults = moment.value(Key::ProgrammeAdults);
        let planned = plans.then(|| moment.month.plus(lag.index(7)));
        with_family(moment, source, entrant, (1.0 - adults) / adults, planned)
    }

    /// Remote employment is brought along; other jobs are those of the territory.
    fn job(&self, moment: &Moment, newcomer: bool, draw: Uniform) -> Occupation {
        let remote = if newcomer { moment.value(Key::ArrivalsRemote) } else { 0.0 };
        if draw.bernoulli(remote) {
            Occupation::RemoteEmployee
        } else {
            Occupation::ALL[draw.above(remote).categorical(&self.occupations)]
        }
    }
}

/// Age of an arriving adult in months: log-normal, cut at 18 and 85 years.
fn adult_age(values: &Values, draw: Uniform) -> f64 {
    let years = draw.lognormal(values[Key::ArrivalsMedianAge], ln(values[Key::ArrivalsAgeSpread]));
    (years * 12.0).clamp(18.0 * 12.0, 85.0 * 12.0)
}

/// Part of the arriving adults who are of parental age.
fn parental_share(values: &Values) -> f64 {
    let spread = ln(values[Key::ArrivalsAgeSpread]);
    let below = |age: u32| {
        let ratio = ln(f64::from(age) / values[Key::ArrivalsMedianAge]);
        if spread > 0.0 { standard_normal_cdf(ratio / spread) } else { f64::from(u8::from(ratio > 0.0)) }
    };
    below(PARENTAL.end) - below(PARENTAL.start)
}

fn with_family(
    moment: &Moment,
    source: Source,
    entrant: Entrant,
    children_each: f64,
    planned: Option<Month>,
) -> Arrival {
    let [how_many, ages @ ..] = source.draws(entrant.address, moment.month, 2);
    let children = ((children_each + how_many.value()) as u8).min(ages.len() as u8);
    let mut years = [0; 4];
    for (age, draw) in years.iter_mut().zip(ages) {
        *age = draw.index(18) as u8;
    }
    Arrival { entrant, ages: years, children, planned }
}
