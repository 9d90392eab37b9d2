//! Is each question answered by the comparison that isolates it, whatever the files claim, and is an effect that a lever
//! multiplies said to be assumed?

use hameau_analysis::effects::assumed;
use hameau_analysis::questions::{Pair, Question, Questions};
use hameau_model::inputs::library;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::observe::indicators::Indicator;

fn shipped() -> Vec<Scenario> {
    let of = |name: &&str| {
        let mut scenario = resolve(&format!("hameau:{name}"), &Overrides::default(), &Memory::default())
            .unwrap_or_else(|mistakes| panic!("{mistakes}"));
        // What a file claims is not what a programme does.
        scenario.questions.clear();
        scenario
    };
    library::COMPARED.iter().map(of).collect()
}

fn named(scenarios: &[Scenario], question: Question) -> Vec<(String, String)> {
    let plain: Vec<&Scenario> = scenarios.iter().collect();
    let name = |at: usize| scenarios[at].name.clone();
    let pairs = Questions { scenarios: &plain }.pairs(question);
    pairs.into_iter().map(|Pair { policy, reference }| (name(policy), name(reference))).collect()
}

#[test]
fn shipped_policies_answer_each_question_by_what_they_do() {
    let scenarios = shipped();
    let expected: [(Question, &[(&str, &str)]); 6] = [
        (Question::Realistic, &[("shared-place", "baseline"), ("portfolio", "shared-place")]),
        (
            Question::Necessary,
            &[
                ("facilitator-stays", "facilitators-without-place"),
                ("facilitators-without-place", "baseline"),
            ],
        ),
        (Question::Sufficient, &[("shared-place", "baseline")]),
        (
            Question::Facilitation,
            &[
                ("facilitator-stays", "shared-place"),
                ("facilitator-leaves", "shared-place"),
                ("facilitator-leaves", "facilitator-stays"),
                ("convening", "shared-place"),
                ("convening", "facilitator-stays"),
                ("facilitators-without-place", "baseline"),
            ],
        ),
        (Question::Management, &[("co-governed", "facilitator-stays")]),
        (Question::Order, &[("council-order", "shared-place")]),
    ];
    for (question, pairs) in expected {
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        assert_eq!(named(&scenarios, question), pairs, "{question:?}");
    }
    assert_eq!(named(&scenarios, Question::ClosureAndEconomy).len(), scenarios.len() - 1);
}

#[test]
fn a_question_without_its_pair_is_not_answered_by_another() {
    let scenarios: Vec<Scenario> = shipped().into_iter().take(2).collect();
    assert_eq!(scenarios[1].name, "attraction");
    for question in Question::ALL {
        let pairs = named(&scenarios, question);
        assert_eq!(pairs.is_empty(), question != Question::ClosureAndEconomy, "{question:?}: {pairs:?}");
    }
    let mut asking = scenarios;
    asking[1].questions = vec![4];
    assert_eq!(named(&asking, Question::Facilitation).len(), 1, "a file may ask all the same");
}

#[test]
fn what_a_lever_multiplies_is_assumed_and_nothing_else() {
    let scenarios = shipped();
    let of = |name: &str| scenarios.iter().find(|scenario| scenario.name == name).expect("it is shipped");
    let last = scenarios[0].last();
    let lever =
        |policy: &str, reference: &str, indicator| assumed((of(policy), of(reference)), indicator, last, 1.0);
    assert_eq!(lever("convening", "facilitator-stays", Indicator::AdultsInWork), Some(Key::ConveningShare));
    assert_eq!(
        lever("supplier-meetings", "baseline", Indicator::ProductiveAnchored),
        Some(Key::AnchoringMeetings)
    );
    assert_eq!(lever("supplier-meetings", "baseline", Indicator::IncomeTotal), None);
    assert_eq!(lever("shared-place", "baseline", Indicator::AdultsInWork), None);
    assert_eq!(lever("convening", "convening", Indicator::AdultsInWork), None);
    // Before she leaves, the one who leaves did as the one who stays.
    let before = of("facilitator-leaves").start().plus(12);
    let pair = (of("facilitator-leaves"), of("facilitator-stays"));
    assert_eq!(assumed(pair, Indicator::WorksOperating, before, -1.0), None);
    assert_eq!(assumed(pair, Indicator::WorksOperating, last, -1.0), Some(Key::ConveningShare));
    // With fewer hours of project meetings, what rises all the same was found.
    assert_eq!(lever("co-governed", "facilitator-stays", Indicator::AdultsInWork), None);
}
