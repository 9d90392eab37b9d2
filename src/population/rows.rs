//! Columns by row that grow as people enter.

/// Adds a row to a column. One that is full takes room for one in sixty-four more and not for twice as much: these columns are most
/// of the memory.
pub fn add_row<T>(column: &mut Vec<T>, value: T) {
    if column.len() == column.capacity() {
        column.reserve_exact(column.len() / 64 + 16);
    }
    column.push(value);
}
