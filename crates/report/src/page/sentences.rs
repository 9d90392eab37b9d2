//! Sentences made from effects. A sentence claims a difference only where its verdict does, says "undecided" where that is
//! all there is to say, and gives the interval and the worlds in every case.

use hameau_analysis::effects::{Cost, Effect, Side, Verdict};
use hameau_analysis::statistics::{Bounded, Interval, Method, Signs};
use hameau_model::observe::indicators::{Aggregation, Better};
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

/// The sentence of an effect.
#[must_use]
pub fn effect(told: &Told<'_>, language: Language) -> String {
    let mut sentence = match told.effect.verdict {
        Verdict::Identical => identical(told, language),
        Verdict::Undecided => undecided(told, language),
        Verdict::NoDifferenceThatMatters => no_difference(told, language),
        Verdict::Better
        | Verdict::Worse
        | Verdict::Higher
        | Verdict::Lower
        | Verdict::PerhapsBetter
        | Verdict::PerhapsWorse
        | Verdict::PerhapsHigher
        | Verdict::PerhapsLower => difference(told, language),
    };
    for note in notes(told.effect, language) {
        sentence.push(' ');
        sentence.push_str(&note);
    }
    sentence
}

/// "With A rather than B".
fn with(told: &Told<'_>, language: Language) -> String {
    let Told { policy, reference, .. } = told;
    language.of((
        format!("With “{policy}” rather than “{reference}”"),
        format!("Avec « {policy} » plutôt que « {reference} »"),
    ))
}

fn label(told: &Told<'_>, language: Language) -> String {
    let row = told.effect.indicator.row();
    language.of((format!("“{}”", row.en), format!("« {} »", row.fr)))
}

/// "(95 % interval: +1 to +3; above 0 in 19 of 20 paired worlds, below 0 in 1)".
fn evidence(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let Some(interval) = effect.interval else {
        let used = count(effect.worlds_used, language);
        return language.of((
            format!("(the same in each of {used} paired worlds)"),
            format!("(le même écart dans chacun des {used} mondes appariés)"),
        ));
    };
    let ends = amounts::ends(effect.indicator, interval, language);
    let sure = amounts::percent(told.confidence, language);
    let Signs { above, below, .. } = effect.signs();
    let [above, below] = [above, below].map(|worlds| count(worlds as usize, language));
    let used = count(effect.worlds_used, language);
    language.of((
        format!("({sure} interval: {ends}; above 0 in {above} of {used} paired worlds, below 0 in {below})"),
        format!(
            "(intervalle à {sure} : {ends} ; écart positif dans {above} et négatif dans {below} des {used} mondes appariés)"
        ),
    ))
}

fn difference(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let row = effect.indicator.row();
    let change = effect.difference.unwrap_or_default();
    let (with, label, evidence) = (with(told, language), label(told, language), evidence(told, language));
    let size = amounts::size(effect.indicator, change, language);
    let higher = change > 0.0;
    let mut sentence = if row.aggregation == Aggregation::Event {
        let more = if higher { ("more", "davantage") } else { ("fewer", "moins") };
        language.of((
            format!("{with}, {label} holds in {} worlds, by {size} {evidence}.", more.0),
            format!("{with}, {label} se vérifie dans {} de mondes, de {size} {evidence}.", more.1),
        ))
    } else {
        let way = if higher { ("higher", "plus haut") } else { ("lower", "plus bas") };
        language.of((
            format!("{with}, {label} is {} by {size} {evidence}.", way.0),
            format!("{with}, l'indicateur {label} est {} de {size} {evidence}.", way.1),
        ))
    };
    let judged = match effect.verdict.side() {
        Some(Side::Good) => Some((" That is better.", " C'est mieux.")),
        Some(Side::Bad) => Some((" That is worse.", " C'est moins bien.")),
        _ if row.better == Better::Neither => {
            Some((" Neither way is better in itself.", " Aucun sens n'est meilleur en soi."))
        }
        _ => None,
    };
    sentence.push_str(judged.map_or("", |words| language.of(words)));
    if effect.verdict.perhaps_too_small() {
        let smallest = amounts::threshold(effect.indicator, 1.0, language);
        sentence.push_str(&language.of((
            format!(" The direction is sure, the size is not: it may be too small to matter (less than {smallest})."),
            format!(" Le sens est sûr, l'ampleur ne l'est pas : l'écart est peut-être trop petit pour compter (moins de {smallest})."),
        )));
    }
    sentence
}

