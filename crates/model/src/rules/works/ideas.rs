//! Where ideas come from: a need that somebody has, in a circle of his (model 4.7).

use crate::inputs::parameters::Key;
use crate::kernel::random::{Draw, Who};
use crate::kernel::units::monthly_probability;
use crate::rules::works::needs::{has, known_through_tie, known_to_facilitator};
use crate::state::moment::Moment;
use crate::state::needs::{Need, Needs};
use crate::state::places::{NOWHERE, SharedPlace, Users};
use crate::state::population::{Group, Residents, Row, Slots};
use crate::state::ties::Ties;
use crate::state::works::Starter;

/// An idea: who could be asked, in whose name, for what.
#[derive(Clone, Debug)]
pub struct Idea {
    /// Address of its draws.
    pub who: Who,
    /// Who has it.
    pub starter: Starter,
    /// The need that it would meet.
    pub need: Need,
    /// The person who has it, when it is one: has the need and has pledged.
    pub first: Option<Row>,
    /// Of the circle, those who are known to have the need: asked before others.
    pub known: Vec<Row>,
    /// People who could be asked, each once.
    pub circle: Vec<Row>,
    /// Part of the decisions taken with members.
    pub governance: f64,
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
    /// What residents are to places.
    pub users: &'a Users,
    /// Places and circles.
    pub places: &'a [SharedPlace],
    /// Association of which a resident is member, by row.
    pub association: &'a [Option<Group>],
    /// Members of associations.
    pub associations: &'a Slots,
    /// Residents by commune.
    pub communes: &'a Slots,
    /// Open needs.
    pub needs: &'a Needs,
}

/// This month's ideas: by residents in their order, then facilitators by place, then the council. `association_ideas`
/// multiplies the hazard among members of an association.
#[must_use]
pub fn ideas(moment: &Moment, sources: &Sources, association_ideas: f64) -> Vec<Idea> {
    let mut ideas = Vec::new();
    sources.of_residents(moment, association_ideas, &mut ideas);
    for place in sources.places.iter().filter(|place| place.open && place.facilitation.convening > 0.0) {
        sources.of_facilitator(moment, place, &mut ideas);
    }
    ideas.extend(sources.of_the_council(moment));
    ideas
}

