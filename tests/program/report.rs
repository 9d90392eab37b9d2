//! Are note, report and annex what they promise: two languages, one file that asks for nothing, the same bytes again?

use assert_cmd::Command;
use hameau::api::{Asked, Progress, Task, Ways, Worlds, compare, default_horizons, report};
use hameau_analysis::effects::Verdict;
use hameau_analysis::sensitivity::{Assumed, Ledger, LedgerRow, Measured, TornadoBar};
use hameau_analysis::statistics::Interval;
use hameau_model::inputs::scenario::{Memory, Overrides, Recorded, resolve_recorded};
use hameau_model::observe::indicators::Indicator;
use hameau_study::engine::{OnError, Shard};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// As many communes as the reference has, and few people.
const TINY: &str = "name = \"tiny\"\ntitle = { en = \"Tiny\", fr = \"Minuscule\" }\nsource = \"made up\"\n\
                    [synthetic]\ncommunes = 39\nadults = 400\n";

/// The scenarios of the house, and the entry of each that stands in a commune.
const ALL: [(&str, &str); 13] = [
    ("shared-place", "opening"),
    ("facilitation", "opening"),
    ("facilitation-without-place", "facilitator"),
    ("mixed-works-fund", ""),
    ("collective-support", ""),
    ("place-governance", "opening"),
    ("fablab", "opening"),
    ("public-service", "opening"),
    ("training", "opening"),
    ("welcome", ""),
    ("gateway-housing", ""),
    ("tax-exemption", ""),
    ("business-anchoring", ""),
];

pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &Task) {}
    fn month(&self) {}
    fn world(&self) {}
}

pub fn ways() -> Ways {
    Ways {
        threads: 2,
        on_error: OnError::Stop,
        retry_failed: false,
        shard: Shard::WHOLE,
        rehearse: Vec::new(),
    }
}

/// A scenario of the house on the tiny territory, under a name of its own.
pub fn scenario(name: &str, base: &str, placed: &str, months: u32) -> Recorded {
    let text = format!(
        "base = \"hameau:{base}\"\nname = \"{name}\"\nterritory = \"tiny.toml\"\n\
         title = {{ en = \"Policy {name}\", fr = \"Politique {name}\" }}\n\
         [simulation]\nduration_months = {months}\n"
    );
    let file = format!("{name}.toml");
    let files = Memory::default().with(&file, text).with("tiny.toml", TINY);
    let commune = format!("programme.{placed}.commune=S0001");
    let set = if placed.is_empty() { Vec::new() } else { vec![commune] };
    let overrides = Overrides { set, ..Overrides::default() };
    resolve_recorded(&file, &overrides, &files).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

pub fn compared(folder: &Path, scenarios: &[Recorded], worlds: u32) {
    let asked = Asked {
        scenarios,
        worlds: Worlds::Exactly(worlds),
        seed: 7,
        series: None,
        replace: true,
        indicators: &[],
        at: &default_horizons(&scenarios[0].scenario),
    };
    let made = compare(folder, &asked, &ways(), &AtomicBool::new(false), &Silent).expect("it is compared");
    assert!(made.found.is_some());
}

fn pages(folder: &Path) -> [String; 2] {
    report(folder).expect("a report").map(|(_, html)| html)
}

/// Base and all thirteen policies, twenty worlds of fifteen years each, made once. The browser test reads them too.
fn sample() -> &'static (PathBuf, [String; 2]) {
    static SAMPLE: OnceLock<(PathBuf, [String; 2])> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-sample");
        let base = scenario("baseline", "baseline", "", 180);
        let policies = ALL.iter().map(|(name, placed)| scenario(name, name, placed, 180));
        compared(&folder, &std::iter::once(base).chain(policies).collect::<Vec<_>>(), 20);
        let pages = pages(&folder);
        (folder, pages)
    })
}

