//! One month of mutual help: who helps whom, what is learnt, what is believed afterwards.

use super::{Behaviour, HelpRule, Minds};
use crate::moment::Moment;
use crate::parameters::{Key, Values};
use crate::population::{Residents, Row};
use crate::portable::exp;
use crate::random::{Stream, Uniform};
use crate::ties::{Channel, Encounter, UNITS_PER_HOUR};

/// Encounters whose draws are made in one sweep.
const SWEEP: usize = 256;

/// What one resident saw since the last time belief and know-how were brought up to date; beside it what an encounter needs
/// to know of a resident this month. Both lie in one line of a cache, since residents are met in no order of memory.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Glance {
    /// Odds of the belief at the start of the month.
    odds: f64,
    /// Position on the circle of skills.
    skill: f64,
    /// Sum over the occasions of the belief that the other would help.
    predicted: f64,
    /// Know-how gained.
    learnt: f64,
    /// Occasions on which another could have helped.
    occasions: u32,
    /// Of them, those on which the other did.
    helped: u32,
    /// Of them, those at this month's encounters.
    helped_now: u32,
    /// Behaviour this month.
    behaviour: Behaviour,
}

/// What one resident saw of help since the last time belief and know-how were brought up to date, and learnt from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Sum over the occasions of the belief that the other would help.
    pub predicted: f64,
    /// Know-how gained.
    pub learnt: f64,
    /// Occasions on which another could have helped.
    pub occasions: u32,
    /// Of them, those on which the other did.
    pub helped: u32,
}

/// What residents saw, by row; and the month's help in the whole territory.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    rows: Vec<Glance>,
    /// Occasions of help at this month's encounters, whole territory.
    pub total_occasions: u64,
    /// Adults whom somebody helped at them.
    pub helped_adults: u64,
    /// Helps given at them.
    pub total_helps: u64,
}

impl Seen {
    /// Makes the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        let at = row as usize;
        if at == self.rows.len() {
            self.rows.push(Glance::default());
        }
        self.rows[at] = Glance::default();
    }

    /// What a resident saw.
    #[must_use]
    pub fn of(&self, row: Row) -> Sight {
        let Glance { predicted, learnt, occasions, helped, .. } = self.rows[row as usize];
        Sight { predicted, learnt, occasions, helped }
    }

    /// One occasion for `row` to be helped, by someone of whom `row` expected it with probability `predicted`.
    pub fn occasion(&mut self, row: Row, predicted: f64, helped: bool) {
        self.rows[row as usize].note(predicted, helped);
    }
}

impl Glance {
    fn note(&mut self, predicted: f64, helped: bool) {
        self.occasions += 1;
        self.helped += u32::from(helped);
        self.predicted += predicted;
    }
}

/// How much the skill of another adds to one's own: 0 for the same and for the opposite, 1 halfway. Skills stand on a
/// circle of length 1 (rises then falls with distance: Roche, Oettl, Catalini).
#[must_use]
pub fn complementarity(skill: f64, other: f64) -> f64 {
    let gap = (skill - other).abs();
    let distance = 2.0 * if gap > 0.5 { 1.0 - gap } else { gap };
    4.0 * distance * (1.0 - distance)
}

/// Belief after a month in which a share `seen` of the others helped: `B <- (1 - theta) B + theta m`. With beliefs about
/// partners, `m` is the belief plus the mean error of its predictions.
#[must_use]
pub fn update_belief(values: &Values, belief: f64, seen: f64) -> f64 {
    let theta = values[Key::Theta];
    (1.0 - theta) * belief + theta * seen
}

/// Tabulated odds by which belief about someone grows with the hours of the tie: `exp(g min(1, h / 90))` by hours.
struct Trust {
    odds_ratio: Vec<f64>,
}

impl Trust {
    fn new(values: &Values) -> Self {
        let full = values[Key::StrongHours];
        let ratio = |hours: usize| {
            let closeness = hours as f64 / full;
            exp(values[Key::TalkEffect] * if closeness < 1.0 { closeness } else { 1.0 })
        };
        Self { odds_ratio: (0..=full as usize + 1).map(ratio).collect() }
    }

    /// How much the odds of belief about anyone grow for someone with whom the tie has this stock.
    fn odds_ratio(&self, stock: u16) -> f64 {
        let hours = (stock / UNITS_PER_HOUR as u16) as usize;
        self.odds_ratio[hours.min(self.odds_ratio.len() - 1)]
    }
}

/// Odds of a belief, kept away from certainty.
fn odds(belief: f64) -> f64 {
    let held = belief.clamp(1e-6, 1.0 - 1e-6);
    held / (1.0 - held)
}

/// Belief about someone with whom the tie has this stock: `logit B_ij = logit B_i + g min(1, h_ij / 90)`.
#[must_use]
pub fn belief_about(values: &Values, belief: f64, stock: u16) -> f64 {
    let closeness = f64::from(stock) / UNITS_PER_HOUR / values[Key::StrongHours];
    let about = odds(belief) * exp(values[Key::TalkEffect] * if closeness < 1.0 { closeness } else { 1.0 });
    about / (1.0 + about)
}

/// What becomes of one encounter.
#[derive(Clone, Copy, Debug)]
pub struct Helped {
    /// Who started it helps the other.
    pub given: bool,
    /// The other helps who started it.
    pub taken: bool,
}

/// The month's help: at every encounter each may help the other. Beliefs are those of the month's start.
pub fn help(
    moment: &Moment,
    residents: &Residents,
    minds: &Minds,
    encounters: &[Encounter],
    seen: &mut Seen,
) {
    helps(moment, residents, minds, encounters, seen, |_, _| ());
}

