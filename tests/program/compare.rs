//! Does a comparison say what its worlds allow, and no more?

use crate::common::RICH;
use hameau_analysis::effects::{Comparison, Cost, NoCost, Outcomes, Question, Verdict, compare};
use hameau_analysis::statistics::{Look, Method};
use hameau_model::kernel::random::{Draw, Who, World};
use hameau_model::kernel::units::Month;
use hameau_model::observe::indicators::{Better, Indicator};

const QUESTION: Question = Question { confidence: 0.95, precision: 1.0, several_looks: false, seed: 1 };

/// Of more of which is better, an event, of less of which is better, and what cost is counted in.
const GOOD: Indicator = Indicator::Inhabitants;
const EVENT: Indicator = Indicator::MixedWork;
const BAD: Indicator = Indicator::AttendanceGap;
const MONEY: Indicator = Indicator::SpendingCumulated;

/// A normal deviate of a world; the same for every scenario.
fn luck(study: u32, world: u32, k: u32) -> f64 {
    let source = World { seed: 3, replicate: 0 }.source(Draw::Life);
    source.draw(Who::number(study), Month::FIRST, 4 * world + k).standard_normal()
}

/// Worlds in which these indicators have these values, and no other is defined.
fn outcomes(name: &str, worlds: u32, value: impl Fn(Indicator, u32) -> Option<f64>) -> Outcomes {
    let world = |world: u32| Indicator::all().map(|indicator| value(indicator, world)).collect();
    Outcomes::new(name, (0..worlds).map(world).collect())
}

/// Worlds of one indicator.
fn only(name: &str, which: Indicator, worlds: u32, value: impl Fn(u32) -> f64) -> Outcomes {
    outcomes(name, worlds, |indicator, world| (indicator == which).then(|| value(world)))
}

fn one(base: &Outcomes, policy: Outcomes) -> Comparison {
    compare(QUESTION, base, &[policy])
}

/// An indicator that neither way is better, which a policy moves.
fn neutral() -> Indicator {
    Indicator::all().find(|indicator| indicator.row().better == Better::Neither).expect("one")
}

#[test]
fn the_indicators_of_this_test_are_what_it_takes_them_for() {
    assert_eq!(GOOD.row().better, Better::Higher);
    assert_eq!(BAD.row().better, Better::Lower);
    assert_eq!(MONEY.row().better, Better::Lower);
    assert_eq!(EVENT.row().smallest_effect, 0.05);
}

#[test]
fn a_policy_that_changes_nothing_is_identical() {
    for worlds in [1, 20] {
        let value = |indicator, world| (indicator != BAD).then(|| 100.0 + luck(0, world, 0));
        let comparison = one(&outcomes("base", worlds, value), outcomes("same", worlds, value));
        let policy = &comparison.policies[0];
        assert!(policy.identical);
        assert!(policy.effects.iter().all(|effect| effect.verdict == Verdict::Identical));
        let effect = policy.on(GOOD);
        assert_eq!(
            (effect.difference, effect.share_positive, effect.share_negative),
            (Some(0.0), Some(0.0), Some(0.0))
        );
        assert_eq!((effect.pairing_gain, effect.worlds_needed), (None, None), "0 over 0 is no gain");
        assert_eq!(effect.cost, Cost::Unknown { reason: NoCost::EffectMayBeNone });
        assert_eq!(policy.on(BAD).difference, None);
    }
}

#[test]
fn one_world_shows_a_difference_and_decides_nothing() {
    let base = outcomes("base", 1, |_, _| Some(1.0));
    let comparison = one(&base, outcomes("policy", 1, |_, _| Some(1_000_000.0)));
    for effect in &comparison.policies[0].effects {
        assert_eq!(effect.difference, Some(999_999.0));
        assert_eq!((effect.interval, effect.method, effect.pairing_gain), (None, None, None));
        assert_eq!((effect.verdict, effect.rough), (Verdict::Undecided, true));
    }
    let places: Vec<_> = comparison.rankings.iter().flat_map(|ranking| &ranking.places).collect();
    assert!(!places.is_empty() && places.iter().all(|place| place.standing.is_none()));
    let none = compare(QUESTION, &outcomes("base", 0, |_, _| None), &[outcomes("policy", 0, |_, _| None)]);
    assert!(!none.policies[0].identical, "of no world, nothing is the same");
    assert!(none.policies[0].effects.iter().all(|effect| effect.verdict == Verdict::Undecided));
}

