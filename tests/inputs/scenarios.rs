//! Does every scenario that comes with the program load, run, and stand in the list?

use hameau_model::inputs::library;
use hameau_model::inputs::parameters::Key;
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;
use std::collections::BTreeSet;

/// Generated from the tables, so that the program need not carry it a second time.
const GENERATED: &str = "reference.toml";

fn read(path: &str) -> String {
    let path = format!("{}/scenarios/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn files() -> BTreeSet<String> {
    let entries = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")).expect("a folder");
    let files: BTreeSet<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "toml"))
        .collect();
    assert!(files.len() > 10 && files.contains(GENERATED), "{files:?}");
    files
}

#[test]
fn every_file_is_carried_by_the_program_and_listed() {
    let readme = read("README.md");
    let listed: BTreeSet<String> = readme
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()))
        .collect();
    assert_eq!(listed, files());
    let carried: BTreeSet<String> = library::names().map(|name| format!("{name}.toml")).collect();
    let expected: BTreeSet<String> = files().into_iter().filter(|file| file != GENERATED).collect();
    assert_eq!(carried, expected);
    for file in &carried {
        assert_eq!(library::embedded(file), Some(read(file).as_bytes()), "{file}");
    }
}

#[test]
fn the_list_says_what_the_files_say() {
    let readme = read("README.md");
    let mut questions = 0;
    for file in files().iter().filter(|file| *file != GENERATED) {
        let scenario = resolve(&format!("hameau:{file}"), &Overrides::default(), &Memory::default())
            .unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(format!("{}.toml", scenario.name), *file);
        let title = scenario.title.expect("a title");
        assert_ne!(title.en, title.fr, "{file}");
        let line = readme.lines().find(|line| line.contains(&format!("| `{file}`"))).expect("listed");
        assert!(line.contains(&title.en), "{line}");
        let header =
            read(file).lines().take_while(|line| line.starts_with('#')).collect::<Vec<_>>().join(" ");
        for question in scenario.questions {
            assert!(line.contains(&format!("Q{question}")), "{line}");
            assert!(header.contains(&format!("Q{question}")), "{file}: Q{question}");
            questions += 1;
        }
    }
    assert!(questions > 10, "only {questions} questions are named");
}

#[test]
fn every_instrument_has_a_scenario() {
    let all: String = files().iter().filter(|file| *file != GENERATED).map(|file| read(file)).collect();
    for section in
        hameau_model::inputs::parameters::SECTIONS.iter().filter(|section| section.instrument.is_some())
    {
        assert!(all.contains(&format!("instrument = \"{}\"", section.name)), "{}", section.name);
    }
}

/// Three months in which the programme is in force: what a scenario switches on must run, not only load.
#[test]
fn every_file_runs() {
    let facts = [
        "hautes-terres.toml",
        "hautes-terres.csv",
        "hautes-terres-population.csv",
        "murat-population.csv",
        "murat-ages.csv",
    ]
    .map(|file| format!("territories/{file}"));
    let content = |path: String| (path.clone(), read(&path).into_bytes());
    let disk = Memory(files().into_iter().chain(facts).map(content).collect());
    for file in files() {
        let mut scenario =
            resolve(&file, &Overrides::default(), &disk).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let last = scenario.programme.iter().map(|entry| entry.from).max();
        let start = last.unwrap_or(scenario.start());
        scenario.values.set(Key::Start, f64::from(start.index()));
        scenario.values.set(Key::Months, 3.0);
        let run = simulate(&scenario, World { seed: 1, replicate: 0 }, |_| {});
        assert_eq!(run.months.len(), 3, "{file}");
        assert_eq!(run.months[0].month, start, "{file}");
    }
}

/// Do the policies that compete cost the public what their headers say, and so the same?
///
/// Within 5 %: grants and packs depend on what people do, in two worlds as in any.
#[test]
fn policies_at_an_equal_budget_cost_what_they_say() {
    let stated = |file: &String| {
        let text = read(file);
        let (budget, _) = text.split_once("equal public budget: ")?.1.split_once(" EUR")?;
        Some((file.clone(), budget.replace(',', "").parse().expect("a budget")))
    };
    let competing: Vec<(String, f64)> = files().iter().filter_map(stated).collect();
    assert!(competing.len() >= 10, "{competing:?}");
    for (file, budget) in &competing {
        assert_eq!(*budget, competing[0].1, "{file} competes with {}", competing[0].0);
        let scenario = resolve(&format!("hameau:{file}"), &Overrides::default(), &Memory::default())
            .unwrap_or_else(|mistakes| panic!("{mistakes}"));
        let spent = |replicate| {
            let run = simulate(&scenario, World { seed: 3, replicate }, |_| {});
            let last = run.months.last().expect("months");
            last.of(Indicator::SpendingCumulated).expect("defined")
        };
        let mean = f64::midpoint(spent(0), spent(1));
        assert!((mean / budget - 1.0).abs() < 0.05, "{file}: {mean} spent, {budget} stated");
    }
}
