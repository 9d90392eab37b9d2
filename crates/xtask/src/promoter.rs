//! The history of Murat beside every dated figure of its promoter and of the press. Writes `docs/promoter.md`.
//!
//! `cargo run --release -p xtask -- promoter [WORLDS]`. The figures are rows of
//! `scenarios/territories/murat-programme-history.csv`; a row without an answer here is a panic.

use crate::common::{SEED, defined, difference_told, number, runs, scenario, spread_told, worlds, write};
use hameau_analysis::statistics::quantile;
use hameau_model::inputs::scenario::Scenario;
use hameau_model::kernel::random::World;
use hameau_model::kernel::units::Cents;
use hameau_model::observe::indicators::Indicator;
use hameau_model::rules::step::Simulation;
use hameau_model::state::places::NOWHERE;
use hameau_model::state::population::{Brought, Occupation};
use std::fmt::Write;

const FIGURES: &str = include_str!("../../../scenarios/territories/murat-programme-history.csv");

/// Months of the history, which begins in January 2007, until March 2017.
const MONTHS: usize = 123;

/// What a world of the history holds at the end of a month.
#[derive(Clone, Copy, Default)]
struct Held {
    persons: f64,
    children: f64,
    entrepreneurs: f64,
    enterprises: f64,
    jobs: f64,
    in_residence: f64,
    spent: f64,
}

