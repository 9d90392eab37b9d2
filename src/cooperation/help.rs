//! One month of mutual help: who helps whom, what is learnt, what is believed afterwards.

use super::{HelpRule, Minds};
use crate::moment::Moment;
use crate::parameters::{Key, Values};
use crate::population::{Residents, Row};
use crate::portable::exp;
use crate::random::{Stream, Uniform, Who};
use crate::ties::{Channel, Encounter, UNITS_PER_HOUR};

/// Encounters whose draws are made in one sweep.
const SWEEP: usize = 256;

/// What one resident saw since the last time belief and know-how were brought up to date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Glance {
    /// Sum over the occasions of the belief that the other would help.
    predicted: f64,
    /// Know-how gained.
    learnt: f64,
    /// Occasions on which another could have helped.
    occasions: u16,
    /// Of them, those on which the other did.
    helped: u16,
    /// Somebody helped at this month's encounters.
    was_helped: bool,
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
    pub fn of(&self, row: Row) -> Glance {
        self.rows[row as usize]
    }

    /// One occasion for `row` to be helped, by someone of whom `row` expected it with probability `predicted`.
    pub fn occasion(&mut self, row: Row, predicted: f64, helped: bool) {
        self.rows[row as usize].note(predicted, helped);
    }
}

impl Glance {
    fn note(&mut self, predicted: f64, helped: bool) {
        self.occasions = self.occasions.saturating_add(1);
        self.helped = self.helped.saturating_add(u16::from(helped));
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

    /// Belief about a partner, from the odds of belief about anyone and the stock of the tie.
    fn belief(&self, odds: f64, stock: u16) -> f64 {
        let hours = (f64::from(stock) / UNITS_PER_HOUR) as usize;
        let about = odds * self.odds_ratio[hours.min(self.odds_ratio.len() - 1)];
        about / (1.0 + about)
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

/// What becomes of one encounter: what each expects of the other, and who helps.
#[derive(Clone, Copy, Debug)]
pub struct Helped {
    /// Belief that the other would help: of who started it, of the other.
    pub expected: [f64; 2],
    /// Who started it helps the other.
    pub given: bool,
    /// The other helps who started it.
    pub taken: bool,
}

/// Tells of each encounter of the month who helps whom, in their order. Beliefs are those of the month's start.
pub fn helps(
    moment: &Moment,
    minds: &Minds,
    encounters: &[Encounter],
    mut tell: impl FnMut(&Encounter, Helped),
) {
    let source = moment.stream(Stream::Help);
    let values = moment.values;
    let (trust, rule) = (Trust::new(values), HelpRule::new(values));
    let imitation = values[Key::Rule] == 1.0;
    let odds: Vec<f64> = minds.belief.iter().map(|belief| odds(*belief)).collect();
    let chance = |row: Row, belief: f64| {
        let at = row as usize;
        if imitation {
            f64::from(u8::from(minds.cooperator[at]))
        } else {
            rule.probability(minds.behaviour[at], belief)
        }
    };
    let mut draws = [[Uniform::default(); 4]; SWEEP];
    for meetings in encounters.chunks(SWEEP) {
        let at: Vec<(Who, u32)> =
            meetings.iter().map(|meeting| (meeting.who, u32::from(meeting.ordinal))).collect();
        let draws = &mut draws[..meetings.len()];
        source.fill_at(&at, moment.month, draws);
        for (meeting, [give, take, ..]) in meetings.iter().zip(draws) {
            let expected =
                [meeting.from, meeting.with].map(|row| trust.belief(odds[row as usize], meeting.before));
            let given = give.bernoulli(chance(meeting.from, expected[0]));
            let taken = take.bernoulli(chance(meeting.with, expected[1]));
            tell(meeting, Helped { expected, given, taken });
        }
    }
}

/// The month's help: at every encounter each may help the other.
pub fn help(
    moment: &Moment,
    residents: &Residents,
    minds: &Minds,
    encounters: &[Encounter],
    seen: &mut Seen,
) {
    let (learning, village) = (moment.value(Key::Learning), moment.value(Key::VillageLearning));
    for glance in &mut seen.rows {
        (glance.learnt, glance.was_helped) = (0.0, false);
    }
    (seen.total_occasions, seen.total_helps) = (0, 0);
    helps(moment, minds, encounters, |meeting, Helped { expected, given, taken }| {
        seen.total_occasions += 2;
        seen.total_helps += u64::from(given) + u64::from(taken);
        let gain = if given || taken {
            let rate = if meeting.channel == Channel::Village { learning * village } else { learning };
            let hours = f64::from(meeting.units) / UNITS_PER_HOUR;
            let [from, with] = [meeting.from, meeting.with].map(|row| residents.skill[row as usize]);
            rate * hours * complementarity(from, with)
        } else {
            0.0
        };
        for (row, predicted, helped) in
            [(meeting.with, expected[1], given), (meeting.from, expected[0], taken)]
        {
            let glance = &mut seen.rows[row as usize];
            glance.note(predicted, helped);
            glance.was_helped |= helped;
            glance.learnt += if helped { gain } else { 0.0 };
        }
    });
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
        seen.helped_adults += u64::from(glance.was_helped);
        (glance.occasions, glance.helped, glance.predicted) = (0, 0, 0.0);
        let acquired = minds.know_how[at] - 1.0;
        let left = (1.0 - acquired / ceiling).clamp(0.0, 1.0);
        minds.know_how[at] = 1.0 + acquired * kept + glance.learnt * left;
    }
}
