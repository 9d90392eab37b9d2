//! The world before the first month: people drawn from the facts, ties grown until they hold.

use super::{Fixed, Flows, State, Totals};
use crate::inputs::parameters::{Key, Values};
use crate::inputs::scenario::Scenario;
use crate::kernel::portable::pow;
use crate::kernel::random::{Draw, Who, World};
use crate::kernel::units::Month;
use crate::programme::Acts;
use crate::rules::cooperation::remembered as remembered_help;
use crate::rules::economy::ProximityJobs;
use crate::rules::places::Ladder;
use crate::rules::population::{LifeTable, Pools, Settled};
use crate::rules::ties::{
    Fading, MeetingLaw, Neighbourhood, Preference, Village, here_since, meet_again, meet_in_village,
};
use crate::state::accounts::Accounts;
use crate::state::collaborations::Collaborations;
use crate::state::enterprises::Enterprises;
use crate::state::minds::Minds;
use crate::state::moment::Moment;
use crate::state::places::Users;
use crate::state::population::{Founders, Occupation, Residents, Row, Slots};
use crate::state::seen::Seen;
use crate::state::ties::{Encounters, Ties};
use crate::state::works::Works;

/// Draws the people, tabulates what does not change, and lets ties grow.
pub(super) fn found(scenario: &Scenario, world: World, placement: Option<&[Row]>) -> (Fixed, State) {
    let (values, territory) = (&scenario.values, &scenario.territory);
    let founders = Founders::draw(territory, values, world);
    let communes = territory.communes.len();
    let start = scenario.start();
    let residents = Residents::found(&founders.adults, placement);
    let (adults, in_care, employed) = counts(&residents, communes);
    let inhabitants: Vec<u32> = adults
        .iter()
        .zip(&founders.children)
        .map(|(adults, ages)| adults + ages.iter().sum::<u32>())
        .collect();
    let travel = crate::inputs::territory::Travel::new(territory, values);
    let came = territory.at(start).0.known(|commune| commune.arrivals);
    let settled = Settled {
        inhabitants: inhabitants.iter().sum(),
        adults: &adults,
        in_care: &in_care,
        arrivals: came.as_deref(),
        occupations: &of_arrivals(&employed),
    };
    let mut fixed = Fixed {
        life_table: LifeTable::new(values),
        fading: Fading::new(values),
        neighbourhood: Neighbourhood::new(values, &travel, &adults),
        meeting: MeetingLaw::new(values, world),
        preference: Preference::fixed(values),
        pools: Pools::new(values, &settled),
        proximity: ProximityJobs::new(
            values,
            &inhabitants,
            employed[Occupation::ResidentialEmployee as usize] as u32,
        ),
        hiring: hiring(&employed),
        codes: territory.communes.iter().map(|commune| commune.code).collect(),
        travel,
    };
    let mut state = empty(&founders, start, residents);
    drop(founders);
    state.associate(values, &adults, &fixed.codes);
    let moment = Moment { world, month: start, values, territory };
    state.make_rows();
    for index in 0..state.residents.len() {
        let row = state.residents.order()[index];
        state.furnish_founder(&moment, row);
    }
    remember_contact(&mut state, &mut fixed, &moment);
    state.fit(&moment);
    (fixed, state)
}

/// Adults and people in care homes by commune; adults by occupation.
fn counts(residents: &Residents, communes: usize) -> (Vec<u32>, Vec<u32>, [f64; 9]) {
    let (mut adults, mut in_care) = (vec![0; communes], vec![0; communes]);
    let mut occupations = [0.0; 9];
    for row in residents.order() {
        let at = *row as usize;
        let commune = residents.commune[at] as usize;
        adults[commune] += 1;
        in_care[commune] += u32::from(residents.secluded[at]);
        occupations[residents.occupation[at] as usize] += 1.0;
    }
    (adults, in_care, occupations)
}

/// Occupations of working-age arrivals: those of the people who are there, but for farms, enterprises and retirement.
fn of_arrivals(employed: &[f64; 9]) -> [f64; 9] {
    let mut weights = *employed;
    for occupation in
        [Occupation::Farmer, Occupation::Entrepreneur, Occupation::RemoteEmployee, Occupation::Retired]
    {
        weights[occupation as usize] = 0.0;
    }
    if weights.iter().sum::<f64>() > 0.0 {
        return weights;
    }
    Occupation::ALL.map(|occupation| f64::from(u8::from(occupation == Occupation::Unemployed)))
}

