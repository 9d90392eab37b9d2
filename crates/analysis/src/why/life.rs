//! Two lives at one time: the first quantity in which they differ.

use super::belongings::Belongings;
use hameau_model::kernel::order;
use hameau_model::kernel::random::Who;
use hameau_model::rules::step::State;
use hameau_model::state::population::Row;

/// What can differ between the lives of one resident in two worlds, in the order in which it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Quantity {
    /// Lives here in one world only.
    Presence,
    /// Origin, birth, arrival, skill, behavioural type.
    Traits,
    /// Commune of residence.
    Commune,
    /// Occupation.
    Occupation,
    /// Enterprise: sales, linkage, plans, exemption.
    Enterprise,
    /// Place used, since when, days.
    Place,
    /// Invitation to a place.
    Invitation,
    /// Rung of engagement, first use, first giving, fit.
    Engagement,
    /// Ties and their hours.
    Ties,
    /// Common works joined.
    Works,
    /// Small jobs done with somebody.
    Collaborations,
    /// Know-how.
    KnowHow,
    /// What is expected of others, and the strategy under the second rule.
    Belief,
    /// What others were seen doing since belief was last brought up to date.
    Seen,
    /// Membership of an association.
    Association,
    /// What is known of one's ties: who of them uses a place.
    Acquaintances,
}

impl Quantity {
    /// Every quantity, in order.
    pub const ALL: [Self; 16] = [
        Self::Presence,
        Self::Traits,
        Self::Commune,
        Self::Occupation,
        Self::Enterprise,
        Self::Place,
        Self::Invitation,
        Self::Engagement,
        Self::Ties,
        Self::Works,
        Self::Collaborations,
        Self::KnowHow,
        Self::Belief,
        Self::Seen,
        Self::Association,
        Self::Acquaintances,
    ];

    /// Its name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Presence => "presence",
            Self::Traits => "traits",
            Self::Commune => "commune",
            Self::Occupation => "occupation",
            Self::Enterprise => "enterprise",
            Self::Place => "place",
            Self::Invitation => "invitation",
            Self::Engagement => "engagement",
            Self::Ties => "ties",
            Self::Works => "works",
            Self::Collaborations => "collaborations",
            Self::KnowHow => "know_how",
            Self::Belief => "belief",
            Self::Seen => "seen",
            Self::Association => "association",
            Self::Acquaintances => "acquaintances",
        }
    }
}

/// A resident in one world.
#[derive(Clone, Copy)]
pub(super) struct Stand<'a> {
    pub state: &'a State,
    pub belongings: &'a Belongings,
    pub row: Row,
}

/// The first quantity in which a resident who is present in both worlds differs; ties are looked at when `ties`.
pub(super) fn differs(a: Stand<'_>, b: Stand<'_>, ties: bool) -> Option<Quantity> {
    let checks: [(Quantity, bool); 14] = [
        (Quantity::Traits, alike(a, b, traits)),
        (Quantity::Commune, alike(a, b, |of| of.state.residents.commune[of.row as usize])),
        (Quantity::Occupation, alike(a, b, |of| of.state.residents.occupation[of.row as usize])),
        (Quantity::Enterprise, alike(a, b, enterprise)),
        (Quantity::Place, alike(a, b, place)),
        (Quantity::Invitation, alike(a, b, |of| of.state.users.invited[of.row as usize])),
        (Quantity::Engagement, alike(a, b, engagement)),
        (Quantity::Ties, !ties || same_ties(a, b)),
        (Quantity::Works, same_works(a, b)),
        (Quantity::Collaborations, same_jobs(a, b)),
        (Quantity::KnowHow, alike(a, b, |of| of.state.minds.know_how[of.row as usize])),
        (Quantity::Belief, alike(a, b, belief)),
        (Quantity::Seen, alike(a, b, |of| of.state.seen.of(of.row))),
        (Quantity::Association, alike(a, b, association)),
    ];
    let rest = || (!alike(a, b, |of| of.state.surveys[of.row as usize])).then_some(Quantity::Acquaintances);
    checks.iter().find(|(_, same)| !same).map(|(quantity, _)| *quantity).or_else(rest)
}

fn alike<'a, T: PartialEq>(a: Stand<'a>, b: Stand<'a>, of: impl Fn(Stand<'a>) -> T) -> bool {
    of(a) == of(b)
}

fn traits(of: Stand<'_>) -> impl PartialEq {
    let (people, at) = (&of.state.residents, of.row as usize);
    (
        people.origin[at],
        people.birth[at],
        people.arrived[at],
        people.secluded[at],
        of.state.seen.skill(of.row),
        people.brought[at],
        of.state.minds.behaviour[at],
    )
}

fn enterprise(of: Stand<'_>) -> impl PartialEq {
    let (firms, at) = (&of.state.enterprises, of.row as usize);
    (
        firms.of(of.row),
        firms.non_presential[at],
        firms.planned.get(&of.row).copied(),
        firms.exemptions.get(&of.row).map(|exemption| (exemption.until, exemption.each)),
    )
}

/// The place by its address: its number depends on what else opened before.
fn place(of: Stand<'_>) -> impl PartialEq {
    let (users, at) = (&of.state.users, of.row as usize);
    let number = (users.place[at] as usize).checked_sub(1);
    let since = users.past(of.row).since;
    (number.map(|number| of.state.places[number].who), since, users.days[at], users.ever[at])
}

fn engagement(of: Stand<'_>) -> impl PartialEq {
    let (users, at) = (&of.state.users, of.row as usize);
    let past = users.past(of.row);
    (users.rung[at], past.first_use, past.first_giving, users.fit[at])
}

fn belief(of: Stand<'_>) -> impl PartialEq {
    (of.state.minds.belief[of.row as usize], of.state.minds.cooperator[of.row as usize])
}

fn association(of: Stand<'_>) -> Option<Who> {
    of.state.association[of.row as usize].map(|group| of.state.association_facts[group.position()].0)
}

fn same_works(a: Stand<'_>, b: Stand<'_>) -> bool {
    let none = !a.belongings.any(a.row) && !b.belongings.any(b.row);
    none || a.belongings.works(a.row).eq(b.belongings.works(b.row))
}

fn same_jobs(a: Stand<'_>, b: Stand<'_>) -> bool {
    let none = !a.belongings.any(a.row) && !b.belongings.any(b.row);
    none || a.belongings.jobs(a.row).eq(b.belongings.jobs(b.row))
}

/// The ties of a resident, by the address of the other.
fn ties(of: Stand<'_>) -> impl Iterator<Item = (Who, u16)> + '_ {
    of.state.ties.of(of.row).map(move |(other, stock)| (of.state.residents.address[other as usize], stock))
}

/// Whether two residents have the same ties, in whatever order they are kept.
fn same_ties(a: Stand<'_>, b: Stand<'_>) -> bool {
    if a.state.ties.degree(a.row) != b.state.ties.degree(b.row) {
        return false;
    }
    // Two lives that never parted keep their ties in one order; sorting is for the others.
    if ties(a).eq(ties(b)) {
        return true;
    }
    let sorted = |of| {
        let mut all: Vec<(Who, u16)> = ties(of).collect();
        order::by_key(&mut all, |tie| *tie);
        all
    };
    sorted(a) == sorted(b)
}
