//! How ties come and go: encounters in the village and in associations, and fading.

mod fading;
mod neighbourhood;
mod village;
mod weights;

pub use fading::Fading;
pub use neighbourhood::Neighbourhood;
pub use village::meet_in_village;