/// Twenty worlds without an event leave up to a sixth of worlds open on each side; two hundred do not.
#[test]
fn an_event_that_never_comes_is_undecided_in_few_worlds() {
    for (worlds, verdict) in [(20, Verdict::Undecided), (200, Verdict::NoDifferenceThatMatters)] {
        let value = |moved: f64| {
            move |indicator, world| match indicator {
                EVENT => Some(0.0),
                GOOD => Some(moved + luck(1, world, 0)),
                _ => None,
            }
        };
        let comparison = one(&outcomes("base", worlds, value(0.0)), outcomes("policy", worlds, value(5.0)));
        let effect = comparison.policies[0].on(EVENT);
        assert_eq!((effect.difference, effect.method), (Some(0.0), Some(Method::NewcombePaired)));
        assert_eq!(effect.verdict, verdict);
        assert!(effect.interval.expect("an interval").half_width() > 0.01);
    }
}

#[test]
fn an_event_is_compared_by_newcombe() {
    let base = only("base", EVENT, 40, |world| f64::from(world % 4 == 0));
    let effect = one(&base, only("policy", EVENT, 40, |world| f64::from(world % 4 != 1))).policies[0]
        .on(EVENT)
        .clone();
    assert_eq!(
        (effect.base_mean, effect.policy_mean, effect.difference),
        (Some(0.25), Some(0.75), Some(0.5))
    );
    assert_eq!((effect.share_positive, effect.share_negative), (Some(0.5), Some(0.0)));
    assert_eq!((effect.method, effect.verdict), (Some(Method::NewcombePaired), Verdict::Better));
    assert!(!effect.two_humped, "an event always is; it says nothing");
}

#[test]
fn worlds_without_a_value_are_left_out_and_counted() {
    let base = outcomes("base", 40, |indicator, world| {
        (indicator == GOOD && world % 2 == 0).then(|| 1_000.0 + luck(2, world, 0))
    });
    let policy = outcomes("policy", 40, |indicator, world| {
        (indicator == GOOD && world % 4 < 3).then(|| 2_000.0 + luck(2, world, 0) + 0.1 * luck(2, world, 1))
    });
    let comparison = one(&base, policy);
    let effect = comparison.policies[0].on(GOOD);
    assert_eq!((effect.worlds_used, effect.worlds_undefined), (20, 20));
    assert_eq!((effect.undefined_in_base, effect.undefined_in_policy), (20, 10));
    assert!((effect.difference.expect("twenty worlds") - 1_000.0).abs() < 0.1);
    let ranking = comparison.rankings.iter().find(|ranking| ranking.indicator == GOOD).expect("a ranking");
    assert_eq!((ranking.worlds_used, ranking.worlds_undefined), (20, 20));
    let nowhere = comparison.policies[0].on(BAD);
    assert_eq!((nowhere.worlds_used, nowhere.worlds_undefined, nowhere.verdict), (0, 40, Verdict::Undecided));
    assert_eq!((nowhere.difference, nowhere.share_positive, nowhere.base_mean), (None, None, None));
}

