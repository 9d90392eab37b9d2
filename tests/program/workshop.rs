//! Does the engine of the workshop page answer every request, and only with what the engine itself says?

use hameau_model::inputs::parameters::{Key, SECTIONS};
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Memory, Overrides, SET, Scenario, as_text, resolve, text_of};
use hameau_model::kernel::language::Language;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::simulate;
use hameau_workshop::Workshop;
use serde_json::{Value, json};

/// A short scenario of the reference territory with a place and a facilitator.
const SHORT: &str = r#"
name = "short"
base = "hameau:facilitation"
[simulation]
duration_months = 42
"#;
const INDICATORS: [&str; 3] = ["inhabitants_persons", "help_given_share", "active_users_persons"];

/// The answer to a request.
fn answer(workshop: &mut Workshop, request: &Value) -> Value {
    serde_json::from_str(&workshop.call(&request.to_string())).expect("every answer is JSON")
}

/// The answer to a request that must be right.
fn ok(workshop: &mut Workshop, request: &Value) -> Value {
    let mut answer = answer(workshop, request);
    assert!(answer.get("ok").is_some(), "{request}: {answer}");
    answer["ok"].take()
}

/// The mistakes of a request that must be wrong.
fn mistakes(workshop: &mut Workshop, request: &Value) -> String {
    let answer = answer(workshop, request);
    let text = answer["mistakes"].as_str().unwrap_or_else(|| panic!("{request}: {answer}")).to_owned();
    assert!(answer["count"].as_u64() >= Some(1), "{answer}");
    text
}

fn opened(slot: &str, toml: &str) -> Value {
    json!({ "do": "open", "slot": slot, "toml": toml, "seed": 3, "replicate": 1, "indicators": INDICATORS })
}

