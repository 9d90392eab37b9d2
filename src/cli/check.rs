//! `hameau check`.

use super::options::Lang;
use super::{Disk, Exit, colours, say};
use crate::api::{self, EntrySummary, Explained, Overridden, Remarked, ScenarioSummary};
use hameau_model::inputs::mistakes::{Help, Mistake, Mistakes, Phrase, Spot, Wrong};
use hameau_model::inputs::parameters::{Role, Row, Status};
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Files, Instrument, Layer, Overrides, SET, Scenario, as_text};
use hameau_model::inputs::territory::Backcast;
use hameau_model::kernel::units::Month;
use hameau_model::programme::Budget;
use hameau_words::{Language, amounts, budget_lines, months};
use serde_json::json;
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// Validates scenarios and prints what is in force
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Scenario files; `hameau:baseline` and the like come with the program
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Overrides one key: `travel.speed_km_per_hour=60`, `programme.NAME.until=2019-12`
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Tells one value, or those of a section or entry: what it is, who set it, where
    #[arg(long, value_name = "KEY")]
    explain: Option<String>,
    /// The month for `--explain`, such as 2017-03
    #[arg(long, value_name = "MONTH", requires = "explain")]
    at: Option<String>,
    /// Prints JSON
    #[arg(long)]
    json: bool,
    /// Language of what is read; else that of the locale
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let language = Lang::or_locale(arguments.lang);
    let overrides = Overrides { sweep: Vec::new(), set: arguments.set.clone() };
    let api::Checked { scenarios, mut mistakes } = api::check(&arguments.files, &overrides, &Disk);
    let at = arguments.at.as_deref().and_then(|text| {
        let month = Month::parse(text);
        if month.is_none() {
            let spot = Spot { span: 0..text.len(), ..Spot::whole("--at") };
            let what =
                Wrong::NotAMonth { key: "--at".to_owned(), value: text.to_owned(), why: Phrase::MonthForm };
            mistakes.push(spot, what, Help::ForInstance { text: "--at 2017-03".to_owned() });
        }
        month
    });
    let mut explained = Vec::new();
    let sound_month = at.is_some() || arguments.at.is_none();
    if let Some(key) = arguments.explain.as_ref().filter(|_| sound_month) {
        for scenario in &scenarios {
            match api::explain(scenario, key, at) {
                Ok(values) => explained.push((scenario.file.as_str(), values)),
                Err(mistake) if mistakes.0.contains(&mistake) => {}
                Err(mistake) => mistakes.0.push(*mistake),
            }
        }
    }
    let summaries: Vec<ScenarioSummary> = scenarios.iter().map(ScenarioSummary::from).collect();
    let text = match (arguments.json, &arguments.explain) {
        (true, _) => as_json(&summaries, &explained, &mistakes, language),
        (false, Some(key)) => {
            explained.iter().map(|(file, values)| told(file, key, values, language)).collect()
        }
        (false, None) => scenarios.iter().map(|scenario| summary(scenario, language)).collect(),
    };
    let said = say(&text);
    if mistakes.0.is_empty() {
        return said;
    }
    if !arguments.json {
        let text_of = |file: &str| text_of(file, arguments);
        let shown = printer::render(&mistakes, colours(&io::stderr()), language, &text_of);
        let _ = io::stderr().write_all(shown.as_bytes());
    }
    Exit::Mistake
}

/// The text in which a mistake stands.
fn text_of(file: &str, arguments: &Arguments) -> Option<String> {
    match file {
        SET => Some(as_text(&arguments.set)),
        "--explain" => arguments.explain.clone(),
        "--at" => arguments.at.clone(),
        file => hameau_model::inputs::scenario::text_of(&Disk as &dyn Files, file),
    }
}

