//! The commune that an entry names.

use super::nearness::folded;
use crate::inputs::territory::Territory;

/// A commune, as far as a scenario names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its position in the territory.
    pub position: u16,
    /// Its official code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The commune of this code or name, whatever the accents and capitals.
pub(super) fn find(territory: &Territory, wanted: &str) -> Option<Commune> {
    let wanted = folded(wanted.trim());
    let position = territory
        .communes
        .iter()
        .position(|commune| folded(&commune.code_text) == wanted || folded(&commune.name) == wanted)?;
    let commune = &territory.communes[position];
    Some(Commune { position: position as u16, code: commune.code_text.clone(), name: commune.name.clone() })
}
