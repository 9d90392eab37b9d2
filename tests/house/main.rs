//! Is the house in order: layers, documents, generated files?

#[path = "../shared/rooms/mod.rs"]
mod rooms;

mod documents;
mod hashed;
mod layers;
mod model_document;
mod page;
