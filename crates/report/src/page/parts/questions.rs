//! The seven questions, each a section of its own, answered by the comparisons that isolate it.

use super::{Block, Cell, Facts, amounts, change, class, label, needs_comparison};
use super::{closure, left};
use crate::page::blocks::Table;
use crate::page::facts::Compared;
use crate::page::sentences::{self, Probability, Told, levels, notes};
use hameau_analysis::effects::{Effect, resampling};
use hameau_analysis::questions::{Pair, Question};
use hameau_analysis::statistics::{Interval, Paired2x2, Summary, causation, paired_interval};
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, month_name};

/// The question in full.
pub(in crate::page) const fn asked(question: Question) -> (&'static str, &'static str) {
    match question {
        Question::Realistic => (
            "Q1 Is it realistic to expect cooperation to emerge from a shared place?",
            "Q1 Est-il réaliste d'attendre qu'une coopération naisse d'un tiers-lieu ?",
        ),
        Question::Necessary => ("Q2 Is a place necessary?", "Q2 Un lieu est-il nécessaire ?"),
        Question::Sufficient => ("Q3 Is a place sufficient?", "Q3 Un lieu suffit-il ?"),
        Question::Facilitation => (
            "Q4 What does facilitation change, and what is left when its funding ends?",
            "Q4 Que change l'animation, et qu'en reste-t-il quand son financement s'arrête ?",
        ),
        Question::Management => (
            "Q5 What does the way a place is run change for cooperation?",
            "Q5 Que change, pour la coopération, la façon de gérer le lieu ?",
        ),
        Question::ClosureAndEconomy => (
            "Q6 Which strategies avoid closure among newcomers and feed the productive economy, at what public cost?",
            "Q6 Quelles stratégies évitent l'entre-soi et nourrissent l'économie productive, à quel coût public ?",
        ),
        Question::Order => (
            "Q7 Does the order matter, tool first or commitment first?",
            "Q7 L'ordre compte-t-il : l'outil d'abord, ou l'engagement d'abord ?",
        ),
    }
}

/// The outcomes that answer a question, the first in one sentence.
pub(in crate::page) const fn outcomes(question: Question) -> &'static [Indicator] {
    match question {
        Question::Realistic | Question::Necessary | Question::Sufficient => {
            &[Indicator::MixedWork, Indicator::AdultsInWork, Indicator::UsersOnlyTaking]
        }
        Question::Facilitation => &[
            Indicator::AdultsInWork,
            Indicator::WorksOperating,
            Indicator::CollaborationsActive,
            Indicator::ActiveUsers,
        ],
        Question::Management => &[Indicator::AdultsInWork, Indicator::HelpGiven, Indicator::UsersOnlyTaking],
        Question::ClosureAndEconomy => {
            &[Indicator::AttendanceGap, Indicator::NewcomersIh, Indicator::TotalJobs]
        }
        Question::Order => &[Indicator::AdultsInWork, Indicator::WorksConversion, Indicator::WorksOperating],
    }
}

/// What no scenario of the comparison can tell, and what would.
pub(in crate::page) const fn lacking(question: Question) -> (&'static str, &'static str) {
    match question {
        Question::Realistic | Question::Sufficient => (
            "No scenario of this comparison opens a place and does nothing else: add one, such as `hameau:shared-place`.",
            "Aucun scénario de cette comparaison n'ouvre un lieu sans rien d'autre : en ajouter un, comme `hameau:shared-place`.",
        ),
        Question::Necessary => (
            "No scenario of this comparison facilitates without a place: add one, such as `hameau:facilitators-without-place`.",
            "Aucun scénario de cette comparaison n'anime sans lieu : en ajouter un, comme `hameau:facilitators-without-place`.",
        ),
        Question::Facilitation => (
            "No two scenarios of this comparison differ by facilitation alone: add a pair, such as `hameau:shared-place` and `hameau:facilitator-stays`.",
            "Aucune paire de scénarios de cette comparaison ne diffère par la seule animation : en ajouter une, comme `hameau:shared-place` et `hameau:facilitator-stays`.",
        ),
        Question::Management => (
            "No two scenarios of this comparison differ by the way a place is run alone: add a pair, such as `hameau:facilitator-stays` and `hameau:co-governed`.",
            "Aucune paire de scénarios de cette comparaison ne diffère par la seule gestion du lieu : en ajouter une, comme `hameau:facilitator-stays` et `hameau:co-governed`.",
        ),
        Question::ClosureAndEconomy => ("There is no policy.", "Il n'y a pas de politique."),
        Question::Order => (
            "No scenario of this comparison turns the order: add `hameau:council-order` and `hameau:cuma-order`.",
            "Aucun scénario de cette comparaison n'inverse l'ordre : ajouter `hameau:council-order` et `hameau:cuma-order`.",
        ),
    }
}

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return without_comparison(facts, language) };
    let mut blocks = Vec::new();
    for question in Question::ALL {
        blocks.push(Block::heading(language.of(asked(question))));
        let pairs = facts.questions().pairs(question);
        if pairs.is_empty() {
            blocks.push(Block::paragraph(language.of(lacking(question))));
            continue;
        }
        if question == Question::ClosureAndEconomy {
            blocks.extend(closure::blocks(facts, compared, language));
            continue;
        }
        let teller = Teller { facts, compared, language };
        blocks.push(Block::Table(teller.table(&pairs, outcomes(question))));
        blocks.extend(teller.more(&pairs, question));
    }
    blocks
}

