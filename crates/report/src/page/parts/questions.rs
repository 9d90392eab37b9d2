//! The seven questions, each answered by the scenarios that ask it.

use super::{Block, Cell, Facts, amounts, label, needs_comparison};
use crate::page::blocks::Table;
use crate::page::facts::{Compared, Contrast, Told as Scenario};
use crate::page::sentences::{self, Probability, Told};
use hameau_analysis::effects::{Effect, Question, resampling};
use hameau_analysis::statistics::{Interval, Summary, paired_interval, wilson_interval};
use hameau_model::inputs::parameters::InstrumentKind;
use hameau_model::observe::indicators::{Aggregation, Indicator};
use hameau_words::{Language, month_name};

const QUESTIONS: [(&str, &str); 7] = [
    (
        "Q1 Is it realistic to expect cooperation to emerge from a shared place?",
        "Q1 Est-il réaliste d'attendre qu'une coopération naisse d'un lieu partagé ?",
    ),
    ("Q2 Is a place necessary?", "Q2 Un lieu est-il nécessaire ?"),
    ("Q3 Is a place sufficient?", "Q3 Un lieu est-il suffisant ?"),
    (
        "Q4 What does facilitation change, and what is left when its funding ends?",
        "Q4 Que change l'animation, et qu'en reste-t-il quand son financement s'arrête ?",
    ),
    (
        "Q5 How do management and organisation of the place change the cooperation?",
        "Q5 Que changent la gestion et l'organisation du lieu à la coopération ?",
    ),
    (
        "Q6 Which strategies produce no closure and feed the productive economy, at what public cost?",
        "Q6 Quelles stratégies ne produisent pas d'entre-soi et nourrissent l'économie productive, à quel coût public ?",
    ),
    (
        "Q7 Does the order matter, tool first or commitment first?",
        "Q7 L'ordre compte-t-il : l'outil d'abord, ou l'engagement d'abord ?",
    ),
];

/// The indicators whose effects answer a question.
const fn asked(question: u8) -> &'static [Indicator] {
    match question {
        1 | 2 => &[Indicator::MixedWork],
        3 => &[Indicator::MixedWork, Indicator::AdultsInWork],
        4 => &[Indicator::AdultsInWork, Indicator::CollaborationsActive, Indicator::WorksAfterFunding],
        5 => &[Indicator::AdultsInWork, Indicator::HelpGiven],
        6 => &[Indicator::NewcomersIh, Indicator::ProductiveAnchored],
        _ => &[Indicator::WorksOperating],
    }
}

/// The answer to one question.
pub(super) fn answer(facts: &Facts<'_>, compared: &Compared, question: u8, language: Language) -> Vec<Block> {
    let asks = |contrast: &&Contrast| {
        let scenario = facts.scenarios[contrast.policy].scenario;
        scenario.questions.contains(&question)
    };
    let asking: Vec<&Contrast> = compared.contrasts.iter().filter(asks).collect();
    let mut blocks = vec![Block::heading(language.of(QUESTIONS[usize::from(question) - 1]))];
    if asking.is_empty() && !(question == 2 && compared.contrasts.iter().any(|one| opens_place(facts, one))) {
        blocks.push(Block::paragraph(language.of((
            "No policy of this comparison asks it (see the key `question` of a scenario).",
            "Aucune politique de cette comparaison ne la pose (voir la clé `question` d'un scénario).",
        ))));
        return blocks;
    }
    let Question { confidence, precision, .. } = compared.comparison.question;
    let teller = Teller { facts, confidence, precision, language };
    let more = teller.more(compared, &asking, question);
    if question == 2 && !more.is_empty() {
        blocks.push(Block::List { items: more.clone() });
    }
    for indicator in asked(question) {
        let several = asked(question).len() > 1 && asking.len() > 1;
        if several {
            blocks.push(Block::minor(label(*indicator, language)));
        }
        let items = asking.iter().flat_map(|contrast| teller.on(contrast, *indicator, question)).collect();
        blocks.push(Block::List { items });
    }
    if question != 2 {
        blocks.push(Block::List { items: more });
    }
    blocks.retain(|block| !matches!(block, Block::List { items } if items.is_empty()));
    blocks
}

struct Teller<'t> {
    facts: &'t Facts<'t>,
    confidence: f64,
    precision: f64,
    language: Language,
}

