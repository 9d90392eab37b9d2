//! The template `scenarios/reference.toml`: every key of a scenario with its meaning, unit, range and source.

use super::{GENERATED, values};
use hameau_model::inputs::parameters::{InstrumentKind, Row, SECTIONS, Section};

const HEAD: &str = r#"
# Every key of a scenario, at its default: run as it is, it changes nothing.
# Tous les paramètres d'un scénario, à leur valeur par défaut : tel quel, il ne change rien.
#
# A scenario of yours needs only what differs: copy the lines you change under a `base`. A value written in a scenario
# wins over the same value in its base or its territory. Any value may also carry where it comes from:
#   fixed_minutes = { value = 6, source = "timed on ten trips" }
# Un scénario n'écrit que ce qui diffère : recopiez les lignes à changer sous une `base`. Une valeur écrite dans un
# scénario l'emporte sur celle de sa base ou de son territoire. Toute valeur peut porter sa source, comme ci-dessus.
#
# Lines that begin with `#` and no space are keys to uncomment.
# Les lignes qui commencent par `#` sans espace sont des clés à décommenter.

name = "reference"
title = { en = "Every parameter at its default", fr = "Tous les paramètres à leur valeur par défaut" }
territory = "territories/hautes-terres.toml"

# The scenario this one departs from. · Le scénario dont celui-ci s'écarte.
#base = "baseline.toml"

# Which of the questions Q1 to Q7 it answers, one or several. · À quelles questions, de Q1 à Q7, il répond.
#question = ["Q2", "Q3"]

# Instruments of the base that are left out, by name. · Instruments de la base laissés de côté, par leur nom.
#without = ["coworking"]
"#;

const PROGRAMME: &str = r"
# ---------------------------------------------------------------------------------------------------------------------
# The programme: dated instruments. One block for each kind, complete, to uncomment and change.
# Le programme : des instruments datés. Un bloc par sorte d'instrument, complet, à décommenter et à modifier.
#
# instrument  which kind · quelle sorte
# name        its own name, small letters, digits and dashes · son nom à lui : minuscules, chiffres et tirets
# from        first month · premier mois
# until       last month; without it, to the end · dernier mois ; sans lui, jusqu'à la fin
# commune     code or name of the commune where it acts, if one · code ou nom de la commune où il agit, s'il en est une
# place       name of the shared place on which it acts, when it acts on one · nom du tiers-lieu concerné
# params      its levers · ses leviers
# funding     who pays, in shares that add up to 1 · qui paie, en parts dont la somme fait 1:
#             council, intercommunality, department, region, state, europe, users, other
";

/// The template scenario. Its sections are active and written at their defaults; the instruments are commented out.
#[must_use]
pub fn reference_scenario() -> String {
    let mut text = format!("# {GENERATED}\n#{HEAD}");
    SECTIONS
        .iter()
        .filter(|section| section.instrument.is_none())
        .for_each(|section| text.push_str(&table(section)));
    text.push_str(PROGRAMME);
    SECTIONS
        .iter()
        .filter(|section| section.instrument.is_some())
        .for_each(|section| text.push_str(&block(section)));
    text
}

fn table(section: &Section) -> String {
    let mut text = format!("\n# {}\n[{}]\n", title(section), section.name);
    section.rows.iter().for_each(|(_, row)| text.push_str(&key(row, "")));
    text
}

fn block(section: &Section) -> String {
    let name = section.name;
    let located = section.instrument.is_some_and(InstrumentKind::opens_place);
    let commune = if located { "#commune = \"15138\"\n" } else { "" };
    let mut text = format!(
        "\n# {}\n#[[programme]]\n#instrument = \"{name}\"\n#name = \"{}\"\n#from = \"2023-01\"\n#until = \"2032-12\"\n\
         {commune}#[programme.params]\n",
        title(section),
        name.replace('_', "-"),
    );
    section.rows.iter().for_each(|(_, row)| text.push_str(&key(row, "#")));
    text.push_str("#[programme.funding]\n#intercommunality = 0.5\n#region = 0.3\n#europe = 0.2\n");
    text
}

fn title(section: &Section) -> String {
    let (en, fr) = section.title;
    if en == fr { en.to_owned() } else { format!("{en} · {fr}") }
}

/// A key under its meaning in both languages and its facts.
fn key(row: &Row, mark: &str) -> String {
    let unit = match row.unit.words().0 {
        "" => String::new(),
        unit => format!("{unit}, "),
    };
    let off = row.off.map_or_else(String::new, |off| format!("; off: {}", values::shown(row, off)));
    format!(
        "# {}\n# {}\n# {unit}{}{off}. {}, {}: {}\n{mark}{} = {}\n",
        row.en,
        row.fr,
        values::range(row),
        capital(values::role(row.role)),
        values::status(row.status),
        row.source,
        row.key(),
        values::written(row, row.default),
    )
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
