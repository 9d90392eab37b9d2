//! How far a study has come: a moving line on a terminal, now and then a plain one elsewhere.

use super::options::named;
use crate::api::{Estimate, Progress, Task};
use hameau_words::{Language, clock_time, number};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::RwLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Time between two updates of the moving line.
const PAUSE: Duration = Duration::from_millis(100);
/// Plain lines of a run, start and end apart.
const PARTS: u64 = 10;

/// Where progress is told.
enum Output {
    /// Nowhere.
    Quiet,
    /// On plain lines, one at each part of the whole.
    Lines,
    /// On a line that moves.
    Bar(ProgressBar),
}

/// Tells how far a study has come, on standard error.
pub(super) struct Reporter<'e> {
    estimate: &'e Estimate,
    language: Language,
    output: Output,
    worlds: AtomicU32,
    /// The task at hand: a comparison may have several, one after the other.
    begun: RwLock<Option<Begun>>,
}

/// What is known once it is known what is there already.
struct Begun {
    task: Task,
    at: Instant,
    months: AtomicU64,
    /// Of a bar: milliseconds at which it is written again. Of lines: the part that comes next.
    next: AtomicU64,
}

impl<'e> Reporter<'e> {
    /// Ready to tell of a study.
    pub fn new(estimate: &'e Estimate, quiet: bool, language: Language) -> Self {
        let output = if quiet {
            Output::Quiet
        } else if io::stderr().is_terminal() {
            Output::Bar(bar())
        } else {
            Output::Lines
        };
        Self { estimate, language, output, worlds: AtomicU32::new(0), begun: RwLock::new(None) }
    }

    /// Takes the moving line away, or tells that all is done.
    pub fn end(&self, done: bool) {
        match (&self.output, &*self.begun.read().expect("nobody panics in here")) {
            (Output::Bar(bar), _) => bar.finish_and_clear(),
            (Output::Lines, Some(begun)) if done && begun.all_done() && begun.task.now > 0 => {
                self.line(begun, begun.task.months);
            }
            _ => {}
        }
    }

    fn line(&self, begun: &Begun, months: u64) {
        let percent = months * 100 / begun.task.months;
        let _ = writeln!(io::stderr(), "{percent:>3} %  {}", self.state(begun, months));
    }

    /// Worlds done, how fast, and the time that is left.
    fn state(&self, begun: &Begun, months: u64) -> String {
        let (language, task) = (self.language, &begun.task);
        let elapsed = begun.at.elapsed().as_secs_f64();
        let count = |value: f64| number(value, 0, language);
        let worlds = f64::from(self.worlds.load(Ordering::Relaxed));
        let of = format!("{}/{}", count(worlds), count(f64::from(task.now)));
        if months == 0 || elapsed <= 0.0 {
            return language.of((format!("{of} worlds"), format!("{of} mondes")));
        }
        let month_rate = months as f64 / elapsed;
        let world_rate = month_rate * f64::from(task.now) / task.months as f64;
        let world_rate = number(world_rate, if world_rate < 10.0 { 2 } else { 0 }, language);
        let adults = number(month_rate * self.estimate.adults as f64 / 1e6, 2, language);
        let rest = if months == task.months {
            let time = clock_time(elapsed, language);
            language.of((format!("in {time}"), format!("en {time}")))
        } else {
            let time = clock_time((task.months - months) as f64 / month_rate, language);
            language.of((format!("{time} left"), format!("reste {time}")))
        };
        language.of((
            format!("{of} worlds, {world_rate} worlds/s, {adults} M adult-months/s, {rest}"),
            format!("{of} mondes, {world_rate} mondes/s, {adults} M adultes-mois/s, {rest}"),
        ))
    }
}

impl Begun {
    fn all_done(&self) -> bool {
        self.months.load(Ordering::Relaxed) == self.task.months
    }
}

impl Progress for Reporter<'_> {
    fn begin(&self, task: &Task) {
        let quiet = matches!(self.output, Output::Quiet);
        if !quiet {
            let _ = writeln!(io::stderr(), "{}", beginning(self.estimate, task, self.language));
        }
        let begun =
            Begun { task: *task, at: Instant::now(), months: AtomicU64::new(0), next: AtomicU64::new(1) };
        self.worlds.store(0, Ordering::Relaxed);
        if let Output::Bar(bar) = &self.output {
            bar.set_length(task.months);
            bar.set_message(self.state(&begun, 0));
        }
        *self.begun.write().expect("nobody panics in here") = Some(begun);
    }

    fn month(&self) {
        let begun = self.begun.read().expect("nobody panics in here");
        let Some(begun) = &*begun else { return };
        let total = begun.task.months;
        let months = begun.months.fetch_add(1, Ordering::Relaxed) + 1;
        let next = begun.next.load(Ordering::Relaxed);
        let (reached, then) = match &self.output {
            Output::Quiet => return,
            Output::Lines => {
                let part = months * PARTS / total;
                (part, part + 1)
            }
            Output::Bar(_) => {
                let now = begun.at.elapsed().as_millis() as u64;
                (now, now + PAUSE.as_millis() as u64)
            }
        };
        let due = reached >= next && months < total;
        if due && begun.next.compare_exchange(next, then, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            match &self.output {
                Output::Bar(bar) => {
                    bar.set_position(months);
                    bar.set_message(self.state(begun, months));
                }
                _ => self.line(begun, months),
            }
        }
    }

    fn world(&self) {
        self.worlds.fetch_add(1, Ordering::Relaxed);
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:14} {percent:>3} %  {wide_msg}");
    bar.with_style(style.expect("a template of known fields").progress_chars("━╸─"))
}

/// The first line: what is simulated, and what is there already.
fn beginning(estimate: &Estimate, task: &Task, language: Language) -> String {
    let count = |value: u64| number(value as f64, 0, language);
    let (worlds, months) = (count(u64::from(estimate.replicates)), count(u64::from(estimate.months)));
    let (adults, threads) = (count(estimate.adults), count(estimate.threads as u64));
    let names = named(&estimate.scenarios, language);
    let seed = estimate.seed;
    let mut line = language.of((
        format!("{names}: worlds {worlds}, months {months}, adults about {adults}, seed {seed}, threads {threads}"),
        format!("{names} : mondes {worlds}, mois {months}, adultes environ {adults}, graine {seed}, fils {threads}"),
    ));
    let (there, runs, now) =
        (count(u64::from(task.there)), count(u64::from(task.runs)), count(u64::from(task.now)));
    if task.now == 0 && task.there == task.runs {
        line += &language.of((
            format!("\nall {runs} worlds are there already: nothing to simulate"),
            format!("\nles {runs} mondes sont déjà là : rien à simuler"),
        ));
    } else if task.there > 0 {
        line += &language.of((
            format!("\ngoing on: {there} of {runs} worlds are there already, {now} to simulate"),
            format!("\nreprise : {there} mondes sur {runs} sont déjà là, {now} à simuler"),
        ));
    }
    line
}
