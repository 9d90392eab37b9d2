//! Does every row of the two tables say what it must, and mean what its name says?

use hameau_model::inputs::parameters::{Key, Kind, Role, Row, SECTIONS, Unit};
use hameau_model::observe::indicators::{Aggregation, Better, Indicator, IndicatorRow, Measure, Theme};
use std::collections::BTreeSet;

/// Log-odds and strengths that are no mechanism's strength, so that no value of theirs removes one.
const NO_OFF: &[&str] = &[
    "attendance.entry_log_odds",
    "cooperation.know_how_ceiling_strength",
    "cooperation.imitation_intensity_strength",
    "works.choice_weight_strength",
];

fn rows() -> impl Iterator<Item = &'static Row> {
    Key::all().map(Key::row)
}

/// What is wrong with some rows, all at once.
fn none_of(wrong: impl Iterator<Item = String>) {
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn longest<'a>(name: &str, suffixes: impl Iterator<Item = &'a str>) -> &'a str {
    suffixes.filter(|suffix| name.ends_with(suffix)).max_by_key(|suffix| suffix.len()).unwrap_or("")
}

/// Whether a text is a sentence with nothing to trim.
fn sentence(text: &str) -> bool {
    text.len() > 1 && text.trim() == text && text.ends_with('.')
}

#[test]
fn names_are_unique_and_in_snake_case() {
    let names: BTreeSet<_> = rows().map(|row| row.name).collect();
    assert_eq!(names.len(), rows().count(), "two parameters share a name");
    none_of(
        rows()
            .filter(|row| !snake_case(row.section()) || !snake_case(row.key()))
            .map(|row| row.name.to_owned()),
    );
    let sections: BTreeSet<_> = SECTIONS.iter().map(|section| section.name).collect();
    assert_eq!(sections.len(), SECTIONS.len(), "two sections share a name");
}

#[test]
fn rows_stand_in_the_section_that_their_name_says() {
    let strangers = SECTIONS
        .iter()
        .flat_map(|section| section.rows.iter().map(move |(_, row)| (section, row)))
        .filter(|(section, row)| row.section() != section.name);
    none_of(strangers.map(|(section, row)| format!("{} stands in {}", row.name, section.name)));
}

#[test]
fn parameters_end_with_their_unit() {
    let units = || Unit::ALL.iter().map(|unit| unit.suffix());
    none_of(
        rows()
            .filter(|row| longest(row.name, units()) != row.unit.suffix())
            .map(|row| format!("{} counts in {:?}", row.name, row.unit)),
    );
}

#[test]
fn levers_are_those_of_instruments() {
    let lever = |row: &Row| row.role == Role::Lever;
    none_of(
        SECTIONS
            .iter()
            .filter(|section| section.instrument.is_some())
            .flat_map(|section| section.rows)
            .filter(|(_, row)| !lever(row))
            .map(|(_, row)| format!("{} is not a lever", row.name)),
    );
}

#[test]
fn parameters_say_what_they_mean_in_two_languages_and_where_they_come_from() {
    none_of(
        rows()
            .filter(|row| !sentence(row.en) || !sentence(row.fr))
            .map(|row| format!("{}: no sentence", row.name)),
    );
    none_of(rows().filter(|row| row.en == row.fr).map(|row| format!("{}: not translated", row.name)));
    none_of(rows().filter(|row| row.source.trim().is_empty()).map(|row| format!("{}: no source", row.name)));
    none_of(
        SECTIONS
            .iter()
            .filter(|section| section.title.0.is_empty() || section.title.1.is_empty())
            .map(|section| format!("{}: no title", section.name)),
    );
}

#[test]
fn defaults_stand_within_their_range_and_are_of_their_kind() {
    let allowed = |row: &Row, value: f64| {
        let whole = matches!(row.kind, Kind::Real) || value.fract() == 0.0;
        whole && (row.low..=row.high).contains(&value)
    };
    none_of(
        rows().filter(|row| !row.low.is_finite() || !row.high.is_finite()).map(|row| row.name.to_owned()),
    );
    none_of(
        rows().filter(|row| !allowed(row, row.default)).map(|row| format!("{} = {}", row.name, row.default)),
    );
    none_of(
        rows()
            .filter(|row| row.off.is_some_and(|off| !allowed(row, off)))
            .map(|row| format!("{} off at {:?}", row.name, row.off)),
    );
    none_of(
        rows()
            .filter(|row| match row.kind {
                Kind::Choice(words) => (row.low, row.high) != (0.0, (words.len() - 1) as f64),
                Kind::Switch => (row.low, row.high) != (0.0, 1.0),
                Kind::Real | Kind::Integer | Kind::Date => false,
            })
            .map(|row| format!("{}: range {} to {}", row.name, row.low, row.high)),
    );
}

