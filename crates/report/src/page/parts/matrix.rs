//! The decision matrix: what each policy does to six outcomes that a council counts in, against the base.

use super::{Block, Cell, Facts, amounts};
use crate::page::blocks::Table;
use crate::page::sentences::{count, levels};
use hameau_analysis::effects::{Effect, Side};
use hameau_analysis::statistics::mean;
use hameau_model::inputs::scenario::Instrument;
use hameau_model::observe::indicators::Indicator;
use hameau_words::{Language, month_name, number};
use std::cmp::Reverse;
use std::fmt::Write as _;

/// Outcomes, and how their columns are headed.
const OUTCOMES: [(Indicator, (&str, &str)); 6] = [
    (
        Indicator::MixedWork,
        (
            "A joint project of locals and newcomers is running",
            "Un projet commun d'habitants et de néo-habitants est en activité",
        ),
    ),
    (Indicator::WorksOperating, ("Joint projects running", "Projets communs en activité")),
    (Indicator::AdultsInWork, ("Adults who take part in them", "Adultes qui y participent")),
    (
        Indicator::StrongAcross,
        (
            "Close friends among newcomers, for a hundred locals",
            "Amis proches parmi les néo-habitants, pour cent habitants de longue date",
        ),
    ),
    (
        Indicator::ProductiveAnchoredJobs,
        ("Jobs that export and are anchored here", "Emplois qui vendent au-dehors et sont ancrés ici"),
    ),
    (Indicator::IncomeTotal, ("Income of the territory, a year", "Revenu du territoire, par an")),
];

/// The matrix, and how it is read.
pub(in crate::page) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    let Some(compared) = &facts.compared else { return Vec::new() };
    let mut words = vec![
        language.of(("Policy, public money, when it acts", "Politique, argent public, quand elle agit")),
    ];
    words.extend(OUTCOMES.iter().map(|(_, head)| language.of(*head)));
    let base = facts.title(0, language);
    let worlds = count(compared.comparison.worlds, language);
    let last = facts.scenarios[0].scenario.last();
    let years = (last.plus(1).months_after(facts.scenarios[0].scenario.start())) / 12;
    let month = month_name(last, language);
    let caption = language.of((
        format!("Each policy rather than “{base}”: mean of {worlds} simulated worlds in {month}, after {years} years; those that do better on most outcomes first"),
        format!("Chaque politique plutôt que « {base} » : moyenne de {worlds} mondes simulés en {month}, au bout de {years} ans ; d'abord celles qui font mieux sur le plus de points"),
    ));
    let mut table = Table::new(&caption, &words, &[]);
    for policy in sorted(facts) {
        let mut row = vec![Cell {
            more: Some(name(facts, policy, language)),
            ..Cell::words(facts.title(policy, language))
        }];
        row.extend(OUTCOMES.iter().map(|(indicator, _)| cell(facts, policy, *indicator, language)));
        table.rows.push(row);
    }
    let mut key = vec![language.of((
        "● sure and large enough to matter, ◐ sure but perhaps too small to matter, ○ no difference that matters, ? undecided: luck alone could make it; ■ and ◧ are for the worse, = is identical. Numbers: with the policy, and without it; differences are taken before rounding.",
        "● sûr et assez grand pour compter, ◐ sûr mais peut-être trop petit pour compter, ○ pas de différence qui compte, ? indécis : le hasard pourrait suffire ; ■ et ◧ : dans le mauvais sens ; = : identique. Les nombres : avec la politique, et sans elle ; les écarts sont calculés avant arrondi.",
    )).to_owned()];
    if compared.horizons.len() > 1 {
        key.push(horizons_key(facts, language));
    }
    if OUTCOMES.iter().any(|(indicator, _)| {
        compared.comparison.policies.iter().any(|of| of.on(*indicator).assumed.is_some())
    }) {
        key.push(language.of((
            "An asterisk marks an assumed effect: a lever of the programme multiplies that outcome, so that only its size was found.",
            "Un astérisque marque un effet supposé : un levier du programme multiplie ce résultat, et seule l'ampleur en a été trouvée.",
        )).to_owned());
    }
    vec![Block::Table(table), Block::paragraph(key.join(" "))]
}

fn horizons_key(facts: &Facts<'_>, language: Language) -> String {
    let compared = facts.compared.as_ref().map_or(&[][..], |compared| &compared.horizons);
    let months: Vec<String> = compared.iter().map(|at| month_name(at.month, language)).collect();
    let months = months.join(", ");
    language.of((
        format!("The marks between brackets are those of {months}, in this order."),
        format!("Les signes entre crochets sont ceux de {months}, dans cet ordre."),
    ))
}