fn as_json(
    summaries: &[ScenarioSummary],
    explained: &[(&str, Vec<Explained>)],
    mistakes: &Mistakes,
    language: Language,
) -> String {
    let mistakes: Vec<_> = mistakes
        .0
        .iter()
        .map(|Mistake { spot, what, help }| {
            let (what, help) = (what.say(language), help.as_ref().map(|help| help.say(language)));
            json!({ "file": spot.file, "line": spot.line, "column": spot.column, "what": what, "help": help })
        })
        .collect();
    let explained: Vec<_> =
        explained.iter().map(|(file, values)| json!({ "file": file, "values": values })).collect();
    let all = json!({ "scenarios": summaries, "explained": explained, "mistakes": mistakes });
    format!("{all:#}\n")
}

/// A named line of a summary.
fn row(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "{}", format!("  {name:<11} {value}").trim_end());
}

fn summary(meant: &Scenario, language: Language) -> String {
    let facts = meant.territory.described_for(meant.start());
    let scenario = ScenarioSummary::from(meant);
    let mut text = String::new();
    let title = scenario.title.map_or(String::new(), |title| {
        language.of((": ", " : ")).to_owned() + language.of((&title.en, &title.fr))
    });
    row(
        &mut text,
        language.of(("question", "question")),
        &if scenario.questions.is_empty() {
            language.of(("none named", "aucune nommée")).to_owned()
        } else {
            scenario.questions.join(", ")
        },
    );
    let communes = several(scenario.communes, "commune");
    row(&mut text, language.of(("territory", "territoire")), &format!("{}, {communes}", scenario.territory));
    if facts != Backcast::Exact {
        row(&mut text, language.of(("start", "départ")), &language.of(facts.words()));
    }
    row(&mut text, language.of(("period", "période")), &months(meant.start(), Some(meant.last()), language));
    row(
        &mut text,
        language.of(("programme", "programme")),
        if scenario.programme.is_empty() { language.of(("none", "aucun")) } else { "" },
    );
    for (entry, written) in meant.programme.iter().zip(&scenario.programme) {
        let _ = writeln!(text, "    {}", entry_line(entry, language));
        levers(&mut text, written, language);
    }
    for (at, line) in budget_lines(&Budget::of(meant), language).iter().enumerate() {
        row(&mut text, if at == 0 { "budget" } else { "" }, line);
    }
    let defaults = ("all at their defaults", "tous à leur valeur par défaut");
    row(
        &mut text,
        language.of(("parameters", "paramètres")),
        if scenario.parameters.is_empty() { language.of(defaults) } else { "" },
    );
    scenario.parameters.iter().for_each(|parameter| line(&mut text, "    ", parameter, language));
    scenario.remarks.iter().for_each(|remark| remarked(&mut text, remark, language));
    let end = language.of(("no mistake", "aucune erreur"));
    format!("{}{title}  ({})\n{text}  {end}\n\n", scenario.name, scenario.file)
}

/// An entry of the programme in one line.
fn entry_line(entry: &Instrument, language: Language) -> String {
    let (name, instrument) = (&entry.name, language.of(entry.kind.record().title));
    let when = months(entry.from, entry.until, language);
    let place = entry
        .place
        .as_ref()
        .map_or(String::new(), |place| language.of((format!(", place {place}"), format!(", lieu {place}"))));
    let commune = entry.commune.as_ref().map_or(String::new(), |commune| format!(" ({})", commune.name));
    let funding = entry.funding.iter().map(|(funder, share)| {
        format!("{} {}", language.of(funder.words()), amounts::percent(*share, language))
    });
    let funding = funding.collect::<Vec<_>>().join(", ");
    language.of((
        format!("{name}: {instrument}, {when}{place}{commune}; paid by {funding}"),
        format!("{name} : {instrument}, {when}{place}{commune} ; payé par {funding}"),
    ))
}

/// The levers of an entry that somebody wrote, and the costs that follow from them.
fn levers(text: &mut String, entry: &EntrySummary, language: Language) {
    const INDENT: &str = "      ";
    entry.levers.iter().for_each(|lever| line(text, INDENT, lever, language));
    for cost in entry.follows.iter().filter(|cost| cost.value != cost.default) {
        let (by_default, how) =
            (language.of(("default", "par défaut")), language.of((&cost.how.0, &cost.how.1)));
        let semicolon = language.of(("; ", " ; "));
        let (name, value, default) = (&cost.name, &cost.value, &cost.default);
        let _ = writeln!(text, "{INDENT}{name} = {value}  ({by_default} {default}{semicolon}{how})");
    }
}