#[test]
fn the_words_of_a_choice_are_distinct_and_plain() {
    let mut choices = 0;
    for row in rows() {
        if let Kind::Choice(words) = row.kind {
            choices += 1;
            assert!(words.len() >= 2, "{}: {words:?}", row.name);
            assert!(words.iter().all(|word| snake_case(&word.replace('-', "_"))), "{}: {words:?}", row.name);
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{}: {words:?}", row.name);
        }
    }
    assert!(choices > 0, "no parameter is a choice");
}

#[test]
fn a_mechanism_that_is_assumed_can_be_removed() {
    none_of(
        rows()
            .filter(|row| row.role == Role::Assumption && matches!(row.unit, Unit::Strength | Unit::LogOdds))
            .filter(|row| row.off.is_none() && !NO_OFF.contains(&row.name))
            .map(|row| format!("{}: no value removes it", row.name)),
    );
    let stale = NO_OFF.iter().filter(|name| !rows().any(|row| row.name == **name && row.off.is_none()));
    none_of(stale.map(|name| format!("{name} is no exception any more")));
}

#[test]
fn indicators_have_a_unique_id_that_ends_with_their_unit() {
    let units = || Measure::ALL.iter().map(|unit| unit.suffix());
    let ids: BTreeSet<_> = Indicator::all().map(|indicator| indicator.row().id).collect();
    assert_eq!(ids.len(), Indicator::COUNT, "two indicators share an id");
    for row in Indicator::all().map(Indicator::row) {
        assert!(snake_case(row.id), "{}", row.id);
        assert_eq!(longest(row.id, units()), row.unit.suffix(), "{} counts in {:?}", row.id, row.unit);
    }
    assert!(Indicator::all().all(|indicator| Indicator::from_id(indicator.row().id) == Some(indicator)));
}

