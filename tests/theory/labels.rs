//! Are the two origins only labels, but for the parameters that tell them apart?
//!
//! Entry into a place, contact, help, engagement and fading are run for two years with every origin swapped and the
//! parameters that name an origin swapped with them. Rules that are not symmetric by design (only locals take over from
//! the past, newcomers arrive) have no mirror and are left out.

use crate::bench::{ANALYTIC, Check, Ground, People};
use hameau_model::inputs::parameters::{Key, Values};
use hameau_model::inputs::territory::Travel;
use hameau_model::observe::indicators::homophily::{Ends, Network, inbreeding_homophily};
use hameau_model::rules::cooperation::{help, remember};
use hameau_model::rules::places::{Ladder, attend, encounters, engage};
use hameau_model::rules::ties::{
    Fading, MeetingLaw, Neighbourhood, Preference, Village, meet_again, meet_in_village,
};
use hameau_model::rules::works::skill_mix;
use hameau_model::state::places::{SharedPlace, shared_place};
use hameau_model::state::population::{Occupation, Slots};
use hameau_model::state::ties::{Encounters, Ties};

const PEOPLE: u32 = 300;

/// Who uses the place, the ties and the beliefs after two years, and the network of ties.
struct After {
    users: Vec<u8>,
    ties: Vec<Vec<(u32, u16)>>,
    beliefs: Vec<u64>,
    last_users: [u32; 2],
    network: Network,
}

fn two_years(swapped: bool, trains: [bool; 2]) -> After {
    let ground =
        Ground::new(&[(Key::EntryConstant, -10.0), (Key::SameOrigin, 3.0), (Key::TrainingPull, 2.0)]);
    let mut people = People::new(60, PEOPLE - 60);
    people.residents.occupation.fill(Occupation::RemoteEmployee);
    if swapped {
        for origin in &mut people.residents.origin {
            *origin = origin.other();
        }
        people.ties = Ties::new(&people.residents.origin);
    }
    let mut communes = Slots::new(&[PEOPLE]);
    for row in 0..PEOPLE {
        communes.add(0, row, people.residents.address[row as usize], &people.residents.address);
    }
    let travel = Travel::new(&ground.territory, &ground.values);
    let neighbourhood = Neighbourhood::new(&ground.values, &travel, &[PEOPLE]);
    let (fading, law) =
        (Fading::new(&ground.values), MeetingLaw::new(&ground.values, ground.moment(0, 0).world));
    let preference = Preference::fixed(&ground.values);
    let mut places =
        [SharedPlace { open: true, capacity: 200, trains, minutes: vec![0.0], ..shared_place("here", 0) }];
    let rows = PEOPLE as usize;
    let (works, association) = (vec![0; rows], vec![None; rows]);
    for month in 0..24 {
        let moment = ground.moment(0, month);
        let residents = &people.residents;
        attend(&moment, residents, &people.enterprises, &people.surveys, &mut people.users, &mut places);
        let mut met = Encounters::default();
        let village = Village {
            residents,
            ties: &people.ties,
            communes: &communes,
            associations: &Slots::default(),
            association: &association,
            neighbourhood: &neighbourhood,
            preference: &preference,
            helped_across: &people.minds.helped_across,
            since: None,
        };
        meet_again(&moment, &village, &law, &mut met);
        meet_in_village(&moment, &village, |_| true, &mut met);
        encounters(&moment, residents, &people.ties, &people.users, &places[0], &mut met.others);
        people.ties.meet_all(residents, &met);
        help(&moment, residents, &people.minds, &met, &mut people.seen);
        remember(moment.values, &mut people.seen, &mut people.minds);
        let ladder = Ladder {
            surveys: &people.surveys,
            willingness: &|_| 0.3,
            works: &works,
            association: &association,
        };
        engage(&moment, residents, &ladder, &mut people.users, &mut places);
        fading.month(&mut people.ties, &people.users.place, &mut people.surveys);
        places[0].last_users = [0; 2];
        for row in places[0].users.clone() {
            places[0].last_users[residents.origin[row as usize] as usize] += 1;
        }
    }
    After {
        network: network(&people),
        users: people.users.place,
        ties: (0..PEOPLE).map(|row| people.ties.of(row).collect()).collect(),
        beliefs: people.minds.belief.iter().map(|belief| belief.to_bits()).collect(),
        last_users: places[0].last_users,
    }
}

fn network(people: &People) -> Network {
    let mut network = Network::default();
    for (survey, origin) in people.surveys.iter().zip(&people.residents.origin) {
        let of = *origin as usize;
        network.people[of] += 1;
        network.ends[of].same += u64::from(survey.casual - survey.casual_cross);
        network.ends[of].cross += u64::from(survey.casual_cross);
        network.squared_degrees += u64::from(survey.casual) * u64::from(survey.casual);
    }
    network
}

/// Does swapping labels and parameters swap what is observed, and nothing else?
#[test]
fn swapped_origins_swap_what_is_observed() {
    let (plain, mirror) = (two_years(false, [false, true]), two_years(true, [true, false]));
    let half_mirrored = two_years(true, [false, true]);
    assert!(plain.users == mirror.users && plain.ties == mirror.ties && plain.beliefs == mirror.beliefs);
    assert!(plain.users != half_mirrored.users, "labels swapped without their parameters change who comes");
    let [locals, newcomers] = plain.last_users;
    assert_eq!([newcomers, locals], mirror.last_users);
    assert!(newcomers > 5 && locals > 5 && newcomers != locals, "{locals} and {newcomers} users");
    let share = |of: &After, origin: usize| of.network.people[origin] as f64 / f64::from(PEOPLE);
    let index = |of: &After, origin: usize| {
        inbreeding_homophily(of.network.ends[origin], share(of, origin)).expect("ties")
    };
    for origin in 0..2 {
        let check = Check { what: "origins swapped: IH of the other", expected: index(&plain, origin) };
        check.holds(index(&mirror, 1 - origin), ANALYTIC);
        check.refuses("not swapped", index(&mirror, origin), ANALYTIC);
    }
    let same: [fn(&Network) -> Option<f64>; 3] =
        [Network::external_internal, Network::external_z, Network::assortativity];
    for of in same {
        let value = |after: &After| of(&after.network).expect("ties");
        Check { what: "origins swapped: E-I, its z, assortativity", expected: value(&plain) }
            .holds(value(&mirror), ANALYTIC);
    }
}

/// Moments under permutation do not care which origin comes first.
#[test]
fn moments_are_the_same_for_either_label() {
    let [a, b] = [Ends { same: 60, cross: 25 }, Ends { same: 18, cross: 25 }];
    let of =
        |people, ends| Network { people, ends, squared_degrees: 420 }.assortativity_moments().expect("ties");
    let (one, other) = (of([30, 10], [a, b]), of([10, 30], [b, a]));
    Check { what: "origins swapped: mean of assortativity", expected: one.mean }.holds(other.mean, ANALYTIC);
    Check { what: "origins swapped: variance of assortativity", expected: one.variance }
        .holds(other.variance, ANALYTIC);
}

/// Place-bound and market skills mirror each other: so do teams.
#[test]
fn teams_mirror_each_other() {
    let mut values = Values::default();
    for elasticity in [0.5, 1.0, 3.0] {
        values.set(Key::SkillElasticity, elasticity);
        let check = Check { what: "origins swapped: skills of a team", expected: skill_mix(&values, [7, 3]) };
        check.holds(skill_mix(&values, [3, 7]), ANALYTIC);
        check.refuses("another team", skill_mix(&values, [6, 4]), ANALYTIC);
    }
}