fn scenario(toml: &str) -> Scenario {
    let files = Memory::default().with("scenario.toml", toml);
    resolve("scenario.toml", &Overrides::default(), &files).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

#[test]
fn about_names_every_shipped_scenario_and_every_indicator() {
    let about = ok(&mut Workshop::new(), &json!({ "do": "about" }));
    let scenarios = about["scenarios"].as_array().expect("a list");
    assert_eq!(scenarios.len(), hameau_model::inputs::library::names().count());
    for shipped in scenarios {
        let toml = shipped["toml"].as_str().expect("text");
        let own = scenario(toml);
        let name = shipped["name"].as_str().expect("text");
        let there = resolve(name, &Overrides::default(), &Memory::default()).expect("a shipped scenario");
        assert_eq!(own.content(), there.content(), "{name}");
        assert_eq!(own.title, there.title, "{name}");
        assert_ne!(shipped["title"]["fr"], shipped["title"]["en"], "{name}");
    }
    let indicators = about["indicators"].as_array().expect("a list");
    assert_eq!(indicators.len(), Indicator::COUNT);
    assert!(indicators.iter().all(|one| one["label"]["fr"].as_str().is_some_and(|label| !label.is_empty())));
    for chart in ["cooperation", "closure", "productive"] {
        assert!(about["charts"][chart].as_array().is_some_and(|ids| ids.len() > 1), "{chart}");
        for id in about["charts"][chart].as_array().expect("a list") {
            assert!(Indicator::from_id(id.as_str().expect("text")).is_some(), "{id}");
        }
    }
    assert_eq!(about["charts"]["closure"].as_array().map(Vec::len), Some(3));
    assert_eq!(about["charts"]["productive"].as_array().map(Vec::len), Some(3));
}

#[test]
fn levers_are_the_table_of_parameters() {
    let levers = ok(&mut Workshop::new(), &json!({ "do": "levers" }));
    let instruments = levers["instruments"].as_array().expect("a list");
    let sections = levers["assumptions"].as_array().expect("a list");
    assert_eq!(instruments.len() + sections.len(), SECTIONS.len());
    let rows = |list: &[Value], key: &str| -> usize {
        list.iter().map(|one| one[key].as_array().map_or(0, Vec::len)).sum()
    };
    assert_eq!(rows(instruments, "levers") + rows(sections, "rows"), Key::all().count());
    let all = instruments.iter().flat_map(|one| one["levers"].as_array().expect("a list"));
    for lever in all.chain(sections.iter().flat_map(|one| one["rows"].as_array().expect("a list"))) {
        let Some(step) = lever["step"].as_f64() else {
            assert!(!["real", "integer"].contains(&lever["kind"].as_str().expect("text")), "{lever}");
            continue;
        };
        let [least, most, default] =
            ["least", "most", "default"].map(|key| lever[key].as_f64().expect("a number"));
        assert!(step > 0.0 && step <= (most - least).max(1.0), "{lever}");
        if lever["kind"] == "integer" {
            assert!(step.fract() == 0.0, "{lever}");
        }
        assert!(least <= default && default <= most, "{lever}");
    }
}

#[test]
fn a_path_of_steps_and_jumps_is_the_straight_path() {
    let straight = simulate(&scenario(SHORT), World { seed: 3, replicate: 1 }, |_| ());
    let wanted = INDICATORS.map(|id| Indicator::from_id(id).expect("an indicator"));
    let expected: Vec<Value> =
        straight.months.iter().map(|month| json!(wanted.map(|indicator| month.of(indicator)))).collect();
    let mut workshop = Workshop::new();
    let found = ok(&mut workshop, &opened("a", SHORT));
    assert_eq!((found["months"].clone(), found["name"].clone()), (json!(42), json!("short")));
    let first = ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 5 }));
    assert_eq!(first["month"], 5);
    assert_eq!(first["values"], json!(expected[..5]));
    // Maps of every month on the straight path, in another slot.
    ok(&mut workshop, &opened("b", SHORT));
    let mut maps = vec![ok(&mut workshop, &json!({ "do": "map", "slot": "b" }))];
    for _ in 0..42 {
        ok(&mut workshop, &json!({ "do": "step", "slot": "b", "months": 1 }));
        maps.push(ok(&mut workshop, &json!({ "do": "map", "slot": "b" })));
    }
    assert_ne!(maps[0], maps[42], "something happens in three years");
    for month in [17, 3, 0, 41, 13, 12, 14, 42, 37] {
        let map = ok(&mut workshop, &json!({ "do": "go", "slot": "a", "month": month }));
        assert_eq!(map, maps[month], "month {month}");
    }
    // Stepping on from a month behind gives what was given before, and goes on beyond it.
    ok(&mut workshop, &json!({ "do": "go", "slot": "a", "month": 39 }));
    let rest = ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 100 }));
    assert_eq!((rest["month"].clone(), rest["values"].clone()), (json!(42), json!(expected[39..])));
    let beyond = ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 1 }));
    assert_eq!((beyond["month"].clone(), beyond["values"].clone()), (json!(42), json!([])));
    let series = ok(&mut workshop, &json!({ "do": "series", "slot": "a" }));
    assert_eq!(series["values"], json!(expected));
    let kinds: Vec<&str> = series["events"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|event| event["kind"].as_str())
        .collect();
    assert!(kinds.contains(&"place_opened") && kinds.contains(&"programme_begins"), "{kinds:?}");
}

/// What begins alike is founded once and copied; it must be the world that is founded alone, and no other.
#[test]
fn a_copied_founding_is_the_one_made_anew() {
    let mut both = Workshop::new();
    ok(&mut both, &opened("a", SHORT));
    ok(&mut both, &json!({ "do": "step", "slot": "a", "months": 7 }));
    let other_policy = SHORT.replace("facilitation", "portfolio");
    let other_people = format!("{other_policy}\n[contact]\naffinity_share = 0.4\n");
    let elsewhere = opened("b", &other_policy).to_string().replace("\"replicate\":1", "\"replicate\":2");
    let elsewhere: Value = serde_json::from_str(&elsewhere).expect("JSON");
    let mut seen = Vec::new();
    for open in [opened("b", &other_policy), opened("b", &other_people), elsewhere] {
        let course = |workshop: &mut Workshop| {
            let opened = ok(workshop, &open);
            let map = ok(workshop, &json!({ "do": "map", "slot": "b" }));
            let months = ok(workshop, &json!({ "do": "step", "slot": "b", "months": 20 }));
            format!("{opened}{map}{months}")
        };
        let beside = course(&mut both);
        assert_eq!(beside, course(&mut Workshop::new()));
        seen.push(beside);
    }
    assert!(seen[0] != seen[1] && seen[0] != seen[2], "three different worlds");
    let month = ok(&mut both, &json!({ "do": "step", "slot": "a", "months": 1 }))["month"].as_u64();
    assert_eq!(month, Some(8), "the world that was copied goes on from where it was");
}