impl Sources<'_> {
    /// The same hazard for everybody in each circle: commune, association, place.
    fn of_residents(&self, moment: &Moment, association_ideas: f64, ideas: &mut Vec<Idea>) {
        let per_year = moment.value(Key::IdeaHazard) / 1_000.0;
        let chance = monthly_probability(per_year);
        let in_association = monthly_probability(per_year * association_ideas);
        let most = chance.max(in_association);
        self.residents.each_drawn(
            moment.source(Draw::ResidentIdea),
            moment.month,
            0,
            self.residents.order(),
            |at| !self.residents.secluded[at],
            |row, [commune, association, place, _]| {
                if ![commune, association, place].iter().any(|draw| draw.bernoulli(most)) {
                    return;
                }
                let at = row as usize;
                let mut rises = |starter, governance, circle: &mut dyn Iterator<Item = Row>| {
                    ideas.extend(self.by(moment, row, (starter, governance), circle));
                };
                if commune.bernoulli(chance) {
                    let of = self.residents.commune[at] as usize;
                    rises(Starter::Resident, 1.0, &mut self.communes.of(of));
                }
                if let Some(group) = self.association[at].filter(|_| association.bernoulli(in_association)) {
                    rises(Starter::Association, 1.0, &mut self.associations.of(group.position()));
                }
                if self.users.place[at] != NOWHERE && place.bernoulli(chance) {
                    let place = &self.places[self.users.place[at] as usize - 1];
                    rises(Starter::User, place.co_governance, &mut place.users.iter().copied());
                }
            },
        );
    }

    /// The idea of a resident for one of the open needs of the commune that are his; none without such a need.
    fn by(
        &self,
        moment: &Moment,
        row: Row,
        (starter, governance): (Starter, f64),
        circle: &mut dyn Iterator<Item = Row>,
    ) -> Option<Idea> {
        let at = row as usize;
        let (who, commune) = (self.residents.address[at], self.residents.commune[at]);
        let own = self.needs.of(commune).filter(|need| has(moment, who, need.who));
        let number = starter as u32;
        let clocks = own.map(|need| (*need, need.who, 1.0));
        let need = moment.source(Draw::IdeaNeed).race(who, moment.month, number, clocks)?;
        let circle: Vec<Row> = circle.filter(|other| *other != row).collect();
        let knows = |other: &Row| {
            let somebody = self.residents.address[*other as usize];
            let stock = self.ties.between(row, *other);
            known_through_tie(moment, who.pair(somebody), need.who, stock) && has(moment, somebody, need.who)
        };
        Some(Idea {
            who: who.pair(need.who).pair(Who::number(number)),
            starter,
            need,
            first: Some(row),
            known: circle.iter().copied().filter(knows).collect(),
            circle,
            governance,
            commune,
        })
    }

    /// A facilitator convenes for needs that people whom she has met are known to have: for one need each time, in proportion
    /// to how many they are. Hours for which she knows of none are without effect.
    fn of_facilitator(&self, moment: &Moment, place: &SharedPlace, ideas: &mut Vec<Idea>) {
        let fraction = moment.source(Draw::ConvenedIdeas).draw(place.who, moment.month, 0);
        let convened =
            (place.facilitation.convening / moment.value(Key::IdeaHours) + fraction.value()) as u32;
        if convened == 0 {
            return;
        }
        let met = (place.who, &place.met[..]);
        let knowing = |need: &Need| -> Vec<Row> {
            known_to_facilitator(moment, self.residents, met, need.who).collect()
        };
        let mut known: Vec<(Need, Vec<Row>)> = self
            .needs
            .open
            .iter()
            .map(|need| (*need, knowing(need)))
            .filter(|(_, known)| !known.is_empty())
            .collect();
        let [of_need, of_first] = [Draw::IdeaNeed, Draw::ConvenedFirst].map(|draw| moment.source(draw));
        for number in 0..convened {
            let clocks =
                known.iter().enumerate().map(|(at, (need, known))| (at, need.who, known.len() as f64));
            let Some(at) = of_need.race(place.who, moment.month, number, clocks) else { return };
            let (need, known) = known.swap_remove(at);
            let who = place.who.pair(need.who);
            let clocks = known.iter().map(|row| (*row, self.residents.address[*row as usize], 1.0));
            let first = of_first.race(who, moment.month, 0, clocks);
            ideas.push(Idea {
                who,
                starter: Starter::Facilitator,
                need,
                first,
                known: known.into_iter().filter(|row| Some(*row) != first).collect(),
                circle: place.met.iter().copied().filter(|row| Some(*row) != first).collect(),
                governance: place.co_governance,
                commune: place.commune,
            });
        }
    }

    /// The council asks the users of an open place, drawn by its users, for a need of its commune; without any, residents of a
    /// commune drawn by its residents.
    fn of_the_council(&self, moment: &Moment) -> Option<Idea> {
        let idea = moment.source(Draw::CouncilIdea).draw(Who::TERRITORY, moment.month, 0);
        if !idea.bernoulli(monthly_probability(moment.value(Key::IdeaCouncil))) {
            return None;
        }
        let open = self.places.iter().filter(|place| place.open && place.desks);
        let clocks = open.map(|place| (place, place.who, place.users.len() as f64));
        let drawn = moment.source(Draw::CouncilPlace).race(Who::TERRITORY, moment.month, 0, clocks);
        let (circle, commune) = if let Some(place) = drawn {
            (place.users.clone(), place.commune)
        } else {
            let code = |commune: usize| Who::commune(moment.territory.communes[commune].code);
            let clocks = self.communes.clocks(code);
            let commune =
                moment.source(Draw::CouncilCommune).race(Who::TERRITORY, moment.month, 0, clocks)?;
            (self.communes.of(commune).collect(), commune as u16)
        };
        let clocks = self.needs.of(commune).map(|need| (*need, need.who, 1.0));
        let need = moment.source(Draw::IdeaNeed).race(Who::TERRITORY, moment.month, 0, clocks)?;
        Some(Idea {
            who: Who::TERRITORY.pair(need.who),
            starter: Starter::Council,
            need,
            first: None,
            known: Vec::new(),
            circle,
            governance: 0.0,
            commune,
        })
    }
}
