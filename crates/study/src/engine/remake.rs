//! Commands that make the same runs again, as a shell reads them.

use super::{Point, Study};

/// A word as a shell reads it: quoted where it must be.
#[must_use]
pub fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The command that runs a scenario of a study: `rest` follows the scenario and what overrides it.
#[must_use]
pub fn run_command(study: &Study, point: &Point, rest: &str) -> String {
    let sets = point.overrides.sweep.iter().chain(&point.overrides.set);
    let sets = sets.fold(String::new(), |sets, one| sets + " --set " + &quoted(one));
    format!("hameau run {}{sets} --seed {} {rest}", quoted(&point.scenario.file), study.seed())
}

/// The command that repeats one run.
pub(super) fn repeat_command(study: &Study, point: &Point, replicate: u32) -> String {
    run_command(study, point, &format!("--only {replicate}"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_read_more_into_it() {
        assert_eq!(quoted("hameau:baseline.toml"), "hameau:baseline.toml");
        assert_eq!(quoted("a b.toml"), "'a b.toml'");
        assert_eq!(quoted("l'eau"), r"'l'\''eau'");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("x={ value = 3 }"), "'x={ value = 3 }'");
    }
}