#[test]
fn copies_stay_few_in_a_long_world_and_jumps_stay_exact() {
    let long = "base = \"hameau:baseline\"\n[simulation]\nduration_months = 420\n";
    let mut workshop = Workshop::new();
    ok(&mut workshop, &opened("a", long));
    let at = |workshop: &mut Workshop, month: u32| {
        ok(workshop, &json!({ "do": "go", "slot": "a", "month": month }))
    };
    let early = at(&mut workshop, 100);
    assert_ne!(at(&mut workshop, 420), early, "nothing happens in 27 years");
    assert_eq!(at(&mut workshop, 100), early);
}

#[test]
fn the_map_counts_every_adult_once() {
    let mut workshop = Workshop::new();
    ok(&mut workshop, &opened("a", SHORT));
    ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 24 }));
    let map = ok(&mut workshop, &json!({ "do": "map", "slot": "a" }));
    let communes = map["communes"].as_array().expect("a list");
    let sum = |keys: &[&str]| -> u64 {
        communes.iter().flat_map(|one| keys.iter().map(move |key| one[*key].as_u64().expect("a count"))).sum()
    };
    let series = ok(
        &mut workshop,
        &json!({ "do": "series", "slot": "a", "indicators": ["adults_persons", "children_persons", "active_users_persons"] }),
    );
    let last = &series["values"][23];
    assert_eq!(sum(&["locals", "newcomers"]) as f64, last[0].as_f64().expect("defined"));
    assert_eq!(sum(&["children"]) as f64, last[1].as_f64().expect("defined"));
    let users = sum(&["users_local", "users_newcomer"]);
    let in_places: u64 = map["places"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|place| place["users"].as_array().expect("two"))
        .map(|count| count.as_u64().expect("a count"))
        .sum();
    assert_eq!(users, in_places);
    assert!(users > 0, "a place that is open for a year and a half has users");
    let mut told = 0;
    for (commune, here) in communes.iter().enumerate() {
        let people = ok(&mut workshop, &json!({ "do": "people", "slot": "a", "commune": commune }));
        let count = people["who"].as_array().map_or(0, Vec::len);
        told += count as u64;
        let helping: u64 =
            people["cooperates"].as_array().expect("a column").iter().filter_map(Value::as_u64).sum();
        assert_eq!(
            Some(helping),
            Some(
                here["locals_cooperating"].as_u64().expect("a count")
                    + here["newcomers_cooperating"].as_u64().expect("a count")
            )
        );
        for column in ["origin", "age", "cooperates", "user", "tied", "cross"] {
            assert_eq!(people[column].as_array().map(Vec::len), Some(count), "{column}");
        }
    }
    assert_eq!(told, sum(&["locals", "newcomers"]));
}

