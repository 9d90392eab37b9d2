//! A list filled without a branch: whether something is kept is chance, which a processor cannot foresee.

/// What is left of a list: what is not kept is overwritten by what comes next.
#[derive(Default)]
pub(super) struct Sieve<T> {
    items: Vec<T>,
    kept: usize,
}

impl<T: Copy + Default> Sieve<T> {
    /// Empties it; as many as `most` may come.
    pub(super) fn begin(&mut self, most: usize) {
        self.items.resize(self.items.len().max(most + 1), T::default());
        self.kept = 0;
    }

    /// Empties it to be filled with what is kept of its own items, each read at or after the place where it is put.
    pub(super) fn again(&mut self) {
        self.kept = 0;
    }

    /// The item at a position, kept or not yet overwritten.
    #[inline]
    pub(super) fn at(&self, at: usize) -> T {
        self.items[at]
    }

    /// Puts an item where it stays if `keep`.
    #[inline]
    pub(super) fn put(&mut self, item: T, keep: bool) {
        self.items[self.kept] = item;
        self.kept += usize::from(keep);
    }

    pub(super) fn kept(&self) -> &[T] {
        &self.items[..self.kept]
    }

    pub(super) fn kept_mut(&mut self) -> &mut [T] {
        &mut self.items[..self.kept]
    }
}
