//! Whether values gather in two places.

/// Fewer values show no shape.
const FEWEST: usize = 10;
/// Each hump holds at least this share of the values; fewer are a long tail, not a hump.
const SMALLEST_HUMP: f64 = 0.15;

/// Whether values visibly form two humps: the best cut in two leaves so little variance within the parts that a single
/// hump would hardly do it.
///
/// The statistic is that of Engelman and Hartigan (1969), the largest share of the variance that lies between the two
/// parts of a cut. One hump gives .64 (normal) to .75 (uniform, the flattest single hump); two are called visible above
/// `.75 + .6 / sqrt(n)`, which fewer than one uniform sample in a hundred exceeds. Two normal humps of equal size are
/// called so when their means are about five of their standard deviations apart.
#[must_use]
pub fn two_humped(values: &[f64]) -> bool {
    let n = values.len();
    if n < FEWEST {
        return false;
    }
    let mut ascending = values.to_vec();
    ascending.sort_by(f64::total_cmp);
    share_between(&ascending).is_some_and(|share| share > 0.75 + 0.6 / (n as f64).sqrt())
}

/// The largest share of the variance that lies between the two parts of a cut of an ascending list.
fn share_between(ascending: &[f64]) -> Option<f64> {
    let n = ascending.len();
    let count = n as f64;
    let centre = super::mean(ascending)?;
    let total = ascending.iter().fold(0.0, |sum, value| sum + (value - centre) * (value - centre));
    if total == 0.0 {
        return None;
    }
    let fewest = (count * SMALLEST_HUMP).ceil() as usize;
    let (mut below, mut best) = (0.0, 0.0);
    for (at, value) in ascending.iter().enumerate() {
        below += value - centre;
        let low = at + 1;
        if low >= fewest && n - low >= fewest {
            let between = below * below * count / (low as f64 * (n - low) as f64);
            best = f64::max(best, between);
        }
    }
    Some(best / total)
}
