//! One month of mutual help: who helps whom, what is learnt, what is believed afterwards.

use super::HelpRule;
use crate::inputs::parameters::{Key, Values};
use crate::kernel::parallel;
use crate::kernel::portable::exp;
use crate::kernel::random::{Draw, Source, Uniform};
use crate::kernel::units::Month;
use crate::state::minds::{Behaviour, Minds};
use crate::state::moment::Moment;
use crate::state::population::{Residents, Row};
use crate::state::seen::Glance;
use crate::state::seen::Seen;
use crate::state::ties::{Channel, Encounter, Encounters, UNITS_PER_HOUR};
use std::sync::atomic::{AtomicU64, Ordering};

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
pub fn help(moment: &Moment, residents: &Residents, minds: &Minds, encounters: &Encounters, seen: &mut Seen) {
    let threads = parallel::threads();
    // Contact is added to the ties at the same time, which keeps another thread busy about as long.
    if threads <= 2 {
        helps(moment, residents, minds, encounters, seen, |_, _| ());
        return;
    }
    let rules = Rules::begin(moment, minds, encounters, seen);
    let lists: Vec<usize> = (0..encounters.lists()).collect();
    let mut told: Vec<Vec<(Row, Row, Told)>> = Vec::new();
    // As many lists at a time as keep the threads busy; then each thread writes to the residents of its own part what all
    // these lists say of them, in their order.
    for lists in lists.chunks(LISTS_PER_THREAD * threads) {
        told.resize_with(lists.len(), Vec::new);
        let rows = &seen.rows;
        parallel::columns(1, (lists, &mut told[..]), |_, (lists, told)| {
            let mut table = Table::default();
            for (list, told) in lists.iter().zip(told) {
                told.clear();
                encounters.show(*list, residents, |meetings| {
                    let outcomes = table.fill(&rules, residents, meetings, rows);
                    let pairs = meetings.iter().map(|meeting| (meeting.from, meeting.with));
                    told.extend(pairs.zip(outcomes).map(|((from, with), told)| (from, with, *told)));
                });
            }
        });
        let part = seen.rows.len().div_ceil(threads);
        parallel::columns(part, &mut seen.rows[..], |first, rows| {
            for (from, with, told) in told.iter().flatten() {
                for (row, side) in [(with, 1), (from, 0)] {
                    if let Some(glance) = rows.get_mut((*row as usize).wrapping_sub(first)) {
                        glance.hears(told, side);
                    }
                }
            }
        });
        seen.total_helps += told.iter().flatten().map(|(_, _, told)| told.helps()).sum::<u64>();
    }
}

/// [`help`] on one thread, and tells of each encounter who helps whom, in their order.
pub fn helps(
    moment: &Moment,
    residents: &Residents,
    minds: &Minds,
    encounters: &Encounters,
    seen: &mut Seen,
    mut tell: impl FnMut(&Encounter, Helped),
) {
    let rules = Rules::begin(moment, minds, encounters, seen);
    let mut table = Table::default();
    for list in 0..encounters.lists() {
        encounters.show(list, residents, |meetings| {
            let outcomes = table.fill(&rules, residents, meetings, &seen.rows);
            for (meeting, told) in meetings.iter().zip(outcomes) {
                seen.total_helps += told.helps();
                tell(meeting, Helped { given: told.helped[1], taken: told.helped[0] });
                seen.rows[meeting.with as usize].hears(told, 1);
                seen.rows[meeting.from as usize].hears(told, 0);
            }
        });
    }
}

/// Lists of encounters that are looked at before what they say is written down, for each thread.
const LISTS_PER_THREAD: usize = 8;

/// The rules of a month's help.
struct Rules {
    source: Source,
    month: Month,
    trust: Trust,
    rule: HelpRule,
    learning: f64,
    village: f64,
}

impl Rules {
    /// The rules; and each resident's odds and behaviour of this month brought up to date.
    fn begin(moment: &Moment, minds: &Minds, encounters: &Encounters, seen: &mut Seen) -> Self {
        let values = moment.values;
        let imitation = values[Key::Rule] == 1.0;
        parallel::columns(parallel::CHUNK, &mut seen.rows[..], |first, rows| {
            for (at, glance) in (first..).zip(rows) {
                (glance.learnt, glance.helped_now) = (0.0, false);
                glance.odds = odds(minds.belief[at]);
                // Under the second rule a cooperator helps whatever is expected, and nobody else does.
                glance.behaviour = match (imitation, minds.cooperator[at]) {
                    (false, _) => minds.behaviour[at],
                    (true, true) => Behaviour::Unconditional,
                    (true, false) => Behaviour::FreeRider,
                };
            }
        });
        (seen.total_occasions, seen.total_helps) = (2 * encounters.len() as u64, 0);
        Self {
            source: moment.source(Draw::Help),
            month: moment.month,
            trust: Trust::new(values),
            rule: HelpRule::new(values),
            learning: values[Key::Learning],
            village: values[Key::VillageLearning],
        }
    }
}

/// What came of one encounter; of two values the first is that of who started it.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// Odds, then probability, that each expects of the other to help.
    predicted: [f64; 2],
    /// Know-how that whoever is helped gains.
    gain: f64,
    /// Who was helped by the other.
    helped: [bool; 2],
    /// Whether both are of two origins.
    across: bool,
}

