//! The regional accounts of a month: columns of money and of jobs.

use crate::kernel::units::Cents;

/// What enters the territory from outside in a month, by base (Davezies), what is kept in it, and what becomes of both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Basic income: productive, residential, public, social.
    pub basic: [Cents; 4],
    /// Substituted income, V: value added of what enterprises supply to others here in place of purchases outside.
    pub substituted: Cents,
    /// Income of all rounds of local spending, Y.
    pub total: Cents,
    /// What left the territory: equals the sum of basic and substituted incomes, to the cent.
    pub leaked: Cents,
    /// The three definitions of productive, in money.
    pub productive: Productive,
    /// The same in jobs, and jobs by sphere.
    pub jobs: Jobs,
}

/// Productive income of a month under the three definitions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Productive {
    /// (i) Value added in the non-presential sectors (Insee).
    pub sector: Cents,
    /// (ii) Value added that is sold outside (Davezies).
    pub origin: Cents,
    /// (iii) Value added sold outside by enterprises linked to the territory: times linkage.
    pub anchored: Cents,
}

/// Jobs, in thousandths so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jobs {
    /// Definition (i).
    pub sector: u64,
    /// Definition (ii).
    pub origin: u64,
    /// Definition (iii).
    pub anchored: u64,
    /// By sphere: productive, residential, public.
    pub by_sphere: [u64; 3],
}
