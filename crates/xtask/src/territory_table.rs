//! Prints the synthetic population of the reference territory beside the facts, as Markdown: `docs/territory.md`.

use hameau_model::inputs::parameters::Values;
use hameau_model::inputs::territory::Territory;
use hameau_model::kernel::random::World;
use hameau_model::observe::fidelity;
use hameau_model::state::population::Founders;

pub fn run() {
    let territory = Territory::reference();
    let founders = Founders::draw(&territory, &Values::default(), World { seed: 1, replicate: 0 });
    print!("{}", fidelity::page(&territory, &founders));
}