/// Weights of a new job: employees of the start by kind; equal ones where there are none.
fn hiring(employed: &[f64; 9]) -> [f64; 3] {
    let of = |occupation: Occupation| employed[occupation as usize];
    let weights =
        [Occupation::ProductiveEmployee, Occupation::ResidentialEmployee, Occupation::PublicEmployee].map(of);
    if weights.iter().sum::<f64>() > 0.0 { weights } else { [1.0; 3] }
}

fn empty(founders: &Founders, start: Month, residents: Residents) -> State {
    State {
        ties: Ties::new(&residents.origin),
        residents,
        start,
        children: founders.children.clone(),
        newborns: vec![0; founders.children.len()],
        second_homes: founders.homes.iter().map(|homes| homes.second).sum(),
        users: Users::default(),
        minds: Minds::default(),
        seen: Seen::default(),
        payoffs: Vec::new(),
        enterprises: Enterprises::default(),
        surveys: Vec::new(),
        association: Vec::new(),
        communes: Slots::default(),
        associations: Slots::default(),
        association_facts: Vec::new(),
        association_ranges: Vec::new(),
        places: Vec::new(),
        works: Works::default(),
        collaborations: Collaborations::default(),
        encounters: Encounters::default(),
        introduced: Vec::new(),
        acts: Acts::idle(),
        funded: false,
        accounts: Accounts::default(),
        flows: Flows::default(),
        totals: Totals::default(),
    }
}

impl State {
    /// Fit of everybody, which departures of the first month read.
    fn fit(&mut self, moment: &Moment) {
        let ladder = Ladder {
            surveys: &self.surveys,
            willingness: &|_| 0.0,
            works: &self.works.of_resident,
            association: &self.association,
        };
        self.users.fit_all(moment.values, &ladder);
    }

    /// Slots of communes and associations: as many associations as the expected members of a commune fill.
    fn associate(&mut self, values: &Values, adults: &[u32], codes: &[crate::kernel::random::CommuneCode]) {
        self.communes = Slots::new(adults);
        let joining = values[Key::AssociationLocals] * (1.0 - values[Key::NewcomerShare])
            + values[Key::AssociationNewcomers] * values[Key::NewcomerShare];
        let mut expected = Vec::new();
        for (commune, adults) in adults.iter().enumerate() {
            let members = f64::from(*adults) * joining;
            let count = (members / values[Key::AssociationSize]).ceil() as u32;
            let first = expected.len() as u32;
            for number in 0..count {
                let who = Who::commune(codes[commune]).pair(Who::number(number));
                self.association_facts.push((who, commune as u16));
                expected.push((members / f64::from(count)).ceil() as u32);
            }
            self.association_ranges.push((first, first + count));
        }
        self.associations = Slots::new(&expected);
    }

    /// Every other room's row for a founder.
    fn furnish_founder(&mut self, moment: &Moment, row: Row) {
        self.furnish(moment, row);
        let who = self.residents.address[row as usize];
        self.seen.enter(row, moment.source(Draw::FounderSkill).draw(who, moment.month, 0).value());
    }
}

/// Ties with which a world begins: encounters of the years before, between people who are here now and were then.
///
/// Of the encounters of somebody who was here then, those with people who have left since, or died, leave no tie: so ties stand
/// as births, ends and departures let them last, and hold their number from the first month on. Before the burn-in only pairs
/// with affinity are followed: of the others nothing is left eight months later.
fn remember_contact(state: &mut State, fixed: &mut Fixed, moment: &Moment) {
    let burn_in = moment.value(Key::BurnIn) as u32;
    let remembered = (moment.value(Key::RememberedYears) as u32 * 12).max(burn_in);
    let since: Vec<Month> =
        (0..state.residents.rows()).map(|row| here_since(&state.residents, row as Row)).collect();
    let mut met = Encounters::default();
    for back in (1..=remembered).rev() {
        let moment = Moment { month: Month::from_index(moment.month.index() - back), ..*moment };
        let village = Village { since: Some(&since), ..state.village(fixed) };
        meet_again(&moment, &village, &fixed.meeting, &mut met);
        let lasting = |pair| back <= burn_in || fixed.meeting.affine(pair);
        meet_in_village(&moment, &village, lasting, &mut met);
        if back <= burn_in {
            state.encounters = met;
            super::mutual_help(state, &moment);
            met = std::mem::take(&mut state.encounters);
        } else {
            state.ties.meet_all(&state.residents, &met);
        }
        super::fading(state, fixed);
    }
    // What these months left of help across origins, as it would be had there been such months for ever.
    let left = pow(remembered_help(moment.values), f64::from(burn_in));
    if burn_in > 0 {
        for helped in &mut state.minds.helped_across {
            *helped /= 1.0 - left;
        }
    }
    fixed.preference = Preference::learnt(moment.values, &state.residents, &state.minds.helped_across);
}