fn no_difference(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let bound = effect.ends().map_or(0.0, |ends| ends.low.abs().max(ends.high.abs()));
    let bound = amounts::size(effect.indicator, bound, language);
    let smallest = amounts::threshold(effect.indicator, 1.0, language);
    let (with, label, evidence) = (with(told, language), label(told, language), evidence(told, language));
    language.of((
        format!("{with}, no difference that matters in {label}: at most {bound} either way, within the {smallest} below which nobody would notice {evidence}."),
        format!("{with}, pas de différence qui compte pour {label} : au plus {bound} dans un sens ou dans l'autre, en deçà du seuil d'intérêt de {smallest} {evidence}."),
    ))
}

fn identical(told: &Told<'_>, language: Language) -> String {
    let (with, label) = (with(told, language), label(told, language));
    let used = count(told.effect.worlds_used + told.effect.worlds_undefined, language);
    language.of((
        format!("{with}, {label} is identical, as is every other indicator: the difference is exactly 0 in each of {used} paired worlds."),
        format!("{with}, {label} est identique, comme tous les autres indicateurs : l'écart est exactement nul dans chacun des {used} mondes appariés."),
    ))
}

fn undecided(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let (with, label) = (with(told, language), label(told, language));
    let all = effect.worlds_used + effect.worlds_undefined;
    let (used, all) = (count(effect.worlds_used, language), count(all, language));
    if effect.ends().is_none() {
        return language.of((
            format!("Undecided: {}, too few paired worlds tell anything of {label} ({used} of {all}).", lower(&with)),
            format!("Indécis : {}, trop peu de mondes appariés disent quelque chose de {label} ({used} sur {all}).", lower(&with)),
        ));
    }
    if effect.method == Some(Method::Constant) {
        return constant(told, language);
    }
    let evidence = evidence(told, language);
    if effect.interval.is_some_and(|interval| !interval.contains(0.0)) {
        return language.of((
            format!("Undecided: {}, the sign of the effect on {label} is not sure, because most worlds are tied and too few differ {evidence}.", lower(&with)),
            format!("Indécis : {}, le signe de l'effet sur {label} n'est pas sûr, car la plupart des mondes sont à égalité et trop peu diffèrent {evidence}.", lower(&with)),
        ));
    }
    let remedy = remedy(told, language);
    language.of((
        format!("Undecided: {}, the effect on {label} may be of either sign or none {evidence}. {remedy}", lower(&with)),
        format!("Indécis : {}, l'effet sur {label} peut être d'un signe ou de l'autre, ou nul {evidence}. {remedy}", lower(&with)),
    ))
}

