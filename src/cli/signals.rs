//! What the system tells a process.

use super::Exit;
use hameau_words::Language;
use std::io::{self, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Lets the call that meets a limit on the size of files fail with words, where the system would end the program.
pub(super) fn survive_limits() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// A flag that Ctrl-C, and what asks a process to end, raise; a second one ends the program at once. So does the signal
/// by which batch systems warn that time is nearly up (`USR1`), which is sent once.
pub(super) fn stop_when_asked(quiet: bool, language: Language) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&stop);
    // Without a handler Ctrl-C ends the program at once, which breaks no finished part either.
    let _ = ctrlc::set_handler(move || {
        if raised.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
        if !quiet {
            let words =
                ("stopping; Ctrl-C again to end at once", "arrêt ; encore Ctrl-C pour finir aussitôt");
            let _ = writeln!(io::stderr(), "{}", language.of(words));
        }
    });
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGUSR1, Arc::clone(&stop));
    stop
}
