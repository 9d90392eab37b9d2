//! Charts as SVG, and the only room that knows `kuva`: its scenes, its shapes and its SVG writer.
//!
//! Layout is ours: every chart is as wide as a phone, so that its words are read at their own size there, two beside each
//! other on A4 and three on a desk; words stand on the lines; numbers go through the reader's formatter. Each SVG has a
//! `viewBox`, a title and a description, and ids made from the name that its caller gives, so that its bytes depend on
//! what it shows alone.

mod bars;
mod canvas;
mod fan;
mod map;
mod scale;
mod strips;
mod tornado;

pub use bars::{Bar, Bars};
pub use canvas::{WIDTH, Words};
pub use fan::{Course, Fan};
pub use map::{Circle, CircleMap};
pub use strips::{Strip, Strips};
pub use tornado::{Swing, Tornado};

/// Colours that people who confuse colours tell apart, all dark enough for white text: blue, orange brown, green, purple,
/// grey. No chart relies on them alone.
pub const COLOURS: [&str; 5] = ["#0072B2", "#B34700", "#00674F", "#7A3E9D", "#5C5C5C"];