/// Each verdict from differences of known centre and scatter, in units of the smallest effect, in 20 worlds: the interval
/// reaches about .47 scatters to both sides.
#[test]
fn verdicts_follow_their_rules() {
    let verdict = |indicator: Indicator, centre: f64, scatter: f64| {
        let unit = indicator.row().smallest_effect;
        let base = only("base", indicator, 20, |world| 10.0 * unit * luck(4, world, 0));
        let policy = only("policy", indicator, 20, |world| {
            unit * (10.0 * luck(4, world, 0) + centre + scatter * luck(4, world, 1))
        });
        one(&base, policy).policies[0].on(indicator).verdict
    };
    for (indicator, up, down, perhaps) in [
        (GOOD, Verdict::Better, Verdict::Worse, Verdict::PerhapsBetter),
        (BAD, Verdict::Worse, Verdict::Better, Verdict::PerhapsWorse),
        (neutral(), Verdict::Higher, Verdict::Lower, Verdict::PerhapsHigher),
    ] {
        assert_eq!(verdict(indicator, 5.0, 1.0), up);
        assert_eq!(verdict(indicator, -5.0, 1.0), down);
        assert_eq!(
            verdict(indicator, 1.5, 2.0),
            perhaps,
            "its sign is sure though part of it may not matter"
        );
        assert_eq!(verdict(indicator, 0.4, 0.2), Verdict::NoDifferenceThatMatters, "sure, and too small");
        assert_eq!(verdict(indicator, 0.0, 1.0), Verdict::NoDifferenceThatMatters);
        assert_eq!(verdict(indicator, 0.0, 8.0), Verdict::Undecided);
    }
}

/// Differences that are all equal: their sign may be believed from six worlds, their size from 59, and they have no interval.
#[test]
fn equal_differences_are_believed_as_far_as_their_number_goes() {
    let verdict = |worlds: u32, difference: f64| {
        let base = outcomes("base", worlds, |indicator, world| match indicator {
            MONEY => Some(f64::from(world)),
            GOOD => Some(luck(5, world, 0)),
            _ => None,
        });
        let policy = outcomes("policy", worlds, |indicator, world| match indicator {
            MONEY => Some(f64::from(world) + difference),
            GOOD => Some(luck(5, world, 1)),
            _ => None,
        });
        let effect = one(&base, policy).policies[0].on(MONEY).clone();
        assert_eq!(
            (effect.method, effect.pairing_gain, effect.interval),
            (Some(Method::Constant), None, None)
        );
        effect.verdict
    };
    assert_eq!(verdict(5, 100_000.0), Verdict::Undecided);
    assert_eq!(verdict(6, 100_000.0), Verdict::PerhapsWorse);
    assert_eq!(verdict(6, -100_000.0), Verdict::PerhapsBetter);
    assert_eq!(verdict(58, -100_000.0), Verdict::PerhapsBetter);
    assert_eq!(verdict(59, 100_000.0), Verdict::Worse);
    assert_eq!(verdict(59, -100_000.0), Verdict::Better);
    for small in [0.0, 1.0] {
        assert_eq!(verdict(58, small), Verdict::Undecided);
        assert_eq!(verdict(59, small), Verdict::NoDifferenceThatMatters);
    }
}

/// Three worlds of twenty moved, by much: their mean excludes 0 where a skewness is corrected for, and three signs prove
/// nothing; nine of twenty do.
#[test]
fn where_most_worlds_are_tied_the_sign_test_decides() {
    let effect = |moved: u32| {
        let base = only("base", GOOD, 20, |world| luck(14, world, 0));
        let policy = only("policy", GOOD, 20, |world| {
            luck(14, world, 0) + if world < moved { 4_000.0 + luck(14, world, 1).abs() } else { 0.0 }
        });
        one(&base, policy).policies[0].on(GOOD).clone()
    };
    let three = effect(3);
    assert_eq!((three.sign_test, three.verdict), (Some(0.25), Verdict::Undecided));
    assert_eq!(three.method, Some(Method::StudentT), "no skewness is corrected for that three worlds make");
    let nine = effect(9);
    assert_eq!((nine.sign_test, nine.verdict), (Some(2.0 / 512.0), Verdict::Better));
    assert_eq!(effect(10).sign_test, None, "half of them is not most");
    // Many signs below, few values far above: neither the mean nor the signs may speak alone.
    let base = only("base", GOOD, 100, |world| luck(16, world, 0));
    let opposed = only("policy", GOOD, 100, |world| {
        luck(16, world, 0)
            + match world {
                0..31 => -10.0,
                31..40 => 10_000.0,
                _ => 0.0,
            }
    });
    let effect = one(&base, opposed).policies[0].on(GOOD).clone();
    assert!(effect.interval.expect("a hundred worlds").low > 0.0 && effect.sign_test.expect("ties") < 0.01);
    assert_eq!(effect.verdict, Verdict::Undecided);
}

