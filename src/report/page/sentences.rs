//! Sentences made from effects. A sentence claims a difference only where its verdict does, says "undecided" where that is
//! all there is to say, and gives the interval and the worlds in every case.

use super::amounts;
use crate::compare::{Cost, Effect, Verdict};
use crate::indicators::{Aggregation, Better};
use crate::report::{Language, number};
use crate::statistics::{Bounded, Interval, Method};

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
        Verdict::Better | Verdict::Worse | Verdict::Higher | Verdict::Lower => difference(told, language),
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
    let Some(interval) = effect.interval else { return String::new() };
    let ends = amounts::ends(effect.indicator, interval, language);
    let sure = amounts::percent(told.confidence, language);
    let worlds = |share: Option<f64>| {
        let worlds = share.unwrap_or_default() * effect.worlds_used as f64;
        count(worlds.round() as usize, language)
    };
    let (above, below) = (worlds(effect.share_positive), worlds(effect.share_negative));
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
    let judged = match effect.verdict {
        Verdict::Better => Some((" That is better.", " C'est mieux.")),
        Verdict::Worse => Some((" That is worse.", " C'est moins bien.")),
        _ if row.better == Better::Neither => {
            Some((" Neither way is better in itself.", " Aucun sens n'est meilleur en soi."))
        }
        _ => None,
    };
    sentence.push_str(judged.map_or("", |words| language.of(words)));
    let nearest = effect.interval.map_or(0.0, |interval| interval.low.abs().min(interval.high.abs()));
    if nearest < effect.smallest_effect {
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
    let bound = effect.interval.map_or(0.0, |interval| interval.low.abs().max(interval.high.abs()));
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
    if effect.interval.is_none() {
        return language.of((
            format!("Undecided: {}, too few paired worlds tell anything of {label} ({used} of {all}).", lower(&with)),
            format!("Indécis : {}, trop peu de mondes appariés disent quelque chose de {label} ({used} sur {all}).", lower(&with)),
        ));
    }
    let evidence = evidence(told, language);
    let remedy = remedy(told, language);
    language.of((
        format!("Undecided: {}, the effect on {label} may be of either sign or none {evidence}. {remedy}", lower(&with)),
        format!("Indécis : {}, l'effet sur {label} peut être d'un signe ou de l'autre, ou nul {evidence}. {remedy}", lower(&with)),
    ))
}

/// What would decide it, as far as the worlds tell.
fn remedy(told: &Told<'_>, language: Language) -> String {
    let effect = told.effect;
    let width = amounts::threshold(effect.indicator, told.precision, language);
    let constant = effect.method == Some(Method::Constant)
        || (effect.share_positive, effect.share_negative) == (Some(0.0), Some(0.0));
    match effect.worlds_needed {
        _ if constant => language.of((
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
    let (Some(share), Some(interval), Some(bounds)) = (found.share, found.interval, found.sure_bounds) else {
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
    let [ends, bounds] = [interval, bounds].map(|interval| amounts::percents(interval, language));
    let confidence = amounts::percent(confidence, language);
    match which {
        Probability::Necessity => language.of((
            format!("Necessity, in the model: among the {about} worlds where “{label}” holds with “{policy}”, it does not in {times} with “{reference}”: {share} ({confidence} interval: {ends}; whatever links the chance of the two: {bounds})."),
            format!("Nécessité, dans le modèle : parmi les {about} mondes où « {label} » se vérifie avec « {policy} », ce n'est pas le cas dans {times} avec « {reference} » : {share} (intervalle à {confidence} : {ends} ; quel que soit le lien entre les deux hasards : {bounds})."),
        )),
        Probability::Sufficiency => language.of((
            format!("Sufficiency, in the model: among the {about} worlds where “{label}” does not hold with “{reference}”, it does in {times} with “{policy}”: {share} ({confidence} interval: {ends}; whatever links the chance of the two: {bounds})."),
            format!("Suffisance, dans le modèle : parmi les {about} mondes où « {label} » ne se vérifie pas avec « {reference} », c'est le cas dans {times} avec « {policy} » : {share} (intervalle à {confidence} : {ends} ; quel que soit le lien entre les deux hasards : {bounds})."),
        )),
    }
}

fn lower(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}
