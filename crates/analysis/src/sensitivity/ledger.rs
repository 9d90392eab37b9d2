//! The ledger of assumptions: what becomes of each conclusion when a mechanism is taken out, or an assumption moved to
//! the ends of its range, in the same worlds.

use crate::effects::{Comparison, Verdict};
use crate::statistics::Interval;
use hameau_model::inputs::parameters::{Key, Kind, Role};
use hameau_model::observe::indicators::Indicator;
use serde::{Deserialize, Serialize};

/// What the conclusions of a comparison hang on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Name of the base.
    pub base: String,
    /// Worlds in which each effect was measured.
    pub worlds: u32,
    /// Seed of the worlds.
    pub seed: u64,
    /// The conclusions as the model stands: effects of the policies on the headline indicators.
    pub conclusions: Vec<Measured>,
    /// Each mechanism taken out in turn, in the order of the table of parameters.
    pub mechanisms: Vec<LedgerRow>,
    /// Assumptions at the ends of their ranges, for each conclusion the most telling first.
    pub tornado: Vec<TornadoBar>,
    /// Values that no scenario may have with the others at their defaults, such as shares that would make more than a
    /// whole: they were left out.
    pub left_out: Vec<String>,
}

/// The effect of a policy on an indicator, as measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The policy.
    pub policy: String,
    /// The indicator's id.
    pub indicator: String,
    /// Mean paired difference, in the unit of the indicator; none where no pair of worlds defines it.
    pub difference: Option<f64>,
    /// Its interval; none of fewer than two worlds.
    pub interval: Option<Interval>,
    /// What the interval allows to say.
    pub verdict: Verdict,
}

/// One mechanism taken out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// What was set.
    pub assumed: Assumed,
    /// The conclusions without it, in the order of [`Ledger::conclusions`].
    pub without: Vec<Measured>,
    /// For each, whether the conclusion survives, see [`survives`].
    pub survives: Vec<bool>,
}

/// A parameter and the value that it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    /// Its full name.
    pub key: String,
    /// The value.
    pub value: f64,
}

/// One assumption at the two ends of its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// Its full name.
    pub key: String,
    /// The ends of its range.
    pub range: [f64; 2],
    /// The effect at the lower end.
    pub at_low: Measured,
    /// The effect at the upper end.
    pub at_high: Measured,
}

/// One world of assumptions: what is set, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variant {
    /// The parameter.
    pub key: Key,
    /// The value that it is given.
    pub value: f64,
    /// Whether that takes a mechanism out.
    pub removes: bool,
    /// Whether it is an end of a range that is walked.
    pub end: bool,
}

impl Variant {
    /// As an override.
    #[must_use]
    pub fn set(&self) -> String {
        let row = self.key.row();
        match row.kind {
            Kind::Choice(words) => format!("{}={}", row.name, words[self.value as usize]),
            Kind::Switch => format!("{}={}", row.name, self.value > 0.5),
            _ => format!("{}={}", row.name, self.value),
        }
    }

    /// A name for it that no other variant has.
    #[must_use]
    pub fn name(&self) -> String {
        self.set().replace(['.', '_', '=', '+'], "-")
    }
}

/// Every mechanism taken out in turn, the rule of cooperation exchanged last of them; then the ends of the ranges of the
/// assumptions of these sections.
#[must_use]
pub fn variants(sections: &[String]) -> Vec<Variant> {
    let assumptions = || Key::all().filter(|key| key.row().role == Role::Assumption);
    let off = |key: Key| {
        let row = key.row();
        let value = row.off.filter(|off| *off != row.default)?;
        Some(Variant { key, value, removes: true, end: false })
    };
    let mut all: Vec<Variant> = assumptions().filter_map(off).collect();
    let other_rule = if Key::Rule.row().default == 0.0 { 1.0 } else { 0.0 };
    all.push(Variant { key: Key::Rule, value: other_rule, removes: true, end: false });
    for key in assumptions().filter(|key| sections.iter().any(|name| name == key.row().section())) {
        let row = key.row();
        if !matches!(row.kind, Kind::Real | Kind::Integer) {
            continue;
        }
        for value in [row.low, row.high].into_iter().filter(|value| *value != row.default) {
            match all.iter_mut().find(|variant| (variant.key, variant.value) == (key, value)) {
                Some(same) => same.end = true,
                None => all.push(Variant { key, value, removes: false, end: true }),
            }
        }
    }
    all
}

