//! Any bytes are a scenario or a list of mistakes, never a panic: as the scenario's own file, as its base, as its
//! territory, as the table of its territory and as overrides.

#![no_main]

use hameau_model::inputs::printer;
use hameau_model::kernel::language::Language;
use hameau_model::inputs::scenario::{Memory, Overrides, SET, as_text, resolve, text_of};
use libfuzzer_sys::fuzz_target;

const PARENT: &str = "territory = \"small.toml\"\n[[programme]]\ninstrument = \"shared_place\"\nname = \"telecentre\"\n\
    from = \"2022-03\"\ncommune = \"Murat\"\n";

/// A territory whose table of communes is the bytes.
const COUNTED: &str =
    "name = \"counted\"\nsource = \"s\"\ncommunes = \"own.toml\"\ncensus_year = 2022\nperiod_years = 6\n";

fuzz_target!(|bytes: &[u8]| {
    let files = Memory::default()
        .with("parent.toml", PARENT)
        .with("own.toml", bytes)
        .with("heir.toml", "base = \"own.toml\"\n")
        .with("settler.toml", "territory = \"own.toml\"\n")
        .with("counted.toml", COUNTED)
        .with("counter.toml", "territory = \"counted.toml\"\n")
        .with("small.toml", include_str!("../../tests/fixtures/small.toml"))
        .with("small.csv", include_str!("../../tests/fixtures/small.csv"));
    let set = std::str::from_utf8(bytes).map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default();
    let none = Overrides::default();
    let overridden = Overrides { sweep: Vec::new(), set };
    for (path, overrides) in [
        ("own.toml", &none),
        ("heir.toml", &none),
        ("settler.toml", &none),
        ("counter.toml", &none),
        ("parent.toml", &overridden),
    ] {
        if let Err(mistakes) = resolve(path, overrides, &files) {
            assert!(!mistakes.0.is_empty(), "refused without a mistake");
            let text_of = |file: &str| if file == SET { Some(as_text(&overrides.set)) } else { text_of(&files, file) };
            let _ = printer::render(&mistakes, false, Language::English, &text_of);
        }
    }
});