#[test]
fn a_tie_is_seen_from_both_ends() {
    let mut workshop = Workshop::new();
    ok(&mut workshop, &opened("a", SHORT));
    ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 3 }));
    let people = ok(&mut workshop, &json!({ "do": "people", "slot": "a", "commune": 0 }));
    let mut looked_at = 0;
    for at in 0..20 {
        let who = people["who"][at].as_str().expect("an address");
        let ego = ok(&mut workshop, &json!({ "do": "ego", "slot": "a", "who": who }));
        let ties = ego["ties"].as_array().expect("a list");
        assert_eq!(people["tied"][at], ties.iter().filter(|tie| tie["strong"] == true).count());
        assert!(ties.is_sorted_by_key(|tie| std::cmp::Reverse(
            (tie["hours"].as_f64().expect("hours") * 10.0) as u64
        )));
        for tie in ties {
            let other = tie["who"].as_str().expect("an address");
            let back = ok(&mut workshop, &json!({ "do": "ego", "slot": "a", "who": other }));
            assert_eq!(back["commune"], tie["commune"]);
            let same = back["ties"].as_array().expect("a list").iter().find(|tie| tie["who"] == who);
            assert_eq!(same.map(|same| &same["hours"]), Some(&tie["hours"]), "{who} and {other}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 20, "people have ties");
}

#[test]
fn a_life_is_told_up_to_the_month_that_is_shown() {
    let toml = SHORT.replace("duration_months = 42", "duration_months = 60");
    let mut workshop = Workshop::new();
    ok(&mut workshop, &opened("a", &toml));
    ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 60 }));
    let map = ok(&mut workshop, &json!({ "do": "map", "slot": "a" }));
    let murat = map["places"][0]["commune"].as_u64().expect("a place");
    let people = ok(&mut workshop, &json!({ "do": "people", "slot": "a", "commune": murat }));
    let users: Vec<&str> = (0..people["who"].as_array().map_or(0, Vec::len))
        .filter(|at| people["user"][at] == 1)
        .filter_map(|at| people["who"][at].as_str())
        .collect();
    let who = users.first().copied().expect("somebody of the commune uses the place");
    let life = ok(&mut workshop, &json!({ "do": "life", "slot": "a", "who": who }));
    let events = life["events"].as_array().expect("a list").clone();
    let all = events
        .iter()
        .map(|event| event["text"]["en"].as_str().unwrap_or_default())
        .collect::<Vec<_>>()
        .join(" ");
    assert!(all.contains("begin to use the shared place"), "{all}");
    assert!(events.iter().all(|event| event["text"]["fr"].as_str().is_some_and(|text| text.ends_with('.'))));
    assert!(events.is_sorted_by_key(|event| event["month"].as_u64()));
    // The same life, told at an earlier month, is the beginning of it, but for what then went on: two events of a kind at
    // most are told apart and later together, and more are told together with others.
    ok(&mut workshop, &json!({ "do": "go", "slot": "a", "month": 20 }));
    let earlier = ok(&mut workshop, &json!({ "do": "life", "slot": "a", "who": who }));
    let until: Vec<Value> =
        events.iter().filter(|event| event["month"].as_u64() <= Some(20)).cloned().collect();
    match earlier {
        Value::Null => assert!(until.is_empty(), "{until:?}"),
        earlier => {
            let earlier = earlier["events"].as_array().expect("a list");
            let over = earlier.len().saturating_sub(2);
            assert!(over > 2 && until.len() > over, "{earlier:?} {until:?}");
            assert_eq!(earlier[..over], until[..over]);
            let end = |events: &[Value]| events.iter().map(|event| event["month"].as_u64()).max();
            assert!(end(earlier) <= Some(Some(20)), "{earlier:?}");
        }
    }
    let nobody = ok(&mut workshop, &json!({ "do": "life", "slot": "a", "who": "arrival-2036-01-1" }));
    assert_eq!(nobody, Value::Null);
    assert_eq!(ok(&mut workshop, &json!({ "do": "ego", "slot": "a", "who": "15138-99999" })), Value::Null);
}

