//! Scenarios: TOML as written, then as meant.
//!
//! A file is first a [`Draft`]: its keys walked by the table of parameters, each with where it stands. The drafts of the
//! scenario, of the files it inherits from, of its territory and of the overrides are folded into one by [`fold`], the only
//! place that says who wins. What comes out is checked as a whole and becomes a [`Scenario`], valid by construction: below
//! this room nobody meets a draft. Reading never stops at the first mistake.

mod called;
mod chain;
mod communes;
mod content;
mod design;
mod document;
mod entry;
mod expectations;
mod files;
mod fold;
mod levers;
mod meant;
pub mod money;
mod number;
mod overrides;
mod programme;
mod reader;
mod recorded;
mod remarks;
mod source;
mod syntax;
mod together;
mod unknown;
mod value;
mod vary;
mod written;

pub use crate::inputs::mistakes::nearness::{did_you_mean, listed};
pub use communes::Commune;
pub use content::Unlike;
pub use design::{Design, Factor, Level, design};
pub use expectations::{Bounds, Claim, Expectation, Expectations, expectations};
pub use files::{Files, MOST_BYTES, Memory, text_of};
pub use fold::{Folded, fold};
pub use levers::Levers;
pub use meant::{Instrument, Scenario, resolve, title};
pub use overrides::{Overrides, SET, SWEEP, as_text};
pub use recorded::{Reads, Recorded, resolve_recorded};
pub use remarks::{Remark, Why, remarks};
pub use vary::{Axis, VARY, Varied, vary};
pub use written::{Draft, EntryDraft, Field, Funder, Funding, Layer, Title, Written};
