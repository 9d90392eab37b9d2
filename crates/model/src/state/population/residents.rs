//! Residents as columns: who is there, and the slots in which they can be met.

use super::{Adults, Occupation, Origin};
use crate::kernel::random::{Source, Uniform, Who};
use crate::kernel::units::Month;
use crate::state::population::lengthen;

/// A row of the columns. Rows are reused; only the address names a person for good.
pub type Row = u32;

/// Rows whose draws are made in one sweep: few enough to stay in the first cache.
const SWEEP: usize = 256;

/// Adults (18 and over) as columns, one row each.
///
/// Every loop goes through [`Residents::order`], which holds the rows of the people present by ascending address, so that
/// nothing depends on where in memory a resident stands.
#[derive(Clone, Debug, Default)]
pub struct Residents {
    /// Stable address.
    pub address: Vec<Who>,
    /// Historical local or newcomer, for life.
    pub origin: Vec<Origin>,
    /// Month of birth.
    pub birth: Vec<Month>,
    /// Month of arrival in the territory.
    pub arrived: Vec<Month>,
    /// Commune of residence, as index into the territory.
    pub commune: Vec<u16>,
    /// Occupation.
    pub occupation: Vec<Occupation>,
    /// Lives in a care home, without ties.
    pub secluded: Vec<bool>,
    /// Whether the welcome programme brought the resident, and as what.
    pub brought: Vec<Brought>,
    order: Vec<Row>,
    /// Rows of nobody, by the commune of whoever had them: neighbours stay near each other.
    free: Vec<Vec<Row>>,
}

/// What is known of a resident on entry.
#[derive(Clone, Copy, Debug)]
pub struct Entrant {
    /// Stable address.
    pub address: Who,
    /// Historical local or newcomer.
    pub origin: Origin,
    /// Month of birth.
    pub birth: Month,
    /// Month of arrival.
    pub arrived: Month,
    /// Commune of residence.
    pub commune: u16,
    /// Occupation.
    pub occupation: Occupation,
    /// Lives in a care home.
    pub secluded: bool,
    /// Position on the circle of skills, 0 to 1; a column of what residents see of help.
    pub skill: f64,
    /// Whether the welcome programme brings the resident, and as what.
    pub brought: Brought,
}

/// What the welcome programme has to do with a resident's arrival.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Brought {
    /// Nothing.
    #[default]
    No,
    /// Brought without a project of enterprise.
    Person,
    /// Brought to start an enterprise.
    Entrepreneur,
}

impl Residents {
    /// Rows of the people present, by ascending address.
    #[must_use]
    pub fn order(&self) -> &[Row] {
        &self.order
    }

