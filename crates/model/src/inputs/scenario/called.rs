//! What councils call the instruments, in both languages.

use crate::inputs::mistakes::nearness::folded;
use crate::inputs::parameters::InstrumentKind::{
    self, BusinessAnchoring, CollectiveSupport, FabLab, Facilitation, GatewayHousing, MixedWorksFund,
    PlaceGovernance, PublicService, SharedPlace, TaxExemption, Training, Welcome,
};

/// Words that are part of what somebody may call an instrument, without accents.
const WORDS: [(InstrumentKind, &str); 24] = [
    (SharedPlace, "coworking"),
    (SharedPlace, "tiers lieu"),
    (SharedPlace, "third place"),
    (SharedPlace, "telecentre"),
    (SharedPlace, "lieu partage"),
    (Facilitation, "animat"),
    (Facilitation, "mediation"),
    (Facilitation, "concierge"),
    (Welcome, "accueil"),
    (Welcome, "attractivite"),
    (Welcome, "prospection"),
    (GatewayHousing, "logement"),
    (GatewayHousing, "passerelle"),
    (PlaceGovernance, "gouvernance"),
    (FabLab, "atelier"),
    (FabLab, "workshop"),
    (PublicService, "service public"),
    (PublicService, "france services"),
    (Training, "formation"),
    (MixedWorksFund, "fonds"),
    (CollectiveSupport, "accompagnement"),
    (BusinessAnchoring, "ancrage"),
    (TaxExemption, "exoneration"),
    (TaxExemption, "tax break"),
];

/// The instrument that is called so.
pub(super) fn called(written: &str) -> Option<InstrumentKind> {
    let plain = folded(written).replace(['-', '_'], " ");
    WORDS.into_iter().find(|(_, word)| plain.contains(word)).map(|(kind, _)| kind)
}
