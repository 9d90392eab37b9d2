//! The page of patterns: rows with a verdict.

use crate::common::verdict::Verdict;
use crate::common::{Estimate, spread_told};
use hameau_analysis::statistics::mean;
use std::fmt::Write;

/// The text so far.
pub struct Page {
    pub text: String,
}

impl Page {
    /// A row whose simulated value is already in words.
    pub fn told(&mut self, name: &str, target: &str, told: &str, verdict: Verdict) {
        let _ = writeln!(self.text, "| {name} | {target} | {told} | {} |", verdict.words());
    }

    /// A pattern that is met when the mean over worlds is in a range; with the 5-95 % of worlds.
    pub fn range(&mut self, name: &str, target: &str, values: &[f64], decimals: usize, range: [f64; 2]) {
        let met = mean(values).is_some_and(|mean| range[0] <= mean && mean <= range[1]);
        self.told(name, target, &spread_told(values, decimals), Verdict::of(met));
    }

    /// A prediction of a sign, 1 or -1: undecided while the interval holds 0.
    pub fn sign(
        &mut self,
        name: &str,
        target: &str,
        estimate: Option<Estimate>,
        decimals: usize,
        wanted: i32,
    ) {
        let verdict = estimate.map_or(Verdict::Undecided, |found| Verdict::of_sign(found.sign(), wanted));
        self.told(name, target, &words(estimate, decimals), verdict);
    }

    /// A prediction of no effect: met when the interval lies within the smallest effect of interest on both sides.
    pub fn nothing(&mut self, name: &str, estimate: Option<Estimate>, decimals: usize, smallest: f64) {
        let target = format!("within {smallest} of 0");
        let verdict = match estimate {
            Some(found) if found.low > -smallest && found.high < smallest => Verdict::Met,
            Some(found) if found.low > smallest || found.high < -smallest => Verdict::NotMet,
            _ => Verdict::Undecided,
        };
        self.told(name, &target, &words(estimate, decimals), verdict);
    }
}

fn words(estimate: Option<Estimate>, decimals: usize) -> String {
    estimate.map_or("undefined".to_owned(), |estimate| estimate.told(decimals))
}
