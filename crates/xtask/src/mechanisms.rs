//! Why are the users of a place mostly newcomers, and what do firms with local customers displace? Writes
//! `docs/mechanisms.md`.
//!
//! `cargo run --release -p xtask -- mechanisms [WORLDS [MURAT_WORLDS]]`: each mechanism that treats the origins differently
//! is switched off, alone and with all others, and left on alone.

use crate::common::{
    Estimate, OPENING, Runs, SEED, defined, difference_told, differences, mean_told, number, runs, write,
};

use hameau_model::observe::indicators::Indicator;
use std::fmt::Write;
use std::ops::Range;

/// A mechanism that makes the origins attend differently, and what removes it.
struct Mechanism {
    name: &'static str,
    off: &'static [&'static str],
}

/// Those that act in any place.
const ANYWHERE: [Mechanism; 9] = [
    Mechanism { name: "taste for one's own origin", off: &["attendance.same_origin_strength=0"] },
    Mechanism {
        name: "isolation: entry of those without friends",
        off: &["attendance.isolation_log_odds=0"],
    },
    Mechanism { name: "acquaintance with users", off: &["attendance.known_user_log_odds=0"] },
    Mechanism {
        name: "preference for one's own origin in the village",
        off: &["contact.same_origin_preference_ratio=1"],
    },
    Mechanism {
        name: "fewer newcomers in associations",
        off: &["contact.association_membership_of_newcomers_share=0.35"],
    },
    Mechanism {
        name: "occupation mix: remote workers, entrepreneurs, farmers, sectors",
        off: &[
            "initial.newcomer_to_local_remote_odds_ratio=1",
            "initial.newcomer_to_local_entrepreneur_odds_ratio=1",
            "initial.newcomer_to_local_farmer_odds_ratio=1",
            "arrivals.remote_employee_share=0",
            "arrivals.enterprise_share=0",
            "enterprises.newcomer_non_presential_share=0.3",
        ],
    },
    Mechanism {
        name: "age: newcomers are younger, hence less retired",
        off: &["initial.newcomer_odds_per_decade_of_age_ratio=1"],
    },
    Mechanism {
        name: "friends and fit keep users in the place",
        off: &["engagement.leaving_tie_effect_log_odds=0", "engagement.leaving_fit_effect_log_odds=0"],
    },
    Mechanism { name: "habit of former users", off: &["attendance.habit_log_odds=0"] },
];

/// Those of the programme of Murat.
const PROGRAMME: [Mechanism; 4] = [
    Mechanism {
        name: "invitation of those whom the programme brings",
        off: &["attendance.invitation_log_odds=0"],
    },
    Mechanism {
        name: "training meant for newcomers",
        off: &["programme.remote-work-training.audience=everyone"],
    },
    Mechanism {
        name: "self-selection: the programme brings people, most of them to the place and to start an enterprise",
        off: &["programme.welcome.brought_persons_per_year=0"],
    },
    Mechanism { name: "the host: common hours and introductions", off: &["programme.host.staff_fte=0"] },
];

/// A place to explain: title, scenario, months looked at, the mechanisms.
struct Case<'a> {
    title: &'a str,
    scenario: &'a str,
    months: Range<usize>,
    count: u32,
    mechanisms: Vec<&'a Mechanism>,
    /// Mechanisms left on by themselves, by their numbers.
    alone: &'a [(&'a str, &'a [usize])],
}

/// What one setting gives, world by world.
struct Attendance {
    users: Vec<Option<f64>>,
    share: Vec<Option<f64>>,
    gap: Vec<Option<f64>>,
}

