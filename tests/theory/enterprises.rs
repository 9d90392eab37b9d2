//! Do enterprises end at their hazards, and does a run count what became of those that began in it?

use crate::bench::{Check, Ground, People, Sample};
use crate::common::{RICH, small, world};
use hameau_model::inputs::parameters::Key;
use hameau_model::kernel::random::Who;
use hameau_model::observe::indicators::{Indicator, Observer};
use hameau_model::rules::economy::run_enterprises;
use hameau_model::rules::step::{Simulation, State};
use hameau_model::state::enterprises::Cohort;
use hameau_model::state::population::Occupation;
use std::collections::BTreeMap;

/// Hazard of failure a year at which 61 % are left after five years when nothing else ends an enterprise.
const ALONE: f64 = 0.098_859_3;
/// Years, and the share that this hazard leaves: `exp(-f years)`.
const LEFT: [(u32, f64); 3] = [(1, 0.905_871), (3, 0.743_358), (5, 0.61)];

/// Enterprises alive after 1, 3 and 5 years of months, among 20,000 whose owners neither leave nor die nor retire.
fn alive(know_how: f64) -> Vec<Sample> {
    const FIRMS: u32 = 20_000;
    let ground = Ground::new(&[(Key::LocalStarts, 0.0), (Key::EnterpriseFailure, ALONE)]);
    let mut people = People::new(0, FIRMS);
    people.residents.occupation.fill(Occupation::Entrepreneur);
    people.minds.know_how.fill(know_how);
    let mut samples = Vec::new();
    for month in 1..=60 {
        let moment = ground.moment(0, month);
        run_enterprises(&moment, &mut people.residents, &people.minds, None, &mut people.enterprises);
        if [12, 36, 60].contains(&month) {
            let left =
                people.residents.occupation.iter().filter(|now| **now == Occupation::Entrepreneur).count();
            let share = left as f64 / f64::from(FIRMS);
            samples.push(Sample { mean: share, error: (share * (1.0 - share) / f64::from(FIRMS)).sqrt() });
        }
    }
    samples
}

/// Played out month by month, does failure alone leave `exp(-f years)`?
#[test]
fn failure_alone_leaves_what_its_hazard_says() {
    let (right, wrong) = (alive(1.0), alive(1.5));
    for ((years, expected), (right, wrong)) in LEFT.into_iter().zip(right.into_iter().zip(wrong)) {
        let what =
            format!("enterprises that only fail, played out month by month: alive after {years} years");
        let check = Check { what: &what, expected };
        check.holds_on(right);
        check.refuses_on("owners of know-how 1.5", wrong);
    }
}

/// The owners of enterprises, by address.
fn owners(state: &State) -> Vec<Who> {
    let residents = &state.residents;
    let owns = |row: &&u32| residents.occupation[**row as usize] == Occupation::Entrepreneur;
    residents.order().iter().filter(owns).map(|row| residents.address[*row as usize]).collect()
}

/// Looks at the owners at the end of each month, and counts anew by address what the totals of the run hold: every start of
/// the run is in the cohort of its month, and every end counts, whether the owner failed, left, died or retired.
#[test]
fn a_run_counts_every_start_and_every_end() {
    let set = [
        "enterprises.failure_per_year=0.1",
        "enterprises.local_starts_per_active_per_year=0.1",
        "population.mortality_base_per_year=0.01",
    ];
    let scenario = small(84, RICH, &set);
    let mut simulation = Simulation::new(&scenario, world(0), None);
    let mut observer = Observer::new(&simulation);
    let founders = owners(simulation.state());
    // Month of the start of each enterprise alive; none of those of the founders.
    let mut running: BTreeMap<Who, Option<u32>> = founders.into_iter().map(|who| (who, None)).collect();
    let mut counted = vec![Cohort::default(); 84];
    let (mut failed, mut ended) = (0, 0);
    for month in 0..84 {
        simulation.step();
        observer.observe(&simulation);
        failed += simulation.state().enterprises.ended;
        let now = owners(simulation.state());
        for who in running.keys().copied().collect::<Vec<_>>() {
            if now.contains(&who) {
                continue;
            }
            ended += 1;
            if let Some(since) = running.remove(&who).expect("running") {
                counted[since as usize].ended[0] += u32::from(month - since <= 36);
                counted[since as usize].ended[1] += u32::from(month - since <= 60);
            }
        }
        for who in now {
            running.entry(who).or_insert_with(|| {
                counted[month as usize].started += 1;
                Some(month)
            });
        }
    }
    let cohorts = simulation.state().totals.enterprises.all();
    // Who retires in the month of the start is never seen at the end of a month, and is in the totals.
    let (mut unseen, mut starts) = (0, 0);
    for (of_run, counted) in cohorts.iter().zip(&counted) {
        let gone = of_run.started - counted.started;
        assert_eq!(of_run.ended, counted.ended.map(|ended| ended + gone), "{of_run:?}, {counted:?}");
        unseen += gone;
        starts += of_run.started;
    }
    assert!(unseen <= 3 && starts > 300 && failed > 100, "{unseen} of {starts}, {failed} failed");
    assert!(ended > failed + 50, "others end too: {ended} of which {failed} failed");
    let (months, _) = observer.finish();
    let at = |indicator, months: &[_], month: usize| -> Option<f64> {
        let months: &[hameau_model::observe::indicators::Observation] = months;
        months[month - 1].of(indicator)
    };
    for (horizon, indicator, least) in
        [(0, Indicator::EnterprisesAlive3Years, 48), (1, Indicator::EnterprisesAlive5Years, 72)]
    {
        assert_eq!(at(indicator, &months, least - 1), None, "before {least} months");
        let pooled = &cohorts[84 - least..96 - least];
        let sum = |of: &dyn Fn(&Cohort) -> u32| pooled.iter().map(of).sum::<u32>();
        let (started, ended) = (sum(&|cohort| cohort.started), sum(&|cohort| cohort.ended[horizon]));
        let share = f64::from(started - ended) / f64::from(started);
        assert_eq!(at(indicator, &months, 84), Some(share), "{indicator:?}");
        assert!((0.2..0.9).contains(&share), "{indicator:?}: {share}");
    }
}
