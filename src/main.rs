//! The program: one call, and a word of apology when it fails by itself.

#[cfg(not(target_family = "wasm"))]
fn main() -> hameau::cli::Exit {
    use hameau::cli::{Exit, own_up, run};
    std::panic::set_hook(Box::new(|panic| {
        if !hameau::parallel::is_guarded() {
            own_up(&panic.to_string());
        }
    }));
    std::panic::catch_unwind(|| run(std::env::args_os())).unwrap_or(Exit::Bug)
}

#[cfg(target_family = "wasm")]
fn main() {}
