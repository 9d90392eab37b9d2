//! Prints the synthetic population of the reference territory beside the facts, as Markdown: `docs/territory.md`.

use hameau::parameters::Values;
use hameau::population::{Founders, fidelity};
use hameau::random::World;
use hameau::territory::Territory;

fn main() {
    let territory = Territory::reference();
    let founders = Founders::draw(&territory, &Values::default(), World { seed: 1, replicate: 0 });
    print!("{}", fidelity::page(&territory, &founders));
}
