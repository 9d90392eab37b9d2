//! Whole worlds that are not shown: a pair for "is it luck?", and the digest of a series.

use super::answer::{Answer, told};
use super::place::Text;
use super::refusal::Refusal;
use super::request::Pair;
use super::session::{indicators, values};
use hameau_analysis::why::pairable;
use hameau_model::kernel::random::World;
use hameau_model::observe::indicators::Indicator;
use hameau_model::observe::run::{live, simulate};
use hameau_model::rules::step::Simulation;
use serde::Serialize;

type Series = Vec<Vec<Option<f64>>>;

#[derive(Serialize)]
struct Both {
    replicate: u32,
    a: Series,
    b: Series,
}

#[derive(Serialize)]
struct Sum {
    digest: String,
}

/// One world under two scenarios: for each month one value or none for each indicator.
pub(super) fn pair(asked: &Pair) -> Answer {
    let wanted = indicators(&asked.indicators)?;
    let a = Text::new(&asked.a, Some("a.toml")).scenario(&[])?;
    let b = Text::new(&asked.b, Some("b.toml")).scenario(&[])?;
    pairable(&a, &b).map_err(|unpaired| Refusal::one(&unpaired.to_string()))?;
    let world = asked.world;
    let founded = Simulation::new(&a, world, None).pause();
    let under_b = founded.again(&a, &b, world).unwrap_or_else(|| Simulation::new(&b, world, None));
    let under_a = founded.resume(&a);
    told(&Both { replicate: world.replicate, a: series(under_a, &wanted), b: series(under_b, &wanted) })
}

fn series(simulation: Simulation<'_>, wanted: &[Indicator]) -> Series {
    let run = live(simulation, |_| true);
    run.iter().flat_map(|run| &run.months).map(|month| values(month, wanted)).collect()
}

/// The digest of everything that is observed of a world from its first month to its last.
pub(super) fn digest(toml: &str, world: World) -> Answer {
    let scenario = Text::new(toml, None).scenario(&[])?;
    let run = simulate(&scenario, world, |_| ());
    told(&Sum { digest: format!("{:016x}", run.digest()) })
}
