//! Scenarios for the tests, written in a few lines on top of the embedded ones.
#![allow(dead_code, reason = "each test file uses its own part")]

use hameau_model::inputs::scenario::{Memory, Overrides, Scenario, resolve};
use hameau_model::kernel::random::{Pool, Who, World};
use hameau_model::kernel::units::Month;
use hameau_model::state::population::{Brought, Entrant, Occupation, Origin};

/// Two thousand adults in six communes: small enough to simulate often.
pub const SMALL: &str = "name = \"small\"\ntitle = { en = \"Small\", fr = \"Petit\" }\nsource = \"made up\"\n\
                         [synthetic]\ncommunes = 6\nadults = 2000\n";

/// A place, a host, a welcome programme and a fund in the largest commune of the small territory.
pub const RICH: &str = r#"
[[programme]]
instrument = "shared_place"
name = "place"
commune = "S0001"
from = "2022-02"
[[programme]]
instrument = "fablab"
name = "machines"
place = "place"
from = "2022-08"
[[programme]]
instrument = "public_service"
name = "desk"
place = "place"
from = "2022-08"
[[programme]]
instrument = "place_governance"
name = "council-of-users"
place = "place"
from = "2022-03"
[[programme]]
instrument = "facilitation"
name = "host"
place = "place"
from = "2022-02"
[programme.params]
staff_fte = 2.0
[[programme]]
instrument = "facilitation"
name = "walker"
from = "2022-04"
until = "2023-12"
[[programme]]
instrument = "welcome"
name = "welcome"
from = "2022-02"
[programme.params]
attraction_gain_share = 0.2
[[programme]]
instrument = "training"
name = "courses"
place = "place"
from = "2022-03"
[[programme]]
instrument = "mixed_works_fund"
name = "fund"
from = "2022-03"
[[programme]]
instrument = "collective_support"
name = "collectives"
from = "2022-03"
[[programme]]
instrument = "business_anchoring"
name = "suppliers"
from = "2022-03"
[[programme]]
instrument = "gateway_housing"
name = "homes"
from = "2022-03"
[[programme]]
instrument = "tax_exemption"
name = "tax"
from = "2022-03"
"#;

/// A scenario of `months` on the small territory, with this programme and these overrides.
pub fn small(months: u32, programme: &str, set: &[&str]) -> Scenario {
    let text = format!(
        "name = \"test\"\nterritory = \"small.toml\"\n[simulation]\nduration_months = {months}\n{programme}"
    );
    read(&text, set)
}

/// A scenario of `months` on the reference territory.
pub fn reference(months: u32, programme: &str, set: &[&str]) -> Scenario {
    let text = format!(
        "name = \"test\"\nbase = \"hameau:baseline\"\n[simulation]\nduration_months = {months}\n{programme}"
    );
    read(&text, set)
}

/// A scenario of `months` on a made-up territory, with a short burn-in.
pub fn made_up(adults: u32, communes: u32, months: u32) -> Scenario {
    let territory = format!(
        "name = \"made-up\"\ntitle = {{ en = \"made up\", fr = \"fictif\" }}\nsource = \"made up\"\n\
         [synthetic]\ncommunes = {communes}\nadults = {adults}\n"
    );
    let text = format!(
        "name = \"test\"\nterritory = \"made-up.toml\"\n[simulation]\nduration_months = {months}\n\
         [initial]\nburn_in_months = 2\n"
    );
    let files = Memory::default().with("test.toml", text).with("made-up.toml", territory);
    resolve("test.toml", &Overrides::default(), &files).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn read(text: &str, set: &[&str]) -> Scenario {
    let files = Memory::default().with("test.toml", text).with("small.toml", SMALL);
    let overrides =
        Overrides { set: set.iter().map(|text| (*text).to_owned()).collect(), ..Overrides::default() };
    resolve("test.toml", &overrides, &files).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The world of this number.
pub fn world(replicate: u32) -> World {
    World { seed: 20_260, replicate }
}

/// Somebody who enters a care home before `month` and meets nobody.
pub fn isolated(month: Month) -> Entrant {
    Entrant {
        address: Who::candidate(Pool::CareHome, Month::from_index(month.index() - 1), 1_000_000),
        origin: Origin::Local,
        birth: Month::new(1945, 5),
        arrived: month,
        commune: 0,
        occupation: Occupation::Retired,
        secluded: true,
        skill: 0.5,
        brought: Brought::No,
    }
}