/// The sentence of one pair on one indicator, in the last month.
pub(in crate::page) fn sentence(
    facts: &Facts<'_>,
    compared: &Compared,
    pair: Pair,
    indicator: Indicator,
    language: Language,
) -> String {
    let Some(last) = compared.horizons.last() else { return String::new() };
    let effect = facts.effect(last, pair, indicator);
    let question = compared.comparison.question;
    sentences::effect(
        &Told {
            policy: facts.title(pair.policy, language),
            reference: facts.title(pair.reference, language),
            effect: &effect,
            confidence: question.confidence,
            precision: question.precision,
        },
        language,
    )
}

struct Teller<'t> {
    facts: &'t Facts<'t>,
    compared: &'t Compared,
    language: Language,
}

impl Teller<'_> {
    fn title(&self, at: usize) -> &str {
        self.facts.title(at, self.language)
    }

    /// A row for each pair and outcome: both levels, the difference, the verdict, and the marks of the months before.
    fn table(&self, pairs: &[Pair], outcomes: &[Indicator]) -> Table {
        let language = self.language;
        let words = language.of((
            ["Policy, rather than", "Outcome", "With", "Without", "Difference (interval)", "Verdict"],
            ["Politique, plutôt que", "Résultat", "Avec", "Sans", "Écart (intervalle)", "Verdict"],
        ));
        let earlier = self.compared.horizons.split_last().map_or(&[][..], |(_, earlier)| earlier);
        let months: Vec<String> = earlier.iter().map(|at| at.month.to_string()).collect();
        let mut heads: Vec<&str> = words.to_vec();
        heads.extend(months.iter().map(String::as_str));
        let last = month_name(self.facts.scenarios[0].scenario.last(), language);
        let caption = language.of((
            format!("In {last}; the columns of earlier months hold their verdicts. * assumed effect: a lever of the programme multiplies the outcome"),
            format!("En {last} ; les colonnes des mois antérieurs portent leurs verdicts. * effet supposé : un levier du programme multiplie le résultat"),
        ));
        let mut table = Table::new(&caption, &heads, &[]);
        for pair in pairs {
            for indicator in outcomes {
                table.rows.push(self.row(*pair, *indicator));
            }
        }
        table
    }

    fn row(&self, pair: Pair, indicator: Indicator) -> Vec<Cell> {
        let language = self.language;
        let Some((last, earlier)) = self.compared.horizons.split_last() else { return Vec::new() };
        let effect = self.facts.effect(last, pair, indicator);
        let reference = language.of((
            format!("rather than {}", self.title(pair.reference)),
            format!("plutôt que {}", self.title(pair.reference)),
        ));
        let [with, without] = levels(&effect, language);
        let unit = amounts::unit_of_changes(indicator, language);
        let label = label(indicator, language);
        let mut row = vec![
            Cell { more: Some(reference), ..Cell::words(self.title(pair.policy)) },
            Cell { more: Some(unit).filter(|unit| !unit.is_empty()), ..Cell::words(label) },
            Cell::words(with),
            Cell::words(without),
            Cell::words(change(&effect, language).unwrap_or_else(|| "–".to_owned())),
            judged(&effect, language),
        ];
        row.extend(earlier.iter().map(|at| {
            let effect = self.facts.effect(at, pair, indicator);
            let mark = format!("{} {}", effect.verdict.mark(), language.of(effect.verdict.short()));
            Cell { class: Some(class(effect.verdict)), more: change(&effect, language), ..Cell::words(mark) }
        }));
        row
    }

    /// What a question asks beside levels and effects.
    fn more(&self, pairs: &[Pair], question: Question) -> Vec<Block> {
        let items: Vec<String> = match question {
            Question::Necessary | Question::Sufficient => {
                let which = if question == Question::Necessary {
                    Probability::Necessity
                } else {
                    Probability::Sufficiency
                };
                let asked = self.facts.questions();
                let opens = |pair: &&Pair| asked.has_place(pair.policy) && !asked.has_place(pair.reference);
                pairs.iter().filter(opens).map(|pair| self.causal(*pair, which)).collect()
            }
            Question::Facilitation => return left::blocks(self.facts, self.compared, self.language),
            Question::Order => {
                let policies: std::collections::BTreeSet<usize> = pairs
                    .iter()
                    .flat_map(|pair| [pair.policy, pair.reference])
                    .filter(|at| *at > 0)
                    .collect();
                policies.into_iter().filter_map(|at| self.orders(at)).collect()
            }
            _ => Vec::new(),
        };
        if items.is_empty() { Vec::new() } else { vec![Block::List { items }] }
    }

    fn causal(&self, pair: Pair, which: Probability) -> String {
        let event = |at: usize| self.facts.scenarios[at].outcomes.of(Indicator::MixedWork);
        let pairs = event(pair.policy).zip(event(pair.reference));
        let pairs = pairs.filter_map(|(with, without)| Some((with? > 0.5, without? > 0.5)));
        let confidence = self.compared.comparison.question.confidence;
        let found = causation(Paired2x2::count(pairs), confidence);
        let of = match which {
            Probability::Necessity => &found.necessity,
            Probability::Sufficiency => &found.sufficiency,
        };
        let titles = (self.title(pair.policy), self.title(pair.reference));
        let label = label(Indicator::MixedWork, self.language);
        sentences::causal(which, titles, label, of, confidence, self.language)
    }

    /// Works that began by commitment less those that began by a tool, within the worlds of one policy.
    fn orders(&self, policy: usize) -> Option<String> {
        let outcomes = &self.facts.scenarios[policy].outcomes;
        let first = outcomes.of(Indicator::WorksCommitmentFirst).zip(outcomes.of(Indicator::WorksToolFirst));
        let gaps: Vec<f64> = first.filter_map(|(commitment, tool)| Some(commitment? - tool?)).collect();
        let drawn = resampling(self.facts.study.seed());
        let confidence = self.compared.comparison.question.confidence;
        let (interval, _) = (gaps.len() > 1).then(|| paired_interval(&gaps, confidence, drawn))??;
        let Interval { low, high } = interval;
        let language = self.language;
        let policy = self.title(policy);
        let ends = amounts::ends(Indicator::WorksOperating, interval, language);
        let sure = amounts::percent(confidence, language);
        let worlds = sentences::count(gaps.len(), language);
        let said = if low > 0.0 {
            (
                "more joint projects that began by commitment are running than projects that began by a tool",
                "davantage de projets communs nés d'un engagement que de projets nés d'un outil sont en activité",
            )
        } else if high < 0.0 {
            (
                "fewer joint projects that began by commitment are running than projects that began by a tool",
                "moins de projets communs nés d'un engagement que de projets nés d'un outil sont en activité",
            )
        } else {
            (
                "it is undecided whether more joint projects that began by commitment or by a tool are running",
                "on ne peut décider s'il y a plus de projets communs en activité nés d'un engagement ou d'un outil",
            )
        };
        Some(language.of((
            format!("With “{policy}”, at the end, {} (difference within each world, {sure} interval: {ends}; {worlds} worlds).", said.0),
            format!("Avec « {policy} », à la fin, {} (écart au sein de chaque monde, intervalle à {sure} : {ends} ; {worlds} mondes).", said.1),
        )))
    }
}