/// What may not be meant, and what to write.
fn remarked(text: &mut String, remark: &Remarked, language: Language) {
    let (what, help) =
        (language.of((&remark.what.0, &remark.what.1)), language.of((&remark.help.0, &remark.help.1)));
    row(text, language.of(("remark", "remarque")), &format!("{what}  ({})", remark.written));
    row(text, "", help);
}

fn line(text: &mut String, indent: &str, value: &Overridden, language: Language) {
    let semicolon = language.of(("; ", " ; "));
    let same = if value.value == value.default {
        language.of(("as by default", "comme par défaut")).to_owned()
    } else {
        format!("{} {}", language.of(("default", "par défaut")), value.default)
    };
    let source = value.source.as_ref().map_or(String::new(), |source| format!("{semicolon}{source}"));
    let setter = setter(value.by, Some(&value.written), language);
    let _ = writeln!(text, "{indent}{} = {}  ({same}{semicolon}{setter}{source})", value.name, value.value);
}

/// Who wrote a value, and where when that is a file.
fn setter(layer: Layer, written: Option<&str>, language: Language) -> String {
    let by = language.of(layer.words());
    match written.filter(|_| !matches!(layer, Layer::Sweep | Layer::Set)) {
        Some(written) => format!("{by}, {written}"),
        None => by.to_owned(),
    }
}

fn told(file: &str, key: &str, values: &[Explained], language: Language) -> String {
    let mut text = String::new();
    if values.is_empty() {
        let instrument = key.split_once('.').map_or(key, |(section, _)| section);
        let none = language.of((
            format!("{file}: no entry has the instrument {instrument}, so {key} is not in force"),
            format!("{file} : aucune entrée n'a l'instrument {instrument}, donc {key} n'est pas en vigueur"),
        ));
        let _ = writeln!(text, "{none}\n");
    }
    for value in values {
        let row = value.parameter.row();
        let unit = if value.value.starts_with('"') { "" } else { language.of(row.unit.words()) };
        let assigned = format!("{} = {} {unit}", value.key, value.value);
        let _ = writeln!(text, "{}  ({file})", assigned.trim_end());
        let set_by = value.by.map_or_else(
            || language.of(("the other levers", "les autres leviers")).to_owned(),
            |layer| setter(layer, value.written.as_deref(), language),
        );
        let mut told = |name: (&str, &str), value: &str| {
            let _ = writeln!(text, "  {:<9} {value}", language.of(name));
        };
        told(("set by", "fixé par"), &set_by);
        if let Some((en, fr)) = &value.follows {
            told(("how", "comment"), language.of((en, fr)));
        }
        told(("source", "source"), &value.source);
        told(("default", "défaut"), &value.default);
        told(("range", "permis"), &row.range().say(language));
        told(("role", "rôle"), &language.of((format!("{}, {}", value.role, value.status), standing(row))));
        told(("meaning", "sens"), language.of((row.en, row.fr)));
        if let (Some((month, en)), Some(fr)) = (&value.in_force, &value.in_force_fr) {
            let _ = writeln!(text, "  {} {month} {}", language.of(("in", "en")), language.of((en, fr)));
        }
        text.push('\n');
    }
    text
}

/// What a parameter may be used for and how its default is known, in French.
fn standing(row: &Row) -> String {
    let role = match row.role {
        Role::Constant => "constante",
        Role::Assumption => "hypothèse",
        Role::Lever => "levier",
    };
    let status = match row.status {
        Status::Sourced => "sourcé",
        Status::Assumed => "supposé",
        Status::Calibrated => "calé",
    };
    format!("{role}, {status}")
}

fn several(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
