//! The program: one call, and a word of apology when it fails by itself.

fn main() -> hameau::cli::Exit {
    use hameau::cli::{Exit, own_up, run};
    std::panic::set_hook(Box::new(|panic| {
        if !hameau_model::kernel::parallel::is_guarded() {
            own_up(&panic.to_string());
        }
    }));
    std::panic::catch_unwind(|| run(std::env::args_os())).unwrap_or(Exit::Bug)
}