#[test]
fn what_is_repeated_in_a_life_is_told_once() {
    let mut workshop = Workshop::new();
    ok(&mut workshop, &opened("a", SHORT));
    ok(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 42 }));
    let mut gathered = 0;
    let map = ok(&mut workshop, &json!({ "do": "map", "slot": "a" }));
    for place in map["places"].as_array().expect("a list") {
        let people = ok(&mut workshop, &json!({ "do": "people", "slot": "a", "commune": place["commune"] }));
        for at in (0..people["who"].as_array().map_or(0, Vec::len)).filter(|at| people["user"][at] == 1) {
            let life = ok(&mut workshop, &json!({ "do": "life", "slot": "a", "who": people["who"][at] }));
            let texts = |language: &str| -> Vec<String> {
                let events = life["events"].as_array().into_iter().flatten();
                events.filter_map(|event| Some(event["text"][language].as_str()?.to_owned())).collect()
            };
            for (language, one, several) in [
                ("en", "The facilitator introduces them to a ", "the facilitator introduces them to others "),
                ("fr", "L'animatrice la met en relation avec une ", "en relation avec d'autres"),
            ] {
                let texts = texts(language);
                // A text of a month that says nothing else.
                let alone = |text: &String| text.starts_with(one) && !text.contains(", ");
                assert!(!texts.windows(3).any(|three| three.iter().all(alone)), "{texts:#?}");
                gathered += texts.iter().filter(|text| text.contains(several)).count();
            }
            assert_eq!(texts("en").len(), texts("fr").len());
        }
    }
    assert!(gathered > 0, "nobody is introduced again and again");
}

#[test]
fn mistakes_are_those_that_check_prints() {
    let wrong = "base = \"baseline.toml\"\n[travel]\nspeed_kmh = 60\nfixed_minutes = 99\n[[programme]]\ninstrument = \"shared_plce\"\n";
    // As if it lay in the folder of the shipped scenarios.
    let shipped = ["baseline.toml", "territories/hautes-terres.toml", "territories/hautes-terres.csv"]
        .into_iter()
        .chain(["territories/hautes-terres-population.csv", "territories/murat-population.csv"])
        .chain(["territories/murat-ages.csv"]);
    let files = shipped.fold(Memory::default().with("mine.toml", wrong), |files, path| {
        files.with(path, hameau_model::inputs::library::embedded(path).expect("a shipped file"))
    });
    let found = resolve("mine.toml", &Overrides::default(), &files).expect_err("mistakes");
    let printed = printer::render(&found, false, Language::English, &|file| text_of(&files, file));
    let mut workshop = Workshop::new();
    for request in [
        json!({ "do": "check", "toml": wrong, "file": "mine.toml" }),
        json!({ "do": "check", "toml": wrong, "file": "/somewhere/else/mine.toml" }),
        json!({ "do": "open", "slot": "a", "toml": wrong, "file": "mine.toml", "seed": 1, "replicate": 0 }),
    ] {
        assert_eq!(mistakes(&mut workshop, &request), printed);
    }
    let set = vec!["travel.speed_km_per_hour=3000".to_owned(), "travel.nothing=1".to_owned()];
    let overrides = Overrides { set: set.clone(), ..Overrides::default() };
    let base = "base = \"hameau:baseline\"\n";
    let text = hameau_words::documents::scenario_text(&scenario(base));
    let files = Memory::default().with("scenario.toml", text);
    let found = resolve("scenario.toml", &overrides, &files).expect_err("mistakes");
    let printed = printer::render(&found, false, Language::English, &|file| {
        if file == SET { Some(as_text(&set)) } else { text_of(&files, file) }
    });
    assert_eq!(mistakes(&mut workshop, &json!({ "do": "edit", "toml": base, "set": set })), printed);
}

#[test]
fn a_shipped_scenario_survives_being_written() {
    let mut workshop = Workshop::new();
    for name in hameau_model::inputs::library::names() {
        let toml = format!("base = \"hameau:{name}\"\n");
        let edited = ok(&mut workshop, &json!({ "do": "edit", "toml": toml }));
        let text = edited["toml"].as_str().expect("text");
        assert_eq!(scenario(text).content(), scenario(&toml).content(), "{name}: {text}");
        let again = ok(&mut workshop, &json!({ "do": "edit", "toml": text }));
        assert_eq!(again, edited, "{name}: written twice is written once");
    }
}

