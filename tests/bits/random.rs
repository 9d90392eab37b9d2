//! Are the draws uniform, independent of every other draw, and the same whoever asks for them in whatever order?

use crate::chance::{agree, correlation, plausible};
use hameau_model::kernel::random::{
    CommuneCode, DRAWS, Draw, Pool, Source, Uniform, Who, World, self_digest,
};
use hameau_model::kernel::units::Month;
use std::collections::HashSet;
use std::fs;
use std::path::Path;

const MONTH: Month = Month::new(2017, 1);
/// Draws behind each verdict: a share of one in 256 cells is then known to 3 %.
const MANY: u32 = 1 << 18;

fn source() -> Source {
    World { seed: 2026, replicate: 0 }.source(Draw::Help)
}

fn commune(code: &str) -> CommuneCode {
    CommuneCode::parse(code).expect("a code")
}

fn founder(index: u32) -> Who {
    Who::founder(commune("26108"), index)
}

/// Cells of equal width in the high and in the low byte, and single bits.
fn is_uniform(draw: impl Fn(u32) -> Uniform) -> bool {
    let (mut high, mut low, mut ones) = ([0; 256], [0; 256], [0_u64; 32]);
    for i in 0..MANY {
        let bits = draw(i).bits();
        high[(bits >> 24) as usize] += 1;
        low[(bits & 255) as usize] += 1;
        for (bit, ones) in ones.iter_mut().enumerate() {
            *ones += u64::from(bits >> bit & 1);
        }
    }
    let balance = ones.iter().fold(0.0, |sum, ones| {
        let z = (*ones as f64 - f64::from(MANY) / 2.0) / (f64::from(MANY) / 4.0).sqrt();
        sum + z * z
    });
    agree(&high, &[1.0 / 256.0; 256]) && agree(&low, &[1.0 / 256.0; 256]) && plausible(balance, ones.len())
}

/// Pairs fall evenly over 16 x 16 cells, in their high and in their low bits, and are not correlated.
fn are_independent(first: impl Fn(u32) -> Uniform, second: impl Fn(u32) -> Uniform) -> bool {
    let (mut high, mut low) = ([0; 256], [0; 256]);
    let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
    for i in 0..MANY {
        let (a, b) = (first(i), second(i));
        high[(a.bits() >> 28 << 4 | b.bits() >> 28) as usize] += 1;
        low[((a.bits() & 15) << 4 | b.bits() & 15) as usize] += 1;
        firsts.push(a.value());
        seconds.push(b.value());
    }
    // The correlation of n independent pairs has standard error 1/sqrt(n); beyond 5 of them is one in two million.
    let correlated = correlation(&firsts, &seconds).abs() * f64::from(MANY).sqrt() > 5.0;
    agree(&high, &[1.0 / 256.0; 256]) && agree(&low, &[1.0 / 256.0; 256]) && !correlated
}

#[test]
fn the_answers_known_from_before() {
    let draw = source().draw(founder(7), MONTH, 5);
    assert_eq!(draw.bits(), 3_042_784_711, "every draw moved: MODEL_VERSION moves with it");
    assert_eq!(
        self_digest(2026),
        0xeb15_7ce0_7969_665a,
        "some distribution moved: MODEL_VERSION moves with it"
    );
    assert_ne!(self_digest(2027), self_digest(2026));
}

#[test]
fn every_row_of_the_table_is_uniform() {
    for row in DRAWS {
        let source = World { seed: 1, replicate: 3 }.source(row.draw);
        assert!(is_uniform(|i| source.draw(founder(i), MONTH, 0)), "{:?}", row.draw);
    }
}

