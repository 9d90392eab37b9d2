//! Sentences made from effects. A sentence claims a difference only where its verdict does, says "undecided" where that is
//! all there is to say, and gives the interval and the worlds in every case.

use hameau_analysis::effects::{Effect, Side, Verdict};
use hameau_analysis::statistics::{Bounded, Method, Signs};
use hameau_model::inputs::parameters::Key;
use hameau_model::observe::indicators::Aggregation;
use hameau_words::amounts;
use hameau_words::{Language, number};

/// One effect, and between what.
#[derive(Clone, Copy, Debug)]
pub struct Told<'t> {
    /// Title of the policy.
    pub policy: &'t str,
    /// Title of what it is held against.
    pub reference: &'t str,
    /// The effect.
    pub effect: &'t Effect,
    /// Confidence of its interval.
    pub confidence: f64,
    /// The half-width asked for, in units of the smallest effect of interest.
    pub precision: f64,
}

/// A count.
#[must_use]
pub fn count(value: usize, language: Language) -> String {
    number(value as f64, 0, language)
}

/// The sentence of an effect: what it is about, both levels, the difference and how sure it is, what to think of it.
#[must_use]
pub fn effect(told: &Told<'_>, language: Language) -> String {
    let mut sentence = format!("{} {}", measured(told, language), verdict(told, language));
    let assumed = told.effect.assumed.map(|lever| assumed(lever, language));
    for note in assumed.into_iter().chain(notes(told.effect, language)) {
        sentence.push(' ');
        sentence.push_str(&note);
    }
    sentence
}

/// What it is about and both levels, without the verdict: "Inhabitants: 10,020 persons with “P”, 9,980 with “B” (…)."
fn measured(told: &Told<'_>, language: Language) -> String {
    let Told { policy, reference, effect, .. } = told;
    let row = effect.indicator.row();
    let label = language.of((row.full_en, row.full_fr));
    let [with, without] = levels(effect, language);
    let said = language.of((
        format!("{label}: {with} with “{policy}”, {without} with “{reference}”"),
        format!("{label} : {with} avec « {policy} », {without} avec « {reference} »"),
    ));
    let evidence = evidence(told, language);
    if evidence.is_empty() { format!("{said}.") } else { format!("{said} ({evidence}).") }
}

/// The level with the policy and without: of an event, in how many worlds it came.
#[must_use]
pub fn levels(effect: &Effect, language: Language) -> [String; 2] {
    let indicator = effect.indicator;
    let of = |(at, mean): (usize, Option<f64>)| {
        let Some(mean) = mean else { return language.of(("undefined", "non défini")).to_owned() };
        if indicator.row().aggregation == Aggregation::Event {
            let worlds = count((mean * effect.worlds_used as f64).round() as usize, language);
            let all = count(effect.worlds_used, language);
            return match at {
                0 => language
                    .of((format!("in {worlds} of {all} worlds"), format!("dans {worlds} mondes sur {all}"))),
                _ => language.of((format!("in {worlds}"), format!("dans {worlds}"))),
            };
        }
        amounts::level(indicator, mean, language)
    };
    [(0, effect.policy_mean), (1, effect.base_mean)].map(of)
}

/// "difference: +40 persons; 95 % interval: +37 to +42; above 0 in 20 of 20 worlds".
fn evidence(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let Some(difference) = effect.difference.filter(|_| effect.verdict != Verdict::Identical) else {
        return String::new();
    };
    let change = amounts::change(effect.indicator, difference, language);
    let used = count(effect.worlds_used, language);
    let Some(interval) = effect.interval else {
        return match effect.worlds_used {
            1 => language.of((
                format!("difference: {change} in the only world"),
                format!("écart : {change} dans le seul monde"),
            )),
            _ => language.of((
                format!("difference: {change} in each of the {used} worlds"),
                format!("écart : {change} dans chacun des {used} mondes"),
            )),
        };
    };
    let ends = amounts::ends(effect.indicator, interval, language);
    let sure = amounts::percent(told.confidence, language);
    let Signs { above, below, .. } = effect.signs();
    let [one, other] = [above, below].map(|worlds| count(worlds as usize, language));
    let above = if above == 0 {
        language.of((format!("none of {used} worlds"), format!("aucun monde sur {used}")))
    } else {
        language.of((format!("{one} of {used} worlds"), format!("{one} mondes sur {used}")))
    };
    let below = if below == 0 { language.of(("none", "aucun")).to_owned() } else { other };
    language.of((
        format!("difference: {change}; {sure} interval: {ends}; above 0 in {above}, below in {below}"),
        format!(
            "écart : {change} ; intervalle à {sure} : {ends} ; positif dans {above}, négatif dans {below}"
        ),
    ))
}

