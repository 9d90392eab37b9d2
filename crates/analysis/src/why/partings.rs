//! Where residents part: their lives in two worlds are compared after every phase of every month.

use super::life::{Quantity, differs};
use super::people::Id;
use super::side::Side;
use super::surroundings::{self, Difference, Surrounding};
use hameau_model::kernel::order;
use hameau_model::kernel::units::Month;
use hameau_model::rules::step::Phase;

/// When two worlds were compared: after a phase, or at the start (`None`), before the first month.
pub type Where = Option<Phase>;

/// The first time at which the life of a resident differs between two worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parting {
    /// Who.
    pub id: Id,
    /// Month.
    pub month: Month,
    /// The phase that made the difference.
    pub call: Where,
    /// In what, the first of the list where several differ at once.
    pub quantity: Quantity,
}

/// Where two worlds part.
#[derive(Clone, Debug, Default)]
pub struct Partings {
    /// The first difference of the worlds, residents or not.
    pub first: Option<Difference>,
    /// Residents who part, in the order of parting, then of address.
    pub partings: Vec<Parting>,
    /// Those who live in both worlds and have not parted.
    together: Vec<Id>,
    seen: Id,
}

impl Partings {
    /// When the lives of somebody part.
    #[must_use]
    pub fn of(&self, id: Id) -> Option<&Parting> {
        self.partings.iter().find(|parting| parting.id == id)
    }

    /// Partings at each of the calls, the start first.
    #[must_use]
    pub fn at(&self, call: Where) -> usize {
        self.partings.iter().filter(|parting| parting.call == call).count()
    }

    /// Compares both worlds as a phase left them.
    pub(super) fn look(&mut self, call: Where, month: Month, sides: &[Side<'_>; 2]) {
        let [a, b] = sides;
        let (state_a, state_b) = (a.state(), b.state());
        if self.first.is_none() {
            self.first = surroundings::differs(state_a, state_b).map(|what| Difference { month, call, what });
        }
        // Ties are the heaviest to compare, and most calls leave them alone.
        let ties = call.is_none_or(Phase::moves_ties);
        let known = a.known().max(b.known());
        self.together.extend(self.seen..known);
        self.seen = known;
        let mut parted = Vec::new();
        self.together.retain(|id| {
            let quantity = match (a.stand(*id), b.stand(*id)) {
                (None, None) => return false,
                (Some(in_a), Some(in_b)) => differs(in_a, in_b, ties),
                _ => Some(Quantity::Presence),
            };
            parted.extend(quantity.map(|quantity| Parting { id: *id, month, call, quantity }));
            quantity.is_none()
        });
        order::by_key(&mut parted, |parting| a.address(parting.id).or_else(|| b.address(parting.id)));
        if let (None, [_, ..]) = (self.first, &parted[..]) {
            self.first = Some(Difference { month, call, what: Surrounding::Resident });
        }
        self.partings.extend(parted);
    }
}
