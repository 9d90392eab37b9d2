//! Prints the synthetic population of the reference territory beside the facts and the gross flows, as Markdown: `docs/territory.md`.

use hameau_model::inputs::parameters::Values;
use hameau_model::inputs::territory::Territory;
use hameau_model::kernel::random::World;
use hameau_model::observe::fidelity;
use hameau_model::state::population::Founders;

pub fn run() {
    let territory = Territory::reference();
    let values = Values::default();
    let founders = Founders::draw(&territory, &values, World { seed: 1, replicate: 0 });
    print!("{}", fidelity::page(&territory, &founders, &values));
}
