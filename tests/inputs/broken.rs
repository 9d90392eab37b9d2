//! Does every mistake give its exact message?

use crate::tree::Tests;
use hameau_model::inputs::mistakes::{MOST_SHOWN, Mistakes};
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Files, Memory, Overrides, SET, as_text, resolve, text_of};
use hameau_model::kernel::language::Language;

fn shown(mistakes: &Mistakes, files: &dyn Files, overrides: &Overrides) -> String {
    shown_in(Language::English, mistakes, files, overrides)
}

fn shown_in(language: Language, mistakes: &Mistakes, files: &dyn Files, overrides: &Overrides) -> String {
    printer::render(mistakes, false, language, &|file| {
        if file == SET { Some(as_text(&overrides.set)) } else { text_of(files, file) }
    })
}

fn mistakes_of(content: impl Into<Vec<u8>>) -> Mistakes {
    let files = Memory::default()
        .with("long.toml", content)
        .with("small.toml", include_str!("../fixtures/small.toml"))
        .with("small.csv", include_str!("../fixtures/small.csv"));
    let mistakes = resolve("long.toml", &Overrides::default(), &files).expect_err("a mistake");
    let _ = shown(&mistakes, &files, &Overrides::default());
    mistakes
}

fn set(overrides: &[&str]) -> String {
    let overrides =
        Overrides { sweep: Vec::new(), set: overrides.iter().map(|text| (*text).to_owned()).collect() };
    match resolve("broken/with/parent.toml", &overrides, &Tests) {
        Ok(_) => panic!("{overrides:?} is no mistake"),
        Err(mistakes) => shown(&mistakes, &Tests, &overrides),
    }
}

/// The message of a file under `tests/broken`.
fn of_broken(path: &std::path::Path, language: Language) -> String {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    let file = format!("broken/{name}");
    let Err(mistakes) = resolve(&file, &Overrides::default(), &Tests) else {
        panic!("{file} has no mistake");
    };
    shown_in(language, &mistakes, &Tests, &Overrides::default())
}

#[test]
fn each_broken_file_gives_its_message() {
    insta::glob!("../broken", "*.toml", |path| {
        insta::assert_snapshot!(of_broken(path, Language::English));
    });
}

#[test]
fn each_broken_file_gives_its_message_in_french() {
    insta::glob!("../broken", "*.toml", |path| {
        insta::assert_snapshot!(of_broken(path, Language::French));
    });
}

#[test]
fn each_broken_override_gives_its_message() {
    insta::assert_snapshot!(set(&[
        "travel.speed_km_per_hour",
        "travel.speed_km_per_hour=fast",
        "travel.speed_km_per_hour=500",
        "travel.spead_km_per_hour=60",
        "travel.speed=60",
        "simulation.duration_years=10",
        "speed_km_per_hour=60",
        "trravel.speed_km_per_hour=60",
        "facilitation.staff_fte=1",
        "programme.facilitator.staff_fte=-1",
        "programme.facilitator.staff=1",
        "programme.facilitator.capacity_persons=12",
        "programme.facilitators.staff_fte=1",
        "programme.facilitator.untill=2019-12",
        "programme.facilitator.from=2019-13",
        "programme.facilitator.name=other",
        "programme.telecentre.commune=Muratt",
        "simulation.start=2010-02-30",
        "simulation.duration_months=nan",
        "simulation.seed=1",
        "simulation.seed=2",
        "travel.fixed_minutes={ value = 99, source = \"me\" }",
        "=3",
        "",
    ]));
}

#[test]
fn overrides_that_reverse_dates_are_told_where_they_are_written() {
    insta::assert_snapshot!(set(&["programme.facilitator.until=2021-01"]));
}

#[test]
fn a_file_over_one_megabyte_is_refused_before_parsing() {
    let mistakes = mistakes_of("#".repeat(1_000_001));
    insta::assert_snapshot!(mistakes.to_string());
}

#[test]
fn deep_nesting_is_a_mistake_and_no_overflow() {
    let deep = "a = 1\n";
    let brackets = mistakes_of(format!("name = {}", "[".repeat(100_000)));
    insta::assert_snapshot!(brackets.to_string());
    for content in [
        format!("name = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("name = {}", "{a=".repeat(100_000)),
        format!("{}{deep}", "a.".repeat(100_000)),
        format!("[{}a]\n{deep}", "a.".repeat(100_000)),
        format!("[[{}a]]\n{deep}", "a.".repeat(100_000)),
        format!("travel = {}1{}", format!("{{ {}a = ", "a.".repeat(70)).repeat(70), "}".repeat(70)),
    ] {
        let told = mistakes_of(content).to_string();
        assert!(told.contains("levels"), "{told}");
    }
}

#[test]
fn ten_thousand_mistakes_are_all_counted_and_the_first_shown() {
    let lines: Vec<String> = (0..10_000).map(|number| format!("unheard_of_{number} = {number}\n")).collect();
    let mistakes = mistakes_of("territory = \"small.toml\"\n[travel]\n".to_owned() + &lines.concat());
    assert_eq!(mistakes.0.len(), 10_000);
    let text = shown(&mistakes, &Memory::default(), &Overrides::default());
    assert_eq!(text.matches("error:").count(), MOST_SHOWN);
    assert!(text.ends_with("10000 mistakes in 1 file, the first 50 shown\n"), "{text}");
}

#[test]
fn a_hundred_places_are_read_and_one_more_refused() {
    let place = |number| {
        format!(
            "[[programme]]\ninstrument = \"shared_place\"\nname = \"p{number}\"\nfrom = \"2022-01\"\ncommune = \"Murat\"\n"
        )
    };
    let scenario = |places| {
        "territory = \"small.toml\"\n".to_owned() + &(0..places).map(place).collect::<Vec<_>>().concat()
    };
    let files = Memory::default()
        .with("small.toml", include_str!("../fixtures/small.toml"))
        .with("small.csv", include_str!("../fixtures/small.csv"))
        .with("most.toml", scenario(100));
    assert!(resolve("most.toml", &Overrides::default(), &files).is_ok());
    insta::assert_snapshot!(mistakes_of(scenario(105)).to_string());
}

#[test]
fn a_chain_of_bases_without_end_is_refused() {
    let mut files = Memory::default();
    for number in 0..40 {
        files = files.with(&format!("s{number}.toml"), format!("base = \"s{}.toml\"\n", number + 1));
    }
    let mistakes = resolve("s0.toml", &Overrides::default(), &files).expect_err("a mistake");
    insta::assert_snapshot!(shown(&mistakes, &files, &Overrides::default()));
}