impl Told {
    fn helps(&self) -> u64 {
        u64::from(self.helped[0]) + u64::from(self.helped[1])
    }
}

impl Glance {
    #[expect(
        clippy::inline_always,
        reason = "where code is kept small, as in the page, a call costs more than this"
    )]
    #[inline(always)]
    fn hears(&mut self, told: &Told, side: usize) {
        let helped = told.helped[side];
        self.note(told.predicted[side], helped);
        // A product instead of a condition that comes true by chance, which a processor cannot foresee.
        self.learnt += f64::from(u8::from(helped)) * told.gain;
        self.helped_now |= helped;
        self.helped_across = self.helped_across.saturating_add(u16::from(helped & told.across));
    }
}

/// A few encounters and what comes of them, of two values that of who started it first.
#[derive(Default)]
struct Table {
    draws: Vec<[Uniform; 4]>,
    behaviours: Vec<[Behaviour; 2]>,
    skills: Vec<[f64; 2]>,
    told: Vec<Told>,
}

impl Table {
    /// What comes of some encounters. Short loops: who is read at random, and what is computed, do not wait for each other.
    fn fill(
        &mut self,
        rules: &Rules,
        residents: &Residents,
        meetings: &[Encounter],
        rows: &[Glance],
    ) -> &[Told] {
        self.draws.resize(meetings.len(), [Uniform::default(); 4]);
        rules
            .source
            .fill_at(rules.month, &mut self.draws, |at| (meetings[at].who, u32::from(meetings[at].ordinal)));
        self.behaviours.resize(meetings.len(), [Behaviour::default(); 2]);
        self.skills.resize(meetings.len(), [0.0; 2]);
        self.told.resize(meetings.len(), Told::default());
        let columns = self.told.iter_mut().zip(&mut self.behaviours).zip(&mut self.skills);
        for (meeting, ((told, behaviours), skills)) in meetings.iter().zip(columns) {
            let (from, with) = (&rows[meeting.from as usize], &rows[meeting.with as usize]);
            let ratio = rules.trust.odds_ratio(meeting.before);
            let village = if meeting.channel == Channel::Village { rules.village } else { 1.0 };
            // Field by field: a whole that is put together first is read back before it is written.
            told.predicted[0] = from.odds * ratio;
            told.predicted[1] = with.odds * ratio;
            told.gain = rules.learning * village * (f64::from(meeting.units) / UNITS_PER_HOUR);
            behaviours[0] = from.behaviour;
            behaviours[1] = with.behaviour;
            skills[0] = from.skill;
            skills[1] = with.skill;
            told.across = residents.origin[meeting.from as usize] != residents.origin[meeting.with as usize];
        }
        for (told, [from, with]) in self.told.iter_mut().zip(&self.skills) {
            for odds in &mut told.predicted {
                *odds /= 1.0 + *odds;
            }
            told.gain *= complementarity(*from, *with);
        }
        for ((told, behaviours), [give, take, ..]) in
            self.told.iter_mut().zip(&self.behaviours).zip(&self.draws)
        {
            // Compared, and not asked for a success: with a check in between, the compiler would branch on chance.
            told.helped[1] = give.value() < rules.rule.probability(behaviours[0], told.predicted[0]);
            told.helped[0] = take.value() < rules.rule.probability(behaviours[1], told.predicted[1]);
        }
        &self.told
    }
}

/// Share of the help received from the other origin that is still remembered a month later.
#[must_use]
pub fn remembered(values: &Values) -> f64 {
    exp(-values[Key::HelpAcrossFading] / 12.0)
}

/// Turns what was seen since the last time into beliefs (first rule) and know-how.
pub fn remember(values: &Values, seen: &mut Seen, minds: &mut Minds) {
    let believes = values[Key::Rule] == 0.0;
    let ceiling = values[Key::KnowHowCeiling];
    let kept = 1.0 - values[Key::Forgetting] / 12.0;
    let remembered = remembered(values);
    let helped_adults = AtomicU64::new(0);
    let known = (&mut minds.know_how[..], &mut minds.helped_across[..]);
    let columns = (&mut seen.rows[..], (&mut minds.belief[..], known));
    parallel::columns(parallel::CHUNK, columns, |_, (rows, (beliefs, (know_hows, across)))| {
        let mut helped = 0;
        for (((glance, belief), know_how), across) in rows.iter_mut().zip(beliefs).zip(know_hows).zip(across)
        {
            if believes && glance.occasions > 0 {
                // More is expected of friends; only what was not expected teaches something about people in general.
                let surprise = (f64::from(glance.helped) - glance.predicted) / f64::from(glance.occasions);
                *belief = update_belief(values, *belief, *belief + surprise).clamp(0.0, 1.0);
            }
            helped += u64::from(glance.helped_now);
            *across = *across * remembered + f64::from(glance.helped_across);
            (glance.occasions, glance.helped, glance.helped_across, glance.predicted) = (0, 0, 0, 0.0);
            let acquired = *know_how - 1.0;
            let left = (1.0 - acquired / ceiling).clamp(0.0, 1.0);
            // A month of many hours would overshoot the ceiling, and turnover with it.
            *know_how = 1.0 + (acquired * kept + glance.learnt * left).min(ceiling);
        }
        helped_adults.fetch_add(helped, Ordering::Relaxed);
    });
    seen.helped_adults = helped_adults.into_inner();
}
