//! Do necessity and sufficiency come out as a known mechanism has them, and do their bounds hold however chance is coupled?

use hameau_analysis::statistics::{Bounded, Interval, Paired2x2, causation};
use hameau_model::kernel::random::{Draw, Who, World};
use hameau_model::kernel::units::Month;

/// An event that comes with the cause when it works (`works`) and is not blocked by it (`blocks`), or by itself (`itself`):
/// three independent chances of each world.
#[derive(Clone, Copy)]
struct Mechanism {
    works: f64,
    blocks: f64,
    itself: f64,
}

impl Mechanism {
    fn worlds(self, study: u32, count: u32) -> Paired2x2 {
        let luck = World { seed: 6, replicate: 0 }.source(Draw::WorkMember);
        Paired2x2::count((0..count).map(|world| {
            let draw = luck.draws(Who::number(study), Month::FIRST, world);
            let itself = draw[2].bernoulli(self.itself);
            let with = (draw[0].bernoulli(self.works) || itself) && !draw[1].bernoulli(self.blocks);
            (with, itself)
        }))
    }

    /// The probabilities that the event comes with, without, and only with the cause.
    fn exact(self) -> (f64, f64, f64) {
        let open = 1.0 - self.blocks;
        let with = (1.0 - (1.0 - self.works) * (1.0 - self.itself)) * open;
        (with, self.itself, self.works * (1.0 - self.itself) * open)
    }
}

/// `Y = X or Z`; a cause that sometimes works; one that also blocks.
const MECHANISMS: [Mechanism; 3] = [
    Mechanism { works: 1.0, blocks: 0.0, itself: 0.3 },
    Mechanism { works: 0.4, blocks: 0.0, itself: 0.3 },
    Mechanism { works: 0.6, blocks: 0.2, itself: 0.5 },
];

fn share(bounded: Bounded) -> f64 {
    bounded.share.expect("defined")
}

/// A million worlds know a share of about a third of a million to .001: four standard errors are .004.
#[test]
fn a_known_mechanism_is_recovered() {
    for mechanism in MECHANISMS {
        let (with, without, only_with) = mechanism.exact();
        let found = causation(mechanism.worlds(0, 1_000_000), 0.95);
        for (name, found, exact) in [
            ("necessity", found.necessity, only_with / with),
            ("sufficiency", found.sufficiency, only_with / (1.0 - without)),
            ("both", found.both, only_with),
        ] {
            assert!((share(found) - exact).abs() < 0.004, "{name}: {} for {exact}", share(found));
            let bounds = found.bounds.expect("defined");
            assert!(
                bounds.low - 0.004 < exact && exact < bounds.high + 0.004,
                "{name}: {exact} outside {bounds:?}"
            );
        }
    }
    // Y = X or Z: sufficient in every world, necessary where Z is not.
    let or = causation(MECHANISMS[0].worlds(0, 1_000_000), 0.95);
    assert_eq!(or.sufficiency.share, Some(1.0));
    assert!((share(or.necessity) - 0.7).abs() < 0.004);
}

/// Where the cause never prevents, necessity and both lie on their lower bounds (Tian, Pearl 2000, corollary on monotony).
#[test]
fn a_cause_that_never_prevents_lies_on_the_lower_bound() {
    let found = causation(MECHANISMS[1].worlds(1, 10_000), 0.95);
    assert_eq!(found.counts.only_without, 0);
    for bounded in [found.necessity, found.sufficiency, found.both] {
        let low = bounded.bounds.expect("defined").low;
        assert!((low - share(bounded)).abs() < 1e-12, "{low} {bounded:?}");
    }
}

