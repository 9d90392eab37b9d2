//! Is what the pages show what the program prints and accepts?

use crate::tiny::{Tiny, answer, rows};
use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
use hameau_model::observe::indicators::Indicator;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The first page and the guide, which shows what every command prints.
const README: &str = concat!(include_str!("../../README.md"), "\n", include_str!("../../docs/guide.md"));

/// The blocks that are neither `console` nor `toml`, by the beginning of their first line, in the order of the page. What
/// they show is held to the program; what takes too long, or a tool that CI has not, is held by other means, said below.
const BLOCKS: [&str; 9] = [FIRST, ADVISED, COMPARED, HISTORY, PYTHON, MILLION, FOLDER, WHY, PARTED];
/// Planned, not run: five minutes. Its second line is what runs this test.
const FIRST: &str = "cargo run --release -- compare --lang fr --open ";
/// For any policy: the shipped ones stand for it.
const ADVISED: &str = "hameau check my-policy.toml ";
/// What the first command prints: held to the committed comparison.
const COMPARED: &str = "20 paired worlds against baseline, in the last month.";
const HISTORY: &str = "murat-history: worlds 20, months 180,";
/// Needs Python with `DuckDB` and pandas: its figures are held to the files that it opens.
const PYTHON: &str = "$ python3 -c \"import duckdb;";
/// Its file is checked, not run: a minute and 400 MB.
const MILLION: &str = "$ hameau run million.toml --replicates 1 --series yearly";
const FOLDER: &str = "hameau status results/murat-history ";
const WHY: &str = "cargo run --release -- why hameau:baseline hameau:shared-place --lang en";
const PARTED: &str = "The worlds first differ in June 2022,";

/// The blocks of a page with the language of each.
fn fenced(page: &str) -> Vec<(&str, &str)> {
    let fences = page.split("```").skip(1).step_by(2);
    fences.map(|block| block.split_once('\n').expect("a fence is a line")).collect()
}

/// The blocks of a page in this language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    fenced(page).into_iter().filter(|(of, _)| *of == language).map(|(_, block)| block).collect()
}

/// The block of the README that begins so.
fn block(start: &str) -> &'static str {
    fenced(README).into_iter().map(|(_, block)| block).find(|block| block.starts_with(start)).expect("there")
}

/// The arguments of a command of the program, which may have a comment.
fn arguments(command: &str) -> Vec<&str> {
    let command = command.split(" # ").next().unwrap_or_default();
    let own = ["cargo run --release -- ", "hameau "].iter().find_map(|start| command.strip_prefix(start));
    own.unwrap_or_else(|| panic!("no command of the program: {command}")).split_whitespace().collect()
}

fn printed(command: &str) -> String {
    let command = command.strip_prefix("$ ").expect("a command");
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("hameau"));
    let (_, out, err) = answer(program.current_dir(ROOT).args(arguments(command)));
    out + &err
}

/// What is shown is printed, in its order; a line in brackets stands for what was left out.
fn shows(shown: &str, printed: &str) {
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let left_out = |line: &str| {
        line.starts_with('(') && line.ends_with(')') && !line.contains(|sign: char| sign.is_ascii_digit())
    };
    let (shown, printed) = (trimmed(shown), trimmed(printed));
    let mut rest = printed.as_str();
    for piece in shown.split('\n').collect::<Vec<_>>().split(|line| left_out(line)) {
        let piece = piece.join("\n");
        let piece = piece.trim_matches('\n');
        let at = rest.find(piece).unwrap_or_else(|| panic!("not printed so:\n{piece}\n\nbut:\n{printed}"));
        rest = &rest[at + piece.len()..];
    }
}

/// A folder like that of the repository, as far as its commands need it.
fn repository() -> Tiny {
    let tiny = Tiny::new();
    for folder in ["scenarios", "scenarios/territories"] {
        fs::create_dir(tiny.path(folder)).expect("made");
        for entry in fs::read_dir(Path::new(ROOT).join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                fs::copy(&path, tiny.path(folder).join(path.file_name().expect("a name"))).expect("copied");
            }
        }
    }
    tiny
}

#[test]
fn every_command_prints_what_the_readme_shows() {
    let blocks = blocks(README, "console");
    assert!(blocks.len() >= 2, "the reader of the page has gone blind");
    for block in blocks {
        let (command, shown) = block.split_once('\n').expect("a command on a line");
        assert_eq!(printed(command).trim_end(), shown.trim_end(), "{command}");
    }
}

