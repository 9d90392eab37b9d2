//! What surrounds residents: the first quantity of it in which two worlds differ.

use hameau_model::kernel::random::Who;
use hameau_model::kernel::units::{Cents, Month};
use hameau_model::rules::step::{Phase, State};
use hameau_model::state::places::SharedPlace;
use hameau_model::state::works::Stage;

/// What can differ between two worlds without being anybody's life, in the order in which it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Surrounding {
    /// Shared places and circles: which are open, what they offer.
    Places,
    /// How much the territory attracts, and whom the programme brings.
    Attraction,
    /// Public money spent this month.
    Spending,
    /// Common works and their money.
    Works,
    /// Children.
    Children,
    /// Income and jobs of the territory.
    Accounts,
    /// A resident's life, and nothing before it.
    Resident,
}

impl Surrounding {
    /// Its name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Places => "places",
            Self::Attraction => "attraction",
            Self::Spending => "spending",
            Self::Works => "works",
            Self::Children => "children",
            Self::Accounts => "accounts",
            Self::Resident => "resident",
        }
    }
}

/// The first difference between two worlds, whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Month.
    pub month: Month,
    /// The phase after which it stood; `None` at the start, before the first month.
    pub call: Option<Phase>,
    /// What differed.
    pub what: Surrounding,
}

/// The first quantity in which what surrounds residents differs.
pub(super) fn differs(a: &State, b: &State) -> Option<Surrounding> {
    if !places(a).eq(places(b)) {
        return Some(Surrounding::Places);
    }
    let attraction = |state: &State| (state.acts.attraction, state.acts.brought_per_year);
    let spending = |state: &State| state.acts.spent.iter().copied().sum::<Cents>();
    let checks = [
        (Surrounding::Attraction, attraction(a) == attraction(b)),
        (Surrounding::Spending, spending(a) == spending(b)),
        (Surrounding::Works, works(a).eq(works(b)) && a.works.fund_left == b.works.fund_left),
        (Surrounding::Children, a.children == b.children && a.newborns == b.newborns),
        (Surrounding::Accounts, a.accounts == b.accounts),
    ];
    checks.iter().find(|(_, same)| !same).map(|(what, _)| *what)
}

/// What can be seen of the open places.
fn places(state: &State) -> impl Iterator<Item = impl PartialEq> {
    let one = |place: &SharedPlace| {
        (
            (
                place.who,
                place.commune,
                place.capacity,
                place.fee_eur_per_day,
                place.convivial,
                place.opening_days,
            ),
            (
                place.co_governance,
                place.desks,
                place.fablab,
                place.public_service,
                place.trains,
                place.facilitation,
            ),
        )
    };
    state.places.iter().filter(|place| place.open).map(one)
}

fn works(state: &State) -> impl Iterator<Item = (Who, Stage)> {
    state.works.list.iter().map(|work| (work.who, work.stage))
}
