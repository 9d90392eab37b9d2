//! Does advice work when it is followed to the letter?
//!
//! For each template of advice there is a file with the mistake, and the same file with the advice followed. What the
//! advice says to write stands in the second, and the mistake is gone: the file is accepted, or another one is told.

use hameau_model::inputs::mistakes::{Facts, Help, Mistakes, Phrase, Sentence, Wrong};
use hameau_model::inputs::scenario::{Memory, Overrides, design, expectations, resolve, vary};
use hameau_model::kernel::language::Language;
use std::collections::BTreeSet;

/// A file, and what becomes of it when the advice of this name is followed.
struct Case {
    advice: &'static str,
    wrong: String,
    followed: String,
    read: fn(&str) -> Result<(), Mistakes>,
}

const TABLE: &str = include_str!("../fixtures/small.csv");
const TERRITORY: &str = include_str!("../fixtures/small.toml");

fn files() -> Memory {
    Memory::default()
        .with("small.toml", TERRITORY)
        .with("small.csv", TABLE)
        .with("sub/child.toml", "base = \"hameau:baseline\"\n")
        .with("twins.toml", TERRITORY.replace("small.csv", "twins.csv"))
        .with("twins.csv", TABLE.replace("Allanche", "Murat"))
        .with("other.toml", "base = \"hameau:baseline\"\n")
        .with("parent.toml", format!("territory = \"small.toml\"\n{PLACE}{HOST}"))
}

const PLACE: &str = "[[programme]]\ninstrument = \"shared_place\"\nname = \"room\"\nfrom = \"2023-01\"\ncommune = \"Murat\"\n";
const HOST: &str =
    "[[programme]]\ninstrument = \"facilitation\"\nname = \"host\"\nplace = \"room\"\nfrom = \"2023-01\"\n";

fn scenario(text: &str) -> Result<(), Mistakes> {
    resolve("a.toml", &Overrides::default(), &files().with("a.toml", text)).map(|_| ())
}

fn named(text: &str) -> Result<(), Mistakes> {
    resolve(text, &Overrides::default(), &files()).map(|_| ())
}

fn set(text: &str) -> Result<(), Mistakes> {
    let set = text.lines().map(str::to_owned).collect();
    resolve("parent.toml", &Overrides { set, ..Overrides::default() }, &files()).map(|_| ())
}

fn study(text: &str) -> Result<(), Mistakes> {
    design("s.toml", &files().with("s.toml", text)).map(|_| ())
}

fn test(text: &str) -> Result<(), Mistakes> {
    expectations("t.toml", &files().with("t.toml", text)).1.or(())
}

fn varied(text: &str) -> Result<(), Mistakes> {
    vary(&[text.to_owned()], &[]).1.or(())
}

fn table(text: &str) -> Result<(), Mistakes> {
    let files = files().with("small.csv", text).with("a.toml", "territory = \"small.toml\"");
    resolve("a.toml", &Overrides::default(), &files).map(|_| ())
}

fn territory(text: &str) -> Result<(), Mistakes> {
    let files = files().with("small.toml", text).with("a.toml", "territory = \"small.toml\"");
    resolve("a.toml", &Overrides::default(), &files).map(|_| ())
}

fn case(
    advice: &'static str,
    read: fn(&str) -> Result<(), Mistakes>,
    wrong: impl Into<String>,
    followed: impl Into<String>,
) -> Case {
    Case { advice, wrong: wrong.into(), followed: followed.into(), read }
}

/// A line in a section of a scenario that has no other mistake.
fn travel(line: &str) -> String {
    format!("territory = \"small.toml\"\n[travel]\n{line}\n")
}

fn whole(lines: &str) -> String {
    format!("territory = \"small.toml\"\n{lines}\n")
}

fn entry(lines: &str) -> String {
    whole(&format!("{PLACE}{lines}"))
}

