//! THE table of indicators: everything that is observed, with its unit, formula, aggregation, which way is better, the
//! smallest effect worth talking about, and its labels in two languages.
//!
//! Documents, charts, report, page and the columns of result files are made from it. To add an indicator: a variant in
//! [`Indicator`], a row in the theme's file. A row out of place does not compile.
//!
//! An undefined value is a value of its own, `None`: a share of nobody, a homophily where one origin is absent, an event
//! that never came. It is not zero, and averages leave it out and say how often it occurred. Each formula says when.

mod census;
mod closure;
mod cooperation;
mod economy;
mod flows;
mod giving;
mod groups;
pub mod homophily;
mod id;
mod money;
mod observation;
mod observer;
mod passage;
mod population;
mod row;
mod table;
mod unit;

pub use id::Indicator;
pub use observation::{GroupValue, Observation};
pub use observer::Observer;
pub use row::{Aggregation, Better, Definition, Group, IndicatorRow, Theme};
pub use unit::Measure;
