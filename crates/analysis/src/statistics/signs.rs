//! The sign test (Arbuthnott 1710; Dixon, Mood 1946).

use serde::Serialize;

/// How many paired differences lie above 0, below it, and at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Signs {
    /// Above 0.
    pub above: u64,
    /// Below 0.
    pub below: u64,
    /// Exactly 0.
    pub equal: u64,
}

impl Signs {
    /// Counts differences.
    #[must_use]
    pub fn count(differences: &[f64]) -> Self {
        let mut signs = Self::default();
        for difference in differences {
            if *difference > 0.0 {
                signs.above += 1;
            } else if *difference < 0.0 {
                signs.below += 1;
            } else {
                signs.equal += 1;
            }
        }
        signs
    }

    /// All differences.
    #[must_use]
    pub const fn worlds(self) -> u64 {
        self.above + self.below + self.equal
    }

    /// Whether more than half of the differences are exactly 0, so that few worlds make the mean.
    #[must_use]
    pub const fn mostly_equal(self) -> bool {
        2 * self.equal > self.worlds()
    }

    /// The chance that signs as unequal as these come of differences of which as many should lie above 0 as below, those at
    /// 0 left out; 1 of none.
    #[must_use]
    pub fn chance(self) -> f64 {
        // Halvings are taken where numbers grow, so that thousands of worlds neither overflow nor vanish.
        const HALVINGS: u64 = 500;
        let shrunk = |value: f64, halvings: u64| (0..halvings).fold(value, |value, _| value / 2.0);
        let (n, fewer) = (self.above + self.below, self.above.min(self.below));
        let (mut term, mut tail, mut left) = (1.0, 1.0, n);
        for k in 0..fewer {
            term *= (n - k) as f64 / (k + 1) as f64;
            tail += term;
            if tail > 1e150 {
                (term, tail) = (shrunk(term, HALVINGS), shrunk(tail, HALVINGS));
                left -= HALVINGS;
            }
        }
        (2.0 * shrunk(tail, left)).min(1.0)
    }

    /// Whether a sign test at this confidence believes that differences lie above 0, or below it.
    #[must_use]
    pub fn sure(self, higher: bool, confidence: f64) -> bool {
        (self.above > self.below) == higher && self.chance() <= 1.0 - confidence
    }
}
