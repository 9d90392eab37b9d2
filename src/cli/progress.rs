//! How far a run has come: a moving line on a terminal, now and then a plain one elsewhere.

use crate::api::{Plan, Progress};
use crate::report::{Language, clock_time, number};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _, Write as _};
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

/// Tells how far a run has come, on standard error.
pub(super) struct Reporter {
    replicates: u32,
    adults: u64,
    language: Language,
    begun: Instant,
    total: u64,
    months: AtomicU64,
    worlds: AtomicU32,
    /// Of a bar: milliseconds at which it is written again. Of lines: the part that comes next.
    next: AtomicU64,
    output: Output,
}

impl Reporter {
    /// Tells what begins now.
    pub fn begin(plan: &Plan, quiet: bool, language: Language) -> Self {
        let total = u64::from(plan.replicates) * u64::from(plan.months);
        let output = if quiet {
            Output::Quiet
        } else if io::stderr().is_terminal() {
            Output::Bar(bar(total))
        } else {
            Output::Lines
        };
        let reporter = Self {
            replicates: plan.replicates,
            adults: plan.adults,
            language,
            begun: Instant::now(),
            total,
            months: AtomicU64::new(0),
            worlds: AtomicU32::new(0),
            next: AtomicU64::new(1),
            output,
        };
        if !quiet {
            let _ = writeln!(io::stderr(), "{}", beginning(plan, language));
        }
        if let Output::Bar(bar) = &reporter.output {
            bar.set_message(reporter.state(0));
        }
        reporter
    }

    /// Takes the moving line away, or tells that all is done.
    pub fn end(&self, done: bool) {
        match &self.output {
            Output::Bar(bar) => bar.finish_and_clear(),
            Output::Lines if done => self.line(self.total),
            _ => {}
        }
    }

    fn line(&self, months: u64) {
        let percent = months * 100 / self.total;
        let _ = writeln!(io::stderr(), "{percent:>3} %  {}", self.state(months));
    }

    /// Worlds done, how fast, and the time that is left.
    fn state(&self, months: u64) -> String {
        let language = self.language;
        let elapsed = self.begun.elapsed().as_secs_f64();
        let count = |value: f64| number(value, 0, language);
        let worlds = f64::from(self.worlds.load(Ordering::Relaxed));
        let of = format!("{}/{}", count(worlds), count(f64::from(self.replicates)));
        if months == 0 || elapsed <= 0.0 {
            return language.of((format!("{of} worlds"), format!("{of} mondes")));
        }
        let month_rate = months as f64 / elapsed;
        let world_rate = month_rate * f64::from(self.replicates) / self.total as f64;
        let world_rate = number(world_rate, if world_rate < 10.0 { 2 } else { 0 }, language);
        let adults = number(month_rate * self.adults as f64 / 1e6, 2, language);
        let rest = if months == self.total {
            let time = clock_time(elapsed, language);
            language.of((format!("in {time}"), format!("en {time}")))
        } else {
            let time = clock_time((self.total - months) as f64 / month_rate, language);
            language.of((format!("{time} left"), format!("reste {time}")))
        };
        language.of((
            format!("{of} worlds, {world_rate} worlds/s, {adults} M adult-months/s, {rest}"),
            format!("{of} mondes, {world_rate} mondes/s, {adults} M adultes-mois/s, {rest}"),
        ))
    }
}

impl Progress for Reporter {
    fn month(&self) {
        let months = self.months.fetch_add(1, Ordering::Relaxed) + 1;
        let next = self.next.load(Ordering::Relaxed);
        let (reached, then) = match &self.output {
            Output::Quiet => return,
            Output::Lines => {
                let part = months * PARTS / self.total;
                (part, part + 1)
            }
            Output::Bar(_) => {
                let now = self.begun.elapsed().as_millis() as u64;
                (now, now + PAUSE.as_millis() as u64)
            }
        };
        let due = reached >= next && months < self.total;
        if due && self.next.compare_exchange(next, then, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            match &self.output {
                Output::Bar(bar) => {
                    bar.set_position(months);
                    bar.set_message(self.state(months));
                }
                _ => self.line(months),
            }
        }
    }

    fn world(&self) {
        self.worlds.fetch_add(1, Ordering::Relaxed);
    }
}

fn bar(total: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:14} {percent:>3} %  {wide_msg}");
    bar.with_style(style.expect("a template of known fields").progress_chars("━╸─"))
}

/// The first line: what is simulated.
fn beginning(plan: &Plan, language: Language) -> String {
    let count = |value: u64| number(value as f64, 0, language);
    let (worlds, months) = (count(u64::from(plan.replicates)), count(u64::from(plan.months)));
    let (adults, threads) = (count(plan.adults), count(plan.threads as u64));
    language.of((
        format!(
            "{}: worlds {worlds}, months {months}, adults about {adults}, seed {}, threads {threads}",
            plan.scenario, plan.seed
        ),
        format!(
            "{} : mondes {worlds}, mois {months}, adultes environ {adults}, graine {}, fils {threads}",
            plan.scenario, plan.seed
        ),
    ))
}
