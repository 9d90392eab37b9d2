//! Can any bytes make the reader panic?

use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Memory, Overrides, SET, as_text, resolve, text_of};
use hameau_model::kernel::language::Language;
use proptest::prelude::*;

const VALID: &str = "# Murat.\nname = \"murat\"\ntitle = { en = \"Murat\", fr = \"Murat\" }\nquestion = [\"Q2\", \"Q5\"]\n\
    territory = \"small.toml\"\n\n[simulation]\nstart = \"2007-01\"\nduration_months = 216\n\n[travel]\n\
    speed_km_per_hour = { value = 55.5, source = \"mesuré à vélo\" }\n\n[[programme]]\ninstrument = \"shared_place\"\n\
    name = \"telecentre\"\nfrom = \"2007-03\"\nuntil = \"2011-11\"\ncommune = \"Murat\"\nparams = { capacity_persons = 4 }\n\
    funding = { council = 0.2, state = 0.8 }\n\n[[programme]]\ninstrument = \"facilitation\"\nname = \"facilitator\"\n\
    from = \"2008-01\"\nuntil = \"2010-12\"\nplace = \"telecentre\"\n[programme.params]\nstaff_fte = 0.5\n";

fn read(bytes: &[u8]) -> Result<(), TestCaseError> {
    let files = Memory::default()
        .with("own.toml", bytes)
        .with("heir.toml", "base = \"own.toml\"\n")
        .with("settler.toml", "territory = \"own.toml\"\n")
        .with("counted.toml", include_str!("../fixtures/small.toml").replace("small.csv", "own.toml"))
        .with("counter.toml", "territory = \"counted.toml\"\n")
        .with("valid.toml", VALID)
        .with("small.toml", include_str!("../fixtures/small.toml"))
        .with("small.csv", include_str!("../fixtures/small.csv"));
    let set: Vec<String> =
        std::str::from_utf8(bytes).map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default();
    let overridden = Overrides { sweep: Vec::new(), set };
    let none = Overrides::default();
    for (path, overrides) in [
        ("own.toml", &none),
        ("heir.toml", &none),
        ("settler.toml", &none),
        ("counter.toml", &none),
        ("valid.toml", &overridden),
    ] {
        if let Err(mistakes) = resolve(path, overrides, &files) {
            prop_assert!(!mistakes.0.is_empty());
            let text_of = |file: &str| {
                if file == SET { Some(as_text(&overrides.set)) } else { text_of(&files, file) }
            };
            let shown = printer::render(&mistakes, false, Language::English, &text_of);
            prop_assert!(shown.contains("mistake"));
        }
    }
    Ok(())
}

/// Words of which scenarios are made, right and wrong.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "name",
            "title",
            "question",
            "base",
            "territory",
            "without",
            "programme",
            "instrument",
            "from",
            "until",
            "place",
            "commune",
            "params",
            "funding",
            "simulation",
            "travel",
            "start",
            "duration_months",
            "seed",
            "speed_km_per_hour",
            "shared_place",
            "facilitation",
            "staff_fte",
            "capacity_persons",
            "value",
            "source",
            "council",
            "state",
            "en",
            "fr",
            "= ",
            "=",
            ".",
            ",",
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            "\n",
            "\n",
            " ",
            "\"",
            "'",
            "\"\"\"",
            "\"2017-03\"",
            "\"murat\"",
            "\"small.toml\"",
            "\"own.toml\"",
            "2017-03-01",
            "2017-13",
            "nan",
            "-inf",
            "-0",
            "1e999",
            "0.5",
            "14",
            "true",
            "#",
            "é",
            "\u{0}",
            "\r\n",
            "\u{feff}",
            "_",
            "-",
            "5 %",
            "0,5",
        ])
        .prop_map(str::to_owned),
        "[a-z_]{1,12}",
        any::<f64>().prop_map(|number| format!("{number:?}")),
        any::<i64>().prop_map(|number| number.to_string()),
    ]
}

/// The table of the stand-in territory.
const TABLE: &str = include_str!("../fixtures/small.csv");

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read(&bytes)?;
    }

    #[test]
    fn random_words(words in prop::collection::vec(word(), 0..120)) {
        read(words.concat().as_bytes())?;
    }

    #[test]
    fn lines_of_keys_and_values(lines in prop::collection::vec((word(), word()), 0..30)) {
        let lines: Vec<String> = lines.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        read(lines.join("\n").as_bytes())?;
    }

    #[test]
    fn a_valid_file_with_mutations(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..8),
    ) {
        let mut bytes = VALID.as_bytes().to_vec();
        for (at, byte, kind) in changes {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        read(&bytes)?;
    }

    #[test]
    fn a_valid_table_with_mutations(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..8),
    ) {
        let mut bytes = TABLE.as_bytes().to_vec();
        for (at, byte, kind) in changes {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        read(&bytes)?;
    }

    #[test]
    fn a_valid_file_with_lines_moved_and_words_put_in(
        moves in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..4),
        words in prop::collection::vec((any::<prop::sample::Index>(), word()), 0..4),
    ) {
        let mut lines: Vec<&str> = VALID.split_inclusive('\n').collect();
        for (from, to) in moves {
            let line = lines.remove(from.index(lines.len()));
            lines.insert(to.index(lines.len() + 1), line);
        }
        let mut text: Vec<char> = lines.concat().chars().collect();
        for (at, word) in words {
            let at = at.index(text.len());
            text.splice(at..at, word.chars());
        }
        read(text.into_iter().collect::<String>().as_bytes())?;
    }
}

#[test]
fn the_valid_file_is_valid() {
    let files = Memory::default()
        .with("valid.toml", VALID)
        .with("small.toml", include_str!("../fixtures/small.toml"))
        .with("small.csv", include_str!("../fixtures/small.csv"));
    let scenario = resolve("valid.toml", &Overrides::default(), &files).expect("no mistake");
    assert_eq!(scenario.programme.len(), 2);
}

#[test]
fn many_mistakes_are_read_in_a_time_that_grows_with_the_file() {
    let fill = |line: &str| line.repeat(100_000 / line.len());
    let keys: Vec<String> = (0..6_000).map(|number| format!("k{number}=1")).collect();
    let entries: Vec<String> = (0..1_500)
        .map(|n| format!("[[programme]]\nname=\"n{n}\"\ninstrument=\"facilitation\"\nfrom=\"2022-01\"\n"))
        .collect();
    for text in [
        fill("a=1\n"),
        fill("[[programme]]\n"),
        fill("[a\n"),
        fill("\"\n"),
        fill("a = {\n"),
        fill("[travel]\n"),
        fill("="),
        fill("é"),
        fill("[[programme]]\nname=\"a\"\n"),
        fill("\n"),
        format!("travel = {{ {} }}", keys.join(", ")),
        format!("without = [{}]", fill("\"a\",")),
        format!("a = {}", fill("x")),
        entries.concat(),
    ] {
        let began = std::time::Instant::now();
        read(text.as_bytes()).expect("no panic");
        let took = began.elapsed().as_secs();
        assert!(took < 20, "{took} s for {:?}", text.chars().take(20).collect::<String>());
    }
}
