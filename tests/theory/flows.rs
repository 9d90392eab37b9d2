//! Do people come in the numbers that are read, and into care homes in proportion to who lives there?

use crate::bench::{Check, Ground, Sample};
use crate::common::world;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::inputs::territory::Territory;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;
use hameau_model::rules::population::{Pools, Pull, Settled};

const MONTHS: u32 = 4_000;

/// 24 persons a year come to 600 inhabitants, a tenth of the residents in care into care homes; no children.
fn ground() -> Ground {
    Ground::new(&[
        (Key::ArrivalsGross, 40.0),
        (Key::ArrivalsHighestRatio, 1.0),
        (Key::ArrivalsChildren, 0.0),
        (Key::CareHomeArrivals, 0.1),
    ])
}

/// By month: who comes, who of them into a care home, who of the others to the first of two communes.
fn came(in_care: [u32; 2], arrivals: Option<&[f64]>) -> [Vec<f64>; 3] {
    let ground = ground();
    let settled = Settled {
        inhabitants: 600,
        adults: &[100, 300],
        in_care: &in_care,
        arrivals,
        occupations: &[1.0; 9],
    };
    let pools = Pools::new(&ground.values, &settled);
    let pull = Pull { attraction: 1.0, brought_per_year: 0.0, places: Vec::new() };
    let mut counts: [Vec<f64>; 3] = Default::default();
    for month in 0..MONTHS {
        let all = pools.month(&ground.moment(0, month), &pull);
        let into_care = all.iter().filter(|arrival| arrival.entrant.secluded).count();
        let first = all.iter().filter(|arrival| !arrival.entrant.secluded && arrival.entrant.commune == 0);
        counts[0].push(all.len() as f64);
        counts[1].push(into_care as f64);
        counts[2].push(first.count() as f64);
    }
    counts
}

#[test]
fn care_homes_are_entered_in_proportion_to_their_residents_and_are_part_of_the_whole() {
    let [none, ten, twenty] = [[0, 0], [10, 0], [0, 20]].map(|in_care| came(in_care, None));
    for (what, [all, into_care, _], expected) in
        [("none", &none, 0.0), ("10", &ten, 1.0 / 12.0), ("20", &twenty, 2.0 / 12.0)]
    {
        let name = format!("arrivals of a month at 24 a year, {what} in care");
        Check { what: &name, expected: 2.0 }.holds_on(Sample::of(all));
        if expected > 0.0 {
            let name = format!("of them into care homes, {what} in care at .1 a year");
            let check = Check { what: &name, expected };
            check.holds_on(Sample::of(into_care));
            let other = if what == "10" { &twenty } else { &ten };
            check.refuses_on("the other number in care", Sample::of(&other[1]));
        } else {
            assert!(into_care.iter().all(|count| *count == 0.0), "nobody where nobody is in care");
        }
    }
}

/// More than the whole into care homes: then nobody else comes.
#[test]
fn care_homes_may_take_more_than_the_whole() {
    let [all, into_care, _] = came([0, 480], None);
    assert_eq!(all, into_care);
    Check { what: "into care homes of 480 at .1 a year, where 24 a year come", expected: 4.0 }
        .holds_on(Sample::of(&into_care));
}

#[test]
fn communes_share_by_arrivals_where_they_were_counted_and_by_adults_elsewhere() {
    let (counted, adults, nobody) =
        (came([0, 0], Some(&[15.0, 5.0])), came([0, 0], None), came([0, 0], Some(&[0.0, 0.0])));
    let check = Check { what: "arrivals of a month in a commune of 15 of 20 counted", expected: 1.5 };
    check.holds_on(Sample::of(&counted[2]));
    check.refuses_on("by adults", Sample::of(&adults[2]));
    let check = Check { what: "arrivals of a month in a commune of 100 of 400 adults", expected: 0.5 };
    check.holds_on(Sample::of(&adults[2]));
    check.holds_on(Sample::of(&nobody[2]));
}

/// Landeyrat and Virargues, 86 and 117 inhabitants: one or two people in care. Twenty arrivals a year wherever one person
/// is in care made such a territory grow by 8 % a year.
#[test]
fn a_small_territory_with_a_care_home_does_not_grow_out_of_it() {
    let set = vec!["simulation.duration_months=72".to_owned()];
    let overrides = Overrides { set, ..Overrides::default() };
    let mut scenario = resolve("hameau:baseline", &overrides, &Memory::default()).expect("sound");
    let mut communes = Territory::reference().communes;
    communes.retain(|commune| ["Landeyrat", "Virargues"].contains(&commune.name.as_str()));
    scenario.territory = Territory { communes, history: None, ..scenario.territory };
    assert_eq!(scenario.territory.total(|commune| commune.population), 203.0);
    let growth: Vec<f64> = (0..20)
        .map(|replicate| {
            let run = simulate(&scenario, world(replicate), |_| ());
            let last = run.months.last().and_then(|month| month.of(Indicator::Inhabitants)).expect("defined");
            100.0 * (last / 203.0 - 1.0) / 6.0
        })
        .collect();
    let mean = growth.iter().sum::<f64>() / growth.len() as f64;
    println!("two communes of 203 inhabitants: {mean:.2} % a year");
    assert!((-2.0..2.0).contains(&mean), "{mean} % a year: {growth:?}");
}
