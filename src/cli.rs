//! The command line: arguments in, text out. Every meaning is in `api`.

mod batch;
mod check;
mod compare;
mod diff;
mod disk;
mod explore;
mod grammar;
mod merge;
mod options;
mod outcome;
mod progress;
mod report;
mod run;
mod schema;
mod signals;
mod status;
mod test;
mod vary;
mod verify;
mod why;
mod workshop;

use clap::{Parser, Subcommand};
use std::io::{self, Write};
use std::process::{ExitCode, Termination};

use hameau_words::Language;

pub use disk::Disk;

/// What the program tells whoever called it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The user's mistake.
    Mistake = 1,
    /// Our bug.
    Bug = 2,
    /// Done, and some runs failed: they are rows of a table.
    Failures = 3,
    /// `batch`: the command or its folder is wrong.
    Usage = 64,
    /// `batch`: the plan cannot be gone on with.
    Plan = 65,
    /// `batch`: a run gave other values than those already there.
    Differs = 66,
    /// `batch`: stopped at a run that failed.
    Failed = 70,
    /// `batch`: asked to end before all was done; try again.
    Incomplete = 75,
    /// Stopped by Ctrl-C before the end: what was finished is kept. The code that shells give to it.
    Interrupted = 130,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

/// What attractiveness policies produce in a rural territory, simulated resident by resident.
#[derive(Parser)]
#[command(name = "hameau", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Check(check::Arguments),
    Test(test::Arguments),
    Run(run::Arguments),
    Compare(compare::Arguments),
    Diff(diff::Arguments),
    Explore(explore::Arguments),
    Status(status::Arguments),
    Verify(verify::Arguments),
    Merge(merge::Arguments),
    Report(report::Arguments),
    Batch(batch::Arguments),
    Schema(schema::Arguments),
    Why(why::Arguments),
    Workshop(workshop::Arguments),
}

/// Every command with its options, as the command line has them.
#[must_use]
pub fn commands() -> clap::Command {
    <Cli as clap::CommandFactory>::command()
}

/// Does what the arguments say.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Exit {
    let arguments: Vec<std::ffi::OsString> = arguments.into_iter().collect();
    signals::survive_limits();
    match Cli::try_parse_from(&arguments) {
        Ok(Cli { verb }) => match verb {
            Verb::Check(arguments) => check::run(&arguments),
            Verb::Test(arguments) => test::run(&arguments),
            Verb::Run(arguments) => run::run(&arguments),
            Verb::Compare(arguments) => compare::run(&arguments),
            Verb::Diff(arguments) => diff::run(&arguments),
            Verb::Explore(arguments) => explore::run(&arguments),
            Verb::Status(arguments) => status::run(&arguments),
            Verb::Verify(arguments) => verify::run(&arguments),
            Verb::Merge(arguments) => merge::run(&arguments),
            Verb::Report(arguments) => report::run(&arguments),
            Verb::Batch(arguments) => batch::run(&arguments),
            Verb::Schema(arguments) => schema::run(&arguments),
            Verb::Why(arguments) => why::run(&arguments),
            Verb::Workshop(arguments) => workshop::run(&arguments),
        },
        Err(error) => {
            if error.use_stderr() {
                let french = match grammar::language(&arguments) {
                    Language::French => grammar::in_french(&error),
                    Language::English => None,
                };
                let english = || {
                    let text = error.render();
                    if colours(&io::stderr()) { text.ansi().to_string() } else { text.to_string() }
                };
                let text = french.unwrap_or_else(english);
                let _ = io::stderr().write_all(text.as_bytes());
                // What starts jobs on a cluster knows these codes, and no others.
                if arguments.get(1).is_some_and(|verb| verb == "batch") { Exit::Usage } else { Exit::Mistake }
            } else {
                say(&error.render().to_string())
            }
        }
    }
}

/// Says that the program itself failed, and how to report it.
pub fn own_up(what: &str) {
    let _ = writeln!(
        io::stderr(),
        "hameau {} failed: {what}\nThis is a bug of the program, not a mistake of yours. Please report it with the command and the files.",
        env!("CARGO_PKG_VERSION")
    );
}

/// Tells a mistake of the user's that no file shows.
fn mistake<T: std::fmt::Display>(language: Language, words: (T, T)) -> Exit {
    let error = language.of(("error: ", "erreur : "));
    let _ = writeln!(io::stderr(), "{error}{}", language.of(words));
    Exit::Mistake
}

/// Writes to standard output; whoever stopped listening is no failure.
fn say(text: &str) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Exit::Done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot write the result: {error}");
            Exit::Mistake
        }
    }
}

/// Whether a stream is a terminal that wants colours.
fn colours(stream: &impl io::IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