/// The text that a reader sees in the page's language: without markup, code, and what is marked as English.
fn prose(page: &str) -> String {
    let body = page.split_once("<body class=").expect("a body").1;
    let mut text = String::new();
    let mut rest = body;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[1..end];
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let skipped = name == "code" || tag.contains("lang=\"en\"") && page.contains("<html lang=\"fr\">");
        rest = if skipped {
            let close = format!("</{name}>");
            &rest[rest.find(&close).expect("it is closed") + close.len()..]
        } else {
            text.push(' ');
            &rest[end + 1..]
        };
    }
    text
}

fn part(page: &str, number: usize) -> &str {
    let begin = page.find(&format!("<section id=\"part-{number}\"")).expect("the part is there");
    let rest = &page[begin..];
    &rest[..rest.find("</section>").expect("it ends")]
}

/// A document that is made beside the report.
fn beside(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every document of the sample.
fn documents() -> Vec<String> {
    let names = [
        "note.en.html",
        "note.fr.html",
        "report.en.html",
        "report.fr.html",
        "annex.en.html",
        "annex.fr.html",
    ];
    names.map(|name| beside(&sample().0, name)).to_vec()
}

#[test]
fn ten_parts_a_section_for_each_question_and_an_annex() {
    let (folder, pages) = sample();
    for page in pages {
        assert_eq!(page.matches("<section id=\"part-").count(), 10);
        let answers = part(page, 2);
        for question in 1..=7 {
            let from = answers.find(&format!("<h3>Q{question} ")).unwrap_or_else(|| panic!("Q{question}"));
            let answer = &answers[from + 4..];
            let answer = &answer[..answer.find("<h3>").unwrap_or(answer.len())];
            // A comparison, or what would be needed for one.
            assert!(answer.contains("<tbody>") || answer.contains("hameau:"), "Q{question}: {answer}");
        }
        for number in 1..=10 {
            assert!(part(page, number).len() > 300, "part {number} says next to nothing");
        }
    }
    for name in ["annex.en.html", "annex.fr.html"] {
        let annex = beside(folder, name);
        assert_eq!(annex.matches("<section id=\"part-").count(), 7);
    }
}

#[test]
fn the_note_has_every_policy_every_question_and_every_month() {
    for (name, [month, mark]) in [
        ("note.en.html", ["December 2026", "Assumed effect"]),
        ("note.fr.html", ["décembre 2026", "Effet supposé"]),
    ] {
        let note = beside(&sample().0, name);
        let table = &note[note.find("<tbody>").expect("the matrix")..note.find("</tbody>").expect("its end")];
        assert_eq!(table.matches("<tr>").count(), ALL.len());
        for question in 1..=7 {
            assert!(note.contains(&format!("<li>Q{question} ")), "Q{question}");
        }
        assert!(note.contains(month) && note.contains(mark), "{name}");
        assert_eq!(note.matches("<svg ").count(), 1, "one picture");
        assert_eq!(note.matches("<aside").count(), 1);
    }
}

/// The remake command of a comparison with `--set` and `--at` gives the same digest; that of the second rule runs.
#[test]
fn the_commands_that_a_report_prints_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let hameau = |arguments: &[&str]| {
        let mut command = Command::cargo_bin("hameau").expect("built");
        let done = command.current_dir(folder.path()).args(arguments).arg("--quiet").assert().success();
        String::from_utf8_lossy(&done.get_output().stdout).into_owned()
    };
    hameau(&[
        "compare",
        "hameau:baseline",
        "hameau:supplier-meetings",
        "--replicates",
        "2",
        "--seed",
        "5",
        "--set",
        "simulation.duration_months=26",
        "--set",
        "travel.fixed_minutes=7",
        "--at",
        "2022-12,2023-06",
        "--out",
        "first",
    ]);
    let page = beside(&folder.path().join("first"), "report.en.html");
    let commands: Vec<String> = page
        .split("<pre tabindex=\"0\"><code translate=\"no\" lang=\"en\">")
        .skip(1)
        .filter_map(|rest| rest.split_once("</code>"))
        .map(|(text, _)| {
            text.replace("&#x27;", "'").replace("&quot;", "\"").replace("&#39;", "'").replace("&#x2f;", "/")
        })
        .collect();
    let [rule, remake] = &commands[..] else { panic!("{commands:?}") };
    let words = |command: &str| -> Vec<String> {
        command.split_whitespace().skip(1).map(|word| word.replace('\'', "")).collect()
    };
    let run = |command: &str, more: &[&str]| {
        let words = words(command);
        let all: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
        hameau(&all);
    };
    run(remake, &["--out", "again"]);
    let manifest = |name: &str| -> serde_json::Value {
        serde_json::from_str(&beside(&folder.path().join(name), "manifest.json")).expect("JSON")
    };
    assert_eq!(manifest("first")["digest"], manifest("again")["digest"], "{remake}");
    assert_eq!(
        beside(&folder.path().join("first"), "comparison.json"),
        beside(&folder.path().join("again"), "comparison.json")
    );
    assert!(remake.contains("--at 2022-12,2023-06"), "{remake}");
    run(rule, &[]);
    assert_ne!(manifest("first")["digest"], manifest("results/imitation")["digest"], "{rule}");
}