/// 95 % intervals of 2,000 studies of 60 worlds: Wilson's interval covers 93 to 97 % here (standard error .005), the
/// widened bounds hold both exact bounds in 95 % or more.
#[test]
fn intervals_hold_the_exact_values() {
    for mechanism in MECHANISMS.into_iter().skip(1) {
        let (with, without, only_with) = mechanism.exact();
        let gain = (with - without).max(0.0);
        let most = with.min(1.0 - without);
        let wholes = [with, 1.0 - without, 1.0];
        let mut covered = [0; 3];
        let mut bounded = [0; 3];
        for study in 0..2_000 {
            let found = causation(mechanism.worlds(study, 60), 0.95);
            for (at, found) in [found.necessity, found.sufficiency, found.both].into_iter().enumerate() {
                let interval = found.interval.expect("defined");
                covered[at] += u32::from(interval.contains(only_with / wholes[at]));
                let sure = found.sure_bounds.expect("defined");
                let holds = sure.low <= gain / wholes[at] && most / wholes[at] <= sure.high;
                bounded[at] += u32::from(holds);
            }
        }
        assert!(covered.iter().all(|count| (1_860..=1_940).contains(count)), "{covered:?} of 2000");
        assert!(bounded.iter().all(|count| *count >= 1_890), "{bounded:?} of 2000");
    }
}

/// The same margins under every coupling of chance give the same bounds, and every coupling stays within them.
#[test]
fn bounds_do_not_depend_on_the_coupling() {
    let (worlds, with, without) = (100, 60, 30);
    let couplings = (0..=30).map(|both| Paired2x2 {
        both,
        only_with: with - both,
        only_without: without - both,
        neither: worlds + both - with - without,
    });
    let all: Vec<_> = couplings.map(|counts| causation(counts, 0.95)).collect();
    let expected = [(0.5, 1.0), (0.3 / 0.7, 0.6 / 0.7), (0.3, 0.6)];
    for found in &all {
        for (bounded, (low, high)) in
            [found.necessity, found.sufficiency, found.both].into_iter().zip(expected)
        {
            let bounds = bounded.bounds.expect("defined");
            assert!((bounds.low - low).abs() < 1e-12 && (bounds.high - high).abs() < 1e-12, "{bounds:?}");
            assert!(share(bounded) >= low - 1e-12 && share(bounded) <= high + 1e-12, "{bounded:?}");
            let sure = bounded.sure_bounds.expect("defined");
            assert!(sure.low <= bounds.low && bounds.high <= sure.high);
        }
    }
    let both: Vec<f64> = all.iter().map(|found| share(found.both)).collect();
    assert_eq!((both[0], both[30]), (0.6, 0.3), "both ends are reached by some coupling");
}

/// The drug of Pearl (2000, section 9.3): 16 deaths of 1,000 with it, 14 without, in an experiment.
#[test]
fn bounds_of_pearls_drug() {
    let counts = Paired2x2 { both: 5, only_with: 11, only_without: 9, neither: 975 };
    let found = causation(counts, 0.95);
    let Interval { low, high } = found.both.bounds.expect("defined");
    assert!((low - 0.002).abs() < 1e-12 && (high - 0.016).abs() < 1e-12, "{low} {high}");
    let Interval { low, high } = found.necessity.bounds.expect("defined");
    assert!((low - 0.125).abs() < 1e-12 && (high - 1.0).abs() < 1e-12, "{low} {high}");
}

#[test]
fn an_event_that_never_comes_has_no_necessity() {
    let never = causation(Paired2x2 { neither: 20, ..Paired2x2::default() }, 0.95);
    assert_eq!((never.necessity.share, never.necessity.interval), (None, None));
    assert_eq!((never.necessity.bounds, never.necessity.sure_bounds), (None, None));
    assert_eq!((never.sufficiency.share, never.both.share), (Some(0.0), Some(0.0)));
    assert!(never.both.interval.expect("twenty worlds").high > 0.1, "twenty worlds rule out little");
    let always = causation(Paired2x2 { both: 20, ..Paired2x2::default() }, 0.95);
    assert_eq!((always.sufficiency.share, always.necessity.share), (None, Some(0.0)));
    let nothing = causation(Paired2x2::default(), 0.95);
    assert_eq!((nothing.necessity.share, nothing.sufficiency.share, nothing.both.share), (None, None, None));
    let every_time = causation(Paired2x2 { only_with: 20, ..Paired2x2::default() }, 0.95);
    assert_eq!((every_time.necessity.share, every_time.sufficiency.share), (Some(1.0), Some(1.0)));
    assert!(every_time.both.sure_bounds.expect("twenty worlds").low > 0.6);
}