#[test]
fn an_event_that_cannot_come_more_often_is_called_saturated() {
    let saturated = |often: fn(u32) -> bool, with: fn(u32) -> bool| {
        let base = only("base", EVENT, 40, |world| f64::from(often(world)));
        one(&base, only("policy", EVENT, 40, |world| f64::from(with(world)))).policies[0].on(EVENT).saturated
    };
    assert!(saturated(|world| world % 2 == 0, |_| true) && saturated(|world| world > 3, |_| false));
    assert!(!saturated(|world| world % 2 == 0, |world| world % 3 > 0));
    assert!(!saturated(|_| false, |world| world > 3) && !saturated(|_| true, |_| true), "more could be seen");
    let money = only("base", MONEY, 40, |_| 0.0);
    assert!(!one(&money, only("policy", MONEY, 40, |_| 9.0)).policies[0].on(MONEY).saturated, "no event");
}

/// What is the same in all worlds shares a rank and is never called the best, however many worlds there are.
#[test]
fn ties_share_a_rank_and_none_of_them_is_the_best() {
    for worlds in [20, 80] {
        let scenario =
            |name: &str, level: f64| only(name, GOOD, worlds, |world| luck(15, world, 0).round() + level);
        let policies = [scenario("b", 0.0), scenario("c", 0.0), scenario("d", -3.0)];
        let comparison = compare(QUESTION, &scenario("base", 0.0), &policies);
        let ranking = comparison.rankings.iter().find(|ranking| ranking.indicator == GOOD).expect("one");
        let ranks: Vec<u32> = ranking.places.iter().map(|place| place.rank).collect();
        assert_eq!(ranks, [1, 1, 1, 4]);
        let standing = |at: usize| ranking.places[at].standing.expect("many worlds");
        assert!((0..3).all(|at| standing(at).may_be_best && !standing(at).is_best));
        assert_eq!(
            standing(3).may_be_best,
            worlds < 59,
            "equal differences tell nothing apart in few worlds"
        );
    }
    let alone = |worlds: u32| {
        let scenario =
            |name: &str, level: f64| only(name, GOOD, worlds, |world| luck(15, world, 0).round() + level);
        let comparison = compare(QUESTION, &scenario("base", 0.0), &[scenario("b", 50.0)]);
        let ranking = comparison.rankings.iter().find(|ranking| ranking.indicator == GOOD).expect("one");
        ranking.places[0].standing.expect("many worlds").is_best
    };
    assert_eq!((alone(58), alone(59)), (false, true));
}

/// Worlds scatter by 10, pairs by 1: the gain is near (100 + 101) / 1, and twenty worlds know it to a factor of 2.
#[test]
fn the_gain_of_pairing_is_measured() {
    let base = only("base", GOOD, 20, |world| 10.0 * luck(6, world, 0));
    let policy = only("policy", GOOD, 20, |world| 10.0 * luck(6, world, 0) + luck(6, world, 1));
    let gain = one(&base, policy).policies[0].on(GOOD).pairing_gain.expect("a gain");
    assert!((100.0..400.0).contains(&gain), "{gain}");
    let apart = only("apart", GOOD, 20, |world| 10.0 * luck(7, world, 2));
    let gain = one(&base, apart).policies[0].on(GOOD).pairing_gain.expect("a gain");
    assert!((0.5..2.0).contains(&gain), "worlds that share nothing gain nothing: {gain}");
}

#[test]
fn two_humps_are_told_and_bootstrapped() {
    let base = only("base", GOOD, 40, |world| luck(8, world, 0));
    let policy = only("policy", GOOD, 40, |world| {
        luck(8, world, 0) + luck(8, world, 1) + f64::from(world % 2) * 100.0
    });
    let effect = one(&base, policy).policies[0].on(GOOD).clone();
    assert_eq!((effect.two_humped, effect.method), (true, Some(Method::BcaBootstrap)));
}

