//! How often somebody may ask: a bucket of tokens that fills again with time.

use std::time::Instant;

/// A bucket: each request takes a token, and none is given when it is empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket {
    tokens: f64,
    at: Instant,
}

/// How large a bucket is, and how fast it fills.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    /// Tokens of a full bucket: requests that may come at once.
    pub burst: f64,
    /// Tokens a second.
    pub refill: f64,
}

impl Bucket {
    /// A full bucket.
    pub fn full(rate: Rate, now: Instant) -> Self {
        Self { tokens: rate.burst, at: now }
    }

    /// Takes a token, when there is one.
    pub fn take(&mut self, rate: Rate, now: Instant) -> bool {
        self.fill(rate, now);
        let enough = self.tokens >= 1.0;
        if enough {
            self.tokens -= 1.0;
        }
        enough
    }

    /// Whether nothing was asked for so long that it is full again.
    pub fn is_full(&mut self, rate: Rate, now: Instant) -> bool {
        self.fill(rate, now);
        self.tokens >= rate.burst
    }

    fn fill(&mut self, rate: Rate, now: Instant) {
        let seconds = now.saturating_duration_since(self.at).as_secs_f64();
        self.tokens = (self.tokens + seconds * rate.refill).min(rate.burst);
        self.at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_burst_is_given_and_the_rest_comes_with_time() {
        let rate = Rate { burst: 3.0, refill: 2.0 };
        let begun = Instant::now();
        let mut bucket = Bucket::full(rate, begun);
        let given = (0..10).filter(|_| bucket.take(rate, begun)).count();
        assert_eq!(given, 3);
        let later = begun + Duration::from_secs(1);
        assert_eq!((0..10).filter(|_| bucket.take(rate, later)).count(), 2);
        assert!(!bucket.is_full(rate, later));
        assert!(bucket.is_full(rate, later + Duration::from_mins(1)));
    }
}
