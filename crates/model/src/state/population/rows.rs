//! Columns by row that grow as people enter.

/// Makes a column at least so many rows long; those that are new hold `empty`. One that is full takes room for one in sixty-four
/// more and not for twice as much: these columns are most of the memory.
pub fn lengthen<T: Clone>(column: &mut Vec<T>, rows: usize, empty: T) {
    let missing = rows.saturating_sub(column.len());
    if rows > column.capacity() {
        column.reserve_exact(missing.max(column.len() / 64 + 16));
    }
    column.resize(column.len() + missing, empty);
}
