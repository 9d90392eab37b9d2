//! What a life comes to: sums over its months, and how it stood at the last.

use super::super::people::Id;
use super::super::side::Roll;
use hameau_model::rules::step::State;
use hameau_model::state::places::NOWHERE;
use hameau_model::state::population::Occupation;
use hameau_model::state::works::Stage;

/// What is summed over the months of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Sum {
    /// Months here.
    Presence,
    /// Months in a job.
    Employment,
    /// Months as user of a place.
    Use,
    /// Helps given at encounters.
    Helps,
    /// Casual friends or better, summed over months.
    Friends,
    /// Know-how above that on entry, summed over months.
    KnowHow,
    /// Small jobs with somebody, summed over months.
    Jobs,
    /// Common works, summed over months.
    Works,
    /// Turnover, in euros.
    Turnover,
}

impl Sum {
    /// Every sum, in order.
    pub const ALL: [Self; 9] = [
        Self::Presence,
        Self::Employment,
        Self::Use,
        Self::Helps,
        Self::Friends,
        Self::KnowHow,
        Self::Jobs,
        Self::Works,
        Self::Turnover,
    ];

    /// Its name in data files, ending with its unit.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Presence => "presence_months",
            Self::Employment => "employment_months",
            Self::Use => "use_months",
            Self::Helps => "helps_count",
            Self::Friends => "friend_months",
            Self::KnowHow => "know_how_months",
            Self::Jobs => "job_months",
            Self::Works => "work_months",
            Self::Turnover => "turnover_eur",
        }
    }
}

/// The sums of a life, in the order of [`Sum`].
pub type Sums = [f64; Sum::ALL.len()];

/// How somebody stood at the end of the last month here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Casual friends or better.
    pub friends: u8,
    /// Of them, of the other origin.
    pub friends_across: u8,
    /// Know-how; 1 on entry.
    pub know_how: f64,
    /// Turnover of the enterprise, in euros a year; 0 without one.
    pub turnover_eur_per_year: f64,
    /// Occupation.
    pub occupation: Occupation,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    sums: Vec<Sums>,
    ends: Vec<Option<End>>,
}

impl Ledger {
    pub fn sums(&self, id: Id) -> Sums {
        self.sums.get(id as usize).copied().unwrap_or_default()
    }

    pub fn end(&self, id: Id) -> Option<&End> {
        self.ends.get(id as usize)?.as_ref()
    }

    /// Somebody gave help.
    pub fn help(&mut self, id: Id) {
        self.grow(id as usize + 1);
        self.sums[id as usize][Sum::Helps as usize] += 1.0;
    }

    /// Adds a month.
    pub fn close(&mut self, state: &State, roll: &Roll, people: usize) {
        self.grow(people);
        for (row, id) in roll.present() {
            let at = row as usize;
            let occupation = state.residents.occupation[at];
            let survey = state.surveys[at];
            let works_for_pay = occupation.is_active() && occupation != Occupation::Unemployed;
            let turnover = state.enterprises.of(row).turnover().eur();
            let know_how = state.minds.know_how[at];
            let sums = &mut self.sums[id as usize];
            sums[Sum::Presence as usize] += 1.0;
            sums[Sum::Employment as usize] += f64::from(u8::from(works_for_pay));
            sums[Sum::Use as usize] += f64::from(u8::from(state.users.place[at] != NOWHERE));
            sums[Sum::Friends as usize] += f64::from(survey.casual);
            sums[Sum::KnowHow as usize] += know_how - 1.0;
            sums[Sum::Turnover as usize] += turnover / 12.0;
            self.ends[id as usize] = Some(End {
                friends: survey.casual,
                friends_across: survey.casual_cross,
                know_how,
                turnover_eur_per_year: turnover,
                occupation,
            });
        }
        for job in &state.collaborations.going_on {
            for row in job.pair {
                self.sums[roll.id(row) as usize][Sum::Jobs as usize] += 1.0;
            }
        }
        for work in state.works.list.iter().filter(|work| work.stage != Stage::Ended) {
            for row in &work.team {
                self.sums[roll.id(*row) as usize][Sum::Works as usize] += 1.0;
            }
        }
    }

    fn grow(&mut self, people: usize) {
        if people > self.sums.len() {
            self.sums.resize(people, Sums::default());
            self.ends.resize(people, None);
        }
    }
}