#[test]
fn a_page_asks_for_nothing_and_is_not_heavy() {
    for page in &documents() {
        for forbidden in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "http:", "https:"]
        {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        for (at, _) in page.match_indices("href=\"") {
            // Itself, or another document of the same folder.
            let to = page[at + 6..].split('"').next().unwrap_or_default();
            assert!(to.starts_with('#') || sample().0.join(to).exists(), "{to}");
        }
        assert!(page.len() < 1_500_000, "{} bytes", page.len());
    }
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let (folder, first) = sample();
    let begun = Instant::now();
    assert_eq!(&pages(folder), first);
    assert!(begun.elapsed().as_secs() < 30, "a report takes a few seconds");
    let kept =
        ["report.en.html", "report.fr.html"].map(|name| std::fs::read(folder.join(name)).expect("kept"));
    assert_eq!(kept[0], first[0].as_bytes());
    let mut command = Command::cargo_bin("hameau").expect("built");
    let told = command.arg("report").arg(folder).args(["--lang", "fr"]).assert().success();
    let told = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!(told.lines().next().is_some_and(|line| line.ends_with("report.fr.html")), "{told}");
    let again =
        ["report.en.html", "report.fr.html"].map(|name| std::fs::read(folder.join(name)).expect("kept"));
    assert!(again == kept, "`hameau report` gives other bytes");
    let place = folder.display().to_string();
    assert!(first.iter().all(|page| !page.contains(&place)), "a page names the folder of this machine");
}

#[test]
fn every_number_is_written_as_its_language_writes_it() {
    let between = |text: &str, sign: char| -> Vec<String> {
        let signs: Vec<char> = text.chars().collect();
        let digit = |c: char| c.is_ascii_digit();
        let found =
            signs.windows(3).enumerate().filter(|(_, of)| of[1] == sign && digit(of[0]) && digit(of[2]));
        found
            .map(|(at, _)| signs[at.saturating_sub(20)..(at + 8).min(signs.len())].iter().collect())
            .collect()
    };
    let [english, french] = sample().1.each_ref().map(|page| prose(page));
    // The version of the program is the only thing with points.
    let version = env!("CARGO_PKG_VERSION");
    let points = between(&french.replace(version, ""), '.');
    assert!(points.is_empty(), "{points:?}");
    assert!(!between(&french, ',').is_empty() && !between(&english, '.').is_empty(), "no number is left");
    for text in [&english, &french] {
        // What follows a point or a comma are decimals.
        let words = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        let wholes = words.filter_map(|word| word.split(['.', ',']).find(|digits| !digits.is_empty()));
        let long: Vec<&str> = wholes.filter(|digits| digits.len() > 4).collect();
        assert!(long.is_empty(), "{long:?}");
    }
}

#[test]
fn ids_are_the_page_s_own_and_charts_are_told() {
    assert!(sample().1.iter().all(|page| page.matches("<svg ").count() > 40));
    for page in &documents() {
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id occurs twice");
        let charts = page.matches("<svg ").count();
        assert_eq!(page.matches("<figcaption>").count(), charts);
        assert_eq!(page.matches("<desc ").count(), charts);
        assert_eq!(page.matches("<details>").count(), charts);
    }
}