#[test]
fn an_edit_drops_adds_and_sets() {
    let mut workshop = Workshop::new();
    let edited = ok(
        &mut workshop,
        &json!({
            "do": "edit",
            "toml": SHORT,
            "drop": ["facilitator"],
            "add": [
                { "instrument": "facilitation", "from": "2022-09", "levers": { "staff_fte": 2 }, "funding": { "state": 1 } },
                { "instrument": "fablab", "from": "2022-08" },
                { "instrument": "training", "levers": { "audience": "locals" } },
                { "instrument": "training", "place": "place", "from": "2023-01" },
            ],
            "set": ["travel.speed_km_per_hour=60", "programme.facilitation.until=2023-12", "programme.training.trainees_persons_per_year=7"],
            "title": { "en": "A \"quoted\" title", "fr": "Un titre\nsur deux lignes" },
            "name": "mine",
        }),
    );
    let text = edited["toml"].as_str().expect("text");
    let made = scenario(text);
    assert_eq!(made.name, "mine");
    assert_eq!(made.title.as_ref().map(|title| title.fr.as_str()), Some("Un titre\nsur deux lignes"));
    assert_eq!(made.values[Key::Speed], 60.0);
    assert_eq!(made.values[Key::Months], 42.0);
    let names: Vec<&str> = made.programme.iter().map(|entry| entry.name.as_str()).collect();
    for name in ["facilitation", "fablab", "training", "training-2"] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(!names.contains(&"facilitator"), "{names:?}");
    let entry = |name: &str| made.programme.iter().find(|entry| entry.name == name).expect("an entry");
    assert_eq!(entry("facilitation").levers[Key::FacilitationFte], 2.0);
    assert_eq!(entry("facilitation").until.map(|until| until.to_string()).as_deref(), Some("2023-12"));
    assert_eq!(entry("fablab").place.as_deref(), Some("place"), "it needs a place, and there is one");
    assert_eq!(entry("training").from, made.start(), "from the first month, where nothing is said");
    assert_eq!(entry("training").levers[Key::TrainingFor], 1.0);
    assert_eq!(entry("training").levers[Key::Trainees], 7.0);
}

#[test]
fn an_edit_that_makes_no_sense_says_why() {
    let mut workshop = Workshop::new();
    let mut wrong = |rest: Value| {
        let mut request = json!({ "do": "edit", "toml": SHORT });
        request.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        mistakes(&mut workshop, &request)
    };
    assert!(wrong(json!({ "drop": ["facilitater"] })).contains("did you mean `facilitator`?"));
    assert!(wrong(json!({ "drop": ["opening"] })).contains("place"), "what serves a place that goes is told");
    assert!(wrong(json!({ "add": [{ "instrument": "fab_lab" }] })).contains("fablab"));
    assert!(wrong(json!({ "add": [{ "instrument": "travel" }] })).contains("is no instrument"));
    assert!(
        wrong(json!({ "add": [{ "instrument": "welcome", "levers": { "a\"]\nb": 1 } }] }))
            .contains("unknown")
    );
    assert!(
        wrong(json!({ "add": [{ "instrument": "welcome", "levers": { "x": [1] } }] }))
            .contains("neither number")
    );
    assert!(wrong(json!({ "add": [{ "instrument": "welcome", "from": "soon" }] })).contains("soon"));
    assert!(wrong(json!({ "set": ["nothing"] })).contains("--set"));
    assert!(wrong(json!({ "set": ["simulation.duration_months=1e300"] })).contains("1 to 1200"));
}