/// Numbers, months and texts as people write them.
fn values() -> Vec<Case> {
    let line = |advice, wrong: &str, followed: &str| case(advice, scenario, travel(wrong), travel(followed));
    vec![
        line("Write", "speed_km_per_hour = 60,5", "speed_km_per_hour = 60.5"),
        line("Write", "fixed_minutes = .5", "fixed_minutes = 0.5"),
        line("Write", "fixed_minutes = 4.", "fixed_minutes = 4"),
        line("Write", "fixed_minutes: 4", "fixed_minutes = 4"),
        line("Write", "fixed_minutes: 0,5", "fixed_minutes = 0.5"),
        line("Write", "fixed_minutes = 4 min", "fixed_minutes = 4"),
        line("Write", "fixed_minutes\u{a0}= 4", "fixed_minutes = 4"),
        line("Write", "fixed_minutes =\u{202f}4", "fixed_minutes = 4"),
        line("Write", "fixed_minutes = -0", "fixed_minutes = 0"),
        line("KeysBelow", "fixed_minutes = 4\ncontact:", "fixed_minutes = 4\n[contact]"),
        line("WithoutQuotes", "fixed_minutes = \"4\"", "fixed_minutes = 4"),
        line("WithoutQuotes", "fixed_minutes = \"0,5\"", "fixed_minutes = 0.5"),
        line("Percent", "road_to_crow_flies_ratio = 140 %", "road_to_crow_flies_ratio = 1.4"),
        line("ThousandsOrDecimals", "fixed_minutes = 1,150", "fixed_minutes = 1.150"),
        line("TheRange", "fixed_minutes = nan", "fixed_minutes = 15"),
        line("WriteRanged", "fixed = 4", "fixed_minutes = 4"),
        line("Converted", "fixed_seconds = 120", "fixed_minutes = 2"),
        line("ConvertedOut", "fixed_hours = 4", "fixed_minutes = 240"),
        line("DidYouMean", "fixed_minuts = 4", "fixed_minutes = 4"),
        line("Listed", "teleportation = 4", "fixed_minutes = 4"),
        line(
            "ValueHas",
            "fixed_minutes = { value = 4, unheard = 1 }",
            "fixed_minutes = { value = 4, source = \"me\" }",
        ),
        line("KeepOne", "fixed_minutes = 4\nfixed_minutes = 5", "fixed_minutes = 4"),
        line(
            "Replaced",
            "[arrivals]\ncare_home_persons_per_year = 20",
            "[arrivals]\ncare_home_per_resident_in_care_per_year = 0.1",
        ),
        line("WriteBelow", "duration_months = 4", "[simulation]\nduration_months = 4"),
        line("AsEntry", "staff_fte = 1", &format!("{PLACE}{HOST}params = {{ staff_fte = 1 }}")),
        line("ListForm", "fixed_minutes = [1", "fixed_minutes = [1, 2]"),
        line("TableForm", "fixed_minutes = { value = 1", "fixed_minutes = { value = 1, source = \"me\" }"),
        line("CloseHeader", "[contact", "[contact]"),
        line("SectionForm", "[été]", "[contact]"),
        line("KeyForm", "f\u{ed}x = 4", "fixed_minutes = 4"),
        line("LineForm", "fixed_minutes", "fixed_minutes = 4"),
        case(
            "Write",
            scenario,
            whole("[simulation]\nduration_months = 1 000"),
            whole("[simulation]\nduration_months = 1000"),
        ),
        case(
            "Write",
            scenario,
            whole("[simulation]\nduration_months = 1\u{202f}000"),
            whole("[simulation]\nduration_months = 1000"),
        ),
        case("Write", scenario, whole("title = “A town”"), whole("title = \"A town\"")),
        case("Write", scenario, "base: other.toml\n", "base = \"other.toml\"\n"),
        case("Write", scenario, "base = sub\\child.toml\n", "base = \"sub/child.toml\"\n"),
        case("Write", scenario, "base = \"sub\\child.toml\"\n", "base = \"sub/child.toml\"\n"),
        case("Write", scenario, "base = \"sub\\file.toml\"\n", "base = \"sub/file.toml\"\n"),
        case("DidYouMean", scenario, "base = 'sub\\child.toml'\n", "base = 'sub/child.toml'\n"),
        case("DidYouMean", scenario, "base = \"baseline\"\n", "base = \"hameau:baseline\"\n"),
        case("DidYouMean", scenario, "base = \"baseline.toml\"\n", "base = \"hameau:baseline\"\n"),
        case("DidYouMean", scenario, "base = \"other\"\n", "base = \"other.toml\"\n"),
        case(
            "DidYouMean",
            scenario,
            "territory = \"hautes-terres\"\n",
            "territory = \"hameau:territories/hautes-terres\"\n",
        ),
        case("BetweenQuotes", scenario, whole("name = 15"), whole("name = \"15\"")),
        case(
            "TitleHas",
            scenario,
            whole("title = { en = \"A\", de = \"B\" }"),
            whole("title = { en = \"A\", fr = \"B\" }"),
        ),
        case(
            "ForJanuary",
            scenario,
            whole("[simulation]\nstart = 2017"),
            whole("[simulation]\nstart = \"2017-01\""),
        ),
        case("ForInstance", scenario, whole("question = \"Q9\""), whole("question = [\"Q2\", \"Q3\"]")),
        case(
            "Shorten",
            scenario,
            whole(&format!("name = \"{}\"", "a".repeat(81))),
            whole(&format!("name = \"{}\"", "a".repeat(80))),
        ),
        case("TakeSignAway", scenario, whole("title = \"a\u{202e}b\""), whole("title = \"ab\"")),
        case("FourLevels", scenario, whole("a.b.c.d.e.f = 1"), whole("[travel]\nfixed_minutes = 4")),
    ]
}