/// The effects of a comparison on some indicators.
#[must_use]
pub fn measured(comparison: &Comparison, indicators: &[Indicator]) -> Vec<Measured> {
    let of = |(policy, indicator): (&crate::effects::PolicyEffects, &Indicator)| {
        let effect = policy.on(*indicator);
        Measured {
            policy: policy.policy.clone(),
            indicator: indicator.row().id.to_owned(),
            difference: effect.difference,
            interval: effect.interval,
            verdict: effect.verdict,
        }
    };
    let pairs = comparison.policies.iter().flat_map(|policy| indicators.iter().map(move |of| (policy, of)));
    pairs.map(of).collect()
}

/// Whether a conclusion is the same without a mechanism: the same verdict. One that was undecided was none, and nothing can
/// be taken from it.
#[must_use]
pub fn survives(with: &Measured, without: &Measured) -> bool {
    with.verdict == without.verdict || with.verdict == Verdict::Undecided
}

/// The ledger of what was measured: `base` is the comparison as the model stands, `varied` those under each variant, in
/// its order.
#[must_use]
pub fn ledger(
    base: &Comparison,
    varied: &[(Variant, Comparison)],
    indicators: &[Indicator],
    left_out: &[String],
) -> Ledger {
    let conclusions = measured(base, indicators);
    let mut mechanisms = Vec::new();
    let mut ends: Vec<(Key, [Option<Vec<Measured>>; 2])> = Vec::new();
    for (variant, comparison) in varied {
        let found = measured(comparison, indicators);
        if variant.removes {
            let survives = conclusions.iter().zip(&found).map(|(with, without)| survives(with, without));
            let survives = survives.collect();
            let assumed = Assumed { key: variant.key.row().name.to_owned(), value: variant.value };
            mechanisms.push(LedgerRow { assumed, without: found.clone(), survives });
        }
        if variant.end {
            let upper = usize::from(variant.value > variant.key.row().default);
            if let Some((_, both)) = ends.iter_mut().find(|(key, _)| *key == variant.key) {
                both[upper] = Some(found);
            } else {
                let mut both = [None, None];
                both[upper] = Some(found);
                ends.push((variant.key, both));
            }
        }
    }
    let mut tornado = Vec::new();
    for at in 0..conclusions.len() {
        let bar = |(key, both): &(Key, [Option<Vec<Measured>>; 2])| {
            let row = key.row();
            // An end that is the default is the model as it stands.
            let end = |found: &Option<Vec<Measured>>| {
                found.as_ref().map_or_else(|| conclusions[at].clone(), |found| found[at].clone())
            };
            TornadoBar {
                key: row.name.to_owned(),
                range: [row.low, row.high],
                at_low: end(&both[0]),
                at_high: end(&both[1]),
            }
        };
        let mut bars: Vec<TornadoBar> = ends.iter().map(bar).collect();
        bars.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
        tornado.extend(bars);
    }
    Ledger {
        base: base.base.clone(),
        worlds: base.worlds as u32,
        seed: base.question.seed,
        conclusions,
        mechanisms,
        tornado,
        left_out: left_out.to_vec(),
    }
}

/// How far the effect lies apart at the two ends.
fn swing(bar: &TornadoBar) -> f64 {
    match (bar.at_low.difference, bar.at_high.difference) {
        (Some(low), Some(high)) => (high - low).abs(),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hameau_model::inputs::scenario::{Memory, Overrides, resolve};
    use std::collections::BTreeSet;

    #[test]
    fn every_variant_can_be_set_and_changes_something() {
        let sections: Vec<String> =
            ["attendance", "contact", "cooperation", "works"].map(str::to_owned).to_vec();
        let all = variants(&sections);
        assert!(all.iter().filter(|variant| variant.removes).count() > 40);
        let names: BTreeSet<String> = all.iter().map(Variant::name).collect();
        let plain = resolve("hameau:baseline", &Overrides::default(), &Memory::default()).expect("right");
        for variant in &all {
            let overrides = Overrides { sweep: vec![variant.set()], ..Overrides::default() };
            let varied = resolve("hameau:baseline", &overrides, &Memory::default());
            match varied {
                Ok(varied) => assert!(!varied.differences(&plain).is_empty(), "{}", variant.set()),
                // The end of the range of a share of one whole: the others of it leave less room.
                Err(mistakes) => assert!(mistakes.to_string().contains("of one whole"), "{mistakes}"),
            }
        }
        let settings: BTreeSet<String> = all.iter().map(Variant::set).collect();
        assert_eq!(names.len(), settings.len());
    }
}
