//! What is wrong with a command line itself, in French: the parser of options speaks English only.

use super::options::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use hameau_words::Language;
use std::ffi::OsString;
use std::fmt::Write as _;

/// The language that a command line asks for, as far as one can tell before it is understood; else that of the locale.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    match after.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang="))) {
        Some("fr") => Language::French,
        Some("en") => Language::English,
        _ => Lang::or_locale(None),
    }
}

/// A mistake in a command line in French; `None` for what has no words here.
pub(super) fn in_french(error: &clap::Error) -> Option<String> {
    let of = |kind: ContextKind| error.get(kind).map(words);
    let argument = || of(ContextKind::InvalidArg).unwrap_or_default();
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => format!("argument inconnu : `{}`", argument()),
        ErrorKind::InvalidSubcommand => {
            format!("commande inconnue : `{}`", of(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::MissingRequiredArgument => format!("il manque : {}", argument()),
        ErrorKind::ArgumentConflict => {
            let with = of(ContextKind::PriorArg)?;
            if with == argument() {
                format!("`{with}` est donné plusieurs fois")
            } else {
                format!("`{}` ne va pas avec `{with}`", argument())
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue).unwrap_or_default();
            if value.is_empty() {
                format!("`{}` attend une valeur", argument())
            } else {
                format!("`{value}` n'est pas une valeur de `{}`", argument())
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("`{}` n'a pas le bon nombre de valeurs", argument())
        }
        ErrorKind::InvalidUtf8 => "un argument n'est pas du texte UTF-8".to_owned(),
        ErrorKind::MissingSubcommand => "il manque une commande".to_owned(),
        _ => return None,
    };
    if let Some(values) = of(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        let _ = write!(text, "\n  valeurs possibles : {values}");
    }
    if let Some(source) = std::error::Error::source(error).map(ToString::to_string) {
        let _ = write!(text, "\n  {}", range(&source).unwrap_or(source));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        if let Some(meant) = of(kind) {
            let _ = write!(text, "\n  vouliez-vous dire `{meant}` ?");
        }
    }
    Some(format!("erreur : {text}\n\nPour en savoir plus : `--help`.\n"))
}

/// A range as readers of values say it: `-1 is not in 0..=9`. What else they say stays as it is.
fn range(said: &str) -> Option<String> {
    let (_, range) = said.rsplit_once(" is not in ")?;
    let (low, high) = range.split_once("..").map(|(low, high)| (low, high.trim_start_matches('=')))?;
    Some(if high.is_empty() { format!("au moins {low}") } else { format!("de {low} à {high}") })
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(yes) => yes.to_string(),
        _ => String::new(),
    }
}
