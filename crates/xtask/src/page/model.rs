//! The model as WebAssembly, without a path of this machine in it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// The profile in `Cargo.toml`.
const PROFILE: &str = "wasm";

/// What the compiler is told beside the profile: vectors, which every browser knows since 2023, small functions, and a
/// linker that leaves no room in the code for addresses longer than they are.
const FLAGS: [&str; 4] = [
    "-Ctarget-feature=+simd128",
    "-Cllvm-args=-inline-threshold=5",
    "-Cllvm-args=-inlinehint-threshold=30",
    "-Clink-arg=--compress-relocations",
];

/// Builds it and reads it.
pub fn build(root: &Path) -> io::Result<Vec<u8>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut flags: Vec<String> = FLAGS.map(str::to_owned).into();
    let home = cargo_home();
    for (from, to) in [(Some(root.to_path_buf()), "."), (home, "cargo")] {
        flags.extend(from.map(|from| format!("--remap-path-prefix={}={to}", from.display())));
    }
    let made = Command::new(cargo)
        .args(["build", "--locked", "--package", "hameau-page", "--profile", PROFILE, "--target", TARGET])
        .current_dir(root)
        // Flags by this variable may hold spaces, and those of a caller do not reach the page.
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .status()?;
    if !made.success() {
        return Err(io::Error::other(format!("the model was not built: {made}")));
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let wasm = std::fs::read(target.join(TARGET).join(PROFILE).join("hameau_page.wasm"))?;
    for inside in [root.to_path_buf()].into_iter().chain(cargo_home()) {
        let path = inside.display().to_string();
        if wasm.windows(path.len()).any(|window| window == path.as_bytes()) {
            return Err(io::Error::other("the model names a folder of this machine"));
        }
    }
    Ok(wasm)
}

fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}
