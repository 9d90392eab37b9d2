//! People: adults as columns, children as counts by commune and year of age.
//!
//! Inhabitants are adults (18 and more) plus children (0 to 17). Homes and jobs of each commune stand beside them.

mod residents;
mod rows;
mod slots;

pub use residents::{Brought, Entrant, Residents, Row};
pub use rows::lengthen;
pub use slots::{Group, Slots};

use crate::kernel::random::Who;
use crate::kernel::units::Month;

/// First year of age of an adult.
pub const ADULT_YEARS: u32 = 18;

/// Where somebody comes from: fixed for life, however long a newcomer stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Origin {
    /// From here or from nearby, for as long as the model can tell.
    Local = 0,
    /// Came as a stranger.
    Newcomer = 1,
}

impl Origin {
    /// The other origin.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Local => Self::Newcomer,
            Self::Newcomer => Self::Local,
        }
    }
}

/// What somebody does, for a living or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Occupation {
    /// Farmer, self-employed.
    Farmer = 0,
    /// Employee of what is sold outside: industry, works, wholesale, farms.
    ProductiveEmployee = 1,
    /// Employee of what serves residents: shops, crafts, personal services.
    ResidentialEmployee = 2,
    /// Employee of administration, school, health or care, public or not.
    PublicEmployee = 3,
    /// Employee who works from here for an employer outside.
    RemoteEmployee = 4,
    /// Self-employed other than in farming: craft, trade, profession, freelance.
    Entrepreneur = 5,
    /// Looking for a job.
    Unemployed = 6,
    /// Aged 60 and more without a job: 60 to 64 out of the labour force, and everybody from 65.
    Retired = 7,
    /// Aged 18 to 59 and out of the labour force: students, carers, disabled.
    Inactive = 8,
}

impl Occupation {
    /// Every occupation, in order.
    pub const ALL: [Self; 9] = [
        Self::Farmer,
        Self::ProductiveEmployee,
        Self::ResidentialEmployee,
        Self::PublicEmployee,
        Self::RemoteEmployee,
        Self::Entrepreneur,
        Self::Unemployed,
        Self::Retired,
        Self::Inactive,
    ];

    /// Its name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Farmer => "farmer",
            Self::ProductiveEmployee => "productive_employee",
            Self::ResidentialEmployee => "residential_employee",
            Self::PublicEmployee => "public_employee",
            Self::RemoteEmployee => "remote_employee",
            Self::Entrepreneur => "entrepreneur",
            Self::Unemployed => "unemployed",
            Self::Retired => "retired",
            Self::Inactive => "inactive",
        }
    }

    /// The occupation in words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Farmer => ("farmer", "agriculteur"),
            Self::ProductiveEmployee => ("productive employee", "salarié productif"),
            Self::ResidentialEmployee => {
                ("residential-service employee", "salarié des services aux résidents")
            }
            Self::PublicEmployee => {
                ("public, school or care employee", "salarié du public, de l'école ou du soin")
            }
            Self::RemoteEmployee => ("remote employee", "télétravailleur salarié"),
            Self::Entrepreneur => ("entrepreneur", "entrepreneur"),
            Self::Unemployed => ("unemployed", "chômeur"),
            Self::Retired => ("retired", "retraité"),
            Self::Inactive => ("otherwise inactive", "autre inactif"),
        }
    }

    /// Whether this is a job or the search for one.
    #[must_use]
    pub const fn is_active(self) -> bool {
        !matches!(self, Self::Retired | Self::Inactive)
    }

    /// Whether this is work on one's own account.
    #[must_use]
    pub const fn is_self_employed(self) -> bool {
        matches!(self, Self::Farmer | Self::Entrepreneur)
    }
}

/// Adults as columns, all of one length, by ascending address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adults {
    /// Stable address.
    pub address: Vec<Who>,
    /// Origin.
    pub origin: Vec<Origin>,
    /// Month of arrival; of a local the month of birth, so that tenure needs no special case.
    pub arrived: Vec<Month>,
    /// Month of birth.
    pub birth: Vec<Month>,
    /// Position of the commune in the territory.
    pub commune: Vec<u16>,
    /// Occupation.
    pub occupation: Vec<Occupation>,
    /// Lives in a care home: aged 75 and more, without ties.
    pub secluded: Vec<bool>,
}

impl Adults {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.address.len()
    }

    /// Whether there is nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.address.is_empty()
    }

    /// Months since the adult at this position arrived (a local: since birth).
    #[must_use]
    pub fn tenure_months(&self, at: usize, now: Month) -> u32 {
        now.months_after(self.arrived[at])
    }

    /// Completed years of age of the adult at this position.
    #[must_use]
    pub fn age_years(&self, at: usize, now: Month) -> u32 {
        now.months_after(self.birth[at]) / 12
    }
}

/// Children of a commune by completed year of age, 0 to 17.
pub type Children = [u32; ADULT_YEARS as usize];

/// Homes of a commune.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Homes {
    /// Lived in all year.
    pub main: u32,
    /// Second and occasional.
    pub second: u32,
    /// Vacant.
    pub vacant: u32,
}

/// Everybody and everything that is there at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founders {
    /// The month they describe: ages are completed at its first day.
    pub start: Month,
    /// Adults.
    pub adults: Adults,
    /// Children, by commune.
    pub children: Vec<Children>,
    /// Homes, by commune.
    pub homes: Vec<Homes>,
    /// Jobs at the workplace, by commune.
    pub jobs: Vec<u32>,
}
