//! Common works: a threshold public good from idea to end, the heart of the model (model 4.7).

use crate::kernel::random::Who;
use crate::kernel::units::{Cents, Month};
use crate::state::population::{Origin, Residents, Row, lengthen};

/// In which order tool and commitment come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Order {
    /// The council pays; nobody commits.
    GivenTool = 0,
    /// Contributions are sunk before anyone knows whether they suffice.
    ToolFirst = 1,
    /// A contribution is due only if enough commit (the order of a CUMA).
    CommitmentFirst = 2,
    /// Output grows with contributors above the threshold (Pacheco et al. 2009).
    Scaled = 3,
}

impl Order {
    /// Every order, by its number in the table of parameters.
    pub const ALL: [Self; 4] = [Self::GivenTool, Self::ToolFirst, Self::CommitmentFirst, Self::Scaled];

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

/// How far a work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Enough have committed; it is being built.
    Building,
    /// In operation.
    Operating,
    /// Fewer than half of those needed are left.
    Ended,
}

/// One common work that reached its number.
#[derive(Clone, Debug)]
pub struct CommonWork {
    /// Address of its draws.
    pub who: Who,
    /// Who started it.
    pub starter: Starter,
    /// Order of tool and commitment.
    pub order: Order,
    /// What it is for.
    pub purpose: Purpose,
    /// Rows of the team, in the order of joining.
    pub team: Vec<Row>,
    /// Number of members needed, M.
    pub needed: u32,
    /// Number of people asked, N.
    pub asked: u32,
    /// The council is a partner.
    pub with_council: bool,
    /// Part of each member's cost that the public bears.
    pub cost_borne: f64,
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
    /// Made a place of its own.
    pub own_place: bool,
}

impl CommonWork {
    /// Members by origin: locals, newcomers.
    #[must_use]
    pub fn by_origin(&self, residents: &Residents) -> [u32; 2] {
        by_origin(residents, &self.team)
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
    /// Works in which each resident takes part, by row.
    pub of_resident: Vec<u8>,
    /// Ideas this month by order.
    pub ideas: [u32; 4],
    /// Committed this month by order.
    pub committed: [u32; 4],
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
        self.ideas = [0; 4];
        self.committed = [0; 4];
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
    }
}

/// Who has the idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Starter {
    /// A contributor with friends in a place.
    Contributor = 0,
    /// A facilitator who convenes.
    Facilitator = 1,
    /// An association or CUMA.
    Association = 2,
    /// The council.
    Council = 3,
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
