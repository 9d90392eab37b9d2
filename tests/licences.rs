//! May everything that this program is built from be used and passed on under its own licence?

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};
use std::process::{Command, Output};

/// Licences that ask for no more than a notice.
const ALLOWED: [&str; 9] =
    ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "Unicode-3.0", "Zlib"];

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let run = |mode: &[&str]| -> Output {
        Command::new(&cargo)
            .args(["metadata", "--format-version", "1", "--locked"])
            .args(mode)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo starts")
    };
    // Crates of other platforms are listed too, and a build for this one may not have fetched them.
    let offline = run(&["--offline"]);
    let output = if offline.status.success() { offline } else { run(&[]) };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON")
}

/// One line for each package that may not be used, in the order of the list.
fn offenders(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages
        .iter()
        .filter_map(|package| {
            let (name, version) = (package["name"].as_str()?, package["version"].as_str()?);
            let reason = objection(package["license"].as_str())?;
            Some(format!("{name} {version}: {reason}"))
        })
        .collect()
}

fn objection(licence: Option<&str>) -> Option<String> {
    let Some(text) = licence else { return Some("names no licence".to_owned()) };
    let Ok(expression) = Expression::parse_mode(text, ParseMode::LAX) else {
        return Some(format!("\"{text}\" is not an SPDX expression"));
    };
    let allowed = |requirement: &LicenseReq| ALLOWED.contains(&requirement.to_string().as_str());
    (!expression.evaluate(allowed)).then(|| format!("\"{text}\" needs more than {}", ALLOWED.join(", ")))
}

#[test]
fn every_dependency_may_be_passed_on() {
    let metadata = metadata();
    let offenders = offenders(&metadata);
    assert!(offenders.is_empty(), "{}", offenders.join("\n"));
    let count = metadata["packages"].as_array().map_or(0, Vec::len);
    assert!(count > 50, "only {count} packages: the list is not the whole of it");
}

#[test]
fn a_licence_that_asks_for_more_is_named() {
    let package = |name: &str, licence: Value| serde_json::json!({"name": name, "version": "1.0.0", "license": licence});
    let metadata = serde_json::json!({"packages": [
        package("good", "MIT/Apache-2.0".into()),
        package("choice", "GPL-3.0-only OR MIT".into()),
        package("both", "MIT AND GPL-3.0-only".into()),
        package("exception", "Apache-2.0 WITH LLVM-exception".into()),
        package("silent", Value::Null),
        package("own", "Ask me".into()),
    ]});
    assert_eq!(
        offenders(&metadata),
        [
            "both 1.0.0: \"MIT AND GPL-3.0-only\" needs more than Apache-2.0, BSD-2-Clause, BSD-3-Clause, CC0-1.0, ISC, \
             MIT, MIT-0, Unicode-3.0, Zlib",
            "exception 1.0.0: \"Apache-2.0 WITH LLVM-exception\" needs more than Apache-2.0, BSD-2-Clause, \
             BSD-3-Clause, CC0-1.0, ISC, MIT, MIT-0, Unicode-3.0, Zlib",
            "silent 1.0.0: names no licence",
            "own 1.0.0: \"Ask me\" is not an SPDX expression",
        ]
    );
}
