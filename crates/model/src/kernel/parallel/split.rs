//! Columns that are cut at the same row.

/// Rows of one or several columns, which can be cut in two.
pub trait Split: Sized + Send {
    /// Number of rows.
    fn rows(&self) -> usize;

    /// The rows before `at`, and the others.
    #[must_use]
    fn split(self, at: usize) -> (Self, Self);
}

impl<T: Sync> Split for &[T] {
    fn rows(&self) -> usize {
        self.len()
    }

    fn split(self, at: usize) -> (Self, Self) {
        self.split_at(at)
    }
}

impl<T: Send> Split for &mut [T] {
    fn rows(&self) -> usize {
        self.len()
    }

    fn split(self, at: usize) -> (Self, Self) {
        self.split_at_mut(at)
    }
}

impl<A: Split, B: Split> Split for (A, B) {
    fn rows(&self) -> usize {
        debug_assert_eq!(self.0.rows(), self.1.rows(), "columns have the same rows");
        self.0.rows()
    }

    fn split(self, at: usize) -> (Self, Self) {
        let (a, b) = (self.0.split(at), self.1.split(at));
        ((a.0, b.0), (a.1, b.1))
    }
}

impl<A: Split, B: Split, C: Split> Split for (A, B, C) {
    fn rows(&self) -> usize {
        debug_assert!(
            self.0.rows() == self.1.rows() && self.0.rows() == self.2.rows(),
            "columns have the same rows"
        );
        self.0.rows()
    }

    fn split(self, at: usize) -> (Self, Self) {
        let (a, b, c) = (self.0.split(at), self.1.split(at), self.2.split(at));
        ((a.0, b.0, c.0), (a.1, b.1, c.1))
    }
}
