//! Passage: who comes through the place, how much and for how long.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Passage, id, unit, aggregation)
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::StayOfLeavers,
        row("stay_of_leavers_months", Measure::Months, Aggregation::Last)
            .label("Stay of those who left", "Durée de passage des usagers partis")
            .means(
                "Mean months in the place of those who left it; short stays weigh too much while the place is young.",
                "Durée moyenne, en mois, de fréquentation des usagers partis ; les passages courts pèsent trop tant \
                 que le lieu est jeune.",
            )
            .formula("months from first to last use, mean over all who left since the first month; undefined if nobody left")
            .better(Better::Neither, 6.0, "half a year, a sixth of the three years or so that the mean hazard gives")
            .source("field notes 4; model 4.6"),
    ),
    (
        Indicator::ExpectedStay,
        row("expected_stay_months", Measure::Months, Aggregation::Mean12)
            .label("Expected stay", "Durée de passage attendue")
            .means(
                "Months in the place that this year's rate of leaving implies; not biased towards short stays.",
                "Durée de fréquentation qu'implique le rythme actuel des départs ; sans biais vers les passages courts.",
            )
            .formula("months of use by all users / users who left, over 12 months; undefined if nobody left")
            .better(Better::Neither, 6.0, "half a year, a sixth of the three years or so that the mean hazard gives")
            .source("occurrence-exposure rate of demography, Preston, Heuveline, Guillot 2001"),
    ),
    (
        Indicator::EntrepreneursEverUsing,
        row("programme_entrepreneurs_ever_used_share", Measure::Share, Aggregation::Last)
            .label("Programme entrepreneurs who used it", "Entrepreneurs accueillis passés par le lieu")
            .means(
                "Share of the entrepreneurs whom the programme brought who ever used a shared place.",
                "Part des entrepreneurs venus par le programme qui ont un jour fréquenté un tiers-lieu.",
            )
            .formula(
                "programme entrepreneurs, leavers included, who ever used a place / programme entrepreneurs arrived; \
                 undefined before the first",
            )
            .better(Better::Neither, 0.1, "four of the 43 entrepreneurs supported by March 2017")
            .source("field notes 4; La Montagne 2017"),
    ),
    (
        Indicator::ActiveUsers,
        row("active_users_persons", Measure::Persons, Aggregation::Last)
            .label("Active users", "Usagers actifs")
            .means(
                "Residents who came to a shared place at least one day this month.",
                "Habitants venus au moins un jour ce mois-ci dans un tiers-lieu.",
            )
            .formula("residents with at least one day in a place this month")
            .better(Better::Neither, 2.0, "a tenth of the 4 to 25 users of a rural place")
            .decimals(1)
            .source("pattern P4, model 8")
            .headline()
            .by(PEOPLE),
    ),
    (
        Indicator::UserHours,
        row("user_hours_per_month", Measure::HoursPerMonth, Aggregation::Mean12)
            .label("Hours per user", "Heures par usager")
            .means(
                "Hours that an active user spends in the place in a month.",
                "Heures qu'un usager actif passe dans le lieu au cours d'un mois.",
            )
            .formula("hours spent in places / active users, over 12 months; undefined without an active user")
            .better(Better::Neither, 7.0, "one working day a month")
            .source("model 4.3"),
    ),
];
