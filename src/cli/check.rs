//! `hameau check`.

use super::{Disk, Exit, colours, say};
use crate::api::{self, Explained, Overridden, ScenarioSummary};
use hameau_model::inputs::mistakes::{Mistake, Mistakes, Spot, Wrong};
use hameau_model::inputs::printer;
use hameau_model::inputs::scenario::{Files, Overrides, SET, as_text};
use hameau_model::kernel::units::Month;
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
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let overrides = Overrides { sweep: Vec::new(), set: arguments.set.clone() };
    let api::Checked { scenarios, mut mistakes } = api::check(&arguments.files, &overrides, &Disk);
    let at = arguments.at.as_deref().and_then(|text| {
        let month = Month::parse(text);
        if month.is_none() {
            let spot = Spot { span: 0..text.len(), ..Spot::whole("--at") };
            let why = "a month is written like 2017-03".to_owned();
            mistakes.push(
                spot,
                Wrong::NotAMonth { key: "--at".to_owned(), value: text.to_owned(), why },
                None,
            );
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
        (true, _) => as_json(&summaries, &explained, &mistakes),
        (false, Some(key)) => explained.iter().map(|(file, values)| told(file, key, values)).collect(),
        (false, None) => summaries.iter().map(summary).collect(),
    };
    let said = say(&text);
    if mistakes.0.is_empty() {
        return said;
    }
    if !arguments.json {
        let text_of = |file: &str| text_of(file, arguments);
        let shown = printer::render(&mistakes, colours(&io::stderr()), &text_of);
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
) -> String {
    let mistakes: Vec<_> = mistakes
        .0
        .iter()
        .map(|Mistake { spot, what, help }| {
            json!({ "file": spot.file, "line": spot.line, "column": spot.column, "what": what.to_string(), "help": help })
        })
        .collect();
    let explained: Vec<_> =
        explained.iter().map(|(file, values)| json!({ "file": file, "values": values })).collect();
    let all = json!({ "scenarios": summaries, "explained": explained, "mistakes": mistakes });
    format!("{all:#}\n")
}

fn summary(scenario: &ScenarioSummary) -> String {
    let mut text = String::new();
    let title = scenario.title.as_ref().map_or(String::new(), |title| format!(": {}", title.en));
    let communes = several(scenario.communes, "commune");
    let questions =
        if scenario.questions.is_empty() { "none named".to_owned() } else { scenario.questions.join(", ") };
    let _ = writeln!(text, "{}  ({})", scenario.name.clone() + &title, scenario.file);
    let _ = writeln!(text, "  question    {questions}");
    let _ = writeln!(text, "  territory   {}, {communes}", scenario.territory);
    if let Some(facts) = &scenario.facts {
        let _ = writeln!(text, "  start       {facts}");
    }
    let _ = writeln!(text, "  period      {} to {}", scenario.first_month, scenario.last_month);
    if scenario.programme.is_empty() {
        let _ = writeln!(text, "  programme   none");
    } else {
        let _ = writeln!(text, "  programme");
    }
    for entry in &scenario.programme {
        let until = entry.until.as_deref().unwrap_or("the end");
        let place = entry.place.as_ref().map_or(String::new(), |place| format!(", place {place}"));
        let commune = entry.commune.as_ref().map_or(String::new(), |commune| format!(", in {commune}"));
        let funding = entry
            .funding
            .iter()
            .map(|(funder, share)| format!("{funder} {share}"))
            .collect::<Vec<_>>()
            .join(", ");
        let _ = writeln!(
            text,
            "    {}: {} from {} to {until}{place}{commune}; paid by {funding}",
            entry.name, entry.instrument, entry.from
        );
        entry.levers.iter().for_each(|lever| line(&mut text, "      ", lever));
    }
    if scenario.parameters.is_empty() {
        let _ = writeln!(text, "  parameters  all at their defaults");
    } else {
        let _ = writeln!(text, "  parameters");
    }
    scenario.parameters.iter().for_each(|parameter| line(&mut text, "    ", parameter));
    text.push_str("  no mistake\n\n");
    text
}

fn line(text: &mut String, indent: &str, value: &Overridden) {
    let same = if value.value == value.default {
        "as by default".to_owned()
    } else {
        format!("default {}", value.default)
    };
    let source = value.source.as_ref().map_or(String::new(), |source| format!("; {source}"));
    let _ = writeln!(
        text,
        "{indent}{} = {}  ({same}; {}{source})",
        value.name,
        value.value,
        setter(&value.layer, Some(&value.written))
    );
}

/// Who wrote a value, and where when that is a file.
fn setter(layer: &str, written: Option<&str>) -> String {
    match written.filter(|written| !written.starts_with(layer)) {
        Some(written) => format!("{layer}, {written}"),
        None => layer.to_owned(),
    }
}

fn told(file: &str, key: &str, values: &[Explained]) -> String {
    let mut text = String::new();
    if values.is_empty() {
        let instrument = key.split_once('.').map_or(key, |(section, _)| section);
        let _ =
            writeln!(text, "{file}: no entry has the instrument {instrument}, so {key} is not in force\n");
    }
    for value in values {
        let unit = if value.value.starts_with('"') { "" } else { &value.unit };
        let assigned = format!("{} = {} {unit}", value.key, value.value);
        let _ = writeln!(text, "{}  ({file})", assigned.trim_end());
        let written = value.written.as_ref().map_or(String::new(), |written| format!(", {written}"));
        let _ = writeln!(text, "  set by    {}{written}", value.layer);
        let _ = writeln!(text, "  source    {}", value.source);
        let _ = writeln!(text, "  default   {}", value.default);
        let _ = writeln!(text, "  range     {}", value.range);
        let _ = writeln!(text, "  role      {}, {}", value.role, value.status);
        let _ = writeln!(text, "  meaning   {}", value.meaning.0);
        if let Some((month, force)) = &value.in_force {
            let _ = writeln!(text, "  in {month} {force}");
        }
        text.push('\n');
    }
    text
}

fn several(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