impl Case<'_> {
    fn attendance(&self, off: &[&str]) -> Attendance {
        let last = format!("simulation.duration_months={}", self.months.end);
        let set: Vec<&str> = off.iter().copied().chain([last.as_str()]).collect();
        let runs = runs(self.scenario, &set, self.count);
        let of = |indicator| runs.over(indicator, self.months.clone());
        Attendance {
            users: of(Indicator::ActiveUsers),
            share: of(Indicator::AttendanceUsers),
            gap: of(Indicator::AttendanceGap),
        }
    }

    /// Switches off all mechanisms but those of these numbers.
    fn all_off_but(&self, kept: &[usize]) -> Attendance {
        let others = self.mechanisms.iter().enumerate().filter(|(which, _)| !kept.contains(which));
        let off: Vec<&str> = others.flat_map(|(_, mechanism)| mechanism.off).copied().collect();
        self.attendance(&off)
    }

    fn write(&self, text: &mut String) {
        let full = self.attendance(&[]);
        let none = self.all_off_but(&[]);
        let _ = writeln!(
            text,
            "## {}\n\nScenario `{}`, months {} to {}, {} worlds.\n\n| | active users | newcomers among users | difference \
             from all on | attendance gap | difference from all on |\n|---|---|---|---|---|---|",
            self.title,
            self.scenario,
            self.months.start + 1,
            self.months.end,
            self.count
        );
        row(text, "all on", &full, None);
        let without: Vec<Attendance> =
            self.mechanisms.iter().map(|mechanism| self.attendance(mechanism.off)).collect();
        for (mechanism, found) in self.mechanisms.iter().zip(&without) {
            row(text, &format!("without {}", mechanism.name), found, Some(&full));
        }
        row(text, "all off", &none, Some(&full));
        let alone: Vec<Attendance> = self.alone.iter().map(|(_, kept)| self.all_off_but(kept)).collect();
        for ((name, _), found) in self.alone.iter().zip(&alone) {
            row(text, &format!("only {name}"), found, Some(&full));
        }
        text.push('\n');
        self.conclude(text, &full, &none, &without, &alone);
    }

    fn conclude(
        &self,
        text: &mut String,
        full: &Attendance,
        none: &Attendance,
        without: &[Attendance],
        alone: &[Attendance],
    ) {
        let named = |names: &mut dyn Iterator<Item = &str>| {
            let names: Vec<&str> = names.map(|name| name.split(':').next().expect("a name")).collect();
            if names.is_empty() { "none".to_owned() } else { names.join("; ") }
        };
        let removed = |chosen: &dyn Fn(&Attendance) -> bool| {
            let found = self.mechanisms.iter().zip(without).filter(|(_, found)| chosen(found));
            named(&mut found.map(|(mechanism, _)| mechanism.name))
        };
        let kept = |chosen: &dyn Fn(&Attendance) -> bool| {
            let found = self.alone.iter().zip(alone).filter(|(_, found)| chosen(found));
            named(&mut found.map(|((name, _), _)| *name))
        };
        let sign = |with: &[Option<f64>], from: &[Option<f64>]| {
            Estimate::of_mean(&differences(with, from)).map_or(0, Estimate::sign)
        };
        let mean = |found: &Attendance| Estimate::of_mean(&defined(&found.share)).map_or(0.0, |e| e.mean);
        let _ = writeln!(
            text,
            "- The gap falls, beyond its interval, without: {}.\n- Newcomers are no longer most of the users without: \
             {}.\n- By itself, with all others off, makes a gap beyond that of all off: {}.\n- By itself makes \
             newcomers most of the users: {}.\n- With all off the gap is {}: {}.\n",
            removed(&|found| sign(&found.gap, &full.gap) < 0),
            removed(&|found| mean(found) <= 0.5),
            kept(&|found| sign(&found.gap, &none.gap) > 0),
            kept(&|found| mean(found) > 0.5),
            mean_told(&defined(&none.gap), 3),
            if Estimate::of_mean(&defined(&none.gap)).is_some_and(|gap| gap.sign() == 0) {
                "nothing else in the model treats the origins differently enough to be seen here"
            } else {
                "something else in the model treats the origins differently"
            }
        );
    }
}

fn row(text: &mut String, name: &str, found: &Attendance, full: Option<&Attendance>) {
    let from = |with: &[Option<f64>], of: &dyn Fn(&Attendance) -> Vec<Option<f64>>, decimals| {
        full.map_or(String::new(), |full| difference_told(with, &of(full), decimals))
    };
    let _ = writeln!(
        text,
        "| {name} | {} | {} | {} | {} | {} |",
        mean_told(&defined(&found.users), 1),
        mean_told(&defined(&found.share), 2),
        from(&found.share, &|full| full.share.clone(), 2),
        mean_told(&defined(&found.gap), 2),
        from(&found.gap, &|full| full.gap.clone(), 2)
    );
}