/// Files, their bases and territories.
fn whole_files() -> Vec<Case> {
    vec![
        case("ForInstance", scenario, "", "base = \"hameau:baseline\"\n"),
        case("ForInstance", scenario, "name = \"x\"\n", "territory = \"hameau:territories/hautes-terres\"\n"),
        case(
            "TakeBaseAway",
            scenario,
            "base = \"a.toml\"\nterritory = \"small.toml\"",
            "territory = \"small.toml\"",
        ),
        case("NamedBy", named, "small.toml", "parent.toml"),
        case("OwnTerritory", scenario, "territory = \"parent.toml\"", "territory = \"small.toml\""),
        case("MeanThere", scenario, "base = \"sub/chlid.toml\"\n", "base = \"sub/child.toml\"\n"),
        case("AnotherFile", scenario, "#".repeat(1_000_001), "base = \"other.toml\"\n"),
        case("InProgramme", territory, format!("{TERRITORY}\n[facilitation]\n"), TERRITORY),
        case(
            "RemoveOne",
            territory,
            format!("{TERRITORY}\n[synthetic]\ncommunes = 1\nadults = 9\n"),
            TERRITORY,
        ),
        case("TableNeeded", territory, TERRITORY.replace("communes =", "sauce ="), TERRITORY),
    ]
}