/// [`help`], and tells of each encounter who helps whom, in their order.
pub fn helps(
    moment: &Moment,
    residents: &Residents,
    minds: &Minds,
    encounters: &[Encounter],
    seen: &mut Seen,
    mut tell: impl FnMut(&Encounter, Helped),
) {
    let source = moment.stream(Stream::Help);
    let values = moment.values;
    let (trust, rule) = (Trust::new(values), HelpRule::new(values));
    let imitation = values[Key::Rule] == 1.0;
    let (learning, village) = (values[Key::Learning], values[Key::VillageLearning]);
    for (at, glance) in seen.rows.iter_mut().enumerate() {
        (glance.learnt, glance.helped_now) = (0.0, 0);
        (glance.odds, glance.skill) = (odds(minds.belief[at]), residents.skill[at]);
        // Under the second rule a cooperator helps whatever is expected, and nobody else does.
        glance.behaviour = match (imitation, minds.cooperator[at]) {
            (false, _) => minds.behaviour[at],
            (true, true) => Behaviour::Unconditional,
            (true, false) => Behaviour::FreeRider,
        };
    }
    (seen.total_occasions, seen.total_helps) = (2 * encounters.len() as u64, 0);
    let mut addresses = Vec::with_capacity(SWEEP);
    let mut draws = [[Uniform::default(); 4]; SWEEP];
    let mut pairs = [Pair::default(); SWEEP];
    // Three short loops: who is read at random, what is computed, and what is written at random do not wait for each other.
    for meetings in encounters.chunks(SWEEP) {
        addresses.clear();
        addresses.extend(meetings.iter().map(|meeting| (meeting.who, u32::from(meeting.ordinal))));
        let (draws, pairs) = (&mut draws[..meetings.len()], &mut pairs[..meetings.len()]);
        source.fill_at(&addresses, moment.month, draws);
        for (meeting, pair) in meetings.iter().zip(&mut *pairs) {
            let (from, with) = (&seen.rows[meeting.from as usize], &seen.rows[meeting.with as usize]);
            let ratio = trust.odds_ratio(meeting.before);
            let rate = if meeting.channel == Channel::Village { learning * village } else { learning };
            // Field by field: a whole that is put together first is read back before it is written.
            pair.predicted[0] = from.odds * ratio;
            pair.predicted[1] = with.odds * ratio;
            pair.behaviours[0] = from.behaviour;
            pair.behaviours[1] = with.behaviour;
            pair.skills[0] = from.skill;
            pair.skills[1] = with.skill;
            pair.gain = rate * (f64::from(meeting.units) / UNITS_PER_HOUR);
        }
        for pair in &mut *pairs {
            let [from, with] = pair.predicted;
            pair.predicted = [from / (1.0 + from), with / (1.0 + with)];
            pair.gain *= complementarity(pair.skills[0], pair.skills[1]);
        }
        for ((meeting, pair), [give, take, ..]) in meetings.iter().zip(pairs).zip(draws) {
            let [from, with] = [meeting.from, meeting.with];
            // Compared, and not asked for a success: with a check in between, the compiler would branch on chance.
            let given = give.value() < rule.probability(pair.behaviours[0], pair.predicted[0]);
            let taken = take.value() < rule.probability(pair.behaviours[1], pair.predicted[1]);
            seen.total_helps += u64::from(given) + u64::from(taken);
            tell(meeting, Helped { given, taken });
            for (row, predicted, helped) in
                [(with, pair.predicted[1], given), (from, pair.predicted[0], taken)]
            {
                let glance = &mut seen.rows[row as usize];
                glance.note(predicted, helped);
                // A product instead of a condition that comes true by chance, which a processor cannot foresee.
                glance.learnt += f64::from(u8::from(helped)) * pair.gain;
                glance.helped_now += u32::from(helped);
            }
        }
    }
}

/// What an encounter needs to know of the two, who started it first.
#[derive(Clone, Copy, Debug, Default)]
struct Pair {
    /// Odds, then probability, that each expects of the other to help.
    predicted: [f64; 2],
    behaviours: [Behaviour; 2],
    skills: [f64; 2],
    /// Know-how that the helped can gain.
    gain: f64,
}

/// Turns what was seen since the last time into beliefs (first rule) and know-how.
pub fn remember(values: &Values, residents: &Residents, seen: &mut Seen, minds: &mut Minds) {
    let believes = values[Key::Rule] == 0.0;
    let ceiling = values[Key::KnowHowCeiling];
    seen.helped_adults = 0;
    let kept = 1.0 - values[Key::Forgetting] / 12.0;
    for row in residents.order() {
        let at = *row as usize;
        let glance = &mut seen.rows[at];
        if believes && glance.occasions > 0 {
            // More is expected of friends; only what was not expected teaches something about people in general.
            let surprise = (f64::from(glance.helped) - glance.predicted) / f64::from(glance.occasions);
            let belief = minds.belief[at];
            minds.belief[at] = update_belief(values, belief, belief + surprise).clamp(0.0, 1.0);
        }
        seen.helped_adults += u64::from(glance.helped_now > 0);
        (glance.occasions, glance.helped, glance.predicted) = (0, 0, 0.0);
        let acquired = minds.know_how[at] - 1.0;
        let left = (1.0 - acquired / ceiling).clamp(0.0, 1.0);
        minds.know_how[at] = 1.0 + acquired * kept + glance.learnt * left;
    }
}