/// Starts of enterprises raised by a fifth, when all enterprises sell here only and when they sell as they do.
fn displacement(text: &mut String, count: u32) {
    const HERE_ONLY: [&str; 2] =
        ["enterprises.local_outside_sales_share=0", "enterprises.newcomer_outside_sales_share=0"];
    let month = OPENING + 120;
    let last = format!("simulation.duration_months={month}");
    let _ = writeln!(
        text,
        "## Displacement\n\nScenario `tax-exemption` with starts of enterprises raised by a fifth \
         (`arrivals.tax_exemption_effect_share`, none by default) less the same without, ten years later, {count} worlds: once \
         all enterprises, founders' included, sell to people from here only, once they sell as they do by default. With \
         customers from here only no enterprise is in the productive base, so that income moves only with who is \
         unemployed, employed or gone. At a fixed base nothing at all is added, to the cent, every year of a run: \
         `firms_with_local_customers_only_displace` in `tests/theory/books.rs`.\n\n| paired difference | customers from here only | \
         as by default |\n|---|---|---|"
    );
    let pairs = [&HERE_ONLY[..], &[]].map(|market| {
        ["0.2", "0"].map(|effect| {
            let effect = format!("arrivals.tax_exemption_effect_share={effect}");
            let set: Vec<&str> = market.iter().copied().chain([effect.as_str(), last.as_str()]).collect();
            runs("tax-exemption", &set, count)
        })
    });
    let rows: [(&str, &[Indicator], f64, usize); 6] = [
        ("enterprises", &[Indicator::EnterprisesLocals, Indicator::EnterprisesNewcomers], 1.0, 1),
        ("productive by sector, thousand EUR a year", &[Indicator::ProductiveSector], 1e3, 0),
        ("productive base (sold outside), thousand EUR a year", &[Indicator::IncomeProductive], 1e3, 0),
        (
            "other bases, thousand EUR a year",
            &[Indicator::IncomeResidential, Indicator::IncomePublic, Indicator::IncomeSocial],
            1e3,
            0,
        ),
        ("total income, thousand EUR a year", &[Indicator::IncomeTotal], 1e3, 0),
        ("jobs", &[Indicator::TotalJobs], 1.0, 1),
    ];
    for (name, indicators, unit, decimals) in rows {
        let sum = |runs: &Runs| -> Vec<Option<f64>> {
            let parts: Vec<_> = indicators.iter().map(|indicator| runs.at(*indicator, month)).collect();
            let of = |world: usize| parts.iter().map(|part| part[world].map(|value| value / unit)).sum();
            (0..runs.0.len()).map(of).collect()
        };
        let [here, usual] =
            pairs.each_ref().map(|[with, without]| difference_told(&sum(with), &sum(without), decimals));
        let _ = writeln!(text, "| {name} | {here} | {usual} |");
    }
    text.push('\n');
}

pub fn run(words: &[String]) {
    let (count, murat_count) = (number(words, 0, 48), number(words, 1, 20));
    let mut text = format!(
        "# Mechanisms, switched off one at a time\n\nWritten by `cargo run --release -p xtask -- mechanisms {count} \
         {murat_count}`; worlds of seed {SEED}, the same ones for every row. Means with their intervals of 95 % (Student); \
         differences are paired. Newcomers among users are those of twelve months, averaged over the months named; the gap \
         is the newcomers' share of hours in places less their share of adults. Where nobody uses the place in a world, \
         shares are undefined and the world is left out of that row. One interval in twenty misses by chance.\n\nEvery rule of attendance, contact and programme that \
         reads the origin, or reads what founders, arrivals or the programme make differ by origin, is a row below. Travel \
         and fees are not: newcomers live where locals live. The short acquaintance of recent newcomers, who begin without \
         strong ties, acts through isolation, acquaintance and friends in the place. That recent newcomers leave the \
         territory more easily stays on in every row: all off says whether it matters.\n\n"
    );
    let cases = [
        Case {
            title: "A place run by the council, without a programme",
            scenario: "shared-place",
            months: 29..65,
            count,
            mechanisms: ANYWHERE.iter().collect(),
            alone: &[
                ("taste for one's own origin", &[0]),
                ("isolation", &[1]),
                ("acquaintance, with preference and associations behind it", &[2, 3, 4]),
                ("occupation mix", &[5]),
                ("isolation and occupation mix together", &[1, 5]),
                ("taste, isolation and occupation mix together", &[0, 1, 5]),
            ],
        },
        Case {
            title: "Murat, until March 2017",
            scenario: "murat-history",
            months: 87..123,
            count: murat_count,
            mechanisms: ANYWHERE.iter().chain(&PROGRAMME).collect(),
            alone: &[
                ("taste for one's own origin", &[0]),
                ("isolation and occupation mix together", &[1, 5]),
                ("training meant for newcomers", &[10]),
                ("the programme: people brought and invited", &[9, 11]),
                ("the programme and its training", &[9, 10, 11]),
                ("taste, and the programme with its training", &[0, 9, 10, 11]),
            ],
        },
    ];
    for case in &cases {
        case.write(&mut text);
    }
    displacement(&mut text, murat_count);
    text.truncate(text.trim_end().len());
    text.push('\n');
    write("docs/mechanisms.md", &text);
}
