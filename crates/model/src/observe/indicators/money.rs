//! Public money: what is spent in a year and since the start, and who pays.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, Group, Theme};
use super::unit::Measure;

const A_QUARTER: &str = "a quarter of a facilitator's year";
const A_FACILITATOR: &str = "a facilitator's year";
const BOOKS: &str = "unit costs of the instruments, model 4.9";

const fn yearly(id: &'static str) -> Entry {
    Entry::new(Theme::Money, id, Measure::EurPerYear, Aggregation::Flow12).source(BOOKS).better(
        Better::Lower,
        10_000.0,
        A_QUARTER,
    )
}

const fn cumulated(id: &'static str) -> Entry {
    Entry::new(Theme::Money, id, Measure::Eur, Aggregation::Cumulative).source(BOOKS).better(
        Better::Lower,
        40_000.0,
        A_FACILITATOR,
    )
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::Spending,
        yearly("public_spending_eur_per_year")
            .label("Public spending", "Dépense publique")
            .means(
                "Public money spent on the programme in a year, whoever pays.",
                "Argent public dépensé en un an pour le programme, quel que soit le payeur.",
            )
            .formula("spending of all instruments over 12 months, less what users and other private payers pay")
            .headline()
            .by(&[Group::Instrument]),
    ),
    (
        Indicator::SpendingCouncil,
        yearly("council_spending_eur_per_year")
            .label("Paid by the council", "À la charge du conseil")
            .means(
                "What the commune and the inter-municipal council pay in a year.",
                "Ce que paient en un an la commune et l'intercommunalité.",
            )
            .formula("part of public spending paid by council and intercommunality, over 12 months"),
    ),
    (
        Indicator::SpendingOthers,
        yearly("other_public_spending_eur_per_year")
            .label("Paid by other public bodies", "À la charge d'autres financeurs publics")
            .means(
                "What department, region, state and Europe pay in a year.",
                "Ce que paient en un an le département, la région, l'État et l'Europe.",
            )
            .formula("part of public spending paid by department, region, state and Europe, over 12 months"),
    ),
    (
        Indicator::SpendingCumulated,
        cumulated("public_spending_since_start_eur")
            .label("Public spending since the start", "Dépense publique cumulée")
            .means(
                "Public money spent on the programme since the start, whoever pays.",
                "Argent public dépensé pour le programme depuis le début, quel que soit le payeur.",
            )
            .formula("public spending since the first month")
            .by(&[Group::Instrument]),
    ),
    (
        Indicator::SpendingCouncilCumulated,
        cumulated("council_spending_since_start_eur")
            .label("Paid by the council since the start", "Cumul à la charge du conseil")
            .means(
                "What the commune and the inter-municipal council have paid since the start.",
                "Ce que la commune et l'intercommunalité ont payé depuis le début.",
            )
            .formula("part of public spending paid by council and intercommunality, since the first month"),
    ),
    (
        Indicator::SpendingOthersCumulated,
        cumulated("other_public_spending_since_start_eur")
            .label("Paid by other public bodies since the start", "Cumul d'autres financeurs publics")
            .means(
                "What department, region, state and Europe have paid since the start.",
                "Ce que le département, la région, l'État et l'Europe ont payé depuis le début.",
            )
            .formula("part of public spending paid by department, region, state and Europe, since the first month"),
    ),
    (
        Indicator::SpendingPerInhabitant,
        Entry::new(
            Theme::Money,
            "public_spending_eur_per_inhabitant_per_year",
            Measure::EurPerInhabitantPerYear,
            Aggregation::Flow12,
        )
        .label("Public spending per inhabitant", "Dépense publique par habitant")
        .means(
            "Public money spent on the programme in a year, for each inhabitant.",
            "Argent public dépensé en un an pour le programme, rapporté à chaque habitant.",
        )
        .formula("public spending over 12 months / mean inhabitants of the 12 months; undefined without an inhabitant")
        .better(Better::Lower, 1.0, "one euro, about a quarter of a facilitator's year in the reference")
        .decimals(2)
        .source(BOOKS),
    ),
];
