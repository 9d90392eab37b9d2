//! What a prediction expects, and when it is met.

use crate::common::Estimate;
use crate::common::verdict::Verdict;

/// What is expected of an estimate.
#[derive(Clone, Copy, Debug)]
pub enum Expectation {
    /// The mean lies between these.
    Range([f64; 2]),
    /// The interval lies wholly above.
    Above(f64),
    /// The interval lies wholly below.
    Below(f64),
    /// The interval lies within so much of 0.
    Within(f64),
}

impl Expectation {
    /// Met, not met, or undecided while the interval holds the limit; what is undefined decides nothing.
    pub fn verdict(self, estimate: Option<Estimate>) -> Verdict {
        let Some(Estimate { mean, low, high }) = estimate else { return Verdict::Undecided };
        let one_of = |met: bool, not_met: bool| match (met, not_met) {
            (true, _) => Verdict::Met,
            (_, true) => Verdict::NotMet,
            _ => Verdict::Undecided,
        };
        match self {
            Self::Range([least, most]) => Verdict::of((least..=most).contains(&mean)),
            Self::Above(than) => one_of(low > than, high < than),
            Self::Below(than) => one_of(high < than, low > than),
            Self::Within(of) => one_of(low > -of && high < of, low > of || high < -of),
        }
    }

    /// In words.
    pub fn told(self) -> String {
        match self {
            Self::Range([least, most]) => format!("{least} to {most}"),
            Self::Above(than) => format!("above {than}"),
            Self::Below(than) => format!("below {than}"),
            Self::Within(of) => format!("within {of} of 0"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(expectation: Expectation, [mean, low, high]: [f64; 3]) -> Verdict {
        expectation.verdict(Some(Estimate { mean, low, high }))
    }

    #[test]
    fn an_interval_that_holds_the_limit_decides_nothing() {
        let found = [1.0, 0.5, 1.5];
        assert_eq!(verdict(Expectation::Above(0.4), found), Verdict::Met);
        assert_eq!(verdict(Expectation::Above(0.6), found), Verdict::Undecided);
        assert_eq!(verdict(Expectation::Above(1.6), found), Verdict::NotMet);
        assert_eq!(verdict(Expectation::Below(1.6), found), Verdict::Met);
        assert_eq!(verdict(Expectation::Below(0.4), found), Verdict::NotMet);
        assert_eq!(verdict(Expectation::Within(1.6), found), Verdict::Met);
        assert_eq!(verdict(Expectation::Within(0.4), found), Verdict::NotMet);
        assert_eq!(verdict(Expectation::Within(1.2), found), Verdict::Undecided);
        assert_eq!(verdict(Expectation::Range([0.9, 1.1]), found), Verdict::Met);
        assert_eq!(Expectation::Above(0.0).verdict(None), Verdict::Undecided);
    }
}
