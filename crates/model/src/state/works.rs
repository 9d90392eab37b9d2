//! Common works: a threshold public good from idea to end, the heart of the model (model 4.7).

use crate::kernel::random::Who;
use crate::kernel::units::{Cents, Month};
use crate::state::needs::Need;
use crate::state::population::{Origin, Residents, Row, lengthen};

/// In which order tool and commitment come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Order {
    /// The council sinks the cost; users join by their own choice, without any.
    GivenTool = 0,
    /// Contributions are sunk before anyone knows whether they suffice.
    ToolFirst = 1,
    /// A contribution is due only if enough commit (the order of a CUMA).
    CommitmentFirst = 2,
}

impl Order {
    /// Every order, by its number in the table of parameters.
    pub const ALL: [Self; 3] = [Self::GivenTool, Self::ToolFirst, Self::CommitmentFirst];

    /// The order that a parameter names.
    #[must_use]
    pub fn of(value: f64) -> Self {
        Self::ALL[value as usize]
    }
}

/// What a work is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Purpose {
    /// Members serve each other.
    MutualService = 0,
    /// Something is made and sold.
    ProductiveVenture = 1,
    /// Something is shared with all.
    CulturalCommons = 2,
}

impl Purpose {
    /// Every purpose, by its number.
    pub const ALL: [Self; 3] = [Self::MutualService, Self::ProductiveVenture, Self::CulturalCommons];
}

/// How far a work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Enough have committed; it is being built.
    Building,
    /// In operation.
    Operating,
    /// It has ended.
    Ended,
}

/// One common work that reached its number.
#[derive(Clone, Debug)]
pub struct CommonWork {
    /// Address of its draws.
    pub who: Who,
    /// The need that it meets: who lacks it never joins.
    pub need: Need,
    /// Who started it.
    pub starter: Starter,
    /// Order of tool and commitment.
    pub order: Order,
    /// Rows of the team, in the order of joining.
    pub team: Vec<Row>,
    /// Number of members needed, M; the council, where it is a partner, is one of them and not of the team.
    pub needed: u32,
    /// Number of people asked, N.
    pub asked: u32,
    /// The council is a partner.
    pub with_council: bool,
    /// Part of each member's cost that the public bears.
    pub cost_borne: f64,
    /// Part of its decisions taken with its members.
    pub governance: f64,
    /// Commune, as index into the territory.
    pub commune: u16,
    /// Month of the commitment.
    pub committed: Month,
    /// Month of the start of operation.
    pub operating_since: Option<Month>,
    /// Stage.
    pub stage: Stage,
    /// Share of the members who contributed last month.
    pub contributing: f64,
    /// Months in a row in which fewer contributed than are needed.
    pub months_short: u32,
    /// Made a place of its own.
    pub own_place: bool,
}

/// People who pledged to a work that commits first, until it is decided.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// The work that it will be.
    pub work: CommonWork,
    /// Month in which pledges are due.
    pub until: Month,
    /// A grant that is paid when it commits: which pot, how much, and the part of the members' cost that it bears.
    pub grant: Option<(usize, Cents, f64)>,
}

impl CommonWork {
    /// Members by origin: locals, newcomers.
    #[must_use]
    pub fn by_origin(&self, residents: &Residents) -> [u32; 2] {
        by_origin(residents, &self.team)
    }

    /// What it is for.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.need.purpose
    }

    /// Members of the team who must contribute for it to run.
    #[must_use]
    pub fn needed_of_team(&self) -> u32 {
        self.needed - u32::from(self.with_council)
    }

    /// Whether it brought its benefits last month: in operation, with as many contributors as it needs.
    #[must_use]
    pub fn serves(&self) -> bool {
        self.stage == Stage::Operating && self.months_short == 0
    }

    /// Whether each origin has at least `least` of the members.
    #[must_use]
    pub fn is_mixed(&self, residents: &Residents, least: f64) -> bool {
        is_mixed(self.by_origin(residents), least)
    }
}