/// Spending and effect of twenty worlds: 1,000 EUR for 2 units, so 500 each.
#[test]
fn a_unit_of_effect_has_its_cost() {
    let of = |indicator: Indicator, gain: f64| {
        let base = outcomes("base", 20, |which, world| match which {
            MONEY => Some(0.0),
            which if which == indicator => Some(luck(9, world, 0)),
            _ => None,
        });
        let policy = outcomes("policy", 20, |which, world| match which {
            MONEY => Some(1_000.0),
            which if which == indicator => Some(luck(9, world, 0) + gain + 0.01 * luck(9, world, 1)),
            _ => None,
        });
        let effects = one(&base, policy).policies.remove(0);
        assert_eq!(effects.on(MONEY).cost, Cost::Unknown { reason: NoCost::IsMoney });
        effects.on(indicator).cost
    };
    let large = 2.0 * GOOD.row().smallest_effect;
    for (indicator, gain) in [(GOOD, large), (BAD, -2.0), (neutral(), -large)] {
        let Cost::Known { extra_spending_eur, eur_per_unit, interval } = of(indicator, gain) else {
            panic!("{indicator:?} has a cost")
        };
        let expected = 1_000.0 / gain.abs();
        assert_eq!(extra_spending_eur, 1_000.0);
        // The mean of twenty deviates of .01 is within .01 of 0.
        assert!(
            (eur_per_unit / expected - 1.0).abs() < 0.02 && interval.contains(eur_per_unit),
            "{eur_per_unit}"
        );
        assert!(interval.low > 0.0 && interval.high < 1.1 * expected, "{interval:?}");
    }
    assert_eq!(of(BAD, 2.0), Cost::Unknown { reason: NoCost::EffectIsWorse });
    assert_eq!(of(GOOD, 0.1 * large), Cost::Unknown { reason: NoCost::EffectDoesNotMatter });
}

/// Three policies and the base: one clearly best, two equal, the base last; for an indicator that should be low, mirrored.
#[test]
fn a_ranking_puts_the_best_first_and_says_what_may_be_best() {
    for (indicator, sign) in [(GOOD, 1.0), (BAD, -1.0)] {
        let scenario = |name: &str, level: f64, own: u32| {
            only(name, indicator, 30, |world| {
                sign * level + 5.0 * luck(10, world, 0) + 0.3 * luck(10, world, own)
            })
        };
        let policies = [scenario("b", 1.0, 1), scenario("c", 3.0, 2), scenario("d", 3.0, 3)];
        let comparison = compare(QUESTION, &scenario("base", -1.0, 0), &policies);
        let ranking = comparison.rankings.iter().find(|ranking| ranking.indicator == indicator).expect("one");
        let names: Vec<_> = ranking.places.iter().map(|place| place.name.as_str()).collect();
        let mut first = names[..2].to_vec();
        first.sort_unstable();
        assert_eq!((first, &names[2..]), (vec!["c", "d"], &["b", "base"][..]));
        let standing = |at: usize| ranking.places[at].standing.expect("thirty worlds");
        assert!(standing(0).may_be_best && standing(1).may_be_best && !standing(0).is_best);
        assert!(!standing(2).may_be_best && !standing(3).may_be_best);
        assert!(standing(3).against_best.contains(-4.0), "{:?}", standing(3));
    }
    let nothing = compare(QUESTION, &outcomes("base", 3, |_, _| None), &[]);
    assert!(nothing.rankings.is_empty() && nothing.policies.is_empty());
}

