//! One dot for each pair of worlds.

use super::{Block, Cell, Facts, amounts, cell_ends, change, label, needs_comparison};
use crate::charts::{Strip, Strips, Words};
use crate::page::blocks::{Figure, Table};
use crate::page::sentences::count;
use hameau_analysis::effects::Effect;
use hameau_analysis::statistics::Signs;
use hameau_model::observe::indicators::Indicator;
use hameau_words::Language;

const DRAWN: [Indicator; 6] = [
    Indicator::HelpGiven,
    Indicator::AdultsInWork,
    Indicator::WorksOperating,
    Indicator::NewcomersIh,
    Indicator::ProductiveAnchored,
    Indicator::Inhabitants,
];
/// Dots of a row at most; of more worlds, as many are taken, evenly spread from the lowest to the highest.
const DOTS: usize = 60;

pub(super) fn blocks(facts: &Facts<'_>, language: Language) -> Vec<Block> {
    if facts.compared.is_none() {
        return needs_comparison(facts, language);
    }
    let base = facts.title(0, language);
    let explained = language.of((
        format!("Each dot is one world: the policy less “{base}”, in the last month. The diamond is their mean, the bar its interval. Grey is the zone that is too small to matter. The largest effect stands first. All indicators are in `comparison.csv`."),
        format!("Chaque point est un monde : la politique moins « {base} », au dernier mois. Le losange est leur moyenne, la barre son intervalle. En gris, la zone trop petite pour compter. Le plus grand effet d'abord. Tous les indicateurs sont dans `comparison.csv`."),
    ));
    let figures = DRAWN.iter().filter_map(|indicator| strips(facts, *indicator, language)).collect();
    vec![Block::paragraph(explained), Block::Figures { figures }]
}

/// The largest mean effect first, those that are undefined last.
fn sorted(effects: &[&Effect]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..effects.len()).collect();
    let mean = |at: &usize| effects[*at].difference.unwrap_or(f64::NEG_INFINITY);
    places.sort_by(|one, other| mean(other).total_cmp(&mean(one)));
    places
}

/// The strips of all policies on one indicator.
pub(in crate::page) fn strips(facts: &Facts<'_>, indicator: Indicator, language: Language) -> Option<Figure> {
    let compared = facts.compared.as_ref()?;
    let effects: Vec<&Effect> =
        compared.comparison.policies.iter().map(|policy| policy.on(indicator)).collect();
    Some(figure(facts, indicator, &effects, language))
}

fn figure(facts: &Facts<'_>, indicator: Indicator, effects: &[&Effect], language: Language) -> Figure {
    let order = sorted(effects);
    let scale = amounts::scale(indicator);
    let label = label(indicator, language);
    let unit = amounts::unit_of_changes(indicator, language);
    let shown = if unit.is_empty() { label.to_owned() } else { unit.clone() };
    let rows = order.iter().map(|at| (*at, effects[*at])).map(|(at, effect)| Strip {
        label: facts.title(at + 1, language).to_owned(),
        note: [
            Some(format!("{} {}", effect.verdict.mark(), language.of(effect.verdict.words()))),
            change(effect, language),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
        dots: dots(facts, indicator, at + 1).into_iter().map(|dot| dot * scale).collect(),
        mean: effect.difference.map(|mean| mean * scale),
        interval: effect.interval.map(|interval| [interval.low * scale, interval.high * scale]),
    });
    let smallest = indicator.row().smallest_effect;
    let small = amounts::size(indicator, smallest, language);
    let zone = language.of((format!("grey: less than {small}"), format!("en gris : moins de {small}")));
    let strips =
        Strips { unit: shown, rows: rows.collect(), zone: Some((smallest * scale, zone)), range: None };
    let told: Vec<String> = order
        .iter()
        .map(|at| (*at, effects[*at]))
        .map(|(at, effect)| {
            let (title, verdict) = (facts.title(at + 1, language), language.of(effect.verdict.words()));
            language.of((format!("{title}: {verdict}"), format!("{title} : {verdict}")))
        })
        .collect();
    let id = format!("strips-{}", indicator.row().id.replace('_', "-"));
    let description = told.join(language.of(("; ", " ; ")));
    let title =
        language.of((format!("{label}, paired differences"), format!("{label}, différences appariées")));
    let words = Words { id: &id, title: &title, description: &description, language };
    let caption = if unit.is_empty() { format!("{label}.") } else { format!("{label}, {unit}.") };
    Figure { svg: strips.svg(&words), caption, table: table(facts, indicator, effects, language) }
}

/// The differences of single worlds.
fn dots(facts: &Facts<'_>, indicator: Indicator, policy: usize) -> Vec<f64> {
    let of = |at: usize| facts.scenarios[at].outcomes.of(indicator);
    let differences = of(policy).zip(of(0)).filter_map(|(policy, base)| Some(policy? - base?));
    let mut differences: Vec<f64> = differences.collect();
    if differences.len() > DOTS {
        differences.sort_by(f64::total_cmp);
        let last = differences.len() - 1;
        differences = (0..DOTS).map(|dot| differences[dot * last / (DOTS - 1)]).collect();
    }
    differences
}

fn table(facts: &Facts<'_>, indicator: Indicator, effects: &[&Effect], language: Language) -> Table {
    let (words, numbers) = language.of((
        (
            ["Policy", "Verdict"],
            [
                "Mean of the base",
                "Mean difference",
                "Low",
                "High",
                "Worlds above 0",
                "Worlds below 0",
                "Worlds used",
                "Undefined",
            ],
        ),
        (
            ["Politique", "Verdict"],
            [
                "Moyenne de la base",
                "Écart moyen",
                "Bas",
                "Haut",
                "Mondes au-dessus de 0",
                "Mondes en dessous de 0",
                "Mondes utilisés",
                "Non définis",
            ],
        ),
    ));
    let mut table = Table::new(label(indicator, language), &words, &numbers);
    for (at, effect) in sorted(effects).into_iter().map(|at| (at, effects[at])) {
        let Signs { above, below, .. } = effect.signs();
        let worlds =
            |worlds: u64| Cell::number((effect.worlds_used > 0).then(|| count(worlds as usize, language)));
        let [low, high] = cell_ends(indicator, effect.interval, language);
        table.rows.push(vec![
            Cell::words(facts.title(at + 1, language)),
            Cell::words(language.of(effect.verdict.words())),
            Cell::number(effect.base_mean.map(|mean| amounts::plain(indicator, mean, language))),
            Cell::number(
                effect.difference.map(|difference| amounts::signed(indicator, difference, language)),
            ),
            low,
            high,
            worlds(above),
            worlds(below),
            Cell::number(Some(count(effect.worlds_used, language))),
            Cell::number(Some(count(effect.worlds_undefined, language))),
        ]);
    }
    table
}
