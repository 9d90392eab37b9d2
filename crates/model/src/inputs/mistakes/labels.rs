//! A few words for the mark under what is wrong.

use super::Wrong;
use crate::kernel::language::Language;

impl Wrong {
    /// A few words for the mark under what is wrong.
    #[must_use]
    pub fn label(&self, language: Language) -> &'static str {
        language.of(match self {
            Self::UnknownKey { .. } | Self::UnknownParameter { .. } => ("unknown key", "clé inconnue"),
            Self::UnknownSection { .. } => ("unknown section", "section inconnue"),
            Self::InstrumentAsSection { .. } => ("an instrument", "un instrument"),
            Self::LeverOutsideParams { .. } | Self::WrongSection { .. } => {
                ("in the wrong place", "pas à sa place")
            }
            Self::OtherUnit { .. } => ("another unit", "autre unité"),
            Self::BearsNoUnit { .. } => ("no unit here", "pas d'unité ici"),
            Self::NoUnit { .. } => ("no unit", "sans unité"),
            Self::WrongType { .. } => ("another type", "autre type"),
            Self::OutOfRange { .. } => ("out of range", "hors de l'intervalle"),
            Self::NotWhole { .. } => ("not whole", "non entier"),
            Self::NotFinite { .. } => ("not finite", "non fini"),
            Self::NotAChoice { .. } => ("not in the list", "pas dans la liste"),
            Self::NotAMonth { .. } => ("not a month", "pas un mois"),
            Self::BadName { .. } => ("not a name", "pas un nom"),
            Self::EmptyText { .. } => ("empty", "vide"),
            Self::Missing { .. } => ("something is missing here", "il manque quelque chose ici"),
            Self::DuplicateName { .. }
            | Self::SetTwice { .. }
            | Self::DuplicateKey { .. }
            | Self::ValueTwice { .. }
            | Self::SetAndVaried { .. } => ("a second time", "une seconde fois"),
            Self::NotVaried { .. } => ("which worlds", "quels mondes"),
            Self::TooManyPoints { .. } => ("too many", "trop"),
            Self::ClaimOfTwo { .. } => ("compared with what?", "comparé à quoi ?"),
            Self::ClaimOfOne { .. } => ("of one scenario", "d'un seul scénario"),
            Self::EmptyRange { .. } => ("no such number", "aucun nombre"),
            Self::OtherPeople { .. } => ("other worlds", "d'autres mondes"),
            Self::UnknownInstrument { .. } => ("unknown instrument", "instrument inconnu"),
            Self::ChangedInstrument { .. } => ("another instrument", "autre instrument"),
            Self::UnknownFunder { .. } => ("unknown source", "financeur inconnu"),
            Self::NothingToDrop { .. } | Self::UnknownEntry { .. } => ("no such entry", "entrée inconnue"),
            Self::Unreadable { .. } => ("not read", "non lu"),
            Self::UnknownCommune { .. } => ("no such commune", "commune inconnue"),
            Self::UnknownPlace { .. } => ("never opened", "jamais ouvert"),
            Self::PlaceClosed { .. } => ("closed", "fermé"),
            Self::PlaceMoved { .. } => ("another commune", "autre commune"),
            Self::Overlap { .. } => ("already there", "déjà là"),
            Self::Reversed { .. } => ("before its beginning", "avant son début"),
            Self::NeverActs { .. } => ("after the end", "après la fin"),
            Self::OverBefore { .. } => ("before the first month", "avant le premier mois"),
            Self::OverWhole { .. } | Self::TooAttractive { .. } => ("too much", "trop"),
            Self::TooManyPlaces { .. } => ("too many places", "trop de lieux"),
            Self::UnknownIndicator { .. } => ("no such indicator", "indicateur inconnu"),
            Self::TooManyFactors { .. } => ("too many factors", "trop de facteurs"),
            Self::NeedsPlace { .. } => ("no place", "sans lieu"),
            Self::TakesNoPlace { .. } => ("no place here", "pas de lieu ici"),
            Self::TakesNoCommune { .. } => ("no commune here", "pas de commune ici"),
            Self::HiddenSign { .. } => ("out of sight", "caché"),
            Self::TooLong { .. } => ("too long", "trop long"),
            Self::TwoCommunes { .. } => ("which one?", "laquelle ?"),
            _ => ("here", "ici"),
        })
    }
}