/// Entries of the programme.
fn entries() -> Vec<Case> {
    let open = |lines: &str| case_of_entry(lines);
    let mut cases = vec![
        ("MeanInstrument", whole("[facilitations]\n"), entry(HOST)),
        ("AboveParams", entry(&HOST.replace("from", "params.from")), entry(HOST)),
        (
            "ParamsForm",
            entry(&format!("{HOST}params = 1\n")),
            entry(&format!("{HOST}params = {{ staff_fte = 1 }}\n")),
        ),
        ("DidYouMean", whole(&PLACE.replace("shared_place", "coworking")), whole(PLACE)),
        ("DidYouMean", whole(&PLACE.replace("shared_place", "tiers-lieu")), whole(PLACE)),
        ("DidYouMean", whole(&PLACE.replace("shared_place", "Espace de coworking")), whole(PLACE)),
        ("DidYouMean", entry(&HOST.replace("facilitation", "animation")), entry(HOST)),
        ("DidYouMean", entry(&welcome("").replace("\"welcome\"", "\"accueil\"")), entry(&welcome(""))),
        ("ASection", entry(&HOST.replace("facilitation", "travel")), entry(HOST)),
        (
            "AnotherName",
            format!("base = \"parent.toml\"\n{}", HOST.replace("facilitation", "training")),
            format!(
                "base = \"parent.toml\"\nwithout = [\"host\"]\n{}",
                HOST.replace("facilitation", "training").replace("host", "other")
            ),
        ),
        ("CouncilPays", open("funding = {}"), entry(HOST)),
        (
            "AddsUp",
            open("funding = { council = 0.2, state = 0.7 }"),
            open("funding = { council = 0.3, state = 0.7 }"),
        ),
        ("PayRest", open("funding = { state = 0.7 }"), open("funding = { state = 0.7, other = 0.3 }")),
        ("PlaceNeeded", entry(&fablab("")), entry(&fablab("place = \"room\""))),
        ("PlaceSaysWhere", open("commune = \"Allanche\""), entry(HOST)),
        ("TakeAway", entry(&welcome("place = \"room\"")), entry(&welcome(""))),
        ("CommuneNeeded", whole(&PLACE.replace("commune = \"Murat\"\n", "")), whole(PLACE)),
        ("ByCode", twins("commune = \"Murat\""), twins("commune = \"15138\"")),
        ("OpensIt", whole(HOST), entry(HOST)),
        ("BeginWhenOpen", entry(&HOST.replace("2023-01", "2022-06")), entry(HOST)),
        ("UntilIsLast", open("until = \"2022-12\""), open("until = \"2023-12\"")),
        ("SeePeriod", entry(&HOST.replace("2023-01", "2099-01")), entry(HOST)),
        (
            "SeeStart",
            entry(&welcome("until = \"2021-12\"").replace("2023-01", "2021-01")),
            entry(&welcome("until = \"2023-12\"").replace("2023-01", "2021-01")),
        ),
        (
            "EndBefore",
            entry(&format!(
                "{}{}",
                welcome(""),
                welcome("").replace("search", "again").replace("2023-01", "2024-01")
            )),
            entry(&format!(
                "{}{}",
                welcome("until = \"2023-12\""),
                welcome("").replace("search", "again").replace("2023-01", "2024-01")
            )),
        ),
        (
            "OneAfterOther",
            entry(&format!("{}{}", welcome("until = \"2023-12\""), welcome("").replace("search", "again"))),
            entry(&format!(
                "{}{}",
                welcome("until = \"2023-12\""),
                welcome("").replace("search", "again").replace("2023-01", "2024-01")
            )),
        ),
        (
            "SecondPlace",
            entry(&format!(
                "{}place = \"room\"\n",
                PLACE.replace("room", "annex").replace("Murat", "Allanche")
            )),
            entry(&PLACE.replace("room", "annex").replace("Murat", "Allanche")),
        ),
        ("OwnName", entry(PLACE), entry(&PLACE.replace("room", "annex").replace("Murat", "Allanche"))),
        (
            "LowerBy",
            whole("[works]\nmutual_service_share = 0.6\nproductive_venture_share = 0.6\n"),
            whole("[works]\nmutual_service_share = 0.5\nproductive_venture_share = 0.5\n"),
        ),
        (
            "LowerBySilent",
            open("params = { convening_share = 0.6, common_hours_share = 0.2 }"),
            open("params = { convening_share = 0.4, common_hours_share = 0.2 }"),
        ),
        ("LowerAttraction", attractive("0.5", "1"), attractive("0.5", "2")),
    ];
    let places: String = (0..100).map(|at| PLACE.replace("room", &format!("p{at}"))).collect();
    cases.push(("CountsAsOne", entry(&places), whole(&places)));
    cases.into_iter().map(|(advice, wrong, followed)| case(advice, scenario, wrong, followed)).collect()
}

fn case_of_entry(lines: &str) -> String {
    entry(&format!("{HOST}{lines}\n"))
}

fn fablab(lines: &str) -> String {
    format!("[[programme]]\ninstrument = \"fablab\"\nname = \"machines\"\nfrom = \"2023-01\"\n{lines}\n")
}

fn welcome(lines: &str) -> String {
    format!("[[programme]]\ninstrument = \"welcome\"\nname = \"search\"\nfrom = \"2023-01\"\n{lines}\n")
}

fn attractive(gain: &str, most: &str) -> String {
    let ratio = format!("[arrivals]\nhighest_attraction_ratio = {most}\n");
    whole(&format!("{ratio}{}", welcome(&format!("params = {{ attraction_gain_share = {gain} }}"))))
}

