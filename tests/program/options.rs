//! Is the value of every option of every command checked, before anything is simulated?

use assert_cmd::Command;
use std::path::Path;

/// What each command is given beside the option that is tried.
fn rest(verb: &str) -> &'static [&'static str] {
    match verb {
        "check" | "run" => &["hameau:baseline"],
        "diff" => &["no-such-folder", "no-such-folder"],
        "test" => &["scenarios/tests/facilitator-stays.toml"],
        "compare" | "why" => &["hameau:baseline", "hameau:welcome"],
        "explore" => &["--ledger", "hameau:baseline", "hameau:welcome"],
        "status" | "verify" | "merge" | "report" | "batch" => &["no-such-folder"],
        _ => &[],
    }
}

/// A value in which nobody could see a sense; of a path, one that nothing can be written to.
fn senseless(option: &str) -> &'static str {
    match option {
        "out" | "events" => "Cargo.toml/toto",
        _ => "toto",
    }
}

fn tried(verb: &str, option: &str, value: &str) -> Option<String> {
    let mut arguments = vec![verb.to_owned()];
    arguments.extend(rest(verb).iter().map(|argument| (*argument).to_owned()));
    // What an option asks for beside it.
    match (verb, option) {
        ("check", "at") => arguments.extend(["--explain".to_owned(), "travel.fixed_minutes".to_owned()]),
        ("run", "indicators") => {
            arguments.extend(["--vary".to_owned(), "travel.fixed_minutes=1,2".to_owned()]);
        }
        ("compare", "max-replicates") => arguments.extend(["--precision".to_owned(), "1".to_owned()]),
        _ => {}
    }
    arguments.extend([format!("--{option}"), value.to_owned()]);
    let output = Command::cargo_bin("hameau")
        .expect("built")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .timeout(std::time::Duration::from_secs(20))
        .args(&arguments)
        .output()
        .expect("started");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let said = told.contains(value) || told.contains(&format!("--{option}"));
    let refused = matches!(output.status.code(), Some(1 | 64)) && said;
    (!refused).then(|| format!("{}: {:?} {told}", arguments.join(" "), output.status.code()))
}

#[test]
fn a_senseless_value_of_any_option_is_refused() {
    let mut faults = Vec::new();
    let mut count = 0;
    for verb in hameau::cli::commands().get_subcommands() {
        for option in verb.get_arguments().filter(|option| option.get_action().takes_values()) {
            let Some(long) = option.get_long() else { continue };
            count += 1;
            faults.extend(tried(verb.get_name(), long, senseless(long)));
        }
    }
    assert!(count > 50, "{count}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(!Path::new("Cargo.toml/toto").exists());
}

#[test]
fn a_negative_number_is_told_by_its_range() {
    for (verb, option) in [
        ("run", "seed"),
        ("run", "replicates"),
        ("compare", "seed"),
        ("explore", "worlds"),
        ("verify", "threads"),
        ("test", "replicates"),
    ] {
        assert_eq!(tried(verb, option, "-1"), None);
        let mut arguments = vec![verb];
        arguments.extend(rest(verb));
        let long = format!("--{option}");
        arguments.extend([long.as_str(), "-1"]);
        let output = Command::cargo_bin("hameau").expect("built").args(&arguments).output().expect("started");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains("is not in"), "{verb}: {told}");
    }
}

/// Each in the language that is asked for, with what to write.
#[test]
fn an_unknown_section_or_indicator_is_told_in_the_language_asked() {
    let told = |arguments: &[&str]| {
        let output = Command::cargo_bin("hameau").expect("built").args(arguments).output().expect("started");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let ledger = ["explore", "--ledger", "hameau:baseline", "hameau:welcome", "--sections", "contacts,toto"];
    let english = told(&[&ledger[..], &["--lang", "en"]].concat());
    assert!(
        english.contains("unknown section `[contacts]`") && english.contains("did you mean `contact`?"),
        "{english}"
    );
    let french = told(&[&ledger[..], &["--lang", "fr"]].concat());
    assert!(french.contains("section inconnue `[contacts]`"), "{french}");
    let french =
        told(&["compare", "hameau:baseline", "hameau:welcome", "--indicators", "toto", "--lang", "fr"]);
    assert!(french.contains("il n'y a pas d'indicateur `toto`"), "{french}");
    let french = told(&["check", "tests/broken/unknown-key.toml", "--lang", "fr"]);
    assert!(
        french.contains("clé inconnue `spead_km_per_hour`") && french.contains("1 erreur dans 1 fichier"),
        "{french}"
    );
}

/// The parser of options speaks English; what it says most often is said in French where French is asked for.
#[test]
fn a_mistake_in_a_command_line_is_told_in_french() {
    for (arguments, told) in [
        (
            &["run", "hameau:baseline", "--seed", "-1", "--lang", "fr"][..],
            "`-1` n'est pas une valeur de `--seed <S>`\n  de 0 à 9007199254740991",
        ),
        (&["run", "hameau:baseline", "--replicate", "2", "--lang=fr"], "argument inconnu : `--replicate`"),
        (&["run", "--lang", "fr"], "il manque : <FILE>"),
        (
            &["run", "hameau:baseline", "--seed", "1", "--seed", "2", "--lang", "fr"],
            "`--seed <S>` est donné plusieurs fois",
        ),
        (&["comparer", "--lang", "fr"], "commande inconnue : `comparer`\n  vouliez-vous dire `compare` ?"),
        (
            &["run", "hameau:baseline", "--series", "weekly", "--lang", "fr"],
            "`weekly` n'est pas une valeur de `--series <SERIES>`\n  valeurs possibles : monthly, yearly, none",
        ),
        (&["run", "hameau:baseline", "--replicates", "--lang", "fr"], "`--replicates <N>` attend une valeur"),
    ] {
        let made = Command::cargo_bin("hameau").expect("built").args(arguments).output().expect("started");
        let said = String::from_utf8_lossy(&made.stderr);
        assert_eq!(made.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.starts_with("erreur : ") && said.contains(told), "{arguments:?}: {said}");
    }
}
