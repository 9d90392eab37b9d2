//! Estimators of closure: inbreeding homophily, E-I index, assortativity, and their moments under permuted origins.
//!
//! All of them need only counts of tie ends, so that their cost is linear in ties.

/// Ends of ties of the members of one origin: to their own, to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Ends of ties within the origin: each such tie has two.
    pub same: u64,
    /// Ends of ties across: each has one on this side.
    pub cross: u64,
}

/// Share of an origin's ties that stay within it, `H = s / (s + d)` (Coleman 1958); `None` without a tie.
#[must_use]
pub fn homophily(ends: Ends) -> Option<f64> {
    let total = ends.same + ends.cross;
    (total > 0).then(|| ends.same as f64 / total as f64)
}

/// Inbreeding homophily of an origin that makes the share `share` of those concerned, `IH = (H - w) / (1 - w)` (Coleman
/// 1958; Currarini, Jackson, Pin 2009); `None` without a tie or when one origin is absent.
#[must_use]
pub fn inbreeding_homophily(ends: Ends, share: f64) -> Option<f64> {
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    homophily(ends).map(|homophily| (homophily - share) / (1.0 - share))
}

/// A network of two origins with its ties held, of which only sums are needed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Network {
    /// People of each origin.
    pub people: [u64; 2],
    /// Ends of ties of each origin.
    pub ends: [Ends; 2],
    /// Sum over people of the square of their number of ties.
    pub squared_degrees: u64,
}

/// Mean and variance of a quantity when origins are permuted among the people and ties are held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Mean.
    pub mean: f64,
    /// Variance.
    pub variance: f64,
}

impl Moments {
    /// How many standard deviations `value` is above the mean; `None` without variance.
    #[must_use]
    pub fn z(self, value: f64) -> Option<f64> {
        (self.variance > 0.0).then(|| (value - self.mean) / self.variance.sqrt())
    }
}

impl Network {
    /// Ties, m.
    #[must_use]
    pub fn ties(&self) -> u64 {
        u64::midpoint(self.ends[0].same, self.ends[1].same) + self.external()
    }

    /// Ties between the two origins, X.
    #[must_use]
    pub fn external(&self) -> u64 {
        u64::midpoint(self.ends[0].cross, self.ends[1].cross)
    }

    /// `(E - I) / (E + I)` (Krackhardt, Stern 1988); `None` without a tie.
    #[must_use]
    pub fn external_internal(&self) -> Option<f64> {
        let ties = self.ties();
        (ties > 0).then(|| (2.0 * self.external() as f64 - ties as f64) / ties as f64)
    }

    /// Assortativity by origin, `(sum e_ii - sum a_i^2) / (1 - sum a_i^2)` over the symmetric matrix of tie ends (Newman
    /// 2003); `None` without a tie or when one origin has none.
    #[must_use]
    pub fn assortativity(&self) -> Option<f64> {
        let ends: [f64; 2] = self.ends.map(|ends| (ends.same + ends.cross) as f64);
        let total = ends[0] + ends[1];
        if ends[0] == 0.0 || ends[1] == 0.0 {
            return None;
        }
        let within = (self.ends[0].same + self.ends[1].same) as f64 / total;
        let expected = (ends[0] * ends[0] + ends[1] * ends[1]) / (total * total);
        Some((within - expected) / (1.0 - expected))
    }

    /// Moments of the number of external ties X under permutation:
    /// `E X = m p`, `var X = m p + 2 S p3 + 2 D p4 - (m p)^2`, with `p = 2 n1 n2 / [N(N-1)]`, `p3 = n1 n2 / [N(N-1)]`,
    /// `p4 = 4 n1(n1-1) n2(n2-1) / [N(N-1)(N-2)(N-3)]`, `S = sum d(d-1)/2` pairs of ties that share a person and
    /// `D = m(m-1)/2 - S` pairs that do not. `None` when one origin is absent or there are fewer than four people.
    #[must_use]
    pub fn external_moments(&self) -> Option<Moments> {
        let [n1, n2] = self.people.map(|people| people as f64);
        let n = n1 + n2;
        if n1 == 0.0 || n2 == 0.0 || n < 4.0 {
            return None;
        }
        let m = self.ties() as f64;
        let pairs = n * (n - 1.0);
        let sharing = (self.squared_degrees as f64 - 2.0 * m) / 2.0;
        let apart = m * (m - 1.0) / 2.0 - sharing;
        let p = 2.0 * n1 * n2 / pairs;
        let p3 = n1 * n2 / pairs;
        let p4 = 4.0 * n1 * (n1 - 1.0) * n2 * (n2 - 1.0) / (pairs * (n - 2.0) * (n - 3.0));
        let mean = m * p;
        let variance = mean + 2.0 * sharing * p3 + 2.0 * apart * p4 - mean * mean;
        // What rounding leaves of a variance that is none.
        let none = variance < 1e-9 * mean.max(1.0);
        Some(Moments { mean, variance: if none { 0.0 } else { variance } })
    }