#[test]
fn a_policy_that_changes_nothing_is_identical_and_one_world_decides_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("twins");
    let base = scenario("baseline", "baseline", "", 13);
    compared(&path, &[base, scenario("twin", "baseline", "", 13)], 3);
    let [english, french] = pages(&path);
    assert!(part(&english, 1).contains("= identical") && part(&french, 1).contains("= identique"));
    assert!(beside(&path, "annex.en.html").contains("undefined: no world tells"));
    let path = folder.path().join("one");
    let policies = [scenario("baseline", "baseline", "", 13), scenario("welcome", "welcome", "", 13)];
    compared(&path, &policies, 1);
    let [english, french] = pages(&path);
    assert!(part(&english, 1).contains("too few worlds") && part(&french, 1).contains("trop peu de mondes"));
    for page in [&english, &french] {
        assert!(!page.contains("class=\"better\"") && !page.contains("class=\"worse\""));
        assert!(!page.contains("NaN") && !page.contains("inf<"));
    }
}

#[test]
fn a_folder_of_one_run_says_how_to_compare() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run");
    let scenarios = [scenario("place", "shared-place", "opening", 48)];
    let wanted = hameau_study::engine::Wanted {
        scenarios: &scenarios,
        replicates: 2,
        seed: 3,
        kind: &hameau_study::store::Kind::Run,
        sources: &[],
        series: None,
        replace: false,
    };
    hameau::api::run(&path, &wanted, &ways(), &AtomicBool::new(false), &Silent).expect("it runs");
    let row = Indicator::Inhabitants.row();
    for (page, label) in pages(&path).into_iter().zip([row.en, row.fr]) {
        assert_eq!(page.matches("<section id=\"part-").count(), 10);
        for number in [1, 2, 6, 7] {
            assert!(
                part(&page, number).contains("hameau compare place.toml POLICY... --replicates 2"),
                "{number}"
            );
        }
        assert!(part(&page, 5).contains("<svg "), "trajectories need no comparison");
        assert!(part(&page, 2).contains(label), "{label}");
    }
    let nothing = report(&folder.path().join("nothing"));
    assert!(nothing.is_err(), "a report of no folder");
}

#[test]
fn a_ledger_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger");
    compared(&path, &[scenario("baseline", "baseline", "", 13), scenario("welcome", "welcome", "", 13)], 3);
    let measured = |difference: f64, verdict: Verdict| Measured {
        policy: "welcome".to_owned(),
        indicator: Indicator::Inhabitants.row().id.to_owned(),
        difference: Some(difference),
        interval: Some(Interval { low: difference - 1.0, high: difference + 1.0 }),
        verdict,
    };
    let assumed = Assumed { key: "cooperation.typed_share".to_owned(), value: 0.0 };
    let bar = TornadoBar {
        key: "travel.fixed_minutes".to_owned(),
        range: [0.0, 20.0],
        at_low: measured(-14.0, Verdict::Worse),
        at_high: measured(31.0, Verdict::Better),
    };
    let ledger = Ledger {
        base: "baseline".to_owned(),
        worlds: 3,
        seed: 7,
        conclusions: vec![measured(20.0, Verdict::Better)],
        mechanisms: vec![LedgerRow {
            assumed,
            without: vec![measured(0.1, Verdict::Undecided)],
            survives: vec![false],
        }],
        tornado: vec![bar],
        left_out: Vec::new(),
    };
    hameau::api::add_ledger(&path, &ledger).expect("it is added");
    let [english, french] = pages(&path);
    assert!(part(&english, 7).contains("<svg ") && part(&english, 7).contains("Inhabitants, Policy welcome"));
    assert!(part(&french, 7).contains("Habitants, Politique welcome") && part(&french, 7).contains("14"));
    let [english, french] = ["annex.en.html", "annex.fr.html"].map(|name| beside(&path, name));
    assert!(
        part(&english, 2).contains("Inhabitants (Policy welcome)") && part(&english, 2).contains("0 of 1")
    );
    assert!(
        part(&french, 2).contains("Habitants (Politique welcome)") && part(&french, 2).contains("0 sur 1")
    );
}