/// A verdict, and below it all that the numbers alone do not say.
pub(super) fn judged(effect: &Effect, language: Language) -> Cell {
    let star = if effect.assumed.is_some() { "*" } else { "" };
    let text = format!("{} {}{star}", effect.verdict.mark(), language.of(effect.verdict.words()));
    let notes = notes(effect, language).join(" ");
    Cell {
        more: Some(notes).filter(|notes| !notes.is_empty()),
        class: Some(class(effect.verdict)),
        ..Cell::words(text)
    }
}

/// What can be said of scenarios that were not compared.
fn without_comparison(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let mut blocks = needs_comparison(facts, language);
    blocks.push(Block::paragraph(language.of((
        "Until then, only where each scenario ends can be said, not what a policy changes:",
        "En attendant, on peut seulement dire où chaque scénario aboutit, pas ce qu'une politique change :",
    ))));
    for (at, told) in facts.scenarios.iter().enumerate() {
        let worlds = sentences::count(told.worlds, language);
        let title = facts.title(at, language);
        let caption = language.of((
            format!("{title}: at the end, over {worlds} worlds"),
            format!("{title} : à la fin, sur {worlds} mondes"),
        ));
        let (words, numbers) = language.of((
            (["Indicator", "Unit"], ["Mean", "5 % below", "5 % above", "Worlds that define it"]),
            (
                ["Indicateur", "Unité"],
                ["Moyenne", "5 % en dessous", "5 % au-dessus", "Mondes où il est défini"],
            ),
        ));
        let mut table = Table::new(&caption, &words, &numbers);
        for indicator in Indicator::all().filter(|indicator| indicator.row().headline) {
            let of = Summary::new(&told.outcomes.of(indicator).collect::<Vec<_>>());
            let shown = |value: Option<f64>| {
                Cell::number(value.map(|value| amounts::plain(indicator, value, language)))
            };
            table.rows.push(vec![
                Cell::words(label(indicator, language)),
                Cell::words(amounts::unit_of_values(indicator, language)),
                shown(of.mean),
                shown(of.q05),
                shown(of.q95),
                Cell::number(Some(sentences::count(of.n, language))),
            ]);
        }
        blocks.push(Block::Table(table));
    }
    blocks
}