    /// Mean of the E-I index under permutation, `4 n1 n2 / [N(N-1)] - 1`; `None` where it is undefined.
    #[must_use]
    pub fn external_internal_mean(&self) -> Option<f64> {
        let ties = self.ties() as f64;
        let moments = self.external_moments().filter(|_| ties > 0.0)?;
        Some(2.0 * moments.mean / ties - 1.0)
    }

    /// Standard deviations of X above its mean under permutation.
    #[must_use]
    pub fn external_z(&self) -> Option<f64> {
        self.external_moments()?.z(self.external() as f64)
    }

    /// Moments of the assortativity under permutation: the variance to first order, the mean to second.
    ///
    /// `r = 1 - X / [2 m a (1 - a)]` depends on X and on the share a of tie ends held by the second origin; both vary.
    /// Around their means, `r ~ -[X/m - E X/m + 2 (2a - 1)(a - E a)] / (1 - A)` with `A = a^2 + (1-a)^2`, whose variance
    /// needs `var a` and `cov(X, a)`: sums of degrees over a sample without replacement. The mean is
    /// `1 - [g E X + g' cov(X, a) + g'' E X var a / 2] / (2 m)` with `g = 1 / [a (1 - a)]`: of order 1/N.
    #[must_use]
    pub fn assortativity_moments(&self) -> Option<Moments> {
        let external = self.external_moments()?;
        let m = self.ties() as f64;
        if m == 0.0 {
            return None;
        }
        let [n1, n2] = self.people.map(|people| people as f64);
        let n = n1 + n2;
        let squares = self.squared_degrees as f64;
        let held = n2 / n;
        let degree_variance = n1 * n2 / (n * (n - 1.0)) * (squares - 4.0 * m * m / n);
        let one_end = n1 * n2 / (n * (n - 1.0));
        let third = 2.0 * n2 * (n2 - 1.0) * n1 / (n * (n - 1.0) * (n - 2.0));
        let joint = one_end * squares + third * (2.0 * m * m - squares);
        let covariance = joint - external.mean * 2.0 * m * held;
        let slope = 2.0 * (2.0 * held - 1.0) / (2.0 * m);
        let variance =
            external.variance / (m * m) + slope * slope * degree_variance + 2.0 * slope / m * covariance;
        let spread = 1.0 - held * held - (1.0 - held) * (1.0 - held);
        let (product, odd, ends) = (held * (1.0 - held), 1.0 - 2.0 * held, 2.0 * m);
        let bend = (2.0 + 2.0 * odd * odd / product) / (product * product);
        let mean = 1.0
            - (external.mean / product - covariance / ends * odd / (product * product)
                + external.mean * degree_variance / (ends * ends) * bend / 2.0)
                / ends;
        Some(Moments { mean, variance: variance.max(0.0) / (spread * spread) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_of_the_index_is_the_closed_form() {
        let network = Network {
            people: [20, 5],
            ends: [Ends { same: 40, cross: 10 }, Ends { same: 4, cross: 10 }],
            squared_degrees: 300,
        };
        let mean = network.external_internal_mean().expect("both origins are there");
        assert!((mean + 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn homophily_without_the_other_origin_is_undefined() {
        assert_eq!(inbreeding_homophily(Ends { same: 4, cross: 0 }, 1.0), None);
        assert_eq!(inbreeding_homophily(Ends::default(), 0.5), None);
    }
}