#[test]
fn every_scenario_of_the_pages_is_a_scenario() {
    for page in [README, include_str!("../../scenarios/README.md")] {
        let blocks = blocks(page, "toml");
        assert!(!blocks.is_empty(), "the reader of the page has gone blind");
        for block in blocks {
            let base = if block.contains("base =") { "" } else { "base = \"hameau:baseline\"\n" };
            let files = Memory::default().with("shown.toml", format!("{base}{block}"));
            if let Err(mistakes) = resolve("shown.toml", &Overrides::default(), &files) {
                panic!("{mistakes}");
            }
        }
    }
}

#[test]
fn every_other_block_is_known() {
    let others = fenced(README).into_iter().filter(|(of, _)| !["console", "toml"].contains(of));
    let first_lines: Vec<&str> = others.map(|(_, block)| block.lines().next().unwrap_or_default()).collect();
    assert_eq!(first_lines.len(), BLOCKS.len(), "a block that no test knows: {first_lines:#?}");
    for (line, start) in first_lines.iter().zip(BLOCKS) {
        assert!(line.starts_with(start), "{line}\nis not\n{start}");
    }
}

#[test]
fn the_first_commands_are_understood() {
    let [compare, test] = block(FIRST).lines().collect::<Vec<_>>()[..] else { panic!("two commands") };
    let tiny = Tiny::new();
    let (code, out, err) = tiny.hameau(&[&arguments(compare)[..], &["--dry-run"]].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for told in [
        "baseline, attraction, shared-place,",
        ", portfolio\n",
        "mondes        20\n",
        "mois          180\n",
        "reste interco.\n",
    ] {
        assert!(out.contains(told), "{told} in {out}");
    }
    assert!(test.starts_with("cargo test --release "), "{test}");
}

#[test]
fn whoever_advises_a_council_types_what_is_shown() {
    let tiny = Tiny::new();
    let [check, budget, compare] = block(ADVISED).lines().collect::<Vec<_>>()[..] else { panic!("three") };
    for command in
        [check.to_owned(), budget.to_owned(), format!("{compare} --dry-run").replace(" --open", "")]
    {
        let command = command.replace("my-policy.toml", "hameau:shared-place");
        let (code, out, err) = tiny.hameau(&arguments(&command));
        assert_eq!((code, err.as_str()), (0, ""), "{command}: {out}");
    }
}

/// A number as the program prints it in English.
fn number(text: &str) -> f64 {
    let plain =
        text.trim_start_matches(['+', '~', '(']).trim_end_matches(')').replace(',', "").replace('−', "-");
    plain.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// Whether a number is printed as it is rounded to its decimals.
fn rounds(printed: &str, value: &Value, scale: f64) {
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches(')').len());
    let value = scale * value.as_f64().expect("a number");
    let off = (number(printed) - value).abs();
    assert!(off <= 0.501 * libm::pow(10.0, -(decimals as f64)), "{printed} is shown for {value}");
}

/// Of the committed comparison: the effect of a policy on an indicator.
fn committed<'a>(comparison: &'a Value, policy: &str, label: &str) -> &'a Value {
    let indicator = Indicator::all().find(|indicator| indicator.row().en == label).expect("an indicator");
    let policies = comparison["policies"].as_array().expect("policies");
    let policy = policy.trim_end_matches('…');
    let named = |of: &&Value| of["policy"].as_str().is_some_and(|name| name.starts_with(policy));
    let policy = policies.iter().find(named).unwrap_or_else(|| panic!("no policy {policy}"));
    let effects = policy["effects"].as_array().expect("effects");
    effects.iter().find(|effect| effect["indicator"] == indicator.row().id).expect("an effect")
}