fn twins(commune: &str) -> String {
    format!("territory = \"twins.toml\"\n{}", PLACE.replace("commune = \"Murat\"", commune))
}

/// Overrides and studies.
fn others() -> Vec<Case> {
    const FACTOR: &str = "[[factor]]\nname = \"place\"\noff = { without = [\"room\"] }\n";
    let full = format!("base = \"parent.toml\"\noutcomes = [\"active_users_persons\"]\n{FACTOR}");
    let mut cases: Vec<Case> = [
        ("SetExample", "nothing", "travel.speed_km_per_hour=60"),
        ("KeyShape", "zzzzzzzzzzzz=1", "travel.fixed_minutes=1"),
        ("CanBeSet", "programme.host.name=other", "programme.host.until=2024-01"),
        ("NameTheEntry", "facilitation.staff_fte=1", "programme.host.staff_fte=1"),
        ("WrittenInFile", "base=other.toml", "travel.fixed_minutes=1"),
        ("MeanOneOf", "newcomer_share=0.3", "initial.newcomer_share=0.3"),
    ]
    .into_iter()
    .map(|(advice, wrong, followed)| case(advice, set, wrong, followed))
    .collect();
    for (advice, wrong, followed) in [
        ("BaseOfStudy", full.replace("base = \"parent.toml\"\n", ""), full.clone()),
        (
            "OutcomesNeeded",
            format!("base = \"parent.toml\"\n{FACTOR}"),
            full.replace("active_users_persons", "mixed_work_operating_event"),
        ),
        (
            "FactorForm",
            "base = \"parent.toml\"\noutcomes = [\"active_users_persons\"]\n".to_owned(),
            full.clone(),
        ),
        ("FactorChanges", full.replace("off = { without = [\"room\"] }", ""), full.clone()),
        (
            "EachDoubles",
            format!(
                "{full}{}",
                (0..6).map(|at| FACTOR.replace("place", &format!("f{at}"))).collect::<String>()
            ),
            full.clone(),
        ),
        ("KeysBelow", full.replace("[[factor]]", "[factor]"), full.clone()),
    ] {
        cases.push(case(advice, study, wrong, followed));
    }
    cases
}

/// Tables of facts.
fn tables() -> Vec<Case> {
    let header = TABLE.lines().next().expect("a header");
    let years = |rows: &str| format!("year,population\n{rows}");
    vec![
        case("OneRowEach", table, format!("{header}\n"), TABLE),
        case("OneRowAYear", history, years("2022,2000\n"), years("2022,2000\n2016,2100\n")),
        case("CodeForm", table, with("code", "1-5"), TABLE),
        case("Write", table, with("code", "1138"), with("code", "01138")),
        case("Means", table, with("births", "-3"), TABLE),
        case("DidYouMean", table, TABLE.replacen("births", "birth", 1), TABLE),
        case("Agree", table, with("age_0_14", "900"), TABLE),
        case("Migration", table, with("births", "900"), TABLE),
        case("Estimate", table, with("jobs", ""), with("jobs", "0")),
        case("Estimate", table, with("jobs", "s"), with("jobs", "0")),
        case("WithPoint", table, with("area_km2", "\"12,5\""), with("area_km2", "12.5")),
        case("ThousandsOrDecimals", table, with("jobs", "\"1,150\""), with("jobs", "1150")),
        case("TakeLinesAway", table, format!("Communes in 2022\n\n{TABLE}"), TABLE),
        case("TakeRowAway", table, format!("{}{}\n", TABLE, sum()), TABLE),
        case("WholeOrParts", table, coded(["75056", "75101"]), coded(["75101", "75102"])),
        case("Exchange", table, exchanged(), TABLE),
        case("AllOrNone", table, arrivals(["80", "", "60"]), arrivals(["80", "0", "60"])),
        case("AllOrNone", table, arrivals(["80", "", "60"]), arrivals(["", "", ""])),
        case("FromOutside", table, arrivals(["900", "0", "60"]), arrivals(["80", "0", "60"])),
    ]
}