#[test]
fn every_direction_is_uniform() {
    let many = 1_u32 << 13;
    let worlds = |i| World { seed: 5, replicate: i }.source(Draw::Life);
    let seeds = |i| World { seed: u64::from(i) << 7, replicate: 0 }.source(Draw::Life);
    assert!(
        is_uniform(|i| source().draw(founder(3), Month::from_index(i % many), i / many)),
        "months and numbers"
    );
    assert!(is_uniform(|i| source().draw(founder(3), MONTH, i)), "numbers");
    assert!(is_uniform(|i| worlds(i).draw(founder(3), MONTH, 0)), "replicates");
    assert!(is_uniform(|i| seeds(i).draw(founder(3), MONTH, 0)), "seeds");
    assert!(is_uniform(|i| source().draw(founder(i).pair(founder(i + 1)), MONTH, 0)), "pairs");
    assert!(is_uniform(|i| source().draw(Who::candidate(Pool::Programme, MONTH, i), MONTH, 0)), "candidates");
}

#[test]
fn uniformity_refuses_bias_and_false_regularity() {
    let honest = |i| source().draw(founder(i), MONTH, 0).bits();
    assert!(is_uniform(|i| Uniform::from_bits(honest(i))));
    let squeezed = |i| Uniform::from_bits((f64::from(honest(i)) * 0.99) as u32);
    assert!(!is_uniform(squeezed), "a draw squeezed by 1 % passes");
    let stuck = |i| Uniform::from_bits(honest(i) & !1);
    assert!(!is_uniform(stuck), "a bit that never moves passes");
    let dealt = |i: u32| Uniform::from_bits(i.wrapping_mul(0x9E37_79B9));
    assert!(!is_uniform(dealt), "a grid dealt out in turn passes: the test does not see what is too good");
}

#[test]
fn draws_are_independent_of_their_neighbours() {
    let reference = |i| source().draw(founder(i), MONTH, 0);
    let world = |seed, replicate| World { seed, replicate }.source(Draw::Help);
    let check = |name: &str, other: &dyn Fn(u32) -> Uniform| {
        assert!(are_independent(reference, other), "{name}");
    };
    check("next resident", &|i| source().draw(founder(i + 1), MONTH, 0));
    check("resident 256 further", &|i| source().draw(founder(i + 256), MONTH, 0));
    check("same resident elsewhere", &|i| source().draw(Who::founder(commune("26109"), i), MONTH, 0));
    check("next month", &|i| source().draw(founder(i), MONTH.plus(1), 0));
    check("next year", &|i| source().draw(founder(i), MONTH.plus(12), 0));
    for k in 1..5 {
        check("next number", &|i| source().draw(founder(i), MONTH, k));
    }
    check("next replicate", &|i| world(2026, 1).draw(founder(i), MONTH, 0));
    check("replicate 65536", &|i| world(2026, 1 << 16).draw(founder(i), MONTH, 0));
    check("next seed", &|i| world(2027, 0).draw(founder(i), MONTH, 0));
    check("seed of the other half", &|i| world(2026 << 32, 0).draw(founder(i), MONTH, 0));
    check("a pair it belongs to", &|i| source().draw(founder(i).pair(founder(i + 1)), MONTH, 0));
    for row in DRAWS.iter().filter(|row| row.draw != Draw::Help) {
        let other = World { seed: 2026, replicate: 0 }.source(row.draw);
        check(&format!("{:?}", row.draw), &|i| other.draw(founder(i), MONTH, 0));
    }
}

#[test]
fn correlations_at_many_lags_scatter_as_chance_would() {
    let lags = 64;
    let size = MANY as usize;
    let values =
        |draw: &dyn Fn(u32) -> Uniform| (0..MANY + lags).map(|i| draw(i).value()).collect::<Vec<_>>();
    for (name, values) in [
        ("residents", values(&|i| source().draw(founder(i), MONTH, 0))),
        ("numbers", values(&|i| source().draw(founder(0), MONTH, i))),
        (
            "replicates",
            values(&|i| World { seed: 0, replicate: i }.source(Draw::Life).draw(founder(0), MONTH, 0)),
        ),
    ] {
        let scatter = (1..=lags as usize).fold(0.0, |sum, lag| {
            let r = correlation(&values[..size], &values[lag..lag + size]);
            sum + r * r * f64::from(MANY)
        });
        assert!(plausible(scatter, lags as usize), "{name}: {scatter}");
    }
}

