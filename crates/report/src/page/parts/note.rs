//! The note of two pages for a council: the matrix, one sentence a question, three caveats, one picture.

use super::closure::VISITS;
use super::questions::{asked, lacking, outcomes, sentence};
use super::{Block, Facts, matrix, needs_comparison, trajectories};
use crate::page::facts::Compared;
use hameau_analysis::effects::Verdict;
use hameau_analysis::questions::{Pair, Question};
use hameau_model::inputs::parameters::{Key, Role, Status};
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, number};

/// The whole note.
pub(in crate::page) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = short(facts, language);
    blocks.extend(trajectories::together(facts, &shown(facts), Indicator::AdultsInWork, language));
    blocks
}

/// The scenarios of the picture: the base, the place alone, the one that ends best, and one whose facilitation ends.
fn shown(facts: &Facts<'_>) -> Vec<usize> {
    let ends = |at: &usize| {
        let of = facts.scenarios[*at].outcomes.of(Indicator::AdultsInWork).flatten();
        hameau_analysis::statistics::mean(&of.collect::<Vec<_>>()).unwrap_or(f64::NEG_INFINITY)
    };
    let best = (1..facts.scenarios.len()).max_by(|one, other| ends(one).total_cmp(&ends(other)));
    let after = facts.after.first().map(|after| after.policy);
    let mut shown = vec![0];
    for at in [facts.questions().place_alone(), best, after].into_iter().flatten() {
        if !shown.contains(&at) {
            shown.push(at);
        }
    }
    shown
}

/// The note without its picture, as it stands at the top of the report.
pub(in crate::page) fn short(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return needs_comparison(facts, language) };
    let mut blocks = matrix::blocks(facts, language);
    blocks.push(Block::heading(
        language.of(("What the simulated worlds say", "Ce que disent les mondes simulés")),
    ));
    blocks.push(Block::List {
        items: Question::ALL.map(|question| said(facts, compared, question, language)).to_vec(),
    });
    let title = language.of(("Before using these figures", "Avant de se servir de ces chiffres")).to_owned();
    let blocks_beside = vec![Block::List { items: caveats(facts, compared, language) }];
    blocks.push(Block::Aside { title, blocks: blocks_beside });
    blocks
}

/// The answer to a question in one sentence: the first pair that isolates it, and the first of its outcomes of which the
/// worlds decide something, or else the first.
fn said(facts: &Facts<'_>, compared: &Compared, question: Question, language: Language) -> String {
    let name = language.of(asked(question));
    let pairs = facts.questions().pairs(question);
    let Some(pair) = best(facts, compared, question).or_else(|| pairs.first().copied()) else {
        return format!("{name} {}", language.of(lacking(question)));
    };
    let decided = |indicator: &&Indicator| {
        let effect = compared.horizons.last().map(|last| facts.effect(last, pair, **indicator));
        effect.is_some_and(|effect| effect.verdict != Verdict::Undecided)
    };
    let all = outcomes(question);
    let indicator = all.iter().find(decided).unwrap_or(&all[0]);
    let mut told = vec![sentence(facts, compared, pair, *indicator, language), money(facts, pair, language)];
    match question {
        Question::Facilitation => told.extend(after(facts, language)),
        Question::ClosureAndEconomy => {
            told.insert(
                0,
                language
                    .of((
                        Indicator::AttendanceGap.row().meaning_en,
                        Indicator::AttendanceGap.row().meaning_fr,
                    ))
                    .to_owned(),
            );
            told.push(language.of(VISITS).to_owned());
            told.extend(economy(facts, compared, language));
        }
        Question::Order => {
            let other = pairs.iter().find(|other| other.policy != pair.policy && other.reference == 0);
            told.extend(other.map(|other| sentence(facts, compared, *other, *indicator, language)));
            told.extend(other.map(|other| money(facts, *other, language)));
            told.push(language.of((
                "These scenarios differ by more than the order: what the order alone changes is not told here.",
                "Ces scénarios diffèrent par plus que l'ordre : ce que l'ordre seul change n'est pas dit ici.",
            )).to_owned());
        }
        _ => {}
    }
    let told = told.join(" ");
    format!("{name} {told}")
}

/// Of the pairs about closure, that of the policy which opens the place most, against the place alone.
fn best(facts: &Facts<'_>, compared: &Compared, question: Question) -> Option<Pair> {
    let last = compared.horizons.last().filter(|_| question == Question::ClosureAndEconomy)?;
    let reference = facts.questions().place_alone()?;
    (1..facts.scenarios.len())
        .filter(|policy| *policy != reference && facts.questions().has_place(*policy))
        .map(|policy| Pair { policy, reference })
        .filter_map(|pair| Some((pair, facts.effect(last, pair, Indicator::AttendanceGap).difference?)))
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(pair, _)| pair)
}

