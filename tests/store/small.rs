//! A scenario of one month and twenty adults, of which thousands of worlds are simulated in seconds.

use crate::tiny::{Tiny, answer, sha256};
use hameau_study::engine::Study;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const TERRITORY: &str = "name = \"small-territory\"
source = \"made up\"

[synthetic]
communes = 1
adults = 20
";

const SCENARIO: &str = "name = \"small\"
territory = \"small-territory.toml\"

[simulation]
start = \"2022-12\"
duration_months = 1
replicates_count = 20

[initial]
burn_in_months = 0
";

const DESIGN: &str = "base = \"small.toml\"
name = \"two\"
replicates_count = 20
outcomes = [\"active_users_persons\", \"inhabitants_persons\"]

[[factor]]
name = \"slow\"
on = { set = [\"travel.fixed_minutes=15\"] }

[[factor]]
name = \"far\"
on = { set = [\"travel.speed_km_per_hour=40\"] }
";

/// One folder of each kind.
pub const KINDS: [&str; 4] = ["run", "compare", "explore", "ledger"];

/// A folder of a kind, made by its own verb, with a report.
pub fn made(tiny: &Tiny, kind: &str) {
    fs::write(tiny.path("two.toml"), DESIGN).expect("written");
    let arguments: &[&str] = match kind {
        "run" => &["run", "small.toml", "--replicates", "70"],
        "compare" => &["compare", "small.toml", "other.toml", "--replicates", "70"],
        "explore" => &["explore", "two.toml"],
        _ => &["explore", "--ledger", "small.toml", "other.toml", "--worlds", "2", "--sections", "contact"],
    };
    let (code, out, err) = tiny.hameau(&[arguments, &["--quiet", "--out", kind]].concat());
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""), "{kind}");
    assert_eq!(tiny.hameau(&["report", kind, "--lang", "en"]).0, 0, "{kind}");
}

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_mins(2);

/// A folder with `small.toml` and, of the same territory, `other.toml`.
pub fn small() -> Tiny {
    let tiny = Tiny::new();
    fs::write(tiny.path("small-territory.toml"), TERRITORY).expect("written");
    fs::write(tiny.path("small.toml"), SCENARIO).expect("written");
    let other = "base = \"small.toml\"\nname = \"other\"\n\n[travel]\nfixed_minutes = 9\n";
    fs::write(tiny.path("other.toml"), other).expect("written");
    tiny
}

/// `hameau run small.toml --quiet --out OUT ...`, which must succeed.
pub fn done(tiny: &Tiny, out: &str, arguments: &[&str]) {
    let (code, _, err) = run(tiny, out, arguments);
    assert_eq!((code, err.as_str()), (0, ""), "{out} {arguments:?}");
}

/// `hameau run small.toml --quiet --out OUT ...`.
pub fn run(tiny: &Tiny, out: &str, arguments: &[&str]) -> (i32, String, String) {
    tiny.hameau(&[&["run", "small.toml", "--quiet", "--out", out], arguments].concat())
}

/// The digest over all runs of a complete folder.
pub fn digest(tiny: &Tiny, out: &str) -> String {
    tiny.manifest(out)["digest"].as_str().expect("a digest").to_owned()
}

/// The parts of a folder: the hash of each by its name. Those in the making are none.
pub fn parts(tiny: &Tiny, out: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(tiny.path(out).join("parts")).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|name| !name.contains('#'))
        .filter_map(|name| {
            let content = fs::read(tiny.path(out).join("parts").join(&name)).ok()?;
            Some((name, sha256(&content)))
        })
        .collect()
}

/// The path of the part of the block number `at`.
pub fn part(tiny: &Tiny, out: &str, at: usize) -> String {
    let study = Study::open(&tiny.path(out)).expect("readable").expect("a study");
    format!("{out}/parts/{}.parquet", study.blocks()[at].name)
}

/// Takes the tables away and leaves plan and parts, as before they were made.
pub fn unmerge(tiny: &Tiny, out: &str) {
    for name in tiny.files(out) {
        if name.contains('.') {
            fs::remove_file(tiny.path(out).join(name)).expect("taken away");
        }
    }
}

/// A child that is killed when the test ends, whatever comes.
pub struct Killed(pub Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the program; what it says is dropped.
pub fn started(tiny: &Tiny, arguments: &[&str]) -> Killed {
    let mut command = tiny.plain();
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    Killed(command.spawn().expect("started"))
}

/// Sends a signal.
pub fn send(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.expect("kill starts").success());
}

/// Waits until something holds.
pub fn wait(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// The program below a shell, which first does `before`.
pub fn below_shell(tiny: &Tiny, before: &str, arguments: &[&str]) -> (i32, String, String) {
    let program = tiny.plain().get_program().to_owned();
    let mut command = Command::new("sh");
    command.current_dir(tiny.path(".")).arg("-c").arg(format!("{before}; exec \"$0\" \"$@\""));
    answer(command.arg(program).args(arguments))
}

/// Numbers that are the same in every run of the tests.
pub struct Numbers(pub u64);

impl Numbers {
    /// One below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let bits = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (bits ^ (bits >> 31)) % limit
    }
}