#[test]
fn indicators_say_what_they_are_in_two_languages() {
    for (row, definition) in Indicator::all().map(|indicator| (indicator.row(), indicator.definition())) {
        for label in [row.en, row.fr] {
            assert!(!label.is_empty() && label.chars().count() <= 45, "{}: label `{label}`", row.id);
        }
        assert!(sentence(row.meaning_en) && sentence(row.meaning_fr), "{}: no sentence", row.id);
        assert_ne!(row.meaning_en, row.meaning_fr, "{}: not translated", row.id);
        for text in [definition.formula, definition.source, definition.smallest_effect_reason] {
            assert!(!text.trim().is_empty(), "{}: formula, source or reason missing", row.id);
        }
        assert!(definition.formula.is_ascii(), "{}: a formula is plain text", row.id);
        assert!(row.smallest_effect > 0.0, "{}", row.id);
    }
    let labels: [fn(&'static IndicatorRow) -> &'static str; 2] = [|row| row.en, |row| row.fr];
    for pick in labels {
        let labels: BTreeSet<_> = Indicator::all().map(|indicator| pick(indicator.row())).collect();
        assert_eq!(labels.len(), Indicator::COUNT, "two indicators share a label");
    }
}

#[test]
fn an_effect_of_interest_is_not_lost_in_printing() {
    for row in Indicator::all().map(Indicator::row) {
        let printed = format!("{:.*}", usize::from(row.decimals), row.smallest_effect);
        assert_ne!(
            printed.parse::<f64>(),
            Ok(0.0),
            "{}: {} prints as {printed}",
            row.id,
            row.smallest_effect
        );
    }
}

#[test]
fn units_and_aggregations_of_indicators_agree() {
    for indicator in Indicator::all() {
        let (row, formula) = (indicator.row(), indicator.definition().formula);
        let id = row.id;
        assert_eq!(row.unit == Measure::Event, row.aggregation == Aggregation::Event, "{id}");
        let yearly = id.ends_with("_per_year");
        assert_eq!(yearly, row.aggregation == Aggregation::Flow12, "{id}: a flow is per year");
        if row.aggregation == Aggregation::FirstTime {
            assert_eq!(row.unit, Measure::Months, "{id}");
        }
        let divided =
            matches!(row.unit, Measure::Share | Measure::ShareGap | Measure::TiesPerPerson | Measure::Index);
        assert!(
            !divided || formula.contains("undefined") || formula.contains("when"),
            "{id}: undefined when?"
        );
    }
}

#[test]
fn about_twelve_indicators_are_shown_first_and_each_theme_has_some() {
    let headline: Vec<_> = Indicator::all().map(Indicator::row).filter(|row| row.headline).collect();
    assert!((10..=14).contains(&headline.len()), "{} are shown first", headline.len());
    for theme in Theme::ALL {
        assert!(headline.iter().any(|row| row.theme == theme), "{theme:?} shows none");
    }
    assert!(headline.iter().filter(|row| row.better == Better::Neither).count() <= 2, "a headline judges");
}

#[test]
fn the_three_definitions_of_productive_stand_side_by_side_in_euros_and_in_jobs() {
    let ids: Vec<_> = Indicator::all()
        .map(|indicator| indicator.row().id)
        .filter(|id| id.starts_with("productive_"))
        .collect();
    assert_eq!(
        ids,
        [
            "productive_sector_eur_per_year",
            "productive_origin_eur_per_year",
            "productive_anchored_eur_per_year",
            "productive_sector_jobs",
            "productive_origin_jobs",
            "productive_anchored_jobs",
        ]
    );
}

/// A budget as `check` tells it: investment and running costs, who pays, what is left to those who decide, what may come.
#[test]
fn a_budget_is_told_in_a_few_lines() {
    let scenario = hameau_model::inputs::scenario::resolve(
        "hameau:portfolio",
        &hameau_model::inputs::scenario::Overrides::default(),
        &hameau_model::inputs::scenario::Memory::default(),
    );
    let budget = hameau_model::programme::Budget::of(&scenario.expect("right"));
    let told = |language| hameau_words::budget_lines(&budget, language).join("\n").replace('\u{202f}', " ");
    let (english, french) = (told(hameau_words::Language::English), told(hameau_words::Language::French));
    for line in [
        "1,119,375 EUR: 160,000 of investment, 959,375 of running costs",
        "by year: 221,542 in 2022, 105,500 each year from 2023 to 2024, 76,333 in 2025, 55,500 each year from 2026 to 2036",
        "of this, investment: 160,000 in 2022",
        "left to the inter-municipal council: 582,292 EUR (32,000 of investment, 550,292 of running costs)",
        "collectives: 8,000 EUR more for each joint project that an association begins",
    ] {
        assert!(english.contains(line), "{english}");
    }
    for line in [
        "160 000 d'investissement, 959 375 de fonctionnement",
        "reste à charge de l'intercommunalité : 582 292 € (32 000 d'investissement, 550 292 de fonctionnement)",
        "collectives : 8 000 € de plus par projet commun lancé par une association",
    ] {
        assert!(french.contains(line), "{french}");
    }
}

/// Several budgets in one table: what is left to the commune and to the inter-municipal council stands apart, and fits a
/// terminal where one of them pays.
#[test]
fn budgets_stand_in_a_table() {
    use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
    use hameau_model::programme::Budget;
    use hameau_words::{Language, WIDTH, budget_table};
    let of = |name: &str, set: &[&str]| {
        let set = set.iter().map(|one| (*one).to_owned()).collect();
        let scenario = resolve(name, &Overrides { set, ..Overrides::default() }, &Memory::default());
        let scenario = scenario.expect("right");
        (scenario.name.clone(), Budget::of(&scenario))
    };
    let told =
        |budgets: &[(String, Budget)], language| budget_table(budgets, language).replace('\u{202f}', " ");
    let mut budgets =
        vec![of("hameau:baseline", &[]), of("hameau:portfolio", &[]), of("hameau:outreach-and-service", &[])];
    let english = told(&budgets, Language::English);
    let rows: Vec<Vec<&str>> = english
        .lines()
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect();
    assert_eq!(rows[0], ["Budget (EUR)", "total", "investment", "running", "left inter-municipal"]);
    assert_eq!(rows[1], ["baseline", "0", "0", "0", "0"]);
    assert_eq!(rows[2], ["portfolio +", "1,119,375", "160,000", "959,375", "582,292"]);
    assert_eq!(rows[3][0], "outreach-and-service", "nothing of it hangs on what happens");
    for language in [Language::English, Language::French] {
        let table = told(&budgets, language);
        assert!(table.lines().take(4).all(|line| line.chars().count() <= WIDTH), "{table}");
    }
    budgets.push(of(
        "hameau:portfolio",
        &["programme.anchoring.funding={ council = 0.25, intercommunality = 0.75 }"],
    ));
    let french = told(&budgets, Language::French);
    assert!(french.lines().next().expect("a head").ends_with("reste commune  reste interco."), "{french}");
    let last: Vec<&str> = french
        .lines()
        .nth(4)
        .expect("a row")
        .split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect();
    assert_eq!(last, ["portfolio +", "1 119 375", "160 000", "959 375", "45 573", "609 635"]);
    assert!(french.contains("reste : ce que paient la commune et l'intercommunalité"), "{french}");
}