fn history(text: &str) -> Result<(), Mistakes> {
    let toml = format!("{TERRITORY}\n[history]\npopulation = \"years.csv\"\n");
    let files = files().with("small.toml", toml).with("years.csv", text);
    resolve("a.toml", &Overrides::default(), &files.with("a.toml", "territory = \"small.toml\"")).map(|_| ())
}

/// The table with a column of arrivals.
fn arrivals(rows: [&str; 3]) -> String {
    let ends = ["arrivals"].into_iter().chain(rows);
    TABLE.lines().zip(ends).map(|(line, end)| format!("{line},{end}")).collect::<Vec<_>>().join("\n") + "\n"
}

/// A row that sums all others.
fn sum() -> String {
    let rows: Vec<Vec<&str>> = TABLE.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let place = |at: usize| TABLE.lines().next().expect("a header").split(',').nth(at).expect("a column");
    let column = |at: usize| match place(at) {
        "code" => "99999".to_owned(),
        "name" => "Total".to_owned(),
        name if name.ends_with("_degrees") => rows[0][at].to_owned(),
        _ => {
            let sum: f64 = rows.iter().map(|row| row[at].parse::<f64>().expect("a number")).sum();
            format!("{sum:.4}")
        }
    };
    (0..rows[0].len()).map(column).collect::<Vec<_>>().join(",")
}

/// The table with other codes in its first rows.
fn coded(codes: [&str; 2]) -> String {
    let mut lines: Vec<String> = TABLE.lines().map(str::to_owned).collect();
    let at = lines[0].split(',').position(|name| name == "code").expect("a column");
    for (line, code) in lines[1..].iter_mut().zip(codes) {
        let mut fields: Vec<&str> = line.split(',').collect();
        fields[at] = code;
        *line = fields.join(",");
    }
    lines.join("\n") + "\n"
}

fn exchanged() -> String {
    let (latitude, longitude) = ("latitude_degrees", "longitude_degrees");
    TABLE.replacen(latitude, "#", 1).replacen(longitude, latitude, 1).replacen('#', longitude, 1)
}

/// The table with another value in a column of its first row.
fn with(column: &str, value: &str) -> String {
    let mut lines: Vec<String> = TABLE.lines().map(str::to_owned).collect();
    let at = lines[0].split(',').position(|name| name == column).expect("a column");
    let mut fields: Vec<&str> = lines[1].split(',').collect();
    fields[at] = value;
    lines[1] = fields.join(",");
    lines.join("\n") + "\n"
}

/// Tests of scenarios, and what varies.
fn tests_and_values() -> Vec<Case> {
    const TOP: &str = "scenario = \"parent.toml\"\n";
    const EXPECT: &str = "[[expect]]\nindicator = \"inhabitants_persons\"\n";
    const MEAN: &str = "mean = { at_least = 2, at_most = 9 }\n";
    let expect = |lines: &str| format!("{TOP}{EXPECT}{lines}\n");
    let whole = expect(MEAN);
    let many = |count: u32| {
        let values: Vec<String> = (0..count).map(|value| value.to_string()).collect();
        format!("travel.fixed_minutes={}", values.join(","))
    };
    vec![
        case("ScenarioOfTest", test, format!("{EXPECT}{MEAN}"), &whole),
        case("ExpectForm", test, TOP, &whole),
        case("ClaimForm", test, expect(""), &whole),
        case(
            "OneClaimEach",
            test,
            expect(&format!("{MEAN}median = {{ at_least = 1 }}")),
            format!("{whole}{EXPECT}median = {{ at_least = 1 }}\n"),
        ),
        case(
            "ForInstance",
            test,
            expect("verdict = \"better\""),
            expect("verdict = \"better\"\nversus = \"hameau:baseline\""),
        ),
        case("ForInstance", test, expect("mean = 3"), &whole),
        case(
            "Percent",
            test,
            expect("share_of_worlds = { where_at_least = 1, at_least = 80 }"),
            expect("share_of_worlds = { where_at_least = 1, at_least = 0.8 }"),
        ),
        case("DidYouMean", test, expect("maen = { at_least = 2 }"), &whole),
        case("VaryExample", varied, "travel.speed_km_per_hour", "travel.speed_km_per_hour=40,60,80"),
        case("KeepOne", varied, "travel.fixed_minutes=1,1", "travel.fixed_minutes=1"),
        case("SeedAndReplicates", varied, "simulation.seed=1,2", "travel.fixed_minutes=1,2"),
        case("FewerValues", varied, many(201), many(200)),
    ]
}

