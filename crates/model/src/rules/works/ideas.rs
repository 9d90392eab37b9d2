//! Where ideas come from: contributors, facilitators, associations, the council (model 4.7).

use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Who};
use crate::kernel::units::monthly_probability;
use crate::state::moment::Moment;
use crate::state::places::{NOWHERE, Rung, SharedPlace, Users};
use crate::state::population::{Residents, Row, Slots};
use crate::state::ties::{Survey, Ties, units};
use crate::state::works::Starter;

/// An idea: who could be asked, in whose name, where.
#[derive(Clone, Debug)]
pub struct Idea {
    /// Address of its draws.
    pub who: Who,
    /// Who has it.
    pub starter: Starter,
    /// The person who has it, when it is one: asked for sure.
    pub first: Option<Row>,
    /// People who could be asked, each once.
    pub circle: Vec<Row>,
    /// Part of the focus's decisions taken with its people.
    pub co_governance: f64,
    /// Commune, as index into the territory.
    pub commune: u16,
}

/// Everyone and everything that ideas come from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// Residents.
    pub residents: &'a Residents,
    /// Ties.
    pub ties: &'a Ties,
    /// Counts over ties at the end of last month, by row.
    pub surveys: &'a [Survey],
    /// What residents are to places.
    pub users: &'a Users,
    /// Places and circles.
    pub places: &'a [SharedPlace],
    /// Members of associations.
    pub associations: &'a Slots,
    /// Address and commune of each association.
    pub association: &'a [(Who, u16)],
    /// Residents by commune.
    pub communes: &'a Slots,
}

/// This month's ideas: by contributors in the order of residents, then places, associations, the council.
/// `association_ideas` multiplies the rate of associations.
#[must_use]
pub fn ideas(moment: &Moment, sources: &Sources, association_ideas: f64) -> Vec<Idea> {
    let mut ideas = Vec::new();
    sources.of_contributors(moment, &mut ideas);
    sources.of_facilitators(moment, &mut ideas);
    sources.of_associations(moment, association_ideas, &mut ideas);
    sources.of_the_council(moment, &mut ideas);
    ideas
}

impl Sources<'_> {
    fn of_contributors(&self, moment: &Moment, ideas: &mut Vec<Idea>) {
        let chance = monthly_probability(moment.value(Key::IdeaContributor));
        let casual = units(moment.value(Key::CasualHours));
        let has_one = moment.source(Draw::ContributorIdea);
        for row in self.residents.order() {
            let at = *row as usize;
            let place = self.users.place[at];
            let gives = self.users.rung[at] >= Rung::Contributor;
            if !gives || place == NOWHERE || self.surveys[at].fellow_friends == 0 {
                continue;
            }
            let who = self.residents.address[at];
            if has_one.draw(who, moment.month, 0).bernoulli(chance) {
                let place = &self.places[place as usize - 1];
                let friends =
                    self.ties.of(*row).filter(|(_, stock)| *stock >= casual).map(|(friend, _)| friend);
                ideas.push(Idea {
                    who,
                    starter: Starter::Contributor,
                    first: Some(*row),
                    circle: once(place.users.iter().copied().chain(friends)),
                    co_governance: place.co_governance,
                    commune: place.commune,
                });
            }
        }
    }

    fn of_facilitators(&self, moment: &Moment, ideas: &mut Vec<Idea>) {
        let hours = moment.value(Key::IdeaHours);
        let fraction = moment.source(Draw::ConvenedIdeas);
        for place in self.places.iter().filter(|place| place.open && place.facilitation.convening > 0.0) {
            let draw = fraction.draw(place.who, moment.month, 0);
            let convened = (place.facilitation.convening / hours + draw.value()) as u32;
            let invited = self.residents.order().iter().copied().filter(|row| {
                self.users.invited[*row as usize] > 0 && self.users.place[*row as usize] == NOWHERE
            });
            let circle = once(place.users.iter().copied().chain(invited));
            for number in 0..convened {
                ideas.push(Idea {
                    who: place.who.pair(Who::number(number)),
                    starter: Starter::Facilitator,
                    first: None,
                    circle: circle.clone(),
                    co_governance: place.co_governance,
                    commune: place.commune,
                });
            }
        }
    }

    fn of_associations(&self, moment: &Moment, ratio: f64, ideas: &mut Vec<Idea>) {
        let chance = monthly_probability(moment.value(Key::IdeaAssociation) * ratio);
        let has_one = moment.source(Draw::AssociationIdea);
        for (group, (who, commune)) in self.association.iter().enumerate() {
            if has_one.draw(*who, moment.month, 0).bernoulli(chance) {
                ideas.push(Idea {
                    who: *who,
                    starter: Starter::Association,
                    first: None,
                    circle: self.associations.of(group).collect(),
                    co_governance: 0.0,
                    commune: *commune,
                });
            }
        }
    }

    /// The council asks the users of an open place, drawn by its users; without any, residents of a commune drawn by its
    /// residents.
    fn of_the_council(&self, moment: &Moment, ideas: &mut Vec<Idea>) {
        let idea = moment.source(Draw::CouncilIdea).draw(Who::TERRITORY, moment.month, 0);
        if !idea.bernoulli(monthly_probability(moment.value(Key::IdeaCouncil))) {
            return;
        }
        let open = self.places.iter().filter(|place| place.open);
        let clocks = open.map(|place| (place, place.who, place.users.len() as f64));
        let drawn = moment.source(Draw::CouncilPlace).race(Who::TERRITORY, moment.month, 0, clocks);
        let (circle, commune) = if let Some(place) = drawn {
            (place.users.clone(), place.commune)
        } else {
            let clocks =
                self.communes.clocks(|commune| Who::commune(moment.territory.communes[commune].code));
            let commune = moment.source(Draw::CouncilCommune).race(Who::TERRITORY, moment.month, 0, clocks);
            let Some(commune) = commune else { return };
            let source = moment.source(Draw::CouncilCircle);
            let drawn = (0..3 * moment.value(Key::Asked) as u32)
                .flat_map(|block| source.draws(Who::TERRITORY, moment.month, block))
                .filter_map(|draw| self.communes.at(commune, draw));
            (once(drawn), commune as u16)
        };
        ideas.push(Idea {
            who: Who::TERRITORY,
            starter: Starter::Council,
            first: None,
            circle,
            co_governance: 0.0,
            commune,
        });
    }
}

/// Each row once, in the order of first appearance.
fn once(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let mut circle: Vec<Row> = Vec::new();
    for row in rows {
        if !circle.contains(&row) {
            circle.push(row);
        }
    }
    circle
}