    /// Number of adults present.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nobody is present.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Rows that the columns hold, present or free.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.address.len()
    }

    /// Adds a resident and returns the row.
    ///
    /// # Panics
    /// When the address is not above every address present: entries come in the order of addresses.
    pub fn enter(&mut self, entrant: &Entrant) -> Row {
        assert!(
            self.order.last().is_none_or(|last| self.address[*last as usize] < entrant.address),
            "residents enter in the order of their addresses"
        );
        let row = self.put(entrant);
        let present = self.len() + 1;
        lengthen(&mut self.order, present, row);
        row
    }

    /// Removes the residents at these rows.
    pub fn leave(&mut self, leaving: &[Row]) {
        if leaving.is_empty() {
            return;
        }
        let mut gone = vec![false; self.rows()];
        for row in leaving {
            gone[*row as usize] = true;
        }
        self.order.retain(|row| !gone[*row as usize]);
        for row in leaving {
            let commune = self.commune[*row as usize] as usize;
            if commune >= self.free.len() {
                self.free.resize_with(commune + 1, Vec::new);
            }
            self.free[commune].push(*row);
        }
    }

    /// Shows those of some rows that `keep` tells to, each with its draws, in their order: the same draws as
    /// [`Source::draws`] at its address, made for [`SWEEP`] rows at a time.
    pub fn each_drawn(
        &self,
        source: Source,
        month: Month,
        block: u32,
        rows: &[Row],
        keep: impl Fn(usize) -> bool,
        each: impl FnMut(Row, [Uniform; 4]),
    ) {
        self.sweep(source, month, |who| (who, block), rows, keep, each);
    }

    /// [`Residents::each_drawn`] with the draws of each about the pair of the resident and `thing`.
    pub fn each_drawn_with(
        &self,
        source: Source,
        month: Month,
        thing: Who,
        rows: &[Row],
        keep: impl Fn(usize) -> bool,
        each: impl FnMut(Row, [Uniform; 4]),
    ) {
        self.sweep(source, month, |who| (who.pair(thing), 0), rows, keep, each);
    }

    fn sweep(
        &self,
        source: Source,
        month: Month,
        at: impl Fn(Who) -> (Who, u32),
        rows: &[Row],
        keep: impl Fn(usize) -> bool,
        mut each: impl FnMut(Row, [Uniform; 4]),
    ) {
        let mut kept = [0; SWEEP];
        let mut draws = [[Uniform::default(); 4]; SWEEP];
        for rows in rows.chunks(SWEEP) {
            let mut count = 0;
            for row in rows {
                // Written in any case and counted if kept: who is kept is chance to a processor.
                kept[count] = *row;
                count += usize::from(keep(*row as usize));
            }
            let (kept, draws) = (&kept[..count], &mut draws[..count]);
            source.fill_at(month, draws, |number| at(self.address[kept[number] as usize]));
            for (row, draws) in kept.iter().zip(draws) {
                each(*row, *draws);
            }
        }
    }

    /// Age in whole years.
    #[must_use]
    pub fn age(&self, row: Row, month: Month) -> u32 {
        month.months_after(self.birth[row as usize]) / 12
    }

    /// The people who are there at the start; `placement[i]` is the row of the `i`-th founder, `None` for rows in the
    /// order of the founders.
    ///
    /// # Panics
    /// When `placement` is not a permutation of the rows.
    #[must_use]
    pub fn found(founders: &Adults, placement: Option<&[Row]>) -> Self {
        let count = founders.address.len();
        let mut founder_of_row: Vec<usize> = (0..count).collect();
        if let Some(placement) = placement {
            for (at, row) in placement.iter().enumerate() {
                founder_of_row[*row as usize] = at;
            }
        }
        let mut order: Vec<Row> = (0..count as Row).collect();
        let address = placed(&founders.address, &founder_of_row);
        order.sort_unstable_by_key(|row| address[*row as usize]);
        Self {
            address,
            origin: placed(&founders.origin, &founder_of_row),
            birth: placed(&founders.birth, &founder_of_row),
            arrived: placed(&founders.arrived, &founder_of_row),
            commune: placed(&founders.commune, &founder_of_row),
            occupation: placed(&founders.occupation, &founder_of_row),
            secluded: placed(&founders.secluded, &founder_of_row),
            brought: vec![Brought::No; count],
            order,
            free: Vec::new(),
        }
    }

    /// Rows, at least so many, alike until others stand there.
    fn make_rows(&mut self, rows: usize, like: &Entrant) {
        lengthen(&mut self.address, rows, like.address);
        lengthen(&mut self.origin, rows, like.origin);
        lengthen(&mut self.birth, rows, like.birth);
        lengthen(&mut self.arrived, rows, like.arrived);
        lengthen(&mut self.commune, rows, like.commune);
        lengthen(&mut self.occupation, rows, like.occupation);
        lengthen(&mut self.secluded, rows, like.secluded);
        lengthen(&mut self.brought, rows, like.brought);
    }

    fn put(&mut self, entrant: &Entrant) -> Row {
        let free = self.free.get_mut(entrant.commune as usize).and_then(Vec::pop);
        let row = free.unwrap_or(self.address.len() as Row);
        let at = row as usize;
        self.make_rows(at + 1, entrant);
        self.address[at] = entrant.address;
        self.origin[at] = entrant.origin;
        self.birth[at] = entrant.birth;
        self.arrived[at] = entrant.arrived;
        self.commune[at] = entrant.commune;
        self.occupation[at] = entrant.occupation;
        self.secluded[at] = entrant.secluded;
        self.brought[at] = entrant.brought;
        row
    }
}

/// A column of founders by the rows at which they stand.
fn placed<T: Copy>(founders: &[T], founder_of_row: &[usize]) -> Vec<T> {
    founder_of_row.iter().map(|at| founders[*at]).collect()
}