impl Teller<'_> {
    fn title(&self, at: usize) -> &str {
        self.facts.title(at, self.language)
    }

    fn told<'e>(&'e self, contrast: &Contrast, effect: &'e Effect) -> Told<'e> {
        Told {
            policy: self.title(contrast.policy),
            reference: self.title(contrast.reference),
            effect,
            confidence: self.confidence,
            precision: self.precision,
        }
    }

    /// The sentences of one policy on one indicator.
    fn on(&self, contrast: &Contrast, indicator: Indicator, question: u8) -> Vec<String> {
        let told = self.told(contrast, contrast.on(indicator));
        let mut items = Vec::new();
        if indicator.row().aggregation == Aggregation::Event && question < 3 {
            items.extend(self.often(contrast.policy, indicator));
        }
        let mut sentence = sentences::effect(&told, self.language);
        if question == 6
            && let Some(cost) = sentences::cost(&told, self.language)
        {
            sentence.push(' ');
            sentence.push_str(&cost);
        }
        items.push(sentence);
        items
    }

    /// How often an event holds at the end.
    fn often(&self, at: usize, indicator: Indicator) -> Option<String> {
        let scenario: &Scenario<'_> = &self.facts.scenarios[at];
        let holds: Vec<bool> = scenario.outcomes.of(indicator).flatten().map(|value| value > 0.5).collect();
        let times = holds.iter().filter(|holds| **holds).count();
        let interval = wilson_interval(times as u64, holds.len() as u64, self.confidence);
        let (label, counts) = (label(indicator, self.language), (times, holds.len()));
        let sure = (self.confidence, interval);
        (!holds.is_empty()).then(|| sentences::often(self.title(at), label, counts, sure, self.language))
    }

    /// What a question asks beside effects.
    fn more(&self, compared: &Compared, asking: &[&Contrast], question: u8) -> Vec<String> {
        match question {
            2 => {
                let places = compared.contrasts.iter().filter(|one| opens_place(self.facts, one));
                places.map(|one| self.causal(one, Probability::Necessity)).collect()
            }
            3 => asking
                .iter()
                .filter(|one| opens_place(self.facts, one))
                .map(|one| self.causal(one, Probability::Sufficiency))
                .collect(),
            4 => asking.iter().filter_map(|one| self.after(one)).collect(),
            7 => asking.iter().filter_map(|one| self.orders(one)).collect(),
            _ => Vec::new(),
        }
    }

    fn causal(&self, contrast: &Contrast, which: Probability) -> String {
        let found = match which {
            Probability::Necessity => &contrast.causation.necessity,
            Probability::Sufficiency => &contrast.causation.sufficiency,
        };
        let pair = (self.title(contrast.policy), self.title(contrast.reference));
        let label = label(Indicator::MixedWork, self.language);
        sentences::causal(which, pair, label, found, self.confidence, self.language)
    }

    /// When the last funding of what a policy adds ended, before the last month.
    fn after(&self, contrast: &Contrast) -> Option<String> {
        let scenario = self.facts.scenarios[contrast.policy].scenario;
        let added = scenario.programme.iter().filter(|entry| entry.kind == InstrumentKind::Facilitation);
        let until = added
            .filter_map(|entry| entry.until)
            .max()
            .filter(|until| scenario.last().since(*until) >= 12)?;
        let years = sentences::count((scenario.last().months_after(until) / 12) as usize, self.language);
        let policy = self.title(contrast.policy);
        let [until, last] = [until, scenario.last()].map(|month| month_name(month, self.language));
        Some(self.language.of((
            format!("With “{policy}”, facilitation ends in {until}; the numbers above are of {last}, {years} full years later: they are what is left of it."),
            format!("Avec « {policy} », l'animation s'arrête en {until} ; les chiffres ci-dessus sont ceux de {last}, {years} années pleines plus tard : c'est ce qu'il en reste."),
        )))
    }

    /// Works that began by commitment less those that began by a tool, within the worlds of one policy.
    fn orders(&self, contrast: &Contrast) -> Option<String> {
        let outcomes = &self.facts.scenarios[contrast.policy].outcomes;
        let first = outcomes.of(Indicator::WorksCommitmentFirst).zip(outcomes.of(Indicator::WorksToolFirst));
        let gaps: Vec<f64> = first.filter_map(|(commitment, tool)| Some(commitment? - tool?)).collect();
        let drawn = resampling(self.facts.study.seed());
        let (interval, _) = (gaps.len() > 1).then(|| paired_interval(&gaps, self.confidence, drawn))??;
        let Interval { low, high } = interval;
        let language = self.language;
        let policy = self.title(contrast.policy);
        let ends = amounts::ends(Indicator::WorksOperating, interval, language);
        let sure = amounts::percent(self.confidence, language);
        let worlds = sentences::count(gaps.len(), language);
        let said = if low > 0.0 {
            (
                "more works that began by commitment operate than works that began by a tool",
                "davantage d'œuvres nées d'un engagement que d'œuvres nées d'un outil fonctionnent",
            )
        } else if high < 0.0 {
            (
                "fewer works that began by commitment operate than works that began by a tool",
                "moins d'œuvres nées d'un engagement que d'œuvres nées d'un outil fonctionnent",
            )
        } else {
            (
                "it is undecided whether more works that began by commitment or by a tool operate",
                "on ne peut décider s'il fonctionne plus d'œuvres nées d'un engagement ou d'un outil",
            )
        };
        Some(language.of((
            format!("With “{policy}”, at the end, {} (difference within each world, {sure} interval: {ends}; {worlds} worlds).", said.0),
            format!("Avec « {policy} », à la fin, {} (écart au sein de chaque monde, intervalle à {sure} : {ends} ; {worlds} mondes).", said.1),
        )))
    }
}

/// Whether a policy opens a place that what it is held against has not.
fn opens_place(facts: &Facts<'_>, contrast: &Contrast) -> bool {
    let has = |at: usize| facts.scenarios[at].scenario.programme.iter().any(|entry| entry.kind.opens_place());
    has(contrast.policy) && !has(contrast.reference)
}

/// What can be said of scenarios that were not compared.
pub(super) fn without_comparison(facts: &Facts<'_>, language: Language) -> Vec<Block> {
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
