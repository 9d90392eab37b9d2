//! Occupations and enterprises.

use super::Key;
use super::row::{Kind, Row, Unit};

pub(super) const ENTERPRISES: &[(Key, Row)] = &[
    (
        Key::EnterpriseFailure,
        Row::constant("enterprises.failure_per_year", Unit::PerYear, [0.0105, 0.0, 1.0])
            .means(
                "Hazard of failure alone; departure, death and retirement of the owner end enterprises too.",
                "Risque de défaillance seule ; départ, décès et retraite du chef mettent fin aussi à une entreprise.",
            )
            .calibrated("P5: 61 % alive after five years over all exits (Insee, enterprises created in 2014)"),
    ),
    (
        Key::KnowHowSurvival,
        Row::assumption("enterprises.know_how_survival_strength", Unit::Strength, [0.5, 0.0, 2.0])
            .off(0.0)
            .means(
                "b of the failure hazard times exp(-b (k - 1)), k being know-how.",
                "b du risque de cessation multiplié par exp(-b (k - 1)), k étant le savoir-faire.",
            )
            .assumed("size assumed"),
    ),
    (
        Key::LocalStarts,
        Row::assumption("enterprises.local_starts_per_active_per_year", Unit::PerYear, [0.025, 0.0, 0.2])
            .means(
                "Hazard that an employed or unemployed resident starts an enterprise.",
                "Risque qu'un actif salarié ou chômeur crée une entreprise.",
            )
            .sourced("Sirene: 87-123 creations a year in the reference, micro-enterprises included"),
    ),
    (
        Key::TurnoverMedian,
        Row::assumption("enterprises.turnover_median_eur_per_year", Unit::EurPerYear, [40_000.0, 5_000.0, 200_000.0])
            .means("Median turnover of an enterprise.", "Chiffre d'affaires médian d'une entreprise.")
            .assumed("model 4.2; up to 200,000 EUR, five times the default: an enterprise of the largest draw at joint extremes makes ten billion EUR"),
    ),
    (
        Key::TurnoverSpread,
        Row::assumption("enterprises.turnover_spread_ratio", Unit::Ratio, [2.2, 1.0, 4.0])
            .means(
                "Turnovers of two thirds of the enterprises stand within the median divided or multiplied by this.",
                "Le chiffre d'affaires des deux tiers des entreprises tient entre la médiane divisée et multipliée par ce rapport.",
            )
            .assumed("log-normal; Cabral, Mata 2003 for the shape; up to 4: the largest of 4 billion draws is 7,000 times the median, at 6 it was 90,000 times"),
    ),
    (
        Key::TurnoverKnowHow,
        Row::assumption("enterprises.turnover_know_how_strength", Unit::Strength, [1.0, 0.0, 2.0])
            .off(0.0)
            .means(
                "Growth of the logarithm of turnover for one unit of know-how gained.",
                "Croissance du logarithme du chiffre d'affaires pour une unité de savoir-faire acquise.",
            )
            .sourced("Cai, Szeidl 2018: a year of monthly structured meetings gives +8 %; up to 2, which with the highest ceiling multiplies turnover by 7, where 3 with 3 made it 8,000 times as large"),
    ),
    (
        Key::NewcomerOutside,
        Row::assumption("enterprises.newcomer_outside_sales_share", Unit::Share, [0.8, 0.0, 1.0])
            .means(
                "Sales outside the territory at the start, enterprises of newcomers.",
                "Part des ventes hors du territoire au départ, entreprises des néo-habitants.",
            )
            .assumed("field notes: business grows outside; no measure"),
    ),
    (
        Key::LocalOutside,
        Row::assumption("enterprises.local_outside_sales_share", Unit::Share, [0.3, 0.0, 1.0])
            .means(
                "Sales outside the territory at the start, enterprises of locals.",
                "Part des ventes hors du territoire au départ, entreprises des habitants de longue date.",
            )
            .assumed("no measure"),
    ),
    (
        Key::NewcomerLinkage,
        Row::assumption("enterprises.newcomer_local_linkage_share", Unit::Share, [0.1, 0.0, 1.0])
            .means(
                "Purchases, partners and hires found in the territory at the start, enterprises of newcomers.",
                "Achats, partenaires et embauches trouvés dans le territoire au départ, entreprises des néo-habitants.",
            )
            .assumed("no measure"),
    ),
    (
        Key::LocalLinkage,
        Row::assumption("enterprises.local_local_linkage_share", Unit::Share, [0.4, 0.0, 1.0])
            .means(
                "Purchases, partners and hires found in the territory at the start, enterprises of locals.",
                "Achats, partenaires et embauches trouvés dans le territoire au départ, entreprises des habitants de longue date.",
            )
            .assumed("no measure"),
    ),
    (
        Key::LinkageTies,
        Row::assumption("enterprises.linkage_growth_per_tie_per_year", Unit::PerYear, [0.02, 0.0, 0.2])
            .off(0.0)
            .means(
                "Yearly share of what linkage lacks, bought from now on from each friend, a local who has a complementary enterprise.",
                "Part annuelle du manque d'ancrage achetée désormais à chaque ami, habitant de longue date à l'entreprise complémentaire.",
            )
            .assumed("size assumed"),
    ),
    (
        Key::LinkageWork,
        Row::assumption("enterprises.linkage_growth_in_productive_work_per_year", Unit::PerYear, [0.10, 0.0, 0.5])
            .off(0.0)
            .means(
                "Yearly share of what linkage lacks, bought from now on from the other members of an operating productive venture.",
                "Part annuelle du manque d'ancrage achetée désormais aux autres membres d'une entreprise productive commune en activité.",
            )
            .assumed("size assumed"),
    ),
    (
        Key::LinkageRelaxation,
        Row::assumption("enterprises.linkage_relaxation_per_year", Unit::PerYear, [0.25, 0.0, 2.0])
            .off(0.0)
            .means(
                "Share of what is bought from a supplier that goes back outside in a year, unless the owners are casual friends.",
                "Part des achats à un fournisseur d'ici qui retourne ailleurs en un an, sauf si les deux chefs d'entreprise sont amis.",
            )
            .assumed("a supplier kept for four years on average without a tie; no study of rural suppliers"),
    ),
    (
        Key::NonPresentialNewcomer,
        Row::assumption("enterprises.newcomer_non_presential_share", Unit::Share, [0.75, 0.0, 1.0])
            .means(
                "Newcomers' enterprises whose trade is not to serve those who live or stay here (Insee's productive sphere).",
                "Entreprises des néo-habitants dont le métier n'est pas de servir la population (sphère productive de l'Insee).",
            )
            .assumed("freelance services to firms; no measure"),
    ),
    (
        Key::NonPresentialLocal,
        Row::assumption("enterprises.local_non_presential_share", Unit::Share, [0.3, 0.0, 1.0])
            .means(
                "Locals' enterprises whose trade is not to serve those who live or stay here.",
                "Entreprises des habitants de longue date dont le métier n'est pas de servir la population.",
            )
            .assumed("establishments by sector, Sirene"),
    ),
    (
        Key::TurnoverPerJob,
        Row::assumption("enterprises.turnover_per_job_eur_per_year", Unit::EurPerYear, [90_000.0, 20_000.0, 500_000.0])
            .means(
                "Turnover for which an enterprise gives one job more than its owner's.",
                "Chiffre d'affaires pour lequel une entreprise offre un emploi de plus que celui de son chef.",
            )
            .assumed("order of magnitude of small service firms"),
    ),
    (
        Key::JobLoss,
        Row::assumption("enterprises.job_loss_per_year", Unit::PerYear, [0.05, 0.0, 0.5])
            .means("Hazard that an employee becomes unemployed.", "Risque qu'un salarié devienne chômeur.")
            .assumed("with the next one, gives the unemployment of RP2022 (6.8 %)"),
    ),
    (
        Key::JobFound,
        Row::assumption("enterprises.job_found_per_year", Unit::PerYear, [0.65, 0.0, 12.0])
            .means("Hazard that an unemployed resident finds a job.", "Risque qu'un chômeur trouve un emploi.")
            .assumed("see the previous one"),
    ),
    (
        Key::RetirementAge,
        Row::constant("enterprises.retirement_age_years", Unit::Years, [63.0, 55.0, 75.0])
            .of(Kind::Integer)
            .means(
                "Mean age at which residents retire; two years earlier or later from one to another.",
                "Âge moyen de départ en retraite ; deux ans de moins ou de plus de l'un à l'autre.",
            )
            .sourced("French mean age of retirement, about 63"),
    ),
    (
        Key::FarmSuccession,
        Row::assumption("enterprises.farm_succession_share", Unit::Share, [0.6, 0.0, 1.0])
            .means(
                "Farms that someone takes over when the farmer retires.",
                "Part des fermes reprises au départ en retraite de l'exploitant.",
            )
            .assumed("two retirements in three were replaced in France in the 2010s, fewer in the mountains"),
    ),
    (
        Key::FirstJobAge,
        Row::constant("enterprises.first_job_age_years", Unit::Years, [21.0, 18.0, 30.0])
            .of(Kind::Integer)
            .means(
                "Age at which those who stayed look for a first job.",
                "Âge auquel ceux qui sont restés cherchent un premier emploi.",
            )
            .assumed("end of studies"),
    ),
];
