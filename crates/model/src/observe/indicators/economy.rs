//! Economy: income by base, the three definitions of productive side by side, jobs, enterprises and their markets.

use super::Indicator;
use super::row::{Aggregation, Better, Entry, PEOPLE, Theme};
use super::unit::Measure;

const ACCOUNTS: &str = "economic base theory, Davezies 2008; model 4.8";
const SECTOR: &str = "Insee, non-presential sphere; model 4.8 (i)";
const ORIGIN: &str = "Davezies 2008; model 4.8 (ii)";
const ANCHORED: &str = "field notes 6; model 4.8 (iii)";
const FLOW: &str = "about one part in a thousand of the income of the reference: visible in its accounts";
const FIVE_JOBS: &str = "five jobs: a small enterprise";
const FIVE_ENTERPRISES: &str = "five enterprises, one in a hundred of the reference or more";
const COHORT: &str = "Insee, SINE/cohort of enterprises created in 2014: 75 % at three years, 61 % at five (2010: 71/60; 2018: 82/69)";
const FIVE_OF_A_HUNDRED: &str = "five of the hundred enterprises that begin in a year";
const FIVE_POINTS: &str = "five points of sales, partners or purchases";

const fn row(id: &'static str, unit: Measure, aggregation: Aggregation) -> Entry {
    Entry::new(Theme::Economy, id, unit, aggregation)
}

const fn income(id: &'static str) -> Entry {
    row(id, Measure::EurPerYear, Aggregation::Flow12).source(ACCOUNTS)
}

const fn productive(id: &'static str) -> Entry {
    row(id, Measure::EurPerYear, Aggregation::Flow12)
}

const fn jobs(id: &'static str) -> Entry {
    row(id, Measure::Jobs, Aggregation::Last)
}

const fn enterprises(id: &'static str) -> Entry {
    row(id, Measure::Count, Aggregation::Last).source("model 4.2")
}

const fn alive(id: &'static str) -> Entry {
    row(id, Measure::Share, Aggregation::Last).source(COHORT)
}