/// What to think of it.
#[must_use]
pub fn verdict(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let smallest = || amounts::threshold(effect.indicator, 1.0, language);
    match effect.verdict {
        Verdict::Identical => language.of((
            "Identical, as is every other indicator, in every world.".to_owned(),
            "Identique, comme tous les autres indicateurs, dans tous les mondes.".to_owned(),
        )),
        Verdict::Undecided => undecided(told, language),
        Verdict::NoDifferenceThatMatters => {
            let bound = effect.ends().map_or(0.0, |ends| ends.low.abs().max(ends.high.abs()));
            let (bound, smallest) = (amounts::size(effect.indicator, bound, language), smallest());
            language.of((
                format!("No difference that matters: {bound} at most either way, and {smallest} is the least that would."),
                format!("Pas de différence qui compte : {bound} au plus dans un sens ou dans l'autre, et il faudrait au moins {smallest}."),
            ))
        }
        sure => {
            let smallest = smallest();
            let judged = match sure.side() {
                Some(Side::Good) => ("does better", "fait mieux"),
                Some(Side::Bad) => ("does worse", "fait moins bien"),
                _ if effect.difference.unwrap_or_default() > 0.0 => ("has more of it", "en a davantage"),
                _ => ("has less of it", "en a moins"),
            };
            let (policy, judged) = (told.policy, language.of(judged));
            let judged = language.of((format!("“{policy}” {judged}"), format!("« {policy} » {judged}")));
            let neither = if sure.side() == Some(Side::Moved) {
                language.of((", neither better nor worse in itself", ", ni mieux ni moins bien en soi"))
            } else {
                ""
            };
            if sure.perhaps_too_small() {
                language.of((
                    format!("{judged}{neither}; the direction is sure, but it may be less than the {smallest} that would matter."),
                    format!("{judged}{neither} ; le sens est sûr, mais l'écart est peut-être inférieur à ce qui compterait ({smallest})."),
                ))
            } else {
                format!("{judged}{neither}.")
            }
        }
    }
}

fn undecided(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let all = effect.worlds_used + effect.worlds_undefined;
    let (used, all) = (count(effect.worlds_used, language), count(all, language));
    if effect.ends().is_none() {
        return language.of((
            format!("Undecided: too few worlds tell anything of it ({used} of {all})."),
            format!("Indécis : trop peu de mondes en disent quelque chose ({used} sur {all})."),
        ));
    }
    if effect.method == Some(Method::Constant) {
        return language.of((
            format!("Undecided: these {used} worlds are too few to be sure that it is always so."),
            format!("Indécis : ces {used} mondes sont trop peu pour être sûr qu'il en soit toujours ainsi."),
        ));
    }
    if effect.interval.is_some_and(|interval| !interval.contains(0.0)) {
        return language.of((
            "Undecided: the direction is not sure, because most worlds are tied and too few differ.".to_owned(),
            "Indécis : le sens n'est pas sûr, car la plupart des mondes sont à égalité et trop peu diffèrent.".to_owned(),
        ));
    }
    let remedy = remedy(told, language);
    language.of((
        format!("Undecided: the effect may be of either sign, or none. {remedy}"),
        format!("Indécis : l'effet peut être d'un signe ou de l'autre, ou nul. {remedy}"),
    ))
}

/// What would decide it, as far as the worlds tell.
fn remedy(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let width = amounts::threshold(effect.indicator, told.precision, language);
    let alike = effect.worlds_used > 0 && effect.signs().equal as usize == effect.worlds_used;
    match effect.worlds_needed {
        _ if alike => language.of((
            "All these worlds show the same difference; there are too few of them to be sure that every world does.".to_owned(),
            "Tous ces mondes montrent le même écart ; ils sont trop peu nombreux pour être sûr que ce soit toujours le cas.".to_owned(),
        )),
        Some(needed) if needed as usize > effect.worlds_used => {
            let needed = number(f64::from(needed), 0, language);
            language.of((
                format!("About {needed} worlds would tell the effect to within {width}."),
                format!("Il faudrait environ {needed} mondes pour connaître l'effet à {width} près."),
            ))
        }
        _ => language.of((
            format!("The precision asked for, {width}, takes no more worlds than these: the effect is close to 0 or to what matters, and only many more could tell."),
            format!("La précision demandée, {width}, n'exige pas plus de mondes : l'effet est proche de 0 ou du seuil d'intérêt, et seuls beaucoup plus de mondes trancheraient."),
        )),
    }
}

