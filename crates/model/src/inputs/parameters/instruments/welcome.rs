//! Welcome and search programme: brings people on top of other arrivals, and makes the territory known.

use super::{InstrumentRecord, Site};
use crate::inputs::parameters::row::{Row, Unit};
use crate::inputs::parameters::{Key, Price, Total};

/// What a scenario can say of it.
pub(super) const RECORD: InstrumentRecord = InstrumentRecord {
    name: "welcome",
    title: ("Welcome and search programme", "Programme d'accueil et de prospection"),
    site: Site::Territory,
    levers: LEVERS,
    totals: &[Total {
        key: Key::WelcomeRunning,
        fixed: Some(Key::WelcomeFixed),
        prices: &[Price { of: Key::WelcomeEach, by: &[Key::WelcomePersons] }],
    }],
    attraction: |levers, _| levers(Key::WelcomeAttraction),
    ..InstrumentRecord::PLAIN
};

const LEVERS: &[(Key, Row)] = &[
    (
        Key::WelcomePersons,
        Row::lever("welcome.brought_persons_per_year", Unit::PersonsPerYear, [10.5, 0.0, 500.0])
            .off(0.0)
            .means(
                "Persons, children included, whom the programme brings on top of other arrivals.",
                "Personnes, enfants compris, que le programme amène en plus des autres arrivées.",
            )
            .sourced("promoter: 52-54 persons by the end of 2013, 88 by March 2017 (gross)"),
    ),
    (
        Key::WelcomeAttraction,
        Row::lever("welcome.attraction_gain_share", Unit::Share, [0.0, 0.0, 1.0])
            .off(0.0)
            .means(
                "Ordinary arrivals added by being better known.",
                "Arrivées ordinaires ajoutées par la notoriété.",
            )
            .assumed(
                "welcome policies of the Massif central: in some departments only, after several years (Vollet 2018); \
                 nothing in the data here shows an effect",
            ),
    ),
    (
        Key::WelcomeRunning,
        Row::lever("welcome.running_cost_eur_per_year", Unit::EurPerYear, [40_000.0, 0.0, 5_000_000.0])
            .means(
                "Staff and promotion. Follows the number of persons brought unless an amount is written.",
                "Personnel et promotion. Suit le nombre de personnes amenées, à moins d'écrire un montant.",
            )
            .assumed("one full-time equivalent"),
    ),
    (
        Key::WelcomeFixed,
        Row::lever("welcome.running_fixed_cost_eur_per_year", Unit::EurPerYear, [19_000.0, 0.0, 1_000_000.0])
            .means(
                "Part of it that goes with nothing: half a post, promotion.",
                "Sa part fixe : un demi-poste, la promotion.",
            )
            .assumed("half of what 10.5 persons a year cost to look for"),
    ),
    (
        Key::WelcomeEach,
        Row::lever("welcome.running_cost_per_person_eur", Unit::Eur, [2_000.0, 0.0, 8_000.0])
            .means(
                "Its part for each person brought: search, visits, follow-up.",
                "Sa part par personne amenée : prospection, visites, suivi.",
            )
            .assumed("the other half: about two weeks of a post"),
    ),
    (
        Key::WelcomePack,
        Row::lever("welcome.pack_per_person_eur", Unit::Eur, [2_000.0, 0.0, 100_000.0])
            .means(
                "Rent, training and support for each person brought.",
                "Loyer, formation et accompagnement pour chaque personne amenée.",
            )
            .assumed("Murat's pack of 2017: rent of 3 or 6 months; amount assumed"),
    ),
];