#[test]
fn the_comparison_shown_is_the_committed_one() {
    let path = Path::new(ROOT).join("results/reference/comparison.json");
    let comparison: Value = serde_json::from_slice(&fs::read(path).expect("committed")).expect("JSON");
    let (effects, costs) = block(COMPARED).split_once("What an effect costs the public").expect("costs");
    let (mut rows, mut label, mut scale) = (0, "", 1.0);
    for line in effects.lines() {
        if let Some((of, base)) = line.split_once(": base ") {
            let (value, _) = base.split_once(',').expect("a base, and from where an effect matters");
            (label, scale) = (of, if value.ends_with('%') { 100.0 } else { 1.0 });
            let any = committed(&comparison, "attraction", label);
            rounds(value.split(' ').next().unwrap_or_default(), &any["base_mean"], scale);
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let [policy, level, effect, low, "–", high, positive, marks, verdict, ..] = words[..] else {
            continue;
        };
        let found = committed(&comparison, policy, label);
        rounds(effect, &found["difference"], scale);
        rounds(low, &found["interval"]["low"], scale);
        rounds(high, &found["interval"]["high"], scale);
        rounds(level, &found["policy_mean"], scale);
        assert_eq!(marks.chars().count(), 3, "a mark for each month: {line}");
        assert_eq!(found["assumed"].is_null(), !line.contains(", assumed"), "{line}");
        let (worlds, of) = positive.split_once('/').expect("worlds of worlds");
        assert_eq!(found["share_positive"], number(worlds) / number(of), "{line}");
        let told = match (verdict, line.contains(", perhaps little")) {
            ("negligible", _) => "no_difference_that_matters".to_owned(),
            (verdict, true) => format!("perhaps_{}", verdict.trim_end_matches(',')),
            (verdict, false) => verdict.trim_end_matches(',').to_owned(),
        };
        assert_eq!(found["verdict"], told, "{line}");
        if let Some((tied, _)) = line.split_once(" tied)") {
            let tied = number(tied.rsplit(' ').next().unwrap_or_default());
            let used = number(of);
            let differing = [&found["share_positive"], &found["share_negative"]];
            let differing: f64 = differing.iter().filter_map(|share| share.as_f64()).sum();
            assert_eq!(((1.0 - differing) * used).round(), tied, "{line}");
        }
        rows += 1;
    }
    assert_eq!(rows, 3 * 12, "rows of three indicators");
    let costs: Vec<&str> = costs.lines().filter(|line| line.contains(" EUR (")).collect();
    assert_eq!(costs.len(), 3, "{costs:?}");
    for line in costs {
        let (what, cost) = line.trim().split_once(": ").expect("what costs");
        let (policy, label) = what.split_once(", ").expect("a policy and an indicator");
        let found = &committed(&comparison, policy, label)["cost"];
        let unit = if cost.ends_with(" point") { 0.01 } else { 1.0 };
        let [eur, "EUR", low, "–", high, ..] = cost.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        rounds(eur, &found["eur_per_unit"], unit);
        rounds(low, &found["interval"]["low"], unit);
        rounds(high, &found["interval"]["high"], unit);
    }
}

/// A short scenario that stands for any.
const ANY: &str = "name = \"any\"\nterritory = \"any-territory.toml\"\n[simulation]\nduration_months = 1\n\
                   [initial]\nburn_in_months = 0\n";
const ANY_TERRITORY: &str = "name = \"any\"\nsource = \"made up\"\n[synthetic]\ncommunes = 1\nadults = 20\n";

/// Fifteen years in twenty worlds, then all that is shown of their folder.
#[test]
fn the_history_is_run_opened_and_verified() {
    let tiny = repository();
    let command = "run scenarios/murat-history.toml --replicates 20";
    assert!(README.contains(&format!("`hameau {command}`")));
    let two = [&command.split(' ').collect::<Vec<_>>()[..], &["--threads", "2"]].concat();
    let (code, out, err) = tiny.hameau(&two);
    assert_eq!(code, 0, "{err}");
    let pace = |line: &&str| line.contains(" worlds/s, ");
    let last = |text: &str| text.lines().rfind(pace).map(|line| line.split(',').next().map(str::to_owned));
    let shown = block(HISTORY);
    assert_eq!(last(shown), last(&err));
    let kept = |text: &str| text.lines().filter(|line| !pace(line)).collect::<Vec<_>>().join("\n");
    shows(&kept(shown), &format!("{}\n\n{}", kept(&err).trim_end(), out.trim_start()));

    let folder = tiny.path("results/murat-history");
    let worlds = rows(&folder.join("runs.parquet"));
    let mean = |id: &str| worlds.iter().filter_map(|run| run[id].as_f64()).sum::<f64>() / worlds.len() as f64;
    let python = block(PYTHON);
    let cells: Vec<f64> = python
        .lines()
        .filter(|line| line.starts_with('│'))
        .flat_map(|line| line.split('│').filter_map(|cell| cell.trim().parse().ok()))
        .collect();
    assert_eq!(cells.len(), 3, "{cells:?}");
    let expected = [worlds.len() as f64, mean("inhabitants_persons"), mean("active_users_persons")];
    for (cell, (value, half)) in cells.iter().zip(expected.into_iter().zip([0.0, 0.5, 0.05])) {
        assert!((cell - value).abs() <= half + 1e-9, "{cell} is shown for {value}");
    }
    let series = rows(&folder.join("series.parquet"));
    let medians: Vec<(&str, f64)> = python
        .lines()
        .filter_map(|line| line.split_once("-12    "))
        .map(|(year, median)| (year, number(median)))
        .collect();
    assert_eq!(medians.len(), 3, "{medians:?}");
    for (year, median) in medians {
        let of_december = |row: &&serde_json::Map<String, Value>| {
            row["month"] == format!("{year}-12") && row["indicator"] == "active_users_persons"
        };
        let mut users: Vec<f64> =
            series.iter().filter(of_december).filter_map(|row| row["value"].as_f64()).collect();
        users.sort_by(f64::total_cmp);
        assert_eq!(hameau_analysis::statistics::quantile(&users, 0.5), Some(median), "{year}");
    }

    fs::write(tiny.path("any.toml"), ANY).expect("written");
    fs::write(tiny.path("any-territory.toml"), ANY_TERRITORY).expect("written");
    // One world anew shows as much as twenty; FILE and DIR are whatever one has.
    let commands = block(FOLDER)
        .replace("--sample 20", "--sample 1")
        .replace("FILE", "any.toml")
        .replace("DIR", "results/any");
    let mut run = 0;
    for command in commands.lines() {
        if command.starts_with("hameau merge") {
            for shard in ["2/4", "3/4"] {
                assert_eq!(tiny.hameau(&["batch", "results/any", "--shard", shard]).0, 0, "{shard}");
            }
        }
        let (code, out, err) = tiny.hameau(&arguments(command));
        assert_eq!(code, 0, "{command}: {out}{err}");
        run += 1;
    }
    assert_eq!(run, 5);
    assert_eq!(tiny.manifest("results/any")["runs"], 2_000);
}

#[test]
fn a_million_adults_are_read() {
    let tiny = repository();
    let keys = [
        "name = \"million\"",
        "base = \"hameau:baseline\"",
        "territory = \"scenarios/territories/synthetic-million.toml\"",
        "simulation.duration_months = 60",
    ];
    assert!(keys.iter().all(|key| README.contains(&format!("`{key}`"))), "the file is another one");
    fs::write(tiny.path("million.toml"), keys.join("\n")).expect("written");
    let command = block(MILLION).lines().next().and_then(|line| line.strip_prefix("$ ")).expect("a command");
    let ["run", file, ..] = arguments(command)[..] else { panic!("{command}") };
    let (code, out, err) = tiny.hameau(&["check", file]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("200 communes") && out.contains("January 2022 to December 2026"), "{out}");
}

#[test]
fn where_two_worlds_part_is_printed_as_it_is_shown() {
    let tiny = Tiny::new();
    let (code, out, err) = tiny.hameau(&arguments(block(WHY).trim_end()));
    assert_eq!(code, 0, "{err}");
    shows(block(PARTED), &out);
}

/// The example of the tour, between two marks.
#[test]
fn the_example_of_the_tour_runs() -> Result<(), hameau_model::inputs::mistakes::Mistakes> {
    // The tour:
    use hameau_model::inputs::scenario;
    use hameau_model::kernel::random::World;
    use hameau_model::observe::{indicators::Indicator, run::simulate};

    let set = vec!["simulation.duration_months=2".to_owned()];
    let overrides = scenario::Overrides { set, ..Default::default() };
    let baseline = scenario::resolve("hameau:baseline", &overrides, &scenario::Memory::default())?;
    let run = simulate(&baseline, World { seed: 1, replicate: 0 }, |_| ());
    assert!(run.months[1].of(Indicator::Adults) > Some(9_000.0));
    // Its end.
    Ok(())
}

#[test]
fn the_example_that_runs_is_that_of_the_tour() {
    let page: Vec<&str> = include_str!("../../src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect();
    let page = page.join("\n");
    let examples = blocks(&page, "");
    assert_eq!(examples.len(), 1, "an example more: {examples:#?}");
    // What rustdoc hides is what a test of it would need.
    let shown: Vec<&str> = examples[0].lines().filter(|line| !line.starts_with("# ")).collect();
    let own = include_str!("readme.rs");
    let (_, own) = own.split_once("    // The tour:\n").expect("a mark");
    let (own, _) = own.split_once("    // Its end.\n").expect("a mark");
    let run: Vec<&str> = own.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    assert_eq!(shown, run);
}