/// People by origin: locals, newcomers.
#[must_use]
pub fn by_origin(residents: &Residents, team: &[Row]) -> [u32; 2] {
    let mut count = [0; 2];
    for row in team {
        count[residents.origin[*row as usize] as usize] += 1;
    }
    count
}

/// Whether each origin has at least `least` of a team; an empty one is not mixed.
#[must_use]
pub fn is_mixed(team: [u32; 2], least: f64) -> bool {
    let total = f64::from(team[0] + team[1]);
    total > 0.0
        && [Origin::Local, Origin::Newcomer]
            .iter()
            .all(|origin| f64::from(team[*origin as usize]) >= least * total)
}

/// All works, and what happened to them this month.
#[derive(Clone, Debug, Default)]
pub struct Works {
    /// By order of commitment, ended ones included until they are counted.
    pub list: Vec<CommonWork>,
    /// Pledges that are not due yet, in the order in which they were made.
    pub gathering: Vec<Gathering>,
    /// Works in which each resident takes part, by row.
    pub of_resident: Vec<u8>,
    /// Ideas this month by order.
    pub ideas: [u32; 3],
    /// Decided against this month by order: too few joined, or kept their pledge.
    pub abandoned: [u32; 3],
    /// Committed this month by order.
    pub committed: [u32; 3],
    /// Ended this month.
    pub ended: u32,
    /// Tools that the council gave this month without anyone's commitment.
    pub given_tools: u32,
    /// Places that works opened for themselves and that wait to be added, by commune.
    pub new_places: Vec<(Who, u16)>,
    /// Grants paid this month from the fund for mixed works, and to works of associations.
    pub grants: [Cents; 2],
    /// Left in this year's fund.
    pub fund_left: Cents,
}

impl Works {
    /// Rows, at least so many.
    pub fn make_rows(&mut self, rows: usize) {
        lengthen(&mut self.of_resident, rows, 0);
    }

    /// Begins the row of someone who enters.
    pub fn enter(&mut self, row: Row) {
        self.of_resident[row as usize] = 0;
    }

    /// Forgets what happened last month, and the works that have ended.
    pub fn begin_month(&mut self) {
        self.list.retain(|work| work.stage != Stage::Ended);
        self.ideas = [0; 3];
        self.abandoned = [0; 3];
        self.committed = [0; 3];
        self.ended = 0;
        self.given_tools = 0;
        self.grants = [Cents(0); 2];
    }

    /// Takes someone who leaves out of every work.
    pub fn leave(&mut self, row: Row) {
        if self.of_resident[row as usize] > 0 {
            for work in &mut self.list {
                work.team.retain(|member| *member != row);
            }
            self.of_resident[row as usize] = 0;
        }
        for gathering in &mut self.gathering {
            gathering.work.team.retain(|member| *member != row);
        }
    }
}

/// Who has the idea, and in which circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Starter {
    /// A user of a place, among its users.
    User = 0,
    /// A facilitator who convenes, among people whom she has met.
    Facilitator = 1,
    /// A member of an association or CUMA, among its members.
    Association = 2,
    /// The council.
    Council = 3,
    /// A resident, among those of the commune.
    Resident = 4,
}

impl Starter {
    /// Every kind, by its number.
    pub const ALL: [Self; 5] =
        [Self::User, Self::Facilitator, Self::Association, Self::Council, Self::Resident];
}

/// What programmes offer to works this month.
#[derive(Clone, Copy, Debug, Default)]
pub struct Support {
    /// Ideas of associations, over those without support.
    pub association_ideas: f64,
    /// Grant to a work of an association.
    pub association_grant: Cents,
    /// Part of its members' cost that the grant bears.
    pub association_borne: f64,
    /// Grant to a mixed work, and the part of the members' cost that it bears.
    pub mixed_grant: Option<(Cents, f64)>,
}