fn cases() -> Vec<Case> {
    [values(), whole_files(), entries(), others(), tables(), tests_and_values()]
        .into_iter()
        .flatten()
        .collect()
}

/// Advice that is tried elsewhere, or of which nothing in a file could follow.
const ELSEWHERE: &[&str] = &[
    // Bytes that are no text: `tests/broken/not-utf8.toml`, `utf16.toml`.
    "Utf16",
    "Latin1",
    "SaveUtf8",
    // Of options of the command line, `tests/program/options.rs`.
    "SeeIndicators",
    "CheckShows",
    // A territory of three million adults, `tests/inputs/money.rs`.
    "LowerMoney",
    // A commune of more people than addresses, `tests/inputs/territory.rs`.
    "SplitCommune",
];

/// Advice whose first quotation is to be written as it stands.
const TO_THE_LETTER: [&str; 7] =
    ["Write", "WithoutQuotes", "BetweenQuotes", "ForJanuary", "Percent", "Converted", "ForInstance"];

/// What is wrong with the advice of a case, if anything.
fn fault(Case { advice, wrong, followed, read }: &Case) -> Option<String> {
    let Err(mistakes) = read(wrong) else { return Some(format!("no mistake in\n{wrong}")) };
    let gives = |help: &Help| help.name() == *advice;
    let Some(given) = mistakes.0.iter().find(|mistake| mistake.help.as_ref().is_some_and(gives)) else {
        return Some(format!("not the advice given for\n{wrong}\n{mistakes}"));
    };
    let help = given.help.as_ref()?.say(Language::English);
    let said = help.split('`').nth(1).filter(|_| TO_THE_LETTER.contains(advice));
    if let Some(said) = said.filter(|said| !followed.contains(said)) {
        return Some(format!("`{said}` does not stand in\n{followed}"));
    }
    let left = read(followed).err()?;
    let again = left.0.iter().any(|mistake| mistake.what == given.what && mistake.help == given.help);
    again.then(|| format!("followed, it is given again: {left}"))
}

#[test]
fn advice_that_is_followed_is_accepted_or_leads_on() {
    let faults: Vec<String> =
        cases().iter().filter_map(|case| Some(format!("{}: {}", case.advice, fault(case)?))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_piece_of_advice_is_followed_by_a_test() {
    let tried: BTreeSet<&str> =
        cases().iter().map(|case| case.advice).chain(ELSEWHERE.iter().copied()).collect();
    let all: BTreeSet<&str> = Help::ALL.iter().map(|(name, _)| *name).collect();
    let lacking: Vec<_> = all.difference(&tried).collect();
    assert!(lacking.is_empty(), "advice that nobody follows: {lacking:?}");
    assert!(tried.is_subset(&all), "{:?}", tried.difference(&all).collect::<Vec<_>>());
}

/// Holes are filled in both languages, and French is set as a French printer does.
#[test]
fn sentences_have_the_same_holes_in_both_languages() {
    let hole = |words: &str, name: &str| words.contains(&format!("{{{name}}}"));
    let all: Vec<&(&str, &Sentence)> =
        Wrong::ALL.iter().chain(Facts::ALL).chain(Help::ALL).chain(Phrase::ALL).collect();
    assert!(all.len() > 250, "{}", all.len());
    for (name, Sentence { words: (en, fr), holes }) in all {
        for lone in *holes {
            assert!(hole(en, lone) && hole(fr, lone), "{name}: `{lone}`");
        }
        for (at, _) in fr.match_indices([';', '?', '!']) {
            assert!(fr[..at].ends_with(' '), "{name}: a space before a high sign: {fr}");
        }
        assert!(!fr.contains('\u{a0}') && !fr.contains('\u{202f}'), "{name}: spaces are set when it is said");
    }
}