#[test]
fn what_is_not_precise_yet_is_named() {
    let unit = GOOD.row().smallest_effect;
    let policy = |worlds: u32, scatter: f64| {
        let base = only("base", GOOD, worlds, |world| luck(11, world, 0));
        let policy =
            only("policy", GOOD, worlds, |world| luck(11, world, 0) + scatter * unit * luck(11, world, 1));
        compare(Question { several_looks: true, ..QUESTION }, &base, &[policy])
    };
    let wide = policy(30, 10.0);
    let open = wide.not_yet(&[GOOD, BAD]);
    assert_eq!(open.len(), 2);
    assert_eq!((open[0].policy, open[0].indicator, open[0].look), (0, GOOD, Some(Look::TooWide)));
    assert_eq!((open[1].indicator, open[1].look), (BAD, None));
    let needed = wide.policies[0].on(GOOD).worlds_needed.expect("they scatter");
    // 10 units of scatter to one of half-width: about (2 * 10)^2, known to a factor of 2 from thirty worlds.
    assert!((200..800).contains(&needed), "{needed}");
    assert!(policy(30, 0.5).not_yet(&[GOOD]).is_empty());
    assert_eq!(policy(30, 0.0).not_yet(&[GOOD])[0].look, Some(Look::TooUniform));
}

/// A number of worlds chosen by looking costs a tenth of the risk.
#[test]
fn looking_several_times_widens_the_interval() {
    let base = only("base", GOOD, 30, |world| luck(12, world, 0));
    let policy = || only("policy", GOOD, 30, |world| luck(12, world, 1));
    let width = |several_looks| {
        let comparison = compare(Question { several_looks, ..QUESTION }, &base, &[policy()]);
        comparison.policies[0].on(GOOD).interval.expect("thirty worlds").half_width()
    };
    assert!(width(true) > 1.01 * width(false) && width(true) < 1.1 * width(false));
}

/// Of 1,000 policies that do nothing but disturb, about 50 are called something (standard error 7).
#[test]
fn luck_alone_is_called_an_effect_one_time_in_twenty() {
    let called = (0..1_000).filter(|study| {
        let base = only("base", GOOD, 20, |world| 1e6 * luck(1_000 + study, world, 0));
        let policy = only("policy", GOOD, 20, |world| 1e6 * luck(1_000 + study, world, 1));
        one(&base, policy).policies[0].on(GOOD).verdict != Verdict::Undecided
    });
    let called = called.count();
    assert!((30..=70).contains(&called), "{called}");
}

#[test]
fn a_comparison_is_written_as_data() {
    let base = outcomes("base", 12, |_, world| Some(luck(13, world, 0).abs().min(1.0)));
    let policy = outcomes("policy", 12, |_, world| Some(luck(13, world, 1).abs().min(1.0)));
    let comparison = one(&base, policy.clone());
    let json = serde_json::to_value(&comparison).expect("a comparison is data");
    let effect = &json["policies"][0]["effects"][GOOD as usize];
    assert_eq!(effect["indicator"], GOOD.row().id);
    assert!(
        effect["interval"]["low"].is_f64()
            && effect["verdict"].is_string()
            && effect["cost"]["kind"].is_string()
    );
    assert_eq!(comparison, one(&base, policy), "the same worlds, the same bits");
}

/// Two scenarios of the model itself, a year in six worlds: what a real comparison is made of.
#[test]
fn scenarios_of_the_model_are_compared() {
    let outcomes = |name: &str, programme: &str| {
        let scenario = crate::common::small(12, programme, &[]);
        let runs: Vec<_> = (0..6)
            .map(|replicate| {
                hameau_model::observe::run::simulate(&scenario, World { seed: 4, replicate }, |_| ())
            })
            .collect();
        Outcomes::observed(name, runs.iter().map(|run| run.months.last().expect("a month")))
    };
    let comparison = one(&outcomes("base", ""), outcomes("rich", RICH));
    let policy = &comparison.policies[0];
    assert!(!policy.identical);
    assert_eq!(policy.on(MONEY).verdict, Verdict::Worse);
    assert_eq!(policy.on(MONEY).share_positive, Some(1.0));
    let users = policy.on(Indicator::ActiveUsers);
    assert!(users.rough && users.difference.expect("six worlds") > 0.0, "{users:?}");
    let ranked: Vec<_> = comparison.rankings.iter().filter(|ranking| ranking.worlds_used > 0).collect();
    assert!(ranked.len() > 30, "only {} rankings", ranked.len());
    assert!(ranked.iter().all(|ranking| ranking.places.len() == 2));
}
