//! The commune that an entry names.

use crate::inputs::mistakes::nearness::folded;
use crate::inputs::territory::{self, Territory};

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

/// The communes of this code, or else of this name, whatever the accents and capitals.
pub(super) fn find(territory: &Territory, wanted: &str) -> Vec<Commune> {
    let wanted = folded(wanted.trim());
    let all = |fits: &dyn Fn(&territory::Commune) -> bool| -> Vec<Commune> {
        let those = territory.communes.iter().enumerate().filter(|(_, commune)| fits(commune));
        those
            .map(|(position, commune)| Commune {
                position: position as u16,
                code: commune.code_text.clone(),
                name: commune.name.clone(),
            })
            .collect()
    };
    let coded = all(&|commune| folded(&commune.code_text) == wanted);
    if coded.is_empty() { all(&|commune| folded(&commune.name) == wanted) } else { coded }
}