#[test]
fn whatever_is_asked_there_is_an_answer() {
    let mut workshop = Workshop::new();
    for request in
        ["", "{", "[]", "null", "{}", "{\"do\": 1}", "{\"do\": \"\"}", "\u{0}", "{\"do\": \"about\"} x"]
    {
        let told: Value = serde_json::from_str(&workshop.call(request)).expect("JSON");
        assert!(
            told["mistakes"].as_str().is_some_and(|text| text.starts_with("error: ")),
            "{request}: {told}"
        );
    }
    assert!(mistakes(&mut workshop, &json!({ "do": "steep" })).contains("did you mean `step`?"));
    assert!(
        mistakes(&mut workshop, &json!({ "do": "step", "slot": "c", "months": 1 }))
            .contains("there is no slot `c`")
    );
    assert!(
        mistakes(&mut workshop, &json!({ "do": "step", "slot": "a", "months": 1 }))
            .contains("no world is open")
    );
    assert!(
        mistakes(&mut workshop, &json!({ "do": "step", "slot": "a" })).contains("needs the field `months`")
    );
    ok(&mut workshop, &opened("a", SHORT));
    for (request, said) in [
        (json!({ "do": "step", "slot": "a", "months": -1 }), "a whole number"),
        (json!({ "do": "step", "slot": "a", "months": 1e30 }), "a whole number"),
        (json!({ "do": "step", "slot": "a", "months": 1, "extra": 2 }), "unknown field `extra`"),
        (json!({ "do": "go", "slot": "a", "month": 43 }), "the last, which is 42"),
        (json!({ "do": "people", "slot": "a", "commune": 35 }), "there is no commune 35"),
        (json!({ "do": "people", "slot": "a", "commune": 70_000 }), "there is no commune 70000"),
        (json!({ "do": "ego", "slot": "a", "who": "nobody" }), "no address of a resident"),
        (
            json!({ "do": "life", "slot": "a", "who": "<script>alert(1)</script>" }),
            "no address of a resident",
        ),
        (json!({ "do": "series", "slot": "a", "indicators": ["inhabitants"] }), "did you mean"),
        (
            json!({ "do": "series", "slot": "a", "indicators": vec!["adults_persons"; 1_000] }),
            "were asked for",
        ),
    ] {
        let text = mistakes(&mut workshop, &request);
        assert!(text.contains(said), "{request}: {text}");
    }
    ok(&mut workshop, &json!({ "do": "close", "slot": "a" }));
    mistakes(&mut workshop, &json!({ "do": "map", "slot": "a" }));
    let large = "#".repeat(9_000_000);
    assert!(mistakes(&mut workshop, &json!({ "do": "check", "toml": large })).contains("at most"));
    let large = format!("base = \"hameau:baseline\"\n#{}", "x".repeat(1_100_000));
    assert!(
        mistakes(&mut workshop, &json!({ "do": "check", "toml": large }))
            .contains("a scenario at most 1000000")
    );
}

#[test]
fn a_pair_and_a_digest_are_those_of_the_batch() {
    let base = "base = \"hameau:baseline\"\n[simulation]\nduration_months = 14\n";
    let policy = "base = \"hameau:welcome\"\n[simulation]\nduration_months = 14\n";
    let world = World { seed: 9, replicate: 4 };
    let mut workshop = Workshop::new();
    let pair = ok(
        &mut workshop,
        &json!({ "do": "pair", "a": base, "b": policy, "seed": 9, "replicate": 4, "indicators": INDICATORS }),
    );
    let wanted = INDICATORS.map(|id| Indicator::from_id(id).expect("an indicator"));
    for (slot, toml) in [("a", base), ("b", policy)] {
        let run = simulate(&scenario(toml), world, |_| ());
        let expected: Vec<Value> =
            run.months.iter().map(|month| json!(wanted.map(|indicator| month.of(indicator)))).collect();
        assert_eq!(pair[slot], json!(expected));
        let digest = ok(&mut workshop, &json!({ "do": "digest", "toml": toml, "seed": 9, "replicate": 4 }));
        assert_eq!(digest["digest"], format!("{:016x}", run.digest()));
    }
    let other = "base = \"hameau:baseline\"\n[simulation]\nduration_months = 15\n";
    let request =
        json!({ "do": "pair", "a": base, "b": other, "seed": 9, "replicate": 4, "indicators": INDICATORS });
    assert!(mistakes(&mut workshop, &request).contains("do not cover the same months"));
}