/// Policies by their places: most outcomes better less worse first, then the cheaper.
fn sorted(facts: &Facts<'_>) -> Vec<usize> {
    let Some(compared) = &facts.compared else { return Vec::new() };
    let score = |policy: usize| -> i64 {
        let effects =
            OUTCOMES.iter().map(|(indicator, _)| compared.comparison.policies[policy - 1].on(*indicator));
        let points = |effect: &Effect| {
            let weight = if effect.verdict.perhaps_too_small() { 1 } else { 2 };
            match effect.verdict.side() {
                Some(Side::Good) => weight,
                Some(Side::Bad) => -weight,
                _ => 0,
            }
        };
        effects.map(points).sum()
    };
    let mut places: Vec<usize> = (1..facts.scenarios.len()).collect();
    places.sort_by_key(|policy| (Reverse(score(*policy)), spent(facts, *policy).round() as i64));
    places
}

/// Public money since the start, mean over the worlds, in EUR.
fn spent(facts: &Facts<'_>, at: usize) -> f64 {
    mean(&facts.scenarios[at].outcomes.of(Indicator::SpendingCumulated).flatten().collect::<Vec<_>>())
        .unwrap_or_default()
}

/// Public money since the start, in EUR to the nearest thousand.
pub(in crate::page) fn thousands(facts: &Facts<'_>, at: usize, language: Language) -> String {
    number((spent(facts, at) / 1_000.0).round() * 1_000.0, 0, language)
}

/// The sum of money, and the years in which what the policy adds acts.
fn name(facts: &Facts<'_>, policy: usize, language: Language) -> String {
    let eur = thousands(facts, policy, language);
    let money = language.of((format!("{eur} EUR"), format!("{eur} €")));
    let Some((from, months)) = acts(facts, policy) else { return money };
    let years = number(f64::from(months) / 12.0, 1, language);
    let from = month_name(from, language);
    language.of((format!("{money}, {years} years from {from}"), format!("{money}, {years} ans dès {from}")))
}

/// The first month of what a policy adds to the base, and for how many months some of it acts.
pub(in crate::page) fn acts(
    facts: &Facts<'_>,
    policy: usize,
) -> Option<(hameau_model::kernel::units::Month, u32)> {
    let scenario = facts.scenarios[policy].scenario;
    let base = &facts.scenarios[0].scenario.programme;
    let new =
        |entry: &&Instrument| !base.iter().any(|other| other.name == entry.name && other.kind == entry.kind);
    let added: Vec<&Instrument> = scenario.programme.iter().filter(new).collect();
    let months = (scenario.start().index()..=scenario.last().index())
        .map(hameau_model::kernel::units::Month::from_index)
        .filter(|month| added.iter().any(|entry| entry.acts_in(*month)));
    let months: Vec<_> = months.collect();
    Some((*months.first()?, months.len() as u32))
}

/// The verdict in a mark and words, the levels, the marks of every month told of.
fn cell(facts: &Facts<'_>, policy: usize, indicator: Indicator, language: Language) -> Cell {
    let Some(compared) = &facts.compared else { return Cell::default() };
    let effect = compared.comparison.policies[policy - 1].on(indicator);
    let star = if effect.assumed.is_some() { "*" } else { "" };
    let text = format!("{} {}{star}", effect.verdict.mark(), language.of(effect.verdict.short()));
    let mut more = shown(facts, policy, effect, language);
    if compared.horizons.len() > 1 {
        let marks = compared
            .horizons
            .iter()
            .map(|at| at.comparison.policies[policy - 1].on(indicator).verdict.mark());
        let _ = write!(more, " [{}]", marks.collect::<String>());
    }
    Cell { text, more: Some(more), class: Some(super::class(effect.verdict)), ..Cell::default() }
}

/// Both levels as a council counts them.
fn shown(facts: &Facts<'_>, policy: usize, effect: &Effect, language: Language) -> String {
    let number_of = |value: Option<f64>, times: f64, decimals: u8| {
        value.map_or_else(|| "–".to_owned(), |value| number(value * times, decimals, language))
    };
    let adults = |at: usize| {
        mean(&facts.scenarios[at].outcomes.of(Indicator::Adults).flatten().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let [with, without] = match effect.indicator {
        Indicator::MixedWork => levels(effect, language),
        Indicator::AdultsInWork => {
            [number_of(effect.policy_mean, adults(policy), 0), number_of(effect.base_mean, adults(0), 0)]
        }
        Indicator::StrongAcross => [effect.policy_mean, effect.base_mean].map(|of| number_of(of, 100.0, 1)),
        Indicator::IncomeTotal => {
            let millions = language.of((" M EUR", " M€"));
            [effect.policy_mean, effect.base_mean].map(|of| number_of(of, 1e-6, 1) + millions)
        }
        indicator => [effect.policy_mean, effect.base_mean]
            .map(|of| of.map_or_else(|| "–".to_owned(), |of| amounts::plain_level(indicator, of, language))),
    };
    language.of((format!("{with} (without: {without})"), format!("{with} (sans : {without})")))
}