/// What both cost the public.
fn money(facts: &Facts<'_>, pair: Pair, language: Language) -> String {
    let [with, without] = [pair.policy, pair.reference].map(|at| matrix::thousands(facts, at, language));
    language.of((
        format!("Public money: {with} EUR, against {without}."),
        format!("Argent public : {with} €, contre {without} €."),
    ))
}

/// The policy with most jobs more than without any, in a sentence of its own.
fn economy(facts: &Facts<'_>, compared: &Compared, language: Language) -> Option<String> {
    let last = compared.horizons.last()?;
    let gain = |policy: &usize| {
        let pair = Pair { policy: *policy, reference: 0 };
        facts.effect(last, pair, Indicator::TotalJobs).difference.unwrap_or(f64::NEG_INFINITY)
    };
    let policy = (1..facts.scenarios.len()).max_by(|one, other| gain(one).total_cmp(&gain(other)))?;
    let pair = Pair { policy, reference: 0 };
    let told = sentence(facts, compared, pair, Indicator::TotalJobs, language);
    Some(format!("{told} {}", money(facts, pair, language)))
}

/// What is left of the first policy whose facilitation ends.
fn after(facts: &Facts<'_>, language: Language) -> Option<String> {
    let after = facts.after.first()?;
    let mean = |of: &hameau_analysis::effects::Outcomes| {
        let values: Vec<f64> = of.of(Indicator::WorksOperating).flatten().collect();
        hameau_analysis::statistics::mean(&values).map(|mean| number(mean, 1, language))
    };
    let (at_end, at_last) = (mean(after.outcomes.first()?)?, mean(after.outcomes.last()?)?);
    let policy = facts.title(after.policy, language);
    let end = hameau_words::month_name(*after.months.first()?, language);
    let years = number(f64::from(after.months.last()?.months_after(after.end)) / 12.0, 0, language);
    let beside = after.beside.last().and_then(mean).map_or_else(String::new, |never| {
        language.of((
            format!(", against {never} in the same place without facilitation"),
            format!(", contre {never} dans le même lieu sans animation"),
        ))
    });
    Some(language.of((
        format!("Joint projects running with “{policy}”: {at_end} in {end}; {years} years after the end of facilitation, {at_last}{beside}."),
        format!("Nombre de projets communs en activité avec « {policy} » : {at_end} en {end} ; {years} ans après la fin de l'animation, {at_last}{beside}."),
    )))
}

fn caveats(facts: &Facts<'_>, compared: &Compared, language: Language) -> Vec<String> {
    let worlds = number(compared.comparison.worlds as f64, 0, language);
    let assumptions = || Key::all().map(Key::row).filter(|row| row.role != Role::Lever);
    let all = number(assumptions().count() as f64, 0, language);
    let unmeasured = assumptions().filter(|row| row.status == Status::Assumed).count();
    let unmeasured = number(unmeasured as f64, 0, language);
    let territory = facts.scenarios.first().map_or("", |told| {
        let title = &told.scenario.territory.title;
        language.of((&title.0[..], &title.1[..]))
    });
    vec![
        language.of((
            format!("The intervals are those of luck alone, over {worlds} simulated worlds. The model rests on {all} numbers, {unmeasured} of which no data measure: with others the effects would be others. The report says which matter most."),
            format!("Les intervalles sont ceux du seul hasard, sur {worlds} mondes simulés. Le modèle repose sur {all} nombres, dont {unmeasured} qu'aucune donnée ne mesure : avec d'autres, les effets seraient autres. Le rapport dit lesquels comptent le plus."),
        )),
        language.of((
            format!("A simulated world is not a forecast of {territory}: what is compared is the same people and the same luck under each policy, so that what differs comes from the policy, in the model."),
            format!("Un monde simulé n'est pas une prévision pour {territory} : on compare les mêmes habitants et la même chance sous chaque politique, si bien que l'écart vient de la politique, dans le modèle."),
        )),
        language.of((
            "Each verdict stands alone: out of a hundred outcomes that a policy only disturbs, about five are called better or worse by chance. A large effect on what the programme pays for directly (marked with an asterisk) is no discovery.".to_owned(),
            "Chaque verdict vaut seul : sur cent résultats qu'une politique ne fait que perturber, environ cinq sont dits meilleurs ou moins bons par hasard. Un grand effet sur ce que le programme paie directement (marqué d'un astérisque) n'est pas une découverte.".to_owned(),
        )),
    ]
}