pub(super) const ROWS: &[(Indicator, Entry)] = &[
    (
        Indicator::IncomeProductive,
        income("basic_income_productive_eur_per_year")
            .label("Productive basic income", "Revenu basique productif")
            .means(
                "Income that enters because something made here is sold outside.",
                "Revenu qui entre parce qu'une production d'ici est vendue ailleurs.",
            )
            .formula("productive part of basic income B")
            .better(Better::Higher, 100_000.0, "about two jobs and their margin"),
    ),
    (
        Indicator::IncomeResidential,
        income("basic_income_residential_eur_per_year")
            .label("Residential basic income", "Revenu basique résidentiel")
            .means(
                "Income that enters because people live or stay here: pensions, commuters' and remote wages, visitors.",
                "Revenu qui entre parce qu'on vit ou séjourne ici : retraites, salaires gagnés ailleurs, visiteurs.",
            )
            .formula("residential part of basic income B: pensions, commuters' and remote wages, second homes, tourism")
            .better(Better::Neither, 200_000.0, FLOW),
    ),
    (
        Indicator::IncomePublic,
        income("basic_income_public_eur_per_year")
            .label("Public basic income", "Revenu basique public")
            .means(
                "Wages that public bodies pay in the territory.",
                "Traitements que versent les administrations dans le territoire.",
            )
            .formula("public part of basic income B")
            .better(Better::Neither, 200_000.0, FLOW),
    ),
    (
        Indicator::IncomeSocial,
        income("basic_income_social_eur_per_year")
            .label("Social basic income", "Revenu basique social")
            .means(
                "Social transfers other than pensions.",
                "Prestations sociales hors retraites.",
            )
            .formula("social part of basic income B")
            .better(Better::Neither, 200_000.0, FLOW),
    ),
    (
        Indicator::IncomeSubstituted,
        income("substituted_income_eur_per_year")
            .label("Income kept by buying here", "Revenu gardé par les achats d'ici")
            .means(
                "Income that stays because enterprises buy from others here what they bought outside at their start.",
                "Revenu qui reste parce que des entreprises achètent à d'autres, ici, ce qu'elles achetaient ailleurs à leurs débuts.",
            )
            .formula("V, value added of what enterprises supply to others here along named links")
            .better(Better::Higher, 50_000.0, "about one job and its margin"),
    ),
    (
        Indicator::IncomeTotal,
        income("total_income_eur_per_year")
            .label("Total income", "Revenu total")
            .means(
                "All income of the territory, once what enters and what is kept by buying here has been spent and re-spent in it.",
                "Ensemble des revenus du territoire, une fois ce qui entre et ce que gardent les achats d'ici dépensé et redépensé sur place.",
            )
            .formula("Y = (B + V)/(1 - s), B the four basic incomes, V the income kept by buying here, s the share re-spent and kept")
            .better(Better::Higher, 200_000.0, FLOW)
            .headline(),
    ),
    (
        Indicator::ProductiveSector,
        productive("productive_sector_eur_per_year")
            .label("Productive economy (sector)", "Économie productive (secteur)")
            .means(
                "Value added by enterprises whose trade is not to serve those who live or stay here: Insee's productive sphere.",
                "Valeur ajoutée des entreprises dont le métier n'est pas de servir ceux qui vivent ou séjournent ici : la sphère \
                 productive de l'Insee.",
            )
            .formula("value added of the enterprises of the non-presential sphere")
            .better(Better::Higher, 100_000.0, "about two jobs and their margin")
            .source(SECTOR),
    ),
    (
        Indicator::ProductiveOrigin,
        productive("productive_origin_eur_per_year")
            .label("Productive economy (origin of income)", "Économie productive (origine du revenu)")
            .means(
                "Value added here by what is sold outside, wherever the enterprise has its ties.",
                "Valeur ajoutée ici par ce qui est vendu ailleurs, où que l'entreprise ait ses attaches.",
            )
            .formula("sum over enterprises of value added x o, o the outside-sales share")
            .better(Better::Higher, 100_000.0, "about two jobs and their margin")
            .source(ORIGIN),
    ),
    (
        Indicator::ProductiveAnchored,
        productive("productive_anchored_eur_per_year")
            .label("Anchored export income", "Économie productive ancrée")
            .in_full("Locally anchored export income", "Économie productive ancrée localement")
            .means(
                "Value added that is sold outside and draws on purchases, partners and hires found here.",
                "Valeur ajoutée vendue ailleurs et fondée sur des achats, des partenaires et des emplois d'ici.",
            )
            .formula("sum over enterprises of value added x o x l, l the local linkage")
            .better(Better::Higher, 50_000.0, "about one job and its margin: the anchored part is the smallest")
            .source(ANCHORED)
            .headline(),
    ),
    (
        Indicator::ProductiveSectorJobs,
        jobs("productive_sector_jobs")
            .label("Productive jobs (sector)", "Emplois productifs (secteur)")
            .means(
                "Jobs in enterprises whose trade is not to serve those who live or stay here.",
                "Emplois des entreprises dont le métier n'est pas de servir ceux qui vivent ou séjournent ici.",
            )
            .formula("jobs of the enterprises of the non-presential sphere")
            .better(Better::Higher, 5.0, FIVE_JOBS)
            .source(SECTOR),
    ),
    (
        Indicator::ProductiveOriginJobs,
        jobs("productive_origin_jobs")
            .label("Productive jobs (origin of income)", "Emplois productifs (origine du revenu)")
            .means(
                "Jobs that live on sales outside.",
                "Emplois qui vivent de ventes à l'extérieur.",
            )
            .formula("sum over enterprises of jobs x o")
            .better(Better::Higher, 5.0, FIVE_JOBS)
            .decimals(1)
            .source(ORIGIN),
    ),
    (
        Indicator::ProductiveAnchoredJobs,
        jobs("productive_anchored_jobs")
            .label("Anchored export jobs", "Emplois productifs ancrés")
            .in_full(
                "Jobs in the locally anchored export economy",
                "Emplois de l'économie productive ancrée",
            )
            .means(
                "Jobs that live on sales outside and are tied to what is found here.",
                "Emplois qui vivent de ventes à l'extérieur et tiennent à ce que l'on trouve ici.",
            )
            .formula("sum over enterprises of jobs x o x l")
            .better(Better::Higher, 2.0, "two jobs: the anchored part is the smallest")
            .decimals(1)
            .source(ANCHORED)
            .headline(),
    ),
    (
        Indicator::PresentialPrivateJobs,
        jobs("presential_private_jobs")
            .label("Local-service jobs", "Emplois des services à la population")
            .means(
                "Private jobs that serve those who live or stay here: shops, crafts, care.",
                "Emplois privés au service de ceux qui vivent ou séjournent ici : commerces, artisanat, soins.",
            )
            .formula("private jobs of the presential sphere")
            .better(Better::Higher, 5.0, FIVE_JOBS)
            .source("Insee, presential sphere; Lenormand, Huet, Deffuant 2012"),
    ),
    (
        Indicator::PublicJobs,
        jobs("public_jobs")
            .label("Public jobs", "Emplois publics")
            .means(
                "Jobs of public bodies.",
                "Emplois des administrations.",
            )
            .formula("jobs of public bodies in the territory")
            .better(Better::Neither, 5.0, FIVE_JOBS)
            .source("Insee, presential sphere"),
    ),
    (
        Indicator::TotalJobs,
        jobs("total_jobs")
            .label("Jobs", "Emplois")
            .means(
                "All jobs in the territory.",
                "Tous les emplois du territoire.",
            )
            .formula("non-presential + presential private + public jobs")
            .better(Better::Higher, 5.0, FIVE_JOBS)
            .source("Insee RP2022"),
    ),
    (
        Indicator::EnterprisesLocals,
        enterprises("enterprises_locals_count")
            .label("Locals' enterprises", "Entreprises d'habitants de longue date")
            .means(
                "Enterprises run by locals.",
                "Entreprises dirigées par des habitants de longue date.",
            )
            .formula("enterprises alive at the end of the month whose entrepreneur is a local")
            .better(Better::Higher, 5.0, FIVE_ENTERPRISES)
            .by(PEOPLE),
    ),
    (
        Indicator::EnterprisesNewcomers,
        enterprises("enterprises_newcomers_count")
            .label("Newcomers' enterprises", "Entreprises de néo-habitants")
            .means(
                "Enterprises run by newcomers.",
                "Entreprises dirigées par des néo-habitants.",
            )
            .formula("enterprises alive at the end of the month whose entrepreneur is a newcomer")
            .better(Better::Higher, 5.0, FIVE_ENTERPRISES)
            .by(PEOPLE),
    ),
    (
        Indicator::EnterprisesOutward,
        enterprises("enterprises_selling_outside_count")
            .label("Enterprises selling outside", "Entreprises tournées vers l'extérieur")
            .means(
                "Enterprises that sell more outside the territory than in it.",
                "Entreprises qui vendent davantage hors du territoire qu'en son sein.",
            )
            .formula("enterprises alive at the end of the month with o > .5")
            .better(Better::Neither, 5.0, FIVE_ENTERPRISES)
            .by(PEOPLE),
    ),
    (
        Indicator::EnterprisesAlive3Years,
        alive("enterprises_alive_after_three_years_share")
            .label("Enterprises alive after 3 years", "Entreprises en vie à 3 ans")
            .means(
                "Of the enterprises begun three to four years ago, the share that was alive after three years.",
                "Part des entreprises créées il y a trois à quatre ans qui étaient en vie au bout de trois ans.",
            )
            .formula(
                "enterprises begun 36 to 47 months ago that did not end within 36 months, by failure, departure, death or \
                 retirement of the owner / enterprises begun then; undefined when none began then or before 48 months of \
                 simulation",
            )
            .better(Better::Higher, 0.05, FIVE_OF_A_HUNDRED),
    ),
    (
        Indicator::EnterprisesAlive5Years,
        alive("enterprises_alive_after_five_years_share")
            .label("Enterprises alive after 5 years", "Entreprises en vie à 5 ans")
            .means(
                "Of the enterprises begun five to six years ago, the share that was alive after five years.",
                "Part des entreprises créées il y a cinq à six ans qui étaient en vie au bout de cinq ans.",
            )
            .formula(
                "enterprises begun 60 to 71 months ago that did not end within 60 months, by failure, departure, death or \
                 retirement of the owner / enterprises begun then; undefined when none began then or before 72 months of \
                 simulation",
            )
            .better(Better::Higher, 0.05, FIVE_OF_A_HUNDRED),
    ),
    (
        Indicator::OutsideSalesLocals,
        row("locals_outside_sales_share", Measure::Share, Aggregation::Last)
            .label("Outside sales of locals", "Ventes extérieures, habitants de longue date")
            .means(
                "Mean share of sales made outside by locals' enterprises.",
                "Part moyenne des ventes faites à l'extérieur par les entreprises d'habitants de longue date.",
            )
            .formula("mean of o over locals' enterprises, each counting once; undefined without one")
            .better(Better::Neither, 0.05, FIVE_POINTS)
            .source("model 4.2"),
    ),
    (
        Indicator::OutsideSalesNewcomers,
        row("newcomers_outside_sales_share", Measure::Share, Aggregation::Last)
            .label("Outside sales of newcomers", "Ventes extérieures, néo-habitants")
            .means(
                "Mean share of sales made outside by newcomers' enterprises.",
                "Part moyenne des ventes faites à l'extérieur par les entreprises de néo-habitants.",
            )
            .formula("mean of o over newcomers' enterprises, each counting once; undefined without one")
            .better(Better::Neither, 0.05, FIVE_POINTS)
            .source("Bosworth 2010; model 4.2"),
    ),
    (
        Indicator::LocalLinkage,
        row("local_linkage_share", Measure::Share, Aggregation::Last)
            .label("Local linkage", "Ancrage local")
            .means(
                "Mean share of purchases, partners and hires that enterprises find in the territory.",
                "Part moyenne des achats, partenaires et embauches que les entreprises trouvent dans le territoire.",
            )
            .formula("mean of l over enterprises, each counting once; undefined without one")
            .better(Better::Higher, 0.02, "two points over all enterprises, or twenty over one in ten")
            .decimals(3)
            .source("model 4.2")
            .by(PEOPLE),
    ),
    (
        Indicator::LocalGrowth,
        row("turnover_growth_local_share", Measure::Share, Aggregation::Mean12)
            .label("Growth sold locally", "Croissance vendue sur place")
            .means(
                "Of the turnover that growing enterprises gained in a year, the share sold in the territory.",
                "Part vendue dans le territoire du chiffre d'affaires gagné en un an par les entreprises en croissance.",
            )
            .formula(
                "increments of turnover sold locally / increments of turnover, over 12 months and enterprises that grew; \
                 undefined when none grew",
            )
            .better(Better::Higher, 0.05, FIVE_POINTS)
            .source("field notes 6; model 4.2"),
    ),
    (
        Indicator::Leakage,
        row("leakage_share", Measure::Share, Aggregation::Mean12)
            .label("Leakage", "Fuites")
            .means(
                "Share of the territory's income that is spent outside.",
                "Part des revenus du territoire qui est dépensée ailleurs.",
            )
            .formula("income spent outside / Y, over 12 months; undefined when Y = 0")
            .better(Better::Lower, 0.01, "one euro in a hundred")
            .decimals(3)
            .source(ACCOUNTS),
    ),
    (
        Indicator::CostPerAnchoredJob,
        row("cost_per_anchored_job_eur_per_job", Measure::EurPerJob, Aggregation::Cumulative)
            .label("Cost per anchored job", "Coût par emploi ancré")
            .means(
                "Public money spent for each anchored job gained since the start; gross, so compare worlds in pairs.",
                "Argent public dépensé par emploi ancré gagné depuis le début ; brut, donc à comparer par paires de mondes.",
            )
            .formula(
                "public spending since the first month / (anchored jobs - anchored jobs at the start); undefined when no \
                 job was gained",
            )
            .better(Better::Lower, 10_000.0, "a quarter of a facilitator's year")
            .source("model 6"),
    ),
];
