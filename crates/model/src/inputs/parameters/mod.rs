//! THE table of parameters: every number of the model with its name, unit, default, range, meaning and source.
//!
//! Documents, template scenario, JSON schema, command-line help and the levers of the page are made from it. To add a
//! parameter: a variant in [`Key`], a row in the section's file. A row out of place does not compile.

mod attendance;
mod contact;
mod cooperation;
mod economy;
mod enterprises;
mod initial;
mod instruments;
mod key;
mod lookup;
mod population;
mod row;
mod sections;
mod setting;
mod total;
mod values;
mod works;

pub use instruments::{InstrumentKind, InstrumentRecord, Lever, Site};
pub use key::Key;
pub use row::{Kind, Role, Row, Status, Unit};
pub use sections::{SECTIONS, Section};
pub use total::{Price, Total, bought};
pub use values::Values;