#[test]
fn independence_refuses_a_rule_that_copies() {
    let first = |i| source().draw(founder(i), MONTH, 0);
    let second = |i| source().draw(founder(i), MONTH, 1);
    assert!(are_independent(first, second));
    let copies = |i: u32| if i.is_multiple_of(40) { first(i) } else { second(i) };
    assert!(!are_independent(first, copies), "one draw in forty copied passes");
    let shared_low = |i| Uniform::from_bits(second(i).bits() & !1 | first(i).bits() & 1);
    assert!(!are_independent(first, shared_low), "a shared low bit passes");
    assert!(
        !are_independent(|i| Uniform::from_bits(i << 12), |i| Uniform::from_bits(i << 28)),
        "a grid passes"
    );
}

#[test]
fn a_sweep_gives_the_draws_that_single_calls_give() {
    for size in (0..70).chain([255, 256, 1_000]) {
        let whos: Vec<Who> = (0..size).map(|i| founder(i).pair(Who::named("atelier"))).collect();
        let mut sweep = vec![[Uniform::default(); 4]; whos.len()];
        for block in [0, 1, 77] {
            source().fill(&whos, MONTH, block, &mut sweep);
            for (who, row) in whos.iter().zip(&sweep) {
                assert_eq!(*row, source().draws(*who, MONTH, block));
                for k in 0..4 {
                    assert_eq!(row[k as usize], source().draw(*who, MONTH, 4 * block + k));
                }
            }
        }
    }
}

#[test]
fn a_draw_does_not_depend_on_who_else_draws() {
    let whos: Vec<Who> = (0..500).map(founder).collect();
    let mut reversed = whos.clone();
    reversed.reverse();
    let sweep = |whos: &[Who]| {
        let mut out = vec![[Uniform::default(); 4]; whos.len()];
        source().fill(whos, MONTH, 0, &mut out);
        out
    };
    let (mut forth, back) = (sweep(&whos), sweep(&reversed));
    forth.reverse();
    assert_eq!(forth, back);
}

#[test]
fn a_world_is_its_seed_and_its_replicate() {
    let mut keys = HashSet::new();
    for seed in 0..100 {
        for replicate in 0..100 {
            for row in DRAWS {
                let source = World { seed, replicate }.source(row.draw);
                assert!(
                    keys.insert(source.draws(founder(0), MONTH, 0).map(Uniform::bits)),
                    "{seed} {replicate} {:?}",
                    row.draw
                );
            }
        }
    }
}

#[test]
fn addresses_of_all_kinds_are_distinct() {
    let mut seen = HashSet::new();
    let mut add = |who: Who| assert!(seen.insert(who), "{who:?} twice");
    add(Who::TERRITORY);
    for name in ["atelier", "Atelier", "", "welcome", "fablab", "fablab 2"] {
        add(Who::named(name));
    }
    for code in ["1", "01", "001", "26108", "26109", "2A004", "ZZZZZ", "0", "A"] {
        let commune = commune(code);
        add(Who::commune(commune));
        for index in (0..300).chain([Who::MAX_PER_COMMUNE - 1]) {
            add(Who::founder(commune, index));
            for month in [0, 1, 24_000, Month::LAST.index()] {
                add(Who::come_of_age(commune, Month::from_index(month), index));
            }
        }
    }
    for pool in [Pool::Ordinary, Pool::CareHome, Pool::Programme] {
        for month in [0, 1, 24_000, Month::LAST.index()] {
            for slot in (0..300).chain([u32::MAX]) {
                add(Who::candidate(pool, Month::from_index(month), slot));
            }
        }
    }
}

