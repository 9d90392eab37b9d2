//! Whole numbers that keep a total: census estimates have decimals, people have not.

use crate::kernel::order;

/// Rounds so that the sum is the rounded sum, by largest remainders (Hamilton 1792): each result is within 1 of its
/// value. Ties go to the first.
#[must_use]
pub fn apportion(values: &[f64]) -> Vec<u32> {
    let total = values.iter().sum::<f64>().round() as u32;
    let caps = vec![u32::MAX; values.len()];
    round_to(values, &caps, total)
}

/// Shares `total` in proportion to `weights`, nobody getting more than its cap. When nobody has a weight, caps serve as
/// weights. Gives less than `total` only when the caps together are less.
#[must_use]
pub fn allot(total: u32, weights: &[f64], caps: &[u32]) -> Vec<u32> {
    let room: u64 = caps.iter().map(|cap| u64::from(*cap)).sum();
    let total = u64::from(total).min(room) as u32;
    let reachable: u64 =
        weights.iter().zip(caps).filter(|(weight, _)| **weight > 0.0).map(|(_, cap)| u64::from(*cap)).sum();
    if reachable < u64::from(total) {
        let mut given: Vec<u32> =
            weights.iter().zip(caps).map(|(weight, cap)| if *weight > 0.0 { *cap } else { 0 }).collect();
        let left: Vec<u32> = caps.iter().zip(&given).map(|(cap, given)| cap - given).collect();
        let fallback: Vec<f64> = left.iter().map(|left| f64::from(*left)).collect();
        let rest = allot(total - reachable as u32, &fallback, &left);
        for (given, more) in given.iter_mut().zip(rest) {
            *given += more;
        }
        return given;
    }
    let mut shares = vec![0.0; weights.len()];
    let mut capped = vec![false; weights.len()];
    loop {
        let open = |at: &usize| !capped[*at] && weights[*at] > 0.0;
        let taken: u64 = (0..weights.len()).filter(|at| capped[*at]).map(|at| u64::from(caps[at])).sum();
        let weight: f64 = (0..weights.len()).filter(open).map(|at| weights[at]).sum();
        let scale = if weight > 0.0 { (u64::from(total).saturating_sub(taken)) as f64 / weight } else { 0.0 };
        let over: Vec<usize> = (0..weights.len())
            .filter(open)
            .filter(|at| weights[*at] * scale > f64::from(caps[*at]))
            .collect();
        for at in (0..weights.len()).filter(open) {
            shares[at] = weights[at] * scale;
        }
        for at in &over {
            capped[*at] = true;
            shares[*at] = f64::from(caps[*at]);
        }
        if over.is_empty() {
            return round_to(&shares, caps, total);
        }
    }
}

/// Rounds a table of rows so that each row keeps its rounded sum, given as `row_totals`, and columns keep theirs as far
/// as unit swaps within rows allow; every cell stays within 1 of its value (controlled rounding, Cox 1987, by swaps).
#[must_use]
pub fn apportion_table<const N: usize>(rows: &[[f64; N]], row_totals: &[u32]) -> Vec<[u32; N]> {
    let mut table: Vec<[u32; N]> = rows
        .iter()
        .zip(row_totals)
        .map(|(row, total)| {
            let rounded = round_to(row, &[u32::MAX; N], *total);
            std::array::from_fn(|at| rounded[at])
        })
        .collect();
    let columns: [f64; N] = std::array::from_fn(|at| rows.iter().map(|row| row[at]).sum());
    let total: u64 = row_totals.iter().map(|total| u64::from(*total)).sum();
    let wanted = round_to(&columns, &[u32::MAX; N], total as u32);
    let mut excess: [i64; N] = std::array::from_fn(|at| {
        table.iter().map(|row| i64::from(row[at])).sum::<i64>() - i64::from(wanted[at])
    });
    while let Some((row, from, to)) = cheapest_swap(rows, &table, &excess) {
        table[row][from] -= 1;
        table[row][to] += 1;
        excess[from] -= 1;
        excess[to] += 1;
    }
    table
}

/// The row, surplus column and lacking column where moving one unit costs least and keeps cells within 1.
fn cheapest_swap<const N: usize>(
    rows: &[[f64; N]],
    table: &[[u32; N]],
    excess: &[i64; N],
) -> Option<(usize, usize, usize)> {
    let mut best: Option<(f64, (usize, usize, usize))> = None;
    for from in (0..N).filter(|at| excess[*at] > 0) {
        for to in (0..N).filter(|at| excess[*at] < 0) {
            for (at, (row, whole)) in rows.iter().zip(table).enumerate() {
                let over = f64::from(whole[from]) - row[from];
                let under = row[to] - f64::from(whole[to]);
                let cost = -(over + under);
                if over > 0.0 && under > 0.0 && best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, (at, from, to)));
                }
            }
        }
    }
    best.map(|(_, swap)| swap)
}

/// Largest remainders to a given total, under caps. A total far from the sum is reached by going round again.
fn round_to(values: &[f64], caps: &[u32], total: u32) -> Vec<u32> {
    let mut whole: Vec<u32> =
        values.iter().zip(caps).map(|(value, cap)| (value.max(0.0).floor() as u32).min(*cap)).collect();
    let sum = |whole: &[u32]| whole.iter().map(|count| u64::from(*count)).sum::<u64>();
    let mut order: Vec<usize> = (0..values.len()).collect();
    let remainder = |at: usize| values[at] - values[at].floor();
    order::by(&mut order, |a, b| remainder(*b).total_cmp(&remainder(*a)).then(a.cmp(b)));
    let mut missing = i64::from(total) - sum(&whole) as i64;
    while missing != 0 {
        let before = missing;
        let cells: Box<dyn Iterator<Item = &usize>> =
            if missing > 0 { Box::new(order.iter()) } else { Box::new(order.iter().rev()) };
        for at in cells {
            if missing > 0 && whole[*at] < caps[*at] {
                whole[*at] += 1;
                missing -= 1;
            } else if missing < 0 && whole[*at] > 0 {
                whole[*at] -= 1;
                missing += 1;
            }
            if missing == 0 {
                break;
            }
        }
        if missing == before {
            break;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_the_total_and_stays_within_one() {
        let values = [0.5, 0.5, 0.5, 2.25, 0.25];
        assert_eq!(apportion(&values), [1, 1, 0, 2, 0]);
        assert_eq!(apportion(&[]), [0_u32; 0]);
    }

    #[test]
    fn a_full_cap_passes_the_rest_on() {
        assert_eq!(allot(10, &[8.0, 1.0, 1.0], &[2, 10, 10]), [2, 4, 4]);
        assert_eq!(allot(8, &[0.0, 0.0], &[3, 9]), [2, 6]);
        assert_eq!(allot(9, &[1.0, 0.0], &[3, 4]), [3, 4]);
    }

    #[test]
    fn a_table_keeps_rows_and_columns() {
        let rows = [[0.6, 0.4], [0.6, 0.4], [0.6, 0.4], [0.6, 0.4], [0.6, 0.4]];
        let table = apportion_table(&rows, &[1; 5]);
        assert_eq!(table.iter().map(|row| row[0]).sum::<u32>(), 3);
        assert!(table.iter().all(|row| row[0] + row[1] == 1));
    }
}
