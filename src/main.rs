//! The `hameau` program.

fn main() {}