/// The same difference in every world, and too few worlds to be sure of it.
fn constant(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let (with, label) = (lower(&with(told, language)), label(told, language));
    let used = count(effect.worlds_used, language);
    let change = amounts::signed(effect.indicator, effect.difference.unwrap_or_default(), language);
    language.of((
        format!("Undecided: {with}, the difference in {label} is the same, {change}, in each of {used} paired worlds: too few to be sure that it always is."),
        format!("Indécis : {with}, l'écart sur {label} est le même, {change}, dans chacun des {used} mondes appariés : trop peu pour être sûr qu'il en soit toujours ainsi."),
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
fn notes(effect: &Effect, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    let alike = effect.signs().equal as usize == effect.worlds_used;
    let tied = effect.sign_test.filter(|_| !alike && effect.method != Some(Method::Constant));
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

/// What a unit of an effect costs, where that can be said.
#[must_use]
pub fn cost(told: &Told<'_>, language: Language) -> Option<String> {
    let Cost::Known { eur_per_unit, interval, .. } = told.effect.cost else { return None };
    let indicator = told.effect.indicator;
    let (amount, unit) = amounts::priced(indicator, language);
    let [each, low, high] =
        [eur_per_unit, interval.low, interval.high].map(|cost| number(cost * amount, 0, language));
    Some(language.of((
        format!("Public cost: {each} EUR for {unit} ({low} to {high})."),
        format!("Coût public : {each} € pour {unit} (de {low} à {high})."),
    )))
}

/// How often an event holds under a policy.
#[must_use]
pub fn often(
    policy: &str,
    label: &str,
    (times, worlds): (usize, usize),
    sure: (f64, Interval),
    language: Language,
) -> String {
    let (confidence, interval) = sure;
    let share = amounts::percent(times as f64 / worlds.max(1) as f64, language);
    let (ends, confidence) = (amounts::percents(interval, language), amounts::percent(confidence, language));
    let (times, worlds) = (count(times, language), count(worlds, language));
    language.of((
        format!("With “{policy}”, “{label}” holds at the end in {times} of {worlds} worlds: {share} ({confidence} interval: {ends})."),
        format!("Avec « {policy} », « {label} » se vérifie à la fin dans {times} mondes sur {worlds} : {share} (intervalle à {confidence} : {ends})."),
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

fn lower(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
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
    const CLAIMS: [&str; 10] = [
        " is higher by",
        " is lower by",
        "That is better",
        "That is worse",
        "holds in",
        " est plus haut de",
        " est plus bas de",
        "C'est mieux",
        "C'est moins bien",
        "se vérifie",
    ];
    /// Words that claim that there is none.
    const DENIALS: [&str; 4] = ["no difference", "pas de différence", "identical", "identique"];

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
                    assert!(text.starts_with(language.of(("Undecided", "Indécis"))), "{text}");
                }
                Verdict::NoDifferenceThatMatters | Verdict::Identical => assert!(!claims && denies, "{text}"),
                _ => {
                    assert!(claims && !denies, "{text}");
                    let interval = effect.ends().expect("a claim has an interval, or one value");
                    assert!(interval.low > 0.0 || interval.high < 0.0, "{text}");
                    let up = holds(&text, &["higher", "more worlds", "plus haut", "davantage"]);
                    assert_eq!(up, interval.low > 0.0, "{text}");
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

    #[test]
    fn each_verdict_has_its_sentence() {
        let base = vec![Some(0.0); 20];
        let better = effect_of(Indicator::Inhabitants, &base, &spread(30.0, 1.0, 20));
        assert_eq!(
            said(&better, English),
            "With “P” rather than “B”, “Inhabitants” is higher by 40 persons (95 % interval: +37 to +42; above 0 in 20 of \
             20 paired worlds, below 0 in 0). That is better."
        );
        assert_eq!(
            said(&better, French),
            "Avec « P » plutôt que « B », l'indicateur « Habitants » est plus haut de 40 personnes (intervalle à 95 % : de \
             +37 à +42 ; écart positif dans 20 et négatif dans 0 des 20 mondes appariés). C'est mieux."
        );
        let none = said(&effect_of(Indicator::Inhabitants, &base, &spread(-3.0, 0.3, 20)), English);
        assert!(
            none.contains("no difference that matters in “Inhabitants”: at most 1 person either way"),
            "{none}"
        );
        let undecided = said(&effect_of(Indicator::Inhabitants, &base, &spread(-300.0, 30.0, 20)), French);
        assert!(
            undecided.starts_with("Indécis : avec « P » plutôt que « B », l'effet sur « Habitants »"),
            "{undecided}"
        );
        assert!(undecided.contains("Il faudrait environ "), "{undecided}");
    }

    #[test]
    fn extremes_are_told_for_what_they_are() {
        let one = said(&effect_of(Indicator::Inhabitants, &[Some(1.0)], &[Some(9.0)]), English);
        assert!(one.contains("too few paired worlds tell anything of “Inhabitants” (1 of 1)"), "{one}");
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
        assert!(same.contains("is the same, 0, in each of 4 paired worlds"), "{same}");
        let base = outcomes("base", Indicator::Inhabitants, &[Some(1.0), Some(2.0)]);
        let twin = compare(QUESTION, &base, std::slice::from_ref(&base)).policies[0]
            .on(Indicator::Inhabitants)
            .clone();
        let twin = said(&twin, French);
        assert!(
            twin.contains("est identique") && twin.contains("exactement nul dans chacun des 2 mondes"),
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