/// What the numbers alone do not say.
#[must_use]
pub fn notes(effect: &Effect, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    let alike = effect.signs().equal as usize == effect.worlds_used;
    // Which sign it has matters to nobody where no difference does.
    let told = !alike
        && effect.method != Some(Method::Constant)
        && effect.verdict != Verdict::NoDifferenceThatMatters;
    let tied = effect.sign_test.filter(|_| told);
    if let Some(chance) = tied {
        let Signs { above, below, .. } = effect.signs();
        let [above, below] = [above, below].map(|worlds| count(worlds as usize, language));
        let used = count(effect.worlds_used, language);
        let chance = if chance < 0.01 {
            format!("< {}", number(0.01, 2, language))
        } else {
            format!("= {}", number(chance, 2, language))
        };
        notes.push(language.of((
            format!("Most of the {used} worlds are tied: the sign rests on those above 0 ({above}) and below ({below}) (sign test, p {chance})."),
            format!("La plupart des {used} mondes sont à égalité : le signe ne repose que sur les écarts positifs ({above}) et négatifs ({below}) (test du signe, p {chance})."),
        )));
    }
    if effect.saturated {
        notes.push(language.of((
            "With the policy the event comes in every world, or in none: a stronger effect could not be seen.".to_owned(),
            "Avec la politique, l'événement se produit dans tous les mondes, ou dans aucun : un effet plus fort ne pourrait pas se voir.".to_owned(),
        )));
    }
    if effect.interval.is_some() && effect.verdict != Verdict::Identical {
        if effect.rough {
            notes.push(
                language.of((
                    "The interval is only rough: few worlds, or a long tail.".to_owned(),
                    "L'intervalle n'est qu'approché : peu de mondes, ou une longue queue de distribution."
                        .to_owned(),
                )),
            );
        }
        if effect.two_humped {
            notes.push(language.of((
                "The worlds fall into two groups: their mean describes few of them.".to_owned(),
                "Les mondes se partagent en deux groupes : leur moyenne en décrit peu.".to_owned(),
            )));
        }
        if effect.worlds_undefined > 0 {
            let left = count(effect.worlds_undefined, language);
            let all = count(effect.worlds_undefined + effect.worlds_used, language);
            notes.push(language.of((
                format!("Worlds left out because the indicator is undefined there: {left} of {all}."),
                format!(
                    "Mondes laissés de côté parce que l'indicateur n'y est pas défini : {left} sur {all}."
                ),
            )));
        }
    }
    notes
}

/// That the effect was assumed, and by which lever.
fn assumed(lever: &str, language: Language) -> String {
    let row = Key::named(lever).map(Key::row);
    let meaning = row.map_or(lever, |row| language.of((row.en, row.fr)));
    // Its first sentence says what it is.
    let lever = meaning.split(". ").next().unwrap_or(meaning).trim_end_matches('.');
    language.of((
        format!("Assumed effect: a lever of the programme multiplies it (“{lever}”); only its size was found."),
        format!("Effet supposé : un levier du programme le multiplie (« {lever} ») ; seule son ampleur est un résultat."),
    ))
}

/// Which probability of causation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probability {
    /// Where it came with the cause, it would not have come without.
    Necessity,
    /// Where it did not come without, it comes with.
    Sufficiency,
}