/// What the model has to say of a figure.
enum Answer {
    /// What is simulated, the figure, and the month at whose end it is read.
    Simulated(&'static str, f64, usize, fn(&Held) -> f64),
    /// An input of the scenario: no result.
    Given(&'static str),
    /// Nothing.
    Cannot(&'static str),
}

use Answer::{Cannot, Given, Simulated};

/// Answers by the fact that the row names and, where one fact has several rows, its value.
fn answers(fact: &str, value: &str) -> Vec<Answer> {
    let persons = |figure, month| Simulated("persons brought", figure, month, |held| held.persons);
    let entrepreneurs =
        |figure, month| Simulated("entrepreneurs brought", figure, month, |held| held.entrepreneurs);
    match (fact, value) {
        ("Premier télécentre dans la Maison des services (4 bureaux; 45 m2)", _) => {
            vec![Given("capacity of the place until November 2011")]
        }
        ("Second télécentre (extension) ouvert", _) => vec![Given("date of the extension")],
        (
            "Espace COcotte Numérique: aménagement et équipement"
            | "FabLab ajouté: aménagement et équipement"
            | "Télécentre du Pays de Murat: budget d'investissement",
            _,
        ) => {
            vec![Given("cost of the fit-out and its shares of funding")]
        }
        ("Coût de la politique télétravail depuis l'origine", _) => {
            vec![Simulated("spent by all instruments, EUR", 500_000.0, 96, |held| held.spent)]
        }
        ("Retombées réinjectées dans le Cantal", _) => vec![Cannot(
            "a study ordered in 2014 counted what households of newcomers consume, 59 % of it in the Pays de Murat (read in an \
             excerpt); against what is not said, and neither the department nor real estate is simulated",
        )],
        ("Cybercantal télécentres: coût pour le Conseil général", _) => {
            vec![Cannot("seven sites, of which the territory holds one")]
        }
        ("Télétravailleurs réguliers du réseau Cybercantal (7 télécentres)", _) => {
            vec![Cannot("users of seven sites, of which the territory holds one")]
        }
        ("Tarifs bureau", _) => {
            vec![Given("order of magnitude of the day fee; one fee for everybody is simulated")]
        }
        ("Groupes de formation télétravail", _) => vec![Given("people trained in a year")],
        ("Logement passerelle gratuit et accompagnement", _) => vec![Given("date of the gateway homes")],
        ("Entrepreneurs installés", _) => vec![entrepreneurs(22.0, 72)],
        ("Nouvelles entreprises / nouvelles personnes accueillies", _) => vec![
            Simulated("enterprises of people brought, alive", 22.0, 78, |held| held.enterprises),
            persons(54.0, 78),
        ],
        ("Entrepreneurs installés / personnes avec familles", _) => {
            vec![entrepreneurs(25.0, 90), persons(52.0, 90)]
        }
        ("Nouveaux arrivants / familles / enfants scolarisés / emplois directs", _) => vec![
            persons(52.0, 84),
            Cannot("22 families: residents have no families"),
            Simulated("children brought, of any age", 16.0, 84, |held| held.children),
            Simulated("jobs of the enterprises of people brought, owners included", 31.0, 84, |held| {
                held.jobs
            }),
        ],
        ("Nouveaux arrivants cumulés", _) => vec![persons(88.0, 123)],
        ("Entrepreneurs accompagnés depuis 2009 / en résidence", _) => vec![
            entrepreneurs(43.0, 123),
            Simulated("entrepreneurs brought who use the place", 23.0, 123, |held| held.in_residence),
        ],
        ("Venant d'une autre région / satisfaction cadre de vie et travail", _) => {
            vec![Cannot("origins are two, without a region; satisfaction is not simulated")]
        }
        (
            "Pack accueil: loyer 3 ou 6 mois; salaire au Smic; formations; coworking gratuit; accompagnement 1 an",
            _,
        ) => {
            vec![Given("the pack, whose cost is assumed")]
        }
        ("Nouvelles installations prévues", _) => {
            vec![Cannot("a plan, in a truncated text, for no stated date")]
        }
        (
            "Employeurs de Murat: minoterie-aliments Jambon 45; Imerys diatomite 25; Constructions Murataises 25; Intermarché 25; hôpital local 30 lits; lycée pro et collège",
            _,
        ) => {
            vec![Cannot("employers are not simulated one by one")]
        }
        (fact, value) => panic!("nothing is said of `{fact}` = `{value}`"),
    }
}

fn held(simulation: &Simulation, children: u32) -> Held {
    let state = simulation.state();
    let values = &simulation.scenario().values;
    let mut held = Held {
        persons: f64::from(state.totals.brought),
        children: f64::from(children),
        entrepreneurs: f64::from(state.totals.programme_entrepreneurs[0]),
        spent: state.totals.spent.iter().copied().sum::<Cents>().eur(),
        ..Held::default()
    };
    for row in state.residents.order() {
        let at = *row as usize;
        if state.residents.brought[at] != Brought::Entrepreneur {
            continue;
        }
        if state.residents.occupation[at] == Occupation::Entrepreneur {
            held.enterprises += 1.0;
            held.jobs += f64::from(state.enterprises.jobs(values, *row));
        }
        held.in_residence += f64::from(u8::from(state.users.place[at] != NOWHERE));
    }
    held
}

fn history(scenario: &Scenario, world: World) -> Vec<Held> {
    let mut simulation = Simulation::new(scenario, world, None);
    let mut children = 0;
    (0..MONTHS)
        .map(|_| {
            simulation.step();
            children += simulation.state().flows.brought[1];
            held(&simulation, children)
        })
        .collect()
}

fn cell(text: &str) -> String {
    text.replace('|', "/")
}

pub fn run(words: &[String]) {
    let count = number(words, 0, 24);
    let last = format!("simulation.duration_months={MONTHS}");
    let murat = scenario("murat-history", &[&last]);
    let worlds = worlds(count, |world| history(&murat, world));
    let mut text = format!(
        "# Murat: the promoter's figures and the simulated history\n\nWritten by `cargo run --release -p xtask -- promoter {count}`: \
         scenario `murat-history`, {count} worlds of seed {SEED}; medians with the 5-95 % of worlds. Figures are those of \
         `scenarios/territories/murat-programme-history.csv`, every row of it.\n\n**The figures are gross**: people who came, \
         not people who came because of the programme, and no source says how many would have come, worked or started anyway, \
         nor how many left again. They are told by those who ran the programme; sources differ (52, 54). What is simulated \
         beside them is gross as well. Those of P3 in [patterns.md](patterns.md) were used for calibration: persons by 2013 and by 2017, and 23 of 43 \
         entrepreneurs as those who *ever* used the place, a wide reading of \"in residence\"; agreement on persons proves \
         nothing.\n\n\
         | fact | figure | date | source | simulated | median (5-95 %) | figure within |\n|---|---|---|---|---|---|---|\n"
    );
    let mut missing = String::new();
    let mut reader = csv::Reader::from_reader(FIGURES.as_bytes());
    for record in reader.records() {
        let record = record.expect("a row of five columns");
        let [fact, value, date, source] = [1, 2, 3, 4].map(|column| cell(&record[column]));
        for answer in answers(&record[1], &record[2]) {
            match answer {
                Simulated(what, figure, month, of) => {
                    let mut values: Vec<f64> = worlds.iter().map(|world| of(&world[month - 1])).collect();
                    values.sort_by(f64::total_cmp);
                    let [low, median, high] =
                        [0.05, 0.5, 0.95].map(|share| quantile(&values, share).expect("there are worlds"));
                    let within = if (low..=high).contains(&figure) { "yes" } else { "**no**" };
                    let month_name = murat.start().plus(month as u32 - 1);
                    let _ = writeln!(
                        text,
                        "| {fact} | {figure} of \"{value}\" | {date} | {source} | {what}, end of {month_name} | {median:.0} \
                         ({low:.0} to {high:.0}) | {within} |"
                    );
                }
                Given(what) => {
                    let _ = writeln!(
                        missing,
                        "| {fact} | {value} | {date} | {source} | input of the scenario: {what} |"
                    );
                }
                Cannot(why) => {
                    let _ =
                        writeln!(missing, "| {fact} | {value} | {date} | {source} | not simulated: {why} |");
                }
            }
        }
    }
    text += "\n## Figures without a simulated counterpart\n\n| fact | figure | date | source | why |\n|---|---|---|---|---|\n";
    text += &missing;
    net(&mut text, count, &last);
    write("docs/promoter.md", &text);
}

/// What the welcome programme changes, against the same worlds without it.
fn net(text: &mut String, count: u32, last: &str) {
    let with = runs("murat-history", &[last], count);
    let without = runs("murat-history", &[last, "programme.welcome.brought_persons_per_year=0"], count);
    let at = |indicator| [with.at(indicator, MONTHS), without.at(indicator, MONTHS)];
    let _ = writeln!(
        text,
        "\n## Gross and net\n\nThe history less the same history whose welcome programme brings nobody, in March 2017: means of \
         paired differences with their intervals of 95 %. Net of those who left again, died or closed, and of what their \
         children and enterprises added; not net of those who would have come anyway, because nobody knows how many: the \
         programme's people come on top by construction.\n\n| | brought, gross | more than without |\n|---|---|---|"
    );
    let gross = spread_told(&defined(&with.at(Indicator::ProgrammeArrivals, MONTHS)), 0);
    for (name, gross, indicator) in [
        ("inhabitants", gross.as_str(), Indicator::Inhabitants),
        ("adult newcomers", "", Indicator::Newcomers),
        ("enterprises of newcomers", "", Indicator::EnterprisesNewcomers),
        ("productive jobs, anchored", "", Indicator::ProductiveAnchoredJobs),
    ] {
        let [with, without] = at(indicator);
        let _ = writeln!(text, "| {name} | {gross} | {} |", difference_told(&with, &without, 1));
    }
}
