//! Studies: the folder of results ([`store`]), and the engine that plans, simulates, goes on with, merges and verifies what
//! is in it ([`engine`]).

pub mod engine;
mod french;
pub mod store;
