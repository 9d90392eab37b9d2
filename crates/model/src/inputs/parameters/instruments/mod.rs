//! The instruments of a programme, a closed list: what a scenario can say of each stands in its file here, what it does in the
//! file of the same name in `programme`. The compiler names what a new one lacks.

mod business_anchoring;
mod collective_support;
mod fablab;
mod facilitation;
mod gateway_housing;
mod mixed_works_fund;
mod place_governance;
mod public_service;
mod shared_place;
mod tax_exemption;
mod training;
mod welcome;

use super::row::Row;
use super::{Key, Total, Values};

/// An instrument that a council has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum InstrumentKind {
    /// Welcome and search programme: brings people on top of other arrivals, and makes the territory known.
    Welcome,
    /// Gateway housing: homes lent to people who try out the territory.
    GatewayHousing,
    /// A shared place: opened in a commune, run, extended, closed.
    SharedPlace,
    /// Governance of a place: how far its users decide with the council.
    PlaceGovernance,
    /// A FabLab in a place: answers farmers and craftspeople.
    FabLab,
    /// A public service in a place: gives locals a reason to come.
    PublicService,
    /// Training for people of one origin or of both, in a place or anywhere.
    Training,
    /// Facilitation: hours of a host, in a place or for a circle of people without one.
    Facilitation,
    /// Fund for mixed common works: grants to teams that hold both origins.
    MixedWorksFund,
    /// Support to existing local collectives (CUMA, associations), without a place.
    CollectiveSupport,
    /// Business anchoring: supplier meetings between enterprises of both origins.
    BusinessAnchoring,
    /// Tax exemption of new enterprises.
    TaxExemption,
}

/// Where an instrument may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Opens a shared place in a commune.
    Opens,
    /// Serves a shared place that is open.
    Serves,
    /// Serves a shared place, or gathers people around a commune.
    ServesOrGathers,
    /// Serves a shared place, or acts in the whole territory.
    ServesOrTerritory,
    /// Acts in the whole territory.
    Territory,
}

impl Site {
    /// Whether an entry must name a place that another entry opens.
    #[must_use]
    pub const fn needs_place(self) -> bool {
        matches!(self, Self::Serves)
    }

    /// Whether an entry may name a place.
    #[must_use]
    pub const fn takes_place(self) -> bool {
        !matches!(self, Self::Territory)
    }

    /// Whether an entry that names a place, or none, may name a commune.
    #[must_use]
    pub const fn takes_commune(self, names_place: bool) -> bool {
        match self {
            Self::Opens | Self::Serves | Self::ServesOrGathers => true,
            Self::ServesOrTerritory => names_place,
            Self::Territory => false,
        }
    }
}

/// The levers in force: the value of each.
pub type Lever<'a> = &'a dyn Fn(Key) -> f64;

/// What can be said of an instrument before anything is simulated.
#[derive(Debug)]
pub struct InstrumentRecord {
    /// Its name in a scenario.
    pub name: &'static str,
    /// What it is, in English and in French.
    pub title: (&'static str, &'static str),
    /// Where it may act.
    pub site: Site,
    /// Its levers.
    pub levers: &'static [(Key, Row)],
    /// Levers that are shares of one whole, and so add up to 1 at most.
    pub shares_of_one: &'static [Key],
    /// Costs among them that follow from the others as long as nobody writes them.
    pub totals: &'static [Total],
    /// How much it adds to the attraction of the territory over that without any policy.
    pub attraction: fn(Lever<'_>, &Values) -> f64,
}

impl InstrumentRecord {
    /// One that does nothing of what only few do.
    const PLAIN: Self = Self {
        name: "",
        title: ("", ""),
        site: Site::Territory,
        levers: &[],
        shares_of_one: &[],
        totals: &[],
        attraction: |_, _| 0.0,
    };

    /// The lever as a total that follows from others, when it is one.
    #[must_use]
    pub fn total(&self, key: Key) -> Option<&'static Total> {
        self.totals.iter().find(|total| total.key == key)
    }
}

impl InstrumentKind {
    /// Every instrument, in the order of the table of parameters.
    pub const ALL: [Self; 12] = [
        Self::Welcome,
        Self::GatewayHousing,
        Self::SharedPlace,
        Self::PlaceGovernance,
        Self::FabLab,
        Self::PublicService,
        Self::Training,
        Self::Facilitation,
        Self::MixedWorksFund,
        Self::CollectiveSupport,
        Self::BusinessAnchoring,
        Self::TaxExemption,
    ];

    /// What can be said of it.
    #[must_use]
    pub const fn record(self) -> &'static InstrumentRecord {
        match self {
            Self::Welcome => &welcome::RECORD,
            Self::GatewayHousing => &gateway_housing::RECORD,
            Self::SharedPlace => &shared_place::RECORD,
            Self::PlaceGovernance => &place_governance::RECORD,
            Self::FabLab => &fablab::RECORD,
            Self::PublicService => &public_service::RECORD,
            Self::Training => &training::RECORD,
            Self::Facilitation => &facilitation::RECORD,
            Self::MixedWorksFund => &mixed_works_fund::RECORD,
            Self::CollectiveSupport => &collective_support::RECORD,
            Self::BusinessAnchoring => &business_anchoring::RECORD,
            Self::TaxExemption => &tax_exemption::RECORD,
        }
    }

    /// Whether its entries open a shared place.
    #[must_use]
    pub fn opens_place(self) -> bool {
        self.record().site == Site::Opens
    }

    /// Its name in a scenario.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.record().name
    }
}
