//! What an instrument costs, by its levers: said once, for the month that pays it and for the budget that foresees it.

use crate::inputs::parameters::{InstrumentKind, Key};
use crate::inputs::scenario::Instrument;

/// What an instrument costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Paid in its first month: investment, in EUR.
    pub opening_eur: f64,
    /// Paid whatever happens: running costs, in EUR a year.
    pub running_eur_per_year: f64,
    /// Paid for what happens.
    pub contingent: Option<Contingent>,
}

/// A cost that hangs on what happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contingent {
    /// About so many EUR a year: as many things are meant to happen.
    About(f64),
    /// So many EUR at most in each calendar year in which it is in force.
    AtMost(f64),
    /// So many EUR for each thing, however many there are.
    Each(f64, Thing),
}

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A common work that an association begins.
    AssociationWork,
    /// A new enterprise, each year.
    EnterpriseYear,
}

impl Thing {
    /// Its words, in English and in French.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::AssociationWork => {
                ("joint project that an association begins", "projet commun lancé par une association")
            }
            Self::EnterpriseYear => ("new enterprise and year", "entreprise nouvelle et par an"),
        }
    }
}

impl Cost {
    /// What an instrument costs.
    #[must_use]
    pub fn of(instrument: &Instrument) -> Self {
        let lever = |key: Key| instrument.levers[key];
        let running = |eur: f64| Self { running_eur_per_year: eur, ..Self::default() };
        let built =
            |opening: Key, yearly: Key| Self { opening_eur: lever(opening), ..running(lever(yearly)) };
        let with = |cost: Self, contingent: Contingent| Self { contingent: Some(contingent), ..cost };
        match instrument.kind {
            InstrumentKind::Welcome => with(
                running(lever(Key::WelcomeRunning)),
                Contingent::About(lever(Key::WelcomePersons) * lever(Key::WelcomePack)),
            ),
            InstrumentKind::GatewayHousing => running(lever(Key::GatewayHomes) * lever(Key::GatewayCost)),
            InstrumentKind::SharedPlace => built(Key::PlaceBuild, Key::PlaceRunning),
            InstrumentKind::PlaceGovernance => running(lever(Key::GovernanceCost)),
            InstrumentKind::FabLab => built(Key::FablabBuild, Key::FablabRunning),
            InstrumentKind::PublicService => running(lever(Key::ServiceRunning)),
            InstrumentKind::Training => {
                with(running(0.0), Contingent::About(lever(Key::Trainees) * lever(Key::TrainingCost)))
            }
            InstrumentKind::Facilitation => {
                running(lever(Key::FacilitationFte) * lever(Key::FacilitationCost))
            }
            InstrumentKind::MixedWorksFund => with(running(0.0), Contingent::AtMost(lever(Key::FundBudget))),
            InstrumentKind::CollectiveSupport => with(
                running(lever(Key::SupportRunning)),
                Contingent::Each(lever(Key::SupportCost), Thing::AssociationWork),
            ),
            InstrumentKind::BusinessAnchoring => running(lever(Key::AnchoringCost)),
            InstrumentKind::TaxExemption => {
                with(running(0.0), Contingent::Each(lever(Key::TaxCost), Thing::EnterpriseYear))
            }
        }
    }
}
