//! The names of measures in words, as the document tells them.

/// Every name that is not the id of an indicator, and what it means.
pub const EXPLAINED: [(&str, &str); 25] = [
    ("inhabitants", "the indicator `inhabitants_persons`"),
    ("natural_balance", "the indicator `natural_balance_percent_per_year`"),
    ("net_migration", "the indicator `net_migration_percent_per_year`"),
    ("cross_origin_strong_ties_per_local", "the indicator `locals_strong_cross_origin_ties_per_person`"),
    ("adults_without_a_strong_tie", "the indicator `isolated_adults_share`"),
    (
        "arrivals_per_thousand",
        "adults, their children and people who move into care homes, a year and 1,000 inhabitants",
    ),
    (
        "departures_per_thousand",
        "adults and children who left, the dead not among them, a year and 1,000 inhabitants",
    ),
    (
        "largest_growth_of_a_small_commune_with_a_care_home",
        "% a year of the inhabitants at the start, the largest of communes below 500 inhabitants in which somebody lived in a \
         care home at the start",
    ),
    ("drift_of_ties", "mean number of ties of any stock of an adult over that of the first month, less 1"),
    ("drift_of_strong_ties", "the same of ties of 90 h and more"),
    (
        "change_of_newcomers_index_since_the_first_month",
        "`newcomers_ih_index` less that of the first month of the same world",
    ),
    (
        "strong_ties_of_newcomers_after_N_months",
        "mean number of ties of 90 h and more of newcomers who arrived during the run, N months after, if they are still here; all \
         of them to the month of the row count alike",
    ),
    (
        "strong_ties_of_stayers_gone_a_year_later",
        "share of the ties of 90 h and more, a year before the month, of pairs who are both still here, without any contact left",
    ),
    ("bridges_of_stayers_gone_a_year_later", "the same of the ties of pairs who share no other tie"),
    (
        "strong_ties_left_after_N_months_leaving_included",
        "share of the ties of 90 h and more, N months before the month, that exist with any stock; a tie of somebody who left \
         or died is gone",
    ),
    (
        "strong_ties_in_small_communes_less_large_ones",
        "mean number of ties of 90 h and more of adults outside care homes in communes below 80 adults, less that above 700",
    ),
    (
        "hours_of_contact_of_an_adult_in_a_month",
        "hours of the encounters in the village and in associations that either side began, over all adults",
    ),
    (
        "share_of_residents_whose_ties_differ",
        "of the adults who are there in both scenarios of the same world, those who do not have the same ties of the same stock",
    ),
    (
        "gain_of_pairing:X",
        "variance of the difference of independent worlds over that of the same world: (var a + var b) / var (a - b); its \
         interval by leaving out one world after the other, on the scale of logarithms",
    ),
    ("gain_of_pairing:strong_ties_per_adult", "ties of a friend or better that an adult has"),
    (
        "gain_of_pairing:ties_across_origins",
        "ties of a casual friend or better between a local and a newcomer, an adult",
    ),
    ("gain_of_pairing:newcomers_ih_index", "the indicator"),
    ("gain_of_pairing:users", "residents who use a shared place"),
    (
        "ties_of_introduced_pairs_alive_two_years_after",
        "of the ties of pairs introduced in the last funded year of `facilitation`, months 30 to 41, those alive in month 65, \
         whatever month the row names",
    ),
    (
        "share_of_the_anchored_effect_left_five_years_after_the_meetings",
        "effect on `productive_anchored_jobs` of the scenario whose meetings end in May 2027, less no policy: that of the month \
         over that of month 65",
    ),
];
