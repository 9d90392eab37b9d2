//! To which works and jobs residents belong, by row: what the model keeps by work and by pair.

use hameau_model::kernel::order;
use hameau_model::kernel::random::Who;
use hameau_model::rules::step::State;
use hameau_model::state::population::Row;
use hameau_model::state::works::Stage;

/// Membership of works and jobs in one world at one time.
#[derive(Clone, Debug, Default)]
pub(super) struct Belongings {
    works: Vec<(Row, Who, Stage)>,
    jobs: Vec<(Row, Who)>,
    /// Whether anything stands above, by row.
    any: Vec<bool>,
}

impl Belongings {
    /// Takes note of all works that go on and all jobs.
    pub fn take(&mut self, state: &State) {
        self.works.clear();
        self.jobs.clear();
        self.any.clear();
        self.any.resize(state.residents.rows(), false);
        for work in state.works.list.iter().filter(|work| work.stage != Stage::Ended) {
            self.works.extend(work.team.iter().map(|row| (*row, work.who, work.stage)));
        }
        for job in &state.collaborations.going_on {
            self.jobs.extend(job.pair.map(|row| (row, job.who)));
        }
        order::by_key(&mut self.works, |work| *work);
        order::by_key(&mut self.jobs, |job| *job);
        for row in self.works.iter().map(|(row, ..)| row).chain(self.jobs.iter().map(|(row, _)| row)) {
            self.any[*row as usize] = true;
        }
    }

    /// Whether somebody belongs to anything.
    pub fn any(&self, row: Row) -> bool {
        self.any[row as usize]
    }

    /// The works of a resident.
    pub fn works(&self, row: Row) -> impl Iterator<Item = (Who, Stage)> {
        let from = self.works.partition_point(|(member, ..)| *member < row);
        self.works[from..]
            .iter()
            .take_while(move |(member, ..)| *member == row)
            .map(|(_, who, stage)| (*who, *stage))
    }

    /// The jobs that a resident does with somebody.
    pub fn jobs(&self, row: Row) -> impl Iterator<Item = Who> {
        let from = self.jobs.partition_point(|(member, _)| *member < row);
        self.jobs[from..].iter().take_while(move |(member, _)| *member == row).map(|(_, who)| *who)
    }
}
