//! What people read, in English and in French: numbers and amounts, the documents made from the tables, and what is told of
//! the lives of a world.

pub mod amounts;
mod budget;
mod costs;
pub mod documents;
pub mod narrative;
mod number;
mod typeset;

pub use budget::{budget_lines, budget_table, payers};
pub use costs::{follows, remark};
pub use hameau_model::kernel::language::Language;
pub use number::{clock_time, month_name, months, number, size};
pub use typeset::{WIDTH, typeset};
