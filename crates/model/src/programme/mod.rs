//! The programme: dated instruments, one file each, what they do this month and what they cost.
//!
//! To add an instrument: its record in `parameters::instruments` ([`crate::inputs::parameters::InstrumentKind`]), a file here, a line in
//! [`act`], which the compiler asks for.

mod budget;
mod business_anchoring;
mod collective_support;
mod cost;
mod fablab;
mod facilitation;
mod mixed_works_fund;
mod place_governance;
mod public_service;
mod shared_place;
mod tax_exemption;
mod training;
mod welcome;

pub use budget::{Budget, InstrumentBudget};
pub use business_anchoring::{Anchoring, supplier_meetings};
pub use cost::{Contingent, Cost, Thing};
pub use facilitation::reach_out;
pub use training::{Training, train, trained};

use crate::inputs::parameters::{InstrumentKind, Key};
use crate::inputs::scenario::Instrument;
use crate::kernel::order;
use crate::kernel::units::Cents;
use crate::state::moment::Moment;
use crate::state::places::{FacilitatedHours, SharedPlace, Users, found};
use crate::state::works::Support;

/// What the instruments in force do this month, apart from what they made of the places.
#[derive(Clone, Debug)]
pub struct Acts {
    /// Attraction of the territory over that without any policy.
    pub attraction: f64,
    /// Persons whom welcome programmes bring in a year.
    pub brought_per_year: f64,
    /// Cost of each person brought, and the instrument that pays it.
    pub pack: Option<(usize, Cents)>,
    /// What is offered to common works.
    pub support: Support,
    /// Instruments that pay the grants: of the fund for mixed works, to associations.
    pub grantors: [Option<usize>; 2],
    /// Money of the fund for mixed works in a year.
    pub fund_per_year: Cents,
    /// Tax not levied on a new enterprise in a month, and the instrument.
    pub exemption: Option<(usize, Cents)>,
    /// Supplier meetings.
    pub anchoring: Vec<Anchoring>,
    /// Trainings.
    pub trainings: Vec<Training>,
    /// Spent this month by each instrument of the scenario.
    pub spent: Vec<Cents>,
}

impl Acts {
    fn none(instruments: usize) -> Self {
        Self {
            attraction: 1.0,
            brought_per_year: 0.0,
            pack: None,
            support: Support { association_ideas: 1.0, ..Support::default() },
            grantors: [None; 2],
            fund_per_year: Cents(0),
            exemption: None,
            anchoring: Vec::new(),
            trainings: Vec::new(),
            spent: vec![Cents(0); instruments],
        }
    }

    /// Nothing in force.
    #[must_use]
    pub fn idle() -> Self {
        Self::none(0)
    }
}

/// One instrument at work: what it may change.
struct Scene<'a> {
    moment: &'a Moment<'a>,
    index: usize,
    instrument: &'a Instrument,
    places: &'a mut Vec<SharedPlace>,
    users: &'a mut Users,
    acts: &'a mut Acts,
}

impl Scene<'_> {
    fn lever(&self, key: Key) -> f64 {
        self.instrument.levers[key]
    }

    /// Charges what the instrument costs whatever happens.
    fn pay(&mut self) {
        let cost = Cost::of(self.instrument);
        let opening = if self.instrument.from == self.moment.month { cost.opening_eur } else { 0.0 };
        let spent = Cents::from_eur(opening) + Cents::from_eur(cost.running_eur_per_year / 12.0);
        self.acts.spent[self.index] += spent;
    }

    /// The place or circle that the instrument has open for so many people. One for nobody is not founded, and closes if it
    /// stands.
    fn open(&mut self, new: SharedPlace, capacity: u32) -> Option<&mut SharedPlace> {
        let known = self.places.iter().position(|place| place.who == new.who);
        let at = match known {
            Some(at) => at,
            None if capacity == 0 => return None,
            None => found(self.places, self.users, new),
        };
        let place = &mut self.places[at];
        place.open = capacity > 0;
        place.capacity = capacity;
        Some(place)
    }

    /// The open place that the instrument serves.
    fn place(&mut self) -> Option<&mut SharedPlace> {
        let name = self.instrument.place.as_deref()?;
        self.places.iter_mut().find(|place| place.name == name && place.desks && place.open)
    }
}

/// Phase 1 of a month: which instruments are in force, what they make of the places, what they cost. Places that no
/// instrument keeps open are closed and their users go. Places that works made for themselves stay.
#[must_use]
pub fn act(
    moment: &Moment,
    programme: &[Instrument],
    places: &mut Vec<SharedPlace>,
    users: &mut Users,
) -> Acts {
    let mut acts = Acts::none(programme.len());
    for place in places.iter_mut() {
        place.open = place.made_by_work;
        place.fablab = false;
        place.public_service = false;
        place.trains = [false; 2];
        place.facilitation = FacilitatedHours::default();
        if !place.made_by_work {
            place.capacity = 0;
            place.co_governance = 0.0;
        }
    }
    let in_force = |(_, instrument): &(usize, &Instrument)| instrument.acts_in(moment.month);
    let mut in_force: Vec<(usize, &Instrument)> = programme.iter().enumerate().filter(in_force).collect();
    // Places before what serves them; else by name, so that the order of a file is none.
    order::by_key(&mut in_force, |(_, instrument)| {
        (!instrument.kind.opens_place(), instrument.name.as_str())
    });
    for (index, instrument) in in_force {
        let acts = &mut acts;
        one(&mut Scene { moment, index, instrument, places, users, acts });
    }
    close_places(places, users);
    acts
}

fn one(scene: &mut Scene) {
    scene.pay();
    scene.acts.attraction += scene.instrument.attraction(scene.moment.values);
    match scene.instrument.kind {
        InstrumentKind::Welcome => welcome::act(scene),
        // Attracts and costs, as every instrument may: there is nothing else to do.
        InstrumentKind::GatewayHousing => {}
        InstrumentKind::SharedPlace => shared_place::act(scene),
        InstrumentKind::PlaceGovernance => place_governance::act(scene),
        InstrumentKind::FabLab => fablab::act(scene),
        InstrumentKind::PublicService => public_service::act(scene),
        InstrumentKind::Training => training::act(scene),
        InstrumentKind::Facilitation => facilitation::act(scene),
        InstrumentKind::MixedWorksFund => mixed_works_fund::act(scene),
        InstrumentKind::CollectiveSupport => collective_support::act(scene),
        InstrumentKind::BusinessAnchoring => business_anchoring::act(scene),
        InstrumentKind::TaxExemption => tax_exemption::act(scene),
    }
}

fn close_places(places: &mut [SharedPlace], users: &mut Users) {
    for number in 0..places.len() {
        if !places[number].open {
            for row in places[number].users.clone() {
                users.quit(places, row);
            }
        }
    }
}