#[test]
fn addresses_sort_by_month_of_entry() {
    let early = Month::FIRST;
    let late = early.plus(1);
    let last_founder = Who::founder(commune("ZZZZZ"), Who::MAX_PER_COMMUNE - 1);
    let first = [Who::come_of_age(commune("1"), early, 0), Who::candidate(Pool::Ordinary, early, 0)];
    let then = [Who::come_of_age(commune("1"), late, 0), Who::candidate(Pool::Ordinary, late, 0)];
    for (before, after) in first.iter().zip(&then) {
        assert!(last_founder < *before && before < after);
    }
    assert!(Who::candidate(Pool::Programme, early, u32::MAX) < then[0]);
    assert!(founder(3) < founder(4) && founder(400) < Who::founder(commune("26109"), 0));
}

#[test]
#[should_panic(expected = "more founders in a commune than addresses")]
fn an_index_does_not_run_over_into_the_next_commune() {
    let _ = founder(Who::MAX_PER_COMMUNE);
}

#[test]
fn a_commune_code_is_one_to_five_digits_and_capitals() {
    for code in ["", "261080", "2a004", "26 08", "é"] {
        assert_eq!(CommuneCode::parse(code), None, "{code:?}");
    }
}

#[test]
fn a_pair_has_one_address_in_either_order_and_shares_it_with_none() {
    let size = 2_400;
    let people: Vec<Who> = (0..size)
        .map(|i| if i % 3 == 0 { Who::candidate(Pool::Ordinary, Month::new(2018, 5), i) } else { founder(i) })
        .collect();
    let mut pairs = Vec::new();
    for (i, one) in people.iter().enumerate() {
        for other in &people[..i] {
            assert_eq!(one.pair(*other), other.pair(*one));
            pairs.push(one.pair(*other));
        }
    }
    let count = pairs.len();
    assert!(count > 2_800_000);
    pairs.sort_unstable();
    pairs.dedup();
    // Chance alone would collide among three million of 2^64 addresses once in four million tries.
    assert_eq!(pairs.len(), count);
}

/// Is each row of the table drawn at one place of the model's sources? Then nothing else can use its addresses.
#[test]
fn every_row_of_the_table_is_drawn_at_one_place() {
    let text = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("crates"));
    assert_eq!(wrongly_used(&text), Vec::<String>::new());
}

#[test]
fn a_row_drawn_at_two_places_or_nowhere_is_named() {
    let names: Vec<String> = DRAWS.iter().map(|row| format!("source(Draw::{:?});\n", row.draw)).collect();
    assert_eq!(wrongly_used(&names.concat()), Vec::<String>::new());
    let twice = format!("{}source(Draw::Life)", names.concat());
    assert_eq!(wrongly_used(&twice), ["Life is drawn at 2 places"]);
    let never = names.concat().replace("Draw::LifeX", "").replace("Draw::Help)", ")");
    assert_eq!(wrongly_used(&never), ["Help is drawn at 0 places"]);
}

fn wrongly_used(text: &str) -> Vec<String> {
    let named = |name: &str| {
        let whole = |at: usize| !text[at..].starts_with(|c: char| c.is_alphanumeric());
        let path = format!("Draw::{name}");
        text.match_indices(&path).filter(|(at, _)| whole(at + path.len())).count()
    };
    DRAWS
        .iter()
        .map(|row| format!("{:?}", row.draw))
        .map(|name| (named(&name), name))
        .filter(|(times, _)| *times != 1)
        .map(|(times, name)| format!("{name} is drawn at {times} places"))
        .collect()
}

/// All sources below a folder but the table itself, without the tests at the end of a file and without comments.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("draws.rs") {
            let whole = fs::read_to_string(&path).unwrap_or_default();
            let program = whole.split("#[cfg(test)]").next().unwrap_or_default();
            let code = program.lines().filter(|line| !line.trim_start().starts_with("//"));
            text += &code.collect::<Vec<_>>().join("\n");
        }
    }
    text
}