/// Necessity or sufficiency of a policy for an event, in the model.
#[must_use]
pub fn causal(
    which: Probability,
    pair: (&str, &str),
    label: &str,
    found: &Bounded,
    confidence: f64,
    language: Language,
) -> String {
    let (policy, reference) = pair;
    let about = count(found.worlds as usize, language);
    let (Some(share), Some(interval), Some(bounds), Some(wider)) =
        (found.share, found.interval, found.bounds, found.sure_bounds)
    else {
        return match which {
            Probability::Necessity => language.of((
                format!("Necessity of “{policy}” is undefined: “{label}” holds in none of its worlds."),
                format!("La nécessité de « {policy} » n'est pas définie : « {label} » ne se vérifie dans aucun de ses mondes."),
            )),
            Probability::Sufficiency => language.of((
                format!("Sufficiency of “{policy}” is undefined: “{label}” holds in every world of “{reference}” already."),
                format!("La suffisance de « {policy} » n'est pas définie : « {label} » se vérifie déjà dans tous les mondes de « {reference} »."),
            )),
        };
    };
    let times = count((share * found.worlds as f64).round() as usize, language);
    let share = amounts::percent(share, language);
    let [ends, bounds, wider] =
        [interval, bounds, wider].map(|interval| amounts::percents(interval, language));
    let confidence = amounts::percent(confidence, language);
    match which {
        Probability::Necessity => language.of((
            format!("Necessity, in the model: among the {about} worlds where “{label}” holds with “{policy}”, it does not in {times} with “{reference}”: {share} ({confidence} interval: {ends}; whatever links the chance of the two: {bounds} at the shares observed, {wider} with their sampling)."),
            format!("Nécessité, dans le modèle : parmi les {about} mondes où « {label} » se vérifie avec « {policy} », ce n'est pas le cas dans {times} avec « {reference} » : {share} (intervalle à {confidence} : {ends} ; quel que soit le lien entre les deux hasards : {bounds} aux fréquences observées, {wider} avec leur échantillonnage)."),
        )),
        Probability::Sufficiency => language.of((
            format!("Sufficiency, in the model: among the {about} worlds where “{label}” does not hold with “{reference}”, it does in {times} with “{policy}”: {share} ({confidence} interval: {ends}; whatever links the chance of the two: {bounds} at the shares observed, {wider} with their sampling)."),
            format!("Suffisance, dans le modèle : parmi les {about} mondes où « {label} » ne se vérifie pas avec « {reference} », c'est le cas dans {times} avec « {policy} » : {share} (intervalle à {confidence} : {ends} ; quel que soit le lien entre les deux hasards : {bounds} aux fréquences observées, {wider} avec leur échantillonnage)."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, French};
    use hameau_analysis::effects::{Outcomes, Question, compare};
    use hameau_model::observe::indicators::Indicator;
    use proptest::prelude::*;

    const QUESTION: Question = Question { confidence: 0.95, precision: 1.0, several_looks: false, seed: 1 };

    fn outcomes(name: &str, indicator: Indicator, values: &[Option<f64>]) -> Outcomes {
        let world = |value: &Option<f64>| {
            let mut all = vec![Some(0.0); Indicator::COUNT];
            all[indicator as usize] = *value;
            // Spending differs, so that nothing is identical by chance.
            all[Indicator::SpendingCumulated as usize] = Some(if name == "base" { 0.0 } else { 1_000.0 });
            all
        };
        Outcomes::new(name, values.iter().map(world).collect())
    }

    fn effect_of(indicator: Indicator, base: &[Option<f64>], policy: &[Option<f64>]) -> Effect {
        let policy = outcomes("policy", indicator, policy);
        compare(QUESTION, &outcomes("base", indicator, base), &[policy]).policies[0].on(indicator).clone()
    }

    fn said(effect: &Effect, language: Language) -> String {
        let told = Told { policy: "P", reference: "B", effect, confidence: 0.95, precision: 1.0 };
        super::effect(&told, language)
    }

    /// Words that claim a difference.
    const CLAIMS: [&str; 8] = [
        " does better",
        " does worse",
        " has more of it",
        " has less of it",
        " fait mieux",
        " fait moins bien",
        " en a davantage",
        " en a moins",
    ];
    /// Words that claim that there is none.
    const DENIALS: [&str; 4] = ["No difference", "Pas de différence", "Identical", "Identique"];

    fn holds(text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| text.contains(word))
    }

    fn check(effect: &Effect) {
        for language in [English, French] {
            let text = said(effect, language);
            let (claims, denies) = (holds(&text, &CLAIMS), holds(&text, &DENIALS));
            match effect.verdict {
                Verdict::Undecided => {
                    assert!(!claims && !denies, "{text}");
                    assert!(text.contains(language.of(("Undecided: ", "Indécis : "))), "{text}");
                }
                Verdict::NoDifferenceThatMatters | Verdict::Identical => assert!(!claims && denies, "{text}"),
                _ => {
                    assert!(claims && !denies, "{text}");
                    let interval = effect.ends().expect("a claim has an interval, or one value");
                    assert!(interval.low > 0.0 || interval.high < 0.0, "{text}");
                    let change =
                        text.split_once(language.of(("difference: ", "écart : "))).expect("a change").1;
                    assert_eq!(change.starts_with('+'), interval.low > 0.0, "{text}");
                }
            }
            if effect.interval.is_some() && effect.verdict != Verdict::Identical {
                assert!(text.contains(language.of(("95 % interval: ", "intervalle à 95 % : "))), "{text}");
            }
        }
    }

    fn value() -> impl Strategy<Value = Option<f64>> {
        prop_oneof![1 => Just(None), 2 => Just(Some(0.0)), 6 => (-3.0..3.0_f64).prop_map(Some)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(7), cases: 200, ..ProptestConfig::default() })]

        #[test]
        fn a_sentence_claims_what_its_verdict_does(
            base in proptest::collection::vec(value(), 0..24),
            shift in prop_oneof![Just(0.0), -4.0..4.0_f64],
            noise in 0.0..2.0_f64,
            which in 0..4_usize,
        ) {
            let indicator = [Indicator::WorksOperating, Indicator::AdultsInWork, Indicator::Inhabitants, Indicator::RungUsers][which];
            let size = indicator.row().smallest_effect;
            let scaled = |value: &Option<f64>| value.map(|value| value * size);
            let base: Vec<_> = base.iter().map(scaled).collect();
            let moved = |(at, value): (usize, &Option<f64>)| {
                value.map(|value| value + (shift + noise * ((at * 7 % 5) as f64 - 2.0)) * size)
            };
            let policy: Vec<_> = base.iter().enumerate().map(moved).collect();
            check(&effect_of(indicator, &base, &policy));
        }

        #[test]
        fn a_sentence_about_an_event_claims_no_more(pairs in proptest::collection::vec((any::<bool>(), any::<bool>()), 0..40), always in any::<bool>()) {
            let of = |so: bool| Some(f64::from(u8::from(so)));
            let base: Vec<_> = pairs.iter().map(|(base, _)| of(*base)).collect();
            let policy: Vec<_> = pairs.iter().map(|(_, policy)| of(*policy || always)).collect();
            check(&effect_of(Indicator::MixedWork, &base, &policy));
        }
    }

    fn spread(low: f64, step: f64, worlds: u32) -> Vec<Option<f64>> {
        (0..worlds).map(|at| Some(low + step * f64::from(at * 7 % worlds))).collect()
    }

    /// A made-up table of which the truth is known, for each sentence of the grammar.
    #[test]
    fn each_sentence_says_what_its_table_says() {
        let none = vec![Some(0.0); 20];
        let about = |indicator, policy: &[Option<f64>]| {
            let effect = effect_of(indicator, &none, policy);
            (said(&effect, English), said(&effect, French))
        };
        let better = about(Indicator::Inhabitants, &spread(30.0, 1.0, 20));
        assert_eq!(
            better.0,
            "Inhabitants: 40 persons with “P”, 0 persons with “B” (difference: +40 persons; 95 % interval: +37 to +42; \
             above 0 in 20 of 20 worlds, below in none). “P” does better."
        );
        assert_eq!(
            better.1,
            "Habitants : 40 personnes avec « P », 0 personne avec « B » (écart : +40 personnes ; intervalle à 95 % : de +37 \
             à +42 ; positif dans 20 mondes sur 20, négatif dans aucun). « P » fait mieux."
        );
        let worse = about(Indicator::Inhabitants, &spread(-60.0, 1.0, 20));
        assert!(
            worse.0.ends_with("“P” does worse.") && worse.1.ends_with("« P » fait moins bien."),
            "{worse:?}"
        );
        let perhaps = about(Indicator::Inhabitants, &spread(5.0, 2.5, 20));
        assert!(
            perhaps
                .0
                .contains("“P” does better; the direction is sure, but it may be less than the 25 persons"),
            "{perhaps:?}"
        );
        assert!(
            perhaps.1.contains(
                "le sens est sûr, mais l'écart est peut-être inférieur à ce qui compterait (25 personnes)"
            ),
            "{perhaps:?}"
        );
        let moved = about(Indicator::RungUsers, &spread(300.0, 1.0, 20));
        assert!(moved.0.ends_with("“P” has more of it, neither better nor worse in itself."), "{moved:?}");
        let moved = about(Indicator::RungUsers, &spread(-300.0, 1.0, 20));
        assert!(moved.1.ends_with("« P » en a moins, ni mieux ni moins bien en soi."), "{moved:?}");
        let negligible = about(Indicator::Inhabitants, &spread(-3.0, 0.3, 20));
        assert!(
            negligible.0.contains(
                "No difference that matters: 1 person at most either way, and 25 persons is the least"
            ),
            "{negligible:?}"
        );
        let undecided = about(Indicator::Inhabitants, &spread(-300.0, 30.0, 20));
        assert!(
            undecided.1.contains(
                "Indécis : l'effet peut être d'un signe ou de l'autre, ou nul. Il faudrait environ "
            ),
            "{undecided:?}"
        );
        let share = about(Indicator::AttendanceGap, &spread(-0.5, 0.001, 20));
        assert!(
            share.1.starts_with("Écart de fréquentation : ") && share.1.contains(" points avec « P »"),
            "{share:?}"
        );
    }

    #[test]
    fn an_event_is_counted_in_worlds() {
        let of = |worlds: usize| -> Vec<Option<f64>> {
            (0..20).map(|at| Some(f64::from(u8::from(at < worlds)))).collect()
        };
        let effect = effect_of(Indicator::MixedWork, &of(3), &of(20));
        let text = said(&effect, English);
        assert!(
            text.contains("in 20 of 20 worlds with “P”, in 3 with “B” (difference: +85.0 points;"),
            "{text}"
        );
        assert!(text.contains("“P” does better."), "{text}");
        assert!(text.contains("the event comes in every world, or in none"), "{text}");
        let tied = said(&effect_of(Indicator::MixedWork, &of(18), &of(20)), French);
        assert!(tied.contains("dans 20 mondes sur 20 avec « P », dans 18 avec « B »"), "{tied}");
        assert!(tied.contains("test du signe"), "{tied}");
    }

    #[test]
    fn an_assumed_effect_says_by_which_lever() {
        let mut effect = effect_of(Indicator::WorksOperating, &[Some(0.0); 20], &spread(5.0, 0.1, 20));
        effect.assumed = Some(Key::ConveningShare.row().name);
        let text = said(&effect, English);
        assert!(text.contains("Assumed effect: a lever of the programme multiplies it (“"), "{text}");
        let text = said(&effect, French);
        assert!(
            text.contains("Effet supposé : ") && text.contains("seule son ampleur est un résultat"),
            "{text}"
        );
    }

    #[test]
    fn extremes_are_told_for_what_they_are() {
        let one = said(&effect_of(Indicator::Inhabitants, &[Some(1.0)], &[Some(9.0)]), English);
        assert!(one.contains("too few worlds tell anything of it (1 of 1)"), "{one}");
        let half: Vec<_> = spread(30.0, 1.0, 20)
            .into_iter()
            .enumerate()
            .map(|(at, value)| value.filter(|_| at % 2 == 0))
            .collect();
        let half = said(&effect_of(Indicator::Inhabitants, &[Some(0.0); 20], &half), French);
        assert!(
            half.contains("Mondes laissés de côté parce que l'indicateur n'y est pas défini : 10 sur 20."),
            "{half}"
        );
        let same = said(&effect_of(Indicator::Inhabitants, &[Some(3.0); 4], &[Some(3.0); 4]), English);
        assert!(same.contains("difference: 0 persons in each of the 4 worlds"), "{same}");
        assert!(same.contains("Undecided: these 4 worlds are too few"), "{same}");
        let base = outcomes("base", Indicator::Inhabitants, &[Some(1.0), Some(2.0)]);
        let twin = compare(QUESTION, &base, std::slice::from_ref(&base)).policies[0]
            .on(Indicator::Inhabitants)
            .clone();
        let twin = said(&twin, French);
        assert!(
            twin.contains("Identique, comme tous les autres indicateurs, dans tous les mondes."),
            "{twin}"
        );
    }

    #[test]
    fn what_never_happens_is_undefined() {
        let never = hameau_analysis::statistics::causation(
            hameau_analysis::statistics::Paired2x2::count([(false, false); 5]),
            0.95,
        );
        let text = causal(Probability::Necessity, ("P", "B"), "It works", &never.necessity, 0.95, English);
        assert_eq!(text, "Necessity of “P” is undefined: “It works” holds in none of its worlds.");
        let text = causal(Probability::Sufficiency, ("P", "B"), "It works", &never.sufficiency, 0.95, French);
        assert!(
            text.contains("parmi les 5 mondes") && text.contains("0 % (intervalle à 95 % : de 0 à "),
            "{text}"
        );
    }
}
