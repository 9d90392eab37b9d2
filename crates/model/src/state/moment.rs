//! Where a simulation stands: which world, which month, under which parameters, in which territory.

use crate::inputs::parameters::{Key, Values};
use crate::inputs::scenario::Instrument;
use crate::inputs::territory::Territory;
use crate::kernel::random::{Draw, Source, World};
use crate::kernel::units::Month;

/// What every rule of the model may look at; nothing in it changes within a month.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Seed and replicate.
    pub world: World,
    /// The month that is being simulated.
    pub month: Month,
    /// The parameters in force.
    pub values: &'a Values,
    /// The facts about the communes.
    pub territory: &'a Territory,
}

impl Moment<'_> {
    /// The value in force of a parameter, in its own unit.
    #[must_use]
    pub fn value(&self, key: Key) -> f64 {
        self.values[key]
    }

    /// Position of the commune in which an instrument acts; the most populous one where it names none.
    #[must_use]
    pub fn commune_of(&self, instrument: &Instrument) -> u16 {
        let communes = &self.territory.communes;
        let named = instrument.commune.as_ref().map(|named| named.position);
        let largest = || {
            (0..communes.len())
                .max_by(|a, b| communes[*a].population.total_cmp(&communes[*b].population))
                .unwrap_or(0) as u16
        };
        named.unwrap_or_else(largest)
    }

    /// The source of the draws of one row of the table.
    #[must_use]
    pub fn source(&self, draw: Draw) -> Source {
        self.world.source(draw)
    }
}
